package figure

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"image/color"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/drawing"
	"warraq/charts/scene"
	"warraq/input/source"
)

func ink() *color.NRGBA { return &color.NRGBA{A: 255} }

func polygon(points ...scene.Point) *scene.Path {
	p := &scene.Path{Fill: ink()}
	for i, q := range points {
		v := scene.LineTo
		if i == 0 {
			v = scene.MoveTo
		}
		p.Verbs, p.Points = append(p.Verbs, v), append(p.Points, q)
	}
	p.Verbs = append(p.Verbs, scene.Close)
	return p
}

func square(x, y, side float64) *scene.Path {
	return polygon(scene.Point{X: x, Y: y}, scene.Point{X: x + side, Y: y}, scene.Point{X: x + side, Y: y + side}, scene.Point{X: x, Y: y + side})
}

func line(points ...scene.Point) *scene.Path {
	p := polygon(points...)
	p.Verbs = p.Verbs[:len(points)]
	p.Fill, p.Stroke, p.Width = nil, ink(), 2
	return p
}

// inked is how many pixels of ink a figure has, each counted by how dark it is.
func inked(t testing.TB, f *Figure, scale float64) float64 {
	data, err := PNG(f, scale)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			g := color.GrayModel.Convert(picture.At(x, y)).(color.Gray)
			sum += 1 - float64(g.Y)/255
		}
	}
	return sum
}

// Areas are those of geometry: of what is filled by either rule, of lines with their
// ends, corners and dashes, of what a clip leaves.
func TestAreasAreTrue(t *testing.T) {
	at := func(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }
	ring := square(10, 10, 40)
	inner := square(20, 20, 20)
	ring.Verbs, ring.Points = append(ring.Verbs, inner.Verbs...), append(ring.Points, inner.Points...)
	evenOdd := *ring
	evenOdd.EvenOdd = true
	clipped := square(10, 10, 40)
	clipped.Clip = square(30, 30, 40)
	twice := *clipped
	twice.Clip = square(30, 30, 40)
	twice.Clip.Clip = square(40, 0, 40)
	corner := func(join int) *scene.Path {
		p := line(at(10, 50), at(10, 10), at(50, 10))
		p.Join, p.Width = join, 4
		return p
	}
	ends := func(cap int) *scene.Path {
		p := line(at(20, 20), at(40, 20))
		p.Cap, p.Width = cap, 4
		return p
	}
	dashed := line(at(10, 20), at(50, 20))
	dashed.Dash = []float64{6, 4}
	offset := line(at(10, 20), at(50, 20))
	offset.Dash, offset.DashOffset = []float64{6, 4}, 8
	closed := square(10, 10, 40)
	closed.Fill, closed.Stroke, closed.Width = nil, ink(), 4
	disc := line(at(30, 30), at(30, 30))
	disc.Cap, disc.Width = 1, 20
	faint := square(10, 10, 40)
	faint.Fill.A = 128
	for name, c := range map[string]struct {
		path *scene.Path
		want float64
	}{
		"square":        {square(10.3, 10.7, 40), 1600},
		"nonzero":       {ring, 1600},
		"even-odd":      {&evenOdd, 1200},
		"clip":          {clipped, 400},
		"clip in clip":  {&twice, 100},
		"half opaque":   {faint, 803},
		"line":          {line(at(10, 20), at(50, 20)), 80},
		"slanted":       {line(at(10, 10), at(40, 50)), 100},
		"miter":         {corner(0), 160 + 160},
		"bevel":         {corner(2), 318},
		"round":         {corner(1), 316 + math.Pi},
		"butt":          {ends(0), 80},
		"round ends":    {ends(1), 80 + math.Pi*4},
		"square ends":   {ends(2), 96},
		"dashes":        {dashed, 48},
		"dashes offset": {offset, 2*(6*3+2+6) - 4},
		"closed":        {closed, 44*44 - 36*36},
		"point":         {disc, math.Pi * 100},
		"nothing":       {&scene.Path{}, 0},
		"outside":       {square(100, 100, 10), 0},
	} {
		const scale = 3
		f := &Figure{Width: 60, Height: 60, Paths: []*scene.Path{c.path}}
		if got := inked(t, f, scale) / scale / scale; math.Abs(got-c.want) > 0.01*c.want+0.5 {
			t.Errorf("%s: %.1f, want %.1f", name, got, c.want)
		}
	}
}

