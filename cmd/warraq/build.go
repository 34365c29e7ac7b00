package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/output/disk"
	"warraq/pipeline"
)

func buildCommand(c console) *cli.Command {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`PATH` of the report, or of a folder for it; - is standard output; else beside the brief"},
		&cli.StringFlag{Name: "attach", Usage: "what goes into the file: none, data or all `FILES`; else data where the standard allows it"},
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
	requests, err := c.requests(ctx)
	if err != nil {
		return err
	}
	defer closeAll(requests)
	outputs, err := outputsOf(requests, ctx.String("output"))
	if err != nil {
		return err
	}
	progress := c.newProgress(ctx)
	defer progress.stop()
	var all problem.List
	failed := false
	for i, r := range requests {
		progress.begin(r.argument)
		r.job.Clock, r.job.Progress = time.Now, progress.stage
		result, problems, err := pipeline.Build(ctx.Context, r.job)
		if err != nil {
			return err
		}
		all.Add(r.located(problems)...)
		if problems.HasErrors() {
			failed = true
			continue
		}
		if err := c.write(outputs[i], result.PDF); err != nil {
			return err
		}
	}
	progress.stop()
	return show.report(all, failed)
}

// write puts a report where it was asked for, in a new folder if need be.
func (c console) write(path string, pdf []byte) error {
	if path == standardOutput {
		_, err := c.out.Write(pdf)
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return os.WriteFile(path, pdf, 0) // a device or a pipe has no earlier content to keep
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return pipeline.Replace(disk.Machine{}, path, pdf)
}

// standardOutput is the path that stands for it.
const standardOutput = "-"

// outputsOf says where the report of each request goes: the named file, a file
// in the named folder, standard output, or beside the brief.
func outputsOf(requests []request, output string) ([]string, error) {
	if output == standardOutput && len(requests) > 1 {
		return nil, usageError{"standard output takes one report; name a folder"}
	}
	folder := output != "" && output != standardOutput && namesFolder(output, len(requests) > 1)
	outputs := make([]string, len(requests))
	by := map[string]string{}
	for i, r := range requests {
		name := strings.TrimSuffix(filepath.Base(r.argument), filepath.Ext(r.argument)) + ".pdf"
		switch {
		case folder && r.argument == standardInput:
			outputs[i] = filepath.Join(output, "stdin.pdf")
		case folder:
			outputs[i] = filepath.Join(output, name)
		case output != "":
			outputs[i] = output
		case r.argument == standardInput:
			outputs[i] = standardOutput
		default:
			outputs[i] = filepath.Join(filepath.Dir(r.argument), name)
		}
		if other, taken := by[outputs[i]]; taken {
			return nil, usageError{other + " and " + r.argument + " would both become " + outputs[i] + ": rename one, or build them one by one, each with its own -o"}
		}
		by[outputs[i]] = r.argument
		if same, err := sameFile(outputs[i], r.argument); err == nil && same {
			return nil, usageError{"the report would overwrite its brief " + r.argument}
		}
	}
	return outputs, nil
}

// namesFolder reports whether an output is a folder: one that is there, or that
// its name or the number of reports asks for.
func namesFolder(path string, several bool) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || several || os.IsPathSeparator(path[len(path)-1])
}

func sameFile(a, b string) (bool, error) {
	ia, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	ib, err := os.Stat(b)
	if err != nil {
		return false, err
	}
	return os.SameFile(ia, ib), nil
}
