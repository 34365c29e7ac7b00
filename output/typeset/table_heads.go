package typeset

import (
	"fmt"

	"warraq/output/page"
)

// irregular reports whether the scope of the header cells does not tell what
// heads a cell: there are several rows of them, or a cell spans several columns
// or rows.
func (g *grid) irregular() bool {
	for _, r := range g.rows {
		for _, c := range r.cells {
			if c.colSpan > 1 || c.rowSpan > 1 {
				return true
			}
		}
	}
	return g.header > 1
}

// tieHeads names the header cells of each cell: those above it in its columns,
// and those beside it in its rows (ISO 32000-1 table 349, Headers; ISO 14289-1
// §7.5).
func (b *builder) tieHeads(g *grid) {
	columns, rows := make([][]head, len(g.columns)), make([][]head, len(g.rows))
	for y := range g.rows {
		for i := range g.rows[y].cells {
			c := &g.rows[y].cells[i]
			e := b.element(c.element)
			if e.Role != page.TableHead {
				continue
			}
			e.ID = b.own(fmt.Sprintf("table-%d-cell-%d-%d", b.anchors.tables, y+1, c.column+1))
			if h := (head{c, y}); e.Scope == "Column" {
				for k := c.column; k < c.column+c.colSpan; k++ {
					columns[k] = append(columns[k], h)
				}
			} else {
				for k := y; k < min(y+c.rowSpan, len(rows)); k++ {
					rows[k] = append(rows[k], h)
				}
			}
		}
	}
	for y := range g.rows {
		for i := range g.rows[y].cells {
			c := &g.rows[y].cells[i]
			e := b.element(c.element)
			name := func(h head) { e.Headers = append(e.Headers, b.element(h.element).ID) }
			// A head that covers several columns or rows is named in the first.
			for k := c.column; k < c.column+c.colSpan; k++ {
				for _, h := range columns[k] {
					if h.row+h.rowSpan <= y && (h.column == k || k == c.column) {
						name(h)
					}
				}
			}
			for k := y; k < min(y+c.rowSpan, len(rows)); k++ {
				for _, h := range rows[k] {
					if h.column+h.colSpan <= c.column && (h.row == k || k == y) {
						name(h)
					}
				}
			}
		}
	}
}

// A head is a header cell and its row.
type head struct {
	*gridCell
	row int
}
