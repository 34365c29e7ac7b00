package canvas

import (
	"strings"
	"unicode"
)

// breakWords fills lines of a width with words of which some are wider: these
// go on from line to line.
func (v *Canvas) breakWords(words []string, width float64) string {
	var lines []string
	line := ""
	for _, word := range words {
		if line != "" && v.TextWidth(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for v.TextWidth(word) > width {
			head, tail := v.breakWord(word, width)
			if tail == "" {
				break // a single letter is wider
			}
			lines, word = append(lines, head), tail
		}
		line = word
	}
	return strings.Join(append(lines, line), "\n")
}

// Zero-width joiner: a letter beside it keeps the form that it has within a word.
const joiner = "\u200d"

// breakWord divides a word that is wider than a line: after the last sign that
// addresses and names of files are read by, else after an Arabic letter that
// does not join the next one, and else where the line is full, between joiners
// so that no letter changes its form. The tail is empty where not even a letter
// has room.
func (v *Canvas) breakWord(word string, width float64) (head, tail string) {
	letters := []rune(word)
	full := 0
	for low, high := 1, len(letters)-1; low <= high; {
		middle := (low + high) / 2
		if v.TextWidth(string(letters[:middle])+joiner) <= width {
			full, low = middle, middle+1
		} else {
			high = middle - 1
		}
	}
	full = max(full, 1)
	best, rank := 0, 0
	for i := full; i >= max(1, full/2); i-- {
		if i >= len(letters) || unicode.In(letters[i], unicode.Mn, unicode.Cf) {
			continue // marks stay with their letter
		}
		if r := breakRank(letters[i-1], letters[i]); r > rank {
			best, rank = i, r
		}
	}
	if best == 0 {
		return word, ""
	}
	head, tail = strings.TrimRight(string(letters[:best]), " "), string(letters[best:])
	if rank == 1 && unicode.Is(unicode.Arabic, letters[best-1]) && unicode.Is(unicode.Arabic, letters[best]) {
		head, tail = head+joiner, joiner+tail
	}
	return head, tail
}

// breakRank says how well a word is broken between two letters, from 1.
func breakRank(before, after rune) int {
	switch {
	case before == ' ':
		return 4
	case unicode.IsLetter(after) || unicode.IsDigit(after):
		if strings.ContainsRune("/-–_.,;:?&=@+|", before) {
			return 3
		}
		if strings.ContainsRune("اأإآٱدذرزوؤةىء", before) {
			return 2
		}
	}
	return 1
}
