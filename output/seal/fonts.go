package seal

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"warraq/output/paint"
)

// fonts makes every embedded font say what its codes mean, and name itself as
// the subset that it is.
func (f *file) fonts(fonts []paint.Font) error {
	found := make([]bool, len(fonts))
	for n := 1; n < len(f.objects); n++ {
		d := f.dict(n)
		if d == nil || d["Subtype"] != types.Name("Type0") {
			continue
		}
		base, _ := d["BaseFont"].(types.Name)
		i := slices.IndexFunc(fonts, func(p paint.Font) bool { return p.Name == base.Value() })
		if i < 0 {
			return fmt.Errorf("seal: nothing is known of the embedded font %s", base)
		}
		found[i] = true
		if err := f.font(d, &fonts[i]); err != nil {
			return err
		}
	}
	for i, ok := range found {
		if !ok && len(fonts[i].Unicode) > 0 {
			return fmt.Errorf("seal: the font %s is not embedded", fonts[i].Name)
		}
	}
	return nil
}

// font mends one composite font and its descendant.
func (f *file) font(d types.Dict, p *paint.Font) error {
	descendants, _ := d["DescendantFonts"].(types.Array)
	if len(descendants) != 1 {
		return fmt.Errorf("seal: the font %s has no descendant", p.Name)
	}
	descendant := f.resolve(descendants[0])
	descriptor := f.resolve(descendant["FontDescriptor"])
	if descriptor == nil {
		return fmt.Errorf("seal: the font %s has no descriptor", p.Name)
	}
	codes := make([]uint16, 0, len(p.Unicode))
	for c := range p.Unicode {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	cmap := toUnicode(codes, p.Unicode)
	name := types.Name(subsetTag(p.Name, cmap) + "+" + cmp.Or(p.PostScript, p.Name))
	d["BaseFont"], descendant["BaseFont"], descriptor["FontName"] = name, name, name
	d["ToUnicode"] = ref(f.addStream("", cmap, false))
	// Identity-H is used with the identity collection (ISO 32000-1 §9.7.5.2).
	descendant["CIDSystemInfo"] = code("<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
	if len(p.Widths) > 0 {
		descendant["W"] = code(widths(codes, p.Widths))
		delete(descendant, "DW")
	}
	// An incomplete CIDSet is an error in PDF/A, a missing one is not
	// (ISO 19005-2 §6.2.11.4.2).
	delete(descriptor, "CIDSet")
	delete(descriptor, "MissingWidth")
	return nil
}

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

// toUnicode writes the CMap from codes to characters (ISO 32000-1 §9.10.3): one
// character a code. A block holds at most a hundred entries.
func toUnicode(codes []uint16, unicode map[uint16]rune) []byte {
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
	for block := range slices.Chunk(codes, 100) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(block))
		for _, c := range block {
			b = fmt.Appendf(b, "<%04X> <", c)
			b = appendUTF16(b, string(unicode[c]))
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}

// widths writes the /W array: runs of neighbouring codes, each with its width
// (ISO 32000-1 §9.7.4.3).
func widths(codes []uint16, widths map[uint16]float64) []byte {
	b := []byte{'['}
	for i := 0; i < len(codes); {
		b = fmt.Appendf(b, "%d[", codes[i])
		for first := i; i < len(codes) && int(codes[i]) == int(codes[first])+i-first; i++ {
			if i > first {
				b = append(b, ' ')
			}
			b = appendNumber(b, widths[codes[i]])
		}
		b = append(b, ']')
	}
	return append(b, ']')
}
