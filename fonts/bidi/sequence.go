package bidi

import "golang.org/x/text/unicode/bidi"

// A sequence is an isolating run sequence (BD13): the characters at indexes
// resolve as if they stood next to one another.
type sequence struct {
	*resolver
	indexes  []int
	level    uint8
	sos, eos class // L or R (X10)
}

// A levelRun is a stretch of one level, without the characters X9 removes at
// its ends (BD7).
type levelRun struct{ start, end int }

// eachSequence calls resolve with each isolating run sequence of the paragraph
// in turn (X10). The sequence is valid during the call only.
func (p *resolver) eachSequence(paragraph uint8, resolve func(*sequence)) {
	runs := p.levelRuns()
	s := &sequence{resolver: p, indexes: make([]int, 0, len(p.text))}
	var runOf map[int]int // by the index of a first character that is a PDI
	if p.match != nil {
		runOf = map[int]int{}
		for i, r := range runs {
			if p.original[r.start] == bidi.PDI {
				runOf[r.start] = i
			}
		}
	}
	for _, r := range runs {
		if p.original[r.start] == bidi.PDI && p.match[r.start] >= 0 {
			continue // it goes on where its initiator's sequence ends
		}
		s.indexes = s.indexes[:0]
		for {
			for i := r.start; i < r.end; i++ {
				if !removed(p.original[i]) {
					s.indexes = append(s.indexes, i)
				}
			}
			last := s.indexes[len(s.indexes)-1]
			if !isInitiator(p.original[last]) || p.match[last] == len(p.text) {
				break
			}
			next, found := runOf[p.match[last]]
			if !found {
				break
			}
			r = runs[next]
		}
		p.bound(s, paragraph)
		resolve(s)
	}
}

// levelRuns returns the level runs of the paragraph. None is empty, and each
// begins with a character that X9 keeps.
func (p *resolver) levelRuns() []levelRun {
	runs := make([]levelRun, 0, 8)
	open := false
	for i, c := range p.original {
		if removed(c) {
			continue
		}
		if c == bidi.B { // a separator is in no run: its level is settled
			open = false
			continue
		}
		if open && p.levels[runs[len(runs)-1].start] == p.levels[i] {
			runs[len(runs)-1].end = i + 1
			continue
		}
		runs = append(runs, levelRun{i, i + 1})
		open = true
	}
	return runs
}

// bound sets the level, sos and eos of a sequence (X10).
func (p *resolver) bound(s *sequence, paragraph uint8) {
	first, last := s.indexes[0], s.indexes[len(s.indexes)-1]
	s.level = p.levels[first]
	before, after := paragraph, paragraph
	for i := first - 1; i >= 0; i-- {
		if !removed(p.original[i]) {
			before = p.levels[i]
			break
		}
	}
	if !isInitiator(p.original[last]) {
		for i := last + 1; i < len(p.text); i++ {
			if !removed(p.original[i]) {
				after = p.levels[i]
				break
			}
		}
	}
	s.sos = direction(max(s.level, before))
	s.eos = direction(max(s.level, after))
}

func direction(level uint8) class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// implicit raises levels by what the characters resolved to (I1, I2).
func (s *sequence) implicit() {
	for _, i := range s.indexes {
		level := s.level
		switch c := s.classes[i]; {
		case level%2 == 0 && c == bidi.R:
			level++
		case level%2 == 0 && (c == bidi.AN || c == bidi.EN):
			level += 2
		case level%2 == 1 && (c == bidi.L || c == bidi.AN || c == bidi.EN):
			level++
		}
		s.resolved[i] = level
	}
}
