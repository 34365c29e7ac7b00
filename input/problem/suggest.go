package problem

import "strings"

// mostCandidates is how many words a suggestion is sought among.
const mostCandidates = 2000

// Suggest returns the candidate nearest to a word that an author probably
// meant, or "" where none is near: at most a third of its letters differ. Only
// the first 2,000 candidates are looked at.
func Suggest(word string, candidates []string) string {
	best, least := "", 0
	letters := []rune(word)
	for _, c := range candidates[:min(len(candidates), mostCandidates)] {
		other := []rune(c)
		// Words of very different length are never near.
		far := max(1, max(len(letters), len(other))/3)
		if len(letters)-len(other) > far || len(other)-len(letters) > far {
			continue
		}
		if d := distance(letters, other); d > 0 && d <= far && (best == "" || d < least) {
			best, least = c, d
		}
	}
	return best
}

// Advice remembers what was advised about a word, so that it is sought once and
// is the same wherever the word stands. It seeks no more than a run tells. The
// zero value is ready.
type Advice struct{ given map[asked]Sentence }

// asked is a word and the candidates it was held against: few by their words,
// many, which are gathered once, by where they lie.
type asked struct {
	near      bool
	word, few string
	many      *string
}

// On is [DidYouMean], or empty after a thousand words.
func (a *Advice) On(word string, candidates []string) Sentence {
	return a.once(asked{word: word}, candidates, DidYouMean)
}

// Near is the nearest candidate, or empty where none is near.
func (a *Advice) Near(word string, candidates []string) Sentence {
	return a.once(asked{word: word, near: true}, candidates, func(word string, candidates []string) Sentence {
		if s := Suggest(word, candidates); s != "" {
			return nearest.With(s)
		}
		return Sentence{}
	})
}

func (a *Advice) once(question asked, candidates []string, advise func(string, []string) Sentence) Sentence {
	const few = 64
	if len(candidates) <= few {
		question.few = strings.Join(candidates, "\x00")
	} else {
		question.many = &candidates[0]
	}
	advice, known := a.given[question]
	if known || len(a.given) >= Most {
		return advice
	}
	if a.given == nil {
		a.given = map[asked]Sentence{}
	}
	advice = advise(question.word, candidates)
	a.given[question] = advice
	return advice
}

// DidYouMean is a sentence of advice: the nearest candidate, or, where none is
// near, all of them if they are few.
func DidYouMean(word string, candidates []string) Sentence {
	if s := Suggest(word, candidates); s != "" {
		return nearest.With(s)
	}
	if len(candidates) == 0 || len(candidates) > 16 {
		return checkSpelling.With()
	}
	return available.With(Names(candidates))
}

var (
	nearest       = Text{AR: "أتقصد «%s»؟", EN: "Did you mean “%s”?"}
	checkSpelling = Text{AR: "راجع كتابته.", EN: "Check its spelling."}
	available     = Text{AR: "المتاح: %s.", EN: "Use one of: %s."}
)

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
