package words

import (
	"testing"

	"warraq/fonts/numeral"
	"warraq/input/locale"
)

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
		{10368, "مليون يورو", "10.37 مليارات يورو", "10.37 مليارات يورو"},
		{45, "%", "45%", "45%"},
		{0.125, "%", "0.125%", "0.125%"},
		{1250.5, "طن", "1,250.5 طنًّا", "1,250.5 طنًّا"},
		{0.1 + 0.2, "", "0.3", "0.3"},
		{-75, "مليون يورو", "−75 مليون يورو", "−75 مليون يورو"},
		{0, "مليون يورو", "0 يورو", "0 يورو"},
	} {
		say := For(nil, locale.For("ar"), numeral.Latin)
		if got := say.Mark(c.x, c.unit); got != c.chart {
			t.Errorf("%g %s in a chart: got %q, want %q", c.x, c.unit, got, c.chart)
		}
		if got := say.Amount(c.x, c.unit).Nominative; got != c.text {
			t.Errorf("%g %s in a text: got %q, want %q", c.x, c.unit, got, c.text)
		}
	}
	for share, want := range map[float64]string{0.5: "50%", 0.9645: "96%", 0.035: "3.5%", 0.0001: "<0.1%", 1: "100%", 0: "0%", 0.03: "3%"} {
		if got := Share(share, numeral.Latin); got != want {
			t.Errorf("%g: got %q, want %q", share, got, want)
		}
	}
}
