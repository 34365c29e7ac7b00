package deflate

import "math/bits"

// A token is a literal byte, or a copy of so many bytes from a distance.
type token struct {
	length uint16 // 0 for a literal
	value  uint16 // the literal, or the distance less one
}

func (t token) size() int { return max(1, int(t.length)) }

// Symbols of literals and lengths, and of distances (RFC 1951 §3.2.5).
const (
	endOfBlock  = 256
	litSymbols  = 286
	distSymbols = 30
	longest     = 258
	farthest    = 1 << 15
)

// lengthSymbol returns the symbol of a length from 3 to 258, and how many bits
// follow it.
func lengthSymbol(length int) (symbol, extra int) {
	v := length - 3
	switch {
	case length == longest:
		return 285, 0
	case v < 8:
		return 257 + v, 0
	}
	n := bits.Len(uint(v)) - 1
	return 257 + 4*(n-1) + v>>(n-2)&3, n - 2
}

// distSymbol returns the symbol of a distance less one, and how many bits follow
// it.
func distSymbol(v int) (symbol, extra int) {
	if v < 4 {
		return v, 0
	}
	n := bits.Len(uint(v)) - 1
	return 2*n + v>>(n-1)&1, n - 1
}

// Counts are how often each symbol is used in a block.
type counts struct {
	lit  [litSymbols]int
	dist [distSymbols]int
	// extra is how many bits follow symbols.
	extra int
}

func countsOf(tokens []token) (c counts) {
	for _, t := range tokens {
		if t.length == 0 {
			c.lit[t.value]++
			continue
		}
		symbol, extra := lengthSymbol(int(t.length))
		c.lit[symbol]++
		c.extra += extra
		symbol, extra = distSymbol(int(t.value))
		c.dist[symbol]++
		c.extra += extra
	}
	c.lit[endOfBlock] = 1
	return c
}

// without returns what is counted beside a part, which has an end of its own.
func (c *counts) without(part *counts) counts {
	rest := *c
	for i, n := range part.lit {
		rest.lit[i] -= n
	}
	for i, n := range part.dist {
		rest.dist[i] -= n
	}
	rest.lit[endOfBlock] = 1
	rest.extra -= part.extra
	return rest
}

func (c *counts) addHalf(o *counts) {
	for i, n := range o.lit {
		c.lit[i] += n / 2
	}
	for i, n := range o.dist {
		c.dist[i] += n / 2
	}
}

// unit is a bit, in the numbers that costs are.
const unit = 1 << 8

// log2 is the logarithm of a number to the base 2, in units, rounded down. It
// counts in whole numbers: those with a point are not the same on all machines.
func log2(x int) int {
	n := bits.Len(uint(x)) - 1
	m, result := uint64(x)<<(31-n), n
	for range 8 {
		m = m * m >> 31
		result <<= 1
		if m >= 1<<32 {
			m >>= 1
			result++
		}
	}
	return result
}

// about is how many bits a block takes, without making its codes: what an ideal
// code takes, and a few bits to state each symbol.
func (c *counts) about() int {
	const statement = 4
	bits := c.extra
	for _, used := range [][]int{c.lit[:], c.dist[:]} {
		total, units := 0, int64(0)
		for _, n := range used {
			if n > 0 {
				total += n
				units -= int64(n) * int64(log2(n))
				bits += statement
			}
		}
		if total > 0 {
			units += int64(total) * int64(log2(total))
		}
		bits += int(units / unit)
	}
	return bits
}

// A model says what literals, lengths and distances cost, in units.
type model struct {
	lit    [256]int
	length [longest + 1]int
	dist   [distSymbols]int
}

// firstModel is what symbols cost where nothing is known of the text.
func firstModel() (m model) {
	for i := range m.lit {
		m.lit[i] = 8 * unit
	}
	for l := 3; l <= longest; l++ {
		_, extra := lengthSymbol(l)
		m.length[l] = (7 + extra) * unit
	}
	for i := range m.dist {
		m.dist[i] = (5 + extraOfDist(i)) * unit
	}
	return m
}

// modelOf is what symbols cost that are used so often: one that is not used as
// much as one that is used once.
func modelOf(c counts) (m model) {
	costs := func(used []int) []int {
		total := 0
		for _, n := range used {
			total += n
		}
		costs := make([]int, len(used))
		for i, n := range used {
			costs[i] = log2(max(total, 1)) - log2(max(n, 1))
		}
		return costs
	}
	lit, dist := costs(c.lit[:]), costs(c.dist[:])
	copy(m.lit[:], lit)
	for l := 3; l <= longest; l++ {
		symbol, extra := lengthSymbol(l)
		m.length[l] = lit[symbol] + extra*unit
	}
	for i := range m.dist {
		m.dist[i] = dist[i] + extraOfDist(i)*unit
	}
	return m
}

func extraOfDist(symbol int) int { return max(0, symbol/2-1) }
