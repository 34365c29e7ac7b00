package theme

import (
	"fmt"
	"image/color"

	"warraq/input/tree"
)

// sizes are the sheets that have a name (ISO 216; ANSI letter).
func sizes() map[string][2]float64 {
	return map[string][2]float64{
		"A4": {595.276, 841.89}, "A5": {419.528, 595.276}, "B5": {498.898, 708.661}, "Letter": {612, 792},
	}
}

// readPage reads the sheet. A new size without margins keeps the margins in
// proportion.
func (r *reader) readPage(n *tree.Node) {
	p := &r.t.Page
	if size := n.Get("size"); size != nil {
		if name := r.choice("size", size, "A4", "A5", "B5", "Letter"); name != "" {
			r.resize(sizes()[name])
		}
	}
	const widest = 14400 // the largest page of PDF (ISO 32000-1, annex C)
	r.fields(n, "page", map[string]field{
		"size":  func(*tree.Node) {},
		"width": r.length("width", &p.Width, 72, widest), "height": r.length("height", &p.Height, 72, widest),
		"top": r.length("top", &p.Top, 0, widest), "bottom": r.length("bottom", &p.Bottom, 0, widest),
		"inner": r.length("inner", &p.Inner, 0, widest), "outer": r.length("outer", &p.Outer, 0, widest),
		"mirrored": r.flag("mirrored", &p.Mirrored),
		"head":     r.length("head", &p.Head, 0, 400), "foot": r.length("foot", &p.Foot, 0, 400),
		"bleed": r.length("bleed", &p.Bleed, 0, 72), "crop-marks": r.flag("crop-marks", &p.CropMarks),
	})
}

func (r *reader) resize(sheet [2]float64) {
	p := &r.t.Page
	if p.Width > 0 {
		x, y := sheet[0]/p.Width, sheet[1]/p.Height
		p.Inner, p.Outer, p.Top, p.Bottom = p.Inner*x, p.Outer*x, p.Top*y, p.Bottom*y
	}
	p.Width, p.Height = sheet[0], sheet[1]
}

func (r *reader) textFields(name string, t *Text) map[string]field {
	return map[string]field{
		"face": func(n *tree.Node) {
			switch family := r.word(name+".face", n); family {
			case "":
			case "text":
				t.Family, t.face = r.t.Faces.Text, family
			case "modern":
				t.Family, t.face = r.t.Faces.Modern, family
			case "mono":
				t.Family, t.face = r.t.Faces.Mono, family
			default:
				t.Family, t.face = family, ""
				r.t.Families[family] = n.Span
			}
		},
		"bold": r.flag(name+".bold", &t.Bold),
		"size": r.length(name+".size", &t.Size, 4, 144), "leading": r.length(name+".leading", &t.Leading, 4, 300),
		"color": func(n *tree.Node) {
			if c, called, ok := r.color(name+".color", n); ok {
				t.Color, t.color = c, called
			}
		},
	}
}

func (r *reader) readTexts(n *tree.Node) {
	fields := map[string]field{}
	for name, text := range r.t.named() {
		fields[name] = func(n *tree.Node) { r.fields(n, name, r.textFields(name, text)) }
	}
	r.fields(n, "text", fields)
}

func (r *reader) readHeadings(n *tree.Node) {
	if n.Kind != tree.Sequence || len(n.Items) > len(r.t.Headings) {
		r.problems.Add(wrongType.At(n.Span, "headings", upToSix))
		return
	}
	for i := range n.Items {
		h := &r.t.Headings[i]
		name := headingName(i)
		fields := r.textFields(name, &h.Text)
		fields["before"] = r.length(name+".before", &h.Before, 0, 300)
		fields["after"] = r.length(name+".after", &h.After, 0, 300)
		fields["rule"] = r.flag(name+".rule", &h.Rule)
		r.fields(&n.Items[i], name, fields)
	}
}

