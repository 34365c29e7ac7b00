//go:build !bytecode

package engine

import "embed"

// carriedFiles is empty: the program compiles the library itself.
var carriedFiles embed.FS
