package typeset_test

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

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
		if n := len(lines); n > 0 && lines[n-1].touches(text) {
			lines[n-1].add(p.Items[i])
			continue
		}
		l := line{index: i, x: text.X, y: text.Y}
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
func (l *line) touches(t *page.Text) bool {
	last := l.items[len(l.items)-1].Text
	return t.Rotation == last.Rotation && math.Abs(l.x+l.width-t.X) < 0.005 &&
		math.Abs(t.Y-last.Y) < 0.5*max(t.Size, last.Size)
}

func (l *line) add(it page.Item) {
	t := it.Text
	l.items = append(l.items, it)
	l.width += t.Width()
	l.natural += t.Width()
	for _, s := range t.Spaces {
		l.natural -= s
	}
	l.y = max(l.y, t.Y)
}

// read finds the line's text in reading order and its stretched words.
func (l *line) read(t *tatweels) {
	slices.SortStableFunc(l.items, func(a, b page.Item) int { return cmp.Compare(a.Order, b.Order) })
	var text strings.Builder
	word := stretchedWord{}
	end := func() {
		if word.kashidas > 0 {
			l.words = append(l.words, word)
		}
		word = stretchedWord{}
	}
	for _, it := range l.items {
		clusters := slices.Clone(it.Text.Clusters)
		if it.Text.RTL {
			slices.Reverse(clusters)
		}
		for _, c := range clusters {
			text.WriteString(c.Text)
			if strings.TrimSpace(c.Text) == "" {
				end()
				continue
			}
			word.text += c.Text
			if n := t.inserted(it.Text.Face, c); n > 0 {
				word.kashidas++
				word.tatweels += n
			}
		}
	}
	end()
	l.text = text.String()
}

// tatweels knows the glyph each face draws for a tatweel.
type tatweels struct {
	shaper *fonts.Shaper
	glyphs map[*fonts.Face]uint32
}

func newTatweels() *tatweels {
	return &tatweels{fonts.NewShaper(), map[*fonts.Face]uint32{}}
}

// inserted counts the tatweels that a cluster draws and its text does not have.
func (t *tatweels) inserted(f *fonts.Face, c fonts.Cluster) int {
	glyph, known := t.glyphs[f]
	if !known {
		text := []rune("ـ")
		items, _ := fonts.Itemise(text, []uint8{1}, "ar", func(int) *fonts.Face { return f }, fonts.Bundled())
		for _, shaped := range t.shaper.Shape(text, items[0]) {
			glyph = shaped.Glyphs[0].ID
		}
		t.glyphs[f] = glyph
	}
	n := -strings.Count(c.Text, "ـ")
	for _, g := range c.Glyphs {
		if g.ID == glyph {
			n++
		}
	}
	return n
}

// What these tests see of kashidas is what the paragraph says it has set.
func TestStretchedWordsAreSeen(t *testing.T) {
	words := strings.Repeat(strings.Join(arabicWords, " ")+" ", 6)
	env := &paragraph.Environment{Library: fonts.Bundled(), Shaper: fonts.NewShaper()}
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		set, seen := 0, 0
		lines, _ := paragraph.Set(&paragraph.Text{
			Spans: []paragraph.Span{{Text: words, Style: paragraph.Style{Family: family, Size: 13}}},
			Width: 170, Direction: paragraph.RTL, Kashida: true, Places: paragraph.SimpleKashida,
		}, env)
		for i := range lines {
			set += lines[i].Kashidas
			for _, l := range linesOf(&page.Page{Items: lines[i].Items}, newTatweels()) {
				seen += len(l.words)
			}
		}
		if set != seen || set == 0 {
			t.Errorf("%s: %d words are stretched, %d seen", family, set, seen)
		}
	}
}
