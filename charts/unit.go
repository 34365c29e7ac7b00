package charts

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/ledger"
)

// unit returns what the values are counted in: the author's unit, percent where
// all are written so, or else the currency that the rows of a ledger agree on.
// Where the currency tells categories or series apart there may be several.
func (r *reader) unit(values []int) string {
	if r.chart.Unit == "" && r.percentages(values) {
		return "%"
	}
	i := ledger.Column(r.table, ledger.Currency)
	if i < 0 || slices.Contains(values, i) || r.percentages(values) {
		return r.chart.Unit
	}
	if name := r.table.Columns[i].Name; name == r.chart.Category || name == r.chart.Series {
		return r.chart.Unit
	}
	first := ""
	for _, row := range r.table.Rows {
		cell := cellOf(row, i)
		switch {
		case cell.Kind == brief.MissingCell || cell.Text == first:
		case first == "":
			first = cell.Text
		default:
			r.problems.Add(mixedCurrencies.At(cell.Span, cell.Text, first))
		}
	}
	if r.chart.Unit != "" {
		return r.chart.Unit
	}
	return ledger.CurrencyName(first)
}

// unitsInNames returns the unit of each series: what its name has in brackets,
// and for the first the chart's unit before that.
func unitsInNames(g *grid) []string {
	units := make([]string, len(g.series))
	for s, name := range g.series {
		units[s] = unitInName(name)
	}
	if len(units) > 0 && g.unit != "" {
		units[0] = g.unit
	}
	return units
}

// percentages reports whether all values are written with a percent sign.
func (r *reader) percentages(values []int) bool {
	some := false
	for _, row := range r.table.Rows {
		for _, column := range values {
			cell := cellOf(row, column)
			if cell.Kind != brief.NumberCell {
				continue
			}
			if some = inPercent(cell); !some {
				return false
			}
		}
	}
	return some
}
