package paragraph

import (
	"cmp"
	"strconv"
	"strings"

	"warraq/input/problem"
)

// set is [Set] without what is kept.
func set(t *Text, e *Environment) Paragraph {
	s := newSetter(t, e)
	defer s.done()
	if len(s.joined.text) == 0 {
		return Paragraph{}
	}
	m := measure{width: t.Width, indent: t.Indent, ragged: t.Align != Justify, even: t.Even, looseness: t.Looseness}
	points := s.points(m.width, m.indent)
	kashida := t.Kashida != NoKashida && t.Align == Justify
	if kashida {
		m.kashidas = s.countJoints
	}
	runs := s.runs(points, fit(points, m), m)
	if kashida {
		s.stretchLines(runs)
	}
	loosest := cmp.Or(t.Loosest, LooseLimit)
	problems := s.report()
	tell := func(k problem.Kind, at Place, words ...any) {
		problems = append(problems, Problem{Kind: k, Places: []Place{at}, Words: words})
	}
	lines := make([]Line, 0, len(runs))
	order, narrow := 0, false
	for i := range runs {
		r := &runs[i]
		lines = append(lines, s.line(r, &order))
		l := &lines[i]
		if l.Width > r.room+0.001 && !narrow {
			narrow = true
			tell(NarrowMeasure, l.Place)
		}
		switch {
		case t.Align != Justify || r.last || t.Fill:
		case l.Ratio > loosest:
			tell(LooseLine, l.Place, problem.Quoted(strconv.FormatFloat(l.Ratio, 'f', 2, 64)))
		case r.spaces == 0 && r.room-l.Width > t.Width*emergency:
			tell(ShortLine, l.Place, problem.Quoted(excerpt(s.joined.text[l.Start:l.End])))
		}
	}
	return Paragraph{Lines: lines, Problems: problems}
}

// report tells what was found before lines were broken.
func (s *setter) report() []Problem {
	var problems []Problem
	places := map[rune][]Place{}
	for _, i := range s.missing {
		r := s.joined.text[i]
		places[r] = append(places[r], s.place(i, i+1))
	}
	for _, i := range s.missing {
		if r := s.joined.text[i]; places[r] != nil {
			problems = append(problems, Problem{MissingGlyph, places[r], Missing(r)})
			delete(places, r)
		}
	}
	for _, i := range s.broken {
		end := i
		for end < len(s.joined.text) && s.joined.text[end] != ' ' && s.joined.text[end] != lineSeparator {
			end++
		}
		problems = append(problems, Problem{LongWord, []Place{s.place(i, end)}, []any{problem.Quoted(excerpt(s.joined.text[i:end]))}})
	}
	return problems
}

// excerpt shortens a word for a message.
func excerpt(word []rune) string {
	if len(word) > 40 {
		return string(word[:39]) + "…"
	}
	return strings.TrimSpace(string(word))
}

// natural is [Natural] without what is kept.
func natural(t *Text, e *Environment) (width, longestWord float64) {
	s := newSetter(t, e)
	defer s.done()
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
