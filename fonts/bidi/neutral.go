package bidi

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// neutral resolves brackets and other neutral characters (N0 to N2).
func (s *sequence) neutral() {
	if s.brackets != nil {
		for _, pair := range s.bracketPairs() {
			s.resolvePair(pair)
		}
	}
	for k := 0; k < len(s.indexes); k++ {
		if !isNeutral(s.classes[s.indexes[k]]) {
			continue
		}
		end := k
		for end < len(s.indexes) && isNeutral(s.classes[s.indexes[end]]) {
			end++
		}
		before, after := s.sos, s.eos
		if k > 0 {
			before = strongOf(s.classes[s.indexes[k-1]])
		}
		if end < len(s.indexes) {
			after = strongOf(s.classes[s.indexes[end]])
		}
		resolved := before // N1
		if before != after {
			resolved = direction(s.level) // N2
		}
		for ; k < end; k++ {
			s.classes[s.indexes[k]] = resolved
		}
		k = end - 1
	}
}

func isNeutral(c class) bool {
	switch c {
	case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return false
}

// strongOf counts numbers as right-to-left (N0, N1).
func strongOf(c class) class {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R
	}
	return c
}

// A bracketPair holds places in a sequence's indexes.
type bracketPair struct{ open, shut int }

// bracketPairs finds the bracket pairs of a sequence in the order of their
// opening brackets (BD16).
func (s *sequence) bracketPairs() []bracketPair {
	type opening struct {
		bracket rune
		at      int
	}
	const stackSize = 63
	var stack []opening
	var pairs []bracketPair
	for k, i := range s.indexes {
		b := s.brackets[i]
		if b == 0 || s.classes[i] != bidi.ON {
			continue
		}
		if b > 0 {
			if len(stack) == stackSize {
				break
			}
			stack = append(stack, opening{b, k})
			continue
		}
		for n := len(stack) - 1; n >= 0; n-- {
			if stack[n].bracket == -b {
				pairs = append(pairs, bracketPair{stack[n].at, k})
				stack = stack[:n]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b bracketPair) int { return cmp.Compare(a.open, b.open) })
	return pairs
}

// resolvePair gives both brackets of a pair one direction by what stands in
// and before them (N0).
func (s *sequence) resolvePair(pair bracketPair) {
	embedding := direction(s.level)
	found := class(bidi.ON)
	for k := pair.open + 1; k < pair.shut; k++ {
		c := strongOf(s.classes[s.indexes[k]])
		if c != bidi.L && c != bidi.R {
			continue
		}
		found = c
		if c == embedding {
			break // b
		}
	}
	if found == bidi.ON {
		return // d: left to N1 and N2
	}
	if found != embedding { // c: only what runs against the embedding
		before := s.sos
		for k := pair.open - 1; k >= 0; k-- {
			if c := strongOf(s.classes[s.indexes[k]]); c == bidi.L || c == bidi.R {
				before = c
				break
			}
		}
		if before != found {
			found = embedding
		}
	}
	s.setBracket(pair.open, found)
	s.setBracket(pair.shut, found)
}

// setBracket sets a bracket's direction, and that of marks on it.
func (s *sequence) setBracket(k int, c class) {
	s.classes[s.indexes[k]] = c
	for k++; k < len(s.indexes) && s.original[s.indexes[k]] == bidi.NSM; k++ {
		s.classes[s.indexes[k]] = c
	}
}
