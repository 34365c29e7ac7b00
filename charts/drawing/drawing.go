// Package drawing reads SVG pictures of any maker into scenes: vectors and real
// text, to be set in the report's own faces. What it does not know it reports,
// at its line of the file, since what is left out in silence is a picture that
// says something else. Nothing outside the file is ever read.
package drawing

import (
	"context"
	"crypto/sha256"
	"image/color"

	"warraq/charts/memo"
	"warraq/charts/scene"
	"warraq/charts/svg"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// Limits of a picture; what real ones have is far below.
const (
	maxBytes    = 8 << 20
	maxNodes    = 200_000
	maxDepth    = 64
	maxDrawn    = 100_000   // elements drawn, each use of one counted
	maxPoints   = 1_000_000 // of outlines and their clips
	maxUse      = 12        // uses within uses
	maxRules    = 5_000     // of stylesheets
	maxTried    = 2_000_000 // rules tried on elements, and their declarations
	maxSide     = 14_400    // points of width and height (ISO 32000-1 annex C)
	maxPlace    = 1_000_000 // of a coordinate, in points, before it is clipped
	pixel       = 0.75      // points in a CSS pixel
	defaultSize = 16        // pixels, CSS "medium"
)

// Read reads an SVG file. Place is where the brief names it, for problems that
// concern the file as a whole. The scene is nil where a problem is an error.
func Read(f *source.File, place source.Span) (*scene.Scene, problem.List) {
	if len(f.Data) > maxBytes {
		return nil, problem.List{tooComplex.At(place, f.Name)}
	}
	r := &reader{file: f, place: place, ids: map[string]*node{}, told: map[string]bool{}}
	root := r.parse()
	if root == nil {
		return nil, r.problems
	}
	r.collect(root)
	if r.failed {
		return nil, r.problems
	}
	r.draw(root)
	if r.problems.HasErrors() {
		return nil, r.problems
	}
	return r.scene, r.problems
}

// A Memo keeps what drawings without any problem draw, under the sum of the file.
type Memo = memo.Memo[[sha256.Size]byte, *scene.Scene]

// NewMemo returns a memo of at most so many bytes.
func NewMemo(limit int) *Memo { return memo.New[[sha256.Size]byte, *scene.Scene](limit) }

// ReadAll reads the drawings among the pictures of a brief. Those that are kept
// already are not read again; kept may be nil. What has an error has
// no scene, and its problems are told with those of the others. The error is
// that of ctx.
func ReadAll(ctx context.Context, pictures []*brief.Picture, kept *Memo) (map[*brief.Picture]*scene.Scene, problem.List, error) {
	scenes := map[*brief.Picture]*scene.Scene{}
	var problems problem.List
	for _, p := range pictures {
		if !p.Drawn() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, problems, err
		}
		var sum [sha256.Size]byte
		if kept != nil {
			sum = sha256.Sum256(p.File.Data)
		}
		if s, ok := kept.Get(sum); ok {
			scenes[p] = s
			continue
		}
		s, found := Read(p.File, p.Span)
		problems.Add(found...)
		if s == nil {
			continue
		}
		scenes[p] = s
		if len(found) == 0 {
			kept.Put(sum, s, s.Bytes())
		}
	}
	return scenes, problems, nil
}

// reader is one file being read.
type reader struct {
	file     *source.File
	place    source.Span
	problems problem.List
	told     map[string]bool
	// failed is set where reading cannot go on.
	failed bool
	ids    map[string]*node
	sheet  sheet
	scene  *scene.Scene
	// drawn and points are counted against their limits.
	drawn, points int
	uses          int
	// view is the viewport of the innermost svg element, in user units, that
	// percentages are of; unit is a point in those of the root.
	view viewport
	// ground is the colour of the whole picture's background.
	ground color.NRGBA
}

type viewport struct{ width, height float64 }

// tell reports a problem of an element, once for each feature: a file that uses
// a filter a hundred times is mended in one place, the program that made it.
func (r *reader) tell(k problem.Kind, n *node, feature string, args ...any) {
	key := k.Code + "\x00" + feature
	if r.told[key] {
		return
	}
	r.told[key] = true
	r.problems.Add(k.At(r.span(n.start, n.end), args...))
}

// refuse reports a feature that a scene cannot hold.
func (r *reader) refuse(n *node, feature string) {
	r.tell(unsupported, n, feature, svg.Shorten(feature))
}

// refuseValue reports a value that cannot be read.
func (r *reader) refuseValue(n *node, name, value string) {
	r.tell(badValue, n, name+"="+value, name, svg.Shorten(value))
}

func (r *reader) span(start, end int) source.Span {
	return source.Span{File: r.file, Start: start, End: end}
}

// collect finds what other elements refer to, and reads the stylesheets.
func (r *reader) collect(n *node) {
	if id := n.attr("id"); id != "" && r.ids[id] == nil {
		r.ids[id] = n
	}
	if n.name == "style" {
		r.stylesheet(n)
	}
	for _, child := range n.children {
		r.collect(child)
	}
}

// draw sizes the scene and draws the root into it.
func (r *reader) draw(root *node) {
	box, hasBox := r.viewBox(root)
	base := viewport{box.width, box.height}
	width, okWidth := r.size(root, "width", base)
	height, okHeight := r.size(root, "height", base)
	switch {
	case okWidth && okHeight:
	case !hasBox:
		r.problems.Add(noSize.At(r.span(root.start, root.end), r.file.Name))
		return
	case okWidth:
		height = width * box.height / box.width
	case okHeight:
		width = height * box.width / box.height
	default:
		width, height = box.width, box.height
	}
	// Written so that NaN fails.
	if !(width > 0 && height > 0 && width*pixel <= maxSide && height*pixel <= maxSide) {
		r.problems.Add(noSize.At(r.span(root.start, root.end), r.file.Name))
		return
	}
	r.scene = &scene.Scene{Width: svg.Round(width * pixel), Height: svg.Round(height * pixel)}
	s := initialStyle()
	s.matrix = svg.Scaling(pixel, pixel)
	s = r.style(root, s)
	r.view = viewport{width, height}
	if hasBox {
		s.matrix = s.matrix.Times(r.fit(root, box, width, height))
		r.view = viewport{box.width, box.height}
	}
	edge := svg.Rectangle(0, 0, r.scene.Width, r.scene.Height)
	s.clip = &scene.Path{Verbs: edge.Verbs, Points: edge.Points}
	if r.ground.A > 0 {
		r.add(root, &scene.Path{Verbs: edge.Verbs, Points: edge.Points, Fill: &r.ground})
	}
	r.children(root, s)
}

// size reads the width or height of the root; a percentage or none leaves it to
// the viewBox.
func (r *reader) size(n *node, name string, base viewport) (float64, bool) {
	value := n.attr(name)
	if value == "" || value == "auto" || value[len(value)-1] == '%' {
		return 0, false
	}
	r.view = base
	v, err := r.length(value, across, defaultSize)
	if err != nil {
		r.refuseValue(n, name, value)
		return 0, false
	}
	return v, true
}
