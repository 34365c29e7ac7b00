// Package fit finds charts that suit a table, by the types of its columns. What it
// proposes was read as a chart is, and has no errors.
package fit

import (
	"fmt"
	"slices"
	"strings"

	"warraq/charts/grid"
	"warraq/charts/types"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/locale"
	"warraq/input/source"
)

// most is how many charts are proposed.
const most = 3

// Charts returns up to three charts that suit a table, the best first. Odd cells
// count as blank: they are to be corrected, and the charts fit once they are.
func Charts(t *brief.Table) []*brief.Chart {
	if len(t.Rows) > mostRows {
		return nil // no chart has room for them
	}
	t = withoutOdd(t)
	words := locale.For("") // what is fitting does not hang on them
	var found []*brief.Chart
	for _, c := range candidates(t) {
		if len(found) == most {
			break
		}
		c.Data, c.Fields = t, map[string]source.Span{}
		if has(found, c.Type) || c.Series == "" && c.Facet == "" && c.Type != "box-plot" && c.Type != "scatter" && repeats(t, c.Category) {
			continue
		}
		read, problems := types.Read(c, words)
		// Groups of countries that a map leaves out, with a warning, hinder no map.
		fits := len(problems) == 0 || c.Type == "map" && !problems.HasErrors()
		if read != nil && fits && dense(read.Grid) {
			found = append(found, c)
		}
	}
	return found
}

// mostRows is beyond what any chart has room for.
const mostRows = 20_000

// withoutOdd returns a table whose odd cells are blank.
func withoutOdd(t *brief.Table) *brief.Table {
	own := *t
	own.Rows = slices.Clone(t.Rows)
	for n, row := range own.Rows {
		if slices.ContainsFunc(row.Cells, func(c brief.Cell) bool { return c.Doubt != brief.NoDoubt }) {
			own.Rows[n].Cells = slices.Clone(row.Cells)
			for i := range own.Rows[n].Cells {
				if c := &own.Rows[n].Cells[i]; c.Doubt != brief.NoDoubt {
					c.Kind, c.Doubt = brief.MissingCell, brief.NoDoubt
				}
			}
		}
	}
	return &own
}

// repeats reports whether two rows have the same name in a column.
func repeats(t *brief.Table, name string) bool {
	seen := map[string]bool{}
	at := t.Column(name)
	for _, row := range t.Rows {
		text := row.Cell(at).Text
		if seen[text] {
			return true
		}
		seen[text] = true
	}
	return false
}

// dense reports whether most pairs of a category and a series have a value: where few
// have, the series tells nothing apart.
func dense(g *grid.Grid) bool {
	known := 0
	for s := range g.Series {
		known += len(g.Known(s))
	}
	return len(g.Events) > 0 || 2*known > len(g.Series)*len(g.Categories)
}

func has(list []*brief.Chart, name string) bool {
	for _, c := range list {
		if c.Type == name {
			return true
		}
	}
	return false
}

