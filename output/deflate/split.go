package deflate

import "math"

// A block is a run of tokens that share their codes.
type block struct {
	tokens      []token
	start, size int // in the text, in bytes
}

func bitsOf(blocks []block) (bits int) {
	for _, b := range blocks {
		c := countsOf(b.tokens)
		bits += c.bits()
	}
	return bits
}

const (
	// fewest is how many tokens a block has for which codes of its own may pay.
	fewest = 64
	// probes is how many places of division are tried at once.
	probes = 9
	// fineness is how near to the best place, in tokens, is near enough.
	fineness = 8
)

// split divides tokens to blocks where that makes them smaller.
func split(tokens []token) []block {
	var blocks []block
	start := 0
	var divide func(tokens []token)
	divide = func(tokens []token) {
		if at := division(tokens); at > 0 {
			divide(tokens[:at])
			divide(tokens[at:])
			return
		}
		size := 0
		for _, t := range tokens {
			size += t.size()
		}
		blocks = append(blocks, block{tokens, start, size})
		start += size
	}
	divide(tokens)
	return blocks
}

// division returns where a block is best divided in two, and 0 where nothing is
// won. It probes places at equal distances, and then those around the best, by
// what they would take about.
func division(tokens []token) int {
	whole := countsOf(tokens)
	least, best := math.MaxInt, 0
	from, to := fewest, len(tokens)-fewest
	for from < to {
		step := max(1, (to-from)/(probes+1))
		nearest, middle := math.MaxInt, from
		for at := from; at < to; at += step {
			head := countsOf(tokens[:at])
			tail := whole.without(&head)
			if bits := head.about() + tail.about(); bits < nearest {
				nearest, middle = bits, at
			}
		}
		if nearest < least {
			least, best = nearest, middle
		}
		if step <= fineness {
			break
		}
		from, to = max(from, middle-step+1), min(to, middle+step)
	}
	if best == 0 {
		return 0
	}
	head := countsOf(tokens[:best])
	tail := whole.without(&head)
	if head.bits()+tail.bits() >= whole.bits() {
		return 0
	}
	return best
}
