package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// A branch is one name in a hierarchy, with the sum of what is below it.
type branch struct {
	name     string
	value    float64
	branches []*branch
}

// maxLevels bounds the depth of a hierarchy: rings beyond the third have no
// room for names.
const maxLevels = 3

// levels returns the columns of a hierarchy, the outermost level first: those
// the author lists, or else the category and, within it, the series.
func (r *reader) levels() []int {
	var list []int
	if n := len(r.chart.Levels); n > maxLevels {
		r.problems.Add(tooManyLevels.At(r.chart.Field("levels"), n, maxLevels))
		return nil
	}
	for _, name := range r.chart.Levels {
		if i := r.named("levels", name); i >= 0 {
			list = append(list, i)
		}
	}
	if len(r.chart.Levels) > 0 {
		return list
	}
	series := r.named("series", r.chart.Series)
	if list = append(list, r.category(series)); series >= 0 {
		list = append(list, series)
	}
	return list
}

// readTree reads rows as paths of a hierarchy, adding rows of the same path. A
// path may end early, where the deeper names are blank.
func readTree(r *reader) *grid {
	levels := r.levels()
	if r.problems.HasErrors() {
		return nil
	}
	values := r.valueColumns(levels[0], levels[len(levels)-1])
	if r.problems.HasErrors() {
		return nil
	}
	if len(values) > 1 {
		// Text columns count as levels only by name, so numbers are one column.
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), len(values), r.chart.Type, 1))
		return nil
	}
	column := r.table.Columns[values[0]]
	g := &grid{series: []string{column.Name}, values: make([][]float64, 1), cells: make([][]brief.Cell, 1)}
	places := map[string]int{}
	for _, row := range r.table.Rows {
		path, place := r.path(row, levels)
		cell := cellOf(row, values[0])
		if len(path) == 0 {
			if cell.Kind != brief.MissingCell {
				r.problems.Add(missingCategory.At(place, r.table.Columns[levels[0]].Name))
			}
			continue
		}
		x, ok := r.number(cell, column.Name)
		if !ok {
			continue
		}
		key := strings.Join(path, "\x00")
		at, seen := places[key]
		if !seen {
			at = len(g.paths)
			places[key] = at
			g.paths, g.categories = append(g.paths, path), append(g.categories, strings.Join(path, "، "))
			g.values[0], g.cells[0] = append(g.values[0], math.NaN()), append(g.cells[0], brief.Cell{Kind: brief.MissingCell})
		}
		if !math.IsNaN(x) {
			if old := g.values[0][at]; !math.IsNaN(old) {
				x += old
			}
			g.values[0][at], g.cells[0][at] = x, cell
		}
	}
	g.unit = r.unit(values)
	r.checkSize(g)
	r.check(g)
	return g
}

// path returns the names of one row, from the outermost level on, and the place
// of the first that is missing although a deeper one is there.
func (r *reader) path(row brief.Row, levels []int) ([]string, source.Span) {
	var path []string
	var gap source.Span
	blank := false
	for _, column := range levels {
		name, place := r.name(row, column)
		switch {
		case name == "" && !blank:
			blank, gap = true, place
		case name != "" && blank:
			r.problems.Add(brokenPath.At(gap, name))
			return path, gap
		case name != "":
			path = append(path, name)
		}
	}
	return path, gap
}

// tree returns the hierarchy of a grid under one root, siblings in the order
// that the author asks for: the largest first unless sort says otherwise.
func tree(g *grid, order string) *branch {
	root := &branch{}
	for c, path := range g.paths {
		x := g.values[0][c]
		if !(x > 0) {
			continue
		}
		at := root
		at.value += x
		for _, name := range path {
			i := slices.IndexFunc(at.branches, func(b *branch) bool { return b.name == name })
			if i < 0 {
				i = len(at.branches)
				at.branches = append(at.branches, &branch{name: name})
			}
			at = at.branches[i]
			at.value += x
		}
	}
	if order != "none" {
		root.sort(order == "ascending")
	}
	return root
}

func (b *branch) sort(ascending bool) {
	slices.SortStableFunc(b.branches, func(x, y *branch) int {
		if ascending {
			return cmp.Compare(x.value, y.value)
		}
		return cmp.Compare(y.value, x.value)
	})
	for _, child := range b.branches {
		child.sort(ascending)
	}
}

// depth is the number of levels below a branch.
func (b *branch) depth() int {
	deepest := 0
	for _, child := range b.branches {
		deepest = max(deepest, 1+child.depth())
	}
	return deepest
}

var (
	tooManyLevels = problem.Kind{
		Code: "too-many-levels", Severity: problem.Error,
		Message: problem.Text{AR: "في «levels» %d مستويات، والرسم يتّسع لـ%d", EN: "levels has %d columns; the chart has room for %d"},
		Advice:  problem.Text{AR: "أبقِ المستويات الخارجية، واجمع ما دونها", EN: "keep the outer levels, and sum up what is below them"},
	}
	brokenPath = problem.Kind{
		Code: "level-without-parent", Severity: problem.Error,
		Message: problem.Text{AR: "المستوى فوق «%s» فارغ", EN: "the level above “%s” is blank"},
		Advice:  problem.Text{AR: "اكتب اسم المستوى الأعلى، أو انقل الاسم إليه", EN: "write the name of the level above, or move the name there"},
	}
)
