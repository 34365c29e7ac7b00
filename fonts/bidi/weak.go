package bidi

import "golang.org/x/text/unicode/bidi"

// weak resolves marks, numbers and what stands beside numbers (W1 to W7).
func (s *sequence) weak() {
	previous := s.sos // the class before, for W1
	strong := s.sos   // the last strong class, for W2
	for _, i := range s.indexes {
		switch s.classes[i] {
		case bidi.NSM: // W1
			if isInitiator(previous) || previous == bidi.PDI {
				s.classes[i] = bidi.ON
			} else {
				s.classes[i] = previous
			}
		}
		previous = s.classes[i]
	}
	for _, i := range s.indexes {
		switch c := s.classes[i]; c {
		case bidi.R, bidi.L:
			strong = c
		case bidi.AL: // W3, after W2 has looked at it
			strong = c
			s.classes[i] = bidi.R
		case bidi.EN: // W2
			if strong == bidi.AL {
				s.classes[i] = bidi.AN
			}
		}
	}
	s.separators()
	s.terminators()
	strong = s.sos
	for _, i := range s.indexes {
		switch c := s.classes[i]; c {
		case bidi.ES, bidi.CS, bidi.ET: // W6
			s.classes[i] = bidi.ON
		case bidi.R, bidi.L:
			strong = c
		case bidi.EN: // W7
			if strong == bidi.L {
				s.classes[i] = bidi.L
			}
		}
	}
}

// separators joins a single separator between two numbers to them (W4).
func (s *sequence) separators() {
	for k := 1; k+1 < len(s.indexes); k++ {
		c := s.classes[s.indexes[k]]
		if c != bidi.ES && c != bidi.CS {
			continue
		}
		before, after := s.classes[s.indexes[k-1]], s.classes[s.indexes[k+1]]
		if before == after && (before == bidi.EN || before == bidi.AN && c == bidi.CS) {
			s.classes[s.indexes[k]] = before
		}
	}
}

// terminators joins signs of currency, percent and the like that touch a
// European number to it (W5).
func (s *sequence) terminators() {
	for k := 0; k < len(s.indexes); k++ {
		if s.classes[s.indexes[k]] != bidi.ET {
			continue
		}
		end := k
		for end < len(s.indexes) && s.classes[s.indexes[end]] == bidi.ET {
			end++
		}
		if k > 0 && s.classes[s.indexes[k-1]] == bidi.EN ||
			end < len(s.indexes) && s.classes[s.indexes[end]] == bidi.EN {
			for ; k < end; k++ {
				s.classes[s.indexes[k]] = bidi.EN
			}
		}
		k = end - 1
	}
}
