package pipeline_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/sebdah/goldie/v2"

	"warraq/input/brief"
	"warraq/output/judge"
	"warraq/output/seal"
	"warraq/pipeline"
)

// dataBrief is a brief of charts whose data are changed before they are drawn,
// and stand below them, in an appendix, or unseen.
func dataBrief(t *testing.T, change func(string) string) fs.FS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/data.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root := fstest.MapFS{}
	for _, f := range archive.Files {
		root[f.Name] = &fstest.MapFile{Data: []byte(change(string(f.Data)))}
	}
	return root
}

func same(s string) string { return s }

// Data tables have heads for their columns and rows, stand where they belong,
// and are tied to their figures; what the figures were drawn from is attached to
// their elements.
func TestFigureDataInTheTags(t *testing.T) {
	pdf := build(t, pipeline.Job{Root: dataBrief(t, same), Cache: t.TempDir()}).PDF
	// Where on which page things stand is not what this is about.
	dump := regexp.MustCompile(` BBox=\[[^]]*\]|\bp\d+\b`).ReplaceAllString(judge.Dump(t, pdf), "")
	goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt")).Assert(t, "data-tags", []byte(dump))
}

func TestFigureDataBeforeTheJudges(t *testing.T) {
	cache := t.TempDir()
	root := dataBrief(t, same)
	latin := build(t, pipeline.Job{Root: root, Cache: cache}).PDF
	t.Run("standards", func(t *testing.T) {
		judge.VeraPDFAll(t, map[string][]byte{
			"latn": latin,
			"arab": build(t, pipeline.Job{Root: root, Digits: brief.ArabicDigits, Cache: cache}).PDF,
			"all":  build(t, pipeline.Job{Root: root, Attach: pipeline.AttachAll, Cache: cache}).PDF,
		}, "a-3a", "ua-1")
		judge.VeraPDF(t, build(t, pipeline.Job{Root: root, Standards: []seal.Standard{seal.A4F, seal.UA2}, Cache: cache}).PDF, "a-4f", "ua-2")
	})
	t.Run("syntax", func(t *testing.T) {
		judge.Require(t, "qpdf")
		judge.QPDF(t, latin)
	})
	// A table that is not seen takes no word from those that are.
	open := build(t, pipeline.Job{Root: dataBrief(t, func(s string) string {
		return strings.ReplaceAll(s, "table: hidden\n", "")
	}), Cache: cache}).PDF
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) {
			judge.Require(t, engine)
			without, with := judge.Extract(t, engine, open), judge.Extract(t, engine, latin)
			if found := judge.Recall(without, with, true); found < 100 {
				t.Errorf("with a hidden table %s finds %.1f of 100 words that it found without", engine, found)
			}
			order := judge.Order(without, with, true)
			t.Logf("neighbours: %.1f", order)
			if order < 98 {
				t.Errorf("with a hidden table %s finds %.1f of 100 neighbours that it found without", engine, order)
			}
		})
	}
}
