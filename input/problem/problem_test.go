package problem_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"warraq/fonts/bidi"
	"warraq/input/problem"
	"warraq/input/source"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

var sample = problem.Kind{
	Code: "sample", Severity: problem.Error,
	Message: problem.Text{AR: "مفتاح غير معروف «%s»", EN: "unknown key “%s”"},
	Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
}

// at makes a problem at the bytes between ‹ and ›.
func at(text string, severity problem.Severity) problem.Problem {
	before, rest, _ := strings.Cut(text, "‹")
	inside, after, _ := strings.Cut(rest, "›")
	f := &source.File{Name: "brief.md", Data: []byte(before + inside + after)}
	span := source.Span{File: f, Start: len(before), End: len(before) + len(inside)}
	p := sample.At(span, inside, problem.DidYouMean("titel", []string{"title", "theme"}))
	p.Severity = severity
	return p
}

func samples() problem.List {
	book := &source.File{Name: "data/دفتر holdings.xlsx", Data: []byte("PK")}
	cell := sample.At(source.Span{File: book, Sheet: "Sheet1", Row: 4, Column: 2}, "12x", problem.Text{AR: "صحّحه.", EN: "Correct it."})
	return problem.List{
		at("---\n‹titel›: x\n---\n", problem.Error),
		at("---\n‹عنوان›: سمرقند بعد القمّة\n", problem.Warning),
		at("نص عربي فيه [‹@council2025›] وبقية الكلام.", problem.Error),
		at("جاءت عام 2025 بقيمة 1,000.5 يورو إلى ‹برنامج› Erasmus+ (EPCA) في 10%.", problem.Error),
		at("English with ‹كلمة عربية› inside, and more.", problem.Note),
		at(strings.Repeat("كلام طويل في فقرة ", 40)+"‹هنا›"+strings.Repeat(" ثم يطول الكلام بعده", 40)+"\nسطر", problem.Error),
		at("a\tb\t‹c›\r\n", problem.Error),
		at("آخر السطر‹›\nبعده", problem.Error),
		at("مُشَكَّلٌ ‹تَشْكِيلًا› تامًّا", problem.Error),
		at("漢字 ‹国› x", problem.Error),
		at("\n‹›\n", problem.Error),
		cell,
		sample.At(source.Span{}, "x", problem.Text{}),
	}
}

func TestRenderingsAreAsExpected(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text.en.txt": func(b *bytes.Buffer) error { return problem.Render(b, samples(), problem.English) },
		"text.ar.txt": func(b *bytes.Buffer) error { return problem.Render(b, samples(), problem.Arabic) },
		"en.json":     func(b *bytes.Buffer) error { return problem.JSON(b, samples(), problem.English) },
		"ar.json":     func(b *bytes.Buffer) error { return problem.JSON(b, samples(), problem.Arabic) },
		"en.sarif":    func(b *bytes.Buffer) error { return problem.SARIF(b, samples(), problem.English) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

// The carets must stand under the characters of the place both in a terminal
// that shows text as stored and in one that orders it by UAX #9.
func TestCaretStandsUnderThePlace(t *testing.T) {
	for _, p := range samples() {
		checkCaret(t, p)
	}
}

func TestCaretStandsUnderThePlaceInAnyText(t *testing.T) {
	words := []string{"نص", "عَرَبِيّ", "word", "2025", "1,000.5", "٣٤", "(x)", "،", ".", "+", "«قول»", "-", "%", "@key", "، "}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words")
		marked := rapid.IntRange(0, len(parts)-1).Draw(t, "marked")
		parts[marked] = "‹" + parts[marked] + "›"
		checkCaret(t, at(strings.Join(parts, " "), problem.Error))
	})
}

type failing interface {
	Errorf(format string, args ...any)
}

func checkCaret(t failing, p problem.Problem) {
	var b bytes.Buffer
	_ = problem.Render(&b, problem.List{p}, problem.English)
	lines := strings.Split(b.String(), "\n")
	if len(lines) < 4 || p.Span.Row > 0 || !strings.HasPrefix(lines[1], "  ") {
		return // no excerpt
	}
	text, caret := lines[1], lines[2]
	if stored := cells(text, nil); !under(stored, cells(caret, nil), p) {
		t.Errorf("stored order:\n%s\n%s", text, caret)
	}
	if ordered := cells(text, order(text)); !under(ordered, cells(caret, order(caret)), p) {
		t.Errorf("order of UAX #9:\n%s\n%s\n%q", text, caret, caret)
	}
}

// order returns the indexes of the characters of a line as they are shown.
func order(line string) []int {
	runes := []rune(line)
	levels, paragraph := bidi.Levels(runes, bidi.Auto)
	bidi.ResetWhitespace(runes, levels, paragraph)
	return bidi.Reorder(levels)
}

