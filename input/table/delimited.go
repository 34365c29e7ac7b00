package table

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// readDelimited reads CSV (RFC 4180) and TSV. Blank lines are skipped, spaces
// around a cell fall away, and a quotation mark inside an unquoted cell is part
// of it, as spreadsheets read it.
func readDelimited(f *source.File, format string, o Options) (*brief.Table, problem.List) {
	f, encoding, problems := decoded(f, o)
	if f == nil {
		return nil, problems
	}
	start := 0
	if bytes.HasPrefix(f.Data, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	s := scanner{file: f, text: string(f.Data), at: start, separator: '\t', most: o.Limits.Columns + 1}
	s.skipLines(o.Reading.Skip)
	if format == "csv" {
		s.separator = s.tellSeparator()
	}
	b := newBuilder(f, o)
	b.problems = problems
	b.typed = true
	*b.table.Origin = brief.Origin{Format: format, Encoding: encoding, Separator: string(s.separator)}
	if !s.head(b, o) {
		return nil, b.problems
	}
	for !b.full {
		cells, span, ok := s.record()
		if !ok {
			break
		}
		if isBlank(cells) {
			s.gap = true
			continue
		}
		if s.at > s.table && len(b.table.Columns) > 1 && len(b.table.Rows) > 0 && filled(cells) == 1 && (s.gap || isNote(cells[0].Text)) {
			n, end := s.notes()
			if end {
				b.problems.Add(notesSkipped.At(span, n))
				b.table.Origin.Below = n
				break
			}
		}
		s.gap = false
		b.row(apart(cells, s.keys), span)
	}
	b.problems = append(b.problems, s.problems...)
	return b.finish()
}

// skipLines steps over lines at the top of the file.
func (s *scanner) skipLines(n int) {
	for ; n > 0 && s.at < len(s.text); n-- {
		_, rest, _ := strings.Cut(s.text[s.at:], "\n")
		s.at = len(s.text) - len(rest)
	}
}

// head finds the names of the columns, steps over what stands above them, and reads
// them.
func (s *scanner) head(b *builder, o Options) bool {
	ahead := *s
	ahead.cells = nil
	var rows [][]string
	var records [][]brief.Cell
	var gaps []bool
	var numbers, ends []int
	line, counted := 1, 0
	for len(rows) < max(mostHead, min(o.Reading.Header, lastHead)) {
		start := ahead.at
		cells, _, ok := ahead.record()
		if !ok {
			break
		}
		line += strings.Count(s.text[counted:start], "\n")
		counted = start
		if isBlank(cells) {
			if len(gaps) > 0 {
				gaps[len(gaps)-1] = true
			}
			continue
		}
		texts := make([]string, len(cells))
		for i := range cells {
			texts[i] = cells[i].Text
		}
		rows, records, gaps = append(rows, texts), append(records, slices.Clone(cells)), append(gaps, false)
		numbers, ends = append(numbers, line), append(ends, ahead.at)
	}
	h, ok := findHead(rows, numbers, gaps, o)
	switch {
	case !ok:
		b.problems.Add(noHeader(o, s.file.Name, numbers, rows, o.Place))
		return false
	case len(rows) == 0:
		return true
	}
	names := records[h.at]
	if s.keys = 1; s.separator == '\t' && len(names) > 0 {
		s.keys = keysInOne(names[0].Text)
		names = apart(names, s.keys)
	}
	if h.joined {
		names = joinNames(names, records[h.at+1])
	}
	b.header(names)
	b.headOf(h, numbers[h.at])
	last := h.at + h.length() - 1
	if h.units {
		b.units(records[last])
	}
	s.at = ends[last]
	for _, p := range ahead.problems {
		if p.Span.Start < s.at {
			s.problems.Add(p)
			s.unclosed = s.unclosed || p.Code == unclosedQuote.Code
		}
	}
	return true
}

// lastHead bounds the rows that are looked through for a header that the author names.
const lastHead = 10_000

// notes reports whether only lines of one cell follow, below a table, and how
// many they are with the one just read.
func (s *scanner) notes() (n int, end bool) {
	ahead := *s
	ahead.cells = nil
	for n = 1; ; {
		cells, _, ok := ahead.record()
		if !ok {
			return n, true
		}
		switch filled(cells) {
		case 0:
		case 1:
			n++
		default:
			s.table = ahead.at
			return 0, false
		}
	}
}

func filled(cells []brief.Cell) int {
	n := 0
	for i := range cells {
		if strings.TrimSpace(cells[i].Text) != "" {
			n++
		}
	}
	return n
}

// invalidUTF8 returns the first byte that is not UTF-8, or -1. UTF-16, which
// some programs call Unicode text, is found by its zero bytes.
func invalidUTF8(data []byte) int {
	if zero := bytes.IndexByte(data, 0); zero >= 0 {
		return zero
	}
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func isBlank(cells []brief.Cell) bool {
	for i := range cells {
		if strings.TrimSpace(cells[i].Text) != "" {
			return false
		}
	}
	return true
}

// A scanner cuts a file into records and cells.
type scanner struct {
	file      *source.File
	text      string
	at        int
	separator byte
	most      int          // cells of a record that are kept
	keys      int          // that the first column joins by commas
	cells     []brief.Cell // of the current record, used again for the next
	unclosed  bool         // an unclosed quotation mark was reported
	long      bool         // a cell that is too long was reported
	gap       bool         // a blank line was just read
	table     int          // up to here at least rows of the table follow
	problems  problem.List
}

// separators are what may part cells, in the order in which one is preferred where
// lines tell no more: a comma may also be a decimal sign.
const separators = ";\t|,"

// mostTold is how many lines are looked at to tell the separator.
const mostTold = 30

// tellSeparator tells what parts the cells: a line "sep=;", which Excel writes, says
// it; else it is what parts most lines into as many cells.
func (s *scanner) tellSeparator() byte {
	text := s.text[s.at:]
	trimmed := strings.TrimLeft(text, "\r\n")
	line, _, _ := strings.Cut(trimmed, "\n")
	line = strings.TrimSuffix(line, "\r")
	if rest, ok := strings.CutPrefix(strings.Trim(line, `"`), "sep="); ok && len(rest) == 1 {
		s.at += len(text) - len(trimmed) + len(line)
		return rest[0]
	}
	// Of each separator, how many lines it parts into how many cells.
	var lines [len(separators)]map[int]int
	for i := range lines {
		lines[i] = map[int]int{}
	}
	var counts [len(separators)]int
	told, quotes, blank := 0, false, true
	for i := 0; i <= len(trimmed) && told < mostTold; i++ {
		if i == len(trimmed) || trimmed[i] == '\n' && !quotes {
			if !blank {
				told++
				for k, n := range counts {
					lines[k][n]++
				}
			}
			counts, blank = [len(separators)]int{}, true
			continue
		}
		switch c := trimmed[i]; {
		case c == '"':
			quotes = !quotes
		case !quotes && strings.IndexByte(separators, c) >= 0:
			counts[strings.IndexByte(separators, c)]++
		case c != ' ' && c != '\r':
			blank = false
		}
	}
	best, most, width := len(separators)-1, 0, 0
	for k := range separators {
		for n, count := range lines[k] {
			if n > 0 && (count > most || count == most && n > width && k == best) {
				best, most, width = k, count, n
			}
		}
	}
	return separators[best]
}

// longestCell is how many bytes of a cell are kept: no text of a figure or a
// table has as many.
const longestCell = 64 << 10

// record reads the next record. The cells are valid until the next call.
func (s *scanner) record() (cells []brief.Cell, span source.Span, ok bool) {
	if s.at >= len(s.text) {
		return nil, source.Span{}, false
	}
	start := s.at
	s.cells = s.cells[:0]
	for {
		text, from, to := s.cell()
		if len(text) > longestCell {
			if !s.long {
				s.long = true
				s.problems.Add(cellTooLong.At(source.Span{File: s.file, Start: from, End: from + 1}, longestCell>>10))
			}
			text = strings.ToValidUTF8(text[:longestCell], "")
		}
		if len(s.cells) < s.most {
			s.cells = append(s.cells, brief.Cell{Text: text, Span: source.Span{File: s.file, Start: from, End: to}})
		}
		if s.at < len(s.text) && s.text[s.at] == s.separator {
			s.at++
			continue
		}
		span = source.Span{File: s.file, Start: start, End: s.at}
		s.endLine()
		return s.cells, span, true
	}
}

// endLine steps over the line ending at the current byte.
func (s *scanner) endLine() {
	if strings.HasPrefix(s.text[s.at:], "\r\n") {
		s.at += 2
	} else if s.at < len(s.text) {
		s.at++
	}
}

// cell reads up to the separator or line ending after a cell. The range is that
// of the text without its quotation marks and the spaces around it.
func (s *scanner) cell() (text string, from, to int) {
	first := s.at
	for first < len(s.text) && s.isSpace(s.text[first]) {
		first++
	}
	if first < len(s.text) && s.text[first] == '"' {
		if text, from, to, ok := s.quoted(first); ok {
			return text, from, to
		}
	}
	s.at = s.cellEnd(first)
	from, to = first, s.at
	for to > from && s.isSpace(s.text[to-1]) {
		to--
	}
	return s.text[from:to], from, to
}

func (s *scanner) isSpace(c byte) bool { return (c == ' ' || c == '\t') && c != s.separator }

// cellEnd returns the separator or line ending at or after a byte.
func (s *scanner) cellEnd(at int) int {
	for at < len(s.text) {
		switch s.text[at] {
		case s.separator, '\n', '\r':
			return at
		}
		at++
	}
	return at
}

// quoted reads a cell that opens with a quotation mark. Where it is never
// closed that is a problem, and the cell is read as if it were not quoted, so
// that the rest of the file can still be checked.
func (s *scanner) quoted(open int) (text string, from, to int, ok bool) {
	doubled := false
	for at := open + 1; at < len(s.text); at++ {
		if s.text[at] != '"' {
			continue
		}
		if at+1 < len(s.text) && s.text[at+1] == '"' {
			doubled = true
			at++
			continue
		}
		text = s.text[open+1 : at]
		if doubled && len(text) <= 2*longestCell {
			text = strings.ReplaceAll(text, `""`, `"`)
		}
		end := s.cellEnd(at + 1)
		if rest := s.text[at+1 : end]; strings.TrimSpace(rest) != "" {
			s.problems.Add(textAfterQuote.At(source.Span{File: s.file, Start: at + 1, End: end}))
		}
		s.at = end
		return text, open + 1, at, true
	}
	if !s.unclosed {
		s.unclosed = true
		s.problems.Add(unclosedQuote.At(source.Span{File: s.file, Start: open, End: open + 1}))
	}
	return "", 0, 0, false
}
