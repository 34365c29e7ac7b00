package fonts

import (
	"encoding/binary"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
)

// readFont reads one of the small fonts that testdata/fonts.py and wide.py make.
func readFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// width is the advance of the letter x, in font units.
func width(f *Face) int32 {
	text := []rune("x")
	return NewShaper().Shape(text, Item{End: 1, Face: f, Script: uint32(language.Latin)})[0].Advance
}

// right is the right edge of the letter x.
func right(f *Face) float32 {
	g, _ := f.font.NominalGlyph('x')
	edge := float32(0)
	for _, s := range f.Outline(uint32(g)) {
		for _, p := range s.ArgsSlice() {
			edge = max(edge, p.X)
		}
	}
	return edge
}

func TestVariableFont(t *testing.T) {
	l := &Library{}
	regular, err := l.Add("variable.ttf", readFont(t, "variable.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	bold, ok := l.Face("Test Variable", true)
	if !ok || bold == regular || regular.Bold || !bold.Bold || bold.Name == regular.Name {
		t.Fatalf("regular %+v, bold %+v", regular.Name, bold.Name)
	}
	// The axis runs from 400 to 900, where x is 100 units wider: 700 is 3/5 on.
	if width(regular) != 500 || width(bold) != 560 {
		t.Errorf("x is %d wide, in bold %d", width(regular), width(bold))
	}
	if right(regular) != 450 || right(bold) < 509 || right(bold) > 511 {
		t.Errorf("x ends at %g, in bold at %g", right(regular), right(bold))
	}
}

func TestCFF(t *testing.T) {
	f, err := (&Library{}).Add("cff.otf", readFont(t, "cff.otf"))
	if err != nil {
		t.Fatal(err)
	}
	g, _ := f.font.NominalGlyph('x')
	cubic := slices.ContainsFunc(f.Outline(uint32(g)), func(s opentype.Segment) bool { return s.Op == opentype.SegmentOpCubeTo })
	if f.Family != "Test CFF" || width(f) != 500 || !cubic {
		t.Errorf("%q, x %d wide, cubic %t", f.Family, width(f), cubic)
	}
}

// TestCollection wraps a font in a collection, whose tables lie further on.
func TestCollection(t *testing.T) {
	single := readFont(t, "cff.otf")
	const header = 16
	data := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), single...)
	for i := range int(binary.BigEndian.Uint16(single[4:])) {
		at := header + 12 + 16*i + 8
		binary.BigEndian.PutUint32(data[at:], binary.BigEndian.Uint32(data[at:])+header)
	}
	f, err := (&Library{}).Add("collection.ttc", data)
	if err != nil {
		t.Fatal(err)
	}
	if f.Family != "Test CFF" || width(f) != 500 {
		t.Errorf("%q, x %d wide", f.Family, width(f))
	}
}

// TestWiderForms: a face says by which features it has wider forms, no bundled one has
// any; a word in them is wider, of the same text, and kept apart from the word without.
func TestWiderForms(t *testing.T) {
	l := Bundled()
	for _, family := range l.Families() {
		for _, bold := range []bool{false, true} {
			if f, ok := l.Face(family, bold); ok && len(f.Wider) > 0 {
				t.Errorf("%s has wider forms", f.Name)
			}
		}
	}
	f, err := l.Add("wide.ttf", readFont(t, "wide.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	jalt, swsh := uint32(opentype.MustNewTag("jalt")), uint32(opentype.MustNewTag("swsh"))
	if !slices.Equal(f.Wider, []uint32{jalt, swsh}) {
		t.Fatalf("features %x", f.Wider)
	}
	s := NewShaper()
	for _, c := range []struct {
		word    string
		feature uint32
		em      float64
	}{
		{"ملك", jalt, 0.4}, {"ملك", swsh, 0}, {"كتب", jalt, 0.4}, {"حين", jalt, 0}, {"حين", swsh, 0.4}, {"دار", jalt, 0},
	} {
		text := []rune(c.word)
		item := Item{End: len(text), Face: f, Level: 1, Script: uint32(language.Arabic), Language: "ar"}
		plain := s.Word(text, item)
		item.Feature = c.feature
		wider := s.Word(text, item)
		if more := float64(wider.Advance-plain.Advance) / float64(f.UnitsPerEm); math.Abs(more-c.em) > 0.001 {
			t.Errorf("%s: %.3f em wider, not %.1f", c.word, more, c.em)
		}
		for i := range wider.Clusters {
			if wider.Clusters[i].Text != plain.Clusters[i].Text {
				t.Errorf("%s: %q copies as %q", c.word, plain.Clusters[i].Text, wider.Clusters[i].Text)
			}
		}
		item.Feature = 0
		if s.Word(text, item) != plain {
			t.Errorf("%s is shaped anew", c.word)
		}
	}
}
