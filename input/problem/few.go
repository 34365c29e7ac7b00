package problem

import "warraq/input/source"

// Most is how many problems one stage tells.
const Most = 1000

var tooMany = Kind{
	Code: "too-many-problems", Severity: Note,
	Message: Text{AR: "%d مشكلة أخرى لم تُذكر", EN: "%d more problems are not listed"},
	Advice:  Text{AR: "أصلح ما ذُكر ثم أعد المحاولة.", EN: "Mend these and run it again."},
}

// Few returns the list, sorted and no longer than can be read where it has more
// than a thousand; no error gives way to a warning.
func (l List) Few() List {
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
