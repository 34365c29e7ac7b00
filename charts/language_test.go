package charts

import (
	"strings"
	"testing"
	"unicode"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/locale"
)

// In a document in English no chart has an Arabic word but the author's, neither
// in its drawing nor in its description.
func TestChartsSpeakTheLanguageOfTheDocument(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	o := p.options
	o.Words = locale.For("en")
	english := New(o)
	defer english.Close()
	data := samples.Table("name,value,more\nKazakhstan,31.5,20\nUzbekistan,9,36\nTajikistan,3,10\n")
	boxes := samples.Table("name,value\nroad,4\nroad,5\nroad,6\nroad,5\nroad,90\nrail,9\nrail,12\nrail,10\n")
	held := samples.Table("country,copper,zinc\nKazakhstan,نعم,لا\nUzbekistan,نعم,\n")
	for _, c := range []brief.Chart{
		{Type: "bar", Data: data, Category: "name", Value: "value", Unit: "million euros"},
		{Type: "bar", Data: data, Category: "name", Value: "value", Scale: "log"},
		{Type: "waterfall", Data: data, Category: "name", Value: "value"},
		{Type: "pie", Data: data, Category: "name", Value: "value"},
		{Type: "radar", Data: data, Category: "name"},
		{Type: "bubble", Data: samples.Table("name,a,b,c\nx,1,2,3\ny,3,4,5\nz,6,7,9\n")},
		{Type: "gauge", Data: data, Category: "name", Value: "value", Target: "40", Bands: []string{"10"}},
		{Type: "box-plot", Data: boxes},
		{Type: "dumbbell", Data: data},
		{Type: "dumbbell", Data: samples.Table("name,a,b,c\nx,1,2,3\ny,3,4,5\n"), Scale: "log"},
		{Type: "slope", Data: data},
		{Type: "range", Data: samples.Table("name,low price,high price\nx,1,2\ny,3,\nz,6,9\n")},
		{Type: "holdings", Data: held},
		{Type: "map", Data: held, Map: []string{"central-asia"}, Style: "marks"},
		{Type: "map", Data: data, Category: "name", Value: "value", Map: []string{"central-asia"}},
		{Type: "timeline", Data: samples.Table("date,event\n2021,start\n2022-10-27,meeting\n")},
		{Type: "funnel", Data: data, Category: "name", Value: "value"},
		{Type: "treemap", Data: data, Category: "name", Value: "value"},
	} {
		if problems := Check(&c); problems.HasErrors() {
			t.Fatalf("%s: %v", c.Type, problems)
		}
		f, err := english.Plot(t.Context(), &c, 450)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range append(texts(f.Scene), f.Describe()) {
			if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
				t.Errorf("%s says in English: %s", c.Type, text)
			}
		}
	}
}

// texts lists what is printed in a scene.
func texts(s *scene.Scene) (list []string) {
	for _, item := range s.Items {
		if item.Text != nil {
			list = append(list, item.Text.Value)
		}
	}
	return list
}
