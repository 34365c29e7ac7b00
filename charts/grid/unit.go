package grid

import (
	"cmp"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/problem"
)

// unit returns what the values are counted in: the author's unit, percent where
// all are written so, what the heads of their columns say, or else the currency that
// the rows of a ledger agree on, as they write it.
// Where the currency tells categories or series apart there may be several.
func (r *reader) unit(values []int) string {
	if r.chart.Unit == "" && r.percentages(values) {
		return "%"
	}
	i := ledger.Column(r.table, ledger.Currency)
	if i < 0 || slices.Contains(values, i) || r.percentages(values) {
		return cmp.Or(r.chart.Unit, r.table.CommonUnit(values))
	}
	if name := r.table.Columns[i].Name; name == r.chart.Category || name == r.chart.Series {
		return cmp.Or(r.chart.Unit, r.table.CommonUnit(values))
	}
	first := ""
	for _, row := range r.table.Rows {
		cell := row.Cell(i)
		switch {
		case cell.Kind == brief.MissingCell || cell.Text == first:
		case first == "":
			first = cell.Text
		default:
			r.problems.Add(mixedCurrencies.At(cell.Span, problem.Quoted(cell.Text), first))
		}
	}
	own := r.table.CommonUnit(values)
	if own != "" && column.UnitInName(r.table.Columns[values[0]].Name) == own {
		return cmp.Or(r.chart.Unit, own) // millions of a currency, which its code alone does not say
	}
	return cmp.Or(r.chart.Unit, first, own)
}

// unitsInNames returns the unit of each series: what its name has in brackets,
// and for the first the chart's unit before that.
func unitsInNames(g *Grid) []string {
	units := make([]string, len(g.Series))
	for s, name := range g.Series {
		units[s] = column.UnitInName(name)
	}
	if len(units) > 0 && g.Unit != "" {
		units[0] = g.Unit
	}
	return units
}

// Percent reports whether a series is counted in percent, by its unit or by what
// its cells say.
func (g *Grid) Percent(s int) bool {
	if g.UnitOf(s) != "" {
		return IsPercent(g.UnitOf(s))
	}
	for _, cell := range g.Cells[s] {
		if cell.Kind == brief.NumberCell {
			return InPercent(cell)
		}
	}
	return false
}

// IsPercent reports whether a unit is the percent sign.
func IsPercent(unit string) bool { return unit == "%" || unit == "٪" }

// InPercent reports whether a cell is written with a percent sign.
func InPercent(cell brief.Cell) bool {
	return strings.HasSuffix(cell.Text, "%") || strings.HasSuffix(cell.Text, "٪")
}

// UnitInName is [column.UnitInName], for those who know only the grid.
func UnitInName(name string) string { return column.UnitInName(name) }

// percentages reports whether all values are written with a percent sign.
func (r *reader) percentages(values []int) bool {
	some := false
	for _, row := range r.table.Rows {
		for _, column := range values {
			cell := row.Cell(column)
			if cell.Kind != brief.NumberCell {
				continue
			}
			if some = InPercent(cell); !some {
				return false
			}
		}
	}
	return some
}
