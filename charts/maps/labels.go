package maps

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/outlines"
	"warraq/charts/scene"
	"warraq/charts/svg"
	"warraq/input/colour"
)

// A countryLabel names one country of the data.
type countryLabel struct {
	Alpha2, Name string
	Value        string // empty where the colour says it
	At           outlines.Point
	Radius       float64 // of the circle it stands by
	WideX, WideY float64 // half the room of the symbols it stands by
	Ink          string  // for text on the country's own colour
	Ground       string  // that colour, where a pattern lies over it
	Weight       float64 // the heavier is placed first
}

// labelOf names a country of the data; ink is for text on its colour, or on its
// circle of a radius.
func (m *worldMap) labelOf(t grid.Territory, ink string, radius float64) countryLabel {
	l := countryLabel{Alpha2: t.Alpha2, Name: m.Label(t.Name), At: m.layout.At(t.Label), Radius: radius, Ink: ink}
	if s := m.grid.SeriesOf(grid.Amount); s >= 0 && !m.missing(s, t.Category) {
		x := m.grid.Value(s, t.Category)
		l.Value, l.Weight = canvas.Shield(m.bareAmount(s, x)), math.Abs(x)
	}
	return l
}

// A labeller finds places for labels: none over another, over a mark, or beyond
// the map.
type labeller struct {
	*worldMap
	scene  *scene.Scene
	shapes map[string][]ringOf // the rings of each country
	filled []string            // countries whose colour is not the land's
	// home, where set, bounds where a text may stand.
	home  []ringOf
	taken []room
	lines [][2]outlines.Point // leaders
}

// mostLeaders is the number of countries up to which labels may stand away from
// what they name: more lines cannot be followed.
const mostLeaders = 30

