package paragraph

import (
	"crypto/sha256"
	"encoding/binary"
	"math"

	"warraq/charts/memo"
	"warraq/fonts"
)

// A Memo keeps paragraphs by all that they are made from, for as many documents
// as they stand in. It is safe for several goroutines; nil keeps nothing.
type Memo struct {
	set     *memo.Memo[key, Paragraph]
	natural *memo.Memo[key, extent]
}

// An extent is what [Natural] measures.
type extent struct{ width, longestWord float64 }

// NewMemo returns a memo of at most limit bytes.
func NewMemo(limit int) *Memo {
	return &Memo{set: memo.New[key, Paragraph](limit * 15 / 16), natural: memo.New[key, extent](limit / 16)}
}

// A key is what a paragraph is kept by: its faces, and its text with all that
// lines depend on.
type key struct {
	library *fonts.Library
	text    [sha256.Size]byte
}

// Set breaks a paragraph into lines. It reports characters no face has, words
// that had to be divided and lines too loose to be set well; whatever it
// reports, the lines hold all of the text. A paragraph without text has no
// lines.
func Set(t *Text, e *Environment) Paragraph {
	if e.Memo == nil {
		return set(t, e)
	}
	k := e.key(t)
	p, ok := e.Memo.set.Get(k)
	if !ok {
		p = set(t, e)
		e.Memo.set.Put(k, p, p.bytes())
	}
	return p
}

// Natural returns the width a paragraph takes without line breaks, and that of
// its longest word, as columns of a table need them.
func Natural(t *Text, e *Environment) (width, longestWord float64) {
	if e.Memo == nil {
		return natural(t, e)
	}
	unbroken := *t
	unbroken.Width = 0
	k := e.key(&unbroken)
	x, ok := e.Memo.natural.Get(k)
	if !ok {
		x.width, x.longestWord = natural(t, e)
		e.Memo.natural.Put(k, x, 128)
	}
	return x.width, x.longestWord
}

// key writes all that a paragraph depends on in one way, with the length of
// whatever has one, and takes its sum.
func (e *Environment) key(t *Text) key {
	b := e.buffer[:0]
	number := func(values ...int) {
		for _, v := range values {
			b = binary.AppendVarint(b, int64(v))
		}
	}
	length := func(values ...float64) {
		for _, v := range values {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
	}
	text := func(s string) {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	number(int(t.Direction), int(t.Align), int(t.Kashida), t.Looseness, bit(t.Even), bit(t.Fill), len(t.Spans))
	length(t.Width, t.Indent, t.Loosest)
	text(string(t.Digits))
	text(t.Language)
	for i := range t.Spans {
		s := &t.Spans[i]
		text(s.Text)
		text(s.Style.Family)
		text(s.Style.Language)
		length(s.Style.Size, s.Style.Rise)
		c := s.Style.Color
		b = append(b, c.R, c.G, c.B, c.A)
		length(s.Box.Width, s.Box.Height, s.Box.Depth)
		number(s.Slot, s.Link, s.Note, int(s.Style.Decoration), bit(s.Style.Bold), bit(s.Style.Italic), bit(s.Style.LTR), bit(s.Style.Vowelled), bit(s.Keep), bit(s.Printed), bit(s.Break))
	}
	e.buffer = b
	return key{e.Library, sha256.Sum256(b)}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bytes is about how much memory a paragraph takes, without the words' shapes,
// which are kept elsewhere.
func (p *Paragraph) bytes() int {
	const problem, line, item, word = 256, 256, 256, 16
	n := line + problem*len(p.Problems)
	for i := range p.Lines {
		l := &p.Lines[i]
		n += line + 64*(len(l.Links)+len(l.Marks))
		for _, it := range l.Items {
			n += item
			if it.Text != nil {
				n += word * len(it.Text.Words)
			}
		}
	}
	return n
}
