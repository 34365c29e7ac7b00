package seal

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"testing"
)

// TestDeflate: what a stream becomes does not depend on those that the same writer
// packed before it, and every reader gets it back.
func TestDeflate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var texts [][]byte
	for n := range 24 {
		text := make([]byte, random.IntN(200_000)>>(n%12))
		for i := range text {
			// A text repeats what came before; noise and rows of one byte are there too.
			switch {
			case n%6 == 0:
				text[i] = byte(random.Uint32())
			case n%6 == 1:
				text[i] = 'a'
			case i > 40 && random.IntN(8) > 0:
				text[i] = text[i-40]
			default:
				text[i] = byte('a' + random.IntN(26))
			}
		}
		texts = append(texts, text)
	}
	together := make([]*[]byte, len(texts))
	for i, stream := range texts {
		together[i] = &stream
	}
	compression{}.deflate(together)
	for i, original := range texts {
		alone := original
		compression{}.deflate([]*[]byte{&alone})
		if !bytes.Equal(alone, *together[i]) {
			t.Errorf("stream %d, of %d bytes: %d packed alone, %d among others", i, len(original), len(alone), len(*together[i]))
		}
		unpacked, err := zlib.NewReader(bytes.NewReader(alone))
		if err != nil {
			t.Fatal(err)
		}
		if back, err := io.ReadAll(unpacked); err != nil || !bytes.Equal(back, original) {
			t.Errorf("stream %d comes back as %d bytes of %d: %v", i, len(back), len(original), err)
		}
	}
}
