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
	colourLabels(option, v.Palette.Text)
	b, err := encode(option)
	if err != nil {
		return Printed{}, err
	}
	d.Height = math.Ceil(d.Height - 1e-6)
	d = v.NoteUnit(d)
	return Printed{b, v.Width, d.Height, d.FromLeft && v.RTL, d.Outline, d.Annotate, d.Extra}, nil
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
