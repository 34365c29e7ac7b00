package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The code of a problem is what scripts hold on to: one kind has one, and no
// two kinds share it.
func TestProblemCodesAreUnique(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	places := map[string]string{}
	walkSources(t, os.DirFS(".."), func(name, folder string) {
		if folder == "input/problem" {
			return
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, filepath.Join("..", filepath.FromSlash(name)), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok || !isKind(literal.Type) {
				return true
			}
			value := codeOf(literal)
			if value == nil {
				t.Errorf("%s: a kind of problem without a code", set.Position(literal.Pos()))
				return true
			}
			code, err := strconv.Unquote(value.Value)
			if err != nil || !shape.MatchString(code) {
				t.Errorf("%s: the code %s is not in kebab-case", set.Position(value.Pos()), value.Value)
			}
			if other, taken := places[code]; taken {
				t.Errorf("%s: the code %q is already that of %s", set.Position(value.Pos()), code, other)
			}
			places[code] = set.Position(value.Pos()).String()
			checkTexts(t, set, literal)
			return true
		})
	})
	if len(places) == 0 {
		t.Error("no kind of problem was found")
	}
}

// isKind reports whether a literal is of the type problem.Kind.
func isKind(e ast.Expr) bool {
	s, ok := e.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "Kind" {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == "problem"
}

// codeOf is the code of a kind written out, by its name or as the first field.
func codeOf(literal *ast.CompositeLit) *ast.BasicLit {
	for i, element := range literal.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok && key.Name == "Code" {
				value, _ := pair.Value.(*ast.BasicLit)
				return value
			}
		} else if i == 0 {
			value, _ := element.(*ast.BasicLit)
			return value
		}
	}
	return nil
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+# 0-9.]*[a-zA-Z]`)

// checkTexts holds the two languages of a kind together: each says something,
// and both take the same values.
func checkTexts(t *testing.T, set *token.FileSet, kind *ast.CompositeLit) {
	ast.Inspect(kind, func(n ast.Node) bool {
		literal, ok := n.(*ast.CompositeLit)
		if !ok || literal == kind {
			return true
		}
		texts := map[string]string{}
		for _, element := range literal.Elts {
			pair, isPair := element.(*ast.KeyValueExpr)
			if !isPair {
				continue
			}
			if value, isText := pair.Value.(*ast.BasicLit); isText {
				texts[pair.Key.(*ast.Ident).Name], _ = strconv.Unquote(value.Value)
			}
		}
		ar, en := texts["AR"], texts["EN"]
		if ar == "" || en == "" {
			t.Errorf("%s: a text in one language only", set.Position(literal.Pos()))
		}
		for _, v := range append(verb.FindAllString(ar, -1), verb.FindAllString(en, -1)...) {
			if !strings.ContainsRune("sdvfg", rune(v[len(v)-1])) {
				t.Errorf("%s: %s: of an author's words only %%s and %%v are shown as they were made showable", set.Position(literal.Pos()), v)
			}
		}
		if a, e := len(verb.FindAllString(ar, -1)), len(verb.FindAllString(en, -1)); a != e {
			t.Errorf("%s: %d values in Arabic, %d in English", set.Position(literal.Pos()), a, e)
		}
		return false
	})
}