// writeLabels names the countries of the data, where there is room: within the
// country or its circle, else beside it, else away from it with a line. Values that
// have no room are listed below.
func (m *worldMap) writeLabels(s *scene.Scene) {
	l := &labeller{worldMap: m, scene: s, shapes: map[string][]ringOf{}}
	for _, o := range m.shapes() {
		for _, polygon := range o.Polygons {
			for _, ring := range polygon {
				l.shapes[o.Alpha2] = append(l.shapes[o.Alpha2], boxed(ring))
			}
		}
	}
	list := slices.Clone(m.labels)
	slices.SortStableFunc(list, func(a, b countryLabel) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, label := range list {
		if !m.marked {
			l.filled = append(l.filled, label.Alpha2)
		} else if label.WideX > 0 {
			l.taken = append(l.taken, around(label.At, 2*label.WideX, 2*label.WideY))
		} else {
			l.taken = append(l.taken, around(label.At, 1.8*label.Radius, 1.8*label.Radius))
		}
	}
	var unwritten []countryLabel
	for _, label := range list {
		if !m.layout.Holds(label.At) {
			continue
		}
		written := false
		if m.marked {
			written = l.byMark(label)
		} else {
			written = l.onCountry(label, len(list) <= mostLeaders)
		}
		if !written && label.Value != "" {
			unwritten = append(unwritten, label)
		}
	}
	if m.regional {
		l.neighbours()
	}
	m.listValues(s, unwritten)
}

// texts are the forms of a label, the fullest first.
func (l countryLabel) texts() []string {
	if l.Value == "" {
		return []string{l.Name}
	}
	return []string{l.Name + "\n" + l.Value, l.Name}
}

// size is the room of a text.
func (l *labeller) size(text string) (width, height float64) {
	return l.TextWidth(text) + 2, float64(canvas.Lines(text))*l.Leading() - 1
}

// onCountry names a coloured country: on it with its value or without, else
// beside it. It reports whether the value was written.
func (l *labeller) onCountry(label countryLabel, leaders bool) bool {
	for _, text := range label.texts() {
		width, height := l.size(text)
		if at, ok := l.within(label.Alpha2, label.At, width, height); ok {
			if label.Ground != "" {
				l.plate(at, width, height, label.Ground)
			}
			l.put(text, label.Ink, at)
			return text != label.Name
		}
	}
	for _, text := range label.texts() {
		width, height := l.size(text)
		if !leaders {
			return false
		}
		if at, ok := l.beside(label, width, height, outlines.Dot+2); ok {
			l.put(text, l.Palette.On(l.land), at)
			return text != label.Name
		}
	}
	return false
}

// plate covers the pattern of a country where its name stands.
func (l *labeller) plate(at outlines.Point, width, height float64, ground string) {
	color, err := svg.ParseColor(ground)
	if err != nil {
		return
	}
	o := svg.Rectangle(at.X-width/2-0.5, at.Y-height/2, width+1, height)
	l.scene.Items = append(l.scene.Items, scene.Item{Path: &scene.Path{Verbs: o.Verbs, Points: svg.RoundPoints(o.Points), Fill: &color}})
}

// inCircle writes a text on a mark if its corners lie within that circle, and
// within no other.
func (l *labeller) inCircle(label countryLabel, text string) bool {
	width, height := l.size(text)
	if label.Radius == 0 || math.Hypot(width, height)/2 >= label.Radius || !l.alone(around(label.At, width, height), label) {
		return false
	}
	l.put(text, label.Ink, label.At)
	return true
}

// byMark names a country at its circle or symbols: with its value in the circle,
// else in the country; else by its name alone in either; else wherever there is
// room. It reports whether the value was written.
func (l *labeller) byMark(label countryLabel) bool {
	for _, text := range label.texts() {
		if l.inCircle(label, text) {
			return text != label.Name
		}
		l.home = l.shapes[label.Alpha2]
		done := l.writeBeside(label, text)
		l.home = nil
		if done {
			if text == label.Name && label.Value != "" {
				return l.inCircle(label, label.Value) // which may hold the value without the name
			}
			return text != label.Name
		}
	}
	for _, text := range label.texts() {
		if l.writeBeside(label, text) {
			return text != label.Name
		}
	}
	return false
}

func (l *labeller) writeBeside(label countryLabel, text string) bool {
	width, height := l.size(text)
	at, ok := l.beside(label, width, height, max(label.Radius, label.WideX, label.WideY)+1.5)
	if ok {
		l.put(text, l.Palette.On(l.strong()), at)
	}
	return ok
}

// neighbours names land without a value, where it is wide enough.
func (l *labeller) neighbours() {
	p := l.Palette
	var named []string
	for _, label := range l.labels {
		named = append(named, label.Alpha2)
	}
	for _, o := range l.worldMap.shapes() {
		c, ok := outlines.Find(o.Alpha2)
		if !ok || o.Alpha2 == "" || slices.Contains(named, o.Alpha2) {
			continue
		}
		name := c.Arabic
		if !l.Words.RightToLeft {
			name = c.English
		}
		width, height := l.size(name)
		if at, ok := l.within(o.Alpha2, l.layout.At(c.Label), width+4, height+2); ok {
			ink := p.Muted
			a, errA := svg.ParseColor(ink)
			b, errB := svg.ParseColor(l.land)
			if errA != nil || errB != nil || colour.Contrast(a, b) < canvas.LeastContrast {
				ink = p.On(l.land)
			}
			l.put(name, ink, at)
		}
	}
}

// free reports whether a text may stand in a room: on the map, and over nothing
// that was placed.
func (l *labeller) free(r room) bool {
	if r.left < 1 || r.top < 1 || r.right > l.layout.Width-1 || r.bottom > l.layout.Height-1 {
		return false
	}
	for _, o := range l.taken {
		if r.meets(o) {
			return false
		}
	}
	for _, line := range l.lines {
		if r.crossed(line[0], line[1]) {
			return false
		}
	}
	return true
}

// alone reports whether nothing but a label's own mark is where it would stand.
func (l *labeller) alone(r room, label countryLabel) bool {
	for _, o := range l.taken {
		if r.meets(o) && !o.centered(label.At) {
			return false
		}
	}
	return true
}

// within returns the place nearest to another where a text lies wholly in a
// country.
func (l *labeller) within(alpha2 string, near outlines.Point, width, height float64) (outlines.Point, bool) {
	rings := l.shapes[alpha2]
	type place struct {
		at   outlines.Point
		away float64
	}
	var places []place
	for _, ring := range rings {
		const net = 32
		spareX, spareY := ring.box.right-ring.box.left-width, ring.box.bottom-ring.box.top-height
		if spareX < 0 || spareY < 0 {
			continue
		}
		stepX, stepY := max(1, spareX/net), max(1, spareY/net)
		for y := ring.box.top + height/2; y <= ring.box.bottom-height/2; y += stepY {
			for x := ring.box.left + width/2; x <= ring.box.right-width/2; x += stepX {
				places = append(places, place{outlines.Point{X: x, Y: y}, math.Hypot(x-near.X, y-near.Y)})
			}
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.away, b.away) })
	for _, p := range places {
		if r := around(p.at, width, height); l.free(r) && inside(rings, r) {
			return p.at, true
		}
	}
	return outlines.Point{}, false
}

