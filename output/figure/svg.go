package figure

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"warraq/charts/scene"
	"warraq/input/colour"
	"warraq/input/locale"
)

// SVG writes a figure as SVG 1.1 on white ground, its width and height multiplied
// by scale. A reader by ear is given its title and its description.
func SVG(f *Figure, scale float64) []byte {
	w := &writer{}
	direction := "ltr"
	if locale.RightToLeft(f.Language) {
		direction = "rtl"
	}
	fmt.Fprintf(&w.b, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s" role="img" aria-labelledby="title desc" xml:lang="%s" direction="%s">`+"\n",
		number(f.Width*scale), number(f.Height*scale), number(f.Width), number(f.Height), escaped(f.Language), direction)
	fmt.Fprintf(&w.b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escaped(f.Title), escaped(f.Description))
	fmt.Fprintf(&w.b, "<path fill=\"#ffffff\" d=\"M0 0H%sV%sH0Z\"/>\n", number(f.Width), number(f.Height))
	for _, p := range f.Paths {
		w.path(p)
	}
	w.b.WriteString("</svg>\n")
	return []byte(w.b.String())
}

// A writer gives clips and gradients their names as they are met.
type writer struct {
	b     strings.Builder
	named int
	// clips are those written so far, by what is written of them.
	clips map[string]string
}

// path writes a path after what it refers to.
func (w *writer) path(p *scene.Path) {
	if len(p.Verbs) == 0 || p.Verbs[0] != scene.MoveTo {
		return
	}
	attributes := ""
	switch {
	case p.Gradient != nil && len(p.Gradient.Stops) > 1:
		attributes += ` fill="url(#` + w.gradient(p.Gradient) + `)"`
	case p.Fill != nil:
		attributes += paint("fill", "fill-opacity", *p.Fill)
	default:
		attributes += ` fill="none"`
	}
	if p.EvenOdd {
		attributes += ` fill-rule="evenodd"`
	}
	if p.Stroke != nil && p.Width > 0 {
		attributes += stroke(p)
	}
	if p.Clip != nil {
		attributes += ` clip-path="url(#` + w.clip(p.Clip) + `)"`
	}
	fmt.Fprintf(&w.b, "<path%s d=\"%s\"/>\n", attributes, outline(p))
}

// paint is a colour under one key and its opacity under another.
func paint(key, opacity string, c color.NRGBA) string {
	solid := c
	solid.A = 255
	said := fmt.Sprintf(` %s="%s"`, key, colour.Hex(solid))
	if c.A < 255 {
		said += fmt.Sprintf(` %s="%s"`, opacity, number(float64(c.A)/255))
	}
	return said
}

func stroke(p *scene.Path) string {
	said := paint("stroke", "stroke-opacity", *p.Stroke)
	if p.Width != 1 {
		said += fmt.Sprintf(` stroke-width="%s"`, number(p.Width))
	}
	if p.Cap != 0 {
		said += fmt.Sprintf(` stroke-linecap="%s"`, [...]string{"butt", "round", "square"}[min(max(p.Cap, 0), 2)])
	}
	if p.Join != 0 {
		said += fmt.Sprintf(` stroke-linejoin="%s"`, [...]string{"miter", "round", "bevel"}[min(max(p.Join, 0), 2)])
	} else {
		said += fmt.Sprintf(` stroke-miterlimit="%s"`, number(miter(p)))
	}
	if dashes := dashesOf(p); dashes != nil {
		words := make([]string, len(dashes))
		for i, d := range dashes {
			words[i] = number(d)
		}
		said += fmt.Sprintf(` stroke-dasharray="%s"`, strings.Join(words, " "))
		if p.DashOffset > 0 {
			said += fmt.Sprintf(` stroke-dashoffset="%s"`, number(p.DashOffset))
		}
	}
	return said
}

// miter is how many times its width a corner may be long, as PDF has it.
func miter(p *scene.Path) float64 {
	if p.Miter > 0 {
		return math.Max(p.Miter, 1)
	}
	return 10
}

// dashesOf are the lengths of a line's dashes and gaps in turn, nil where it is
// solid: a pattern that draws nothing, or that steps backwards, leaves it so, as on
// the page.
func dashesOf(p *scene.Path) []float64 {
	sum := 0.0
	for _, d := range p.Dash {
		if d < 0 {
			return nil
		}
		sum += d
	}
	if sum <= 0 {
		return nil
	}
	if len(p.Dash)%2 == 1 {
		return append(p.Dash[:len(p.Dash):len(p.Dash)], p.Dash...)
	}
	return p.Dash
}

// clip writes a clip, and those that bound it, and returns its name.
func (w *writer) clip(p *scene.Path) string {
	within := ""
	if p.Clip != nil {
		within = ` clip-path="url(#` + w.clip(p.Clip) + `)"`
	}
	rule := ""
	if p.EvenOdd {
		rule = ` clip-rule="evenodd"`
	}
	said := fmt.Sprintf("%s><path%s d=\"%s\"/></clipPath>\n", within, rule, outline(p))
	if name, ok := w.clips[said]; ok {
		return name
	}
	name := w.name()
	fmt.Fprintf(&w.b, `<clipPath id="%s"%s`, name, said)
	if w.clips == nil {
		w.clips = map[string]string{}
	}
	w.clips[said] = name
	return name
}

func (w *writer) gradient(g *scene.Gradient) string {
	name := w.name()
	place := make([]string, len(g.Place))
	for i, v := range g.Place {
		place[i] = strconv.FormatFloat(v, 'g', 8, 64)
	}
	kind, shape := "linearGradient", `x1="0" y1="0" x2="1" y2="0"`
	if g.Radial {
		kind, shape = "radialGradient", fmt.Sprintf(`cx="0" cy="0" r="1" fx="%s" fy="%s"`, number(g.Focus.X), number(g.Focus.Y))
	}
	fmt.Fprintf(&w.b, `<%s id="%s" gradientUnits="userSpaceOnUse" %s gradientTransform="matrix(%s)">`, kind, name, shape, strings.Join(place, " "))
	for _, s := range g.Stops {
		fmt.Fprintf(&w.b, `<stop offset="%s"%s/>`, number(s.Offset), paint("stop-color", "stop-opacity", s.Color))
	}
	fmt.Fprintf(&w.b, "</%s>\n", kind)
	return name
}

func (w *writer) name() string {
	w.named++
	return "d" + strconv.Itoa(w.named)
}

// outline is the data of a path.
func outline(p *scene.Path) string {
	var b strings.Builder
	points := p.Points
	for _, v := range p.Verbs {
		b.WriteByte(byte(v))
		n := pointsOf(v)
		for i, q := range points[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(q.X))
			b.WriteByte(' ')
			b.WriteString(number(q.Y))
		}
		points = points[n:]
	}
	return b.String()
}

// pointsOf is how many points a verb takes.
func pointsOf(v scene.Verb) int {
	switch v {
	case scene.MoveTo, scene.LineTo:
		return 1
	case scene.CurveTo:
		return 3
	}
	return 0
}

// number is written with two decimals at most: a hundredth of a point is less than
// any screen shows.
func number(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// escaped is a text as XML holds it; what XML cannot hold is left out.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return ""
	}
	return b.String()
}
