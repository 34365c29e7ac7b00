package charts

import (
	"strings"

	"warraq/charts/scene"
)

// A mapEntry is one swatch or mark of a legend with what it stands for. Style
// is nil where there is text alone.
type mapEntry struct {
	Text   string
	Style  map[string]any
	Symbol string  // of a mark
	Size   float64 // the mark's diameter
	Width  float64 // what the swatch takes
	// X and Y are the middle of the swatch; Left and Right bound the text.
	X, Y, Left, Right float64
}

// A mapLegend stands under a map.
type mapLegend struct {
	rows   [][]mapEntry
	height float64
}

// layLegend places a legend under the map, row by row from the side that the
// text is read from. It begins with what the values are.
func (m *worldMap) layLegend(entries []mapEntry) mapLegend {
	if title := m.legendTitle(); title != "" {
		entries = append([]mapEntry{{Text: title}}, entries...)
	}
	const above = 8.0
	l := mapLegend{}
	var row []mapEntry
	used, top := 0.0, m.layout.Height+above
	finish := func() {
		tall := m.leading()
		for _, e := range row {
			tall = max(tall, e.Size+2, float64(lines(e.Text))*m.leading())
		}
		for i := range row {
			row[i].Y = top + tall/2
		}
		top += tall + m.leading()*(legendRow-1)
		l.rows = append(l.rows, row)
		row, used = nil, 0
	}
	for _, e := range entries {
		e.Text = m.wrap(e.Text, m.width-e.Width-swatchGap)
		wide := m.measure(e.Text)
		if e.Style != nil {
			wide += e.Width + swatchGap
		}
		if len(row) > 0 && used+legendGap+wide > m.width {
			finish()
		}
		if len(row) > 0 {
			used += legendGap
		}
		e.Left, e.Right = used, used+wide
		if e.Style != nil {
			e.X, e.Left = used+e.Width/2, used+e.Width+swatchGap
		}
		if m.rtl {
			e.X, e.Left, e.Right = m.width-e.X, m.width-e.Right, m.width-e.Left
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
	if amount := m.grid.column(mapAmount); amount >= 0 {
		s = amount
	} else if len(m.grid.series) > 1 {
		return ""
	}
	title := m.label(m.grid.series[s])
	if unit := strings.Join(strings.Fields(m.grid.unitOf(s)), " "); unit != "" && !isPercent(unit) {
		title += " (" + m.label(unit) + ")"
	}
	return title + ":"
}

// writeLegend writes the words of the legend; ECharts draws its swatches.
func (m *worldMap) writeLegend(s *scene.Scene) {
	for i, row := range m.legend.rows {
		for k, e := range row {
			color := m.Palette.Text
			if i == 0 && k == 0 && e.Style == nil {
				color = m.Palette.Muted
			}
			m.write(s, e.Text, color, e.Left, e.Right, e.Y-float64(lines(e.Text))*m.leading()/2)
		}
	}
}
