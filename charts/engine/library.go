package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"

	"github.com/go-via/via"
	"github.com/go-via/via/plugins/echarts"
)

// Library identifies the ECharts build: version and SHA-256 of its source.
const (
	libraryVersion = "6.0.0"
	libraryHash    = "baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d"
)

// libraryPath is where the module serves the source; the middle part is the
// beginning of the source's hash.
const libraryPath = "/via/assets/echarts/baa8dfe7e1d9336b/echarts.min.js"

// librarySource returns the source of ECharts. It comes from the Go module that
// carries it, by way of the handler that module exports, served in process: no
// socket is opened.
func librarySource() ([]byte, error) {
	// Zero lifetimes keep the app from starting its housekeeping goroutines.
	app := via.New(via.WithPlugins(echarts.Plugin()), via.WithSessionTTL(0), via.WithContextTTL(0), via.WithReconcileInterval(0))
	defer app.Shutdown(context.Background())
	request, err := http.NewRequest(http.MethodGet, libraryPath, nil)
	if err != nil {
		return nil, fmt.Errorf("echarts source: %w", err)
	}
	response := answer{header: http.Header{}}
	app.ServeHTTP(&response, request)
	source := response.body.Bytes()
	if sum := sha256.Sum256(source); hex.EncodeToString(sum[:]) != libraryHash {
		return nil, fmt.Errorf("echarts source: status %d, hash %x, want version %s with %s", response.status, sum, libraryVersion, libraryHash)
	}
	return source, nil
}

// An answer is an http.ResponseWriter that keeps the body.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(status int)      { a.status = status }
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }
