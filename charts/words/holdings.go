package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// describeHoldings reads the matrix row by row: what each has, or how much.
func describeHoldings(g *grid.Grid, d describer) string {
	parts := []string{d.opening("مصفوفة") + " من " + numeral.Count(len(g.Categories), lists, d.system) + " و" + numeral.Count(len(g.Series), columns, d.system)}
	var most []string
	for c, name := range g.Categories {
		var has, lacks, says []string
		for s, column := range g.Series {
			cell := g.Cells[s][c]
			switch {
			case cell.Kind == brief.BoolCell && cell.Number != 0:
				has = append(has, d.text(column))
			case cell.Kind == brief.BoolCell:
				lacks = append(lacks, d.text(column))
			case cell.Kind == brief.NumberCell:
				unit := g.UnitOf(s)
				switch {
				case grid.InPercent(cell):
					unit = "%"
				case unit != "" && grid.UnitInName(column) == unit:
					unit = "" // the name says it already
				}
				says = append(says, d.text(column)+" ("+d.amount(g.Values[s][c], unit)+")")
			case cell.Kind != brief.MissingCell:
				says = append(says, d.text(column)+" ("+d.text(cell.Text)+")")
			}
		}
		var row []string
		switch {
		case len(has) == len(g.Series) && len(has) > 2:
			row = append(row, "كلّها متوافرة")
		case len(has) > 0:
			row = append(row, "المتوافر "+list(has))
		}
		if len(lacks) > 0 {
			row = append(row, "غير المتوافر "+list(lacks))
		}
		if len(says) > 0 {
			row = append(row, list(says))
		}
		if len(row) == 0 {
			row = append(row, "لا بيانات")
		}
		most = append(most, d.quoted(name)+": "+strings.Join(row, "؛ "))
	}
	return sentences(append(parts, most...)...)
}
