package kinds

import (
	"math"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// A cellFit is how what stands in the cells of a matrix has room in them.
type cellFit struct {
	texts  [][]string // as printed
	unit   string     // what amounts are counted in
	size   float64    // of the texts
	turned bool       // amounts stand upright, from below
	row    float64    // the height of a row that they take
}

// leastCell is the smallest size of an amount that lies in a cell, in points, and
// longestHead the longest line of a column's name that stands upright.
const (
	leastCell   = 6.0
	longestHead = 150.0
	boldWider   = 1.08 // than the same text in the regular face
)

// fitCells finds room in cells of a width for what stands in them: amounts as
// they are, else in a larger unit, else in smaller figures, else upright. Words
// are broken into lines.
func fitCells(v *canvas.Canvas, g *grid.Grid, marks [][]holdingMark, band float64) cellFit {
	fit := cellFit{unit: g.Unit, size: v.Size}
	room := band - 7 // a little air, or numbers run together
	var amounts []string
	for s := range marks {
		texts := make([]string, len(marks[s]))
		for c, mark := range marks[s] {
			texts[c] = mark.text
			if mark.kind == markAmount {
				amounts = append(amounts, mark.text)
			} else if mark.kind == markText {
				texts[c] = v.Wrap(mark.text, room)
				fit.row = max(fit.row, float64(canvas.Lines(texts[c]))*v.Leading()+6)
			}
		}
		fit.texts = append(fit.texts, texts)
	}
	widest := v.Widest(amounts)
	if widest > room {
		if texts, unit, ok := largerUnit(v, g, marks, room); ok {
			fit.unit = unit
			amounts = nil
			for s := range marks {
				for c, mark := range marks[s] {
					if mark.kind == markAmount {
						fit.texts[s][c] = texts[s][c]
						amounts = append(amounts, texts[s][c])
					}
				}
			}
			widest = v.Widest(amounts)
		}
	}
	if widest > room {
		fit.size = max(leastCell, math.Floor(v.Size*room/widest*4)/4)
	}
	if width := widest * fit.size / v.Size; width > band-2 {
		fit.turned, fit.size = true, min(v.Size, band/1.1)
		fit.row = max(fit.row, widest*fit.size/v.Size+6)
	}
	return fit
}

// largerUnit prints all amounts in a larger unit, the smallest in which they have
// room, if they are of one unit and there is such a one.
func largerUnit(v *canvas.Canvas, g *grid.Grid, marks [][]holdingMark, room float64) (texts [][]string, unit string, ok bool) {
	if g.Units != nil || grid.IsPercent(g.Unit) {
		return nil, "", false
	}
	_, high := g.Extent()
	for by := 1e3; by <= high; by *= 1e3 {
		name, known := v.Words.Larger(g.Unit, by)
		if !known || v.Chart.UnitForms != nil {
			continue
		}
		texts, unit, ok = make([][]string, len(marks)), name, true
		for s := range marks {
			texts[s] = make([]string, len(marks[s]))
			for c, mark := range marks[s] {
				if mark.kind != markAmount || grid.InPercent(g.Cells[s][c]) {
					texts[s][c] = mark.text
					continue
				}
				texts[s][c] = inLarger(v, g.Value(s, c)/by)
			}
			ok = ok && v.Widest(texts[s]) <= room
		}
		if ok {
			return texts, unit, true
		}
	}
	return texts, unit, unit != ""
}

// inLarger prints an amount in a larger unit, with a digit after the point where
// it is small.
func inLarger(v *canvas.Canvas, x float64) string {
	switch size := math.Abs(x); {
	case size >= 100 || x == 0:
		return v.Number(math.Round(x))
	case size < 0.05:
		return strings.Replace("<x", "x", v.Number(0.1), 1)
	}
	return v.Number(math.Round(x*10) / 10)
}

// upright prepares the heads of columns that stand upright: each in as many
// lines as its column is wide, cut where it is longer.
func upright(v *canvas.Canvas, heads []string, band float64) []string {
	most := max(1, int((band-2)/v.Leading()))
	list := make([]string, len(heads))
	for i, head := range v.Labels(heads) {
		if v.TextWidth(head)*boldWider > longestHead {
			lines := strings.Split(v.WrapBold(head, longestHead), "\n")
			if len(lines) > most {
				lines = lines[:most]
				lines[most-1] += "…"
			}
			head = strings.Join(lines, "\n")
		}
		list[i] = head
	}
	return list
}
