package grid

import (
	"cmp"
	"slices"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
)

// An Event of a timeline: a date, or a period where To is set.
type Event struct {
	Name string
	// Lane is the place of its lane among the lanes; 0 where there are none.
	Lane int
	// When is its date or beginning, To the end of a period; its Last is zero
	// where there is none.
	When, To Days
}

// Period reports whether the event has an end of its own.
func (e Event) Period() bool { return e.To.Last != 0 }

// End is the day after the last of the event.
func (e Event) End() float64 {
	if e.Period() {
		return e.To.Last
	}
	return e.When.Last
}

// Bounds of a timeline.
const (
	maxEvents = 60
	maxLanes  = 20
)

// readEvents reads a row an event: its name, its date or its beginning and end
// and, where the author names a category, the lane it stands in.
func readEvents(r *reader) *Grid {
	from, to := r.named("from", r.chart.From), r.named("to", r.chart.To)
	if r.chart.From == "" {
		from = r.usual([]string{"from", "start", "date", "year", "من", "البداية", "التاريخ", "تاريخ", "السنة"})
	}
	if r.chart.To == "" {
		to = r.usual([]string{"to", "end", "until", "إلى", "النهاية"})
	}
	lane := r.named("category", r.chart.Category)
	name := r.eventNames(from, to, lane)
	if from < 0 && !r.problems.HasErrors() {
		r.problems.Add(missingColumn.At(r.chart.Span, "from"))
	}
	if r.problems.HasErrors() {
		return nil
	}
	g := &Grid{Series: []string{r.table.Columns[from].Name}}
	for _, row := range r.table.Rows {
		e, ok := r.event(row, name, from, to)
		if !ok {
			continue
		}
		if lane >= 0 {
			text, _ := r.name(row, lane)
			if e.Lane = slices.Index(g.Lanes, text); e.Lane < 0 {
				e.Lane = len(g.Lanes)
				g.Lanes = append(g.Lanes, text)
			}
		}
		g.Events = append(g.Events, e)
	}
	if n := len(g.Events); n > maxEvents {
		r.problems.Add(tooManyCategories.At(r.chart.Field("data"), n, r.chart.Type, maxEvents))
	}
	if n := len(g.Lanes); n > maxLanes {
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), n, r.chart.Type, maxLanes))
	}
	if len(g.Events) == 0 && !r.problems.HasErrors() {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
	}
	slices.SortStableFunc(g.Events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.When.First, b.When.First), cmp.Compare(a.End(), b.End()))
	})
	return g
}

// eventNames returns the column of names: the author's, one of the usual ones,
// or the first of texts.
func (r *reader) eventNames(others ...int) int {
	if r.chart.Labels != "" {
		return r.named("labels", r.chart.Labels)
	}
	if i := r.usual([]string{"event", "milestone", "label", "الحدث", "المحطة", "البند", "النشاط", "المشروع"}); i >= 0 && !slices.Contains(others, i) {
		return i
	}
	for i := range r.table.Columns {
		if !slices.Contains(others, i) && r.holds(i, brief.TextCell) {
			return i
		}
	}
	r.problems.Add(missingColumn.At(r.chart.Span, "labels"))
	return -1
}

// event reads one row; an event without a date is left out with a word.
func (r *reader) event(row brief.Row, name, from, to int) (Event, bool) {
	text, place := r.name(row, name)
	begin := row.Cell(from)
	if text == "" {
		if begin.Kind != brief.MissingCell {
			r.problems.Add(missingCategory.At(place, r.table.Columns[name].Name))
		}
		return Event{}, false
	}
	if begin.Kind == brief.MissingCell {
		r.problems.Add(undated.At(begin.Span, problem.Quoted(text)))
		return Event{}, false
	}
	e := Event{Name: text}
	var ok bool
	if e.When, ok = dateOf(begin, r.table.Columns[from]); !ok {
		r.odd(begin, from, notDate)
		return Event{}, false
	}
	if to < 0 {
		return e, true
	}
	end := row.Cell(to)
	if end.Kind == brief.MissingCell {
		return e, true
	}
	if e.To, ok = dateOf(end, r.table.Columns[to]); !ok {
		r.odd(end, to, notDate)
		return Event{}, false
	}
	if e.To.Last <= e.When.First {
		r.problems.Add(endsEarly.At(end.Span, problem.Quoted(end.Text), problem.Quoted(begin.Text)))
		return Event{}, false
	}
	return e, true
}

// odd tells why a cell is not what its column is asked for, in the words of the room
// that read it where it has some.
func (r *reader) odd(cell brief.Cell, at int, otherwise problem.Kind) {
	in := r.table.Columns[at]
	if told, ok := column.Problem(cell, in); ok {
		r.problems.Add(told)
		return
	}
	r.problems.Add(otherwise.At(cell.Span, problem.Quoted(cell.Text), in.Name))
}

var (
	notDate = problem.Kind{
		Code: "chart-cell-not-date", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليس تاريخًا", EN: "“%s” in column “%s” is not a date"},
		Advice:  problem.Text{AR: "اكتب سنة (2024)، أو شهرًا (2024-06)، أو يومًا (2024-06-15).", EN: "Write a year (2024), a month (2024-06) or a day (2024-06-15)."},
	}
	undated = problem.Kind{
		Code: "event-without-date", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» بلا تاريخ، فلا يظهر في الخطّ الزمني", EN: "“%s” has no date, so the timeline leaves it out"},
		Advice:  problem.Text{AR: "اكتب تاريخًا ولو بالسنة.", EN: "Write a date, if only the year."},
	}
	endsEarly = problem.Kind{
		Code: "period-ends-early", Severity: problem.Error,
		Message: problem.Text{AR: "النهاية «%s» قبل البداية «%s»", EN: "the end “%s” is before the beginning “%s”"},
		Advice:  problem.Text{AR: "صحّح أحد التاريخين.", EN: "Correct one of the two dates."},
	}
)
