package grid

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
)

// A Mark is a line or a band over the values of a grid.
type Mark struct {
	Label string
	// Across says that the mark is a line at Value; else it is from First to Last,
	// which are places among the categories, counted from 0, with the part of the
	// way to the next. One at a single place has both the same.
	Across      bool
	Value       float64
	First, Last float64
	// From and To are the names of its places.
	From, To string
	// Measured says that First and Last are values of an axis that has no categories.
	Measured bool
	// Series is that on whose axis Value is, where each has its own; else 0.
	Series int
}

// annotate reads what an author adds to a chart: marks, what stands out, and the
// ends of the axis.
func (r *reader) annotate(g *Grid) {
	c := r.chart
	for _, m := range c.Marks {
		r.mark(g, m)
	}
	for _, name := range c.Highlight {
		known := slices.Concat(g.Categories, g.Series)
		if r.shape.highlights && !slices.Contains(known, OneLine(name.Value)) {
			r.problems.Add(unknownName.At(name.Span, problem.Quoted(name.Value), nearest(name.Value, known)))
		}
	}
	r.axisEnds(g)
}

// mark reads a line or a band.
func (r *reader) mark(g *Grid, m brief.Mark) {
	switch {
	case !r.shape.marked:
		return // told with the other keys without a use
	case m.Series.Value != "" && !(r.shape.ownUnits && m.Value.Value != ""):
		r.problems.Add(markOfSeries.At(m.Series.Span, problem.Quoted(m.Series.Value)))
		return
	case m.Value.Value != "" && m.At.Value == "" && m.From.Value == "" && m.To.Value == "":
		x, ok := numberOf(m.Value.Value)
		if !ok || math.Abs(x) > maxValue || r.chart.Scale == "log" && x <= 0 {
			r.problems.Add(notMarkValue.At(m.Value.Span, problem.Quoted(m.Value.Value)))
			return
		}
		s, ok := r.axisOf(g, m)
		if ok {
			g.Marks = append(g.Marks, Mark{Label: OneLine(m.Label.Value), Across: true, Value: x, Series: s})
		}
		return
	case m.Value.Value != "" || (m.At.Value == "") == (m.From.Value == "" || m.To.Value == ""):
		r.problems.Add(markShape.At(m.Span))
		return
	case !r.shape.running && !r.shape.upright && !r.shape.measured:
		r.problems.Add(markAlong.At(m.Span, r.chart.Type))
		return
	}
	from, to := m.From, m.To
	if m.At.Value != "" {
		from, to = m.At, m.At
	}
	first, ok := r.placeOf(g, from)
	last, okLast := first, ok
	if to != from {
		last, okLast = r.placeOf(g, to)
	}
	if ok && okLast {
		if first > last {
			first, last, from, to = last, first, to, from
		}
		g.Marks = append(g.Marks, Mark{Label: OneLine(m.Label.Value), First: first, Last: last, From: OneLine(from.Value), To: OneLine(to.Value), Measured: r.shape.measured})
	}
}

// axisOf finds the series whose axis a mark across the values is on. Where each has its
// own the mark says which.
func (r *reader) axisOf(g *Grid, m brief.Mark) (series int, ok bool) {
	if !r.shape.ownUnits {
		return 0, true
	}
	if s := slices.Index(g.Series, OneLine(m.Series.Value)); s >= 0 {
		return s, true
	}
	switch {
	case m.Series.Value != "":
		r.problems.Add(unknownName.At(m.Series.Span, problem.Quoted(m.Series.Value), nearest(m.Series.Value, g.Series)))
	case len(g.Series) == 2:
		r.problems.Add(markWithoutAxis.At(m.Span, problem.Quoted(m.Value.Value), g.Series[0], g.Series[1]))
	}
	return 0, false
}

