package pipeline

import (
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/fonts"
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
			AR: "السمات المرفقة: %[2]s؛ ولك أن تكتب مسار ملف YAML في مجلد النص.",
			EN: "The bundled themes are %[2]s; or give the path of a .yaml file in the brief's folder.",
		},
	}
	themeOutside = problem.Kind{
		Code: "theme-outside", Severity: problem.Error,
		Message: problem.Text{AR: "ملف السمة «%s» خارج مجلد النص", EN: "the theme “%s” is outside the brief's folder"},
		Advice: problem.Text{
			AR: "انسخه إلى المجلد، أو حدّد مجلدًا أوسع بالخيار --root.",
			EN: "Copy it into the folder, or name a wider folder with --root.",
		},
	}
	themeNotText = problem.Kind{
		Code: "theme-not-text", Severity: problem.Error,
		Message: problem.Text{AR: "ملف السمة «%s» ليس نصًّا بترميز UTF-8 في حدود 1 ميبيبايت", EN: "the theme “%s” is not a text in UTF-8 of at most 1 MiB"},
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

// ThemeLimit bounds a theme's file, in bytes.
const ThemeLimit = 1 << 20

// look chooses the theme: the job's, else the brief's, else the default one. It
// is never nil, so that a build which cannot succeed still finds all that is
// wrong. The error is a failing machine's.
func look(b *brief.Brief, job Job) (*theme.Theme, problem.List, error) {
	t, place, problems, err := chosenTheme(b, job)
	if err != nil {
		return nil, nil, err
	}
	if t == nil {
		t, _ = theme.Bundled("")
	}
	if job.TextFace != "" {
		setTextFace(t, job.TextFace)
	}
	families := job.Fonts.Families()
	var missing []string
	for _, text := range t.Texts() {
		if !slices.Contains(families, text.Family) && !slices.Contains(missing, text.Family) {
			missing = append(missing, text.Family)
		}
	}
	slices.Sort(missing)
	for _, family := range missing {
		at, named := t.Families[family]
		if !named {
			at = place
		}
		problems.Add(unknownFamily.At(at, family, strings.Join(families, ", ")))
	}
	return t, problems, nil
}

// chosenTheme returns the theme that the job or the brief asks for, nil where
// it cannot be read, and the place to speak of it.
func chosenTheme(b *brief.Brief, job Job) (*theme.Theme, source.Span, problem.List, error) {
	name, place := job.Theme, source.Span{File: b.File}
	if f := job.ThemeFile; f != nil {
		place = source.Span{File: f}
		if len(f.Data) > ThemeLimit || !utf8.Valid(f.Data) {
			return nil, place, problem.List{themeNotText.At(place, f.Name)}, nil
		}
		// Among the brief's files it has a name that says nothing of where it
		// lies on this machine.
		addFile(b, &source.File{Name: path.Base(f.Name), Data: f.Data})
		t, problems := theme.Read(f)
		return t, place, problems, nil
	}
	if name == "" {
		name, place = b.Meta.Theme.Value, b.Meta.Theme.Span
	}
	if IsThemeFile(name) {
		t, problems, err := readTheme(b, job, name, place)
		return t, place, problems, err
	}
	t, ok := theme.Bundled(name)
	if !ok {
		return nil, place, problem.List{unknownTheme.At(place, name, strings.Join(theme.Names(), ", "))}, nil
	}
	return t, place, nil, nil
}

// IsThemeFile reports whether the name of a theme is the path of one.
func IsThemeFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// readTheme reads a theme beside the brief, and counts it among the brief's
// files.
func readTheme(b *brief.Brief, job Job, name string, place source.Span) (*theme.Theme, problem.List, error) {
	f, err := source.NewReader(job.Root, job.Path, ThemeLimit).Read(name, ThemeLimit)
	switch {
	case errors.Is(err, source.ErrOutside):
		return nil, problem.List{themeOutside.At(place, name)}, nil
	case errors.Is(err, source.ErrMissing), errors.Is(err, source.ErrRemote):
		return nil, problem.List{unknownTheme.At(place, name, strings.Join(theme.Names(), ", "))}, nil
	case errors.Is(err, source.ErrNotFile), errors.Is(err, source.ErrTooLarge):
		return nil, problem.List{themeNotText.At(place, name)}, nil
	case err != nil:
		return nil, nil, err
	case !utf8.Valid(f.Data):
		return nil, problem.List{themeNotText.At(place, name)}, nil
	}
	addFile(b, f)
	t, problems := theme.Read(f)
	return t, problems, nil
}

// addFile counts a file among those of the brief: its own first, the others in
// the order of their names. One that was read already counts once.
func addFile(b *brief.Brief, f *source.File) {
	if slices.ContainsFunc(b.Files, func(g *source.File) bool { return g.Name == f.Name }) {
		return
	}
	at := min(1, len(b.Files))
	for at < len(b.Files) && b.Files[at].Name < f.Name {
		at++
	}
	b.Files = slices.Insert(b.Files, at, f)
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

// openFaces parses the faces that a brief will most likely be set in, which is
// worth a processor of its own while the brief is being read.
func openFaces(l *fonts.Library, name string) {
	t, ok := theme.Bundled(name)
	if !ok {
		return
	}
	for _, text := range []theme.Text{t.Body, t.Title, t.Byline} {
		l.Face(text.Family, text.Bold)
	}
}
