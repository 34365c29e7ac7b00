package charts

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image/color"
	"math"
	"strconv"

	"warraq/charts/scene"
)

// drawingVersion changes when the same option gives another scene: with the
// library, the engine, the converter, what is placed once the shapes are, or the
// form of a kept scene. A test compares it with what samples came to before.
const drawingVersion = "6"

// sceneSuffix ends the names of kept scenes.
const sceneSuffix = ".scene"

// key names the scene of a layout: all that it depends on is in the hash.
func (p *Plotter) key(l *layout) string {
	h := sha256.New()
	o := p.options
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%s\x00", drawingVersion, o.Fonts, o.Digits, o.Words.Tag, strconv.FormatBool(l.Mirror))
	for _, x := range []float64{l.Width, l.Height, o.Size, o.LineHeight, o.Ascent, o.Descent} {
		binary.Write(h, binary.LittleEndian, x)
	}
	h.Write(l.Option)
	if l.Extra != "" {
		fmt.Fprintf(h, "\x00%s", l.Extra)
	}
	return hex.EncodeToString(h.Sum(nil)[:20]) + sceneSuffix
}

func (p *Plotter) cachedScene(key string) (*scene.Scene, bool) {
	data, ok := p.cache.Get(key)
	if !ok {
		return nil, false
	}
	s, err := unmarshal(data)
	return s, err == nil
}

// An encoder writes a scene. Coordinates are whole thousandths of a point, as
// the converter leaves them.
type encoder struct{ b []byte }

func (e *encoder) int(v int) { e.b = binary.AppendVarint(e.b, int64(v)) }

func (e *encoder) float(v float64) { e.b = binary.AppendVarint(e.b, int64(math.Round(v*1000))) }

func (e *encoder) text(s string) { e.int(len(s)); e.b = append(e.b, s...) }

func (e *encoder) color(c color.NRGBA) { e.b = append(e.b, c.R, c.G, c.B, c.A) }

func (e *encoder) bool(v bool) {
	if v {
		e.int(1)
	} else {
		e.int(0)
	}
}

func (e *encoder) colorIf(c *color.NRGBA) {
	e.bool(c != nil)
	if c != nil {
		e.color(*c)
	}
}

func (e *encoder) outline(p *scene.Path) {
	e.int(len(p.Verbs))
	for _, v := range p.Verbs {
		e.b = append(e.b, byte(v))
	}
	e.int(len(p.Points))
	x, y := 0, 0
	for _, point := range p.Points {
		nextX, nextY := int(math.Round(point.X*1000)), int(math.Round(point.Y*1000))
		e.int(nextX - x)
		e.int(nextY - y)
		x, y = nextX, nextY
	}
	e.bool(p.EvenOdd)
}

// marshal writes a scene for the cache.
func marshal(s *scene.Scene) []byte {
	e := &encoder{}
	e.float(s.Width)
	e.float(s.Height)
	e.int(len(s.Items))
	for _, item := range s.Items {
		e.bool(item.Text != nil)
		if t := item.Text; t != nil {
			e.float(t.X)
			e.float(t.Y)
			e.int(int(t.Anchor))
			e.float(t.Rotation)
			e.text(t.Value)
			e.bool(t.RTL)
			e.float(t.Size)
			e.bool(t.Bold)
			e.color(t.Color)
			continue
		}
		p := item.Path
		e.outline(p)
		e.colorIf(p.Fill)
		e.colorIf(p.Stroke)
		e.float(p.Width)
		e.int(len(p.Dash))
		for _, d := range p.Dash {
			e.float(d)
		}
		e.float(p.DashOffset)
		e.int(p.Cap)
		e.int(p.Join)
		e.bool(p.Clip != nil)
		if p.Clip != nil {
			e.outline(p.Clip)
		}
	}
	return e.b
}

// A decoder reads what an encoder wrote. After the first error all it returns
// is zero.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) int() int {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return int(v)
}

func (d *decoder) fail() {
	if d.err == nil {
		d.err = errors.New("a kept scene is damaged")
	}
	d.b = nil
}

// count reads a length of things that take at least size bytes each.
func (d *decoder) count(size int) int {
	n := d.int()
	if n < 0 || n > len(d.b)/size {
		d.fail()
		return 0
	}
	return n
}

func (d *decoder) float() float64 { return float64(d.int()) / 1000 }

func (d *decoder) bool() bool { return d.int() != 0 }

func (d *decoder) bytes(n int) []byte {
	if n > len(d.b) {
		d.fail()
		return make([]byte, n)
	}
	b := d.b[:n]
	d.b = d.b[n:]
	return b
}

func (d *decoder) text() string { return string(d.bytes(d.count(1))) }

func (d *decoder) color() color.NRGBA {
	b := d.bytes(4)
	return color.NRGBA{R: b[0], G: b[1], B: b[2], A: b[3]}
}

func (d *decoder) colorIf() *color.NRGBA {
	if !d.bool() {
		return nil
	}
	c := d.color()
	return &c
}

func (d *decoder) outline(p *scene.Path) {
	need := 0
	p.Verbs = make([]scene.Verb, d.count(1))
	for i, b := range d.bytes(len(p.Verbs)) {
		p.Verbs[i] = scene.Verb(b)
		switch p.Verbs[i] {
		case scene.MoveTo, scene.LineTo:
			need++
		case scene.CurveTo:
			need += 3
		case scene.Close:
		default:
			d.fail()
		}
	}
	n := d.count(2)
	if n != need {
		d.fail()
		return
	}
	p.Points = make([]scene.Point, n)
	x, y := 0, 0
	for i := range p.Points {
		x, y = x+d.int(), y+d.int()
		p.Points[i] = scene.Point{X: float64(x) / 1000, Y: float64(y) / 1000}
	}
	p.EvenOdd = d.bool()
}

// unmarshal reads a scene from the cache.
func unmarshal(data []byte) (*scene.Scene, error) {
	d := &decoder{b: data}
	s := &scene.Scene{Width: d.float(), Height: d.float()}
	s.Items = make([]scene.Item, 0, d.count(4))
	for range cap(s.Items) {
		if d.err != nil {
			return nil, d.err
		}
		s.Items = append(s.Items, d.item())
	}
	if d.err == nil && len(d.b) > 0 {
		d.fail()
	}
	if d.err != nil {
		return nil, d.err
	}
	return s, nil
}

func (d *decoder) item() scene.Item {
	if d.bool() {
		return scene.Item{Text: &scene.Text{
			X: d.float(), Y: d.float(), Anchor: scene.Anchor(d.int()), Rotation: d.float(), Value: d.text(),
			RTL: d.bool(), Size: d.float(), Bold: d.bool(), Color: d.color(),
		}}
	}
	p := &scene.Path{}
	d.outline(p)
	p.Fill, p.Stroke, p.Width = d.colorIf(), d.colorIf(), d.float()
	if n := d.count(1); n > 0 {
		p.Dash = make([]float64, n)
		for i := range p.Dash {
			p.Dash[i] = d.float()
		}
	}
	p.DashOffset, p.Cap, p.Join = d.float(), d.int(), d.int()
	if d.bool() {
		p.Clip = &scene.Path{}
		d.outline(p.Clip)
	}
	return scene.Item{Path: p}
}
