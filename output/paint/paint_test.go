package paint_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/judge"
	"warraq/output/page"
	"warraq/output/paint"
	"warraq/output/raster"
	"warraq/output/seal"
)

func paintIt(t testing.TB, d *page.Document) *paint.Painted {
	t.Helper()
	rasters, problems, err := raster.Prepare(context.Background(), d, nil)
	if len(problems) > 0 || err != nil {
		t.Fatal(problems, err)
	}
	p, err := paint.Paint(context.Background(), d, rasters)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sealed paints a document and gives it its fonts, which painting leaves out.
func sealed(t testing.TB, d *page.Document) []byte {
	t.Helper()
	pdf, err := seal.Seal(paintIt(t, d), d, seal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// The tiles of every line stand side by side, and fill what was measured.
func TestTilesStandSideBySide(t *testing.T) {
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		d := article(t, family, 1)
		p := paintIt(t, d)
		checkTiles(t, d, p)
	}
}

// slack is what rounding to whole 1/1000 em may leave at the end of a string.
func slack(size float64) float64 { return 0.0021*size + 0.002 }

func checkTiles(t reporter, d *page.Document, p *paint.Painted) {
	t.Helper()
	embedded := resources(p)
	for i, stream := range streams(t, p.PDF) {
		all := read(t, stream, embedded)
		// A text of joiners alone paints nothing.
		texts := slices.DeleteFunc(slices.Clone(d.Pages[i].Items), func(it page.Item) bool {
			return strings.Trim(it.Text.String(), "\u200c") == ""
		})
		// Strings and items of one line cover the same stretch of it, but for the
		// space that hangs at one of its ends.
		for len(all) > 0 {
			y := all[0].y
			n := 1
			for n < len(all) && near(all[n].y, y) {
				if d := all[n].x - all[n-1].end(); math.Abs(d) > slack(all[n].size) {
					t.Fatalf("%s: a tile ends at %.3f, the next begins at %.3f", embedded[all[n].font].PostScript, all[n-1].end(), all[n].x)
				}
				n++
			}
			line := all[:n]
			all = all[n:]
			left, right := math.Inf(1), math.Inf(-1)
			for len(texts) > 0 && near(d.Pages[i].Height-texts[0].Y, y) {
				left = min(left, texts[0].X)
				right = max(right, texts[0].X+texts[0].Text.Width())
				texts = texts[1:]
			}
			size := line[0].size
			if d := left - line[0].x; d < -slack(size) || d > size {
				t.Fatalf("a line at %.2f is painted from %.3f", left, line[0].x)
			}
			if d := line[n-1].end() - right; d < -slack(size) || d > size {
				t.Fatalf("a line to %.2f is painted to %.3f", right, line[n-1].end())
			}
		}
		if len(texts) > 0 {
			t.Fatalf("%d texts of page %d are not painted", len(texts), i+1)
		}
	}
}

// content is what is painted without the directional marks, which have no width and
// stand alone outside of the content.
func content(t reporter, all []shown, embedded map[string]*paint.Font) []shown {
	t.Helper()
	return slices.DeleteFunc(all, func(s shown) bool {
		mark := slices.ContainsFunc(s.codes, func(c uint16) bool { return embedded[s.font].Unicode[c-1] == '\u200f' })
		if mark && (len(s.codes) > 1 || s.tag != "/Artifact" || s.end() != s.x) {
			t.Fatalf("a directional mark stands in %s, among %d codes, on %.3f", s.tag, len(s.codes), s.end()-s.x)
		}
		return mark
	})
}

// Whatever the text, every character is painted once, at its place, in a
// sequence of its slot; and sequences in their order give reading order.
func TestPaintProperties(t *testing.T) {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةلا،؛؟.:()«»abcfiAV0123456789+-%/  \u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u200c")
	rapid.Check(t, func(r *rapid.T) {
		family := rapid.SampledFrom([]string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"}).Draw(r, "family")
		size := rapid.Float64Range(6, 40).Draw(r, "size")
		s := newSheet(t, family, rapid.Bool().Draw(r, "bold"), size)
		var want []rune
		for range rapid.IntRange(1, 4).Draw(r, "paragraphs") {
			text := []rune(rapid.StringOfN(rapid.SampledFrom(letters), 1, 200, -1).Draw(r, "text"))
			line := strings.Join(strings.Fields(string(text)), " ")
			if strings.Trim(line, " \u200c") == "" {
				continue
			}
			s.paragraph(line)
			want = append(want, []rune(line)...)
		}
		if len(want) == 0 {
			return
		}
		p, err := paint.Paint(context.Background(), &s.document, nil)
		if err != nil {
			r.Fatal(err)
		}
		checkTiles(r, &s.document, p)
		embedded := resources(p)
		var got []rune
		for i, stream := range streams(r, p.PDF) {
			seen := map[int]bool{}
			last := -1
			for _, s := range content(r, read(r, stream, embedded), embedded) {
				if s.mcid < 0 || s.mcid >= len(p.Marks[i]) || s.tag != "/P" {
					r.Fatalf("a string stands in %s %d", s.tag, s.mcid)
				}
				if s.mcid != last && seen[s.mcid] {
					r.Fatalf("sequence %d is opened twice", s.mcid)
				}
				seen[s.mcid], last = true, s.mcid
				for _, c := range s.codes {
					c := embedded[s.font].Unicode[c-1]
					got = append(got, c)
					if s.reversed && unicode.Is(unicode.Latin, c) {
						r.Fatalf("%c stands in a reversed string", c)
					}
				}
			}
			if len(seen) != len(p.Marks[i]) {
				r.Fatalf("%d of %d sequences are painted", len(seen), len(p.Marks[i]))
			}
		}
		// Spaces at the ends of lines come and go; the joiner has no meaning of
		// its own.
		drop := func(c rune) bool { return c == ' ' || c == '\u200c' }
		got, want = slices.DeleteFunc(got, drop), slices.DeleteFunc(want, drop)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			r.Fatalf("painted %q, want %q", string(got), string(want))
		}
	})
}

// A line of two directions is read in its order by those who follow the
// structure: each sequence is of one direction, and stands where it is read.
func TestReadingOrder(t *testing.T) {
	s := newSheet(t, "Amiri", false, 12)
	s.paragraph("قيل عام 2025، وفي Silk Road كتابٌ (ISBN) جديدٌ")
	p := paintIt(t, &s.document)
	fonts := resources(p)
	said := make([]string, len(p.Marks[0]))
	for _, s := range content(t, read(t, streams(t, p.PDF)[0], fonts), fonts) {
		var text []rune
		for _, c := range s.codes {
			text = append(text, fonts[s.font].Unicode[c-1])
		}
		if s.reversed {
			slices.Reverse(text)
		}
		said[s.mcid] += string(text)
	}
	order := make([]int, len(said))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return p.Marks[0][a].Order - p.Marks[0][b].Order })
	var read strings.Builder
	for _, i := range order {
		read.WriteString(said[i])
	}
	if got, want := strings.TrimSpace(read.String()), "قيل عام 2025، وفي Silk Road كتابٌ (ISBN) جديدٌ"; got != want {
		t.Errorf("read as %q, want %q", got, want)
	}
}

