package charts

import (
	"math"
	"slices"
)

// eventRows draws a row for each event: its name at the side, its mark on the
// time axis, its dates beside the mark.
func (v *canvas) eventRows(events []event) drawing {
	names := make([]string, len(events))
	for i, e := range events {
		names[i] = v.wrap(v.label(e.name), v.width*labelShare)
	}
	scale, nameX, align := v.rowScale(events, names)
	row := max(float64(tallest(names))*v.leading()+5, v.barHeight()+5)
	k := v.sketch()
	foot := row * float64(len(events))
	v.rowLines(k, scale, foot)
	marks := make([]mark, len(events))
	for i, e := range events {
		y := row * (float64(i) + 0.5)
		k.text(names[i], nameX, y, align, textStyle{})
		marks[i] = scale.mark(e, y)
		v.besideMark(k, scale, e, marks[i], v.label(e.dates(v.system)))
	}
	v.ruler(k, scale, foot)
	return v.timelineDrawing(k, events, marks, foot+v.rulerHeight())
}

// rowScale leaves room for the names of rows, and says where they stand.
func (v *canvas) rowScale(events []event, names []string) (s timeScale, x float64, align string) {
	side := v.widest(names) + 2*labelGap
	if v.rtl {
		return v.timeScale(events, 0, v.width-side), v.width, "right"
	}
	return v.timeScale(events, side, v.width-side), 0, "left"
}

// rowLines draws the ticks through all rows.
func (v *canvas) rowLines(k *sketch, s timeScale, foot float64) {
	edge := s.left
	if v.rtl {
		edge += s.width
	}
	for _, t := range s.ticks {
		x := s.x(t.at)
		color := v.Palette.Grid
		if math.Abs(x-edge) < 0.01 {
			color = v.Palette.Axis // beside the names
		}
		k.line(x, 0, x, foot, color, 0.5, belowSeries)
	}
}

// mark is the place of an event in a row.
func (s timeScale) mark(e event, y float64) mark {
	if !e.period() {
		return mark{x: s.x(e.when.first), y: y}
	}
	from, to := s.x(e.when.first), s.x(e.to.last)
	left := min(from, to)
	// The shortest period is still seen.
	return mark{x: left, width: max(math.Abs(to-from), 1.5), y: y}
}

// reach is the part of a row that a mark takes, with air around it.
func (m mark) reach() (left, right float64) {
	half := dotSize / 2 * boolean(m.width == 0)
	return m.x - half, m.x + m.width + half
}

// besideMark writes a text on a bar that holds it, else behind the mark, else
// before it, wrapped where it must be. It returns the sides of the text.
func (v *canvas) besideMark(k *sketch, s timeScale, e event, m mark, text string) (left, right float64) {
	p := v.Palette
	if m.width >= v.measure(text)+8 {
		k.text(text, m.x+m.width/2, m.y, "center", textStyle{color: p.on(p.color(0))})
		return m.x, m.x + m.width
	}
	text, before := v.besideText(s, m, text)
	markLeft, markRight := m.reach()
	width := v.measure(text)
	if before {
		k.text(text, markLeft-labelGap, m.y, "right", textStyle{ground: p.Ground})
		return markLeft - labelGap - width, markRight
	}
	k.text(text, markRight+labelGap, m.y, "left", textStyle{ground: p.Ground})
	return markLeft, markRight + labelGap + width
}

// besideText wraps a text to the room beside a mark, and says whether it stands
// to the left of it: where there is more room, unless the right has enough.
func (v *canvas) besideText(s timeScale, m mark, text string) (wrapped string, before bool) {
	markLeft, markRight := m.reach()
	leftRoom, rightRoom := markLeft-labelGap-s.left, s.left+s.width-markRight-labelGap-2
	before = v.measure(text) > rightRoom && leftRoom > rightRoom
	return v.wrap(text, max(leftRoom*boolean(before)+rightRoom*boolean(!before), 40)), before
}

// lanes draws a row for each lane. Events that would meet stand one under
// another in it.
func (v *canvas) lanes(g *grid) drawing {
	names := make([]string, len(g.lanes))
	for i, name := range g.lanes {
		names[i] = v.wrap(v.label(name), v.width*0.3)
	}
	scale, nameX, align := v.rowScale(g.events, names)
	k := v.sketch()
	marks := make([]mark, len(g.events))
	type written struct {
		event int
		y     float64
	}
	var texts []written
	var edges []float64 // where one lane ends and the next begins
	y := 0.0
	for lane, name := range names {
		rows := v.packLane(g.events, lane, scale)
		start := y
		y += 3
		for _, row := range rows {
			tall := v.barHeight() + 4
			for _, i := range row {
				text, _ := v.besideText(scale, scale.mark(g.events[i], 0), v.label(g.events[i].name))
				tall = max(tall, float64(lines(text))*v.leading()+4)
			}
			for _, i := range row {
				marks[i] = scale.mark(g.events[i], y+tall/2)
				texts = append(texts, written{i, y + tall/2})
			}
			y += tall
		}
		y = max(y+3, start+float64(lines(name))*v.leading()+5)
		k.text(name, nameX, (start+y)/2, align, textStyle{})
		edges = append(edges, y)
	}
	lines := v.sketch()
	v.rowLines(lines, scale, y)
	for _, edge := range edges[:len(edges)-1] {
		lines.line(0, edge, v.width, edge, v.Palette.Grid, 0.5, belowSeries)
	}
	for _, t := range texts {
		v.besideMark(k, scale, g.events[t.event], marks[t.event], v.label(g.events[t.event].name))
	}
	v.ruler(k, scale, y)
	k.over(lines)
	return v.timelineDrawing(k, g.events, marks, y+v.rulerHeight())
}

// packLane spreads the events of a lane over as few rows as keep marks and
// names apart; events are in the order of time.
func (v *canvas) packLane(events []event, lane int, s timeScale) (rows [][]int) {
	type side struct{ left, right float64 }
	var taken [][]side
	scratch := v.sketch()
	for i, e := range events {
		if e.lane != lane {
			continue
		}
		left, right := v.besideMark(scratch, s, e, s.mark(e, 0), v.label(e.name))
		free := slices.IndexFunc(taken, func(row []side) bool {
			return !slices.ContainsFunc(row, func(o side) bool { return left < o.right+labelGap && o.left < right+labelGap })
		})
		if free < 0 {
			free = len(taken)
			taken, rows = append(taken, nil), append(rows, nil)
		}
		taken[free] = append(taken[free], side{left, right})
		rows[free] = append(rows[free], i)
	}
	return rows
}
