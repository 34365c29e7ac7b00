package canvas

import (
	"math"
	"slices"

	"warraq/charts/grid"
	"warraq/charts/words"
	"warraq/input/locale"
)

// LabelGap is the distance of an axis or a bar and its label, in points.
const LabelGap = 5.0

// A ValueAxis is the axis of numbers of a chart of columns, lines or points.
type ValueAxis struct {
	// Low and High are its ends, Step the distance of two labels; a logarithmic
	// axis, which has a label at each power of ten, has no step.
	Low, High, Step float64
	// Log makes it logarithmic.
	Log bool
	// Labels are its numbers as printed, to know their room.
	Labels []string
	ended  bool    // the author gave an end
	apart  float64 // the least distance of two labels of a logarithmic axis, in decades
}

// onLine is the part of an axis within which a value would lie on the line below
// it.
const onLine = 0.03

// ValueAxis chooses an axis for values between low and high, with room for
// about count steps. One that is not zeroed may begin above zero.
func (v *Canvas) ValueAxis(low, high float64, zeroed bool, count int) ValueAxis {
	if v.Chart.Scale == "log" {
		a := ValueAxis{Log: true}
		a.Low, a.High = Decades(low, high)
		for _, x := range a.Ticks() {
			a.Labels = append(a.Labels, v.Tick(x))
		}
		return a
	}
	// A line whose values differ by little next to their size would be flat.
	if zeroed || low > 0 && low < high*0.6 || high < 0 && high > low*0.6 {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		if high == 0 {
			high = 1
		} else {
			low, high = low-math.Abs(low)/2, high+math.Abs(high)/2
		}
	}
	step := niceStep((high - low) / float64(count))
	a := ValueAxis{Low: math.Floor(low/step+1e-9) * step, High: math.Ceil(high/step-1e-9) * step, Step: step}
	if (a.Low > 0 || a.High < 0) && low-a.Low < (a.High-a.Low)*onLine {
		a.Low -= step // a value on the line of the axis would not be seen
	}
	for _, x := range a.Ticks() {
		a.Labels = append(a.Labels, v.Tick(x))
	}
	return a
}

// Ended is an axis for values between low and high with the ends that the author
// gives, where he does. Its steps are round: if an end is no multiple of one, the
// first or the last is shorter.
func (v *Canvas) Ended(low, high float64, zeroed bool, from, to *float64) ValueAxis {
	if to != nil {
		high = *to
	}
	a := v.ValueAxis(low, high, zeroed, 5)
	if from != nil {
		a.Low, low = *from, *from
	}
	if to != nil {
		a.High = *to
	}
	a.ended = true
	if !a.Log {
		a.Step = stepBetween(a.Low, max(high, low), from != nil, to != nil)
		if to == nil {
			a.High = math.Ceil(high/a.Step-1e-9) * a.Step
			if a.High <= a.Low {
				a.High = math.Floor(a.Low/a.Step+1e-9)*a.Step + a.Step
			}
		}
		if from == nil {
			a.Low = math.Floor(a.Low/a.Step+1e-9) * a.Step
		}
	}
	a.Labels = nil
	for _, x := range a.Ticks() {
		a.Labels = append(a.Labels, v.Tick(x))
	}
	return a
}

// stepBetween chooses a step for an axis, if possible one of which the ends that
// are kept are multiples.
func stepBetween(low, high float64, keepLow, keepHigh bool) float64 {
	if high <= low {
		high = low + max(math.Abs(low), 1)/2
	}
	best, off := niceStep((high-low)/5), math.Inf(1)
	for step, i := niceStep((high-low)/9), 0; i < 4; step, i = niceStep(step*1.01), i+1 {
		count := (high - low) / step
		if count < 3 || count > 9 || keepLow && !multiple(low, step) || keepHigh && !multiple(high, step) {
			continue
		}
		if d := math.Abs(math.Log(count / 5)); d < off {
			best, off = step, d
		}
	}
	return best
}

func multiple(x, step float64) bool {
	return math.Abs(x/step-math.Round(x/step)) < 1e-9
}

// LabelTicks has the numbers of an axis that ECharts draws printed as all others are,
// once it is known which they are.
func (v *Canvas) LabelTicks(axis map[string]any, values []float64) {
	_, worded := axis["axisLabel"].(map[string]any)["customValues"]
	labels := make([]string, len(values))
	for i, x := range values {
		labels[i] = v.Tick(x)
		worded = worded || labels[i] != locale.Number(x, v.System)
	}
	if worded {
		axis["axisLabel"].(map[string]any)["formatter"] = Page(ticks(values, labels))
	}
}

// Ticks are the numbers that have labels: the ends of the axis, and the multiples of
// the step that are not too near to one.
func (a ValueAxis) Ticks() []float64 {
	if a.Log {
		return Powers(a.Low, a.High, a.apart)
	}
	const near = 0.4 // of a step
	list := []float64{a.Low}
	for i := math.Floor(a.Low/a.Step+1e-9) + 1; i*a.Step < a.High-1e-9*a.Step; i++ {
		x := i * a.Step
		if x-a.Low > near*a.Step && a.High-x > near*a.Step {
			list = append(list, x)
		}
	}
	return append(list, a.High)
}

