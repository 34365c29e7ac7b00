package charts

import (
	"encoding/json"
	"strings"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/samples"
	"warraq/charts/types"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// What a chart says in any medium is a chart of ECharts as it stands: its series
// are drawn without the finish of the page, wherever a finish would put them.
func TestNeutralOptionsAreDrawn(t *testing.T) {
	t.Parallel()
	p, s := plotter(brief.LatinDigits)
	o := p.options
	for _, sample := range samples.All() {
		c, list := types.Read(&sample.Chart, o.Words)
		if c == nil {
			t.Fatalf("%s: %v", sample.Name, list)
		}
		v := &canvas.Canvas{
			Style: canvas.Style{Measure: s.options().Measure, Size: o.Size, LineHeight: o.LineHeight, Ascent: o.Ascent, Descent: o.Descent, Palette: o.Palette},
			Chart: &sample.Chart, Width: 450, System: numeral.Latin, Words: o.Words, RTL: true,
		}
		d := c.Draw(v)
		option, err := v.Neutral(d)
		if err != nil {
			t.Fatal(err)
		}
		option["animation"] = false // an SVG that stands still
		b, err := json.Marshal(option)
		if err != nil {
			t.Fatal(err)
		}
		drawn := &layout{canvas.Printed{Option: b, Width: 600, Height: 400, Outline: d.Outline}, c}
		svg, err := p.engines.draw(t.Context(), drawn)
		if err != nil {
			t.Errorf("%s: %v", sample.Name, err)
			continue
		}
		marks := len(c.Grid.Categories) + len(c.Grid.Events)
		if _, line := option["xAxis"]; line && c.Grid.Temporal {
			marks = len(c.Grid.Series) // a line for each
		}
		if n := strings.Count(svg, "<path") + strings.Count(svg, "<polygon"); n < marks {
			t.Errorf("%s: %d shapes of %d names", sample.Name, n, marks)
		}
	}
}
