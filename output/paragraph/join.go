package paragraph

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// lineSeparator stands for a forced break in the joined text.
const lineSeparator = '\u2028'

// A joined paragraph is the text of all spans, with where each rune came from.
type joined struct {
	spans []Span
	text  []rune
	span  []int32 // the span of each rune
	at    []int32 // the byte of each rune in its span's text
	// levels are the bidi levels of the runes, base that of the paragraph.
	levels []uint8
	base   uint8
	// breaks[i] says whether a line may break before text[i].
	breaks []fonts.Break
	// gaps are the levels of the isolate controls set before a rune: the order
	// of a line needs them to keep two neighbouring isolates apart.
	gaps []gap
}

// A gap is a place between runes that stands at the level of an isolate
// control.
type gap struct {
	before int
	level  uint8
}

// join makes one text of the spans. Runs of white space become one space, and
// none stands at the paragraph's edges or around a forced break: what the
// source uses to lay out its lines is no part of the text. Inside
// left-to-right spans white space stays as written.
func (j *joined) join(spans []Span) {
	*j = joined{spans: spans, text: j.text[:0], span: j.span[:0], at: j.at[:0], gaps: j.gaps[:0]}
	for i := range spans {
		s := &spans[i]
		if s.Break {
			j.trimSpace()
			j.add(lineSeparator, i, 0)
			continue
		}
		for at, r := range s.Text {
			switch {
			case r == '\u00AD':
				// Arabic is not hyphenated, and neither are its Latin guests.
				continue
			case r == ' ', r == '\t', r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2029':
				if !s.Style.LTR && j.spaceBefore() {
					continue
				}
				r = ' '
			}
			j.add(r, i, at)
		}
	}
	j.trimSpace()
	if n := len(j.text); n > 0 && j.text[n-1] == lineSeparator {
		// A break at the end ends the line that ends there anyway.
		j.text, j.span, j.at = j.text[:n-1], j.span[:n-1], j.at[:n-1]
	}
}

func (j *joined) add(r rune, span, at int) {
	j.text = append(j.text, r)
	j.span = append(j.span, int32(span))
	j.at = append(j.at, int32(at))
}

// spaceBefore reports whether another space would add nothing.
func (j *joined) spaceBefore() bool {
	if len(j.text) == 0 {
		return true
	}
	last := j.text[len(j.text)-1]
	return last == ' ' || last == lineSeparator
}

func (j *joined) trimSpace() {
	n := len(j.text)
	for n > 0 && j.text[n-1] == ' ' && !j.spans[j.span[n-1]].Style.LTR {
		n--
	}
	j.text, j.span, j.at = j.text[:n], j.span[:n], j.at[:n]
}

// of returns the span of a rune.
func (j *joined) of(i int) *Span { return &j.spans[j.span[i]] }

// place returns the place of the runes from start to end, which should be of one
// span. That of none is the last span.
func (j *joined) place(start, end int) Place {
	if start >= len(j.text) || start >= end {
		last := len(j.spans) - 1
		return Place{last, 0, len(j.spans[last].Text)}
	}
	s := j.of(start)
	last := end - 1
	for last > start && j.span[last] != j.span[start] {
		last--
	}
	from := int(j.at[start])
	_, n := utf8.DecodeRuneInString(s.Text[j.at[last]:])
	return Place{int(j.span[start]), from, int(j.at[last]) + n}
}

// resolve finds the base direction, the levels and the breaks, and prints the
// digits in a family.
func (j *joined) resolve(d Direction, digits numeral.System, language string) {
	base := bidi.RTL
	if d == LTR || d == Auto && j.mostlyLTR() {
		base = bidi.LTR
	}
	controls := j.isolates(base == bidi.RTL)
	j.setLevels(controls, base)
	if j.setDigits(digits, language) {
		// The families are of different classes (EN, AN), and order differently.
		j.setLevels(controls, base)
	}
	j.breaks = fonts.Breaks(j.text)
	for i := range j.text {
		if j.keep(i) {
			j.breaks[i] = fonts.None
		}
	}
}

