package problem_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
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

// joined are problems of several places.
func joined() problem.List {
	book := &source.File{Name: "d.xlsx", Data: []byte("PK")}
	brief := &source.File{Name: "brief [1].md", Data: []byte(strings.Repeat("نص @كتاب هنا\n", 1200))}
	notNumber := problem.Kind{
		Code: "not-number", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليست عددًا", EN: "“%s” in column “%s” is not a number"},
		Advice:  problem.Text{AR: "اكتب عددًا.", EN: "Write a number."},
	}
	unknown := problem.Kind{Code: "unknown", Message: problem.Text{AR: "لا مرجع مفتاحه «%s»", EN: "no reference has the key “%s”"}}
	var list problem.List
	for row := range 5 {
		list.Add(notNumber.At(source.Span{File: book, Sheet: "ورقة", Row: row + 2, Column: 3}, problem.Quoted(fmt.Sprint("n/a", row)), "القيمة"))
	}
	for i := range 2 {
		s := source.Span{File: brief, Start: 5 + i*22}
		s.End = s.Start + 9
		list.Add(unknown.At(s, "كتاب"))
	}
	list.Add(unknown.At(source.Span{File: &source.File{Name: "other.md", Data: brief.Data}, Start: 5, End: 14}, "كتاب"))
	return list.Few()
}

// GitHub refuses a file in which a result has more than a thousand locations.
func TestSARIFKeepsToItsLimits(t *testing.T) {
	f := &source.File{Name: "brief.md", Data: []byte(strings.Repeat("نص\n", 2500))}
	k := problem.Kind{Code: "k", Message: problem.Text{AR: "م", EN: "m"}}
	var list problem.List
	for i := range 2500 {
		list.Add(k.At(source.Span{File: f, Start: 5 * i, End: 5*i + 4}))
	}
	var b bytes.Buffer
	if err := problem.SARIF(&b, list.Few(), problem.English); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Locations, RelatedLocations []struct{ PhysicalLocation any }
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	places := map[string]bool{}
	for _, r := range log.Runs[0].Results {
		if n := len(r.Locations) + len(r.RelatedLocations); n > 1000 {
			t.Errorf("a result of %d locations", n)
		}
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			places[fmt.Sprint(l)] = true
		}
	}
	if len(places) != 2500 || len(log.Runs[0].Results) != 3 {
		t.Errorf("%d places in %d results", len(places), len(log.Runs[0].Results))
	}
}

