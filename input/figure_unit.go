package input

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/locale"
)

// counted returns the data of a chart with the unit of its values in their heads, as
// the figure counts them. The currency of a row is left out where a head says the
// unit: "euro" in a row beside amounts in millions of euros would be false.
func counted(c *brief.Chart, t *brief.Table, l *locale.Locale) *brief.Table {
	values := valueColumns(c, t)
	columns := slices.Clone(t.Columns)
	said := false
	for n, i := range values {
		name, own := columns[i].Name, column.UnitInName(columns[i].Name)
		switch {
		case c.Unit == "" || len(values) > 1 && own != "" && own != c.Unit || n > 0 && apart(t, values):
			said = said || own != ""
			continue // its own, or none
		case own == c.Unit:
		case own != "": // what the chart's unit replaces
			name = strings.TrimSpace(name[:strings.LastIndex(name, "(")])
			columns[i].Name = columnName(name, l) + " (" + c.Unit + ")"
		case !(columns[i].Unit == "%" && percentUnit(c.Unit)): // else the cells say so
			columns[i].Name = columnName(name, l) + " (" + c.Unit + ")"
		}
		said = true
	}
	with := *t
	with.Columns = columns
	if !said {
		return &with
	}
	var kept []int
	for i, col := range t.Columns {
		role := ledger.RoleOf(col.Name)
		if role != ledger.Currency && role != ledger.Unit || named(c, col.Name) {
			kept = append(kept, i)
		}
	}
	return only(&with, kept)
}

func percentUnit(unit string) bool { return unit == "%" || unit == "٪" }

// apart reports whether columns of values are counted in different units: the chart's
// is then that of the first.
func apart(t *brief.Table, values []int) bool {
	return slices.ContainsFunc(values, func(i int) bool { return t.Columns[i].Unit != t.Columns[values[0]].Unit })
}

// valueColumns are the columns that hold what a chart draws: those that its block
// names, or else the amounts of a ledger, or else all numbers but shares.
func valueColumns(c *brief.Chart, t *brief.Table) []int {
	var asked, amounts, numbers []int
	for i, col := range t.Columns {
		switch {
		case col.Name == "":
		case col.Name == c.Value || col.Name == c.Target || slices.Contains(c.Values, col.Name):
			asked = append(asked, i)
		case named(c, col.Name) || col.Type != brief.Numbers && !(col.Type == brief.Shares && percentUnit(c.Unit)):
		case ledger.RoleOf(col.Name) == ledger.Amount:
			amounts = append(amounts, i)
		default:
			numbers = append(numbers, i)
		}
	}
	switch {
	case c.Value != "" || len(c.Values) > 0:
		return asked
	case amounts != nil:
		return amounts
	}
	return append(numbers, asked...)
}

// named reports whether a chart's block names a column for its names.
func named(c *brief.Chart, name string) bool {
	return slices.Contains(append([]string{c.Category, c.Series, c.Facet, c.Labels, c.From, c.To}, c.Levels...), name)
}
