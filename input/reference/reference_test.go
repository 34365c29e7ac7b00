package reference

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// dump writes references, each field that is set, and their problems.
func dump(t testing.TB, references []*brief.Reference, problems problem.List) []byte {
	t.Helper()
	var b strings.Builder
	for _, r := range references {
		p := r.Span.Position()
		fmt.Fprintf(&b, "%d:%d %s, ends in %q\n", p.Line, p.Column, r.Key, lastBytes(r.Span.Text(), 4))
		copied := *r
		copied.Span, copied.Key = source.Span{}, ""
		data, err := json.Marshal(copied)
		if err != nil {
			t.Fatal(err)
		}
		var fields map[string]any
		if err := json.Unmarshal(data, &fields); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Type", "Authors", "Editors", "Translators", "Title", "Container", "Series", "Genre",
			"Publisher", "Place", "Year", "Month", "Day", "Accessed", "Volume", "Issue", "Pages", "Edition", "DOI", "URL",
			"ISBN", "Language", "Note"} {
			value, there := fields[name]
			if !there {
				t.Fatalf("no field %s", name)
			}
			text := fmt.Sprint(value)
			if list, ok := value.([]any); ok && name != "Accessed" {
				var names []string
				for _, n := range list {
					m := n.(map[string]any)
					names = append(names, fmt.Sprintf("%v|%v|%v", m["Family"], m["Given"], m["Literal"]))
				}
				text = strings.Join(names, " ; ")
			}
			switch text {
			case "", "0", "<nil>", "[0 0 0]":
			default:
				fmt.Fprintf(&b, "  %s: %s\n", name, text)
			}
		}
	}
	for _, p := range problems {
		at := p.Span.Position()
		fmt.Fprintf(&b, "%d:%d %s: %s [%s]\n", at.Line, at.Column, p.Severity, p.Message.In(problem.English, p.Args...), p.Code)
	}
	return []byte(b.String())
}

func lastBytes(text []byte, n int) []byte { return text[max(len(text)-n, 0):] }

func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/read/*")
	if err != nil || len(names) == 0 {
		t.Fatal("no files to read", err)
	}
	g := goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt"))
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			references, problems := Read(&source.File{Name: filepath.Base(name), Data: data}, source.Span{})
			g.Assert(t, filepath.Base(name), dump(t, references, problems))
		})
	}
}

func TestPlainText(t *testing.T) {
	for latex, want := range map[string]string{
		`plain`: "plain", `{\"o}`: "ö", `\"{o}`: "ö", `\"o`: "ö", `\'{\i}`: "í", `\'\i x`: "íx", `\v{s}`: "š", `\v s`: "š",
		`\c{c}`: "ç", `{\c c}`: "ç", `\ss`: "ß", `Stra{\ss}e`: "Straße", `{\O}re`: "Øre", `\L{}\'od\'z`: "Łódź",
		`a--b---c`: "a–b—c", "``x''": "“x”", `A~B`: "A\u00a0B", `50\% \& \$5 \_ \#`: "50% & $5 _ #", `{EU} {N}ame`: "EU Name",
		`\emph{x} \textbf{y}`: "x y", `\href{https://e.org}{text}`: "text", `\url{https://e.org}`: "https://e.org",
		"a\n  b": "a b", `\`: "", `{`: "", `\"`: `"`, `\"{`: `"`, `\c`: "", `x\-y`: "xy", `\LaTeX{} x`: "LaTeX x", `\aa`: "å",
		`مع {EU}--آسيا`: "مع EU–آسيا", `\H{o} \k{a} \r{a} \u{g} \.z \d{h} \={u}`: "ő ą å ğ ż ḥ ū", `\'{}x`: "'x",
	} {
		if got := plainText(latex); got != want {
			t.Errorf("plainText(%q) = %q, want %q", latex, got, want)
		}
	}
}

func TestParseNames(t *testing.T) {
	for latex, want := range map[string][]brief.Name{
		"Last, First":                          {{Family: "Last", Given: "First"}},
		"First Last":                           {{Family: "Last", Given: "First"}},
		"First Middle Last and Other, A.":      {{Family: "Last", Given: "First Middle"}, {Family: "Other", Given: "A."}},
		"Ludwig van der Berg":                  {{Family: "van der Berg", Given: "Ludwig"}},
		"van der Berg, Ludwig":                 {{Family: "van der Berg", Given: "Ludwig"}},
		"King, Jr., Martin Luther":             {{Family: "King", Given: "Martin Luther, Jr."}},
		"{Barnes and Noble}":                   {{Literal: "Barnes and Noble"}},
		"{{Council}} AND Anderson, B.":         {{Literal: "Council"}, {Family: "Anderson", Given: "B."}},
		"Sandy, A. and and B, C":               {{Family: "Sandy", Given: "A."}, {Family: "B", Given: "C"}},
		"Plato":                                {{Family: "Plato"}},
		"Smith, J. and others":                 {{Family: "Smith", Given: "J."}, {Literal: "et al."}},
		"محمد عبد الله and others":             {{Literal: "محمد عبد الله"}, {Literal: "وآخرون"}},
		"عبد الله، محمد":                       {{Family: "عبد الله", Given: "محمد"}},
		"":                                     nil,
		"{Insight {EU}} Monitoring":            {{Family: "Monitoring", Given: "Insight EU"}},
		`Brand{\"a}n, {\'E}mile`:               {{Family: "Brandän", Given: "Émile"}},
		"{\\relax Ch}arlemagne":                {{Family: "Charlemagne"}},
		"First {von Last} and\n  Second Third": {{Family: "von Last", Given: "First"}, {Family: "Third", Given: "Second"}},
	} {
		got := parseNames(latex)
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("parseNames(%q) = %q, want %q", latex, got, want)
		}
	}
}

func fuzz(f *testing.F, name string, seeds ...string) {
	files, err := filepath.Glob("testdata/read/*" + filepath.Ext(name))
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		references, problems := Read(&source.File{Name: name, Data: data}, source.Span{})
		if len(references) == 0 && len(problems) == 0 {
			t.Fatal("neither a reference nor a problem")
		}
		for _, r := range references {
			if s := r.Span; s.Start < 0 || s.End < s.Start || s.End > len(data) {
				t.Fatalf("placed at %d to %d of %d", s.Start, s.End, len(data))
			}
		}
	})
}

func FuzzBibTeX(f *testing.F) {
	fuzz(f, "x.bib", "@a{b,c=\"{\"", "@string{a=a#a}", "@a(b,c={\\})", "@{", "@a")
}
func FuzzCSLJSON(f *testing.F) { fuzz(f, "x.json", `{"references":[]}`) }
func FuzzCSLYAML(f *testing.F) { fuzz(f, "x.yaml", "- id: &a {b: *a}") }

// Every line opens an entry that is never closed: the reader must not read to
// the end of the file for each.
func BenchmarkUnclosedEntries(b *testing.B) {
	f := &source.File{Name: "x.bib", Data: []byte(strings.Repeat("@a{b,c={\n", 100_000))}
	b.SetBytes(int64(len(f.Data)))
	for b.Loop() {
		if _, problems := Read(f, source.Span{}); len(problems) != 100_000 {
			b.Fatal(len(problems))
		}
	}
}
