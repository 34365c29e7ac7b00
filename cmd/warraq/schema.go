package main

import (
	"github.com/urfave/cli/v2"

	"warraq/input/schema"
)

func schemaCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "schema",
		Usage:        "print the JSON Schema of a brief; a chart block is its $defs/chart",
		OnUsageError: wrongUsage,
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			_, err := c.out.Write(schema.JSON())
			return err
		},
	}
}

func noArguments(ctx *cli.Context) error {
	if ctx.Args().Present() {
		return usageError{quote(ctx.Command.Name) + " takes no arguments"}
	}
	return nil
}
