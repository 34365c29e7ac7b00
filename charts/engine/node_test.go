package engine

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// inNode draws every option it is given with the same library and the same
// widths, in the engine that ECharts is made for.
const inNode = `
const fs = require("fs");
const [prelude, library, charts, out] = process.argv.slice(2);
globalThis.warraqMeasure = (text, font) => {
  const size = parseFloat((/([\d.]+)px/.exec(font) || [0, 12])[1]);
  if (text === "国") return size * 1.5;
  let width = [...text].length * size / 2;
  if (/(^| )bold/.test(font)) width *= 1.1;
  return width;
};
(0, eval)(fs.readFileSync(prelude, "utf8"));
(0, eval)(fs.readFileSync(library, "utf8"));
warraqReady();
const drawn = {};
for (const [name, chart] of Object.entries(JSON.parse(fs.readFileSync(charts, "utf8")))) {
  if (chart.outline) warraqMap("outlines", JSON.stringify(chart.outline));
  drawn[name] = warraqDraw(JSON.stringify(chart.option), chart.width, chart.height);
}
fs.writeFileSync(out, JSON.stringify(drawn));
`

// nodeFolder writes what node needs to draw options: the script, the prelude,
// the library and the options by name. The drawings will be in out.json.
func nodeFolder(t testing.TB, names []string) (dir string, charts map[string]json.RawMessage) {
	t.Helper()
	charts = map[string]json.RawMessage{}
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join("../testdata/options", name))
		if err != nil {
			t.Fatal(err)
		}
		charts[name] = withOutline(t, name, b)
	}
	source, err := librarySource()
	if err != nil {
		t.Fatal(err)
	}
	all, err := json.Marshal(charts)
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for name, body := range map[string][]byte{"run.js": []byte(inNode), "prelude.js": []byte(prelude), "library.js": source, "charts.json": all} {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, charts
}

func drawInNode(t testing.TB, node, dir string) {
	t.Helper()
	command := exec.Command(node, "run.js", "prelude.js", "library.js", "charts.json", "out.json")
	command.Dir = dir
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("node: %v\n%s", err, output)
	}
}

// BenchmarkThirteenKindsInNode is what BenchmarkThirteenKinds of package charts
// is compared with: the same options, drawn by the same library in a process of
// node.
func BenchmarkThirteenKindsInNode(b *testing.B) {
	node, err := exec.LookPath("node")
	if err != nil {
		b.Skip("node is not installed")
	}
	list, err := os.ReadFile("../testdata/thirteen.txt")
	if err != nil {
		b.Fatal(err)
	}
	var names []string
	for name := range strings.FieldsSeq(string(list)) {
		names = append(names, name+".json")
	}
	dir, _ := nodeFolder(b, names)
	for b.Loop() {
		drawInNode(b, node, dir)
	}
}

// withOutline adds to a chart the outlines that its option calls for, if it does.
func withOutline(t testing.TB, option string, chart []byte) []byte {
	t.Helper()
	f, err := os.Open(filepath.Join("../testdata/outlines", filepath.Base(option)+".gz"))
	if errors.Is(err, fs.ErrNotExist) {
		return chart
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(chart, &fields); err != nil {
		t.Fatal(err)
	}
	fields["outline"] = outline
	if chart, err = json.Marshal(fields); err != nil {
		t.Fatal(err)
	}
	return chart
}

// ECharts in node draws each kind as it does here, to the last character.
func TestNodeDrawsTheSame(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("WARRAQ_JUDGES") == "require" {
			t.Fatal("node is not installed")
		}
		t.Skip("node is not installed")
	}
	type chart struct {
		Width, Height   float64
		Option, Outline json.RawMessage
	}
	files, err := filepath.Glob("../testdata/options/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no options: %v", err)
	}
	for i, file := range files {
		files[i] = filepath.Base(file)
	}
	dir, charts := nodeFolder(t, files)
	drawInNode(t, node, dir)
	b, err := os.ReadFile(filepath.Join(dir, "out.json"))
	if err != nil {
		t.Fatal(err)
	}
	var theirs map[string]string
	if err := json.Unmarshal(b, &theirs); err != nil {
		t.Fatal(err)
	}
	e := load(t, nil)
	for _, file := range files {
		name := filepath.Base(file)
		var c chart
		if err := json.Unmarshal(charts[name], &c); err != nil {
			t.Fatal(err)
		}
		if c.Outline != nil {
			if err := e.RegisterMap("outlines", c.Outline); err != nil {
				t.Fatal(err)
			}
		}
		ours, err := e.Draw(context.Background(), c.Option, c.Width, c.Height)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if ours != theirs[name] {
			at := 0
			for at < min(len(ours), len(theirs[name])) && ours[at] == theirs[name][at] {
				at++
			}
			end := func(s string) string { return s[max(0, at-60):min(len(s), at+60)] }
			t.Errorf("%s: differs at %d:\nhere %q\nnode %q", name, at, end(ours), end(theirs[name]))
		}
	}
}
