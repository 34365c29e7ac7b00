package problem

// mostCandidates is how many words a suggestion is sought among.
const mostCandidates = 2000

// Suggest returns the candidate nearest to a word that an author probably
// meant, or "" where none is near: at most a third of its letters differ. Only
// the first 2,000 candidates are looked at.
func Suggest(word string, candidates []string) string {
	best, nearest := "", 0
	letters := []rune(word)
	for _, c := range candidates[:min(len(candidates), mostCandidates)] {
		other := []rune(c)
		// Words of very different length are never near.
		far := max(1, max(len(letters), len(other))/3)
		if len(letters)-len(other) > far || len(other)-len(letters) > far {
			continue
		}
		if d := distance(letters, other); d > 0 && d <= far && (best == "" || d < nearest) {
			best, nearest = c, d
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
	if len(a) > 128 {
		return len(a) // longer than any name; no table is filled for it
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
