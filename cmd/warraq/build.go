package main

import (
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/pipeline"
)

func buildCommand(c console) *cli.Command {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`PATH` of the report, or of a folder for it; - is standard output; else beside the brief"},
		attachFlag(),
		&cli.BoolFlag{Name: "proof", Usage: "mark every page as a draft, with the brief's revision and date"},
		&cli.StringFlag{Name: "compress", Value: "normal", Usage: "`HOW` the file is compressed: normal, or best, which makes it a twentieth smaller and takes several times as long"},
	}
	return &cli.Command{
		Name:         "build",
		Usage:        "make a PDF of each brief",
		ArgsUsage:    "BRIEF...",
		Flags:        append(append(flags, reportFlags()...), problemFlags()...),
		OnUsageError: wrongUsage,
		Action:       c.build,
	}
}

func (c console) build(ctx *cli.Context) error {
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	compress, err := oneOf(ctx, "compress", "normal", "best")
	if err != nil {
		return err
	}
	requests, err := c.requests(ctx)
	if err != nil {
		return err
	}
	defer closeAll(requests)
	if ctx.IsSet("output") && ctx.String("output") == "" {
		return usageError{problem.Say("--output names nothing")}
	}
	outputs, err := c.outputsOf(requests, ctx.String("output"))
	if err != nil {
		return err
	}
	read := sources(requests, ctx.String("theme"), ctx.StringSlice("font"))
	for _, output := range outputs {
		if err := c.refuse(report(), output, read); err != nil {
			return err
		}
	}
	if err := c.distinct(outputs); err != nil {
		return err
	}
	if err := c.refuseOthers(ctx.Context, outputs, requests); err != nil {
		return err
	}
	progress := c.newProgress(ctx)
	defer progress.stop()
	build, done := pipeline.Build, func() {}
	if len(requests) > 1 {
		session := pipeline.NewSession(0)
		build, done = session.Build, session.Close
	}
	defer done()
	var all problem.List
	failed := false
	for i, r := range requests {
		progress.begin(problem.Show(r.argument))
		r.job.Clock, r.job.Progress = time.Now, progress.stage
		r.job.Smallest, r.job.Proof = compress == "best", ctx.Bool("proof")
		result, problems, err := build(ctx.Context, r.job)
		if err != nil {
			return fmt.Errorf("%s: %w", r.argument, err)
		}
		all.Add(r.located(problems)...)
		if problems.HasErrors() {
			failed = true
			continue
		}
		// What the brief names is known only now.
		if err := c.refuse(report(), outputs[i], read); err != nil {
			return err
		}
		if err := c.refuseRead(report(), outputs[i], r.argument, r, result.Files); err != nil {
			return err
		}
		if err := c.write(ctx.Context, outputs[i], result.PDF); err != nil {
			return err
		}
	}
	progress.stop()
	return show.report(all, failed)
}
