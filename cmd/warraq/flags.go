package main

import (
	"github.com/urfave/cli/v2"

	"warraq/input/problem"
)

// The flags that say how a report is made; build and check share them.
func reportFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "theme", Usage: "`NAME` of a bundled theme, or the path of a .yaml file, before the brief's own"},
		&cli.StringFlag{Name: "text-face", Usage: "`FAMILY` of the running text, before the theme's own"},
		&cli.StringSliceFlag{Name: "font", Usage: "a TrueType or OpenType `FILE` to use beside the bundled faces; repeatable"},
		&cli.StringFlag{Name: "standard", Value: "a-3a,ua-1", Usage: "`LIST` of the standards the file keeps, separated by commas"},
		&cli.StringFlag{Name: "digits", Usage: "`FAMILY` of the digits, before the brief's own: latn, arab or arabext"},
		&cli.StringFlag{Name: "date", Usage: "`DATE` of the file, as 2025-04-09 or 2025-04-09T10:00:00Z; else SOURCE_DATE_EPOCH, else the brief's date, never the clock"},
		&cli.StringFlag{Name: "root", Usage: "`FOLDER` that the brief's paths may not leave; else the brief's own"},
		&cli.BoolFlag{Name: "no-cache", Usage: "draw every chart anew and keep nothing between runs"},
	}
}

// attachFlag says what the file carries, which its standards may not allow.
func attachFlag() cli.Flag {
	return &cli.StringFlag{Name: "attach", Usage: "what goes into the file: none, data or all `FILES`; else data where the standard allows it"}
}

// The flags that say how problems are shown.
func problemFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "strict", Usage: "take warnings for errors"},
		&cli.StringFlag{Name: "format", Value: "text", Usage: "`FORM` of the problems: text, json or sarif"},
		&cli.StringFlag{Name: "messages", Usage: "`LANGUAGE` of the problems: ar or en; else that of the locale, else en"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no progress line, and problems only where they stop the build"},
	}
}

// oneOf returns the value of a flag that has few.
func oneOf(ctx *cli.Context, flag string, values ...string) (string, error) {
	value := ctx.String(flag)
	for _, v := range values {
		if v == value {
			return value, nil
		}
	}
	return "", usageError{problem.Say("--%s is %s, not \"%s\"", flag, problem.Names(values), value)}
}
