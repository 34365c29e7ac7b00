package pipeline_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"

	"warraq/fonts"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/judge"
	"warraq/output/seal"
	"warraq/pipeline"
)

// textFaces are the bundled families that Arabic text can be set in.
var textFaces = []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"}

// floors are the words of the text that each engine must find again, in
// percent, with vowel marks and without.
var floors = map[string][2]float64{
	"poppler": {99.3, 99.3},
	"pdfium":  {99.3, 99.5},
	"pdfjs":   {97.3, 99.3},
	"pymupdf": {98.3, 99.5},
}

// neighbours are the pairs of words in a line of the example that each engine must
// find again, likewise, on the mean of the faces. What shares a page with the references
// is chance: where a page holds more Latin than Arabic, poppler puts the clauses of an
// Arabic line in the order of the page, and finds some of 100 fewer.
var neighbours = map[string][2]float64{
	"poppler": {98.3, 98.3},
	"pdfium":  {98, 98.3},
	"pdfjs":   {89, 91.5},
	"pymupdf": {90.5, 92.3},
}

// pageOfReferences is how many neighbours of 100 a face may lose by that chance.
const pageOfReferences = 1

func samarkand() fs.FS { return os.DirFS("../input/examples/samarkand") }

// build makes a report. Warnings are allowed: a narrow measure or another face
// may leave a line that cannot be set well.
func build(t testing.TB, job pipeline.Job) pipeline.Result {
	t.Helper()
	if job.Fonts == nil {
		job.Fonts = fonts.Bundled()
	}
	if job.Path == "" {
		job.Path = "brief.md"
	}
	result, problems, err := pipeline.Build(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		say := t.Logf
		if p.Severity == problem.Error {
			say = t.Errorf
		}
		say("%s:%d: %v: %s [%s]", p.Span.File.Name, p.Span.Position().Line, p.Severity, p.Message.In(problem.English, p.Args...), p.Code)
	}
	if result.PDF == nil {
		t.Fatal("no report was made")
	}
	return result
}

// The example as its authors set it has no problem of any kind, and to check it
// is to find that.
func TestExampleHasNoProblems(t *testing.T) {
	job := pipeline.Job{Root: samarkand(), Path: "brief.md", Fonts: fonts.Bundled(), Strict: true}
	if build(t, job).Pages < 5 {
		t.Error("the example is shorter than the report it stands for")
	}
	problems, err := pipeline.Check(context.Background(), job)
	if err != nil || len(problems) > 0 {
		t.Errorf("check finds %v, %v", problems, err)
	}
}

