package grid

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// maxOutliers bounds the points beyond the whiskers of one chart.
const maxOutliers = 500

// readBoxes reads either many values of each category, from which the five
// numbers are computed, or five columns that hold them.
func readBoxes(r *reader) *Grid {
	category := r.category(-1)
	values := r.valueColumns(category, -1)
	if r.problems.HasErrors() {
		return nil
	}
	if !r.oneAmount(values) {
		return nil
	}
	var g *Grid
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
	g.Unit = r.unit(values)
	r.sortBoxes(g)
	r.check(g)
	return g
}

// rawBoxes gathers the values of each category, in the order of the rows, and
// computes their boxes. It is nil where there are too many categories.
func (r *reader) rawBoxes(category, column int) *Grid {
	g := &Grid{Series: make([]string, boxNumbers)}
	places := map[string]int{}
	var raw [][]float64
	var firsts []brief.Cell
	for _, row := range r.table.Rows {
		name, place := r.name(row, category)
		cell := row.Cell(column)
		x, ok := r.number(cell, r.table.Columns[column])
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
			at = len(g.Categories)
			places[name] = at
			g.Categories, raw, firsts = append(g.Categories, name), append(raw, nil), append(firsts, cell)
		}
		if !math.IsNaN(x) {
			raw[at], firsts[at] = append(raw[at], x), cell
		}
	}
	if r.checkSize(g); len(g.Categories) > r.shape.categories {
		return nil
	}
	g.Values, g.Cells = make([][]float64, boxNumbers), make([][]brief.Cell, boxNumbers)
	for c, list := range raw {
		box := [boxNumbers]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
		var outliers []float64
		if len(list) > 0 {
			box, outliers = boxOf(list)
		}
		for s, x := range box {
			g.Values[s], g.Cells[s] = append(g.Values[s], x), append(g.Cells[s], firsts[c])
		}
		g.Outliers = append(g.Outliers, outliers)
	}
	if n := len(slices.Concat(g.Outliers...)); n > maxOutliers {
		r.problems.Add(tooManyOutliers.At(r.chart.Field("data"), n, maxOutliers))
	}
	return g
}

// checkBoxes reports five numbers that do not rise, and boxes that miss some.
func (r *reader) checkBoxes(g *Grid) {
	for c, name := range g.Categories {
		known := 0
		for s := range boxNumbers {
			x := g.Values[s][c]
			if !math.IsNaN(x) {
				known++
			}
			if s > 0 && x < g.Values[s-1][c] {
				r.problems.Add(boxFalls.At(g.Cells[s][c].Span, problem.Quoted(g.Cells[s][c].Text), g.Series[s], g.Series[s-1]))
			}
		}
		if known > 0 && known < boxNumbers {
			for s := range boxNumbers {
				if cell := g.Cells[s][c]; cell.Kind == brief.MissingCell {
					r.problems.Add(boxIncomplete.At(cell.Span, problem.Quoted(name), g.Series[s]))
				}
			}
		}
	}
}

// sortBoxes orders boxes by their medians, where the author asks for an order.
func (r *reader) sortBoxes(g *Grid) {
	order := r.chart.Sort
	if order != "descending" && order != "ascending" {
		return
	}
	places := sortedPlaces(g.Values[BoxMedian], order == "ascending")
	g.permute(places)
	if g.Outliers != nil {
		g.Outliers = permuted(g.Outliers, places)
	}
}

var (
	boxColumns = problem.Kind{
		Code: "box-plot-columns", Severity: problem.Error,
		Message: problem.Text{AR: "عدد أعمدة القيم %d، والرسم الصندوقي يحتاج إلى عمود واحد أو خمسة", EN: "there are %d columns of values; a box plot needs one or five"},
		Advice: problem.Text{
			AR: "اذكر في «value» عمود القيم المفردة، أو في «values» خمسة أعمدة بالترتيب: الأدنى والرُّبَيع الأول والوسيط والرُّبَيع الثالث والأعلى.",
			EN: "Name in value the column of single values, or in values five columns in order: lowest, first quartile, median, third quartile, highest.",
		},
	}
	boxFalls = problem.Kind{
		Code: "box-plot-order", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» في «%s» أصغر من قيمة «%s»", EN: "the value “%s” of “%s” is below that of “%s”"},
		Advice:  problem.Text{AR: "ينبغي أن تتصاعد القيم الخمس: الأدنى فالرُّبَيع الأول فالوسيط فالرُّبَيع الثالث فالأعلى.", EN: "The five numbers rise: lowest, first quartile, median, third quartile, highest."},
	}
	boxIncomplete = problem.Kind{
		Code: "box-plot-incomplete", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» بلا قيمة في عمود «%s»", EN: "“%s” has no value in column “%s”"},
		Advice:  problem.Text{AR: "اكتب القيم الخمس كلّها، أو اترك الصفّ كلّه فارغًا.", EN: "Write all five numbers, or leave the whole row blank."},
	}
	tooManyOutliers = problem.Kind{
		Code: "too-many-outliers", Severity: problem.Error,
		Message: problem.Text{AR: "عدد القيم المتطرّفة %d، والرسم يتّسع لـ%d", EN: "there are %d outliers; the chart has room for %d"},
		Advice:  problem.Text{AR: "احسب القيم الخمس قبل الرسم واذكرها في خمسة أعمدة.", EN: "Compute the five numbers beforehand and give them in five columns."},
	}
)
