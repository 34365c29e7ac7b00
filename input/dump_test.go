package input_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"warraq/charts/drawing"
	"warraq/input/brief"
	"warraq/input/source"
)

// dumper writes a brief as lines of text, one for each node, with the bytes of
// its span where they are not the node's own text.
type dumper struct {
	b      strings.Builder
	indent int
}

func dump(b *brief.Brief) string {
	var d dumper
	d.meta(b)
	d.section("summary", b.Summary)
	d.section("body", b.Body)
	for _, n := range b.Notes {
		d.section(fmt.Sprintf("note %d %s", n.Number, n.Label), n.Blocks)
	}
	for _, r := range b.References {
		d.line("reference %d %s: %s", r.Number, r.Key, r.Title)
	}
	for _, f := range b.Files {
		d.line("file %s", f.Name)
	}
	return d.b.String()
}

func (d *dumper) meta(b *brief.Brief) {
	m := b.Meta
	var authors []struct{ Name, Role, Affiliation string }
	for _, a := range m.Authors {
		authors = append(authors, struct{ Name, Role, Affiliation string }{a.Name, a.Role, a.Affiliation})
	}
	for _, f := range []struct {
		name  string
		value any
	}{
		{"title", m.Title.Value}, {"title id", m.TitleID}, {"description", m.Description.Value}, {"subtitle", m.Subtitle.Value}, {"kind", m.Kind.Value}, {"authors", authors},
		{"institution", m.Institution.Value}, {"programme", m.Programme.Value}, {"calendar", m.Calendar}, {"lang", m.Lang},
		{"digits", m.Digits}, {"keywords", m.Keywords}, {"theme", m.Theme.Value}, {"toc", m.TOC}, {"number-sections", m.NumberSections},
	} {
		if s := fmt.Sprintf("%+v", f.value); s != "" && s != "[]" && s != "false" {
			d.line("%s: %s", f.name, s)
		}
	}
	if !m.Date.IsZero() {
		d.line("date: %s%s", m.Date.Format("2006-01-02"), map[brief.Grain]string{brief.Month: " month", brief.Year: " year"}[m.DateGrain])
	}
	if m.Logo != nil {
		d.line("logo: %s %dx%d", m.Logo.File.Name, m.Logo.Width, m.Logo.Height)
	}
	d.matter(m)
}

// matter is the cover, the series, and the people and institutions.
func (d *dumper) matter(m brief.Meta) {
	picture := func(p *brief.FrontPicture) string {
		if p == nil || p.Picture == nil {
			return ""
		}
		return fmt.Sprintf(" %s alt=%q crop=%v decorative=%v", p.Picture.File.Name, p.Alt, p.Crop, p.Decorative)
	}
	if c := m.Cover; c != nil {
		d.line("cover: %s%s overlay=%v credit=%q", c.Style, picture(c.Picture), c.Overlay, c.Credit.Value)
	}
	if m.Series.Value+m.Number.Value != "" {
		d.line("series: %q %q", m.Series.Value, m.Number.Value)
	}
	if m.Revision.Value != "" {
		d.line("revision: %q", m.Revision.Value)
	}
	for _, p := range m.Partners {
		d.line("partner: %q%s", p.Name.Value, picture(p.Logo))
	}
	for _, a := range m.Authors {
		if a.Portrait != nil {
			d.line("portrait of %s:%s", a.Name, picture(a.Portrait))
		}
		d.section("biography of "+a.Name, a.Bio)
	}
	if a := m.About; a != nil {
		d.line("about: %q %q %q %q", a.Address.Value, a.Telephone.Value, a.Email.Value, a.Website.Value)
		d.section("about", a.Blocks)
	}
}

