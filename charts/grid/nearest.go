package grid

import (
	"math"
	"strings"
)

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
