package vector

import (
	"fmt"
	"math"

	"warraq/charts/scene"
)

// An outline is a path that is still being drawn.
type outline struct {
	verbs  []scene.Verb
	points []scene.Point
}

func (o *outline) move(p scene.Point) { o.add(scene.MoveTo, p) }
func (o *outline) line(p scene.Point) { o.add(scene.LineTo, p) }
func (o *outline) close()             { o.add(scene.Close) }

func (o *outline) add(v scene.Verb, p ...scene.Point) {
	o.verbs = append(o.verbs, v)
	o.points = append(o.points, p...)
}

// append adds what other draws.
func (o *outline) append(other outline) {
	o.verbs = append(o.verbs, other.verbs...)
	o.points = append(o.points, other.points...)
}

// transform returns the outline under a matrix.
func (o outline) transform(m matrix) outline {
	t := outline{verbs: o.verbs, points: make([]scene.Point, len(o.points))}
	for i, p := range o.points {
		t.points[i] = m.apply(p)
	}
	return t
}

// A box is a rectangle by its corners.
type box struct{ minX, minY, maxX, maxY float64 }

// bounds returns the box of all points, control points among them.
func (o outline) bounds() box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range o.points {
		b.minX, b.maxX = min(b.minX, p.X), max(b.maxX, p.X)
		b.minY, b.maxY = min(b.minY, p.Y), max(b.maxY, p.Y)
	}
	return b
}

func rectangle(x, y, w, h float64) outline {
	var o outline
	o.move(scene.Point{X: x, Y: y})
	o.line(scene.Point{X: x + w, Y: y})
	o.line(scene.Point{X: x + w, Y: y + h})
	o.line(scene.Point{X: x, Y: y + h})
	o.close()
	return o
}

// kappa is where the control points of a quarter circle of radius 1 lie.
const kappa = 0.5522847498307936

func ellipse(cx, cy, rx, ry float64) outline {
	var o outline
	at := func(x, y float64) scene.Point { return scene.Point{X: cx + x*rx, Y: cy + y*ry} }
	o.move(at(1, 0))
	o.add(scene.CurveTo, at(1, kappa), at(kappa, 1), at(0, 1))
	o.add(scene.CurveTo, at(-kappa, 1), at(-1, kappa), at(-1, 0))
	o.add(scene.CurveTo, at(-1, -kappa), at(-kappa, -1), at(0, -1))
	o.add(scene.CurveTo, at(kappa, -1), at(1, -kappa), at(1, 0))
	o.close()
	return o
}

func rounded(x, y, w, h, rx, ry float64) outline {
	rx, ry = min(rx, w/2), min(ry, h/2)
	var o outline
	corner := func(fromX, fromY, toX, toY, cornerX, cornerY float64) {
		from, to := scene.Point{X: fromX, Y: fromY}, scene.Point{X: toX, Y: toY}
		bend := func(p scene.Point) scene.Point {
			return scene.Point{X: p.X + (cornerX-p.X)*kappa, Y: p.Y + (cornerY-p.Y)*kappa}
		}
		o.line(from)
		o.add(scene.CurveTo, bend(from), bend(to), to)
	}
	o.move(scene.Point{X: x + rx, Y: y})
	corner(x+w-rx, y, x+w, y+ry, x+w, y)
	corner(x+w, y+h-ry, x+w-rx, y+h, x+w, y+h)
	corner(x+rx, y+h, x, y+h-ry, x, y+h)
	corner(x, y+ry, x+rx, y, x, y)
	o.close()
	return o
}

// polygon reads the points of a polyline, which is closed on demand.
func polygon(list string, closed bool) (outline, error) {
	var o outline
	v, err := parseNumbers(list)
	if err != nil {
		return o, err
	}
	if len(v)%2 != 0 {
		return o, fmt.Errorf("svg: odd number of coordinates in %q", shorten(list))
	}
	for i := 0; i+1 < len(v); i += 2 {
		p := scene.Point{X: v[i], Y: v[i+1]}
		if i == 0 {
			o.move(p)
		} else {
			o.line(p)
		}
	}
	if closed && len(v) > 0 {
		o.close()
	}
	return o, nil
}

// A pen follows the commands of path data (SVG 1.1 §8.3).
type pen struct {
	outline
	scanner
	at, start scene.Point
	// control is the last control point, which S and T reflect; last says
	// which command set it.
	control scene.Point
	last    byte
}

// parsePath reads path data.
func parsePath(d string) (outline, error) {
	p := pen{scanner: scanner{s: d}}
	var command byte
	for !p.done() {
		if c := p.s[p.pos]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			command = c
			p.pos++
		} else if command == 0 || command|0x20 == 'z' {
			return p.outline, fmt.Errorf("svg: no command at %d in path %q", p.pos, shorten(d))
		}
		if len(p.verbs) == 0 && command|0x20 != 'm' {
			return p.outline, fmt.Errorf("svg: path %q does not begin with a move", shorten(d))
		}
		if err := p.do(command); err != nil {
			return p.outline, err
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
	return p.outline, nil
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
	p.outline.append(arc(p.at, to, math.Abs(rx), math.Abs(ry), turn*math.Pi/180, large, sweep))
	p.at = to
	return nil
}

// arc draws an elliptical arc as cubics, a quarter each at most (SVG 1.1 §F.6).
func arc(from, to scene.Point, rx, ry, turn float64, large, sweep bool) outline {
	var o outline
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
	place := matrix{cos * rx, sin * rx, -sin * ry, cos * ry,
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
		end := place.apply(scene.Point{X: cos1, Y: sin1})
		if i == pieces-1 {
			end = to
		}
		o.add(scene.CurveTo, place.apply(scene.Point{X: cos0 - reach*sin0, Y: sin0 + reach*cos0}),
			place.apply(scene.Point{X: cos1 + reach*sin1, Y: sin1 - reach*cos1}), end)
	}
	return o
}
