package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"warraq/charts"
	"warraq/input/disk"
	"warraq/input/markdown"
	"warraq/input/structured"
	"warraq/input/theme"
	"warraq/output/judge"
)

// The manual is a set of briefs, and the examples in it are theirs: fenced blocks
// of the languages below. frame is what stands before an example that is no
// whole brief; the files that examples name are those of manual/files.
const (
	manual = "../../input/manual"
	frame  = "---\ntitle: مثال\nbibliography: refs.bib\n" +
		"data: {funding: funding.csv, holdings: holdings.csv}\n---\n\n"
)

// An example is a fenced block of a page of the manual.
type example struct {
	path, page, language, text string
	start, line                int // where its text begins: byte from 0, line from 1
}

var fence = regexp.MustCompile("(?m)^(`{3,})([a-z]*)\n")

func examplesOf(t *testing.T, page string) []example {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	path, err := filepath.Abs(page)
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	text := string(data)
	for at := 0; ; {
		m := fence.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return examples
		}
		mark := text[at+m[2] : at+m[3]]
		start := at + m[1]
		// The block ends at a line of as many marks, and of nothing else.
		end := strings.Index(text[start:], "\n"+mark+"\n")
		if end < 0 {
			t.Fatalf("%s: a block that begins with %s has no end", page, mark)
		}
		examples = append(examples, example{
			path: path, page: filepath.Base(page), language: text[at+m[4] : at+m[5]], text: text[start : start+end+1],
			start: start, line: 1 + strings.Count(text[:start], "\n"),
		})
		at = start + end + len(mark) + 1
	}
}

func manualPages(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob(manual + "/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("the manual has no pages", err)
	}
	return pages
}

// A desk is a folder with the files of the examples, in which command lines
// are run as a user would run them.
type desk struct{ cache string }

// folder makes the folder, and goes there.
func (b desk) folder(t *testing.T) {
	t.Helper()
	files, err := filepath.Abs(manual + "/files")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(files)); err != nil {
		t.Fatal(err)
	}
	face, err := os.ReadFile("../../fonts/faces/amiri/Amiri-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	writeText(t, "face.ttf", string(face))
}

// run returns the exit status, and all that a terminal would show.
func (b desk) run(t *testing.T, args ...string) (int, string) {
	t.Helper()
	var shown bytes.Buffer
	environment := map[string]string{"XDG_CACHE_HOME": b.cache, "LANG": "C"}
	status := run(t.Context(), append([]string{"warraq"}, args...), console{
		in: strings.NewReader(""), out: &shown, err: &shown,
		lookup: func(name string) (string, bool) { v, ok := environment[name]; return v, ok },
		disk:   disk.Machine{}, saving: new(sync.Mutex),
	})
	return status, shown.String()
}

