package pipeline

import (
	"context"
	"fmt"
	"sync"

	"warraq/charts"
	"warraq/charts/drawing"
	"warraq/fonts"
	"warraq/input/disk"
	"warraq/input/problem"
	"warraq/output/paragraph"
	"warraq/output/raster"
	"warraq/output/seal"
	"warraq/output/typeset"
)

// A Session makes several reports and keeps between them what takes longest to
// make: shaped words, script engines, drawn charts, drawings and pictures ready to
// print. What is kept never changes a report: it is the one that [Build] makes.
// A Session is safe for several goroutines; close it when it is done.
type Session struct {
	// once is set for a session of one build, which keeps nothing that no other
	// build will ask for.
	once     bool
	drawn    *charts.Memo
	drawings *drawing.Memo
	rasters  *raster.Memo
	tones    *raster.ToneMemo
	// paragraphs are lines ready to be placed.
	paragraphs *paragraph.Memo
	// streams are compressed parts of a file.
	streams *seal.Memo

	turn sync.Mutex
	// shapers that are not lent, all for faces of one library.
	shapers []*fonts.Shaper
	library *fonts.Library
	// plotter is one that is not lent, with its engines; ending are those whose
	// engines are being closed.
	plotter *charts.Plotter
	of      plotterKey
	ending  []*charts.Plotter
}

// defaultLimit bounds what a session keeps of drawings and pictures, in bytes;
// idleShapers is how many shapers it keeps beside them, each of the size that
// package fonts sets, and one plotter with two engines at most.
const (
	defaultLimit = 256 << 20
	idleShapers  = 2
)

// NewSession returns a session that keeps at most so many bytes of drawings and
// pictures; zero means 256 MiB.
func NewSession(limit int) *Session {
	if limit == 0 {
		limit = defaultLimit
	}
	return &Session{
		drawn: charts.NewMemo(limit / 8), drawings: drawing.NewMemo(limit / 8), rasters: raster.NewMemo(limit / 4), tones: raster.NewToneMemo(limit / 64),
		paragraphs: paragraph.NewMemo(limit * 7 / 16), streams: seal.NewMemo(limit / 16),
	}
}

// Build is the function Build, with what the session keeps.
func (s *Session) Build(ctx context.Context, job Job) (Result, problem.List, error) {
	r := run{job: job}
	text := do(ctx, &r, Read, job, read)
	drawn := do(ctx, &r, Plot, plotting{s, text, r.sound()}, plot)
	pages := do(ctx, &r, Typeset, setting{s, text, drawn, r.sound()}, setPages)
	painted := do(ctx, &r, Paint, pages, paintPages)
	sealed := do(ctx, &r, Seal, sealing{s, text, pages, painted}, sealPages)
	problems, err := r.end(ctx)
	if err != nil {
		return Result{}, problems, err
	}
	sealed.Times = r.times
	return sealed, problems, nil
}

// Spacing is the function Spacing, with what the session keeps.
func (s *Session) Spacing(ctx context.Context, job Job) (typeset.Spaces, problem.List, error) {
	r := run{job: job}
	text := do(ctx, &r, Read, job, read)
	drawn := do(ctx, &r, Plot, plotting{s, text, r.sound()}, plot)
	pages := do(ctx, &r, Typeset, setting{s, text, drawn, r.sound()}, setPages)
	sound := r.sound()
	problems, err := r.end(ctx)
	if err != nil || !sound {
		return typeset.Spaces{}, problems, err
	}
	return typeset.Spacing(pages.document.Justified, text.theme.Loosest), problems, nil
}

// Close ends the session: its engines are closed when it returns. It must not be
// used again.
func (s *Session) Close() {
	s.turn.Lock()
	ending := s.ending
	if s.plotter != nil {
		ending = append(ending, s.plotter)
	}
	s.plotter, s.ending, s.shapers = nil, nil, nil
	s.turn.Unlock()
	for _, p := range ending {
		p.Close()
	}
	for _, p := range ending {
		p.Wait()
	}
}

// shaper lends a shaper for the faces of a library. Give it back.
func (s *Session) shaper(l *fonts.Library) *fonts.Shaper {
	s.turn.Lock()
	defer s.turn.Unlock()
	if n := len(s.shapers); n > 0 && s.library == l {
		shaper := s.shapers[n-1]
		s.shapers = s.shapers[:n-1]
		return shaper
	}
	return fonts.NewShaper()
}

func (s *Session) giveShaper(l *fonts.Library, shaper *fonts.Shaper) {
	if s.once {
		return
	}
	s.turn.Lock()
	defer s.turn.Unlock()
	if s.library != l {
		s.library, s.shapers = l, nil
	}
	if len(s.shapers) < idleShapers {
		s.shapers = append(s.shapers, shaper)
	}
}

// A plotterKey is all that a plotter depends on.
type plotterKey struct {
	library *fonts.Library
	disk    disk.Disk
	options string
}

func keyOf(l *fonts.Library, family string, o charts.Options) plotterKey {
	key := plotterKey{library: l, disk: o.Disk}
	o.Measure, o.Kept, o.Disk = nil, nil, nil
	key.options = fmt.Sprintf("%s %+v", family, o)
	return key
}

// plotterOf lends a plotter. Give it back.
func (s *Session) plotterOf(key plotterKey, o charts.Options) *charts.Plotter {
	s.turn.Lock()
	defer s.turn.Unlock()
	if p := s.plotter; p != nil && s.of == key {
		s.plotter = nil
		return p
	}
	o.Kept = s.drawn
	return charts.New(o)
}

// givePlotter keeps the plotter that was used last. In a session of one build its
// engines are closed while the pages are made.
func (s *Session) givePlotter(key plotterKey, p *charts.Plotter) {
	s.turn.Lock()
	defer s.turn.Unlock()
	if s.once {
		p.Close()
		s.ending = append(s.ending, p)
		return
	}
	earlier := s.plotter
	s.plotter, s.of = p, key
	if earlier != nil {
		earlier.Close()
		earlier.Wait()
	}
}
