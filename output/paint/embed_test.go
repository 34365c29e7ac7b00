package paint

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/output/page"
)

// What fpdf embeds is the press font, glyph for glyph: it is made so that
// subsetting changes nothing, and /W and /CIDToGIDMap agree with it.
func TestFpdfEmbedsThePressFont(t *testing.T) {
	library := fonts.Bundled()
	for _, family := range library.Families() {
		face, _ := library.Face(family, false)
		runes := []rune("السلامُ عليكم كتابٌ جديدٌ تمويل الله لا fi AV 2025 (ألف)")
		levels, _ := bidi.Isolated(runes, bidi.RTL)
		items, _ := fonts.Itemise(runes, levels, "ar", func(int) *fonts.Face { return face }, library)
		shaper := fonts.NewShaper()
		d := &page.Document{Pages: []page.Page{{Width: 600, Height: 800}}}
		for i, it := range items {
			d.Pages[0].Items = append(d.Pages[0].Items, page.Item{Text: &page.Text{
				X: 50, Y: 30 * float64(i+1), Face: it.Face, Size: 12, RTL: it.RTL(), Color: scene.Color{A: 255},
				Clusters: shaper.Shape(runes, it),
			}})
		}
		_, presses, err := prepare(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Paint(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Fonts) != len(presses.list) {
			t.Fatalf("%d fonts of %d presses", len(p.Fonts), len(presses.list))
		}
		for i, press := range presses.list {
			want, err := press.Font(presses.faces[i].Name)
			if err != nil {
				t.Fatal(err)
			}
			name := p.Fonts[i].Name
			descriptor := find(t, p.PDF, `/FontDescriptor /FontName /`+name+`\b.*?/FontFile2 (\d+) 0 R`)
			got := inflate(t, p.PDF, descriptor)
			for _, tag := range []string{"glyf", "loca", "hmtx", "maxp", "hhea"} {
				if !bytes.Equal(fontTable(t, got, tag), fontTable(t, want, tag)) {
					t.Errorf("%s: fpdf changes table %s", name, tag)
				}
			}
			descendant := find(t, p.PDF, `(/Subtype /CIDFontType2\n/BaseFont /`+name+`\n.*?/CIDToGIDMap \d+ 0 R)`)
			number := descendant[strings.LastIndex(descendant, "/CIDToGIDMap ")+len("/CIDToGIDMap "):]
			number, _, _ = strings.Cut(number, " ")
			glyphs := inflate(t, p.PDF, number)
			hmtx := fontTable(t, want, "hmtx")
			units := int(binary.BigEndian.Uint16(fontTable(t, want, "head")[18:]))
			widths := parseW(t, descendant)
			for k, n := range press.Numbers() {
				g := int(binary.BigEndian.Uint16(glyphs[2*int(n):]))
				w := int(binary.BigEndian.Uint16(hmtx[4*g:])) * 1000 / units
				if want := press.All()[k].Width; w != want || widths[int(n)] != want {
					t.Errorf("%s: code %04x is %d wide in hmtx, %d in /W, want %d", name, n, w, widths[int(n)], want)
				}
			}
			if len(widths) != len(press.All()) {
				t.Errorf("%s: /W has %d codes of %d", name, len(widths), len(press.All()))
			}
		}
	}
}

func find(t *testing.T, pdf []byte, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)` + pattern).FindSubmatch(pdf)
	if m == nil {
		t.Fatalf("no %s", pattern)
	}
	return string(m[1])
}

func inflate(t *testing.T, pdf []byte, object string) []byte {
	t.Helper()
	_, after, _ := bytes.Cut(pdf, []byte("\n"+object+" 0 obj\n"))
	_, after, _ = bytes.Cut(after, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(after))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func fontTable(t *testing.T, data []byte, tag string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		r := data[12+16*i:]
		if string(r[:4]) == tag {
			at := binary.BigEndian.Uint32(r[8:])
			return data[at : at+binary.BigEndian.Uint32(r[12:])]
		}
	}
	t.Fatalf("no table %s", tag)
	return nil
}

// parseW reads the array of widths (ISO 32000-1 §9.7.4.3), but for the codes
// that fpdf always takes for used.
func parseW(t *testing.T, dictionary string) map[int]int {
	t.Helper()
	_, w, _ := strings.Cut(dictionary, "/W [")
	w, _, _ = strings.Cut(w, "/CIDToGIDMap")
	w = w[:strings.LastIndex(w, "]")]
	fields := strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ").Replace(w))
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	widths := map[int]int{}
	for i := 0; i < len(fields); {
		first := number(fields[i])
		if fields[i+1] == "[" {
			for i += 2; fields[i] != "]"; i++ {
				widths[first] = number(fields[i])
				first++
			}
			i++
			continue
		}
		for last := number(fields[i+1]); first <= last; first++ {
			widths[first] = number(fields[i+2])
		}
		i += 3
	}
	return widths
}
