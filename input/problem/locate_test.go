package problem

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"warraq/input/source"
)

// Lines and columns of many places are those of each by itself, and a byte order
// mark, which no editor counts, is no column.
func TestPlacesAreThoseOfSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aب✅\n\r\ufeff"))).Draw(t, "text")
		plain, marked := &source.File{Data: []byte(text)}, &source.File{Data: []byte(source.ByteOrderMark + text)}
		var places, others locator
		for _, at := range rapid.SliceOf(rapid.IntRange(0, len(text))).Draw(t, "places") {
			for at < len(text) && !utf8.RuneStart(text[at]) {
				at++
			}
			want := source.Span{File: plain, Start: at}.Position()
			if got := places.position(plain, at); got != want && text[:min(3, len(text))] != source.ByteOrderMark {
				t.Fatalf("byte %d: %v, not %v", at, got, want)
			}
			m := at + len(source.ByteOrderMark)
			if got, own := others.position(marked, m), (source.Span{File: marked, Start: m}).Position(); got != own || text[:min(3, len(text))] != source.ByteOrderMark && got != want {
				t.Fatalf("byte %d after a mark: %v and %v, not %v", at, got, own, want)
			}
		}
	})
}
