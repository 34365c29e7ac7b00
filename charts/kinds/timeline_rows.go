package kinds

import (
	"math"
	"slices"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// eventRows draws a row for each event: its name at the side, its mark on the
// time axis, its dates beside the mark.
func eventRows(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	events := g.Events
	names := make([]string, len(events))
	for i, e := range events {
		names[i] = v.Wrap(v.Label(e.Name), v.Width*labelShare)
	}
	scale, nameX, align := rowScale(v, events, names)
	row := max(float64(canvas.Tallest(names))*v.Leading()+5, barHeight(v)+5)
	k := v.Sketch()
	foot := row * float64(len(events))
	rowLines(v, k, scale, foot)
	marks := make([]mark, len(events))
	for i, e := range events {
		y := row * (float64(i) + 0.5)
		k.Text(names[i], nameX, y, align, canvas.TextStyle{})
		marks[i] = scale.mark(e, y)
		besideMark(v, k, scale, e, marks[i], v.Label(v.Speaker().Dates(e)))
	}
	ruler(v, k, scale, foot)
	return timelineDrawing(v, k, g, marks, foot+rulerHeight(v))
}

// rowScale leaves room for the names of rows, and says where they stand.
func rowScale(v *canvas.Canvas, events []grid.Event, names []string) (s timeScale, x float64, align string) {
	side := v.Widest(names) + 2*canvas.LabelGap
	if v.RTL {
		return newTimeScale(v, events, 0, v.Width-side), v.Width, "right"
	}
	return newTimeScale(v, events, side, v.Width-side), 0, "left"
}

// rowLines draws the ticks through all rows.
func rowLines(v *canvas.Canvas, k *canvas.Sketch, s timeScale, foot float64) {
	edge := s.left
	if v.RTL {
		edge += s.width
	}
	for _, t := range s.ticks {
		x := s.x(t.at)
		color := v.Palette.Grid
		if math.Abs(x-edge) < 0.01 {
			color = v.Palette.Axis // beside the names
		}
		k.Line(x, 0, x, foot, color, 0.5, canvas.BelowSeries)
	}
}

// mark is the place of an event in a row.
func (s timeScale) mark(e grid.Event, y float64) mark {
	if !e.Period() {
		return mark{x: s.x(e.When.First), y: y}
	}
	from, to := s.x(e.When.First), s.x(e.To.Last)
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
func besideMark(v *canvas.Canvas, k *canvas.Sketch, s timeScale, e grid.Event, m mark, text string) (left, right float64) {
	p := v.Palette
	if m.width >= v.TextWidth(text)+8 {
		k.Text(text, m.x+m.width/2, m.y, "center", canvas.TextStyle{Color: p.On(p.Color(0))})
		return m.x, m.x + m.width
	}
	text, before := besideText(v, s, m, text)
	markLeft, markRight := m.reach()
	width := v.TextWidth(text)
	if before {
		k.Text(text, markLeft-canvas.LabelGap, m.y, "right", canvas.TextStyle{Ground: p.Ground})
		return markLeft - canvas.LabelGap - width, markRight
	}
	k.Text(text, markRight+canvas.LabelGap, m.y, "left", canvas.TextStyle{Ground: p.Ground})
	return markLeft, markRight + canvas.LabelGap + width
}

// besideText wraps a text to the room beside a mark, and says whether it stands
// to the left of it: where there is more room, unless the right has enough.
func besideText(v *canvas.Canvas, s timeScale, m mark, text string) (wrapped string, before bool) {
	markLeft, markRight := m.reach()
	leftRoom, rightRoom := markLeft-canvas.LabelGap-s.left, s.left+s.width-markRight-canvas.LabelGap-2
	before = v.TextWidth(text) > rightRoom && leftRoom > rightRoom
	return v.Wrap(text, max(leftRoom*boolean(before)+rightRoom*boolean(!before), 40)), before
}

// lanes draws a row for each lane. Events that would meet stand one under
// another in it.
func lanes(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	names := v.Wrapped(g.Lanes, v.Width*0.3)
	scale, nameX, align := rowScale(v, g.Events, names)
	k := v.Sketch()
	marks := make([]mark, len(g.Events))
	type written struct {
		event int
		y     float64
	}
	var texts []written
	var edges []float64 // where one lane ends and the next begins
	y := 0.0
	for lane, name := range names {
		rows := packLane(v, g.Events, lane, scale)
		start := y
		y += 3
		for _, row := range rows {
			tall := barHeight(v) + 4
			for _, i := range row {
				text, _ := besideText(v, scale, scale.mark(g.Events[i], 0), v.Label(g.Events[i].Name))
				tall = max(tall, float64(canvas.Lines(text))*v.Leading()+4)
			}
			for _, i := range row {
				marks[i] = scale.mark(g.Events[i], y+tall/2)
				texts = append(texts, written{i, y + tall/2})
			}
			y += tall
		}
		y = max(y+3, start+float64(canvas.Lines(name))*v.Leading()+5)
		k.Text(name, nameX, (start+y)/2, align, canvas.TextStyle{})
		edges = append(edges, y)
	}
	lines := v.Sketch()
	rowLines(v, lines, scale, y)
	for _, edge := range edges[:len(edges)-1] {
		lines.Line(0, edge, v.Width, edge, v.Palette.Grid, 0.5, canvas.BelowSeries)
	}
	for _, t := range texts {
		besideMark(v, k, scale, g.Events[t.event], marks[t.event], v.Label(g.Events[t.event].Name))
	}
	ruler(v, k, scale, y)
	k.Over(lines)
	return timelineDrawing(v, k, g, marks, y+rulerHeight(v))
}

// packLane spreads the events of a lane over as few rows as keep marks and
// names apart; events are in the order of time.
func packLane(v *canvas.Canvas, events []grid.Event, lane int, s timeScale) (rows [][]int) {
	type side struct{ left, right float64 }
	var taken [][]side
	scratch := v.Sketch()
	for i, e := range events {
		if e.Lane != lane {
			continue
		}
		left, right := besideMark(v, scratch, s, e, s.mark(e, 0), v.Label(e.Name))
		free := slices.IndexFunc(taken, func(row []side) bool {
			return !slices.ContainsFunc(row, func(o side) bool { return left < o.right+canvas.LabelGap && o.left < right+canvas.LabelGap })
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
