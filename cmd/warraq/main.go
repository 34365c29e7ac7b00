// Command warraq makes a printable Arabic report from an author's brief.
//
// This package turns flags into a [pipeline.Job], problems into text, and
// outcomes into exit codes. It decides nothing else.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// memoryWanted is how much memory, in bytes, a run takes before it collects
// more often than it would for speed. It may take more.
const memoryWanted = 200 << 20

func main() {
	if _, set := os.LookupEnv("GOGC"); !set {
		// A build is short: collecting at twice the heap, not at once, saves a
		// quarter of its processor time for 5 MiB.
		debug.SetGCPercent(200)
	}
	if _, set := os.LookupEnv("GOMEMLIMIT"); !set {
		// Up to here memory is worth less than time; beyond it a large table is
		// collected more often, on the processor that a build leaves idle.
		debug.SetMemoryLimit(memoryWanted)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args, console{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, lookup: os.LookupEnv,
	})
	stop()
	os.Exit(status)
}
