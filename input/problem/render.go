package problem

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"warraq/input/source"
)

// Isolates keep the order of one piece of text from leaking into another
// (UAX #9, 2.4): a message, an argument in it, an excerpt.
const (
	firstStrong  = "\u2068"
	rightToLeft  = "\u2067"
	leftToRight  = "\u2066"
	popIsolate   = "\u2069"
	leftMark     = "\u200E"
	rightMark    = "\u200F"
	noBreakSpace = '\u00A0'
)

// Render writes problems for a reader at a terminal: where and what, then the
// line with a caret below it or the name of the cell, then how often and where
// else, then what to do. All that an author wrote is [Shown]. An error is that
// of w.
func Render(w io.Writer, list List, l Language) error {
	b := bufio.NewWriter(w)
	places := locator{}
	for _, p := range list {
		b.WriteString(where(&places, p.Span).text)
		b.WriteString(severityIn(p.Severity, l))
		b.WriteString(": ")
		fmt.Fprintf(b, "%s [%s]\n", isolated(p.Message.said(l, p.Args)), p.Code)
		if line, caret := excerpt(&places, p.Span); line.text != "" {
			fmt.Fprintf(b, "  %s\n  %s\n", line, caret)
		}
		if p.Span.Row > 0 {
			fmt.Fprintf(b, "  %s\n", isolated(cellName.said(l, []any{cellOf(p.Span)})))
		}
		if len(p.More) > 0 {
			fmt.Fprintf(b, "  %s\n", isolated(everywhere(&places, p, l).said(l)))
		}
		if advice := strings.TrimSpace(p.Advice.said(l, p.Args).text); advice != "" {
			fmt.Fprintf(b, "  %s\n", isolated(Shown{advice}))
		}
	}
	return b.Flush()
}

// cellName is how a spreadsheet program calls a cell.
var cellName = Text{AR: "الخلية %s", EN: "cell %s"}

func cellOf(s source.Span) string { return columnLetters(s.Column) + strconv.Itoa(s.Row) }

// columnLetters names a column, from 1, as spreadsheets do: A to Z, AA, AB.
func columnLetters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// namedPlaces is how many places of one problem a reader is told.
const namedPlaces = 3

var (
	manyPlaces  = Text{AR: "المواضع (%d): %s", EN: "places (%d): %s"}
	quotedPlace = Text{AR: "%s «%s»", EN: "%s “%s”"}
)

// everywhere tells how often a problem is there, and the first places, with what
// stands there where that differs.
func everywhere(places *locator, p Problem, l Language) Sentence {
	all := p.Places()
	first, _ := quoted(l, p.Args)
	differs := slices.ContainsFunc(all, func(at Place) bool {
		words, _ := quoted(l, at.Args)
		return words != first
	})
	named := make(placeList, 0, namedPlaces+1)
	for _, at := range all[:min(len(all), namedPlaces)] {
		place := any(shortWhere(places, at.Span, p.Span))
		if words, ok := quoted(l, at.Args); ok && differs {
			place = quotedPlace.With(place, words)
		}
		named = append(named, place)
	}
	if len(all) > len(named) {
		named = append(named, Text{AR: "…", EN: "…"})
	}
	return manyPlaces.With(len(all), named)
}

// A placeList is an argument that lists others.
type placeList []any

// shortWhere is where, without the file where the first place has named it.
func shortWhere(places *locator, s, first source.Span) Shown {
	if s.File == nil {
		return Shown{}
	}
	if s.File != first.File && s.File.Name != first.File.Name || s.Sheet != first.Sheet {
		return Shown{strings.TrimSuffix(where(places, s).text, ": ")}
	}
	if s.Row > 0 {
		return Shown{cellOf(s)}
	}
	at := places.position(s.File, s.Start)
	return Shown{fmt.Sprintf("%d:%d", at.Line, at.Column)}
}

// where is path:line:column: of a place, or path#sheet:row:column: of a cell.
func where(places *locator, s source.Span) Shown {
	if s.File == nil {
		return Shown{}
	}
	name := Show(s.File.Name).text
	if s.Row > 0 {
		if s.Sheet != "" {
			name += "#" + Show(s.Sheet).text
		}
		return Shown{fmt.Sprintf("%s:%d:%d: ", name, s.Row, s.Column)}
	}
	start := places.position(s.File, s.Start)
	return Shown{fmt.Sprintf("%s:%d:%d: ", name, start.Line, start.Column)}
}

func severityIn(s Severity, l Language) string {
	if l == Arabic {
		return [...]string{"خطأ", "تحذير", "ملاحظة"}[s]
	}
	return s.String()
}

// isolated sets a sentence off from what stands beside it, where it runs from
// right to left.
func isolated(s Shown) Shown {
	if hasRightToLeft(s.text) {
		return Shown{firstStrong + s.text + popIsolate}
	}
	return s
}
