package charts

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/input/brief"
	"warraq/input/problem"
)

// faulty are charts with something wrong.
func faulty() []sample {
	numbers := data("الاسم,القيمة\nأ,5\nب,7\n")
	infinite := data("الاسم,القيمة\nأ,5\nب,7\n")
	infinite.Rows[0].Cells[1].Number = math.Inf(1)
	infinite.Rows[1].Cells[1].Number = math.NaN()
	return []sample{
		{"no-type", brief.Chart{Data: numbers}},
		{"unknown-type", brief.Chart{Type: "lien", Data: numbers}},
		{"no-data", brief.Chart{Type: "bar"}},
		{"no-rows", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\n")}},
		{"all-missing", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nأ,\nب,\n"), Value: "القيمة"}},
		{"unknown-columns", brief.Chart{Type: "bar", Data: numbers, Category: "الإسم", Value: "القيمه", Series: "x"}},
		{"no-number-column", brief.Chart{Type: "bar", Data: data("الاسم,اللون\nأ,أحمر\n")}},
		{"bad-cells", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nأ,خمسة\nب,7\nج,نعم\n"), Value: "القيمة"}},
		{"infinite", brief.Chart{Type: "line", Data: infinite}},
		{"enormous", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nأ,10000000000000000\n")}},
		{"log-zero", brief.Chart{Type: "funding", Scale: "log", Data: data("البرنامج,المبلغ\nأ,0\nب,5\n")}},
		{"log-stacked", brief.Chart{Type: "stacked-bar", Scale: "log", Data: data(shareData)}},
		{"negative-pie", brief.Chart{Type: "pie", Data: data("الاسم,القيمة\nأ,-5\nب,7\n")}},
		{"empty-pie", brief.Chart{Type: "pie", Data: data("الاسم,القيمة\nأ,0\nب,0\n")}},
		{"crowded-pie", brief.Chart{Type: "pie", Data: data(many(13))}},
		{"two-series-pie", brief.Chart{Type: "pie", Data: data(shareData)}},
		{"duplicate", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nأ,5\nأ,7\n")}},
		{"nameless", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nأ,5\n,7\n"), Category: "الاسم"}},
		{"mixed-currencies", brief.Chart{Type: "funding", Data: data("programme,amount,currency\nأ,5,EUR\nب,7,USD\n")}},
		{"bad-choices", brief.Chart{Type: "bar", Data: numbers, Scale: "logarithmic", Sort: "down", Direction: "up", Height: 5}},
		{"bad-option", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"xAxis": map[string]any{"max": math.Inf(1)}}}},
		{"function-option", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"xAxis": func() {}}}},
		{"option-series", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"series": []any{map[string]any{"type": "custom"}}}}},
		{"broken-path", brief.Chart{Type: "sunburst", Levels: []string{"أ", "ب", "ج"}, Data: data("أ,ب,ج,القيمة\nس,,ص,5\n,,,7\nس,ع,,-8\n")}},
		{"deep-sunburst", brief.Chart{Type: "sunburst", Levels: []string{"أ", "ب", "أ", "ب"}, Data: data("أ,ب,القيمة\nس,ص,5\n")}},
		{"gauge-series", brief.Chart{Type: "gauge", Data: data(shareData)}},
		{"gauge-target", brief.Chart{Type: "gauge", Data: numbers, Target: "-5", Bands: []string{"40", "30"}}},
		{"gauge-column", brief.Chart{Type: "gauge", Data: numbers, Target: "الهدف", Bands: []string{"ك"}}},
		{"gauge-bands", brief.Chart{Type: "gauge", Data: numbers, Bands: []string{"1", "2", "3", "4", "5", "6"}}},
		{"crowded-gauge", brief.Chart{Type: "gauge", Data: data(many(9))}},
		{"box-plot-columns", brief.Chart{Type: "box-plot", Data: data(shareData)}},
		{"box-plot-order", brief.Chart{Type: "box-plot", Data: data("الاسم,أ,ب,ج,د,هـ\nس,1,2,3,2,5\nص,1,,3,4,5\n")}},
		{"timeline-dates", brief.Chart{Type: "timeline", Data: data("الحدث,من,إلى\nأ,أمس,\nب,2024-06,2023\nج,,\nد,2024,غدًا\n,2020,\nهـ,2024-13,\n")}},
		{"timeline-columns", brief.Chart{Type: "timeline", Data: data("أ,ب\n5,7\n")}},
		{"no-facet", brief.Chart{Type: "small-multiples", Data: data(regionData)}},
		{"facet-pie", brief.Chart{Type: "pie", Data: data(regionData), Facet: "الدولة"}},
		{"facet-unknown", brief.Chart{Type: "line", Data: data(regionData), Facet: "البلاد"}},
		{"facet-many", brief.Chart{Type: "line", Facet: "البند", Category: "القيمة", Value: "القيمة", Data: data(many(17))}},
		{"map-names", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nكازخاستان,5\nأطلنطس,7\nألمانيا,3\n"), Map: []string{"central-asia"}}},
		{"map-extent", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nKZ,5\n"), Map: []string{"كازاخستان", "أوزبكستن"}}},
		{"map-extent-name", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nKZ,5\n"), Map: []string{"central-asya"}}},
		{"map-mixed", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nKZ,5\nUZ,نعم\nTJ,كبير\n"), Value: "القيمة"}},
		{"map-twice", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nKZ,نعم\nKAZ,لا\n")}},
		{"map-columns", brief.Chart{Type: "map", Data: data("الدولة,أ,ب\nKZ,5,7\n")}},
		{"map-fill-columns", brief.Chart{Type: "map", Style: "fill", Data: data("الدولة,أ,ب\nKZ,نعم,لا\n")}},
		{"map-negative", brief.Chart{Type: "map", Style: "marks", Data: data("الدولة,القيمة\nKZ,-5\n")}},
		{"map-groups", brief.Chart{Type: "map", Data: data("الدولة,القيمة\nKZ,أ\nUZ,ب\nTJ,ج\nTM,د\nKG,ه\nCN,و\nIR,ز\nAF,ح\nRU,ط\n")}},
		{"map-style", brief.Chart{Type: "map", Style: "dots", Data: data("الدولة,القيمة\nKZ,5\n")}},
		{"long-name", brief.Chart{Type: "bar", Data: data("الاسم,القيمة\n" + strings.Repeat("طويل ", 100) + ",5\n")}},
	}
}

func TestProblems(t *testing.T) {
	p, _ := plotter(t, brief.LatinDigits)
	var b strings.Builder
	for _, sample := range faulty() {
		list := p.Check(&sample.chart)
		fmt.Fprintln(&b, sample.name)
		for _, found := range list {
			for _, l := range []problem.Language{problem.Arabic, problem.English} {
				message := found.Message.In(l, found.Args...) + " — " + found.Advice.In(l, found.Args...)
				if strings.Contains(message, "%!") {
					t.Errorf("%s: %s", found.Code, message)
				}
				fmt.Fprintf(&b, "\t%s %d:%d %s\n", found.Code, found.Span.Row, found.Span.Column, message)
			}
		}
		if len(list) == 0 {
			t.Errorf("%s: no problem found", sample.name)
		}
		if list.HasErrors() {
			if s, err := p.Plot(context.Background(), &sample.chart, 450); err == nil {
				t.Errorf("%s: was drawn with %d items", sample.name, len(s.Items))
			}
			if text := Describe(&sample.chart, brief.LatinDigits); text != "" {
				t.Errorf("%s: is described as %s", sample.name, text)
			}
		}
	}
	goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt")).Assert(t, "problems", []byte(b.String()))
}

func TestManyRowsAreAProblemAtOnce(t *testing.T) {
	table := data("الاسم,القيمة\nأ,5\n")
	for range 100_000 {
		table.Rows = append(table.Rows, table.Rows[0])
	}
	p, _ := plotter(t, brief.LatinDigits)
	for _, name := range Types() {
		list := p.Check(&brief.Chart{Type: name, Data: table})
		if len(list) != 1 || list[0].Code != "too-many-rows" {
			t.Errorf("%s: got %v", name, list)
		}
	}
	table.Rows = table.Rows[:maxRows]
	for i := range table.Rows {
		row := table.Rows[i]
		row.Cells = []brief.Cell{{Text: fmt.Sprint("اسم ", i), Span: row.Cells[0].Span}, row.Cells[1]}
		table.Rows[i] = row
	}
	for _, name := range Types() {
		if list := p.Check(&brief.Chart{Type: name, Data: table}); !list.HasErrors() {
			t.Errorf("%s draws %d categories", name, maxRows)
		}
	}
}

// What is cached is drawn by no engine, and is the same.
func TestCachedScenesStartNoEngine(t *testing.T) {
	first, _ := plotter(t, brief.LatinDigits)
	second, _ := plotter(t, brief.LatinDigits)
	for _, sample := range samples() {
		want, err := first.Plot(context.Background(), &sample.chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		if !second.Cached(&sample.chart, 450) {
			t.Errorf("%s: is not in the cache", sample.name)
		}
		got, err := second.Plot(context.Background(), &sample.chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the kept scene is another", sample.name)
		}
	}
	if second.Started() {
		t.Error("an engine was started")
	}
}

// All that a scene depends on tells entries apart.
func TestCacheKeyHoldsAllThatCounts(t *testing.T) {
	base, _ := plotter(t, brief.LatinDigits)
	chart := samples()[0].chart
	if _, err := base.Plot(context.Background(), &chart, 450); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Options, *brief.Chart, *float64){
		"fonts":  func(o *Options, _ *brief.Chart, _ *float64) { o.Fonts = "others" },
		"size":   func(o *Options, _ *brief.Chart, _ *float64) { o.Size = 9 },
		"ascent": func(o *Options, _ *brief.Chart, _ *float64) { o.Ascent += 0.1 },
		"digits": func(o *Options, _ *brief.Chart, _ *float64) { o.Digits = brief.ArabicDigits },
		"palette": func(o *Options, _ *brief.Chart, _ *float64) {
			o.Palette = DefaultPalette()
			o.Palette.Series[0] = "#000000"
		},
		"width": func(_ *Options, _ *brief.Chart, w *float64) { *w = 451 },
		"unit":  func(_ *Options, c *brief.Chart, _ *float64) { c.Unit = "دولار" },
		"value": func(_ *Options, c *brief.Chart, _ *float64) {
			c.Data = data(strings.Replace(fundingData, "365", "366", 1))
		},
		"option": func(_ *Options, c *brief.Chart, _ *float64) { c.Option = map[string]any{"backgroundColor": "#eee"} },
	} {
		o, c, width := newSetter().options(), chart, 450.0
		o.CacheDir = keep
		change(&o, &c, &width)
		if New(o).Cached(&c, width) {
			t.Errorf("%s: another chart's scene would be used", name)
		}
	}
}

func TestDamagedScenesAreDrawnAgain(t *testing.T) {
	dir := t.TempDir()
	library, _ := filepath.Glob(filepath.Join(keep, "*.bytecode"))
	for _, f := range library {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(f)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := newSetter().options()
	o.CacheDir = dir
	chart := samples()[2].chart
	p := New(o)
	want, err := p.Plot(context.Background(), &chart, 450)
	if err != nil {
		t.Fatal(err)
	}
	p.Close()
	files, err := filepath.Glob(filepath.Join(dir, "*.scene"))
	if err != nil || len(files) != 1 {
		t.Fatalf("kept %q, %v", files, err)
	}
	for _, damage := range []string{"", "short", strings.Repeat("x", 4000)} {
		if err := os.WriteFile(files[0], []byte(damage), 0o600); err != nil {
			t.Fatal(err)
		}
		// Sound by its checksum, but not a scene.
		if damage == "short" {
			p.cache.Put(filepath.Base(files[0]), []byte(damage))
		}
		again := New(o)
		got, err := again.Plot(context.Background(), &chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		if !again.Started() || !reflect.DeepEqual(got, want) {
			t.Error("the damaged scene was not drawn again")
		}
		again.Close()
		again.Wait()
	}
}

func FuzzUnmarshal(f *testing.F) {
	o := newSetter().options()
	p := New(o)
	for _, sample := range samples()[:3] {
		s, err := p.Plot(context.Background(), &sample.chart, 450)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(marshal(s))
	}
	p.Close()
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := unmarshal(b)
		if err != nil {
			return
		}
		if again, err := unmarshal(marshal(s)); err != nil || !reflect.DeepEqual(again, s) {
			t.Fatal("a scene changes when it is kept")
		}
	})
}

// An option is data: what would reach out or run is refused at its place.
func TestHostileOptions(t *testing.T) {
	p, _ := plotter(t, brief.LatinDigits)
	for name, option := range map[string]map[string]any{
		"image":  {"series": []any{map[string]any{"type": "scatter", "symbol": "image://https://example.org/a.png", "data": []any{1, 2}}}},
		"shadow": {"series": []any{map[string]any{"itemStyle": map[string]any{"shadowBlur": 10, "shadowColor": "#000"}}}},
		"radial": {"series": []any{map[string]any{"itemStyle": map[string]any{"color": map[string]any{"type": "radial", "x": 0.5, "y": 0.5, "r": 0.5,
			"colorStops": []any{map[string]any{"offset": 0, "color": "red"}, map[string]any{"offset": 1, "color": "blue"}}}}}}},
	} {
		c := brief.Chart{Type: "bar", Data: data(shareData), Option: option}
		if list := p.Check(&c); list.HasErrors() {
			t.Errorf("%s: %v", name, list)
			continue
		}
		_, err := p.Plot(context.Background(), &c, 450)
		found, ok := AsProblem(err)
		if !ok || found.Code != "chart-option-refused" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	// Text that looks like script is text.
	c := brief.Chart{Type: "bar", Data: data("الاسم,القيمة\nfunction(){for(;;){}},5\n{b} {c},7\n</text><script>,8\n"), Unit: "{a}"}
	s, err := p.Plot(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, item := range s.Items {
		if item.Text != nil {
			texts = append(texts, item.Text.Value)
		}
	}
	want := []string{"function(){for(;;){}}", "{b} {c}", "</text><script>", "5 {a}", "7 {a}", "8 {a}"}
	if strings.Join(texts, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", texts, want)
	}
	deep := map[string]any{}
	for at, i := deep, 0; i < 100; i++ {
		next := map[string]any{}
		at["a"], at = next, next
	}
	wide := make([]any, maxOption+1)
	for name, option := range map[string]any{"deep": deep, "wide": wide} {
		c := brief.Chart{Type: "bar", Data: data(shareData), Option: map[string]any{"x": option}}
		if list := p.Check(&c); !list.HasErrors() {
			t.Errorf("%s: is let through", name)
		}
	}
}

// The author's option has the last word, and merges with the rest.
func TestOptionIsMergedLast(t *testing.T) {
	p, _ := plotter(t, brief.LatinDigits)
	c := brief.Chart{Type: "bar", Data: data(shareData), Option: map[string]any{
		"series": map[string]any{"barGap": "40%"}, "yAxis": []any{map[string]any{"axisLabel": map[string]any{"color": "#a00000"}}}, "backgroundColor": "#f0f0f0",
	}}
	option, err := p.OptionJSON(&c, 450)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(option), `"barGap":"40%"`); n != 3 {
		t.Errorf("%d series have the gap: %s", n, option)
	}
	if !strings.Contains(string(option), `"axisLabel":{"color":"#a00000","fontSize":8.5,"interval":0`) {
		t.Errorf("the label's other styles are gone: %s", option)
	}
	s, err := p.Plot(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	if first := s.Items[0].Path; first == nil || first.Fill == nil || first.Fill.String() != "#f0f0f0" {
		t.Error("the ground is missing")
	}
}

func TestPlotAllKeepsTheOrder(t *testing.T) {
	o := newSetter().options()
	p := New(o)
	t.Cleanup(p.Close)
	var list []*brief.Chart
	for i := range 8 {
		list = append(list, &brief.Chart{Type: "bar", Data: data(many(i + 1))})
	}
	scenes, err := p.PlotAll(context.Background(), list, 300)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range scenes {
		if alone, err := p.Plot(context.Background(), list[i], 300); err != nil || !reflect.DeepEqual(alone, s) {
			t.Errorf("scene %d is another, %v", i, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.PlotAll(ctx, list, 301); err == nil {
		t.Error("a cancelled drawing went on")
	}
}

func TestCSV(t *testing.T) {
	c := brief.Chart{Data: data("الاسم,القيمة\n\"أ, ب\",\"قال \"\"نعم\"\"\"\nج,\n")}
	want := "\ufeffالاسم,القيمة\r\n\"أ, ب\",\"قال \"\"نعم\"\"\"\r\nج,\r\n"
	if got := string(CSV(&c)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := CSV(&brief.Chart{}); got != nil {
		t.Errorf("got %q of nothing", got)
	}
}
