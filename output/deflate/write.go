package deflate

// A bitWriter writes bits, the lowest of a byte first.
type bitWriter struct {
	out   []byte
	held  uint64
	count uint
}

func (w *bitWriter) bits(value, count int) {
	w.held |= uint64(value) << w.count
	w.count += uint(count)
	for w.count >= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
		w.count -= 8
	}
}

// flush returns what was written, with the last byte filled up.
func (w *bitWriter) flush() []byte {
	if w.count > 0 {
		w.bits(0, int(8-w.count))
	}
	return w.out
}

// block writes a block with codes of its own (RFC 1951 §3.2.3).
func (w *bitWriter) block(tokens []token, last bool) {
	c := countsOf(tokens)
	h, _ := c.coded(true)
	final := 0
	if last {
		final = 1
	}
	w.bits(final|2<<1, 3)
	w.bits(len(h.lit)-257, 5)
	w.bits(len(h.dist)-1, 5)
	w.bits(h.stated()-4, 4)
	o := order()
	for _, symbol := range o[:h.stated()] {
		w.bits(int(h.lengths[symbol]), 3)
	}
	lengthCodes := codes(h.lengths)
	for _, r := range h.runs {
		w.bits(int(lengthCodes[r.symbol]), int(h.lengths[r.symbol]))
		w.bits(int(r.value), int(r.extra))
	}
	lit, dist := codes(h.lit), codes(h.dist)
	for _, t := range tokens {
		if t.length == 0 {
			w.bits(int(lit[t.value]), int(h.lit[t.value]))
			continue
		}
		symbol, extra := lengthSymbol(int(t.length))
		w.bits(int(lit[symbol]), int(h.lit[symbol]))
		w.bits((int(t.length)-3)&(1<<extra-1), extra)
		symbol, extra = distSymbol(int(t.value))
		w.bits(int(dist[symbol]), int(h.dist[symbol]))
		w.bits(int(t.value)&(1<<extra-1), extra)
	}
	w.bits(int(lit[endOfBlock]), int(h.lit[endOfBlock]))
}
