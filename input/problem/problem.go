// Package problem describes what is wrong with a brief: what, where, and what
// the author can do about it, in Arabic and in English.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"warraq/input/source"
)

// Severity says whether a problem stops the build.
type Severity int

// The severities, from the gravest.
const (
	Error Severity = iota
	Warning
	Note
)

func (s Severity) String() string {
	return [...]string{"error", "warning", "note"}[s]
}

// Text is one sentence in both languages. Verbs are those of package fmt and
// stand in the same order in both. An argument that is itself a Text is said in
// the same language. A per cent sign is written twice.
type Text struct{ AR, EN string }

// A Kind is a sort of problem, declared beside the code that finds it.
type Kind struct {
	// Code is stable, in kebab-case, and unique in the program.
	Code     string
	Severity Severity
	// Message says what is wrong; Advice says what to do.
	Message, Advice Text
}

// At makes a problem of this kind at a place. The arguments fill the verbs of
// Message; verbs of Advice, if any, are filled from the same arguments by
// explicit index (%[1]s).
func (k Kind) At(span source.Span, args ...any) Problem {
	return Problem{Kind: k, Span: span, Args: args}
}

// A Problem is one thing wrong at one place.
type Problem struct {
	Kind
	Span source.Span
	Args []any
}

// Language of the messages.
type Language string

// The languages messages are written in.
const (
	Arabic  Language = "ar"
	English Language = "en"
)

// In returns the sentence in a language with its verbs filled. What an author
// wrote stands in it as far as it can be shown.
func (t Text) In(l Language, args ...any) string { return t.fill(l, showable(args)) }

func (t Text) fill(l Language, args []any) string {
	s := t.EN
	if l == Arabic {
		s = t.AR
	}
	args = args[:min(len(args), verbs(s))]
	if len(args) == 0 {
		return strings.ReplaceAll(s, "%%", "%")
	}
	said := make([]any, len(args))
	for i, a := range args {
		said[i] = a
		if t, ok := a.(Text); ok {
			said[i] = t.In(l)
		}
	}
	return fmt.Sprintf(s, said...)
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

// A List gathers problems: a run reports all it finds, never only the first.
type List []Problem

// Add appends problems.
func (l *List) Add(p ...Problem) { *l = append(*l, p...) }

// HasErrors reports whether any problem stops the build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity == Error })
}

// Sort orders problems by file and place, keeping the order they were found in
// where they share one.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(name(a.Span), name(b.Span)), cmp.Compare(a.Span.Row, b.Span.Row),
			cmp.Compare(a.Span.Column, b.Span.Column), cmp.Compare(a.Span.Start, b.Span.Start))
	})
}

func name(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}
