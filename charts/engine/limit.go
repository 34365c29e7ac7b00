//go:build !race

package engine

import "time"

// defaultTimeLimit bounds one drawing, which takes well below a second.
const defaultTimeLimit = 10 * time.Second
