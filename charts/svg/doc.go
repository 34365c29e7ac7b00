// Package svg reads the small grammars of SVG, which whoever draws one has to
// read: numbers, colours, transforms, path data and basic shapes, as outlines
// in plain points.
package svg
