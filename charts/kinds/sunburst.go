package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Sizes of a sunburst, in points.
const (
	sunburstSize = 250.0 // its diameter
	sunburstHole = 0.22  // of the radius
	listIndent   = 10.0
	// leastBeside is the width of a list that stands beside the rings.
	leastBeside = 150.0
)

// A sector is the piece of a ring that stands for a branch. Angles are
// radians from the top, in the direction of reading.
type sector struct {
	branch   *grid.Branch
	depth    int // 0 is the innermost ring
	top      int // the number of the branch of the first level it belongs to
	from, to float64
	label    string
}

// Sunburst draws a hierarchy as rings, the outermost level inside. Names
// stand upright in the sectors that hold them; beside the rings a list has the
// first level with its amounts and the names that found no room.
func Sunburst(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	root := g.Tree(v.Chart.Sort)
	beside := v.Width-sunburstSize-2*canvas.LegendGap >= leastBeside
	size := min(sunburstSize, v.Width)
	if v.Chart.Height > 0 {
		size = min(v.Chart.Height, v.Width)
		beside = v.Width-size-2*canvas.LegendGap >= leastBeside
	}
	outer := size / 2
	inner := outer * sunburstHole
	ring := (outer - inner) / float64(root.Depth())
	var sectors []*sector
	spread := 2 * math.Pi
	var walk func(b *grid.Branch, depth, top int, from float64)
	walk = func(b *grid.Branch, depth, top int, from float64) {
		for i, child := range b.Branches {
			if depth == 0 {
				top = i
			}
			s := &sector{branch: child, depth: depth, top: top, from: from, to: from + child.Value/root.Value*spread}
			r0 := inner + float64(depth)*ring
			s.label = sectorLabel(v, s, r0, r0+ring, root.Value)
			sectors = append(sectors, s)
			walk(child, depth+1, top, from)
			from = s.to
		}
	}
	walk(root, 0, 0, 0)

	list := sunburstList(v, g, root, sectors)
	height := size
	listX, centerX, listY := 0.0, v.Width/2, size+v.Leading()
	listWidth := v.Width
	if beside {
		listWidth = v.Width - size - 2*canvas.LegendGap
		centerX = size / 2
		if v.RTL {
			centerX = v.Width - size/2
		} else {
			listX = v.Width - listWidth
		}
	}
	k := v.Sketch()
	tall, _ := layList(v, v.Sketch(), list, listX, listWidth, 0)
	if beside {
		height = max(height, tall)
		listY = (height - tall) / 2
	} else {
		height = listY + tall
	}
	_, swatches := layList(v, k, list, listX, listWidth, listY)

	sunburst := echarts.NewSunburst()
	sunburst.AddSeries("", sunburstData(root))
	levels := []any{map[string]any{}}
	for i := range root.Depth() {
		levels = append(levels, map[string]any{"r0": canvas.Page(inner + float64(i)*ring), "r": canvas.Page(inner + float64(i+1)*ring)})
	}
	return canvas.Drawing{Height: height, Chart: sunburst, Option: k.On(v.InPoints(map[string]any{
		"series": []any{map[string]any{
			"center": canvas.Page([]float64{centerX, size / 2}), "radius": canvas.Page([]float64{inner, outer}), "startAngle": 90, "clockwise": !v.RTL,
			"sort": nil, "nodeClick": canvas.Page(false), "levels": levels, "data": sunburstStyles(v, root, sectors),
			"itemStyle": map[string]any{"borderColor": p.Ground, "borderWidth": canvas.Page(1)},
			"label":     map[string]any{"rotate": 0, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading()), "align": "center"},
		}, canvas.Page(swatches)},
	}, height))}
}

// sectorColor is the colour of a sector: that of its first level, the paler the
// farther out.
func sectorColor(v *canvas.Canvas, s *sector) string {
	return canvas.Mix(v.Palette.Branch(s.top), v.Palette.Ground, 0.4*math.Sqrt(float64(s.depth)))
}

// sunburstData is the hierarchy as go-echarts takes it.
func sunburstData(root *grid.Branch) []opts.SunBurstData {
	var below func(b *grid.Branch) []*opts.SunBurstData
	below = func(b *grid.Branch) []*opts.SunBurstData {
		var list []*opts.SunBurstData
		for _, child := range b.Branches {
			list = append(list, &opts.SunBurstData{Value: child.Value, Children: below(child)})
		}
		return list
	}
	var data []opts.SunBurstData
	for _, node := range below(root) {
		data = append(data, *node)
	}
	return data
}

