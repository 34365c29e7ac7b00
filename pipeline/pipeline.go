// Package pipeline makes a report from a brief: it runs the stages in order,
// times them, reports progress and stops when it is told to. What a stage does
// is the stage's own affair.
package pipeline

import (
	"context"
	"time"

	"warraq/input/problem"
	"warraq/output/typeset"
)

// Build makes the report. Problems that stop it leave Result.PDF nil. The error
// is a failing machine's, or ctx's, or says that the job's standards cannot be
// kept together or with what it attaches (see [seal.Check]).
func Build(ctx context.Context, job Job) (Result, problem.List, error) {
	s := &Session{once: true}
	defer s.Close()
	return s.Build(ctx, job)
}

// Check finds the problems that Build would find, and makes nothing. The error
// is Build's.
func Check(ctx context.Context, job Job) (problem.List, error) {
	_, problems, err := Spacing(ctx, job)
	return problems, err
}

// Spacing is Check that also says how wide the spaces of the justified lines
// are: of none where problems stop the build.
func Spacing(ctx context.Context, job Job) (typeset.Spaces, problem.List, error) {
	s := &Session{once: true}
	defer s.Close()
	return s.Spacing(ctx, job)
}

// Sources names the files that Build would read: their slash paths in the job's
// root, of the brief and of what it names, also where problems would stop the
// build. It is none where the brief itself cannot be read.
func Sources(ctx context.Context, job Job) ([]string, error) {
	text, _, err := read(ctx, job)
	if err != nil || text.brief == nil {
		return nil, err
	}
	return text.named(), nil
}

// A run is what the stages of one job told so far.
type run struct {
	job      Job
	problems problem.List
	times    [Stages]time.Duration
	err      error
}

// do runs a stage on what the stages before it made, and returns what it makes.
// After a failure nothing is run, and of what has problems nothing is painted:
// the stages up to then find all that is wrong, each in what the others made.
func do[From, To any](ctx context.Context, r *run, stage Stage, from From, does func(context.Context, From) (To, problem.List, error)) (to To) {
	if r.err == nil {
		r.err = ctx.Err()
	}
	if r.err != nil || stage > Typeset && !r.sound() {
		return to
	}
	if r.job.Progress != nil {
		r.job.Progress(stage)
	}
	var begin time.Time
	if r.job.Clock != nil {
		begin = r.job.Clock()
	}
	to, problems, err := does(ctx, from)
	if r.job.Clock != nil {
		r.times[stage] = r.job.Clock().Sub(begin)
	}
	if r.job.Strict {
		problems = withoutWarnings(problems)
	}
	r.problems.Add(problems.Few()...)
	r.err = err
	return to
}

// sound reports whether nothing was found that stops the build.
func (r *run) sound() bool { return r.err == nil && !r.problems.HasErrors() }

// end returns the problems of all stages together, and what ended the run.
func (r *run) end(ctx context.Context) (problem.List, error) {
	if r.err == nil {
		r.err = ctx.Err() // it may have ended in the last stage
	}
	problems := r.problems.Few()
	problems.Sort()
	return problems, r.err
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
