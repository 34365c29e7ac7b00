package grid

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// An error range is from the least to the most that a value may be in truth, as its
// source states it: two columns, or one of what is as much below as above.

// errorColumns finds the columns of error ranges that the author names. They are no
// values.
func (r *reader) errorColumns() {
	if !r.shape.uncertain {
		return // told with the other keys without a use
	}
	c := r.chart
	named := func(key string, names []string) (columns []int) {
		if len(names) > 0 && c.Facet != "" {
			r.problems.Add(keyNotInPanels.At(c.Field(key), key))
		}
		for _, name := range names {
			columns = append(columns, r.named(key, name))
		}
		r.spoken = append(r.spoken, columns...)
		return columns
	}
	r.lows, r.highs = named("low", c.Low), named("high", c.High)
	both := named("error", c.Error)
	r.lows, r.highs = append(r.lows, both...), append(r.highs, both...)
	if len(c.Low) != len(c.High) || len(c.Low) > 0 && len(c.Error) > 0 {
		r.problems.Add(errorShape.At(c.Span))
	}
}

// errorsOf joins error ranges with the columns of values that they are of, in their
// order.
func (r *reader) errorsOf(values []int) {
	if len(r.lows) == 0 || r.problems.HasErrors() {
		return
	}
	if len(r.lows) != len(values) {
		key, _ := r.errorKeys()
		r.problems.Add(errorCount.At(r.chart.Field(key), len(r.lows), len(values), r.columnNames(values), key))
		return
	}
	r.ranges = map[int][2]int{}
	for n, i := range values {
		r.ranges[i] = [2]int{r.lows[n], r.highs[n]}
		for _, end := range r.ranges[i] {
			if own, of := r.countedIn(end), r.countedIn(i); own != "" && own != of && own != r.chart.Unit && (of != "" || own == "%") {
				key, high := r.errorKeys()
				if end == r.highs[n] {
					key = high
				}
				if own == "%" {
					r.problems.Add(errorShare.At(r.chart.Field(key), r.table.Columns[end].Name, r.table.Columns[i].Name))
				} else {
					r.problems.Add(errorUnit.At(r.chart.Field(key), r.table.Columns[end].Name, own, r.table.Columns[i].Name, of))
				}
				break
			}
		}
	}
}

// errorKeys are the keys that name the columns of the least and of the most.
func (r *reader) errorKeys() (low, high string) {
	if len(r.chart.Error) > 0 {
		return "error", "error"
	}
	return "low", "high"
}

// countedIn is the unit of a column, a percent sign where its numbers are written with
// one; that of the chart, which is of its values, where it has none of its own.
func (r *reader) countedIn(i int) string {
	unit := r.table.Columns[i].Unit
	if unit == "" && r.percentages([]int{i}) {
		unit = "%"
	}
	if unit == "" && !slices.Contains(r.lows, i) && !slices.Contains(r.highs, i) {
		unit = r.chart.Unit
	}
	if IsPercent(unit) {
		unit = "%"
	}
	return unit
}

// errorRange reads the error range of the value in a column of a row; NaN is an end
// that is not known.
func (r *reader) errorRange(row brief.Row, column int, value float64) [2]float64 {
	none := [2]float64{math.NaN(), math.NaN()}
	ends, ok := r.ranges[column]
	if !ok {
		return none
	}
	cells := [2]brief.Cell{row.Cell(ends[0]), row.Cell(ends[1])}
	if math.IsNaN(value) {
		for _, cell := range cells {
			if cell.Kind == brief.NumberCell {
				r.problems.Add(errorAlone.At(cell.Span, problem.Quoted(cell.Text), r.table.Columns[column].Name))
				break
			}
		}
		return none
	}
	low, known := r.number(cells[0], r.table.Columns[ends[0]])
	high, also := low, known
	if ends[0] != ends[1] {
		high, also = r.number(cells[1], r.table.Columns[ends[1]])
	}
	text := row.Cell(column).Text
	switch {
	case !known || !also:
		return none
	case ends[0] == ends[1] && low < 0:
		r.problems.Add(errorNegative.At(cells[0].Span, problem.Quoted(cells[0].Text)))
		return none
	case ends[0] == ends[1]:
		low, high = value-low, value+high
	case low > value:
		r.problems.Add(lowAbove.At(cells[0].Span, problem.Quoted(cells[0].Text), problem.Quoted(text)))
	case high < value:
		r.problems.Add(highBelow.At(cells[1].Span, problem.Quoted(cells[1].Text), problem.Quoted(text)))
	}
	if r.chart.Scale == "log" && low <= 0 {
		r.problems.Add(notLogarithmic.At(cells[0].Span, problem.Quoted(cells[0].Text)))
	}
	return [2]float64{low, high}
}

