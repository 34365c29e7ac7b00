package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	_ "unsafe" // for go:linkname

	_ "github.com/go-via/via/plugins/echarts" // carries the source
)

// Library identifies the ECharts build: version and SHA-256 of its source.
const (
	libraryVersion = "6.0.0"
	libraryHash    = "baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d"
)

// moduleSource is the source as its module embeds it, by the name it has there: what
// the module exports compresses all of it before it hands anything out, which
// takes as long as to draw a chart. Where the module calls it otherwise it is
// empty, and librarySource says so.
//
//go:linkname moduleSource github.com/go-via/via/plugins/echarts.echartsJS
var moduleSource []byte

// librarySource returns the source of ECharts, which nobody may change.
func librarySource() ([]byte, error) {
	if sum := sha256.Sum256(moduleSource); hex.EncodeToString(sum[:]) != libraryHash {
		return nil, fmt.Errorf("echarts source: %d bytes with hash %x, want version %s with %s", len(moduleSource), sum, libraryVersion, libraryHash)
	}
	return moduleSource, nil
}

// The source is one call of one function, which is its last argument, and stands
// in parentheses.
var (
	beforeFactory = []byte("}(this,(function(t){")
	afterFactory  = []byte("}));\n")
)

// readOnce returns the source without the parentheses around the function that
// is all of it, which changes nothing of what it does, nor where in it anything
// stands. At an opening parenthesis the engine reads on to the closing one, to
// tell an arrow function by what follows, and then reads all of that again: here
// the whole library, a fifth of the time that it takes to compile. A source of
// another form is returned as it is.
func readOnce(source []byte) []byte {
	open, end := bytes.Index(source, beforeFactory), len(source)-len(afterFactory)
	if open < 0 || !bytes.HasSuffix(source, afterFactory) {
		return source
	}
	source = bytes.Clone(source)
	source[open+bytes.IndexByte(beforeFactory, ',')+1] = ' '
	source[end+1] = ' '
	return source
}
