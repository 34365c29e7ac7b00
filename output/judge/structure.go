package judge

import (
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Structure fails the test unless the file's objects and tags hang together:
// every reference leads to an object and every object is reached; every element
// knows its parent; every marked-content sequence and every annotation on a page
// is a kid of exactly one element, and the parent tree leads back to that one;
// the header cells that a cell names are there; names are in order. It needs no
// program but this one.
func Structure(t testing.TB, pdf []byte) {
	t.Helper()
	d := open(t, pdf)
	s := &checker{document: d, t: t, owner: map[string]int{}, parents: map[int]types.Object{}, heads: map[string]bool{}}
	s.reach()
	root, ok := d.catalog["StructTreeRoot"].(types.IndirectRef)
	if !ok {
		t.Error("the file has no structure")
		return
	}
	tree := d.dict(root)
	s.numbers(d.dict(tree["ParentTree"]))
	for _, k := range d.list(tree["K"]) {
		s.element(k, root.ObjectNumber.Value())
	}
	for _, id := range s.named {
		if !s.heads[id] {
			t.Errorf("a cell names %q for its head, and no header cell is called so", id)
		}
	}
	for i, p := range d.pages {
		s.page(i, p)
	}
	for key := range s.parents {
		if next := integer(d.resolve(tree["ParentTreeNextKey"])); key >= next {
			t.Errorf("the parent tree has the key %d, and the next is to be %d", key, next)
		}
	}
	s.names("IDTree", tree["IDTree"])
	names := d.dict(d.catalog["Names"])
	s.names("Dests", names["Dests"])
	s.names("EmbeddedFiles", names["EmbeddedFiles"])
}

type checker struct {
	*document
	t testing.TB
	// owner is the object number of the element of each sequence ("page/mcid")
	// and annotation ("annotation n").
	owner   map[string]int
	parents map[int]types.Object
	// heads are the identifiers of header cells, and named those that cells name.
	heads map[string]bool
	named []string
}

// reach walks from the trailer through everything.
func (s *checker) reach() {
	seen := map[int]bool{}
	var visit func(o types.Object, from string)
	visit = func(o types.Object, from string) {
		switch v := o.(type) {
		case types.IndirectRef:
			n := v.ObjectNumber.Value()
			if seen[n] {
				return
			}
			seen[n] = true
			target := s.resolve(v)
			if target == nil {
				s.t.Errorf("%s points at object %d, which is not there", from, n)
			}
			visit(target, fmt.Sprintf("object %d", n))
		case types.Dict:
			for _, k := range sorted(v) {
				visit(v[k], from+" /"+k)
			}
		case types.StreamDict:
			visit(v.Dict, from)
		case types.Array:
			for _, e := range v {
				visit(e, from)
			}
		}
	}
	visit(*s.context.Root, "the trailer")
	if s.context.Info != nil {
		visit(*s.context.Info, "the trailer")
	}
	for n, entry := range s.context.Table {
		if entry.Free || n == 0 || seen[n] {
			continue
		}
		switch entry.Object.(type) {
		case types.ObjectStreamDict, types.XRefStreamDict, nil:
			continue
		}
		s.t.Errorf("nothing points at object %d", n)
	}
}

// numbers reads a number tree of one node.
func (s *checker) numbers(tree types.Dict) {
	nums := s.list(tree["Nums"])
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		key := integer(s.resolve(nums[i]))
		if key <= last {
			s.t.Errorf("the parent tree has %d after %d", key, last)
		}
		last = key
		s.parents[key] = nums[i+1]
	}
}

// element checks one element and all below it.
func (s *checker) element(o types.Object, parent int) {
	r, ok := o.(types.IndirectRef)
	if !ok {
		s.t.Error("an element is not an object of its own")
		return
	}
	e, number := s.dict(r), r.ObjectNumber.Value()
	if p, ok := e["P"].(types.IndirectRef); !ok || p.ObjectNumber.Value() != parent {
		s.t.Errorf("the element %d (%s) does not know its parent %d", number, s.value(e["S"]), parent)
	}
	if s.value(e["S"]) == "TH" {
		s.heads[s.raw(e["ID"])] = true
	}
	for _, a := range s.list(e["A"]) {
		for _, id := range s.list(s.dict(a)["Headers"]) {
			s.named = append(s.named, s.raw(id))
		}
	}
	own := func(what string) {
		if other, taken := s.owner[what]; taken {
			s.t.Errorf("%s belongs to the elements %d and %d", what, other, number)
		}
		s.owner[what] = number
	}
	home := s.document.page(e["Pg"])
	for _, k := range s.list(e["K"]) {
		if n, ok := s.resolve(k).(types.Integer); ok {
			own(fmt.Sprintf("sequence %d/%d", home, n))
			continue
		}
		v := s.dict(k)
		switch s.value(v["Type"]) {
		case "MCR":
			own(fmt.Sprintf("sequence %d/%d", s.document.page(v["Pg"]), integer(s.resolve(v["MCID"]))))
		case "OBJR":
			a, _ := v["Obj"].(types.IndirectRef)
			own(fmt.Sprintf("annotation %d", a.ObjectNumber.Value()))
		default:
			s.element(k, number)
		}
	}
}

// page checks that what stands on a page leads back to its element.
func (s *checker) page(i int, p types.Dict) {
	sequences := s.sequences(p)
	owners := types.Array{}
	if key, ok := s.resolve(p["StructParents"]).(types.Integer); ok {
		owners = s.list(s.parents[key.Value()])
	}
	if len(owners) != len(sequences) {
		s.t.Errorf("page %d has %d sequences and %d of them have parents", i+1, len(sequences), len(owners))
	}
	for m, o := range owners {
		s.back(fmt.Sprintf("sequence %d/%d", i, m), o)
		if _, ok := sequences[m]; !ok {
			s.t.Errorf("page %d has no sequence %d", i+1, m)
		}
	}
	for _, o := range s.list(p["Annots"]) {
		r, _ := o.(types.IndirectRef)
		key := integer(s.resolve(s.dict(r)["StructParent"]))
		s.back(fmt.Sprintf("annotation %d", r.ObjectNumber.Value()), s.parents[key])
	}
}

// back checks that the parent tree leads from a thing to its element.
func (s *checker) back(what string, o types.Object) {
	r, _ := o.(types.IndirectRef)
	if number, ok := s.owner[what]; !ok {
		s.t.Errorf("%s belongs to no element", what)
	} else if number != r.ObjectNumber.Value() {
		s.t.Errorf("%s belongs to the element %d; the parent tree says %d", what, number, r.ObjectNumber.Value())
	}
}

// names checks a name tree of one node: its keys stand in order, each once.
func (s *checker) names(what string, tree types.Object) {
	names := s.list(s.dict(tree)["Names"])
	last := ""
	for i := 0; i+1 < len(names); i += 2 {
		key := s.raw(names[i])
		if i > 0 && key <= last {
			s.t.Errorf("%s has %q after %q", what, key, last)
		}
		last = key
	}
}

// Duplex returns how a document asks to be printed on its sheets (ISO 32000-1
// §12.2), or an empty string.
func Duplex(t testing.TB, pdf []byte) string {
	t.Helper()
	d := open(t, pdf)
	return d.value(d.dict(d.catalog["ViewerPreferences"])["Duplex"])
}
