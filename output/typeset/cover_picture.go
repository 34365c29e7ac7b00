package typeset

import (
	"image/color"
	"iter"
	"math"
	"strconv"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/colour"
	"warraq/input/problem"
	"warraq/output/page"
)

// usualOverlay is how far the colour of the cover covers a picture where the author does
// not say, and readable is the contrast that text has with what is under it at least
// (WCAG 2.1, 1.4.3), with a little for what packing the picture changes of its colours.
const (
	usualOverlay = 0.3
	readable     = 4.5 * 1.03
)

var (
	weakOverlay = problem.Kind{
		Code: "cover-overlay", Severity: problem.Warning,
		Message: problem.Text{AR: "تباين نص الغلاف مع صورته %s إلى 1 وفيه overlay: %s؛ عُمِّقت إلى %s ليُقرأ", EN: "the text on the cover's picture has a contrast of %s to 1 with overlay: %s; it was deepened to %s"},
		Advice:  problem.Text{AR: "اكتب overlay: %[3]s أو أكثر، أو اقتصّ الصورة إلى جزء أغمق: أقلّ التباين 4.5 إلى 1.", EN: "Write overlay: %[3]s or more, or crop the picture to a darker part: it takes 4.5 to 1 at least."},
	}
	lettersInCover = problem.Kind{
		Code: "cover-picture-text", Severity: problem.Error,
		Message: problem.Text{AR: "في رسم الغلاف «%s» نصوص، ونصوص الغلاف تُطبع فوقها", EN: "there are texts in the cover's drawing %s, and those of the cover are printed over them"},
		Advice:  problem.Text{AR: "احذف النصوص من الرسم، أو حوّلها إلى أشكال.", EN: "Remove them from the drawing, or make outlines of them."},
	}
)

// behindPicture is the picture from the head of the sheet down to end, under the overlay.
func (c *coverPage) behindPicture(titles, end float64) []page.Item {
	f := c.brief.Meta.Cover.Picture
	left, up, width, _ := c.sheet.edges()
	height := end - up
	across, down := c.sizeOf(f.Picture)
	crop := filling(f.Crop, across, down, width/height, 0.5)
	var slot page.Ref
	if !f.Decorative {
		e := c.tree.Add(c.parent, page.Figure)
		c.element(e).Alt, c.element(e).Place = f.Alt, f.Span
		slot = c.tree.Slot(e)
		// Of what is cut off nothing is seen.
		c.node.content.figures = append(c.node.content.figures, figureBox{e, left + c.sheet.Bleed, up + c.sheet.Bleed, c.sheet.Width, math.Min(end+c.sheet.Top, c.sheet.Height)})
	}
	if s := c.options.Drawings[f.Picture]; s != nil && hasTexts(s) {
		c.problems.Add(lettersInCover.At(f.Span, f.Picture.File.Name))
	}
	items := c.picture(f.Picture, crop, left, width, height, slot, f.Span)
	shift(items, 0, up)
	for i := range items {
		if slot == 0 {
			items[i].Artifact = page.BackgroundArtifact
		}
	}
	if dpi := across * (1 - crop.Left - crop.Right) / width * 72; !f.Picture.Drawn() && dpi < coarsest-1 {
		c.problems.Add(coarsePicture.At(f.Span, f.Picture.File.Name, int(dpi)))
	}
	return append(items, c.overlay(items, crop, titles, end)...)
}

// hasTexts reports whether a drawing has letters.
func hasTexts(s *scene.Scene) bool {
	for _, it := range s.Items {
		if it.Text != nil {
			return true
		}
	}
	return false
}

// filling adds to a crop what makes a picture of such a size fill a shape of a ratio of
// width to height. What is cut off above is a part of what is cut off in all.
func filling(c brief.Crop, across, down, ratio, above float64) brief.Crop {
	width, height := 1-c.Left-c.Right, 1-c.Top-c.Bottom
	if excess := 1 - ratio*down*height/(across*width); excess > 0 {
		c.Left += width * excess / 2
		c.Right += width * excess / 2
	} else if excess := 1 - across*width/(ratio*down*height); excess > 0 {
		c.Top += height * excess * above
		c.Bottom += height * excess * (1 - above)
	}
	return c
}

