package bidi

import "golang.org/x/text/unicode/bidi"

// Isolated resolves levels as [Levels] does, but sets off by rule what an author
// would have to set off by hand: its edges can't draw brackets, signs, commas or
// neighbouring numbers to its side, nor they it.
//
// In a right-to-left paragraph that is every left-to-right phrase with the
// signs, digits, inner spaces and punctuation that belong to it ("Erasmus+",
// "C++", "COVID-19", "U.S.", "10 km"), every address (URL, DOI, e-mail) and every
// number with its sign, currency or percent, as a range, date or telephone
// number. In a left-to-right paragraph it is every right-to-left phrase and
// every number. Brackets and quotes around a phrase stay outside.
//
// Fragments are told by their shape: a number and the unit after it, an abbreviation
// with points, a path, the signs that cling to a word, groups of digits, brackets that
// open inside of one.
//
// Numbers in European digits run left to right. In Arabic-Indic digits a sign,
// percent or range runs with the script: the sign is read first, from the
// right; a currency stands left of its number (alreq, "Numbers").
//
// Directional characters an author typed are obeyed; nothing inside them is set
// off.
func Isolated(text []rune, base Base) (levels []uint8, paragraph uint8) {
	p := newResolver(text)
	switch base {
	case RTL:
		paragraph = 1
	case Auto:
		paragraph = p.firstStrong(0, len(text), 0)
	}
	if p.plain(paragraph) {
		return p.resolved, paragraph
	}
	s := scanner{text: text, classes: p.original}
	fragments := s.fragments(paragraph)
	if len(fragments) == 0 {
		p.resolve(Base(1 + paragraph))
		return p.resolved, paragraph
	}
	wrapped := wrap(text, fragments)
	w := newResolver(wrapped)
	w.resolve(Base(1 + paragraph))
	levels = p.resolved[:0]
	at := 0
	walk(fragments, len(text), func(int, bool) { at++ }, func(start, end int) {
		levels = append(levels, w.resolved[at:at+end-start]...)
		at += end - start
	})
	return levels, paragraph
}

// A fragment is a stretch of text to be isolated. Fragments do not overlap, but
// one may hold others.
type fragment struct {
	start, end int
	rtl        bool
}

// The characters fragments are wrapped in.
const (
	leftToRightIsolate = 0x2066
	rightToLeftIsolate = 0x2067
	popIsolate         = 0x2069
)

// wrap puts isolates around the fragments, which are sorted by start, the outer
// before the inner.
func wrap(text []rune, fragments []fragment) []rune {
	wrapped := make([]rune, 0, len(text)+2*len(fragments))
	walk(fragments, len(text), func(f int, open bool) {
		switch {
		case !open:
			wrapped = append(wrapped, popIsolate)
		case fragments[f].rtl:
			wrapped = append(wrapped, rightToLeftIsolate)
		default:
			wrapped = append(wrapped, leftToRightIsolate)
		}
	}, func(start, end int) { wrapped = append(wrapped, text[start:end]...) })
	return wrapped
}

// walk goes through a wrapped text of n characters: it calls isolate for each
// start and end of a fragment, and stretch for the characters between two of
// these, with where they start and end in the text.
func walk(fragments []fragment, n int, isolate func(f int, open bool), stretch func(start, end int)) {
	at := 0
	reach := func(end int) {
		if end > at {
			stretch(at, end)
			at = end
		}
	}
	var open []int
	closeUntil := func(end int) {
		for len(open) > 0 && fragments[open[len(open)-1]].end <= end {
			f := open[len(open)-1]
			open = open[:len(open)-1]
			reach(fragments[f].end)
			isolate(f, false)
		}
	}
	for f := range fragments {
		closeUntil(fragments[f].start)
		reach(fragments[f].start)
		isolate(f, true)
		open = append(open, f)
	}
	closeUntil(n)
	reach(n)
}

// A scanner finds the fragments of a text.
type scanner struct {
	text    []rune
	classes []class
	// arabicDigits is set within a phrase that a number in Arabic-Indic digits begins.
	arabicDigits bool
}

// fragments returns what is to be isolated in a paragraph of a level.
func (s *scanner) fragments(paragraph uint8) []fragment {
	var found []fragment
	depth := 0
	for i := 0; i < len(s.text); {
		switch s.classes[i] {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.LRI, bidi.RLI, bidi.FSI:
			depth++
		case bidi.PDF, bidi.PDI:
			depth = max(0, depth-1)
		case bidi.B:
			depth = 0
		default:
			if depth > 0 {
				break
			}
			if f, ok := s.fragment(i, paragraph); ok {
				found = append(found, f)
				switch {
				case !f.rtl:
					found = s.appendDigits(found, f)
				case paragraph == 0:
					found = s.appendNumbers(found, f.start, f.end)
				}
				i = f.end
				if f.end < len(s.text) && s.text[f.end] == '"' && s.at(f.start-1) == '"' {
					i++ // this straight quote closes
				}
				continue
			}
		}
		i++
	}
	return found
}