// The example in each text face and digit family is a document that archives
// and screen readers accept, and its text comes out as it went in.
func TestExampleBeforeTheJudges(t *testing.T) {
	cache := t.TempDir()
	pdfs := map[string][]byte{}
	for _, face := range textFaces {
		job := pipeline.Job{Root: samarkand(), TextFace: face, Cache: cache}
		pdfs[face] = build(t, job).PDF
	}
	for _, name := range theme.Names() {
		pdfs[name] = build(t, pipeline.Job{Root: samarkand(), Theme: name, Cache: cache}).PDF
	}
	pdfs["arab"] = build(t, pipeline.Job{Root: samarkand(), Digits: brief.ArabicDigits, Cache: cache}).PDF
	pdfs["all"] = build(t, pipeline.Job{Root: samarkand(), Attach: pipeline.AttachAll, Cache: cache}).PDF
	pdfs["none"] = build(t, pipeline.Job{Root: samarkand(), Attach: pipeline.AttachNone, Cache: cache}).PDF
	a2a := build(t, pipeline.Job{Root: samarkand(), Standards: []seal.Standard{seal.A2A, seal.UA1}, Cache: cache}).PDF

	t.Run("standards", func(t *testing.T) {
		judge.VeraPDFAll(t, pdfs, "a-3a", "ua-1")
		judge.VeraPDF(t, a2a, "a-2a", "ua-1")
	})
	t.Run("syntax", func(t *testing.T) {
		judge.Require(t, "qpdf", "poppler")
		for _, name := range slices.Sorted(maps.Keys(pdfs)) {
			judge.QPDF(t, pdfs[name])
			judge.Fonts(t, pdfs[name])
		}
		if images := judge.Images(t, pdfs["Amiri"]); len(images) > 0 {
			t.Errorf("a document of text and charts holds pictures: %v", images)
		}
	})
	reference := textOf(t, samarkand())
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) {
			judge.Require(t, engine)
			var sum [2]float64
			for _, face := range textFaces {
				text := judge.Extract(t, engine, pdfs[face])
				for i, marks := range []bool{true, false} {
					found, order := judge.Recall(reference, text, marks), judge.Order(reference, text, marks)
					t.Logf("%s in %s, marks %v: %.1f, neighbours %.1f", face, engine, marks, found, order)
					sum[i] += order
					if least := neighbours[engine][i] - pageOfReferences; found < floors[engine][i] || order < least {
						t.Errorf("%s finds %.1f of 100 words and %.1f of 100 neighbours of %s (marks: %v), fewer than %g and %g",
							engine, found, order, face, marks, floors[engine][i], least)
					}
				}
			}
			for i, marks := range []bool{true, false} {
				if order := sum[i] / float64(len(textFaces)); order < neighbours[engine][i] {
					t.Errorf("%s finds %.1f of 100 neighbours (marks: %v), fewer than %g", engine, order, marks, neighbours[engine][i])
				}
			}
		})
	}
}

func TestEqualJobsMakeEqualBytes(t *testing.T) {
	cache := t.TempDir()
	first := build(t, pipeline.Job{Root: samarkand(), Attach: pipeline.AttachAll}).PDF
	elsewhere := filepath.Join(t.TempDir(), "نسخة")
	if err := os.CopyFS(elsewhere, samarkand()); err != nil {
		t.Fatal(err)
	}
	for _, job := range []pipeline.Job{
		{Root: os.DirFS(elsewhere), Attach: pipeline.AttachAll, Cache: cache}, // fills the cache
		{Root: os.DirFS(elsewhere), Attach: pipeline.AttachAll, Cache: cache}, // reads it
		{Root: os.DirFS(filepath.Dir(elsewhere)), Path: "نسخة/brief.md", Attach: pipeline.AttachData},
	} {
		got := build(t, job).PDF
		if job.Attach == pipeline.AttachAll && !bytes.Equal(got, first) {
			t.Errorf("the same brief makes another file: %d bytes, not %d", len(got), len(first))
		}
		if job.Attach == pipeline.AttachData && !bytes.Equal(got, build(t, pipeline.Job{Root: samarkand()}).PDF) {
			t.Error("the name of a folder above the brief changes the file")
		}
	}
}

// A build owns no state: several at once, with one library and one cache, are
// as if each were alone.
func TestBuildsSideBySide(t *testing.T) {
	library, cache := fonts.Bundled(), t.TempDir()
	pdfs := make([][]byte, 3)
	var wait sync.WaitGroup
	for i := range pdfs {
		wait.Go(func() {
			result, _, err := pipeline.Build(context.Background(), pipeline.Job{
				Root: samarkand(), Path: "brief.md", Fonts: library, Cache: cache,
			})
			if err == nil {
				pdfs[i] = result.PDF
			}
		})
	}
	wait.Wait()
	alone := build(t, pipeline.Job{Root: samarkand()}).PDF
	for i, pdf := range pdfs {
		if !bytes.Equal(pdf, alone) {
			t.Errorf("build %d of %d at once makes %d other bytes", i+1, len(pdfs), len(pdf))
		}
	}
}

