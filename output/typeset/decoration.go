package typeset

import (
	"image/color"
	"math"

	"warraq/input/brief"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// How decorations are drawn, in parts of the type's size: where the middle of a line
// stands below the baseline and above it, how thick it is, and from where to where a
// ground reaches.
const (
	underlineDrop    = 0.16
	strikeRise       = 0.24
	decorationWeight = 0.055
	groundRise       = 0.86
	groundDepth      = 0.34
)

// highlight is the ground of what is marked: the yellow of a marker, light enough for
// every text colour of the themes.
var highlight = color.NRGBA{0xFF, 0xF1, 0xA6, 0xFF}

// marks draws what decorates a line's text, the grounds below the lines: none of it is
// content (ISO 32000-1 §14.8.2.2).
func (b *builder) marks(l *line, baseline float64) []page.Item {
	var grounds, lines []page.Item
	for _, m := range l.Marks {
		x, y := b.x+m.X, baseline-m.Rise
		weight := math.Max(0.4, m.Size*decorationWeight)
		if m.Decoration&paragraph.Highlight != 0 {
			grounds = append(grounds, rectangle(x, y-m.Size*groundRise, m.Width, m.Size*(groundRise+groundDepth), highlight))
		}
		if m.Decoration&paragraph.Underline != 0 {
			lines = append(lines, ruleItem(x, y+m.Size*underlineDrop, m.Width, weight, m.Color))
		}
		if m.Decoration&paragraph.Strikethrough != 0 {
			lines = append(lines, ruleItem(x, y-m.Size*strikeRise, m.Width, weight, m.Color))
		}
	}
	return append(grounds, lines...)
}

// linePicture sets a picture at its place in a line.
func (b *builder) linePicture(c *content, p *linePicture, baseline float64) {
	x, top := b.x+p.x, baseline+p.y-p.box.Height
	height := p.box.Height + p.box.Depth
	items := b.picture(p.Picture, brief.Crop{}, x, p.box.Width, height, p.slot, p.Span)
	for i := range items {
		items[i].Y += top
		if p.figure == 0 {
			items[i].Slot, items[i].Artifact = 0, page.LayoutArtifact
		}
	}
	c.items = append(c.items, items...)
	if p.figure != 0 {
		c.figures = append(c.figures, figureBox{p.figure, x, top, p.box.Width, height})
	}
}