// Share is the place of a value on the axis, from 0 at its low end to 1.
func (a ValueAxis) Share(x float64) float64 {
	if a.Log {
		return math.Log(x/a.Low) / math.Log(a.High/a.Low)
	}
	return (x - a.Low) / (a.High - a.Low)
}

// niceStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is
// no smaller than rough.
func niceStep(rough float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if rough <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// Option is the axis as ECharts takes it; at is the side it stands on.
func (a ValueAxis) Option(v *Canvas, at string) map[string]any {
	p := v.Palette
	axis := map[string]any{
		"type": "value", "position": at, "min": a.Low, "max": a.High,
		"axisLine": map[string]any{"show": false}, "axisTick": map[string]any{"show": false},
		"axisLabel": map[string]any{"show": true, "color": p.Muted, "fontSize": Page(v.Size), "margin": Page(LabelGap), "showMinLabel": true, "showMaxLabel": true},
		"splitLine": map[string]any{"show": true, "lineStyle": v.Stroke(p.Grid, 0.5)},
	}
	if a.Log {
		LogLabels(axis, a.Low, a.Ticks())
	} else {
		axis["interval"] = a.Step
		if a.ended && (!multiple(a.Low, a.Step) || !multiple(a.High, a.Step)) {
			// ECharts counts steps from the low end.
			axis["axisLabel"].(map[string]any)["customValues"] = a.Ticks()
			axis["axisTick"].(map[string]any)["customValues"] = a.Ticks()
		}
	}
	v.LabelTicks(axis, a.Ticks())
	return axis
}

// RunsRTL reports whether the categories of columns and lines run from the
// right: time does not, unless the author says so.
func (v *Canvas) RunsRTL(g *grid.Grid) bool {
	if g.Temporal {
		return v.Chart.Direction == "rtl"
	}
	return v.RTL
}

// A CategoryAxis is the axis of names below columns and lines.
type CategoryAxis struct {
	// Names are wrapped to their room; Fits reports that all have room. Plain
	// are the same in a line each.
	Names, Plain []string
	Fits         bool
	// Height is the room that they take below the plot.
	Height float64
	every  int // one name in so many is printed
}

// CategoryAxis wraps names to the room each has. Dates that have none are
// thinned out; other names must all be read.
func (v *Canvas) CategoryAxis(g *grid.Grid, band float64) CategoryAxis {
	a := CategoryAxis{Plain: v.Labels(g.Categories), every: 1, Fits: true}
	if g.Temporal {
		a.Names = a.Plain
		if width := v.Widest(a.Names) + LabelGap; width > band {
			a.every = int(math.Ceil(width / band))
		}
	} else {
		a.Names = v.WrappedWhole(g.Categories, band-4)
		a.Fits = v.Widest(a.Names) <= band-2 && Tallest(a.Names) <= 4
	}
	a.Height = float64(Tallest(a.Names))*v.Leading() + LabelGap + 2
	return a
}

// Overhang is how far the names at the ends of n categories reach beyond a plot
// that is narrowed by it on both sides. Only names that were thinned out do.
func (v *Canvas) Overhang(a CategoryAxis, n int, plot float64) float64 {
	if a.every < 2 || n < 2 {
		return 0
	}
	// The plot loses twice the overhang, and so does each name's half of a band.
	return max(0, v.Widest(a.Names)-plot/float64(n)) / 2 / (1 - 1/float64(n))
}

// Option is the axis as ECharts takes it: inverse runs from the right, gap leaves
// half a category free at both ends.
func (a CategoryAxis) Option(v *Canvas, inverse, gap bool) map[string]any {
	p := v.Palette
	return map[string]any{
		"type": "category", "inverse": inverse, "boundaryGap": gap, "data": Fitted(a.Names, a.Plain),
		"axisLine":  map[string]any{"show": true, "onZero": true, "lineStyle": v.Stroke(p.Axis, 0.75)},
		"axisTick":  map[string]any{"show": false},
		"axisLabel": map[string]any{"interval": Page(a.every - 1), "margin": Page(LabelGap), "color": p.Text, "fontSize": Page(v.Size), "lineHeight": Page(v.Leading()), "hideOverlap": Page(false)},
		"splitLine": map[string]any{"show": false},
	}
}

// SideNames is the axis of names at the side of a lying plot, with or without its
// line: names are wrapped to their room, and plain in a line each. Gap is the
// room between the axis and its names, for labels.
func (v *Canvas) SideNames(line bool, gap float64, names, plain []string) map[string]any {
	p := v.Palette
	return map[string]any{
		"type": "category", "inverse": true, "position": SideOf(v.RTL), "data": Fitted(names, plain), "axisTick": map[string]any{"show": false},
		"axisLine":  map[string]any{"show": line, "onZero": false, "lineStyle": v.Stroke(p.Axis, 0.75)},
		"axisLabel": map[string]any{"interval": Page(0), "margin": Page(LabelGap + gap), "color": p.Text, "fontSize": Page(v.Size), "lineHeight": Page(v.Leading())},
	}
}

// UnitNote is the unit of a chart's axis, in a line of its own above it on the
// side of the axis. It is drawn as the title of ECharts, which nothing else
// uses.
func (v *Canvas) UnitNote(unit string, top float64, right bool) (note any, height float64) {
	if unit == "" {
		return nil, 0
	}
	title, height := v.UnitTitle(unit, top, right)
	return Page(title), height
}

// UnitTitle is the title that such a note is.
func (v *Canvas) UnitTitle(unit string, top float64, right bool) (title map[string]any, height float64) {
	title = map[string]any{
		"text": v.Unit(unit), "top": top, "padding": 0, "left": 0,
		"textStyle": map[string]any{"fontSize": v.Size, "fontWeight": "normal", "color": v.Palette.Muted, "lineHeight": v.Leading()},
	}
	if right {
		delete(title, "left")
		title["right"] = 0
	}
	return title, v.Leading() * 1.5
}

// AxisNote is such a note for one of two axes of values: what it measures, in as
// many lines as that takes in its half of the width.
func (v *Canvas) AxisNote(name string, top float64, right bool) (note any, height float64) {
	title, height := v.UnitTitle("", top, right)
	text := v.Wrap(name, v.Width*0.47)
	title["text"] = text
	return title, height + float64(Lines(text)-1)*v.Leading()
}

// Unit is a unit as it is printed by itself.
func (v *Canvas) Unit(unit string) string {
	if grid.IsPercent(unit) {
		return words.PercentSign(v.System)
	}
	return v.Label(unit)
}

// Decades returns the powers of ten around a range; the smallest value still
// gets a bar that is seen.
func Decades(low, high float64) (from, to float64) {
	from = math.Pow(10, math.Floor(math.Log10(low)))
	if low < from*1.2 {
		from /= 10
	}
	to = math.Pow(10, math.Ceil(math.Log10(high)-1e-9))
	return from, max(to, from*10)
}

// Powers are the ends of a logarithmic axis and the powers of ten between them that
// have a label. Where two labels have to stand so many decades apart these are every
// second, third … from the low end if that meets the high one, and else the multiples
// of a hundred, a thousand, a million and so on.
func Powers(low, high, apart float64) []float64 {
	apart = max(apart, 1)
	first, last := math.Log10(low), math.Log10(high)
	step := math.Ceil(apart - 1e-9)
	from := first
	for step < 2*apart && !(multiple(first, 1) && multiple(last-first, step)) {
		step++
	}
	if step >= 2*apart {
		if step = math.Ceil(apart - 1e-9); step > 3 {
			step = math.Ceil(step/3) * 3
		}
		from = math.Ceil(first/step-1e-9) * step
	}
	list := []float64{low}
	for e := from; e < last; e += step {
		if e-first > apart-1e-9 && last-e > apart-1e-9 {
			list = append(list, math.Pow(10, math.Round(e)))
		}
	}
	return append(list, high)
}

// Over is the axis over so many points, of which a label takes some: of a logarithmic
// axis, whose length is not chosen by its labels, those are left out that have no room.
func (a ValueAxis) Over(v *Canvas, points, label float64) ValueAxis {
	if !a.Log {
		return a
	}
	a.apart = label / points * math.Log10(a.High/a.Low)
	a.Labels = nil
	for _, x := range a.Ticks() {
		a.Labels = append(a.Labels, v.Tick(x))
	}
	return a
}

// Lying is the axis over so many points of the width, where labels stand beside each
// other.
func (a ValueAxis) Lying(v *Canvas, points float64) ValueAxis {
	return a.Over(v, points, v.Widest(a.Over(v, points, 0).Labels)+2*LabelGap)
}

// LogLabels makes an axis of ECharts logarithmic from its low end, where columns
// begin, with labels at these numbers. From ten decades on ECharts would label each tenth.
func LogLabels(axis map[string]any, low float64, values []float64) {
	axis["type"], axis["startValue"] = "log", low
	high := values[len(values)-1]
	if decades := math.Log10(high / low); decades < mostDecades && math.Abs(decades-float64(len(values)-1)) < 1e-9 {
		return
	}
	// ECharts rounds the ends of the axis, and leaves out what is beyond them.
	const within = 1e-12
	inner := slices.Clone(values)
	inner[0], inner[len(inner)-1] = low*(1+within), high*(1-within)
	for _, key := range []string{"axisLabel", "axisTick"} {
		axis[key].(map[string]any)["customValues"] = Page(inner)
	}
}

// mostDecades is from where on ECharts does not label each power of ten by itself.
const mostDecades = 10

// Thinned prints one name in so many that all that are printed have room.
func (v *Canvas) Thinned(g *grid.Grid, band float64) CategoryAxis {
	a := CategoryAxis{Names: v.Wrapped(g.Categories, max(band-4, 60)), Plain: v.Labels(g.Categories), Fits: true}
	a.every = max(1, int(math.Ceil((v.Widest(a.Names)+LabelGap)/band)))
	a.Height = float64(Tallest(a.Names))*v.Leading() + LabelGap + 2
	return a
}
