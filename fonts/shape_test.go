package fonts

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"pgregory.net/rapid"

	"warraq/fonts/bidi"
)

var update = flag.Bool("update", false, "write the golden files")

// alphabet is what the random texts are made of.
var alphabet = []rune("ابتثلاعمهدوي الله و،؛؟«»abcfiAV XYZ012٣٤٥+-–%٪$€()[]\"./:ـ\u200d\u200c\u200f\u00ad\t\n\u00a0\u064e\u0651\u0301")

func bundledFaces(t testing.TB) []*Face {
	l := Bundled()
	var faces []*Face
	for _, family := range l.Families() {
		faces = append(faces, l.Faces(family)...)
	}
	return faces
}

// itemOf is an item that is the whole of a text of one script.
func itemOf(f *Face, text []rune) Item {
	item := Item{End: len(text), Face: f, Level: 1, Script: uint32(language.Arabic), Language: "ar"}
	if len(text) > 0 && text[0] < 0x250 {
		item.Level, item.Script = 0, uint32(language.Latin)
	}
	return item
}

func dump(b *strings.Builder, clusters []Cluster) {
	for _, c := range clusters {
		fmt.Fprintf(b, "  %d %+q %d", c.Start, c.Text, c.Advance)
		if c.Tatweel {
			b.WriteString(" tatweel")
		}
		for _, g := range c.Glyphs {
			fmt.Fprintf(b, " [%d %d,%d]", g.ID, g.X, g.Y)
		}
		b.WriteByte('\n')
	}
}

// TestClusters compares words in all families with testdata/clusters.golden.
func TestClusters(t *testing.T) {
	var b strings.Builder
	for _, f := range bundledFaces(t) {
		s := NewShaper()
		for _, word := range []string{
			"لا", "الله", "تمويل", "المعادن", "بَيْتٌ", "للّٰه", "هـ\u200d", "می\u200cشود", "سعر", "٢٠٢٥", "لا إله", "Office", "AV", "e\u0301", "\u200fب\u200f",
		} {
			text := []rune(word)
			if !f.coversAll(text) {
				continue
			}
			fmt.Fprintf(&b, "%s %s\n", f.Name, word)
			dump(&b, s.Shape(text, itemOf(f, text)))
		}
		text := []rune("المعادن تمويل")
		if !f.coversAll(text) {
			continue
		}
		fmt.Fprintf(&b, "%s %s + 2\n", f.Name, string(text))
		dump(&b, stretch(s, text, itemOf(f, text), 3, 2))
		if s.failure != nil {
			t.Error(s.failure)
		}
	}
	const name = "testdata/clusters.golden"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wanted := strings.Split(string(want), "\n")
	for i, line := range strings.Split(b.String(), "\n") {
		if i >= len(wanted) || line != wanted[i] {
			t.Fatalf("line %d: got %s", i+1, line)
		}
	}
}

// whole checks that clusters in visual order hold each character of the text
// once, in order, and returns their total advance.
func whole(t *rapid.T, text []rune, item Item, clusters []Cluster) int32 {
	total, at := int32(0), item.Start
	for i := range clusters {
		c := clusters[i]
		if item.RTL() {
			c = clusters[len(clusters)-1-i]
		}
		if c.Start != at || c.Text == "" {
			t.Fatalf("cluster %q starts at %d, not %d, in %q", c.Text, c.Start, at, string(text))
		}
		at += utf8.RuneCountInString(c.Text)
		if got := string(text[c.Start:at]); got != c.Text {
			t.Fatalf("cluster %q stands for %q", c.Text, got)
		}
		if c.Advance < 0 {
			t.Fatalf("cluster %q has advance %d", c.Text, c.Advance)
		}
		total += c.Advance
	}
	if at != item.End {
		t.Fatalf("clusters end at %d of %d in %q", at, item.End, string(text))
	}
	return total
}

