package typeset_test

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/output/page"
)

// dump writes a typeset document for a reader of differences: each page with
// what stands on it from the first item to the last, then the structure tree,
// the outline and the attachments. Lengths are points, to a tenth.
func dump(d *page.Document) string {
	w := &dumper{tree: d.Tree, roles: map[page.Ref]page.Role{}, tatweels: newTatweels(), text: textsOf(d)}
	w.role(0, page.RoleDocument)
	for i := range d.Pages {
		w.page(d, i)
	}
	w.line("tree")
	w.element(0, 1)
	for _, o := range d.Outline {
		w.line("outline %d %q to %s", o.Level, o.Title, o.Anchor)
	}
	for _, a := range d.Attachments {
		w.line("attached %s, %s, %q", a.Name, a.Relationship, a.Description)
	}
	return w.b.String()
}

type dumper struct {
	tree     page.Tree
	b        strings.Builder
	tatweels *tatweels
	// roles has, for a slot, the role of the element that it stands in.
	roles map[page.Ref]page.Role
	// text is what the items of each slot print.
	text map[page.Ref][]string
}

func (w *dumper) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format+"\n", args...)
}

func (w *dumper) role(e page.Ref, outer page.Role) {
	if role := w.tree[e].Role; role != page.Slot {
		outer = role
	}
	w.roles[e] = outer
	for _, c := range w.tree[e].Children {
		w.role(c, outer)
	}
}

func (w *dumper) page(d *page.Document, index int) {
	p := &d.Pages[index]
	w.line("page %d, folio %s, %s × %s", index+1, p.Label, length(p.Width), length(p.Height))
	if p.Turn != page.Upright {
		w.line("  turned %s", [...]string{page.Clockwise: "clockwise", page.Counterclockwise: "counterclockwise"}[p.Turn])
	}
	if p.Slug > 0 {
		w.line("  slug %s, bleed %s", length(p.Slug), length(p.Bleed))
	}
	lines := linesOf(p, w.tatweels)
	for i, it := range p.Items {
		switch {
		case it.Path != nil:
			w.path(it)
		case it.Image != nil:
			m := it.Image
			w.line("  image %s %s %s", box(it.X, it.Y, m.Width, m.Height), w.what(it), m.Picture.File.Name)
		default:
			if n := slices.IndexFunc(lines, func(l line) bool { return l.index == i }); n >= 0 {
				w.textLine(&lines[n])
			}
		}
	}
	for _, l := range p.Links {
		to := l.URL
		if l.Anchor != "" {
			to = "#" + l.Anchor
		}
		w.line("  link %s to %s: %q", box(l.X, l.Y, l.Width, l.Height), to, l.Description)
	}
	for _, a := range d.Anchors {
		if a.Page == index {
			w.line("  anchor %s at %s, %s", a.Name, length(a.X), length(a.Y))
		}
	}
}

// textLine writes a line with the look of its first item, and the words that
// are stretched.
func (w *dumper) textLine(l *line) {
	first := l.items[0]
	face := first.Text.Face.Family
	if first.Text.Face.Bold {
		face += " bold"
	}
	turned := ""
	if first.Text.Rotation != 0 {
		turned = fmt.Sprintf(", turned by %s", length(first.Text.Rotation))
	}
	stretched := ""
	for _, word := range l.words {
		stretched += fmt.Sprintf(" +%d %s", word.tatweels, word.text)
	}
	w.line("  line y %s x %s w %s %s, %s %s %s%s: %q%s", length(l.y), length(l.x), length(l.width), w.what(first),
		face, length(first.Text.Size), hex(first.Text.Color), turned, l.text, stretched)
}

