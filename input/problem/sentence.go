package problem

import (
	"fmt"
	"strings"

	"warraq/input/source"
)

// Text is one sentence in both languages, in words of the program's own. Verbs
// are those of package fmt and stand for the same arguments in both. A per cent
// sign is written twice.
//
// Arguments may be numbers, a Text or a [Sentence], which are said in the same
// language, [Names], [Quote], and anything else, whose words are made showable
// as [Show] does.
type Text struct{ AR, EN phrase }

// A Sentence is a Text with its arguments: an argument of another.
type Sentence struct {
	text Text
	args []any
}

// With returns the sentence that these arguments fill.
func (t Text) With(args ...any) Sentence { return Sentence{t, args} }

// Names is an argument that lists names: with the comma of the language, and no
// more of them, or of each, than can be read.
type Names []string

// How many names a sentence lists, and how many characters of each.
const (
	mostNames   = 24
	longestName = 80
)

// A Quote is an argument that tells what stands at the problem's own place, such
// as the content of a cell. Problems that differ in their quotes alone have one
// cause, and are told as one (see [List.Few]).
type Quote struct{ what any }

func (q Quote) String() string { return fmt.Sprint(q.what) }

// Quoted returns what stands at the place of the problem.
func Quoted(what any) Quote { return Quote{what} }

// LineOf is an argument that tells the line where a place begins. It is counted
// only where the sentence is shown.
type LineOf source.Span

// In is [Text.Shown] as a string.
func (t Text) In(l Language, args ...any) string { return t.Shown(l, args...).String() }

// Shown returns the sentence in a language with its verbs filled.
func (t Text) Shown(l Language, args ...any) Shown {
	return Shown{t.fill(l, args, func(s string) string { return s })}
}

func (s Sentence) said(l Language) Shown { return s.text.said(l, s.args) }

// said is the sentence with its arguments isolated, so that a path or a key
// keeps its order inside a sentence of the other direction.
func (t Text) said(l Language, args []any) Shown {
	if l == English && !hasRightToLeft(t.In(l, args...)) {
		return t.Shown(l, args...)
	}
	return Shown{t.fill(l, args, func(s string) string { return firstStrong + s + popIsolate })}
}

// fill is the one place where sentences are put together.
func (t Text) fill(l Language, args []any, apart func(string) string) string {
	s := string(t.EN)
	if l == Arabic {
		s = string(t.AR)
	}
	args = args[:min(len(args), verbs(s))]
	if len(args) == 0 {
		return strings.ReplaceAll(s, "%%", "%")
	}
	said := make([]any, len(args))
	for i, a := range args {
		said[i] = argument(l, a, apart)
	}
	return fmt.Sprintf(s, said...)
}

// argument is what package fmt gets for an argument.
func argument(l Language, a any, apart func(string) string) any {
	switch a := a.(type) {
	case int, int8, int16, int64, uint, uint8, uint16, uint32, uint64, float32, float64:
		return a // int32 is a rune, which %c would show as it is
	case Text:
		return a.fill(l, nil, apart)
	case Sentence:
		return a.text.fill(l, a.args, apart)
	case Quote:
		return argument(l, a.what, apart)
	case LineOf:
		return source.Span(a).Position().Line
	case Names:
		return a.listed(l, apart)
	case placeList:
		items := make([]any, len(a))
		for i, item := range a {
			items[i] = argument(l, item, apart)
		}
		return enumeration(l, items, false)
	case Shown:
		return apart(a.text)
	}
	return apart(showable(fmt.Sprint(a), longestArgument))
}

func (n Names) listed(l Language, apart func(string) string) string {
	named := make([]any, min(len(n), mostNames))
	for i := range named {
		named[i] = apart(showable(n[i], longestName))
	}
	return enumeration(l, named, len(n) > len(named))
}

// enumeration sets the comma of the language between what is listed.
func enumeration(l Language, items []any, more bool) string {
	comma := ", "
	if l == Arabic {
		comma = "، "
	}
	s := strings.TrimSuffix(strings.Repeat("%s"+comma, len(items)), comma)
	if more {
		s += comma + "…"
	}
	return fmt.Sprintf(s, items...)
}

// verbs counts the arguments that a sentence takes: advice seldom takes all that
// the message does.
func verbs(s string) int {
	count, next := 0, 1
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '%' {
			continue
		}
		i++
		if s[i] == '%' {
			continue
		}
		if s[i] == '[' && i+1 < len(s) && s[i+1] >= '1' && s[i+1] <= '9' {
			next = int(s[i+1] - '0')
		}
		count = max(count, next)
		next++
	}
	return count
}

func isQuote(a any) bool { _, ok := a.(Quote); return ok }

// quoted returns the first of the arguments that tell what stands at the place.
func quoted(l Language, args []any) (shown Shown, ok bool) {
	for _, a := range args {
		if q, ok := a.(Quote); ok {
			return Text{AR: "%v", EN: "%v"}.Shown(l, q), true
		}
	}
	return Shown{}, false
}
