package typeset

import (
	"image/color"

	"warraq/charts/scene"
	"warraq/output/page"
)

// rectangle is a filled rectangle, an artifact of layout.
func rectangle(x, y, width, height float64, fill color.NRGBA) page.Item {
	return page.Item{Artifact: page.BackgroundArtifact, Path: &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close},
		Points: []scene.Point{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + height}, {X: x, Y: y + height}},
		Fill:   &fill,
	}}
}

// ruleItem is a horizontal rule whose middle is at y.
func ruleItem(x, y, length, weight float64, color color.NRGBA) page.Item {
	it := rectangle(x, y-weight/2, length, weight, color)
	it.Artifact = page.LayoutArtifact
	return it
}
