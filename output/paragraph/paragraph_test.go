package paragraph

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sebdah/goldie/v2"

	"warraq/fonts"
	"warraq/fonts/numeral"
)

// environment has the bundled faces, and one with wider forms of some letters.
func environment() *Environment {
	library := fonts.Bundled()
	data, err := os.ReadFile("../../fonts/testdata/wide.ttf")
	if err != nil {
		panic(err)
	}
	if _, err := library.Add("wide.ttf", data); err != nil {
		panic(err)
	}
	return &Environment{Library: library, Shaper: fonts.NewShaper()}
}

var amiri = Style{Family: "Amiri", Size: 12.5}

// article returns the paragraphs of the test text.
func article(t testing.TB) []string {
	data, err := os.ReadFile("testdata/warraq.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// plain is a justified right-to-left paragraph of one span.
func plain(text string, width float64) *Text {
	return &Text{Spans: []Span{{Text: text, Style: amiri}}, Direction: RTL, Width: width}
}

// setAll is Set in parts, and setLines its lines alone.
func setAll(t *Text, e *Environment) ([]Line, []Problem) {
	p := Set(t, e)
	return p.Lines, p.Problems
}

func setLines(t *Text, e *Environment) []Line { return Set(t, e).Lines }

// where is the text at a place.
func (t *Text) where(p Place) string { return t.Spans[p.Span].Text[p.From:p.To] }

// logical returns the characters painted on a line in reading order.
func logical(l *Line) string {
	var b strings.Builder
	for _, i := range inReadingOrder(l) {
		b.WriteString(l.Items[i].Text.String())
	}
	return b.String()
}

// inReadingOrder returns the items of a line as they are read.
func inReadingOrder(l *Line) []int {
	order := make([]int, len(l.Items))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return l.Items[a].Order - l.Items[b].Order })
	return order
}

// A placed cluster says where it starts in the text of its paragraph, and what
// justification adds to it.
type placed struct {
	fonts.Cluster
	added float64
}

// clusters returns those of each item of a line in visual order. The items of a
// line are read from its start without a gap.
func clusters(l *Line) [][]placed {
	all := make([][]placed, len(l.Items))
	at := l.Start
	for _, i := range inReadingOrder(l) {
		for _, w := range l.Items[i].Text.Words {
			for _, c := range w.Clusters {
				all[i] = append(all[i], placed{c, w.Added})
			}
		}
		for k := range all[i] {
			if l.Items[i].Text.RTL {
				k = len(all[i]) - 1 - k
			}
			all[i][k].Start = at
			at += utf8.RuneCountInString(all[i][k].Text)
		}
	}
	return all
}

// visual returns the stretches of one direction on a line, left to right, each
// in reading order.
func visual(l *Line) string {
	var b strings.Builder
	for i, it := range l.Items {
		if i > 0 {
			b.WriteString("|")
		}
		b.WriteString(it.Text.String())
	}
	return b.String()
}

// dump writes lines for a golden file.
func dump(lines []Line) string {
	var b strings.Builder
	for i := range lines {
		l := &lines[i]
		fmt.Fprintf(&b, "%3d %4d-%-4d width %.3f ratio %.3f kashidas %d notes %d links %d\n    %s\n",
			i+1, l.Start, l.End, l.Width, l.Ratio, l.Kashidas, len(l.Notes), len(l.Links), logical(l))
		for j := range l.Items {
			it := &l.Items[j]
			direction := "→"
			if it.Text.RTL {
				direction = "←"
			}
			fmt.Fprintf(&b, "      %8.3f %s %d %s\n", it.X, direction, it.Order, visual(&Line{Items: l.Items[j : j+1]}))
		}
	}
	return b.String()
}

func TestLines(t *testing.T) {
	e := environment()
	for _, c := range []struct {
		name string
		set  func(*Text)
	}{
		{"spaces", func(*Text) {}},
		{"kashida", func(x *Text) { x.Kashida = NaskhKashida }},
		{"simple", func(x *Text) { x.Kashida = SimpleKashida }},
		{"ragged", func(x *Text) { x.Align = Start }},
		{"digits", func(x *Text) { x.Digits = numeral.Arabic }},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, text := range article(t) {
				p := plain(text, 330)
				p.Indent = 18
				c.set(p)
				lines, problems := setAll(p, e)
				b.WriteString(dump(lines))
				for _, found := range problems {
					at := 1 + utf8.RuneCountInString(text[:found.Places[0].From])
					fmt.Fprintf(&b, "{1 %d} %s %q\n", at, found.Kind.Code, found.Words)
				}
				b.WriteString("\n")
			}
			goldie.New(t).Assert(t, c.name, []byte(b.String()))
		})
	}
}

// TestSpacing holds the space between words to what a reader calls even.
func TestSpacing(t *testing.T) {
	e := environment()
	var all []Line
	for _, size := range []float64{12, 12.5, 13} {
		for _, text := range article(t) {
			p := plain(text, 455)
			p.Spans[0].Style.Size = size
			p.Indent, p.Kashida = 18, NaskhKashida
			lines := setLines(p, e)
			all = append(all, lines...)
		}
	}
	var ratios []float64
	for _, l := range all {
		if l.Justified {
			ratios = append(ratios, l.Ratio)
		}
	}
	slices.Sort(ratios)
	n := len(ratios)
	if n < 50 || ratios[n/2] > 1.13 || ratios[n*95/100] > 1.45 || ratios[n-1] > LooseLimit || ratios[0] < 1-spaceShrink-0.001 {
		t.Errorf("%v", ratios)
	}
}

func TestBidi(t *testing.T) {
	data, err := os.ReadFile("testdata/bidi.txt")
	if err != nil {
		t.Fatal(err)
	}
	e := environment()
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		lines, problems := setAll(plain(strings.TrimSpace(line), 10000), e)
		if len(lines) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d lines, %v", line, len(lines), problems)
		}
		b.WriteString(strings.TrimSpace(line) + "\n\t" + visual(&lines[0]) + "\n")
	}
	goldie.New(t).Assert(t, "bidi", []byte(b.String()))
}

// widths returns the ink of a line and where it begins.
func widths(l *Line) (left, width float64) {
	left = math.Inf(1)
	for _, it := range l.Items {
		left = min(left, it.X)
		width += it.Text.Width()
	}
	return left, width
}

// prose returns the paragraphs of some 1,200 words on paper and the book trade.
func prose(t testing.TB) []string {
	data, err := os.ReadFile("testdata/paper.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// TestLooseLinesAreWarnedOf: on measures as narrow as columns the lines beyond
// the tolerance and the warnings are the same, place by place.
func TestLooseLinesAreWarnedOf(t *testing.T) {
	e := environment()
	loose := 0
	for _, family := range textFaces {
		for _, width := range []float64{120, 160, 220} {
			for _, text := range prose(t) {
				p := plain(text, width)
				p.Spans[0].Style.Family, p.Kashida = family, NaskhKashida
				lines, problems := setAll(p, e)
				var want, got []Place
				for _, l := range lines {
					if l.Justified && l.Ratio > LooseLimit {
						want = append(want, l.Place)
					}
				}
				for _, p := range problems {
					if p.Kind.Code == LooseLine.Code {
						got = append(got, p.Places...)
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s at %g: warnings at %v, loose lines at %v", family, width, got, want)
				}
				loose += len(want)
			}
		}
	}
	if loose < 20 {
		t.Errorf("only %d loose lines", loose)
	}
}
