package pipeline_test

import (
	"context"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"warraq/fonts"
	"warraq/pipeline"
)

// BenchmarkBuild makes the example as the command does, faces opened anew, and
// prints what each stage takes. Its charts are in the cache.
func BenchmarkBuild(b *testing.B) { benchmark(b, samarkand(), b.TempDir()) }

// BenchmarkBuildUncached draws the charts too, script engine and all.
func BenchmarkBuildUncached(b *testing.B) { benchmark(b, samarkand(), "") }

// BenchmarkBuildLong makes a brief of 5, 15 and 50 times the text. What it
// prints for each time the text should not grow.
func BenchmarkBuildLong(b *testing.B) {
	for _, times := range []int{5, 15, 50} {
		b.Run(fmt.Sprintf("%dx", times), func(b *testing.B) {
			benchmark(b, repeated(b, times), b.TempDir())
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/float64(times), "ms/time")
		})
	}
}

func benchmark(b *testing.B, root fs.FS, cache string) {
	job := pipeline.Job{Root: root, Path: "brief.md", Cache: cache, Clock: time.Now}
	job.Fonts = fonts.Bundled()
	if _, _, err := pipeline.Build(context.Background(), job); err != nil {
		b.Fatal(err)
	}
	var total [pipeline.Stages]time.Duration
	b.ReportAllocs()
	for b.Loop() {
		job.Fonts = fonts.Bundled()
		result, problems, err := pipeline.Build(context.Background(), job)
		if err != nil || result.PDF == nil {
			b.Fatal(err, problems)
		}
		for stage, d := range result.Times {
			total[stage] += d
		}
	}
	for stage, d := range total {
		b.ReportMetric(float64(d.Microseconds())/1000/float64(b.N), pipeline.Stage(stage).String()+"-ms")
	}
}

// names finds what must be different in each copy of a text: anchors,
// cross-references and notes.
var names = regexp.MustCompile(`\{#[a-z]+:[a-z]+|@(sec|tbl|fig):[a-z]+|\[\^[a-z]+`)

// repeated is the example with its text several times over.
func repeated(t testing.TB, times int) fs.FS {
	files := fstest.MapFS{}
	for _, name := range []string{"brief.md", "refs.bib", "data/funding.csv", "data/holdings.csv"} {
		data, err := fs.ReadFile(samarkand(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	text := string(files["brief.md"].Data)
	end := strings.Index(text, "\n---\n") + len("\n---\n")
	var b strings.Builder
	b.WriteString(text[:end])
	for n := range times {
		b.WriteString(names.ReplaceAllString(text[end:], fmt.Sprintf("${0}-%d", n)))
	}
	files["brief.md"].Data = []byte(b.String())
	return files
}
