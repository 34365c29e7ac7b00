package seal

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"warraq/output/paint"
)

// fonts embeds the press fonts and gives them to the pages, which share one
// dictionary of resources.
func (f *file) fonts(fonts []paint.Font) error {
	if len(fonts) == 0 {
		return nil
	}
	all := []byte("<<")
	for i := range fonts {
		all = fmt.Appendf(all, "/%s %d 0 R", fonts[i].Resource, f.font(&fonts[i]))
	}
	all = append(all, ">>"...)
	for _, n := range f.pages {
		resources := f.resolve(f.inherited(n, "Resources"))
		if resources == nil {
			return fmt.Errorf("seal: the page of object %d has no resources", n)
		}
		resources["Font"] = code(all)
	}
	return nil
}

// inherited returns an attribute of a page, or of the nodes above it (ISO
// 32000-1 §7.7.3.4).
func (f *file) inherited(page int, key string) types.Object {
	d := f.dict(page)
	for range 32 {
		if v, ok := d[key]; ok || d == nil {
			return v
		}
		d = f.resolve(d["Parent"])
	}
	return nil
}

// font embeds one press font as a composite font whose codes are the numbers of
// its glyphs (ISO 32000-1 §9.7), and returns its number.
func (f *file) font(p *paint.Font) int {
	cmap := toUnicode(p.Unicode)
	name := appendName(nil, subsetTag(p.PostScript, cmap)+"+"+p.PostScript)
	data := f.addStream(fmt.Sprintf("/Length1 %d", len(p.Data)), p.Data, false)
	descriptor := fmt.Appendf(nil, "<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox", name, symbolic)
	descriptor = appendNumbers(descriptor, p.Box[:]...)
	descriptor = append(descriptor, "/ItalicAngle 0/Ascent "...)
	descriptor = append(appendNumber(descriptor, p.Ascent), "/Descent "...)
	descriptor = append(appendNumber(descriptor, p.Descent), "/CapHeight "...)
	descriptor = fmt.Appendf(appendNumber(descriptor, p.CapHeight), "/StemV %d/FontFile2 %d 0 R>>", stem, data)
	// Identity-H is used with the identity collection (ISO 32000-1 §9.7.5.2).
	descendant := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W%s/CIDToGIDMap/Identity>>",
		name, f.add(descriptor), widths(p.Widths))
	return f.add(fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, f.add(descendant), f.addStream("", cmap, false)))
}

const (
	// symbolic is the flag of a font whose characters are in no standard set
	// (ISO 32000-1 table 123).
	symbolic = 4
	// stem is the width of a vertical stem, which readers need only to find
	// another font: this one is embedded.
	stem = 80
)

// subsetTag returns the six letters that mark a subset (ISO 32000-1 §9.6.4):
// two subsets of one font have two.
func subsetTag(name string, cmap []byte) string {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write(cmap)
	var tag [6]byte
	for i, b := range h.Sum(nil)[:6] {
		tag[i] = 'A' + b%26
	}
	return string(tag[:])
}

// toUnicode writes the CMap from codes, from 1, to characters (ISO 32000-1
// §9.10.3): one character a code, in ranges whose codes differ in the last byte
// alone. A block holds at most a hundred ranges.
func toUnicode(unicode []rune) []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	type span struct{ first, last int }
	var ranges []span
	for first := 1; first <= len(unicode); {
		last := min(first|0xFF, len(unicode))
		ranges = append(ranges, span{first, last})
		first = last + 1
	}
	for block := range slices.Chunk(ranges, 100) {
		b = fmt.Appendf(b, "%d beginbfrange\n", len(block))
		for _, r := range block {
			b = fmt.Appendf(b, "<%04X> <%04X> [", r.first, r.last)
			for _, c := range unicode[r.first-1 : r.last] {
				b = append(appendUTF16(append(b, '<'), string(c)), '>')
			}
			b = append(b, "]\n"...)
		}
		b = append(b, "endbfrange\n"...)
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}

// widths writes the /W array of codes from 1: the width of each, or of several
// that are alike (ISO 32000-1 §9.7.4.3). A code without width is left to /DW.
func widths(widths []int) []byte {
	b := []byte{'['}
	for i := 0; i < len(widths); {
		if widths[i] == 0 {
			i++
			continue
		}
		b = fmt.Appendf(b, "%d[", i+1)
		for first := i; i < len(widths) && widths[i] != 0; i++ {
			if i > first {
				b = append(b, ' ')
			}
			b = strconv.AppendInt(b, int64(widths[i]), 10)
		}
		b = append(b, ']')
	}
	return append(b, ']')
}
