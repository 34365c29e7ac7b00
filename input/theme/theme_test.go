package theme

import (
	"fmt"
	"strings"
	"testing"

	"warraq/charts/scene"
	"warraq/input/problem"
	"warraq/input/source"
)

func TestBundledThemesAreSound(t *testing.T) {
	for _, name := range Names() {
		f, ok := Source(name)
		if !ok {
			t.Fatalf("no theme %q", name)
		}
		th, problems := Read(f)
		for _, p := range problems {
			t.Errorf("%s: %s", name, p.Message.In(problem.English, p.Args...))
		}
		if th.Name != name {
			t.Errorf("%s calls itself %q", name, th.Name)
		}
		for i, text := range th.Texts() {
			if text.Family == "" || text.Size == 0 || text.Leading < text.Size {
				t.Errorf("%s: text %d is incomplete: %+v", name, i, *text)
			}
			for _, ground := range []scene.Color{{R: 255, G: 255, B: 255, A: 255}, th.Colors.Tint} {
				if c := scene.Contrast(text.Color, ground); c < leastContrast {
					t.Errorf("%s: text %d has a contrast of %.2f", name, i, c)
				}
			}
		}
	}
}

func TestReadOverridesWhatItNames(t *testing.T) {
	th, problems := Read(&source.File{Name: "my.yaml", Data: []byte(`
extends: print-press
colors: {accent: "#123456"}
page: {size: A5, inner: 20mm}
text: {body: {size: 12}}
`)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if th.Page.Width != 419.528 || fmt.Sprintf("%.2f", th.Page.Inner) != "56.69" || th.Body.Size != 12 {
		t.Errorf("page %+v, body %+v", th.Page, th.Body)
	}
	if want := (scene.Color{R: 0x12, G: 0x34, B: 0x56, A: 255}); th.Colors.Accent != want || th.Title.Color != want {
		t.Errorf("accent %v, title %v", th.Colors.Accent, th.Title.Color)
	}
	if th.Page.Bleed == 0 || !th.Page.Mirrored {
		t.Error("the base is lost")
	}
}

func TestReadReportsEveryProblem(t *testing.T) {
	tests := []struct{ name, yaml, want string }{
		{"unknown key", "colour: {}\n", "1:1 theme-unknown-key"},
		{"unknown colour", "colors: {ink: navy}\n", "1:15 theme-wrong-type"},
		{"bad length", "page: {top: tall}\n", "1:13 theme-wrong-type"},
		{"out of range", "page: {top: -3}\n", "1:13 theme-out-of-range"},
		{"not a number", "page: {top: .nan}\n", "1:13 theme-wrong-type"},
		{"unknown size", "page: {size: A44}\n", "1:14 theme-unknown-value"},
		{"no room", "page: {size: A5, inner: 300, outer: 200}\n", "1:7 theme-no-room"},
		{"low contrast", "colors: {muted: \"#aaaaaa\"}\n", "1:9 theme-low-contrast"},
		{"unknown base", "extends: nothing\n", "1:10 theme-unknown-base"},
		{"kashida", "kashida: long\n", "1:10 theme-unknown-value"},
		{"flag", "page: {mirrored: maybe}\n", "1:18 theme-wrong-type"},
		{"seven headings", "headings: [{}, {}, {}, {}, {}, {}, {}]\n", "1:11 theme-wrong-type"},
		{"two at once", "colour: {}\nkashida: long\n", "1:1 theme-unknown-key, 2:10 theme-unknown-value"},
		{"a list", "- 1\n", "1:1 theme-wrong-type"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Read(&source.File{Name: "my.yaml", Data: []byte(tt.yaml)})
			seen := map[string]bool{}
			var got []string
			for _, p := range problems {
				at := p.Span.Position()
				s := fmt.Sprintf("%d:%d %s", at.Line, at.Column, p.Code)
				if !seen[s] {
					got = append(got, s)
				}
				seen[s] = true
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range Names() {
		file, _ := Source(name)
		f.Add(file.Data)
	}
	f.Add([]byte("extends: print-press\npage: {size: A5}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Read(&source.File{Name: "x.yaml", Data: data})
	})
}

func BenchmarkBundled(b *testing.B) {
	for b.Loop() {
		Bundled("")
	}
}
