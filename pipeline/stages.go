package pipeline

import (
	"context"
	"path"
	"sync"

	"warraq/charts"
	"warraq/charts/drawing"
	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paint"
	"warraq/output/raster"
	"warraq/output/seal"
	"warraq/output/typeset"
)

// work is what the stages of one build hand on to each other.
type work struct {
	job      Job
	problems problem.List
	// stopped reports that problems end the build here.
	stopped bool

	brief    *brief.Brief
	theme    *theme.Theme
	plotter  *charts.Plotter
	figures  map[*brief.Figure]typeset.Figure
	drawings map[*brief.Picture]*scene.Scene
	pages    *page.Document
	painted  *paint.Painted
	result   Result
	// opening is the faces that are being opened beside the reading.
	opening sync.WaitGroup
}

func newWork(job Job) *work { return &work{job: job} }

// found adds the problems of a stage, and stops the build where one is an
// error.
func (w *work) found(list problem.List) {
	if w.job.Strict {
		list = withoutWarnings(list)
	}
	w.problems.Add(list.Few()...)
	w.stopped = w.problems.HasErrors()
}

// withoutWarnings makes errors of the warnings.
func withoutWarnings(list problem.List) problem.List {
	strict := make(problem.List, len(list))
	for i, p := range list {
		if p.Severity == problem.Warning {
			p.Severity = problem.Error
		}
		strict[i] = p
	}
	return strict
}

// read reads the brief, and meanwhile opens the faces it will most likely be
// set in. Charts are checked here as well, so that a run reports all that is
// wrong with what the author wrote.
func (w *work) read(ctx context.Context) error {
	w.opening.Go(func() { openFaces(w.job.Fonts, w.job.Theme) })
	b, problems, err := input.Read(ctx, input.Options{FS: w.job.Root, Path: w.job.Path, Data: w.job.Data})
	if err != nil {
		return err
	}
	w.found(problems)
	if b == nil {
		return nil
	}
	if w.job.Digits != "" {
		b.Meta.Digits = w.job.Digits
	}
	if w.job.Date.IsZero() {
		w.job.Date = b.Meta.Date
	}
	w.brief = b
	w.theme, problems, err = look(b, w.job)
	if err != nil {
		return err
	}
	w.found(problems)
	w.plotter = newPlotter(w.job, b, w.theme)
	w.found(checkCharts(b, w.plotter))
	w.drawings, problems, err = drawing.ReadAll(ctx, b.Pictures)
	w.found(problems)
	return err
}

// plot draws the charts.
func (w *work) plot(ctx context.Context) error {
	figures, problems, err := drawCharts(ctx, w.brief, w.theme, w.plotter, w.attach() != AttachNone)
	w.found(problems)
	w.figures = figures
	return err
}

// typeset makes pages of the brief and its charts, and the pictures on them
// ready to print.
func (w *work) typeset(ctx context.Context) error {
	pages, problems := typeset.Typeset(ctx, w.brief, typeset.Options{
		Library:  w.job.Fonts,
		Shaper:   fonts.NewShaper(),
		Theme:    w.theme,
		Figures:  w.figures,
		Drawings: w.drawings,
		Digits:   w.brief.Meta.Digits,
		Date:     w.job.Date,
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	w.found(problems)
	w.found(printOnlyFaces(pages))
	w.pages = pages
	w.found(raster.Prepare(ctx, w.pages))
	return ctx.Err()
}

// lookForGlyphs tells the characters that no face has where other errors end the
// build before its text is set, so that no run hides them until the next.
func (w *work) lookForGlyphs() {
	if w.brief != nil && w.pages == nil {
		w.found(missingGlyphs(w.brief, w.job.Fonts))
	}
}

// paint writes the pages through fpdf.
func (w *work) paint(ctx context.Context) error {
	var err error
	w.painted, err = paint.Paint(ctx, w.pages)
	return err
}

// seal makes an archival, accessible file of what was painted.
func (w *work) seal(context.Context) error {
	if w.attach() == AttachAll {
		attachSources(w.pages, w.brief)
	}
	pdf, err := seal.Seal(w.painted, w.pages, seal.Options{Standards: w.standards()})
	if err != nil {
		return err
	}
	w.result.PDF, w.result.Pages = pdf, len(w.pages.Pages)
	w.result.Files = w.filesRead()
	return nil
}

// filesRead names the files that were read from the job's root.
func (w *work) filesRead() []string {
	var names []string
	for _, f := range w.brief.Files {
		fromInput := f == w.brief.File && w.job.Data != nil
		fromFlag := w.job.ThemeFile != nil && f.Name == path.Base(w.job.ThemeFile.Name)
		if !fromInput && !fromFlag {
			names = append(names, f.Name)
		}
	}
	return names
}

func (w *work) standards() []seal.Standard {
	if len(w.job.Standards) == 0 {
		return seal.Default()
	}
	return w.job.Standards
}

// attach resolves what goes into the file where the job leaves it open.
func (w *work) attach() Attach {
	switch {
	case w.job.Attach != "":
		return w.job.Attach
	case seal.AllowAttachments(w.standards()):
		return AttachData
	}
	return AttachNone
}
