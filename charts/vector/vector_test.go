package vector

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"
	"pgregory.net/rapid"

	"warraq/charts/scene"
)

var plex = Options{Ascent: 1.085, Descent: 0.415}

// Each SVG of testdata is drawn as the file of the same name says.
func TestConvert(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no SVG in testdata: %v", err)
	}
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".svg")
		t.Run(name, func(t *testing.T) {
			svg, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			o := plex
			o.Mirror = strings.HasPrefix(name, "mirror")
			s, err := Convert(string(svg), o)
			if err != nil {
				g.Assert(t, name, []byte("error: "+err.Error()+"\n"))
				return
			}
			g.Assert(t, name, []byte(scene.Dump(s)))
		})
	}
}

func wrap(inner string) string {
	return `<svg width="100" height="50" xmlns="http://www.w3.org/2000/svg">` + inner + `</svg>`
}

func TestConvertRefusesByName(t *testing.T) {
	for inner, feature := range map[string]string{
		`<image href="https://example.org/a.png" width="5" height="5"/>`: "<image>",
		`<use href="#a"/>`:                                             "<use>",
		`<style>path{fill:red}</style>`:                                "<style>",
		`<script>1</script>`:                                           "<script>",
		`<foreignObject width="5" height="5"/>`:                        "<foreignObject>",
		`<path d="M0 0L1 1" filter="url(#f)"/>`:                        "filter",
		`<path d="M0 0L1 1" style="mix-blend-mode:multiply"/>`:         "mix-blend-mode",
		`<path d="M0 0L1 1" mask="url(#m)"/>`:                          "mask",
		`<path d="M0 0L1 1" stroke="url(#g)"/>`:                        "stroke url(#g)",
		`<path d="M0 0L9 0L9 9Z" fill="url(#missing)"/>`:               "fill url(#missing)",
		`<text>a<tspan>b</tspan></text>`:                               "<text> <tspan>",
		`<text stroke="#fff" stroke-width="2">a</text>`:                "<text stroke>",
		`<text text-anchor="inherit">a</text>`:                         "text-anchor: inherit",
		`<text transform="scale(-1 1)">a</text>`:                       "<text> mirrored",
		`<g opacity="0.5"><path d="M0 0L1 1"/></g>`:                    "<g opacity>",
		`<path d="M0 0L1 1" clip-path="url(#none)"/>`:                  "clip-path url(#none)",
		`<radialGradient id="r"/><path d="M0 0H9V9Z" fill="url(#r)"/>`: "<radialGradient>",
	} {
		_, err := Convert(wrap(inner), plex)
		var u *Unsupported
		if !errors.As(err, &u) {
			t.Errorf("%s: got %v, want it refused", inner, err)
			continue
		}
		found := false
		for _, f := range u.Features {
			found = found || f == feature
		}
		if !found {
			t.Errorf("%s: refused %q, want %q", inner, u.Features, feature)
		}
	}
}

func TestConvertRejectsWhatIsBroken(t *testing.T) {
	deep := strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100)
	for _, svg := range []string{
		"", "not xml", "<html/>", "<svg", `<svg width="0" height="5"/>`, `<svg width="x" height="5"/>`, `<svg width="1e9" height="5"/>`,
		wrap(`<path d="L1 1"/>`), wrap(`<path d="M0 0 X1"/>`), wrap(`<path d="M0"/>`), wrap(`<path d="M0 0L1e400 0"/>`),
		wrap(`<path d="M0 0L99999999 0"/>`), wrap(`<polygon points="1 2 3"/>`), wrap(`<path d="M0 0L1 1" fill="bluish"/>`),
		wrap(`<path d="M0 0L1 1" transform="spin(3)"/>`), wrap(`<path d="M0 0L1 1" stroke-dasharray="-1 2" stroke="red"/>`),
		wrap(deep), `<svg width="5" height="5"/><svg width="5" height="5"/>`,
		`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg width="5" height="5"><text>&b;</text></svg>`,
		`<?php echo ?><svg width="5" height="5"/>`,
		`<svg width="5" height="5"><text>&undefined;</text></svg>`,
	} {
		if s, err := Convert(svg, plex); err == nil {
			t.Errorf("%.80s: got a scene of %d items", svg, len(s.Items))
		}
	}
}