// setErrors sets the error range of a value of a grid that grows.
func (g *Grid) setErrors(series, category int, ends [2]float64) {
	for len(g.Errors) <= series {
		g.Errors = append(g.Errors, nil)
	}
	for len(g.Errors[series]) <= category {
		g.Errors[series] = append(g.Errors[series], [2]float64{math.NaN(), math.NaN()})
	}
	g.Errors[series][category] = ends
}

// squareErrors makes error ranges the shape of the values.
func (g *Grid) squareErrors() {
	for s := range g.Values {
		if last := len(g.Categories) - 1; g.Errors != nil && last >= 0 && (s >= len(g.Errors) || len(g.Errors[s]) <= last) {
			g.setErrors(s, last, [2]float64{math.NaN(), math.NaN()})
		}
	}
}

// ErrorRange returns the ends of the error range of a value; those that are not known
// are NaN.
func (g *Grid) ErrorRange(series, category int) (low, high float64) {
	if g.Errors == nil {
		return math.NaN(), math.NaN()
	}
	ends := g.Errors[series][category]
	return ends[0], ends[1]
}

// ErrorExtent widens a range of values by their error ranges.
func (g *Grid) ErrorExtent(low, high float64) (float64, float64) {
	for _, list := range g.Errors {
		for _, ends := range list {
			for _, x := range ends {
				if !math.IsNaN(x) {
					low, high = min(low, x), max(high, x)
				}
			}
		}
	}
	return low, high
}

var (
	errorShape = problem.Kind{
		Code: "error-range-shape", Severity: problem.Error,
		Message: problem.Text{AR: "لا يُعرف هامش الخطأ من هذه المفاتيح", EN: "these keys do not say an error range"},
		Advice: problem.Text{
			AR: "اكتب «low» مع «high» بعدد واحد من الأعمدة، أو «error» وحده لما يزيد وينقص بالقدر نفسه.",
			EN: "Write low with high, of as many columns each, or error alone for what is as much above as below.",
		},
	}
	errorCount = problem.Kind{
		Code: "error-range-columns", Severity: problem.Error,
		Message: problem.Text{AR: "أعمدة هامش الخطأ %d، وأعمدة القيم %d: %s", EN: "there are %d columns of error ranges and %d of values: %s"},
		Advice:  problem.Text{AR: "اكتب في «%[4]s» عمودًا لكل عمود قيم، بترتيبها.", EN: "Name under %[4]s a column for each column of values, in their order."},
	}
	errorUnit = problem.Kind{
		Code: "error-range-unit", Severity: problem.Error,
		Message: problem.Text{
			AR: "هامش الخطأ في «%s» بوحدة «%s»، والقيم في «%s» بوحدة «%s»",
			EN: "the error range in “%s” is counted in “%s”, and the values in “%s” in “%s”",
		},
		Advice: problem.Text{
			AR: "اكتبه بوحدة القيم: حدّين تحت «low» و«high»، أو مقدارًا تحت «error» تحسبه خطوة compute.",
			EN: "Write it in the unit of the values: as ends under low and high, or as a size under error, which a compute step may make.",
		},
	}
	errorShare = problem.Kind{
		Code: "error-range-share", Severity: problem.Error,
		Message: problem.Text{
			AR: "هامش الخطأ في «%s» نسبة مئوية، والقيم في «%s» ليست كذلك",
			EN: "the error range in “%s” is in percent, and the values in “%s” are not",
		},
		Advice: errorUnit.Advice,
	}
	errorAlone = problem.Kind{
		Code: "error-range-alone", Severity: problem.Error,
		Message: problem.Text{AR: "هامش الخطأ «%s» بلا قيمة في عمود «%s»", EN: "the error range “%s” has no value in column “%s”"},
		Advice:  problem.Text{AR: "اكتب القيمة، أو احذف هامشها.", EN: "Write the value, or remove its range."},
	}
	errorNegative = problem.Kind{
		Code: "error-range-negative", Severity: problem.Error,
		Message: problem.Text{AR: "هامش الخطأ «%s» سالب", EN: "the error range “%s” is negative"},
		Advice:  problem.Text{AR: "اكتب مقداره بلا إشارة.", EN: "Write its size, without a sign."},
	}
	lowAbove = problem.Kind{
		Code: "error-range-low-above", Severity: problem.Error,
		Message: problem.Text{AR: "الحدّ الأدنى «%s» فوق القيمة «%s»", EN: "the low end “%s” is above the value “%s”"},
		Advice:  problem.Text{AR: "صحّح أحد العددين؛ و«low» و«high» حدّان لا فرقان.", EN: "Correct one of the two; low and high are ends, not differences."},
	}
	highBelow = problem.Kind{
		Code: "error-range-high-below", Severity: problem.Error,
		Message: problem.Text{AR: "الحدّ الأعلى «%s» تحت القيمة «%s»", EN: "the high end “%s” is below the value “%s”"},
		Advice:  problem.Text{AR: "صحّح أحد العددين؛ و«low» و«high» حدّان لا فرقان.", EN: "Correct one of the two; low and high are ends, not differences."},
	}
)
