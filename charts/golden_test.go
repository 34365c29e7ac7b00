package charts

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/scene"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

func TestScenes(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/scenes"), goldie.WithNameSuffix(".txt"))
	p, _ := plotter(t, brief.LatinDigits)
	for _, sample := range samples() {
		t.Run(sample.name, func(t *testing.T) {
			if list := p.Check(&sample.chart); len(list) > 0 {
				t.Fatalf("problems: %v", list)
			}
			s, err := p.Plot(context.Background(), &sample.chart, 450)
			if err != nil {
				t.Fatal(err)
			}
			g.Assert(t, sample.name, []byte(scene.Dump(s)))
		})
	}
}

// The options are kept with their size: they are what a web edition shows, and
// what package engine compares with another engine's drawing.
func TestOptions(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/options"), goldie.WithNameSuffix(".json"))
	p, _ := plotter(t, brief.LatinDigits)
	for _, sample := range samples() {
		d, err := p.lay(&sample.chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.MarshalIndent(map[string]any{"width": 450, "height": d.height, "option": json.RawMessage(d.option)}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		g.Assert(t, sample.name, append(b, '\n'))
		if d.outline != nil {
			_, outline := d.outline()
			keptOutline(t, filepath.Join("testdata", "outlines", sample.name+".json.gz"), outline)
		}
	}
}

// keptOutline compares the outlines of a map with those that are kept, which are
// packed: they are long, and seen better in the scene.
func keptOutline(t *testing.T, name string, got []byte) {
	t.Helper()
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write(got)
		if err = errors.Join(err, w.Close(), os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	want, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: other outlines; -update writes them", name)
	}
}

// In a document with Arabic digits no Latin digit is printed but in Latin names.
func TestDigitsFollowTheDocument(t *testing.T) {
	p, _ := plotter(t, brief.ArabicDigits)
	for _, sample := range samples() {
		s, err := p.Plot(context.Background(), &sample.chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range s.Items {
			if item.Text != nil && strings.ContainsAny(item.Text.Value, "0123456789") && !strings.Contains(item.Text.Value, "Europe") {
				t.Errorf("%s: %q", sample.name, item.Text.Value)
			}
		}
	}
}

func TestDescriptions(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		var b strings.Builder
		for _, sample := range samples() {
			fmt.Fprintf(&b, "%s\n%s\n\n", sample.name, Describe(&sample.chart, digits))
		}
		g.Assert(t, "descriptions-"+string(digits), []byte(b.String()))
	}
}

// The numbers of a description are those of the data: for charts of one series
// the largest and the smallest value are said, and of a whole the total.
func TestDescriptionsAgreeWithTheData(t *testing.T) {
	for _, sample := range samples() {
		g, _ := read(&sample.chart)
		if len(g.series) != 1 || g.events != nil || strings.HasPrefix(g.kind, "holdings") || len(g.known(0)) == 0 || g.cells[0][0].Kind == brief.BoolCell {
			continue
		}
		text := Describe(&sample.chart, brief.LatinDigits)
		low, high, total := math.Inf(1), math.Inf(-1), 0.0
		for _, row := range sample.chart.Data.Rows {
			column := sample.chart.Data.Column(g.series[0])
			if x := row.Cells[column].Number; row.Cells[column].Kind == brief.NumberCell {
				low, high, total = min(low, x), max(high, x), total+x
			}
		}
		want := []float64{low, high}
		if k, _ := kindOf(g.kind); k.shape.whole || g.kind == "funding" || g.kind == "waterfall" {
			want = append(want, total)
		}
		for _, x := range want {
			if said := formatAmount(x, g.unit, numeral.Latin, false); !strings.Contains(text, said) {
				t.Errorf("%s does not say %q: %s", sample.name, said, text)
			}
		}
	}
}

// Numbers and names fit the grammar of what is counted.
func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		x           float64
		unit        string
		chart, text string
	}{
		{10000, "مليون يورو", "10 مليارات يورو", "10 مليارات يورو"},
		{365, "مليون يورو", "365 مليون يورو", "365 مليون يورو"},
		{3, "مليون يورو", "3 ملايين يورو", "3 ملايين يورو"},
		{1, "مليون يورو", "1 مليون يورو", "مليون يورو"},
		{2, "مليار دولار", "2 مليار دولار", "مليارا دولار"},
		{10368, "مليون يورو", "10.37 مليارات يورو", "10.368 مليارات يورو"},
		{45, "%", "45%", "45%"},
		{0.125, "%", "0.125%", "0.125%"},
		{1250.5, "طن", "1,250.5 طن", "1,250.5 طن"},
		{0.1 + 0.2, "", "0.3", "0.3"},
		{-75, "مليون يورو", "−75 مليون يورو", "−75 مليون يورو"},
		{0, "مليون يورو", "0 يورو", "0 يورو"},
	} {
		if got := formatAmount(c.x, c.unit, numeral.Latin, true); got != c.chart {
			t.Errorf("%g %s in a chart: got %q, want %q", c.x, c.unit, got, c.chart)
		}
		if got := formatAmount(c.x, c.unit, numeral.Latin, false); got != c.text {
			t.Errorf("%g %s in a text: got %q, want %q", c.x, c.unit, got, c.text)
		}
	}
	for share, want := range map[float64]string{0.5: "50%", 0.9645: "96%", 0.035: "3.5%", 0.0001: "<0.1%", 1: "100%", 0: "0%", 0.03: "3%"} {
		if got := formatShare(share, numeral.Latin); got != want {
			t.Errorf("%g: got %q, want %q", share, got, want)
		}
	}
}
