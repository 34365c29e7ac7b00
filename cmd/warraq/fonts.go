package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/pipeline"
)

func fontsCommand(c console) *cli.Command {
	return &cli.Command{
		Name:      "fonts",
		Usage:     "list the faces, or with --check what a brief's text would miss",
		ArgsUsage: " ",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "check", Usage: "the `BRIEF` whose characters are looked for"},
		}, append(reportFlags(), problemFlags()...)...),
		OnUsageError: wrongUsage,
		Action:       c.fonts,
	}
}

func (c console) fonts(ctx *cli.Context) error {
	if err := noArguments(ctx); err != nil {
		return err
	}
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	job, err := c.sharedJob(ctx)
	if err != nil {
		return err
	}
	if brief := ctx.String("check"); brief != "" {
		return c.checkFonts(ctx, brief, job, show)
	}
	table := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	for _, family := range job.Fonts.Families() {
		for _, f := range job.Fonts.Faces(family) {
			fmt.Fprintf(table, "%s\t%s\t%s\n", problem.Show(f.Family), style(f), problem.Show(f.Name))
		}
	}
	return table.Flush()
}

// style is what a face is called within its family.
func style(f *fonts.Face) string {
	switch {
	case f.Bold && f.Italic:
		return "bold italic"
	case f.Bold:
		return "bold"
	case f.Italic:
		return "italic"
	}
	return "regular"
}

// checkFonts shows which characters of a brief no face has, and whatever keeps
// the brief from being set at all.
func (c console) checkFonts(ctx *cli.Context, brief string, job pipeline.Job, show presentation) error {
	r, err := c.request(brief, ctx.String("root"), job)
	if err != nil {
		return err
	}
	defer closeAll([]request{r})
	problems, err := pipeline.Check(ctx.Context, r.job)
	if err != nil {
		return fmt.Errorf("%s: %w", r.argument, err)
	}
	problems = slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.Severity != problem.Error && p.Code != "missing-glyph"
	})
	return show.report(r.located(problems), problems.HasErrors())
}
