package press_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/sebdah/goldie/v2"
	"pgregory.net/rapid"

	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/fonts/press"
)

// shape returns the clusters of a text in one face, and whether each runs right
// to left.
func shape(face *fonts.Face, library *fonts.Library, text string) (clusters []fonts.Cluster, rtl []bool) {
	runes := []rune(text)
	levels, _ := bidi.Isolated(runes, bidi.RTL)
	items, _ := fonts.Itemise(runes, levels, "ar", func(int) *fonts.Face { return face }, library)
	shaper := fonts.NewShaper()
	for _, it := range items {
		if it.Face != face {
			continue
		}
		for _, c := range shaper.Shape(runes, it) {
			clusters, rtl = append(clusters, c), append(rtl, it.RTL())
		}
	}
	return clusters, rtl
}

func bundled(t testing.TB, family string) (*fonts.Face, *fonts.Library) {
	t.Helper()
	l := fonts.Bundled()
	f, ok := l.Face(family, false)
	if !ok {
		t.Fatalf("no face %s", family)
	}
	return f, l
}

const sample = "السلامُ عليكم الله كتابٌ لا تمويل 2025 (fi AV)"

// The codes, widths and glyphs of a few words, as they stand in the font.
func TestTables(t *testing.T) {
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		face, library := bundled(t, family)
		p := press.New(face)
		var b strings.Builder
		clusters, rtl := shape(face, library, sample)
		for i, c := range clusters {
			fmt.Fprintf(&b, "%q", c.Text)
			for _, code := range p.Codes(c, rtl[i]) {
				fmt.Fprintf(&b, " %d:U+%04X/%d", code.Index, code.Rune, code.Width)
				if code.Ink > 0 {
					fmt.Fprintf(&b, "#%d", code.Ink)
				}
			}
			b.WriteByte('\n')
		}
		data, err := p.Font()
		if err != nil {
			t.Fatal(err)
		}
		tables := split(t, data.Data)
		for _, tag := range tables.tags {
			d := tables.data[tag]
			fmt.Fprintf(&b, "%s %d", tag, len(d))
			switch tag {
			case "head":
				fmt.Fprintf(&b, " units %d box %v loca %d", word(d, 18), signed(d[36:44]), word(d, 50))
			case "hhea":
				fmt.Fprintf(&b, " ascent %d metrics %d", signed(d[4:6])[0], word(d, 34))
			case "maxp":
				fmt.Fprintf(&b, " glyphs %d points %d contours %d composites %d %d of %d", word(d, 4), word(d, 6), word(d, 8), word(d, 10), word(d, 12), word(d, 28))
			}
			b.WriteByte('\n')
		}
		goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".golden")).
			Assert(t, strings.ReplaceAll(strings.ToLower(family), " ", "-"), []byte(b.String()))
	}
}

func word(d []byte, at int) int { return int(binary.BigEndian.Uint16(d[at:])) }

func signed(d []byte) (values []int16) {
	for ; len(d) > 1; d = d[2:] {
		values = append(values, int16(binary.BigEndian.Uint16(d)))
	}
	return values
}

type tables struct {
	tags []string
	data map[string][]byte
}

// split checks the directory of a font file, its checksums and the order and
// alignment of its tables.
func split(t testing.TB, data []byte) tables {
	t.Helper()
	s := tables{data: map[string][]byte{}}
	for i := range word(data, 4) {
		record := data[12+16*i:]
		tag := string(record[:4])
		sum, at, length := binary.BigEndian.Uint32(record[4:]), binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		if at%4 != 0 || int(at+length) > len(data) {
			t.Fatalf("table %s at %d+%d of %d", tag, at, length, len(data))
		}
		d := slices.Clone(data[at : at+length])
		if tag == "head" {
			copy(d[8:12], "\x00\x00\x00\x00")
		}
		if got := add(d); got != sum {
			t.Errorf("table %s sums to %08x, not %08x", tag, got, sum)
		}
		s.tags, s.data[tag] = append(s.tags, tag), data[at:at+length]
	}
	if !slices.IsSorted(s.tags) {
		t.Errorf("tables out of order: %v", s.tags)
	}
	if got := add(data); got != 0xB1B0AFBA {
		t.Errorf("the file sums to %08x", got)
	}
	return s
}

func add(d []byte) (sum uint32) {
	for ; len(d) > 0; d = d[min(4, len(d)):] {
		var w [4]byte
		copy(w[:], d)
		sum += binary.BigEndian.Uint32(w[:])
	}
	return sum
}

