package seal

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"warraq/output/page"
	"warraq/output/paint"
)

// A node is an element of the structure tree that is kept: one with content,
// or one that a table needs.
type node struct {
	ref     page.Ref
	element *page.Element // of the document, or a Link around an annotation
	role    page.Role
	id      string
	number  int // of its object
	kids    []kid
	// refs are the elements that it refers to, in PDF 2.0.
	refs []*node
}

// A kid is one child of a node, in reading order: a node, a marked-content
// sequence, or an annotation (ISO 32000-1 §14.7.4).
type kid struct {
	node *node
	// page and mark are a page and the MCID of a sequence on it.
	page, mark int
	// annotation is the number of an annotation's object, or 0.
	annotation int
}

// A mark is one marked-content sequence with its place.
type mark struct {
	order, page, mark int
}

// A tree is the structure of a document while it is being built.
type tree struct {
	f     *file
	of    page.Tree
	root  *node
	nodes []*node // in document order
	// marks and links are what the elements own.
	marks map[page.Ref][]mark
	links map[page.Ref][]int
	// owners is for each page and MCID the node that holds it.
	owners [][]*node
	// annotated is for each annotation, in the order of their /StructParent, the
	// node that holds it; annotations gives the place in that order.
	annotated   []*node
	annotations map[int]int
	ids         map[string]bool
	fresh       int
	errs        []error
}

// build turns elements into nodes, and slots into the sequences painted for
// them. Elements without content are left out.
func build(f *file, d *page.Document, marks [][]paint.Mark, annotations []annotation) (*tree, error) {
	t := &tree{
		f:           f,
		of:          d.Tree,
		marks:       map[page.Ref][]mark{},
		links:       map[page.Ref][]int{},
		owners:      make([][]*node, len(marks)),
		annotated:   make([]*node, len(annotations)),
		annotations: make(map[int]int, len(annotations)),
		ids:         map[string]bool{},
	}
	total := 0
	for p, page := range marks {
		t.owners[p] = make([]*node, len(page))
		total += len(page)
		for m, sequence := range page {
			t.marks[sequence.Slot] = append(t.marks[sequence.Slot], mark{sequence.Order, p, m})
		}
	}
	for i, a := range annotations {
		t.links[a.link.Element] = append(t.links[a.link.Element], a.number)
		t.annotations[a.number] = i
	}
	for i := range d.Tree {
		if id := d.Tree[i].ID; id != "" {
			t.ids[id] = true
		}
	}
	t.root = t.node(0)
	if t.root == nil {
		return nil, errors.New("seal: the document has no content")
	}
	t.check(total)
	return t, errors.Join(t.errs...)
}

// check reports sequences and annotations that no element holds: they would be
// lost to a reader by ear.
func (t *tree) check(total int) {
	for p, page := range t.owners {
		for m, owner := range page {
			if owner == nil {
				t.errs = append(t.errs, fmt.Errorf("seal: sequence %d of page %d belongs to no element of the structure", m, p+1))
			}
		}
	}
	for i, owner := range t.annotated {
		if owner == nil {
			t.errs = append(t.errs, fmt.Errorf("seal: link %d belongs to no element of the structure", i+1))
		}
	}
}

// node builds the node of an element, or returns nil where it has no content.
// Its object number comes before those of its children.
func (t *tree) node(ref page.Ref) *node {
	at := len(t.nodes)
	e := &t.of[ref]
	n := &node{ref: ref, element: e, role: e.Role, id: e.ID}
	t.nodes = append(t.nodes, n)
	n.kids = t.content(n, ref)
	for _, c := range e.Children {
		if t.of[c].Role == page.Slot {
			n.kids = append(n.kids, t.content(n, c)...)
		} else if k := t.node(c); k != nil {
			n.kids = append(n.kids, kid{node: k})
		}
	}
	t.annotate(n)
	// A table keeps its empty cells: without them its rows have unequal lengths
	// (ISO 14289-1 §7.5).
	if len(n.kids) == 0 && e.Role != page.TableData && e.Role != page.TableHead {
		t.nodes = t.nodes[:at]
		return nil
	}
	if e.Role == page.Note && n.id == "" {
		n.id = t.freshID("note")
	}
	n.number = t.f.number()
	return n
}

// content lists the sequences of a slot in reading order, and makes the node
// their owner.
func (t *tree) content(n *node, slot page.Ref) []kid {
	marks := t.marks[slot]
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.page, b.page), cmp.Compare(a.mark, b.mark))
	})
	kids := make([]kid, len(marks))
	for i, m := range marks {
		kids[i] = kid{page: m.page, mark: m.mark}
		if t.owners[m.page][m.mark] != nil {
			t.errs = append(t.errs, fmt.Errorf("seal: a slot stands twice in the structure (page %d)", m.page+1))
		}
		t.owners[m.page][m.mark] = n
	}
	return kids
}

