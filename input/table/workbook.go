package table

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// readWorkbook reads a part of an XLSX workbook. Rows that are hidden count as
// any others, and of a formula its stored result.
func readWorkbook(f *source.File, o Options) (t *brief.Table, problems problem.List) {
	defer func() {
		// The library is another's, and its input anyone's: should it fail on a
		// file, the file is at fault for the author, not the program.
		if fault := recover(); fault != nil {
			t, problems = nil, problem.List{badWorkbook.At(o.Place, f.Name)}
		}
	}()
	common, ok := commonSize(f.Data)
	if ok && common > o.Limits.Sheet {
		return nil, problem.List{unpackLimit.At(o.Place, f.Name, o.Limits.Sheet)}
	}
	book, err := excelize.OpenReader(bytes.NewReader(f.Data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: o.Limits.Unzip,
		// Equal limits keep the library from unpacking to temporary files.
		UnzipXMLSizeLimit: o.Limits.Unzip,
	})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, problem.List{unpackLimit.At(o.Place, f.Name, o.Limits.Unzip)}
		}
		return nil, problem.List{badWorkbook.At(o.Place, f.Name)}
	}
	defer func() {
		if book.Close() != nil && t == nil && problems == nil {
			problems = problem.List{badWorkbook.At(o.Place, f.Name)}
		}
	}()
	part, ok := findPart(book, o.Sheet)
	if !ok {
		return nil, problem.List{noSheet.At(o.Place, o.Sheet, f.Name, strings.Join(partNames(book), "، "))}
	}
	if common+sheetSize(book, part.sheet) > o.Limits.Sheet {
		return nil, problem.List{unpackLimit.At(o.Place, f.Name, o.Limits.Sheet)}
	}
	part.top += o.Reading.Skip
	s := sheetReader{file: f, book: book, part: part, options: o, builder: newBuilder(f, o), unsolved: map[[2]int]bool{}}
	if err := s.load(); err != nil {
		return nil, problem.List{badWorkbook.At(o.Place, f.Name)}
	}
	s.build()
	return s.builder.finish()
}

// A sheetReader reads the rows of one part of a workbook.
type sheetReader struct {
	file    *source.File
	book    *excelize.File
	part    part
	options Options
	rows    []sheetRow
	builder *builder
	texts   []string // room for the values of rows, which share it
	// unsolved are the cells, by row and column, of formulas without a result.
	unsolved map[[2]int]bool
}

// A sheetRow is a row with text, its number from 1 and its values from the
// part's first column on.
type sheetRow struct {
	number int
	values []string
}

// load reads the part's rows that are not blank, up to the limits.
func (s *sheetReader) load() error {
	data, ok := sheetData(s.book, s.part.sheet)
	if !ok {
		return errSheet
	}
	shared, err := sharedStrings(s.book)
	if err != nil {
		return err
	}
	scanner := sheetScanner{text: utf8Text(data), strings: shared}
	styles := styleTable{book: s.book}
	more, err := scanner.begin()
	var cells []sheetCell
	for total := 0; more; {
		number := 0
		if number, cells, more, err = scanner.next(cells); !more || s.part.bottom > 0 && number > s.part.bottom {
			break
		}
		if number < s.part.top {
			continue
		}
		values := s.values(cells, number, &styles)
		if blankRow(values) {
			continue
		}
		total += len(values)
		if len(values) > s.builder.limits.Columns || len(s.rows) > s.builder.limits.Rows || total > 2*s.builder.limits.Cells {
			s.builder.overflow(s.place(number, min(len(values), s.builder.limits.Columns)))
			return nil
		}
		s.rows = append(s.rows, sheetRow{number, values})
	}
	return err
}

// values are the texts of a row's cells in the part, no more than tell that there are
// too many.
func (s *sheetReader) values(cells []sheetCell, row int, styles *styleTable) []string {
	most := s.builder.limits.Columns + 1
	within := func(c sheetCell) bool {
		return c.column >= s.part.left && (s.part.right == 0 || c.column <= s.part.right)
	}
	n := 0
	for _, c := range cells {
		if within(c) {
			n = max(n, min(c.column-s.part.left+1, most))
		}
	}
	if n == 0 {
		return nil
	}
	if len(s.texts) < n {
		s.texts = make([]string, max(n, 4096))
	}
	values := s.texts[:n:n]
	s.texts = s.texts[n:]
	for _, c := range cells {
		if !within(c) {
			continue
		}
		values[min(c.column-s.part.left, most-1)] = styles.show(c)
		if c.formula && c.text == "" && len(s.unsolved) < mostUnsolved {
			s.unsolved[[2]int{row, c.column}] = true
		}
	}
	return values
}

// mostUnsolved is how many formulas without a result are kept to be told.
const mostUnsolved = 1000

// utf8Text is a part of a workbook as text; some programs write UTF-16.
func utf8Text(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		if text, err := encodings("utf-16").NewDecoder().Bytes(data); err == nil {
			return string(text)
		}
	}
	return string(data)
}

func blankRow(values []string) bool {
	return countFilled(values) == 0
}

func countFilled(values []string) int {
	n := 0
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			n++
		}
	}
	return n
}

