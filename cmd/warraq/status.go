package main

import (
	"context"
	"errors"
	"fmt"

	"warraq/output/seal"
)

// The exit statuses.
const (
	statusDone     = 0
	statusProblems = 1
	statusUsage    = 2
	statusMachine  = 3
)

// A usageError is a command line that asks for nothing the program can do.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

// errProblems ends a command whose briefs have problems; they have been
// reported.
var errProblems = errors.New("the brief has problems")

// conclude reports what ended a command, and returns the exit status. Any other
// error is a failing machine.
func (c console) conclude(err error) int {
	var usage usageError
	if errors.Is(err, seal.ErrAttachments) || errors.Is(err, seal.ErrNoAttachment) {
		err = usageError{err.Error()} // flags that do not go together
	}
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errProblems):
		return statusProblems
	case errors.As(err, &usage):
		fmt.Fprintf(c.err, "warraq: %v\nRun 'warraq help' for usage.\n", usage)
		return statusUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(c.err, "warraq: interrupted")
	default:
		fmt.Fprintf(c.err, "warraq: %v\n", err)
	}
	return statusMachine
}