// The points of an arc lie on its ellipse, and it ends where it should.
func TestArcLiesOnItsEllipse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-100, 100)
		radius := rapid.Float64Range(1, 200)
		from := scene.Point{X: number.Draw(t, "x0"), Y: number.Draw(t, "y0")}
		to := scene.Point{X: number.Draw(t, "x1"), Y: number.Draw(t, "y1")}
		rx, ry := radius.Draw(t, "rx"), radius.Draw(t, "ry")
		if math.Hypot(from.X-to.X, from.Y-to.Y) < 1 {
			return
		}
		o := arc(from, to, rx, ry, 0, rapid.Bool().Draw(t, "large"), rapid.Bool().Draw(t, "sweep"))
		if end := o.points[len(o.points)-1]; end != to {
			t.Fatalf("ends at %v, want %v", end, to)
		}
		// An affine map that makes the ellipse a circle keeps the distance of
		// all points on it from one centre; three of them give the centre.
		on := []scene.Point{from}
		at := from
		for i := 0; i < len(o.points); i += 3 {
			a, b, c := o.points[i], o.points[i+1], o.points[i+2]
			mid := func(f func(scene.Point) float64) float64 { return (f(at) + 3*f(a) + 3*f(b) + f(c)) / 8 }
			on = append(on, scene.Point{X: mid(func(p scene.Point) float64 { return p.X }), Y: mid(func(p scene.Point) float64 { return p.Y })}, c)
			at = c
		}
		for i := range on {
			on[i] = scene.Point{X: on[i].X / rx, Y: on[i].Y / ry}
		}
		p, q, r := on[0], on[1], on[2]
		d := 2 * (p.X*(q.Y-r.Y) + q.X*(r.Y-p.Y) + r.X*(p.Y-q.Y))
		if math.Abs(d) < 1e-4 {
			return // nearly straight: no centre can be found this way
		}
		square := func(p scene.Point) float64 { return p.X*p.X + p.Y*p.Y }
		centre := scene.Point{
			X: (square(p)*(q.Y-r.Y) + square(q)*(r.Y-p.Y) + square(r)*(p.Y-q.Y)) / d,
			Y: (square(p)*(r.X-q.X) + square(q)*(p.X-r.X) + square(r)*(q.X-p.X)) / d,
		}
		want := math.Hypot(p.X-centre.X, p.Y-centre.Y)
		for _, s := range on {
			if got := math.Hypot(s.X-centre.X, s.Y-centre.Y); math.Abs(got-want) > 0.02*want {
				t.Fatalf("a point at %g from the centre, the others at %g", got, want)
			}
		}
	})
}

// A path in relative commands is the path in absolute ones.
func TestRelativeAndAbsolutePathsAgree(t *testing.T) {
	for _, pair := range [][2]string{
		{"M10 10L20 20L30 10Z", "m10 10l10 10l10 -10z"},
		{"M10 10H30V40", "m10 10h20v30"},
		{"M10 10C11 12 13 14 15 16S20 20 30 30", "m10 10c1 2 3 4 5 6s5 4 15 14"},
		{"M10 10Q20 0 30 10T50 10", "m10 10q10 -10 20 0t20 0"},
		{"M10 10A5 5 0 0 1 20 10", "m10 10a5 5 0 0 1 10 0"},
		{"M10 10A5 5 0 01 20 10", "m10 10a5 5 0 0110 0"},
		{"M0 0L1 1L2 2", "M0,0 1,1 2,2"},
		{"M0 0L1 1L2 2", "m0 0 1 1 1 1"},
		{"M0 0L.5.5", "m0-0l.5.5"},
	} {
		a, errA := parsePath(pair[0])
		b, errB := parsePath(pair[1])
		if errA != nil || errB != nil {
			t.Errorf("%v: %v, %v", pair, errA, errB)
			continue
		}
		sa := scene.Dump(&scene.Scene{Items: []scene.Item{{Path: &scene.Path{Verbs: a.verbs, Points: rounding(a.points)}}}})
		sb := scene.Dump(&scene.Scene{Items: []scene.Item{{Path: &scene.Path{Verbs: b.verbs, Points: rounding(b.points)}}}})
		if sa != sb {
			t.Errorf("%v: %s is not %s", pair, sa, sb)
		}
	}
}

