package problem

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"warraq/input/source"
)

// locator finds lines and columns. It reads each file once and each long line
// once, however many problems there are.
type locator struct {
	file  *source.File
	lines []uint32 // where each line begins; no file has 4 GiB
	// The last place asked for: problems come in order.
	line, offset, column int
}

func (l *locator) position(f *source.File, offset int) source.Position {
	offset = min(max(offset, 0), len(f.Data))
	if l.file != f {
		// Counted first: a file may be nothing but line endings.
		*l = locator{file: f, lines: make([]uint32, 1, 1+bytes.Count(f.Data, []byte{'\n'}))}
		for i, b := range f.Data {
			if b == '\n' {
				l.lines = append(l.lines, uint32(i+1))
			}
		}
	}
	line := sort.Search(len(l.lines), func(i int) bool { return int(l.lines[i]) > offset })
	start := int(l.lines[line-1])
	from, column := start, 1
	if line == l.line && offset >= l.offset {
		from, column = l.offset, l.column
	}
	column += utf8.RuneCount(f.Data[from:offset])
	if from == 0 && offset >= len(source.ByteOrderMark) && bytes.HasPrefix(f.Data, []byte(source.ByteOrderMark)) {
		column-- // no editor counts it
	}
	l.line, l.offset, l.column = line, offset, column
	return source.Position{Line: line, Column: column}
}

// bounds returns where the line of a byte begins and ends, without its ending.
func (l *locator) bounds(f *source.File, offset int) (start, end int) {
	p := l.position(f, offset)
	start, end = int(l.lines[p.Line-1]), len(f.Data)
	if start == 0 && bytes.HasPrefix(f.Data, []byte(source.ByteOrderMark)) {
		start = len(source.ByteOrderMark)
	}
	if p.Line < len(l.lines) {
		end = int(l.lines[p.Line]) - 1
	}
	if end > start && f.Data[end-1] == '\r' {
		end--
	}
	return start, end
}