func TestBuildStopsWhenToldTo(t *testing.T) {
	for stop := range pipeline.Stages {
		ctx, cancel := context.WithCancel(context.Background())
		var seen []pipeline.Stage
		result, _, err := pipeline.Build(ctx, pipeline.Job{
			Root: samarkand(), Path: "brief.md", Fonts: fonts.Bundled(),
			Progress: func(s pipeline.Stage) {
				seen = append(seen, s)
				if s == pipeline.Stage(stop) {
					cancel()
				}
			},
		})
		// The last stage is short and may be past the point of no return.
		if err == nil && pipeline.Stage(stop) != pipeline.Seal {
			t.Errorf("a build cancelled in stage %v went on to the end", pipeline.Stage(stop))
		}
		if err != nil && result.PDF != nil {
			t.Errorf("a build cancelled in stage %v has a report", pipeline.Stage(stop))
		}
		if len(seen) > int(stop)+1 {
			t.Errorf("a build cancelled in stage %v went on to %v", pipeline.Stage(stop), seen[len(seen)-1])
		}
		cancel()
	}
}

// textOf is the text of a brief as its tree has it, which no later stage has
// touched: prose, headings, tables, notes, captions, and the names in charts.
func textOf(t testing.TB, root fs.FS) string {
	b, problems, err := input.Read(context.Background(), input.Options{FS: root, Path: "brief.md"})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	var w words
	for _, f := range []brief.Field{b.Meta.Kind, b.Meta.Title, b.Meta.Subtitle, b.Meta.Institution, b.Meta.Programme} {
		w.text(f.Value)
	}
	for _, a := range b.Meta.Authors {
		w.text(a.Name)
	}
	for _, blocks := range append(b.Meta.Texts(), b.Summary, b.Body) {
		w.blocks(blocks)
	}
	for _, n := range b.Notes {
		w.blocks(n.Blocks)
	}
	return w.String()
}

// words gathers text; a space ends each piece that stands alone.
type words struct{ bytes.Buffer }

func (w *words) text(s string) {
	w.WriteString(s)
	w.WriteByte('\n')
}

func (w *words) line(content []brief.Inline) {
	w.inlines(content)
	w.WriteByte('\n')
}

func (w *words) inlines(content []brief.Inline) {
	for _, n := range content {
		switch n := n.(type) {
		case *brief.Text:
			w.WriteString(n.Value)
		case *brief.Code:
			w.WriteString(n.Value)
		case *brief.Emphasis:
			w.inlines(n.Content)
		case *brief.Strong:
			w.inlines(n.Content)
		case *brief.Link:
			w.inlines(n.Content)
		case *brief.Marked:
			w.inlines(n.Content)
		case *brief.LineBreak, *brief.Citation, *brief.CrossReference, *brief.NoteMark:
			w.WriteByte(' ') // what these print is not the author's text
		}
	}
}

func (w *words) blocks(blocks []brief.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *brief.Heading:
			w.line(b.Content)
		case *brief.Paragraph:
			w.line(b.Content)
		case *brief.Quote:
			w.blocks(b.Blocks)
		case *brief.Callout:
			w.line(b.Title)
			w.blocks(b.Blocks)
		case *brief.List:
			for _, item := range b.Items {
				w.blocks(item.Blocks)
			}
		case *brief.TableBlock:
			w.line(b.Caption)
			for _, rows := range [][]brief.TableRow{b.Header, b.Rows} {
				for _, row := range rows {
					for _, cell := range row.Cells {
						w.line(cell.Content)
					}
				}
			}
		case *brief.Figure:
			w.line(b.Caption)
			w.line(b.Source)
			w.chart(b.Chart)
		}
	}
}

// dates in figures are printed with the names of months: of what was written the
// year is there.
var dates = regexp.MustCompile(`^(\d{4})[-/]\d{1,2}([-/]\d{1,2})?$`)

func (w *words) chart(c *brief.Chart) {
	if c == nil || c.Data == nil {
		return
	}
	shown := map[string]bool{} // a name of several rows is printed once
	for _, row := range c.Data.Rows {
		if name := row.Cells[max(c.Data.Column(c.Category), 0)].Text; !shown[name] {
			shown[name] = true
			w.text(dates.ReplaceAllString(name, "$1"))
		}
	}
}
