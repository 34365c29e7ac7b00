// Package charts is the door to all that is done with a chart block and its
// data: they are checked, drawn as a scene of vectors, described in words and
// given as CSV. Package grid reads the data, words says what they show, kinds
// lays a chart out as an option of ECharts, and types joins the three for each
// type; here options are drawn, and scenes kept.
//
// Lengths are points.
package charts

import (
	"context"
	"errors"
	"fmt"
	"image/color"

	"warraq/charts/cache"
	"warraq/charts/canvas"
	"warraq/charts/engine"
	"warraq/charts/memo"
	"warraq/charts/scene"
	"warraq/charts/types"
	"warraq/charts/vector"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/disk"
	"warraq/input/locale"
	"warraq/input/problem"
)

// Options of a Plotter.
type Options struct {
	// Measure returns the width of one line of text at a size in the chart's
	// face, in points. It is called from the goroutines that call Plot and, for
	// drawing, from the engines'; so it must be safe for several goroutines.
	Measure func(text string, size float64, bold bool) float64
	// Size is the size of chart text; zero means 8.5.
	Size float64
	// LineHeight is the distance of two lines of one label in em; zero means
	// 1.4. Ascent and Descent are the face's, in em and positive; both zero
	// means those of IBM Plex Sans Arabic.
	LineHeight, Ascent, Descent float64
	// CacheDir is the folder that keeps scenes and the compiled library; empty
	// switches caching off.
	CacheDir string
	// Disk is where that folder is; nil is the machine's.
	Disk disk.Disk
	// Kept are scenes in memory, for any Plotter; nil keeps none.
	Kept *Memo
	// Fonts identifies the faces that Measure answers for: a scene drawn with
	// other faces is not used.
	Fonts string
	// Digits is the family that numbers are printed in.
	Digits brief.Digits
	// Words are those of the document's language; nil means Arabic.
	Words *locale.Locale
	// Palette is the set of colours; the zero Palette means canvas.DefaultPalette.
	Palette canvas.Palette
}

// A Memo keeps drawn scenes in memory, under the names that files of the cache
// have.
type Memo = memo.Memo[string, *scene.Scene]

// NewMemo returns a memo of at most so many bytes.
func NewMemo(limit int) *Memo { return memo.New[string, *scene.Scene](limit) }

// A Plotter draws charts. It is safe for several goroutines.
type Plotter struct {
	options Options
	cache   *cache.Cache
	engines pool
}

// New returns a Plotter. It starts nothing: a script engine runs only once a
// chart is not in the cache.
func New(o Options) *Plotter {
	if o.Size == 0 {
		o.Size = 8.5
	}
	if o.LineHeight == 0 {
		o.LineHeight = 1.4
	}
	if o.Ascent == 0 && o.Descent == 0 {
		o.Ascent, o.Descent = 1.085, 0.415
	}
	if o.Digits == "" {
		o.Digits = brief.LatinDigits
	}
	if o.Words == nil {
		o.Words = locale.For("ar")
	}
	if len(o.Palette.Series) == 0 {
		o.Palette = canvas.DefaultPalette()
	}
	kept := cacheOf(o.CacheDir, o.Disk)
	p := &Plotter{options: o, cache: kept}
	library := engine.NewLibrary(kept)
	p.engines.load = func() (*engine.Engine, error) {
		return engine.Load(engine.Options{
			Measure: func(text string, size float64, bold bool) float64 {
				return o.Measure(canvas.Present(text, numeral.System(o.Digits)), size, bold)
			},
			LineHeight: o.LineHeight,
			Library:    library,
		})
	}
	return p
}

// Close frees the engines in the background. The Plotter may be used again.
func (p *Plotter) Close() { p.engines.close() }

// Wait returns when what Close began is done. A process that is about to end
// need not wait.
func (p *Plotter) Wait() { p.engines.wait() }

// Started reports whether a script engine was ever started.
func (p *Plotter) Started() bool { return p.engines.started() }

// Check reports all that is wrong with a chart: its type, columns, numbers. A
// chart with errors must not be plotted.
func Check(c *brief.Chart) problem.List {
	return types.Check(c)
}

// Examine is [Check] with the names that the chart tells apart by colour, in their
// order: none where it does not, or some are highlighted.
func Examine(c *brief.Chart) (names []string, list problem.List) { return types.Examine(c) }

// Types returns the names of all types of chart.
func Types() []string { return types.Names() }

// A Palette is the colours of charts.
type Palette = canvas.Palette

// PaletteOf returns the palette of a theme: the colours of its series, its text
// and lighter text, and its rules. Without series they are those of charts
// without a theme.
func PaletteOf(series []color.NRGBA, text, muted, rule color.NRGBA) Palette {
	return canvas.PaletteOf(series, text, muted, rule)
}

