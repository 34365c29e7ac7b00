package bidi

import "golang.org/x/text/unicode/bidi"

// path returns the end of the path of a file or folder that starts at i, or i where
// none does. A path begins with what says where it leads from ("./", "../", "~/",
// "/usr", "C:\\", "\\\\host"), may have letters of any script, and keeps the stroke at its
// end; a pattern of signs alone ("*.*") is one as well.
func (s *scanner) path(i int) int {
	if !isOneOf(s.at(i), "./~\\*") && s.class(i) != bidi.L || !s.signed(i) {
		return i
	}
	root := s.root(i)
	if root == i {
		return s.pattern(i)
	}
	end := root
	for ; end < len(s.text); end++ {
		switch s.classes[end] {
		case bidi.WS, bidi.B, bidi.S, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return s.trimPath(root, end)
		}
		if r := s.text[end]; isBarrier(r) || isOneOf(r, `<>"«»“”‹›`) {
			break
		}
	}
	return s.trimPath(root, end)
}

// root returns the end of what a path at i begins with, or i.
func (s *scanner) root(i int) int {
	stroke := func(i int) bool { return isOneOf(s.at(i), `/\`) }
	switch j := i; {
	case s.at(i) == '.' && stroke(i+1), s.at(i) == '~' && stroke(i+1):
		return i + 2
	case s.at(i) == '.' && s.at(i+1) == '.' && stroke(i+2):
		return i + 3
	case s.class(i) == bidi.L && isLetter(s.at(i)) && s.at(i+1) == ':' && stroke(i+2) && s.at(i+3) != '/':
		return i + 3
	case stroke(i):
		for stroke(j) {
			j++
		}
		if s.class(j) == bidi.L && isLetter(s.at(j)) {
			return j
		}
	}
	return i
}

// trimPath takes the signs of a sentence off the end of a path.
func (s *scanner) trimPath(root, end int) int {
	open := 0 // opening brackets less closing ones
	for _, r := range s.text[root:end] {
		switch r {
		case '(', '[', '{':
			open++
		case ')', ']', '}':
			open--
		}
	}
	for ; end > root; end-- {
		switch r := s.text[end-1]; {
		case isOneOf(r, ")]}") && open < 0:
			open++
		case !isOneOf(r, ".,:;!?'’"):
			return end
		}
	}
	return end
}

// pattern returns the end of a word of strokes, stars and full stops at i, or i.
func (s *scanner) pattern(i int) int {
	end, mixed := i, false
	for isOneOf(s.at(end), "./~\\*") {
		mixed = mixed || s.text[end] != s.text[i]
		end++
	}
	if !mixed || !s.spaced(end) {
		return i
	}
	return end
}
