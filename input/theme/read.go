package theme

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/charts/scene"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

//go:embed bundled/*.yaml
var bundled embed.FS

// Names lists the bundled themes; the first is the default.
func Names() []string { return []string{"think-tank", "policy-brief", "print-press"} }

// Bundled returns the theme of that name, or the default for "".
func Bundled(name string) (*Theme, bool) {
	if name == "" {
		name = Names()[0]
	}
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	f, ok := Source(name)
	if !ok {
		return nil, false
	}
	t, problems := Read(f)
	return t, !problems.HasErrors()
}

// Source returns the file of a bundled theme.
func Source(name string) (*source.File, bool) {
	data, err := bundled.ReadFile("bundled/" + name + ".yaml")
	if err != nil {
		return nil, false
	}
	return &source.File{Name: name + ".yaml", Data: data}, true
}

// sizes are the sheets that have a name (ISO 216; ANSI letter).
func sizes() map[string][2]float64 {
	return map[string][2]float64{
		"A4": {595.276, 841.89}, "A5": {419.528, 595.276}, "B5": {498.898, 708.661}, "Letter": {612, 792},
	}
}

// Read reads a theme. What the file leaves out comes from the theme it extends,
// the default one where it names none. The theme is nil where the file cannot be
// read at all.
func Read(f *source.File) (*Theme, problem.List) { return read(f, 0) }

// read stops at one base upon another: a bundled theme extends the default at
// most.
func read(f *source.File, depth int) (*Theme, problem.List) {
	root, problems := tree.YAML(f)
	if root == nil {
		return nil, problems
	}
	r := &reader{problems: problems, colors: map[string]scene.Color{}, faces: map[string]string{}}
	if root.Kind != tree.Mapping {
		r.problems.Add(wrongShape.At(root.Span, f.Name, "a mapping"))
		return nil, r.problems
	}
	r.t = &Theme{}
	base := root.Get("extends")
	if base == nil && depth == 0 && root.Get("name") == nil {
		base = &tree.Node{Kind: tree.Scalar, Text: Names()[0], Span: root.Span}
	}
	if base != nil {
		file, ok := Source(base.Text)
		if !ok || depth > 1 {
			r.problems.Add(unknownBase.At(base.Span, base.Text, strings.Join(Names(), ", ")))
			return nil, r.problems
		}
		t, more := read(file, depth+1)
		if t == nil {
			return nil, append(r.problems, more...)
		}
		r.t = t
	}
	r.theme(root)
	r.check(root)
	return r.t, r.problems
}

// reader fills a theme.
type reader struct {
	t        *Theme
	problems problem.List
	colors   map[string]scene.Color
	faces    map[string]string
}

// fields reads the keys of a mapping, each by its own function.
func (r *reader) fields(n *tree.Node, name string, fields map[string]func(*tree.Node)) {
	if n.Kind != tree.Mapping {
		r.problems.Add(wrongShape.At(n.Span, name, "a mapping"))
		return
	}
	for i := range n.Keys {
		key := n.Keys[i].Text
		set, known := fields[key]
		if !known {
			names := make([]string, 0, len(fields))
			for k := range fields {
				names = append(names, k)
			}
			slices.Sort(names)
			r.problems.Add(unknownKey.At(n.Keys[i].Span, key, strings.Join(names, ", ")))
			continue
		}
		set(&n.Items[i])
	}
}

// theme reads faces and colours first: texts call them by name.
func (r *reader) theme(root *tree.Node) {
	t := r.t
	r.colors["ink"], r.colors["accent"], r.colors["muted"] = t.Colors.Ink, t.Colors.Accent, t.Colors.Muted
	r.colors["rule"], r.colors["tint"] = t.Colors.Rule, t.Colors.Tint
	r.faces["text"], r.faces["modern"] = t.Body.Family, t.Title.Family
	if n := root.Get("faces"); n != nil {
		r.readFaces(n)
	}
	if n := root.Get("colors"); n != nil {
		r.readColors(n)
	}
	skip := func(*tree.Node) {}
	r.fields(root, "theme", map[string]func(*tree.Node){
		"name": func(n *tree.Node) { t.Name = n.Text }, "extends": skip, "faces": skip, "colors": skip,
		"page": r.readPage, "text": r.readTexts, "headings": r.readHeadings, "space": r.readSpace,
		"palette": r.readPalette, "kashida": r.readKashida, "cover": r.readCover,
	})
}

