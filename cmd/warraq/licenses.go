package main

import (
	_ "embed"
	"io"

	"github.com/urfave/cli/v2"
)

// thirdParty names all that the program is made of, with the licences.
//
//go:embed THIRD_PARTY.md
var thirdParty string

func licensesCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "licenses",
		Usage:        "print the licences of all that the program is made of",
		OnUsageError: wrongUsage,
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			_, err := io.WriteString(c.out, thirdParty)
			return err
		},
	}
}
