package typeset

import (
	"math"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/page"
)

// The room beside the numbers of a column that is drawn, in em: what it likes, what
// it needs, what it takes at most, and the gap between the two.
const (
	drawnRoom  = 7.0
	drawnLeast = 3.5
	drawnMost  = 14.0
	drawnGap   = 0.7
)

// cellDrawing is what is drawn in the cells of a column: nothing, bars or small lines.
type cellDrawing int

const (
	nothingDrawn cellDrawing = iota
	barsDrawn
	linesDrawn
)

// draws reports whether something is drawn in a cell.
func (c *column) draws(cell *gridCell) bool {
	return c.drawn != nothingDrawn && cell.colSpan == 1 && (cell.cell.Bar != nil || cell.cell.Line != nil)
}

// findDrawn finds what is drawn in the columns of a table, and makes room for it
// beside their texts. Where the words of the table leave none, nothing is drawn.
func (b *builder) findDrawn(g *grid) {
	look := b.cellText(g, g.header, nil)
	lines := false
	for _, row := range g.rows[g.header:] {
		for i := range row.cells {
			c := &row.cells[i]
			col := &g.columns[c.column]
			switch {
			case c.colSpan > 1 || c.cell.Bar == nil && c.cell.Line == nil:
				continue
			case c.cell.Line != nil:
				col.drawn, lines = linesDrawn, true
			default:
				col.drawn = barsDrawn
			}
			col.text = math.Max(col.text, b.widthOf(brief.Plain(c.cell.Content), look)+1)
		}
	}
	some, least := false, 0.0
	room := func(c *column, beside float64) float64 {
		return math.Max(c.text, c.whole+c.part+1) + 2*g.padding + (drawnGap+beside)*look.Size
	}
	for k := range g.columns {
		c := &g.columns[k]
		if least += c.least; c.drawn != nothingDrawn {
			some = true
			least += math.Max(0, room(c, drawnLeast)-c.least)
		}
	}
	switch {
	case !some:
		return
	case least > b.width && lines:
		b.problems.Add(noRoomForLines.At(g.place))
	case least > b.width:
		b.problems.Add(noRoomForBars.At(g.place))
	}
	for k := range g.columns {
		switch c := &g.columns[k]; {
		case c.drawn == nothingDrawn:
		case least > b.width:
			c.drawn = nothingDrawn
		default:
			c.text = math.Max(c.text, c.whole+c.part+1)
			c.natural, c.least = math.Max(c.natural, room(c, drawnRoom)), math.Max(c.least, room(c, drawnLeast))
		}
	}
}

var (
	noRoomForBars = problem.Kind{
		Code: "table-no-room-for-bars", Severity: problem.Warning,
		Message: problem.Text{AR: "لا تترك كلمات الجدول مكانًا لأشرطته، فلم تُرسم", EN: "the words of the table leave no room for its bars: they are not drawn"},
		Advice:  problem.Text{AR: "قلّل الأعمدة، أو اجعل الجدول بعرض الصفحة: {.landscape}", EN: "Use fewer columns, or turn the table: {.landscape}"},
	}
	noRoomForLines = problem.Kind{
		Code: "table-no-room-for-lines", Severity: problem.Error,
		Message: problem.Text{AR: "لا تترك كلمات الجدول مكانًا لخطوطه", EN: "the words of the table leave no room for its small lines"},
		Advice:  problem.Text{AR: "قلّل الأعمدة، أو اجعل الجدول بعرض الصفحة: {.landscape}", EN: "Use fewer columns, or turn the table: {.landscape}"},
	}
)

// textOf is the room of the texts of a drawn column: where its lines begin; beside
// small lines, which run with time to the right, at their end.
func (b *builder) textOf(g *grid, col *column) (x, width float64) {
	padding := g.padding
	width = math.Min(col.text, col.width-2*padding)
	if b.rtl || col.drawn == linesDrawn {
		return col.x + col.width - padding - width, width
	}
	return col.x + padding, width
}

// drawRow draws the bars and the small lines of a row, on its baseline.
func (b *builder) drawRow(g *grid, row *gridRow, look theme.Text) {
	base := look.Leading * 0.75 // of a row without text
	for i := range row.cells {
		if c := &row.cells[i]; c.rowSpan == 1 && len(c.nodes) > 0 {
			base = c.nodes[0].baseline
			break
		}
	}
	for i := range row.cells {
		c := &row.cells[i]
		col := &g.columns[c.column]
		if !col.draws(c) {
			continue
		}
		x, width := b.textOf(g, col)
		left, right := col.x+g.padding, col.x+col.width-g.padding
		if b.rtl || col.drawn == linesDrawn {
			right = x - drawnGap*look.Size
			left = math.Max(left, right-drawnMost*look.Size)
		} else {
			left = x + width + drawnGap*look.Size
			right = math.Min(right, left+drawnMost*look.Size)
		}
		if len(c.nodes) == 0 {
			c.nodes = []node{{kind: boxNode, height: look.Leading}}
		}
		n := &c.nodes[0]
		if c.cell.Line != nil {
			b.smallLine(c, &n.content, left, right, base, look)
		} else {
			n.content.items = append(n.content.items, b.bar(c.cell.Bar, left, right, base, look)...)
		}
	}
}

