package scene

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"warraq/input/colour"
)

// Dump writes a scene as text, an item a line, for tests to compare and people
// to read. Two scenes with the same dump look the same but for the shape of
// their curves.
func Dump(s *Scene) string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %s by %s\n", short(s.Width), short(s.Height))
	for _, item := range s.Items {
		if t := item.Text; t != nil {
			dumpText(&b, t)
		} else {
			dumpPath(&b, item.Path)
		}
	}
	return b.String()
}

func dumpText(b *strings.Builder, t *Text) {
	fmt.Fprintf(b, "text %s %s %s %s %s", short(t.X), short(t.Y), [...]string{"left", "middle", "right"}[t.Anchor], short(t.Size), colour.Hex(t.Color))
	if t.Bold {
		b.WriteString(" bold")
	}
	if t.Rotation != 0 {
		b.WriteString(" turned " + short(t.Rotation))
	}
	if t.RTL {
		b.WriteString(" rtl")
	}
	if t.Family != "" {
		b.WriteString(" in " + t.Family)
	}
	fmt.Fprintf(b, " %q\n", t.Value)
	for _, s := range t.Spans {
		fmt.Fprintf(b, "  span %s %s", short(s.Size), colour.Hex(s.Color))
		if s.Bold {
			b.WriteString(" bold")
		}
		fmt.Fprintf(b, " %q\n", s.Value)
	}
}

func dumpPath(b *strings.Builder, p *Path) {
	b.WriteString("path " + p.shape())
	if p.Fill != nil {
		b.WriteString(" fill " + colour.Hex(*p.Fill))
		if p.EvenOdd {
			b.WriteString(" even-odd")
		}
	}
	if g := p.Gradient; g != nil {
		g.dump(b)
		if p.EvenOdd {
			b.WriteString(" even-odd")
		}
	}
	if p.Stroke != nil {
		fmt.Fprintf(b, " stroke %s %s", colour.Hex(*p.Stroke), short(p.Width))
		if p.Cap != 0 || p.Join != 0 {
			fmt.Fprintf(b, " cap %d join %d", p.Cap, p.Join)
		}
		if p.Miter != 0 {
			b.WriteString(" miter " + short(p.Miter))
		}
		if len(p.Dash) > 0 {
			b.WriteString(" dash")
			for _, d := range p.Dash {
				b.WriteString(" " + short(d))
			}
			if p.DashOffset != 0 {
				b.WriteString(" from " + short(p.DashOffset))
			}
		}
	}
	for clip := p.Clip; clip != nil; clip = clip.Clip {
		b.WriteString(" clip " + clip.shape())
	}
	b.WriteByte('\n')
}

func (g *Gradient) dump(b *strings.Builder) {
	if g.Radial {
		fmt.Fprintf(b, " radial from %s,%s", short(g.Focus.X), short(g.Focus.Y))
	} else {
		b.WriteString(" linear")
	}
	for i, v := range g.Place {
		b.WriteString([...]string{" (", " ", " ", " ", " ", " "}[i] + short(v))
	}
	b.WriteByte(')')
	for _, s := range g.Stops {
		fmt.Fprintf(b, " %s%% %s", short(100*s.Offset), colour.Hex(s.Color))
	}
}

// shape is the verbs, each run of one verb counted, and the box of the points.
func (p *Path) shape() string {
	var b strings.Builder
	for i := 0; i < len(p.Verbs); {
		n := i
		for n < len(p.Verbs) && p.Verbs[n] == p.Verbs[i] {
			n++
		}
		b.WriteByte(byte(p.Verbs[i]))
		if n-i > 1 {
			b.WriteString(strconv.Itoa(n - i))
		}
		i = n
		if b.Len() > 24 {
			b.WriteString("…" + strconv.Itoa(len(p.Verbs)))
			break
		}
	}
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range p.Points {
		minX, minY, maxX, maxY = min(minX, q.X), min(minY, q.Y), max(maxX, q.X), max(maxY, q.Y)
	}
	return fmt.Sprintf("%s %s,%s–%s,%s", b.String(), short(minX), short(minY), short(maxX), short(maxY))
}

// short prints a number with one decimal at most.
func short(v float64) string {
	v = math.Round(v*10) / 10
	if v == 0 {
		v = 0 // not -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