func (w *dumper) path(it page.Item) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range it.Path.Points {
		left, right = min(left, it.X+p.X), max(right, it.X+p.X)
		top, bottom = min(top, it.Y+p.Y), max(bottom, it.Y+p.Y)
	}
	look := ""
	if it.Path.Fill != nil {
		look += " filled " + hex(*it.Path.Fill)
	}
	if it.Path.Stroke != nil {
		look += " stroked " + hex(*it.Path.Stroke)
	}
	w.line("  path %s %s%s", box(left, top, right-left, bottom-top), w.what(it), look)
}

// what says what an item is to a reader by ear.
func (w *dumper) what(it page.Item) string {
	if it.Slot != 0 {
		role, ok := w.roles[it.Slot]
		if !ok {
			return "of no element"
		}
		return "in " + string(role)
	}
	return [...]string{"layout", "pagination", "background"}[it.Artifact]
}

// element writes an element, and its text where it holds nothing else.
func (w *dumper) element(ref page.Ref, depth int) {
	e := &w.tree[ref]
	head := strings.Repeat("  ", depth) + string(e.Role)
	for _, a := range []struct{ name, value string }{
		{"id", e.ID}, {"lang", e.Language}, {"scope", e.Scope}, {"headers", strings.Join(e.Headers, " ")}, {"numbering", e.Numbering},
	} {
		if a.value != "" {
			head += " " + a.name + "=" + a.value
		}
	}
	for _, a := range []struct {
		name  string
		value int
	}{{"colspan", e.ColSpan}, {"rowspan", e.RowSpan}} {
		if a.value != 0 {
			head += fmt.Sprintf(" %s=%d", a.name, a.value)
		}
	}
	if e.Alt != "" {
		head += fmt.Sprintf(" alt=%q", short(e.Alt))
	}
	if e.Box != nil {
		head += fmt.Sprintf(" box p%d %s", e.Box.Page+1, box(e.Box.X, e.Box.Y, e.Box.Width, e.Box.Height))
	}
	if len(e.Children) == 1 && w.tree[e.Children[0]].Role == page.Slot {
		w.line("%s %q", head, short(w.slotText(e.Children[0])))
		return
	}
	w.line("%s", head)
	for _, c := range e.Children {
		if w.tree[c].Role == page.Slot {
			w.line("%s%q", strings.Repeat("  ", depth+1), short(w.slotText(c)))
			continue
		}
		w.element(c, depth+1)
	}
}

func (w *dumper) slotText(s page.Ref) string { return strings.Join(w.text[s], " ") }

// short keeps both ends of a long text: the whole stands in the lines.
func short(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)
	return string(r[:most/2]) + " … " + string(r[len(r)-most/4:])
}

// length rounds to a tenth of a point; a nought has no sign.
func length(v float64) string {
	return fmt.Sprintf("%.1f", math.Round(v*10)/10+0)
}

func box(x, y, width, height float64) string {
	return fmt.Sprintf("%s,%s %s×%s", length(x), length(y), length(width), length(height))
}

func hex(c color.NRGBA) string {
	s := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if c.A != 255 {
		s += fmt.Sprintf("/%d", c.A)
	}
	return s
}

// textsOf is what the items of each slot print, in reading order: a string for
// each line.
func textsOf(d *page.Document) map[page.Ref][]string {
	type placed struct {
		page int
		page.Item
	}
	items := map[page.Ref][]placed{}
	for i := range d.Pages {
		for _, it := range d.Pages[i].Items {
			if it.Text != nil && it.Slot != 0 {
				items[it.Slot] = append(items[it.Slot], placed{i, it})
			}
		}
	}
	texts := map[page.Ref][]string{}
	for slot, all := range items {
		slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.Order, b.Order) })
		lines := make([]string, 0, len(all))
		for i, it := range all {
			text := it.Text.String()
			if i > 0 && it.page == all[i-1].page && math.Abs(it.Y-all[i-1].Y) < 0.5*max(it.Text.Size, all[i-1].Text.Size) {
				lines[len(lines)-1] += text
				continue
			}
			lines = append(lines, text)
		}
		texts[slot] = lines
	}
	return texts
}