// sliver is the least length of a bar that is seen.
const sliver = 0.75

// bar draws a number from the line of nought, which stands where lines begin unless
// some numbers of the column are below it. The number is printed beside it, so the
// bar is decoration (ISO 32000-1 §14.8.2.2).
func (b *builder) bar(bar *brief.Bar, left, right, base float64, look theme.Text) []page.Item {
	at := func(x float64) float64 {
		part := 0.0
		if bar.High > bar.Low {
			part = (x - bar.Low) / (bar.High - bar.Low)
		}
		if b.rtl {
			return right - part*(right-left)
		}
		return left + part*(right-left)
	}
	nought, end := at(0), at(bar.Value)
	height := look.Size * 0.62
	var items []page.Item
	if bar.Value != 0 {
		length := math.Max(math.Abs(end-nought), sliver)
		from := math.Min(nought, end)
		if end < nought {
			from = nought - length
		}
		items = append(items, rectangle(from, base-height, length, height, b.theme.Colors.Accent))
	}
	if bar.Low < 0 {
		const beyond = 1.5
		items = append(items, rectangle(nought-0.25, base-height-beyond, 0.5, height+2*beyond, b.theme.Colors.Muted))
	}
	for i := range items {
		items[i].Artifact = page.LayoutArtifact
	}
	return items
}

// smallLine draws the numbers of a cell from left to right, as all charts draw time,
// with a dot at the last. It is a figure in the cell, and is read as its text.
func (b *builder) smallLine(c *gridCell, to *content, left, right, base float64, look theme.Text) {
	const dot = 1.5
	line, height := c.cell.Line, look.Size
	left, right = left+dot, right-dot
	at := func(p brief.SmallPoint) scene.Point {
		up := 0.5
		if line.High > line.Low {
			up = (p.Value - line.Low) / (line.High - line.Low)
		}
		return scene.Point{X: left + p.At*(right-left), Y: base - up*height}
	}
	element := b.tree.Add(c.element, page.Figure)
	b.element(element).Alt, b.element(element).Place = b.names.SmallLine(line), c.cell.Span
	slot := b.tree.Slot(element)
	if line.Low < 0 && line.High > 0 {
		y := at(brief.SmallPoint{}).Y
		to.items = append(to.items, ruleItem(left, y, right-left, 0.4, b.theme.Colors.Muted))
	}
	ink := b.theme.Colors.Accent
	path := &scene.Path{Stroke: &ink, Width: 1.1, Cap: 1, Join: 1}
	dots := &scene.Path{Fill: &ink}
	last := -1
	for i, p := range line.Points {
		if !p.Known {
			continue
		}
		last = i
		before := i > 0 && line.Points[i-1].Known
		after := i+1 < len(line.Points) && line.Points[i+1].Known
		switch {
		case before:
			path.Verbs, path.Points = append(path.Verbs, scene.LineTo), append(path.Points, at(p))
		case after:
			path.Verbs, path.Points = append(path.Verbs, scene.MoveTo), append(path.Points, at(p))
		default:
			addDot(dots, at(p), dot*0.7) // alone between gaps
		}
	}
	if last >= 0 {
		addDot(dots, at(line.Points[last]), dot)
	}
	for _, p := range []*scene.Path{path, dots} {
		if len(p.Verbs) > 0 {
			to.items = append(to.items, page.Item{Path: p, Slot: slot, Order: b.take(1)})
		}
	}
	to.figures = append(to.figures, figureBox{element, left - dot, base - height - dot, right - left + 2*dot, height + 2*dot})
}

// addDot adds a circle to a path, in four curves.
func addDot(p *scene.Path, at scene.Point, radius float64) {
	const k = 0.5523 // of the radius, where the handles of a quarter stand
	point := func(dx, dy float64) {
		p.Points = append(p.Points, scene.Point{X: at.X + dx*radius, Y: at.Y + dy*radius})
	}
	p.Verbs = append(p.Verbs, scene.MoveTo, scene.CurveTo, scene.CurveTo, scene.CurveTo, scene.CurveTo, scene.Close)
	point(1, 0)
	for _, q := range [4][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
		dx, dy := q[0], q[1]
		point(dx-k*dy, dy+k*dx)
		point(k*dx-dy, k*dy+dx)
		point(-dy, dx)
	}
}
