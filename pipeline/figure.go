package pipeline

import (
	"context"

	"warraq/charts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/output/figure"
	"warraq/output/typeset"
)

// A Picture is one figure of a brief by itself.
type Picture struct {
	// Figure is nil where problems stopped it, or the brief has no chart of that
	// name.
	Figure *figure.Figure
	// Charts are the names of all charts of the brief, in its order.
	Charts []string
	// Files are those of [Result].
	Files []string
}

// Figure draws the chart of a brief that has a name, as it stands on its page. The
// problems are those of reading the brief and of that chart; the error is Build's.
func Figure(ctx context.Context, job Job, id string) (Picture, problem.List, error) {
	s := &Session{once: true}
	defer s.Close()
	r := run{job: job}
	text := do(ctx, &r, Read, job, read)
	var picture Picture
	if text.brief != nil {
		picture.Files = text.named()
		picture.Charts = chartNames(text.brief)
	}
	alone := charted{s, text, chartNamed(text.brief, id), r.sound()}
	drawn := do(ctx, &r, Plot, alone, plotAlone)
	picture.Figure = do(ctx, &r, Typeset, setAlone{alone, drawn, r.sound()}, pictureOf)
	if !r.sound() {
		picture.Figure = nil
	}
	problems, err := r.end(ctx)
	return picture, problems, err
}

// charted is the figure that is drawn alone; nil where there is none. It is sound
// where nothing wrong was found in the brief.
type charted struct {
	session *Session
	text    reading
	figure  *brief.Figure
	sound   bool
}

func plotAlone(ctx context.Context, c charted) (map[*brief.Figure]typeset.Figure, problem.List, error) {
	if c.figure == nil {
		return nil, nil, nil
	}
	problems := charts.Check(c.figure.Chart)
	if !c.sound || problems.HasErrors() {
		return nil, problems, nil
	}
	_, named, _ := checkCharts(c.text.brief) // it has the colours that it has among the others
	drawn, more, err := drawCharts(ctx, c.session, &c.text, []*brief.Figure{c.figure}, coloursOf(c.text.theme, named))
	problems.Add(more...)
	return drawn, problems, err
}

type setAlone struct {
	charted
	drawn map[*brief.Figure]typeset.Figure
	sound bool
}

// pictureOf sets the texts of a drawn chart and takes the outlines of all.
func pictureOf(_ context.Context, a setAlone) (*figure.Figure, problem.List, error) {
	drawn := a.drawn[a.figure]
	if !a.sound || drawn.Scene == nil {
		return nil, nil, nil
	}
	job := &a.text.job
	shaper := a.session.shaper(job.Fonts)
	defer a.session.giveShaper(job.Fonts, shaper)
	items, problems := typeset.Picture(a.text.brief, a.figure, typeset.Options{
		Library: job.Fonts, Shaper: shaper, Theme: a.text.theme, Figures: a.drawn, Digits: a.text.digits,
	})
	picture := figure.New(items, drawn.Scene.Width, drawn.Scene.Height)
	picture.Title, picture.Description, picture.Language = brief.Plain(a.figure.Caption), drawn.Alt, a.text.brief.Meta.Lang
	return picture, problems, nil
}

// chartNames are the names of a brief's charts.
func chartNames(b *brief.Brief) []string {
	var names []string
	for _, f := range b.Figures {
		if f.Chart != nil && f.ID != "" {
			names = append(names, f.ID)
		}
	}
	return names
}

// chartNamed is the chart of a name, or nil.
func chartNamed(b *brief.Brief, id string) *brief.Figure {
	if b == nil {
		return nil
	}
	for _, f := range b.Figures {
		if f.Chart != nil && f.ID == id {
			return f
		}
	}
	return nil
}
