package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"warraq/charts"
)

var update = flag.Bool("update", false, "write the golden files")

// A component is something the program is made of that others wrote.
type component struct {
	name, version string
	files         []string // of its licence and notices
}

// THIRD_PARTY.md is written from what is linked, so that it can neither forget
// a library nor name one that is gone. It stands in the command's folder, the
// only one where an embed directive finds it.
func TestThirdPartyNamesAllThatIsLinked(t *testing.T) {
	want := thirdPartyDocument(t, linkedComponents(t))
	const name = "THIRD_PARTY.md"
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what is linked; run go test ./cmd/warraq -update and look at the difference", name)
	}
}

// linkedComponents lists the modules that the command is linked from, and what
// those carry as data.
func linkedComponents(t *testing.T) []component {
	goroot := strings.TrimSpace(output(t, "go", "env", "GOROOT"))
	components := modules(t)
	via := filepath.Join(directoryOf(t, "github.com/go-via/via"), "plugins/echarts/assets")
	components = append(components,
		// Without a version: any Go that builds the program links its own.
		component{"Go standard library and runtime", "", []string{filepath.Join(goroot, "LICENSE")}},
		component{"Apache ECharts", charts.LibraryVersion, []string{filepath.Join(via, "LICENSE"), filepath.Join(via, "NOTICE")}},
		component{"d3 (in Apache ECharts)", "", []string{"notices/d3.txt"}},
		component{"zrender (in Apache ECharts)", "6.0.0", []string{"notices/zrender.txt"}},
		component{"tslib (in Apache ECharts)", "2.3.0", []string{"notices/tslib.txt"}},
		component{"Natural Earth 4.1.0 (public domain), by world-atlas", "2.0.2", []string{"../../charts/outlines/LICENSE-world-atlas"}},
		component{"Unicode CLDR (names of countries)", "48.2", []string{"../../input/country/LICENSE-unicode"}},
		component{"Unicode Character Database (in the libraries' tables, and as test data)", "", []string{"../../fonts/bidi/testdata/UNICODE-LICENSE.txt"}},
	)
	faces, err := filepath.Glob("../../fonts/faces/*/OFL.txt")
	if err != nil || len(faces) == 0 {
		t.Fatalf("no licence beside the bundled faces: %v", err)
	}
	for _, licence := range faces {
		components = append(components, component{fontName(filepath.Base(filepath.Dir(licence))), "", []string{licence}})
	}
	return components
}

func fontName(folder string) string {
	words := strings.Split(folder, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return "font: " + strings.Replace(strings.Join(words, " "), "Ibm", "IBM", 1)
}

// modules lists the modules whose packages are linked on any of the systems
// the program is for, with the licence files of those packages.
func modules(t *testing.T) []component {
	found := map[string]*component{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-json=Dir,Module", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
			var p struct {
				Dir    string
				Module *struct {
					Path, Version, Dir string
					Main               bool
				}
			}
			if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if p.Module == nil || p.Module.Main {
				continue
			}
			c := found[p.Module.Path]
			if c == nil {
				c = &component{name: p.Module.Path, version: p.Module.Version}
				found[p.Module.Path] = c
			}
			for dir := p.Dir; ; dir = filepath.Dir(dir) {
				for _, name := range licenceFiles(t, dir) {
					if !slices.Contains(c.files, name) {
						c.files = append(c.files, name)
					}
				}
				if dir == p.Module.Dir {
					break
				}
			}
		}
	}
	var components []component
	for _, path := range slices.Sorted(maps.Keys(found)) {
		c := found[path]
		if len(c.files) == 0 {
			t.Errorf("%s has no licence file", path)
		}
		slices.SortFunc(c.files, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
		})
		components = append(components, *c)
	}
	return components
}

var licenceName = regexp.MustCompile(`(?i)^(un)?licen[cs]e|^copying|^notice`)

func licenceFiles(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		isText := ext == "" || ext == ".txt" || ext == ".md" || strings.HasPrefix(strings.ToUpper(e.Name()), "LICENSE-")
		// A logo's licence and a test suite's concern nothing that is linked.
		aside := strings.Contains(e.Name(), "LOGO") || strings.Contains(e.Name(), "TEST")
		if e.Type().IsRegular() && licenceName.MatchString(e.Name()) && isText && !aside {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	return names
}

// thirdPartyDocument is a table of the components, and then each text once.
func thirdPartyDocument(t *testing.T, components []component) string {
	type text struct {
		body string
		of   []string
	}
	var texts []*text
	byBody := map[string]*text{}
	var table, b strings.Builder
	for _, c := range components {
		var names []string
		for _, file := range c.files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			body := tidy(string(data))
			name := licenceOf(body)
			switch isNotice := strings.HasPrefix(filepath.Base(file), "NOTICE"); {
			case name == "" && !isNotice:
				t.Errorf("%s: no licence known by the text of %s", c.name, filepath.Base(file))
			case !isNotice && !slices.Contains(names, name):
				names = append(names, name)
			}
			if byBody[body] == nil {
				byBody[body] = &text{body: body}
				texts = append(texts, byBody[body])
			}
			byBody[body].of = append(byBody[body].of, c.name)
		}
		fmt.Fprintf(&table, "| %s | %s | %s |\n", c.name, c.version, strings.Join(names, ", "))
	}
	b.WriteString("# What warraq is made of\n\nwarraq itself is under the Apache License 2.0 (LICENSE). " +
		"The program is linked from the following works of others, and carries some as data.\n\n" +
		"| Work | Version | Licence |\n|---|---|---|\n")
	b.WriteString(table.String())
	b.WriteString("\n# The texts\n")
	for _, x := range texts {
		fmt.Fprintf(&b, "\n## %s\n\n````text\n%s\n````\n", strings.Join(slices.Compact(x.of), ", "), x.body)
	}
	return b.String()
}

// tidy removes what differs between copies of one text and means nothing.
func tidy(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// licenceOf names a licence (SPDX) by words that only its text has.
func licenceOf(body string) string {
	flat := strings.Join(strings.Fields(body), " ")
	for _, known := range []struct{ words, name string }{
		{"SIL OPEN FONT LICENSE", "OFL-1.1"},
		{"UNICODE LICENSE V3", "Unicode-3.0"},
		{"Apache License Version 2.0", "Apache-2.0"},
		{"This is free and unencumbered software released into the public domain", "Unlicense"},
		{"The above copyright notice and this permission notice shall be included in all copies", "MIT"},
		{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided", "ISC"},
		{"The above copyright notice and this permission notice appear in all copies", "MIT"},
		{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted.", "0BSD"},
		{"above copyright notice and this permission notice", "MIT"},
		{"Neither the name", "BSD-3-Clause"},
		{"Redistributions in binary form must reproduce", "BSD-2-Clause"},
	} {
		if strings.Contains(strings.ToLower(flat), strings.ToLower(known.words)) {
			return known.name
		}
	}
	return ""
}

func directoryOf(t *testing.T, module string) string {
	return strings.TrimSpace(output(t, "go", "list", "-m", "-f", "{{.Dir}}", module))
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s on %s: %v", name, strings.Join(args, " "), runtime.GOOS, err)
	}
	return string(out)
}
