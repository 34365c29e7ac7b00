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
		for _, f := range facesOf(job.Fonts, family) {
			weight := "regular"
			if f.Bold {
				weight = "bold"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\n", problem.Show(f.Family), weight, problem.Show(f.Name))
		}
	}
	return table.Flush()
}

// facesOf returns a family's regular and bold faces, as far as it has them.
func facesOf(l *fonts.Library, family string) []*fonts.Face {
	var faces []*fonts.Face
	for _, bold := range []bool{false, true} {
		if f, ok := l.Face(family, bold); ok && f.Bold == bold {
			faces = append(faces, f)
		}
	}
	return faces
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
