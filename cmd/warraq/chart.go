package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/output/figure"
	"warraq/pipeline"
)

func chartCommand(c console) *cli.Command {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`PATH` of the picture, which ends in .svg or .png, or of a folder for it; - is standard output; else beside the brief"},
		&cli.StringFlag{Name: "as", Usage: "`KIND` of the picture where its path does not say it: svg or png; else svg"},
		&cli.Float64Flag{Name: "scale", Usage: "how many `TIMES` the picture is larger than on the page; a PNG has so many pixels a point, and else 2"},
		&cli.IntFlag{Name: "width", Usage: "`PIXELS` that the picture is wide, in place of --scale"},
	}
	return &cli.Command{
		Name:      "chart",
		Usage:     "make a picture of one chart of a brief",
		ArgsUsage: "BRIEF#NAME",
		Description: "NAME is that of the chart, as in {#fig:name}. The picture is the one on the page, without its\n" +
			"caption. It needs no font; what it shows stands in it as title and description.",
		Flags:        append(append(flags, chartFlags()...), problemFlags()...),
		OnUsageError: wrongUsage,
		Action:       c.chart,
	}
}

// chartFlags are the flags of a report that a chart by itself depends on.
func chartFlags() []cli.Flag {
	return slices.DeleteFunc(reportFlags(), func(f cli.Flag) bool {
		name := f.Names()[0]
		return name == "standard" || name == "date" // a picture has neither
	})
}

// A drawing is what a picture is made as.
type drawing struct {
	kind  string // svg or png
	scale float64
	width int // in place of scale, where it is set
}

func (c console) chart(ctx *cli.Context) error {
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	r, id, err := c.chartRequest(ctx)
	if err != nil {
		return err
	}
	defer closeAll([]request{r})
	output, as, err := c.pictureOutput(ctx, r, id)
	if err != nil {
		return err
	}
	read := sources([]request{r}, ctx.String("theme"), ctx.StringSlice("font"))
	p := picture()
	p.bare = ctx.IsSet("as")
	if err := c.refuse(p, output, read); err != nil {
		return err
	}
	progress := c.newProgress(ctx)
	defer progress.stop()
	progress.begin(problem.Show(ctx.Args().First()))
	r.job.Progress = progress.stage
	made, problems, err := pipeline.Figure(ctx.Context, r.job, id)
	if err != nil {
		return fmt.Errorf("%s: %w", r.argument, err)
	}
	progress.stop()
	failed := problems.HasErrors()
	if !failed {
		if err := c.writePicture(ctx, r, id, made, output, as); err != nil {
			return err
		}
	}
	return show.report(r.located(problems), failed)
}

// chartRequest finds the brief and the name of the chart in the argument.
func (c console) chartRequest(ctx *cli.Context) (r request, id string, err error) {
	if ctx.Args().Len() != 1 {
		return r, "", usageError{problem.Say("name one chart, as BRIEF#NAME")}
	}
	argument := ctx.Args().First()
	at := strings.LastIndexByte(argument, '#')
	if at <= 0 || at == len(argument)-1 {
		return r, "", usageError{problem.Say("\"%s\" names no chart: write BRIEF#NAME, where the chart has {#NAME}", argument)}
	}
	shared, err := c.sharedJob(ctx)
	if err != nil {
		return r, "", err
	}
	r, err = c.request(argument[:at], ctx.String("root"), shared)
	return r, argument[at+1:], err
}

// pictureOutput says where the picture goes, and as what.
func (c console) pictureOutput(ctx *cli.Context, r request, id string) (string, drawing, error) {
	d := drawing{scale: ctx.Float64("scale"), width: ctx.Int("width")}
	switch {
	case ctx.IsSet("scale") && ctx.IsSet("width"):
		return "", d, usageError{problem.Say("--scale and --width both say how large the picture is; give one")}
	case ctx.IsSet("scale") && !(d.scale >= 0.1 && d.scale <= 20):
		return "", d, usageError{problem.Say("--scale is from 0.1 to 20, not %v", d.scale)}
	case ctx.IsSet("width") && (d.width < 16 || d.width > 20_000):
		return "", d, usageError{problem.Say("--width is from 16 to 20000 pixels, not %v", d.width)}
	}
	output := ctx.String("output")
	if ctx.IsSet("output") && output == "" {
		return "", d, usageError{problem.Say("--output names nothing")}
	}
	var err error
	if ctx.IsSet("as") {
		if d.kind, err = oneOf(ctx, "as", "svg", "png"); err != nil {
			return "", d, err
		}
	}
	folder := false
	if output != "" && output != standardOutput {
		if folder, err = c.namesFolder(output, false); err != nil {
			return "", d, err
		}
	}
	ending := strings.TrimPrefix(endingOf(output), ".")
	switch {
	case folder || output == "" || output == standardOutput:
		if d.kind == "" {
			d.kind = "svg"
		}
		if output == "" && r.argument == standardInput {
			output = standardOutput
		}
		if output != standardOutput {
			if !folder {
				output = filepath.Dir(r.argument)
			}
			output = filepath.Join(output, fileNameOf(id)+"."+d.kind)
		}
	case d.kind == "":
		d.kind = ending
	case d.kind != ending && (ending == "svg" || ending == "png"):
		return "", d, usageError{problem.Say("--as is %s, and \"%s\" ends in .%s", d.kind, output, ending)}
	}
	return output, d, nil
}

// fileNameOf is the name of a chart as that of a file: «fig:growth» is growth.
func fileNameOf(id string) string {
	id = strings.TrimPrefix(id, "fig:")
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, id)
}

func (c console) writePicture(ctx *cli.Context, r request, id string, made pipeline.Picture, output string, as drawing) error {
	if made.Figure == nil {
		if len(made.Charts) == 0 {
			return usageError{problem.Say("%s has no chart with a name", r.argument)}
		}
		return usageError{problem.Say("%s has no chart \"%s\"; its charts are %s", r.argument, id, problem.Names(made.Charts))}
	}
	// What the brief names is known only now.
	if err := c.refuseRead(picture(), output, r.argument, r, made.Files); err != nil {
		return err
	}
	data, err := as.of(made.Figure)
	if err != nil {
		return err
	}
	return c.write(ctx.Context, output, data)
}

// pixelsOfInch is what a pixel of a screen is in CSS.
const pixelsOfInch = 96.0 / 72

// of makes a picture of a figure.
func (d drawing) of(f *figure.Figure) ([]byte, error) {
	scale := d.scale
	if d.kind == "svg" {
		switch {
		case d.width > 0:
			scale = float64(d.width) / f.Width / pixelsOfInch
		case scale == 0:
			scale = 1
		}
		return figure.SVG(f, scale), nil
	}
	switch {
	case d.width > 0:
		scale = float64(d.width) / f.Width
	case scale == 0:
		scale = 2
	}
	if w, h := figure.Size(f, scale); float64(w)*float64(h) > figure.MaxPixels {
		return nil, usageError{problem.Say("a picture of %d by %d pixels is too large; ask for %d pixels at most", w, h, int(math.Sqrt(figure.MaxPixels*f.Width/f.Height)))}
	}
	return figure.PNG(f, scale)
}
