package problem

import (
	"fmt"
	"slices"

	"warraq/input/source"
)

// Most is how many problems one stage tells.
const Most = 1000

var tooMany = Kind{
	Code: "too-many-problems", Severity: Note,
	Message: Text{AR: "%d مشكلة أخرى لم تُذكر", EN: "%d more problems are not listed"},
	Advice:  Text{AR: "أصلح ما ذُكر ثم أعد المحاولة.", EN: "Mend these and run it again."},
}

// Few returns the list without what it says twice, as of a cell that two charts
// draw; where it has more than a thousand, sorted and no longer than can be read.
// No error gives way to a warning.
func (l List) Few() List {
	l = l.once()
	if len(l) <= Most {
		return l
	}
	kept := make(List, 0, Most+1)
	for severity := Error; severity <= Note; severity++ {
		for _, p := range l {
			if p.Severity == severity && len(kept) < Most {
				kept = append(kept, p)
			}
		}
	}
	kept.Sort()
	return append(kept, tooMany.At(source.Span{}, len(l)-Most))
}

// once returns the list without problems that are there already, said of the
// same place in the same words.
func (l List) once() List {
	type place struct {
		code string
		span source.Span
	}
	const mostAtOnePlace = 16 // more are not compared
	said := make(map[place][]string, min(len(l), Most))
	kept := l[:0:0]
	for _, p := range l {
		at, words := place{p.Code, p.Span}, fmt.Sprint(p.Args...)
		if slices.Contains(said[at], words) {
			continue
		}
		if len(said[at]) < mostAtOnePlace {
			said[at] = append(said[at], words)
		}
		kept = append(kept, p)
	}
	return kept
}
