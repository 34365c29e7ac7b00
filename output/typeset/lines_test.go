package typeset_test

import (
	"cmp"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"warraq/fonts"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A line is what stands next to each other on one baseline of a page, put
// together again from its items.
type line struct {
	// items stand in reading order; index is that of the first on the page.
	items []page.Item
	index int
	// x is the left end and y the lowest baseline; width is as painted, natural
	// without what justification adds to spaces.
	x, y, width, natural float64
	text                 string
	// words are the stretched words, with their kashidas counted: a word with
	// two tatweels in one place has one.
	words []stretchedWord
}

type stretchedWord struct {
	text     string
	kashidas int
	tatweels int
}

// linesOf puts the lines of a page together: items that touch, in the order
// they were set. Turned text of a chart is a line for each item.
func linesOf(p *page.Page, t *tatweels) []line {
	var lines []line
	for i := range p.Items {
		text := p.Items[i].Text
		if text == nil {
			continue
		}
		if n := len(lines); n > 0 && lines[n-1].touches(&p.Items[i]) {
			lines[n-1].add(p.Items[i])
			continue
		}
		l := line{index: i, x: p.Items[i].X, y: p.Items[i].Y}
		l.add(p.Items[i])
		lines = append(lines, l)
	}
	for i := range lines {
		lines[i].read(t)
	}
	return lines
}

// touches reports whether a text begins where the line ends: raised marks stand
// up to half of their line's size above it.
func (l *line) touches(it *page.Item) bool {
	last := &l.items[len(l.items)-1]
	return it.Text.Rotation == last.Text.Rotation && math.Abs(l.x+l.width-it.X) < 0.005 &&
		math.Abs(it.Y-last.Y) < 0.5*max(it.Text.Size, last.Text.Size)
}

func (l *line) add(it page.Item) {
	t := it.Text
	l.items = append(l.items, it)
	l.width += t.Width()
	l.natural += t.Width()
	for _, w := range t.Words {
		l.natural -= w.Added
	}
	l.y = max(l.y, it.Y)
}

// read finds the line's text in reading order and its stretched words.
func (l *line) read(t *tatweels) {
	slices.SortStableFunc(l.items, func(a, b page.Item) int { return cmp.Compare(a.Order, b.Order) })
	for _, it := range l.items {
		l.text += it.Text.String()
		l.words = append(l.words, t.stretched(it.Text)...)
	}
}

// tatweels finds inserted tatweels by shaping each word anew without them: some
// faces draw several by one long glyph, so that glyphs cannot be counted. A wider
// form counts as a kashida that is as long as what it adds.
type tatweels struct {
	shaper  *fonts.Shaper
	library *fonts.Library
	// plain are the clusters of words as they are, in logical order.
	plain map[plainWord][]fonts.Cluster
}

type plainWord struct {
	face *fonts.Face
	text string
}

func newTatweels() *tatweels {
	return &tatweels{fonts.NewShaper(), fonts.Bundled(), map[plainWord][]fonts.Cluster{}}
}

// stretched returns the stretched words of a text. Only words that stand whole
// in one text are ever stretched.
func (t *tatweels) stretched(x *page.Text) []stretchedWord {
	if !x.RTL || x.Face.Tatweel == 0 {
		return nil
	}
	var clusters []fonts.Cluster
	for c := range x.Clusters() {
		clusters = append(clusters, *c)
	}
	slices.Reverse(clusters)
	var words []stretchedWord
	for len(clusters) > 0 {
		n := slices.IndexFunc(clusters, func(c fonts.Cluster) bool { return strings.TrimSpace(c.Text) == "" })
		if n < 0 {
			n = len(clusters)
		}
		if word := t.compare(x.Face, clusters[:n]); word.kashidas > 0 {
			words = append(words, word)
		}
		clusters = clusters[min(n+1, len(clusters)):]
	}
	return words
}

func (t *tatweels) compare(f *fonts.Face, painted []fonts.Cluster) stretchedWord {
	word := stretchedWord{}
	for _, c := range painted {
		word.text += c.Text
	}
	plain := t.shape(f, word.text)
	tatweel := f.Tatweel * float64(f.UnitsPerEm)
	count := func(longer int32) {
		if n := int(math.Round(float64(longer) / tatweel)); n > 0 {
			word.kashidas++
			word.tatweels += n
		}
	}
	if len(plain) != len(painted) {
		// A kashida took a ligature apart: the word tells as a whole.
		count(advance(painted) - advance(plain))
		return word
	}
	for i, c := range painted {
		count(c.Advance - plain[i].Advance)
	}
	return word
}

func advance(clusters []fonts.Cluster) int32 {
	var sum int32
	for _, c := range clusters {
		sum += c.Advance
	}
	return sum
}

func (t *tatweels) shape(f *fonts.Face, word string) []fonts.Cluster {
	key := plainWord{f, word}
	if known, ok := t.plain[key]; ok {
		return known
	}
	text := []rune(word)
	levels := slices.Repeat([]uint8{1}, len(text))
	items, _ := fonts.Itemise(text, levels, "ar", func(int) *fonts.Face { return f }, t.library)
	var clusters []fonts.Cluster
	for _, item := range items {
		shaped := t.shaper.Shape(text, item)
		slices.Reverse(shaped)
		clusters = append(clusters, shaped...)
	}
	t.plain[key] = clusters
	return clusters
}

// What these tests see of kashidas is what the paragraph says it has set.
func TestStretchedWordsAreSeen(t *testing.T) {
	unvowelled := slices.DeleteFunc(slices.Clone(arabicWords), func(word string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Mn, r) })
	})
	env := &paragraph.Environment{Library: fonts.Bundled(), Shaper: fonts.NewShaper()}
	data, err := os.ReadFile("../../fonts/testdata/wide.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := env.Library.Add("wide.ttf", data); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		family string
		words  []string
	}{
		{"Amiri", arabicWords}, {"Scheherazade New", arabicWords}, {"IBM Plex Sans Arabic", arabicWords},
		{"Warraq Wide", unvowelled}, // it has wider forms, and no marks
	} {
		set, seen := 0, 0
		lines := paragraph.Set(&paragraph.Text{
			Spans: []paragraph.Span{{Text: strings.Repeat(strings.Join(c.words, " ")+" ", 6), Style: paragraph.Style{Family: c.family, Size: 13}}},
			Width: 170, Direction: paragraph.RTL, Kashida: paragraph.SimpleKashida,
		}, env).Lines
		for i := range lines {
			set += lines[i].Kashidas
			var items []page.Item
			for _, it := range lines[i].Items {
				items = append(items, page.Item{X: it.X, Y: it.Y, Text: it.Text, Order: it.Order})
			}
			for _, l := range linesOf(&page.Page{Items: items}, newTatweels()) {
				seen += len(l.words)
			}
		}
		if set != seen || set == 0 {
			t.Errorf("%s: %d words are stretched, %d seen", c.family, set, seen)
		}
	}
}
