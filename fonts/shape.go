package fonts

import (
	"fmt"
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A Shaper turns items into clusters. It keeps every word it has shaped, so a
// word met again costs a look-up. One goroutine may use it at a time.
type Shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
	// words holds the words of each setting by the key that read makes; known are
	// those of the setting at, which was asked for last: neighbours mostly share
	// one.
	words map[setting]map[string]*Word
	known map[string]*Word
	at    setting
	kept  int // bytes of them, about
	key   []byte
	// inks has what [Face.Ink] says of the glyphs that were asked for.
	inks map[inked]Ink
	// failure is set when a damaged font defeated the shaper.
	failure error
}

// A setting is what the shape of a word depends on besides its text.
type setting struct {
	face     *Face
	script   uint32
	rtl      bool
	language string
	feature  uint32
}

// inked is a glyph of a face.
type inked struct {
	face  *Face
	glyph uint32
}

// Ink returns the box of a glyph of a face, as [Face.Ink] does, and keeps it.
func (s *Shaper) Ink(f *Face, glyph uint32) Ink {
	key := inked{f, glyph}
	ink, known := s.inks[key]
	if !known {
		ink = f.Ink(glyph)
		s.inks[key] = ink
	}
	return ink
}

// WordInk returns the box of what a word paints that was shaped in a face, in font
// units from its left end. It is measured once.
func (s *Shaper) WordInk(f *Face, w *Word) Ink {
	if known := w.ink.Load(); known != nil {
		return *known
	}
	var ink Ink
	first := true
	for glyph, at := range w.Glyphs() {
		g := s.Ink(f, glyph.ID)
		if g == (Ink{}) {
			continue
		}
		x, y := float64(at+glyph.X), float64(glyph.Y)
		g = Ink{Left: g.Left + x, Right: g.Right + x, Above: g.Above + y, Below: g.Below - y}
		if first {
			ink, first = g, false
		}
		ink = Ink{Left: min(ink.Left, g.Left), Right: max(ink.Right, g.Right), Above: max(ink.Above, g.Above), Below: max(ink.Below, g.Below)}
	}
	w.ink.Store(&ink)
	return ink
}

// Glyphs goes through the glyphs of a word, each with the place of its cluster in font
// units from the left.
func (w *Word) Glyphs() iter.Seq2[Glyph, int32] {
	return func(yield func(Glyph, int32) bool) {
		x := int32(0)
		for c := range w.Clusters {
			for _, g := range w.Clusters[c].Glyphs {
				if !yield(g, x) {
					return
				}
			}
			x += w.Clusters[c].Advance
		}
	}
}

// maxKept bounds, in bytes, the words a shaper keeps.
const maxKept = 64 << 20

// NewShaper returns a shaper that has shaped nothing yet.
func NewShaper() *Shaper {
	return &Shaper{
		buffer: harfbuzz.NewBuffer(),
		fonts:  map[*Face]*harfbuzz.Font{},
		words:  map[setting]map[string]*Word{},
		inks:   map[inked]Ink{},
	}
}

// Shape returns the clusters of text[item.Start:item.End] in visual order, left
// to right, with Start counted from the text's own. Each word is shaped by itself,
// as [Shaper.Word] does.
func (s *Shaper) Shape(text []rune, item Item) []Cluster {
	var clusters []Cluster
	for start, w := range s.Words(text, item) {
		n := len(clusters)
		clusters = append(clusters, w.Clusters...)
		for i := n; i < len(clusters); i++ {
			clusters[i].Start += start
		}
		if item.RTL() {
			slices.Reverse(clusters[n:])
		}
	}
	if item.RTL() {
		slices.Reverse(clusters)
	}
	return clusters
}

// Words goes through the words and spaces of an item in logical order, each with
// the character that it starts at.
func (s *Shaper) Words(text []rune, item Item) iter.Seq2[int, *Word] {
	return func(yield func(int, *Word) bool) {
		for word := item; word.Start < item.End; word.Start = word.End {
			word.End = WordEnd(text, word.Start, item.End)
			if !yield(word.Start, s.Word(text, word)) {
				return
			}
		}
	}
}

// WordEnd returns the end of the word, or of the single space, at start: no
// farther than limit.
func WordEnd(text []rune, start, limit int) int {
	end := start + 1
	if isSpace(text[start]) {
		return end
	}
	for end < limit && !isSpace(text[end]) {
		end++
	}
	return end
}

