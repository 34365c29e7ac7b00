package bidi

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// address returns the end of the URL, DOI or e-mail address that starts at i, or
// i where none does.
func (s *scanner) address(i int) int {
	c := s.classes[i]
	if c != bidi.L && c != bidi.EN || !s.opens(i) {
		return i
	}
	body := s.scheme(i)
	if body == i {
		return i
	}
	// Letters against the direction belong to an address only in its path.
	end, inPath := body, false
	for ; end < len(s.text); end++ {
		r := s.text[end]
		switch s.classes[end] {
		case bidi.WS, bidi.B, bidi.S, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return s.trim(body, end)
		case bidi.R, bidi.AL, bidi.AN:
			if !inPath {
				return s.trim(body, end)
			}
		}
		if isBarrier(r) || isOneOf(r, `<>"«»“”‹›`) {
			return s.trim(body, end)
		}
		inPath = inPath || r == '/'
	}
	return s.trim(body, end)
}

// scheme returns the end of what marks an address at i ("https://", "www.",
// "doi:10.", "10.1234/"), or i.
func (s *scanner) scheme(i int) int {
	j := i
	for j < len(s.text) && j-i < 12 && isLetter(s.text[j]) {
		j++
	}
	switch word := string(s.text[i:j]); {
	case j == i:
		return s.doi(i)
	case s.at(j) == ':' && s.at(j+1) == '/' && s.at(j+2) == '/':
		return j + 3
	case (word == "www" || word == "WWW") && s.at(j) == '.' && s.class(j+1) == bidi.L:
		return j + 1
	case (word == "doi" || word == "DOI") && s.at(j) == ':' && s.doi(j+1) > j+1:
		return s.doi(j + 1)
	case word == "mailto" && s.at(j) == ':':
		return j + 1
	}
	return i
}

// doi returns the end of the prefix of a DOI at i ("10.1234/"), or i.
func (s *scanner) doi(i int) int {
	if s.at(i) != '1' || s.at(i+1) != '0' || s.at(i+2) != '.' {
		return i
	}
	j := i + 3
	for s.class(j) == bidi.EN || s.at(j) == '.' {
		j++
	}
	if j-i < 7 || s.at(j) != '/' || s.class(j+1) != bidi.L && s.class(j+1) != bidi.EN && s.at(j+1) != '(' {
		return i
	}
	return j + 1
}

// trim takes off the punctuation at the end of an address that is the
// sentence's, and closing brackets that nothing in it opens.
func (s *scanner) trim(start, end int) int {
	var open [3]int // of each kind, opening brackets less closing ones
	for _, r := range s.text[start:end] {
		if k := strings.IndexRune("([{", r); k >= 0 {
			open[k]++
		} else if k := strings.IndexRune(")]}", r); k >= 0 {
			open[k]--
		}
	}
	for ; end > start; end-- {
		r := s.text[end-1]
		if k := strings.IndexRune(")]}", r); k >= 0 && open[k] < 0 {
			open[k]++
		} else if !isOneOf(r, ".,;:!?'’*") {
			break
		}
	}
	return end
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
