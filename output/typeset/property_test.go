package typeset_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/fonts"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
)

// What must hold of any brief, whatever is in it: from its Markdown to its
// pages nothing is lost, told twice, moved before its mention or put where it
// cannot be.
func TestPagesOfAnyBrief(t *testing.T) {
	library, tatweels := fonts.Bundled(), newTatweels()
	root := os.DirFS("testdata")
	rapid.Check(t, func(t *rapid.T) {
		written := drawBrief(t)
		t.Log(written.markdown.String()) // rapid shows it beside a failure alone
		look := drawTheme(t)
		b, _, problems, err := readBrief(root, "random.md", []byte(written.markdown.String()))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems, written.markdown.String())
		}
		d, problems := setBrief(b, look, library)
		c := &checker{T: t, document: d, theme: look, blocks: map[page.Ref]page.Ref{}}
		for _, p := range problems {
			// A word wider than its column is let stick out, and said.
			c.narrow = c.narrow || p.Code == "narrow-measure"
		}
		c.tree(0, 0)
		c.slots()
		c.text(written.want.String())
		c.notes()
		c.anchors()
		for i := range d.Pages {
			c.page(i, tatweels)
		}
		c.paragraphs(tatweels)
	})
}

func drawTheme(t *rapid.T) *theme.Theme {
	text := fmt.Sprintf("extends: %s\npage: {size: %s, mirrored: %v}\nkashida: %s\n",
		rapid.SampledFrom(theme.Names()).Draw(t, "theme"), rapid.SampledFrom([]string{"A4", "A5", "B5", "Letter"}).Draw(t, "size"),
		rapid.Bool().Draw(t, "mirrored"), rapid.SampledFrom([]string{"naskh", "naskh", "simple", "none"}).Draw(t, "kashida"))
	look, problems := theme.Read(&source.File{Name: "drawn.yaml", Data: []byte(text)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return look
}

// checker holds one document to the rules.
type checker struct {
	*rapid.T
	document *page.Document
	theme    *theme.Theme
	narrow   bool
	// blocks has every element and slot of the tree, with the block it is in.
	blocks map[page.Ref]page.Ref
}

// parents names, for a role that may not stand just anywhere, where it may
// (ISO 32000-1 §14.8.4.3).
var parents = map[page.Role][]page.Role{
	page.ListItem: {page.List}, page.Label: {page.ListItem, page.Note}, page.ListBody: {page.ListItem},
	page.TableHeader: {page.Table}, page.TableBody: {page.Table},
	page.TableRow: {page.Table, page.TableHeader, page.TableBody}, page.TableHead: {page.TableRow}, page.TableData: {page.TableRow},
	page.TOCItem: {page.TOC}, page.BibEntry: {page.ListBody}, page.Caption: {page.Div, page.Figure, page.Table},
}

// inside says what a role may hold and nothing else.
var inside = map[page.Role][]page.Role{
	page.List: {page.ListItem, page.Caption}, page.ListItem: {page.Label, page.ListBody},
	page.Table:    {page.TableHeader, page.TableBody, page.TableRow, page.Caption},
	page.TableRow: {page.TableHead, page.TableData}, page.TableHeader: {page.TableRow}, page.TableBody: {page.TableRow},
}

// tree: every element stands once, under a parent that may hold it.
func (c *checker) tree(e, block page.Ref) {
	element := &c.document.Tree[e]
	switch element.Role {
	case page.Slot, page.Span, page.LinkRole, page.Reference:
	case page.Code:
		if c.document.Tree[block].Role != page.Paragraph { // else it stands in a line
			block = e
		}
	default:
		block = e
	}
	if _, twice := c.blocks[e]; twice {
		c.Fatalf("an element %q stands twice in the tree", element.Role)
	}
	c.blocks[e] = block
	if element.Role == page.Slot && len(element.Children) > 0 {
		c.Fatalf("a slot has children")
	}
	for _, child := range element.Children {
		role := c.document.Tree[child].Role
		if may, bound := parents[role]; bound && !slices.Contains(may, element.Role) {
			c.Errorf("%s stands in %s", role, element.Role)
		}
		if may, bound := inside[element.Role]; bound && !slices.Contains(may, role) {
			c.Errorf("%s holds %q", element.Role, role)
		}
		c.tree(child, block)
	}
}

// slots: every element is printed, and every content item has its slot in the
// tree and an order of its own there.
func (c *checker) slots() {
	type place struct {
		slot  page.Ref
		order int
	}
	printed, orders := map[page.Ref]bool{}, map[place]bool{}
	for i := range c.document.Pages {
		for _, it := range c.document.Pages[i].Items {
			if it.Slot == 0 {
				continue
			}
			if _, known := c.blocks[it.Slot]; !known {
				c.Fatalf("an item on page %d belongs to nothing in the tree", i+1)
			}
			printed[it.Slot] = true
			if at := (place{it.Slot, it.Order}); orders[at] {
				c.Errorf("two items of one slot have the order %d", it.Order)
			} else {
				orders[at] = true
			}
		}
	}
	// A slot of a space between two others may vanish at the end of a line, but
	// an element never.
	var shown func(e page.Ref) bool
	shown = func(e page.Ref) bool {
		found, role := printed[e], c.document.Tree[e].Role
		for _, child := range c.document.Tree[e].Children {
			found = shown(child) || found
		}
		if !found && role != page.Slot && role != page.TableData && role != page.TableHead {
			c.Errorf("%s is not printed", role)
		}
		return found
	}
	shown(0)
}

// text: what the tags hold, in their order, is what was written: no letter more
// or less. A space may vanish where a line or a slot ends.
func (c *checker) text(want string) {
	want = strings.Join(strings.Fields(want), " ")
	texts := textsOf(c.document)
	var walk func(e page.Ref)
	walk = func(e page.Ref) {
		for _, s := range texts[e] {
			s = strings.Join(strings.Fields(s), " ")
			want = strings.TrimPrefix(want, " ")
			rest, ok := strings.CutPrefix(want, s)
			if !ok {
				c.Fatalf("printed %q, written %q", s, short(want))
			}
			want = rest
		}
		for _, child := range c.document.Tree[e].Children {
			walk(child)
		}
	}
	walk(0)
	if want = strings.TrimSpace(want); want != "" {
		c.Fatalf("not printed: %q", want)
	}
}

// notes: none begins before the page of its mark.
func (c *checker) notes() {
	pages := map[string]int{}
	for _, a := range c.document.Anchors {
		pages[a.Name] = a.Page
	}
	for name, mark := range pages {
		number, ok := strings.CutPrefix(name, "mark:")
		if !ok {
			continue
		}
		note, ok := pages["note:"+number]
		if !ok {
			c.Errorf("the note %s stands nowhere", number)
		} else if note < mark {
			c.Errorf("the note %s is on page %d, its mark on %d", number, note+1, mark+1)
		}
	}
}

// anchors: every one stands once, on a page that there is, and every link leads
// to one.
func (c *checker) anchors() {
	seen := map[string]bool{}
	for _, a := range c.document.Anchors {
		if seen[a.Name] {
			c.Errorf("the anchor %s stands twice", a.Name)
		}
		seen[a.Name] = true
		if a.Page < 0 || a.Page >= len(c.document.Pages) {
			c.Errorf("the anchor %s is on page %d of %d", a.Name, a.Page+1, len(c.document.Pages))
		}
	}
	for i := range c.document.Pages {
		for _, l := range c.document.Pages[i].Links {
			if l.Anchor != "" && !seen[l.Anchor] {
				c.Errorf("a link leads to %s, which is nowhere", l.Anchor)
			}
			if _, known := c.blocks[l.Element]; !known {
				c.Errorf("a link to %s%s belongs to nothing in the tree", l.URL, l.Anchor)
			}
		}
	}
	for _, o := range c.document.Outline {
		if !seen[o.Anchor] {
			c.Errorf("the outline leads to %s, which is nowhere", o.Anchor)
		}
	}
}

// frame is the text's place on a page.
func (c *checker) frame(index int) (left, top, right, bottom float64) {
	p, sheet := &c.document.Pages[index], c.theme.Page
	left = p.Slug + sheet.Outer
	if sheet.Mirrored && index%2 == 1 {
		left = p.Slug + sheet.Inner // a verso is bound on its left
	}
	return left, p.Slug + sheet.Top, left + sheet.Measure(), p.Height - p.Slug - sheet.Bottom
}

// tolerance is what rounding to thousandths may add up to over a line.
const tolerance = 0.01

// page: content stays in the frame of the text, all else on the sheet; a word
// has one kashida at most, and a word of another script none.
func (c *checker) page(index int, tatweels *tatweels) {
	p := &c.document.Pages[index]
	left, top, right, bottom := c.frame(index)
	verse := hemistichs(c.document.Tree)
	for _, l := range linesOf(p, tatweels) {
		content := l.items[0].Slot != 0
		in := l.x >= left-tolerance && l.x+l.width <= right+tolerance && l.y >= top && l.y <= bottom
		on := l.x >= 0 && l.x+l.width <= p.Width && l.y >= 0 && l.y <= p.Height
		if content && !in && !c.narrow || !on {
			c.Errorf("page %d: %q at %.2f–%.2f, %.2f is outside of %.2f–%.2f, %.2f–%.2f", index+1, l.text, l.x, l.x+l.width, l.y, left, right, top, bottom)
		}
		for _, word := range l.words {
			if word.kashidas > 1 {
				c.Errorf("page %d: %d kashidas in %q", index+1, word.kashidas, word.text)
			}
		}
		n := len(strings.Fields(l.text))
		most := 2
		if verse[l.items[0].Slot] {
			most = (n + 1) / 2
		}
		if len(l.words) > most {
			c.Errorf("page %d: %d of %d words are stretched in %q", index+1, len(l.words), n, l.text)
		}
	}
	for _, it := range p.Items {
		if m := it.Image; m != nil && (it.X < left-tolerance || it.X+m.Width > right+tolerance || it.Y < top-tolerance || it.Y+m.Height > bottom+tolerance) {
			c.Errorf("page %d: a picture at %s is outside", index+1, box(it.X, it.Y, m.Width, m.Height))
		}
		if it.Path == nil {
			continue
		}
		for _, at := range it.Path.Points {
			at.X, at.Y = at.X+it.X, at.Y+it.Y
			if at.X < -tolerance || at.X > p.Width+tolerance || at.Y < -tolerance || at.Y > p.Height+tolerance {
				c.Errorf("page %d: a path reaches %.2f, %.2f", index+1, at.X, at.Y)
				break
			}
		}
	}
}

// hemistichs are the texts that are half a line of verse, which is stretched to the
// width of its column.
func hemistichs(tree page.Tree) map[page.Ref]bool {
	found := map[page.Ref]bool{}
	var all func(page.Ref)
	all = func(e page.Ref) {
		found[e] = true
		for _, inner := range tree[e].Children {
			all(inner)
		}
	}
	for i := range tree {
		for _, p := range tree[i].Children {
			for _, half := range tree[p].Children {
				if tree[i].Role == page.Div && tree[p].Role == page.Paragraph && tree[half].Role == page.Span {
					all(half)
				}
			}
		}
	}
	return found
}

// paragraphs: every line of a paragraph of the running text but its last fills
// the measure exactly where it has a space to fill it by; the last is as wide
// as its words, or tighter.
func (c *checker) paragraphs(tatweels *tatweels) {
	running := map[page.Ref]bool{}
	first := true
	for _, e := range c.document.Tree[0].Children {
		if c.document.Tree[e].Role == page.Paragraph {
			running[e] = !first // the title is one, and is not justified
			first = false
		}
	}
	type placed struct {
		line
		left, right float64
	}
	lines := map[page.Ref][]placed{}
	for i := range c.document.Pages {
		left, _, right, _ := c.frame(i)
		for _, l := range linesOf(&c.document.Pages[i], tatweels) {
			if block := c.blocks[l.items[0].Slot]; running[block] {
				lines[block] = append(lines[block], placed{l, left, right})
			}
		}
	}
	for _, all := range lines {
		for i, l := range all {
			right := l.right
			if i == 0 {
				right -= c.theme.Space.Indent
			}
			full := math.Abs(l.x-l.left) < tolerance && (math.Abs(l.x+l.width-right) < tolerance || i == 0 && math.Abs(l.x+l.width-l.right) < tolerance)
			if i < len(all)-1 && strings.Contains(strings.TrimSpace(l.text), " ") && !full {
				c.Errorf("%q is %.3f wide at %.3f, not full in %.3f–%.3f", l.text, l.width, l.x, l.left, right)
			}
			if i == len(all)-1 && (l.width > l.natural+tolerance || len(l.words) > 0) {
				c.Errorf("the last line %q is stretched", l.text)
			}
		}
	}
}