func TestShapeProperties(t *testing.T) {
	faces := bundledFaces(t)
	l := Bundled()
	s := NewShaper()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 40).Draw(t, "text")
		f := rapid.SampledFrom(faces).Draw(t, "face")
		base := rapid.SampledFrom([]bidi.Base{bidi.LTR, bidi.RTL}).Draw(t, "base")
		levels, _ := bidi.Isolated(text, base)
		items, _ := Itemise(text, levels, "ar", func(int) *Face { return f }, l)
		at := 0
		for _, item := range items {
			if item.Start != at || item.End <= item.Start {
				t.Fatalf("item from %d to %d after %d", item.Start, item.End, at)
			}
			at = item.End
			clusters := s.Shape(text, item)
			total := whole(t, text, item, clusters)

			// A shaper that has seen nothing finds the same.
			if again := NewShaper().Shape(text, item); !reflect.DeepEqual(clusters, again) {
				t.Fatalf("shaped again: %v, then %v", clusters, again)
			}
			// A line may be put together from its words.
			var parts []Cluster
			for start := item.Start; start < item.End; {
				part := item
				part.Start, part.End = start, WordEnd(text, start, item.End)
				shaped := s.Shape(text, part)
				if item.RTL() {
					parts = append(shaped, parts...)
				} else {
					parts = append(parts, shaped...)
				}
				start = part.End
			}
			if !reflect.DeepEqual(clusters, parts) {
				t.Fatalf("the words of %q differ from the whole", string(text[item.Start:item.End]))
			}
			// The shaper's own sum of advances.
			if sum := shapedWidth(s, text, item); total != sum {
				t.Fatalf("clusters of %q are %d wide, shaped %d", string(text[item.Start:item.End]), total, sum)
			}
		}
		if at != len(text) {
			t.Fatalf("items end at %d of %d", at, len(text))
		}
		if s.failure != nil {
			t.Fatal(s.failure)
		}
	})
}

// shapedWidth is the width of an item as the shaper says it, word by word.
func shapedWidth(s *Shaper, text []rune, item Item) int32 {
	total := int32(0)
	for start := item.Start; start < item.End; {
		end := WordEnd(text, start, item.End)
		if c := text[start]; end == start+1 && (c < ' ') {
			word := item
			word.Start, word.End = start, end
			total += s.Word(text, word).Advance
		} else {
			before, after := context(text, start, end)
			s.fill(text, before, start, end, after)
			s.shape(item, string(text[start:end]))
			for _, p := range s.buffer.Pos {
				total += p.XAdvance
			}
		}
		start = end
	}
	return total
}

// stretch is Shape with n tatweels before the character at, in its word.
func stretch(s *Shaper, text []rune, item Item, at, n int) []Cluster {
	head, word, tail := item, item, item
	for word.End = WordEnd(text, word.Start, item.End); word.End <= at; {
		word.Start = word.End
		word.End = WordEnd(text, word.Start, item.End)
	}
	head.End, tail.Start = word.Start, word.End
	clusters := slices.Clone(s.Stretch(text, word, at, n).Clusters)
	for i := range clusters {
		clusters[i].Start += word.Start
	}
	if item.RTL() {
		head, tail = tail, head
	}
	return slices.Concat(s.Shape(text, head), clusters, s.Shape(text, tail))
}

func TestStretchProperties(t *testing.T) {
	faces := bundledFaces(t)
	s := NewShaper()
	faces = slices.DeleteFunc(faces, func(f *Face) bool { return f.Tatweel == 0 })
	letters := []rune("ابتثجحسشصطعغفقكلمنهوي")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(append(letters, '\u064e', '\u0651', ' ')), 2, 20).Draw(t, "text")
		item := itemOf(rapid.SampledFrom(faces).Draw(t, "face"), text)
		plain := s.Shape(text, item)
		n := rapid.IntRange(1, 3).Draw(t, "n")
		for _, c := range plain {
			if !c.Tatweel || c.Start == 0 {
				continue
			}
			stretched := stretch(s, text, item, c.Start, n)
			before, after := whole(t, text, item, plain), whole(t, text, item, stretched)
			if after <= before {
				t.Fatalf("%d tatweels in %q before %d: width %d, then %d", n, string(text), c.Start, before, after)
			}
			if !reflect.DeepEqual(plain, s.Shape(text, item)) {
				t.Fatal("stretching changed the shaper's words")
			}
		}
	})
}

