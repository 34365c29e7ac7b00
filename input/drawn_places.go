package input

import (
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
)

// A tablePlan is where the cells of a table in the text stand, and what its columns
// are called.
type tablePlan struct {
	table *brief.TableBlock
	// columns are those of the cells of the head, and of the body, row by row.
	head, body [][]int
	// own is what the lowest cell of the head over a column alone says, and called
	// has the columns of each name: that of a cell of the head, or those over a
	// column joined.
	own    []string
	called map[string][]int
	names  []string
	// data are the cells of the body as they are read.
	data *brief.Table
}

func planOf(t *brief.TableBlock) *tablePlan {
	p := &tablePlan{table: t, called: map[string][]int{}}
	n := len(t.Columns)
	p.head, n = placesOf(t.Header, n)
	p.body, n = placesOf(t.Rows, n)
	p.own = make([]string, n)
	joined := make([][]string, n)
	call := func(name string, k int) {
		key := keyOf(name)
		if key == "" || slices.Contains(p.called[key], k) {
			return
		}
		if p.called[key] == nil {
			p.names = append(p.names, name)
		}
		p.called[key] = append(p.called[key], k)
	}
	for r, row := range t.Header {
		for i, cell := range row.Cells {
			name := plainName(cell.Content)
			from, to := reach(p.head[r][i], cell, n)
			for k := from; k < to; k++ {
				if to-from == 1 {
					p.own[k] = name
				}
				if name != "" {
					joined[k] = append(joined[k], name)
				}
				call(name, k)
			}
		}
	}
	for k, names := range joined {
		call(strings.Join(names, " "), k)
	}
	p.read(joined)
	return p
}

func plainName(line []brief.Inline) string {
	return strings.Join(strings.Fields(brief.Plain(line)), " ")
}

// reach is the columns of a cell, from one to before another.
func reach(column int, cell brief.TableCell, columns int) (from, to int) {
	return column, min(column+max(1, cell.ColSpan), columns)
}

// placesOf returns the first column of each cell, and how many columns there are, at
// least so many: cells stand in the first columns that none from above reaches into.
func placesOf(rows []brief.TableRow, columns int) ([][]int, int) {
	places := make([][]int, len(rows))
	covered := make([]int, columns) // rows that a cell still reaches into
	for r, row := range rows {
		places[r] = make([]int, len(row.Cells))
		next := make([]int, len(covered))
		for k, n := range covered {
			next[k] = max(0, n-1)
		}
		c := 0
		for i, cell := range row.Cells {
			for c < len(covered) && covered[c] > 0 {
				c++
			}
			places[r][i] = c
			for range max(1, cell.ColSpan) {
				if c == len(next) {
					next, covered = append(next, 0), append(covered, 0)
				}
				next[c] = max(next[c], cell.RowSpan-1)
				c++
			}
		}
		covered = next
	}
	return places, len(covered)
}

// keyOf is a name as it is looked up, whatever its digits.
func keyOf(name string) string {
	return numeral.Digits(strings.Join(strings.Fields(name), " "), numeral.Latin)
}

// read reads the cells of the body as those of a table of data.
func (p *tablePlan) read(names [][]string) {
	t := &brief.Table{}
	for _, joined := range names {
		t.Columns = append(t.Columns, brief.Column{Name: strings.Join(joined, " ")})
	}
	for r, row := range p.table.Rows {
		cells := make([]brief.Cell, len(names))
		for i, cell := range row.Cells {
			if from, to := reach(p.body[r][i], cell, len(names)); to-from == 1 {
				cells[from] = brief.Cell{Text: plainName(cell.Content), Span: cell.Span}
			}
		}
		t.Rows = append(t.Rows, brief.Row{Cells: cells, Span: row.Span})
	}
	if len(t.Rows) > 0 {
		column.Read(t, column.Options{})
	}
	p.data = t
}

// find returns the columns that a name stands for: the cell of the head that says
// it, or all from one name to another, 2019..2024. Where there is none, it returns
// the name that no column has.
func (p *tablePlan) find(name string) (found []int, missing string) {
	if found := p.called[keyOf(name)]; found != nil {
		return found, ""
	}
	first, last, ok := strings.Cut(strings.ReplaceAll(name, "…", ".."), "..")
	if !ok {
		return nil, name
	}
	first, last = strings.TrimSpace(first), strings.Trim(last, ". ")
	from, to := p.called[keyOf(first)], p.called[keyOf(last)]
	switch {
	case from == nil:
		return nil, first
	case to == nil:
		return nil, last
	}
	for k := min(from[0], to[0]); k <= max(from[len(from)-1], to[len(to)-1]); k++ {
		found = append(found, k)
	}
	return found, ""
}