// headingName is how a heading is called in messages; levels count from 1.
func headingName(i int) string { return fmt.Sprintf("headings[%d]", i+1) }

func (r *reader) readSpace(n *tree.Node) {
	s := &r.t.Space
	fields := map[string]field{}
	for name, to := range map[string]*float64{
		"paragraph": &s.Paragraph, "indent": &s.Indent, "block": &s.Block, "list-item": &s.ListItem, "list-indent": &s.ListIndent,
		"quote-indent": &s.QuoteIndent, "box-padding": &s.BoxPadding, "note": &s.Note, "note-rule": &s.NoteRule,
		"cell": &s.Cell, "row": &s.Row,
	} {
		fields[name] = r.length(name, to, 0, 200)
	}
	r.fields(n, "space", fields)
}

func (r *reader) readPalette(n *tree.Node) {
	if n.Kind != tree.Sequence || len(n.Items) == 0 {
		r.problems.Add(wrongType.At(n.Span, "palette", colors))
		return
	}
	var palette []color.NRGBA
	for i := range n.Items {
		if c, _, ok := r.color("palette", &n.Items[i]); ok {
			palette = append(palette, c)
		}
	}
	if len(palette) == len(n.Items) {
		r.t.Palette = palette
		r.checkPalette(n)
	}
}

func (r *reader) readKashida(n *tree.Node) {
	if k := r.choice("kashida", n, string(NaskhKashida), string(SimpleKashida), string(NoKashida)); k != "" {
		r.t.Kashida = Kashida(k)
	}
}

func (r *reader) readChapters(n *tree.Node) {
	if c := r.choice("chapters", n, string(ContinuedChapters), string(PageChapters), string(RectoChapters)); c != "" {
		r.t.Chapters = Chapters(c)
	}
}

func (r *reader) readCaptions(n *tree.Node) {
	if c := r.choice("captions", n, string(CaptionsBelow), string(CaptionsAbove)); c != "" {
		r.t.Captions = Captions(c)
	}
}

// readCover reads the look of covers. Band and ground are of a plain one, which a theme
// that has them and names no style asks for.
func (r *reader) readCover(n *tree.Node) {
	c := &r.t.Cover
	if n.Get("style") == nil && (n.Get("band") != nil || n.Get("ground") != nil) {
		c.Style = PlainCover
	}
	set := func(key string, to *color.NRGBA) field {
		return func(n *tree.Node) {
			if color, _, ok := r.color("cover."+key, n); ok {
				*to = color
			}
		}
	}
	r.fields(n, "cover", map[string]field{
		"style": func(n *tree.Node) {
			if s := r.choice("cover.style", n, string(FieldCover), string(PatternCover), string(PlainCover)); s != "" {
				c.Style = CoverStyle(s)
			}
		},
		"color": set("color", &c.Color), "ink": set("ink", &c.Ink), "mark": set("mark", &c.Mark),
		"band": r.length("band", &c.Band, 0, 400), "ground": r.flag("ground", &c.Ground),
	})
}

// CalloutKinds lists the kinds of callout that a theme may colour.
func CalloutKinds() []string {
	return []string{"key", "note", "tip", "important", "warning", "caution"}
}

func (r *reader) readCallouts(n *tree.Node) {
	fields := map[string]field{}
	for _, kind := range CalloutKinds() {
		fields[kind] = func(n *tree.Node) {
			c := r.t.callouts[kind]
			set := func(key string, to *color.NRGBA) field {
				return func(n *tree.Node) {
					if color, _, ok := r.color(kind+"."+key, n); ok {
						*to = color
					}
				}
			}
			r.fields(n, kind, map[string]field{"color": set("color", &c.Color), "ground": set("ground", &c.Ground)})
			if r.t.callouts == nil {
				r.t.callouts = map[string]Callout{}
			}
			r.t.callouts[kind] = c
		}
	}
	r.fields(n, "callouts", fields)
}
