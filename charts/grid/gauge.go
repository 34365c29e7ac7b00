package grid

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// maxGauges bounds the gauges of one chart; more are better read as bars.
const maxGauges = 8

// readGauges reads a value for each category, its target, where there is one,
// and the limits of the bands.
func readGauges(r *reader) *Grid {
	target := math.NaN()
	column := -1
	if name := r.chart.Target; name != "" {
		if x, ok := numberOf(name); ok && r.table.Column(name) < 0 {
			if target = x; !(x > 0 && x <= maxValue) {
				r.problems.Add(badTarget.At(r.chart.Field("target"), name))
			}
		} else {
			column = r.named("target", name)
		}
	}
	r.spoken = append(r.spoken, column)
	category := r.category(-1)
	values := r.valueColumns(category, -1)
	if r.problems.HasErrors() {
		return nil
	}
	if !r.oneAmount(values) {
		return nil
	}
	if r.parted(category, -1, -1, values); r.problems.HasErrors() {
		return nil
	}
	if column >= 0 {
		values = append(values, column)
	}
	g := r.collect(category, -1, values)
	if !r.fits(g) {
		return nil
	}
	if column < 0 && !math.IsNaN(target) {
		g.Series = append(g.Series, Target)
		g.Values = append(g.Values, slices.Repeat([]float64{target}, len(g.Categories)))
		g.Cells = append(g.Cells, slices.Repeat([]brief.Cell{{Text: r.chart.Target, Kind: brief.NumberCell, Number: target, Span: r.chart.Field("target")}}, len(g.Categories)))
	}
	g.Unit = r.unit(values)
	for i, text := range r.chart.Bands {
		x, ok := numberOf(text)
		if !ok || !(x > 0 && x <= maxValue) || i > 0 && len(g.Bands) > 0 && x <= g.Bands[len(g.Bands)-1] {
			r.problems.Add(badBands.At(r.chart.Field("bands"), text))
			break
		}
		g.Bands = append(g.Bands, x)
	}
	if n := len(g.Bands); n > maxBands {
		r.problems.Add(tooManyBands.At(r.chart.Field("bands"), n, maxBands))
	}
	r.sort(g)
	r.check(g)
	return g
}

const maxBands = 5

// Target names the target that is the same for all.
const Target = "الهدف"

var (
	badTarget = problem.Kind{
		Code: "bad-chart-target", Severity: problem.Error,
		Message: problem.Text{AR: "الهدف «%s» ليس عددًا موجبًا", EN: "the target “%s” is not a positive number"},
		Advice:  problem.Text{AR: "اكتب عددًا موجبًا، أو اسم عمود الأهداف.", EN: "Write a positive number, or the name of the column of targets."},
	}
	badBands = problem.Kind{
		Code: "bad-chart-bands", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» لا يصلح حدًّا لنطاق", EN: "“%s” cannot be the limit of a band"},
		Advice:  problem.Text{AR: "اكتب في «bands» أعدادًا موجبة متصاعدة، مثل [40, 70].", EN: "Write in bands positive numbers that rise, such as [40, 70]."},
	}
	tooManyBands = problem.Kind{
		Code: "too-many-bands", Severity: problem.Error,
		Message: problem.Text{AR: "عدد حدود النطاقات %d، والعدّاد يتّسع لـ%d", EN: "there are %d limits of bands; a gauge has room for %d"},
		Advice:  problem.Text{AR: "اقتصر على الحدود المهمّة.", EN: "Keep the limits that matter."},
	}
)
