package charts

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/samples"
	"warraq/charts/types"
	"warraq/input/brief"
)

// A place in the palette belongs to the name that Examine gives it: a colour that
// stands nowhere else is found with that name, in each type that tells names apart.
func TestColoursBelongToTheirNames(t *testing.T) {
	const odd = "#123456"
	tried := map[string]bool{}
	for _, sample := range samples.All() {
		names, list := Examine(&sample.Chart)
		switch kind := sample.Chart.Type; {
		case list.HasErrors() || len(names) < 2 || len(names) > len(canvas.DefaultPalette().Series):
			continue
		case kind == "map" || kind == "sunburst" || kind == "treemap":
			continue // what has the colour bears names below those
		}
		for k := range names {
			p, _ := plotter(brief.LatinDigits)
			kept := p.options.Palette
			p.options.Palette = canvas.DefaultPalette()
			p.options.Palette.Series[k] = odd
			l, err := p.lay(&sample.Chart, 450)
			p.options.Palette = kept
			if err != nil {
				t.Fatal(err)
			}
			var option any
			if err := json.Unmarshal(l.Option, &option); err != nil {
				t.Fatal(err)
			}
			found := withColour(option, odd)
			for _, text := range found { // none where it is gathered with others
				if strings.Contains(text, plainly(names[k])) || strings.Contains(text, `"name":"أخرى"`) {
					tried[strings.SplitN(sample.Chart.Type, "-", 2)[0]] = true
				} else {
					t.Errorf("%s: the colour of %q is that of %s", sample.Name, names[k], text)
				}
			}
		}
	}
	for _, kind := range []string{"bar", "grouped", "stacked", "line", "area", "pie", "sankey", "scatter", "radar"} {
		if !tried[kind] {
			t.Errorf("no name of a %s was tried: %v", kind, tried)
		}
	}
}

// withColour returns the plain text of what has a name and is drawn in a colour.
func withColour(v any, color string) []string {
	var found []string
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			found = append(found, withColour(e, color)...)
		}
	case map[string]any:
		style, _ := v["itemStyle"].(map[string]any)
		_, named := v["name"]
		if _, labelled := v["label"]; style != nil && style["color"] == color && (named || labelled) {
			data, _ := json.Marshal(v)
			return []string{plainly(string(data))}
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			found = append(found, withColour(v[key], color)...)
		}
	}
	return found
}

// plainly is a text without what is laid into it to break and isolate it.
func plainly(text string) string {
	text = strings.NewReplacer(`\n`, " ", "\n", " ", "\u2068", "", "\u2069", "", "\u2067", "", "\u2066", "", "\u200f", "", "\u200e", "", "\u00a0", " ", "\u2060", "").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

// Every type that draws series in the colours of the palette says so: each of its
// samples with several series has names.
func TestTypesWithSeriesNameThem(t *testing.T) {
	for _, row := range types.All() {
		if row.Coloured != nil {
			continue
		}
		for _, sample := range samples.All() {
			if sample.Chart.Type != row.Name {
				continue
			}
			p, _ := plotter(brief.LatinDigits)
			l, err := p.lay(&sample.Chart, 450)
			if err != nil {
				t.Fatal(err)
			}
			// Without names no order of the palette is given, so its later colours are
			// those of what the type itself tells apart: rises and falls, at most three.
			text := string(l.Option)
			if at := strings.Index(text, `"color":["`); at >= 0 {
				text = text[:at] + text[at+strings.Index(text[at:], "]"):]
			}
			for _, c := range canvas.DefaultPalette().Series[3:] {
				if strings.Contains(text, c) {
					t.Errorf("%s draws in %s, and tells no names", sample.Name, c)
				}
			}
		}
	}
}
