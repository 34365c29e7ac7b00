package typeset_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"pgregory.net/rapid"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/typeset"
)

// setMarkdown makes the pages of a brief with a text.
func setMarkdown(t rapid.TB, library *fonts.Library, look, body string) (*page.Document, problem.List) {
	t.Helper()
	data := []byte("---\ntitle: شيفرة\n---\n\n" + body)
	b, _, problems, err := readBrief(fstest.MapFS{"b.md": {Data: data}}, "b.md", data)
	if err != nil || problems.HasErrors() {
		t.Fatal(problems, err)
	}
	th, _ := theme.Bundled(look)
	document, problems, err := typeset.Typeset(context.Background(), b, typeset.Options{
		Library: library, Shaper: fonts.NewShaper(), Theme: th,
	})
	if err != nil {
		t.Fatal(err)
	}
	return document, problems
}

// A codeLine is what stands on one baseline in an element of code.
type codeLine struct {
	page  int
	y     float64
	text  string // without the spaces at its edges
	items []page.Item
}

func codeLines(d *page.Document) []codeLine {
	code := map[page.Ref]bool{}
	for _, e := range d.Tree {
		if e.Role == page.Code {
			for _, slot := range e.Children {
				code[slot] = true
			}
		}
	}
	var lines []codeLine
	for i := range d.Pages {
		for _, it := range d.Pages[i].Items {
			if it.Text == nil || !code[it.Slot] {
				continue
			}
			last := len(lines) - 1
			if last < 0 || lines[last].page != i || math.Abs(lines[last].y-it.Y) > 0.01 {
				lines = append(lines, codeLine{page: i, y: it.Y})
				last++
			}
			l := &lines[last]
			l.text += it.Text.String()
			l.items = append(l.items, it)
		}
	}
	return lines
}

// Each character of left-to-right code stands in its column, whatever it is, in
// every theme.
func TestCodeStandsInColumns(t *testing.T) {
	library := fonts.Bundled()
	rapid.Check(t, func(t *rapid.T) {
		look := rapid.SampledFrom(theme.Names()).Draw(t, "theme")
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("abcXYZ019(){}=+-.,;:<>│─█é  ")), 1, 40, -1)
		lines := rapid.SliceOfN(letters, 1, 6).Draw(t, "lines")
		document, _ := setMarkdown(t, library, look, "```\n|"+strings.Join(lines, "\n|")+"\n```\n")
		set := codeLines(document)
		if len(set) != len(lines) {
			t.Fatalf("%d lines, not %d", len(set), len(lines))
		}
		for i, l := range set {
			line := []rune("|" + strings.TrimRight(lines[i], " "))
			if l.text != string(line) {
				t.Fatalf("line %d reads %q, not %q", i+1, l.text, string(line))
			}
			at := 0
			for _, it := range l.items {
				cell := it.Text.Face.Space * it.Text.Size
				if want := set[0].items[0].X + float64(at)*cell; !it.Text.Face.Fixed || math.Abs(it.X-want) > 0.01 {
					t.Fatalf("line %d, %q in %s at %g, not %g", i+1, it.Text.String(), it.Text.Face.Name, it.X, want)
				}
				at += utf8.RuneCountInString(it.Text.String())
				if width := it.Text.Width(); math.Abs(width-cell*float64(utf8.RuneCountInString(it.Text.String()))) > 0.01 {
					t.Fatalf("%q is %g wide", it.Text.String(), width)
				}
			}
		}
	})
}

// What is borrowed from other faces fills cells, too: what follows stays in its
// column.
func TestBorrowedCharactersFillCells(t *testing.T) {
	library := fonts.Bundled()
	for _, sign := range []string{"✅", "🚀", "❌", "★", "漢", "⚠️", "👨‍👩‍👧"} {
		document, _ := setMarkdown(t, library, "think-tank", "```\n|"+sign+"|\n```\n")
		l := codeLines(document)[0]
		first, last := l.items[0], l.items[len(l.items)-1]
		cells := (last.X - first.X) / (first.Text.Face.Space * first.Text.Size)
		if l.text != "|"+sign+"|" || last.Text.String() != "|" || math.Abs(cells-math.Round(cells)) > 0.01 || cells < 1.9 || cells > 3.1 {
			t.Errorf("%q: the last stroke stands %g cells on", l.text, cells)
		}
	}
}

// Strokes of lines drawn with characters reach from one line of code to the next.
func TestDrawnLinesMeet(t *testing.T) {
	library := fonts.Bundled()
	for _, look := range theme.Names() {
		document, problems := setMarkdown(t, library, look, "```\n┌───┐\n│ أ │\n│ ب │\n└───┘\n```\n")
		if len(problems) > 0 {
			t.Error(problems)
		}
		lines := codeLines(document)
		if len(lines) != 4 {
			t.Fatalf("%s: %d lines", look, len(lines))
		}
		face, size := lines[1].items[0].Text.Face, lines[1].items[0].Text.Size
		stroke := face.Ink(lines[1].items[0].Text.Words[0].Clusters[0].Glyphs[0].ID)
		for i := 1; i < len(lines); i++ {
			pitch := lines[i].y - lines[i-1].y
			if ink := (stroke.Above + stroke.Below) * size / float64(face.UnitsPerEm); pitch > ink+0.01 {
				t.Errorf("%s: lines %g apart, strokes %g high", look, pitch, ink)
			}
		}
	}
}

