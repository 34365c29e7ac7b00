package grid

import (
	"fmt"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// Times that rows give in no order are put in theirs, with their values; those that
// an author orders otherwise, or that run backwards down a list of bars, are names,
// of which nobody says that they rise.
func TestTimesInOrder(t *testing.T) {
	const mixed, backwards = "السنة,القيمة\n2018,4\n2021,9\n2019,6\n", "السنة,القيمة\n2021,9\n2019,6\n2018,4\n"
	const months = "الشهر,القيمة\nمارس 2024,9\nيناير 2024,4\nفبراير 2024,6\n"
	const pairs = "البند,السنة,القيمة\nمنح,2021,9\nمنح,2018,4\nمنح,2019,6\nقروض,2018,1\n"
	for i, c := range []struct {
		shape Shape
		chart brief.Chart
		want  string
	}{
		{Columns(), brief.Chart{Data: samples.Table(mixed)}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{ColumnStacks(), brief.Chart{Data: samples.Table(mixed)}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{Columns(), brief.Chart{Data: samples.Table(backwards)}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{Columns(), brief.Chart{Data: samples.Table(months)}, "[يناير 2024 فبراير 2024 مارس 2024] [القيمة] [[4 6 9]] true"},
		{Lines(), brief.Chart{Data: samples.Table(backwards)}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{Bars(), brief.Chart{Data: samples.Table(mixed)}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{Bars(), brief.Chart{Data: samples.Table(backwards)}, "[2021 2019 2018] [القيمة] [[9 6 4]] false"},
		{Bars(), brief.Chart{Data: samples.Table(mixed), Sort: "descending"}, "[2021 2019 2018] [القيمة] [[9 6 4]] false"},
		{Columns(), brief.Chart{Data: samples.Table(mixed), Sort: "none"}, "[2018 2021 2019] [القيمة] [[4 9 6]] false"},
		{Columns(), brief.Chart{Data: samples.Table(mixed), Sort: "ascending"}, "[2018 2019 2021] [القيمة] [[4 6 9]] true"},
		{Matrix(), brief.Chart{Data: samples.Table(pairs), Category: "البند", Series: "السنة", Value: "القيمة"}, "[منح قروض] [2018 2019 2021] [[4 1] [6 NaN] [9 NaN]] false"},
	} {
		c.chart.Type = "bar"
		g, list := readAs(c.shape, &c.chart)
		if g == nil || len(list) > 0 {
			t.Errorf("%d: %v", i, list)
			continue
		}
		if got := fmt.Sprint(g.Categories, g.Series, g.Values, g.Temporal); got != c.want {
			t.Errorf("%d: %s, want %s", i, got, c.want)
		}
	}
}
