package charts

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font/opentype"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/fonts/bidi"
)

// A setter sets text for the tests with the face of charts.
type setter struct {
	library *fonts.Library
	turn    sync.Mutex
	shaper  *fonts.Shaper
}

const chartFamily = "IBM Plex Sans Arabic"

func newSetter() *setter {
	return &setter{library: fonts.Bundled(), shaper: fonts.NewShaper()}
}

func (s *setter) face(bold bool) *fonts.Face {
	f, ok := s.library.Face(chartFamily, bold)
	if !ok {
		panic("no face for charts")
	}
	return f
}

func (s *setter) measure(text string, size float64, bold bool) float64 {
	s.turn.Lock()
	defer s.turn.Unlock()
	return size * s.library.Measure(s.shaper, s.face(bold), text)
}

// options are those of a plotter for the tests.
func (s *setter) options() Options {
	f := s.face(false)
	return Options{Measure: s.measure, Ascent: f.Ascent, Descent: f.Descent, Fonts: "test"}
}

// pdf writes scenes as a file of one page each, with texts as outlines, so that
// charts can be looked at without the rest of the program.
func (s *setter) pdf(scenes []*scene.Scene) []byte {
	var out strings.Builder
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.7\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids []string
	for i := range scenes {
		kids = append(kids, fmt.Sprintf("%d 0 R", 3+2*i))
	}
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(scenes)))
	for i, sc := range scenes {
		var c strings.Builder
		alphas := map[uint8]bool{}
		fmt.Fprintf(&c, "1 0 0 -1 8 %.4f cm\n", sc.Height+8)
		for _, item := range sc.Items {
			if item.Path != nil {
				pdfPath(&c, item.Path, alphas)
			} else {
				s.pdfText(&c, item.Text)
			}
		}
		var states strings.Builder
		for a := range alphas {
			fmt.Fprintf(&states, "/A%d << /ca %.4f /CA %.4f >> ", a, float64(a)/255, float64(a)/255)
		}
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.4f %.4f] /Contents %d 0 R /Resources << /ExtGState << %s >> >> >>",
			sc.Width+16, sc.Height+16, 4+2*i, states.String()))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", c.Len(), c.String()))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return []byte(out.String())
}

func pdfOutline(c *strings.Builder, p *scene.Path) {
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case scene.MoveTo:
			fmt.Fprintf(c, "%.4f %.4f m ", p.Points[i].X, p.Points[i].Y)
			i++
		case scene.LineTo:
			fmt.Fprintf(c, "%.4f %.4f l ", p.Points[i].X, p.Points[i].Y)
			i++
		case scene.CurveTo:
			for k := range 3 {
				fmt.Fprintf(c, "%.4f %.4f ", p.Points[i+k].X, p.Points[i+k].Y)
			}
			c.WriteString("c ")
			i += 3
		case scene.Close:
			c.WriteString("h ")
		}
	}
}

func pdfColor(c *strings.Builder, color color.NRGBA, operator string) {
	fmt.Fprintf(c, "%.4f %.4f %.4f %s ", float64(color.R)/255, float64(color.G)/255, float64(color.B)/255, operator)
}

func pdfPath(c *strings.Builder, p *scene.Path, alphas map[uint8]bool) {
	c.WriteString("q ")
	if p.Clip != nil {
		pdfOutline(c, p.Clip)
		c.WriteString("W n ")
	}
	alpha := uint8(255)
	if p.Fill != nil {
		alpha = p.Fill.A
		pdfColor(c, *p.Fill, "rg")
	}
	if p.Stroke != nil {
		alpha = min(alpha, p.Stroke.A)
		pdfColor(c, *p.Stroke, "RG")
		fmt.Fprintf(c, "%.4f w %d J %d j ", p.Width, p.Cap, p.Join)
		if len(p.Dash) > 0 {
			fmt.Fprintf(c, "%.4f %.4f d ", p.Dash, p.DashOffset)
		}
	}
	alphas[alpha] = true
	fmt.Fprintf(c, "/A%d gs ", alpha)
	pdfOutline(c, p)
	switch {
	case p.Fill != nil && p.Stroke != nil:
		c.WriteString("B Q\n")
	case p.Fill != nil:
		c.WriteString("f Q\n")
	default:
		c.WriteString("S Q\n")
	}
}

func (s *setter) pdfText(c *strings.Builder, t *scene.Text) {
	runes := []rune(t.Value)
	base := bidi.LTR
	if t.RTL {
		base = bidi.RTL
	}
	levels, _ := bidi.Isolated(runes, base)
	face := s.face(t.Bold)
	items, _ := fonts.Itemise(runes, levels, "ar", func(int) *fonts.Face { return face }, s.library)
	perItem := make([]uint8, len(items))
	for i, item := range items {
		perItem[i] = item.Level
	}
	width := s.measure(t.Value, t.Size, t.Bold)
	x := -width * []float64{0, 0.5, 1}[t.Anchor]
	sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
	fmt.Fprintf(c, "q %.4f %.4f %.4f %.4f %.4f %.4f cm ", cos, sin, -sin, cos, t.X, t.Y)
	pdfColor(c, t.Color, "rg")
	for _, i := range bidi.Reorder(perItem) {
		item := items[i]
		scale := t.Size / float64(item.Face.UnitsPerEm)
		for _, cluster := range s.shaper.Shape(runes, item) {
			for _, g := range cluster.Glyphs {
				s.pdfGlyph(c, item.Face, g, x, scale)
			}
			x += float64(cluster.Advance) * scale
		}
	}
	c.WriteString("f Q\n")
}

func (s *setter) pdfGlyph(c *strings.Builder, f *fonts.Face, g fonts.Glyph, x, scale float64) {
	var at [2]float64
	point := func(p opentype.SegmentPoint) [2]float64 {
		return [2]float64{x + (float64(g.X)+float64(p.X))*scale, -(float64(g.Y) + float64(p.Y)) * scale}
	}
	for _, segment := range f.Outline(g.ID) {
		switch segment.Op {
		case opentype.SegmentOpMoveTo:
			at = point(segment.Args[0])
			fmt.Fprintf(c, "%.4f %.4f m ", at[0], at[1])
		case opentype.SegmentOpLineTo:
			at = point(segment.Args[0])
			fmt.Fprintf(c, "%.4f %.4f l ", at[0], at[1])
		case opentype.SegmentOpQuadTo:
			q, to := point(segment.Args[0]), point(segment.Args[1])
			fmt.Fprintf(c, "%.4f %.4f %.4f %.4f %.4f %.4f c ", at[0]+(q[0]-at[0])*2/3, at[1]+(q[1]-at[1])*2/3, to[0]+(q[0]-to[0])*2/3, to[1]+(q[1]-to[1])*2/3, to[0], to[1])
			at = to
		case opentype.SegmentOpCubeTo:
			p, q, to := point(segment.Args[0]), point(segment.Args[1]), point(segment.Args[2])
			fmt.Fprintf(c, "%.4f %.4f %.4f %.4f %.4f %.4f c ", p[0], p[1], q[0], q[1], to[0], to[1])
			at = to
		}
	}
}
