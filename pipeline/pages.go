package pipeline

import (
	"context"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/output/page"
	"warraq/output/paint"
	"warraq/output/raster"
	"warraq/output/seal"
	"warraq/output/typeset"
)

// A setting is what typesetting sets. It is sound where nothing wrong was found.
type setting struct {
	session *Session
	text    reading
	drawn   plots
	sound   bool
}

// sheets are what stands on paper, and the pictures of it ready to print.
type sheets struct {
	document *page.Document
	rasters  page.Rasters
}

// setPages makes pages of the brief and what was drawn for it. What is not sound is
// not set; its characters that no face has are told all the same, so that no run
// hides them until the next.
func setPages(ctx context.Context, s setting) (sheets, problem.List, error) {
	t := &s.text
	if !s.sound {
		return sheets{}, missingGlyphs(t.brief, t.job), nil
	}
	shaper := s.session.shaper(t.job.Fonts)
	defer s.session.giveShaper(t.job.Fonts, shaper)
	document, problems, err := typeset.Typeset(ctx, t.brief, typeset.Options{
		Library:  t.job.Fonts,
		Shaper:   shaper,
		Kept:     s.session.paragraphs,
		Theme:    t.theme,
		Figures:  s.drawn.charts,
		Drawings: s.drawn.pictures,
		Tones:    s.session.tonesOf(t.brief),
		Digits:   t.digits,
		Date:     t.date,
		Proof:    t.job.Proof,
	})
	if err != nil {
		return sheets{}, problems, err
	}
	problems.Add(printOnlyFaces(document)...)
	rasters, more, err := raster.Prepare(ctx, document, s.session.rasters)
	problems.Add(more...)
	return sheets{document, rasters}, problems, err
}

// tonesOf says how the picture looks that the text of the cover stands on.
func (s *Session) tonesOf(b *brief.Brief) map[*brief.Picture]*page.Tones {
	c := b.Meta.Cover
	if c == nil || c.Picture == nil || c.Picture.Picture == nil || c.Picture.Picture.Drawn() {
		return nil
	}
	p := c.Picture.Picture
	if t := raster.Tones(p, s.tones); t != nil {
		return map[*brief.Picture]*page.Tones{p: t}
	}
	return nil
}

// paintPages writes the pages through fpdf.
func paintPages(ctx context.Context, p sheets) (*paint.Painted, problem.List, error) {
	painted, err := paint.Paint(ctx, p.document, p.rasters)
	return painted, nil, err
}

// A sealing is what sealing makes a file of.
type sealing struct {
	session *Session
	text    reading
	pages   sheets
	painted *paint.Painted
}

// sealPages makes an archival, accessible file of what was painted.
func sealPages(_ context.Context, s sealing) (Result, problem.List, error) {
	o := seal.Options{Standards: s.text.standards, Smallest: s.text.job.Smallest, Kept: s.session.streams}
	if s.text.attach == AttachAll {
		o.Sources = sources(s.text.files)
	}
	pdf, err := seal.Seal(s.painted, s.pages.document, o)
	if err != nil {
		return Result{}, nil, err
	}
	return Result{PDF: pdf, Pages: len(s.pages.document.Pages), Files: s.text.named()}, nil, nil
}
