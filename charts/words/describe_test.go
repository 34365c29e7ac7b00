package words_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/samples"
	"warraq/charts/types"
	"warraq/charts/words"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

func TestDescriptions(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for name, digits := range map[string]brief.Digits{"ar-latn": brief.LatinDigits, "ar-arab": brief.ArabicDigits, "en-latn": brief.LatinDigits} {
		var b strings.Builder
		for _, sample := range samples.All() {
			fmt.Fprintf(&b, "%s\n%s\n\n", sample.Name, say(&sample.Chart, name[:2], digits))
		}
		g.Assert(t, "descriptions-"+name, []byte(b.String()))
	}
}

// The numbers of a description are those of the data: for charts of one series
// the largest and the smallest value are said, and of a whole the total.
func TestDescriptionsAgreeWithTheData(t *testing.T) {
	for _, sample := range samples.All() {
		chart, _ := types.Read(&sample.Chart, locale.For("ar"))
		g := chart.Grid
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
			said := words.For(&sample.Chart, locale.For("ar"), numeral.Latin).Amount(x, g.Unit).Nominative
			if x < 0 && g.Type == "waterfall" {
				said = strings.TrimPrefix(said, numeral.Minus) // what it falls by
			}
			if !strings.Contains(text, said) {
				t.Errorf("%s does not say %q: %s", sample.Name, said, text)
			}
		}
	}
}

// describe says what a chart shows; it is empty where the chart has problems.
func describe(c *brief.Chart, digits brief.Digits) string { return say(c, "ar", digits) }

// say is the same in any language.
func say(c *brief.Chart, tag string, digits brief.Digits) string {
	chart, _ := types.Read(c, locale.For(tag))
	if chart == nil {
		return ""
	}
	return chart.Describe(locale.For(tag), digits)
}