func (r *reader) readFaces(n *tree.Node) {
	set := func(name string) func(*tree.Node) {
		return func(v *tree.Node) {
			old := r.faces[name]
			r.faces[name] = v.Text
			for _, text := range r.texts() {
				if old != "" && text.Family == old {
					text.Family = v.Text
				}
			}
		}
	}
	r.fields(n, "faces", map[string]func(*tree.Node){"text": set("text"), "modern": set("modern")})
}

func (r *reader) readColors(n *tree.Node) {
	c := &r.t.Colors
	set := func(name string, to *scene.Color) func(*tree.Node) {
		return func(v *tree.Node) {
			color, ok := r.color(v, name)
			if !ok {
				return
			}
			old := *to
			*to, r.colors[name] = color, color
			for _, text := range r.texts() {
				if old != (scene.Color{}) && text.Color == old {
					text.Color = color
				}
			}
		}
	}
	r.fields(n, "colors", map[string]func(*tree.Node){
		"ink": set("ink", &c.Ink), "accent": set("accent", &c.Accent), "muted": set("muted", &c.Muted),
		"rule": set("rule", &c.Rule), "tint": set("tint", &c.Tint),
	})
}

// color reads #rrggbb or the name of a colour of the theme.
func (r *reader) color(n *tree.Node, name string) (scene.Color, bool) {
	if c, ok := r.colors[n.Text]; ok && n.Kind == tree.Scalar {
		return c, true
	}
	s, isHex := strings.CutPrefix(n.Text, "#")
	v, err := strconv.ParseUint(s, 16, 32)
	if n.Kind != tree.Scalar || !isHex || len(s) != 6 || err != nil {
		r.problems.Add(wrongShape.At(n.Span, name, "#rrggbb"))
		return scene.Color{}, false
	}
	return scene.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}, true
}

