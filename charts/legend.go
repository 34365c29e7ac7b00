package charts

import "slices"

// Sizes of a legend, in points.
const (
	swatchWidth  = 16.0
	swatchHeight = 8.0
	swatchGap    = 5.0
	legendGap    = 14.0
)

// legend returns the legend of some series at the top of a chart, and its
// height. Without a swatch each series shows its own line and symbol. Names run from the right, row by row. ECharts breaks rows from the
// left, so each row is a legend of its own, turned round.
func (v *canvas) legend(names []string, swatch string) (option []any, height float64) {
	if len(names) < 2 {
		return nil, 0
	}
	var rows [][]string
	var row []string
	used := 0.0
	for _, name := range names {
		width := swatchWidth + swatchGap + v.measure(name)
		if len(row) > 0 && used+legendGap+width > v.width {
			rows = append(rows, row)
			row, used = nil, 0
		}
		if len(row) > 0 {
			used += legendGap
		}
		row = append(row, name)
		used += width
	}
	rows = append(rows, row)
	top := 0.0
	for _, row := range rows {
		item := map[string]any{
			"data": row, "top": top, "padding": 0, "itemGap": legendGap, "itemWidth": swatchWidth, "itemHeight": swatchHeight,
			"selectedMode": false, "left": 0, "itemStyle": map[string]any{"borderWidth": 0},
			"textStyle": map[string]any{"color": v.Palette.Text, "fontSize": v.Size, "lineHeight": v.leading()},
		}
		if swatch != "" {
			item["icon"] = swatch
		}
		if v.rtl {
			row = slices.Clone(row)
			slices.Reverse(row)
			delete(item, "left")
			item["data"], item["right"], item["align"] = row, 0, "right"
		}
		option = append(option, item)
		top += v.leading() * legendRow * float64(tallest(row))
	}
	return option, top + v.leading()*0.4
}

// legendRow is the distance of two rows of a legend, in lines.
const legendRow = 1.15