func TestSameBytesTwice(t *testing.T) {
	d := article(t, "Amiri", 2)
	d.Pages[0].Items = append(d.Pages[0].Items, shapes()...)
	for i := range 6 {
		d.Pages[0].Items = append(d.Pages[0].Items, page.Item{X: 50, Y: 50 + 30*float64(i), Image: &page.Image{
			Width: 20, Height: 20, Picture: pngPicture(t, dots(8, i+2)),
		}})
	}
	first := paintIt(t, d)
	for range 5 {
		if again := paintIt(t, d); !bytes.Equal(first.PDF, again.PDF) || !reflect.DeepEqual(first.Fonts, again.Fonts) {
			t.Fatal("two paints of one document differ")
		}
	}
	if first.Date.IsZero() || !bytes.Contains(first.PDF, []byte(first.Date.Format("D:20060102150405"))) {
		t.Errorf("a document without a date is dated %v", first.Date)
	}
	d.Info.Date = time.Date(2025, 4, 9, 0, 0, 0, 0, time.UTC)
	if p := paintIt(t, d); !p.Date.Equal(d.Info.Date) || !bytes.Contains(p.PDF, []byte("D:20250409")) {
		t.Error("the document's own date is not written")
	}
}

func TestPagesOfManySizes(t *testing.T) {
	d := &page.Document{Tree: page.NewTree()}
	for _, size := range [][2]float64{{595.28, 841.89}, {841.89, 595.28}, {300, 300}, {595.28, 841.89}} {
		d.Pages = append(d.Pages, page.Page{Width: size[0], Height: size[1]})
	}
	pdf := string(paintIt(t, d).PDF)
	var boxes []string
	for _, part := range strings.Split(pdf, "<</Type /Page\n")[1:] {
		_, after, ok := strings.Cut(part, "/MediaBox [")
		if before, _, _ := strings.Cut(part, "endobj"); !ok || !strings.Contains(before, "/MediaBox") {
			boxes = append(boxes, "inherited")
			continue
		}
		box, _, _ := strings.Cut(after, "]")
		boxes = append(boxes, box)
	}
	want := []string{"inherited", "0 0 841.89 595.28", "0 0 300.00 300.00", "inherited"}
	if !slices.Equal(boxes, want) {
		t.Errorf("media boxes %q, want %q", boxes, want)
	}
}

