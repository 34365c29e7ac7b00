// Command warraq makes a printable Arabic report from an author's brief.
//
// This package turns flags into a [pipeline.Job], problems into text, and
// outcomes into exit codes. It decides nothing else.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args, console{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, lookup: os.LookupEnv,
	})
	stop()
	os.Exit(status)
}
