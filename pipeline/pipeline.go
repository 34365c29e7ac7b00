// Package pipeline makes a report from a brief: it runs the stages in order,
// times them, reports progress and stops when it is told to. What a stage does
// is the stage's own affair.
package pipeline

import (
	"context"

	"warraq/input/problem"
	"warraq/output/paragraph"
)

// Build makes the report. Problems that stop it leave Result.PDF nil. The error
// is a failing machine's, or ctx's.
func Build(ctx context.Context, job Job) (Result, problem.List, error) {
	w := newWork(job)
	err := w.run(ctx,
		step{Read, w.read},
		step{Plot, w.plot},
		step{Typeset, w.typeset},
		step{Paint, w.paint},
		step{Seal, w.seal},
	)
	if err != nil {
		return Result{}, w.problems, err
	}
	return w.result, w.problems, nil
}

// Check finds the problems that Build would find, and makes nothing.
func Check(ctx context.Context, job Job) (problem.List, error) {
	_, problems, err := Spacing(ctx, job)
	return problems, err
}

// Spacing is Check that also says how wide the spaces of the justified lines
// are: of none where problems stop the build.
func Spacing(ctx context.Context, job Job) (paragraph.Spaces, problem.List, error) {
	w := newWork(job)
	err := w.run(ctx,
		step{Read, w.read},
		step{Plot, w.plot},
		step{Typeset, w.typeset},
	)
	if err != nil || w.stopped {
		return paragraph.Spaces{}, w.problems, err
	}
	return paragraph.Spacing(w.pages.Justified), w.problems, nil
}

// A step is a stage and what it does with the work of the stages before it.
type step struct {
	stage Stage
	do    func(context.Context) error
}

// run takes the steps in order, until one fails, problems stop it, or ctx ends.
func (w *work) run(ctx context.Context, steps ...step) error {
	defer w.opening.Wait() // most likely over long ago
	defer func() {
		w.problems = w.problems.Few() // of all stages together
		w.problems.Sort()
	}()
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if w.job.Progress != nil {
			w.job.Progress(s.stage)
		}
		err := w.timed(s.stage, func() error { return s.do(ctx) })
		if err != nil {
			return err
		}
		if w.stopped {
			w.lookForGlyphs()
			return nil
		}
	}
	return ctx.Err() // it may have ended in the last stage
}

// timed measures a stage by the job's clock.
func (w *work) timed(stage Stage, do func() error) error {
	if w.job.Clock == nil {
		return do()
	}
	begin := w.job.Clock()
	err := do()
	w.result.Times[stage] = w.job.Clock().Sub(begin)
	return err
}
