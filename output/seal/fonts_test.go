package seal_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"warraq/output/seal"
)

// Each press font stands in the file as it was made; its codes are its glyphs,
// and /W, hmtx and /ToUnicode agree with what was painted.
func TestPressFontsAreEmbedded(t *testing.T) {
	s := newSketch()
	long(4)(s)
	p := s.paint(t)
	pdf, err := seal.Seal(p, s.d, seal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := pdfcpu.ReadWithContext(context.Background(), bytes.NewReader(pdf), &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true, Limits: model.DefaultResourceLimits(),
	})
	if err != nil {
		t.Fatal(err)
	}
	object := func(o types.Object) types.Object {
		o, err := c.Dereference(o)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	stream := func(o types.Object) []byte {
		d := object(o).(types.StreamDict)
		if err := d.Decode(); err != nil {
			t.Fatal(err)
		}
		return d.Content
	}
	if len(p.Fonts) == 0 {
		t.Fatal("nothing was painted")
	}
	found := 0
	for n := range c.Table {
		d, ok := object(*types.NewIndirectRef(n, 0)).(types.Dict)
		if !ok || d["Subtype"] != types.Name("Type0") {
			continue
		}
		descendant := object(object(d["DescendantFonts"]).(types.Array)[0]).(types.Dict)
		descriptor := object(descendant["FontDescriptor"]).(types.Dict)
		data := stream(descriptor["FontFile2"])
		for i := range p.Fonts {
			f := &p.Fonts[i]
			if !bytes.Equal(data, f.Data) {
				continue
			}
			found++
			if name := d["BaseFont"].(types.Name).Value(); !regexp.MustCompile("^[A-Z]{6}[+]"+f.PostScript+"$").MatchString(name) ||
				descendant["BaseFont"] != d["BaseFont"] || descriptor["FontName"] != d["BaseFont"] {
				t.Errorf("%s is embedded as %s", f.PostScript, name)
			}
			if d["Encoding"] != types.Name("Identity-H") || descendant["CIDToGIDMap"] != types.Name("Identity") {
				t.Errorf("%s: codes are not glyphs", f.PostScript)
			}
			widths := make([]int, len(f.Widths))
			list := object(descendant["W"]).(types.Array)
			for k := 0; k < len(list); k += 2 {
				first := object(list[k]).(types.Integer).Value()
				for n, w := range object(list[k+1]).(types.Array) {
					widths[first+n-1] = object(w).(types.Integer).Value()
				}
			}
			hmtx, units := fontTable(t, data, "hmtx"), int(binary.BigEndian.Uint16(fontTable(t, data, "head")[18:]))
			meanings := meaningsOf(t, stream(d["ToUnicode"]))
			for k, w := range f.Widths {
				if inFont := int(binary.BigEndian.Uint16(hmtx[4*(k+1):])) * 1000 / units; widths[k] != w || inFont != w {
					t.Errorf("%s: code %04x is %d wide in /W and %d in hmtx, want %d", f.PostScript, k+1, widths[k], inFont, w)
				}
				if meanings[k+1] != string(f.Unicode[k]) {
					t.Errorf("%s: code %04x means %q, want %q", f.PostScript, k+1, meanings[k+1], f.Unicode[k])
				}
			}
			if len(meanings) != len(f.Unicode) {
				t.Errorf("%s: %d codes have a meaning, want %d", f.PostScript, len(meanings), len(f.Unicode))
			}
		}
	}
	if found != len(p.Fonts) {
		t.Errorf("%d fonts of %d are embedded", found, len(p.Fonts))
	}
}

// fontTable returns a table of a TrueType file.
func fontTable(t *testing.T, data []byte, tag string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if r := data[12+16*i:]; string(r[:4]) == tag {
			at := binary.BigEndian.Uint32(r[8:])
			return data[at : at+binary.BigEndian.Uint32(r[12:])]
		}
	}
	t.Fatalf("no table %s", tag)
	return nil
}

// meaningsOf reads the ranges of a ToUnicode CMap.
func meaningsOf(t *testing.T, cmap []byte) map[int]string {
	t.Helper()
	meanings := map[int]string{}
	for _, m := range regexp.MustCompile(`<(....)> <(....)> \[([^\]]*)\]`).FindAllStringSubmatch(string(cmap), -1) {
		var first, last int
		if _, err := fmt.Sscanf(m[1]+" "+m[2], "%x %x", &first, &last); err != nil {
			t.Fatal(err)
		}
		if first>>8 != last>>8 {
			t.Errorf("a range from %04x to %04x", first, last)
		}
		texts := strings.Split(strings.Trim(m[3], "<>"), "><")
		if len(texts) != last-first+1 {
			t.Fatalf("%d meanings from %04x to %04x", len(texts), first, last)
		}
		for i, text := range texts {
			b, err := hex.DecodeString(text)
			if err != nil {
				t.Fatal(err)
			}
			var units []uint16
			for ; len(b) > 1; b = b[2:] {
				units = append(units, binary.BigEndian.Uint16(b))
			}
			meanings[first+i] = string(utf16.Decode(units))
		}
	}
	return meanings
}
