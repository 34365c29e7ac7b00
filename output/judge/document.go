package judge

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A document is a PDF taken apart.
type document struct {
	context *model.Context
	catalog types.Dict
	pages   []types.Dict
	numbers []int // of the pages' objects
	// cmaps are the mappings of fonts read so far, by object number.
	cmaps map[int]map[uint16]string
}

func open(t testing.TB, pdf []byte) *document {
	t.Helper()
	c, err := pdfcpu.Read(bytes.NewReader(pdf), &model.Configuration{
		Reader15: true, Offline: true, Limits: model.DefaultResourceLimits()})
	if err != nil {
		t.Fatalf("reading the PDF: %v", err)
	}
	d := &document{context: c, cmaps: map[int]map[uint16]string{}}
	d.catalog = d.dict(*c.Root)
	d.collect(d.catalog["Pages"])
	return d
}

// collect lists the pages below a node of the page tree.
func (d *document) collect(node types.Object) {
	v := d.dict(node)
	if d.value(v["Type"]) == "Page" {
		d.pages = append(d.pages, v)
		d.numbers = append(d.numbers, node.(types.IndirectRef).ObjectNumber.Value())
		return
	}
	for _, k := range d.list(v["Kids"]) {
		d.collect(k)
	}
}

// resolve follows a reference; what is missing or broken is nil.
func (d *document) resolve(o types.Object) types.Object {
	v, err := d.context.Dereference(o)
	if err != nil {
		return nil
	}
	return v
}

func (d *document) dict(o types.Object) types.Dict {
	switch v := d.resolve(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

// list returns an array, or one value as an array of one.
func (d *document) list(o types.Object) types.Array {
	switch v := d.resolve(o).(type) {
	case nil:
		return nil
	case types.Array:
		return v
	default:
		return types.Array{o}
	}
}

// stream returns the unpacked data of a stream.
func (d *document) stream(o types.Object) []byte {
	s, ok := d.resolve(o).(types.StreamDict)
	if !ok {
		return nil
	}
	if err := s.Decode(); err != nil {
		return nil
	}
	return s.Content
}

// page returns the number, from 0, of the page that a reference is to, or -1.
func (d *document) page(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return slices.Index(d.numbers, r.ObjectNumber.Value())
	}
	return -1
}

// raw returns the bytes of a string as they stand.
func (d *document) raw(o types.Object) string {
	var b []byte
	switch v := d.resolve(o).(type) {
	case types.StringLiteral:
		b, _ = types.Unescape(v.Value())
	case types.HexLiteral:
		b, _ = v.Bytes()
	}
	return string(b)
}

// str returns the text of a string.
func (d *document) str(o types.Object) string {
	b := []byte(d.raw(o))
	if !bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		return string(b)
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// value writes a value for a reader: dictionaries with their keys in order.
func (d *document) value(o types.Object) string {
	switch v := d.resolve(o).(type) {
	case nil:
		return ""
	case types.Name:
		return v.Value()
	case types.Integer:
		return strconv.Itoa(v.Value())
	case types.Float:
		return strconv.FormatFloat(v.Value(), 'f', -1, 64)
	case types.StringLiteral, types.HexLiteral:
		return strconv.Quote(d.str(v))
	case types.Array:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = d.value(e)
		}
		return "[" + strings.Join(parts, " ") + "]"
	case types.Dict:
		parts := make([]string, 0, len(v))
		for _, k := range sorted(v) {
			parts = append(parts, k+"="+d.value(v[k]))
		}
		return "<" + strings.Join(parts, " ") + ">"
	default:
		return v.String()
	}
}

func integer(o types.Object) int {
	n, _ := o.(types.Integer)
	return n.Value()
}

func sorted(d types.Dict) []string {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
