package pipeline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ARCHITECTURE.md draws the flow and says for each package what it may import.
// This test holds the code to that table, and the table to the code, so that
// neither can drift from the other.

const module = "warraq"

// aPackage is one row of the table, or one folder of the module.
type aPackage struct {
	imports []string // of this module, without the module's name
	foreign []string // import paths of other modules
}

func TestImportsFollowTheArchitecture(t *testing.T) {
	document, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	allowed := packageTable(t, string(document))
	found := packagesOf(t, "..")
	for _, name := range slices.Sorted(maps.Keys(found)) {
		row, ok := allowed[name]
		if !ok {
			t.Errorf("package %s is not in the table of packages of ARCHITECTURE.md", name)
			continue
		}
		for _, imported := range found[name].imports {
			if !slices.Contains(row.imports, imported) {
				t.Errorf("%s imports %s, against ARCHITECTURE.md", name, imported)
			}
		}
		for _, imported := range row.imports {
			if !slices.Contains(found[name].imports, imported) {
				t.Errorf("ARCHITECTURE.md lets %s import %s, which it does not", name, imported)
			}
		}
	}
	for name := range allowed {
		if _, ok := found[name]; !ok {
			t.Errorf("ARCHITECTURE.md names the package %s, which is not there", name)
		}
	}
}

// No import runs up: what is read knows nothing of what is drawn, and what is
// drawn nothing of the pages it stands on.
func TestNoImportRunsUp(t *testing.T) {
	higher := map[string][]string{
		"fonts":  {"input", "charts", "output", "pipeline", "cmd"},
		"input":  {"charts", "output", "pipeline", "cmd"},
		"charts": {"output", "pipeline", "cmd"},
		"output": {"pipeline", "cmd"},
	}
	floor := func(name string) string {
		first, _, _ := strings.Cut(name, "/")
		return first
	}
	checked := map[string]bool{}
	for name, p := range packagesOf(t, "..") {
		for _, imported := range p.imports {
			checked[floor(name)] = true
			if slices.Contains(higher[floor(name)], floor(imported)) {
				t.Errorf("%s imports %s, which stands above it", name, imported)
			}
		}
	}
	for name := range higher {
		if !checked[name] {
			t.Errorf("nothing under %s was checked", name)
		}
	}
}

func TestLibrariesAreImportedWhereTheArchitectureSays(t *testing.T) {
	document, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	owners := libraryTable(t, string(document))
	used := map[string]bool{}
	for name, p := range packagesOf(t, "..") {
		for _, imported := range p.foreign {
			library := longestPrefix(owners, imported)
			if library == "" {
				t.Errorf("%s imports %s, which is not in the table of libraries of ARCHITECTURE.md", name, imported)
				continue
			}
			used[library+" "+name] = true
			if !slices.Contains(owners[library], name) {
				t.Errorf("%s imports %s; ARCHITECTURE.md leaves it to %s", name, imported, strings.Join(owners[library], ", "))
			}
		}
	}
	for library, names := range owners {
		for _, name := range names {
			if !used[library+" "+name] {
				t.Errorf("ARCHITECTURE.md says that %s imports %s, which it does not", name, library)
			}
		}
	}
}

// A stage is a function of what it is handed: below the command nothing asks
// the environment, the clock or the user's folders.
func TestStagesAskNothingOfTheirSurroundings(t *testing.T) {
	forbidden := regexp.MustCompile(`\b(os\.(Getenv|LookupEnv|Environ|UserCacheDir|UserHomeDir|Getwd|Hostname|Args)|time\.(Now|Since|Until)|rand\.|time\.Local)\b`)
	root := os.DirFS("..")
	walkSources(t, root, func(name, folder string) {
		if folder == "cmd/warraq" || folder == "output/judge" || folder == "charts/outlines/generate" || folder == "fonts/bidi/samples" {
			return
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			code, _, _ := strings.Cut(line, "//")
			if call := forbidden.FindString(code); call != "" && !clockless(code) {
				t.Errorf("%s:%d uses %s", name, i+1, call)
			}
		}
	})
}

// clockless reports a line whose use of the clock cannot reach the output: a
// limit on how long a script may run.
func clockless(code string) bool { return strings.Contains(code, "deadline") }

func packageTable(t *testing.T, document string) map[string]aPackage {
	table := map[string]aPackage{}
	for _, cells := range tableRows(t, document, "Package") {
		names := quoted(cells[0])
		if len(names) != 1 {
			t.Fatalf("the table of packages names %d packages in %q", len(names), cells[0])
		}
		table[names[0]] = aPackage{imports: quoted(cells[len(cells)-1])}
	}
	return table
}

func libraryTable(t *testing.T, document string) map[string][]string {
	table := map[string][]string{}
	for _, cells := range tableRows(t, document, "Library") {
		for _, library := range quoted(cells[0]) {
			table[library] = quoted(cells[1])
		}
	}
	return table
}

// tableRows returns the rows of the Markdown table whose first column has this
// heading.
func tableRows(t *testing.T, document, heading string) [][]string {
	var rows [][]string
	inside := false
	for line := range strings.Lines(document) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "| "+heading+" |"):
			inside = true
		case !strings.HasPrefix(line, "|"):
			inside = false
		case inside && !strings.HasPrefix(line, "|-"):
			rows = append(rows, strings.Split(strings.Trim(line, "|"), "|"))
		}
	}
	if len(rows) == 0 {
		t.Fatalf("ARCHITECTURE.md has no table that begins with %q", heading)
	}
	return rows
}

var code = regexp.MustCompile("`([^`]+)`")

func quoted(cell string) []string {
	var words []string
	for _, m := range code.FindAllStringSubmatch(cell, -1) {
		words = append(words, m[1])
	}
	return words
}

func longestPrefix(owners map[string][]string, imported string) string {
	best := ""
	for library := range owners {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && len(library) > len(best) {
			best = library
		}
	}
	return best
}

// packagesOf reads the imports of every Go file that is not a test.
func packagesOf(t *testing.T, dir string) map[string]aPackage {
	packages := map[string]aPackage{}
	walkSources(t, os.DirFS(dir), func(name, folder string) {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, filepath.FromSlash(name)), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		p := packages[folder]
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(imported, "/")
			switch {
			case first == module:
				inner := strings.TrimPrefix(imported, module+"/")
				if !slices.Contains(p.imports, inner) {
					p.imports = append(p.imports, inner)
				}
			case strings.Contains(first, "."):
				p.foreign = append(p.foreign, imported)
			}
		}
		packages[folder] = p
	})
	return packages
}

// walkSources calls visit with every Go file of the module that is not a test.
func walkSources(t *testing.T, root fs.FS, visit func(name, folder string)) {
	t.Helper()
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); base != "." && (strings.HasPrefix(base, ".") || base == "testdata") {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			visit(name, path.Dir(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
