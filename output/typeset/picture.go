package typeset

import (
	"math"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
)

// coarsest is the density, in pixels an inch, that a picture is printed at where
// its file names none or a lower one: below it pixels show on paper.
const coarsest = 150

// The part of the page's height that a picture takes at most: its own size, or
// where the author asks for a width.
const (
	tallest      = 0.6
	tallestAsked = 0.85
)

var (
	coarsePicture = problem.Kind{
		Code: "picture-coarse", Severity: problem.Warning,
		Message: problem.Text{AR: "الصورة «%s» منخفضة الدقّة: تُطبع بدقّة %d بكسل في البوصة", EN: "the picture “%s” is coarse: it is printed at %d pixels an inch"},
		Advice:  problem.Text{AR: "اطبعها أصغر، أو استعمل صورة أكبر (150 بكسل في البوصة على الأقل).", EN: "Print it smaller, or use a larger picture (at least 150 pixels an inch)."},
	}
	widePicture = problem.Kind{
		Code: "picture-too-wide", Severity: problem.Warning,
		Message: problem.Text{AR: "عرض الصورة المطلوب لا تسعه الصفحة؛ صُغّرت إلى %d مم", EN: "the picture does not fit the page at the width asked for; it is printed %d mm wide"},
		Advice:  problem.Text{AR: "اطلب عرضًا أصغر.", EN: "Ask for less."},
	}
	notFullBleed = problem.Kind{
		Code: "picture-full-bleed", Severity: problem.Warning,
		Message: problem.Text{AR: "لا تبلغ الصورة حوافّ الصفحة هنا؛ طُبعت في عرض النص", EN: "the picture cannot reach the edges of the page here; it is printed in the column"},
		Advice:  problem.Text{AR: "ضعها بين الفقرات لا في قائمة أو إطار أو حاشية، واقتطع من ارتفاعها بالخاصية crop إن كانت أعلى من الصفحة.", EN: "Put it between paragraphs, not in a list, box or note, and cut its height with crop where it is higher than the page."},
	}
	textAcrossCrop = problem.Kind{
		Code: "picture-crop-text", Severity: problem.Warning,
		Message: problem.Text{AR: "يقطع الاقتصاص نص الصورة «%s»؛ طُبع كاملًا", EN: "the crop runs through a text of the picture, “%s”; it is printed whole"},
		Advice:  problem.Text{AR: "غيّر crop بحيث يكون النص كله داخل الصورة أو خارجها.", EN: "Change the crop so that the text is wholly inside or outside."},
	}
	otherFamily = problem.Kind{
		Code: "picture-face", Severity: problem.Note,
		Message: problem.Text{AR: "خطّ الصورة «%s» غير موجود؛ استُعمل «%s»", EN: "the face “%s” of the picture is not there; “%s” is used"},
		Advice:  problem.Text{AR: "أضفه بالخيار --font، أو غيّره في الصورة.", EN: "Add it with --font, or change it in the picture."},
	}
)

// picture sets a picture in a rectangle of the column, its top at y = 0.
func (b *builder) picture(p *brief.Picture, crop brief.Crop, x, width, height float64, slot page.Ref, place source.Span) []page.Item {
	s := b.options.Drawings[p]
	if s == nil {
		return []page.Item{{
			X: x, Image: &page.Image{Width: width, Height: height, Picture: p, Crop: crop},
			Slot: slot, Order: b.take(1),
		}}
	}
	if !crop.IsZero() {
		s = s.Cropped(crop.Left*s.Width, crop.Top*s.Height,
			(1-crop.Left-crop.Right)*s.Width, (1-crop.Top-crop.Bottom)*s.Height)
	}
	items := b.scene(s.Scaled(width/s.Width), x, slot, place)
	if !crop.IsZero() {
		b.checkCropped(items, x, width, place)
	}
	return items
}

// checkCropped reports texts that reach beyond the sides of a cropped drawing: a
// text is whole or not there, so that it is read as it was written.
func (b *builder) checkCropped(items []page.Item, x, width float64, place source.Span) {
	for _, it := range items {
		t := it.Text
		if t == nil || t.Rotation != 0 || it.X >= x-1 && it.X+t.Width() <= x+width+1 {
			continue
		}
		b.problems.Add(textAcrossCrop.At(place, strings.TrimSpace(t.String())))
		return // the author mends the crop, not each text
	}
}

// sizeOf is a picture's own width and height, upright: in pixels, or in points
// where it is a drawing.
func (b *builder) sizeOf(p *brief.Picture) (width, height float64) {
	if s := b.options.Drawings[p]; s != nil {
		return s.Width, s.Height
	}
	across, down := p.Size()
	return float64(across), float64(down)
}

