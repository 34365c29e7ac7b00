package problem

// Suggest returns the candidate nearest to a word that an author probably
// meant, or "" where none is near: at most a third of its letters differ.
func Suggest(word string, candidates []string) string {
	best, nearest := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if d := distance([]rune(word), []rune(c)); d > 0 && d < nearest+1 && d <= max(1, len([]rune(c))/3) {
			if best == "" || d < nearest {
				best, nearest = c, d
			}
		}
	}
	return best
}

// DidYouMean is a sentence of advice: the nearest candidate, or, where none is
// near, all of them if they are few.
func DidYouMean(word string, candidates []string) Text {
	if s := Suggest(word, candidates); s != "" {
		return Text{AR: "أتقصد «" + s + "»؟", EN: "Did you mean “" + s + "”?"}
	}
	if len(candidates) == 0 || len(candidates) > 16 {
		return Text{AR: "راجع كتابته.", EN: "Check its spelling."}
	}
	ar, en := "", ""
	for i, c := range candidates {
		if i > 0 {
			ar += "، "
			en += ", "
		}
		ar += c
		en += c
	}
	return Text{AR: "المتاح: " + ar + ".", EN: "Use one of: " + en + "."}
}

// distance counts the letters to insert, drop, change or swap with their
// neighbour to turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	// Words of very different length are never near: no need to fill a table.
	if len(a)-len(b) > 8 || len(b)-len(a) > 8 || len(a) > 128 {
		return 129
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := above[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(above[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
