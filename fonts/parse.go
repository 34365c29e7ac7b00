package fonts

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// MaxFontSize is the largest font file a brief may bring, in bytes.
const MaxFontSize = 32 << 20

// A FaceError says why a font file can't be used.
type FaceError struct {
	// Name is the file's name as it was given.
	Name string
	// AR and EN say what is wrong, in Arabic and in English.
	AR, EN string
}

func (e *FaceError) Error() string { return e.Name + ": " + e.EN }

// parse reads a font file, the first face of a collection. It never panics: the
// library underneath trusts fonts more than we can.
func parse(name string, data []byte) (face *Face, err error) {
	defer func() {
		if r := recover(); r != nil {
			face, err = nil, damaged(name, fmt.Sprint(r))
		}
	}()
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil || len(loaders) == 0 {
		return nil, &FaceError{name, "ليس ملف خطّ بصيغة TrueType أو OpenType", "not a TrueType or OpenType font file"}
	}
	loader := loaders[0]
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, damaged(name, err.Error())
	}
	em := int(parsed.Upem())
	if em < 16 || em > 16384 { // OpenType 1.9, head
		return nil, damaged(name, fmt.Sprintf("%d units per em", em))
	}
	return newFace(name, data, parsed, nil), nil
}

// newFace returns the face of a parsed font, or an instance of it.
func newFace(name string, data []byte, parsed *font.Font, coordinates []font.VarCoord) *Face {
	f := &Face{Name: name, Data: data, UnitsPerEm: int(parsed.Upem()), font: parsed, coordinates: coordinates}
	f.outlines = f.instance()
	for i := range f.arabic {
		_, f.arabic[i] = parsed.NominalGlyph(0x600 + rune(i))
	}
	f.measure()
	return f
}

// instance returns the library's view of the face, with caches of its own.
func (f *Face) instance() *font.Face {
	face := font.NewFace(f.font)
	if f.coordinates != nil {
		face.SetCoords(f.coordinates)
	}
	return face
}

func damaged(name, detail string) *FaceError {
	return &FaceError{name, "ملف الخطّ تالف: " + detail, "the font file is damaged: " + detail}
}

// boldWeight is the least weight that counts as bold (OS/2 usWeightClass).
const boldWeight = 600

// describe reads the names and the weight of a face.
func (f *Face) describe() {
	loader := f.loader()
	if loader == nil {
		return
	}
	d, _ := font.Describe(loader, nil)
	f.Family = printable(d.Family)
	f.Bold = d.Aspect.Weight >= boldWeight
	f.Italic = d.Aspect.Style == font.StyleItalic
	if raw, err := loader.RawTable(opentype.MustNewTag("name")); err == nil {
		if names, _, err := tables.ParseName(raw); err == nil {
			f.Name = printable(names.Name(6))
		}
	}
}

// loader returns a reader of the face's tables, or nil.
func (f *Face) loader() *opentype.Loader {
	loaders, err := opentype.NewLoaders(bytes.NewReader(f.Data))
	if err != nil || len(loaders) == 0 {
		return nil
	}
	return loaders[0]
}

// printable drops what a name can't hold.
func printable(s string) string {
	var b []rune
	for _, r := range s {
		if unicode.IsPrint(r) && r != unicode.ReplacementChar {
			b = append(b, r)
		}
	}
	return string(b)
}

// measure reads the metrics of a face.
func (f *Face) measure() {
	em := float64(f.UnitsPerEm)
	if e, ok := f.outlines.FontHExtents(); ok {
		f.Ascent, f.Descent, f.LineGap = float64(e.Ascender)/em, -float64(e.Descender)/em, float64(e.LineGap)/em
	}
	f.XHeight = f.height(font.XHeight, 'x')
	f.CapHeight = f.height(font.CapHeight, 'H')
	f.DrawnX = f.drawn('x')
	f.Space = f.advance(' ')
	f.Fixed = f.Space > 0 && f.advance('i') == f.Space && f.advance('W') == f.Space
	if g, ok := f.font.NominalGlyph(tatweel); ok && len(f.Outline(uint32(g))) > 0 {
		f.Tatweel = max(0, float64(f.outlines.HorizontalAdvance(g))/em)
	}
	for _, feature := range []string{"jalt", "swsh"} { // justification alternates come first
		if tag := opentype.MustNewTag(feature); f.offers(tag) {
			f.Wider = append(f.Wider, uint32(tag))
		}
	}
}

// offers reports whether the face has a feature for Arabic letters, in any language.
func (f *Face) offers(feature opentype.Tag) bool {
	substitutions := &f.font.GSUB
	has := func(language tables.LangSys) bool {
		return slices.ContainsFunc(language.FeatureIndices, func(i uint16) bool {
			return int(i) < len(substitutions.Features) && substitutions.Features[i].Tag == feature
		})
	}
	i := substitutions.FindScript(opentype.MustNewTag("arab"))
	if i < 0 {
		i = substitutions.FindScript(opentype.MustNewTag("DFLT"))
	}
	if i < 0 {
		return false
	}
	script := &substitutions.Scripts[i]
	return script.DefaultLangSys != nil && has(*script.DefaultLangSys) || slices.ContainsFunc(script.LangSys, has)
}

// advance returns that of a character in em, 0 where the face has none.
func (f *Face) advance(r rune) float64 {
	g, ok := f.font.NominalGlyph(r)
	if !ok {
		return 0
	}
	return float64(f.outlines.HorizontalAdvance(g)) / float64(f.UnitsPerEm)
}

// height returns a metric in em, or where the font does not say, the height of
// a letter.
func (f *Face) height(metric font.LineMetric, letter rune) float64 {
	if height := f.outlines.LineMetric(metric); height > 0 {
		return float64(height) / float64(f.UnitsPerEm)
	}
	return f.drawn(letter)
}

// drawn returns how high a letter reaches in em, 0 where the face has none.
func (f *Face) drawn(letter rune) float64 {
	height := float32(0)
	if g, ok := f.font.NominalGlyph(letter); ok {
		for _, s := range f.Outline(uint32(g)) {
			for _, p := range s.ArgsSlice() {
				height = max(height, p.Y)
			}
		}
	}
	return float64(height) / float64(f.UnitsPerEm)
}

// Covers reports whether the face has a glyph for a character, or can draw it
// without one: spaces, and characters that are never seen.
func (f *Face) Covers(r rune) bool {
	if i := r - 0x600; i >= 0 && int(i) < len(f.arabic) && f.arabic[i] {
		return true
	}
	if _, ok := f.font.NominalGlyph(r); ok {
		return true
	}
	return blank(r)
}

// blank reports whether a character is drawn without a glyph: spaces, and what is
// never seen.
func blank(r rune) bool { return unicode.Is(unicode.Zs, r) || isIgnorable(r) }

// charactersOf reads which characters a font file has and nothing else; nil where
// that cannot be read.
func charactersOf(data []byte) font.Cmap {
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil || len(loaders) == 0 {
		return nil
	}
	raw, err := loaders[0].RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil
	}
	cmap, _, err := font.ProcessCmap(table, 0)
	if err != nil {
		return nil
	}
	return cmap
}
