package svg

import (
	"fmt"
	"math"

	"warraq/charts/scene"
)

// An Outline is a path that is still being drawn.
type Outline struct {
	Verbs  []scene.Verb
	Points []scene.Point
}

func (o *Outline) move(p scene.Point) { o.add(scene.MoveTo, p) }
func (o *Outline) line(p scene.Point) { o.add(scene.LineTo, p) }
func (o *Outline) close()             { o.add(scene.Close) }

func (o *Outline) add(v scene.Verb, p ...scene.Point) {
	o.Verbs = append(o.Verbs, v)
	o.Points = append(o.Points, p...)
}

// Append adds what other draws.
func (o *Outline) Append(other Outline) {
	o.Verbs = append(o.Verbs, other.Verbs...)
	o.Points = append(o.Points, other.Points...)
}

// Transform returns the outline under a matrix.
func (o Outline) Transform(m Matrix) Outline {
	t := Outline{Verbs: o.Verbs, Points: make([]scene.Point, len(o.Points))}
	for i, p := range o.Points {
		t.Points[i] = m.Apply(p)
	}
	return t
}

// A Box is a rectangle by its corners.
type Box struct{ MinX, MinY, MaxX, MaxY float64 }

// Bounds returns the box of all points, control points among them.
func (o Outline) Bounds() Box {
	b := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range o.Points {
		b.MinX, b.MaxX = min(b.MinX, p.X), max(b.MaxX, p.X)
		b.MinY, b.MaxY = min(b.MinY, p.Y), max(b.MaxY, p.Y)
	}
	return b
}

// Meets reports whether two boxes share an area.
func (b Box) Meets(o Box) bool {
	return b.MinX < o.MaxX && o.MinX < b.MaxX && b.MinY < o.MaxY && o.MinY < b.MaxY
}

// A pen follows the commands of path data (SVG 1.1 §8.3).
type pen struct {
	Outline
	scanner
	at, start scene.Point
	// control is the last control point, which S and T reflect; last says
	// which command set it.
	control scene.Point
	last    byte
}

