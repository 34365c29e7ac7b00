package pipeline_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/pipeline"
)

// A construct is something that a brief may have more and more of.
type construct struct {
	name string
	// from is how much of it the smallest brief has.
	from int
	// brief returns the files of a brief with n of it; brief.md is the brief.
	brief func(n int) map[string]string
	// code is that of the problem which such a brief ends in, or empty where it
	// ends in a report.
	code string
}

const (
	// doublings is how often a construct is doubled. The growth is measured over
	// the upper ones, where what every report costs weighs little.
	doublings, measured = 4, 3
	// steepest is the exponent of growth that n log n stays below.
	steepest = 1.15
	// fewObjects and fewBytes are added to what a build allocates: a second page
	// with the faces of its head, or a pool that is filled, makes as much of a
	// difference.
	fewObjects, fewBytes = 4_000, 8 << 20
)

// cost is what a build allocates.
type cost struct{ objects, bytes float64 }

func (c cost) less(base cost) cost {
	return cost{max(0, c.objects-base.objects), max(0, c.bytes-base.bytes)}
}

// costOf builds a brief and counts what that allocates. Equal builds allocate
// almost alike, so that growth can be told where no clock could.
func costOf(t *testing.T, job pipeline.Job, files map[string]string, code string) cost {
	t.Helper()
	root := fstest.MapFS{}
	for name, text := range files {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	job.Root, job.Path = root, "brief.md"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	result, problems, err := pipeline.Build(context.Background(), job)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	found := code == ""
	for _, p := range problems {
		found = found || p.Code == code
	}
	if !found || (result.PDF == nil) != (code != "") {
		if os.Getenv("WARRAQ_CASES") != "" {
			t.Skipf("so much is beyond a limit: %v", codes(problems, 5))
		}
		t.Fatalf("the brief ends in %v; wanted a report, or where it is named the problem %q", codes(problems, 5), code)
	}
	return cost{float64(after.Mallocs - before.Mallocs), float64(after.TotalAlloc - before.TotalAlloc)}
}

// exponent is the slope of a line through the upper points of a curve, both
// axes logarithmic: 1 is linear, 2 a square.
func exponent(sizes, costs []float64) float64 {
	sizes, costs = sizes[len(sizes)-measured:], costs[len(costs)-measured:]
	var x, y, xx, xy float64
	for i := range sizes {
		a, b := math.Log(sizes[i]), math.Log(max(1, costs[i]))
		x, y, xx, xy = x+a, y+b, xx+a*a, xy+a*b
	}
	n := float64(len(sizes))
	return (n*xy - x*y) / (n*xx - x*x)
}

// No construct of a brief costs more than n log n: twice as much of it takes
// about twice as much memory and as many objects. With -v the test prints the
// table; WARRAQ_CASES makes every brief larger.
func TestGrowth(t *testing.T) {
	larger := 1
	if os.Getenv("WARRAQ_CASES") != "" {
		larger = 16
	}
	// Pools are emptied with the garbage, and filled again at the cost of whoever
	// comes next: there is less of that where it is seldom gathered.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(1 << 30))
	job := pipeline.Job{Fonts: fonts.Bundled(), Cache: t.TempDir()}
	empty := map[string]string{"brief.md": opening("") + "نص.\n"}
	costOf(t, job, empty, "") // opens the faces
	base := costOf(t, job, empty, "")
	t.Logf("%-28s %8s %10s %8s %10s %8s", "construct", "most", "objects", "exponent", "KiB", "exponent")
	for _, c := range constructs() {
		t.Run(c.name, func(t *testing.T) {
			var sizes, objects, bytes []float64
			for i := range doublings {
				n := c.from * larger << i
				taken := costOf(t, job, c.brief(n), c.code).less(base)
				sizes, objects, bytes = append(sizes, float64(n)), append(objects, taken.objects+fewObjects), append(bytes, taken.bytes+fewBytes)
			}
			o, b := exponent(sizes, objects), exponent(sizes, bytes)
			last := doublings - 1
			t.Logf("%-28s %8.0f %10.0f %8.2f %10.0f %8.2f", c.name, sizes[last], objects[last], o, bytes[last]/1024, b)
			if o > steepest || b > steepest {
				t.Errorf("grows with the power of %.2f in objects %.0f and of %.2f in bytes %.0f", o, objects, b, bytes)
			}
		})
	}
}

// opening is the front matter of a brief with a title and some lines more.
func opening(front string) string { return "---\ntitle: تقرير\n" + front + "---\n" }

// word is one of many Arabic words, each unlike the others.
func word(i int) string {
	letters := []rune("بتجدرسصعفقكلمنهوي")
	var b strings.Builder
	b.WriteString("ال")
	for i += len(letters); i > 0; i /= len(letters) {
		b.WriteRune(letters[i%len(letters)])
	}
	return b.String()
}

// prose is n words between spaces.
func prose(n int) string { return each(n, " ", word) }

// each joins what a function says of the numbers below n.
func each(n int, between string, say func(i int) string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(say(i))
	}
	return b.String()
}

// many writes a text n times; %d in it is the number, %s a word.
func many(n int, format string) string {
	return each(n, "", func(i int) string {
		return strings.NewReplacer("%d", fmt.Sprint(i), "%s", word(i)).Replace(format)
	})
}

// codes are the codes of the first few problems.
func codes(list problem.List, most int) []string {
	var all []string
	for _, p := range list[:min(len(list), most)] {
		all = append(all, p.Code)
	}
	return all
}