// A line that is too long goes on in the next, with a mark that is no text at the
// end of each part but the last; nothing is lost and nothing is a fault.
func TestLongLinesOfCodeGoOn(t *testing.T) {
	library := fonts.Bundled()
	long := strings.Repeat("word-of-code(1, 2) ", 12) + strings.Repeat("x", 200)
	document, problems := setMarkdown(t, library, "think-tank", "```\nshort\n"+long+"\n```\n")
	if len(problems) > 0 {
		t.Error(problems)
	}
	lines := codeLines(document)
	read := ""
	for _, l := range lines[1:] {
		read += l.text
	}
	if strings.ReplaceAll(read, " ", "") != strings.ReplaceAll(long, " ", "") {
		t.Errorf("the line reads %q", read)
	}
	marks := 0
	for _, it := range document.Pages[0].Items {
		if it.Path != nil && it.Path.Stroke != nil && it.Artifact == page.LayoutArtifact {
			marks++
		}
	}
	if marks != len(lines)-2 || marks < 5 {
		t.Errorf("%d marks for %d parts", marks, len(lines)-1)
	}
}

// No line of a block stands alone on a page, and where it goes on its title is
// repeated, as decoration.
func TestCodeGoesOnOverPages(t *testing.T) {
	library := fonts.Bundled()
	split := 0
	for n := range 120 {
		before, code := 19+n%5, ""
		for i := range 32 + n/3 {
			code += fmt.Sprintf("line %d\n", i)
		}
		document, _ := setMarkdown(t, library, "think-tank", strings.Repeat("سطر\n\n", before)+"```python title=\"مثال\"\n"+code+"```\n")
		on := map[int]int{}
		for _, l := range codeLines(document) {
			on[l.page]++
		}
		if len(on) < 2 {
			continue
		}
		split++
		read, repeated := 0, 0
		for i := range document.Pages {
			if on[i] == 1 {
				t.Errorf("%d lines before: one line alone", before)
			}
			for _, it := range document.Pages[i].Items {
				switch {
				case it.Text == nil || !strings.HasPrefix(it.Text.String(), "مثال"):
				case it.Slot != 0:
					read++
				case on[i] > 0:
					repeated++
				}
			}
		}
		if read != 1 || repeated != len(on)-1 {
			t.Errorf("%d lines before: the title is read %d times and repeated %d times on %d pages", before, read, repeated, len(on))
		}
	}
	if split < 60 {
		t.Errorf("only %d blocks were split", split)
	}
}

// A title of several lines stands above its code, one line below the other, also where
// it is repeated on the next page.
func TestTitlesOfCodeMayHaveSeveralLines(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("كلمة ", 60))
	document, _ := setMarkdown(t, fonts.Bundled(), "think-tank", "```python title=\""+title+"\"\n"+strings.Repeat("x\n", 60)+"```\n")
	code := map[int]float64{} // where the first line of it stands on each page
	for _, l := range codeLines(document) {
		if _, known := code[l.page]; !known {
			code[l.page] = l.y
		}
	}
	if len(code) != 2 {
		t.Fatalf("code on %d pages", len(code))
	}
	for i, first := range code {
		var lines []float64
		for _, it := range document.Pages[i].Items {
			if it.Text != nil && strings.HasPrefix(it.Text.String(), "كلمة") && (len(lines) == 0 || it.Y != lines[len(lines)-1]) {
				lines = append(lines, it.Y)
			}
		}
		if len(lines) < 2 {
			t.Fatalf("page %d: a title of %d lines", i+1, len(lines))
		}
		pitch := lines[1] - lines[0]
		for k, y := range lines {
			if want := lines[0] + float64(k)*pitch; math.Abs(y-want) > 0.01 || pitch > 20 || first-y < pitch {
				t.Errorf("page %d: lines at %v above code at %g", i+1, lines, first)
			}
		}
	}
}

// Comments are lighter than code, by the rule of the language that the fence
// names.
func TestComments(t *testing.T) {
	library := fonts.Bundled()
	look, _ := theme.Bundled("think-tank")
	for _, c := range []struct{ language, line, comment string }{
		{"python", "# كلها", "# كلها"},
		{"python", "x = 1  # ثم", "# ثم"},
		{"python", `x = "# لا" + '# لا' # نعم`, "# نعم"},
		{"python", `x = "a\"# لا"`, ""},
		{"sh", `echo don't # نعم`, "# نعم"},
		{"sh", "echo ${#x} $#", ""},
		{"go", `x := "http://a.b" // نعم`, "// نعم"},
		{"go", "a := http://b", ""},
		{"sql", "SELECT 1; -- نعم", "-- نعم"},
		{"sql", "SELECT 1--1", ""},
		{"lisp", "(f x) ; نعم", "; نعم"},
		{"", "# لا // لا -- لا", ""},
		{"markdown", "# عنوان", ""},
		{"css", "a { color: #fff; }", ""},
		{"c", "#include <a.h> // نعم", "// نعم"},
	} {
		document, _ := setMarkdown(t, library, "think-tank", "```"+c.language+"\n"+c.line+"\n```\n")
		light, all := "", ""
		for _, l := range codeLines(document) {
			for _, it := range l.items {
				if it.Text.Color == look.Colors.Muted {
					light += it.Text.String()
				}
				all += it.Text.String()
			}
		}
		// Items stand in the order they are seen in.
		if len(light) != len(c.comment) || len(all) != len(c.line) {
			t.Errorf("%s: of %q %q is light", c.language, all, light)
		}
	}
}
