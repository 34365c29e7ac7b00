// Package look decides how a document looks: it reads and checks the theme that
// its author or the command line asks for.
package look

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
)

var (
	unknownTheme = problem.Kind{
		Code: "unknown-theme", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد سمة باسم «%s»", EN: "there is no theme “%s”"},
		Advice: problem.Text{
			AR: "السمات المرفقة: %[2]s؛ ولك أن تكتب مسار ملف YAML في مجلد ملف التقرير.",
			EN: "The bundled themes are %[2]s; or give the path of a .yaml file in the brief's folder.",
		},
	}
	themeOutside = problem.Kind{
		Code: "theme-outside", Severity: problem.Error,
		Message: problem.Text{AR: "ملف السمة «%s» خارج مجلد ملف التقرير", EN: "the theme “%s” is outside the brief's folder"},
		Advice: problem.Text{
			AR: "انسخه إلى المجلد، أو حدّد مجلدًا أوسع بالخيار --root.",
			EN: "Copy it into the folder, or name a wider folder with --root.",
		},
	}
	themeNotText = problem.Kind{
		Code: "theme-not-text", Severity: problem.Error,
		Message: problem.Text{AR: "ملف السمة «%s» ليس نصًّا بترميز UTF-8 في حدود 1 ميغابايت", EN: "the theme “%s” is not a text in UTF-8 of at most 1 MiB"},
		Advice:  problem.Text{AR: "السمة ملف YAML قصير.", EN: "A theme is a short YAML file."},
	}
	unknownFamily = problem.Kind{
		Code: "unknown-family", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد عائلة خطوط باسم «%s»", EN: "there is no font family “%s”"},
		Advice: problem.Text{
			AR: "العائلات المتاحة: %[2]s. أضف غيرها بالخيار --font.",
			EN: "The families are: %[2]s. Add others with --font.",
		},
	}
)

// Limit bounds a theme's file, in bytes.
const Limit = 1 << 20

// Options of a choice.
type Options struct {
	// FS and Path are those that the brief was read with: a theme that it names
	// lies in its folder.
	FS   fs.FS
	Path string
	// Theme names a bundled theme, File is a theme; where either is set it comes
	// before the brief's. TextFace, where set, comes before the theme's own text
	// face.
	Theme    string
	File     *source.File
	TextFace string
	// Families are those that can be set in.
	Families []string
}

// A Look is a theme and where it was read.
type Look struct {
	Theme *theme.Theme
	// File is the theme's file; nil where it is a bundled one. That of the
	// command line bears a name that says nothing of where it lies on this
	// machine.
	File *source.File
}

// Choose returns the look that the options ask for, else the brief's, else the
// default one. Its theme is never nil, so that a run which cannot succeed still
// finds all that is wrong. The error is a failing machine's.
func Choose(b *brief.Brief, o Options) (Look, problem.List, error) {
	l, place, problems, err := chosen(b, o)
	if err != nil {
		return Look{}, nil, err
	}
	if l.Theme == nil {
		l.Theme, _ = theme.Bundled("")
	}
	if o.TextFace != "" {
		setTextFace(l.Theme, o.TextFace)
	}
	var missing []string
	for _, text := range l.Theme.Texts() {
		if !slices.Contains(o.Families, text.Family) && !slices.Contains(missing, text.Family) {
			missing = append(missing, text.Family)
		}
	}
	slices.Sort(missing)
	for _, family := range missing {
		at, named := l.Theme.Families[family]
		if !named {
			at = place
		}
		problems.Add(unknownFamily.At(at, family, strings.Join(o.Families, ", ")))
	}
	return l, problems, nil
}

// chosen returns the look that is asked for, without a theme where that cannot
// be read, and the place to speak of it.
func chosen(b *brief.Brief, o Options) (Look, source.Span, problem.List, error) {
	name, place := o.Theme, source.Span{File: b.File}
	if f := o.File; f != nil {
		place = source.Span{File: f}
		if len(f.Data) > Limit || !utf8.Valid(f.Data) {
			return Look{}, place, problem.List{themeNotText.At(place, f.Name)}, nil
		}
		t, problems := theme.Read(f)
		return Look{t, &source.File{Name: path.Base(f.Name), Data: f.Data}}, place, problems, nil
	}
	if name == "" {
		name, place = b.Meta.Theme.Value, b.Meta.Theme.Span
	}
	if IsFile(name) {
		l, problems, err := beside(o, name, place)
		return l, place, problems, err
	}
	t, ok := theme.Bundled(name)
	if !ok {
		return Look{}, place, problem.List{unknownTheme.At(place, name, strings.Join(theme.Names(), ", "))}, nil
	}
	return Look{Theme: t}, place, nil, nil
}

// IsFile reports whether the name of a theme is the path of one.
func IsFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// beside reads a theme beside the brief.
func beside(o Options, name string, place source.Span) (Look, problem.List, error) {
	f, err := source.NewReader(o.FS, o.Path, Limit).Read(name, Limit)
	switch {
	case errors.Is(err, source.ErrOutside):
		return Look{}, problem.List{themeOutside.At(place, name)}, nil
	case errors.Is(err, source.ErrMissing), errors.Is(err, source.ErrRemote):
		return Look{}, problem.List{unknownTheme.At(place, name, strings.Join(theme.Names(), ", "))}, nil
	case errors.Is(err, source.ErrNotFile), errors.Is(err, source.ErrTooLarge):
		return Look{}, problem.List{themeNotText.At(place, name)}, nil
	case err != nil:
		return Look{}, nil, err
	case !utf8.Valid(f.Data):
		return Look{}, problem.List{themeNotText.At(place, name)}, nil
	}
	t, problems := theme.Read(f)
	return Look{t, f}, problems, nil
}

// setTextFace puts a family in the place of the theme's text face wherever the
// theme uses it.
func setTextFace(t *theme.Theme, family string) {
	old := t.Body.Family
	for _, text := range t.Texts() {
		if text.Family == old {
			text.Family = family
		}
	}
}