func TestMirrorKeepsTextReadable(t *testing.T) {
	o := plex
	o.Mirror = true
	s, err := Convert(wrap(`<text x="10" y="20" text-anchor="start">نص</text><text transform="translate(30 20) rotate(-90)">b</text><path d="M0 0L10 10"/>`), o)
	if err != nil {
		t.Fatal(err)
	}
	first, second := s.Items[0].Text, s.Items[1].Text
	if first.X != 90 || first.Anchor != scene.Right || first.Rotation != 0 || !first.RTL {
		t.Errorf("got %+v", first)
	}
	if second.X != 70 || second.Rotation != 90 {
		t.Errorf("got %+v", second)
	}
	if p := s.Items[2].Path.Points; p[0].X != 100 || p[1].X != 90 {
		t.Errorf("got %v", p)
	}
}

// A point fill of a pattern covers its shape as evenly as its tile says.
func TestPatternCoversItsShape(t *testing.T) {
	svg := wrap(`<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#000"/></pattern></defs>` +
		`<rect x="10" y="10" width="40" height="20" fill="url(#p)"/>`)
	s, err := Convert(svg, plex)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 1 || s.Items[0].Path.Clip == nil {
		t.Fatalf("got %s", scene.Dump(s))
	}
	dots := 0
	for _, v := range s.Items[0].Path.Verbs {
		if v == scene.MoveTo {
			dots++
		}
	}
	// Tiles from 8 to 52 and from 8 to 32: 11 by 6, less those whose dot lies
	// outside.
	if dots < 50 || dots > 66 {
		t.Errorf("got %d dots", dots)
	}
}

func TestParseColor(t *testing.T) {
	for s, want := range map[string]scene.Color{
		"#fff": {R: 255, G: 255, B: 255, A: 255}, "#1b4f72": {R: 0x1b, G: 0x4f, B: 0x72, A: 255}, "#1b4f7280": {R: 0x1b, G: 0x4f, B: 0x72, A: 0x80},
		"rgb(1, 2,3)": {R: 1, G: 2, B: 3, A: 255}, "rgba(255,255,255,0.5)": {R: 255, G: 255, B: 255, A: 128}, "Transparent": {},
		"steelblue": {R: 70, G: 130, B: 180, A: 255}, "rgb(300,-5,0)": {R: 255, A: 255},
	} {
		if got, err := ParseColor(s); err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "#12", "#12345", "rgb(1,2)", "rgb(1,2,3", "rgb(1,2,3)x", "#gggggg", "currentColor"} {
		if c, err := ParseColor(s); err == nil {
			t.Errorf("%q: got %v", s, c)
		}
	}
}

func FuzzConvert(f *testing.F) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		svg, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(svg))
	}
	f.Fuzz(func(t *testing.T, svg string) {
		s, err := Convert(svg, plex)
		if err != nil {
			return
		}
		for _, item := range s.Items {
			if (item.Path == nil) == (item.Text == nil) {
				t.Fatal("an item is a path or a text")
			}
			if item.Path == nil {
				continue
			}
			need := 0
			for _, v := range item.Path.Verbs {
				switch v {
				case scene.MoveTo, scene.LineTo:
					need++
				case scene.CurveTo:
					need += 3
				}
			}
			if need != len(item.Path.Points) {
				t.Fatalf("%d points for %d", len(item.Path.Points), need)
			}
			for _, p := range item.Path.Points {
				if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
					t.Fatal("a point that is no place")
				}
			}
		}
	})
}
