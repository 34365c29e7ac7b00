package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
)

func sunburstShape() shape {
	return shape{
		categories: 80, parts: true, whole: true, read: readTree,
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "القطاع"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

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
	branch   *branch
	depth    int // 0 is the innermost ring
	top      int // the number of the branch of the first level it belongs to
	from, to float64
	label    string
}

// buildSunburst draws a hierarchy as rings, the outermost level inside. Names
// stand upright in the sectors that hold them; beside the rings a list has the
// first level with its amounts and the names that found no room.
func buildSunburst(v *canvas, g *grid) drawing {
	p := v.Palette
	root := tree(g, v.chart.Sort)
	beside := v.width-sunburstSize-2*legendGap >= leastBeside
	size := min(sunburstSize, v.width)
	if v.chart.Height > 0 {
		size = min(v.chart.Height, v.width)
		beside = v.width-size-2*legendGap >= leastBeside
	}
	outer := size / 2
	inner := outer * sunburstHole
	ring := (outer - inner) / float64(root.depth())
	var sectors []*sector
	spread := 2 * math.Pi
	var walk func(b *branch, depth, top int, from float64)
	walk = func(b *branch, depth, top int, from float64) {
		for i, child := range b.branches {
			if depth == 0 {
				top = i
			}
			s := &sector{branch: child, depth: depth, top: top, from: from, to: from + child.value/root.value*spread}
			r0 := inner + float64(depth)*ring
			s.label = v.sectorLabel(s, r0, r0+ring, root.value)
			sectors = append(sectors, s)
			walk(child, depth+1, top, from)
			from = s.to
		}
	}
	walk(root, 0, 0, 0)

	list := v.sunburstList(g, root, sectors)
	height := size
	listX, centerX, listY := 0.0, v.width/2, size+v.leading()
	listWidth := v.width
	if beside {
		listWidth = v.width - size - 2*legendGap
		centerX = size / 2
		if v.rtl {
			centerX = v.width - size/2
		} else {
			listX = v.width - listWidth
		}
	}
	k := v.sketch()
	tall, _ := v.layList(v.sketch(), list, listX, listWidth, 0)
	if beside {
		height = max(height, tall)
		listY = (height - tall) / 2
	} else {
		height = listY + tall
	}
	_, swatches := v.layList(k, list, listX, listWidth, listY)

	sunburst := echarts.NewSunburst()
	sunburst.AddSeries("", v.sunburstData(root, sectors))
	levels := []any{map[string]any{}}
	for i := range root.depth() {
		levels = append(levels, map[string]any{"r0": inner + float64(i)*ring, "r": inner + float64(i+1)*ring})
	}
	return drawing{height: height, chart: sunburst, patch: k.on(v.inPoints(map[string]any{
		"series": []any{map[string]any{
			"center": []float64{centerX, size / 2}, "radius": []float64{inner, outer}, "startAngle": 90, "clockwise": !v.rtl,
			"sort": nil, "nodeClick": false, "levels": levels, "data": v.sunburstStyles(root, sectors),
			"itemStyle": map[string]any{"borderColor": p.Ground, "borderWidth": 1},
			"label":     map[string]any{"rotate": 0, "fontSize": v.Size, "lineHeight": v.leading(), "align": "center"},
		}, swatches},
	}, height))}
}

// sectorColor is the colour of a sector: that of its first level, the paler the
// farther out.
func (v *canvas) sectorColor(s *sector) string {
	return mix(v.Palette.color(s.top), v.Palette.Ground, 0.4*math.Sqrt(float64(s.depth)))
}

// sunburstData is the hierarchy as go-echarts takes it. The sectors stand in
// the order of a walk, each before what is below it.
func (v *canvas) sunburstData(root *branch, sectors []*sector) []opts.SunBurstData {
	next := 0
	var below func(b *branch) []*opts.SunBurstData
	below = func(b *branch) []*opts.SunBurstData {
		var list []*opts.SunBurstData
		for _, child := range b.branches {
			// Names are shown by their labels alone, so each is the label.
			node := &opts.SunBurstData{Name: sectors[next].label, Value: child.value}
			next++
			node.Children = below(child)
			list = append(list, node)
		}
		return list
	}
	var data []opts.SunBurstData
	for _, node := range below(root) {
		data = append(data, *node)
	}
	return data
}

// sunburstStyles has the colours and labels of the same hierarchy. ECharts has
// no patterns for single sectors; in grey they are known by their names and by
// the order of the list, which is theirs.
func (v *canvas) sunburstStyles(root *branch, sectors []*sector) []any {
	p := v.Palette
	next := 0
	var below func(b *branch) []any
	below = func(b *branch) []any {
		var list []any
		for range b.branches {
			s := sectors[next]
			next++
			color := v.sectorColor(s)
			item := map[string]any{"color": color}
			label := map[string]any{"show": s.label != "", "formatter": s.label, "color": p.on(color)}
			node := map[string]any{"itemStyle": item, "label": label}
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
func (v *canvas) sectorLabel(s *sector, inner, outer, total float64) string {
	name := v.label(s.branch.name)
	share := v.percent(s.branch.value / total)
	for _, tail := range []string{"\n" + share, ""} {
		for _, room := range []float64{1, 0.75, 0.5, 0.35} {
			text := readingOrder(v.wrap(name, (outer-inner)*2*room) + tail)
			if s.holds(v.measure(text)+3, float64(lines(text))*v.leading(), inner, outer) {
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
func (v *canvas) sunburstList(g *grid, root *branch, sectors []*sector) []listRow {
	row := func(s *sector) listRow {
		value := shield(v.amount(s.branch.value, g.unit)) + " (" + v.percent(s.branch.value/root.value) + ")"
		return listRow{s.top, s.depth, v.label(s.branch.name), value}
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
func (v *canvas) layList(k *sketch, list []listRow, x, width, top float64) (height float64, swatches map[string]any) {
	p := v.Palette
	data := []any{}
	y := top
	for i, row := range list {
		if i > 0 && row.depth == 0 {
			y += v.leading() * 0.35
		}
		indent := swatchWidth + swatchGap + listIndent*float64(row.depth)
		text := row.name + "  " + row.value
		if v.measure(text) > width-indent {
			text = readingOrder(v.wrap(row.name, width-indent) + "\n" + row.value)
		}
		tall := float64(lines(text)) * v.leading()
		at, align, swatch := x+width-indent, "right", x+width-swatchWidth/2
		if !v.rtl {
			at, align, swatch = x+indent, "left", x+swatchWidth/2
		}
		style := textStyle{}
		if row.depth > 0 {
			style.color = p.Muted
		} else {
			data = append(data, map[string]any{
				"value": []float64{swatch, y + v.leading()/2}, "itemStyle": map[string]any{"color": p.color(row.top), "opacity": 1},
			})
		}
		k.text(text, at, y+tall/2, align, style)
		y += tall
	}
	return y - top, map[string]any{"type": "scatter", "symbol": "rect", "symbolSize": []float64{swatchWidth, swatchHeight}, "clip": false, "data": data}
}

// describeSunburst says what each branch of the first level amounts to and, of
// each, the largest part.
func describeSunburst(g *grid, d describer) string {
	root := tree(g, "")
	amount := func(b *branch) string {
		return d.amount(b.value, g.unit) + " (" + formatShare(b.value/root.value, d.system) + " من المجموع)"
	}
	parts := []string{d.opening("رسم هرمي بالحلقات") + " من " + numeral.Count(root.depth(), tiers, d.system) + "، مجموعه " + d.amount(root.value, g.unit)}
	for _, first := range root.branches[:min(len(root.branches), restLimit)] {
		text := d.quoted(first.name) + ": " + amount(first)
		var words []string
		for _, child := range first.branches[:min(len(first.branches), restLimit)] {
			words = append(words, d.text(child.name)+" ("+d.amount(child.value, g.unit)+")")
		}
		switch {
		case len(first.branches) > restLimit:
			text += "، أكبر أجزائه " + list(words)
		case len(words) > 0:
			text += "، وأجزاؤه " + list(words)
		}
		parts = append(parts, text)
	}
	leaves := g.values[0]
	if low, high, n := extremes(leaves); n > 1 {
		parts = append(parts, "أكبر بند "+d.quoted(g.categories[high])+" بقيمة "+d.genitive(leaves[high], g.unit)+"، وأصغر بند "+d.quoted(g.categories[low])+" بقيمة "+d.genitive(leaves[low], g.unit))
	}
	return sentences(parts...)
}

var tiers = numeral.Forms{One: "مستوى واحد", Two: "مستويين", Few: "مستويات", Many: "مستوىً"}
