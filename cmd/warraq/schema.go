package main

import (
	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/input/schema"
)

func schemaCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "schema",
		Usage:        "print the JSON Schema of a brief; a chart block is its $defs/chart",
		Flags:        []cli.Flag{&cli.BoolFlag{Name: "theme", Usage: "print that of a theme"}},
		OnUsageError: wrongUsage,
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			document := schema.JSON()
			if ctx.Bool("theme") {
				document = schema.Theme()
			}
			_, err := c.out.Write(document)
			return err
		},
	}
}

func noArguments(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return usageError{problem.Say("\"%s\" takes no arguments", ctx.Command.Name)}
	}
	return nil
}
