package charts

import (
	"math"
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// maxOutliers bounds the points beyond the whiskers of one chart.
const maxOutliers = 500

// readBoxes reads either many values of each category, from which the five
// numbers are computed, or five columns that hold them.
func readBoxes(r *reader) *grid {
	category := r.category(-1)
	values := r.valueColumns(category, -1)
	if r.problems.HasErrors() {
		return nil
	}
	var g *grid
	switch len(values) {
	case 1:
		if g = r.rawBoxes(category, values[0]); g == nil {
			return nil
		}
	case boxNumbers:
		if g = r.collect(category, -1, values); !r.fits(g) {
			return nil
		}
		r.checkBoxes(g)
	default:
		r.problems.Add(boxColumns.At(r.chart.Field("values"), len(values)))
		return nil
	}
	g.unit = r.unit(values)
	r.sortBoxes(g)
	r.check(g)
	return g
}

// rawBoxes gathers the values of each category, in the order of the rows, and
// computes their boxes. It is nil where there are too many categories.
func (r *reader) rawBoxes(category, column int) *grid {
	g := &grid{series: []string{"أدنى قيمة", "الربيع الأول", "الوسيط", "الربيع الثالث", "أعلى قيمة"}}
	places := map[string]int{}
	var raw [][]float64
	var firsts []brief.Cell
	for _, row := range r.table.Rows {
		name, place := r.name(row, category)
		cell := cellOf(row, column)
		x, ok := r.number(cell, r.table.Columns[column].Name)
		if !ok {
			continue
		}
		if name == "" {
			if !math.IsNaN(x) {
				r.problems.Add(missingCategory.At(place, r.table.Columns[category].Name))
			}
			continue
		}
		at, seen := places[name]
		if !seen {
			at = len(g.categories)
			places[name] = at
			g.categories, raw, firsts = append(g.categories, name), append(raw, nil), append(firsts, cell)
		}
		if !math.IsNaN(x) {
			raw[at], firsts[at] = append(raw[at], x), cell
		}
	}
	if r.checkSize(g); len(g.categories) > r.shape.categories {
		return nil
	}
	g.values, g.cells = make([][]float64, boxNumbers), make([][]brief.Cell, boxNumbers)
	for c, list := range raw {
		box := [boxNumbers]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
		var outliers []float64
		if len(list) > 0 {
			box, outliers = boxOf(list)
		}
		for s, x := range box {
			g.values[s], g.cells[s] = append(g.values[s], x), append(g.cells[s], firsts[c])
		}
		g.outliers = append(g.outliers, outliers)
	}
	if n := len(slices.Concat(g.outliers...)); n > maxOutliers {
		r.problems.Add(tooManyOutliers.At(r.chart.Field("data"), n, maxOutliers))
	}
	return g
}

// checkBoxes reports five numbers that do not rise, and boxes that miss some.
func (r *reader) checkBoxes(g *grid) {
	for c, name := range g.categories {
		known := 0
		for s := range boxNumbers {
			x := g.values[s][c]
			if !math.IsNaN(x) {
				known++
			}
			if s > 0 && x < g.values[s-1][c] {
				r.problems.Add(boxFalls.At(g.cells[s][c].Span, g.cells[s][c].Text, g.series[s], g.series[s-1]))
			}
		}
		if known > 0 && known < boxNumbers {
			for s := range boxNumbers {
				if cell := g.cells[s][c]; cell.Kind == brief.MissingCell {
					r.problems.Add(boxIncomplete.At(cell.Span, name, g.series[s]))
				}
			}
		}
	}
}

// sortBoxes orders boxes by their medians, where the author asks for an order.
func (r *reader) sortBoxes(g *grid) {
	order := r.chart.Sort
	if order != "descending" && order != "ascending" {
		return
	}
	places := sortedPlaces(g.values[boxMedian], order == "ascending")
	g.permute(places)
	if g.outliers != nil {
		g.outliers = permuted(g.outliers, places)
	}
}

// buildBoxes draws a box from quartile to quartile, a line at the median,
// whiskers, and points beyond them. Where the names have no room below upright
// boxes, the boxes lie down.
func buildBoxes(v *canvas, g *grid) drawing {
	low, high := boxExtent(g)
	axis := v.valueAxis(low, high, false, 5)
	band := (v.width - v.axisRoom(axis)) / float64(len(g.categories))
	names := v.categoryAxis(g, band)
	if !names.fits {
		return v.lyingBoxes(g, axis)
	}
	single := *g
	single.series = nil // boxes need no legend
	plot := v.uprightPlot(&single, axis, names, "", g.unit, v.leading()*0.5)
	note, room := v.boxNote(g, plot.height)
	chart, series := v.boxSeries(g, min(44, band*0.5), false)
	chart.SetXAxis(names.names)
	patch := plot.option(v, series)
	patch["grid"].(map[string]any)["bottom"] = names.height + room
	return drawing{chart: chart, patch: note.on(patch), height: plot.height + room}
}

// lyingBoxes draws the boxes as bars lie: names at the side, values below.
func (v *canvas) lyingBoxes(g *grid, axis valueAxis) drawing {
	names := make([]string, len(g.categories))
	for c, name := range g.categories {
		names[c] = v.wrap(v.label(name), v.width*labelShare)
	}
	side := v.widest(names) + labelGap
	title, top := v.unitNote(g.unit, 0, v.rtl)
	band := max(float64(tallest(names))*v.leading()+6, 22)
	foot := v.leading() + labelGap + 2
	if v.chart.Height > 0 {
		band = max(band, (v.chart.Height-top-foot)/float64(len(names)))
	}
	height := top + band*float64(len(names)) + foot
	note, room := v.boxNote(g, height)
	free := v.widest(axis.labels)/2 + 1
	left, right := free, max(side, free)
	if !v.rtl {
		left, right = right, left
	}
	chart, series := v.boxSeries(g, min(18, band*0.55), true)
	chart.SetXAxis(names) // laid over as the axis at the side
	values := axis.option(v, "bottom")
	values["inverse"] = v.rtl
	patch := headed(map[string]any{
		"grid":  v.frame(left, right, top, foot+room),
		"xAxis": []any{values},
		"yAxis": []any{map[string]any{
			"type": "category", "data": names, "inverse": true, "position": sideOf(v.rtl), "axisTick": map[string]any{"show": false},
			"axisLine":  map[string]any{"show": true, "onZero": false, "lineStyle": v.line(v.Palette.Axis, 0.75)},
			"axisLabel": map[string]any{"interval": 0, "margin": labelGap, "color": v.Palette.Text, "fontSize": v.Size, "lineHeight": v.leading()},
			"splitLine": map[string]any{"show": false},
		}},
		"series": series,
	}, nil, title)
	return drawing{chart: chart, patch: note.on(patch), height: height + room}
}

// boxSeries returns boxes and outliers, with the width of a box.
func (v *canvas) boxSeries(g *grid, width float64, lying bool) (*echarts.BoxPlot, []any) {
	p := v.Palette
	boxes := make([]opts.BoxPlotData, len(g.categories))
	for c := range boxes {
		five := make([]any, len(g.values))
		for s := range five {
			if five[s] = g.values[s][c]; math.IsNaN(g.values[s][c]) {
				five[s] = "-"
			}
		}
		boxes[c] = opts.BoxPlotData{Value: five}
	}
	chart := echarts.NewBoxPlot()
	chart.AddSeries("", boxes)
	series := []any{map[string]any{
		"boxWidth": []float64{width, width}, "clip": false,
		"itemStyle": map[string]any{"color": mix(p.Ground, p.color(0), 0.22), "borderColor": p.color(0), "borderWidth": 1},
	}}
	place := func(c int, x float64) opts.ScatterData {
		if lying {
			return opts.ScatterData{Value: []any{x, c}}
		}
		return opts.ScatterData{Value: []any{c, x}}
	}
	// The median is heavier than the box, which ECharts draws with one line.
	var medians, points []opts.ScatterData
	for c, x := range g.values[boxMedian] {
		if !math.IsNaN(x) {
			medians = append(medians, place(c, x))
		}
	}
	for c, list := range g.outliers {
		for _, x := range list {
			points = append(points, place(c, x))
		}
	}
	across := []float64{width, 2.5}
	if lying {
		across = []float64{2.5, width}
	}
	scatter := echarts.NewScatter()
	scatter.AddSeries("", medians)
	series = append(series, map[string]any{"symbol": "rect", "symbolSize": across, "clip": false, "itemStyle": map[string]any{"color": p.color(0), "opacity": 1}})
	if len(points) > 0 {
		scatter.AddSeries("", points)
		series = append(series, map[string]any{
			"symbol": "circle", "symbolSize": 4, "clip": false,
			"itemStyle": map[string]any{"color": p.Ground, "borderColor": p.color(0), "borderWidth": 1, "opacity": 1},
		})
	}
	chart.Overlap(scatter)
	return chart, series
}

// boxNote says below a chart how its boxes are to be read.
func (v *canvas) boxNote(g *grid, top float64) (k *sketch, height float64) {
	text := "الصندوق من الربيع الأول إلى الثالث، والخط فيه الوسيط، والطرفان أدنى قيمة وأعلى قيمة"
	if g.outliers != nil {
		text = "الصندوق من الربيع الأول إلى الثالث، والخط فيه الوسيط، والطرفان أبعد قيمتين ضمن " + v.number(whisker) + " من المدى الربيعي"
		if len(slices.Concat(g.outliers...)) > 0 {
			text += "، والدوائر قيم متطرّفة"
		}
	}
	text = v.wrap(text, v.width)
	k = v.sketch()
	height = float64(lines(text))*v.leading() + 4
	x, align := v.width, "right"
	if !v.rtl {
		x, align = 0, "left"
	}
	k.text(text, x, top+height-float64(lines(text))*v.leading()/2, align, textStyle{color: v.Palette.Muted})
	return k, height
}

// boxExtent is the range of whiskers and outliers.
func boxExtent(g *grid) (low, high float64) {
	low, high = g.extent()
	for _, x := range slices.Concat(g.outliers...) {
		low, high = min(low, x), max(high, x)
	}
	return low, high
}

// describeBoxes reads the five numbers of each box.
func describeBoxes(g *grid, d describer) string {
	parts := []string{d.opening("رسم صندوقي") + " يقارن " + numeral.Count(len(g.categories), classes, d.system)}
	for c, name := range g.categories {
		if math.IsNaN(g.values[boxMedian][c]) {
			parts = append(parts, d.quoted(name)+": لا بيانات")
			continue
		}
		amount := func(s int) string { return d.amount(g.values[s][c], g.unit) }
		text := d.quoted(name) + ": الوسيط " + amount(boxMedian) + "، والربيعان " + amount(boxFirst) + " و" + amount(boxThird) + "، والطرفان " + amount(boxLow) + " و" + amount(boxHigh)
		if g.outliers != nil && len(g.outliers[c]) > 0 && len(g.outliers[c]) <= restLimit {
			var words []string
			for _, x := range g.outliers[c] {
				words = append(words, d.amount(x, g.unit))
			}
			text += "، وما يتجاوزهما " + strings.Join(words, " و")
		} else if g.outliers != nil && len(g.outliers[c]) > 0 {
			text += "، ويتجاوزهما " + numeral.Count(len(g.outliers[c]), amounts, d.system)
		}
		parts = append(parts, text)
	}
	if low, high, n := extremes(g.values[boxMedian]); n > 1 && g.values[boxMedian][low] != g.values[boxMedian][high] {
		parts = append(parts, "أعلى وسيط في "+d.quoted(g.categories[high])+"، وأدناه في "+d.quoted(g.categories[low]))
	}
	return sentences(parts...)
}

var (
	boxColumns = problem.Kind{
		Code: "box-plot-columns", Severity: problem.Error,
		Message: problem.Text{AR: "عدد أعمدة القيم %d، والرسم الصندوقي يحتاج إلى عمود واحد أو خمسة", EN: "there are %d columns of values; a box plot needs one or five"},
		Advice: problem.Text{
			AR: "اذكر في «value» عمود القيم المفردة، أو في «values» خمسة أعمدة بالترتيب: الأدنى والربيع الأول والوسيط والربيع الثالث والأعلى",
			EN: "name in value the column of single values, or in values five columns in order: lowest, first quartile, median, third quartile, highest",
		},
	}
	boxFalls = problem.Kind{
		Code: "box-plot-order", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» في «%s» أصغر من قيمة «%s»", EN: "the value “%s” of “%s” is below that of “%s”"},
		Advice:  problem.Text{AR: "ينبغي أن تتصاعد القيم الخمس: الأدنى فالربيع الأول فالوسيط فالربيع الثالث فالأعلى", EN: "the five numbers rise: lowest, first quartile, median, third quartile, highest"},
	}
	boxIncomplete = problem.Kind{
		Code: "box-plot-incomplete", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» بلا قيمة في عمود «%s»", EN: "“%s” has no value in column “%s”"},
		Advice:  problem.Text{AR: "اكتب القيم الخمس كلّها، أو اترك الصفّ كلّه فارغًا", EN: "write all five numbers, or leave the whole row blank"},
	}
	tooManyOutliers = problem.Kind{
		Code: "too-many-outliers", Severity: problem.Error,
		Message: problem.Text{AR: "القيم المتطرّفة %d، والرسم يتّسع لـ%d", EN: "there are %d outliers; the chart has room for %d"},
		Advice:  problem.Text{AR: "احسب القيم الخمس قبل الرسم واذكرها في خمسة أعمدة", EN: "compute the five numbers beforehand and give them in five columns"},
	}
)