// pictureSize is the size a picture is printed at: that of its file, within the
// column and a part of the page, or what the author asks for.
func (b *builder) pictureSize(f *brief.Figure) (width, height float64) {
	p := f.Picture
	across, down := b.sizeOf(p)
	across *= 1 - f.Crop.Left - f.Crop.Right
	down *= 1 - f.Crop.Top - f.Crop.Bottom
	width = across
	if !p.Drawn() {
		width = across / math.Max(p.DPI, coarsest) * 72
	}
	limit := tallest
	asked := math.Max(f.Width.Points, f.Width.Part*b.width)
	if asked > 0 {
		width, limit = asked, tallestAsked
	}
	ratio := down / across
	width = math.Min(math.Min(width, b.width), b.sheet.textHeight()*limit/ratio)
	if width < asked-0.5 {
		b.problems.Add(widePicture.At(f.Span, int(width/72*25.4)))
	}
	b.checkDensity(f, across, width)
	return width, width * ratio
}

// checkDensity reports a picture of so few pixels across that they show.
func (b *builder) checkDensity(f *brief.Figure, across, width float64) {
	if dpi := across / width * 72; !f.Picture.Drawn() && dpi < coarsest-1 {
		b.problems.Add(coarsePicture.At(f.Span, f.Picture.File.Name, int(dpi)))
	}
}

// fullBleed is the size of a picture from edge to edge of the page and over the bleed
// on both sides. It is false of one that is not asked to, or cannot: within something
// that is narrower than the column, and where it would be too high for the page.
func (b *builder) fullBleed(f *brief.Figure) (width, height float64, ok bool) {
	if !f.FullBleed {
		return 0, 0, false
	}
	across, down := b.sizeOf(f.Picture)
	across *= 1 - f.Crop.Left - f.Crop.Right
	down *= 1 - f.Crop.Top - f.Crop.Bottom
	width = b.sheet.Width + 2*b.sheet.Bleed
	height = width * down / across
	if b.inNote || b.width < b.sheet.Measure()-0.01 || height > b.sheet.textHeight()*tallestAsked {
		b.problems.Add(notFullBleed.At(f.Span))
		return 0, 0, false
	}
	b.checkDensity(f, across, width)
	return width, height, true
}

// pictureOf is the picture of a figure, its top at y = 0, with its height: in the middle
// of the column, at the side where lines begin where captions stand above, or from edge to
// edge of the page. element is its own, or 0.
func (b *builder) pictureOf(f *brief.Figure, element, slot page.Ref) (c content, height float64) {
	into, x := &c, 0.0
	width, height, ok := b.fullBleed(f)
	if ok {
		c.edge = &content{}
		into, x = c.edge, -b.sheet.Bleed
	} else {
		width, height = b.pictureSize(f)
		x = b.x + (b.width-width)/2
		if b.theme.Captions == theme.CaptionsAbove { // it stands under its title
			x = b.x
			if b.rtl {
				x += b.width - width
			}
		}
	}
	into.items = b.picture(f.Picture, f.Crop, x, width, height, slot, f.Span)
	if element != 0 {
		into.figures = []figureBox{{element, x, 0, width, height}}
	}
	return c, height
}

// decoration sets a picture that is no content (ISO 32000-1 §14.8.2.2).
func (b *builder) decoration(f *brief.Figure) (picture node, below []node) {
	c, height := b.pictureOf(f, 0, 0)
	items := c.items
	if c.edge != nil {
		items = c.edge.items
	}
	for i := range items {
		items[i].Slot, items[i].Artifact = 0, page.LayoutArtifact
	}
	return node{kind: boxNode, height: height, content: c}, b.apart(func() {
		b.sourceLine(f.Source, b.parent)
		b.credit(f.Credit, b.parent)
	})
}

// credit sets who made a picture, smaller than its source.
func (b *builder) credit(content []brief.Inline, parent page.Ref) {
	if len(content) == 0 {
		return
	}
	small := b.theme.Caption
	small.Size *= 0.8
	small.Leading *= 0.85
	small.Color = b.theme.Colors.Muted
	b.stack(b.spans(content, small, b.tree.Add(parent, page.Paragraph)), text{style: small, align: b.captionAlign(), keepLines: true})
}

// family returns the family to set a text of a drawing in: the one it asks for,
// where that is there, or the charts' own.
func (b *builder) family(wanted string, place source.Span) string {
	switch wanted {
	case "", "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-sans-serif", "ui-serif", "inherit":
		return b.theme.Chart.Family
	}
	if _, ok := b.options.Library.Face(wanted, false); ok {
		return wanted
	}
	key := missingFamily{wanted, place}
	if !b.missingFamilies[key] {
		if b.missingFamilies == nil {
			b.missingFamilies = map[missingFamily]bool{}
		}
		b.missingFamilies[key] = true
		b.problems.Add(otherFamily.At(place, wanted, b.theme.Chart.Family))
	}
	return b.theme.Chart.Family
}

// A missingFamily is one that a picture asks for and that is not there.
type missingFamily struct {
	name  string
	place source.Span
}
