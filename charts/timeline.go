package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// An event of a timeline: a date, or a period where to is set.
type event struct {
	name string
	lane int // the place of its lane among the lanes; 0 where there are none
	when span
	to   span // the end of a period; its last is zero where there is none
}

func (e event) period() bool { return e.to.last != 0 }

// end is the day after the last of the event.
func (e event) end() float64 {
	if e.period() {
		return e.to.last
	}
	return e.when.last
}

// dates prints when the event is, with the digits of a document.
func (e event) dates(s numeral.System) string {
	text := e.when.text
	if e.period() && e.to.text != e.when.text {
		text += "–" + e.to.text
	}
	return numeral.Digits(text, s)
}

// Bounds of a timeline.
const (
	maxEvents = 60
	maxLanes  = 20
)

// readEvents reads a row an event: its name, its date or its beginning and end
// and, where the author names a category, the lane it stands in.
func readEvents(r *reader) *grid {
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
	g := &grid{series: []string{r.table.Columns[from].Name}}
	for _, row := range r.table.Rows {
		e, ok := r.event(row, name, from, to)
		if !ok {
			continue
		}
		if lane >= 0 {
			text, _ := r.name(row, lane)
			if e.lane = slices.Index(g.lanes, text); e.lane < 0 {
				e.lane = len(g.lanes)
				g.lanes = append(g.lanes, text)
			}
		}
		g.events = append(g.events, e)
	}
	if n := len(g.events); n > maxEvents {
		r.problems.Add(tooManyCategories.At(r.chart.Field("data"), n, r.chart.Type, maxEvents))
	}
	if n := len(g.lanes); n > maxLanes {
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), n, r.chart.Type, maxLanes))
	}
	if len(g.events) == 0 && !r.problems.HasErrors() {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
	}
	slices.SortStableFunc(g.events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.when.first, b.when.first), cmp.Compare(a.end(), b.end()))
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
func (r *reader) event(row brief.Row, name, from, to int) (event, bool) {
	text, place := r.name(row, name)
	begin := cellOf(row, from)
	if text == "" {
		if begin.Kind != brief.MissingCell {
			r.problems.Add(missingCategory.At(place, r.table.Columns[name].Name))
		}
		return event{}, false
	}
	if begin.Kind == brief.MissingCell {
		r.problems.Add(undated.At(begin.Span, text))
		return event{}, false
	}
	e := event{name: text}
	var ok bool
	if e.when, ok = dateOf(begin); !ok {
		r.problems.Add(notDate.At(begin.Span, begin.Text, r.table.Columns[from].Name))
		return event{}, false
	}
	if to < 0 {
		return e, true
	}
	end := cellOf(row, to)
	if end.Kind == brief.MissingCell {
		return e, true
	}
	if e.to, ok = dateOf(end); !ok {
		r.problems.Add(notDate.At(end.Span, end.Text, r.table.Columns[to].Name))
		return event{}, false
	}
	if e.to.last <= e.when.first {
		r.problems.Add(endsEarly.At(end.Span, end.Text, begin.Text))
		return event{}, false
	}
	return e, true
}

// A timeScale lays days on the width of a chart. Time runs from left to right
// unless the author turns it.
type timeScale struct {
	first, last float64 // days
	left, width float64
	turned      bool
	ticks       []tick
}

func (v *canvas) timeScale(events []event, left, width float64) timeScale {
	first, last := math.Inf(1), math.Inf(-1)
	for _, e := range events {
		first, last = min(first, e.when.first), max(last, e.end())
	}
	ticks := timeTicks(first, last, width, func(text string) float64 { return v.measure(v.label(text)) })
	return timeScale{
		first: ticks[0].at, last: ticks[len(ticks)-1].at, left: left, width: width,
		turned: v.chart.Direction == "rtl", ticks: ticks,
	}
}

// x is the place of a day.
func (s timeScale) x(day float64) float64 {
	share := (day - s.first) / (s.last - s.first)
	if s.turned {
		share = 1 - share
	}
	return s.left + share*s.width
}

// rulerHeight is the height of the band that has the dates.
func (v *canvas) rulerHeight() float64 { return v.leading() + 4 }

// ruler draws the axis as a band in which each date stands behind its tick.
func (v *canvas) ruler(k *sketch, s timeScale, y float64) {
	p := v.Palette
	height := v.rulerHeight()
	k.rect(s.left, y, s.width, height, p.pale())
	for i, t := range s.ticks {
		x := s.x(t.at)
		if i > 0 && i < len(s.ticks)-1 {
			k.line(x, y, x, y+height, p.Ground, 1, belowSeries)
		}
		if i == len(s.ticks)-1 {
			break // nothing is behind the last
		}
		at, align := x+5, "left"
		if s.turned {
			at, align = x-5, "right"
		}
		k.text(v.label(t.text), at, y+height/2, align, textStyle{})
	}
}