// overlay lays the colour over the picture: as far as was asked for, or as the head of the
// cover needs and, from the titles down, as these do. It goes from the one to the other
// without a lighter stretch between, which would look like fog. Over a drawing it is one
// colour, in an item of its own.
func (c *coverPage) overlay(picture []page.Item, crop brief.Crop, titles, end float64) []page.Item {
	left, up, width, _ := c.sheet.edges()
	fill := c.deep(0.4)
	m := c.brief.Meta.Cover
	asked, told := usualOverlay, !m.Asked.IsZero()
	if told {
		asked = m.Overlay
	}
	above, contrast := c.overlayNeeded(fill, asked, crop, up, titles, end)
	below, other := c.overlayNeeded(fill, asked, crop, titles, end, end)
	if deepest := math.Max(above, below); told && deepest > asked {
		hundredths := func(v float64) string { return strconv.FormatFloat(math.Floor(v*100+1e-6)/100, 'f', -1, 64) }
		c.problems.Add(weakOverlay.At(m.Asked, hundredths(math.Min(contrast, other)), hundredths(asked), hundredths(deepest)))
	}
	if m.Picture.Picture.Drawn() {
		fill.A = uint8(math.Ceil(math.Max(asked, math.Max(above, below)) * 255))
		return []page.Item{rectangle(left, up, width, end-up, fill)}
	}
	shade := page.Shade{Color: fill, Above: math.Max(asked, above), Below: math.Max(asked, below)}
	reach := math.Min(0.4*c.sheet.Height, math.Max(0, titles-c.headEnd)) // over which it changes
	from, to := titles-reach, titles
	if shade.Above > shade.Below {
		from, to = c.headEnd, c.headEnd+reach
	}
	shade.From, shade.To = (from-up)/(end-up), (to-up)/(end-up)
	for i := range picture {
		if picture[i].Image != nil {
			picture[i].Image.Shade = shade
		}
	}
	return nil
}

// overlayNeeded is how far a colour must cover the picture for every text on it between
// two heights to be read, to a hundredth; and the least contrast that text has with what
// was asked for. The picture ends at end.
func (c *coverPage) overlayNeeded(overlay color.NRGBA, asked float64, crop brief.Crop, from, to, end float64) (needed, contrast float64) {
	contrast = math.Inf(1)
	for under := range c.underText(crop, from, to, end) {
		contrast = math.Min(contrast, colour.Contrast(c.ink, colour.Mix(under, overlay, asked)))
		// Each colour of a mixture grows evenly from the one to the other, and luminance by
		// a convex function of them: where one part of the overlay is enough, more is.
		for colour.Contrast(c.ink, colour.Mix(under, overlay, needed)) < readable && needed < 1 {
			needed = math.Min(1, math.Round(needed*100+1)/100)
		}
	}
	return needed, contrast
}

// underText goes through the colours of the picture under the texts of the cover whose
// baselines stand between two heights: of a drawing, and of what cannot be read, nothing
// is known, and it may be white or black.
func (c *coverPage) underText(crop brief.Crop, from, to, end float64) iter.Seq[color.NRGBA] {
	return func(yield func(color.NRGBA) bool) {
		tones := c.options.Tones[c.brief.Meta.Cover.Picture.Picture]
		left, up, width, _ := c.sheet.edges()
		x := func(v float64) float64 { return crop.Left + (1-crop.Left-crop.Right)*(v-left)/width }
		y := func(v float64) float64 { return crop.Top + (1-crop.Top-crop.Bottom)*(v-up)/(end-up) }
		for _, it := range c.node.content.items {
			if it.Text == nil || it.Y < from || it.Y >= to {
				continue
			}
			if tones == nil {
				if !yield(color.NRGBA{255, 255, 255, 255}) || !yield(color.NRGBA{A: 255}) {
					return
				}
				continue
			}
			face, size := it.Text.Face, it.Text.Size
			for under := range tones.Within(x(it.X), y(it.Y-face.Ascent*size), x(it.X+it.Text.Width()), y(it.Y+face.Descent*size)) {
				if !yield(under) {
					return
				}
			}
		}
	}
}
