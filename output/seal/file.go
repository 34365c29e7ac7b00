package seal

import (
	"bytes"
	"context"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// An object is one indirect object: a value that was read, or one written
// here. A stream's dictionary has no /Length yet.
type object struct {
	value  types.Object
	code   []byte
	stream []byte
	// isStream tells a stream of no bytes from a plain value.
	isStream bool
	// loose is a stream that is still to be compressed.
	loose bool
}

// A file is the objects of a document by number; 0 is never used.
type file struct {
	objects []object
	free    []int // numbers of removed objects, ascending
	pages   []int
	root    int
	info    int
	// actions are the objects that lead to long addresses, by address.
	actions map[string]int
}

// read takes a PDF apart. The configuration is a value of its own, so that
// pdfcpu neither reads nor writes a folder of the user's.
func read(pdf []byte) (*file, error) {
	configuration := &model.Configuration{
		Reader15:       true,
		ValidationMode: model.ValidationRelaxed,
		Offline:        true,
		Limits:         model.DefaultResourceLimits(),
	}
	c, err := pdfcpu.ReadWithContext(context.Background(), bytes.NewReader(pdf), configuration)
	if err != nil {
		return nil, fmt.Errorf("seal: reading what was painted: %w", err)
	}
	f := &file{objects: make([]object, c.MaxObjNr+1), actions: map[string]int{}}
	for number, entry := range c.Table {
		if number <= 0 || number > c.MaxObjNr || entry.Free || entry.Object == nil {
			continue
		}
		o := object{value: entry.Object}
		if s, ok := entry.Object.(types.StreamDict); ok {
			s.Delete("Length")
			_, filtered := s.Find("Filter")
			o.isStream, o.stream, o.loose = true, s.Raw, !filtered
		}
		f.objects[number] = o
	}
	if c.Root == nil {
		return nil, fmt.Errorf("seal: what was painted has no catalog")
	}
	f.root = c.Root.ObjectNumber.Value()
	if c.Info != nil {
		f.info = c.Info.ObjectNumber.Value()
	}
	tree, ok := f.dict(f.root)["Pages"].(types.IndirectRef)
	if !ok {
		return nil, fmt.Errorf("seal: what was painted has no pages")
	}
	return f, f.collect(tree.ObjectNumber.Value(), 0)
}

// collect lists the pages below a node of the page tree, in order.
func (f *file) collect(node, depth int) error {
	d := f.dict(node)
	if d == nil || depth > 32 {
		return fmt.Errorf("seal: the page tree is broken at object %d", node)
	}
	if t := d.Type(); t != nil && *t == "Page" {
		f.pages = append(f.pages, node)
		return nil
	}
	kids, _ := d["Kids"].(types.Array)
	for _, k := range kids {
		r, ok := k.(types.IndirectRef)
		if !ok {
			return fmt.Errorf("seal: the page tree is broken at object %d", node)
		}
		if err := f.collect(r.ObjectNumber.Value(), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// dict returns the dictionary of an object that was read, or nil.
func (f *file) dict(number int) types.Dict {
	if number <= 0 || number >= len(f.objects) {
		return nil
	}
	switch v := f.objects[number].value.(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

// resolve returns the dictionary that a value is or points at, or nil.
func (f *file) resolve(o types.Object) types.Dict {
	switch v := o.(type) {
	case types.Dict:
		return v
	case types.IndirectRef:
		return f.dict(v.ObjectNumber.Value())
	}
	return nil
}

// number reserves a number for a new object. Numbers of removed objects come
// first, so that none is left unused.
func (f *file) number() int {
	if len(f.free) > 0 {
		n := f.free[0]
		f.free = f.free[1:]
		return n
	}
	f.objects = append(f.objects, object{})
	return len(f.objects) - 1
}

// put writes a value under a reserved number.
func (f *file) put(number int, value []byte) { f.objects[number] = object{code: value} }

// add writes a value under a new number.
func (f *file) add(value []byte) int {
	n := f.number()
	f.put(n, value)
	return n
}

// addStream writes a stream under a new number, compressed unless raw. The
// entries are those of its dictionary, without brackets.
func (f *file) addStream(entries string, data []byte, raw bool) int {
	n := f.number()
	f.objects[n] = object{code: []byte("<<" + entries + ">>"), stream: data, isStream: true, loose: !raw}
	return n
}

// sweep removes what is written anew, and then every object that the pages do
// not need. The catalog keeps its number.
func (f *file) sweep() {
	for n := range f.objects {
		switch d := f.dict(n); {
		case d == nil:
		case d["Type"] == types.Name("Page"):
			delete(d, "Annots")
			delete(d, "Group")
		}
	}
	seen := make([]bool, len(f.objects))
	seen[f.root] = true
	var visit func(o types.Object)
	visit = func(o types.Object) {
		switch v := o.(type) {
		case types.IndirectRef:
			if n := v.ObjectNumber.Value(); n > 0 && n < len(seen) && !seen[n] {
				seen[n] = true
				visit(f.objects[n].value)
			}
		case types.Dict:
			for _, e := range v {
				visit(e)
			}
		case types.StreamDict:
			visit(v.Dict)
		case types.Array:
			for _, e := range v {
				visit(e)
			}
		}
	}
	visit(f.dict(f.root)["Pages"])
	f.free = nil
	for n := 1; n < len(f.objects); n++ {
		if !seen[n] {
			f.objects[n] = object{}
			f.free = append(f.free, n)
		}
	}
	f.info = 0
}
