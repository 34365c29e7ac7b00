package canvas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
)

// A chart of go-echarts, of any kind.
type EChart interface {
	Validate()
	JSON() map[string]any
}

// Option returns the option of a drawing as ECharts takes it, in JSON: what
// go-echarts says, the patch over it, and the author's own option over both.
// The same option is always the same bytes.
func (v *Canvas) Option(d Drawing) ([]byte, error) {
	option, err := optionOf(d.Chart, d.Patch)
	if err != nil {
		return nil, err
	}
	finish(option, v.Chart.Option, v)
	return encode(option)
}

// optionOf turns a go-echarts chart into plain data and lays patch over it:
// what go-echarts has no field for, or prints in a form ECharts misreads.
func optionOf(c EChart, patch map[string]any) (map[string]any, error) {
	c.Validate()
	data, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, fmt.Errorf("encoding a go-echarts option: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber() // numbers pass through unchanged
	var option map[string]any
	if err := decoder.Decode(&option); err != nil {
		return nil, fmt.Errorf("decoding a go-echarts option: %w", err)
	}
	// go-echarts writes these empty, and ECharts then draws them.
	for _, name := range []string{"legend", "tooltip", "toolbox", "title"} {
		delete(option, name)
	}
	Merge(option, normal(patch).(map[string]any))
	return option, nil
}

// normal turns maps and slices of any element type into map[string]any and
// []any, so that merge sees what they hold, and cleans numbers.
func normal(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]any, len(v))
		for key, value := range v {
			m[key] = normal(value)
		}
		return m
	case []any:
		list := make([]any, len(v))
		for i, value := range v {
			list[i] = normal(value)
		}
		return list
	case []map[string]any:
		list := make([]any, len(v))
		for i, value := range v {
			list[i] = normal(value)
		}
		return list
	case float64:
		return Clean(v)
	case []string:
		return each(v)
	case []float64:
		list := make([]any, len(v))
		for i, value := range v {
			list[i] = Clean(value)
		}
		return list
	}
	return v
}

// Clean drops the dust of binary fractions, so that options read well.
func Clean(x float64) float64 {
	if y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64); err == nil {
		return y
	}
	return x
}

func each[T any](v []T) []any {
	list := make([]any, len(v))
	for i, value := range v {
		list[i] = value
	}
	return list
}

// Merge lays one option over another. Maps merge key by key. A list over a list
// of maps merges element by element and adds what is longer; a map over such a
// list merges into each of its elements. All else replaces.
func Merge(to, from map[string]any) {
	for key, value := range from {
		to[key] = merged(to[key], value)
	}
}

func merged(old, value any) any {
	oldMap, oldIsMap := old.(map[string]any)
	newMap, newIsMap := value.(map[string]any)
	oldList, oldIsList := old.([]any)
	newList, newIsList := value.([]any)
	switch {
	case oldIsMap && newIsMap:
		result := maps.Clone(oldMap)
		Merge(result, newMap)
		return result
	case oldIsList && newIsMap && ofMaps(oldList):
		result := make([]any, len(oldList))
		for i, element := range oldList {
			result[i] = merged(element, newMap)
		}
		return result
	case oldIsList && newIsList && ofMaps(oldList) && ofMaps(newList):
		result := make([]any, max(len(oldList), len(newList)))
		copy(result, oldList)
		for i, element := range newList {
			result[i] = merged(result[i], element)
		}
		return result
	}
	return value
}

// ofMaps reports whether a list has elements and all are maps.
func ofMaps(list []any) bool {
	for _, element := range list {
		if _, ok := element.(map[string]any); !ok {
			return false
		}
	}
	return len(list) > 0
}

// finish lays the author's option over the kind's, and gives every label a
// colour of its own: without one ECharts puts a halo around the text, which
// the outline of a press font cannot have.
func finish(option, author map[string]any, v *Canvas) {
	Merge(option, map[string]any{
		"color":     each(v.Palette.Series),
		"textStyle": map[string]any{"fontSize": v.Size, "fontFamily": "sans-serif", "color": v.Palette.Text},
	})
	if author != nil {
		Merge(option, normal(author).(map[string]any))
	}
	option["animation"] = false
	option["useUTC"] = true
	colourLabels(option, v.Palette.Text)
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

// encode writes an option as JSON with its keys in order, so that the same
// option is the same bytes.
func encode(option map[string]any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(option); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
