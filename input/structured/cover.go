package structured

import (
	"slices"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

var (
	coverWithoutPicture = problem.Kind{
		Code: "cover-without-picture", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» يخصّ صورة الغلاف، ولا تُطبع عليه صورة", EN: "“%s” is about the picture of the cover, and none is printed on it"},
		Advice:  problem.Text{AR: "سمِّ الصورة بالمفتاح picture، واكتب style: picture أو احذف style؛ أو احذف «%[1]s».", EN: "Name it by picture, with style: picture or without style; or leave “%[1]s” out."},
	}
)

// CoverStyles are the values of the key style.
func coverStyles() []string {
	return []string{string(brief.PictureCover), string(brief.FieldCover), string(brief.PatternCover), string(brief.PlainCover)}
}

func coverKeys() []string {
	return []string{"style", "picture", "alt", "crop", "decorative", "overlay", "credit"}
}

// cover reads whether there is a page for the title, and how it looks where the brief
// says more than that.
func (d *decoder) cover(n *tree.Node) *brief.Cover {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Mapping {
		if !isBool(n) {
			d.wrong(n, "cover", aCover)
			return nil
		}
		if !d.bool(n, "cover") {
			return nil
		}
		return &brief.Cover{Span: n.Span}
	}
	d.keys(n, "cover", coverKeys())
	c := &brief.Cover{
		Style:   brief.CoverStyle(d.choice(n.Get("style"), "style", coverStyles())),
		Picture: d.described(n), Credit: d.field(n.Get("credit"), "credit"), Span: n.Span,
	}
	c.Overlay, c.Asked = d.part(n.Get("overlay"), "overlay")
	switch {
	case c.Style == brief.PictureCover && c.Picture == nil:
		d.problems.Add(missingKey.At(n.Get("style").Span, "picture"))
	case c.Style == brief.PictureCover, c.Style == "" && c.Picture != nil:
		c.Style = brief.PictureCover
	default:
		for i := range n.Keys {
			if key := &n.Keys[i]; key.Text != "style" && slices.Contains(coverKeys(), key.Text) && n.Items[i].Kind != tree.Null {
				d.problems.Add(coverWithoutPicture.At(key.Span, key.Text))
			}
		}
		c.Picture = nil
	}
	return c
}

// part reads a number from 0 to 1, and its place where there is one.
func (d *decoder) part(n *tree.Node, key string) (float64, source.Span) {
	if n == nil || n.Kind == tree.Null {
		return 0, source.Span{}
	}
	if x := number(n); isNumber(n) && x >= 0 && x <= 1 {
		return x, n.Span
	}
	d.wrong(n, key, aPart)
	return 0, source.Span{}
}

// crop reads what is cut off a picture.
func (d *decoder) crop(n *tree.Node) brief.Crop {
	f := d.field(n, "crop")
	if f.Value == "" {
		return brief.Crop{}
	}
	c, problems := attribute.Crop(f.Value, f.Span)
	d.problems.Add(problems...)
	return c
}
