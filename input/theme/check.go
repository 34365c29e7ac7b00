package theme

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"warraq/input/colour"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// leastContrast is that of text in general (WCAG 2.1, 1.4.3, level AA).
const leastContrast = 4.5

// leastGrey is how far the lightness of neighbours in the palette is apart at
// least, of 100 (CIE L*): less is one grey on a copier. palest is the contrast
// with paper below which an area cannot be seen.
const (
	leastGrey = 12
	palest    = 1.4
)

func paper() color.NRGBA { return color.NRGBA{R: 255, G: 255, B: 255, A: 255} }

// A Pair is a text colour of a theme and a ground that such text may stand on.
type Pair struct {
	// Text names it as the theme's file does, and Ground is "paper", "tint", the ground
	// of a callout or the colour of the cover.
	Text, Ground string
	On           color.NRGBA
	Color        color.NRGBA
	// called is the name of the colour, where the text calls it by one.
	called string
}

// Contrast of the pair, from 1 to 21.
func (p Pair) Contrast() float64 { return colour.Contrast(p.Color, p.On) }

// Pairs lists every colour of text with every ground it may stand on: paper and
// the tint of boxes, table heads and covers; in a callout its own.
func (t *Theme) Pairs() []Pair {
	var texts []Pair
	named := t.named()
	for _, name := range textNames() {
		texts = append(texts, Pair{Text: name, Color: named[name].Color, called: named[name].color})
	}
	for i := range t.Headings {
		texts = append(texts, Pair{Text: headingName(i), Color: t.Headings[i].Color, called: t.Headings[i].color})
	}
	texts = append(texts, Pair{Text: "accent", Color: t.Colors.Accent, called: "accent"}, Pair{Text: "muted", Color: t.Colors.Muted, called: "muted"})
	var pairs []Pair
	for _, p := range texts {
		for _, ground := range []struct {
			name  string
			color color.NRGBA
		}{{"paper", paper()}, {"tint", t.Colors.Tint}} {
			p.Ground, p.On = ground.name, ground.color
			pairs = append(pairs, p)
		}
	}
	ground, ink, _ := t.CoverColors()
	pairs = append(pairs, Pair{Text: "cover.ink", Color: ink, Ground: "cover.color", On: ground})
	for _, kind := range CalloutKinds() {
		c := t.Callout(kind)
		inside := []Pair{{Text: kind, Color: c.Color}}
		for _, p := range texts {
			if slices.Contains([]string{"body", "emphasis", "code", "accent", "muted"}, p.Text) {
				inside = append(inside, p)
			}
		}
		ground := "callouts." + kind
		if c.Ground == t.Colors.Tint {
			// All texts are paired with the tint already.
			ground, inside = "tint", inside[:1]
		}
		for _, p := range inside {
			p.Ground, p.On = ground, c.Ground
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// check finds what no single key shows: text that cannot be read on its ground,
// and margins that leave no room.
func (r *reader) check(root *tree.Node) {
	p := r.t.Page
	if w, h := p.Measure(), p.Height-p.Top-p.Bottom; w < 72 || h < 72 {
		r.problems.Add(noRoom.At(place(root, "page"), w, h))
	}
	// One colour may be that of many texts: each place is told once, with all.
	type fault struct {
		at    source.Span
		texts []string
		worst Pair
	}
	var faults []fault
	for _, p := range r.t.Pairs() {
		if p.Contrast() >= leastContrast {
			continue
		}
		at := culprit(root, p)
		i := slices.IndexFunc(faults, func(f fault) bool { return f.at == at })
		if i < 0 {
			i = len(faults)
			faults = append(faults, fault{at: at, worst: p})
		}
		f := &faults[i]
		if p.Contrast() < f.worst.Contrast() {
			f.worst = p
		}
		if !slices.Contains(f.texts, p.Text) {
			f.texts = append(f.texts, p.Text)
		}
	}
	for _, f := range faults {
		r.problems.Add(lowContrast.At(f.at, problem.Names(f.texts), math.Floor(f.worst.Contrast()*10)/10, f.worst.Ground))
	}
}

// culprit is the place of what makes a pair hard to read: the text's own
// colour, else that of the ground, else the named colour, else the file.
func culprit(root *tree.Node, p Pair) source.Span {
	paths := [][]string{{"text", p.Text, "color"}, {"callouts", p.Text, "color"}}
	if p.Ground == "tint" || p.called == "" {
		paths = append(paths, []string{"colors", "tint"})
	}
	if kind, ok := strings.CutPrefix(p.Ground, "callouts."); ok {
		paths = append(paths, []string{"callouts", kind, "ground"})
	}
	if p.Ground == "cover.color" {
		paths = [][]string{{"cover", "ink"}, {"cover", "color"}, {"colors", "accent"}}
	}
	if p.called != "" {
		// Where both are the file's, the text's colour is more likely at fault
		// the less it stands out from paper.
		named := []string{"colors", p.called}
		if colour.Contrast(p.Color, paper()) < leastContrast {
			paths = slices.Insert(paths, 2, named)
		} else {
			paths = append(paths, named)
		}
	}
	for _, path := range paths {
		n := root
		for _, key := range path {
			if n = n.Get(key); n == nil {
				break
			}
		}
		if n != nil {
			return n.Span
		}
	}
	if headings := root.Get("headings"); headings != nil {
		for i := range headings.Items {
			if c := headings.Items[i].Get("color"); c != nil && headingName(i) == p.Text {
				return c.Span
			}
		}
	}
	return place(root, "colors")
}

// checkPalette warns of colours that cannot be told from their neighbours in
// grey, or hardly from paper.
func (r *reader) checkPalette(n *tree.Node) {
	for i, c := range r.t.Palette {
		if colour.Contrast(c, paper()) < palest {
			r.problems.Add(paleColor.At(n.Items[i].Span, n.Items[i].Text))
		}
		if i > 0 && math.Abs(lightness(c)-lightness(r.t.Palette[i-1])) < leastGrey {
			r.problems.Add(alikeColors.At(n.Items[i].Span, n.Items[i-1].Text, n.Items[i].Text))
		}
	}
}

// lightness is L* of CIE 1976, from 0 to 100.
func lightness(c color.NRGBA) float64 {
	y := colour.Contrast(c, color.NRGBA{A: 255})*0.05 - 0.05 // the contrast with black is (y + 0.05) / 0.05
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}

func place(root *tree.Node, key string) source.Span {
	if n := root.Get(key); n != nil {
		return n.Span
	}
	return root.Span
}
