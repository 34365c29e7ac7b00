//go:build unix

package pipeline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"warraq/fonts"
	"warraq/pipeline"
)

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
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
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
