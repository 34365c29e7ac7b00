package typeset

import (
	"strings"

	"warraq/input/brief"
	"warraq/output/page"
)

// column is one column of a table while it is set.
type column struct {
	align          brief.Align
	x, width       float64
	natural, least float64
	// numeric columns stand on their decimal: whole and part are the widest
	// text before and after it.
	numeric     bool
	whole, part float64
}

// grid is a table with every cell in its place.
type grid struct {
	columns []column
	rows    []gridRow
	header  int
	// spanned reports that some cell reaches over several rows.
	spanned bool
}

type gridRow struct {
	cells  []gridCell
	height float64
	// joined rows share a cell with the row above: no page break between.
	joined bool
}

type gridCell struct {
	cell             *brief.TableCell
	column           int
	colSpan, rowSpan int
	element          page.Ref
	nodes            []node
	height           float64
}

// grid puts the cells of a table into their columns, with their elements.
func (b *builder) grid(t *brief.TableBlock, element page.Ref) *grid {
	g := &grid{header: len(t.Header)}
	named := namesRows(t)
	taken := map[[2]int]bool{}
	row := func(r *brief.TableRow, parent page.Ref, head bool) {
		tr := b.tree.Add(parent, page.TableRow)
		at := len(g.rows)
		out := gridRow{}
		c := 0
		for i := range r.Cells {
			for taken[[2]int{at, c}] {
				out.joined = true
				c++
			}
			cell := gridCell{cell: &r.Cells[i], column: c, colSpan: max(1, r.Cells[i].ColSpan), rowSpan: max(1, r.Cells[i].RowSpan)}
			role, scope := page.TableData, ""
			switch {
			case head:
				role, scope = page.TableHead, "Column"
			case r.Cells[i].Heading || named && c == 0:
				role, scope = page.TableHead, "Row"
			}
			cell.element = b.tree.Add(tr, role)
			e := b.element(cell.element)
			e.Scope = scope
			if cell.colSpan > 1 {
				e.ColSpan = cell.colSpan
			}
			if cell.rowSpan > 1 {
				e.RowSpan = cell.rowSpan
			}
			g.spanned = g.spanned || cell.rowSpan > 1
			for y := range cell.rowSpan {
				for x := range cell.colSpan {
					taken[[2]int{at + y, c + x}] = true
				}
			}
			c += cell.colSpan
			for len(g.columns) < c {
				column := column{}
				if k := len(g.columns); k < len(t.Columns) {
					column.align = t.Columns[k]
				}
				g.columns = append(g.columns, column)
			}
			out.cells = append(out.cells, cell)
		}
		for taken[[2]int{at, c}] {
			out.joined = true
			c++
		}
		g.rows = append(g.rows, out)
	}
	if len(t.Header) > 0 {
		head := b.tree.Add(element, page.TableHeader)
		for i := range t.Header {
			row(&t.Header[i], head, true)
		}
	}
	if len(t.Rows) > 0 {
		body := b.tree.Add(element, page.TableBody)
		for i := range t.Rows {
			row(&t.Rows[i], body, false)
		}
	}
	b.tables++
	if g.irregular() {
		b.tieHeads(g)
	}
	return g
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
