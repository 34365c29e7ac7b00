package pipeline_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/pipeline"
)

// edited are the briefs that a session is tried with: text and charts, every
// construct, and pictures of every kind.
func edited(t testing.TB) []fstest.MapFS {
	t.Helper()
	var all []fstest.MapFS
	for _, folder := range []string{"../input/examples/starter", "testdata/parts"} {
		files := fstest.MapFS{}
		err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, files)
	}
	pictures := map[string][]byte{"mark.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="40" height="30" fill="#246"/><text x="5" y="50" font-size="9">طشقند</text></svg>`)}
	if tb, ok := t.(*testing.T); ok {
		for name, data := range rasters(tb) {
			pictures[name] = data
		}
	}
	pictures["twin.png"] = pictures["large.png"]
	return append(all, pictureBrief(pictures))
}

// edit changes one thing in a brief: a word, a line, a number, a width, or a
// file that it names.
func edit(files fstest.MapFS, random *rand.Rand) fstest.MapFS {
	changed := fstest.MapFS{}
	for name, f := range files {
		changed[name] = f
	}
	text := string(files["brief.md"].Data)
	front := strings.Index(text[3:], "\n---\n") + 8
	lines := strings.SplitAfter(text[front:], "\n")
	at := random.IntN(len(lines))
	switch random.IntN(6) {
	case 0:
		lines[at] = strings.Replace(lines[at], " ", " كلمة ", 1)
	case 1:
		lines[at] = "فقرة جديدة رقمها " + fmt.Sprint(random.IntN(1000)) + ".\n\n" + lines[at]
	case 2:
		lines[at] = ""
	case 3:
		lines[at] = strings.Replace(lines[at], "1", "2", 1)
	case 4:
		for i := range lines {
			lines[i] = strings.Replace(lines[i], "width=20mm", fmt.Sprintf("width=%dmm", 5+random.IntN(30)), 1)
		}
	case 5:
		if f, ok := files["mark.svg"]; ok {
			changed["mark.svg"] = &fstest.MapFile{Data: bytes.Replace(f.Data, []byte("#246"), fmt.Appendf(nil, "#%03d", random.IntN(1000)), 1)}
			changed["large.png"], changed["rgb.png"] = files["rgb.png"], files["large.png"]
		}
	}
	changed["brief.md"] = &fstest.MapFile{Data: []byte(text[:front] + strings.Join(lines, ""))}
	return changed
}

// sameAsFresh builds in a session and without, and compares all that comes out.
func sameAsFresh(t *testing.T, s *pipeline.Session, job pipeline.Job, what string) bool {
	t.Helper()
	kept, keptProblems, err := s.Build(context.Background(), job)
	if err != nil {
		t.Fatal(what, err)
	}
	fresh, problems, err := pipeline.Build(context.Background(), job)
	if err != nil {
		t.Fatal(what, err)
	}
	if !bytes.Equal(kept.PDF, fresh.PDF) {
		t.Errorf("%s: the session makes %d other bytes than the %d made afresh", what, len(kept.PDF), len(fresh.PDF))
	}
	if said(t, keptProblems) != said(t, problems) {
		t.Errorf("%s: the session finds\n%s\nand not\n%s", what, said(t, keptProblems), said(t, problems))
	}
	return fresh.PDF != nil
}

// Whatever is edited, a session makes the file that a build of its own makes,
// byte for byte, and finds the same problems; also where it has no room to keep
// anything.
func TestASessionMakesWhatAFreshBuildMakes(t *testing.T) {
	library, cache := fonts.Bundled(), t.TempDir()
	random := rand.New(rand.NewPCG(3, 5))
	for _, limit := range []int{0, 20_000} {
		briefs := edited(t)
		session := pipeline.NewSession(limit)
		made := 0
		for n := range cases(t, 18) {
			i := n % len(briefs)
			job := pipeline.Job{
				Root: briefs[i], Path: "brief.md", Fonts: library, Cache: cache,
				Theme: pick(random, "", "", "", "policy-brief"), Digits: pick(random, "", "", "", brief.ArabicDigits),
				TextFace: pick(random, "", "", "", "Scheherazade New"),
			}
			if n >= len(briefs) {
				job.Root = edit(briefs[i], random)
			}
			if sameAsFresh(t, session, job, fmt.Sprintf("edit %d", n)) {
				briefs[i] = job.Root.(fstest.MapFS) // what is broken is taken back
				made++
			}
		}
		session.Close()
		t.Logf("within %d bytes: %d reports", limit, made)
		if made < 9 {
			t.Error("hardly any edit left a brief that can be built")
		}
	}
}

// Builds at once in one session do not get into each other's way.
func TestASessionOfManyGoroutines(t *testing.T) {
	briefs, library := edited(t), fonts.Bundled()
	jobs := make([]pipeline.Job, 6)
	want := make([][]byte, len(jobs))
	for i := range jobs {
		random := rand.New(rand.NewPCG(uint64(i), 1))
		jobs[i] = pipeline.Job{Root: edit(briefs[i%len(briefs)], random), Path: "brief.md", Fonts: library, Digits: pick(random, brief.LatinDigits, brief.ArabicDigits)}
		result, _, err := pipeline.Build(context.Background(), jobs[i])
		if err != nil {
			t.Fatal(err)
		}
		want[i] = result.PDF
	}
	session := pipeline.NewSession(0)
	defer session.Close()
	for range 2 {
		var wait sync.WaitGroup
		for i, job := range jobs {
			wait.Go(func() {
				if result, _, err := session.Build(context.Background(), job); err != nil || !bytes.Equal(result.PDF, want[i]) {
					t.Errorf("build %d of many: %d bytes, not %d, %v", i, len(result.PDF), len(want[i]), err)
				}
			})
		}
		wait.Wait()
	}
}
