package canvas

import "slices"

// Sizes of a legend, in points.
const (
	SwatchWidth  = 16.0
	SwatchHeight = 8.0
	SwatchGap    = 5.0
	LegendGap    = 14.0
)

// Legend returns the legend of some series at the top of a chart, and its
// height. Without a swatch each series shows its own line and symbol. Names run
// from the right, row by row. ECharts breaks rows from the left, and by a measure
// of its own, so on the page each row is a legend of its own, turned round, with
// room enough that it is not broken once more. A name wider than the chart is
// broken into lines.
func (v *Canvas) Legend(names []string, swatch string) (option any, height float64) {
	if len(names) < 2 {
		return nil, 0
	}
	var rows [][]string
	var row []string
	used := 0.0
	for _, name := range names {
		width := SwatchWidth + SwatchGap + v.TextWidth(name)
		if len(row) > 0 && used+LegendGap+width > v.Width {
			rows = append(rows, row)
			row, used = nil, 0
		}
		if len(row) > 0 {
			used += LegendGap
		}
		row = append(row, name)
		used += width
	}
	rows = append(rows, row)
	top := 0.0
	var list []any
	for _, row := range rows {
		item := map[string]any{
			"data": row, "top": top, "padding": 0, "itemGap": LegendGap, "itemWidth": SwatchWidth, "itemHeight": SwatchHeight,
			"selectedMode": false, "left": 0, "width": 2 * v.Width, "itemStyle": map[string]any{"borderWidth": 0},
			"textStyle": map[string]any{"color": v.Palette.Text, "fontSize": v.Size, "lineHeight": v.Leading()},
		}
		if swatch != "" {
			item["icon"] = swatch
		}
		tall := 1
		if len(row) == 1 {
			if text := v.Wrap(row[0], v.Width-SwatchWidth-SwatchGap); Lines(text) > 1 {
				item["formatter"], tall = text, Lines(text)
			}
		}
		if v.RTL {
			row = slices.Clone(row)
			slices.Reverse(row)
			delete(item, "left")
			item["data"], item["right"], item["align"] = row, 0, "right"
		}
		list = append(list, item)
		top += v.Leading() * (LegendRow + float64(tall-1))
	}
	whole := map[string]any{"data": names, "textStyle": map[string]any{"color": v.Palette.Text}}
	if swatch != "" {
		whole["icon"] = swatch
	}
	return Fitted(list, []any{whole}), top + v.Leading()*0.4
}

// LegendRow is the distance of two rows of a legend, in lines.
const LegendRow = 1.15
