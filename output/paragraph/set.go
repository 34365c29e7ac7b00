package paragraph

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
)

// Set breaks a paragraph into lines. It reports characters no face has, words
// that had to be divided and lines too loose to be set well; whatever it
// reports, the lines hold all of the text. A paragraph without text has no
// lines.
func Set(t *Text, e *Environment) ([]Line, problem.List) {
	s := newSetter(t, e)
	if len(s.joined.text) == 0 {
		return nil, nil
	}
	m := measure{width: t.Width, indent: t.Indent, ragged: t.Align != Justify, even: t.Even, looseness: t.Looseness}
	points := s.points(m.width, m.indent)
	kashida := t.Kashida && t.Align == Justify
	if kashida {
		m.kashidas = s.countJoints
	}
	runs := s.runs(points, fit(points, m), m)
	if kashida {
		s.stretchLines(runs)
	}
	var problems problem.List
	s.report(&problems)
	lines := make([]Line, 0, len(runs))
	order, narrow := t.Order, false
	for i := range runs {
		r := &runs[i]
		lines = append(lines, s.line(r, &order))
		l := &lines[i]
		if l.Width > r.room+0.001 && !narrow {
			narrow = true
			problems.Add(NarrowMeasure.At(l.Source))
		}
		switch {
		case t.Align != Justify || r.last:
		case l.Ratio > LooseLimit:
			problems.Add(LooseLine.At(l.Source, problem.Quoted(strconv.FormatFloat(l.Ratio, 'f', 2, 64))))
		case r.spaces == 0 && r.room-l.Width > t.Width*emergency:
			problems.Add(ShortLine.At(l.Source, problem.Quoted(excerpt(s.joined.text[l.Start:l.End]))))
		}
	}
	return lines, problems
}

// report adds what was found before lines were broken.
func (s *setter) report(problems *problem.List) {
	places := map[rune][]source.Span{}
	for _, i := range s.missing {
		r, span := s.joined.text[i], s.joined.of(i)
		places[r] = append(places[r], span.Source.Character(span.Text, int(s.joined.at[i])))
	}
	for _, i := range s.missing {
		if r := s.joined.text[i]; places[r] != nil {
			problems.Add(MissingGlyph.AtAll(places[r], string(r), fmt.Sprintf("U+%04X", r)))
			delete(places, r)
		}
	}
	for _, i := range s.broken {
		end := i
		for end < len(s.joined.text) && s.joined.text[end] != ' ' && s.joined.text[end] != lineSeparator {
			end++
		}
		problems.Add(LongWord.At(s.source(i, end), problem.Quoted(excerpt(s.joined.text[i:end]))))
	}
}

// excerpt shortens a word for a message.
func excerpt(word []rune) string {
	if len(word) > 40 {
		return string(word[:39]) + "…"
	}
	return strings.TrimSpace(string(word))
}

// Natural returns the width a paragraph takes without line breaks, and that of
// its longest word, as columns of a table need them.
func Natural(t *Text, e *Environment) (width, longestWord float64) {
	s := newSetter(t, e)
	if len(s.joined.text) == 0 {
		return 0, 0
	}
	points := s.scan(s.breaks)
	from := 0
	for i := 1; i < len(points); i++ {
		longestWord = max(longestWord, points[i].end-points[i-1].start)
		if points[i].forced {
			width = max(width, points[i].end-points[from].start)
			from = i
		}
	}
	return width + t.Indent, longestWord
}