// cells returns what each cell of a terminal shows: a letter with its marks.
func cells(line string, order []int) []string {
	runes := []rune(line)
	if order == nil {
		for i := range runes {
			order = append(order, i)
		}
	}
	var shown []string
	for _, i := range order {
		r := runes[i]
		if unicode.In(r, unicode.Mn, unicode.Cf) {
			continue
		}
		shown = append(shown, string(r))
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide {
			shown = append(shown, string(r))
		}
	}
	return shown
}

// under reports whether the carets stand under exactly the characters of the
// problem's place, in either order.
func under(text, caret []string, p problem.Problem) bool {
	var marked []string
	for i, c := range caret {
		if c == "^" {
			if i >= len(text) {
				marked = append(marked, "")
				continue
			}
			marked = append(marked, strings.ReplaceAll(text[i], " ", "\u00A0"))
		}
	}
	want := map[string]int{}
	total := 0
	for _, r := range string(p.Span.Text()) {
		if !unicode.In(r, unicode.Mn, unicode.Cf) {
			n := 1
			if width.LookupRune(r).Kind() == width.EastAsianWide {
				n = 2
			}
			if r == ' ' {
				r = '\u00A0'
			}
			want[string(r)] += n
			total += n
		}
	}
	if total == 0 {
		return len(marked) == 1
	}
	for _, m := range marked {
		want[m]--
		if want[m] < 0 {
			return false
		}
	}
	return len(marked) == total
}

func TestColumnsCountCharacters(t *testing.T) {
	p := at("سطر\nمُشكّل ‹هنا›", problem.Error)
	got := p.Span.Position()
	want := source.Position{Line: 2, Column: utf8.RuneCountInString("مُشكّل ") + 1}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestSuggestions(t *testing.T) {
	keys := []string{"title", "subtitle", "summary", "authors", "bibliography", "fig:funding"}
	for word, want := range map[string]string{
		"titel": "title", "Title": "title", "author": "authors", "bibliograpy": "bibliography",
		"fig:fundng": "fig:funding", "xyz": "", "ملخص": "", "title": "", "sumary": "summary",
	} {
		if got := problem.Suggest(word, keys); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestMachineFormatsAreJSON(t *testing.T) {
	var b bytes.Buffer
	if err := problem.SARIF(&b, nil, problem.Arabic); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("SARIF of nothing: %v %s", err, b.Bytes())
	}
	b.Reset()
	if err := problem.JSON(&b, nil, problem.Arabic); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("JSON of nothing: %v %s", err, b.Bytes())
	}
}

// What two finders say of one place in the same words is said once; of another
// place, or in other words, it is said again.
func TestFewSaysNothingTwice(t *testing.T) {
	f := &source.File{Name: "d.csv", Data: []byte("أ,ب\n")}
	at := func(start int) source.Span { return source.Span{File: f, Start: start, End: start + 1} }
	k := problem.Kind{Code: "k", Message: problem.Text{AR: "%s", EN: "%s"}}
	l := problem.List{k.At(at(0), "أ"), k.At(at(0), "ب"), k.At(at(0), "أ"), k.At(at(2), "أ")}
	if got := l.Few(); len(got) != 3 || got[1].Args[0] != "ب" || got[2].Span.Start != 2 {
		t.Errorf("%v", got)
	}
}

// A cell is called as the spreadsheet calls it.
func TestCellsAreNamed(t *testing.T) {
	f := &source.File{Name: "d.xlsx"}
	k := problem.Kind{Code: "k", Message: problem.Text{AR: "م", EN: "m"}}
	for column, want := range map[int]string{1: "A7", 26: "Z7", 27: "AA7", 52: "AZ7", 53: "BA7", 703: "AAA7"} {
		var b strings.Builder
		err := problem.Render(&b, problem.List{k.At(source.Span{File: f, Sheet: "s", Row: 7, Column: column})}, problem.English)
		if err != nil || !strings.Contains(b.String(), "  cell "+want+"\n") {
			t.Errorf("%d: %q %v", column, b.String(), err)
		}
	}
}

// A line of another encoding is not shown, one with a torn character is.
func TestForeignLinesAreNotShown(t *testing.T) {
	k := problem.Kind{Code: "k", Message: problem.Text{AR: "م", EN: "m"}}
	for text, shown := range map[string]bool{
		"\xc7\xe1\xcf\xe6\xe1\xc9,\xc7\xe1\xde\xed\xe3\xc9\n": false, // windows-1256
		"\xff\xfea\x00,\x00b\x00,\x00c\x00,\x00":              false, // UTF-16
		"الدول\xd8,القيمة\n":                                  true,
	} {
		var b strings.Builder
		f := &source.File{Name: "d.csv", Data: []byte(text)}
		if err := problem.Render(&b, problem.List{k.At(source.Span{File: f, Start: 0, End: 1})}, problem.English); err != nil || strings.Contains(b.String(), "^") != shown {
			t.Errorf("%q: %q %v", text, b.String(), err)
		}
	}
}