// ParsePath reads path data.
func ParsePath(d string) (Outline, error) {
	p := pen{scanner: scanner{s: d}}
	var command byte
	for !p.done() {
		if c := p.s[p.pos]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			command = c
			p.pos++
		} else if command == 0 || command|0x20 == 'z' {
			return p.Outline, fmt.Errorf("svg: no command at %d in path %q", p.pos, Shorten(d))
		}
		if len(p.Verbs) == 0 && command|0x20 != 'm' {
			return p.Outline, fmt.Errorf("svg: path %q does not begin with a move", Shorten(d))
		}
		if err := p.do(command); err != nil {
			return p.Outline, err
		}
		p.last = command | 0x20
		// Further pairs after a move are lines.
		switch command {
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
	return p.Outline, nil
}

func (p *pen) do(command byte) error {
	relative := command >= 'a'
	if p.last == 'z' && command|0x20 != 'm' && command|0x20 != 'z' {
		p.move(p.at) // drawing goes on from where the closed part began
	}
	switch command | 0x20 {
	case 'm', 'l':
		to, err := p.point(relative)
		if err != nil {
			return err
		}
		if command|0x20 == 'm' {
			p.move(to)
			p.start = to
		} else {
			p.line(to)
		}
		p.at = to
	case 'h', 'v':
		v, err := p.number()
		if err != nil {
			return err
		}
		to := p.at
		coordinate := &to.X
		if command|0x20 == 'v' {
			coordinate = &to.Y
		}
		if relative {
			v += *coordinate
		}
		*coordinate = v
		p.line(to)
		p.at = to
	case 'c', 's':
		return p.cubic(command|0x20 == 's', relative)
	case 'q', 't':
		return p.quadratic(command|0x20 == 't', relative)
	case 'a':
		return p.arc(relative)
	case 'z':
		p.close()
		p.at = p.start
	default:
		return fmt.Errorf("svg: path command %q", string(command))
	}
	return nil
}

func (p *pen) point(relative bool) (scene.Point, error) {
	x, err := p.number()
	if err != nil {
		return scene.Point{}, err
	}
	y, err := p.number()
	if relative {
		x, y = x+p.at.X, y+p.at.Y
	}
	return scene.Point{X: x, Y: y}, err
}

// reflected is the last control point mirrored at the current point, if the
// last command was one of the two named.
func (p *pen) reflected(curve, smooth byte) scene.Point {
	if p.last != curve && p.last != smooth {
		return p.at
	}
	return scene.Point{X: 2*p.at.X - p.control.X, Y: 2*p.at.Y - p.control.Y}
}

func (p *pen) cubic(smooth, relative bool) error {
	first := p.reflected('c', 's')
	if !smooth {
		var err error
		if first, err = p.point(relative); err != nil {
			return err
		}
	}
	second, err := p.point(relative)
	if err != nil {
		return err
	}
	to, err := p.point(relative)
	if err != nil {
		return err
	}
	p.add(scene.CurveTo, first, second, to)
	p.control, p.at = second, to
	return nil
}

func (p *pen) quadratic(smooth, relative bool) error {
	control := p.reflected('q', 't')
	if !smooth {
		var err error
		if control, err = p.point(relative); err != nil {
			return err
		}
	}
	to, err := p.point(relative)
	if err != nil {
		return err
	}
	// A quadratic is the cubic whose control points lie two thirds of the way.
	third := func(from scene.Point) scene.Point {
		return scene.Point{X: from.X + (control.X-from.X)*2/3, Y: from.Y + (control.Y-from.Y)*2/3}
	}
	p.add(scene.CurveTo, third(p.at), third(to), to)
	p.control, p.at = control, to
	return nil
}

func (p *pen) arc(relative bool) error {
	rx, err := p.number()
	if err != nil {
		return err
	}
	ry, err := p.number()
	if err != nil {
		return err
	}
	turn, err := p.number()
	if err != nil {
		return err
	}
	large, err := p.flag()
	if err != nil {
		return err
	}
	sweep, err := p.flag()
	if err != nil {
		return err
	}
	to, err := p.point(relative)
	if err != nil {
		return err
	}
	p.Outline.Append(arc(p.at, to, math.Abs(rx), math.Abs(ry), turn*math.Pi/180, large, sweep))
	p.at = to
	return nil
}

// arc draws an elliptical arc as cubics, a quarter each at most (SVG 1.1 §F.6).
func arc(from, to scene.Point, rx, ry, turn float64, large, sweep bool) Outline {
	var o Outline
	if from == to {
		return o
	}
	if rx == 0 || ry == 0 {
		o.line(to)
		return o
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := cos*dx+sin*dy, -sin*dx+cos*dy
	if grow := math.Sqrt(x*x/(rx*rx) + y*y/(ry*ry)); grow > 1 {
		rx, ry = rx*grow, ry*grow
	}
	factor := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x)/(rx*rx*y*y+ry*ry*x*x)))
	if large == sweep {
		factor = -factor
	}
	centreX, centreY := factor*rx*y/ry, -factor*ry*x/rx
	place := Matrix{cos * rx, sin * rx, -sin * ry, cos * ry,
		cos*centreX - sin*centreY + (from.X+to.X)/2, sin*centreX + cos*centreY + (from.Y+to.Y)/2}
	begin := math.Atan2((y-centreY)/ry, (x-centreX)/rx)
	sweepAngle := math.Atan2((-y-centreY)/ry, (-x-centreX)/rx) - begin
	if sweep && sweepAngle < 0 {
		sweepAngle += 2 * math.Pi
	} else if !sweep && sweepAngle > 0 {
		sweepAngle -= 2 * math.Pi
	}
	pieces := max(1, int(math.Ceil(math.Abs(sweepAngle)/(math.Pi/2)-1e-9)))
	step := sweepAngle / float64(pieces)
	reach := 4.0 / 3 * math.Tan(step/4)
	for i := range pieces {
		sin0, cos0 := math.Sincos(begin + float64(i)*step)
		sin1, cos1 := math.Sincos(begin + float64(i+1)*step)
		end := place.Apply(scene.Point{X: cos1, Y: sin1})
		if i == pieces-1 {
			end = to
		}
		o.add(scene.CurveTo, place.Apply(scene.Point{X: cos0 - reach*sin0, Y: sin0 + reach*cos0}),
			place.Apply(scene.Point{X: cos1 + reach*sin1, Y: sin1 - reach*cos1}), end)
	}
	return o
}
