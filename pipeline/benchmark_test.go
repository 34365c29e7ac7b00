package pipeline_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"regexp"
	"runtime"
	"runtime/metrics"
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

// BenchmarkEdit makes the example again in a session after one word of it was
// changed, once and fifty times as long with the words of its paragraphs in other
// orders. It prints the processor time of a build, all goroutines and the collector
// counted, and what each stage takes. Every other word brings letters that no word
// before had, so that codes are allotted anew.
func BenchmarkEdit(b *testing.B) {
	for _, times := range []int{1, 50} {
		b.Run(fmt.Sprintf("%dx", times), func(b *testing.B) {
			files := repeated(b, times).(fstest.MapFS)
			text := shuffled(string(files["brief.md"].Data), rand.New(rand.NewPCG(7, 1)))
			at := strings.Index(text[len(text)/2:], ". ") + len(text)/2 + len(". ")
			s := pipeline.NewSession(0)
			defer s.Close()
			job := pipeline.Job{Root: files, Path: "brief.md", Clock: time.Now, Fonts: fonts.Bundled()}
			edit := func(n int) pipeline.Result {
				word := "الخزانة"
				if n%2 == 1 {
					word = string([]rune{'س', rune(0x678 + n%40), rune(0x69A + n%30), 'ر'})
				}
				files["brief.md"] = &fstest.MapFile{Data: []byte(text[:at] + word + " " + text[at:])}
				result, problems, err := s.Build(context.Background(), job)
				if err != nil || result.PDF == nil {
					b.Fatal(err, problems)
				}
				return result
			}
			edit(0)
			n := 0
			var total [pipeline.Stages]time.Duration
			before := processorTime(b)
			for b.Loop() {
				n++
				for stage, d := range edit(n).Times {
					total[stage] += d
				}
			}
			b.ReportMetric(float64((processorTime(b)-before).Microseconds())/1000/float64(n), "processor-ms")
			for stage, d := range total {
				b.ReportMetric(float64(d.Microseconds())/1000/float64(n), pipeline.Stage(stage).String()+"-ms")
			}
		})
	}
}

// processorTime is what the process has taken so far, in all threads.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	sample := []metrics.Sample{{Name: "/cpu/classes/total:cpu-seconds"}, {Name: "/cpu/classes/idle:cpu-seconds"}}
	runtime.GC() // the classes are counted up to the last collection
	metrics.Read(sample)
	return time.Duration((sample[0].Value.Float64() - sample[1].Value.Float64()) * float64(time.Second))
}

// shuffled puts the words of each plain paragraph in another order.
func shuffled(text string, random *rand.Rand) string {
	blocks := strings.Split(text, "\n\n")
	for i, block := range blocks {
		if i == 0 || strings.ContainsAny(block, "#|:`[]{}*_!@<>\n-") || block == "" {
			continue
		}
		words := strings.Fields(block)
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		blocks[i] = strings.Join(words, " ")
	}
	return strings.Join(blocks, "\n\n")
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
