package paint

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/go-pdf/fpdf"

	"warraq/fonts"
	"warraq/output/page"
)

// epoch is the date of a document that has none: the clock never reaches the
// output.
var epoch = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// writer paints one page after another.
type writer struct {
	pdf      *fpdf.Fpdf
	content  content
	marks    []Mark
	sequence sequence
	inText   bool // a text object is open
	shown    textState
	roles    []page.Role
	pictures pictures
}

// Paint writes a document and its pictures through fpdf. The error is a *PictureError where a
// picture turned out to be broken, or that of the context where it was
// cancelled; any other is a fault of the program.
func Paint(ctx context.Context, d *page.Document, rasters page.Rasters) (*Painted, error) {
	prepared, sheets, err := prepare(ctx, d)
	if err != nil {
		return nil, err
	}
	painted := &Painted{Marks: make([][]Mark, len(d.Pages)), Date: d.Info.Date}
	if painted.Date.IsZero() {
		painted.Date = epoch
	}
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetCreationDate(painted.Date)
	f.SetModificationDate(painted.Date)
	f.SetProducer("warraq", false)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	w := writer{pdf: f, roles: roles(d.Tree)}
	w.pictures = pictures{rasters: rasters, names: map[*page.Raster]string{}, widths: map[int]int{}}
	if painted.Fonts, err = sheets.fonts(); err != nil {
		return nil, err
	}
	for i := range d.Pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p := &d.Pages[i]
		// fpdf turns landscape sizes round unless told "P".
		f.AddPageFormat("P", fpdf.SizeType{Wd: p.Width, Ht: p.Height})
		w.content = content{b: w.content.b[:0], height: p.Height}
		w.marks, w.shown = nil, textState{}
		if p.Turn != page.Upright {
			m := turning(p)
			w.content.line("q")
			w.content.number(m[:]...)
			w.content.line("cm")
		}
		for _, u := range units(prepared[i]) {
			if err := w.unit(u); err != nil {
				return nil, err
			}
		}
		w.end()
		if p.Turn != page.Upright {
			w.content.line("Q")
		}
		w.flush()
		painted.Marks[i] = w.marks
		prepared[i] = nil
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("paint: %w", err)
	}
	painted.PDF = out.Bytes()
	return painted, nil
}

// turning is the matrix that turns what is painted on a page. Y is counted from the foot
// of the sheet before and after, as fpdf does.
func turning(p *page.Page) [6]float64 {
	if p.Turn == page.Clockwise {
		return [6]float64{0, -1, 1, 0, p.Width - p.Height, p.Height}
	}
	return [6]float64{0, 1, -1, 0, p.Height, 0}
}

// unit paints a unit in its marked-content sequence.
func (w *writer) unit(u unit) error {
	w.begin(u)
	it := u.runs[0].item
	switch {
	case it.Path != nil:
		w.endText()
		w.path(it.Path, it.X, it.Y)
	case it.Image != nil:
		w.endText()
		return w.image(it.Image, it.X, it.Y)
	}
	if it.Text == nil {
		return nil
	}
	// A translucent run closes the text object; within a pair of BMC and EMC it
	// must not be one that was open before (ISO 32000-1 §14.6.1).
	opaque := true
	for _, r := range u.runs {
		opaque = opaque && r.item.Text.Color.A == 255
	}
	if u.reversed() {
		// ISO 32000-1 §14.8.2.3.3.
		if opaque {
			w.beginText()
		} else {
			w.endText()
		}
		w.content.line("/ReversedChars BMC")
	}
	for i := range u.runs {
		w.text(&u.runs[i])
	}
	if u.reversed() {
		if !opaque {
			w.endText()
		}
		w.content.line("EMC")
	}
	return nil
}

// prepare makes the runs of every page, and allots the codes of their texts in
// the order they are painted.
func prepare(ctx context.Context, d *page.Document) ([][]run, *presses, error) {
	s := &presses{current: map[*fonts.Face]int{}, blocks: blocks(d.Tree), waiting: make([]int, max(1, len(d.Tree)))}
	for i := range d.Pages {
		for _, it := range d.Pages[i].Items {
			if printed(&it) {
				s.waiting[s.blocks[it.Slot]]++
			}
		}
	}
	pages := make([][]run, len(d.Pages))
	for i := range d.Pages {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		pages[i] = s.page(d.Pages[i].Items)
	}
	return pages, s, nil
}

// printed reports whether an item is a text that shows.
func printed(it *page.Item) bool {
	return it.Text != nil && it.Text.Color.A > 0 && it.Text.Size > 0
}

// page makes the runs of one page.
func (s *presses) page(items []page.Item) []run {
	s.cells = s.cells[:0]
	var texts []*stretch
	var others []*page.Item
	for i := range items {
		switch it := &items[i]; {
		case printed(it):
			texts = append(texts, s.prepare(it, len(others)))
		case it.Text == nil:
			others = append(others, it)
		}
	}
	fromLeft(texts)
	all := make([]run, 0, len(items))
	done := 0
	catchUp := func(n int) {
		for ; done < n; done++ {
			all = append(all, run{item: others[done], order: others[done].Order, row: -1})
		}
	}
	latin := mostlyLatin(texts)
	groups := rows(texts)
	for n, r := range groups {
		for _, st := range r {
			s.waiting[s.blocks[st.item.Slot]]--
		}
		s.hang(r)
		s.spread(r)
		s.separate(r)
		divide(r)
		if n+1 < len(groups) {
			s.partition(r, groups[n+1])
		}
		catchUp(r[0].before)
		for k, st := range r {
			if r.marked(k, latin) {
				all = append(all, s.mark(st, n))
			}
			all = append(all, st.runs(n)...)
		}
	}
	catchUp(len(others))
	return all
}

// fonts makes the press fonts.
func (s *presses) fonts() ([]Font, error) {
	all := make([]Font, 0, len(s.list))
	for i, p := range s.list {
		codes := p.All()
		if len(codes) == 0 {
			continue
		}
		font, err := p.Font()
		if err != nil {
			return nil, err
		}
		f := Font{Resource: resource(i), PostScript: s.faces[i].Name, Font: font, Unicode: make([]rune, len(codes)), Widths: make([]int, len(codes))}
		for k, c := range codes {
			f.Unicode[k], f.Widths[k] = c.Rune, c.Width
		}
		all = append(all, f)
	}
	return all, nil
}

// resource is the name by which pages call a press.
func resource(press int) string { return "F" + strconv.Itoa(press) }

// opacity selects a graphics state, where the colour is not opaque. The caller
// stands between q and Q.
func (w *writer) opacity(a uint8) {
	if a == 255 {
		return
	}
	w.flush()
	w.pdf.SetAlpha(float64(a)/255, "Normal")
}

// flush hands what is written to fpdf, before fpdf writes itself.
func (w *writer) flush() {
	if b := bytes.TrimSuffix(w.content.b, []byte("\n")); len(b) > 0 {
		w.pdf.RawWriteBuf(bytes.NewReader(b))
	}
	w.content.b = w.content.b[:0]
}
