package typeset_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/colour"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/raster"
	"warraq/output/typeset"
)

// photograph is a picture of broad patches and grain between two shades of grey.
func photograph(seed uint64, dark, light int) []byte {
	random := rand.New(rand.NewPCG(seed, 1))
	const width, height, patch = 1400, 1900, 140
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	var shades [width/patch + 1][height/patch + 1]int
	for x := range shades {
		for y := range shades[x] {
			shades[x][y] = dark + random.IntN(light-dark+1)
		}
	}
	for x := range width {
		for y := range height {
			v := uint8(min(255, max(0, shades[x/patch][y/patch]+random.IntN(13)-6)))
			m.SetRGBA(x, y, color.RGBA{v, v, v, 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 85}); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// coverOf sets a brief of some front matter in a theme on a sheet, and returns its pages.
func coverOf(t *testing.T, front, look, sheet string, files fstest.MapFS) (*brief.Brief, *theme.Theme, *page.Document, problem.List) {
	t.Helper()
	root := fstest.MapFS{"brief.md": {Data: []byte("---\n" + front + "---\nأول النص.\n")}}
	for name, f := range files {
		root[name] = f
	}
	b, _, problems, err := readBrief(root, "brief.md", nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	th, more := theme.Read(&source.File{Name: "t.yaml", Data: fmt.Appendf(nil, "extends: %s\npage: {size: %s}\n", look, sheet)})
	if len(more) > 0 {
		t.Fatal(more)
	}
	tones := map[*brief.Picture]*page.Tones{}
	if c := b.Meta.Cover; c != nil && c.Picture != nil {
		tones[c.Picture.Picture] = raster.Tones(c.Picture.Picture, nil)
	}
	d, told, err := typeset.Typeset(context.Background(), b, typeset.Options{
		Library: fonts.Bundled(), Shaper: fonts.NewShaper(), Theme: th, Tones: tones, Digits: b.Meta.Digits, Date: b.Meta.Date,
	})
	if err != nil {
		t.Fatal(err)
	}
	return b, th, d, append(problems, told...)
}

// covers reports whether an item paints the ground at a point of its page.
func covers(it *page.Item, x, y float64) bool {
	if m := it.Image; m != nil {
		return x >= it.X && x <= it.X+m.Width && y >= it.Y && y <= it.Y+m.Height
	}
	p := it.Path
	if p == nil || p.Fill == nil || len(p.Verbs) != 5 || p.Verbs[4] != scene.Close {
		return false
	}
	a, z := p.Points[0], p.Points[2]
	return x >= it.X+a.X && x <= it.X+z.X && y >= it.Y+a.Y && y <= it.Y+z.Y
}

// A cover is painted to the edges of its page, and over them as far as the theme bleeds;
// its texts stand inside the page and below each other; its title is of 36 to 48 points.
func TestCoversFillTheirPage(t *testing.T) {
	files := fstest.MapFS{"p.jpg": {Data: photograph(1, 20, 235)}}
	titles := []string{"العمران", "طرق الحرير الجديدة ومعادن آسيا الوسطى", "أثر التحوّلات في سلاسل إمداد المعادن الحرجة في آسيا الوسطى والخليج"}
	for _, look := range theme.Names() {
		for _, sheet := range []string{"A4", "B5", "A5"} {
			for _, style := range []string{"{style: field}", "{style: pattern}", "{picture: p.jpg, alt: وصف}"} {
				for i, title := range titles {
					name := fmt.Sprintf("%s %s %s %d", look, sheet, style, i)
					front := "title: " + title + "\ncover: " + style + "\ninstitution: مركز الورّاق\nseries: أوراق\nauthors: [سلمى الوادي]\n"
					if i == 1 {
						front += "subtitle: بين الأمس واليوم\nkind: تقدير موقف\npartners: [معهد الطاقة]\n"
					}
					_, _, d, problems := coverOf(t, front, look, sheet, files)
					for _, p := range problems {
						t.Errorf("%s: %s %v", name, p.Code, p.Args)
					}
					p := &d.Pages[0]
					edge := p.Slug - p.Bleed + 0.01
					for _, x := range []float64{edge, p.Width / 2, p.Width - edge} {
						for _, y := range []float64{edge, p.Height / 2, p.Height - edge} {
							if !slices.ContainsFunc(p.Items, func(it page.Item) bool { return covers(&it, x, y) }) {
								t.Errorf("%s: paper at %.1f, %.1f", name, x, y)
							}
						}
					}
					last := 0.0
					for _, l := range linesOf(p, newTatweels()) {
						if l.x < p.Slug || l.x+l.width > p.Width-p.Slug || l.y > p.Height-p.Slug {
							t.Errorf("%s: %q runs off the page", name, l.text)
						}
						size := l.items[0].Text.Size
						if l.y < last {
							t.Errorf("%s: %q stands in the line above", name, l.text)
						}
						last = l.y - size // another may stand beside it
						if d.Tree[parentOf(d.Tree, l.items[0].Slot)].Role == page.Title && (size < 36 || size > 48) {
							t.Errorf("%s: the title is of %.1f points", name, size)
						}
					}
				}
			}
		}
	}
}

// parentOf is the element that a slot is a child of.
func parentOf(tree page.Tree, slot page.Ref) page.Ref {
	for e := range tree {
		if slices.Contains(tree[e].Children, slot) {
			return page.Ref(e)
		}
	}
	return 0
}

// Long titles break evenly: no line is much shorter than half of the longest.
func TestTitlesOfCoversBreakEvenly(t *testing.T) {
	words := strings.Fields("أثر التحوّلات الجيوسياسية في سلاسل إمداد المعادن الحرجة ودورها في رسم السياسات الصناعية الأوروبية")
	for n := 3; n <= len(words); n++ {
		_, _, d, _ := coverOf(t, "title: "+strings.Join(words[:n], " ")+"\ncover: {style: field}\n", "think-tank", "A4", nil)
		var widths []float64
		for _, l := range linesOf(&d.Pages[0], newTatweels()) {
			if d.Tree[parentOf(d.Tree, l.items[0].Slot)].Role == page.Title {
				widths = append(widths, l.width)
			}
		}
		if least, most := slices.Min(widths), slices.Max(widths); least < most*0.45 {
			t.Errorf("%d words: lines of %.0f", n, widths)
		}
	}
}

// Text over a picture has a contrast of 4.5 to 1 with what is under it (WCAG 2.1, 1.4.3),
// measured in the picture as it is printed, whatever overlay was asked for; and what was
// asked for stands where it is enough.
func TestTextOverPicturesCanBeRead(t *testing.T) {
	for i, c := range []struct {
		dark, light int
		overlay     string
		warned      bool
	}{
		{0, 60, "0", false}, {200, 255, "0.2", true}, {200, 255, "0.8", false}, {0, 255, "", false}, {60, 180, "0.1", true},
	} {
		front := "title: طرق الحرير الجديدة\ninstitution: مركز الورّاق\nsubtitle: بين الأمس واليوم\nauthors: [سلمى]\ncover: {picture: p.jpg, decorative: true"
		if c.overlay != "" {
			front += ", overlay: " + c.overlay
		}
		_, th, d, problems := coverOf(t, front+"}\n", theme.Names()[i%3], "A4", fstest.MapFS{"p.jpg": {Data: photograph(uint64(i), c.dark, c.light)}})
		warned := slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Code == "cover-overlay" })
		if warned != c.warned {
			t.Errorf("%d: warned: %v", i, warned)
		}
		rasters, _, err := raster.Prepare(context.Background(), d, nil)
		if err != nil {
			t.Fatal(err)
		}
		p := &d.Pages[0]
		at := slices.IndexFunc(p.Items, func(it page.Item) bool { return it.Image != nil })
		picture := p.Items[at]
		m, err := jpeg.Decode(bytes.NewReader(rasters[picture.Image].Data))
		if err != nil {
			t.Fatal(err)
		}
		if picture.Slot != 0 || picture.Artifact != page.BackgroundArtifact {
			t.Errorf("%d: a decorative picture is content", i)
		}
		_, ink, _ := th.CoverColors()
		worst := math.Inf(1)
		for _, it := range p.Items {
			if it.Text == nil {
				continue
			}
			const stroke = 4.0 // points
			for x := it.X; x < it.X+it.Text.Width(); x += stroke {
				for y := it.Y - it.Text.Size*0.8; y < it.Y+it.Text.Size*0.2; y += stroke {
					under := mean(m, (x-picture.X)/picture.Image.Width, (y-picture.Y)/picture.Image.Height, stroke/picture.Image.Width)
					worst = math.Min(worst, colour.Contrast(ink, under))
				}
			}
		}
		if worst < 4.5 {
			t.Errorf("%d: a contrast of %.2f", i, worst)
		}
		if s := picture.Image.Shade; c.overlay == "0.8" && (s.Above != 0.8 || s.Below != 0.8) {
			t.Errorf("%d: covered by %.2f and %.2f", i, s.Above, s.Below)
		}
	}
}

// mean is the colour of a square of a picture, its place and side as parts of that.
func mean(m image.Image, x, y, side float64) color.NRGBA {
	b := m.Bounds()
	px, py, n := int(x*float64(b.Dx())), int(y*float64(b.Dy())), max(1, int(side*float64(b.Dx())))
	var r, g, bl, count uint32
	for i := range n {
		for k := range n {
			cr, cg, cb, _ := m.At(min(px+i, b.Max.X-1), min(py+k, b.Max.Y-1)).RGBA()
			r, g, bl, count = r+cr>>8, g+cg>>8, bl+cb>>8, count+1
		}
	}
	return color.NRGBA{uint8(r / count), uint8(g / count), uint8(bl / count), 255}
}

// A drawing fills a cover as a picture does, under one colour that is deep enough for
// whatever it shows; one with letters is refused.
func TestDrawingsOnCovers(t *testing.T) {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60"><rect width="40" height="60" fill="#fff"/>%s</svg>`
	for letters, wrong := range map[string]bool{"": false, `<text x="3" y="9">أ</text>`: true} {
		root := fstest.MapFS{
			"brief.md": {Data: []byte("---\ntitle: تقرير\ncover: {picture: p.svg, alt: وصف}\n---\nنص.\n")},
			"p.svg":    {Data: fmt.Appendf(nil, drawing, letters)},
		}
		b, look, _, err := readBrief(root, "brief.md", nil)
		if err != nil {
			t.Fatal(err)
		}
		d, problems := setBrief(b, look, fonts.Bundled())
		if got := slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Code == "cover-picture-text" }); got != wrong {
			t.Errorf("%q: refused: %v", letters, got)
		}
		var overlay *color.NRGBA
		for _, it := range d.Pages[0].Items {
			if it.Path != nil && it.Path.Fill != nil && it.Path.Fill.A < 255 && it.Path.Fill.A > 0 {
				overlay = it.Path.Fill
				break
			}
		}
		if overlay == nil {
			t.Fatal("no overlay")
		}
		solid := *overlay
		solid.A = 255
		white := color.NRGBA{255, 255, 255, 255}
		if c := colour.Contrast(white, colour.Mix(white, solid, float64(overlay.A)/255)); c < 4.5 {
			t.Errorf("a contrast of %.2f", c)
		}
	}
}

