package typeset

import (
	"image/color"
	"math"

	"warraq/charts/scene"
	"warraq/input/colour"
	"warraq/output/page"
)

// The star of eight points, khatam, is two squares in one circle, one turned by an
// eighth. Stars on a square grid touch at four of their points, and what is left
// between is a cross with pointed arms: the commonest ground of Islamic geometry.

// khatamAcross is how many stars stand side by side.
const khatamAcross = 5

// khatam covers a rectangle with stars and crosses, whole ones from side to side, and from
// its foot up. beyond is how far it goes on over its sides and its head.
func khatam(x, y, width, height, beyond float64, ground, ink, mark color.NRGBA) []page.Item {
	cell := width / khatamAcross
	rows := int(math.Ceil((height+beyond)/cell)) + 1
	whole := rectangle(x-beyond, y-beyond, width+2*beyond, height+beyond, ground)
	bounds := whole.Path
	shade, line := colour.Mix(ground, ink, 0.07), colour.Mix(ground, ink, 0.42)
	var stars, hearts, crosses figures
	for row := range rows {
		for column := range khatamAcross + 2 {
			cx, cy := x+cell*float64(column), y+height-cell*(float64(row)+0.5)
			stars.star(cx-cell/2, cy, cell/2, 0)
			hearts.star(cx-cell/2, cy, cell*0.13, math.Pi/8)
			crosses.star(cx, cy+cell/2, cell*0.085, 0)
		}
	}
	// A band is a broad line with one of the ground's colour on it.
	within := func(f figures, p scene.Path) page.Item {
		p.Verbs, p.Points, p.Clip = f.verbs, f.points, bounds
		return page.Item{Path: &p, Artifact: page.BackgroundArtifact}
	}
	broad := cell * 0.062
	return []page.Item{
		whole,
		within(stars, scene.Path{Fill: &shade}),
		within(stars, scene.Path{Stroke: &line, Width: broad}),
		within(stars, scene.Path{Stroke: &ground, Width: broad * 0.62}),
		within(hearts, scene.Path{Fill: &mark}),
		within(crosses, scene.Path{Fill: &line}),
	}
}

// figures are outlines of several closed figures.
type figures struct {
	verbs  []scene.Verb
	points []scene.Point
}

// star adds a star of eight points about a centre, its outer points at a radius.
func (f *figures) star(x, y, radius, turn float64) {
	// Where the sides of two squares in one circle meet.
	inner := radius * math.Cos(math.Pi/4) / math.Cos(math.Pi/8)
	for i := range 16 {
		r, verb := radius, scene.LineTo
		if i%2 == 1 {
			r = inner
		}
		if i == 0 {
			verb = scene.MoveTo
		}
		sin, cos := math.Sincos(float64(i)*math.Pi/8 + turn)
		f.verbs = append(f.verbs, verb)
		f.points = append(f.points, scene.Point{X: x + r*cos, Y: y + r*sin})
	}
	f.verbs = append(f.verbs, scene.Close)
}