// mapped is a press font with a table that maps no character, without which the
// reader of the tests takes no font.
func mapped(data []byte) []byte {
	// Format 6 from code 0, of no codes.
	cmap := "\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c\x00\x06\x00\x0a\x00\x00\x00\x00\x00\x00"
	n := word(data, 4)
	head := binary.BigEndian.AppendUint16(slices.Clone(data[:4]), uint16(n+1))
	head = append(head, data[6:12]...)
	record := binary.BigEndian.AppendUint32([]byte("cmap\x00\x00\x00\x00"), uint32(len(data)+16))
	head = append(head, binary.BigEndian.AppendUint32(record, uint32(len(cmap)))...)
	for i := range n {
		r := slices.Clone(data[12+16*i : 28+16*i])
		binary.BigEndian.PutUint32(r[8:], binary.BigEndian.Uint32(r[8:])+16)
		head = append(head, r...)
	}
	return append(append(head, data[12+16*n:]...), cmap...)
}

// check parses the press font with another reader and compares every code with
// what was asked for.
func check(t fataler, face *fonts.Face, p *press.Press, clusters []fonts.Cluster, rtl []bool) {
	all := make([][]press.Code, len(clusters))
	for i, c := range clusters {
		all[i] = p.Codes(c, rtl[i])
	}
	if len(p.All()) == 0 {
		return
	}
	data, err := p.Font()
	if err != nil {
		t.Fatalf("%v", err)
	}
	again, _ := p.Font()
	if !bytes.Equal(data.Data, again.Data) {
		t.Fatalf("two fonts of one press differ")
	}
	f, err := font.ParseTTF(bytes.NewReader(mapped(data.Data)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	units := float64(f.Upem())
	for i, codes := range all {
		c := clusters[i]
		want := strings.Map(func(r rune) rune {
			if r = press.Printed(r); r == 0 {
				return -1
			}
			return r
		}, c.Text)
		var got []rune
		width, inks := 0, 0
		for _, code := range codes {
			n := code.Number()
			if p.All()[n-1] != code {
				t.Fatalf("code %04x is %+v, not %+v", n, p.All()[n-1], code)
			}
			glyph := font.GID(n)
			if w := float64(f.HorizontalAdvance(glyph)) / units * 1000; math.Abs(w-float64(code.Width)) > 1e-6 {
				t.Fatalf("code %04x is %g wide, want %d", n, w, code.Width)
			}
			if unicode.Is(unicode.Mn, code.Rune) && code.Width != 0 && strings.ContainsFunc(want, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) {
				t.Fatalf("the mark %U beside a letter is %d wide", code.Rune, code.Width)
			}
			outline, drawn := f.GlyphData(glyph).(font.GlyphOutline)
			if drawn = drawn && len(outline.Segments) > 0; drawn != (code.Ink > 0) {
				t.Fatalf("code %04x draws %t, want %t", n, drawn, code.Ink > 0)
			}
			if drawn {
				inks++
				compare(t, face, c, width, outline.Segments, units)
			}
			width += code.Width
			got = append(got, code.Rune)
		}
		if rtl[i] {
			slices.Reverse(got)
		}
		if string(got) != want {
			t.Fatalf("%q is coded as %q", want, string(got))
		}
		if inks > 1 {
			t.Fatalf("the ink of %q is on %d codes", c.Text, inks)
		}
		if em := float64(c.Advance) * 1000 / float64(face.UnitsPerEm); len(codes) > 0 && math.Abs(float64(width)-em) > 0.5001 && em <= press.MaxWidth {
			t.Fatalf("the tiles of %q are %d wide, want %.2f", c.Text, width, em)
		}
	}
}

// compare holds a printed outline against those of the cluster's glyphs: the
// same box, within rounding and what a quadratic curve may leave a cubic one by.
func compare(t fataler, face *fonts.Face, c fonts.Cluster, from int, segments []font.Segment, units float64) {
	var want, got [4]float64
	first := true
	grow := func(box *[4]float64, first bool, x, y float64) {
		if first {
			*box = [4]float64{x, y, x, y}
		}
		box[0], box[1] = min(box[0], x), min(box[1], y)
		box[2], box[3] = max(box[2], x), max(box[3], y)
	}
	scale := 1000 / float64(face.UnitsPerEm)
	for _, g := range c.Glyphs {
		for p := range points(face.Outline(g.ID)) {
			grow(&want, first, (p[0]+float64(g.X))*scale, (p[1]+float64(g.Y))*scale)
			first = false
		}
	}
	first = true
	for p := range points(segments) {
		grow(&got, first, p[0]/units*1000+float64(from), p[1]/units*1000)
		first = false
	}
	for i := range want {
		if math.Abs(want[i]-got[i]) > 1.6 {
			t.Fatalf("%q is drawn in %.1f, want %.1f", c.Text, got, want)
		}
	}
}

// points walks along an outline.
func points(segments []font.Segment) func(yield func([2]float64) bool) {
	return func(yield func([2]float64) bool) {
		var last [2]float64
		at := func(p font.SegmentPoint) [2]float64 { return [2]float64{float64(p.X), float64(p.Y)} }
		for _, s := range segments {
			n := len(s.ArgsSlice())
			p := [4][2]float64{last}
			for i, a := range s.ArgsSlice() {
				p[i+1] = at(a)
			}
			const steps = 16
			for k := 1; k <= steps; k++ {
				v := float64(k) / steps
				u := 1 - v
				var q [2]float64
				for d := range q {
					switch n {
					case 1:
						q[d] = p[1][d]
					case 2:
						q[d] = u*u*p[0][d] + 2*u*v*p[1][d] + v*v*p[2][d]
					case 3:
						q[d] = u*u*u*p[0][d] + 3*u*u*v*p[1][d] + 3*u*v*v*p[2][d] + v*v*v*p[3][d]
					}
				}
				if !yield(q) {
					return
				}
			}
			last = p[n]
		}
	}
}

type fataler interface {
	Fatalf(format string, args ...any)
}

// Whatever the text, the font prints its clusters as they were shaped.
func TestPressProperties(t *testing.T) {
	type set struct {
		face    *fonts.Face
		library *fonts.Library
	}
	var sets []set
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		face, library := bundled(t, family)
		sets = append(sets, set{face, library})
	}
	data, err := os.ReadFile("../testdata/cff.otf")
	if err != nil {
		t.Fatal(err)
	}
	library := fonts.Bundled()
	cff, err := library.Add("cff.otf", data)
	if err != nil {
		t.Fatal(err)
	}
	sets = append(sets, set{cff, library})
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةلالله﷽،؛؟.:()«»abcfijAVffi0123456789+-%/  \u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u200c\u200d\u00a0")
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.SampledFrom(sets).Draw(r, "face")
		text := rapid.StringOfN(rapid.SampledFrom(letters), 1, 60, -1).Draw(r, "text")
		clusters, rtl := shape(s.face, s.library, text)
		p := press.New(s.face)
		check(r, s.face, p, clusters, rtl)
	})
}