// A portrait stands where lines begin, with its author's text beside it; the page about
// the institution is the last, and how to reach it stands at its foot.
func TestPeople(t *testing.T) {
	portrait := fstest.MapFS{"p.jpg": {Data: photograph(3, 60, 200)}}
	for _, c := range []struct{ lang, name string }{{"ar", "سلمى الوادي"}, {"en", "Salma Alwadi"}} {
		front := fmt.Sprintf("title: %s\nlang: %s\nauthors: [{name: %s, portrait: {picture: p.jpg, alt: %[1]s}, bio: %[3]s %[3]s}]\nabout: {text: %[3]s, email: info@a.example}\n", c.name, c.lang, c.name)
		_, th, d, problems := coverOf(t, front, "think-tank", "A4", portrait)
		for _, p := range problems {
			t.Errorf("%s: %s", c.lang, p.Code)
		}
		p := &d.Pages[0]
		at := slices.IndexFunc(p.Items, func(it page.Item) bool { return it.Image != nil })
		m := p.Items[at]
		for _, l := range linesOf(p, newTatweels()) {
			if l.y < m.Y || l.y > m.Y+m.Image.Height {
				continue
			}
			if right := m.X > l.x+l.width; right != (c.lang == "ar") {
				t.Errorf("%s: the portrait is on the wrong side of %q", c.lang, l.text)
			}
			gap := math.Max(m.X-l.x-l.width, l.x-m.X-m.Image.Width)
			if gap < 17.9 {
				t.Errorf("%s: %q stands %.1f from the portrait", c.lang, l.text, gap)
			}
		}
		if ratio := m.Image.Height / m.Image.Width; math.Abs(ratio-1.25) > 1e-9 {
			t.Errorf("%s: a portrait of a ratio of %g", c.lang, ratio)
		}
		end := &d.Pages[len(d.Pages)-1]
		lines := linesOf(end, newTatweels())
		foot := 0.0
		for _, l := range lines {
			if strings.Contains(l.text, "info@") {
				foot = l.y
			}
		}
		if bottom := th.Page.Height - th.Page.Bottom; foot < bottom-2.5*th.Body.Leading || foot > bottom {
			t.Errorf("%s: the address stands at %.1f of %.1f", c.lang, foot, bottom)
		}
	}
}
