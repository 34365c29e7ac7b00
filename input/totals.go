package input

import (
	"slices"
	"strings"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/ledger"
)

// markTotals marks what in tables sums up the rest: what the author says, and else
// rows and columns that are called so, and rows that are bold throughout.
func (r *reading) markTotals(Options) {
	for _, blocks := range append(noteBlocks(r.markdown.Notes), r.brief.Meta.Imprint, r.brief.Summary, r.brief.Body) {
		brief.Walk(blocks, func(b brief.Block) {
			switch b := b.(type) {
			case *brief.TableBlock:
				r.markTotalsOf(b)
			case *brief.Figure:
				if b.Beside != nil {
					r.markTotalsOf(b.Beside)
				}
			}
		})
	}
}

func (r *reading) markTotalsOf(t *brief.TableBlock) {
	bold := boldRows(t.Rows)
	for n := range t.Rows {
		row := &t.Rows[n]
		switch t.Totals {
		case brief.NamedTotals:
			row.Total = bold[n] || r.namedTotal(row)
		case brief.TotalRow, brief.TotalBoth:
			row.Total = n == len(t.Rows)-1
		}
		for i := range row.Cells {
			row.Cells[i].Total = row.Total
		}
	}
	columns, places := r.totalColumns(t)
	for n := range t.Rows {
		for i := range t.Rows[n].Cells {
			c := &t.Rows[n].Cells[i]
			c.Total = c.Total || c.ColSpan <= 1 && columns[places[n][i]]
		}
	}
}

// isTotal reports whether a text names a total, also as the document's language says
// it.
func (r *reading) isTotal(name string) bool {
	return ledger.Total(name) || name == r.words().Charts.Total
}

// namedTotal reports whether the first words of a row name a total. Its number or
// code may stand before them.
func (r *reading) namedTotal(row *brief.TableRow) bool {
	for _, c := range row.Cells {
		name := plainName(c.Content)
		if _, number := numeral.Parse(name); name != "" && !number {
			return r.isTotal(name)
		}
	}
	return false
}

// totalColumns returns which columns sum up others, and the columns of the cells of
// the body. A column is called by the lowest cell over it alone, and the first one
// names the rows.
func (r *reading) totalColumns(t *brief.TableBlock) (map[int]bool, [][]int) {
	head, width := placesOf(t.Header, len(t.Columns))
	places, width := placesOf(t.Rows, width)
	columns := map[int]bool{}
	switch t.Totals {
	case brief.TotalColumn, brief.TotalBoth:
		columns[width-1] = true
	case brief.NamedTotals:
		for n, row := range t.Header {
			for i, c := range row.Cells {
				if from, to := reach(head[n][i], c, width); from > 0 && to-from == 1 {
					columns[from] = r.isTotal(plainName(c.Content))
				}
			}
		}
	}
	return columns, places
}

// boldRows reports which rows say some number and are bold throughout, in a table
// where most are not.
func boldRows(rows []brief.TableRow) []bool {
	bold, count := make([]bool, len(rows)), 0
	for n, row := range rows {
		texts, numbers := 0, 0
		light := slices.ContainsFunc(row.Cells, func(c brief.TableCell) bool {
			text := brief.Plain(c.Content)
			if strings.TrimSpace(text) != "" {
				texts++
			}
			if strings.ContainsFunc(text, unicode.IsDigit) {
				numbers++
			}
			return !isBold(c.Content)
		})
		if bold[n] = !light && texts > 1 && numbers > 0; bold[n] {
			count++
		}
	}
	if count*2 > len(rows) {
		clear(bold)
	}
	return bold
}

// isBold reports whether all words of a line are bold. The marks of notes are no
// words.
func isBold(line []brief.Inline) bool {
	return !slices.ContainsFunc(line, func(n brief.Inline) bool {
		if _, ok := n.(*brief.Strong); ok || strings.TrimSpace(brief.Plain([]brief.Inline{n})) == "" {
			return false
		}
		inner := brief.Content(n)
		return inner == nil || !isBold(inner)
	})
}