// A spot is a place for a text outside what it names.
type spot struct {
	at, start, end outlines.Point // the middle of the text; the line to it
	led            bool           // whether there is a line
	cost           float64
}

// beside returns a place for a text outside what it names, and draws a line to
// it where it is not near. The best place is near, over few borders, and keeps
// clear of other countries that are still to be named. Distance is that of the
// text's edge from the middle of the country.
func (l *labeller) beside(label countryLabel, width, height, distance float64) (outlines.Point, bool) {
	best := spot{cost: math.Inf(1)}
	for _, away := range []float64{0, 5, 10, 16, 24, 34, 46} {
		if l.marked && away > 24 || label.WideX > 0 && away > 10 {
			break // a mark far from its name is nobody's
		}
		if best.cost <= away {
			break
		}
		const directions = 16
		for k := range directions {
			// Above and below first, then to the sides.
			turn := float64((k+1)/2) * (1 - 2*float64(k%2)) * 2 * math.Pi / directions
			sin, cos := math.Sincos(turn)
			at := edgeOf(label, sin, -cos, width, height, distance+away)
			if p, ok := l.try(label, at, width, height, away); ok && p.cost < best.cost {
				best = p
			}
		}
	}
	if math.IsInf(best.cost, 1) {
		return best.at, false
	}
	if best.led {
		l.leader(best.start, best.end)
	}
	return best.at, true
}

// try weighs a place for a text beside what it names.
func (l *labeller) try(label countryLabel, at outlines.Point, width, height, away float64) (spot, bool) {
	r := around(at, width, height)
	if !l.free(r) || l.overFilled(r) || l.home != nil && !inside(l.home, r) {
		return spot{}, false
	}
	p := spot{at: at, start: label.At, end: nearestOf(r, label.At), led: !l.marked || away > 0, cost: away}
	if length := math.Hypot(p.end.X-p.start.X, p.end.Y-p.start.Y); l.marked && length > 0 {
		t := min(1, max(label.Radius, label.WideY)/length)
		p.start = outlines.Point{X: p.start.X + t*(p.end.X-p.start.X), Y: p.start.Y + t*(p.end.Y-p.start.Y)}
	}
	if p.led && l.crosses(p.start, p.end, label) {
		return p, false
	}
	if l.marked {
		p.cost += 0.1 * float64(l.borders(r))
		if l.abroad(at, label) {
			p.cost += 4
		}
	} else {
		p.cost += 12 * float64(l.crowd(r, p, label))
	}
	return p, true
}

// crowd counts the other countries that a text or the line to it would shut in.
func (l *labeller) crowd(r room, p spot, label countryLabel) int {
	const near = 7.0
	n := 0
	for _, other := range l.labels {
		if other.Alpha2 == label.Alpha2 {
			continue
		}
		q := nearestOf(r, other.At)
		if math.Hypot(q.X-other.At.X, q.Y-other.At.Y) < near || around(other.At, 2*near, 2*near).crossed(p.start, p.end) {
			n++
		}
	}
	return n
}

// abroad reports whether a point lies in another country of the data.
func (l *labeller) abroad(at outlines.Point, label countryLabel) bool {
	for _, other := range l.labels {
		if other.Alpha2 != label.Alpha2 && inside(l.shapes[other.Alpha2], around(at, 0.1, 0.1)) {
			return true
		}
	}
	return false
}