// isSpace reports whether a character separates words for shaping.
func isSpace(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7F && r <= 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A,
		r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// Word returns one word, text[item.Start:item.End], or one space: what [WordEnd]
// finds, or a part of it. It is shaped by itself: no kerning reaches over a space,
// so a word looks the same wherever a line puts it. But where the item ends
// inside a joined word, what follows or precedes decides the joining forms. A
// space has no glyphs.
//
// Every character is in exactly one cluster's Text. Characters that are never
// drawn (bidi controls, joiners, soft hyphens) at the edge of a letter make a
// cluster of their own with no glyphs and no advance. No advance is negative.
// The word is shared: it must not be changed.
func (s *Shaper) Word(text []rune, item Item) *Word {
	if item.End == item.Start+1 && unicode.IsControl(text[item.Start]) {
		return control(item, text[item.Start])
	}
	length := s.read(text, item)
	if word, ok := s.recall(item); ok {
		return word
	}
	key := string(s.key)
	before, after := context(text, item.Start, item.End)
	s.fill(text, before, item.Start, item.End, after)
	return s.keep(item, key, s.shape(item, key[:length]))
}

// read sets s.key to a word, and what it joins to where it is cut out of more,
// and returns the length of the word in bytes. No character below the space
// stands in a word.
func (s *Shaper) read(text []rune, item Item) (length int) {
	before, after := context(text, item.Start, item.End)
	s.key = s.key[:0]
	for _, r := range text[item.Start:item.End] {
		s.key = utf8.AppendRune(s.key, r)
	}
	length = len(s.key)
	if before < item.Start || after > item.End {
		s.key = append(s.key, 0)
		for _, r := range text[before:item.Start] {
			s.key = utf8.AppendRune(s.key, r)
		}
		s.key = append(s.key, 0)
		for _, r := range text[item.End:after] {
			s.key = utf8.AppendRune(s.key, r)
		}
	}
	return length
}

// recall returns the word of s.key, if it was shaped before.
func (s *Shaper) recall(item Item) (word *Word, ok bool) {
	at := setting{item.Face, item.Script, item.RTL(), item.Language, item.Feature}
	if at != s.at || s.known == nil {
		if s.words[at] == nil {
			s.words[at] = map[string]*Word{}
		}
		s.at, s.known = at, s.words[at]
	}
	word, ok = s.known[string(s.key)]
	return word, ok
}

// keep keeps a word for when it comes again. Beyond maxKept all are given up.
func (s *Shaper) keep(item Item, key string, clusters []Cluster) *Word {
	const word, cluster = 144, 160 // bytes, about
	w := newWord(clusters, item.RTL())
	size := word + len(key) + cluster*len(clusters)
	if size > maxKept {
		return w
	}
	if s.kept+size > maxKept {
		clear(s.words)
		s.known = nil
		s.kept = 0
		s.recall(item)
	}
	s.kept += size
	s.known[key] = w
	return w
}

// control returns the word of a control character: a tab is as wide as a
// space, the others have no width.
func control(item Item, r rune) *Word {
	c := Cluster{Text: string(r)}
	if r == '\t' {
		c.Advance = int32(item.Face.Space * float64(item.Face.UnitsPerEm))
	}
	return newWord([]Cluster{c}, item.RTL())
}

// HoldsNumber reports whether r is a sign that is drawn around or under the digits
// after it (Unicode, Prepended_Concatenation_Mark): the end of a verse, of a year. It is
// a format character that is seen.
func HoldsNumber(r rune) bool {
	return unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// context returns how far the shaper must see on both sides of a word: as far
// as letters that may join to it, at most five characters.
func context(text []rune, start, end int) (before, after int) {
	before, after = start, end
	for before > 0 && start-before < 5 && mayJoin(text[before-1]) {
		before--
	}
	for after < len(text) && after-end < 5 && mayJoin(text[after]) {
		after++
	}
	return before, after
}

// mayJoin reports whether a character can join cursively to its neighbour, or
// stands between two that do.
func mayJoin(r rune) bool {
	return r >= 0x610 && (r <= 0x61A || r >= 0x620 && r <= 0x65F || r >= 0x66E && r <= 0x6DC || r >= 0x6DF && r <= 0x6FF && (r < 0x6F0 || r > 0x6F9) ||
		r >= 0x750 && r <= 0x77F || r >= 0x870 && r <= 0x8FF || r == 0x200D || r == 0x200C)
}

// fill puts a word into the buffer, each character its own cluster, but for the digits
// that a sign before them holds or underlines: they are one with it.
func (s *Shaper) fill(text []rune, before, start, end, after int) {
	s.buffer.Clear()
	s.buffer.AddRunes(text[before:after], start-before, end-start)
	held := false
	for i := range s.buffer.Info {
		r := text[start+i]
		if held = held && unicode.IsDigit(r); held {
			s.buffer.Info[i].Cluster = s.buffer.Info[i-1].Cluster
			continue
		}
		s.buffer.Info[i].Cluster = i
		held = HoldsNumber(r)
	}
}

// shape shapes what is in the buffer. text is the word; its characters are
// numbered from 0 by the clusters in the buffer.
func (s *Shaper) shape(item Item, text string) (clusters []Cluster) {
	defer func() {
		if r := recover(); r != nil {
			s.failure = fmt.Errorf("shaping: %v", r)
			s.buffer = harfbuzz.NewBuffer()
			delete(s.fonts, item.Face)
			clusters = plain(item, text)
		}
	}()
	if item.Face.codes {
		return codeBoxes(item, text)
	}
	hb := s.fonts[item.Face]
	if hb == nil {
		hb = harfbuzz.NewFont(item.Face.instance())
		s.fonts[item.Face] = hb
	}
	b := s.buffer
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight,
		Script:    language.Script(item.Script),
		Language:  language.Language(item.Language),
	}
	if item.RTL() {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	// No dotted circle under a lone mark: nobody wrote it.
	b.Flags = harfbuzz.Bot | harfbuzz.Eot | harfbuzz.RemoveDefaultIgnorables | harfbuzz.ProduceSafeToInsertTatweel | harfbuzz.DoNotinsertDottedCircle
	var features []harfbuzz.Feature
	if item.Feature != 0 {
		features = []harfbuzz.Feature{{Tag: opentype.Tag(item.Feature), Value: 1, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}}
	}
	b.Shape(hb, features)
	return gather(b, item, text)
}

// plain is the last resort for a font that defeats the shaper: the glyph of
// each character, unshaped.
func plain(item Item, text string) []Cluster {
	var clusters []Cluster
	i := 0
	for _, r := range text {
		c := Cluster{Text: string(r), Start: i}
		if g, ok := item.Face.font.NominalGlyph(r); ok {
			c.Glyphs = []Glyph{{ID: uint32(g)}}
			c.Advance = max(0, int32(item.Face.outlines.HorizontalAdvance(g)))
		}
		clusters = append(clusters, c)
		i++
	}
	if item.RTL() {
		slices.Reverse(clusters)
	}
	return clusters
}
