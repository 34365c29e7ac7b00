//go:build race

package engine

import "time"

// defaultTimeLimit bounds one drawing. The race detector makes the engine, which
// is C turned into Go, some twenty times slower.
const defaultTimeLimit = 5 * time.Minute
