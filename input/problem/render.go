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
// line with a caret below it or the name of the cell, then what to do. An error is that of w.
func Render(w io.Writer, list List, l Language) error {
	b := bufio.NewWriter(w)
	places := locator{}
	for _, p := range list {
		b.WriteString(where(&places, p.Span))
		b.WriteString(severityIn(p.Severity, l))
		b.WriteString(": ")
		b.WriteString(isolated(p.Message.said(l, p.Args)))
		fmt.Fprintf(b, " [%s]\n", p.Code)
		if line, caret := excerpt(&places, p.Span); line != "" {
			fmt.Fprintf(b, "  %s\n  %s\n", line, caret)
		}
		if p.Span.Row > 0 {
			fmt.Fprintf(b, "  %s\n", isolated(cellName.said(l, []any{columnLetters(p.Span.Column) + strconv.Itoa(p.Span.Row)})))
		}
		if advice := strings.TrimSpace(p.Advice.said(l, p.Args)); advice != "" {
			fmt.Fprintf(b, "  %s\n", isolated(advice))
		}
	}
	return b.Flush()
}

// cellName is how a spreadsheet program calls a cell.
var cellName = Text{AR: "الخلية %s", EN: "cell %s"}

// columnLetters names a column, from 1, as spreadsheets do: A to Z, AA, AB.
func columnLetters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// where is path:line:column: of a place, or path#sheet:row:column: of a cell.
func where(places *locator, s source.Span) string {
	if s.File == nil {
		return ""
	}
	name := showableText(s.File.Name)
	if s.Row > 0 {
		if s.Sheet != "" {
			name += "#" + showableText(s.Sheet)
		}
		return fmt.Sprintf("%s:%d:%d: ", name, s.Row, s.Column)
	}
	start := places.position(s.File, s.Start)
	return fmt.Sprintf("%s:%d:%d: ", name, start.Line, start.Column)
}

func severityIn(s Severity, l Language) string {
	if l == Arabic {
		return [...]string{"خطأ", "تحذير", "ملاحظة"}[s]
	}
	return s.String()
}

// said is the sentence with its arguments isolated, so that a path or a key
// keeps its order inside a sentence of the other direction.
func (t Text) said(l Language, args []any) string {
	args = showable(args)
	rightInside := slices.ContainsFunc(args, func(a any) bool {
		s, ok := a.(string)
		return ok && hasRightToLeft(s)
	})
	if l == English && !rightInside {
		return t.fill(l, args)
	}
	apart := make([]any, len(args))
	for i, a := range args {
		apart[i] = a
		if s, ok := a.(string); ok {
			apart[i] = firstStrong + s + popIsolate
		}
	}
	return t.fill(l, apart)
}

// isolated sets a sentence off from what stands beside it, where it runs from
// right to left.
func isolated(s string) string {
	if hasRightToLeft(s) {
		return firstStrong + s + popIsolate
	}
	return s
}
