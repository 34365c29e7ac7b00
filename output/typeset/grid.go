package typeset

import (
	"math"

	"warraq/input/theme"
)

// Running text stands on a grid of half lines that all pages share: the lines of
// facing pages, and of both sides of a sheet, lie at the same heights (Tschichold;
// Bringhurst, The Elements of Typographic Style, 2.2.2). What is set at another
// leading stands between; the text after it is on the grid again.

// step is the distance of the grid: half the leading of running text.
func step(t *theme.Theme) float64 { return t.Body.Leading / 2 }

// onGrid is a theme whose spaces between blocks are whole and half lines.
func onGrid(t *theme.Theme) *theme.Theme {
	even := *t
	s := step(t)
	for _, space := range []*float64{&even.Space.Paragraph, &even.Space.Block, &even.Space.ListItem} {
		*space = steps(*space, s)
	}
	for i := range even.Headings {
		even.Headings[i].Before = steps(even.Headings[i].Before, s)
	}
	return &even
}

// steps is a height in whole steps, the nearest.
func steps(height, step float64) float64 { return math.Round(height/step) * step }

// onGrid reports whether text of a look is running text, whose lines stand on the
// grid: notes stand at the foot of the page, and have their own leading.
func (b *builder) onGrid(t theme.Text) bool {
	return t.Leading == b.theme.Body.Leading && !b.inNote
}

// blockSpace appends the space around a figure, a table or a box, which may widen to
// level a page.
func (b *builder) blockSpace() { b.widening(b.theme.Space.Block) }