func (d *dumper) line(format string, args ...any) {
	fmt.Fprintf(&d.b, "%s%s\n", strings.Repeat("  ", d.indent), strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func (d *dumper) section(name string, blocks []brief.Block) {
	if len(blocks) > 0 {
		d.line("%s", name)
		d.in(func() { d.blocks(blocks) })
	}
}

func (d *dumper) in(f func()) { d.indent++; f(); d.indent-- }

func at(s source.Span) string {
	text := string(s.Text())
	if len([]rune(text)) > 40 {
		r := []rune(text)
		text = string(r[:18]) + " … " + string(r[len(r)-18:])
	}
	return fmt.Sprintf("%q", text)
}

func attributes(a brief.Attributes, meanings ...string) string {
	s := ""
	if a.ID != "" {
		s += " #" + a.ID
	}
	for _, m := range meanings {
		if m != "" {
			s += " " + m
		}
	}
	return s
}

func when(name string, set bool) string {
	if set {
		return name
	}
	return ""
}

func (d *dumper) blocks(blocks []brief.Block) {
	for _, b := range blocks {
		d.block(b)
	}
}

func (d *dumper) block(b brief.Block) {
	switch b := b.(type) {
	case *brief.Heading:
		d.line("heading %d %v%s %s", b.Level, b.Number, attributes(b.Attributes, when("unnumbered", b.Unnumbered),
			when(fmt.Sprintf("appendix %d", b.AppendixNumber), b.Appendix)), at(b.Span))
		d.in(func() { d.inlines(b.Content) })
	case *brief.Paragraph:
		d.line("paragraph%s %s", attributes(b.Attributes, string(b.Align), string(b.Direction),
			when("kashida="+string(b.Kashida), b.Kashida != ""), when("quran", b.Quran)), at(b.Span))
		d.in(func() { d.inlines(b.Content) })
	case *brief.List:
		d.line("list ordered=%v start=%d tight=%v %s", b.Ordered, b.Start, b.Tight, at(b.Span))
		for _, item := range b.Items {
			d.in(func() {
				d.line("item %s", at(item.Span))
				d.in(func() { d.blocks(item.Blocks) })
			})
		}
	case *brief.DefinitionList:
		d.line("definitions %s", at(b.Span))
		for _, item := range b.Items {
			d.in(func() {
				d.line("term %s", at(item.Span))
				d.in(func() { d.inlines(item.Term); d.blocks(item.Blocks) })
			})
		}
	case *brief.Quote:
		d.line("quote %s", at(b.Span))
		d.in(func() { d.blocks(b.Blocks) })
	case *brief.Callout:
		d.line("callout %s %s", b.Kind, at(b.Span))
		d.in(func() { d.inlines(b.Title); d.blocks(b.Blocks) })
	case *brief.CodeBlock:
		d.line("code%s %q %q %s", attributes(b.Attributes), b.Info, b.Value, at(b.Span))
		d.caption("caption", b.Caption)
	case *brief.Rule:
		d.line("rule %s", at(b.Span))
	case *brief.PageBreak:
		d.line("page break %s", at(b.Span))
	case *brief.Division:
		d.line("division%s align=%s direction=%s %s", attributes(b.Attributes, when("lang="+b.Language, b.Language != "")), b.Align, b.Direction, at(b.Span))
		d.in(func() { d.blocks(b.Blocks) })
	case *brief.Verse:
		d.line("verse%s %s", attributes(b.Attributes), at(b.Span))
		for _, line := range b.Lines {
			d.in(func() {
				d.caption("first", line.First)
				d.caption("second", line.Second)
			})
		}
	case *brief.Bibliography:
		d.line("bibliography %s", at(b.Span))
	case *brief.TableBlock:
		d.table(b)
	case *brief.Figure:
		d.figure(b)
	}
}

func (d *dumper) table(b *brief.TableBlock) {
	d.line("table %d%s columns=%v %s", b.Number, attributes(b.Attributes, when("landscape", b.Landscape),
		when("below figure", b.BelowFigure)), b.Columns, at(b.Span))
	d.in(func() {
		d.caption("caption", b.Caption)
		d.caption("source", b.Source)
		d.caption("note", b.Note)
		for i, rows := range [][]brief.TableRow{b.Header, b.Rows} {
			for _, row := range rows {
				d.line("%s %s", [...]string{"header", "row"}[i], at(row.Span))
				for _, cell := range row.Cells {
					d.in(func() {
						d.line("cell %dx%d %s", cell.ColSpan, cell.RowSpan, at(cell.Span))
						d.in(func() { d.inlines(cell.Content) })
						if bar := cell.Bar; bar != nil {
							d.in(func() { d.line("bar %v of %v to %v", bar.Value, bar.Low, bar.High) })
						}
						if line := cell.Line; line != nil {
							d.in(func() { d.line("line of %v to %v: %v", line.Low, line.High, line.Points) })
						}
					})
				}
			}
		}
	})
}

func (d *dumper) figure(b *brief.Figure) {
	d.line("figure %d%s alt=%q %s", b.Number, attributes(b.Attributes, when("half", b.Half), when("full bleed", b.FullBleed), [...]string{"", "first of two", "second of two"}[b.Pair]), b.Alt, at(b.Span))
	d.in(func() {
		d.caption("caption", b.Caption)
		d.caption("source", b.Source)
		d.caption("note", b.Note)
		if b.Data != nil {
			d.table(b.Data)
		}
		if b.Beside != nil {
			d.line("beside it")
			d.table(b.Beside)
		}
		d.caption("credit", b.Credit)
		if b.Width != (brief.Measure{}) || !b.Crop.IsZero() || b.Decorative {
			d.line("width %v crop %v decorative %v", b.Width, b.Crop, b.Decorative)
		}
		if p := b.Picture; p != nil && p.Drawn() {
			if s, _ := drawing.Read(p.File, p.Span); s != nil {
				d.line("picture %s %s %vx%v %s", p.File.Name, p.Format, s.Width, s.Height, at(p.Span))
			}
		} else if p != nil {
			width, height := p.Size()
			d.line("picture %s %s %vx%v %s", p.File.Name, p.Format, width, height, at(p.Span))
		}
		if c := b.Chart; c != nil {
			d.line("chart %s category=%q value=%q values=%q series=%q unit=%q scale=%q height=%v option=%v",
				c.Type, c.Category, c.Value, c.Values, c.Series, c.Unit, c.Scale, c.Height, c.Option)
			if c.Data != nil {
				d.line("data %q %d columns %d rows", c.Data.Name, len(c.Data.Columns), len(c.Data.Rows))
			}
		}
	})
}

func (d *dumper) caption(name string, list []brief.Inline) {
	if len(list) > 0 {
		d.line("%s", name)
		d.in(func() { d.inlines(list) })
	}
}

func (d *dumper) inlines(list []brief.Inline) {
	for _, n := range list {
		d.inline(n)
	}
}

func (d *dumper) inline(n brief.Inline) {
	nest := func(name string, content []brief.Inline) {
		d.line("%s %s", name, at(n.Place()))
		d.in(func() { d.inlines(content) })
	}
	switch n := n.(type) {
	case *brief.Text:
		if string(n.Span.Text()) == n.Value {
			d.line("text %q", n.Value)
		} else {
			d.line("text %q from %s", n.Value, at(n.Span))
		}
	case *brief.Emphasis:
		nest("emphasis", n.Content)
	case *brief.Strong:
		nest("strong", n.Content)
	case *brief.Code:
		d.line("code %q %s", n.Value, at(n.Span))
	case *brief.Link:
		nest("link "+n.URL, n.Content)
	case *brief.Marked:
		nest("marked"+attributes(n.Attributes, when("lang="+n.Language, n.Language != ""), when(fmt.Sprintf("term=%q", n.Term), n.Term != ""),
			when("ltr", n.LTR), [...]string{"", "muted", "accent"}[n.Tone]), n.Content)
	case *brief.Raised:
		nest("raised", n.Content)
	case *brief.Lowered:
		nest("lowered", n.Content)
	case *brief.Decorated:
		nest([...]string{"underlined", "struck", "highlighted"}[n.Decoration], n.Content)
	case *brief.Image:
		d.line("image alt=%q width=%v decorative=%v %s", n.Alt, n.Width, n.Decorative, at(n.Span))
	case *brief.NoteMark:
		number := 0
		if n.Note != nil {
			number = n.Note.Number
		}
		d.line("note mark %d %s", number, at(n.Span))
	case *brief.Citation:
		d.line("citation %s", at(n.Span))
		for _, item := range n.Items {
			number := 0
			if item.Reference != nil {
				number = item.Reference.Number
			}
			d.in(func() {
				d.line("item %d %s prefix=%q locator=%q %s", number, item.Key, item.Prefix, item.Locator, at(item.Span))
			})
		}
	case *brief.CrossReference:
		d.line("cross-reference %s %T %s", n.ID, n.Target, at(n.Span))
	case *brief.LineBreak:
		d.line("break")
	}
}

// checkSpans holds every node to the rule of its place: inside the file, and
// what is inside a node stands inside it. Offsets in a text whose bytes are
// those of its span are good for pointing at a character.
func checkSpans(t testing.TB, b *brief.Brief) {
	t.Helper()
	if b == nil || b.File == nil {
		return
	}
	check := func(what string, s source.Span) {
		if s.File == nil || s.Start < 0 || s.End < s.Start || s.End > len(s.File.Data) {
			t.Errorf("%s has a span out of its file: %d to %d", what, s.Start, s.End)
		}
	}
	var inlines func(list []brief.Inline)
	inlines = func(list []brief.Inline) {
		for _, n := range list {
			check(fmt.Sprintf("%T", n), n.Place())
			switch n := n.(type) {
			case *brief.Text:
				if n.Value == "" || !bytes.ContainsRune([]byte(n.Value), '\uFFFD') && strings.ContainsAny(n.Value, "\r\x00") {
					t.Errorf("text %q", n.Value)
				}
			case *brief.Emphasis:
				inlines(n.Content)
			case *brief.Strong:
				inlines(n.Content)
			case *brief.Link:
				inlines(n.Content)
			case *brief.Marked, *brief.Decorated:
				inlines(brief.Content(n))
			}
		}
	}
	var blocks func(list []brief.Block)
	blocks = func(list []brief.Block) {
		for _, n := range list {
			check(fmt.Sprintf("%T", n), n.Place())
			switch n := n.(type) {
			case *brief.Heading:
				inlines(n.Content)
			case *brief.Paragraph:
				inlines(n.Content)
			case *brief.Quote:
				blocks(n.Blocks)
			case *brief.Callout:
				inlines(n.Title)
				blocks(n.Blocks)
			case *brief.Division:
				blocks(n.Blocks)
			case *brief.Verse:
				for _, line := range n.Lines {
					check("line", line.Span)
				}
				brief.Lines(n, inlines)
			case *brief.List:
				for _, item := range n.Items {
					check("item", item.Span)
					blocks(item.Blocks)
				}
			case *brief.DefinitionList:
				for _, item := range n.Items {
					check("term", item.Span)
					inlines(item.Term)
					blocks(item.Blocks)
				}
			case *brief.Figure:
				inlines(n.Caption)
				inlines(n.Source)
			case *brief.TableBlock:
				inlines(n.Caption)
				inlines(n.Source)
				for _, row := range append(n.Header, n.Rows...) {
					check("row", row.Span)
					for _, cell := range row.Cells {
						check("cell", cell.Span)
						inlines(cell.Content)
					}
				}
			}
		}
	}
	blocks(b.Summary)
	blocks(b.Body)
	for _, n := range b.Notes {
		check("note", n.Span)
		blocks(n.Blocks)
	}
}
