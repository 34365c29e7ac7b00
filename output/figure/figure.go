// Package figure makes one figure a file of its own, for a slide or a post: an SVG
// or a PNG of what stands on the page. Text is drawn as the outlines of its glyphs,
// so neither needs a font; what it says stands in the title and the description.
//
// Lengths are points, but those of a PNG, which are pixels.
package figure

import (
	"image/color"
	"math"

	ot "github.com/go-text/typesetting/font/opentype"

	"warraq/charts/scene"
	"warraq/output/page"
)

// A Figure is one picture and what stands for it where it is not seen.
type Figure struct {
	Width, Height float64
	// Paths are all that is drawn, in the order it is painted.
	Paths []*scene.Path
	// Title is its caption, Description what it shows, in a language (BCP 47).
	Title, Description, Language string
}

// margin is the room round what is drawn, so that lines on its edge are whole.
const margin = 8.0

// New returns a figure of what items draw in a width and a height from (0, 0), text
// as the outlines of its glyphs. Items are texts and paths; images have no outline
// and are passed over.
func New(items []page.Item, width, height float64) *Figure {
	f := &Figure{Width: width + 2*margin, Height: height + 2*margin}
	for i := range items {
		switch it := &items[i]; {
		case it.Path != nil:
			f.Paths = append(f.Paths, it.Path.Placed(1, it.X+margin, it.Y+margin))
		case it.Text != nil && !it.Text.Invisible:
			if p := glyphs(it); len(p.Verbs) > 0 {
				f.Paths = append(f.Paths, p.Placed(1, margin, margin))
			}
		}
	}
	return f
}

// glyphs is a text as one outline. Contours of glyphs that overlap run the same way
// round, so the nonzero rule fills them all.
func glyphs(it *page.Item) *scene.Path {
	t := it.Text
	p := &scene.Path{Fill: &color.NRGBA{t.Color.R, t.Color.G, t.Color.B, t.Color.A}}
	em := t.Size / float64(t.Face.UnitsPerEm)
	sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
	left := 0.0
	for _, w := range t.Words {
		for i := range w.Clusters {
			c := &w.Clusters[i]
			for _, g := range c.Glyphs {
				place := func(q ot.SegmentPoint) scene.Point {
					x, y := left+(float64(g.X)+float64(q.X))*em, -(float64(g.Y)+float64(q.Y))*em
					return scene.Point{X: it.X + x*cos - y*sin, Y: it.Y + x*sin + y*cos}
				}
				contours(p, t.Face.Outline(g.ID), place)
			}
			left += float64(c.Advance) * em
		}
		left += w.Added
	}
	return p
}

// contours appends the outline of a glyph to a path: closed, with quadratic curves
// as the cubic ones that they are.
func contours(p *scene.Path, segments []ot.Segment, place func(ot.SegmentPoint) scene.Point) {
	open := false
	var last scene.Point
	add := func(v scene.Verb, points ...scene.Point) {
		p.Verbs, p.Points = append(p.Verbs, v), append(p.Points, points...)
		if len(points) > 0 {
			last = points[len(points)-1]
		}
	}
	for _, s := range segments {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if open {
				add(scene.Close)
			}
			open = true
			add(scene.MoveTo, place(s.Args[0]))
		case ot.SegmentOpLineTo:
			add(scene.LineTo, place(s.Args[0]))
		case ot.SegmentOpQuadTo:
			from, control, to := last, place(s.Args[0]), place(s.Args[1])
			add(scene.CurveTo, toward(from, control), toward(to, control), to)
		case ot.SegmentOpCubeTo:
			add(scene.CurveTo, place(s.Args[0]), place(s.Args[1]), place(s.Args[2]))
		}
	}
	if open {
		add(scene.Close)
	}
}

// toward is two thirds of the way from an end of a quadratic curve to its control
// point, where the cubic curve has its own.
func toward(end, control scene.Point) scene.Point {
	return scene.Point{X: end.X + (control.X-end.X)*2/3, Y: end.Y + (control.Y-end.Y)*2/3}
}
