package pipeline_test

import (
	"flag"
	"testing"

	"warraq/input/theme"
	"warraq/output/judge"
	"warraq/pipeline"
)

// The pages of the brief with every part of a report look, in each theme, as
// they did when they were last looked at.
func TestPagesLookAsTheyDid(t *testing.T) {
	judge.Require(t, "poppler")
	cache := t.TempDir()
	pdfs := map[string][]byte{}
	for _, name := range theme.Names() {
		pdfs[name] = build(t, pipeline.Job{Root: parts(), Theme: name, Cache: cache}).PDF
	}
	// The flag is goldie's, which keeps the other golden files.
	judge.GoldenPages(t, "testdata/pages", pdfs, flag.Lookup("update").Value.String() == "true")
}
