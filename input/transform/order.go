package transform

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/source"
)

// Sort orders the rows by a column: numbers and dates by value, before texts,
// which stand in the order of the Arabic alphabet. Missing cells come last in
// either direction, and equal ones keep their order.
type Sort struct {
	Span       source.Span
	By         brief.Field
	Descending bool
}

func (s *Sort) place() source.Span                    { return s.Span }
func (s *Sort) needs() []brief.Field                  { return []brief.Field{s.By} }
func (s *Sort) gives(names []string) ([]string, bool) { return names, true }

func (s *Sort) apply(r *run) {
	by := r.column(s.By)
	r.replace(ordered(r.table.Rows, by, r.table.Columns[by].Type, s.Descending))
}

// ordered returns rows in the order of a column. Times stand in their own, a year
// before its months.
func ordered(rows []brief.Row, at int, in brief.ColumnType, descending bool) []brief.Row {
	var alphabet *collate.Collator // made when the first texts are compared
	rank := func(c brief.Cell) int {
		switch c.Kind {
		case brief.NumberCell, brief.DateCell, brief.BoolCell:
			return 0
		case brief.TextCell:
			return 1
		}
		return 2
	}
	value := func(c brief.Cell) float64 {
		if in == brief.Times && c.Kind == brief.NumberCell {
			return column.Days(int(c.Number), 1, 1)
		}
		return c.Number
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b brief.Row) int {
		x, y := a.Cell(at), b.Cell(at)
		by := 0
		switch k, l := rank(x), rank(y); {
		case k == 2 || l == 2:
			return cmp.Compare(k, l)
		case k != l:
			by = cmp.Compare(k, l)
		case k == 0:
			by = cmp.Compare(value(x), value(y))
		case x.Text == y.Text:
		default:
			if alphabet == nil {
				alphabet = collate.New(language.Arabic)
			}
			by = alphabet.CompareString(x.Text, y.Text)
		}
		if descending {
			return -by
		}
		return by
	})
	return sorted
}
