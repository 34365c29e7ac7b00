package fonts

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"

	"warraq/fonts/faces"
)

// A Library holds the faces a document may use. A face is read when it is first
// asked for. All but Add is safe for concurrent use.
type Library struct {
	entries []*entry
	// codes is the face that draws the codes of characters, or nil.
	codes func() *Face
}

// An entry is a face of a library, read or not.
type entry struct {
	family       string
	bold, italic bool
	name         string
	role         faces.Role
	face         func() *Face // nil where a bundled file is damaged
	// characters has those of a face that is not read yet: a look at them costs a
	// twentieth of reading it. It is nil of the user's faces.
	characters func() font.Cmap
}

// covers reports whether the face has all characters of a text.
func (e *entry) covers(text []rune) bool {
	if e.characters == nil {
		return e.face().coversAll(text)
	}
	cmap := e.characters()
	return cmap != nil && !slices.ContainsFunc(text, func(r rune) bool {
		_, ok := cmap.Lookup(r)
		return !ok && !blank(r)
	})
}

// Bundled returns a new library of the bundled families. It reads nothing yet.
func Bundled() *Library {
	l := &Library{}
	for _, file := range faces.Files() {
		face := sync.OnceValue(func() *Face {
			data, err := file.Data()
			if err != nil {
				return nil
			}
			f, err := parse(file.Name, data)
			if err != nil {
				return nil
			}
			f.Family, f.Bold, f.Italic, f.codes = file.Family, file.Bold, file.Italic, file.Role == faces.Codes
			return f
		})
		if file.Role == faces.Codes {
			l.codes = face
			continue
		}
		l.entries = append(l.entries, &entry{file.Family, file.Bold, file.Italic, file.Name, file.Role, face, sync.OnceValue(func() font.Cmap {
			data, err := file.Data()
			if err != nil {
				return nil
			}
			return charactersOf(data)
		})})
	}
	return l
}

// Add adds a font file: TrueType or OpenType, also with CFF outlines, or the
// first face of a collection. A variable font gives a regular and a bold face
// where its weights reach so far, and else its default instance. name is the
// file's, for messages, and the family of a font that names none. A face of a
// family and style that the library has replaces the earlier one. Add returns
// the face, the regular one of two. The error is a [*FaceError].
func (l *Library) Add(name string, data []byte) (*Face, error) {
	checked, err := check(name, data)
	if err != nil {
		return nil, err
	}
	for _, f := range checked {
		f.Family = cmp.Or(f.Family, name)
		at := l.find(f.Family, f.Bold, f.Italic)
		if at < 0 {
			at = len(l.entries)
			l.entries = append(l.entries, nil)
		}
		l.entries[at] = &entry{}
		f.Name = l.unique(cmp.Or(f.Name, "Face"))
		l.entries[at] = &entry{f.Family, f.Bold, f.Italic, f.Name, faces.Text, func() *Face { return f }, nil}
	}
	return checked[0], nil
}

// Families returns the names of the families, bundled ones first.
func (l *Library) Families() []string {
	var families []string
	for _, e := range l.entries {
		if !slices.Contains(families, e.family) {
			families = append(families, e.family)
		}
	}
	return families
}

// Faces returns the faces of a family, bundled ones first.
func (l *Library) Faces(family string) []*Face {
	var faces []*Face
	for _, e := range l.entries {
		if e.family != family {
			continue
		}
		if f := e.face(); f != nil {
			faces = append(faces, f)
		}
	}
	return faces
}

// Face returns the upright face of a family. Where the family has no bold it
// returns the regular face, and the bold one where it has no regular; an italic
// one where it has no other. ok is false where it has none.
func (l *Library) Face(family string, bold bool) (f *Face, ok bool) {
	for _, italic := range [...]bool{false, true} {
		if f, ok := l.styled(family, bold, italic); ok {
			return f, true
		}
	}
	return nil, false
}

// Italic returns the italic face for the Latin text of a family: its own, or
// that of the bundled family drawn with its Latin letters or nearest to them. ok
// is false where there is none.
func (l *Library) Italic(family string, bold bool) (f *Face, ok bool) {
	companion := ""
	switch family {
	case "Amiri", "Scheherazade New":
		companion = "Amiri Latin"
	case "IBM Plex Sans Arabic":
		companion = "IBM Plex Sans"
	}
	for _, name := range [...]string{family, companion} {
		if f, ok := l.styled(name, bold, true); ok {
			return f, true
		}
	}
	return nil, false
}

