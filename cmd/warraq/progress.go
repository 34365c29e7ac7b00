package main

import (
	"io"
	"os"
	"time"

	"github.com/urfave/cli/v2"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"warraq/input/problem"
	"warraq/pipeline"
)

// A progress line names the brief at work and the stage it is in. Its zero
// value shows nothing.
type progress struct {
	lines *mpb.Progress
	bar   *mpb.Bar
}

// newProgress shows a line on a terminal only: in a log it would be noise.
func (c console) newProgress(ctx *cli.Context) *progress {
	p := &progress{}
	if !ctx.Bool("quiet") && ctx.String("format") == "text" && isTerminal(c.err) {
		p.lines = mpb.New(mpb.WithOutput(c.err), mpb.WithWidth(24), mpb.WithRefreshRate(50*time.Millisecond))
	}
	return p
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// begin starts the line of a brief.
func (p *progress) begin(name problem.Shown) {
	if p.lines == nil {
		return
	}
	p.end()
	stage := decor.Any(func(s decor.Statistics) string {
		return pipeline.Stage(min(s.Current, int64(pipeline.Seal))).String()
	}, decor.WCSyncSpaceR)
	p.bar = p.lines.AddBar(int64(pipeline.Stages),
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(name.String(), decor.WCSyncSpaceR)),
		mpb.AppendDecorators(stage))
}

// stage is told by the pipeline.
func (p *progress) stage(s pipeline.Stage) {
	if p.bar != nil {
		p.bar.SetCurrent(int64(s))
	}
}

func (p *progress) end() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bar = nil
	}
}

// stop clears the line, so that problems print on a clean screen.
func (p *progress) stop() {
	if p.lines == nil {
		return
	}
	p.end()
	p.lines.Wait()
	p.lines = nil
}