// A gradient runs from its first colour to its last, and beyond both stays.
func TestGradients(t *testing.T) {
	p := square(0, 0, 60)
	p.Fill = nil
	p.Gradient = &scene.Gradient{Place: [6]float64{40, 0, 0, 40, 10, 0}, Stops: []scene.Stop{{Offset: 0, Color: color.NRGBA{255, 255, 255, 255}}, {Offset: 1, Color: color.NRGBA{0, 0, 0, 255}}}}
	f := &Figure{Width: 60, Height: 60, Paths: []*scene.Path{p}}
	if got := inked(t, f, 1); math.Abs(got-60*(20+10)) > 10 {
		t.Errorf("a linear gradient has %.0f of ink", got)
	}
	p.Gradient.Radial, p.Gradient.Place = true, [6]float64{30, 0, 0, 30, 30, 30}
	if got, want := inked(t, f, 1), 3600-math.Pi*900/3; math.Abs(got-want) > 20 {
		t.Errorf("a radial gradient has %.0f of ink, want %.0f", got, want)
	}
	if svg := string(SVG(f, 1)); !strings.Contains(svg, "<radialGradient") || !strings.Contains(svg, `fill="url(#d1)"`) {
		t.Error(svg)
	}
}

// What is written as SVG is read again as what it was.
func TestSVGIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Custom(func(t *rapid.T) float64 { return math.Round(rapid.Float64Range(0, 100).Draw(t, "n")*10) / 10 })
		var points []scene.Point
		for range rapid.IntRange(3, 6).Draw(t, "points") {
			points = append(points, scene.Point{X: number.Draw(t, "x"), Y: number.Draw(t, "y")})
		}
		p := polygon(points...)
		p.EvenOdd = rapid.Bool().Draw(t, "rule")
		if rapid.Bool().Draw(t, "line") {
			p.Stroke, p.Width, p.Cap = &color.NRGBA{R: 200, A: 255}, 1.5, rapid.IntRange(0, 2).Draw(t, "cap")
			p.Dash = rapid.SampledFrom([][]float64{nil, {3, 2}}).Draw(t, "dash")
		}
		title := rapid.String().Draw(t, "title")
		f := &Figure{Width: 100, Height: 100, Paths: []*scene.Path{p}, Title: title, Description: "وصف <&> \x00", Language: "ar"}
		data := SVG(f, 2)
		decoder := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, data)
			}
		}
		read, problems := drawing.Read(&source.File{Name: "x.svg", Data: data}, source.Span{})
		if len(problems) > 0 || len(read.Items) != 2 {
			t.Fatalf("%v in %s", problems, data)
		}
		// The reader bounds what reaches the edge, and knows the limit of each corner.
		read.Items[1].Path.Clip = nil
		written := *p
		if p.Stroke != nil {
			written.Miter = 10
		}
		got, want := scene.Dump(&scene.Scene{Items: read.Items[1:]}), scene.Dump((&scene.Scene{Items: []scene.Item{{Path: &written}}}).Scaled(read.Width/100))
		if got != want {
			t.Fatalf("got %swant %s", got, want)
		}
	})
}

// A PNG carries its texts and its density in sound chunks before its pixels.
func TestPNGSaysWhatItShows(t *testing.T) {
	f := &Figure{Width: 10, Height: 5, Title: "عنوان", Description: "وصف الشكل", Language: "ar"}
	data, err := PNG(f, 2)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil { // which checks the sums of what it reads
		t.Fatal(err)
	}
	var kinds []string
	for rest := data[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		kinds = append(kinds, string(rest[4:8]))
		rest = rest[12+n:]
	}
	if got := strings.Join(kinds, " "); !strings.HasPrefix(got, "IHDR pHYs iTXt iTXt IDAT") {
		t.Error(got)
	}
	for _, want := range []string{"Title\x00\x00\x00ar\x00\x00عنوان", "Description\x00\x00\x00ar\x00\x00وصف الشكل"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%q is not in it", want)
		}
	}
	if w, h := Size(f, 2); w != 20 || h != 10 {
		t.Error(w, h)
	}
}

func FuzzPNG(f *testing.F) {
	f.Add(1.0, 2.0, 30.0, 40.0, 3.0, 1.0, 0, 0)
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, width, dash float64, cap, join int) {
		for _, v := range []float64{x0, y0, x1, y1, width, dash} {
			if math.IsNaN(v) || math.Abs(v) > 1e6 {
				t.Skip()
			}
		}
		p := line(scene.Point{X: x0, Y: y0}, scene.Point{X: x1, Y: y1}, scene.Point{X: y0, Y: x1})
		p.Width, p.Cap, p.Join, p.Dash = width, cap, join, []float64{dash, 1}
		if _, err := PNG(&Figure{Width: 20, Height: 20, Paths: []*scene.Path{p}}, 1); err != nil {
			t.Error(err)
		}
		SVG(&Figure{Width: 20, Height: 20, Paths: []*scene.Path{p}}, 1)
	})
}
