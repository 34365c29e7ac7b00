package page

import "warraq/input/source"

// A Ref is an element by its index in the document's [Tree]. 0 is the document
// itself: what belongs to no part of it has the Ref 0.
type Ref int

// A Tree is the structure of a document: its elements, first that of the document
// itself, of role [RoleDocument]. An element that no other has as a child is no
// part of the document.
type Tree []Element

// NewTree returns the tree of a document that holds nothing.
func NewTree() Tree { return Tree{{Role: RoleDocument}} }

// New makes an element of a role that stands nowhere yet.
func (t *Tree) New(r Role) Ref {
	*t = append(*t, Element{Role: r})
	return Ref(len(*t) - 1)
}

// Add makes an element and appends it to the children of another.
func (t *Tree) Add(parent Ref, r Role) Ref {
	child := t.New(r)
	t.Append(parent, child)
	return child
}

// Append puts elements after the children of another.
func (t Tree) Append(parent Ref, children ...Ref) {
	t[parent].Children = append(t[parent].Children, children...)
}

// Slot returns the open content slot of an element: text that follows text shares
// it, text after a child element gets a new one.
func (t *Tree) Slot(of Ref) Ref {
	if children := (*t)[of].Children; len(children) > 0 {
		if last := children[len(children)-1]; (*t)[last].Role == Slot {
			return last
		}
	}
	return t.Add(of, Slot)
}

// An Element is a node of the structure tree.
type Element struct {
	Role     Role
	Children []Ref
	// ID is unique where set; a Note must have one (ISO 14289-1 §7.9).
	ID string
	// Headers are the IDs of the header cells of a TH or TD, where Scope alone does
	// not tell them.
	Headers []string
	// Alt is alternative text.
	Alt string
	// Language is set where it differs from the document's.
	Language string
	// Scope of a TH: "Column" or "Row".
	Scope            string
	ColSpan, RowSpan int
	// Numbering of a list: "", "Disc", "Decimal" or another ListNumbering
	// value (ISO 32000-1 table 347).
	Numbering string
	// Box is the bounding box of a figure: page (from 0), x, y, width, height.
	Box *Box
	// Place is where the element comes from in the brief.
	Place source.Span
}
