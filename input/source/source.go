// Package source holds the files a brief is read from and the places in them.
//
// Every node of a brief keeps a [Span], so that a problem found at any later
// stage can point at the line an author wrote.
package source

import (
	"bytes"
	"unicode/utf8"
)

// A File is one file as it was read. It is never changed after reading.
type File struct {
	// Name is the path relative to the brief's root, with slashes.
	Name string
	// Data is the file, byte for byte but for the ends of its lines: see
	// [NewFile].
	Data []byte
	// stored is the file as it is kept, where Data differs.
	stored []byte
}

// A Span is a half-open range of bytes in a file. In a spreadsheet, which has
// no lines, Sheet, Row and Column (both from 1) give the cell instead.
type Span struct {
	File       *File
	Start, End int
	Sheet      string
	Row        int
	Column     int
}

// Position is where a span begins: line and column count from 1, the column in
// characters.
type Position struct {
	Line, Column int
}

// IsZero reports whether the span names no file.
func (s Span) IsZero() bool { return s.File == nil }

// Text returns the bytes the span covers, or nil for a spreadsheet cell.
func (s Span) Text() []byte {
	if s.File == nil || s.Row > 0 {
		return nil
	}
	start, end := s.clamp()
	return s.File.Data[start:end]
}

// Position returns the place where the span begins.
func (s Span) Position() Position {
	if s.Row > 0 {
		return Position{s.Row, s.Column}
	}
	if s.File == nil {
		return Position{}
	}
	start, _ := s.clamp()
	before := s.File.Data[:start]
	line := bytes.Count(before, []byte{'\n'}) + 1
	if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	column := utf8.RuneCount(before) + 1
	if line == 1 && bytes.HasPrefix(before, []byte(ByteOrderMark)) {
		column--
	}
	return Position{line, column}
}

// ByteOrderMark is what some editors write before the first line of a file. No
// editor counts it as a column.
const ByteOrderMark = "\uFEFF"

// Line returns the whole line the span begins on, without its line ending, and
// the range of bytes in it that the span covers. A spreadsheet cell has none.
func (s Span) Line() (line string, from, to int) {
	if s.File == nil || s.Row > 0 {
		return "", 0, 0
	}
	start, end := s.clamp()
	data := s.File.Data
	lineStart := bytes.LastIndexByte(data[:start], '\n') + 1
	lineEnd := len(data)
	if i := bytes.IndexByte(data[start:], '\n'); i >= 0 {
		lineEnd = start + i
	}
	text := bytes.TrimSuffix(data[lineStart:lineEnd], []byte{'\r'})
	from = min(start-lineStart, len(text))
	to = min(max(end-lineStart, from), len(text))
	return string(text), from, to
}

// At returns the span of n bytes that begins offset bytes into s.
func (s Span) At(offset, n int) Span {
	t := s
	t.Start = s.Start + offset
	t.End = t.Start + n
	return t
}

// Character returns the place of the character at a byte of a text that stands in
// the span: exactly, where the text stands there as it is, and where it is
// written in another way, with escapes or over several lines, that of the same
// one among its like, if there are as many of them. Else it is the span.
func (s Span) Character(text string, at int) Span {
	const long = 4096 // not to be counted through for every character
	_, size := utf8.DecodeRuneInString(text[at:])
	written := s.Text()
	switch char := []byte(text[at : at+size]); {
	case len(written) == len(text) && bytes.HasPrefix(written[at:], char):
		return s.At(at, size)
	case size == 0 || len(text) > long || len(written) > long:
	case bytes.Count(written, char) == bytes.Count([]byte(text), char):
		for range bytes.Count([]byte(text[:at]), char) {
			i := bytes.Index(written, char) + size
			s.Start, written = s.Start+i, written[i:]
		}
		return s.At(bytes.Index(written, char), size)
	}
	return s
}

func (s Span) clamp() (start, end int) {
	n := len(s.File.Data)
	start = min(max(s.Start, 0), n)
	return start, min(max(s.End, start), n)
}
