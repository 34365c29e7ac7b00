package problem

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	classes "golang.org/x/text/unicode/bidi"
	"golang.org/x/text/width"

	"warraq/fonts/bidi"
	"warraq/input/source"
)

// An excerpt has at most so many cells, of which so many stand before the place:
// a paragraph of a brief is one line of two thousand letters.
const (
	excerptCells = 72
	cellsBefore  = 28
)

// A glyph is one character of an excerpt as a terminal shows it.
type glyph struct {
	r      rune
	cells  int
	marked bool
}

// excerpt returns the part of the line around a place, and the line to print
// below it with a caret under every character of the place. Both are empty where
// there is nothing to show.
//
// A terminal may show the excerpt from left to right as it is stored, or order
// it by UAX #9. The caret is right in both: its line has blanks of the same
// widths, in isolates of the same directions, and so is ordered the same way.
func excerpt(places *locator, s source.Span) (line, caret Shown) {
	if s.File == nil || s.Row > 0 {
		return Shown{}, Shown{}
	}
	start, end := places.bounds(s.File, s.Start)
	data := s.File.Data
	at := min(max(s.Start, start), end)
	first := windowStart(data, start, at)
	glyphs, last := window(data, first, end, at, max(s.End, at+1))
	if len(bytes.TrimSpace(data[start:end])) == 0 || isForeign(data[first:last]) {
		return Shown{}, Shown{}
	}
	base := directionOf(data[start:end])
	if first > start {
		glyphs = append([]glyph{{r: '…', cells: 1}}, glyphs...)
	}
	if last < end {
		glyphs = append(glyphs, glyph{r: '…', cells: 1})
	}
	if at >= end {
		glyphs = append(glyphs, glyph{r: ' ', cells: 1, marked: true})
	}
	if !anyRight(glyphs) {
		return plainExcerpt(glyphs)
	}
	return isolatedExcerpt(glyphs, base)
}

// isForeign reports whether a text is of another encoding than UTF-8: its bytes
// say nothing to a reader. One that is torn in a place or two can be shown.
func isForeign(text []byte) bool {
	const torn = 3
	bad := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r == 0 || r == utf8.RuneError && size == 1 {
			bad++
		}
		text = text[size:]
	}
	return bad > torn
}

// windowStart goes back from a place over at most so many cells, to the start
// of a word.
func windowStart(data []byte, start, at int) int {
	first, cells := at, 0
	for first > start && cells < cellsBefore {
		r, n := utf8.DecodeLastRune(data[start:first])
		first -= n
		cells += cellsOf(r)
	}
	if first == start {
		return first
	}
	// Back to the letter that marks belong to, then forward to the next word.
	for first > start {
		r, _ := utf8.DecodeRune(data[first:])
		if cellsOf(r) > 0 {
			break
		}
		_, n := utf8.DecodeLastRune(data[start:first])
		first -= n
	}
	for i := first; i < at; i++ {
		if data[i] == ' ' {
			return i + 1
		}
	}
	return first
}

// window returns the characters from a byte on as far as they fit.
func window(data []byte, first, end, from, to int) (glyphs []glyph, last int) {
	cells := 0
	for i := first; i < end; {
		r, n := utf8.DecodeRune(data[i:end])
		w := cellsOf(r)
		if cells+w > excerptCells {
			return glyphs, i
		}
		g := glyph{r: r, cells: w, marked: i >= from && i < to}
		i += n
		switch {
		case r == '\t':
			g.r = ' '
		case isHidden(r) && !g.marked && !unicode.IsControl(r):
			continue // it takes no room, and must not reorder the terminal
		case isHidden(r):
			g.r, g.cells = utf8.RuneError, 1
		}
		glyphs = append(glyphs, g)
		cells += g.cells
	}
	return glyphs, end
}

// cellsOf is how many cells of a terminal a character takes (UAX #11).
func cellsOf(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

func anyRight(glyphs []glyph) bool {
	for _, g := range glyphs {
		if isRight(g.r) {
			return true
		}
	}
	return false
}

func plainExcerpt(glyphs []glyph) (line, caret Shown) {
	var text, below strings.Builder
	for _, g := range glyphs {
		text.WriteRune(g.r)
		below.WriteString(strings.Repeat(mark(g.marked, " "), g.cells))
	}
	return Shown{text.String()}, Shown{strings.TrimRight(below.String(), " ")}
}

func mark(marked bool, blank string) string {
	if marked {
		return "^"
	}
	return blank
}

// isolatedExcerpt writes an excerpt in an isolate of the line's own direction.
// In the line below it every change of level opens or closes an isolate. Blanks
// at an end are no-break spaces, because plain ones there fall to the direction
// of the terminal's line (UAX #9, L1).
func isolatedExcerpt(glyphs []glyph, base bool) (line, caret Shown) {
	var text, below strings.Builder
	text.WriteString(firstStrong)
	// An ellipsis, a digit or a foreign word may come first in the excerpt, but
	// not in the line.
	text.WriteString(markOf[base])
	for i := len(glyphs) - 1; i >= 0 && glyphs[i].r == ' '; i-- {
		glyphs[i].r = noBreakSpace
	}
	runes := make([]rune, len(glyphs))
	for i, g := range glyphs {
		text.WriteRune(g.r)
		runes[i] = g.r
	}
	text.WriteString(popIsolate)
	direction := bidi.LTR
	if base {
		direction = bidi.RTL
	}
	levels, level := bidi.Levels(runes, direction)
	bottom := level
	below.WriteString(isolateOf[level%2])
	for i, g := range glyphs {
		for level < levels[i] {
			level++
			below.WriteString(isolateOf[level%2])
		}
		for level > max(levels[i], bottom) {
			level--
			below.WriteString(popIsolate)
		}
		below.WriteString(strings.Repeat(mark(g.marked, string(noBreakSpace)), g.cells))
	}
	below.WriteString(strings.Repeat(popIsolate, int(level-bottom)+1))
	return Shown{text.String()}, Shown{below.String()}
}

var (
	isolateOf = [2]string{leftToRight, rightToLeft}
	markOf    = map[bool]string{false: leftMark, true: rightMark}
)

func isRight(r rune) bool {
	if r < 0x590 {
		return false
	}
	switch classOf(r) {
	case classes.R, classes.AL, classes.AN:
		return true
	}
	return false
}

func classOf(r rune) classes.Class {
	p, _ := classes.LookupRune(r)
	return p.Class()
}

func hasRightToLeft(s string) bool { return strings.ContainsFunc(s, isRight) }

// directionOf reports whether a line runs from right to left: whether its first
// strong character does (UAX #9, P2 and P3).
func directionOf(line []byte) bool {
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		switch classOf(r) {
		case classes.L:
			return false
		case classes.R, classes.AL:
			return true
		}
		line = line[n:]
	}
	return false
}
