package pipeline_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/output/judge"
	"warraq/pipeline"
)

// cases is how many cases drawn by chance a slow property runs.
func cases(t *testing.T, few int) int {
	n, err := strconv.Atoi(os.Getenv("WARRAQ_CASES"))
	if err != nil {
		return few
	}
	return n
}

var written = regexp.MustCompile(`ء[ادذرزو]{6}|Q[mnpqrs]{6}`)

// printed counts the words of a writer in what the tags hold, but for the
// contents, the index and references, which tell them again.
func printed(dump string) map[string]int {
	counts := map[string]int{}
	skip, index := -1, false
	for _, line := range strings.Split(dump, "\n") {
		text := strings.TrimLeft(line, " ")
		depth := len(line) - len(text)
		if skip >= 0 && depth > skip {
			continue
		}
		skip = -1
		switch {
		case strings.HasPrefix(text, "TOC"), strings.HasPrefix(text, "Reference"):
			skip = depth
		case strings.HasSuffix(text, ` "الكشّاف"`), strings.HasSuffix(text, ` "Index"`):
			index = true
		case index && depth == 2 && strings.HasPrefix(text, "L "):
			skip = depth
		case len(text) > 1 && text[0] == 'p' && text[1] >= '0' && text[1] <= '9':
			for _, word := range written.FindAllString(text, -1) {
				counts[word]++
			}
		}
	}
	return counts
}

// place builds a brief and asks that it is a report, unless it has a problem at
// its place: every link leads somewhere, every text is printed once. It reports
// whether there is a report.
func place(t *testing.T, library *fonts.Library, cache string, files fstest.MapFS, want map[string]int) bool {
	t.Helper()
	result, problems, err := pipeline.Build(context.Background(), pipeline.Job{Root: files, Path: "brief.md", Fonts: library, Cache: cache})
	defer func() {
		if t.Failed() {
			for _, name := range slices.Sorted(maps.Keys(files)) {
				if name != "p.png" {
					t.Logf("%s:\n%s", name, files[name].Data)
				}
			}
		}
	}()
	if err != nil {
		t.Errorf("the machine is blamed: %v", err)
		return false
	}
	for _, p := range problems {
		if p.Span.File == nil {
			t.Errorf("%s has no place", p.Code)
		}
		if p.Severity == problem.Error {
			t.Logf("%s:%d: %s [%s]", p.Span.File.Name, p.Span.Position().Line, p.Message.In(problem.English, p.Args...), p.Code)
		}
	}
	if result.PDF == nil {
		if !problems.HasErrors() {
			t.Error("neither a report nor an error")
		}
		return false
	}
	judge.Structure(t, result.PDF)
	counts := printed(judge.Dump(t, result.PDF))
	for _, word := range slices.Sorted(maps.Keys(want)) {
		if counts[word] != want[word] {
			t.Errorf("%s is printed %d times, not %d", word, counts[word], want[word])
		}
	}
	return true
}

// Every block in every container is a report. Where a container stands once in a
// brief, each block is the first in it.
func TestEveryBlockInEveryContainer(t *testing.T) {
	library, cache := fonts.Bundled(), t.TempDir()
	for _, container := range containers {
		together := 6
		if slices.Contains([]string{"summary", "imprint", "biography", "about"}, container) {
			together = 1
		}
		for first := 0; first < len(blocks); first += together {
			t.Run(container+"/"+blocks[first], func(t *testing.T) {
				w := newWriter(uint64(first))
				f := &front{}
				var body []string
				for kind := first; kind < min(first+together, len(blocks)); kind++ {
					body = append(body, w.in(container, f, func() []string { return w.block(kind, deepest) })...)
					body = append(body, "", w.words(), "")
				}
				if !place(t, library, cache, w.finish(f, body), w.want) {
					t.Error("there is no report")
				}
			})
		}
	}
}

// So is any mixture of them.
func TestAnyBlockAnywhere(t *testing.T) {
	library, cache := fonts.Bundled(), t.TempDir()
	all, reports := cases(t, 40), 0
	for seed := range all {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			files, want := mixture(uint64(seed))
			if place(t, library, cache, files, want) {
				reports++
			}
		})
	}
	if reports < all*9/10 {
		t.Errorf("%d of %d briefs are reports: too few to say anything", reports, all)
	}
}
