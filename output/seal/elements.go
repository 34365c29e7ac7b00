package seal

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"warraq/output/page"
)

// A writer turns the nodes of a tree into objects.
type writer struct {
	*tree
	d           *page.Document
	annotations []annotation
	// files are the numbers of the file specifications of each element.
	files map[page.Ref][]int
	// modes are the shared attribute objects of blocks, by whether they run right
	// to left; each is written when it is first needed.
	modes      map[bool]int
	namespaces namespaces
}

// structure writes the whole structure tree and returns the number of its root
// (ISO 32000-1 §14.7.2).
func (w *writer) structure() int {
	root := w.f.number()
	w.modes = map[bool]int{}
	w.element(w.root, root, rightToLeft(w.d.Info.Language))
	b := []byte("<</Type/StructTreeRoot/K ")
	b = appendRef(b, w.root.number)
	b = append(b, "/ParentTree "...)
	b = appendRef(b, w.parentTree())
	b = fmt.Appendf(b, "/ParentTreeNextKey %d", len(w.owners)+len(w.annotated))
	if ids := w.idTree(); ids != 0 {
		b = append(b, "/IDTree "...)
		b = appendRef(b, ids)
	}
	b = w.namespaces.appendList(b)
	w.f.put(root, append(b, ">>"...))
	return root
}

// element writes a node and all below it. rtl is the direction of the text
// around it.
func (w *writer) element(n *node, parent int, rtl bool) {
	e := n.element
	if e.Language != "" {
		rtl = rightToLeft(e.Language)
	}
	b := make([]byte, 0, 96)
	b = append(b, "<</Type/StructElem/S"...)
	b = appendName(b, string(w.namespaces.role(n.role)))
	b = w.namespaces.append(b, n.role)
	b = append(b, "/P "...)
	b = appendRef(b, parent)
	home := -1 // the page that sequences stand on unless they say another
	if i := slices.IndexFunc(n.kids, kid.isMark); i >= 0 {
		home = n.kids[i].page
		b = append(b, "/Pg "...)
		b = appendRef(b, w.f.pages[home])
	}
	if n.id != "" {
		b = append(b, "/ID"...)
		b = appendText(b, n.id)
	}
	if e.Language != "" {
		b = append(b, "/Lang"...)
		b = appendText(b, e.Language)
	}
	if e.Alt != "" {
		b = append(b, "/Alt"...)
		b = appendText(b, e.Alt)
	}
	if files := w.files[n.ref]; n.ref != 0 && len(files) > 0 {
		b = append(b, "/AF"...)
		b = appendRefs(b, files)
	}
	if len(n.refs) > 0 {
		numbers := make([]int, len(n.refs))
		for i, r := range n.refs {
			numbers[i] = r.number
		}
		b = append(b, "/Ref"...)
		b = appendRefs(b, numbers)
	}
	b = w.appendAttributes(b, n, rtl)
	b = w.appendKids(b, n, home)
	w.f.put(n.number, append(b, ">>"...))
	for _, k := range n.kids {
		if k.node != nil {
			w.element(k.node, n.number, rtl)
		}
	}
}

func (k kid) isMark() bool { return k.node == nil && k.annotation == 0 }

// appendKids writes /K: nodes by reference, sequences on the home page by
// number, others with their page, annotations as object references
// (ISO 32000-1 §14.7.4).
func (w *writer) appendKids(b []byte, n *node, home int) []byte {
	if len(n.kids) == 0 {
		return b
	}
	b = append(b, "/K["...)
	for i, k := range n.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.node != nil:
			b = appendRef(b, k.node.number)
		case k.annotation != 0:
			b = append(b, "<</Type/OBJR/Obj "...)
			b = appendRef(b, k.annotation)
			b = append(b, "/Pg "...)
			b = appendRef(b, w.f.pages[w.annotations[w.tree.annotations[k.annotation]].page])
			b = append(b, ">>"...)
		case k.page != home:
			b = append(b, "<</Type/MCR/Pg "...)
			b = appendRef(b, w.f.pages[k.page])
			b = append(b, "/MCID "...)
			b = strconv.AppendInt(b, int64(k.mark), 10)
			b = append(b, ">>"...)
		default:
			b = strconv.AppendInt(b, int64(k.mark), 10)
		}
	}
	return append(b, ']')
}

