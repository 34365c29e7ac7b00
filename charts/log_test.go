package charts

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// However many decades a logarithmic axis has, no two of its labels meet, and there
// are enough of them to read it by.
func TestLabelsOfDecadesHaveRoom(t *testing.T) {
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
					if strings.HasPrefix(strings.Trim(text, "\u2066\u2067\u2068\u2069\u200e\u200f"), "1") || strings.Contains(text, "0.001") {
						powers++
					}
				}
				if powers < 3 || width == 450 && powers < 4 {
					t.Errorf("%s: only %d powers have labels: %q", name, powers, texts(sc))
				}
			}
		}
	}
}
