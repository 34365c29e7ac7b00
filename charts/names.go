package charts

import (
	"math"
	"strings"
	"unicode"

	"warraq/fonts/numeral"
)

// temporal reports whether all names are years or dates.
func temporal(names []string) bool {
	for _, name := range names {
		if !isTime(name) {
			return false
		}
	}
	return len(names) > 0
}

// isTime reports whether a name is a year, a span of years or a date in
// figures: 2024, 2021–2027, 2024/06, 2025-04-09, with digits of either family.
func isTime(name string) bool {
	name = numeral.Digits(name, numeral.Latin)
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("-–—/.", r) })
	if len(parts) == 0 || len(parts) > 3 || strings.ContainsFunc(name, unicode.IsSpace) {
		return false
	}
	year := false
	for _, part := range parts {
		if len(part) > 4 || strings.Trim(part, "0123456789") != "" {
			return false
		}
		if len(part) == 4 && part >= "1000" && part <= "2999" {
			year = true
		}
	}
	return year
}

// nearest returns the name that takes the fewest changes to become another.
func nearest(name string, names []string) string {
	best, least := "", math.MaxInt
	for _, n := range names {
		if d := distance([]rune(strings.ToLower(name)), []rune(strings.ToLower(n))); d < least {
			best, least = n, d
		}
	}
	return best
}

// distance is the Levenshtein distance of two texts; long ones count as far
// apart.
func distance(a, b []rune) int {
	if len(a) > 80 || len(b) > 80 {
		return 1000
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