// appendAttributes writes /A: layout, table and list attributes (ISO 32000-1
// §14.8.5), and nothing where all have their default.
func (w *writer) appendAttributes(b []byte, n *node, rtl bool) []byte {
	var attributes [][]byte
	e := n.element
	switch {
	case e.Box != nil:
		layout := append([]byte("<</O/Layout/Placement/Block"), writingMode(rtl)...)
		layout = append(append(layout, "/BBox"...), w.box(e.Box)...)
		attributes = append(attributes, append(layout, ">>"...))
	case isBlock(n.role):
		attributes = append(attributes, appendRef(nil, w.mode(rtl)))
	}
	switch n.role {
	case page.TableHead, page.TableData:
		if cell := tableAttributes(e); cell != nil {
			attributes = append(attributes, cell)
		}
	case page.List:
		if numbering := w.listNumbering(e); numbering != "" {
			attributes = append(attributes, append(appendName([]byte("<</O/List/ListNumbering"), numbering), ">>"...))
		}
	case page.Note:
		if w.namespaces.on {
			attributes = append(attributes, []byte("<</O/FENote/NoteType/Footnote>>"))
		}
	}
	switch len(attributes) {
	case 0:
		return b
	case 1:
		b = append(b, "/A "...)
		return append(b, attributes[0]...)
	}
	b = append(b, "/A["...)
	for i, a := range attributes {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, a...)
	}
	return append(b, ']')
}

// mode returns the shared attribute object of blocks of one direction.
func (w *writer) mode(rtl bool) int {
	n, ok := w.modes[rtl]
	if !ok {
		n = w.f.add([]byte("<</O/Layout" + writingMode(rtl) + ">>"))
		w.modes[rtl] = n
	}
	return n
}

func writingMode(rtl bool) string {
	if rtl {
		return "/WritingMode/RlTb"
	}
	return "/WritingMode/LrTb"
}

// box writes a rectangle of a page in PDF's own coordinates, y up.
func (w *writer) box(r *page.Box) []byte {
	if r.Page < 0 || r.Page >= len(w.d.Pages) {
		w.errs = append(w.errs, fmt.Errorf("seal: a figure stands on page %d of %d", r.Page+1, len(w.d.Pages)))
		return []byte("[0 0 0 0]")
	}
	return appendRectangle(nil, &w.d.Pages[r.Page], r.X, r.Y, r.Width, r.Height)
}

// tableAttributes writes the scope, the spans and the headers of a cell (ISO
// 32000-1 table 349), or nothing.
func tableAttributes(e *page.Element) []byte {
	b := []byte("<</O/Table")
	bare := len(b)
	if e.Role == page.TableHead {
		// A header cell says what it heads (ISO 14289-1 §7.5).
		b = appendName(append(b, "/Scope"...), cmp.Or(e.Scope, "Column"))
	}
	if e.ColSpan > 1 {
		b = fmt.Appendf(b, "/ColSpan %d", e.ColSpan)
	}
	if e.RowSpan > 1 {
		b = fmt.Appendf(b, "/RowSpan %d", e.RowSpan)
	}
	if len(e.Headers) > 0 {
		b = append(b, "/Headers["...)
		for _, id := range e.Headers {
			b = appendText(b, id)
		}
		b = append(b, ']')
	}
	if len(b) == bare {
		return nil
	}
	return append(b, ">>"...)
}

// listNumbering returns the numbering of a list; one with labels has some.
func (w *writer) listNumbering(e *page.Element) string {
	if e.Numbering != "" {
		return e.Numbering
	}
	for _, item := range e.Children {
		for _, c := range w.of[item].Children {
			if w.of[c].Role == page.Label {
				if w.namespaces.on {
					return "Unordered"
				}
				return "Disc"
			}
		}
	}
	return ""
}

// isBlock reports whether an element of a role is a block, whose lines run in
// a writing mode (ISO 32000-1 §14.8.4.3). What stands in a line, and a table's
// rows, take it from the element around them.
func isBlock(r page.Role) bool {
	switch r {
	case page.Span, page.Reference, page.LinkRole, page.Label, page.Code, page.Note, page.BibEntry,
		page.TableRow, page.TableHeader, page.TableBody:
		return false
	}
	return true
}

// rightToLeft reports whether a language is written from right to left.
func rightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	switch script, _ := t.Script(); script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Rohg", "Adlm", "Mand", "Samr":
		return true
	}
	return false
}

// parentTree writes the way back from pages and annotations to elements
// (ISO 32000-1 §14.7.4.4). The keys of pages come first.
func (w *writer) parentTree() int {
	b := []byte("<</Nums[")
	for p, owners := range w.owners {
		if len(owners) == 0 {
			continue
		}
		numbers := make([]int, len(owners))
		for m, owner := range owners {
			numbers[m] = owner.number
		}
		b = fmt.Appendf(b, "%d %d 0 R ", p, w.f.add(appendRefs(nil, numbers)))
	}
	for i, owner := range w.annotated {
		b = fmt.Appendf(b, "%d %d 0 R ", len(w.owners)+i, owner.number)
	}
	return w.f.add(append(b, "]>>"...))
}

// idTree writes the name tree of identifiers, or returns 0 where there is none.
func (w *writer) idTree() int {
	var entries []entry
	for _, n := range w.nodes {
		if n.id != "" {
			entries = append(entries, entry{textBytes(n.id), ref(n.number)})
		}
	}
	if len(entries) == 0 {
		return 0
	}
	tree, err := nameTree(entries)
	if err != nil {
		w.errs = append(w.errs, err)
	}
	return w.f.add(tree)
}
