package main

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/urfave/cli/v2"

	"warraq/input/disk"
	"warraq/input/problem"
)

// A console is all that the command knows of its surroundings.
type console struct {
	in       io.Reader
	out, err io.Writer
	lookup   func(name string) (string, bool) // the environment
	disk     disk.Disk
	saving   *sync.Mutex // held while a report takes its place
}

// run carries out one command line and returns the exit status.
func run(ctx context.Context, args []string, c console) int {
	out := &stream{to: c.out}
	c.out = out
	app := newApp(c)
	err := app.RunContext(ctx, interspersed(app, args))
	if out.failure != nil && (err == nil || errors.Is(err, errProblems)) {
		err = out.failure
	}
	return c.conclude(err)
}

func newApp(c console) *cli.App {
	return &cli.App{
		Name:  "warraq",
		Usage: "makes a printable Arabic report (PDF/A-3a and PDF/UA-1) from an author's brief",
		Description: "A brief is Markdown under YAML front matter, or the same as one YAML or JSON file.\n" +
			"'warraq init DIR' writes a small one to start from.\n\n" +
			"Exit status: 0 done, 1 the brief has problems, 2 wrong usage, 3 the machine failed.",
		Version:              version(),
		Writer:               c.out,
		ErrWriter:            c.err,
		Suggest:              true,
		EnableBashCompletion: true,
		ExitErrHandler:       func(*cli.Context, error) {}, // conclude does it
		OnUsageError:         wrongUsage,
		Action:               unknownCommand,
		Commands: []*cli.Command{
			buildCommand(c), checkCommand(c), dataCommand(c), chartCommand(c), initCommand(c), schemaCommand(c), fontsCommand(c), cacheCommand(c), licensesCommand(c),
			versionCommand(c),
		},
	}
}

// unknownCommand is what the program does where no command is named.
func unknownCommand(ctx *cli.Context) error {
	if !ctx.Args().Present() {
		return cli.ShowAppHelp(ctx)
	}
	name := ctx.Args().First()
	if near := cli.SuggestCommand(ctx.App.Commands, name); near != "" {
		return usageError{problem.Say("there is no command \"%s\". %s", name, near)}
	}
	return usageError{problem.Say("there is no command \"%s\"", name)}
}

func wrongUsage(_ *cli.Context, err error, _ bool) error { return usageError{problem.Say("%v", err)} }
