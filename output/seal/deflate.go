package seal

import (
	"bytes"
	"crypto/sha256"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"

	"warraq/charts/memo"
	"warraq/output/deflate"
)

// level is how hard streams are compressed. More takes two and a half times as long
// for one byte in a hundred.
const level = 8

// A Memo keeps compressed streams, by what was compressed and how. It is safe for
// several goroutines; nil keeps nothing.
type Memo = memo.Memo[packing, []byte]

// A packing is a stream by its sum, and whether it is as small as can be.
type packing struct {
	sum      [sha256.Size]byte
	smallest bool
}

// NewMemo returns a memo of at most limit bytes.
func NewMemo(limit int) *Memo { return memo.New[packing, []byte](limit) }

// A compression says how streams are compressed: quickly, or as small as can be.
type compression struct {
	smallest bool
	kept     *Memo
}

// deflate compresses each of some streams as /FlateDecode unpacks it, on all
// processors.
func (c compression) deflate(streams []*[]byte) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(streams)) {
		workers.Go(func() {
			packed := quickly()
			if c.smallest {
				packed = deflate.Best
			}
			for i := next.Add(1) - 1; int(i) < len(streams); i = next.Add(1) - 1 {
				*streams[i] = c.keep(*streams[i], packed)
			}
		})
	}
	workers.Wait()
}

// keep packs a stream that was not packed before.
func (c compression) keep(stream []byte, pack func([]byte) []byte) []byte {
	if c.kept == nil {
		return pack(stream)
	}
	key := packing{sha256.Sum256(stream), c.smallest}
	packed, ok := c.kept.Get(key)
	if !ok {
		packed = pack(stream)
		c.kept.Put(key, packed, len(packed))
	}
	return packed
}

// quickly returns a function that compresses one stream after another with one
// writer, whose tables are large.
func quickly() func(stream []byte) []byte {
	var b bytes.Buffer
	// The level is a valid one, and writing to memory cannot fail.
	zip, _ := zlib.NewWriterLevel(&b, level)
	return func(stream []byte) []byte {
		b.Reset()
		zip.Reset(&b)
		_, _ = zip.Write(stream)
		_ = zip.Close()
		return bytes.Clone(b.Bytes())
	}
}

// compressed marks a dictionary as that of a compressed stream.
func compressed(dict []byte) []byte {
	return append(dict[:len(dict)-2:len(dict)-2], "/Filter/FlateDecode>>"...)
}
