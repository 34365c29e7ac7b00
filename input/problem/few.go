package problem

import (
	"fmt"
	"slices"
	"strings"

	"warraq/input/source"
)

// Most is how many problems a run tells.
const Most = 1000

var tooMany = Kind{
	Code: "too-many-problems", Severity: Note,
	Message: Text{AR: "مشكلات أخرى لم تُذكر، عددها: %d", EN: "problems that are not listed: %d more"},
	Advice:  Text{AR: "أصلح ما ذُكر ثم أعد المحاولة.", EN: "Mend these and run it again."},
}

// Few returns the list with one problem for each cause: those that say the same
// in the same words, and those of one file that differ in their quotes alone,
// are one with all of its places, in the place of the first found. What is said
// twice of a place is said once. Where more than a thousand are left they are
// sorted, and no error gives way to a warning.
func (l List) Few() List {
	l, untold := l.joined()
	if len(l) > Most {
		kept := make(List, 0, Most+1)
		for severity := Error; severity <= Note; severity++ {
			for _, p := range l {
				if p.Severity == severity && len(kept) < Most {
					kept = append(kept, p)
				}
			}
		}
		untold += len(l) - Most
		kept.Sort()
		l = kept
	}
	if untold > 0 {
		l = append(l, tooMany.At(source.Span{}, untold))
	}
	return l
}

// joined makes one problem of each cause, and counts those that an earlier call
// of Few left out.
func (l List) joined() (joined List, untold int) {
	at := make(map[string]int, min(len(l), Most))
	joined = make(List, 0, min(len(l), Most))
	var shared []bool // whether several were joined
	for _, p := range l {
		if p.Code == tooMany.Code {
			untold += p.Args[0].(int)
			continue
		}
		cause := p.cause()
		i, known := at[cause]
		if !known {
			at[cause] = len(joined)
			// Clipped: what is appended must not write into another's places.
			p.More = slices.Clip(p.More)
			joined, shared = append(joined, p), append(shared, false)
			continue
		}
		shared[i] = true
		joined[i].More = append(append(joined[i].More, Place{p.Span, p.Args}), p.More...)
	}
	for i := range joined {
		if shared[i] {
			joined[i] = joined[i].ordered()
		}
	}
	return joined, untold
}

// cause is a text that problems of one cause share and others do not.
func (p Problem) cause() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d", p.Code, p.Severity)
	if slices.ContainsFunc(p.Args, isQuote) {
		fmt.Fprintf(&b, " %q %q", name(p.Span), p.Span.Sheet)
	}
	for _, a := range p.Args {
		switch a := a.(type) {
		case Quote:
		case string:
			b.WriteString("\x00" + a)
		default:
			fmt.Fprintf(&b, "\x00%T %v", a, a)
		}
	}
	return b.String()
}

// ordered returns the problem with its places in the order of the text, each
// once.
func (p Problem) ordered() Problem {
	places := p.Places()
	slices.SortStableFunc(places, func(a, b Place) int { return inOrder(a.Span, b.Span) })
	places = slices.CompactFunc(places, func(a, b Place) bool {
		return a.Span.End == b.Span.End && inOrder(a.Span, b.Span) == 0
	})
	p.Span, p.Args, p.More = places[0].Span, places[0].Args, places[1:]
	return p
}
