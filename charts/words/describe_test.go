package words

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

func TestDescriptions(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		var b strings.Builder
		for _, sample := range samples.All() {
			fmt.Fprintf(&b, "%s\n%s\n\n", sample.Name, describe(&sample.Chart, digits))
		}
		g.Assert(t, "descriptions-"+string(digits), []byte(b.String()))
	}
}

// The numbers of a description are those of the data: for charts of one series
// the largest and the smallest value are said, and of a whole the total.
func TestDescriptionsAgreeWithTheData(t *testing.T) {
	for _, sample := range samples.All() {
		g, _ := grid.Read(&sample.Chart)
		if len(g.Series) != 1 || g.Events != nil || strings.HasPrefix(g.Type, "holdings") || len(g.Known(0)) == 0 || g.Cells[0][0].Kind == brief.BoolCell {
			continue
		}
		text := describe(&sample.Chart, brief.LatinDigits)
		low, high, total := math.Inf(1), math.Inf(-1), 0.0
		for _, row := range sample.Chart.Data.Rows {
			column := sample.Chart.Data.Column(g.Series[0])
			if x := row.Cells[column].Number; row.Cells[column].Kind == brief.NumberCell {
				low, high, total = min(low, x), max(high, x), total+x
			}
		}
		want := []float64{low, high}
		switch g.Type {
		case "funding", "waterfall", "pie", "donut", "treemap", "sunburst":
			want = append(want, total)
		}
		for _, x := range want {
			if said := Amount(x, g.Unit, numeral.Latin, false); !strings.Contains(text, said) {
				t.Errorf("%s does not say %q: %s", sample.Name, said, text)
			}
		}
	}
}

// describe says what a chart shows; it is empty where the chart has problems.
func describe(c *brief.Chart, digits brief.Digits) string {
	g, problems := grid.Read(c)
	if problems.HasErrors() || g == nil {
		return ""
	}
	return Describe(c, g, digits)
}
