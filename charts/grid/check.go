package grid

import (
	"warraq/input/brief"
	"warraq/input/problem"
)

// checkSize reports that there are too many names for the kind, or too few.
func (r *reader) checkSize(g *Grid) {
	if n, most := len(g.Categories), max(1, r.shape.categories); n > most {
		r.problems.Add(tooManyCategories.At(r.chart.Field("data"), n, r.chart.Type, most))
	}
	if n, most := len(g.Series), max(1, r.shape.series); n > most {
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), n, r.chart.Type, most))
	}
	if n, least := len(g.Categories), r.shape.leastCategories; n < least {
		r.problems.Add(tooFewCategories.At(r.chart.Field("data"), n, r.chart.Type, least))
	}
	if n, least := len(g.Series), r.shape.leastSeries; n < least {
		r.problems.Add(tooFewSeries.At(r.chart.Field("data"), n, r.chart.Type, least))
	}
}

// check reports what the kind cannot draw.
func (r *reader) check(g *Grid) {
	some := false
	for s, list := range g.Cells {
		for c, cell := range list {
			x := g.Values[s][c]
			if cell.Kind != brief.MissingCell {
				some = true
			}
			if r.chart.Scale == "log" && r.shape.logarithmic && x <= 0 {
				r.problems.Add(notLogarithmic.At(cell.Span, problem.Quoted(cell.Text)))
			}
			if r.shape.parts && x < 0 {
				r.problems.Add(negativePart.At(cell.Span, problem.Quoted(cell.Text)))
			}
		}
	}
	r.checkTotals(g)
	if r.shape.whole && some && len(g.Series) == 1 && g.Total(0) == 0 && !r.problems.HasErrors() {
		r.problems.Add(nothingWhole.At(r.chart.Field("data")))
	}
	if !some && !r.problems.HasErrors() {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
	}
	if r.shape.check != nil {
		r.shape.check(r, g)
	}
	if r.chart.Scale == "log" && !r.shape.logarithmic {
		r.problems.Add(logStacked.At(r.chart.Field("scale"), r.chart.Type))
	}
}
