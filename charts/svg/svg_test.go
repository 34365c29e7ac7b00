package svg

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/scene"
)

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
		if end := o.Points[len(o.Points)-1]; end != to {
			t.Fatalf("ends at %v, want %v", end, to)
		}
		// An affine map that makes the ellipse a circle keeps the distance of
		// all points on it from one centre; three of them give the centre.
		on := []scene.Point{from}
		at := from
		for i := 0; i < len(o.Points); i += 3 {
			a, b, c := o.Points[i], o.Points[i+1], o.Points[i+2]
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
		a, errA := ParsePath(pair[0])
		b, errB := ParsePath(pair[1])
		if errA != nil || errB != nil {
			t.Errorf("%v: %v, %v", pair, errA, errB)
			continue
		}
		sa := scene.Dump(&scene.Scene{Items: []scene.Item{{Path: &scene.Path{Verbs: a.Verbs, Points: RoundPoints(a.Points)}}}})
		sb := scene.Dump(&scene.Scene{Items: []scene.Item{{Path: &scene.Path{Verbs: b.Verbs, Points: RoundPoints(b.Points)}}}})
		if sa != sb {
			t.Errorf("%v: %s is not %s", pair, sa, sb)
		}
	}
}

func TestParseColor(t *testing.T) {
	for s, want := range map[string]color.NRGBA{
		"#fff": {R: 255, G: 255, B: 255, A: 255}, "#1b4f72": {R: 0x1b, G: 0x4f, B: 0x72, A: 255}, "#1b4f7280": {R: 0x1b, G: 0x4f, B: 0x72, A: 0x80},
		"rgb(1, 2,3)": {R: 1, G: 2, B: 3, A: 255}, "rgba(255,255,255,0.5)": {R: 255, G: 255, B: 255, A: 128}, "Transparent": {},
		"steelblue": {R: 70, G: 130, B: 180, A: 255}, "rgb(300,-5,0)": {R: 255, A: 255}, "rgb(10% 20% 100% / 50%)": {R: 26, G: 51, B: 255, A: 128},
		"hsl(120, 100%, 25%)": {G: 128, A: 255}, "hsla(-120deg 50% 50% / .5)": {R: 64, G: 64, B: 191, A: 128},
	} {
		if got, err := ParseColor(s); err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "#12", "#12345", "rgb(1,2)", "hsl(1,2,3)", "rgb(1,2,3", "rgb(1,2,3)x", "#gggggg", "currentColor"} {
		if c, err := ParseColor(s); err == nil {
			t.Errorf("%q: got %v", s, c)
		}
	}
}
