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
	"sync"
	"syscall"
	"time"

	"warraq/output/disk"
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
	var saving sync.Mutex
	os.Exit(untilTold(&saving, console{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, lookup: os.LookupEnv, disk: disk.Machine{}, saving: &saving,
	}))
}

// patience is how long a run may take to end once it is told to.
const patience = 500 * time.Millisecond

// untilTold runs the command line until it ends or the process is told to end,
// and returns the exit status. A second signal ends the process at once.
func untilTold(saving *sync.Mutex, c console) int {
	// Writing to a pipe that nobody reads is an error, not the end.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan int, 1)
	go func() { done <- run(ctx, os.Args, c) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
		stop()
	}
	select {
	case status := <-done:
		return status
	case <-time.After(patience):
	}
	// It waits for somebody who writes or reads, or computes and asks nobody. A
	// report that is taking its place gets there first, or is taken back.
	saving.Lock()
	select {
	case status := <-done:
		return status
	default:
		return c.conclude(ctx.Err())
	}
}
