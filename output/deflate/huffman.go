package deflate

import (
	"cmp"
	"math/bits"
	"slices"
)

// The most bits that a code has, and that of the lengths of codes.
const (
	longestCode       = 15
	longestLengthCode = 7
)

// codeLengths returns the lengths of a prefix code of at most limit bits that
// writes symbols used so often in the fewest bits (the package-merge algorithm of
// Larmore and Hirschberg). A code has two symbols at least: some readers refuse
// one that leaves bits unused.
func codeLengths(used []int, limit int) []uint8 {
	lengths := make([]uint8, len(used))
	leaves := make([]int, 0, litSymbols)
	for symbol, n := range used {
		if n > 0 {
			leaves = append(leaves, symbol)
		}
	}
	for symbol := 0; len(leaves) < 2; symbol++ {
		if used[symbol] == 0 {
			leaves = append(leaves, symbol)
		}
	}
	slices.SortFunc(leaves, func(a, b int) int { return cmp.Or(cmp.Compare(used[a], used[b]), cmp.Compare(a, b)) })
	// Each list merges the leaves with pairs of the list before; isLeaf says which
	// came from where.
	var isLeaf [longestCode][2 * litSymbols]bool
	var lists [2][2 * litSymbols]int
	before := lists[1][:0]
	for i := range limit {
		list := lists[i%2][:0]
		for leaf, pair := 0, 0; leaf < len(leaves) || pair+1 < len(before); {
			takeLeaf := leaf < len(leaves)
			if takeLeaf && pair+1 < len(before) {
				takeLeaf = used[leaves[leaf]] <= before[pair]+before[pair+1]
			}
			isLeaf[i][len(list)] = takeLeaf
			if takeLeaf {
				list = append(list, used[leaves[leaf]])
				leaf++
			} else {
				list = append(list, before[pair]+before[pair+1])
				pair += 2
			}
		}
		before = list
	}
	// A symbol is as long as the number of lists that its leaf is taken of.
	for i, taken := limit-1, 2*len(leaves)-2; i >= 0; i-- {
		leaf := 0
		for _, is := range isLeaf[i][:taken] {
			if is {
				lengths[leaves[leaf]]++
				leaf++
			}
		}
		taken = 2 * (taken - leaf)
	}
	return lengths
}

// codes returns the codes of some lengths (RFC 1951 §3.2.2), the first bit lowest.
func codes(lengths []uint8) []uint16 {
	var next [17]int
	for _, l := range lengths {
		if l > 0 {
			next[l+1]++
		}
	}
	for l, code := 1, 0; l < len(next); l++ {
		code = (code + next[l]) << 1
		next[l] = code
	}
	codes := make([]uint16, len(lengths))
	for symbol, l := range lengths {
		if l > 0 {
			codes[symbol] = bits.Reverse16(uint16(next[l])) >> (16 - l)
			next[l]++
		}
	}
	return codes
}

// A header is what a block says of its codes (RFC 1951 §3.2.7).
type header struct {
	lit, dist []uint8 // lengths
	runs      []run
	lengths   []uint8 // of the code that the runs are written in
	bits      int
}

// A run is a symbol of the code of lengths, and what follows it.
type run struct{ symbol, extra, value uint8 }

// order is the one that the lengths of that code stand in.
func order() [19]int {
	return [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
}

// headerOf returns the shortest header of codes with these lengths that uses all
// symbols for runs, or, where all ways are tried, that uses any of them.
func headerOf(lit, dist []uint8, tryAll bool) header {
	lit, dist = trimmed(lit, 257), trimmed(dist, 1)
	all := slices.Concat(lit, dist)
	least := 7 // a bit for each of the symbols
	if tryAll {
		least = 0
	}
	var best header
	for kinds := 7; kinds >= least; kinds-- {
		h := header{lit: lit, dist: dist, runs: runs(all, kinds&1 != 0, kinds&2 != 0, kinds&4 != 0)}
		var used [19]int
		for _, r := range h.runs {
			used[r.symbol]++
			h.bits += int(r.extra)
		}
		h.lengths = codeLengths(used[:], longestLengthCode)
		for symbol, n := range used {
			h.bits += n * int(h.lengths[symbol])
		}
		h.bits += 14 + 3*h.stated()
		if kinds == 7 || h.bits < best.bits {
			best = h
		}
	}
	return best
}

// stated is how many lengths of the code of lengths are written.
func (h *header) stated() int {
	o := order()
	n := len(o)
	for n > 4 && h.lengths[o[n-1]] == 0 {
		n--
	}
	return n
}

func trimmed(lengths []uint8, least int) []uint8 {
	n := len(lengths)
	for n > least && lengths[n-1] == 0 {
		n--
	}
	return lengths[:n]
}

// runs writes lengths with the symbols for a repetition (16), for a few zeros (17)
// and for many (18), as far as they may be used.
func runs(lengths []uint8, repeat, few, many bool) []run {
	list := make([]run, 0, len(lengths))
	for len(lengths) > 0 {
		n := 1
		for n < len(lengths) && lengths[n] == lengths[0] {
			n++
		}
		first := lengths[0]
		lengths = lengths[n:]
		if first == 0 {
			for many && n >= 11 {
				k := min(n, 138)
				list = append(list, run{18, 7, uint8(k - 11)})
				n -= k
			}
			for few && n >= 3 {
				k := min(n, 10)
				list = append(list, run{17, 3, uint8(k - 3)})
				n -= k
			}
		} else if repeat && n >= 4 {
			list = append(list, run{symbol: first})
			for n--; n >= 3; {
				k := min(n, 6)
				list = append(list, run{16, 2, uint8(k - 3)})
				n -= k
			}
		}
		for range n {
			list = append(list, run{symbol: first})
		}
	}
	return list
}

// coded returns the header of a block, and the bits that the block takes.
func (c *counts) coded(tryAll bool) (header, int) {
	lit, dist := codeLengths(c.lit[:], longestCode), codeLengths(c.dist[:], longestCode)
	h := headerOf(lit, dist, tryAll)
	bits := 3 + h.bits + c.extra
	for symbol, n := range c.lit {
		bits += n * int(lit[symbol])
	}
	for symbol, n := range c.dist {
		bits += n * int(dist[symbol])
	}
	return h, bits
}

// bits is how many a block takes, or a few more.
func (c *counts) bits() int {
	_, bits := c.coded(false)
	return bits
}
