package theme

import (
	"embed"
	"image/color"
	"regexp"
	"slices"

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
	t, problems := read(f, 1)
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

// Read reads a theme. What the file leaves out comes from the theme it extends,
// the default one where it names none. The theme is nil where the file cannot be
// read at all.
func Read(f *source.File) (*Theme, problem.List) { return read(f, 0) }

// read counts bases: a user's theme stands on a bundled one at depth 1, which
// stands on the default one at most.
func read(f *source.File, depth int) (*Theme, problem.List) {
	root, problems := tree.YAML(f)
	if problems.HasErrors() {
		problems.Add(unquoted(f)...)
		return nil, problems
	}
	if root == nil {
		root = &tree.Node{Span: source.Span{File: f}}
	}
	r := &reader{problems: problems}
	if root.Kind != tree.Mapping && root.Kind != tree.Null {
		r.problems.Add(wrongType.At(root.Span, f.Name, aMapping))
		return nil, r.problems
	}
	base := Names()[0]
	if n := root.Get("extends"); n != nil {
		base = r.word("extends", n)
		if !slices.Contains(Names(), base) || depth > 1 {
			if base != "" {
				r.problems.Add(unknownBase.At(n.Span, base, problem.DidYouMean(base, Names())))
			}
			return nil, r.problems
		}
	} else if depth > 0 {
		base = "" // the default theme stands on nothing
	}
	r.t = &Theme{}
	if base != "" {
		file, _ := Source(base)
		t, more := read(file, depth+1)
		if t == nil {
			return nil, append(r.problems, more...)
		}
		r.t = t
	}
	r.t.Families = map[string]source.Span{}
	r.theme(root)
	r.check(root)
	return r.t, r.problems
}

var bareColor = regexp.MustCompile(`:[ \t]*(#[0-9A-Fa-f]{6})\b`)

// unquoted finds colours without quotes in a file that is no YAML: the rest of
// such a line is a comment, brackets and all, and the error shows far below.
func unquoted(f *source.File) problem.List {
	var problems problem.List
	for _, m := range bareColor.FindAllSubmatchIndex(f.Data, -1) {
		at := source.Span{File: f, Start: m[2], End: m[3]}
		problems.Add(wrongType.At(at, string(at.Text()), aColor))
	}
	return problems
}

// reader fills a theme.
type reader struct {
	t        *Theme
	problems problem.List
}

// A field reads the value of a key.
type field func(*tree.Node)

// fields reads the keys of a mapping, each by its own function. A mapping whose
// keys are all commented out is empty; a key of a single value must have it: an
// unquoted colour is a comment to YAML.
func (r *reader) fields(n *tree.Node, name string, fields map[string]field) {
	if n.Kind == tree.Null {
		return
	}
	if n.Kind != tree.Mapping {
		r.problems.Add(wrongType.At(n.Span, name, aMapping))
		return
	}
	for i := range n.Keys {
		key := &n.Keys[i]
		read, known := fields[key.Text]
		if !known {
			names := make([]string, 0, len(fields))
			for k := range fields {
				names = append(names, k)
			}
			slices.Sort(names)
			r.problems.Add(unknownKey.At(key.Span, key.Text, problem.DidYouMean(key.Text, names)))
			continue
		}
		read(&n.Items[i])
	}
}

// theme reads faces and colours first: texts call them by name.
func (r *reader) theme(root *tree.Node) {
	t := r.t
	for _, first := range []struct {
		key  string
		read field
	}{{"faces", r.readFaces}, {"colors", r.readColors}} {
		if n := root.Get(first.key); n != nil {
			first.read(n)
		}
	}
	skip := func(*tree.Node) {}
	r.fields(root, "theme", map[string]field{
		"name":    func(n *tree.Node) { t.Name = r.word("name", n) },
		"extends": skip, "faces": skip, "colors": skip,
		"page": r.readPage, "text": r.readTexts, "headings": r.readHeadings, "space": r.readSpace,
		"palette": r.readPalette, "kashida": r.readKashida, "loosest": r.factor("loosest", &t.Loosest, 1, 4), "chapters": r.readChapters, "captions": r.readCaptions, "cover": r.readCover, "callouts": r.readCallouts,
	})
}

// readFaces changes the family of every text that calls the face by its name.
func (r *reader) readFaces(n *tree.Node) {
	set := func(name string, to *string) field {
		return func(v *tree.Node) {
			family := r.word(name, v)
			if family == "" {
				return
			}
			*to = family
			r.t.Families[family] = v.Span
			for _, text := range r.t.Texts() {
				if text.face == name {
					text.Family = family
				}
			}
		}
	}
	f := &r.t.Faces
	r.fields(n, "faces", map[string]field{"text": set("text", &f.Text), "modern": set("modern", &f.Modern), "mono": set("mono", &f.Mono)})
}

// readColors changes the colour of every text that calls it by its name.
func (r *reader) readColors(n *tree.Node) {
	fields := map[string]field{}
	for name, to := range r.t.Colors.named() {
		fields[name] = func(v *tree.Node) {
			color, ok := r.hex(v)
			if !ok {
				r.problems.Add(wrongType.At(v.Span, name, aColor))
				return
			}
			*to = color
			for _, text := range r.t.Texts() {
				if text.color == name {
					text.Color = color
				}
			}
		}
	}
	r.fields(n, "colors", fields)
}

// named are the colours of a theme by their keys.
func (c *Colors) named() map[string]*color.NRGBA {
	return map[string]*color.NRGBA{"ink": &c.Ink, "accent": &c.Accent, "muted": &c.Muted, "rule": &c.Rule, "tint": &c.Tint}
}
