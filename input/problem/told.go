package problem

import (
	"reflect"
	"slices"

	"warraq/input/source"
)

// Told remembers what has been told of which place, so that what a thousand find
// in one place takes the room of one. The zero Told is not ready for use.
type Told map[told][]any

type told struct {
	code     string
	severity Severity
	at       source.Span
}

// First reports whether nothing has told the same of the same place yet, and
// remembers it. It is true of a problem that has no place, or several.
func (t Told) First(p Problem) bool {
	if p.Span.IsZero() || len(p.More) > 0 {
		return true
	}
	key := told{p.Code, p.Severity, p.Span}
	args, known := t[key]
	if !known {
		t[key] = p.Args
		return true
	}
	return !slices.EqualFunc(args, p.Args, sameArgument)
}

// sameArgument compares two arguments, the usual kinds without reflection: there
// are millions in a column of thousands that hundreds of charts read. What is
// quoted of one place is the same.
func sameArgument(a, b any) bool {
	switch a := a.(type) {
	case string:
		b, ok := b.(string)
		return ok && a == b
	case Quote:
		return isQuote(b)
	}
	return reflect.DeepEqual(a, b)
}