// setLevels finds the levels of the text with its isolate controls set.
func (j *joined) setLevels(controls []control, base bidi.Base) {
	j.gaps = j.gaps[:0]
	if len(controls) == 0 {
		j.levels, j.base = bidi.Isolated(j.text, base)
		return
	}
	j.resolveIsolates(controls, base)
}

// keep reports that no line may break before rune i whatever UAX #14 says: a
// note's mark stays with the word before it, and a kept span is whole.
func (j *joined) keep(i int) bool {
	if i == 0 {
		return true
	}
	s := j.of(i)
	same := j.span[i] == j.span[i-1]
	return s.Note != 0 && !same && j.text[i-1] != lineSeparator || same && (s.Keep || s.Note != 0)
}

// resolveIsolates finds the levels of the text with its isolate controls set,
// and takes the controls out again.
func (j *joined) resolveIsolates(controls []control, base bidi.Base) {
	set := make([]rune, 0, len(j.text)+len(controls))
	next := 0
	for i := 0; i <= len(j.text); i++ {
		for ; next < len(controls) && controls[next].before == i; next++ {
			set = append(set, controls[next].r)
		}
		if i < len(j.text) {
			set = append(set, j.text[i])
		}
	}
	levels, paragraph := bidi.Isolated(set, base)
	j.base = paragraph
	j.levels = make([]uint8, 0, len(j.text))
	next = 0
	for i := range set {
		before := len(j.levels)
		if next < len(controls) && controls[next].before == before {
			next++
			if n := len(j.gaps); n > 0 && j.gaps[n-1].before == before {
				j.gaps[n-1].level = min(j.gaps[n-1].level, levels[i])
			} else {
				j.gaps = append(j.gaps, gap{before, levels[i]})
			}
			continue
		}
		j.levels = append(j.levels, levels[i])
	}
}

// A control is an isolate control (UAX #9 X5a–X6a) to set before a rune.
type control struct {
	before int
	r      rune
}

// The isolate controls.
const (
	lri = '\u2066'
	fsi = '\u2068'
	pdi = '\u2069'
)

// isolates finds the units that must not mix with what stands around them:
// left-to-right spans, marks of notes, and links without a letter of the
// paragraph's own direction. Neighbouring spans of one unit share one isolate.
// What stands inside a Latin phrase is left to it: an isolate there would part
// the phrase, and turn its parts round.
func (j *joined) isolates(rtl bool) []control {
	var controls []control
	for start := 0; start < len(j.text); {
		s := j.of(start)
		end := start + 1
		for end < len(j.text) && sameUnit(s, j.of(end)) {
			end++
		}
		// Spaces at the edges stay outside, where they are the paragraph's.
		from, to := start, end
		for from < to && j.text[from] == ' ' {
			from++
		}
		for to > from && j.text[to-1] == ' ' {
			to--
		}
		start = end
		if from == to || j.text[from] == lineSeparator || !s.Style.LTR && s.Note == 0 && s.Link == 0 {
			continue
		}
		before, after := j.phrase(from-1, -1), j.phrase(to, 1)
		open := rune(fsi)
		switch {
		case rtl && before && after:
			continue
		case s.Style.LTR:
			open = lri
		case s.Note == 0 && (j.hasOwn(from, to, rtl) || rtl && (before || after)):
			continue
		}
		controls = append(controls, control{from, open}, control{to, pdi})
	}
	return controls
}

// phrase reports whether a Latin letter is what stands next from rune i on, in
// steps of one or minus one, over spaces and marks of notes.
func (j *joined) phrase(i, step int) bool {
	for i >= 0 && i < len(j.text) && (j.text[i] == ' ' || j.of(i).Note != 0) {
		i += step
	}
	return i >= 0 && i < len(j.text) && unicode.IsLetter(j.text[i]) && !rightToLeft(j.text[i])
}

