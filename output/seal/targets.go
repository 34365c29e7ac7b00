package seal

import (
	"errors"
	"fmt"
	"math"

	"warraq/output/page"
)

// targets are the places of a document by name, and in PDF 2.0 the elements
// that stand there.
type targets struct {
	f      *file
	d      *page.Document
	places map[string]page.Anchor
	nodes  map[string]*node
}

// anchors gives each anchor by its name; a name used twice is an error.
func anchors(f *file, d *page.Document) (*targets, error) {
	var errs []error
	t := &targets{f, d, make(map[string]page.Anchor, len(d.Anchors)), map[string]*node{}}
	for _, a := range d.Anchors {
		if _, twice := t.places[a.Name]; twice {
			errs = append(errs, fmt.Errorf("seal: the anchor %q stands twice", a.Name))
		}
		if a.Page < 0 || a.Page >= len(d.Pages) {
			errs = append(errs, fmt.Errorf("seal: the anchor %q is on page %d of %d", a.Name, a.Page+1, len(d.Pages)))
			continue
		}
		t.places[a.Name] = a
	}
	return t, errors.Join(errs...)
}

// find gives every anchor its element: the one it names, the one of the same
// identifier, or the first at or below it on its page.
func (t *targets) find(s *tree) {
	byElement := make(map[page.Ref]*node, len(s.nodes))
	byID := map[string]*node{}
	for _, n := range s.nodes {
		if n.ref != 0 {
			byElement[n.ref] = n
		}
		if n.id != "" {
			byID[n.id] = n
		}
	}
	bySlot := map[page.Ref]*node{}
	for _, n := range s.nodes {
		for _, c := range n.element.Children {
			if s.of[c].Role == page.Slot {
				bySlot[c] = n
			}
		}
	}
	for name, a := range t.places {
		n := byElement[a.Element]
		if n == nil {
			n = byID[name]
		}
		if n == nil {
			n = nearest(&t.d.Pages[a.Page], a.Y, bySlot)
		}
		if n == nil {
			n = s.root
		}
		t.nodes[name] = n
	}
}

// nearest returns the node of the first item on a page that stands at or below
// a height.
func nearest(p *page.Page, y float64, bySlot map[page.Ref]*node) *node {
	var found *node
	best := math.Inf(1)
	for i := range p.Items {
		n := bySlot[p.Items[i].Slot]
		if at := top(&p.Items[i]); n != nil && at >= y-0.01 && at < best {
			best, found = at, n
		}
	}
	return found
}

// top is the height that an item is found at: the baseline of a text, the upper
// edge of anything else.
func top(i *page.Item) float64 {
	if i.Path == nil {
		return i.Y
	}
	y := math.Inf(1)
	for _, p := range i.Path.Points {
		y = min(y, i.Y+p.Y)
	}
	return y
}

// view writes the target within a page or an element: the top of the window,
// at the zoom in use (ISO 32000-1 §12.3.2.2).
func (t *targets) view(of int, a page.Anchor) code {
	b := appendRef([]byte{'['}, of)
	b = append(b, "/XYZ "...)
	p := &t.d.Pages[a.Page]
	left, top, _, _ := p.Upright(a.X, a.Y, 0, 0)
	b = appendNumber(b, left)
	b = append(b, ' ')
	b = appendNumber(b, p.Height-top)
	return code(append(b, " null]"...))
}

// destination writes where an anchor is on its page.
func (t *targets) destination(name string) code {
	a := t.places[name]
	return t.view(t.f.pages[a.Page], a)
}

// structural writes the entry for the same place in the structure (ISO 32000-2
// §12.3.2.3), or nothing in PDF 1.7.
func (t *targets) structural(name string) code {
	n := t.nodes[name]
	if n == nil {
		return ""
	}
	return "/SD" + t.view(n.number, t.places[name])
}

// names writes the name tree of anchors, or returns 0 where there is none.
func (t *targets) names() (int, error) {
	if len(t.d.Anchors) == 0 {
		return 0, nil
	}
	entries := make([]entry, len(t.d.Anchors))
	for i, a := range t.d.Anchors {
		value := t.destination(a.Name)
		if sd := t.structural(a.Name); sd != "" {
			value = "<</D" + value + sd + ">>"
		}
		entries[i] = entry{a.Name, value}
	}
	tree, err := nameTree(entries)
	return t.f.add(tree), err
}
