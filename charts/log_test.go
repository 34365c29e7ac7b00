package charts

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// However many decades a logarithmic axis has, no two of its labels meet, and there
// are enough of them to read it by.
func TestLabelsOfDecadesHaveRoom(t *testing.T) {
	power := regexp.MustCompile(`^\p{Cf}*(1|0\.0*1)(\D|0|$)`)
	p, s := plotter(brief.LatinDigits)
	for _, kind := range []string{"bar", "column", "line", "dumbbell", "range"} {
		for _, decades := range []int{8, 9, 13, 15} {
			var data strings.Builder
			data.WriteString("الاسم,أول,ثان\n")
			if kind == "bar" || kind == "column" {
				data.Reset()
				data.WriteString("الاسم,أول\n")
			}
			two := strings.Contains(data.String(), "ثان")
			for i, end := range []int{-3, decades - 4} {
				fmt.Fprintf(&data, "%s,2e%d", []string{"أ", "ب"}[i], end)
				if two {
					fmt.Fprintf(&data, ",7e%d", end)
				}
				data.WriteString("\n")
			}
			c := &brief.Chart{Type: kind, Scale: "log", Data: samples.Table(data.String())}
			for _, width := range []float64{260, 450} {
				sc, err := p.drawn(context.Background(), c, width)
				if err != nil {
					t.Fatal(kind, decades, err)
				}
				name := fmt.Sprintf("%s over %d decades, %g points wide", kind, decades, width)
				for _, fault := range s.geometry(sc) {
					t.Errorf("%s: %s", name, fault)
				}
				powers := 0
				for _, text := range texts(sc) {
					if power.MatchString(text) {
						powers++
					}
				}
				option, err := p.option(c, width)
				if err != nil {
					t.Fatal(err)
				}
				if _, list, ok := strings.Cut(string(option), `"customValues":[`); ok {
					list, _, _ = strings.Cut(list, "]")
					if want := strings.Count(list, ",") + 1; powers != want {
						t.Errorf("%s: %d of %d powers have labels: %q", name, powers, want, texts(sc))
					}
				}
				if powers < 3 || width == 450 && powers < 4 {
					t.Errorf("%s: only %d powers have labels: %q", name, powers, texts(sc))
				}
			}
		}
	}
}
