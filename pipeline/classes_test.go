package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"warraq/input/brief"
)

// What an author's classes mean is decided where they are read: the model has
// fields for it, and nothing behind the readers knows a class by its name.

// isReader reports whether a package knows classes.
func isReader(folder string) bool {
	return slices.Contains([]string{"input/attribute", "input/markdown", "input/structured"}, folder)
}

func TestTheModelHasNoClasses(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			look(of.Elem())
		case reflect.Struct:
			if seen[of] {
				return
			}
			seen[of] = true
			for i := range of.NumField() {
				f := of.Field(i)
				if name := strings.ToLower(f.Name); strings.Contains(name, "class") {
					t.Errorf("%s.%s keeps a class as it is written", of, f.Name)
				}
				look(f.Type)
			}
		}
	}
	for _, node := range []any{
		brief.Brief{}, brief.Heading{}, brief.Paragraph{}, brief.List{}, brief.DefinitionList{}, brief.Quote{}, brief.Callout{},
		brief.CodeBlock{}, brief.TableBlock{}, brief.Figure{}, brief.Marked{}, brief.Link{}, brief.Code{}, brief.NoteMark{}, brief.Citation{},
	} {
		look(reflect.TypeOf(node))
	}
	if len(seen) < 20 {
		t.Fatalf("only %d types were looked at", len(seen))
	}
}

// A comparison of a text with the name of a class, outside of the readers, asks
// for a class.
func TestOnlyReadersKnowClasses(t *testing.T) {
	classes := classNames(t)
	found := map[string]bool{}
	walkSources(t, os.DirFS(".."), func(name, folder string) {
		if first, _, _ := strings.Cut(folder, "/"); first == "charts" || folder == "input/theme" || folder == "input/column" {
			return // values of charts' keys, SVG's, themes' colours and times are called the same
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", filepath.FromSlash(name)), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range comparedWords(file) {
			switch {
			case !slices.Contains(classes, word):
			case isReader(folder):
				found[word] = true
			default:
				t.Errorf("%s compares with %q, which is a class", name, word)
			}
		}
	})
	for _, class := range classes {
		if !found[class] {
			t.Errorf("no reader compares with the class %q", class)
		}
	}
}

// classNames are the classes that blocks and lines take.
func classNames(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../input/attribute/attribute.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 3 {
			return true
		}
		if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "check" {
			names = append(names, literals(call.Args[1])...)
		}
		return true
	})
	if len(names) < 15 {
		t.Fatalf("found the classes %q", names)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// comparedWords are the texts that a file compares with: by == and !=, in a case,
// or in a call that asks whether something contains, begins or ends with one.
func comparedWords(file *ast.File) []string {
	var found []string
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				found = append(append(found, literals(n.X)...), literals(n.Y)...)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				found = append(found, literals(e)...)
			}
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.Ident:
				name = f.Name
			case *ast.SelectorExpr:
				name = f.Sel.Name
			}
			if slices.Contains([]string{"Contains", "Index", "HasPrefix", "HasSuffix", "CutPrefix", "EqualFold", "class", "has"}, name) {
				for _, a := range n.Args {
					found = append(found, literals(a)...)
				}
			}
		}
		return true
	})
	return found
}

// literals are the texts that an expression is, or a list of texts.
func literals(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			if s, err := strconv.Unquote(e.Value); err == nil {
				return []string{s}
			}
		}
	case *ast.CompositeLit:
		var all []string
		for _, x := range e.Elts {
			all = append(all, literals(x)...)
		}
		return all
	}
	return nil
}
