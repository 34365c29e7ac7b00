package table

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// A builder gathers rows into a table and holds them to the header and the
// limits.
type builder struct {
	table    *brief.Table
	limits   Limits
	place    source.Span
	problems problem.List
	full     bool // no table can be had of it, as is reported
	typed    bool // numbers are as a person or a program wrote them as text
	reading  column.Reading
	// unitTexts is what a row below the header says that columns are counted in.
	unitTexts []string
	arena     []brief.Cell
}

func newBuilder(f *source.File, o Options) *builder {
	return &builder{table: &brief.Table{Name: o.Name, File: f, Origin: &brief.Origin{}}, limits: o.Limits.filled(), place: o.Place, reading: o.Reading}
}

// header sets the columns. Blank cells at its end are no columns.
func (b *builder) header(cells []brief.Cell) {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1].Text) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > b.limits.Columns {
		b.overflow(cells[b.limits.Columns].Span)
		return
	}
	seen := make(map[string]bool, len(cells))
	b.table.Columns = make([]brief.Column, 0, len(cells))
	for i := range cells {
		name := b.reading.Rename(oneLine(column.Trim(cells[i].Text)))
		switch {
		case name == "":
			b.problems.Add(unnamedColumn.At(cells[i].Span))
		case seen[name]:
			b.problems.Add(duplicateColumn.At(cells[i].Span, name))
		}
		seen[name] = true
		b.table.Columns = append(b.table.Columns, brief.Column{Name: name, Span: cells[i].Span})
	}
}

// row adds a row. Too many cells are a problem unless the surplus is blank; too
// few are one as well, and the rest of the row is missing.
func (b *builder) row(cells []brief.Cell, span source.Span) {
	width := len(b.table.Columns)
	count := len(cells)
	for count > width && strings.TrimSpace(cells[count-1].Text) == "" {
		count--
	}
	if count != width {
		b.problems.Add(raggedRow.At(span, problem.Quoted(count), width))
	}
	kept := b.room(width, span)
	if kept == nil {
		return
	}
	for i := range kept {
		if i < len(cells) {
			kept[i] = cells[i]
		} else {
			kept[i].Span = source.Span{File: span.File, Start: span.End, End: span.End, Sheet: span.Sheet, Row: span.Row, Column: span.Column + i}
			if span.Row == 0 {
				kept[i].Span.Column = 0
			}
		}
	}
}

// room makes room for one row, or reports that there is none.
func (b *builder) room(width int, span source.Span) []brief.Cell {
	rows := len(b.table.Rows)
	if rows >= b.limits.Rows || (rows+1)*width > b.limits.Cells {
		b.overflow(span)
		return nil
	}
	// Rows share blocks of memory, so that a long table does not cost one
	// allocation a row.
	if len(b.arena) < width {
		b.arena = make([]brief.Cell, max(width, min(4096, 16*width*(rows+1))))
	}
	cells := b.arena[:width:width]
	b.arena = b.arena[width:]
	b.table.Rows = append(b.table.Rows, brief.Row{Cells: cells, Span: span})
	return cells
}

func (b *builder) overflow(span source.Span) {
	if !b.full {
		b.problems.Add(tooLarge.At(span, b.limits.Rows, b.limits.Columns, b.limits.Cells))
	}
	b.full = true
}

// finish returns the table, or none where a limit was passed or there are no
// rows.
func (b *builder) finish() (*brief.Table, problem.List) {
	switch {
	case b.full:
		return nil, b.problems
	case len(b.table.Columns) == 0 || len(b.table.Rows) == 0:
		b.problems.Add(noData.At(b.place, b.table.Name))
		return nil, b.problems
	}
	column.Read(b.table, column.Options{
		Reading: b.reading, Stored: !b.typed, Semicolons: b.table.Origin.Separator == ";", Units: b.unitTexts,
	})
	b.checkNamed(b.rename())
	return b.table, b.problems
}

// oneLine joins the lines of a name that a cell breaks.
func oneLine(text string) string {
	if strings.ContainsAny(text, "\r\n") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
