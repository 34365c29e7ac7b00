package typeset_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/typeset"
)

// setFile reads a brief from testdata and makes its pages.
func setFile(t testing.TB, path string) *page.Document {
	t.Helper()
	b, problems, err := input.Read(context.Background(), input.Options{FS: os.DirFS("testdata"), Path: path})
	if err != nil || problems.HasErrors() {
		t.Fatal(problems, err)
	}
	return pagesOf(t, b, "think-tank")
}

func pagesOf(t testing.TB, b *brief.Brief, look string) *page.Document {
	t.Helper()
	th, ok := theme.Bundled(look)
	if !ok {
		t.Fatal(look)
	}
	document, problems, err := typeset.Typeset(context.Background(), b, typeset.Options{
		Library: fonts.Bundled(), Shaper: fonts.NewShaper(), Theme: th, Digits: b.Meta.Digits, Date: b.Meta.Date,
	})
	for _, p := range problems {
		t.Error(p)
	}
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// TestHardLines: the lines of a brief full of mixed text as they are seen from left
// to right, against UAX #9 and the rules of isolation. A line is what stands on
// one baseline; R and L tell at which edge it begins.
func TestHardLines(t *testing.T) {
	got := seen(setFile(t, "hard/lines.md"))
	goldie.New(t, goldie.WithFixtureDir("testdata/hard"), goldie.WithDiffEngine(goldie.ClassicDiff)).Assert(t, "lines", []byte(got))
}

// The golden file keeps its own order in an editor.
const (
	override = "\u202D"
	pop      = "\u202C"
)

// seen is the text of pages line by line as it is seen from left to right.
func seen(document *page.Document) string {
	var s strings.Builder
	for i := range document.Pages {
		p := &document.Pages[i]
		type line struct {
			y, left, right float64
			text           strings.Builder
		}
		var lines []*line
		for _, it := range p.Items {
			if it.Text == nil || it.Artifact == page.PaginationArtifact {
				continue
			}
			// A raised mark stands on the line of what it is raised over.
			last := len(lines) - 1
			if last < 0 || it.Y-lines[last].y > 8 || it.Y-lines[last].y < -8 || it.X < lines[last].right-3 {
				lines = append(lines, &line{y: it.Y, left: it.X})
				last++
			}
			l := lines[last]
			l.right = it.X + it.Text.Width()
			clusters := ""
			for c := range it.Text.Clusters() {
				if it.Text.RTL {
					// A cluster is seen from left to right as well.
					r := []rune(c.Text)
					for a, z := 0, len(r)-1; a < z; a, z = a+1, z-1 {
						r[a], r[z] = r[z], r[a]
					}
					for i := range r {
						r[i] = bidi.Mirror(r[i])
					}
					clusters += string(r)
				} else {
					clusters += c.Text
				}
			}
			l.text.WriteString(clusters)
		}
		for _, l := range lines {
			side := "L "
			if p.Width-l.right < l.left-5 {
				side = "R "
			}
			s.WriteString(side + override + l.text.String() + pop + "\n")
		}
	}
	return s.String()
}