// placeOf finds a category, or a date between two of them, or a place of an axis that
// has none.
func (r *reader) placeOf(g *Grid, f brief.Field) (float64, bool) {
	name := OneLine(f.Value)
	if r.shape.measured {
		return r.measure(g, f)
	}
	plain := func(s string) string { return strings.ToLower(numeral.Digits(s, numeral.Latin)) }
	if i := slices.IndexFunc(g.Categories, func(c string) bool { return plain(c) == plain(name) }); i >= 0 {
		return float64(i), true
	}
	days, _ := g.Moments()
	if at, ok := column.TimeOf(name); ok && len(days) > 1 && slices.IsSorted(days) {
		if at.First < days[0] || at.First > days[len(days)-1] {
			r.problems.Add(offAxis.At(f.Span, problem.Quoted(f.Value), g.Categories[0], g.Categories[len(days)-1]))
			return 0, false
		}
		i, _ := slices.BinarySearchFunc(days, at.First, func(a, b float64) int { return cmp.Compare(a, b) })
		return float64(i-1) + (at.First-days[i-1])/(days[i]-days[i-1]), true
	}
	r.problems.Add(unknownName.At(f.Span, problem.Quoted(f.Value), nearest(f.Value, g.Categories)))
	return 0, false
}

// measure reads a place of an axis of numbers or of days.
func (r *reader) measure(g *Grid, f brief.Field) (float64, bool) {
	if at, ok := column.TimeOf(OneLine(f.Value)); ok && at.Year != 0 && g.Dates {
		return at.First, true
	}
	if x, ok := numberOf(f.Value); ok && !g.Dates && math.Abs(x) <= maxValue {
		return x, true
	}
	kind := notMarkValue
	if g.Dates {
		kind = notMarkDate
	}
	r.problems.Add(kind.At(f.Span, problem.Quoted(f.Value)))
	return 0, false
}

// axisEnds reads the ends of the axis of values. They may not cut off what is
// drawn, nor the beginning of bars.
func (r *reader) axisEnds(g *Grid) {
	ends := []struct {
		key   string
		field brief.Field
		end   **float64
	}{{"min", r.chart.Min, &g.Low}, {"max", r.chart.Max, &g.High}}
	for _, e := range ends {
		if e.field.Value == "" {
			continue
		}
		x, ok := numberOf(e.field.Value)
		switch {
		case !r.shape.scaled: // told with the other keys without a use
		case r.chart.Facet != "":
			r.problems.Add(keyNotInPanels.At(r.chart.Field(e.key), e.key))
		case !ok || math.Abs(x) > maxValue || r.chart.Scale == "log" && x <= 0:
			r.problems.Add(notMarkValue.At(e.field.Span, problem.Quoted(e.field.Value)))
		default:
			*e.end = &x
		}
	}
	if g.Low == nil && g.High == nil {
		return
	}
	low, high := g.Extent()
	if r.shape.stacks || r.shape.parts {
		low, high = 0, 0
		for c := range g.Categories {
			below, above := 0.0, 0.0
			for s := range g.Series {
				if x := g.Values[s][c]; !math.IsNaN(x) {
					below, above = below+min(x, 0), above+max(x, 0)
				}
			}
			low, high = min(low, below), max(high, above)
		}
	}
	if !r.shape.running && !r.shape.floating && r.chart.Scale != "log" {
		low, high = min(low, 0), max(high, 0) // bars begin at nought
	}
	low, high = g.ErrorExtent(low, high)
	for _, m := range g.Marks {
		if m.Across {
			low, high = min(low, m.Value), max(high, m.Value)
		}
	}
	switch {
	case g.Low != nil && *g.Low > low:
		r.problems.Add(axisCuts.At(r.chart.Min.Span, problem.Quoted(r.chart.Min.Value), numeral.Format(low, -1, numeral.Latin)))
	case g.High != nil && *g.High < high:
		r.problems.Add(axisCuts.At(r.chart.Max.Span, problem.Quoted(r.chart.Max.Value), numeral.Format(high, -1, numeral.Latin)))
	case g.Low != nil && g.High != nil && *g.Low >= *g.High:
		r.problems.Add(notMarkValue.At(r.chart.Max.Span, problem.Quoted(r.chart.Max.Value)))
	}
}

