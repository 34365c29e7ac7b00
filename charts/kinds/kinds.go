// Package kinds lays out each kind of chart on a canvas, a file a kind. Which
// type of chart has which layout stands in the table of package types. A layout
// says what its chart is in any medium, and marks what it measured for the page.
//
// Lengths are points.
package kinds

import (
	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Bars draws lying bars, those of one category side by side.
func Bars(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawBars(v, g, grouped) }

// StackedBars draws lying bars, those of one category on one another.
func StackedBars(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawBars(v, g, stacked) }

// PercentBars draws lying bars that all fill the axis.
func PercentBars(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawBars(v, g, percent) }

// Columns draws upright bars, those of one category side by side.
func Columns(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawColumns(v, g, grouped) }

// StackedColumns draws upright bars, those of one category on one another.
func StackedColumns(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return drawColumns(v, g, stacked)
}

// PercentColumns draws upright bars that all fill the axis.
func PercentColumns(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return drawColumns(v, g, percent)
}

// Lines joins the values of each series.
func Lines(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawLines(v, g, plainLine) }

// Steps joins them by steps.
func Steps(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawLines(v, g, stepLine) }

// Areas fills what is below them, one series on another.
func Areas(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawLines(v, g, stackedArea) }

// Pie draws the parts of a whole as slices.
func Pie(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawPie(v, g, false) }

// Donut draws them as parts of a ring.
func Donut(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawPie(v, g, true) }

// LinePanels draws panels of lines, all on one scale, as the other panels are.
func LinePanels(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return uprightPanels(v, g, plainLine, false)
}

// StepPanels draws panels of lines in steps.
func StepPanels(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return uprightPanels(v, g, stepLine, false)
}

// AreaPanels draws panels of areas.
func AreaPanels(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return uprightPanels(v, g, stackedArea, false)
}

// ColumnPanels draws panels of upright bars.
func ColumnPanels(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	return uprightPanels(v, g, plainLine, true)
}
