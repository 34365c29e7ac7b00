package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"warraq/charts/cache"
)

// compiled is a cache that the tests of a run share.
var compiled = &cache.Cache{}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "engine")
	if err != nil {
		panic(err)
	}
	compiled.Dir = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func half(text string, size float64, bold bool) float64 {
	width := float64(utf8.RuneCountInString(text)) * size / 2
	if bold {
		width *= 1.1
	}
	return width
}

func load(t *testing.T, change func(*Options)) *Engine {
	t.Helper()
	o := Options{Measure: half, LineHeight: 1.5, Library: NewLibrary(compiled)}
	if change != nil {
		change(&o)
	}
	e, err := Load(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

const columns = `{"animation":false,"xAxis":{"type":"category","data":["أ","ب"]},"yAxis":{},"series":[{"type":"bar","data":[5,20]}]}`

func TestDrawsTheSameEveryTime(t *testing.T) {
	first, err := load(t, nil).Draw(context.Background(), []byte(columns), 300, 200)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(first, `<svg width="300" height="200"`) || !strings.Contains(first, ">أ<") {
		t.Errorf("got %.300s", first)
	}
	e := load(t, nil)
	for i := range 3 {
		// What was drawn before does not show, but for the numbers in names
		// that ECharts gives to patterns and clips.
		if _, err := e.Draw(context.Background(), []byte(`{"series":[{"type":"pie","data":[1,2]}]}`), 100, 100); err != nil {
			t.Fatal(err)
		}
		again, err := e.Draw(context.Background(), []byte(columns), 300, 200)
		if err != nil {
			t.Fatal(err)
		}
		if again != first {
			t.Errorf("drawing %d differs", i)
		}
	}
}

func TestDrawsTheSameFromSource(t *testing.T) {
	want, err := load(t, nil).Draw(context.Background(), []byte(columns), 300, 200)
	if err != nil {
		t.Fatal(err)
	}
	got, err := load(t, func(o *Options) { o.Library = nil }).Draw(context.Background(), []byte(columns), 300, 200)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Error("the compiled library draws something else")
	}
}

// What is compiled is the source but for one pair of parentheses; the one before
// draws the same.
func TestReadOnceLeavesAllButParentheses(t *testing.T) {
	source, err := librarySource()
	if err != nil {
		t.Fatal(err)
	}
	once := readOnce(source)
	if len(once) != len(source) {
		t.Fatalf("%d bytes became %d", len(source), len(once))
	}
	var gone []byte
	for i, b := range once {
		if b != source[i] {
			gone = append(gone, source[i])
			if b != ' ' {
				t.Errorf("byte %d became %q", i, b)
			}
		}
	}
	if string(gone) != "()" {
		t.Errorf("taken out: %q", gone)
	}
	if !bytes.Equal(readOnce(once), once) {
		t.Error("a source of another form is changed")
	}
	e := load(t, nil)
	want, err := e.Draw(context.Background(), []byte(columns), 300, 200)
	if err != nil {
		t.Fatal(err)
	}
	// Its own definition of the library takes the place of the one that is there.
	if err := e.run(string(source) + ";warraqReady()"); err != nil {
		t.Fatal(err)
	}
	if got, err := e.Draw(context.Background(), []byte(columns), 300, 200); err != nil || got != want {
		t.Errorf("with them it draws something else: %v", err)
	}
}

func TestDamagedLibraryIsCompiledAgain(t *testing.T) {
	load(t, nil)
	files, err := filepath.Glob(filepath.Join(compiled.Dir, "*.bytecode"))
	if err != nil || len(files) != 1 {
		t.Fatalf("kept %q, %v", files, err)
	}
	sound, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[0], sound[:len(sound)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := load(t, nil).Draw(context.Background(), []byte(columns), 300, 200); err != nil {
		t.Error(err)
	}
	mended, err := os.ReadFile(files[0])
	if err != nil || string(mended) != string(sound) {
		t.Error("the damaged file was left as it was")
	}
	// Sound by its checksum, but no code.
	compiled.Put(filepath.Base(files[0]), []byte("no code"))
	if _, err := load(t, nil).Draw(context.Background(), []byte(columns), 300, 200); err != nil {
		t.Error(err)
	}
}

// The widths of ECharts are ours.
func TestMeasuresByItsOptions(t *testing.T) {
	asked := map[string]bool{}
	e := load(t, func(o *Options) {
		o.Measure = func(text string, size float64, bold bool) float64 {
			asked[fmt.Sprintf("%s %g %t", text, size, bold)] = true
			return half(text, size, bold)
		}
	})
	option := `{"legend":{"data":["مجموعة طويلة"],"textStyle":{"fontSize":9.5,"fontWeight":"bold"}},"xAxis":{"data":["أ"]},"yAxis":{},"series":[{"name":"مجموعة طويلة","type":"bar","data":[1]}]}`
	if _, err := e.Draw(context.Background(), []byte(option), 300, 200); err != nil {
		t.Fatal(err)
	}
	if !asked["مجموعة طويلة 9.5 true"] {
		t.Errorf("asked for %v", asked)
	}
	if asked["国 9.5 true"] {
		t.Error("the height of a line was asked of the face")
	}
}

func TestParseFont(t *testing.T) {
	for shorthand, want := range map[string]font{
		"12px sans-serif": {12, false}, "normal bold 9.5px sans-serif": {9.5, true}, "italic 700 8px a, b": {8, true},
		"normal 400 8px x": {8, false}, "bolder 10px x": {10, true}, "": {12, false}, "sans-serif": {12, false},
	} {
		if got := parseFont(shorthand); got != want {
			t.Errorf("%q: got %v, want %v", shorthand, got, want)
		}
	}
}

// The script has no way out of its box, no clock and no chance.
func TestScriptIsAlone(t *testing.T) {
	e := load(t, nil)
	for _, name := range []string{"std", "os", "process", "require", "fetch", "XMLHttpRequest", "WebSocket", "document", "window", "Worker", "navigator"} {
		v, err := e.vm.Eval("typeof "+name, 0)
		if err != nil || v != "undefined" {
			t.Errorf("%s is %v, %v", name, v, err)
		}
	}
	for _, script := range []string{"import('fs')", "import('/etc/passwd')"} {
		v, err := e.vm.Eval(`var got = ""; `+script+`.then(() => { got = "in" }, () => { got = "out" }); got`, 0)
		if err != nil || v == "in" {
			t.Errorf("%s: %v, %v", script, v, err)
		}
	}
	for _, same := range []string{"Date.now()", "+new Date()", "Date()", "new Date().getTime()"} {
		v, err := e.vm.Eval("String("+same+") === String("+same+")", 0)
		if err != nil || v != true {
			t.Errorf("%s changes: %v, %v", same, v, err)
		}
	}
	if v, err := e.vm.Eval("new Date(2020, 1, 3).getFullYear() + Date.UTC(1970, 0, 1, 0, 0, 1)", 0); err != nil || fmt.Sprint(v) != "3020" {
		t.Errorf("dates of options: %v, %v", v, err)
	}
}

func TestComplaintsAreErrors(t *testing.T) {
	e := load(t, nil)
	if _, err := e.vm.Eval(`const render = echarts.init; echarts.init = function (...a) { console.error("no", "good"); return render(...a) }`, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Draw(context.Background(), []byte(columns), 300, 200); err == nil || !strings.Contains(err.Error(), "no good") {
		t.Errorf("a complaint became %v", err)
	}
	e = load(t, nil)
	if _, err := e.Draw(context.Background(), []byte(`{not JSON`), 300, 200); err == nil {
		t.Error("an option that is no JSON was drawn")
	}
}

func TestTimeLimit(t *testing.T) {
	e := load(t, func(o *Options) { o.TimeLimit = 50 * time.Millisecond })
	begin := time.Now()
	if err := e.run("for (;;) {}"); err == nil {
		t.Error("a loop without end ended")
	}
	if spent := time.Since(begin); spent > 5*time.Second {
		t.Errorf("it took %v", spent)
	}
}

func TestMemoryLimit(t *testing.T) {
	e := load(t, func(o *Options) { o.MemoryLimit = 64 << 20 })
	if err := e.run("var a = []; for (;;) a.push(new Array(1000).fill(7))"); err == nil {
		t.Error("memory without end was given")
	}
}

func TestCancelledDrawing(t *testing.T) {
	e := load(t, nil)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	var data strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&data, "%d,", i)
	}
	option := `{"xAxis":{},"yAxis":{},"series":[{"type":"bar","label":{"show":true},"data":[` + data.String() + `0]}]}`
	if _, err := e.Draw(ctx, []byte(option), 300, 200); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
