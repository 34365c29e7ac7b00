package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/output/seal"
)

// The exit statuses.
const (
	statusDone     = 0
	statusProblems = 1
	statusUsage    = 2
	statusMachine  = 3
)

// A usageError is a command line that asks for nothing the program can do. What
// was typed stands in it as far as it can be shown.
type usageError struct{ message problem.Shown }

func (e usageError) Error() string { return e.message.String() }

// errProblems ends a command whose briefs have problems; they have been
// reported.
var errProblems = errors.New("the brief has problems")

// conclude reports what ended a command, and returns the exit status. Any other
// error is a failing machine.
func (c console) conclude(err error) int {
	var usage usageError
	if errors.Is(err, seal.ErrAttachments) || errors.Is(err, seal.ErrNoAttachment) {
		err = usageError{problem.Say("%v", err)} // flags that do not go together
	}
	var help cli.ExitCoder
	if errors.As(err, &help) {
		err = usageError{problem.Say("%v", err)} // help on what there is not
	}
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errProblems):
		return statusProblems
	case errors.As(err, &usage):
		fmt.Fprintf(c.err, "warraq: %s\nRun 'warraq help' for usage.\n", usage.message)
		return statusUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(c.err, "warraq: interrupted")
	default:
		fmt.Fprintf(c.err, "warraq: %s\n", problem.Say("%v", err))
	}
	return statusMachine
}
