package bidi

import "golang.org/x/text/unicode/bidi"

// matchIsolates pairs isolate initiators with their PDI (BD9).
func (p *resolver) matchIsolates() {
	p.match = make([]int, len(p.text))
	var open []int
	for i, c := range p.original {
		switch {
		case isInitiator(c):
			p.match[i] = len(p.text)
			open = append(open, i)
		case c == bidi.PDI:
			p.match[i] = -1
			if n := len(open); n > 0 {
				p.match[i] = open[n-1]
				p.match[open[n-1]] = i
				open = open[:n-1]
			}
		case c == bidi.B:
			open = open[:0]
		}
	}
}

// firstStrong returns the level that the first strong character in a range
// asks for, skipping isolates, or fallback (P2, P3).
func (p *resolver) firstStrong(start, end int, fallback uint8) uint8 {
	for i := start; i < end; i++ {
		switch c := p.original[i]; c {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		case bidi.B:
			return fallback
		case bidi.LRI, bidi.RLI, bidi.FSI:
			i = p.match[i]
		}
	}
	return fallback
}

// A status is an entry of the directional status stack (X1).
type status struct {
	level    uint8
	override class // L, R, or ON for neutral
	isolate  bool
}

// explicitLevels sets each character's explicit level and applies overrides
// (X1 to X8).
func (p *resolver) explicitLevels(paragraph uint8) {
	if !p.explicit {
		for i := range p.levels {
			p.levels[i] = paragraph
		}
		return
	}
	stack := make([]status, 1, 16)
	stack[0] = status{paragraph, bidi.ON, false}
	overflowIsolates, overflowEmbeddings, validIsolates := 0, 0, 0
	for i, c := range p.original {
		top := stack[len(stack)-1]
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO: // X2 to X5
			p.levels[i] = top.level
			level := nextLevel(top.level, c == bidi.RLE || c == bidi.RLO)
			if level > maxDepth || overflowIsolates > 0 || overflowEmbeddings > 0 {
				if overflowIsolates == 0 {
					overflowEmbeddings++
				}
				continue
			}
			override := class(bidi.ON)
			switch c {
			case bidi.RLO:
				override = bidi.R
			case bidi.LRO:
				override = bidi.L
			}
			stack = append(stack, status{level, override, false})
		case bidi.RLI, bidi.LRI, bidi.FSI: // X5a to X5c
			p.levels[i] = top.level
			if top.override != bidi.ON {
				p.classes[i] = top.override
			}
			rtl := c == bidi.RLI || c == bidi.FSI && p.firstStrong(i+1, p.match[i], 0) == 1
			level := nextLevel(top.level, rtl)
			if level > maxDepth || overflowIsolates > 0 || overflowEmbeddings > 0 {
				overflowIsolates++
				continue
			}
			validIsolates++
			stack = append(stack, status{level, bidi.ON, true})
		case bidi.PDI: // X6a
			switch {
			case overflowIsolates > 0:
				overflowIsolates--
			case validIsolates > 0:
				overflowEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				validIsolates--
			}
			top = stack[len(stack)-1]
			p.levels[i] = top.level
			if top.override != bidi.ON {
				p.classes[i] = top.override
			}
		case bidi.PDF: // X7
			p.levels[i] = top.level
			switch {
			case overflowIsolates > 0:
			case overflowEmbeddings > 0:
				overflowEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case bidi.B: // X8
			p.levels[i] = paragraph
			stack = stack[:1]
			overflowIsolates, overflowEmbeddings, validIsolates = 0, 0, 0
		default: // X6
			p.levels[i] = top.level
			if top.override != bidi.ON && c != bidi.BN {
				p.classes[i] = top.override
			}
		}
	}
}

// nextLevel returns the least level above one that is odd, or even.
func nextLevel(level uint8, odd bool) uint8 {
	if odd {
		return level + 1 | 1
	}
	return (level + 2) &^ 1
}
