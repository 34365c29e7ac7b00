package maps

import (
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/scene"
)

// A entry is one swatch or mark of a legend with what it stands for. Style
// is nil where there is text alone.
type entry struct {
	Text   string
	Style  map[string]any
	Symbol string  // of a mark
	Size   float64 // the mark's diameter
	Width  float64 // what the swatch takes
	// X and Y are the middle of the swatch; Left and Right bound the text.
	X, Y, Left, Right float64
}

// A legend stands under a map.
type legend struct {
	rows   [][]entry
	height float64
}

// layLegend places a legend under the map, row by row from the side that the
// text is read from. It begins with what the values are.
func (m *worldMap) layLegend(entries []entry) legend {
	if title := m.legendTitle(); title != "" {
		entries = append([]entry{{Text: title}}, entries...)
	}
	const above = 8.0
	l := legend{}
	var row []entry
	used, top := 0.0, m.layout.Height+above
	finish := func() {
		tall := m.Leading()
		for _, e := range row {
			tall = max(tall, e.Size+2, float64(canvas.Lines(e.Text))*m.Leading())
		}
		for i := range row {
			row[i].Y = top + tall/2
		}
		top += tall + m.Leading()*(canvas.LegendRow-1)
		l.rows = append(l.rows, row)
		row, used = nil, 0
	}
	for _, e := range entries {
		e.Text = m.Wrap(e.Text, m.Width-e.Width-canvas.SwatchGap)
		wide := m.TextWidth(e.Text)
		if e.Style != nil {
			wide += e.Width + canvas.SwatchGap
		}
		if len(row) > 0 && used+canvas.LegendGap+wide > m.Width {
			finish()
		}
		if len(row) > 0 {
			used += canvas.LegendGap
		}
		e.Left, e.Right = used, used+wide
		if e.Style != nil {
			e.X, e.Left = used+e.Width/2, used+e.Width+canvas.SwatchGap
		}
		if m.RTL {
			e.X, e.Left, e.Right = m.Width-e.X, m.Width-e.Right, m.Width-e.Left
		}
		row = append(row, e)
		used += wide
	}
	if len(row) > 0 {
		finish()
	}
	l.height = top - m.layout.Height
	return l
}

// legendTitle says what is shown and what it is counted in.
func (m *worldMap) legendTitle() string {
	s := 0
	if amount := m.grid.SeriesOf(grid.Amount); amount >= 0 {
		s = amount
	} else if len(m.grid.Series) > 1 {
		return ""
	}
	title := m.Label(m.grid.Series[s])
	if unit := strings.Join(strings.Fields(m.grid.UnitOf(s)), " "); unit != "" && !grid.IsPercent(unit) && grid.UnitInName(m.grid.Series[s]) != unit {
		title += " (" + m.Label(unit) + ")"
	}
	title += ":"
	if m.RTL && !scene.RTL(title) {
		title = scene.RightToLeft + title // the colon follows a Latin name on the side that lines end on
	}
	return title
}

// writeLegend writes the words of the legend; ECharts draws its swatches.
func (m *worldMap) writeLegend(s *scene.Scene) {
	for i, row := range m.legend.rows {
		for k, e := range row {
			color := m.Palette.Text
			if i == 0 && k == 0 && e.Style == nil {
				color = m.Palette.Muted
			}
			m.Write(s, e.Text, color, e.Left, e.Right, e.Y-float64(canvas.Lines(e.Text))*m.Leading()/2)
		}
	}
}