// A tile of another width prints the same.
func TestResize(t *testing.T) {
	face, library := bundled(t, "Amiri")
	p := press.New(face)
	clusters, rtl := shape(face, library, "كتاب")
	code := p.Codes(clusters[0], rtl[0])[0]
	wide := p.Resize(code, code.Width+77)
	if wide.Index == code.Index || wide.Ink != code.Ink || wide.Rune != code.Rune || wide.Width != code.Width+77 {
		t.Errorf("%+v resized is %+v", code, wide)
	}
	if again := p.Resize(wide, code.Width); again != code {
		t.Errorf("%+v resized back is %+v", code, again)
	}
	if w := p.Resize(code, -5).Width; w != 0 {
		t.Errorf("a tile is %d wide", w)
	}
	if w := p.Resize(code, 1e6).Width; w != press.MaxWidth {
		t.Errorf("a tile is %d wide", w)
	}
}

// A press fills up before its font breaks.
func TestFull(t *testing.T) {
	face, _ := bundled(t, "Amiri")
	p := press.New(face)
	n := 0
	for ; !p.Full(1); n++ {
		p.Resize(press.Code{Rune: rune('A' + n/press.MaxWidth)}, n%press.MaxWidth)
	}
	if n < 60000 {
		t.Errorf("full after %d codes", n)
	}
	data, err := p.Font()
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.ParseTTF(bytes.NewReader(mapped(data.Data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.All() {
		if w := f.HorizontalAdvance(font.GID(c.Number())); int(w) != c.Width*int(f.Upem())/1000 {
			t.Fatalf("code %04x of width %d is %g wide", c.Number(), c.Width, w)
		}
	}
	for n := range 10 {
		p.Resize(press.Code{Rune: 'z'}, n)
	}
	if _, err := p.Font(); err == nil {
		t.Error("an overfull press makes a font")
	}
	if _, err := press.New(face).Font(); err == nil {
		t.Error("an empty press makes a font")
	}
}

func TestPrinted(t *testing.T) {
	for in, want := range map[rune]rune{
		'ك': 'ك', ' ': ' ', '\u00a0': ' ', '\u202f': ' ', '\t': ' ', '\u200c': '\u200c', '\u200f': 0, '\u2067': 0, '\ufeff': 0, '\u00ad': 0,
		'\ufe0f': 0, '\u064b': '\u064b', '\ue000': unicode.ReplacementChar, '\uffff': unicode.ReplacementChar, '😀': '😀',
	} {
		if got := press.Printed(in); got != want {
			t.Errorf("%U is printed as %U, want %U", in, got, want)
		}
	}
}

func BenchmarkPress(b *testing.B) {
	face, library := bundled(b, "Amiri")
	clusters, rtl := shape(face, library, strings.Repeat(sample+" سمرقند وأوروبا والمعادن الحرجة في آسيا الوسطى ", 20))
	b.ReportAllocs()
	for b.Loop() {
		p := press.New(face)
		for i, c := range clusters {
			p.Codes(c, rtl[i])
		}
		if _, err := p.Font(); err != nil {
			b.Fatal(err)
		}
	}
}
