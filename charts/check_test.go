package charts

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/colour"
	"warraq/input/problem"
)

func TestProblems(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	var b strings.Builder
	for _, sample := range samples.Faulty() {
		list := Check(&sample.Chart)
		fmt.Fprintln(&b, sample.Name)
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
			t.Errorf("%s: no problem found", sample.Name)
		}
		if list.HasErrors() {
			if s, err := p.drawn(context.Background(), &sample.Chart, 450); err == nil {
				t.Errorf("%s: was drawn with %d items", sample.Name, len(s.Items))
			}
			if text := describe(&sample.Chart, brief.LatinDigits); text != "" {
				t.Errorf("%s: is described as %s", sample.Name, text)
			}
		}
	}
	goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt")).Assert(t, "problems", []byte(b.String()))
}

// An option is data: what would reach out or run is refused at its place.
func TestHostileOptions(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for name, option := range map[string]map[string]any{
		"image":  {"series": []any{map[string]any{"type": "scatter", "symbol": "image://https://example.org/a.png", "data": []any{1, 2}}}},
		"shadow": {"series": []any{map[string]any{"itemStyle": map[string]any{"shadowBlur": 10, "shadowColor": "#000"}}}},
		"radial": {"series": []any{map[string]any{"itemStyle": map[string]any{"color": map[string]any{"type": "radial", "x": 0.5, "y": 0.5, "r": 0.5,
			"colorStops": []any{map[string]any{"offset": 0, "color": "red"}, map[string]any{"offset": 1, "color": "blue"}}}}}}},
	} {
		c := brief.Chart{Type: "bar", Data: samples.Table(samples.Share), Option: option}
		if list := Check(&c); list.HasErrors() {
			t.Errorf("%s: %v", name, list)
			continue
		}
		_, err := p.drawn(context.Background(), &c, 450)
		found, ok := AsProblem(err)
		if !ok || found.Code != "chart-option-refused" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	// Text that looks like script is text.
	c := brief.Chart{Type: "bar", Data: samples.Table("الاسم,القيمة\nfunction(){for(;;){}},5\n{b} {c},7\n</text><script>,8\n"), Unit: "{a}"}
	s, err := p.drawn(context.Background(), &c, 450)
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
}

// The author's option has the last word, and merges with the rest.
func TestOptionIsMergedLast(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	c := brief.Chart{Type: "bar", Data: samples.Table(samples.Share), Option: map[string]any{
		"series": map[string]any{"barGap": "40%"}, "yAxis": []any{map[string]any{"axisLabel": map[string]any{"color": "#a00000"}}}, "backgroundColor": "#f0f0f0",
	}}
	option, err := p.option(&c, 450)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(option), `"barGap":"40%"`); n != 3 {
		t.Errorf("%d series have the gap: %s", n, option)
	}
	if !strings.Contains(string(option), `"axisLabel":{"color":"#a00000","fontSize":8.5,"interval":0`) {
		t.Errorf("the label's other styles are gone: %s", option)
	}
	s, err := p.drawn(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	if first := s.Items[0].Path; first == nil || first.Fill == nil || colour.Hex(*first.Fill) != "#f0f0f0" {
		t.Error("the ground is missing")
	}
}

func TestChartsSideBySideAreEachTheirOwn(t *testing.T) {
	p, single := New(compiled(t)), New(compiled(t))
	t.Cleanup(p.Close)
	t.Cleanup(single.Close)
	var list []*brief.Chart
	for i := range 8 {
		list = append(list, &brief.Chart{Type: "bar", Data: samples.Table(samples.Many(i + 1))})
	}
	scenes, err := p.plotAll(context.Background(), list, 300)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range scenes {
		if alone, err := single.drawn(context.Background(), list[i], 300); err != nil || !reflect.DeepEqual(alone, s) {
			t.Errorf("scene %d is another, %v", i, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.plotAll(ctx, list, 301); err == nil {
		t.Error("a cancelled drawing went on")
	}
}

func TestCSV(t *testing.T) {
	c := brief.Chart{Data: samples.Table("الاسم,القيمة\n\"أ, ب\",\"قال \"\"نعم\"\"\"\nج,\n")}
	want := "\ufeffالاسم,القيمة\r\n\"أ, ب\",\"قال \"\"نعم\"\"\"\r\nج,\r\n"
	if got := string(CSV(&c)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := CSV(&brief.Chart{}); got != nil {
		t.Errorf("got %q of nothing", got)
	}
}