func TestCancelledPaint(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := paint.Paint(ctx, article(t, "Amiri", 1), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// shapes is one path of each kind.
func shapes() []page.Item {
	square := func(x, y, side float64) *scene.Path {
		return &scene.Path{
			Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close},
			Points: []scene.Point{{X: x, Y: y}, {X: x + side, Y: y}, {X: x + side, Y: y + side}, {X: x, Y: y + side}},
		}
	}
	red, blue := &color.NRGBA{R: 255, A: 255}, &color.NRGBA{B: 255, A: 128}
	filled := square(100, 100, 40)
	filled.Fill = red
	framed := square(200, 100, 40)
	framed.Stroke, framed.Width, framed.Dash, framed.Cap, framed.Join = red, 3, []float64{6, 6}, 1, 1
	both := square(300, 100, 40)
	both.Fill, both.Stroke, both.Width = blue, red, 2
	clipped := square(400, 100, 40)
	clipped.Fill, clipped.Clip = red, square(420, 120, 40)
	ring := square(100, 200, 40)
	inner := square(110, 210, 20)
	ring.Verbs, ring.Points = append(ring.Verbs, inner.Verbs...), append(ring.Points, inner.Points...)
	ring.Fill, ring.EvenOdd = red, true
	var items []page.Item
	for _, p := range []*scene.Path{filled, framed, both, clipped, ring} {
		items = append(items, page.Item{Path: p, Artifact: page.BackgroundArtifact})
	}
	return items
}

// What is painted shows where it should, in the right colour.
func TestShapesShow(t *testing.T) {
	d := &page.Document{Tree: page.NewTree()}
	d.Pages = []page.Page{{Width: 500, Height: 300, Items: shapes()}}
	at := func(m image.Image, x, y float64) color.RGBA {
		scale := float64(m.Bounds().Dx()) / 500
		return color.RGBAModel.Convert(m.At(int(x*scale), int(y*scale))).(color.RGBA)
	}
	m := judge.Pages(t, paintIt(t, d).PDF, 144)[0]
	white, red := color.RGBA{255, 255, 255, 255}, color.RGBA{255, 0, 0, 255}
	for _, c := range []struct {
		what string
		x, y float64
		want color.RGBA
	}{
		{"inside the filled square", 120, 120, red},
		{"outside the filled square", 90, 120, white},
		{"inside the framed square", 220, 120, white},
		{"in the clipped part", 430, 130, red},
		{"outside the clip", 410, 110, white},
		{"in the ring", 105, 220, red},
		{"in the hole of the ring", 120, 220, white},
		{"on the opaque frame", 300, 120, red},
	} {
		if got := at(m, c.x, c.y); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
	if got := at(m, 320, 120); got.R < 110 || got.R > 145 || got.B < 250 {
		t.Errorf("inside the translucent square: %v", got)
	}
	dashes := 0
	for x := 200.0; x < 240; x += 0.25 {
		if at(m, x, 100) == red && at(m, x+0.25, 100) != red {
			dashes++
		}
	}
	if dashes < 3 {
		t.Errorf("the dashed frame shows %d dashes", dashes)
	}
}

func dots(width, height int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		m.Set(i%width, i/width, color.NRGBA{uint8(37 * i), uint8(90 * height), uint8(i), 255})
	}
	return m
}

func pngPicture(t testing.TB, m image.Image) *brief.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return &brief.Picture{
		File: &source.File{Name: "picture.png", Data: b.Bytes()}, Format: "png",
		Width: m.Bounds().Dx(), Height: m.Bounds().Dy(),
	}
}

// fill is a picture of one colour in some colour model.
func fill[T interface {
	image.Image
	Set(x, y int, c color.Color)
}](m T, c color.Color) image.Image {
	for i := range m.Bounds().Dx() * m.Bounds().Dy() {
		m.Set(i%m.Bounds().Dx(), i/m.Bounds().Dx(), c)
	}
	return m
}

