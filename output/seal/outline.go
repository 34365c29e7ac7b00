package seal

import (
	"fmt"
	"strconv"

	"warraq/output/page"
)

// A bookmark is an outline item with what stands below it.
type bookmark struct {
	item   page.OutlineItem
	number int
	kids   []*bookmark
}

// nest turns the flat outline into a forest by level: an item belongs to the
// nearest one before it of a lower level, whatever levels are left out.
func (f *file) nest(items []page.OutlineItem) []*bookmark {
	root := &bookmark{}
	open := []*bookmark{root}
	for _, item := range items {
		for len(open) > 1 && open[len(open)-1].item.Level >= item.Level {
			open = open[:len(open)-1]
		}
		b := &bookmark{item: item, number: f.number()}
		parent := open[len(open)-1]
		parent.kids = append(parent.kids, b)
		open = append(open, b)
	}
	return root.kids
}

// outline writes the outline (ISO 32000-1 §12.3.3) and returns its number, or 0
// where there is none. Top items are seen, what is below them is folded.
func (f *file) outline(t *targets) (int, error) {
	if len(t.d.Outline) == 0 {
		return 0, nil
	}
	for _, item := range t.d.Outline {
		if _, ok := t.places[item.Anchor]; !ok {
			return 0, fmt.Errorf("seal: the outline points at %q, which is nowhere", item.Anchor)
		}
	}
	root := f.number()
	top := f.nest(t.d.Outline)
	f.bookmarks(top, root, t)
	b := appendEnds([]byte("<</Type/Outlines"), top)
	f.put(root, fmt.Appendf(b, "/Count %d>>", len(top)))
	return root, nil
}

// bookmarks writes the items of one level and all below them.
func (f *file) bookmarks(items []*bookmark, parent int, t *targets) {
	for i, item := range items {
		b := appendText([]byte("<</Title"), item.item.Title)
		b = append(b, "/Parent "...)
		b = appendRef(b, parent)
		place := t.destination(item.item.Anchor)
		if sd := t.structural(item.item.Anchor); sd != "" {
			b = append(b, "/A<</S/GoTo/D"+place+sd+">>"...)
		} else {
			b = append(b, "/Dest"+place...)
		}
		if i > 0 {
			b = append(b, "/Prev "...)
			b = appendRef(b, items[i-1].number)
		}
		if i < len(items)-1 {
			b = append(b, "/Next "...)
			b = appendRef(b, items[i+1].number)
		}
		if len(item.kids) > 0 {
			b = appendEnds(b, item.kids)
			// A negative count is a folded item.
			b = fmt.Appendf(b, "/Count -%d", len(item.kids))
			f.bookmarks(item.kids, item.number, t)
		}
		f.put(item.number, append(b, ">>"...))
	}
}

func appendEnds(b []byte, items []*bookmark) []byte {
	b = append(b, "/First "...)
	b = appendRef(b, items[0].number)
	b = append(b, "/Last "...)
	return appendRef(b, items[len(items)-1].number)
}

// pageLabels writes the number tree of page labels (ISO 32000-1 §12.4.2): a
// run of decimal folios is one entry that counts on; any other label, such as
// one in Arabic-Indic digits, for which PDF has no style, stands by itself.
func pageLabels(pages []page.Page) []byte {
	b := []byte("<</Nums[")
	next := "" // what the label of this page would be without an entry
	for i := range pages {
		label := pages[i].Label
		n, err := strconv.Atoi(label)
		decimal := err == nil && n > 0 && strconv.Itoa(n) == label
		switch {
		case decimal && label == next:
		case decimal:
			b = fmt.Appendf(b, "%d<</S/D/St %d>>", i, n)
		default:
			b = fmt.Appendf(b, "%d<</P", i)
			b = append(appendText(b, label), ">>"...)
		}
		next = ""
		if decimal {
			next = strconv.Itoa(n + 1)
		}
	}
	return append(b, "]>>"...)
}
