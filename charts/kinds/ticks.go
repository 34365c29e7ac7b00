package kinds

import (
	"fmt"
	"strconv"

	"warraq/charts/grid"
)

// A tick of a time axis.
type tick struct {
	at   float64
	text string
}

// yearText is a year, whose thousands are not parted.
func yearText(x float64) string { return strconv.Itoa(int(x)) }

// timeTicks returns the ticks of a time axis over some days: years in steps of
// 1, 2, 5, 10 …, or months, as many as have room where each takes so many
// points. The ends of the axis are ticks too.
func timeTicks(first, last, points float64, width func(string) float64) []tick {
	var ticks []tick
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000} {
		ticks = monthTicks(first, last, months)
		if len(ticks) < 2 {
			break
		}
		widest := 0.0
		for _, t := range ticks {
			widest = max(widest, width(t.text))
		}
		if (widest+12)*float64(len(ticks)-1) <= points {
			break
		}
	}
	return ticks
}

// monthTicks returns the ticks at every so many months from the last one at or
// before the first day to the first one at or after the last; too many are cut.
func monthTicks(first, last float64, months int) []tick {
	const most = 500
	start := grid.DateOn(first)
	at := (start.Year()*12 + int(start.Month()) - 1) / months * months
	var ticks []tick
	for range most {
		year, month := at/12, at%12+1
		text := fmt.Sprint(year)
		if months < 12 {
			text = fmt.Sprintf("%d/%02d", year, month)
		}
		ticks = append(ticks, tick{grid.Day(year, month, 1), text})
		if ticks[len(ticks)-1].at >= last {
			break
		}
		at += months
	}
	return ticks
}
