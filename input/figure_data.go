package input

import (
	"fmt"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
)

// mostTableRows is how many rows of a chart's data are set as a table: some ten
// pages. The file with all of them is attached in any case.
const mostTableRows = 500

var tableTooLong = problem.Kind{
	Code: "chart-table-too-long", Severity: problem.Error,
	Message: problem.Text{AR: "عدد صفوف بيانات الشكل %d، والجدول يتّسع لـ%d", EN: "the chart's data has %d rows; a table has room for %d"},
	Advice:  problem.Text{AR: "احذف table، أو اجمع الصفوف بخطوة group أو top؛ البيانات مرفقة بالملف على كل حال.", EN: "Remove table, or sum up the rows with a group or top step; the data are attached in any case."},
}

// mostBesideRows is how many rows a table beside a chart has: one is read with the
// other, on one page.
const mostBesideRows = 24

var tableNotSmall = problem.Kind{
	Code: "chart-table-not-small", Severity: problem.Error,
	Message: problem.Text{AR: "عدد صفوف بيانات الشكل %d، وجدول بجانبه يتّسع لـ%d", EN: "the chart's data has %d rows; a table beside it has room for %d"},
	Advice:  problem.Text{AR: "اكتب table: below، أو اجمع الصفوف بخطوة group أو top.", EN: "Write table: below, or sum up the rows with a group or top step."},
}

// figureData sets what stands with a figure that its block does not say: the
// rates its values were converted by, what its sums went without, and its data as a
// table where the author asks for it. The tables are blocks of the brief like any others, so that they
// are numbered, listed and referred to as others are.
func (r *reading) figureData(Options) {
	ids := identifiers{taken: map[string]bool{}, last: map[string]int{}}
	for _, blocks := range r.everywhere() {
		attributed(blocks, func(a *brief.Attributes, _ brief.Block) { ids.taken[a.ID] = true })
	}
	var appendix []brief.Block
	place := func(f *brief.Figure) *brief.TableBlock {
		if f.Chart == nil {
			return nil
		}
		steps := f.Chart.Field("transform")
		if len(f.Chart.Rates) > 0 {
			f.Note = remark(f.Note, r.rates(f.Chart.Rates), steps)
		}
		if p := f.Chart.Prices; p != nil {
			f.Note = remark(f.Note, r.prices(p), steps)
		}
		if len(f.Chart.Unknown) > 0 {
			f.Note = remark(f.Note, r.unknown(f.Chart.Unknown), steps)
		}
		t := r.tableOf(f, ids)
		switch {
		case t == nil:
		case f.Chart.Table == "below":
			t.BelowFigure = true
			return t
		case f.Chart.Table == "hidden":
			f.Data = t
		case f.Chart.Table == "beside":
			// It is a part of the figure, and called by its number.
			t.ID, t.Caption, f.Beside = "", nil, t
		default:
			appendix = append(appendix, t)
			f.Note = append(remark(f.Note, r.words().Data.See, t.Span),
				&brief.CrossReference{ID: t.ID, Span: t.Span}, &brief.Text{Value: ".", Span: t.Span})
		}
		return nil
	}
	r.brief.Summary = withTables(r.brief.Summary, place)
	r.brief.Body = withTables(r.brief.Body, place)
	r.brief.Meta.EachText(func(blocks []brief.Block) []brief.Block { return withTables(blocks, place) })
	for _, n := range r.markdown.Notes {
		n.Blocks = withTables(n.Blocks, place)
	}
	if len(appendix) == 0 {
		return
	}
	heading := &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: r.words().Data.OfFigures, Span: appendix[0].Place()}},
		Attributes: brief.Attributes{ID: ids.unused("figures-data")}, Appendix: true, Span: appendix[0].Place(),
	}
	at := len(r.brief.Body)
	for at > 0 {
		if _, ok := r.brief.Body[at-1].(*brief.Bibliography); !ok {
			break
		}
		at-- // references that the author put at the end stay there
	}
	r.brief.Body = slices.Insert(r.brief.Body, at, append([]brief.Block{heading}, appendix...)...)
}

// remark appends words to a note, a space before them where they are not its first.
func remark(note []brief.Inline, words string, at source.Span) []brief.Inline {
	if len(note) > 0 {
		note = append(note, &brief.Text{Value: " ", Span: at})
	}
	return append(note, &brief.Text{Value: words, Span: at})
}

// withTables puts after each figure the table that belongs below it, if any; of
// two figures side by side, after both.
func withTables(blocks []brief.Block, table func(*brief.Figure) *brief.TableBlock) []brief.Block {
	out := blocks[:0:0]
	var waiting []brief.Block
	for _, b := range blocks {
		out = append(out, b)
		switch b := b.(type) {
		case *brief.Figure:
			if t := table(b); t != nil {
				waiting = append(waiting, t)
			}
			if b.Pair == brief.FirstOfTwo {
				continue
			}
		case *brief.List:
			for k := range b.Items {
				b.Items[k].Blocks = withTables(b.Items[k].Blocks, table)
			}
		case *brief.DefinitionList:
			for k := range b.Items {
				b.Items[k].Blocks = withTables(b.Items[k].Blocks, table)
			}
		case *brief.Quote:
			b.Blocks = withTables(b.Blocks, table)
		case *brief.Callout:
			b.Blocks = withTables(b.Blocks, table)
		case *brief.Division:
			b.Blocks = withTables(b.Blocks, table)
		}
		out = append(out, waiting...)
		waiting = nil
	}
	return out
}

