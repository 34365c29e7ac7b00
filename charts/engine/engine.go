// Package engine runs ECharts inside the process: an option goes in, an SVG
// comes out. There is no browser, and the script has no files, no network, no
// clock and no chance.
package engine

import (
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"modernc.org/quickjs"
)

//go:embed prelude.js
var prelude string

// Options of an engine.
type Options struct {
	// Measure returns the width of one line of text at a size, both in points.
	// It is called from the goroutine that draws.
	Measure func(text string, size float64, bold bool) float64
	// LineHeight is the distance of two lines of one label, in em.
	LineHeight float64
	// Library is the compiled library, which engines share; nil means one of the
	// engine's own, which is kept nowhere.
	Library *Library
	// TimeLimit bounds one drawing; zero means 10 seconds.
	TimeLimit time.Duration
	// MemoryLimit bounds what the script may hold, in bytes; zero means 256 MiB.
	MemoryLimit uintptr
}

// An Engine draws charts one after another. It is for one goroutine at a time.
type Engine struct {
	vm      *quickjs.VM
	options Options
	fonts   map[string]font
}

// A font is what a CSS font shorthand asks for.
type font struct {
	size float64
	bold bool
}

// Load starts an engine: 30 ms where the library was compiled before, and ten
// times as much where it was not.
func Load(o Options) (*Engine, error) {
	if o.TimeLimit == 0 {
		o.TimeLimit = defaultTimeLimit
	}
	if o.MemoryLimit == 0 {
		o.MemoryLimit = 256 << 20
	}
	if o.Library == nil {
		o.Library = NewLibrary(nil)
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("script engine: %w", err)
	}
	e := &Engine{vm: vm, options: o, fonts: map[string]font{}}
	if err := e.load(); err != nil {
		vm.Close()
		return nil, err
	}
	return e, nil
}

// gcThreshold lets the library load without a collection: it keeps nearly all
// that it allocates.
const gcThreshold = 64 << 20

func (e *Engine) load() error {
	e.vm.SetMemoryLimit(e.options.MemoryLimit)
	e.vm.SetGCThreshold(gcThreshold)
	if err := e.vm.RegisterHostFunc("warraqMeasure", e.measure); err != nil {
		return fmt.Errorf("script engine: %w", err)
	}
	if err := e.run(prelude); err != nil {
		return err
	}
	if err := e.options.Library.run(e); err != nil {
		return err
	}
	if err := e.run("warraqReady()"); err != nil {
		return err
	}
	// The limit holds for drawing, not for the library, which is known.
	if err := e.vm.SetEvalTimeout(e.options.TimeLimit); err != nil {
		return fmt.Errorf("script engine: %w", err)
	}
	return nil
}

func (e *Engine) run(script string) error {
	v, err := e.vm.EvalValue(script, quickjs.EvalGlobal)
	if err != nil {
		return fmt.Errorf("script engine: %w", err)
	}
	v.Free()
	return nil
}

func (e *Engine) runCode(code []byte) error {
	v, err := e.vm.EvalBytecodeValue(code)
	if err != nil {
		return fmt.Errorf("script engine: loading echarts: %w", err)
	}
	v.Free()
	return nil
}

// Draw returns the SVG of an option, which is JSON, at a size in points. After
// an error the engine is not to be used again.
func (e *Engine) Draw(ctx context.Context, option []byte, width, height float64) (string, error) {
	done := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		// An interruption that comes before the script runs is lost, so it is
		// said until it is heard.
		for {
			e.vm.Interrupt()
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
			}
		}
	})
	result, err := e.vm.Call("warraqDraw", string(option), width, height)
	close(done)
	stop()
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if err != nil {
		return "", fmt.Errorf("drawing a chart: %w", err)
	}
	svg, ok := result.(string)
	if !ok {
		return "", fmt.Errorf("drawing a chart: got %T, want text", result)
	}
	return svg, nil
}

// RegisterMap makes a map known to the library under the name that options call
// it by; one of the same name is replaced. Its outlines are GeoJSON.
func (e *Engine) RegisterMap(name string, geoJSON []byte) error {
	if _, err := e.vm.Call("warraqMap", name, string(geoJSON)); err != nil {
		return fmt.Errorf("script engine: registering a map: %w", err)
	}
	return nil
}

// Close frees the engine.
func (e *Engine) Close() error { return e.vm.Close() }

// measure answers the library's measureText(text, font). ECharts asks for the
// width of 国 where it wants the height of a line: an ideograph is as wide as it
// is high.
func (e *Engine) measure(args []any) (any, error) {
	if len(args) != 2 {
		return nil, fmt.Errorf("measure: %d arguments", len(args))
	}
	text, _ := args[0].(string)
	shorthand, _ := args[1].(string)
	f, ok := e.fonts[shorthand]
	if !ok {
		f = parseFont(shorthand)
		e.fonts[shorthand] = f
	}
	if text == "国" {
		return f.size * e.options.LineHeight, nil
	}
	return e.options.Measure(text, f.size, f.bold), nil
}

// parseFont reads the size and the weight of a CSS font shorthand, such as
// "normal bold 9px sans-serif". Without a size it is ECharts' own 12.
func parseFont(shorthand string) font {
	f := font{size: 12}
	for word := range strings.FieldsSeq(shorthand) {
		if word == "bold" || word == "bolder" {
			f.bold = true
		} else if weight, err := strconv.Atoi(word); err == nil {
			f.bold = weight >= 600
		} else if number, ok := strings.CutSuffix(word, "px"); ok {
			if size, err := strconv.ParseFloat(number, 64); err == nil {
				f.size = size
			}
			break // the family follows
		}
	}
	return f
}
