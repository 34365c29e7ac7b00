package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/pipeline"
)

func checkCommand(c console) *cli.Command {
	flags := []cli.Flag{
		attachFlag(),
		&cli.BoolFlag{Name: "spacing", Usage: "print how wide the spaces of justified lines are, and how many words are stretched"},
	}
	return &cli.Command{
		Name:         "check",
		Usage:        "find what is wrong with each brief, and write nothing",
		ArgsUsage:    "BRIEF...",
		Flags:        append(append(flags, reportFlags()...), problemFlags()...),
		OnUsageError: wrongUsage,
		Action:       c.check,
	}
}

func (c console) check(ctx *cli.Context) error {
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	requests, err := c.requests(ctx)
	if err != nil {
		return err
	}
	defer closeAll(requests)
	progress := c.newProgress(ctx)
	defer progress.stop()
	set, done := pipeline.Spacing, func() {}
	if len(requests) > 1 {
		session := pipeline.NewSession(0)
		set, done = session.Spacing, session.Close
	}
	defer done()
	var all problem.List
	var spacings []spacing
	for _, r := range requests {
		progress.begin(problem.Show(r.argument))
		r.job.Progress = progress.stage
		spaces, problems, err := set(ctx.Context, r.job)
		if err != nil {
			return fmt.Errorf("%s: %w", r.argument, err)
		}
		if !problems.HasErrors() {
			spacings = append(spacings, spacing{r.argument, spaces, r.fileName})
		}
		all.Add(r.located(problems)...)
	}
	progress.stop()
	if ctx.Bool("spacing") {
		if err := show.showSpacing(c.out, spacings); err != nil {
			return err
		}
	}
	return show.report(all, all.HasErrors())
}
