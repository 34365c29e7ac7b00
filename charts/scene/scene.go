// Package scene is a chart as vectors: plain data between the engine that drew
// it and the page it stands on.
//
// Lengths are points, x to the right and y down from the top left corner.
package scene

// A Scene is one drawn chart.
type Scene struct {
	Width, Height float64
	Items         []Item
}

// An Item is a path or a text: exactly one is set.
type Item struct {
	Path *Path
	Text *Text
}

// A Color is sRGB with an opacity; each 0 to 255.
type Color struct{ R, G, B, A uint8 }

// A Verb says what a segment draws and how many points it takes.
type Verb byte

// The verbs: MoveTo and LineTo take a point, CurveTo (cubic) three, Close none.
const (
	MoveTo  Verb = 'M'
	LineTo  Verb = 'L'
	CurveTo Verb = 'C'
	Close   Verb = 'Z'
)

// A Point in a scene.
type Point struct{ X, Y float64 }

// A Path is an outline with fill, stroke or both. Points holds the points of
// Verbs one after another.
type Path struct {
	Verbs  []Verb
	Points []Point
	// Fill is nil where nothing is filled; EvenOdd chooses the rule.
	Fill    *Color
	EvenOdd bool
	// Stroke is nil where nothing is stroked.
	Stroke     *Color
	Width      float64
	Dash       []float64
	DashOffset float64
	Cap, Join  int // as in PDF: 0 butt or miter, 1 round, 2 square or bevel
	// Clip, where set, is a closed outline that bounds what is painted.
	Clip *Path
}

// Anchor is the part of a text that stands at X.
type Anchor int

// The anchors are places on the page, not in the text's direction.
const (
	Left Anchor = iota
	Middle
	Right
)

// A Text is one line at a place. Y is the baseline. Rotation is degrees
// clockwise about (X, Y).
type Text struct {
	X, Y     float64
	Anchor   Anchor
	Rotation float64
	Value    string
	// RTL is the base direction of the line (UAX #9 P3).
	RTL   bool
	Size  float64
	Bold  bool
	Color Color
}