// sunburstStyles has the names, colours and labels of the same hierarchy; the
// sectors stand in the order of a walk, each before what is below it. ECharts
// has no patterns for single sectors; in grey they are known by their names and by
// the order of the list, which is theirs.
func sunburstStyles(v *canvas.Canvas, root *grid.Branch, sectors []*sector) []any {
	p := v.Palette
	next := 0
	var below func(b *grid.Branch) []any
	below = func(b *grid.Branch) []any {
		var list []any
		for range b.Branches {
			s := sectors[next]
			next++
			color := sectorColor(v, s)
			item := map[string]any{"color": color}
			label := map[string]any{"show": canvas.Fitted(s.label != "", true), "formatter": canvas.Page(s.label), "color": p.On(color)}
			// On the page names are shown by their labels alone, so each is the label.
			node := map[string]any{"name": canvas.Fitted(s.label, v.Label(s.branch.Name)), "itemStyle": item, "label": label}
			if s.label == "" {
				node["name"] = canvas.Elsewhere(v.Label(s.branch.Name))
			}
			if children := below(s.branch); children != nil {
				node["children"] = children
			}
			list = append(list, node)
		}
		return list
	}
	return below(root)
}

// sectorLabel returns the text that has room in a sector: the name with its
// share, the name alone, or nothing.
func sectorLabel(v *canvas.Canvas, s *sector, inner, outer, total float64) string {
	name := v.Label(s.branch.Name)
	share := v.Percent(s.branch.Value / total)
	for _, tail := range []string{"\n" + share, ""} {
		for _, room := range []float64{1, 0.75, 0.5, 0.35} {
			text := canvas.ReadingOrder(v.WrapWhole(name, (outer-inner)*2*room) + tail)
			if s.holds(v.TextWidth(text)+3, float64(canvas.Lines(text))*v.Leading(), inner, outer) {
				return text
			}
		}
	}
	return ""
}

// holds reports whether an upright box lies within a sector when it is centred
// in the sector's middle, as ECharts centres a label.
func (s *sector) holds(width, height, inner, outer float64) bool {
	middle, radius := (s.from+s.to)/2, (inner+outer)/2
	x, y := radius*math.Sin(middle), -radius*math.Cos(middle)
	const hair = 1.0
	// The nearest point of the box to the centre, and its corners.
	near := math.Hypot(max(0, math.Abs(x)-width/2), max(0, math.Abs(y)-height/2))
	if near < inner+hair {
		return false
	}
	for _, dx := range []float64{-width / 2, width / 2} {
		for _, dy := range []float64{-height / 2, height / 2} {
			cx, cy := x+dx, y+dy
			distance := math.Hypot(cx, cy)
			if distance > outer-hair {
				return false
			}
			// How far the corner is turned away from the sector's middle.
			turn := math.Remainder(math.Atan2(cx, -cy)-middle, 2*math.Pi)
			if s.to-s.from < 2*math.Pi-1e-9 && math.Abs(turn) > (s.to-s.from)/2-hair/distance {
				return false
			}
		}
	}
	return true
}

// A listRow is one line of the list beside a sunburst.
type listRow struct {
	top   int // the branch of the first level, whose colour the row has
	depth int
	name  string
	value string
}

// maxListRows bounds the list; what is beyond it stands in the figure's data.
const maxListRows = 24

// sunburstList names the first level with amounts, and below each what had no
// room in the rings, as long as all of that is few.
func sunburstList(v *canvas.Canvas, g *grid.Grid, root *grid.Branch, sectors []*sector) []listRow {
	row := func(s *sector) listRow {
		value := canvas.Shield(v.Amount(s.branch.Value, g.Unit)) + " (" + v.Percent(s.branch.Value/root.Value) + ")"
		return listRow{s.top, s.depth, v.Label(s.branch.Name), value}
	}
	var first, all []listRow
	for _, s := range sectors {
		if s.depth == 0 {
			first = append(first, row(s))
		}
		if s.depth == 0 || s.label == "" {
			all = append(all, row(s))
		}
	}
	if len(all) <= maxListRows {
		return all
	}
	return first
}

// layList writes the list into a column. It returns its height, and its
// swatches as a series of points.
func layList(v *canvas.Canvas, k *canvas.Sketch, list []listRow, x, width, top float64) (height float64, swatches map[string]any) {
	p := v.Palette
	data := []any{}
	y := top
	for i, row := range list {
		if i > 0 && row.depth == 0 {
			y += v.Leading() * 0.35
		}
		indent := canvas.SwatchWidth + canvas.SwatchGap + listIndent*float64(row.depth)
		text := row.name + "  " + row.value
		if v.TextWidth(text) > width-indent {
			text = canvas.ReadingOrder(v.Wrap(row.name, width-indent) + "\n" + row.value)
		}
		tall := float64(canvas.Lines(text)) * v.Leading()
		at, align, swatch := x+width-indent, "right", x+width-canvas.SwatchWidth/2
		if !v.RTL {
			at, align, swatch = x+indent, "left", x+canvas.SwatchWidth/2
		}
		style := canvas.TextStyle{}
		if row.depth > 0 {
			style.Color = p.Muted
		} else {
			data = append(data, map[string]any{
				"value": []float64{swatch, y + v.Leading()/2}, "itemStyle": map[string]any{"color": p.Branch(row.top), "opacity": 1},
			})
		}
		k.Text(text, at, y+tall/2, align, style)
		y += tall
	}
	return y - top, map[string]any{"type": "scatter", "symbol": "rect", "symbolSize": canvas.Page([]float64{canvas.SwatchWidth, canvas.SwatchHeight}), "clip": false, "data": data}
}
