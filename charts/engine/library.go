package engine

import (
	"io/fs"
	"runtime"
	"sync"

	"modernc.org/quickjs"

	"warraq/charts/cache"
)

// A Library is ECharts in compiled form. Engines that share one compile it once
// between them. It is safe for several goroutines.
type Library struct {
	cache   *cache.Cache
	carried fs.FS // what the program carries
	turn    sync.Mutex
	code    []byte
}

// NewLibrary returns a library that is kept in a cache between processes, unless
// that is nil or the program carries the library.
func NewLibrary(c *cache.Cache) *Library { return &Library{cache: c, carried: carriedFiles} }

// codeName names the compiled code by all that it depends on.
func codeName() string {
	return "echarts-" + libraryVersion + "-" + libraryHash[:16] + "-quickjs-" + quickjs.Version() + "-bare-" + runtime.GOARCH + ".bytecode"
}

// run runs the library in an engine.
func (l *Library) run(e *Engine) error {
	if code, ok := carriedCode(l.carried); ok && e.runCode(code) == nil {
		return nil
	}
	code, kept, err := l.compiled(false)
	if err != nil {
		return err
	}
	if err = e.runCode(code); err == nil || !kept {
		return err
	}
	// An entry of the cache that is whole, but no code.
	if code, _, err = l.compiled(true); err != nil {
		return err
	}
	return e.runCode(code)
}

// compiled returns the compiled code and whether it comes from the cache: from
// an engine before, from the cache, or from the source. Where anew is set the
// cache is not asked.
//
// Other engines wait here for the first to compile.
func (l *Library) compiled(anew bool) (code []byte, kept bool, err error) {
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
	if code, err = compile(readOnce(source)); err != nil {
		return nil, false, err
	}
	l.code = code
	l.cache.Put(codeName(), code)
	return code, false, nil
}
