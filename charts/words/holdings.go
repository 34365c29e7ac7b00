package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/input/brief"
	"warraq/input/locale"
)

// Holdings reads the matrix row by row: what each has, or how much.
func Holdings(g *grid.Grid, d Describer) string {
	parts := []string{locale.Say(d.say.Matrix, d.kind(g), d.count(len(g.Categories), d.say.Nouns.Row), d.count(len(g.Series), d.say.Nouns.Column))}
	for c, name := range g.Categories {
		var has, lacks, says, unknown []string
		for s, column := range g.Series {
			cell := g.Cells[s][c]
			switch {
			case cell.Kind == brief.BoolCell && cell.Number != 0:
				has = append(has, d.name(column).Nominative)
			case cell.Kind == brief.BoolCell:
				lacks = append(lacks, d.name(column).Nominative)
			case cell.Kind == brief.NumberCell:
				unit := g.UnitOf(s)
				switch {
				case grid.InPercent(cell):
					unit = "%"
				case unit != "" && grid.UnitInName(column) == unit:
					unit = "" // the name says it already
				}
				says = append(says, d.item(column, g.Values[s][c], unit))
			case cell.Kind == brief.MissingCell:
				unknown = append(unknown, d.name(column).Nominative)
			default:
				says = append(says, locale.Say(d.say.NameAmount, d.name(column), d.name(cell.Text)))
			}
		}
		var row []string
		switch {
		case len(has) == len(g.Series) && len(has) > 2:
			row = append(row, d.say.AllHeld)
		case len(has) > 0:
			row = append(row, locale.Say(d.say.HeldList, d.list(has)))
		}
		if len(lacks) > 0 {
			row = append(row, locale.Say(d.say.NotHeldList, d.list(lacks)))
		}
		if len(says) > 0 {
			row = append(row, d.list(says).Nominative)
		}
		switch {
		case len(row) == 0:
			row = append(row, d.say.NotKnown)
		case len(unknown) > 0:
			row = append(row, locale.Say(d.say.UnknownList, d.list(unknown)))
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(name), locale.Plain(strings.Join(row, d.Locale.Marks.Semicolon))))
	}
	return d.sentences(parts...)
}
