package source

import "sort"

// Text is characters taken from a file, with a place for each: a Markdown body
// after its front matter, a fenced block without the "> " before its lines, a
// block scalar of YAML without its indentation.
type Text struct {
	File *File
	// Data is the characters.
	Data []byte
	// pieces say where runs of Data stand in the file, in ascending order.
	pieces []piece
	// whole is the place of everything where there are no pieces: a scalar with
	// escapes in it, whose characters have no places of their own.
	whole Span
}

type piece struct{ at, offset int }

// All returns the whole file, without a byte order mark.
func (f *File) All() Text {
	start := 0
	if len(f.Data) >= 3 && f.Data[0] == 0xEF && f.Data[1] == 0xBB && f.Data[2] == 0xBF {
		start = 3
	}
	return f.Range(start, len(f.Data))
}

// Range returns the bytes from start to end of the file.
func (f *File) Range(start, end int) Text {
	return Text{File: f, Data: f.Data[start:end:end], pieces: []piece{{0, start}}}
}

// Loose returns characters that stand somewhere in the span, none at a place of
// its own.
func Loose(data string, span Span) Text {
	return Text{File: span.File, Data: []byte(data), whole: span}
}

// Mapped returns characters of which runs stand at places of their own: each pair
// is the byte of data where a run begins, and that of the file. They ascend, and
// the first begins the data.
func Mapped(f *File, data string, runs [][2]int) Text {
	t := Text{File: f, Data: []byte(data)}
	for _, r := range runs {
		t.pieces = append(t.pieces, piece{r[0], r[1]})
	}
	return t
}

// Join returns the given ranges of t one after the other.
func (t Text) Join(ranges [][2]int) Text {
	j := Text{File: t.File, whole: t.whole}
	for _, r := range ranges {
		for _, p := range t.Slice(r[0], r[1]).pieces {
			j.pieces = append(j.pieces, piece{len(j.Data) + p.at, p.offset})
		}
		j.Data = append(j.Data, t.Data[r[0]:r[1]]...)
	}
	if len(ranges) == 0 && len(t.pieces) > 0 {
		j.pieces = t.pieces[:1:1]
	}
	return j
}

// Slice returns the bytes from start to end of t.
func (t Text) Slice(start, end int) Text {
	s := Text{File: t.File, Data: t.Data[start:end:end], whole: t.whole}
	if len(t.pieces) == 0 {
		return s
	}
	first := t.piece(start)
	s.pieces = []piece{{0, t.pieces[first].offset + start - t.pieces[first].at}}
	for _, p := range t.pieces[first+1:] {
		if p.at >= end {
			break
		}
		s.pieces = append(s.pieces, piece{p.at - start, p.offset})
	}
	return s
}

// Exact reports whether each character has a place of its own.
func (t Text) Exact() bool { return len(t.pieces) > 0 }

// Span returns the place in the file of the bytes from start to end.
func (t Text) Span(start, end int) Span {
	if len(t.pieces) == 0 {
		return t.whole
	}
	p := t.pieces[t.piece(start)]
	s := Span{File: t.File, Start: p.offset + start - p.at}
	s.End = s.Start
	if end > start {
		// The end belongs to the piece of the last byte, not to the next one.
		p = t.pieces[t.piece(end-1)]
		s.End = p.offset + end - p.at
	}
	return s
}

// piece returns the index of the piece that byte i of the data belongs to.
func (t Text) piece(i int) int {
	if len(t.pieces) == 1 {
		return 0
	}
	n := sort.Search(len(t.pieces), func(n int) bool { return t.pieces[n].at > i })
	return max(n-1, 0)
}
