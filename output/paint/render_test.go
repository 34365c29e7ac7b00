package paint_test

import (
	"image"
	"image/draw"
	"math"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"warraq/output/judge"
	"warraq/output/page"
)

// A page shows the face's own glyphs where the shaper put them: joined,
// stacked and kerned.
func TestInkStandsWhereItWasShaped(t *testing.T) {
	const dpi = 300
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		d := article(t, family, 1)
		d.Pages = d.Pages[:1]
		p := &d.Pages[0]
		p.Height = 260
		p.Items = slices.DeleteFunc(p.Items, func(it page.Item) bool { return it.Y > p.Height-20 })
		got := judge.Pages(t, sealed(t, d), dpi)[0]
		want := reference(p, got.Bounds(), dpi/72.0)
		grey := image.NewGray(got.Bounds())
		draw.Draw(grey, grey.Bounds(), got, image.Point{}, draw.Src)
		// Poppler moves each glyph to a whole pixel, so each block may be shifted
		// by one; a glyph that is missing, doubled or out of place differs whatever
		// the shift.
		const block = 24
		for y := block; y+2*block <= grey.Rect.Dy(); y += block {
			for x := block; x+2*block <= grey.Rect.Dx(); x += block {
				least := math.Inf(1)
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						least = min(least, difference(grey, want, x, y, dx, dy, block))
					}
				}
				if least > 0.1 {
					t.Errorf("%s: the block at %d,%d differs by %.0f%%", family, x, y, 100*least)
				}
			}
		}
	}
}

// difference is the mean difference of a block of two pictures, one of them
// shifted.
func difference(a, b *image.Gray, x, y, dx, dy, block int) float64 {
	sum := 0
	for i := range block {
		p := a.Pix[a.PixOffset(x, y+i):]
		q := b.Pix[b.PixOffset(x+dx, y+i+dy):]
		for k := range block {
			d := int(p[k]) - int(q[k])
			sum += max(d, -d)
		}
	}
	return float64(sum) / float64(255*block*block)
}

// reference draws a page's texts from the outlines of their faces.
func reference(p *page.Page, bounds image.Rectangle, scale float64) *image.Gray {
	m := image.NewGray(bounds)
	draw.Draw(m, bounds, image.White, image.Point{}, draw.Src)
	z := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	for _, it := range p.Items {
		text := it.Text
		em := text.Size / float64(text.Face.UnitsPerEm) * scale
		x := it.X * scale
		for _, w := range text.Words {
			for _, c := range w.Clusters {
				for _, g := range c.Glyphs {
					at := func(px, py float32) (float32, float32) {
						return float32(x + (float64(px)+float64(g.X))*em), float32(it.Y*scale - (float64(py)+float64(g.Y))*em)
					}
					for _, s := range text.Face.Outline(g.ID) {
						var q [3][2]float32
						for i, a := range s.ArgsSlice() {
							q[i][0], q[i][1] = at(a.X, a.Y)
						}
						switch s.Op {
						case opentype.SegmentOpMoveTo:
							z.MoveTo(q[0][0], q[0][1])
						case opentype.SegmentOpLineTo:
							z.LineTo(q[0][0], q[0][1])
						case opentype.SegmentOpQuadTo:
							z.QuadTo(q[0][0], q[0][1], q[1][0], q[1][1])
						case opentype.SegmentOpCubeTo:
							z.CubeTo(q[0][0], q[0][1], q[1][0], q[1][1], q[2][0], q[2][1])
						}
					}
				}
				x += float64(c.Advance) * em
			}
			x += w.Added * scale
		}
	}
	z.Draw(m, bounds, image.Black, image.Point{})
	return m
}