var (
	keyNotInPanels = problem.Kind{
		Code: "key-not-in-panels", Severity: problem.Error,
		Message: problem.Text{AR: "المفتاح «%s» لا أثر له في رسم مقسوم إلى لوحات", EN: "“%s” says nothing to a chart in panels"},
		Advice:  problem.Text{AR: "احذفه، أو احذف facet.", EN: "Remove it, or remove facet."},
	}
	unknownName = problem.Kind{
		Code: "unknown-name", Severity: problem.Error,
		Message: problem.Text{AR: "ليس في الرسم فئة ولا سلسلة اسمها «%s»", EN: "the chart has no category or series “%s”"},
		Advice:  problem.Text{AR: "أقرب اسم هو «%[2]s».", EN: "The nearest is “%[2]s”."},
	}
	offAxis = problem.Kind{
		Code: "mark-off-axis", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» خارج المحور، وهو من «%s» إلى «%s»", EN: "“%s” lies outside the axis, which runs from “%s” to “%s”"},
		Advice:  problem.Text{AR: "اختر وقتًا بينهما، أو أضف صفوفه إلى البيانات.", EN: "Choose a time between them, or add its rows to the data."},
	}
	notMarkValue = problem.Kind{
		Code: "not-on-axis", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» ليس لها موضع على المحور", EN: "the value “%s” has no place on the axis"},
		Advice:  problem.Text{AR: "اكتب عددًا يتّسع له المحور.", EN: "Write a number that the axis can hold."},
	}
	notMarkDate = problem.Kind{
		Code: "not-on-date-axis", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس لها موضع على محور التواريخ", EN: "“%s” has no place on the axis of dates"},
		Advice:  problem.Text{AR: "اكتب تاريخًا مثل 2024-06-15.", EN: "Write a date such as 2024-06-15."},
	}
	markShape = problem.Kind{
		Code: "mark-shape", Severity: problem.Error,
		Message: problem.Text{AR: "لا يُعرف موضع العلامة", EN: "the mark has no place"},
		Advice:  problem.Text{AR: "اكتب «at» وحده، أو «from» مع «to»، أو «value» وحده.", EN: "Write at alone, from with to, or value alone."},
	}
	markAlong = problem.Kind{
		Code: "mark-along-bars", Severity: problem.Error,
		Message: problem.Text{AR: "النوع «%s» لا يتّسع لعلامة بين فئاته", EN: "the type “%s” has no place for a mark among its categories"},
		Advice:  problem.Text{AR: "استعمل «value»، أو «highlight» للفئة، أو أعمدة رأسية.", EN: "Use value, highlight for a category, or upright columns."},
	}
	markWithoutAxis = problem.Kind{
		Code: "mark-without-axis", Severity: problem.Error,
		Message: problem.Text{AR: "في الرسم محوران، ولا يُعرف على أيّهما القيمة «%s»", EN: "the chart has two axes, and “%s” may be on either"},
		Advice:  problem.Text{AR: "أضف إليها سلسلة المحور: series: %[2]s، أو series: %[3]s", EN: "Add the series of the axis: series: %[2]s, or series: %[3]s"},
	}
	markOfSeries = problem.Kind{
		Code: "mark-of-series", Severity: problem.Error,
		Message: problem.Text{AR: "السلسلة «%s» لا أثر لها في هذه العلامة", EN: "the series “%s” says nothing to this mark"},
		Advice:  problem.Text{AR: "احذف «series»: هو لعلامة «value» في رسم بمحورين.", EN: "Remove series: it is for a value in a chart of two axes."},
	}
	axisCuts = problem.Kind{
		Code: "axis-cuts-values", Severity: problem.Error,
		Message: problem.Text{AR: "طرف المحور «%s» يقطع ما يُرسم، وهو يبلغ %s", EN: "the axis' end “%s” cuts off what is drawn, which reaches %s"},
		Advice:  problem.Text{AR: "اختر طرفًا يشمل القيم كلّها؛ والأعمدة تبدأ من الصفر.", EN: "Choose an end that holds all values; bars begin at nought."},
	}
)
