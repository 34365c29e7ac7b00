package transform

import (
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/source"
)

// Fill says what the blank cells of some columns mean: what stands above them, as
// where a name is written for the first of its rows alone, or one value.
type Fill struct {
	Span    source.Span
	Columns []brief.Field
	// With is what every blank cell says; where it is empty that is the cell above.
	With brief.Field
}

func (f *Fill) place() source.Span                    { return f.Span }
func (f *Fill) needs() []brief.Field                  { return f.Columns }
func (f *Fill) gives(names []string) ([]string, bool) { return names, true }

func (f *Fill) apply(r *run) {
	rows := r.change()
	for _, column := range f.Columns {
		at := r.column(column)
		above := valueOf(f.With)
		for i := range rows {
			for len(rows[i].Cells) <= at {
				rows[i].Cells = append(rows[i].Cells, brief.Cell{Kind: brief.MissingCell, Span: rows[i].Span})
			}
			c := &rows[i].Cells[at]
			switch {
			case c.Kind != brief.MissingCell || c.Text != "":
				// What is written as unknown is no blank.
				if f.With.Value == "" {
					above = *c
				}
			case above.Text != "":
				*c = above
			}
		}
	}
	r.replace(rows)
}

// valueOf is a value of the author's as a cell.
func valueOf(f brief.Field) brief.Cell {
	c := brief.Cell{Text: f.Value, Kind: brief.TextCell, Span: f.Span}
	if x, ok := numeral.Parse(f.Value); ok {
		c.Kind, c.Number = brief.NumberCell, x
	}
	return c
}
