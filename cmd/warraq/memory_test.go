package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestMemoryFollowsTheHeap(t *testing.T) {
	before := debug.SetMemoryLimit(memoryWanted)
	defer debug.SetMemoryLimit(before)
	followHeap()
	held := make([]byte, 256<<20)
	for range 100 {
		runtime.GC()
		if limit := debug.SetMemoryLimit(-1); limit > 384<<20 && limit < math.MaxInt64 {
			runtime.KeepAlive(held)
			return
		}
		time.Sleep(10 * time.Millisecond) // the cleanup has a goroutine of its own
	}
	t.Errorf("with 256 MiB in use the limit is %d MiB", debug.SetMemoryLimit(-1)>>20)
}

func TestMemoryForAHeap(t *testing.T) {
	for live, want := range map[int64]int64{0: 144, 64: 144, 80: 145, 200: 325} {
		if got := memoryFor(live<<20) >> 20; got != want {
			t.Errorf("%d MiB in use: a limit of %d MiB, want %d", live, got, want)
		}
	}
}
