package grid

import (
	"cmp"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// common are the keys of a chart block that all types have a use for.
func common() []string {
	return []string{"type", "title", "data", "read", "transform", "table", "height", "decimals", "short", "source", "alt", "option"}
}

// special are the keys that only some types have a use for; facet and scale are told
// in their own words.
func special() []string {
	return []string{"category", "value", "values", "series", "unit", "sort", "direction", "labels", "levels", "from", "to", "low", "high", "error", "target", "bands", "trend", "totals", "highlight", "mark", "min", "max", "map", "style"}
}

// takes reports whether a type has a use for a key.
func (s Shape) takes(key string) bool {
	switch key {
	case "series":
		return s.series > 1 && s.keys == nil || slices.Contains(s.keys, key)
	case "levels":
		return s.levelled || slices.Contains(s.keys, key)
	case "highlight":
		return s.highlights
	case "totals":
		return s.stacks
	case "mark":
		return s.marked
	case "low", "high", "error":
		return s.uncertain
	case "min", "max":
		return s.scaled
	case "direction":
		return s.running || s.upright || slices.Contains(s.keys, key)
	case "category", "value", "values", "unit", "sort":
		return s.keys == nil || slices.Contains(s.keys, key)
	}
	return !slices.Contains(special(), key) || slices.Contains(s.keys, key)
}

// checkKeys reports keys that the type has no use for, each where it is written. The
// first tells which keys there are.
func checkKeys(list *problem.List, c *brief.Chart, k Type) {
	s, useful := k.Shape, common()
	if s.logarithmic {
		useful = append(useful, "scale")
	}
	if k.Panels {
		useful = append(useful, "facet")
	}
	var useless []string
	for _, key := range special() {
		if s.takes(key) {
			useful = append(useful, key)
		} else if _, written := c.Fields[key]; written {
			useless = append(useless, key)
		}
	}
	slices.SortStableFunc(useless, func(a, b string) int { return cmp.Compare(c.Key(a).Start, c.Key(b).Start) })
	for i, key := range useless {
		advice := keysOfType.With(strings.Join(useful, " · "))
		if i > 0 {
			advice = removeKey.With()
		}
		list.Add(keyNotForType.At(c.Key(key), problem.Quoted(key), c.Type, advice))
	}
}

var (
	keyNotForType = problem.Kind{
		Code: "key-not-for-type", Severity: problem.Error,
		Message: problem.Text{AR: "المفتاح «%s» لا أثر له في النوع «%s»", EN: "“%s” says nothing to the type “%s”"},
		Advice:  problem.Text{AR: "%[3]s", EN: "%[3]s"},
	}
	keysOfType = problem.Text{AR: "احذفه؛ ومفاتيح هذا النوع: %s.", EN: "Remove it; the keys of this type are %s."}
	removeKey  = problem.Text{AR: "احذفه كذلك.", EN: "Remove it too."}
)
