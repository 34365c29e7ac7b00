package table

import (
	"slices"

	"warraq/fonts/numeral"
	"warraq/input/column"
)

// mostTitles is how many rows above the header are looked through.
const mostTitles = 12

// headerRow returns the index of the header among the first rows that are not
// blank, given which of them a gap follows. What stands above it is titles: rows
// of one cell where the table has more, over the table's left edge or above a
// gap; and rows that are half empty above one that looks like a header, such as
// a title with a date at its other end.
func headerRow(rows [][]string, gaps []bool) int {
	widest, left := 0, -1
	for _, r := range rows {
		if n := countFilled(r); n > 1 {
			widest = max(widest, n)
			if first, _ := extent(r); left < 0 || first < left {
				left = first
			}
		}
	}
	at := 0
	for widest > 1 && at+1 < len(rows) && countFilled(rows[at]) == 1 {
		first, _ := extent(rows[at])
		if first > left && !gaps[at] {
			break // a header that names one column
		}
		at++
	}
	if at > 0 && holdsAmounts(rows[at]) {
		return at - 1 // what looked like a title heads its column alone
	}
	if at < len(rows) && 2*countFilled(rows[at]) <= widest {
		// Below a header rows are full, as those of a title are not.
		for _, full := range []int{3 * widest, 0} {
			for i := at + 1; i < min(len(rows)-1, at+mostTitles); i++ {
				if isHeader(rows[i], widest) && !isHeader(rows[i+1], widest) && 4*countFilled(rows[i+1]) >= full {
					return i
				}
			}
		}
	}
	return at
}

// holdsAmounts reports whether a row has a number that is no year.
func holdsAmounts(row []string) bool { return slices.ContainsFunc(row, column.IsAmount) }

// isHeader reports whether a row names nearly all columns: by words, or by years
// after a word.
func isHeader(row []string, widest int) bool {
	if holdsAmounts(row) {
		return false
	}
	n, words := 0, 0
	for _, text := range row {
		if text = column.Trim(text); text == "" {
			continue
		}
		n++
		if _, ok := numeral.Parse(text); !ok {
			if column.IsMissing(text) {
				return false
			}
			words++
		}
	}
	return words > 0 && 5*n >= 4*widest
}
