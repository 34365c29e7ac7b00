package input_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/input"
)

// BenchmarkRead reads the example, and a brief of many times its text: time and
// memory for each byte should be those of the example.
func BenchmarkRead(b *testing.B) {
	for _, times := range []int{1, 10, 50} {
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			root, size := repeated(b, times)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				_, problems, err := input.Read(context.Background(), input.Options{FS: root, Path: "brief.md"})
				if err != nil || problems.HasErrors() {
					b.Fatal(err, problems)
				}
			}
		})
	}
}

// repeated returns the example with its text so many times, and the size of its
// brief. The ids and notes of each copy are its own.
func repeated(t testing.TB, times int) (fstest.MapFS, int) {
	t.Helper()
	root := fstest.MapFS{}
	for _, name := range []string{"brief.md", "refs.bib", "data/funding.csv", "data/holdings.csv"} {
		data, err := os.ReadFile("examples/samarkand/" + name)
		if err != nil {
			t.Fatal(err)
		}
		root[name] = &fstest.MapFile{Data: data}
	}
	text := root["brief.md"].Data
	end := bytes.Index(text[4:], []byte("\n---\n")) + 4 + 5
	body := text[end:]
	brief := bytes.Clone(text[:end])
	for i := range times {
		pairs := []string{"[^", fmt.Sprintf("[^n%d", i)}
		for _, prefix := range []string{"sec:", "fig:", "tbl:"} {
			own := fmt.Sprintf("%s%d-", prefix, i)
			pairs = append(pairs, "#"+prefix, "#"+own, "@"+prefix, "@"+own)
		}
		brief = append(brief, strings.NewReplacer(pairs...).Replace(string(body))...)
	}
	root["brief.md"].Data = brief
	return root, len(brief)
}
