// Package deflate packs bytes as small as it can, as /FlateDecode unpacks them
// (RFC 1950, RFC 1951), for a file that is made once and fetched often. It takes
// some forty times as long as package compress/zlib: 2 s for each MiB of a report's
// pages, up to 16 s for one of a text that is made to be slow.
//
// As in zopfli, all ways to write a text as literals and copies of what stands
// before are compared by what they cost in bits; what a symbol costs follows from
// the way that was best before, and so on for some rounds. Costs are whole
// numbers, so that every machine finds the same way.
package deflate

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/adler32"
)

// largest is the longest text, in bytes, that is packed with all that care: a
// longer one takes too long and too much memory, and level 9 of package zlib.
const largest = 1 << 20

// rounds is how often what symbols cost is found anew. More win nothing that
// shows.
const rounds = 12

// Best returns a text as a zlib stream.
func Best(text []byte) []byte {
	plain := level9(text)
	if len(text) == 0 || len(text) > largest {
		return plain
	}
	s := search(text)
	m := firstModel()
	whole := s.parse(0, len(text), &m)
	m = modelOf(countsOf(whole))
	whole = s.parse(0, len(text), &m)

	var tokens []token
	var blocks []block
	for _, b := range split(whole) {
		from := len(tokens)
		tokens = append(tokens, s.cheapest(b.start, b.start+b.size)...)
		blocks = append(blocks, block{tokens: tokens[from:]})
	}
	// What is now known of the tokens may divide them better.
	if again := split(tokens); bitsOf(again) < bitsOf(blocks) {
		blocks = again
	}
	w := &bitWriter{out: []byte{0x78, 0xda}}
	for i, b := range blocks {
		w.block(b.tokens, i == len(blocks)-1)
	}
	packed := binary.BigEndian.AppendUint32(w.flush(), adler32.Checksum(text))
	if len(plain) <= len(packed) {
		return plain
	}
	return packed
}

func level9(text []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // a valid level
	_, _ = w.Write(text)                                  // to memory
	_ = w.Close()
	return b.Bytes()
}

// cheapest returns the best way found to write a part of the text as one block.
func (s *searched) cheapest(from, to int) []token {
	m := firstModel()
	var best []token
	var least int
	var earlier counts
	for round := range rounds {
		tokens := s.parse(from, to, &m)
		c := countsOf(tokens)
		if size := c.bits(); best == nil || size < least {
			best, least = tokens, size
		}
		// Half of what was before keeps the rounds from going to and fro.
		if round > 3 {
			c.addHalf(&earlier)
		}
		earlier = c
		m = modelOf(c)
	}
	return best
}
