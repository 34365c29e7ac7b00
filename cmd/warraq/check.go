package main

import (
	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/pipeline"
)

func checkCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        "find what is wrong with each brief, and write nothing",
		ArgsUsage:    "BRIEF...",
		Flags:        append(reportFlags(), problemFlags()...),
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
	var all problem.List
	for _, r := range requests {
		progress.begin(r.argument)
		r.job.Progress = progress.stage
		problems, err := pipeline.Check(ctx.Context, r.job)
		if err != nil {
			return err
		}
		all.Add(r.located(problems)...)
	}
	progress.stop()
	return show.report(all, all.HasErrors())
}
