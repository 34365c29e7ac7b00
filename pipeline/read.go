package pipeline

import (
	"cmp"
	"context"
	"path"
	"slices"
	"sync"
	"time"

	"warraq/fonts"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/look"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/seal"
)

// A reading is a brief as its author wrote it, and all that is decided of its
// report: what the job leaves open the brief says, or else a default.
type reading struct {
	job       Job
	brief     *brief.Brief
	theme     *theme.Theme
	digits    brief.Digits
	date      time.Time
	standards []seal.Standard
	attach    Attach
	// files are all that was read, the brief first and the others in the order
	// of their names.
	files []*source.File
}

// read reads the brief and its theme, and meanwhile opens the faces it will most
// likely be set in.
func read(ctx context.Context, job Job) (reading, problem.List, error) {
	var opening sync.WaitGroup
	opening.Go(func() { openFaces(job.Fonts, job.Theme) })
	defer opening.Wait()
	b, problems, err := input.Read(ctx, input.Options{FS: job.Root, Path: job.Path, Data: job.Data})
	if err != nil {
		return reading{}, problems, err
	}
	l, more, err := look.Choose(b, look.Options{
		FS: job.Root, Path: job.Path, Theme: job.Theme, File: job.ThemeFile, TextFace: job.TextFace, Families: job.Fonts.Families(),
	})
	problems.Add(more...)
	if err != nil {
		return reading{}, problems, err
	}
	r := reading{
		job: job, brief: b, theme: l.Theme, files: withTheme(b.Files, l.File),
		digits: cmp.Or(job.Digits, b.Meta.Digits), date: job.Date, standards: job.Standards, attach: job.Attach,
	}
	if r.date.IsZero() {
		r.date = b.Meta.Date
	}
	r.accessible(problems)
	if r.attach == "" {
		r.attach = AttachNone
		if seal.AllowAttachments(r.standards) {
			r.attach = AttachData
		}
	}
	if problems.HasErrors() {
		return r, problems, nil // what there is to attach is not known
	}
	return r, problems, seal.Check(r.standards, r.attaches())
}

// accessible decides on the standards where the job names none: a report that cannot be
// accessible does not claim to be. Of a standard that is named, what breaks it is an
// error.
func (r *reading) accessible(problems problem.List) {
	named := len(r.standards) > 0
	if !named {
		r.standards = seal.Default()
	}
	for i := range problems {
		if problems[i].Code != input.NoAlternative.Code {
			continue
		}
		if !named {
			r.standards = slices.DeleteFunc(r.standards, seal.Standard.Accessible)
		} else if slices.ContainsFunc(r.standards, seal.Standard.Accessible) {
			problems[i].Severity = problem.Error
		}
	}
}

// attaches reports whether the report will hold any file.
func (r *reading) attaches() bool {
	return r.attach == AttachAll || r.attach == AttachData && chartsOf(r.brief) > 0
}

// withTheme returns the files of a brief and of its theme. One that was read
// already counts once.
func withTheme(files []*source.File, f *source.File) []*source.File {
	if f == nil || slices.ContainsFunc(files, func(g *source.File) bool { return g.Name == f.Name }) {
		return files
	}
	at := min(1, len(files))
	for at < len(files) && files[at].Name < f.Name {
		at++
	}
	return slices.Concat(files[:at], []*source.File{f}, files[at:])
}

// named are the slash paths of the files that were read from the job's root.
func (r *reading) named() []string {
	var names []string
	for _, f := range r.files {
		fromInput := f == r.brief.File && r.job.Data != nil
		fromFlag := r.job.ThemeFile != nil && f.Name == path.Base(r.job.ThemeFile.Name)
		if !fromInput && !fromFlag {
			names = append(names, f.Name)
		}
	}
	return names
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
