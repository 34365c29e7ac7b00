package pipeline

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"warraq/charts"
	"warraq/charts/drawing"
	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/label"
	"warraq/output/typeset"
)

// A plotting is what is drawn of a brief. It is sound where nothing wrong was
// found.
type plotting struct {
	session *Session
	text    reading
	sound   bool
}

// plots are the drawn charts, with what stands for them where they cannot be
// seen, and the author's drawings.
type plots struct {
	charts   map[*brief.Figure]typeset.Figure
	pictures map[*brief.Picture]*scene.Scene
}

// plot reads the author's drawings, checks the charts and draws them. It takes
// what could be read: where a brief has errors, and will not be set, a chart is
// drawn only if its option may turn out to be one more.
func plot(ctx context.Context, p plotting) (plots, problem.List, error) {
	pictures, problems, err := drawing.ReadAll(ctx, p.text.brief.Pictures, p.session.drawings)
	if err != nil {
		return plots{}, problems, err
	}
	sound, named, more := checkCharts(p.text.brief)
	problems.Add(more...)
	if !p.sound || problems.HasErrors() {
		sound = slices.DeleteFunc(sound, func(f *brief.Figure) bool { return len(f.Chart.Option) == 0 })
	}
	drawn, more, err := drawCharts(ctx, p.session, &p.text, sound, coloursOf(p.text.theme, named))
	problems.Add(more...)
	return plots{drawn, pictures}, problems, err
}

// plotterOptions ask for charts in the document's face, digits and colours.
func plotterOptions(text *reading) charts.Options {
	job, t := &text.job, text.theme
	o := charts.Options{
		Measure:  measure(job.Fonts, t.Chart.Family),
		CacheDir: job.Cache,
		Disk:     job.Disk,
		Fonts:    identity(job.Fonts, t.Chart.Family),
		Digits:   text.digits,
		Words:    label.Words(text.brief),
		Size:     t.Chart.Size,
		Palette:  paletteOf(t),
	}
	if f, ok := job.Fonts.Face(t.Chart.Family, false); ok {
		o.Ascent, o.Descent = f.Ascent, f.Descent
	}
	return o
}

// paletteOf is what charts are drawn in.
func paletteOf(t *theme.Theme) charts.Palette {
	return charts.PaletteOf(t.Palette, t.Colors.Ink, t.Colors.Muted, t.Colors.Rule)
}

// chartsOf is the number of charts in a brief.
func chartsOf(b *brief.Brief) int {
	n := 0
	for _, f := range b.Figures {
		if f.Chart != nil {
			n++
		}
	}
	return n
}

// measure returns the width in points of a line of chart text. Charts are drawn
// side by side and a shaper serves one goroutine, so they take turns.
func measure(l *fonts.Library, family string) func(string, float64, bool) float64 {
	var turn sync.Mutex
	shaper := fonts.NewShaper()
	return func(text string, size float64, bold bool) float64 {
		f, ok := l.Face(family, bold)
		if !ok {
			return 0
		}
		turn.Lock()
		defer turn.Unlock()
		return size * l.Measure(shaper, f, text)
	}
}

// identity names the faces that measure answers for: a chart drawn with others
// is not taken from the cache. Bundled faces are known by their name and the
// text face by its bytes; the user's by theirs.
func identity(l *fonts.Library, family string) string {
	var b strings.Builder
	bundled := fonts.Bundled().Families()
	for _, name := range l.Families() {
		fmt.Fprintf(&b, "%s;", name)
		if slices.Contains(bundled, name) && name != family {
			continue
		}
		for _, f := range l.Faces(name) {
			fmt.Fprintf(&b, "%x;", sha256.Sum256(f.Data))
		}
	}
	return b.String()
}

// A naming is what the chart of a figure tells apart by colour.
type naming struct {
	figure *brief.Figure
	names  []string
}

// coloursOf gives the names of all charts of a brief their places in the palette, so
// that one has the same colour in each.
func coloursOf(t *theme.Theme, named []naming) map[*brief.Figure][]int {
	list := make([][]string, len(named))
	for i, n := range named {
		list[i] = n.names
	}
	colours := map[*brief.Figure][]int{}
	for i, places := range paletteOf(t).ColourNames(list) {
		colours[named[i].figure] = places
	}
	return colours
}

// checkCharts reports what is wrong with the charts of a brief, and returns the
// figures whose chart has no error, and what these tell apart by colour.
func checkCharts(b *brief.Brief) ([]*brief.Figure, []naming, problem.List) {
	const many = 50_000 // what many columns of odd cells come to
	var sound []*brief.Figure
	var named []naming
	var problems problem.List
	told := problem.Told{}
	for _, f := range b.Figures {
		if f.Chart == nil {
			continue
		}
		names, found := charts.Examine(f.Chart)
		if !found.HasErrors() {
			sound, named = append(sound, f), append(named, naming{f, names})
		}
		for _, p := range found {
			if told.First(p) {
				problems.Add(p)
			}
		}
		if len(problems) > many {
			problems = problems.Few()
		}
	}
	return sound, named, problems
}

// drawCharts draws charts side by side, in their colours, with all that stands for
// them where they cannot be seen.
func drawCharts(ctx context.Context, s *Session, text *reading, list []*brief.Figure, colours map[*brief.Figure][]int) (map[*brief.Figure]typeset.Figure, problem.List, error) {
	if len(list) == 0 {
		return nil, nil, nil
	}
	options := plotterOptions(text)
	key := keyOf(text.job.Fonts, text.theme.Chart.Family, options)
	p := s.plotterOf(key, options)
	defer s.givePlotter(key, p)
	shaper := s.shaper(text.job.Fonts)
	widths := typeset.Widths(text.brief, list, typeset.Options{Library: text.job.Fonts, Shaper: shaper, Theme: text.theme, Digits: text.digits})
	s.giveShaper(text.job.Fonts, shaper)
	drawn := make([]typeset.Figure, len(list))
	failures := make([]error, len(list))
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for i, f := range list {
		group.Go(func() error {
			drawn[i], failures[i] = drawChart(ctx, f, colours[f], widths[i], p, text.attach != AttachNone)
			return nil
		})
	}
	_ = group.Wait() // each figure keeps its own error
	figures := make(map[*brief.Figure]typeset.Figure, len(list))
	var problems problem.List
	for i, f := range list {
		if err := failures[i]; err != nil {
			found, ok := charts.AsProblem(err)
			if !ok {
				return nil, problems, err
			}
			problems.Add(found)
			continue
		}
		figures[f] = drawn[i]
	}
	return figures, problems, nil
}

func drawChart(ctx context.Context, f *brief.Figure, colours []int, width typeset.Width, p *charts.Plotter, withData bool) (typeset.Figure, error) {
	drawn, err := p.Plot(ctx, f.Chart, width.Chart, colours...)
	if err != nil {
		return typeset.Figure{}, err
	}
	figure := typeset.Figure{Scene: drawn.Scene, Alt: f.Alt, Beside: width.Table}
	if figure.Alt == "" {
		figure.Alt = f.Chart.Alt
	}
	if figure.Alt == "" {
		figure.Alt = drawn.Describe()
	}
	if withData {
		figure.CSV, figure.Option = charts.CSV(f.Chart), drawn.Option
	}
	return figure, nil
}
