// Package examples holds briefs that work: one to start from, and one of the
// length and kind that think tanks publish.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed starter
var files embed.FS

// Starter is a small brief with data, of which brief.md is the brief.
func Starter() fs.FS {
	sub, err := fs.Sub(files, "starter")
	if err != nil {
		panic(err) // the name is a valid path
	}
	return sub
}
