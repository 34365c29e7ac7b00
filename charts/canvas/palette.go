package canvas

import (
	"image/color"
	"math"
	"slices"

	"warraq/charts/svg"
	"warraq/input/colour"
)

// A Palette is the colours of a chart, as CSS writes them.
type Palette struct {
	// Series are the colours of series in their order. Neighbours differ in
	// lightness, so that they differ in grey, and for readers who do not tell
	// red from green.
	Series []string
	// Text is the colour of labels, Muted of the axes' labels: both keep 4.5 to
	// 1 against Ground (WCAG 2.1, 1.4.3). Axis and Grid are lines.
	Text, Muted, Axis, Grid, Ground string
}

// DefaultPalette returns the palette of charts in a report without a theme.
func DefaultPalette() Palette {
	return Palette{
		Series: []string{"#1b4f72", "#e39a1f", "#1f7a66", "#f0c987", "#7a3b1e", "#86b9dc", "#3b3b3b", "#d4a5a5"},
		Text:   "#1f2933", Muted: "#52606d", Axis: "#7b8794", Grid: "#dde2e7", Ground: "#ffffff",
	}
}

// Color returns the colour of series i; after the last they begin again, with
// other decals.
func (p Palette) Color(i int) string { return p.Series[i%len(p.Series)] }

// Branch returns the colour of branch i of a hierarchy, which lends it to what is below
// it, paler and paler: those of one hue would be taken for one branch. So the series
// that differ in hue from all before them come first, and then the others.
func (p Palette) Branch(i int) string {
	order := make([]string, 0, len(p.Series))
	var others []string
	for _, name := range p.Series {
		if slices.ContainsFunc(order, func(before string) bool { return sameHue(name, before) }) {
			others = append(others, name)
		} else {
			order = append(order, name)
		}
	}
	return append(order, others...)[i%len(p.Series)]
}

// leastHue is how far apart, in degrees, two hues are that are not taken for shades of
// one, and leastChroma what a colour has at least that has a hue at all.
const (
	leastHue    = 16.0
	leastChroma = 0.06
)

// sameHue reports whether two colours look like shades of one.
func sameHue(a, b string) bool {
	x, errX := svg.ParseColor(a)
	y, errY := svg.ParseColor(b)
	if errX != nil || errY != nil {
		return a == b
	}
	hueX, chromaX := colour.Hue(x)
	hueY, chromaY := colour.Hue(y)
	if chromaX < leastChroma || chromaY < leastChroma {
		return chromaX < leastChroma && chromaY < leastChroma // two greys
	}
	return math.Abs(math.Remainder(hueX-hueY, 360)) < leastHue
}

// PaletteOf returns the palette of a theme: the colours of its series, its text
// and lighter text, and its rules. Without series they are DefaultPalette's.
func PaletteOf(series []color.NRGBA, text, muted, rule color.NRGBA) Palette {
	p := DefaultPalette()
	if len(series) > 0 {
		p.Series = nil
		for _, c := range series {
			p.Series = append(p.Series, colour.Hex(c))
		}
	}
	p.Text, p.Muted, p.Axis, p.Grid = colour.Hex(text), colour.Hex(muted), colour.Hex(muted), colour.Hex(rule)
	return p
}

// LeastContrast is that of text with its ground (WCAG 2.1, 1.4.3).
const LeastContrast = 4.5

// Pale is the colour of what is there only to be filled or written on: the
// track of a gauge, the band of a time axis.
func (p Palette) Pale() string { return Mix(p.Ground, p.Axis, 0.2) }

// On returns the colour for text on a ground: the palette's text, white or
// black, the first that can be read. One of the last two always can.
func (p Palette) On(ground string) string {
	g, err := svg.ParseColor(ground)
	if err != nil {
		return p.Text
	}
	for _, name := range []string{p.Text, "#ffffff"} {
		if c, err := svg.ParseColor(name); err == nil && colour.Contrast(c, g) >= LeastContrast {
			return name
		}
	}
	return "#000000"
}

// Mix returns the colour a share t of the way from one colour to another.
func Mix(from, to string, t float64) string {
	a, errA := svg.ParseColor(from)
	b, errB := svg.ParseColor(to)
	if errA != nil || errB != nil {
		return from
	}
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*t)) }
	const digits = "0123456789abcdef"
	s := []byte{'#'}
	for _, v := range []uint8{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B)} {
		s = append(s, digits[v>>4], digits[v&15])
	}
	return string(s)
}

// leastGrey is how far apart two colours are in lightness (CIE L*, of 100) that
// can be told apart in grey where they meet.
const leastGrey = 12.0

// Patterned reports whether series i needs a pattern: its colour stands a second
// time, or where there is no colour it could not be told from one of those that
// it meets of the series before it.
func (p Palette) Patterned(i int, met ...int) bool {
	if i >= len(p.Series) || slices.Contains(p.Series[:i], p.Series[i]) {
		return true
	}
	for _, j := range met {
		if j >= 0 && j < i && p.alike(i, j) {
			return true
		}
	}
	return false
}

// alike reports whether two series cannot be told apart in grey.
func (p Palette) alike(i, j int) bool {
	a, errA := svg.ParseColor(p.Color(i))
	b, errB := svg.ParseColor(p.Color(j))
	return errA == nil && errB == nil && math.Abs(colour.Lightness(a)-colour.Lightness(b)) < leastGrey
}

// Decal returns the pattern laid over series i, if it needs one beside those that
// it meets.
func (p Palette) Decal(i int, met ...int) any {
	if !p.Patterned(i, met...) {
		return map[string]any{"symbol": "none"}
	}
	ink := "rgba(255,255,255,0.55)"
	if p.On(p.Color(i)) != "#ffffff" {
		ink = "rgba(0,0,0,0.4)"
	}
	lines := func(y []float64, turn float64) map[string]any {
		return map[string]any{"symbol": "rect", "dashArrayX": []float64{1, 0}, "dashArrayY": y, "rotation": turn, "color": ink}
	}
	dots := func(size float64, x [][]float64, y []float64) map[string]any {
		rows := make([]any, len(x))
		for i, row := range x {
			rows[i] = row
		}
		return map[string]any{"symbol": "circle", "symbolSize": size, "dashArrayX": rows, "dashArrayY": y, "color": ink}
	}
	kinds := []map[string]any{
		lines([]float64{1, 3.5}, math.Pi/4),
		dots(0.8, [][]float64{{3, 3}, {0, 3, 3, 0}}, []float64{3, 0}),
		lines([]float64{1, 3}, -math.Pi/4),
		lines([]float64{1, 3}, 0),
		dots(0.9, [][]float64{{2, 6}}, []float64{2, 5}),
		lines([]float64{1, 3}, math.Pi/2),
		lines([]float64{0.8, 1.8}, math.Pi/4),
		dots(1, [][]float64{{5, 3}, {0, 4, 4, 0}}, []float64{5, 1}),
		lines([]float64{2.5, 2.5}, -math.Pi/4),
	}
	return kinds[(i-1)%len(kinds)]
}