// Pictures of every kind show in their colours, blended by their alpha.
func TestPicturesShow(t *testing.T) {
	area := image.Rect(0, 0, 16, 16)
	half := color.NRGBA{200, 40, 40, 128}
	palette := color.Palette{color.NRGBA{20, 120, 60, 255}, half}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, fill(image.NewRGBA(area), color.RGBA{40, 80, 160, 255}), &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		what    string
		picture *brief.Picture
		want    color.RGBA
	}{
		{"RGB", pngPicture(t, fill(image.NewRGBA(area), color.RGBA{10, 200, 30, 255})), color.RGBA{10, 200, 30, 255}},
		{"alpha", pngPicture(t, fill(image.NewNRGBA(area), half)), color.RGBA{227, 147, 147, 255}},
		{"grey", pngPicture(t, fill(image.NewGray(area), color.Gray{77})), color.RGBA{77, 77, 77, 255}},
		{"16 bits", pngPicture(t, fill(image.NewNRGBA64(area), color.NRGBA64{0x2020, 0x4040, 0x8080, 0xFFFF})), color.RGBA{0x20, 0x40, 0x80, 255}},
		{"palette", pngPicture(t, fill(image.NewPaletted(area, color.Palette{palette[0]}), palette[0])), color.RGBA{20, 120, 60, 255}},
		{"palette with alpha", pngPicture(t, fill(image.NewPaletted(area, palette), half)), color.RGBA{227, 147, 147, 255}},
		{"JPEG", &brief.Picture{File: &source.File{Name: "photo.jpg", Data: photo.Bytes()}, Format: "jpeg", Width: 16, Height: 16}, color.RGBA{40, 80, 160, 255}},
	}
	d := &page.Document{Tree: page.NewTree(), Pages: []page.Page{{Width: 50 * float64(len(cases)), Height: 50}}}
	for i, c := range cases {
		// Each is placed twice, and kept once.
		for _, y := range []float64{5, 25} {
			d.Pages[0].Items = append(d.Pages[0].Items, page.Item{X: 50*float64(i) + 10, Y: y, Image: &page.Image{Width: 20, Height: 18, Picture: c.picture}})
		}
	}
	pdf := paintIt(t, d).PDF
	if n := bytes.Count(pdf, []byte("/Subtype /Image")); n != len(cases)+2 {
		t.Errorf("%d images in the file, want %d and the masks of 2", n, len(cases))
	}
	m := judge.Pages(t, pdf, 72)[0]
	for i, c := range cases {
		for _, y := range []int{14, 34} {
			got := color.RGBAModel.Convert(m.At(50*i+20, y)).(color.RGBA)
			for _, d := range []int{int(got.R) - int(c.want.R), int(got.G) - int(c.want.G), int(got.B) - int(c.want.B)} {
				if d < -4 || d > 4 {
					t.Errorf("%s: %v, want %v", c.what, got, c.want)
					break
				}
			}
		}
	}
}

// Numbers that are none, and texts of nothing, leave a sound file.
func TestOddDocuments(t *testing.T) {
	s := newSheet(t, "Amiri", false, 12)
	s.paragraph("كلمة")
	odd := &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.CurveTo, scene.LineTo, scene.Close},
		Points: []scene.Point{{X: math.NaN(), Y: math.Inf(1)}, {X: 1e300, Y: 1}},
		Fill:   &ink, Stroke: &ink, Width: math.Inf(1), Dash: []float64{-1},
	}
	s.document.Pages[0].Items = append(s.document.Pages[0].Items,
		page.Item{Path: odd},
		page.Item{Path: &scene.Path{}},
		page.Item{Text: &page.Text{Face: s.face}},
		page.Item{Text: &page.Text{Face: s.face, Size: 10, Color: ink}},
		page.Item{},
	)
	p := paintIt(t, &s.document)
	read(t, streams(t, p.PDF)[0], resources(p))
	if bytes.Contains([]byte(streams(t, p.PDF)[0]), []byte("NaN")) {
		t.Error("NaN in a content stream")
	}
	judge.QPDF(t, p.PDF)
	if p := paintIt(t, &page.Document{Pages: []page.Page{{Width: 100, Height: 100}}}); len(p.Marks) != 1 || len(p.Fonts) != 0 {
		t.Error("an empty page has content")
	}
}

// Translucent and turned text keeps its operators in order.
func TestTranslucentText(t *testing.T) {
	s := newSheet(t, "Amiri", false, 12)
	s.paragraph("كتابٌ جديدٌ عام 2025 في بغداد")
	for i := range s.document.Pages[0].Items {
		text := s.document.Pages[0].Items[i].Text
		text.Color.A = 100
	}
	s.paragraph("كتاب")
	s.document.Pages[0].Items[len(s.document.Pages[0].Items)-1].Text.Rotation = 90
	p := paintIt(t, &s.document)
	stream := streams(t, p.PDF)[0]
	if all := read(t, stream, resources(p)); len(all) < 4 {
		t.Errorf("%d strings", len(all))
	}
	if !strings.Contains(stream, "/GS1 gs") || !strings.Contains(stream, "0 -1 1 0 ") {
		t.Errorf("no opacity or no rotation in %s", stream)
	}
}

func BenchmarkPaint(b *testing.B) {
	for _, times := range []int{4, 16, 128} {
		d := article(b, "Amiri", times)
		b.Run(fmt.Sprintf("%d pages", len(d.Pages)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				paintIt(b, d)
			}
		})
	}
}
