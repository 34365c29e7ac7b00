//go:build bytecode

package engine

import "embed"

// carriedFiles holds the compiled library where the build made it before, and
// else nothing but what every checkout has.
//
//go:embed bytecode
var carriedFiles embed.FS
