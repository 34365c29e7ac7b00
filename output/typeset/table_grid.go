package typeset

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
)

// column is one column of a table while it is set.
type column struct {
	align          brief.Align
	x, width       float64
	natural, least float64
	// numeric columns stand on their decimal: whole and part are the widest
	// text to the left and to the right of where their whole digits end.
	numeric     bool
	whole, part float64
	// drawn is what stands beside the texts of its cells, and text the widest of
	// these.
	drawn cellDrawing
	text  float64
}

// grid is a table with every cell in its place.
type grid struct {
	columns []column
	rows    []gridRow
	header  int
	place   source.Span
	// padding is the room beside the text of cells, and scale the size of their type
	// over the theme's: both give where a table is wide.
	padding, scale float64
	// x and width are where the table stands in the measure.
	x, width float64
	// spanned reports that some cell reaches over several rows, and ruled that rules
	// part the rows.
	spanned, ruled bool
}

type gridRow struct {
	cells  []gridCell
	height float64
	// joined rows share a cell with the row above: no page break between.
	joined bool
	// total rows sum up others.
	total bool
}

type gridCell struct {
	cell             *brief.TableCell
	column           int
	colSpan, rowSpan int
	element          page.Ref
	nodes            []node
	height           float64
	// natural is the width of its text on one line, and least that of its longest word.
	natural, least float64
	// isFigure is set where it holds a number of a numeric column, with whole and part
	// to the left and to the right of where its whole digits end.
	isFigure    bool
	whole, part float64
}

// grid puts the cells of a table into their columns, with their elements.
func (b *builder) grid(t *brief.TableBlock, element page.Ref) *grid {
	g := &grid{header: len(t.Header), place: t.Span, padding: b.theme.Space.Cell, scale: 1}
	taken := cells{}
	if len(t.Header) > 0 {
		head := b.tree.Add(element, page.TableHeader)
		for i := range t.Header {
			b.gridRow(g, taken, &t.Header[i], head)
		}
	}
	if len(t.Rows) > 0 {
		body := b.tree.Add(element, page.TableBody)
		for i := range t.Rows {
			b.gridRow(g, taken, &t.Rows[i], body)
		}
	}
	for k := range g.columns[:min(len(g.columns), len(t.Columns))] {
		g.columns[k].align = t.Columns[k]
	}
	b.tagCells(g, namesRows(t))
	return g
}

// cells are the places, by row and column, that cells reach over.
type cells map[[2]int]bool

// gridRow puts the cells of a row into the first columns that none from above
// reaches into, as a child of an element.
func (b *builder) gridRow(g *grid, taken cells, r *brief.TableRow, parent page.Ref) {
	tr := b.tree.Add(parent, page.TableRow)
	at := len(g.rows)
	row := gridRow{total: r.Total}
	c := 0
	skip := func() {
		for ; taken[[2]int{at, c}]; c++ {
			row.joined = true
		}
	}
	for i := range r.Cells {
		skip()
		cell := gridCell{cell: &r.Cells[i], column: c, colSpan: max(1, r.Cells[i].ColSpan), rowSpan: max(1, r.Cells[i].RowSpan)}
		cell.element = b.tree.Add(tr, page.TableData)
		for y := range cell.rowSpan {
			for x := range cell.colSpan {
				taken[[2]int{at + y, c + x}] = true
			}
		}
		g.spanned = g.spanned || cell.rowSpan > 1
		c += cell.colSpan
		for len(g.columns) < c {
			g.columns = append(g.columns, column{})
		}
		row.cells = append(row.cells, cell)
	}
	skip()
	g.rows = append(g.rows, row)
}

// tagCells says of each cell what it is to a reader by ear, and how far it reaches.
// named is set where the first column names the rows.
func (b *builder) tagCells(g *grid, named bool) {
	for y := range g.rows {
		for i := range g.rows[y].cells {
			c := &g.rows[y].cells[i]
			e := b.element(c.element)
			switch {
			case y < g.header:
				e.Role, e.Scope = page.TableHead, "Column"
			case c.cell.Heading || named && c.column == 0:
				e.Role, e.Scope = page.TableHead, "Row"
			}
			if c.colSpan > 1 {
				e.ColSpan = c.colSpan
			}
			if c.rowSpan > 1 {
				e.RowSpan = c.rowSpan
			}
		}
	}
	b.anchors.tables++
	if g.irregular() {
		b.tieHeads(g)
	}
}

// namesRows reports whether the first column of a table names its rows: then a
// reader by ear hears the name with each cell (ISO 32000-1 table 384, Scope). It
// does where the table has a head, and no cell of the column is empty or comes
// twice.
func namesRows(t *brief.TableBlock) bool {
	if len(t.Header) == 0 || len(t.Rows) < 2 {
		return false
	}
	seen := map[string]bool{}
	covered := 0 // rows that the last name reaches over
	for _, r := range t.Rows {
		if covered > 0 {
			covered--
			continue
		}
		if len(r.Cells) == 0 {
			return false
		}
		name := strings.TrimSpace(brief.Plain(r.Cells[0].Content))
		if name == "" || seen[name] {
			return false
		}
		seen[name] = true
		covered = max(1, r.Cells[0].RowSpan) - 1
	}
	return len(t.Header[0].Cells) > 1
}
