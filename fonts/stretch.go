package fonts

import "encoding/binary"

// Stretch is [Shaper.Word] with n tatweels (n ≥ 1) inserted before the cluster
// that starts at the character at (an index into text, inside the item). The
// word is shaped anew with them, so the widths are what will be painted. The
// tatweels' ink and advance belong to the cluster before them in logical order,
// their characters to none. A face may draw them as one glyph with the letters on
// both sides (Amiri before alef): these are one cluster then.
//
// Only a place whose cluster has Tatweel set is fit for it.
func (s *Shaper) Stretch(text []rune, item Item, at, n int) *Word {
	if n < 1 || at <= item.Start || at >= item.End {
		return s.Word(text, item)
	}
	s.read(text, item)
	// A word has no character below the space, so this is no other's key.
	s.key = append(s.key, 1)
	s.key = binary.AppendUvarint(s.key, uint64(at-item.Start))
	s.key = binary.AppendUvarint(s.key, uint64(n))
	if word, ok := s.recall(item); ok {
		return word
	}
	key := string(s.key)
	return s.keep(item, key, s.shapeStretched(text, item, at, n))
}

// shapeStretched shapes one word with tatweels in it.
func (s *Shaper) shapeStretched(text []rune, item Item, at, n int) []Cluster {
	start, end := item.Start, item.End
	// The letter before the tatweels keeps its marks and takes the tatweels: to
	// the shaper they are one cluster from the start.
	letter := start
	for _, c := range s.Word(text, item).Clusters {
		if from := start + c.Start; from < at && from > letter {
			letter = from
		}
	}
	before, after := context(text, start, end)
	stretched := make([]rune, 0, after-before+n)
	stretched = append(stretched, text[before:at]...)
	for range n {
		stretched = append(stretched, tatweel)
	}
	stretched = append(stretched, text[at:after]...)
	s.buffer.Clear()
	s.buffer.AddRunes(stretched, start-before, end-start+n)
	for i := range s.buffer.Info {
		from := start + i
		switch {
		case from >= at+n:
			from -= n
		case from > letter:
			from = letter
		}
		s.buffer.Info[i].Cluster = from - start
	}
	return s.shape(item, string(text[start:end]))
}
