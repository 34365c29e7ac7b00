// Package problem describes what is wrong with a brief: what, where, and what
// the author can do about it, in Arabic and in English.
package problem

import (
	"cmp"
	"slices"

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

// A Problem is one thing wrong, at one place or, where [List.Few] joined equal
// ones, at several: Span and Args are of the first, More has the others in order.
type Problem struct {
	Kind
	Span source.Span
	Args []any
	More []Place
}

// A Place is one of those where a problem is, with the arguments it has there.
type Place struct {
	Span source.Span
	Args []any
}

// Places returns all places of the problem, the first before the others.
func (p Problem) Places() []Place {
	return append([]Place{{p.Span, p.Args}}, p.More...)
}

// AtAll makes one problem of this kind at all of the places, of which there must
// be one, in the order of the text.
func (k Kind) AtAll(spans []source.Span, args ...any) Problem {
	p := k.At(spans[0], args...)
	for _, s := range spans[1:] {
		p.More = append(p.More, Place{s, args})
	}
	return p
}

// Language of the messages.
type Language string

// The languages messages are written in.
const (
	Arabic  Language = "ar"
	English Language = "en"
)

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
	slices.SortStableFunc(l, func(a, b Problem) int { return inOrder(a.Span, b.Span) })
}

// inOrder compares places by file and by where they begin.
func inOrder(a, b source.Span) int {
	return cmp.Or(cmp.Compare(name(a), name(b)), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row),
		cmp.Compare(a.Column, b.Column), cmp.Compare(a.Start, b.Start))
}

func name(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}