// candidates are charts by the types of columns alone.
func candidates(t *brief.Table) []*brief.Chart {
	var names, times, answers []string
	countries := map[string]bool{}
	var counted []brief.Column
	for _, c := range t.Columns {
		switch {
		case c.Name == "", c.Counted() && ledger.RoleOf(c.Name) == ledger.Code:
		case c.Counted():
			counted = append(counted, c)
		case c.Type == brief.Times:
			times = append(times, c.Name)
		case c.Type == brief.YesNo:
			answers = append(answers, c.Name)
		case c.Type == brief.Names, c.Type == brief.Countries:
			names = append(names, c.Name)
			countries[c.Name] = c.Type == brief.Countries
		}
	}
	var list []*brief.Chart
	for _, v := range firsts(counted, 1) {
		if len(times) == 2 && len(names) == 0 { // months by years, or years by months
			list = append(list, &brief.Chart{Type: "heatmap", Category: times[1], Series: times[0], Value: v})
		}
	}
	if from, to, ok := grid.Ends(t); ok && len(names) > 0 {
		list = append(list, &brief.Chart{Type: "range", Category: names[0], From: from, To: to})
	}
	for _, time := range times {
		for _, series := range names {
			for _, v := range firsts(counted, 1) {
				if distinct(t, time) == 2 {
					list = append(list, &brief.Chart{Type: "slope", Category: series, Series: time, Value: v})
				}
			}
			for _, v := range firsts(counted, 1) {
				list = append(list, &brief.Chart{Type: "line", Category: time, Series: series, Value: v},
					&brief.Chart{Type: "small-multiples", Category: time, Facet: series, Value: v})
			}
		}
		if same := alike(counted); len(same) > 1 {
			list = append(list, &brief.Chart{Type: "line", Category: time, Values: same}, &brief.Chart{Type: "stacked-column", Category: time, Values: same})
		}
		for _, v := range firsts(counted, 1) {
			list = append(list, &brief.Chart{Type: "line", Category: time, Value: v}, &brief.Chart{Type: "column", Category: time, Value: v}, &brief.Chart{Type: "area", Category: time, Value: v})
		}
	}
	if len(names) > 0 && timesAcross(counted) {
		if heads := firsts(counted, 3); len(heads) == 2 {
			list = append(list, &brief.Chart{Type: "slope", Category: names[0], Values: heads})
		}
		list = append(list, &brief.Chart{Type: "line", Category: names[0]})
	}
	for _, name := range names {
		for _, series := range names {
			if series == name {
				continue
			}
			for _, v := range answers {
				list = append(list, &brief.Chart{Type: "holdings", Category: name, Series: series, Value: v})
			}
			for _, v := range firsts(counted, 1) {
				list = append(list, &brief.Chart{Type: "grouped-bar", Category: name, Series: series, Value: v}, &brief.Chart{Type: "heatmap", Category: name, Series: series, Value: v})
			}
		}
		if len(answers) > 1 {
			list = append(list, &brief.Chart{Type: "holdings", Category: name, Values: answers})
		}
		for _, v := range firsts(counted, 1) {
			if countries[name] {
				list = append(list, &brief.Chart{Type: "map", Category: name, Value: v})
			}
			list = append(list, &brief.Chart{Type: "bar", Category: name, Value: v, Sort: "descending"})
		}
		if same := alike(counted); len(same) > 1 {
			list = append(list, &brief.Chart{Type: "grouped-bar", Category: name, Values: same})
			if len(same) == 2 {
				list = append(list, &brief.Chart{Type: "dumbbell", Category: name, Values: same})
			}
		}
		if len(counted) > 1 {
			list = append(list, &brief.Chart{Type: "scatter", Category: name, Values: firsts(counted, 2)})
		}
		for _, v := range firsts(counted, 1) {
			list = append(list, &brief.Chart{Type: "treemap", Category: name, Value: v}, &brief.Chart{Type: "pie", Category: name, Value: v}, &brief.Chart{Type: "box-plot", Category: name, Value: v})
		}
	}
	return list
}

// distinct is how many texts a column holds.
func distinct(t *brief.Table, name string) int {
	seen := map[string]bool{}
	at := t.Column(name)
	for _, row := range t.Rows {
		if cell := row.Cell(at); cell.Kind != brief.MissingCell {
			seen[cell.Text] = true
		}
	}
	return len(seen)
}

// timesAcross reports whether the columns of numbers are times: a table with its years
// in the header, whose lines run along them.
func timesAcross(counted []brief.Column) bool {
	for _, c := range counted {
		if t, ok := column.TimeOf(grid.HeadOf(c.Name)); !ok || t.Year == 0 {
			return false
		}
	}
	return len(counted) > 1
}

// firsts are the names of so many columns at most.
func firsts(columns []brief.Column, n int) []string {
	var list []string
	for _, c := range columns[:min(n, len(columns))] {
		list = append(list, c.Name)
	}
	return list
}

// alike are the columns that are counted as the first is.
func alike(columns []brief.Column) []string {
	var list []string
	for _, c := range columns {
		if c.Type == columns[0].Type && c.Unit == columns[0].Unit && column.UnitInName(c.Name) == column.UnitInName(columns[0].Name) {
			list = append(list, c.Name)
		}
	}
	return list
}

// Block writes a chart as an author would, to be pasted.
func Block(c *brief.Chart, data string) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, scalar(value))
		}
	}
	b.WriteString("```chart {#fig:" + c.Type + "}\n")
	line("type", c.Type)
	line("data", data)
	line("category", c.Category)
	line("series", c.Series)
	line("facet", c.Facet)
	line("value", c.Value)
	if len(c.Values) > 0 {
		quoted := make([]string, len(c.Values))
		for i, v := range c.Values {
			quoted[i] = scalar(v)
		}
		fmt.Fprintf(&b, "values: [%s]\n", strings.Join(quoted, ", "))
	}
	line("from", c.From)
	line("to", c.To)
	line("sort", c.Sort)
	b.WriteString("title: …\nsource: …\n```\n")
	return b.String()
}

// scalar writes a text as a scalar of YAML, in quotation marks where it would be read
// as something else.
func scalar(text string) string {
	plain := text == strings.TrimSpace(text) && !strings.ContainsAny(text, ":#,[]{}&*!|>'\"%@`\\\n\t") && !strings.HasPrefix(text, "-") && !strings.HasPrefix(text, "?")
	switch strings.ToLower(text) {
	case "", "true", "false", "null", "yes", "no", "~", "on", "off":
		plain = false
	}
	if plain && (text[0] < '0' || text[0] > '9') {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}
