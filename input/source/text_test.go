package source_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/source"
)

// However a text was cut and joined, every character still has its own place.
func TestTextKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := &source.File{Name: "f", Data: rapid.SliceOfN(rapid.Byte(), 0, 60).Draw(t, "data")}
		text := f.All()
		for range rapid.IntRange(0, 4).Draw(t, "cuts") {
			if rapid.Bool().Draw(t, "slice") {
				start, end := cut(t, 0, len(text.Data))
				text = text.Slice(start, end)
				continue
			}
			var ranges [][2]int
			for at := 0; at < len(text.Data) && len(ranges) < 4; {
				start, end := cut(t, at, len(text.Data))
				ranges = append(ranges, [2]int{start, end})
				at = end + 1
			}
			text = text.Join(ranges)
		}
		for i, b := range text.Data {
			s := text.Span(i, i+1)
			if s.End != s.Start+1 || f.Data[s.Start] != b {
				t.Fatalf("byte %d is placed at %d to %d", i, s.Start, s.End)
			}
		}
		if n := len(text.Data); n > 0 {
			whole := text.Span(0, n)
			if whole.Start != text.Span(0, 1).Start || whole.End != text.Span(n-1, n).End {
				t.Fatalf("the whole is placed at %d to %d", whole.Start, whole.End)
			}
		}
	})
}

func cut(t *rapid.T, low, high int) (start, end int) {
	start = rapid.IntRange(low, high).Draw(t, "start")
	return start, rapid.IntRange(start, high).Draw(t, "end")
}

func TestByteOrderMarkIsNoText(t *testing.T) {
	f := &source.File{Name: "f", Data: []byte("\xef\xbb\xbfab")}
	if text := f.All(); string(text.Data) != "ab" || text.Span(0, 1).Start != 3 {
		t.Errorf("got %q at %d", text.Data, text.Span(0, 1).Start)
	}
}

func TestLooseTextStandsAtItsWhole(t *testing.T) {
	f := &source.File{Name: "f", Data: []byte("abcdef")}
	span := source.Span{File: f, Start: 1, End: 4}
	text := source.Loose("xyzxyz", span).Slice(2, 4)
	if text.Exact() || text.Span(0, 1) != span || string(text.Data) != "zx" {
		t.Errorf("got %q at %v", text.Data, text.Span(0, 1))
	}
}

// A character of a text that is written in another way is the same among its
// like, where there are as many.
func TestCharacterIsFoundAmongItsLike(t *testing.T) {
	for _, c := range []struct {
		written, text string
		at            int
		want          string
	}{
		{"ab✅c", "ab✅c", 2, "2 ✅"},
		{`"a\"✅b✅"`, `a"✅b✅`, 2, "4 ✅"},
		{`"a\"✅b✅"`, `a"✅b✅`, 6, "8 ✅"},
		{`"\u2705"`, "✅", 0, `0 "\u2705"`},
		{`"\u2705 ✅"`, "✅ ✅", 4, `0 "\u2705 ✅"`},
		{"{name: س✅, role: د}", "س✅", 2, "9 ✅"},
		{"", "✅", 0, "0 "},
	} {
		s := source.Span{File: &source.File{Data: []byte(c.written)}, End: len(c.written)}.Character(c.text, c.at)
		if got := fmt.Sprintf("%d %s", s.Start, s.Text()); got != c.want {
			t.Errorf("%q in %q: got %s, want %s", c.text[c.at:], c.written, got, c.want)
		}
	}
}