// borders counts the edges that a text beside a mark would stand over.
func (l *labeller) borders(r room) int {
	n := 0
	for _, rings := range l.shapes {
		for _, ring := range rings {
			if !ring.box.meets(r) {
				continue
			}
			for i, a := range ring.points {
				if r.crossed(a, ring.points[(i+1)%len(ring.points)]) {
					n++
				}
			}
		}
	}
	return n
}

// edgeOf places a text so that its edge in a direction stands at a distance.
func edgeOf(label countryLabel, dx, dy, width, height, distance float64) outlines.Point {
	if label.WideX > 0 {
		// A text by a row of symbols stands along its box.
		return outlines.Point{
			X: label.At.X + dx*(label.WideX+width/2+distance-max(label.WideX, label.WideY)),
			Y: label.At.Y + dy*(label.WideY+height/2+distance-max(label.WideX, label.WideY)),
		}
	}
	return outlines.Point{X: label.At.X + dx*(distance+width/2), Y: label.At.Y + dy*(distance+height/2)}
}

// overFilled reports whether a room lies on or at a country whose colour says
// something.
func (l *labeller) overFilled(r room) bool {
	r = r.grown(1.5)
	for _, code := range l.filled {
		for _, ring := range l.shapes[code] {
			if ring.crosses(r) {
				return true
			}
		}
		if inside(l.shapes[code], r) {
			return true
		}
	}
	return false
}

// crosses reports whether a line to a label would run over another text, mark or
// line.
func (l *labeller) crosses(a, b outlines.Point, label countryLabel) bool {
	for _, r := range l.taken {
		if !r.centered(label.At) && r.crossed(a, b) {
			return true
		}
	}
	for _, code := range l.filled {
		for _, ring := range l.shapes[code] {
			if code != label.Alpha2 && meetsLine(ring, a, b) {
				return true
			}
		}
	}
	for _, o := range l.lines {
		if meet(a, b, o[0], o[1]) {
			return true
		}
	}
	return false
}

// leader draws the line from a country to its label, on a lighter one that shows
// it on a dark country. It begins with a dot where it begins in a colour.
func (l *labeller) leader(from, to outlines.Point) {
	ink, errInk := svg.ParseColor(l.Palette.Muted)
	halo, errHalo := svg.ParseColor(l.Palette.Ground)
	if errInk != nil || errHalo != nil {
		return
	}
	l.lines = append(l.lines, [2]outlines.Point{from, to})
	dot := func(radius float64, color color.NRGBA) {
		o := svg.Ellipse(from.X, from.Y, radius, radius)
		l.scene.Items = append(l.scene.Items, scene.Item{Path: &scene.Path{Verbs: o.Verbs, Points: svg.RoundPoints(o.Points), Fill: &color}})
	}
	line := func(width float64, color color.NRGBA) {
		l.scene.Items = append(l.scene.Items, scene.Item{Path: &scene.Path{
			Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo},
			Points: svg.RoundPoints([]scene.Point{{X: from.X, Y: from.Y}, {X: to.X, Y: to.Y}}), Stroke: &color, Width: width,
		}})
	}
	if !l.marked {
		dot(1.5, halo)
		line(1.3, halo)
		dot(1, ink)
	}
	line(0.5, ink)
}

// put writes the lines of a text about a point.
func (l *labeller) put(text, color string, at outlines.Point) {
	ink, err := svg.ParseColor(color)
	if err != nil {
		return
	}
	width, height := l.size(text)
	l.taken = append(l.taken, around(at, width, height).grown(0.5))
	all := strings.Split(text, "\n")
	for i, line := range all {
		y := at.Y + (float64(i)-float64(len(all)-1)/2)*l.Leading() + (l.Ascent-l.Descent)/2*l.Size
		l.scene.Items = append(l.scene.Items, scene.Item{Text: &scene.Text{
			X: svg.Round(at.X), Y: svg.Round(y), Anchor: scene.Middle,
			Value: canvas.Present(line, l.System), RTL: scene.RTL(line), Size: l.Size, Color: ink,
		}})
	}
}
