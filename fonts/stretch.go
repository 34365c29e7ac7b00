package fonts

import "slices"

// Stretch is [Shaper.Shape] with n tatweels (n ≥ 1) inserted before the cluster
// that starts at the character at (an index into text, inside the item). The
// word is shaped anew with them, so the widths are what will be painted. The
// tatweels' ink and advance belong to the cluster before them in logical order,
// their characters to none. A face may draw them as one glyph with the letters on
// both sides (Amiri before alef): these are one cluster then.
//
// Only a place whose cluster has Tatweel set is fit for it.
func (s *Shaper) Stretch(text []rune, item Item, at, n int) []Cluster {
	if n < 1 || at <= item.Start || at >= item.End || isSpace(text[at]) || isSpace(text[at-1]) {
		return s.Shape(text, item)
	}
	start, end := wordStart(text, at, item.Start), wordEnd(text, at, item.End)
	var clusters []Cluster
	word := func() { clusters = append(clusters, s.stretchWord(text, item, start, end, at, n)...) }
	head, tail := item, item
	head.End, tail.Start = start, end
	if item.RTL() {
		clusters = append(clusters, s.Shape(text, tail)...)
		word()
		return append(clusters, s.Shape(text, head)...)
	}
	clusters = append(clusters, s.Shape(text, head)...)
	word()
	return append(clusters, s.Shape(text, tail)...)
}

// stretchWord returns the clusters of one word with tatweels in it.
func (s *Shaper) stretchWord(text []rune, item Item, start, end, at, n int) []Cluster {
	s.read(text, start, end)
	key := wordKey{item.Face, item.Script, item.RTL(), item.Language, string(s.key), at - start, n}
	kept, ok := s.words[key]
	if !ok {
		kept = s.shapeStretched(text, item, start, end, at, n)
		s.keep(key, kept)
	}
	clusters := slices.Clone(kept)
	for i := range clusters {
		clusters[i].Start += start
	}
	return clusters
}

// shapeStretched shapes one word with tatweels in it, with Start counted from
// the word's own start.
func (s *Shaper) shapeStretched(text []rune, item Item, start, end, at, n int) []Cluster {
	// The letter before the tatweels keeps its marks and takes the tatweels: to
	// the shaper they are one cluster from the start.
	letter := start
	for _, c := range s.word(text, item, start, end) {
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
