package seal

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// What a reader makes of the differences, each byte and the one above it, are the
// rows that were written.
func TestDifferencesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 9).Draw(t, "size")
		rows := rapid.SliceOf(rapid.Byte()).Draw(t, "rows")
		rows = rows[:len(rows)/size*size]
		written := differences(rows, size)
		if len(written) != len(rows)/size*(size+1) {
			t.Fatalf("%d bytes became %d", len(rows), len(written))
		}
		var read []byte
		above := make([]byte, size)
		for ; len(written) > 0; written = written[size+1:] {
			if written[0] != 2 {
				t.Fatalf("filter %d", written[0])
			}
			for i := range above {
				above[i] += written[1+i]
			}
			read = append(read, above...)
		}
		if !bytes.Equal(read, rows) {
			t.Fatalf("%v came back as %v", rows, read)
		}
	})
}
