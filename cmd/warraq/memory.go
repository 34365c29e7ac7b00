package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// memoryWanted is how much memory, in bytes, a run takes before it collects
// more often than it would for speed. It may take more.
const memoryWanted = 144 << 20

// boundMemory trades memory for time where the environment does not say how. A
// build is short: collecting when the heap is seven times what was in use, not
// twice, saves a fifth of the processor time of a short report for a few MiB.
// Beyond memoryWanted memory is worth more than time, and is collected when it
// has grown by half of what is in use: so a report of twice the length takes
// twice the time, where a fixed limit would have it collect all the while.
func boundMemory() {
	if _, set := os.LookupEnv("GOGC"); !set {
		debug.SetGCPercent(600)
	}
	if _, set := os.LookupEnv("GOMEMLIMIT"); !set {
		debug.SetMemoryLimit(memoryWanted)
		followHeap()
	}
}

// followHeap sets the limit of memory anew after each collection.
func followHeap() {
	// What nobody holds is cleaned up after the next collection.
	runtime.AddCleanup(new([32]byte), func(struct{}) {
		debug.SetMemoryLimit(memoryFor(liveHeap()))
		followHeap()
	}, struct{}{})
}

// memoryFor is the limit for a heap of which so many bytes are in use: half as
// much again, and what stands beside the heap.
func memoryFor(live int64) int64 {
	const besideHeap = 25 << 20
	return max(memoryWanted, live+live/2+besideHeap)
}

// liveHeap is what the last collection found in use, in bytes.
func liveHeap() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(sample[0].Value.Uint64())
}
