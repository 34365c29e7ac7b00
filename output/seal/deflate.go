package seal

import (
	"bytes"
	"compress/zlib"
	"runtime"
	"sync"
	"sync/atomic"
)

// level is how hard streams are compressed. More takes half as long again for
// one byte in two hundred.
const level = 6

// deflate compresses each of some streams as /FlateDecode unpacks it, on all
// processors.
func deflate(streams []*[]byte) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		workers.Go(func() {
			var b bytes.Buffer
			// One writer packs one stream after another: its tables are large. The
			// level is a valid one, and writing to memory cannot fail.
			zip, _ := zlib.NewWriterLevel(&b, level)
			for i := next.Add(1) - 1; int(i) < len(streams); i = next.Add(1) - 1 {
				b.Reset()
				zip.Reset(&b)
				_, _ = zip.Write(*streams[i])
				_ = zip.Close()
				*streams[i] = bytes.Clone(b.Bytes())
			}
		})
	}
	workers.Wait()
}

// compressed marks a dictionary as that of a compressed stream.
func compressed(dict []byte) []byte {
	return append(dict[:len(dict)-2:len(dict)-2], "/Filter/FlateDecode>>"...)
}
