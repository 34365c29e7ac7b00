package canvas

import (
	"math"

	"warraq/charts/scene"
)

// A Printed chart is what the printed page has of a drawing.
type Printed struct {
	// Option is the option of ECharts, in JSON; the same is always the same bytes.
	Option []byte
	// Width and Height are those of the drawing.
	Width, Height float64
	// Mirror turns the shapes round once they are drawn.
	Mirror bool
	// Outline, Annotate and Extra are those of the drawing.
	Outline  func() (name string, geoJSON []byte)
	Annotate func(*scene.Scene)
	Extra    string
}

// Print is the finish of the printed page. Over what a drawing says in any
// medium it lays what was fitted to the page, in its points; the size of text;
// the author's own option; and what a page has for want of a screen: nothing
// moves, no label has a halo, since the outline of a press font cannot have one,
// and what ECharts only draws from the left is turned round where reading begins
// at the right. The drawing stays as it is.
func (v *Canvas) Print(d Drawing) (Printed, error) {
	option, err := v.optionOf(d, true)
	if err != nil {
		return Printed{}, err
	}
	Merge(option, map[string]any{"textStyle": map[string]any{"fontSize": v.Size, "fontFamily": "sans-serif"}})
	if author := v.Chart.Option; author != nil {
		Merge(option, resolved(author, true).(map[string]any))
	}
	option["animation"], option["useUTC"] = false, true // whatever the author says
	keepMarks(option)
	colourLabels(option, v.Palette.Text)
	b, err := encode(option)
	if err != nil {
		return Printed{}, err
	}
	d.Height = math.Ceil(d.Height - 1e-6)
	d = v.NoteUnit(d)
	return Printed{b, v.Width, d.Height, d.FromLeft && v.RTL, d.Outline, d.Annotate, d.Extra}, nil
}

// keepMarks gives the lines that an author's own option lays across a chart the look
// of those that are declared (`mark`), as far as the author says nothing else: no
// arrows, and their names, or values, over the line inside the plot. ECharts writes
// them beyond its end, out of the measure.
func keepMarks(v any) {
	switch v := v.(type) {
	case map[string]any:
		if mark, ok := v["markLine"].(map[string]any); ok {
			if _, set := mark["symbol"]; !set {
				mark["symbol"] = "none"
			}
			mark["label"] = merged(map[string]any{"position": "insideEndTop"}, orEmpty(mark["label"]))
			lines, _ := mark["data"].([]any)
			for _, line := range lines {
				if line, ok := line.(map[string]any); ok && line["name"] != nil {
					line["label"] = merged(map[string]any{"formatter": "{b}"}, orEmpty(line["label"]))
				}
			}
		}
		for _, value := range v {
			keepMarks(value)
		}
	case []any:
		for _, element := range v {
			keepMarks(element)
		}
	}
}

// orEmpty is a map of an option, or an empty one where there is none.
func orEmpty(v any) any {
	if v == nil {
		return map[string]any{}
	}
	return v
}

// labelled names the keys whose values are styles of labels on marks.
func labelled(key string) bool {
	switch key {
	case "label", "endLabel", "upperLabel", "edgeLabel":
		return true
	}
	return false
}

func colourLabels(v any, color string) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"markLine", "markArea", "markPoint"} {
			if mark, ok := v[key].(map[string]any); ok && mark["label"] == nil {
				mark["label"] = map[string]any{}
			}
		}
		for key, value := range v {
			if label, ok := value.(map[string]any); ok && labelled(key) {
				if _, set := label["color"]; !set {
					label["color"] = color
				}
			}
			colourLabels(value, color)
		}
	case []any:
		for _, element := range v {
			colourLabels(element, color)
		}
	}
}
