package canvas

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

func TestEndsOfAxesHaveRoundSteps(t *testing.T) {
	v := &Canvas{Chart: &brief.Chart{}, System: numeral.Latin, Words: locale.For("ar")}
	at := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		low, high float64
		from, to  *float64
		want      []float64
	}{
		{85, 170, at(80), nil, []float64{80, 100, 120, 140, 160, 180}},
		{85, 195, at(80), at(200), []float64{80, 100, 120, 140, 160, 180, 200}},
		{0, 50, nil, at(60), []float64{0, 10, 20, 30, 40, 50, 60}},
		{90, 170, at(87), nil, []float64{87, 100, 120, 140, 160, 180}},
		{0, 40, nil, at(47), []float64{0, 10, 20, 30, 40, 47}},
	} {
		if got := v.Ended(c.low, c.high, false, c.from, c.to).Ticks(); !slices.Equal(got, c.want) {
			t.Errorf("%g to %g: %v, want %v", c.low, c.high, got, c.want)
		}
	}
}

// Whatever the ends are, the axis has them, holds the values, and all labels but
// those of given ends are multiples of a round step.
func TestEndedAxesHoldTheirValues(t *testing.T) {
	v := &Canvas{Chart: &brief.Chart{}, System: numeral.Latin, Words: locale.For("ar")}
	rapid.Check(t, func(t *rapid.T) {
		low := float64(rapid.IntRange(-4000, 4000).Draw(t, "low")) / 4
		high := low + float64(rapid.IntRange(0, 4000).Draw(t, "range"))/4
		var from, to *float64
		if rapid.Bool().Draw(t, "from") {
			x := low - float64(rapid.IntRange(0, 2000).Draw(t, "below"))/4
			from = &x
		}
		if from == nil || rapid.Bool().Draw(t, "to") {
			x := high + float64(rapid.IntRange(1, 2000).Draw(t, "above"))/4
			to = &x
		}
		a := v.Ended(low, high, rapid.Bool().Draw(t, "zeroed"), from, to)
		ticks := a.Ticks()
		if a.Low > low || a.High < high || from != nil && a.Low != *from || to != nil && a.High != *to {
			t.Fatalf("%g to %g on an axis from %g to %g", low, high, a.Low, a.High)
		}
		if len(ticks) < 2 || len(ticks) > 14 || !slices.IsSorted(ticks) || ticks[0] != a.Low || ticks[len(ticks)-1] != a.High {
			t.Fatalf("labels at %v", ticks)
		}
		for i, x := range ticks {
			if !multiple(x, a.Step) && !(i == 0 && from != nil) && !(i == len(ticks)-1 && to != nil) {
				t.Fatalf("%g is no multiple of %g: %v", x, a.Step, ticks)
			}
		}
	})
}
