package seal

import (
	"bytes"
	"crypto/sha256"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"

	"warraq/charts/memo"
)

// level is how hard streams are compressed. More takes two and a half times as long
// for one byte in a hundred.
const level = 8

// A Memo keeps compressed streams, by what was compressed. It is safe for several
// goroutines; nil keeps nothing.
type Memo = memo.Memo[[sha256.Size]byte, []byte]

// NewMemo returns a memo of at most limit bytes.
func NewMemo(limit int) *Memo { return memo.New[[sha256.Size]byte, []byte](limit) }

// deflate compresses each of some streams as /FlateDecode unpacks it, on all
// processors.
func deflate(streams []*[]byte, kept *Memo) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		workers.Go(func() {
			var b bytes.Buffer
			// One writer packs one stream after another: its tables are large. The
			// level is a valid one, and writing to memory cannot fail.
			zip, _ := zlib.NewWriterLevel(&b, level)
			for i := next.Add(1) - 1; int(i) < len(streams); i = next.Add(1) - 1 {
				var key [sha256.Size]byte
				if kept != nil {
					key = sha256.Sum256(*streams[i])
					if packed, ok := kept.Get(key); ok {
						*streams[i] = packed
						continue
					}
				}
				b.Reset()
				zip.Reset(&b)
				_, _ = zip.Write(*streams[i])
				_ = zip.Close()
				*streams[i] = bytes.Clone(b.Bytes())
				kept.Put(key, *streams[i], b.Len())
			}
		})
	}
	workers.Wait()
}

// compressed marks a dictionary as that of a compressed stream.
func compressed(dict []byte) []byte {
	return append(dict[:len(dict)-2:len(dict)-2], "/Filter/FlateDecode>>"...)
}
