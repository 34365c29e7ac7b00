// Package bidi orders mixed right-to-left and left-to-right text by the Unicode
// Bidirectional Algorithm (UAX #9, Unicode 17.0.0), whole: explicit embeddings,
// overrides and isolates, weak and neutral types, paired brackets.
//
// On top of it, [Isolated] sets off every number, address and phrase that runs
// against the paragraph, as if the author had put isolates around it.
package bidi

import (
	"golang.org/x/text/unicode/bidi"
)

// Base is the direction of a paragraph.
type Base int

// The base directions. Auto takes that of the first strong character outside
// isolates, and left to right where there is none (P2, P3).
const (
	Auto Base = iota
	LTR
	RTL
)

// Levels resolves the embedding level of each character of one paragraph, and
// the paragraph's own level (rules P2 to I2). Characters that rule X9 removes
// get the level of the character before them. Whitespace is not yet reset: see
// [ResetWhitespace].
//
// The text should hold no paragraph separator except as its last character; an
// inner one does no harm, it gets the paragraph's level.
func Levels(text []rune, base Base) (levels []uint8, paragraph uint8) {
	p := newResolver(text)
	paragraph = p.resolve(base)
	return p.resolved, paragraph
}

// class is a Bidi_Class value (UAX #9 table 4).
type class = bidi.Class

// maxDepth is the deepest explicit level (BD2).
const maxDepth = 125

// A resolver holds one paragraph while its levels are resolved.
type resolver struct {
	text []rune
	// original is each character's Bidi_Class; classes is what the rules have
	// made of it so far.
	original, classes []class
	// levels are the explicit levels (X1 to X8); resolved are the final ones.
	levels, resolved []uint8
	// brackets holds the pair's opening bracket, negated for a closing one, or
	// 0; it is nil where the text has no bracket.
	brackets []rune
	// match gives, for an isolate initiator, the index of its PDI, or the
	// length of the text; for a PDI the index of its initiator, or -1 (BD9). It
	// is nil where the text has no isolate.
	match []int
	// mixed reports that any character is not plain left-to-right, leftward that
	// any, a digit as well, runs so.
	mixed, leftward bool
	// explicit reports that the text has embeddings, overrides or isolates.
	explicit bool
}

func newResolver(text []rune) *resolver {
	p := &resolver{
		text:     text,
		original: make([]class, 2*len(text)),
		levels:   make([]uint8, len(text)),
		resolved: make([]uint8, len(text)),
	}
	p.original, p.classes = p.original[:len(text):len(text)], p.original[len(text):]
	isolates := false
	for i, r := range text {
		c := classOf(r)
		p.original[i] = c
		switch c {
		case bidi.L, bidi.EN:
			p.leftward = true
		case bidi.R, bidi.AL:
			p.mixed = true
		case bidi.AN: // its digits run left to right
			p.mixed, p.leftward = true, true
		case bidi.ON:
			p.bracket(i, r)
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF:
			p.mixed, p.explicit = true, true
		case bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			p.mixed, p.explicit, isolates = true, true, true
		}
	}
	if isolates {
		p.matchIsolates()
	}
	return p
}

// bracket notes a neutral character that is a bracket: no other one is.
func (p *resolver) bracket(i int, r rune) {
	properties, _ := bidi.LookupRune(r)
	if !properties.IsBracket() {
		return
	}
	if p.brackets == nil {
		p.brackets = make([]rune, len(p.text))
	}
	if properties.IsOpeningBracket() {
		p.brackets[i] = canonical(r)
	} else {
		p.brackets[i] = -canonical(Mirror(r))
	}
}

// plain reports whether all characters are of the paragraph's level, and gives it
// to them: they all run one way.
func (p *resolver) plain(paragraph uint8) bool {
	if p.explicit || paragraph == 0 && p.mixed || paragraph == 1 && p.leftward {
		return false
	}
	for i := range p.resolved {
		p.resolved[i] = paragraph
	}
	return true
}

// canonical maps the angle brackets to their canonical equivalents (BD16).
func canonical(r rune) rune {
	if r == 0x2329 {
		return 0x3008
	}
	return r
}

// resolve runs the rules and returns the paragraph's level.
func (p *resolver) resolve(base Base) uint8 {
	var paragraph uint8
	switch base {
	case RTL:
		paragraph = 1
	case Auto:
		paragraph = p.firstStrong(0, len(p.text), 0)
	}
	if p.plain(paragraph) {
		return paragraph
	}
	copy(p.classes, p.original)
	p.explicitLevels(paragraph)
	p.eachSequence(paragraph, func(s *sequence) {
		s.weak()
		s.neutral()
		s.implicit()
	})
	p.fillRemoved(paragraph)
	return paragraph
}

// fillRemoved gives the characters that X9 removed the level of the one before
// them, and paragraph separators the paragraph's (UAX #9 §5.2).
func (p *resolver) fillRemoved(paragraph uint8) {
	last := paragraph
	for i, c := range p.original {
		switch {
		case removed(c):
			p.resolved[i] = last
		case c == bidi.B:
			p.resolved[i] = paragraph
		}
		last = p.resolved[i]
	}
}

// removed reports whether rule X9 takes characters of a class out.
func removed(c class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// classOf returns the class of a character. Those that most text is made of are
// told without looking them up.
func classOf(r rune) class {
	switch {
	case r >= 0x620 && r <= 0x64A:
		return bidi.AL
	case r == ' ':
		return bidi.WS
	case r >= 0x64B && r <= 0x65F:
		return bidi.NSM
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return bidi.L
	case r >= '0' && r <= '9':
		return bidi.EN
	}
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

func isInitiator(c class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }
