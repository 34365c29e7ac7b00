package words

import (
	"strings"
	"unicode"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/locale"
)

// NameMonths calls the months along a chart by their names in the document's language,
// where they are written for machines: 2024-01, Jan-24. Names in Arabic letters stay as
// they are, for there are several for each month.
func NameMonths(g *grid.Grid, l *locale.Locale) {
	if !g.Temporal {
		return
	}
	named := make([]string, len(g.Categories))
	for i, text := range g.Categories {
		t, ok := column.TimeOf(text)
		if !ok || t.Grain != brief.Month || t.Hijri || t.Year == 0 || strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }) {
			return
		}
		named[i] = locale.SayPlain(l.Dates.Month, l.Dates.Months[t.Month-1], numeral.Integer(t.Year, numeral.Latin))
		if again, ok := column.TimeOf(named[i]); !ok || again.First != t.First {
			return // what is said must still be the same time
		}
	}
	g.Categories = named
	for _, p := range g.Panels {
		p.Grid.Categories = named
	}
}
