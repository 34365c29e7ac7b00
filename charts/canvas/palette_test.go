package canvas

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"warraq/charts/grid"
	"warraq/charts/svg"
	"warraq/input/brief"
	"warraq/input/colour"
	"warraq/input/theme"
)

func parsed(t *testing.T, s string) color.NRGBA {
	t.Helper()
	c, err := svg.ParseColor(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A lab is a colour in CIE L*a*b* (D65), in which distances are about as large
// as they look.
type lab struct{ l, a, b float64 }

func (x lab) distance(y lab) float64 {
	return math.Sqrt((x.l-y.l)*(x.l-y.l) + (x.a-y.a)*(x.a-y.a) + (x.b-y.b)*(x.b-y.b))
}

// sight is how a kind of reader sees linear light: the identity, or the
// simulation of a missing kind of cone by Viénot, Brettel and Mollon (1999).
type sight struct {
	name   string
	matrix [3][3]float64
}

var sights = []sight{
	{"all cones", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"no red", [3][3]float64{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}},
	{"no green", [3][3]float64{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}},
}

func (s sight) lab(c color.NRGBA) lab {
	light := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	rgb := [3]float64{light(c.R), light(c.G), light(c.B)}
	var seen [3]float64
	for i, row := range s.matrix {
		for j, m := range row {
			seen[i] += m * rgb[j]
		}
		seen[i] = min(max(seen[i], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*seen[0] + 0.3576*seen[1] + 0.1805*seen[2]) / 0.9505)
	y := f(0.2126*seen[0] + 0.7152*seen[1] + 0.0722*seen[2])
	z := f((0.0193*seen[0] + 0.1192*seen[1] + 0.9505*seen[2]) / 1.089)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Text stands out from what it stands on, and series that are neighbours from
// each other: in colour, without red or green, and in grey; in the palette that
// charts have without a theme and in those of all bundled themes. The tables are
// printed with -v.
func TestPalettesCanBeRead(t *testing.T) {
	t.Run("default", func(t *testing.T) { checkPalette(t, DefaultPalette()) })
	for _, name := range theme.Names() {
		t.Run(name, func(t *testing.T) {
			look, ok := theme.Bundled(name)
			if !ok {
				t.Fatal("there is no such theme")
			}
			checkPalette(t, PaletteOf(look.Palette, look.Colors.Ink, look.Colors.Muted, look.Colors.Rule))
		})
	}
}

func checkPalette(t *testing.T, p Palette) {
	t.Helper()
	ground := parsed(t, p.Ground)
	for name, c := range map[string]string{"text": p.Text, "muted": p.Muted} {
		if got := colour.Contrast(parsed(t, c), ground); got < LeastContrast {
			t.Errorf("%s has a contrast of %.2f", name, got)
		}
	}
	for _, c := range p.Series {
		label := p.On(c)
		got := colour.Contrast(parsed(t, label), parsed(t, c))
		t.Logf("%s  label %s %.1f, ground %.1f", c, label, got, colour.Contrast(parsed(t, c), ground))
		if got < LeastContrast {
			t.Errorf("the label on %s has a contrast of %.2f", c, got)
		}
	}
	for i := range p.Series {
		var row strings.Builder
		for j := range p.Series {
			a, b := parsed(t, p.Series[i]), parsed(t, p.Series[j])
			grey := math.Abs(sights[0].lab(a).l - sights[0].lab(b).l)
			least := math.Inf(1)
			for _, s := range sights {
				least = min(least, s.lab(a).distance(s.lab(b)))
			}
			fmt.Fprintf(&row, " %3.0f/%2.0f/%4.1f", least, grey, colour.Contrast(a, b))
			if j == (i+1)%len(p.Series) && (grey < 12 || least < 20) {
				t.Errorf("%s beside %s: %.0f apart in grey, %.0f in the worst colours", p.Series[i], p.Series[j], grey, least)
			}
			if i != j && least < 8 {
				t.Errorf("%s and %s: %.0f apart in the worst colours", p.Series[i], p.Series[j], least)
			}
		}
		t.Logf("%s%s", p.Series[i], row.String())
	}
}

// Any ground gets a label that can be read.
func TestLabelsOnAnyGround(t *testing.T) {
	p := DefaultPalette()
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				ground := fmt.Sprintf("#%02x%02x%02x", r, g, b)
				if got := colour.Contrast(parsed(t, p.On(ground)), parsed(t, ground)); got < LeastContrast {
					t.Fatalf("a label on %s has a contrast of %.2f", ground, got)
				}
			}
		}
	}
}

// No two of a palette's series have both colour and pattern in common.
func TestDecalsDiffer(t *testing.T) {
	p := DefaultPalette()
	seen := map[string]int{}
	for i := range 10 {
		key := p.Color(i) + fmt.Sprint(p.Decal(i, 10))
		if j, ok := seen[key]; ok {
			t.Errorf("series %d and %d look the same", i, j)
		}
		seen[key] = i
	}
}

// However many series stand behind a highlighted one, in all bundled themes, neighbours
// differ in grey, and no two have both grey and pattern in common.
func TestFadedSeriesDiffer(t *testing.T) {
	palettes := map[string]Palette{"default": DefaultPalette()}
	for _, name := range theme.Names() {
		look, _ := theme.Bundled(name)
		palettes[name] = PaletteOf(look.Palette, look.Colors.Ink, look.Colors.Muted, look.Colors.Rule)
	}
	for name, p := range palettes {
		for _, highlighted := range []int{0, 1, 4} {
			g := &grid.Grid{}
			for i := range 8 {
				g.Series = append(g.Series, fmt.Sprint("س", i))
			}
			v := &Canvas{Style: Style{Palette: p}, Chart: &brief.Chart{Highlight: []brief.Field{{Value: g.Series[highlighted]}}}}
			own := v.Highlighted(g).Palette
			var greys []float64
			seen := map[string]int{}
			for i := range g.Series {
				if key := own.Color(i) + fmt.Sprint(own.Decal(i, i-1)); i != highlighted {
					if j, ok := seen[key]; ok {
						t.Errorf("%s: series %d and %d look the same", name, i, j)
					}
					seen[key] = i
					greys = append(greys, sights[0].lab(parsed(t, own.Color(i))).l)
				}
			}
			for i := range greys {
				for j := i + 1; j < min(i+3, len(greys)); j++ {
					if math.Abs(greys[i]-greys[j]) < leastGrey {
						t.Errorf("%s: greys %d and %d are %.1f apart", name, i, j, math.Abs(greys[i]-greys[j]))
					}
				}
			}
		}
		for n := 2; n < 12; n++ {
			for i := range n {
				if n > 1 && p.FadedRound(i, n) == p.FadedRound((i+1)%n, n) {
					t.Errorf("%s: slices %d and %d of %d are alike", name, i, (i+1)%n, n)
				}
			}
		}
	}
}

// The first branches of a hierarchy differ in hue, in all bundled palettes; each
// colour is still there once.
func TestBranchesDifferInHue(t *testing.T) {
	for _, name := range theme.Names() {
		look, _ := theme.Bundled(name)
		p := PaletteOf(look.Palette, look.Colors.Ink, look.Colors.Muted, look.Colors.Rule)
		seen := map[string]bool{}
		for i := range p.Series {
			seen[p.Branch(i)] = true
			for j := range min(i, 5) {
				a, chromaA := colour.Hue(parsed(t, p.Branch(i)))
				b, chromaB := colour.Hue(parsed(t, p.Branch(j)))
				if i < 5 && chromaA > 0.1 && chromaB > 0.1 && math.Abs(math.Remainder(a-b, 360)) < 15 {
					t.Errorf("%s: branches %d and %d have one hue: %s and %s", name, j, i, p.Branch(j), p.Branch(i))
				}
			}
		}
		if len(seen) != len(p.Series) || p.Branch(len(p.Series)) != p.Branch(0) {
			t.Errorf("%s: %d colours of %d", name, len(seen), len(p.Series))
		}
	}
}
