package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime"
	"sync"

	"github.com/go-via/via"
	"github.com/go-via/via/plugins/echarts"
	"modernc.org/quickjs"

	"warraq/charts/cache"
)

// Library identifies the ECharts build: version and SHA-256 of its source.
const (
	libraryVersion = "6.0.0"
	libraryHash    = "baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d"
)

// libraryPath is where the module serves the source; the middle part is the
// beginning of the source's hash.
const libraryPath = "/via/assets/echarts/baa8dfe7e1d9336b/echarts.min.js"

// A Library is ECharts in compiled form. Engines that share one compile it once
// between them. It is safe for several goroutines.
type Library struct {
	cache cache.Cache
	alone bool
	turn  sync.Mutex
	code  []byte
}

// NewLibrary returns a library that is kept in a cache between processes. With
// alone set one engine is to use it, and no cache: it then runs the source
// itself, which takes a tenth less than to compile it and run that.
func NewLibrary(c cache.Cache, alone bool) *Library {
	return &Library{cache: c, alone: alone && c.Dir == ""}
}

// codeName names the compiled code by all that it depends on.
func codeName() string {
	return "echarts-" + libraryVersion + "-" + libraryHash[:16] + "-quickjs-" + quickjs.Version() + "-" + runtime.GOARCH + ".bytecode"
}

// run runs the library in an engine.
func (l *Library) run(e *Engine) error {
	if l.alone {
		source, err := librarySource()
		if err != nil {
			return err
		}
		return e.run(string(source))
	}
	code, kept, err := l.compiled(e, false)
	if err != nil {
		return err
	}
	if err = e.runCode(code); err == nil || !kept {
		return err
	}
	// An entry of the cache that is whole, but no code.
	if code, _, err = l.compiled(e, true); err != nil {
		return err
	}
	return e.runCode(code)
}

// compiled returns the compiled code and whether it comes from the cache: from
// an engine before, from the cache, or from the source. Where anew is set the
// cache is not asked.
//
// Other engines wait here for the first to compile.
func (l *Library) compiled(e *Engine, anew bool) (code []byte, kept bool, err error) {
	l.turn.Lock()
	defer l.turn.Unlock()
	if l.code != nil {
		return l.code, false, nil
	}
	if !anew {
		if code, ok := l.cache.Get(codeName()); ok {
			return code, true, nil
		}
	}
	source, err := librarySource()
	if err != nil {
		return nil, false, err
	}
	if code, err = e.vm.Compile(string(source), quickjs.EvalGlobal); err != nil {
		return nil, false, fmt.Errorf("script engine: compiling echarts: %w", err)
	}
	l.code = code
	l.cache.Put(codeName(), code)
	return code, false, nil
}

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
