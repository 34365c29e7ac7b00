package seal_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
	"time"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paint"
	"warraq/output/seal"
)

// A sketch sets a document line by line, with no care for beauty: sealing sees
// only what stands in which slot.
type sketch struct {
	d      *page.Document
	faces  *fonts.Library
	shaper *fonts.Shaper
	y      float64
	order  int
	// rasters are the pictures ready to print.
	rasters page.Rasters
}

func newSketch() *sketch {
	s := &sketch{
		d: &page.Document{
			Tree: page.NewTree(),
			Info: page.Info{
				Title:    "تمويل الممرات في آسيا الوسطى",
				Subject:  "ملخص & <بيانات>",
				Authors:  []string{"كاتب أول", "Second Author"},
				Keywords: []string{"تمويل", "معادن"},
				Language: "ar",
				Date:     time.Date(2025, 4, 9, 0, 0, 0, 0, time.UTC),
			},
		},
		faces:  fonts.Bundled(),
		shaper: fonts.NewShaper(),
	}
	s.page(595.28, 841.89, "1")
	return s
}

// page begins a new page.
func (s *sketch) page(width, height float64, label string) {
	s.d.Pages = append(s.d.Pages, page.Page{Width: width, Height: height, Label: label})
	s.y = 0
}

func (s *sketch) last() *page.Page { return &s.d.Pages[len(s.d.Pages)-1] }

// text sets one line into a slot and returns its rectangle; a nil slot makes it
// an artifact. Each run of one direction is an item.
func (s *sketch) text(slot page.Ref, line string) page.Box {
	s.y += 20
	runes := []rune(line)
	levels, paragraph := bidi.Isolated(runes, bidi.Auto)
	face, ok := s.faces.Face("Amiri", false)
	if !ok {
		panic("the bundled text face is missing")
	}
	items, _ := fonts.Itemise(runes, levels, "ar", func(int) *fonts.Face { return face }, s.faces)
	visual := make([]uint8, len(items))
	for i, item := range items {
		visual[i] = item.Level
	}
	x, logical := 60.0, 0
	box := page.Box{Page: len(s.d.Pages) - 1, X: x, Y: s.y - 12, Height: 16}
	_ = paragraph
	for _, i := range bidi.Reorder(visual) {
		logical = max(logical, i)
		t := &page.Text{Face: items[i].Face, Size: 12, Color: color.NRGBA{A: 255},
			RTL: items[i].RTL()}
		for _, w := range s.shaper.Words(runes, items[i]) {
			t.Words = append(t.Words, page.Word{Word: w})
		}
		if t.RTL {
			slices.Reverse(t.Words)
		}
		s.last().Items = append(s.last().Items, page.Item{X: x, Y: s.y, Text: t, Slot: slot, Order: s.order + i})
		x += t.Width()
	}
	s.order += logical + 1
	box.Width = x - box.X
	return box
}

// child adds an element.
func (s *sketch) child(parent page.Ref, role page.Role) page.Ref { return s.d.Tree.Add(parent, role) }

// of is an element.
func (s *sketch) of(e page.Ref) *page.Element { return &s.d.Tree[e] }

// add sets a line as the whole content of a new element.
func (s *sketch) add(parent page.Ref, role page.Role, line string) page.Ref {
	e := s.child(parent, role)
	s.text(s.child(e, page.Slot), line)
	return e
}

// link makes the last line set an active rectangle.
func (s *sketch) link(box page.Box, l page.Link) {
	l.X, l.Y, l.Width, l.Height = box.X, box.Y, box.Width, box.Height
	s.d.Pages[box.Page].Links = append(s.d.Pages[box.Page].Links, l)
}

// anchor names the place of the next line.
func (s *sketch) anchor(name string) {
	s.d.Anchors = append(s.d.Anchors, page.Anchor{Name: name, Page: len(s.d.Pages) - 1, X: 60, Y: s.y})
}

// heading adds a heading with its anchor and its outline item.
func (s *sketch) heading(parent page.Ref, level int, title string) {
	name := fmt.Sprintf("sec:%s-%d", title, len(s.d.Anchors))
	s.anchor(name)
	s.add(parent, page.Role(fmt.Sprintf("H%d", level)), title)
	s.d.Outline = append(s.d.Outline, page.OutlineItem{Level: level, Title: title, Anchor: name})
}

// paint paints the document, and fails the test where that is not possible.
func (s *sketch) paint(t testing.TB) *paint.Painted {
	t.Helper()
	p, err := paint.Paint(context.Background(), s.d, s.rasters)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// seal paints and seals the document.
func (s *sketch) seal(t testing.TB, standards ...seal.Standard) []byte {
	t.Helper()
	pdf, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: standards})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// headings is a title and sections with paragraphs, which one slot of runs over a
// page's end; the last heading skips a level.
func headings(s *sketch) {
	s.add(0, page.Title, "تمويل الممرات")
	one := s.child(0, page.Section)
	s.heading(one, 1, "المقدمة")
	p := s.child(one, page.Paragraph)
	slot := s.child(p, page.Slot)
	s.text(slot, "فقرة تبدأ هنا وفيها Erasmus و(EPCA) ثم 10 من المبلغ")
	s.text(0, "رأس الصفحة")
	s.last().Items[len(s.last().Items)-1].Artifact = page.PaginationArtifact
	s.page(595.28, 841.89, "2")
	s.text(slot, "وتنتهي في الصفحة التالية")
	s.heading(one, 2, "الأهداف")
	s.add(one, page.Paragraph, "فقرة ثانية")
	s.child(s.child(one, page.Paragraph), page.Slot) // empty: left out
	two := s.child(0, page.Section)
	s.heading(two, 1, "الخاتمة")
	s.heading(two, 4, "قفزة")
	q := s.child(two, page.BlockQuote)
	quote := s.add(q, page.Paragraph, "A quotation in English")
	s.of(quote).Language = "en"
}

// lists is a list in a list, with labels.
func lists(s *sketch) {
	outer := s.child(0, page.List)
	s.of(outer).Numbering = "Decimal"
	for i := range 2 {
		item := s.child(outer, page.ListItem)
		s.add(item, page.Label, fmt.Sprint(i+1))
		body := s.child(item, page.ListBody)
		s.add(body, page.Paragraph, "بند")
		inner := s.child(body, page.List)
		for range 2 {
			nested := s.child(inner, page.ListItem)
			s.add(nested, page.Label, "–")
			s.add(nested, page.ListBody, "بند فرعي")
		}
	}
}

// tables is a table with spans, an empty cell and a caption.
func tables(s *sketch) {
	table := s.child(0, page.Table)
	s.add(table, page.Caption, "جدول 1: الحيازات")
	head := s.child(s.child(table, page.TableHeader), page.TableRow)
	wide := s.add(head, page.TableHead, "المعادن")
	w := s.of(wide)
	w.Scope, w.ColSpan, w.ID = "Column", 2, "cell 1-1"
	s.of(s.add(head, page.TableHead, "الدولة")).Scope = "Column"
	body := s.child(table, page.TableBody)
	row := s.child(body, page.TableRow)
	tall := s.add(row, page.TableHead, "كازاخستان")
	w = s.of(tall)
	w.Scope, w.RowSpan, w.ID = "Row", 2, "خلية"
	s.of(s.add(row, page.TableData, "يورانيوم")).Headers = []string{"cell 1-1", "خلية"}
	s.child(row, page.TableData)
	row = s.child(body, page.TableRow)
	s.add(row, page.TableData, "نحاس")
	s.add(row, page.TableData, "−1.5")
}

// links is a link over two lines, one to a place, and one in a contents list.
func links(s *sketch) {
	toc := s.child(0, page.TOC)
	entry := s.child(toc, page.TOCItem)
	reference := s.child(entry, page.Reference)
	box := s.text(s.child(reference, page.Slot), "المصادر 1")
	s.link(box, page.Link{Anchor: "المصادر", Element: reference, Description: "إلى المصادر"})
	p := s.add(0, page.Paragraph, "يرد في")
	l := s.child(p, page.LinkRole)
	slot := s.child(l, page.Slot)
	for _, line := range []string{"https://example.org/a/", "long?q=value"} {
		s.link(s.text(slot, line), page.Link{URL: "https://مثال.example.org/مسار/طويل?q=قيمة", Element: l})
	}
	s.anchor("المصادر")
	s.add(0, page.Paragraph, "المصادر")
}

// notes is a reference, its note, and the way back.
func notes(s *sketch) {
	p := s.add(0, page.Paragraph, "كلمة")
	s.anchor("ref:1")
	reference := s.child(p, page.Reference)
	s.link(s.text(s.child(reference, page.Slot), "1"), page.Link{Anchor: "note:1", Element: reference, Description: "الحاشية 1"})
	note := s.child(p, page.Note)
	s.of(note).ID = "note:1"
	s.anchor("note:1")
	label := s.child(note, page.Label)
	s.link(s.text(s.child(label, page.Slot), "1"), page.Link{Anchor: "ref:1", Element: note, Description: "عودة"})
	s.add(note, page.Paragraph, "نص الحاشية")
	s.add(0, page.Note, "حاشية بلا معرّف")
}