// hasOwn reports whether there is a letter of the paragraph's direction.
func (j *joined) hasOwn(from, to int, rtl bool) bool {
	return slices.ContainsFunc(j.text[from:to], func(r rune) bool { return unicode.IsLetter(r) && rightToLeft(r) == rtl })
}

func sameUnit(a, b *Span) bool {
	if a == b {
		return true
	}
	return a.Break == b.Break && a.Style.LTR == b.Style.LTR && a.Note == b.Note && a.Link == b.Link &&
		(a.Style.LTR || a.Note != 0 || a.Link != 0)
}

// rightToLeft reports whether r stands in the blocks of right-to-left scripts.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// mostlyLTR reports whether more of the letters run left to right. The first
// strong letter (UAX #9 P2) is a poor judge of an Arabic sentence that opens
// with a foreign name.
func (j *joined) mostlyLTR() bool {
	left, right := 0, 0
	for _, r := range j.text {
		switch {
		case !unicode.IsLetter(r):
		case rightToLeft(r):
			right++
		default:
			left++
		}
	}
	return left > right
}

// setDigits prints the digits in the document's family, and reports whether any
// changed. Left-to-right spans and Latin phrases keep theirs (COVID-19, Horizon
// 2020), and so does a left-to-right paragraph.
func (j *joined) setDigits(d numeral.System, language string) bool {
	if d != numeral.Latin && d != numeral.Arabic && d != numeral.Persian || j.base == 0 && slices.ContainsFunc(j.text, unicode.IsLetter) {
		return false
	}
	if !slices.ContainsFunc(j.text, isDigit) {
		return false
	}
	changed := false
	latin := j.latin()
	names := d != numeral.Latin && hasPoint(j.text)
	words := numbered{words: locale.For(language)}
	for start := 0; start < len(j.text); {
		end, digits := start, false
		for ; end < len(j.text) && j.text[end] != ' ' && j.text[end] != '\u00A0' && j.text[end] != lineSeparator && latin[end] == latin[start]; end++ {
			digits = digits || isDigit(j.text[end])
		}
		if end > start {
			write := numeral.Digits
			if names && words.next(j.text[start:end], digits) {
				write = numeral.Figures
			}
			if digits && !latin[start] {
				changed = j.convert(start, end, d, write) || changed
			}
		}
		start = max(end, start+1)
	}
	return changed
}

// hasPoint reports whether a point stands between two digits: only there a number that is
// a name looks like a decimal.
func hasPoint(text []rune) bool {
	for i := 1; i < len(text)-1; i++ {
		if text[i] == '.' && isDigit(text[i-1]) && isDigit(text[i+1]) {
			return true
		}
	}
	return false
}

// isDigit is [unicode.IsDigit], which need not look Arabic letters up.
func isDigit(r rune) bool { return (r < 'ء' || r > 'ي') && unicode.IsDigit(r) }

// latin marks the runes of left-to-right phrases with a letter in them.
func (j *joined) latin() []bool {
	latin := make([]bool, len(j.text))
	for start := 0; start < len(j.text); {
		end, letters := start, false
		for ; end < len(j.text) && j.levels[end] > j.base; end++ {
			letters = letters || unicode.IsLetter(j.text[end]) && !rightToLeft(j.text[end])
		}
		for i := start; i < end && letters; i++ {
			latin[i] = true
		}
		start = max(end, start+1)
	}
	return latin
}

// convert writes the digits of one word. Each character becomes one other, so
// that every rune keeps its place in the source.
func (j *joined) convert(start, end int, s numeral.System, write func(string, numeral.System) string) (changed bool) {
	for start < end {
		to := start + 1
		for to < end && j.of(to).fixed() == j.of(start).fixed() {
			to++
		}
		if !j.of(start).fixed() {
			converted := []rune(write(string(j.text[start:to]), s))
			if len(converted) == to-start && !slices.Equal(converted, j.text[start:to]) {
				copy(j.text[start:to], converted)
				changed = true
			}
		}
		start = to
	}
	return changed
}

// fixed reports whether the digits of a span stay as they are written.
func (s *Span) fixed() bool { return s.Style.LTR || s.Printed }
