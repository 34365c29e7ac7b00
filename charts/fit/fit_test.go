package fit_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/charts/fit"
	"warraq/charts/types"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/table"
)

// What is proposed is pasted into a brief as it is, and has no problem there.
func TestWhatFitsIsPasted(t *testing.T) {
	for want, csv := range map[string]string{
		"slope line small-multiples":   "country,year,output\nChile,2021,28\nChile,2022,38\nOman,2021,55\nOman,2022,\n",
		"line column area":             "السنة,المبلغ\n2021,5\n2022,6\n",
		"line stacked-column column":   "month,a,b\nJan-24,5,7\nFeb-24,6,8\n",
		"map bar treemap":              "الدولة,القيمة (طن)\nمصر,5\nتونس,6\n",
		"map bar grouped-bar":          "code,a,b\nNO,5,7\nNA,6,9\nWLD,11,16\nSE,4,2\n",
		"bar grouped-bar dumbbell":     "\"name: x\",\"a, b\",true\nس,5,7\nص,6,9\n",
		"grouped-bar heatmap box-plot": "الدولة,القطاع,المبلغ\nس,أ,5\nس,ب,6\nص,أ,7\nص,ب,8\n",
		"line map bar":                 "الدولة,2019,2020,2021\nمصر,30.5,27.1,43.6\nتونس,14.9,13.8,16.7\n",
		"slope line map":               "Country Name,2019 [YR2019],2020 [YR2020]\nOman,3,4\nKuwait,5,6\n",
		"slope line bar":               "البند,2019,2020\nس,3,4\nص,5,6\n",
		"holdings":                     "country,mineral,held\nKZ,Li,نعم\nKZ,Co,لا\nUZ,Li,نعم\nUZ,Co,نعم\n",
		"bar treemap pie":              "البند,القيمة\nس,\"8,630\"\nص,\"91,700\"\nع,\"12,5\"\n",
		"heatmap":                      "year,month,visitors\n2021,January,5\n2021,February,7\n2022,January,6\n2022,February,8\n",
		"bar box-plot":                 "البند,id,القيمة\nس,4501,-5\nص,4502,6\nع,4503,9\n", // a code is no value
		"range bar grouped-bar":        "المعدن,أدنى,أعلى\nالنحاس,8100,10850\nالنيكل,14800,16000\n",
		"range":                        "الحاكم,من,إلى\nالأول,1932,1953\nالثاني,1953,1964\n",
		"":                             "a,b\nx,y\n",
	} {
		data, problems := table.Read(&source.File{Name: "d.csv", Data: []byte(csv)}, table.Options{})
		if data == nil {
			t.Fatal(problems)
		}
		var names []string
		var text strings.Builder
		text.WriteString("---\ntitle: تقرير\n---\n")
		for _, c := range fit.Charts(data) {
			names = append(names, c.Type)
			text.WriteString("\n" + strings.ReplaceAll(fit.Block(c, "d.csv"), "…", "نص"))
		}
		if got := strings.Join(names, " "); got != strings.TrimSpace(want) {
			t.Errorf("%q: %s, want %s", csv, got, want)
		}
		fs := fstest.MapFS{"brief.md": {Data: []byte(text.String())}, "d.csv": {Data: []byte(csv)}}
		b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: "brief.md"})
		if err != nil {
			t.Fatal(err)
		}
		drawn := 0
		brief.Walk(b.Body, func(block brief.Block) {
			if f, ok := block.(*brief.Figure); ok && f.Chart != nil {
				drawn++
				problems.Add(types.Check(f.Chart)...)
			}
		})
		for _, p := range problems {
			if p.Code != "mixed-separators" && p.Code != "country-groups-left-out" { // what is to be corrected, or known
				t.Errorf("%q: %s", csv, p.Code)
			}
		}
		if drawn != len(names) {
			t.Errorf("%q: %d charts of %d", csv, drawn, len(names))
		}
	}
}
