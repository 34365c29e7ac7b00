package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/output/page"
)

// The least width of a chart with a table beside it: a part of the column, and
// points; below it its own names would have no room.
const (
	leastBeside       = 0.5
	leastBesidePoints = 210.0
)

// Width is what a chart is drawn at, and what the table beside it takes: 0 where it
// has none or there is no room for both.
type Width struct{ Chart, Table float64 }

// Widths returns the widths of the charts of some figures, by the words of their
// tables. Of the options it needs the library, the shaper, the theme and the digits.
func Widths(b *brief.Brief, figures []*brief.Figure, o Options) []Width {
	widths := make([]Width, len(figures))
	var s *builder
	for i, f := range figures {
		if widths[i].Chart = FigureWidth(o.Theme, f); f.Beside == nil {
			continue
		}
		if s == nil {
			s = newBuilder(b, o)
		}
		table := s.smallTable(f.Beside)
		whole := widths[i].Chart
		if chart := whole - table - pairGap; chart >= math.Max(leastBeside*whole, leastBesidePoints) {
			widths[i] = Width{chart, table}
		}
	}
	return widths
}

// smallTable is the width of a table whose cells have one line, and whose heads have
// two.
func (b *builder) smallTable(t *brief.TableBlock) float64 {
	measured := func(t *brief.TableBlock) []column {
		scratch := page.NewTree()
		b.tree = &scratch
		g := b.grid(t, b.tree.Add(0, page.Table))
		b.measureColumns(g)
		return g.columns
	}
	headless := *t
	headless.Header = nil
	whole, body := measured(t), measured(&headless)
	width := 0.0
	for k, c := range whole {
		need := math.Max(c.least, c.natural*0.55)
		if k < len(body) {
			need = math.Max(need, body[k].natural)
		}
		width += need
	}
	return width
}

// withTable puts the table of a figure's data beside its picture, on the side where
// lines end and in the middle of its height, or below it where that has no room.
func (b *builder) withTable(f *brief.Figure, picture node, group page.Ref) []node {
	drawn := b.options.Figures[f]
	if drawn.Beside == 0 {
		below := []node{picture, {kind: boxNode, height: b.theme.Space.Block / 2}}
		return append(below, b.apart(func() { b.tableNodes(f.Beside, group) })...)
	}
	var table []node
	start := drawn.Scene.Width + pairGap
	b.within(start, b.width-start-drawn.Beside, func() { table = b.apart(func() { b.tableNodes(f.Beside, group) }) })
	height := heightOf(table)
	both := node{kind: boxNode, height: math.Max(picture.height, height)}
	pile(&both, []node{picture}, (both.height-picture.height)/2)
	pile(&both, table, (both.height-height)/2)
	return []node{both}
}
