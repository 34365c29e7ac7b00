package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// Read returns the data of a chart, and all that is wrong with the chart: its
// type, its columns, its numbers. Types are all that there are, in the order
// they are listed to authors. The grid is nil where there is none to speak of;
// one of a chart with errors is not to be drawn.
func Read(c *brief.Chart, types []Type) (*Grid, problem.List) {
	var list problem.List
	k, ok := Find(types, c.Type)
	switch {
	case c.Type == "" && c.Fields == nil: // else it was told where the block was read
		list.Add(missingType.At(c.Span, strings.Join(namesOf(types, false), " · ")))
	case !ok && c.Type != "":
		names := namesOf(types, false)
		list.Add(unknownType.At(c.Field("type"), c.Type, nearest(c.Type, names), strings.Join(names, " · ")))
	}
	checkChoice(&list, c, "scale", c.Scale, "linear", "log")
	checkChoice(&list, c, "sort", c.Sort, "descending", "ascending", "none")
	checkChoice(&list, c, "direction", c.Direction, "rtl", "ltr")
	checkChoice(&list, c, "style", c.Style, "fill", "marks")
	if c.Height != 0 && !(c.Height >= minHeight && c.Height <= maxHeight) {
		list.Add(badHeight.At(c.Field("height"), c.Height, minHeight, maxHeight))
	}
	if len(c.Option) > 0 {
		budget := optionBudget{maxOption, maxOptionText}
		if reason := checkOption(c.Option, 0, &budget); reason != (problem.Text{}) {
			list.Add(badOption.At(c.Field("option"), reason))
		} else {
			checkSeriesTypes(&list, c)
		}
	}
	if ok && c.Facet != "" && !k.Panels {
		list.Add(facetNotForType.At(c.Field("facet"), c.Type, strings.Join(namesOf(types, true), " · ")))
	}
	if ok {
		checkKeys(&list, c, k)
	}
	r := &reader{chart: c, table: c.Data, shape: k.Shape}
	if !ok {
		// Without a type the columns can still be looked up.
		r.shape = Shape{categories: maxRows, series: maxRows, anything: true}
	}
	g := r.read()
	if g != nil && ok {
		r.annotate(g)
	}
	list.Add(r.problems...)
	if g != nil {
		g.Type = k.Name
	}
	return g, list
}

func checkChoice(list *problem.List, c *brief.Chart, key, value string, choices ...string) {
	if value != "" && !slices.Contains(choices, value) {
		list.Add(badChoice.At(c.Field(key), value, key, strings.Join(choices, " · ")))
	}
}

// A reader reads one chart's table into a grid.
type reader struct {
	chart    *brief.Chart
	table    *brief.Table
	shape    Shape
	problems problem.List
	// spoken are columns that are neither names nor values.
	spoken []int
	// timed reports that the column of names holds times and nothing else, and along
	// that the times stand in the header.
	timed, along bool
	// lows and highs are the columns of error ranges, and ranges those of each column of
	// values.
	lows, highs []int
	ranges      map[int][2]int
	// nations is what the rows said of countries.
	nations nations
}

// read returns the data of a chart, or nil where there is none to speak of.
func (r *reader) read() *Grid {
	if r.table == nil {
		// That an author names no data, or why those that are named are not there, was
		// told where the block was read.
		if r.chart.Fields == nil {
			r.problems.Add(missingData.At(r.chart.Span))
		}
		return nil
	}
	if n := len(r.table.Rows); n > maxRows {
		r.problems.Add(tooManyRows.At(r.chart.Field("data"), n, maxRows))
		return nil
	}
	if len(r.table.Rows) == 0 || len(r.table.Columns) == 0 {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
		return nil
	}
	if r.shape.read != nil {
		return r.shape.read(r)
	}
	seriesColumn := r.named("series", r.chart.Series)
	if r.chart.Series == "" {
		seriesColumn = r.usual(r.shape.seriesNames)
	}
	facet := r.facet()
	r.errorColumns()
	values, names := r.turned(seriesColumn, facet)
	category := -1
	if values != nil {
		r.along, r.timed, seriesColumn = true, true, names
	} else {
		category = r.category(seriesColumn)
		if r.shape.countries {
			if r.nations.codes = r.codeColumn(category, seriesColumn); r.nations.codes >= 0 {
				r.spoken = append(r.spoken, r.nations.codes)
			}
		}
		values = r.valueColumns(category, seriesColumn)
		if r.problems.HasErrors() {
			return nil
		}
		if seriesColumn = r.parted(category, seriesColumn, facet, values); seriesColumn >= 0 {
			values = r.amount(values)
		}
		r.oneAmount(values)
	}
	r.errorsOf(values)
	if r.problems.HasErrors() {
		return nil
	}
	var g *Grid
	if facet >= 0 {
		g = r.faceted(facet, category, seriesColumn, values)
	} else if g = r.collect(category, seriesColumn, values); !r.fits(g) {
		g = nil
	}
	if g == nil {
		return nil
	}
	g.squareErrors()
	if seriesColumn >= 0 && facet < 0 {
		g.seriesInOrder()
	}
	g.Unit = r.unit(values)
	if r.shape.ownUnits {
		g.Units = unitsInNames(g)
	}
	return r.finish(g)
}

// finish orders a grid that has been read, and reports what the kind cannot
// draw of it.
func (r *reader) finish(g *Grid) *Grid {
	r.sort(g)
	g.Temporal = r.timed || temporal(g.Categories)
	r.inOrder(g)
	r.check(g)
	return g
}
