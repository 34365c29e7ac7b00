package transform_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
	"warraq/input/transform"
	"warraq/input/tree"
)

// drawTable draws a ledger of names, years and amounts, some missing.
func drawTable(t *rapid.T) *brief.Table {
	table := &brief.Table{Columns: []brief.Column{{Name: "name"}, {Name: "kind"}, {Name: "year"}, {Name: "amount"}}}
	names := rapid.SampledFrom([]string{"أ", "ب", "ج", "د"})
	for i := range rapid.IntRange(1, 30).Draw(t, "rows") {
		amount := brief.Cell{Kind: brief.MissingCell}
		if rapid.IntRange(0, 5).Draw(t, "known") > 0 {
			x := float64(rapid.IntRange(0, 100_000).Draw(t, "amount")) / 8
			amount = brief.Cell{Kind: brief.NumberCell, Number: x, Text: strconv.FormatFloat(x, 'f', -1, 64)}
		}
		amount.Span.Start = i // tells rows apart
		year := rapid.IntRange(2020, 2024).Draw(t, "year")
		table.Rows = append(table.Rows, brief.Row{Cells: []brief.Cell{
			{Text: names.Draw(t, "name")}, {Text: names.Draw(t, "kind")},
			{Text: strconv.Itoa(year), Kind: brief.NumberCell, Number: float64(year)}, amount,
		}})
	}
	return table
}

func field(name string) brief.Field { return brief.Field{Value: name} }

func apply(t *rapid.T, table *brief.Table, steps ...transform.Step) *brief.Table {
	before := fmt.Sprint(*table)
	made, problems := transform.Apply(table, steps)
	if fmt.Sprint(*table) != before {
		t.Fatal("the table that was handed in is another")
	}
	if problems.HasErrors() {
		t.Fatal(problems[0].Message.In(problem.English, problems[0].Args...))
	}
	for _, row := range made.Table.Rows {
		if len(row.Cells) != len(made.Table.Columns) {
			t.Fatalf("a row of %d cells under %d columns", len(row.Cells), len(made.Table.Columns))
		}
	}
	return made.Table
}

// column returns the numbers of a column that are there.
func column(t *brief.Table, name string) []float64 {
	var list []float64
	for _, row := range t.Rows {
		if c := row.Cells[t.Column(name)]; c.Kind == brief.NumberCell {
			list = append(list, c.Number)
		}
	}
	return list
}

func sum(list []float64) float64 {
	total := 0.0
	for _, x := range list {
		total += x
	}
	return total
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(1, math.Abs(a), math.Abs(b)) }

func amounts(t *rapid.T, table *brief.Table) float64 {
	list := column(table, "amount")
	if sum(list) == 0 {
		t.Skip("nothing to add up")
	}
	return sum(list)
}

func TestStepsKeepTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		want := amounts(t, table)
		by := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"name", "kind", "year"}), 1, 3, rapid.ID).Draw(t, "by")
		group := &transform.Group{Measures: []transform.Measured{{Measure: transform.Sum, Column: field("amount")}}}
		for _, name := range by {
			group.By = append(group.By, field(name))
		}
		top := &transform.Top{N: rapid.IntRange(1, 9).Draw(t, "n"), By: field("amount"), Rest: field("أخرى"), Name: field(by[0])}
		grouped := apply(t, table, group)
		for name, got := range map[string]*brief.Table{
			"sort":          apply(t, table, &transform.Sort{By: field("amount")}),
			"group":         grouped,
			"top":           apply(t, grouped, top),
			"group and top": apply(t, table, group, top),
		} {
			if !near(sum(column(got, "amount")), want) {
				t.Errorf("%s: the sum is %g and was %g", name, sum(column(got, "amount")), want)
			}
		}
		pivot := apply(t, table, &transform.Pivot{Rows: field("year"), Columns: field("name"), Values: field("amount")})
		total := 0.0
		for _, c := range pivot.Columns[1:] {
			total += sum(column(pivot, c.Name))
		}
		if !near(total, want) {
			t.Errorf("pivot: the sum is %g and was %g", total, want)
		}
	})
}

func TestSortIsAPermutationInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		by := rapid.SampledFrom([]string{"name", "year", "amount"}).Draw(t, "by")
		descending := rapid.Bool().Draw(t, "descending")
		sorted := apply(t, table, &transform.Sort{By: field(by), Descending: descending})
		var was, is []string
		for i := range table.Rows {
			was = append(was, fmt.Sprint(table.Rows[i]))
			is = append(is, fmt.Sprint(sorted.Rows[i]))
		}
		numbers := column(sorted, by)
		if descending {
			slices.Reverse(numbers)
		}
		if !slices.IsSorted(numbers) {
			t.Errorf("not in order: %v", numbers)
		}
		for i, row := range sorted.Rows[1:] {
			if sorted.Rows[i].Cells[3].Kind == brief.MissingCell && row.Cells[3].Kind != brief.MissingCell && by == "amount" {
				t.Error("a missing cell comes before one that is there")
			}
		}
		slices.Sort(was)
		slices.Sort(is)
		if !slices.Equal(was, is) {
			t.Error("rows were lost or made")
		}
	})
}

func TestSharesSumToHundred(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		amounts(t, table)
		if got := sum(column(apply(t, table, &transform.Share{Over: transform.Over{Of: field("amount")}}), "amount")); !near(got, 100) {
			t.Errorf("the shares sum to %g", got)
		}
	})
}

func TestRunningTotalEndsInTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		want := amounts(t, table)
		got := column(apply(t, table, &transform.RunningTotal{Over: transform.Over{Of: field("amount"), As: field("so far")}}), "so far")
		if !slices.IsSorted(got) || !near(got[len(got)-1], want) {
			t.Errorf("%v does not run to %g", got, want)
		}
	})
}

func TestConversionThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawTable(t)
		amounts(t, table)
		rate := rapid.Float64Range(0.001, 1000).Draw(t, "rate")
		there := &transform.Convert{Columns: []brief.Field{field("amount")}, From: field("a"), To: field("b"), Rates: []transform.Rate{{Unit: field("a"), Value: rate}}}
		back := &transform.Convert{Columns: []brief.Field{field("amount")}, From: field("b"), To: field("a"), Rates: []transform.Rate{{Unit: field("b"), Value: 1 / rate}}}
		was, is := column(table, "amount"), column(apply(t, table, there, back), "amount")
		for i := range was {
			if !near(was[i], is[i]) {
				t.Errorf("%g came back as %g", was[i], is[i])
			}
		}
	})
}

// Steps of any kind, taken in any order, end in a table or in a problem, and
// every cell and every problem has a place.
// A join finds what looking through the other table finds, and keeps the rows.
func TestJoinFindsWhatLookingFinds(t *testing.T) {
	names := []string{"مصر", "Egypt", "EGY", "تشاد", "Chad", "TCD", "السودان", "Sudan", "العالم", "أطلانطس"}
	same := map[string]string{"Egypt": "مصر", "EGY": "مصر", "Chad": "تشاد", "TCD": "تشاد", "Sudan": "السودان"}
	of := func(name string) string { return cmp.Or(same[name], name) }
	rapid.Check(t, func(t *rapid.T) {
		others := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 3, 6, of).Draw(t, "others")
		own := rapid.SliceOfN(rapid.SampledFrom(names), 3, 12).Draw(t, "own")
		data, other, heads := "country,x\n", "الدولة,y\n", map[string]float64{}
		for i, name := range own {
			data += fmt.Sprintf("%s,%d\n", name, i)
		}
		for i, name := range others {
			heads[of(name)] = float64(100 + i)
			other += fmt.Sprintf("%s,%d\n", name, 100+i)
		}
		table, problems := tableOf(data)
		joined, more := tableOf(other)
		if problems.HasErrors() || more.HasErrors() || table.Columns[0].Type != brief.Countries || joined.Columns[0].Type != brief.Countries {
			t.Skip("no countries")
		}
		inner := rapid.Bool().Draw(t, "inner")
		made, problems := transform.Apply(table, []transform.Step{&transform.Join{
			Data: field("other"), Other: joined, On: []transform.KeyPair{{Own: field("country"), Other: field("الدولة")}}, Inner: inner,
		}})
		var want []float64
		found, alone := 0, 0
		for _, name := range own {
			if x, ok := heads[of(name)]; ok {
				found++
				want = append(want, x)
			} else {
				alone++
			}
		}
		if found == 0 {
			if made.Table != nil || !problems.HasErrors() {
				t.Fatal("nothing was joined, and nothing told")
			}
			return
		}
		if got := column(made.Table, "y"); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		if rows := len(made.Table.Rows); inner && rows != found || !inner && rows != len(own) {
			t.Fatalf("%d rows of %d", rows, len(own))
		}
		if (alone > 0) != (len(problems) > 0) {
			t.Fatalf("%d rows without a partner, and told: %v", alone, problems)
		}
	})
}

func FuzzSteps(f *testing.F) {
	f.Add("- {filter: {column: a, from: 1}}\n- sort: b", "a,b\n1,2\n")
	f.Add("- group: {by: a, sum: b, mean: b}\n- {top: {n: 1, by: b, rest: x}}", "a,b\nx,2\ny,3\nx,\n")
	f.Add("- pivot: {rows: a, columns: b, values: c}\n- share: 2", "a,b,c\n1,2,3\n")
	f.Add("- join: {data: x, on: a, names: {b: c}}\n- group: {by: b, sum: c}", "a,b\n1,2\n3,4\n")
	f.Add("- convert: {column: b, currency: a, to: EUR, rates: {USD: 0.9}}\n- running-total: {of: b, within: a, as: c}", "a,b\nUSD,2\nEUR,3\n")
	f.Fuzz(func(t *testing.T, steps, data string) {
		if len(steps) > 2000 || len(data) > 2000 {
			return
		}
		made, problems := read(steps, data)
		if made.Table == nil && !problems.HasErrors() {
			t.Fatal("neither a table nor a problem")
		}
		for _, p := range problems {
			if p.Span.IsZero() {
				t.Fatalf("%s has no place", p.Code)
			}
		}
		if made.Table == nil {
			return
		}
		for _, row := range made.Table.Rows {
			for _, c := range row.Cells {
				if c.Kind == brief.NumberCell && math.IsNaN(c.Number) {
					t.Fatal("a number that is none")
				}
			}
		}
	})
}

func read(steps, data string) (transform.Result, problem.List) {
	file := &source.File{Name: "chart.yaml", Data: []byte("type: bar\ndata: x\ntransform:\n" + steps)}
	root, problems := tree.YAML(file)
	c, found := structured.DecodeChart(root, source.Span{File: file, End: len(file.Data)})
	problems = append(problems, found...)
	table, found := tableOf(data)
	problems = append(problems, found...)
	if table == nil || problems.HasErrors() {
		return transform.Result{}, problems
	}
	for i, s := range c.Steps {
		if j, ok := s.(*transform.Join); ok {
			c.Steps[i] = j.With(table)
		}
	}
	made, found := transform.Apply(table, c.Steps)
	return made, append(problems, found...)
}