// TestJoinAcrossItems: a word parted by a change of face keeps its joins.
func TestJoinAcrossItems(t *testing.T) {
	f := bundledFaces(t)[0]
	s := NewShaper()
	text := []rune("بيت")
	whole := s.Shape(text, itemOf(f, text))
	first, rest := itemOf(f, text), itemOf(f, text)
	first.End, rest.Start = 1, 1
	a, b := s.Shape(text, first), s.Shape(text, rest)
	alone := s.Shape([]rune("ب"), itemOf(f, []rune("ب")))
	if a[0].Glyphs[0].ID == alone[0].Glyphs[0].ID {
		t.Error("the first letter lost its join")
	}
	if len(b) != 2 || len(whole) != 3 {
		t.Errorf("%d and %d clusters", len(b), len(whole))
	}
}

func TestRaise(t *testing.T) {
	clusters := []Cluster{
		{Advance: 5, Glyphs: []Glyph{{1, 0, 0}}},
		{Advance: -3, Glyphs: []Glyph{{2, 1, 0}}},
		{Advance: 10, Glyphs: []Glyph{{3, 0, 0}, {4, 2, 7}}},
	}
	raise(clusters)
	want := []Cluster{
		{Advance: 5, Glyphs: []Glyph{{1, 0, 0}}},
		{Advance: 0, Glyphs: []Glyph{{2, 1, 0}}},
		{Advance: 7, Glyphs: []Glyph{{3, -3, 0}, {4, -1, 7}}},
	}
	if !reflect.DeepEqual(clusters, want) {
		t.Errorf("got %v", clusters)
	}
}

// words makes n different words of the common patterns.
func words(n int) []string {
	prefixes := []string{"", "ال", "و", "وال", "بال", "لل", "كال", "سي"}
	stems := strings.Fields("تمويل معادن مشروع نقل طاقة تعاون شراكة استثمار تجارة برنامج منطقة دولة تنمية مبادرة " +
		"اتفاق إنتاج سياسة مصدر ممر طريق حديد نحاس ليثيوم كوبالت نيكل يورانيوم تنغستن مؤتمر قمة وثيقة")
	suffixes := []string{"", "ات", "ية", "هم", "ها", "ين"}
	var list []string
	for _, suffix := range suffixes {
		for _, prefix := range prefixes {
			for _, stem := range stems {
				if list = append(list, prefix+stem+suffix); len(list) == n {
					return list
				}
			}
		}
	}
	return list
}

// BenchmarkShape shapes 1,800 words, 700 of them different, with a new shaper.
func BenchmarkShape(b *testing.B) {
	list := words(700)
	var text []rune
	for i := range 1800 {
		text = append(text, []rune(list[i%len(list)]+" ")...)
	}
	for _, f := range bundledFaces(b) {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewShaper().Shape(text, itemOf(f, text))
			}
		})
	}
}

// A mark without a base stands alone: HarfBuzz would set a dotted circle under
// it, which nobody wrote, and does so or not by what the buffer held before.
func TestLoneMarkGetsNoCircle(t *testing.T) {
	l := Bundled()
	f, ok := l.Face("Amiri", false)
	if !ok {
		t.Fatal("no Amiri")
	}
	text := []rune{0x064E, 0x066A}
	for level := range uint8(3) {
		items, _ := Itemise(text, []uint8{level, level}, "ar", func(int) *Face { return f }, l)
		fresh := NewShaper().Shape(text, items[0])
		used := NewShaper()
		word := Item{Start: 0, End: 4, Face: f, Level: 1, Script: items[0].Script, Language: "ar"}
		used.Shape([]rune("سلام"), word)
		if again := used.Shape(text, items[0]); !reflect.DeepEqual(fresh, again) {
			t.Errorf("level %d: %v, then %v", level, fresh, again)
		}
		for _, c := range fresh {
			if len(c.Glyphs) > 1 {
				t.Errorf("level %d: %q has %d glyphs", level, c.Text, len(c.Glyphs))
			}
		}
	}
}
