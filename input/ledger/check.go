package ledger

import (
	"math"
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// Check warns of what in a table does not add up. Honest tables are left alone:
// a sum may be rounded, a total may be a mean, and what is not known may be what
// is missing to it.
func Check(t *brief.Table) problem.List {
	var list problem.List
	if t == nil {
		return nil
	}
	numbers := Additive(t)
	checkTotalRows(t, numbers, &list)
	checkTotalColumns(t, numbers, &list)
	checkShares(t, &list)
	checkKeys(t, &list)
	return list
}

// Additive returns the columns whose cells are all numbers or missing, and that
// can be added up: years cannot.
func Additive(t *brief.Table) []int {
	var list []int
	for i, c := range t.Columns {
		other := slices.ContainsFunc(t.Rows, func(row brief.Row) bool {
			kind := row.Cell(i).Kind
			return kind != brief.NumberCell && kind != brief.MissingCell
		})
		if c.Counted() && !other {
			list = append(list, i)
		}
	}
	return list
}

// TotalCell returns the index of the cell that says that its row is a total of
// others, or -1. It is the first that has text.
func TotalCell(row brief.Row) int {
	for i, c := range row.Cells {
		if c.Kind == brief.TextCell {
			if isTotal(c.Text) {
				return i
			}
			return -1
		}
	}
	return -1
}

// Total reports whether a name says that what it names is the sum of the rest.
func Total(name string) bool { return isTotal(name) }

// TotalAmong returns the index of the first cell, those of some columns apart, that
// says that its row is a total of others, or -1: in rows of country, fund and amount
// it may stand in any column of names.
func TotalAmong(row brief.Row, apart []int) int {
	for i, c := range row.Cells {
		if c.Kind == brief.TextCell && isTotal(c.Text) && !slices.Contains(apart, i) {
			return i
		}
	}
	return -1
}

// step is the least difference that a number as it is written tells: 0.01 for
// 4.25.
func step(c brief.Cell) float64 {
	text := strings.TrimRight(numeral.Digits(c.Text, numeral.Latin), "%")
	if x, err := numberText(text); err == nil && x == c.Number {
		if i := strings.IndexByte(text, '.'); i >= 0 {
			return math.Pow10(-(len(text) - i - 1))
		}
		return 1
	}
	// Written with separators that leave its form open: the last digit that
	// counts is sought in the value.
	s := 1.0
	for range 6 {
		if r := c.Number / s; math.Abs(r-math.Round(r)) < 1e-6 {
			break
		}
		s /= 10
	}
	return s
}

// A sum of cells, with what rounding can make of it.
type sum struct {
	value, slack float64
	n            int
	missing      bool
	low, high    float64
}

func (s *sum) add(c brief.Cell) {
	switch c.Kind {
	case brief.NumberCell:
		if s.n == 0 {
			s.low, s.high = c.Number, c.Number
		}
		s.low, s.high = min(s.low, c.Number), max(s.high, c.Number)
		s.value += c.Number
		s.slack += step(c) / 2
		s.n++
	default:
		s.missing = true
	}
}

// allows reports whether a total may stand for the sum.
func (s *sum) allows(total brief.Cell) bool {
	slack := s.slack + step(total)/2 + 1e-9*math.Abs(s.value)
	difference := total.Number - s.value
	switch {
	case s.n == 0, math.Abs(difference) <= slack:
		return true
	case s.missing && difference > 0 && s.low >= 0:
		return true // the rest is what is not known
	case s.n > 1 && total.Number >= s.low && total.Number <= s.high:
		return true // a mean, a rate of the whole
	}
	return false
}

// mostCompared bounds the cells that totals are compared with, in a table that is
// mostly totals.
const mostCompared = 20_000_000

// checkTotalRows compares each total with the rows it can be the total of: all
// others, those since the total before it, those after it, or the totals before.
func checkTotalRows(t *brief.Table, numbers []int, list *problem.List) {
	count := 0
	for _, row := range t.Rows {
		if TotalCell(row) >= 0 {
			count++
		}
	}
	if count == 0 || count*len(t.Rows)*len(numbers) > mostCompared {
		return
	}
	currencies := mixed(t)
	for r, row := range t.Rows {
		name := TotalCell(row)
		if name < 0 {
			continue
		}
		for _, column := range numbers {
			total := row.Cell(column)
			if total.Kind != brief.NumberCell {
				continue
			}
			var whole, since, after, above, totals sum
			open := true
			for i, other := range t.Rows {
				isSum := TotalCell(other) >= 0
				switch {
				case i == r:
					open = true
				case isSum && i < r:
					since = sum{}
					totals.add(other.Cell(column))
				case isSum:
					open = false
				default:
					c := other.Cell(column)
					whole.add(c)
					if i < r {
						since.add(c)
						above.add(c)
					} else if open {
						after.add(c)
					}
				}
			}
			fits := whole.allows(total)
			for _, s := range []*sum{&since, &after, &above, &totals} {
				fits = fits || s.n > 0 && s.allows(total)
			}
			switch {
			case currencies != "" && RoleOf(t.Columns[column].Name) == Amount:
				list.Add(mixedTotal.At(total.Span, problem.Quoted(total.Text), currencies))
			case !fits:
				list.Add(wrongTotal.At(total.Span, problem.Quoted(total.Text), t.Columns[column].Name, problem.Quoted(plain(whole.value))))
			}
		}
	}
}

// checkTotalColumns compares a column of totals with the numbers before it in
// its row, where most rows show that it is their sum.
func checkTotalColumns(t *brief.Table, numbers []int, list *problem.List) {
	for _, column := range numbers {
		if !isTotal(t.Columns[column].Name) {
			continue
		}
		var parts []int
		for _, i := range numbers {
			if i != column && !isTotal(t.Columns[i].Name) && RoleOf(t.Columns[i].Name) != Share {
				parts = append(parts, i)
			}
		}
		if len(parts) < 2 {
			continue
		}
		type misfit struct {
			cell  brief.Cell
			value float64
		}
		fitting := 0
		var misfits []misfit
		for _, row := range t.Rows {
			total := row.Cell(column)
			if total.Kind != brief.NumberCell {
				continue
			}
			var s sum
			for _, i := range parts {
				s.add(row.Cell(i))
			}
			if s.allows(total) {
				fitting++
			} else {
				misfits = append(misfits, misfit{total, s.value})
			}
		}
		if fitting < len(misfits) {
			continue // it is the total of something else
		}
		for _, m := range misfits {
			list.Add(wrongRowTotal.At(m.cell.Span, problem.Quoted(m.cell.Text), t.Columns[column].Name, problem.Quoted(plain(m.value))))
		}
	}
}

// checkShares looks at columns that are called shares: a share lies between 0
// and 100.
func checkShares(t *brief.Table, list *problem.List) {
	for i, column := range t.Columns {
		if RoleOf(column.Name) != Share {
			continue
		}
		for _, row := range t.Rows {
			switch c := row.Cell(i); {
			case c.Kind != brief.NumberCell:
			case c.Number < 0:
				list.Add(negativeShare.At(c.Span, problem.Quoted(c.Text), column.Name))
			case c.Number > 100+step(c)/2:
				list.Add(largeShare.At(c.Span, problem.Quoted(c.Text), column.Name))
			}
		}
	}
}

// checkKeys looks for rows of a ledger that say the same thing twice: the same
// payer, programme, year, currency and whatever else the table tells apart.
// Rows that differ in a note are two payments.
func checkKeys(t *brief.Table, list *problem.List) {
	amount := Column(t, Amount)
	payer, programme, year := Column(t, Payer), Column(t, Programme), Column(t, Year)
	if amount < 0 || programme < 0 && payer < 0 || (payer < 0 || programme < 0) && year < 0 {
		return
	}
	seen := map[string]brief.Row{}
	for _, row := range t.Rows {
		if TotalCell(row) >= 0 {
			continue
		}
		var b strings.Builder
		names := []string{}
		for i := range t.Columns {
			if i == amount {
				continue
			}
			text := fold(row.Cell(i).Text)
			b.WriteString(text)
			b.WriteByte(0)
			if text != "" && (i == payer || i == programme || i == year) {
				names = append(names, row.Cell(i).Text)
			}
		}
		k := b.String()
		if strings.Trim(k, "\x00") == "" || len(names) < 2 {
			continue
		}
		if before, ok := seen[k]; ok {
			list.Add(duplicateKey.At(row.Cell(amount).Span, problem.Quoted(problem.Names(names)), problem.Quoted(problem.LineOf(before.Span))))
			continue
		}
		seen[k] = row
	}
}

// mixed returns the currencies of a table where there are several, or "".
func mixed(t *brief.Table) string {
	column := Column(t, Currency)
	if column < 0 {
		return ""
	}
	var names []string
	for _, row := range t.Rows {
		if c := row.Cell(column); c.Kind != brief.MissingCell && TotalCell(row) < 0 && !slices.Contains(names, c.Text) {
			names = append(names, c.Text)
		}
	}
	if len(names) < 2 {
		return ""
	}
	return strings.Join(names, " · ")
}
