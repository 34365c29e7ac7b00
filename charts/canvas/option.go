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

// Neutral returns what a drawing says in any medium: what go-echarts says, what
// it cannot say, and the colours of the theme. The finish of a medium is laid
// over it, and the author's own option over both, as [Canvas.Print] does for the
// page.
func (v *Canvas) Neutral(d Drawing) (map[string]any, error) {
	if d.Other != nil {
		d = *d.Other
	}
	return v.optionOf(d, false)
}

// optionOf turns a go-echarts chart into plain data and lays over it what
// go-echarts has no field for, or prints in a form ECharts misreads, with the
// marks of one medium.
func (v *Canvas) optionOf(d Drawing, page bool) (map[string]any, error) {
	d.Chart.Validate()
	data, err := json.Marshal(d.Chart.JSON())
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
	Merge(option, resolved(d.Option, page).(map[string]any))
	Merge(option, map[string]any{"color": each(v.Palette.Series), "textStyle": map[string]any{"color": v.Palette.Text}})
	option["useUTC"] = true // dates are the same everywhere
	return option, nil
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