// annotate gives a node its annotations. An annotation must stand in a Link
// (ISO 14289-1 §7.18.5): where the element is another, such as a Reference, its
// content goes into a Link of its own; that of a Note only with its label.
func (t *tree) annotate(n *node) {
	numbers := t.links[n.ref]
	if len(numbers) == 0 {
		return
	}
	holder := n
	if n.role == page.Note {
		for _, k := range n.kids {
			if k.node != nil && k.node.role == page.Label {
				holder = k.node
				break
			}
		}
	}
	if holder.role != page.LinkRole {
		link := &node{element: &page.Element{Role: page.LinkRole, Language: holder.element.Language}, role: page.LinkRole, kids: holder.kids}
		link.number = t.f.number()
		t.nodes = append(t.nodes, link)
		for _, k := range link.kids {
			if k.node == nil && k.annotation == 0 {
				t.owners[k.page][k.mark] = link
			}
		}
		holder.kids = []kid{{node: link}}
		holder = link
	}
	for _, a := range numbers {
		holder.kids = append(holder.kids, kid{annotation: a})
		t.annotated[t.annotations[a]] = holder
	}
}

// freshID returns an identifier that no element has.
func (t *tree) freshID(stem string) string {
	for {
		t.fresh++
		if id := fmt.Sprintf("%s-%d", stem, t.fresh); !t.ids[id] {
			t.ids[id] = true
			return id
		}
	}
}

// caption moves each caption that stands beside a figure or a table into it, so
// that a reader by ear knows what it is the caption of (ISO 32000-1 table 333, ISO
// 14289-2 §8.2.5.27): to its front where it stood before it, otherwise to its end.
func (t *tree) caption(n *node) {
	for i := 0; i < len(n.kids); i++ {
		c := n.kids[i].node
		if c == nil || c.role != page.Caption {
			continue
		}
		switch {
		case n.role == page.Figure || n.role == page.Table:
		case i > 0 && isCaptioned(n.kids[i-1].node):
			of := n.kids[i-1].node
			of.kids = append(of.kids, n.kids[i])
			n.kids = slices.Delete(n.kids, i, i+1)
			i--
		case i+1 < len(n.kids) && isCaptioned(n.kids[i+1].node):
			of := n.kids[i+1].node
			of.kids = slices.Insert(of.kids, 0, n.kids[i])
			n.kids = slices.Delete(n.kids, i, i+1)
			i--
		}
	}
	for _, k := range n.kids {
		if k.node != nil {
			t.caption(k.node)
		}
	}
}

// levels lets no heading stand more than one level below the heading before it:
// PDF/UA-1 forbids it (ISO 14289-1 §7.4.2), and PDF/UA-2, which keeps levels as
// they are written, does not. It takes and returns the level of the last heading;
// the title counts as the first.
func (t *tree) levels(n *node, last int) int {
	if level := headingLevel(n.role); level > 0 {
		last = min(level, last+1)
		n.role = page.HeadingRole(last)
	} else if n.role == page.Title {
		last = 1
	}
	for _, k := range n.kids {
		if k.node != nil {
			last = t.levels(k.node, last)
		}
	}
	return last
}

// headingLevel is the level of a heading's role, and 0 for all others.
func headingLevel(r page.Role) int {
	for level := 1; level <= 6; level++ {
		if r == page.HeadingRole(level) {
			return level
		}
	}
	return 0
}

// isCaptioned reports whether a node is a figure or a table without a caption.
func isCaptioned(n *node) bool {
	return n != nil && (n.role == page.Figure || n.role == page.Table) &&
		!slices.ContainsFunc(n.kids, func(k kid) bool { return k.node != nil && k.node.role == page.Caption })
}

// refer ties what a link stands on to the element it leads to, and a note to
// what refers to it (ISO 32000-2 §14.8.4.7.2, ISO 14289-2 §8.2.5.14).
func (t *tree) refer(annotations []annotation, places *targets) {
	for i, a := range annotations {
		to, from := places.nodes[a.link.Anchor], t.annotated[i]
		if to == nil || to == from {
			continue
		}
		from.refs = appendNew(from.refs, to)
		if to.role == page.Note {
			to.refs = appendNew(to.refs, from)
		}
	}
}

func appendNew(nodes []*node, n *node) []*node {
	if slices.Contains(nodes, n) {
		return nodes
	}
	return append(nodes, n)
}
