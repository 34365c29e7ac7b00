package input

import (
	"math"
	"strconv"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/locale"
	"warraq/input/source"
)

// dataTable makes a table of the text of a table of data: the columns' names
// above, and in the first column what heads each row. Digits follow the document
// when it is set.
func dataTable(data *brief.Table, l *locale.Locale) *brief.TableBlock {
	t := &brief.TableBlock{Columns: make([]brief.Align, len(data.Columns))}
	head := brief.TableRow{Span: data.Columns[0].Span}
	for _, c := range data.Columns {
		head.Cells = append(head.Cells, brief.TableCell{Content: words(columnName(c.Name, l), c.Span), ColSpan: 1, RowSpan: 1, Span: c.Span})
	}
	t.Header = []brief.TableRow{head}
	forms := make([]numberForm, len(data.Columns))
	for i := range data.Columns {
		forms[i] = numberForm{decimals: decimals(data, i), years: data.Columns[i].Type == brief.Times}
	}
	for _, row := range data.Rows {
		out := brief.TableRow{Span: row.Span}
		for i, c := range data.Columns {
			cell := brief.Cell{Kind: brief.MissingCell, Span: row.Span}
			if i < len(row.Cells) {
				cell = row.Cells[i]
			}
			money := ledger.RoleOf(c.Name) == ledger.Currency
			out.Cells = append(out.Cells, brief.TableCell{
				Content: words(cellText(cell, forms[i], money, l), cell.Span), ColSpan: 1, RowSpan: 1, Heading: i == 0, Span: cell.Span,
			})
		}
		t.Rows = append(t.Rows, out)
	}
	return t
}

func words(text string, place source.Span) []brief.Inline {
	if text == "" {
		return nil
	}
	return []brief.Inline{&brief.Text{Value: text, Span: place}}
}

// columnName is a column's name as a reader of the report knows it: the English
// names that a ledger's columns have in files, and those that rows written as
// names and values get, are said in the document's language.
func columnName(name string, l *locale.Locale) string {
	switch name {
	case "name":
		return l.Data.ColumnName
	case "value":
		return l.Data.ColValue
	}
	if role, ok := l.Data.Roles[ledger.RoleOf(name).Key()]; ok && name[0] < 0x80 {
		return role
	}
	return name
}

// A numberForm is how the numbers of a column are printed: with so many decimals
// at most, and as years, whose thousands are not set apart.
type numberForm struct {
	decimals int
	years    bool
}

// cellText is a cell's text for people, with a dash for what is not known.
func cellText(c brief.Cell, form numberForm, money bool, l *locale.Locale) string {
	switch c.Kind {
	case brief.MissingCell:
		return "—"
	case brief.NumberCell:
		return number(c, form)
	case brief.BoolCell:
		if l.RightToLeft && c.Text != "" && c.Text[0] < 0x80 {
			return map[bool]string{true: l.Data.Yes, false: l.Data.No}[c.Number != 0]
		}
	case brief.TextCell:
		if money {
			return l.Currency(c.Text)
		}
	}
	return strings.Join(strings.Fields(c.Text), " ")
}

// number prints a number in the form of its column, with its percent sign.
func number(c brief.Cell, form numberForm) string {
	x := c.Number
	if y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', form.decimals, 64), 64); err == nil {
		x = y
	}
	text := numeral.Format(x, -1, numeral.Latin)
	if form.years {
		text = strings.ReplaceAll(text, ",", "")
	}
	if strings.ContainsAny(c.Text, "%٪") {
		text += "%"
	}
	return text
}

// decimals is how many decimals the numbers of a column are printed with at
// most. What an author wrote is printed as it is; of numbers that were computed,
// with more decimals than anyone writes, two are kept, or three digits where all
// are below one.
func decimals(data *brief.Table, column int) int {
	const written = 4
	most, largest := 0, 0.0
	for _, row := range data.Rows {
		if column >= len(row.Cells) || row.Cells[column].Kind != brief.NumberCell {
			continue
		}
		x := row.Cells[column].Number
		largest = max(largest, math.Abs(x))
		if _, after, ok := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), "."); ok {
			most = max(most, len(after))
		}
	}
	if most <= written {
		return most
	}
	if largest > 0 && largest < 1 {
		return min(12, 2-int(math.Floor(math.Log10(largest))))
	}
	return 2
}

// exact prints a number in full.
func exact(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