// figures is a drawn figure with its data, and a picture with an alpha channel.
func figures(s *sketch) {
	f := s.child(0, page.Figure)
	s.of(f).Alt = "أعمدة التمويل: أعلاها 365 مليون يورو"
	s.of(f).Box = &page.Box{X: 60, Y: s.y + 10, Width: 200, Height: 80}
	fill := color.NRGBA{R: 20, G: 80, B: 140, A: 128}
	s.last().Items = append(s.last().Items, page.Item{Slot: s.child(f, page.Slot), Path: &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.Close},
		Points: []scene.Point{{X: 60, Y: s.y + 20}, {X: 200, Y: s.y + 20}, {X: 130, Y: s.y + 80}}, Fill: &fill}})
	s.y += 90
	s.add(f, page.Caption, "شكل 1")
	csv := []byte("programme,amount\nنقل,10000\n")
	s.d.Attachments = append(s.d.Attachments,
		page.Attachment{Name: "funding.csv", MIME: "text/csv", Data: csv, Description: "بيانات الشكل 1", Relationship: "Data", Element: f},
		page.Attachment{Name: "funding.csv", MIME: "text/csv", Data: csv, Relationship: "Data"},
		page.Attachment{Name: "موجز.md", MIME: "text/markdown", Data: []byte("# عنوان\n"), Relationship: "Source"})
	picture := s.child(0, page.Figure)
	s.of(picture).Alt = "شعار"
	s.of(picture).Box = &page.Box{X: 60, Y: s.y + 10, Width: 40, Height: 40}
	logo := alpha()
	shown := &page.Image{Width: 40, Height: 40, Picture: logo}
	s.rasters = page.Rasters{shown: {Data: logo.File.Data}}
	s.last().Items = append(s.last().Items, page.Item{X: 60, Y: s.y + 10, Slot: s.child(picture, page.Slot), Image: shown})
	s.y += 60
}

// captions is a figure and a table, each with its caption beside it.
func captions(s *sketch) {
	d := s.child(0, page.Div)
	f := s.add(d, page.Figure, "رسم")
	s.of(f).Alt = "رسم"
	s.of(f).Box = &page.Box{X: 60, Y: s.y - 12, Width: 40, Height: 16}
	s.add(d, page.Caption, "شكل")
	s.add(d, page.Paragraph, "المصدر")
	d = s.child(0, page.Div)
	s.add(d, page.Caption, "جدول")
	row := s.child(s.child(d, page.Table), page.TableRow)
	s.add(row, page.TableHead, "رأس")
	s.add(row, page.TableHead, "رأس")
}

// alpha is a small picture that fades out.
func alpha() *brief.Picture {
	m := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		m.SetNRGBA(i%16, i/16, color.NRGBA{R: 200, G: uint8(i), B: 40, A: uint8(255 - i)})
	}
	var b bytes.Buffer
	_ = png.Encode(&b, m) // writing to memory cannot fail
	return &brief.Picture{File: &source.File{Name: "logo.png", Data: b.Bytes()}, Format: "png",
		Width: 16, Height: 16, Channels: 3, Depth: 8, Alpha: true}
}

// sizes is pages of several sizes with folios of several kinds.
func sizes(s *sketch) {
	s.d.Duplex = true
	s.last().Label = ""
	s.add(0, page.Paragraph, "غلاف")
	for i, label := range []string{"أ", "ب", "1", "2", "5", "٦", "٧", "12", "13"} {
		w, h := 595.28, 841.89
		if i%2 == 1 {
			w, h = h, w
		}
		s.page(w, h, label)
		s.add(0, page.Paragraph, "صفحة "+label)
	}
}

// undated is a document without a date, outline, links or files.
func undated(s *sketch) {
	s.d.Info.Date = time.Time{}
	s.d.Info.Authors, s.d.Info.Keywords, s.d.Info.Subject = nil, nil, ""
	s.add(0, page.Paragraph, "فقرة")
}

// long is a document of many pages.
func long(pages int) func(s *sketch) {
	return func(s *sketch) {
		for i := range pages {
			if i > 0 {
				s.page(595.28, 841.89, fmt.Sprint(i+1))
			}
			section := s.child(0, page.Section)
			s.heading(section, 1+i%3, fmt.Sprintf("قسم %d", i+1))
			for range 4 {
				s.add(section, page.Paragraph, "فقرة فيها Latin و2025 وكلمات أخرى")
			}
			notes := s.add(section, page.Note, fmt.Sprintf("حاشية الصفحة %d", i+1))
			s.of(notes).ID = fmt.Sprintf("n%d", i+1)
		}
	}
}

// samples are the documents that the tests seal.
func samples() map[string]func(*sketch) {
	return map[string]func(*sketch){
		"headings": headings, "lists": lists, "tables": tables, "links": links, "notes": notes,
		"figures": figures, "captions": captions, "sizes": sizes, "undated": undated, "long": long(300),
	}
}

// sealed builds one sample.
func sealed(t testing.TB, sample func(*sketch), standards ...seal.Standard) []byte {
	t.Helper()
	s := newSketch()
	sample(s)
	return s.seal(t, standards...)
}
