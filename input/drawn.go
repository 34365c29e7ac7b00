package input

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
)

var (
	noSuchColumn = problem.Kind{
		Code: "table-unknown-column", Severity: problem.Error,
		Message: problem.Text{AR: "لا يوجد في الجدول عمود اسمه «%s»", EN: "the table has no column “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	drawnTwice = problem.Kind{
		Code: "table-column-twice", Severity: problem.Error,
		Message: problem.Text{AR: "العمود «%s» مرسوم مرتين في bars أو lines", EN: "the column “%s” is drawn twice, under bars or lines"},
		Advice:  problem.Text{AR: "أبقِه في موضع واحد.", EN: "Keep it in one place."},
	}
	nothingToDraw = problem.Kind{
		Code: "table-nothing-drawn", Severity: problem.Warning,
		Message: problem.Text{AR: "ليس في العمود «%s» أعداد تُرسم", EN: "the column “%s” has no numbers to draw"},
		Advice:  problem.Text{AR: "سمِّ عمود أعداد، أو احذف الاسم.", EN: "Name a column of numbers, or remove the name."},
	}
	cellNotDrawn = problem.Kind{
		Code: "table-cell-not-drawn", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» في العمود «%s» لا تُقرأ عددًا واحدًا بيقين، فطُبعت ولم تُرسم", EN: "“%s” in column “%s” cannot be read as one number for certain: it is printed and not drawn"},
		Advice:  problem.Text{AR: "اكتبها بلا فاصلة آلاف، وبنقطة قبل الكسر.", EN: "Write it without marks between thousands, and with a point before a fraction."},
	}
)

// drawTables finds what is drawn in the cells of tables: bars beside numbers, and
// small lines in place of several columns.
func (r *reading) drawTables(Options) {
	for _, blocks := range r.everywhere() {
		brief.Walk(blocks, func(b brief.Block) {
			if t, ok := b.(*brief.TableBlock); ok && len(t.Bars)+len(t.Lines) > 0 {
				r.drawTable(t)
			}
		})
	}
}

func (r *reading) drawTable(t *brief.TableBlock) {
	p := planOf(t)
	drawn := map[int]bool{}
	find := func(f brief.Field) []int {
		found, missing := p.find(f.Value)
		if missing != "" {
			r.problems.Add(noSuchColumn.At(f.Span, missing, problem.DidYouMean(missing, p.names)))
		}
		for _, k := range found {
			if drawn[k] {
				r.problems.Add(drawnTwice.At(f.Span, p.data.Columns[k].Name))
				return nil
			}
		}
		for _, k := range found {
			drawn[k] = true
		}
		return found
	}
	for _, f := range t.Bars {
		for _, k := range find(f) {
			r.drawBars(p, k, f.Span)
		}
	}
	var lines []*tableLine
	for _, fields := range t.Lines {
		l := &tableLine{place: fields[0].Span}
		for _, f := range fields {
			l.columns = append(l.columns, find(f)...)
		}
		if len(l.columns) > 0 {
			r.readLine(p, l)
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		p.setLines(lines, r.words())
		if t.OwnScales {
			t.Note = remark(t.Note, r.words().Data.OwnScales, lines[0].place)
		}
	}
}

// drawBars gives the numbers of a column their bars, those of totals apart: beside
// the sum of all the others would be slivers.
func (r *reading) drawBars(p *tablePlan, k int, place source.Span) {
	low, high, some := 0.0, 0.0, false
	for n, row := range p.data.Rows {
		if c := row.Cells[k]; c.Kind == brief.NumberCell && !p.table.Rows[n].Total {
			low, high, some = math.Min(low, c.Number), math.Max(high, c.Number), true
		}
	}
	r.tellDoubts(p, k)
	if !some {
		r.problems.Add(nothingToDraw.At(place, p.data.Columns[k].Name))
		return
	}
	for n, row := range p.data.Rows {
		c := row.Cells[k]
		if c.Kind != brief.NumberCell || p.table.Rows[n].Total {
			continue
		}
		for i := range p.table.Rows[n].Cells {
			if p.body[n][i] == k {
				p.table.Rows[n].Cells[i].Bar = &brief.Bar{Value: c.Number, Low: low, High: high}
			}
		}
	}
}

// tellDoubts tells of cells of a column that can be read in two ways. What is a
// word is a blank.
func (r *reading) tellDoubts(p *tablePlan, k int) {
	for _, row := range p.data.Rows {
		if c := row.Cells[k]; c.Kind == brief.TextCell && c.Doubt != brief.NoDoubt && c.Doubt != brief.OddCell {
			r.problems.Add(cellNotDrawn.At(c.Span, problem.Quoted(c.Text), p.data.Columns[k].Name))
		}
	}
}

// A tableLine is a small line that a table has in each row.
type tableLine struct {
	place source.Span
	// columns are those it is drawn of, in the order of their times, and at where each
	// stands from 0 to 1. Of a single one each cell has all the numbers.
	columns []int
	at      []float64
	// times are what the columns are called, without the words before the last where
	// all have the same: those are before.
	times  []string
	before string
	rows   []*brief.SmallLine // nil where a row has none
	last   []string           // of a single column: the last number of each cell
}

// readLine finds the points of a line in each row, and the scale they share.
func (r *reading) readLine(p *tablePlan, l *tableLine) {
	l.rows, l.last = make([]*brief.SmallLine, len(p.data.Rows)), make([]string, len(p.data.Rows))
	if len(l.columns) > 1 {
		l.order(p)
		for _, k := range l.columns {
			r.tellDoubts(p, k)
		}
	}
	low, high := math.Inf(1), math.Inf(-1)
	for n, row := range p.data.Rows {
		if p.table.Rows[n].Total {
			continue
		}
		var line *brief.SmallLine
		if len(l.columns) > 1 {
			line = l.points(row)
		} else {
			line, l.last[n] = listedPoints(row.Cells[l.columns[0]].Text)
		}
		line.Low, line.High = math.Inf(1), math.Inf(-1)
		for _, point := range line.Points {
			if point.Known {
				line.Low, line.High = math.Min(line.Low, point.Value), math.Max(line.High, point.Value)
			}
		}
		if line.Low <= line.High {
			l.rows[n] = line
			low, high = math.Min(low, line.Low), math.Max(high, line.High)
		}
	}
	if low > high {
		r.problems.Add(nothingToDraw.At(l.place, p.data.Columns[l.columns[0]].Name))
		return
	}
	for _, line := range l.rows {
		if line != nil && !p.table.OwnScales {
			line.Low, line.High = low, high
		}
	}
}

// points are those of a row, a column each.
func (l *tableLine) points(row brief.Row) *brief.SmallLine {
	line := &brief.SmallLine{}
	for i, k := range l.columns {
		c := row.Cells[k]
		line.Points = append(line.Points, brief.SmallPoint{
			At: l.at[i], Value: c.Number, Known: c.Kind == brief.NumberCell, Text: c.Text, Time: l.times[i],
		})
	}
	return line
}

// listedPoints are the numbers that one cell lists, at equal distances, and the
// last of them as it is written. Between two signs that part numbers one is missing.
func listedPoints(text string) (line *brief.SmallLine, last string) {
	text = strings.Trim(text, "[] \t\u00a0")
	var parts []string
	groups := strings.Split(strings.NewReplacer("،", ";", "؛", ";", "|", ";").Replace(text), ";")
	for i, group := range groups {
		numbers := strings.Fields(group)
		if len(numbers) == 0 && i > 0 && i < len(groups)-1 {
			numbers = []string{"–"}
		}
		parts = append(parts, numbers...)
	}
	if len(parts) == 1 {
		if _, ok := numeral.Parse(parts[0]); !ok {
			parts = strings.Split(parts[0], ",")
		}
	}
	line = &brief.SmallLine{}
	for i, part := range parts {
		part = strings.TrimRight(part, ",")
		x, ok := numeral.Parse(part)
		ok = ok && !math.IsInf(x, 0) && !math.IsNaN(x)
		line.Points = append(line.Points, brief.SmallPoint{At: float64(i) / math.Max(1, float64(len(parts)-1)), Value: x, Known: ok, Text: part})
		last = part
	}
	return line, last
}

// order puts the columns of a line in the order of their times, in proportion to
// these; where they have none, as they stand and at equal distances.
func (l *tableLine) order(p *tablePlan) {
	type dated struct {
		column int
		name   string
		first  float64
	}
	columns := make([]dated, len(l.columns))
	timed := true
	for i, k := range l.columns {
		name := p.own[k]
		if name == "" {
			name = p.data.Columns[k].Name
		}
		first, ok := timeIn(name)
		timed = timed && ok
		columns[i] = dated{k, name, first}
	}
	names := map[string]bool{}
	before, _, shared := cutLast(columns[0].name)
	for _, c := range columns {
		names[c.name] = true
		also, _, spaced := cutLast(c.name)
		shared = shared && spaced && also == before
	}
	if shared {
		l.before = before
		for i := range columns {
			columns[i].name = columns[i].name[len(before)+1:]
		}
	}
	if timed {
		slices.SortStableFunc(columns, func(a, b dated) int { return cmp.Compare(a.first, b.first) })
	}
	span := columns[len(columns)-1].first - columns[0].first
	l.columns = l.columns[:0]
	for i, c := range columns {
		at := float64(i) / float64(len(columns)-1)
		if timed && span > 0 {
			at = (c.first - columns[0].first) / span
		}
		if len(names) < len(columns) {
			c.name = "" // one head over several columns names none of them
		}
		l.columns, l.at, l.times = append(l.columns, c.column), append(l.at, at), append(l.times, c.name)
	}
}

// timeIn is the first day of the time that a column is called by, alone or as its
// last word.
func timeIn(name string) (float64, bool) {
	if t, ok := column.TimeOf(name); ok {
		return t.First, true
	}
	_, last, _ := cutLast(name)
	t, ok := column.TimeOf(last)
	return t.First, ok
}

// setLines puts the lines into the table: each into the first of its columns, which
// keeps the last number, and the others go.
func (p *tablePlan) setLines(lines []*tableLine, l *locale.Locale) {
	gone := make([]bool, len(p.data.Columns))
	holds := map[int]*tableLine{}
	for _, line := range lines {
		keep := slices.Min(line.columns)
		holds[keep] = line
		for _, k := range line.columns {
			gone[k] = k != keep
		}
	}
	last := make([]map[int][]brief.Inline, len(p.table.Rows)) // what the last columns say
	for n, row := range p.table.Rows {
		last[n] = map[int][]brief.Inline{}
		for i, cell := range row.Cells {
			last[n][p.body[n][i]] = cell.Content
		}
	}
	for r := range p.table.Header {
		row := &p.table.Header[r]
		for i := range row.Cells {
			line := holds[p.head[r][i]]
			if from, to := reach(p.head[r][i], row.Cells[i], len(gone)); line != nil && len(line.columns) > 1 && line.times[0] != "" && to-from == 1 && r == p.lowest(from) {
				row.Cells[i].Content = words(line.called(l), row.Cells[i].Span)
			}
		}
		row.Cells = kept(row.Cells, p.head[r], gone)
	}
	for n := range p.table.Rows {
		row := &p.table.Rows[n]
		for i := range row.Cells {
			at := p.body[n][i]
			line := holds[at]
			if from, to := reach(at, row.Cells[i], len(gone)); line == nil || to-from > 1 {
				continue
			}
			row.Cells[i].Line = line.rows[n]
			switch {
			case len(line.columns) > 1:
				end := line.columns[len(line.columns)-1]
				content := slices.Clip(last[n][end])
				for _, k := range line.columns {
					if k != end {
						content = append(content, noteMarks(last[n][k])...)
					}
				}
				row.Cells[i].Content = content
			case line.rows[n] != nil:
				row.Cells[i].Content = words(line.last[n], row.Cells[i].Span)
			}
		}
		row.Cells = kept(row.Cells, p.body[n], gone)
	}
	var columns []brief.Align
	for k, align := range p.table.Columns {
		if holds[k] != nil {
			align = brief.AlignAuto
		}
		if !gone[k] {
			columns = append(columns, align)
		}
	}
	p.table.Columns = columns
}

// noteMarks are those of a line, which call for notes that are not to be lost.
func noteMarks(line []brief.Inline) []brief.Inline {
	var marks []brief.Inline
	for _, n := range line {
		if _, ok := n.(*brief.NoteMark); ok {
			marks = append(marks, n)
		}
		marks = append(marks, noteMarks(brief.Content(n))...)
	}
	return marks
}

// lowest is the last row of the head with a cell of its own over a column.
func (p *tablePlan) lowest(column int) int {
	for r := len(p.head) - 1; r >= 0; r-- {
		if slices.Contains(p.head[r], column) {
			return r
		}
	}
	return -1
}

// called is what stands over a line: its first time and its last.
func (l *tableLine) called(words *locale.Locale) string {
	span := locale.SayPlain(words.Dates.ShortSpan, l.times[0], l.times[len(l.times)-1])
	return strings.TrimSpace(l.before + " " + span)
}

// cutLast parts the last word of a name from those before it.
func cutLast(name string) (before, last string, ok bool) {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return "", name, false
	}
	return name[:at], name[at+1:], true
}

// kept returns the cells that still stand over some column.
func kept(cells []brief.TableCell, places []int, gone []bool) []brief.TableCell {
	var list []brief.TableCell
	for i, cell := range cells {
		from, to := reach(places[i], cell, len(gone))
		left := 0
		for k := from; k < to; k++ {
			if !gone[k] {
				left++
			}
		}
		if left > 0 {
			cell.ColSpan = left
			list = append(list, cell)
		}
	}
	return list
}
