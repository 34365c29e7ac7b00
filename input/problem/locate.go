package problem

import (
	"sort"
	"unicode/utf8"

	"warraq/input/source"
)

// locator finds lines and columns. It reads each file once and each long line
// once, however many problems there are.
type locator struct {
	file  *source.File
	lines []int // where each line begins
	// The last place asked for: problems come in order.
	line, offset, column int
}

func (l *locator) position(f *source.File, offset int) source.Position {
	offset = min(max(offset, 0), len(f.Data))
	if l.file != f {
		*l = locator{file: f, lines: []int{0}}
		for i, b := range f.Data {
			if b == '\n' {
				l.lines = append(l.lines, i+1)
			}
		}
	}
	line := sort.SearchInts(l.lines, offset+1)
	start := l.lines[line-1]
	from, column := start, 1
	if line == l.line && offset >= l.offset {
		from, column = l.offset, l.column
	}
	column += utf8.RuneCount(f.Data[from:offset])
	l.line, l.offset, l.column = line, offset, column
	return source.Position{Line: line, Column: column}
}

// bounds returns where the line of a byte begins and ends, without its ending.
func (l *locator) bounds(f *source.File, offset int) (start, end int) {
	p := l.position(f, offset)
	start, end = l.lines[p.Line-1], len(f.Data)
	if p.Line < len(l.lines) {
		end = l.lines[p.Line] - 1
	}
	if end > start && f.Data[end-1] == '\r' {
		end--
	}
	return start, end
}
