package paragraph

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"warraq/fonts"
	"warraq/fonts/numeral"
)

// tokens are what drawn paragraphs are made of, besides the words of the test
// text.
var tokens = []string{
	"Erasmus+", "(EPCA)", "COVID-19", "+7", "10%", "٢٠٢٥", "2021–2027", "1.2", "[1]", "R&D", "«نص»", "—",
	"https://example.org/a/b-c/d_e?f=1&g=2", "و", "الله", "لا", "م\u200Cن", "ab\u00A0cd", "x\u00ADy", "  ", "\n",
	"\u2067abc\u2069", "كتــاب", "naïve", "مستشفياتهم", strings.Repeat("طويل", 12), strings.Repeat("e\u0301", 40),
}

// drawText draws a paragraph of several spans.
func drawText(t *rapid.T, words []string) *Text {
	x := &Text{
		Direction: rapid.SampledFrom([]Direction{Auto, RTL, LTR}).Draw(t, "direction"),
		Align:     rapid.SampledFrom([]Align{Justify, Justify, Justify, Start, End, Center}).Draw(t, "align"),
		Width:     rapid.Float64Range(40, 500).Draw(t, "width"),
		Digits:    rapid.SampledFrom([]numeral.System{"", numeral.Latin, numeral.Arabic}).Draw(t, "digits"),
		Kashida:   rapid.SampledFrom([]Kashida{NoKashida, NoKashida, NaskhKashida, SimpleKashida}).Draw(t, "kashida"),
		Looseness: rapid.SampledFrom([]int{0, 0, 0, 1, -1}).Draw(t, "looseness"),
		Indent:    rapid.SampledFrom([]float64{0, 0, 18}).Draw(t, "indent"),
		Spans:     nil,
	}
	token := rapid.OneOf(rapid.SampledFrom(words), rapid.SampledFrom(words), rapid.SampledFrom(tokens))
	for i := range rapid.IntRange(0, 8).Draw(t, "spans") {
		s := Span{Slot: i + 1}
		s.Style = Style{
			Family: rapid.SampledFrom([]string{"Amiri", "Amiri", "IBM Plex Sans Arabic", "Scheherazade New", "Warraq Wide"}).Draw(t, "family"),
			Bold:   rapid.Bool().Draw(t, "bold"),
			Size:   rapid.SampledFrom([]float64{12.5, 12.5, 9, 14}).Draw(t, "size"),
			LTR:    rapid.IntRange(0, 5).Draw(t, "ltr") == 0,
		}
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			s.Break = true
		case 1:
			s.Note, s.Text, s.Style.Rise = i+1, "12", 4
		case 2:
			s.Link = i + 1
		case 3:
			s.Keep = true
		}
		if !s.Break && s.Note == 0 {
			separator := rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "separator")
			s.Text = strings.Join(rapid.SliceOfN(token, 0, 25).Draw(t, "words"), " ") + separator
		}
		x.Spans = append(x.Spans, s)
	}
	return x
}

func TestProperties(t *testing.T) {
	words := strings.Fields(strings.Join(article(t), " "))
	e := environment()
	rapid.Check(t, func(t *rapid.T) {
		x := drawText(t, words)
		lines, problems := setAll(x, e)
		s := newSetter(x, e)
		painted := make([]int, len(s.joined.text))
		order := 0
		for i := range lines {
			l := &lines[i]
			checkWidth(t, x, l, i)
			checkItems(t, l, painted, &order)
			checkEnd(t, s, l)
		}
		checkPainted(t, s, lines, painted)
		for _, p := range problems {
			for _, at := range p.Places {
				if text := x.where(at); !utf8.ValidString(text) || text == "" {
					t.Fatalf("problem %s at %q", p.Kind.Code, text)
				}
			}
		}
		width, longest := Natural(x, e)
		if longest > width+epsilon {
			t.Fatalf("longest word %g of %g", longest, width)
		}
		if len(lines) == 0 {
			return
		}
		x.Width = width + 1
		if wide := setLines(x, e); x.Looseness == 0 && len(wide) != 1+strings.Count(string(s.joined.text), "\u2028") {
			t.Fatalf("%d lines at natural width", len(wide))
		}
	})
}

// checkWidth: a justified line fills its measure exactly, no line runs over it.
func checkWidth(t *rapid.T, x *Text, l *Line, i int) {
	left, width := widths(l)
	room := x.Width
	if i == 0 {
		room -= x.Indent
	}
	if math.Abs(width-l.Width) > 0.001 {
		t.Fatalf("line %d is %g wide, painted %g", i, l.Width, width)
	}
	if width > room+0.001 || len(l.Items) > 0 && (left < -0.001 || left+width > x.Width+0.002) {
		t.Fatalf("line %d: %g at %g in %g: %s", i, width, left, room, logical(l))
	}
	if l.Justified && math.Abs(width-room) > 0.001 {
		t.Fatalf("line %d: %g wide in %g", i, width, room)
	}
	if l.Justified && l.Ratio < 1-spaceShrink-0.001 || !l.Justified && l.Ratio != 1 {
		t.Fatalf("line %d: ratio %g", i, l.Ratio)
	}
}

// checkItems: items touch, their orders run on, and their parts agree.
func checkItems(t *rapid.T, l *Line, painted []int, order *int) {
	next := math.NaN()
	var orders []int
	all := clusters(l)
	for i, it := range l.Items {
		if x := it.X; x != round(x) || math.Abs(x-next) > 0.0011 {
			t.Fatalf("an item at %g, not %g", x, next)
		}
		next = it.X + it.Text.Width()
		orders = append(orders, it.Order)
		for _, c := range all[i] {
			if c.added != 0 && c.Text != " " {
				t.Fatalf("space added to %q", c.Text)
			}
			for k := range utf8.RuneCountInString(c.Text) {
				painted[c.Start+k]++
			}
		}
	}
	slices.Sort(orders)
	for _, o := range orders {
		if o != *order {
			t.Fatalf("order %d, not %d", o, *order)
		}
		*order++
	}
}

// checkEnd: a line ends where it may, or within text that is wider than the
// line.
func checkEnd(t *rapid.T, s *setter, l *Line) {
	if l.End >= len(s.joined.text) || s.breaks[l.End] != fonts.None || s.joined.text[l.End] == lineSeparator {
		return
	}
	points := s.scan(s.breaks)
	for i := 1; i < len(points); i++ {
		if s.runeAt(points[i].piece) > l.End {
			if points[i].end-points[i-1].start <= s.text.Width-s.text.Indent {
				t.Fatalf("a break before %q", string(s.joined.text[l.End:]))
			}
			return
		}
	}
}

// checkPainted: every character is painted once, in its own line, but for the
// spaces where a line ends and the breaks themselves.
func checkPainted(t *rapid.T, s *setter, lines []Line, painted []int) {
	at := 0
	for i := range lines {
		l := &lines[i]
		text := string(s.joined.text[l.Start:l.End])
		if got, want := logical(l), strings.Trim(text, " \u2028"); strings.Trim(got, " ") != want {
			t.Fatalf("line %d paints %q of %q", i, got, want)
		}
		if l.Start < at {
			t.Fatalf("line %d starts at %d, before %d", i, l.Start, at)
		}
		at = l.End
	}
	for i, n := range painted {
		r := s.joined.text[i]
		if n > 1 || n == 0 && r != ' ' && r != lineSeparator {
			t.Fatalf("%q painted %d times", r, n)
		}
	}
}
