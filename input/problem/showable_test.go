package problem

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"warraq/input/source"
)

// unshowable are the characters that must never stand raw in what a person or a
// terminal gets, listed by what Unicode says of them.
func unshowable() []rune {
	var all []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		switch {
		case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // drawn: U+0600
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control):
			all = append(all, r)
		}
	}
	return all
}

// raw returns the first character of a rendering that must not stand there.
// Isolates and marks of our own may: isolates in pairs inside a line, marks at
// the head of an isolate.
func raw(text string, own bool) (rune, bool) {
	depth, before := 0, rune(0)
	for _, r := range text {
		switch {
		case r >= ' ' && r < 0x7F:
		case r == '\n':
			if depth != 0 {
				return 0x2069, true
			}
		case own && r >= 0x2066 && r <= 0x2068:
			depth++
		case own && r == 0x2069:
			if depth--; depth < 0 {
				return r, true
			}
		case own && (r == 0x200E || r == 0x200F) && before == 0x2068:
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
			return r, true
		}
		before = r
	}
	return 0, depth != 0
}

// renderings are all the forms of problems, in both languages.
func renderings(t interface{ Fatal(...any) }, list List) map[string]string {
	forms := map[string]string{}
	for _, l := range []Language{Arabic, English} {
		for name, write := range map[string]func(*bytes.Buffer) error{
			"text":  func(b *bytes.Buffer) error { return Render(b, list, l) },
			"json":  func(b *bytes.Buffer) error { return JSON(b, list, l) },
			"sarif": func(b *bytes.Buffer) error { return SARIF(b, list, l) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			forms[name+" "+string(l)] = b.String()
		}
	}
	return forms
}

// A word that commands terminals, in a type of its own.
type word string

func (w word) Error() string { return string(w) }

// hostileArguments are all the ways by which words come into a sentence.
func hostileArguments(w string) [][]any {
	sentence := Text{AR: "كلام %s", EN: "words %s"}.With(w)
	names := make([]string, 100)
	for i := range names {
		names[i] = fmt.Sprint(w, i)
	}
	return [][]any{
		{w, w, w, w, w},
		{word(w), errors.New(w), &fs.PathError{Op: w, Path: w, Err: word(w)}, []string{w}, map[string]string{w: w}},
		{Quoted(w), Quoted(Names(names)), Quoted(sentence), Names(names), sentence},
		{DidYouMean(w+"x", []string{w}), DidYouMean("zzzzzzzz", []string{w, w}), Text{AR: "%%", EN: "%%"}.With(w), []byte(w), struct{ a string }{w}},
	}
}

// Whatever an author names a thing, no sentence of any kind of problem of the
// program says it raw, in no form and no language.
func TestEveryKindIsShowable(t *testing.T) {
	kinds := declaredKinds(t)
	if len(kinds) < 150 {
		t.Fatalf("%d kinds of problem were found", len(kinds))
	}
	var all strings.Builder
	for _, r := range unshowable() {
		fmt.Fprintf(&all, "ا%cb", r)
	}
	for _, r := range []rune{0x1B, 0x202E, 0x2069} {
		w := string(r) + "[31m%s" + string(r)
		for _, arguments := range append(hostileArguments(w), []any{all.String(), all.String(), all.String(), all.String(), all.String()}) {
			f := &source.File{Name: w, Data: []byte("نص " + all.String() + "\nسطر")}
			var list List
			for _, k := range kinds {
				fitting := fittingArguments(k, arguments)
				list.Add(
					k.At(source.Span{File: f, Start: 5, End: 50}, fitting...),
					k.At(source.Span{File: f, Sheet: w, Row: 3, Column: 4}, fitting...))
			}
			list = list.Few()
			for form, text := range renderings(t, list) {
				if found, bad := raw(text, strings.HasPrefix(form, "text")); bad {
					t.Fatalf("%s: %U stands raw", form, found)
				}
				if strings.Contains(text, "%!(NOVERB") || strings.Contains(text, "%!(EXTRA") {
					t.Fatalf("%s: words of an author are taken for verbs", form)
				}
			}
		}
	}
}

// numbered finds verbs of numbers, with the argument that they name.
var numbered = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0-9.]*([a-zA-Z])`)

// fittingArguments puts numbers where a kind asks for them.
func fittingArguments(k Kind, arguments []any) []any {
	fitting := slices.Clone(arguments)
	for _, sentence := range []phrase{k.Message.AR, k.Message.EN, k.Advice.AR, k.Advice.EN} {
		next := 0
		for _, verb := range numbered.FindAllStringSubmatch(strings.ReplaceAll(string(sentence), "%%", ""), -1) {
			if n, err := strconv.Atoi(verb[1]); err == nil {
				next = n - 1
			}
			switch verb[2] {
			case "d":
				fitting[next] = 5
			case "f", "g":
				fitting[next] = 5.5
			}
			next++
		}
	}
	return fitting
}

// What cannot be shown is named, so that its author finds it; what can be, stays.
func TestWhatIsShown(t *testing.T) {
	for words, want := range map[string]string{
		"عنوان":          "عنوان",
		"a\x1b[31mb":     "a<U+001B>[31mb",
		"ti\u200btle":    "ti<U+200B>tle",
		"a\u202eb\u061c": "a<U+202E>b<U+061C>",
		"a\nb\tc":        "a<U+000A>b<U+0009>c",
		"\u0600١٢":       "\u0600١٢",
		"✅\ufe0f":        "✅\ufe0f",
		"1\u00a0000":     "1\u00a0000",
		"%s%d":           "%s%d",
		"\xff":           "\ufffd",
		"\U000e0041":     "<U+E0041>",
	} {
		if got := Show(words).String(); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}

// No other package can put a sentence together at run time: the compiler
// refuses it, because it can neither name the type of a phrase nor fill a Shown.
func TestSentencesAreConstants(t *testing.T) {
	for i := range reflect.TypeFor[Text]().NumField() {
		f := reflect.TypeFor[Text]().Field(i)
		if f.Type.Kind() != reflect.String || f.Type.PkgPath() == "" || token.IsExported(f.Type.Name()) {
			t.Errorf("Text.%s is a %v, which any string becomes", f.Name, f.Type)
		}
	}
	say := reflect.TypeOf(Say).In(0)
	if say.PkgPath() == "" || token.IsExported(say.Name()) {
		t.Errorf("Say takes a %v", say)
	}
	for _, made := range []reflect.Type{reflect.TypeFor[Shown](), reflect.TypeFor[Sentence](), reflect.TypeFor[Quote]()} {
		for i := range made.NumField() {
			if made.Field(i).IsExported() {
				t.Errorf("%v.%s can be filled from outside", made, made.Field(i).Name)
			}
		}
	}
}

// Programs get paths back as they are: from JSON by decoding, from SARIF by
// unescaping.
func TestPathsComeBack(t *testing.T) {
	hidden := unshowable()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.OneOf(rapid.SampledFrom(hidden), rapid.SampledFrom([]rune("a:/ %#?[]ب")))).
			Filter(func(s string) bool { return s != "" && !strings.HasPrefix(s, "/") }).Draw(t, "name")
		sheet := rapid.StringOf(rapid.SampledFrom(hidden)).Draw(t, "sheet")
		k := Kind{Code: "k", Message: Text{AR: "م", EN: "m"}}
		f := &source.File{Name: name, Data: []byte("نص")}
		list := List{k.At(source.Span{File: f, Sheet: sheet, Row: 1, Column: 1}), k.At(source.Span{File: f})}
		for form, text := range renderings(t, list.Few()) {
			if found, bad := raw(text, strings.HasPrefix(form, "text")); bad {
				t.Fatalf("%s: %U stands raw", form, found)
			}
		}
		var b bytes.Buffer
		if err := JSON(&b, list, English); err != nil {
			t.Fatal(err)
		}
		var records []struct{ Path, Sheet string }
		if err := json.Unmarshal(b.Bytes(), &records); err != nil {
			t.Fatal(err)
		}
		if records[0].Path != name || records[0].Sheet != sheet {
			t.Fatalf("%q %q came back as %q %q", name, sheet, records[0].Path, records[0].Sheet)
		}
		uri := location(&locator{}, list[0].Span).Physical.Artifact.URI
		back, err := url.Parse(uri)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(back.Path, "./"); back.Scheme != "" || back.Host != "" || got != strings.TrimPrefix(name, "./") {
			t.Fatalf("%q came back as %q from %q", name, back.Path, uri)
		}
	})
}

// Sentences are short, whatever their arguments.
func TestNamesAreShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := strings.Repeat(rapid.StringN(1, 20, 100).Draw(t, "name"), 1000)
		k := Kind{Code: "x", Message: Text{AR: "لا «%s» في «%s»", EN: "no “%s” in “%s”"}, Advice: Text{AR: "%[2]s", EN: "%[2]s"}}
		f := &source.File{Name: name, Data: []byte("نص")}
		var b bytes.Buffer
		if err := Render(&b, List{k.At(source.Span{File: f}, name, name)}, English); err != nil {
			t.Fatal(err)
		}
		if n := len([]rune(b.String())); n > 5*longestArgument {
			t.Fatalf("%d characters", n)
		}
	})
}

// declaredKinds are the kinds of problem of the whole program, as its source has
// them.
func declaredKinds(t *testing.T) []Kind {
	var kinds []Kind
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		code, err := os.ReadFile(name)
		if err != nil || !bytes.Contains(code, []byte("Kind{")) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, code, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok || typeName(literal.Type) != "Kind" {
				return true
			}
			k := Kind{Code: fmt.Sprint("kind-", len(kinds))}
			for _, e := range literal.Elts {
				pair, ok := e.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				switch typeName(pair.Key) {
				case "Message":
					k.Message = declaredText(t, name, pair.Value)
				case "Advice":
					k.Advice = declaredText(t, name, pair.Value)
				}
			}
			if k.Message.EN != "" {
				kinds = append(kinds, k)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

// typeName is the last name of an expression that is a name.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func declaredText(t *testing.T, file string, e ast.Expr) Text {
	var text Text
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		return text // a name for a text declared elsewhere
	}
	for _, e := range literal.Elts {
		pair := e.(*ast.KeyValueExpr)
		value, ok := pair.Value.(*ast.BasicLit)
		if !ok {
			t.Fatalf("%s: a text that is no literal", file)
		}
		words, err := strconv.Unquote(value.Value)
		if err != nil {
			t.Fatal(err)
		}
		if typeName(pair.Key) == "AR" {
			text.AR = phrase(words)
		} else {
			text.EN = phrase(words)
		}
	}
	return text
}