// fragment returns the fragment that starts at i.
func (s *scanner) fragment(i int, paragraph uint8) (fragment, bool) {
	switch s.classes[i] {
	case bidi.WS, bidi.NSM, bidi.S, bidi.BN:
		return fragment{}, false
	case bidi.R, bidi.AL:
		if paragraph == 1 {
			return fragment{}, false
		}
		return fragment{i, s.arabic(i), true}, true
	}
	if end := max(s.address(i), s.interval(i), s.telephone(i)); end > i {
		return fragment{i, end, false}, true
	}
	if end := max(s.path(i), s.markup(i)); end > i && paragraph == 1 {
		return fragment{i, s.extend(i, end), false}, true
	}
	n, isNumber := s.number(i)
	if paragraph == 1 {
		if isOpening(s.text[i]) { // all that stands in brackets, were it "10% of GDP"
			if shut, kind := s.group(i); kind == lettered {
				return fragment{i + 1, shut, false}, true
			}
		}
		if isNumber {
			if end := s.continued(n); end > n.end {
				n.end, n.rtl = end, false
			}
			return fragment{i, n.end, n.rtl}, true
		}
		if letter := s.leading(i); letter >= 0 {
			return fragment{i, s.phrase(letter), false}, true
		}
		return fragment{}, false
	}
	// What is left of a left-to-right paragraph once its Arabic is set off
	// orders European numbers rightly.
	if !isNumber || n.european && !n.rtl {
		return fragment{}, false
	}
	next := n.end
	if s.isSpace(next) {
		next++
	}
	if c := s.class(next); c == bidi.R || c == bidi.AL {
		return fragment{i, s.arabic(next), true}, true
	}
	return fragment{i, n.end, n.rtl}, true
}

// appendNumbers appends the numbers inside a right-to-left fragment.
func (s *scanner) appendNumbers(found []fragment, start, end int) []fragment {
	for i := start; i < end; {
		if n, ok := s.number(i); ok && n.end <= end {
			if n.end-i < end-start {
				found = append(found, fragment{i, n.end, n.rtl})
			}
			i = n.end
			continue
		}
		i++
	}
	return found
}

// appendDigits appends the groups of Arabic-Indic digits inside a left-to-right
// fragment, between which signs and spaces would run with the digits' script (UAX #9,
// N1).
func (s *scanner) appendDigits(found []fragment, f fragment) []fragment {
	for i := f.start; i < f.end; i++ {
		start := i
		for i < f.end && s.classes[i] == bidi.AN {
			i++
		}
		if i > start && i-start < f.end-f.start {
			found = append(found, fragment{start, i, false})
		}
	}
	return found
}

// at returns the character at i, or 0 outside the text.
func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.text) {
		return 0
	}
	return s.text[i]
}

// class returns the class of the character at i, or B outside the text.
func (s *scanner) class(i int) class {
	if i < 0 || i >= len(s.text) {
		return bidi.B
	}
	return s.classes[i]
}

// signed reports whether a sign at i is a number's or a word's: it opens a word, or
// only a و that is written together with the next word, or a tatweel after such a
// particle, stands before it.
func (s *scanner) signed(i int) bool {
	return s.opens(i) || s.at(i-1) == 'و' && s.opens(i-1) || s.at(i-1) == 'ـ' && s.at(i-2) != 'ه' // هـ: of the Hijri calendar
}

// isOneOf reports whether r is one of a few characters.
func isOneOf(r rune, set string) bool {
	if r == 0 {
		return false
	}
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// opens reports whether a word may start at i: nothing stands before it, or a
// space, an opening bracket, a quote or a dash.
func (s *scanner) opens(i int) bool {
	for s.class(i-1) == bidi.BN {
		i--
	}
	switch s.class(i - 1) {
	case bidi.WS, bidi.S, bidi.B:
		return true
	}
	return isOneOf(s.at(i-1), `([{<«»"'“”„‘’‹›،؛:/=—–`)
}

func (s *scanner) isSpace(i int) bool {
	return s.class(i) == bidi.WS || s.at(i) == 0xA0 || s.at(i) == 0x202F
}