func TestRenderingsAreAsExpected(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text.en.txt": func(b *bytes.Buffer) error { return problem.Render(b, samples(), problem.English) },
		"text.ar.txt": func(b *bytes.Buffer) error { return problem.Render(b, samples(), problem.Arabic) },
		"en.json":     func(b *bytes.Buffer) error { return problem.JSON(b, samples(), problem.English) },
		"ar.json":     func(b *bytes.Buffer) error { return problem.JSON(b, samples(), problem.Arabic) },
		"en.sarif":    func(b *bytes.Buffer) error { return problem.SARIF(b, samples(), problem.English) },

		"joined.en.txt":   func(b *bytes.Buffer) error { return problem.Render(b, joined(), problem.English) },
		"joined.ar.txt":   func(b *bytes.Buffer) error { return problem.Render(b, joined(), problem.Arabic) },
		"joined.en.json":  func(b *bytes.Buffer) error { return problem.JSON(b, joined(), problem.English) },
		"joined.ar.sarif": func(b *bytes.Buffer) error { return problem.SARIF(b, joined(), problem.Arabic) },
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

// What is said in the same words, at one place or at many, is one problem with
// all of its places in order, each once; in other words it is another.
func TestOneProblemForOneCause(t *testing.T) {
	f := &source.File{Name: "d.csv", Data: []byte("أ,ب\nج,د\n")}
	g := &source.File{Name: "e.csv", Data: f.Data}
	at := func(f *source.File, start int) source.Span { return source.Span{File: f, Start: start, End: start + 1} }
	k := problem.Kind{Code: "k", Message: problem.Text{AR: "%s %s", EN: "%s %s"}}
	strict := k
	strict.Severity = problem.Warning
	quoted := problem.Quoted
	for name, c := range map[string]struct {
		list problem.List
		want string
	}{
		"same place":      {problem.List{k.At(at(f, 0), "x"), k.At(at(f, 0), "x")}, "d.csv:0"},
		"other places":    {problem.List{k.At(at(g, 2), "x"), k.At(at(f, 5), "x"), k.At(at(f, 0), "x")}, "d.csv:0 d.csv:5 e.csv:2"},
		"other words":     {problem.List{k.At(at(f, 5), "x"), k.At(at(f, 0), "y")}, "d.csv:5 | d.csv:0"},
		"a number, words": {problem.List{k.At(at(f, 5), 1), k.At(at(f, 0), "1")}, "d.csv:5 | d.csv:0"},
		"other severity":  {problem.List{k.At(at(f, 5), "x"), strict.At(at(f, 0), "x")}, "d.csv:5 | d.csv:0"},
		"other quotes": {problem.List{k.At(at(f, 5), quoted("a"), "x"), k.At(at(f, 0), quoted("b"), "x"), k.At(at(f, 0), quoted("b"), "x")},
			"d.csv:0 b d.csv:5 a"},
		"quotes, other words": {problem.List{k.At(at(f, 5), quoted("a"), "x"), k.At(at(f, 0), quoted("a"), "y")}, "d.csv:5 a | d.csv:0 a"},
		"quotes, other file":  {problem.List{k.At(at(f, 5), quoted("a"), "x"), k.At(at(g, 0), quoted("b"), "x")}, "d.csv:5 a | e.csv:0 b"},
		"joined before":       {append(problem.List{k.At(at(f, 2), "x"), k.At(at(f, 9), "x")}.Few(), k.At(at(f, 5), "x")), "d.csv:2 d.csv:5 d.csv:9"},
		"all at once":         {problem.List{k.AtAll([]source.Span{at(f, 2), at(f, 5)}, "x"), k.At(at(f, 5), "x")}, "d.csv:2 d.csv:5"},
	} {
		var got []string
		for _, p := range c.list.Few() {
			var places []string
			for _, at := range p.Places() {
				place := fmt.Sprintf("%s:%d", at.Span.File.Name, at.Span.Start)
				if q, ok := at.Args[0].(problem.Quote); ok {
					place += " " + problem.Text{EN: "%s"}.In(problem.English, q)
				}
				places = append(places, place)
			}
			got = append(got, strings.Join(places, " "))
		}
		if got := strings.Join(got, " | "); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// Joining makes the same of a list however often and in whatever parts it is
// done, and loses no place.
func TestJoiningLosesNothing(t *testing.T) {
	f := &source.File{Name: "d.csv", Data: make([]byte, 100)}
	rapid.Check(t, func(t *rapid.T) {
		kinds := []problem.Kind{{Code: "a", Message: problem.Text{AR: "%s", EN: "%s"}}, {Code: "b", Message: problem.Text{AR: "%s", EN: "%s"}}}
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) problem.Problem {
			span := source.Span{File: f, Start: rapid.IntRange(0, 20).Draw(t, "at")}
			span.End = span.Start + 1
			word := any(rapid.SampledFrom([]string{"x", "y"}).Draw(t, "word"))
			if rapid.Bool().Draw(t, "quoted") {
				word = problem.Quoted(word)
			}
			return rapid.SampledFrom(kinds).Draw(t, "kind").At(span, word)
		}), 0, 60).Draw(t, "list")
		whole := problem.List(list).Few()
		cut := rapid.IntRange(0, len(list)).Draw(t, "cut")
		parts := append(problem.List(list[:cut]).Few(), problem.List(list[cut:]).Few()...).Few()
		if a, b := fmt.Sprint(whole), fmt.Sprint(parts); a != b {
			t.Fatalf("whole %s\nin parts %s", a, b)
		}
		places := map[string]bool{}
		count := func(p problem.Problem, span source.Span) string { return fmt.Sprint(p.Code, span.Start) }
		for _, p := range list {
			places[count(p, p.Span)] = true
		}
		for _, p := range whole {
			for i, at := range p.Places() {
				delete(places, count(p, at.Span))
				if i > 0 && p.Places()[i-1].Span.Start >= at.Span.Start {
					t.Fatalf("places out of order: %v", p.Places())
				}
			}
		}
		if len(places) > 0 {
			t.Fatalf("lost: %v", places)
		}
	})
}

// No error gives way to a warning, and what is left out is counted once however
// often it is done.
func TestMoreThanAThousand(t *testing.T) {
	f := &source.File{Name: "d.csv", Data: make([]byte, 10_000)}
	k := problem.Kind{Code: "k", Severity: problem.Warning, Message: problem.Text{AR: "%d", EN: "%d"}}
	var list problem.List
	for i := range 1500 {
		list.Add(k.At(source.Span{File: f, Start: i, End: i + 1}, i))
	}
	k.Severity = problem.Error
	list.Add(k.At(source.Span{File: f, Start: 9_000}, 9_000))
	list = list.Few().Few()
	last := list[len(list)-1]
	if len(list) != problem.Most+1 || !list.HasErrors() || last.Message.In(problem.English, last.Args...) != "problems that are not listed: 501 more" {
		t.Errorf("%d problems, errors: %v, last: %v", len(list), list.HasErrors(), last)
	}
}

// A word has the same advice wherever it stands, or the same mistake would be
// several problems.
func TestAdviceIsTheSame(t *testing.T) {
	long := make([]string, 200)
	for i := range long {
		long[i] = fmt.Sprintf("key%03d", i)
	}
	var advice problem.Advice
	for _, candidates := range [][]string{{"title", "summary"}, long} {
		for _, word := range []string{"titel", "key0001"} {
			first := advice.On(word, candidates)
			for range 2 * problem.Most {
				if got := advice.On(word, candidates); fmt.Sprint(got) != fmt.Sprint(first) {
					t.Fatalf("%s: %v, then %v", word, first, got)
				}
			}
			if want := problem.DidYouMean(word, candidates); fmt.Sprint(first) != fmt.Sprint(want) {
				t.Errorf("%s: %v, not %v", word, first, want)
			}
		}
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
