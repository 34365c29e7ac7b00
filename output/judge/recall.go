package judge

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Recall returns the share, in percent, of the words of reference that stand in
// extracted too: a word that stands n times in one and m times in the other is
// found min(n, m) times. Both texts are normalised to NFC first, tatweel and
// invisible controls removed. With marks false, vowel marks are removed too.
func Recall(reference, extracted string, marks bool) float64 {
	return share(Words(reference, marks), Words(extracted, marks))
}

// share returns how much of one list is in the other, in percent.
func share(wanted, extracted []string) float64 {
	want, got := count(wanted), count(extracted)
	found, total := 0, 0
	for word, n := range want {
		found += min(n, got[word])
		total += n
	}
	return 100 * float64(found) / float64(max(1, total))
}

// Order returns the share, in percent, of the neighbouring words in a line of
// reference that are neighbours in extracted too, whatever the lines there. It
// falls where words are found but in another order. Texts are prepared, and
// pairs counted, as Recall does with words.
func Order(reference, extracted string, marks bool) float64 {
	var want []string
	for line := range strings.Lines(reference) {
		want = append(want, pairs(Words(line, marks))...)
	}
	return share(want, pairs(Words(extracted, marks)))
}

func pairs(words []string) []string {
	var pairs []string
	for i := 1; i < len(words); i++ {
		pairs = append(pairs, words[i-1]+" "+words[i])
	}
	return pairs
}

func count(words []string) map[string]int {
	n := map[string]int{}
	for _, w := range words {
		n[w]++
	}
	return n
}

// Words splits a text as Recall does. A word is letters and numbers, with the
// vowel marks that stand on them; a mark that stands alone is none.
func Words(text string, marks bool) []string {
	text = norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\u0640' || isControl(r):
			return -1
		case r == '\u00a0':
			return ' '
		}
		return r
	}, text))
	var words []string
	var word []rune
	for _, r := range text {
		switch {
		case IsMark(r):
			if marks && len(word) > 0 {
				word = append(word, r)
			}
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			word = append(word, r)
		case len(word) > 0:
			words = append(words, string(word))
			word = word[:0]
		}
	}
	if len(word) > 0 {
		words = append(words, string(word))
	}
	return words
}

// IsMark reports whether a character is an Arabic vowel or reading mark.
func IsMark(r rune) bool {
	switch {
	case r >= 0x0610 && r <= 0x061a, r >= 0x064b && r <= 0x065f, r == 0x0670:
		return true
	case r >= 0x06d6 && r <= 0x06ed:
		return true
	}
	return false
}

// isControl reports whether a character is an invisible control of direction,
// joining or breaking.
func isControl(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069:
		return true
	case r == 0xfeff, r == 0x00ad, r == 0x061c:
		return true
	}
	return false
}