// A layout is a chart as it is to be drawn at some width.
type layout struct {
	canvas.Printed
	chart *types.Chart
}

// lay reads a chart and lays it out, in colours as Plot has them.
func (p *Plotter) lay(c *brief.Chart, width float64, colours ...int) (*layout, error) {
	chart, _ := types.Read(c, p.options.Words)
	if chart == nil {
		return nil, errors.New("plotting a chart that has problems")
	}
	if !(width >= minWidth && width <= maxWidth) {
		return nil, fmt.Errorf("plotting a chart at a width of %g points; from %d to %d are possible", width, minWidth, maxWidth)
	}
	o := p.options
	v := &canvas.Canvas{
		Style: canvas.Style{Measure: o.Measure, Size: o.Size, LineHeight: o.LineHeight, Ascent: o.Ascent, Descent: o.Descent, Palette: o.Palette.Ordered(colours)},
		Chart: c, Width: width, System: numeral.System(o.Digits), Words: o.Words,
		RTL: c.Direction == "rtl" || c.Direction == "" && o.Words.RightToLeft,
	}
	printed, err := v.Print(chart.Draw(v))
	if err != nil {
		return nil, fmt.Errorf("a chart's option: %w", err)
	}
	return &layout{printed, chart}, nil
}

// Widths of a chart, in points.
const (
	minWidth = 120
	maxWidth = 2000
)

// A Figure is a chart as it is drawn, and what stands for it elsewhere.
type Figure struct {
	Scene *scene.Scene
	// Option is the option of ECharts it is drawn from, in JSON, as it stands in
	// the PDF beside the figure.
	Option []byte

	chart  *types.Chart
	digits brief.Digits
	words  *locale.Locale
}

// Describe says what the chart shows, for readers who do not see it.
func (f *Figure) Describe() string { return f.chart.Describe(f.words, f.digits) }

// Plot draws a chart that Check found no error in. The error is a failing
// machine, a cancelled context or, where the author's option asks for what
// cannot be drawn, one that AsProblem turns into a problem. The colours, where they
// are given, are the places in the palette of what Examine names, each once, as
// [Palette.ColourNames] gives them to the charts of a report.
func (p *Plotter) Plot(ctx context.Context, c *brief.Chart, width float64, colours ...int) (*Figure, error) {
	l, err := p.lay(c, width, colours...)
	if err != nil {
		return nil, err
	}
	s, err := p.scene(ctx, c, l)
	if err != nil {
		return nil, err
	}
	return &Figure{s, l.Option, l.chart, p.options.Digits, p.options.Words}, nil
}

// scene draws what is laid out, or finds it in the cache.
func (p *Plotter) scene(ctx context.Context, c *brief.Chart, l *layout) (*scene.Scene, error) {
	key := p.key(l)
	if s, ok := p.options.Kept.Get(key); ok {
		return s, nil
	}
	if s, ok := p.cachedScene(key); ok {
		p.options.Kept.Put(key, s, s.Bytes())
		return s, nil
	}
	svg, err := p.engines.draw(ctx, l)
	if err != nil {
		if ctx.Err() == nil && len(c.Option) > 0 {
			return nil, &optionError{c, err.Error()}
		}
		return nil, err
	}
	s, err := vector.Convert(svg, vector.Options{
		Ascent: p.options.Ascent, Descent: p.options.Descent, Mirror: l.Mirror,
		Present: func(text string) string { return canvas.Present(text, numeral.System(p.options.Digits)) },
	})
	if err != nil {
		if len(c.Option) > 0 {
			return nil, &optionError{c, err.Error()}
		}
		return nil, err
	}
	if l.Annotate != nil {
		l.Annotate(s)
	}
	p.cache.Put(key, marshal(s))
	p.options.Kept.Put(key, s, s.Bytes())
	return s, nil
}

// An optionError is a drawing that failed with an option of the author's in it.
type optionError struct {
	chart  *brief.Chart
	reason string
}

func (e *optionError) Error() string { return "drawing a chart with an option: " + e.reason }

// AsProblem returns the problem an error of Plot stands for, if it is one of
// the brief's and not of the machine's.
func AsProblem(err error) (problem.Problem, bool) {
	var e *optionError
	if errors.As(err, &e) {
		return optionRefused.At(e.chart.Field("option"), e.reason), true
	}
	return problem.Problem{}, false
}

var optionRefused = problem.Kind{
	Code: "chart-option-refused", Severity: problem.Error,
	Message: problem.Text{AR: "تعذّر رسم ما في «option»: %s", EN: "what option asks for cannot be drawn: %s"},
	Advice:  problem.Text{AR: "احذف من «option» ما لا يُرسم بالمتّجهات.", EN: "Remove from option what vectors cannot draw."},
}