// pairs sets figures of half the column beside each other, two and two.
func (r *reading) pairs(Options) {
	for _, blocks := range r.everywhere() {
		brief.Runs(blocks, func(run []brief.Block) {
			var before *brief.Figure // a half that is still alone
			for _, b := range run {
				f, _ := b.(*brief.Figure)
				switch {
				case f == nil || !f.Half:
					before = nil
				case before == nil:
					before = f
				default:
					before.Pair, f.Pair = brief.FirstOfTwo, brief.SecondOfTwo
					before = nil
				}
			}
		})
	}
}

// tableOf makes a table of a chart's data, or returns nil where none is asked
// for or there is nothing to show.
func (r *reading) tableOf(f *brief.Figure, ids identifiers) *brief.TableBlock {
	data := f.Chart.Data
	if f.Chart.Table == "" || data == nil || len(data.Columns) == 0 {
		return nil
	}
	if len(data.Rows) > mostTableRows {
		r.problems.Add(tableTooLong.At(f.Chart.Field("table"), len(data.Rows), mostTableRows))
		return nil
	}
	if f.Chart.Table == "beside" && len(data.Rows) > mostBesideRows {
		r.problems.Add(tableNotSmall.At(f.Chart.Field("table"), len(data.Rows), mostBesideRows))
		return nil
	}
	if f.ID == "" {
		f.ID = ids.unused("figure")
		f.Attributes.Span = f.Span
	}
	place := f.Chart.Field("table")
	t := dataTable(counted(f.Chart, drawn(f.Chart), r.words()), r.words())
	t.ID, t.Attributes.Span, t.Span = ids.unused(f.ID+"-data"), place, place
	title := brief.Plain(f.Caption)
	if title == "" {
		title = r.words().Data.OfFigure
		t.Caption = []brief.Inline{&brief.Link{URL: "#" + f.ID, Content: []brief.Inline{&brief.Text{Value: title, Span: place}}, Span: place}}
		return t
	}
	t.Caption = []brief.Inline{
		&brief.Text{Value: r.words().Data.Of, Span: place}, &brief.CrossReference{ID: f.ID, Span: place},
		&brief.Text{Value: r.words().Data.OfTitled + title, Span: place},
	}
	return t
}

// drawn returns the data of a chart with the columns that its block names, where
// it names both its names and its numbers, and the currency of amounts; else which are drawn is for the type
// to say, and all are kept.
func drawn(c *brief.Chart) *brief.Table {
	named := append([]string{c.Category, c.Value, c.Series, c.Facet, c.Labels, c.From, c.To, c.Target}, slices.Concat(c.Values, c.Levels, c.Low, c.High, c.Error)...)
	var kept []int
	for i, column := range c.Data.Columns {
		if column.Name != "" && slices.Contains(named, column.Name) || ledger.RoleOf(column.Name) == ledger.Currency {
			kept = append(kept, i)
		}
	}
	if c.Category == "" || c.Value == "" && len(c.Values) == 0 || len(kept) < 2 {
		return c.Data
	}
	return only(c.Data, kept)
}

// only returns a table with some of its columns.
func only(whole *brief.Table, kept []int) *brief.Table {
	t := *whole
	t.Columns, t.Rows = nil, make([]brief.Row, len(whole.Rows))
	for _, i := range kept {
		t.Columns = append(t.Columns, whole.Columns[i])
	}
	for n, row := range whole.Rows {
		t.Rows[n] = brief.Row{Span: row.Span}
		for _, i := range kept {
			t.Rows[n].Cells = append(t.Rows[n].Cells, row.Cell(i))
		}
	}
	return &t
}

// identifiers are those that are taken, with the number that each stem was last
// given: of a thousand figures none tries the numbers of those before it.
type identifiers struct {
	taken map[string]bool
	last  map[string]int
}

// unused returns an identifier that nothing has, and takes it: the stem, or the
// stem with the least number from 2 that is free.
func (ids identifiers) unused(stem string) string {
	id := stem
	for n := max(1, ids.last[stem]); ids.taken[id]; {
		n++
		id = fmt.Sprintf("%s-%d", stem, n)
		ids.last[stem] = n
	}
	ids.taken[id] = true
	return id
}

// words are those of the document's language.
func (r *reading) words() *locale.Locale { return locale.For(r.front.Meta.Lang) }

// rates says by what rates values were converted.
func (r *reading) rates(list []brief.Rate) string {
	words := r.words()
	said := make([]string, len(list))
	for i, rate := range list {
		said[i] = fmt.Sprintf("1 %s = %s %s", words.Currency(rate.From), exact(rate.Value), words.Currency(rate.To))
		if rate.At != "" {
			said[i] += " (" + rate.At + ")"
		}
	}
	intro := words.Data.Rates
	if len(said) == 1 {
		intro = words.Data.Rate
	}
	return intro + strings.Join(said, words.Marks.Semicolon) + words.Marks.Stop
}

// unknown says what sums went without.
func (r *reading) unknown(list []string) string {
	const most = 8 // that are named one by one
	words := r.words()
	if len(list) > most {
		list = append(slices.Clone(list[:most]), "…")
	}
	return locale.SayPlain(words.Charts.UnknownList, words.List(list)) + words.Marks.Stop
}

// prices says in what prices values are counted, and by which index.
func (r *reading) prices(p *brief.Prices) string {
	words := r.words()
	said := make([]string, len(p.Index))
	for i, l := range p.Index {
		said[i] = l.At + ": " + exact(l.Value)
	}
	return locale.SayPlain(words.Data.Prices, p.Base, strings.Join(said, words.Marks.Semicolon)) + words.Marks.Stop
}
