package fonts

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A Shaper turns items into clusters. It keeps every word it has shaped, so a
// word met again costs a look-up. One goroutine may use it at a time.
type Shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
	words  map[wordKey][]Cluster
	kept   int // bytes of them, about
	key    []byte
	// failure is set when a damaged font defeated the shaper.
	failure error
}

// A wordKey is all that the shape of a word depends on.
type wordKey struct {
	face     *Face
	script   uint32
	rtl      bool
	language string
	// text is the word between what it joins to, if anything: see Shaper.read.
	text string
	// at is where a stretched word has its tatweels, and how many.
	at, tatweels int
}

// maxKept bounds, in bytes, the words a shaper keeps.
const maxKept = 64 << 20

// NewShaper returns a shaper that has shaped nothing yet.
func NewShaper() *Shaper {
	return &Shaper{
		buffer: harfbuzz.NewBuffer(),
		fonts:  map[*Face]*harfbuzz.Font{},
		words:  map[wordKey][]Cluster{},
	}
}

// Shape returns the clusters of text[item.Start:item.End] in visual order, left
// to right. Each word is shaped by itself: no kerning reaches over a space, so a
// word looks the same wherever a line puts it. Every space is a cluster of its
// own, without glyphs.
//
// Every character is in exactly one cluster's Text. Characters that are never
// drawn (bidi controls, joiners, soft hyphens) at the edge of a letter make a
// cluster of their own with no glyphs and no advance. No advance is negative.
// The clusters' Glyphs are shared: they must not be changed.
func (s *Shaper) Shape(text []rune, item Item) []Cluster {
	clusters := make([]Cluster, 0, item.End-item.Start)
	if !item.RTL() {
		for start := item.Start; start < item.End; {
			end := wordEnd(text, start, item.End)
			clusters = s.appendWord(clusters, text, item, start, end)
			start = end
		}
		return clusters
	}
	for end := item.End; end > item.Start; {
		start := wordStart(text, end, item.Start)
		clusters = s.appendWord(clusters, text, item, start, end)
		end = start
	}
	return clusters
}

// wordEnd returns the end of the word, or of the single space, at start.
func wordEnd(text []rune, start, limit int) int {
	end := start + 1
	if isSpace(text[start]) {
		return end
	}
	for end < limit && !isSpace(text[end]) {
		end++
	}
	return end
}

// wordStart is wordEnd the other way.
func wordStart(text []rune, end, limit int) int {
	start := end - 1
	if isSpace(text[start]) {
		return start
	}
	for start > limit && !isSpace(text[start-1]) {
		start--
	}
	return start
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

func (s *Shaper) appendWord(clusters []Cluster, text []rune, item Item, start, end int) []Cluster {
	n := len(clusters)
	clusters = append(clusters, s.word(text, item, start, end)...)
	for i := n; i < len(clusters); i++ {
		clusters[i].Start += start
	}
	return clusters
}

// word returns the clusters of one word, or one space, with Start counted from
// the word's own start. A word is shaped by itself, but where an item ends
// inside a joined word, what follows or precedes decides the joining forms.
func (s *Shaper) word(text []rune, item Item, start, end int) []Cluster {
	if end == start+1 && unicode.IsControl(text[start]) {
		return control(item, text[start])
	}
	length := s.read(text, start, end)
	if clusters, ok := s.words[wordKey{face: item.Face, script: item.Script, rtl: item.RTL(), language: item.Language, text: string(s.key)}]; ok {
		return clusters
	}
	key := wordKey{face: item.Face, script: item.Script, rtl: item.RTL(), language: item.Language, text: string(s.key)}
	before, after := context(text, start, end)
	s.fill(text, before, start, end, after)
	clusters := s.shape(item, key.text[:length])
	s.keep(key, clusters)
	return clusters
}

// read sets s.key to a word, and what it joins to where it is cut out of more,
// and returns the length of the word in bytes.
func (s *Shaper) read(text []rune, start, end int) (length int) {
	before, after := context(text, start, end)
	s.key = s.key[:0]
	for _, r := range text[start:end] {
		s.key = utf8.AppendRune(s.key, r)
	}
	length = len(s.key)
	if before < start || after > end {
		s.key = append(s.key, 0)
		for _, r := range text[before:start] {
			s.key = utf8.AppendRune(s.key, r)
		}
		s.key = append(s.key, 0)
		for _, r := range text[end:after] {
			s.key = utf8.AppendRune(s.key, r)
		}
	}
	return length
}

// keep keeps a word for when it comes again. Beyond maxKept all are given up.
func (s *Shaper) keep(key wordKey, clusters []Cluster) {
	const word, cluster = 144, 160 // bytes, about
	size := word + len(key.text) + cluster*len(clusters)
	if size > maxKept {
		return
	}
	if s.kept+size > maxKept {
		clear(s.words)
		s.kept = 0
	}
	s.kept += size
	s.words[key] = clusters
}

// control returns the cluster of a control character: a tab is as wide as a
// space, the others have no width.
func control(item Item, r rune) []Cluster {
	c := Cluster{Text: string(r)}
	if r == '\t' {
		c.Advance = int32(item.Face.Space * float64(item.Face.UnitsPerEm))
	}
	return []Cluster{c}
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

// fill puts a word into the buffer, each character its own cluster.
func (s *Shaper) fill(text []rune, before, start, end, after int) {
	s.buffer.Clear()
	s.buffer.AddRunes(text[before:after], start-before, end-start)
	for i := range s.buffer.Info {
		s.buffer.Info[i].Cluster = i
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
	b.Shape(hb, nil)
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