func writeText(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Each page of the manual is a brief without a warning, and a report that
// archives and screen readers accept.
func TestManualBuilds(t *testing.T) {
	b := desk{t.TempDir()}
	pdfs := map[string][]byte{}
	for _, page := range manualPages(t) {
		out := filepath.Join(t.TempDir(), "page.pdf")
		if status, shown := b.run(t, "build", "--strict", page, "-o", out); status != statusDone || shown != "" {
			t.Errorf("%s: status %d\n%s", page, status, shown)
			continue
		}
		pdf, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		pdfs[filepath.Base(page)] = pdf
	}
	t.Run("standards", func(t *testing.T) { judge.VeraPDFAll(t, pdfs, "a-3a", "ua-1") })
}

// Each example does what the manual says: a brief, or a part of one, builds
// without a word; a theme can be used; a file is one that other examples name;
// and a session on a terminal prints what it is shown to print. A brief before a
// session is that session's brief.md, whose problems are in it.
func TestManualExamples(t *testing.T) {
	b := desk{t.TempDir()}
	for _, page := range append(manualPages(t), "../../README.md") {
		examples := examplesOf(t, page)
		// Backward, so that an updated session moves no other.
		for i, e := range slices.Backward(examples) {
			t.Run(e.page+":"+e.language, func(t *testing.T) {
				file, fileErr := os.ReadFile(manual + "/files/" + e.fileName())
				b.folder(t)
				switch first, _, _ := strings.Cut(e.text, ":"); {
				case e.language == "console":
					if i > 0 && examples[i-1].language == "markdown" {
						writeText(t, "brief.md", examples[i-1].brief())
					} else {
						writeText(t, "brief.md", frame+"نص.\n")
					}
					b.session(t, e)
				case e.language == "markdown":
					if i+1 == len(examples) || examples[i+1].language != "console" {
						b.builds(t, e, "brief.md", e.brief())
					}
				case e.language == "yaml" && first == "extends":
					writeText(t, "my.yaml", e.text)
					b.builds(t, e, "brief.md", "---\ntitle: مثال\ntheme: my.yaml\n---\nنص.\n")
				case e.language == "yaml" && first == "title", e.language == "json" && strings.Contains(e.text, `"body"`):
					b.builds(t, e, "brief."+e.language, e.text)
				case e.language == "sh": // how to install it
				case fileErr != nil || string(file) != e.text:
					t.Errorf("%s:%d: the block is none of the files of examples: %v", e.page, e.line, fileErr)
				}
			})
		}
	}
}

// brief is the whole brief that an example is, or stands in.
func (e example) brief() string {
	if strings.HasPrefix(e.text, "---\n") {
		return e.text
	}
	return frame + e.text
}

// fileName is the name of the file that a block shows.
func (e example) fileName() string {
	switch {
	case e.language == "bib":
		return "refs.bib"
	case e.language == "json":
		return "refs.json"
	case e.language == "yaml":
		return "refs.yaml"
	case strings.HasPrefix(e.text, "country,"):
		return "holdings.csv"
	case strings.HasPrefix(e.text, "الدولة,"):
		return "pairs.csv"
	}
	return "funding.csv"
}

func (b desk) builds(t *testing.T, e example, name, text string) {
	t.Helper()
	writeText(t, name, text)
	if status, shown := b.run(t, "build", name); status != statusDone || shown != "" {
		t.Errorf("%s:%d: status %d\n%s", e.page, e.line, status, shown)
	}
}

// marks are the marks of direction, and the blanks that they turn with, which
// messages hold for a terminal. Pages show messages without them.
var marks = strings.NewReplacer("\u200e", "", "\u200f", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u00a0", " ")

var blanks = regexp.MustCompile(`(?m) +$`)

// session runs the lines that begin with a prompt and compares what they print,
// and their exit status where the line asks for it.
func (b desk) session(t *testing.T, e example) {
	const prompt, asks = "$ warraq ", "; echo $?"
	var got strings.Builder
	for line := range strings.Lines(e.text) {
		command, isCommand := strings.CutPrefix(strings.TrimSuffix(line, "\n"), prompt)
		if !isCommand {
			continue
		}
		got.WriteString(line)
		command, asked := strings.CutSuffix(command, asks)
		status, shown := b.run(t, strings.Fields(command)...)
		got.WriteString(shown)
		if asked {
			got.WriteString(string('0'+rune(status)) + "\n")
		}
	}
	shown := blanks.ReplaceAllString(marks.Replace(got.String()), "")
	if shown == e.text {
		return
	}
	if !*update {
		t.Errorf("%s:%d: the session is\n%s\nand not\n%s", e.page, e.line, shown, e.text)
		return
	}
	page, err := os.ReadFile(e.path)
	if err != nil {
		t.Fatal(err)
	}
	writeText(t, e.path, string(page[:e.start])+shown+string(page[e.start+len(e.text):]))
}

// The manual names every key of the front matter, of a chart block and of a
// theme's first level, every type of chart, every callout, every command and
// every flag.
func TestManualNamesAll(t *testing.T) {
	var all strings.Builder
	for _, page := range manualPages(t) {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	text := all.String()
	var names []string
	for _, list := range [][]string{structured.FrontKeys(), structured.ChartKeys(), charts.Types(), markdown.Callouts(), theme.Names()} {
		names = append(names, list...)
	}
	for _, command := range newApp(console{}).Commands {
		names = append(names, "warraq "+command.Name)
		for _, flag := range command.Flags {
			for _, name := range flag.Names() {
				names = append(names, strings.Repeat("-", min(2, len(name)))+name)
			}
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if !regexp.MustCompile("`" + regexp.QuoteMeta(name) + "[`: ,]").MatchString(text) {
			t.Errorf("the manual does not name %s", name)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`)

// Links of the documents at the top lead somewhere.
func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	for _, document := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md", "CHANGELOG.md"} {
		data, err := os.ReadFile("../../" + document)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			if target := m[1]; !strings.Contains(target, "://") {
				if _, err := os.Stat("../../" + target); err != nil {
					t.Errorf("%s: %v", document, err)
				}
			}
		}
	}
}
