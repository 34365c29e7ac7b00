package typeset_test

import (
	"context"
	"fmt"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/drawing"
	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/typeset"
)

// Each brief in testdata is one part of a report; beside it stands what is on
// its pages, what it means, and what was found wrong with it.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no briefs", err)
	}
	library := fonts.Bundled()
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".md")
		t.Run(base, func(t *testing.T) {
			b, look, problems, err := readBrief(os.DirFS("testdata"), base+".md", nil)
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			d, more := setBrief(b, look, library)
			problems = append(problems, more...)
			got := ""
			for _, p := range problems {
				got += fmt.Sprintf("%d: %s [%s]\n", p.Span.Position().Line, p.Message.In(problem.English, p.Args...), p.Code)
			}
			got += dump(d)
			goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithDiffEngine(goldie.ClassicDiff)).Assert(t, base, []byte(got))
		})
	}
}

// Every golden file belongs to a brief.
func TestGoldenFilesAreInUse(t *testing.T) {
	names, err := filepath.Glob("testdata/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if _, err := os.Stat(strings.TrimSuffix(name, ".golden") + ".md"); err != nil {
			t.Errorf("%s has no brief", name)
		}
	}
}

// readBrief reads a brief and the theme that it names, bundled or beside it.
func readBrief(root fs.FS, name string, data []byte) (*brief.Brief, *theme.Theme, problem.List, error) {
	b, problems, err := input.Read(context.Background(), input.Options{FS: root, Path: name, Data: data})
	if err != nil {
		return nil, nil, problems, err
	}
	look, ok := theme.Bundled(b.Meta.Theme.Value)
	if !ok {
		file, err := fs.ReadFile(root, b.Meta.Theme.Value)
		if err != nil {
			return nil, nil, problems, err
		}
		var more problem.List
		look, more = theme.Read(&source.File{Name: b.Meta.Theme.Value, Data: file})
		problems = append(problems, more...)
	}
	return b, look, problems, nil
}

// setBrief typesets a brief, with a drawing in the place of every chart.
func setBrief(b *brief.Brief, look *theme.Theme, library *fonts.Library) (*page.Document, problem.List) {
	figures := map[*brief.Figure]typeset.Figure{}
	widths := typeset.Widths(b, b.Figures, typeset.Options{Library: library, Shaper: fonts.NewShaper(), Theme: look, Digits: b.Meta.Digits})
	for i, f := range b.Figures {
		if f.Chart != nil {
			drawn := standIn(f, widths[i].Chart)
			drawn.Beside = widths[i].Table
			figures[f] = drawn
		}
	}
	drawings, problems, err := drawing.ReadAll(context.Background(), b.Pictures, nil)
	if err != nil || problems.HasErrors() {
		return nil, problems
	}
	document, more, err := typeset.Typeset(context.Background(), b, typeset.Options{
		Library: library, Shaper: fonts.NewShaper(), Theme: look, Figures: figures, Drawings: drawings,
		Digits: b.Meta.Digits, Date: b.Meta.Date,
	})
	if err != nil {
		panic(err) // nothing ends this context
	}
	return document, append(problems, more...)
}

// standIn stands for a chart: a frame with the title and a turned word. What
// charts draw is tested where they are drawn.
func standIn(f *brief.Figure, width float64) typeset.Figure {
	height := f.Chart.Height
	if height == 0 {
		height = 90
	}
	ink := color.NRGBA{R: 27, G: 79, B: 114, A: 255}
	return typeset.Figure{
		Alt: "رسم: " + f.Chart.Title,
		CSV: []byte("بند,قيمة\n"),
		Scene: &scene.Scene{Width: width, Height: height, Items: []scene.Item{
			{Path: &scene.Path{
				Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close},
				Points: []scene.Point{{}, {X: width}, {X: width, Y: height}, {Y: height}},
				Stroke: &ink, Width: 1,
			}},
			{Text: &scene.Text{X: width / 2, Y: height / 2, Value: "بيانات 2025", Size: 9, RTL: true, Anchor: scene.Middle, Color: ink}},
			{Text: &scene.Text{X: 12, Y: height - 10, Value: "مليون", Size: 8, RTL: true, Anchor: scene.Middle, Rotation: -90, Color: ink}},
		}},
	}
}
