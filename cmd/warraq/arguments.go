package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// interspersed moves a command's flags before its other arguments, so that
// `warraq build brief.md -o out.pdf` means what it says: package flag, on which
// urfave/cli stands, stops at the first argument that is no flag.
func interspersed(app *cli.App, args []string) []string {
	at := slices.IndexFunc(args, func(a string) bool { return app.Command(a) != nil })
	if at < 1 || slices.Contains(args, "--generate-bash-completion") {
		return args
	}
	command := app.Command(args[at])
	arranged := slices.Clone(args[:at+1])
	var others []string
	for rest := args[at+1:]; len(rest) > 0; rest = rest[1:] {
		switch arg := rest[0]; {
		case arg == "--":
			others = append(others, rest[1:]...)
			return append(append(arranged, "--"), others...)
		case arg == "-" || strings.HasPrefix(arg, "-#") || !strings.HasPrefix(arg, "-"): // -#fig:x is a chart of standard input
			others = append(others, arg)
		case takesValue(command, arg) && len(rest) > 1:
			arranged = append(arranged, arg, rest[1])
			rest = rest[1:]
		default:
			arranged = append(arranged, arg)
		}
	}
	if len(others) > 0 {
		arranged = append(append(arranged, "--"), others...)
	}
	return arranged
}

// takesValue reports whether the argument after this flag belongs to it.
func takesValue(command *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool
		}
	}
	return false
}
