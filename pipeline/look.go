package pipeline

import (
	"slices"
	"strings"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
)

var unknownTheme = problem.Kind{
	Code:     "unknown-theme",
	Severity: problem.Error,
	Message: problem.Text{
		AR: "لا توجد سمة باسم «%s»",
		EN: "there is no theme %q",
	},
	Advice: problem.Text{
		AR: "السمات المتاحة: %[2]s.",
		EN: "The themes are: %[2]s.",
	},
}

var unknownFamily = problem.Kind{
	Code:     "unknown-family",
	Severity: problem.Error,
	Message: problem.Text{
		AR: "لا توجد عائلة خطوط باسم «%s»",
		EN: "there is no font family %q",
	},
	Advice: problem.Text{
		AR: "العائلات المتاحة: %[2]s. أضف غيرها بالخيار --font.",
		EN: "The families are: %[2]s. Add others with --font.",
	},
}

// look chooses the theme: the job's, else the brief's, else the default. It is
// never nil, so that a build which cannot succeed still finds all that is
// wrong.
func look(b *brief.Brief, job Job) (*theme.Theme, problem.List) {
	var problems problem.List
	name, place := job.Theme, source.Span{File: b.File}
	if name == "" {
		name, place = b.Meta.Theme.Value, b.Meta.Theme.Span
	}
	t, ok := theme.Bundled(name)
	if !ok {
		problems.Add(unknownTheme.At(place, name, strings.Join(theme.Names(), ", ")))
		t, _ = theme.Bundled("")
	}
	if job.TextFace != "" {
		if families := job.Fonts.Families(); !slices.Contains(families, job.TextFace) {
			problems.Add(unknownFamily.At(source.Span{File: b.File}, job.TextFace, strings.Join(families, ", ")))
			return t, problems
		}
		setTextFace(t, job.TextFace)
	}
	return t, problems
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

// openFaces parses the faces of a theme, which is worth a processor of its own
// while the brief is being read.
func openFaces(l *fonts.Library, name string) {
	t, ok := theme.Bundled(name)
	if !ok {
		return
	}
	for _, text := range []theme.Text{t.Body, t.Title, t.Byline} {
		l.Face(text.Family, text.Bold)
	}
}