// place is the place of the nth cell, from 0, of a row.
func (s *sheetReader) place(row, n int) source.Span {
	return source.Span{File: s.file, Sheet: s.part.sheet, Row: row, Column: s.part.left + n}
}

// build makes the table: the header is the first row that is no title, and
// single cells below a blank row under the table are notes.
func (s *sheetReader) build() {
	if s.builder.full || len(s.rows) == 0 {
		return
	}
	h, ok := s.head()
	if !ok {
		s.builder.full = true
		return
	}
	rows := s.rows[h.at:]
	merges := s.merges()
	if !h.joined && s.headerMerges(rows, merges) {
		s.builder.full = true
		return
	}
	first, last := extent(rows[0].values)
	if h.joined {
		left, right := extent(rows[1].values)
		first, last = min(first, left), max(last, right)
	}
	body := rows[h.length():]
	for _, r := range body {
		// A first column whose header is blank still is a column.
		if left, right := extent(r.values); right > first && left < first {
			first = left
		}
	}
	header := s.cells(rows[0], first, last)
	if h.joined {
		header = joinNames(header, s.cells(rows[1], first, last))
	}
	s.builder.header(header)
	*s.builder.table.Origin = brief.Origin{Format: "xlsx", Sheet: s.part.sheet}
	s.builder.headOf(h, rows[0].number)
	if h.units {
		s.builder.units(s.cells(rows[h.length()-1], first, last))
	}
	s.fillMerged(body, merges)
	rows = s.withoutNotes(body)
	for _, r := range rows {
		if s.builder.full {
			return
		}
		s.row(r, first, last)
	}
}

// head finds the names of the columns among the first rows.
func (s *sheetReader) head() (head, bool) {
	n := min(len(s.rows), max(mostHead, min(s.options.Reading.Header, lastHead)))
	lines, gaps, numbers := make([][]string, n), make([]bool, n), make([]int, n)
	for i, r := range s.rows[:n] {
		lines[i], numbers[i] = r.values, r.number
		gaps[i] = i+1 < len(s.rows) && s.rows[i+1].number > r.number+1
	}
	h, ok := findHead(lines, numbers, gaps, s.options)
	if !ok {
		s.builder.problems.Add(noHeader(s.options, s.file.Name, numbers, lines, s.options.Place))
	}
	return h, ok
}

// cells are those of a row from one column to another.
func (s *sheetReader) cells(r sheetRow, first, last int) []brief.Cell {
	cells := make([]brief.Cell, last-first)
	for i := range cells {
		cells[i].Span = s.place(r.number, first+i)
		if first+i < len(r.values) {
			cells[i].Text = r.values[first+i]
		}
	}
	return cells
}

// extent returns the range of the cells of a row that are not blank.
func extent(values []string) (first, last int) {
	first = -1
	for i, v := range values {
		if strings.TrimSpace(v) != "" {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	return first, last
}

// withoutNotes drops the rows of one cell that follow a gap at the end, and
// says so.
func (s *sheetReader) withoutNotes(rows []sheetRow) []sheetRow {
	end := len(rows)
	if len(s.builder.table.Columns) < 2 {
		return rows
	}
	for end > 1 && countFilled(rows[end-1].values) == 1 {
		end--
	}
	// The notes begin below the first gap among the single cells.
	for ; end < len(rows); end++ {
		first, _ := extent(rows[end].values)
		if end > 0 && (rows[end].number > rows[end-1].number+1 || isNote(rows[end].values[first])) {
			s.builder.problems.Add(notesSkipped.At(s.place(rows[end].number, 0), len(rows)-end))
			s.builder.table.Origin.Below = len(rows) - end
			break
		}
	}
	return rows[:end]
}

func (s *sheetReader) row(r sheetRow, first, last int) {
	span := s.place(r.number, first)
	kept := s.builder.room(len(s.builder.table.Columns), span)
	if kept == nil {
		return
	}
	for i := range r.values {
		if text := strings.TrimSpace(r.values[i]); text != "" && (i < first || i >= last) {
			s.builder.problems.Add(outsideHeader.At(s.place(r.number, i), problem.Quoted(text)))
		}
	}
	for i := range kept {
		c := &kept[i]
		c.Span = s.place(r.number, first+i)
		if first+i < len(r.values) {
			c.Text = r.values[first+i]
		}
		c.Text = column.Trim(c.Text)
		switch {
		case isSpreadsheetError(c.Text):
			s.builder.problems.Add(cellError.At(c.Span, c.Text))
			c.Kind = brief.MissingCell // it is told of: what draws it need not say so again
		case c.Text == "" && s.unsolved[[2]int{c.Span.Row, c.Span.Column}]:
			s.builder.problems.Add(formulaOnly.At(c.Span))
		}
	}
}

func isSpreadsheetError(text string) bool {
	switch text {
	case "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// tidy writes a stored number with the 15 digits that spreadsheets show, so
// that 0.30000000000000004 is 0.3. Other text stays.
func tidy(raw string) string {
	if len(raw) < 16 || strings.Trim(raw, "0123456789.-+eE") != "" {
		return raw
	}
	x, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(y, 'f', -1, 64)
}
