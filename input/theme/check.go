package theme

import (
	"math"

	"warraq/charts/scene"
	"warraq/input/source"
	"warraq/input/tree"
)

// leastContrast is that of text in general (WCAG 2.1, 1.4.3, level AA).
const leastContrast = 4.5

// check finds what no single key shows: text that cannot be read on its ground,
// and margins that leave no room.
func (r *reader) check(root *tree.Node) {
	p := r.t.Page
	if w, h := p.Measure(), p.Height-p.Top-p.Bottom; w < 72 || h < 72 {
		r.problems.Add(noRoom.At(place(root, "page"), w, h))
	}
	named := r.t.named()
	for _, name := range []string{
		"body", "emphasis", "code", "kind", "title", "subtitle", "byline", "summary", "contents-heading", "contents",
		"note", "caption", "table", "chart", "running-head", "folio", "bibliography",
	} {
		r.checkContrast(root, name, *named[name])
	}
	for i := range r.t.Headings {
		r.checkContrast(root, "headings", r.t.Headings[i].Text)
	}
	for name, c := range map[string]scene.Color{"accent": r.t.Colors.Accent} {
		r.checkContrast(root, name, Text{Color: c})
	}
}

func (r *reader) checkContrast(root *tree.Node, name string, t Text) {
	paper := scene.Color{R: 255, G: 255, B: 255, A: 255}
	c := math.Min(scene.Contrast(t.Color, paper), scene.Contrast(t.Color, r.t.Colors.Tint))
	if c < leastContrast {
		at := place(root, "text")
		if name == "headings" || root.Get("text") == nil {
			at = place(root, "headings")
		}
		if n := root.Get("text"); n != nil && n.Get(name) != nil {
			at = n.Get(name).Span
		} else if n := root.Get("colors"); n != nil {
			at = n.Span
		}
		r.problems.Add(lowContrast.At(at, name, c))
	}
}

func place(root *tree.Node, key string) source.Span {
	if n := root.Get(key); n != nil {
		return n.Span
	}
	return root.Span
}
