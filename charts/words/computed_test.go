package words_test

import (
	"regexp"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/transform"
)

// What a step divides is said with three digits; what it adds keeps all that the data
// have, and so does a chart that draws what the author wrote.
func TestComputedValuesAreNotFalselyPrecise(t *testing.T) {
	field := func(s string) brief.Field { return brief.Field{Value: s} }
	over := transform.Over{Of: field("أ"), As: field("ج")}
	long := regexp.MustCompile(`\d[\d,]*\.\d+`)
	digits := regexp.MustCompile(`\d`)
	for name, c := range map[string]struct {
		step transform.Step
		most int
	}{
		"change":     {&transform.Change{Over: over}, 3},
		"index":      {&transform.Index{Over: over, By: field("السنة"), Base: field("2020")}, 3},
		"ratio":      {&transform.Compute{Operation: transform.Ratio, Of: []brief.Field{field("أ"), field("ب")}, Times: 1, As: field("ج")}, 3},
		"difference": {&transform.Compute{Operation: transform.Difference, Of: []brief.Field{field("أ"), field("ب")}, Times: 1, As: field("ج")}, 4},
		"deflate":    {&transform.Deflate{Columns: []brief.Field{field("أ")}, Over: field("السنة"), Base: field("2020"), Levels: []transform.Level{{At: "2020", Value: 100}, {At: "2021", Value: 103}, {At: "2022", Value: 109}}}, 3},
		"share":      {&transform.Share{Over: over}, 3},
		"none":       {&transform.RunningTotal{Over: over}, 5},
	} {
		table, problems := transform.Apply(samples.Table("السنة,أ,ب\n2020,30.53,11.03\n2021,27.14,12.49\n2022,43.67,13.11\n"), []transform.Step{c.step})
		if problems.HasErrors() {
			t.Fatal(name, problems)
		}
		value := "ج"
		if name == "deflate" {
			value = "أ"
		}
		text := describe(&brief.Chart{Type: "line", Value: value, Data: table.Table, Fields: map[string]source.Span{}}, brief.LatinDigits)
		most := 0
		for _, x := range long.FindAllString(text, -1) {
			most = max(most, len(digits.FindAllString(x, -1)))
		}
		if most != c.most {
			t.Errorf("%s is said with %d digits, want %d: %s", name, most, c.most, text)
		}
	}
}
