package theme

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"warraq/input/colour"
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
		}
	}
}

// Every text colour of every bundled theme can be read on every ground it may
// stand on (WCAG 2.1, 1.4.3, AA). The table is printed with -v.
func TestBundledThemesCanBeRead(t *testing.T) {
	for _, name := range Names() {
		th, ok := Bundled(name)
		if !ok {
			t.Fatalf("no theme %q", name)
		}
		for _, p := range th.Pairs() {
			t.Logf("%-12s  %-16s %s on %-18s %s  %5.2f", name, p.Text, colour.Hex(p.Color), p.Ground, colour.Hex(p.On), p.Contrast())
			if p.Contrast() < leastContrast {
				t.Errorf("%s: %s on %s has a contrast of %.2f", name, p.Text, p.Ground, p.Contrast())
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
	if want := (color.NRGBA{R: 0x12, G: 0x34, B: 0x56, A: 255}); th.Colors.Accent != want || th.Title.Color != want {
		t.Errorf("accent %v, title %v", th.Colors.Accent, th.Title.Color)
	}
	if th.Page.Bleed == 0 || !th.Page.Mirrored {
		t.Error("the base is lost")
	}
}

// A text keeps to the face and the colour that it calls by name, whatever other
// faces and colours happen to be equal.
func TestFacesAndColorsChangeByName(t *testing.T) {
	th, problems := Read(&source.File{Name: "my.yaml", Data: []byte(`
extends: think-tank
faces: {text: IBM Plex Sans Arabic, modern: Amiri}
colors: {ink: "#144262", accent: "#5a1f1a"}
`)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if th.Body.Family != "IBM Plex Sans Arabic" || th.Title.Family != "Amiri" {
		t.Errorf("text in %s, titles in %s", th.Body.Family, th.Title.Family)
	}
	if colour.Hex(th.Body.Color) != "#144262" || colour.Hex(th.Title.Color) != "#5a1f1a" {
		t.Errorf("text in %s, titles in %s", colour.Hex(th.Body.Color), colour.Hex(th.Title.Color))
	}
	th, _ = Read(&source.File{Name: "my.yaml", Data: []byte("extends: policy-brief\nfaces: {modern: Amiri}\n")})
	if th.Body.Family != "IBM Plex Sans Arabic" || th.Title.Family != "Amiri" {
		t.Errorf("text in %s, titles in %s", th.Body.Family, th.Title.Family)
	}
}

// A theme that has a name of its own still stands on the default one.
func TestThemesStandOnTheDefault(t *testing.T) {
	th, problems := Read(&source.File{Name: "my.yaml", Data: []byte("name: mine\n")})
	base, _ := Bundled("")
	if len(problems) > 0 || th.Name != "mine" || th.Page != base.Page || th.Body != base.Body {
		t.Errorf("%v: %+v", problems, th)
	}
}

func TestCallouts(t *testing.T) {
	th, problems := Read(&source.File{Name: "my.yaml", Data: []byte(`
colors: {accent: "#5a1f1a"}
callouts: {tip: {color: ink}, caution: {ground: "#ffffff"}}
`)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for kind, want := range map[string][2]string{
		"key": {"#5a1f1a", "#eef3f7"}, "tip": {"#181c21", "#eef3f7"}, "caution": {"#8a3b12", "#ffffff"}, "warning": {"#8a3b12", "#fbf1ea"},
	} {
		if c := th.Callout(kind); colour.Hex(c.Color) != want[0] || colour.Hex(c.Ground) != want[1] {
			t.Errorf("%s: %s on %s", kind, colour.Hex(c.Color), colour.Hex(c.Ground))
		}
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
		{"low contrast", "colors: {muted: \"#aaaaaa\"}\n", "1:17 theme-low-contrast"},
		{"unknown base", "extends: nothing\n", "1:10 theme-unknown-base"},
		{"kashida", "kashida: long\n", "1:10 theme-unknown-value"},
		{"chapters", "chapters: verso\n", "1:11 theme-unknown-value"},
		{"captions", "captions: left\n", "1:11 theme-unknown-value"},
		{"flag", "page: {mirrored: maybe}\n", "1:18 theme-wrong-type"},
		{"seven headings", "headings: [{}, {}, {}, {}, {}, {}, {}]\n", "1:11 theme-wrong-type"},
		{"two at once", "colour: {}\nkashida: long\n", "1:1 theme-unknown-key, 2:10 theme-unknown-value"},
		{"a list", "- 1\n", "1:1 theme-wrong-type"},
		{"colour taken for a comment", "colors:\n  accent: #5a1f1a\n", "2:11 theme-wrong-type"},
		{"and its bracket", "colors: {accent: #5a1f1a}\n", "1:16 data-syntax, 1:18 theme-wrong-type"},
		{"quoted number", "page: {top: \"80\"}\n", "1:13 theme-wrong-type"},
		{"quoted flag", "page: {mirrored: \"true\"}\n", "1:18 theme-wrong-type"},
		{"empty face", "faces: {text: \"\"}\n", "1:15 theme-wrong-type"},
		{"unknown callout", "callouts: {info: {}}\n", "1:12 theme-unknown-key"},
		{"callout on a dark ground", "callouts: {tip: {ground: \"#444444\"}}\n", "1:26 theme-low-contrast"},
		{"dark tint", "colors: {tint: \"#333333\"}\n", "1:16 theme-low-contrast"},
		{"one grey", "palette: [\"#111111\", \"#121212\"]\n", "1:22 theme-palette-alike"},
		{"white on white", "palette: [\"#fafafa\", \"#111111\"]\n", "1:11 theme-palette-pale"},
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

// A theme that has what only a plain cover has, and names no style, asks for one.
func TestCoverStyles(t *testing.T) {
	for text, want := range map[string]CoverStyle{
		"extends: policy-brief": PatternCover, "cover: {band: 24}": PlainCover, "cover: {ground: true}": PlainCover,
		"cover: {band: 24, style: field}": FieldCover, "cover: {mark: \"#ffcc00\"}": FieldCover, "cover: {style: pattern}": PatternCover,
	} {
		th, problems := Read(&source.File{Name: "my.yaml", Data: []byte(text)})
		if len(problems) > 0 || th.Cover.Style != want {
			t.Errorf("%s: %q %v", text, th.Cover.Style, problems)
		}
	}
}

// The colours of a cover are the theme's own, unless it names others; text that cannot be
// read on them is told where they are named.
func TestCoverColors(t *testing.T) {
	th, _ := Read(&source.File{Name: "my.yaml", Data: []byte(`colors: {accent: "#5a1f1a"}` + "\n" + `palette: ["#000000", "#ffcc00"]`)})
	ground, ink, mark := th.CoverColors()
	if colour.Hex(ground) != "#5a1f1a" || colour.Hex(ink) != "#ffffff" || colour.Hex(mark) != "#ffcc00" {
		t.Error(ground, ink, mark)
	}
	for text, at := range map[string]string{
		`cover: {color: "#99bbcc"}`: `"#99bbcc"`, `cover: {color: "#000000", ink: "#444444"}`: `"#444444"`, `cover: {style: photo}`: "photo", `cover: {ink: 3}`: "3",
	} {
		_, problems := Read(&source.File{Name: "my.yaml", Data: []byte(text)})
		if len(problems) != 1 || string(problems[0].Span.Text()) != at {
			t.Errorf("%s: %v", text, problems)
		}
	}
}