// A mark is the place of an event: the left end of its bar and its width, which
// is zero for a date, and the middle of its height.
type mark struct{ x, width, y float64 }

// dotSize is the diameter of the mark of a date, in points.
const dotSize = 7.0

// barHeight is the height of a period's bar: that of a line, since its name may
// stand on it, and Arabic reaches far below its baseline.
func (v *canvas) barHeight() float64 { return v.leading() }

// timelineDrawing is a timeline whose marks are points of a scatter chart, over
// axes in points.
func (v *canvas) timelineDrawing(k *sketch, events []event, marks []mark, height float64) drawing {
	p := v.Palette
	scatter := echarts.NewScatter()
	data := make([]opts.ScatterData, len(events))
	styles := make([]any, len(events))
	for i, e := range events {
		m := marks[i]
		data[i] = opts.ScatterData{Name: v.label(e.name), Value: []any{m.x + m.width/2, m.y}}
		style := map[string]any{"symbol": "circle", "symbolSize": dotSize, "itemStyle": map[string]any{"color": p.color(0), "borderColor": p.Ground, "borderWidth": 1, "opacity": 1}}
		if e.period() {
			style = map[string]any{"symbol": "rect", "symbolSize": []float64{m.width, v.barHeight()}, "itemStyle": map[string]any{"color": p.color(0), "opacity": 1}}
		}
		styles[i] = style
	}
	scatter.AddSeries("", data)
	return drawing{height: height, chart: scatter, patch: k.on(v.inPoints(map[string]any{
		"series": []any{map[string]any{"data": styles, "clip": false, "label": map[string]any{"show": false}}},
	}, height))}
}

// buildTimeline draws dates along one axis with their names above and below it,
// where all have room; else, and where there are periods or lanes, a row for
// each event or lane.
func buildTimeline(v *canvas, g *grid) drawing {
	plain := len(g.lanes) == 0 && !slices.ContainsFunc(g.events, event.period)
	if plain {
		if d, ok := v.strip(g.events); ok {
			return d
		}
	}
	if len(g.lanes) > 0 {
		return v.lanes(g)
	}
	return v.eventRows(g.events)
}

// describeEvents reads the events in the order of time.
func describeEvents(g *grid, d describer) string {
	first, last := g.events[0], g.events[0]
	for _, e := range g.events {
		if e.end() > last.end() {
			last = e
		}
	}
	dates := func(e event) string {
		text := e.when.text
		if e.period() && e.to.text != e.when.text {
			text = "من " + e.when.text + " إلى " + e.to.text
		}
		return numeral.Digits(text, d.system)
	}
	opening := d.opening("خطّ زمني") + " يعرض " + numeral.Count(len(g.events), happenings, d.system)
	if end := last.to.text; len(g.events) > 1 || last.period() {
		if !last.period() {
			end = last.when.text
		}
		opening += " من " + numeral.Digits(first.when.text, d.system) + " إلى " + numeral.Digits(end, d.system)
	}
	parts := []string{opening}
	if len(g.lanes) == 0 {
		var words []string
		for _, e := range g.events {
			words = append(words, d.text(e.name)+" ("+dates(e)+")")
		}
		return sentences(append(parts, strings.Join(words, "؛ "))...)
	}
	for i, lane := range g.lanes {
		var words []string
		for _, e := range g.events {
			if e.lane == i {
				words = append(words, d.text(e.name)+" ("+dates(e)+")")
			}
		}
		parts = append(parts, d.quoted(lane)+": "+strings.Join(words, "؛ "))
	}
	return sentences(parts...)
}

var happenings = numeral.Forms{One: "حدثًا واحدًا", Two: "حدثين", Few: "أحداث", Many: "حدثًا"}

var (
	notDate = problem.Kind{
		Code: "chart-cell-not-date", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليس تاريخًا", EN: "“%s” in column “%s” is not a date"},
		Advice:  problem.Text{AR: "اكتب سنة (2024)، أو شهرًا (2024-06)، أو يومًا (2024-06-15)", EN: "write a year (2024), a month (2024-06) or a day (2024-06-15)"},
	}
	undated = problem.Kind{
		Code: "event-without-date", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» بلا تاريخ، فلا يظهر في الخطّ الزمني", EN: "“%s” has no date, so the timeline leaves it out"},
		Advice:  problem.Text{AR: "اكتب تاريخًا ولو بالسنة", EN: "write a date, if only the year"},
	}
	endsEarly = problem.Kind{
		Code: "period-ends-early", Severity: problem.Error,
		Message: problem.Text{AR: "النهاية «%s» قبل البداية «%s»", EN: "the end “%s” is before the beginning “%s”"},
		Advice:  problem.Text{AR: "صحّح أحد التاريخين", EN: "correct one of the two dates"},
	}
)
