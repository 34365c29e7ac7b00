package bidi

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files")

// override and pop keep the visual column of the golden file in its own order in
// an editor.
const (
	override = '\u202D'
	pop      = '\u202C'
)

// visual returns a text as it is seen from left to right, mirrored.
func visual(text []rune, levels []uint8, paragraph uint8) string {
	ResetWhitespace(text, levels, paragraph)
	var b strings.Builder
	for _, i := range Reorder(levels) {
		r := text[i]
		if levels[i]%2 == 1 {
			r = Mirror(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestIsolated reads testdata/isolated.txt: base direction, logical text, and
// what is seen from left to right, parted by tabs.
func TestIsolated(t *testing.T) {
	const name = "testdata/isolated.txt"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cases := 0
	for s := range strings.Lines(string(data)) {
		s = strings.TrimSuffix(s, "\n")
		if s == "" || s[0] == '#' {
			out.WriteString(s + "\n")
			continue
		}
		fields := strings.Split(s, "\t")
		if len(fields) < 2 {
			t.Fatalf("bad line %q", s)
		}
		base := map[string]Base{"R": RTL, "L": LTR, "A": Auto}[fields[0]]
		text := []rune(fields[1])
		cases++
		levels, paragraph := Isolated(text, base)
		got := visual(text, levels, paragraph)
		out.WriteString(fields[0] + "\t" + fields[1] + "\t" + string(override) + got + string(pop) + "\n")
		if *update {
			continue
		}
		if len(fields) < 3 || strings.Trim(fields[2], string(override)+string(pop)) != got {
			t.Errorf("%s: got %q", s, got)
		}
	}
	if cases < 60 {
		t.Errorf("%d cases only", cases)
	}
	if *update {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// alphabet is what the random texts are made of.
var alphabet = []rune("ابتث و،؛؟«»abc XYZ012٣٤٥+-–—%٪$€()[]{}\"'“”./:,;#@&=\u200f\u200e\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\t\n\u00a0\u064e")

func drawText(t *rapid.T) []rune {
	return rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 60).Draw(t, "text")
}

func TestIsolatedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		base := rapid.SampledFrom([]Base{Auto, LTR, RTL}).Draw(t, "base")
		levels, paragraph := Isolated(text, base)
		if len(levels) != len(text) {
			t.Fatalf("%d levels for %d characters", len(levels), len(text))
		}
		if _, p := Levels(text, base); p != paragraph {
			t.Fatalf("paragraph level %d, without isolates %d", paragraph, p)
		}
		for i, l := range levels {
			if l > maxDepth+2 {
				t.Fatalf("level %d", l)
			}
			switch classOf(text[i]) {
			case 0: // L
				if l%2 == 1 && !slices.ContainsFunc(text, func(r rune) bool { return r == 0x202E || r == 0x202D }) {
					t.Fatalf("letter %q at level %d", text[i], l)
				}
			}
		}
		order := Reorder(levels)
		slices.Sort(order)
		for i, o := range order {
			if i != o {
				t.Fatal("the visual order is no permutation")
			}
		}
	})
}

// TestFragments checks what the isolation itself promises: fragments in order,
// not empty, within the text, and inner ones within their outer.
func TestFragments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		paragraph := uint8(rapid.IntRange(0, 1).Draw(t, "paragraph"))
		p := newResolver(text)
		s := scanner{text: text, classes: p.original}
		var open []fragment
		last := 0
		for _, f := range s.fragments(paragraph) {
			if f.start < last || f.end <= f.start || f.end > len(text) {
				t.Fatalf("fragment %v after %d in %q", f, last, string(text))
			}
			for len(open) > 0 && open[len(open)-1].end <= f.start {
				open = open[:len(open)-1]
			}
			if len(open) > 0 && open[len(open)-1].end < f.end {
				t.Fatalf("fragment %v leaves %v in %q", f, open[len(open)-1], string(text))
			}
			open = append(open, f)
			last = f.start
		}
	})
}

func FuzzIsolated(f *testing.F) {
	f.Add("برنامج Erasmus+ (EPCA) [1] +7 10%، https://a.b/c", uint8(2))
	f.Fuzz(func(t *testing.T, s string, base uint8) {
		text := []rune(s)
		levels, paragraph := Isolated(text, Base(base%3))
		if len(levels) != len(text) {
			t.Fatalf("%d levels for %d characters", len(levels), len(text))
		}
		visual(text, levels, paragraph)
	})
}

func BenchmarkIsolated(b *testing.B) {
	text := []rune(strings.Repeat("أعلن الاتحاد الأوروبي عن حزمة بقيمة 10 مليارات يورو ضمن مبادرة Global Gateway (GG) بنسبة 10% عام 2025، ", 10))
	b.ReportMetric(float64(len(text)), "runes")
	b.ReportAllocs()
	for b.Loop() {
		Isolated(text, RTL)
	}
}
