package pipeline_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/judge"
	"warraq/pipeline"
)

// sheets are the page sizes that have a name.
var sheets = []string{"A4", "A5", "Letter", "B5"}

// parts is a brief that has every part of a report, from its cover to its index.
func parts() fs.FS { return os.DirFS("testdata/parts") }

// onSheet is a bundled theme on another sheet.
func onSheet(name, sheet string) *source.File {
	text := fmt.Sprintf("extends: %s\npage: {size: %s}\n", name, sheet)
	return &source.File{Name: name + "-" + sheet + ".yaml", Data: []byte(text)}
}

// Every theme on every sheet makes documents that archives and screen readers
// accept and that give their words back: of the example, and of a brief with
// every part of a report.
func TestThemesAndSheetsBeforeTheJudges(t *testing.T) {
	cache := t.TempDir()
	briefs := []struct {
		name, text string
		root       fs.FS
	}{{"example", textOf(t, samarkand()), samarkand()}, {"parts", textOf(t, parts()), parts()}}
	type report struct {
		name, text string
		pages      int
		// found is the words that each engine finds, with marks and without.
		found []string
	}
	var reports []report
	var candidates []judge.Candidate
	var pdfs [][]byte
	for _, b := range briefs {
		for _, name := range theme.Names() {
			for _, sheet := range sheets {
				made := build(t, pipeline.Job{Root: b.root, ThemeFile: onSheet(name, sheet), Cache: cache})
				r := report{name: b.name + " " + name + " " + sheet, text: b.text, pages: made.Pages}
				reports = append(reports, r)
				candidates = append(candidates, judge.Candidate{Name: r.name, PDF: made.PDF, Flavours: []string{"a-3a", "ua-1"}})
				pdfs = append(pdfs, made.PDF)
			}
		}
	}
	t.Run("structure", func(t *testing.T) {
		for _, pdf := range pdfs {
			judge.Structure(t, pdf)
		}
	})
	t.Run("standards", func(t *testing.T) { judge.VeraPDFEach(t, candidates) })
	t.Run("syntax", func(t *testing.T) {
		judge.Require(t, "qpdf", "poppler")
		for _, pdf := range pdfs {
			judge.QPDF(t, pdf)
			judge.Fonts(t, pdf)
		}
	})
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) {
			judge.Require(t, engine)
			for i, text := range judge.ExtractEach(t, engine, pdfs) {
				r := &reports[i]
				var found [2]float64
				for k, marks := range []bool{true, false} {
					found[k] = judge.Recall(r.text, text, marks)
					if floor := floors[engine][k]; found[k] < floor {
						t.Errorf("%s finds %.1f of 100 words of %s (marks: %v), fewer than %g", engine, found[k], r.name, marks, floor)
					}
				}
				r.found = append(r.found, fmt.Sprintf("%s %.1f %.1f", engine, found[0], found[1]))
			}
		})
	}
	for _, r := range reports {
		t.Logf("%-32s %3d pages  %s", r.name, r.pages, strings.Join(r.found, "  "))
	}
}
