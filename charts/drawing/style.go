package drawing

import (
	"errors"
	"image/color"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// A style is what an element inherits and sets.
type style struct {
	matrix svg.Matrix
	clip   *scene.Path
	// clipped is set under a clip-path: the edge of the picture is also a clip.
	clipped                    bool
	fill, stroke               string
	color                      color.NRGBA // currentColor
	fillOpacity, strokeOpacity float64
	opacity                    float64 // of the element itself
	strokeWidth                float64
	thin                       bool // vector-effect: non-scaling-stroke
	strokeFirst                bool // paint-order
	dash                       []float64
	dashOffset                 float64
	cap, join                  int
	miter                      float64
	evenOdd, clipEvenOdd       bool
	hidden, gone               bool
	fontSize                   float64
	bold                       bool
	family                     string
	anchor                     int // start, middle, end
	baseline                   string
	direction                  string // as set, or empty
	preserve                   bool   // white space
	// markers stand at the start, middle and end of lines; empty for none.
	markers [3]string
	// contextFill and contextStroke are the paints of the line that a marker
	// stands on.
	contextFill, contextStroke string
}

// initialStyle holds the initial values of SVG 1.1 §11.
func initialStyle() style {
	return style{
		matrix: svg.Identity(), fill: "black", stroke: "none", color: color.NRGBA{A: 255},
		fillOpacity: 1, strokeOpacity: 1, opacity: 1, strokeWidth: 1, miter: 4, fontSize: defaultSize,
	}
}

// style returns the style of an element within that of its parent: what its
// attributes say, then stylesheets, then its own style attribute (SVG 1.1 §6.4).
func (r *reader) style(n *node, parent style) style {
	s := parent
	s.opacity, s.baseline = 1, ""
	if n.name == "tspan" {
		s.baseline = parent.baseline
	}
	var clip string
	var all []declaration
	for _, a := range n.attrs {
		switch {
		case a.Name.Space == xmlSpace && a.Name.Local == "space":
			s.preserve = a.Value == "preserve"
		case a.Name.Space != "":
		case a.Name.Local == "style" || a.Name.Local == "class" || a.Name.Local == "transform":
		default:
			all = append(all, declaration{name: a.Name.Local, value: strings.TrimSpace(a.Value), attribute: true})
		}
	}
	all = append(all, r.styled(n)...)
	all = append(all, r.declarations(n, n.attr("style"))...)
	// The font's size and the colour come first: other values are relative to
	// them.
	for _, pass := range [...]func(declaration) bool{
		func(d declaration) bool { return d.name == "font-size" || d.name == "color" },
		func(d declaration) bool { return d.name != "font-size" && d.name != "color" },
	} {
		for _, important := range [...]bool{false, true} {
			for _, d := range all {
				if d.important != important || !pass(d) || d.value == "inherit" || d.value == "" {
					continue
				}
				if d.name == "clip-path" {
					clip = d.value
					continue
				}
				if d.name == "transform" {
					r.transform(n, &s, parent, d.value)
					continue
				}
				r.property(n, &s, parent, d)
			}
		}
	}
	if v := n.attr("transform"); v != "" {
		r.transform(n, &s, parent, v)
	}
	if clip != "" && clip != "none" {
		r.clipTo(n, &s, clip)
	}
	return s
}

func (r *reader) transform(n *node, s *style, parent style, value string) {
	if value == "none" {
		return
	}
	m, err := svg.ParseTransform(value)
	if err != nil {
		r.refuseValue(n, "transform", value)
	}
	s.matrix = parent.matrix.Times(m)
}

// geometry names the attributes that elements read for themselves, and harmless
// those that change nothing on paper.
const (
	geometry = " d points x y width height rx ry cx cy r x1 y1 x2 y2 dx dy id href viewBox preserveAspectRatio " +
		"version baseProfile offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod fx fy fr " +
		"markerWidth markerHeight markerUnits refX refY orient clipPathUnits type media requiredFeatures requiredExtensions systemLanguage "
	harmless = " pointer-events cursor shape-rendering text-rendering image-rendering color-rendering " +
		"color-interpolation color-interpolation-filters color-profile enable-background zoomAndPan " +
		"contentScriptType contentStyleType role lang tabindex focusable overflow clip isolation will-change target " +
		"rel download title name font-style font-stretch font-kerning font-feature-settings font-variant-ligatures " +
		"font-variant-caps font-variant-numeric font-variant-east-asian font-variant-position font-variant-alternates " +
		"font-variation-settings font-optical-sizing font-language-override line-height text-align text-indent unicode-bidi " +
		"flood-color flood-opacity lighting-color solid-color solid-opacity color-scheme xmlns max-width max-height " +
		"glyph-orientation-vertical glyph-orientation-horizontal text-orientation text-overflow " +
		"-webkit-font-smoothing -webkit-text-stroke-width user-select outline display-align "
)

// plain names the properties that only some values leave as they are.
func plain(name, value string) (known, fine bool) {
	switch name {
	case "filter", "mask", "mask-image", "text-decoration",
		"text-decoration-line", "backdrop-filter", "shape-inside", "pathLength", "textLength", "animation", "transition", "inline-size":
		return true, value == "none" || value == "auto" || value == "0"
	case "mix-blend-mode", "font-variant", "letter-spacing", "word-spacing", "font-size-adjust", "baseline-shift", "text-transform":
		n, err := svg.ParseLength(value)
		return true, value == "normal" || value == "none" || value == "baseline" || err == nil && n == 0
	case "writing-mode":
		return true, value == "lr-tb" || value == "lr" || value == "rl" || value == "rl-tb" || value == "horizontal-tb"
	case "lengthAdjust":
		return true, true
	case "rotate":
		return true, value == "0"
	}
	return false, false
}

var errProperty = errors.New("not a value")

// property sets one property, or reports that it cannot be kept.
func (r *reader) property(n *node, s *style, parent style, d declaration) {
	name, value := d.name, d.value
	length := func(a axis) (float64, error) { return r.length(value, a, s.fontSize) }
	var err error
	switch name {
	case "fill":
		s.fill, err = paintOf(fromContext(value, parent))
	case "stroke":
		s.stroke, err = paintOf(fromContext(value, parent))
	case "color":
		if value != "currentColor" {
			s.color, err = colorOf(value)
		}
	case "background", "background-color":
		// It shows on the whole picture alone.
		if n.parent == nil && value != "none" {
			r.ground, err = colorOf(value)
		}
	case "fill-opacity":
		s.fillOpacity, err = fraction(value)
	case "stroke-opacity":
		s.strokeOpacity, err = fraction(value)
	case "opacity":
		s.opacity, err = fraction(value)
	case "stroke-width":
		if s.strokeWidth, err = length(diagonal); s.strokeWidth < 0 {
			err = errProperty
		}
	case "stroke-dasharray":
		s.dash, err = r.dash(value, s.fontSize)
	case "stroke-dashoffset":
		s.dashOffset, err = length(diagonal)
	case "stroke-linecap":
		s.cap, err = choose(value, "butt", "round", "square")
	case "stroke-linejoin":
		if value == "miter-clip" || value == "arcs" {
			value = "miter"
		}
		s.join, err = choose(value, "miter", "round", "bevel")
	case "stroke-miterlimit":
		if s.miter, err = svg.ParseLength(value); s.miter < 1 {
			err = errProperty
		}
	case "fill-rule":
		err = setRule(&s.evenOdd, value)
	case "clip-rule":
		err = setRule(&s.clipEvenOdd, value)
	case "marker":
		s.markers = [3]string{markerOf(value), markerOf(value), markerOf(value)}
	case "marker-start":
		s.markers[markerStart] = markerOf(value)
	case "marker-mid":
		s.markers[markerMid] = markerOf(value)
	case "marker-end":
		s.markers[markerEnd] = markerOf(value)
	case "vector-effect":
		var i int
		i, err = choose(value, "none", "non-scaling-stroke")
		s.thin = i == 1
	case "paint-order":
		s.strokeFirst = strings.HasPrefix(value, "stroke")
	case "display":
		s.gone = value == "none"
	case "visibility":
		s.hidden = value == "hidden" || value == "collapse"
	case "font-size":
		s.fontSize, err = r.fontSize(value, parent.fontSize)
	case "font-weight":
		s.bold = value == "bold" || value == "bolder" || len(value) == 3 && value >= "600"
	case "font-family":
		s.family = firstFamily(value)
	case "font":
		r.refuse(n, "font: "+value)
	case "text-anchor":
		s.anchor, err = choose(value, "start", "middle", "end")
	case "dominant-baseline", "alignment-baseline":
		s.baseline = value
	case "direction":
		if s.direction = value; value != "rtl" && value != "ltr" {
			err = errProperty
		}
	case "white-space":
		s.preserve = strings.HasPrefix(value, "pre") || value == "break-spaces"
	default:
		r.other(n, d)
	}
	if err != nil {
		r.refuseValue(n, name, value)
	}
}

// other passes over what does not show, and reports what does.
func (r *reader) other(n *node, d declaration) {
	name, value := d.name, d.value
	if known, fine := plain(name, value); known {
		if !fine {
			r.refuseOrExternal(n, name, value)
		}
		return
	}
	word := " " + name + " "
	switch {
	case strings.Contains(geometry, word) && (d.attribute || n.name == "svg"), strings.Contains(harmless, word),
		strings.HasPrefix(name, "data-"), strings.HasPrefix(name, "aria-"), strings.HasPrefix(name, "-inkscape"),
		strings.HasPrefix(name, "-webkit-"), strings.HasPrefix(name, "-moz-"), strings.HasPrefix(name, "--"):
	default:
		r.refuse(n, name)
	}
}

// refuseOrExternal reports a property, as one that reaches out of the file where
// it does.
func (r *reader) refuseOrExternal(n *node, name, value string) {
	if rest, ok := strings.CutPrefix(value, "url("); ok && !strings.HasPrefix(strings.Trim(rest, ` '"`), "#") {
		r.tell(external, n, value, svg.Shorten(value))
		return
	}
	r.refuse(n, name)
}

// paintOf reads a paint as far as it can be read without its element: none,
// currentColor, a colour, or the url of a gradient, perhaps with a fallback.
func paintOf(value string) (string, error) {
	if value == "none" || value == "currentColor" || value == "currentcolor" || strings.HasPrefix(value, "url(") {
		return value, nil
	}
	if _, err := colorOf(value); err != nil {
		return "none", err
	}
	return value, nil
}

// fromContext replaces the paints that a marker takes from its line.
func fromContext(value string, s style) string {
	switch {
	case value == "context-fill" && s.contextFill != "":
		return s.contextFill
	case value == "context-stroke" && s.contextStroke != "":
		return s.contextStroke
	}
	return value
}

// markerOf is the value of a marker property, empty for none.
func markerOf(value string) string {
	if value == "none" {
		return ""
	}
	return value
}

// colorOf reads a colour. An ICC colour stands behind the sRGB one that it
// refines, and paper is a light ground.
func colorOf(value string) (color.NRGBA, error) {
	value, _, _ = strings.Cut(value, " icc-color")
	if inner, ok := strings.CutPrefix(value, "light-dark("); ok {
		depth := 0
		for i, c := range inner {
			if c == '(' {
				depth++
			} else if c == ')' {
				depth--
			} else if c == ',' && depth == 0 {
				return svg.ParseColor(inner[:i])
			}
		}
	}
	return svg.ParseColor(value)
}

func choose(value string, choices ...string) (int, error) {
	for i, choice := range choices {
		if value == choice {
			return i, nil
		}
	}
	return 0, errProperty
}

func setRule(evenOdd *bool, value string) error {
	i, err := choose(value, "nonzero", "evenodd")
	*evenOdd = i == 1
	return err
}

// dash reads a dash pattern; one that would draw less than can be seen leaves
// the line whole.
func (r *reader) dash(value string, em float64) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	var all []float64
	sum := 0.0
	for _, word := range strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' }) {
		v, err := r.length(word, diagonal, em)
		if err != nil {
			return nil, err
		}
		if v < 0 || len(all) == 64 {
			return nil, errProperty
		}
		all = append(all, v)
		sum += v
	}
	if sum < 0.05 {
		return nil, nil
	}
	return all, nil
}

func (r *reader) fontSize(value string, parent float64) (float64, error) {
	if i, err := choose(value, "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"); err == nil {
		return [...]float64{9, 10, 13, 16, 18, 24, 32}[i], nil // CSS Fonts 3 §3.5
	}
	switch value {
	case "smaller":
		return parent / 1.2, nil
	case "larger":
		return parent * 1.2, nil
	}
	if percent, ok := strings.CutSuffix(value, "%"); ok {
		v, err := svg.ParseLength(percent)
		return v / 100 * parent, err
	}
	v, err := r.length(value, across, parent)
	if err == nil && v < 0 {
		err = errLength
	}
	return v, err
}

// firstFamily is the first of a list of families, without quotes.
func firstFamily(value string) string {
	first, _, _ := strings.Cut(value, ",")
	return strings.Trim(strings.TrimSpace(first), `'"`)
}