// Latin returns the face for the Latin text of a face: that one where it has the
// letters, and else the one that takes their place, so that signs and figures come
// from the face of the letters around them. Scheherazade New has Latin letters and
// only Arabic signs: its Latin is Amiri's, whose italics go with both.
func (l *Library) Latin(f *Face) *Face {
	switch {
	case f == nil, f.Italic, f.Fixed:
		return f
	case f.Family == "Scheherazade New":
		if g, ok := l.styled("Amiri", f.Bold, false); ok {
			return g
		}
	}
	if g := l.fallback([]rune(latinLetters), f); g != nil {
		return g
	}
	return f
}

// latinLetters are what a face for Latin text has at least.
const latinLetters = "abcdefghijklmnopqrstuvwxyz"

// latinWhere is face, with its Latin one where latin reports that a character is in
// Latin text. The faces are found once.
func (l *Library) latinWhere(face func(i int) *Face, latin func(i int) bool) func(i int) *Face {
	var last, itsLatin *Face
	return func(i int) *Face {
		f := face(i)
		if !latin(i) {
			return f
		}
		if f != last || itsLatin == nil {
			last, itsLatin = f, l.Latin(f)
		}
		return itsLatin
	}
}

// styled returns the face of a family in a style, of the other weight where it has
// not that one.
func (l *Library) styled(family string, bold, italic bool) (f *Face, ok bool) {
	i := l.find(family, bold, italic)
	if i < 0 {
		i = l.find(family, !bold, italic)
	}
	if i < 0 {
		return nil, false
	}
	f = l.entries[i].face()
	return f, f != nil
}

func (l *Library) find(family string, bold, italic bool) int {
	return slices.IndexFunc(l.entries, func(e *entry) bool { return e.family == family && e.bold == bold && e.italic == italic })
}

// Fallback returns a face that covers a character: preferred if it does, then
// one of the same weight, then one of the other; among these a companion of the
// preferred family first ("IBM Plex Sans" of "IBM Plex Sans Arabic"), then in
// the library's order. Faces of symbols and monospaced ones come after those of
// text, and italic ones only where the preferred face is italic. It returns nil
// where no face covers it. A nil preferred stands for the regular weight.
func (l *Library) Fallback(r rune, preferred *Face) *Face {
	return l.fallback([]rune{r}, preferred)
}

// clearance is how far above the baseline, in em, a mark of pause that stands on a space
// begins at least: lower ones would run into the letters beside it.
const clearance = 0.5

// pausing returns the face for a mark of pause on a space: the wanted one, or the first
// of running text whose mark stands clear of the letters beside it.
func (l *Library) pausing(r rune, wanted *Face) *Face {
	clear := func(f *Face) bool {
		g, ok := f.font.NominalGlyph(r)
		if !ok {
			return false
		}
		return -f.Ink(uint32(g)).Below >= clearance*float64(f.UnitsPerEm)
	}
	if clear(wanted) {
		return wanted
	}
	for _, e := range l.entries {
		if e.role != faces.Text || e.italic || !e.covers([]rune{r}) {
			continue
		}
		if f := e.face(); f != nil && clear(f) {
			return f
		}
	}
	return wanted
}

// fallback is Fallback for characters that must come from one face.
func (l *Library) fallback(text []rune, preferred *Face) *Face {
	bold, italic, family := false, false, ""
	if preferred != nil {
		if preferred.coversAll(text) {
			return preferred
		}
		bold, italic, family = preferred.Bold, preferred.Italic, preferred.Family
	}
	first := func(fits func(e *entry) bool) *Face {
		for _, e := range l.entries {
			if !fits(e) || !e.covers(text) {
				continue
			}
			if f := e.face(); f != nil {
				return f
			}
		}
		return nil
	}
	if italic {
		if f := first(func(e *entry) bool { return e.italic && e.bold == bold }); f != nil {
			return f
		}
	}
	for _, weight := range [...]bool{bold, !bold} {
		for _, companion := range [...]bool{true, false} {
			if f := first(func(e *entry) bool {
				return e.role == faces.Text && !e.italic && e.bold == weight && isCompanion(e.family, family) == companion
			}); f != nil {
				return f
			}
		}
	}
	return first(func(e *entry) bool { return e.role != faces.Text && (e.bold == bold || e.role == faces.Symbols) })
}

// boxes returns the face that draws the code of a character in a box, or nil.
func (l *Library) boxes() *Face {
	if l.codes == nil {
		return nil
	}
	return l.codes()
}

// isCompanion reports whether two families were drawn to go together: the name
// of one begins with the other's.
func isCompanion(a, b string) bool {
	return b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

func (f *Face) coversAll(text []rune) bool {
	for _, r := range text {
		if !f.Covers(r) {
			return false
		}
	}
	return true
}

// unique returns name, or name with a number, so that no two faces share it.
func (l *Library) unique(name string) string {
	candidate := name
	for n := 2; slices.ContainsFunc(l.entries, func(e *entry) bool { return e.name == candidate }); n++ {
		candidate = name + "-" + strconv.Itoa(n)
	}
	return candidate
}