// length reads points, or a number with mm or cm.
func (r *reader) length(name string, to *float64, low, high float64) func(*tree.Node) {
	return func(n *tree.Node) {
		s, factor := n.Text, 1.0
		for _, unit := range []struct {
			name   string
			factor float64
		}{{"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"pt", 1}} {
			if rest, ok := strings.CutSuffix(s, unit.name); ok {
				s, factor = strings.TrimSpace(rest), unit.factor
				break
			}
		}
		v, err := strconv.ParseFloat(s, 64)
		if n.Kind != tree.Scalar || err != nil {
			r.problems.Add(wrongShape.At(n.Span, name, "a length"))
			return
		}
		if v *= factor; !(v >= low && v <= high) {
			r.problems.Add(outOfRange.At(n.Span, name, low, high))
			return
		}
		*to = v
	}
}

func (r *reader) flag(name string, to *bool) func(*tree.Node) {
	return func(n *tree.Node) {
		switch n.Text {
		case "true":
			*to = true
		case "false":
			*to = false
		default:
			r.problems.Add(wrongShape.At(n.Span, name, "true or false"))
		}
	}
}

// readPage reads the sheet. A new size without margins keeps the margins in
// proportion.
func (r *reader) readPage(n *tree.Node) {
	p := &r.t.Page
	old := *p
	sized := func(width, height float64) {
		p.Width, p.Height = width, height
		if old.Width > 0 {
			x, y := width/old.Width, height/old.Height
			p.Inner, p.Outer, p.Top, p.Bottom = old.Inner*x, old.Outer*x, old.Top*y, old.Bottom*y
		}
	}
	if size := n.Get("size"); size != nil {
		if s, ok := sizes()[size.Text]; ok {
			sized(s[0], s[1])
		} else {
			r.problems.Add(unknownValue.At(size.Span, "size", size.Text, "A4, A5, B5, Letter"))
		}
	}
	const widest = 14400 // the largest page of PDF (ISO 32000-1, annex C)
	r.fields(n, "page", map[string]func(*tree.Node){
		"size":  func(*tree.Node) {},
		"width": r.length("width", &p.Width, 72, widest), "height": r.length("height", &p.Height, 72, widest),
		"top": r.length("top", &p.Top, 0, widest), "bottom": r.length("bottom", &p.Bottom, 0, widest),
		"inner": r.length("inner", &p.Inner, 0, widest), "outer": r.length("outer", &p.Outer, 0, widest),
		"mirrored": r.flag("mirrored", &p.Mirrored),
		"head":     r.length("head", &p.Head, 0, 400), "foot": r.length("foot", &p.Foot, 0, 400),
		"bleed": r.length("bleed", &p.Bleed, 0, 72), "crop-marks": r.flag("crop-marks", &p.CropMarks),
	})
}

// named are the texts of a theme by their keys.
func (t *Theme) named() map[string]*Text {
	return map[string]*Text{
		"body": &t.Body, "emphasis": &t.Emphasis, "code": &t.Code, "kind": &t.Kind, "title": &t.Title,
		"subtitle": &t.Subtitle, "byline": &t.Byline, "summary": &t.Summary, "contents-heading": &t.ContentsHeading,
		"contents": &t.Contents, "note": &t.Note, "caption": &t.Caption, "table": &t.Table, "chart": &t.Chart,
		"running-head": &t.RunningHead, "folio": &t.Folio, "bibliography": &t.BibliographyEntry,
	}
}

// Texts are all texts of a theme, those of headings last.
func (t *Theme) Texts() []*Text {
	named := t.named()
	names := make([]string, 0, len(named))
	for name := range named {
		names = append(names, name)
	}
	slices.Sort(names)
	texts := make([]*Text, 0, len(names)+len(t.Headings))
	for _, name := range names {
		texts = append(texts, named[name])
	}
	for i := range t.Headings {
		texts = append(texts, &t.Headings[i].Text)
	}
	return texts
}

func (r *reader) texts() []*Text { return r.t.Texts() }

func (r *reader) textFields(name string, t *Text) map[string]func(*tree.Node) {
	return map[string]func(*tree.Node){
		"face": func(n *tree.Node) {
			t.Family = n.Text
			if family, ok := r.faces[n.Text]; ok {
				t.Family = family
			}
		},
		"bold": r.flag("bold", &t.Bold),
		"size": r.length(name+".size", &t.Size, 4, 144), "leading": r.length(name+".leading", &t.Leading, 4, 300),
		"color": func(n *tree.Node) {
			if c, ok := r.color(n, name+".color"); ok {
				t.Color = c
			}
		},
	}
}

func (r *reader) readTexts(n *tree.Node) {
	fields := map[string]func(*tree.Node){}
	for name, text := range r.t.named() {
		fields[name] = func(n *tree.Node) { r.fields(n, name, r.textFields(name, text)) }
	}
	r.fields(n, "text", fields)
}

func (r *reader) readHeadings(n *tree.Node) {
	if n.Kind != tree.Sequence || len(n.Items) > len(r.t.Headings) {
		r.problems.Add(wrongShape.At(n.Span, "headings", "a list of up to 6"))
		return
	}
	for i := range n.Items {
		h := &r.t.Headings[i]
		name := fmt.Sprintf("headings[%d]", i+1)
		fields := r.textFields(name, &h.Text)
		fields["before"] = r.length(name+".before", &h.Before, 0, 300)
		fields["after"] = r.length(name+".after", &h.After, 0, 300)
		fields["rule"] = r.flag(name+".rule", &h.Rule)
		r.fields(&n.Items[i], name, fields)
	}
}

func (r *reader) readSpace(n *tree.Node) {
	s := &r.t.Space
	fields := map[string]func(*tree.Node){}
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
		r.problems.Add(wrongShape.At(n.Span, "palette", "a list of colours"))
		return
	}
	var palette []scene.Color
	for i := range n.Items {
		if c, ok := r.color(&n.Items[i], "palette"); ok {
			palette = append(palette, c)
		}
	}
	r.t.Palette = palette
}

func (r *reader) readKashida(n *tree.Node) {
	switch k := Kashida(n.Text); k {
	case NaskhKashida, SimpleKashida, NoKashida:
		r.t.Kashida = k
	default:
		r.problems.Add(unknownValue.At(n.Span, "kashida", n.Text, "naskh, simple, none"))
	}
}

func (r *reader) readCover(n *tree.Node) {
	r.fields(n, "cover", map[string]func(*tree.Node){
		"band": r.length("band", &r.t.Cover.Band, 0, 400), "ground": r.flag("ground", &r.t.Cover.Ground),
	})
}
