package pipeline

import (
	"context"
	"os"
	"testing"
	"time"

	"warraq/fonts"
)

func TestScratch(t *testing.T) {
	dir := os.Getenv("SCRATCH_DIR")
	root, _ := os.OpenRoot(dir)
	res, probs, err := Build(context.Background(), Job{Root: root.FS(), Path: os.Getenv("SCRATCH_BRIEF"), Fonts: fonts.Bundled(), Cache: "/tmp/scratch-cache", Clock: time.Now, Theme: os.Getenv("SCRATCH_THEME"), TextFace: os.Getenv("SCRATCH_FACE")})
	for _, p := range probs {
		pos := p.Span.Position()
		t.Log(pos.Line, pos.Column, p.Severity, p.Code, p.Message.In("en", p.Args...))
	}
	t.Log(res.Times, err, res.Pages)
	if res.PDF != nil {
		os.WriteFile("/tmp/scratch.pdf", res.PDF, 0o644)
	}
}
