// Command warraq makes a printable Arabic report from an author's brief.
//
// This package turns flags into a [pipeline.Job], problems into text, and
// outcomes into exit codes. It decides nothing else.
package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"warraq/input/disk"
)

func main() {
	boundMemory()
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
