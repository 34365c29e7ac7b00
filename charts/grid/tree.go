package grid

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// A Branch is one name in a hierarchy, with the sum of what is below it.
type Branch struct {
	Name string
	// Value is the sum of its branches, or its own where it has none.
	Value    float64
	Branches []*Branch
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
	category := r.category(series)
	if series < 0 && category >= 0 {
		series = r.within(category)
	}
	return append(list, spoken(category, series)...)
}

// within returns the column of the parts of what a column names, where it comes again:
// the one of words that differs.
func (r *reader) within(category int) int {
	values := r.valueColumns(category, -1)
	if r.problems.HasErrors() || !r.repeats(category) {
		return -1
	}
	words := slices.DeleteFunc(r.aspects(category, -1, -1, values), func(i int) bool { return !r.isNamed(i) })
	if len(words) == 1 {
		return words[0]
	}
	return -1
}

// undivided reports rows of one path that differ in what is no level.
func (r *reader) undivided(levels, values []int) {
	others := slices.DeleteFunc(r.aspects(-1, -1, -1, values), func(i int) bool { return slices.Contains(levels, i) })
	if again, differing := r.undecided(levels, others, values); len(differing) > 0 {
		r.tellApart(again, levels[0], differing, values, false)
	}
}

// Path returns the names above a category and its own, of a hierarchy.
func (g *Grid) Path(c int) []string { return g.paths[c] }

// Levelled reports whether a grid is a hierarchy.
func (g *Grid) Levelled() bool { return g.paths != nil }

// readLevelled reads a table as a hierarchy where the author lists its levels, and
// else as categories.
func readLevelled(r *reader) *Grid {
	if len(r.chart.Levels) >= max(1, r.shape.leastLevels) {
		return readTree(r)
	}
	r.shape.read = nil
	return r.read()
}

// readTree reads rows as paths of a hierarchy, adding rows of the same path. A
// path may end early, where the deeper names are blank.
func readTree(r *reader) *Grid {
	levels := r.levels()
	if r.problems.HasErrors() {
		return nil
	}
	values := r.valueColumns(levels[0], levels[len(levels)-1])
	if r.problems.HasErrors() {
		return nil
	}
	if !r.oneAmount(values) {
		return nil
	}
	if r.undivided(levels, values); r.problems.HasErrors() {
		return nil
	}
	column := r.table.Columns[values[0]]
	g := &Grid{Series: []string{column.Name}, Values: make([][]float64, 1), Cells: make([][]brief.Cell, 1)}
	places := map[string]int{}
	for _, row := range r.table.Rows {
		path, place, broken := r.path(row, levels)
		cell := row.Cell(values[0])
		if broken {
			continue
		}
		if len(path) == 0 {
			if cell.Kind != brief.MissingCell {
				r.problems.Add(missingCategory.At(place, r.table.Columns[levels[0]].Name))
			}
			continue
		}
		x, ok := r.number(cell, column)
		if !ok {
			continue
		}
		key := strings.Join(path, "\x00")
		at, seen := places[key]
		if !seen {
			at = len(g.paths)
			places[key] = at
			g.paths, g.Categories = append(g.paths, path), append(g.Categories, strings.Join(path, "، "))
			g.Values[0], g.Cells[0] = append(g.Values[0], math.NaN()), append(g.Cells[0], brief.Cell{Kind: brief.MissingCell})
		}
		if !math.IsNaN(x) {
			if old := g.Values[0][at]; !math.IsNaN(old) {
				x += old
			}
			g.Values[0][at], g.Cells[0][at] = x, cell
		}
	}
	g.Unit = r.unit(values)
	r.checkSize(g)
	r.check(g)
	return g
}

// path returns the names of one row, from the outermost level on, the place of the
// first that is missing, and whether a deeper one is there, which it reports.
func (r *reader) path(row brief.Row, levels []int) (path []string, gap source.Span, broken bool) {
	blank := -1
	for _, column := range levels {
		name, place := r.name(row, column)
		switch {
		case name == "" && blank < 0:
			blank, gap = column, place
		case name != "" && blank >= 0:
			r.problems.Add(brokenPath.At(gap, problem.Quoted(name), r.table.Columns[blank].Name))
			return path, gap, true
		case name != "":
			path = append(path, name)
		}
	}
	return path, gap, false
}

// Tree returns the hierarchy of a grid under one root, siblings in the order
// that the author asks for: the largest first unless sort says otherwise.
func (g *Grid) Tree(order string) *Branch {
	root := &Branch{}
	for c, path := range g.paths {
		x := g.Values[0][c]
		if !(x > 0) {
			continue
		}
		at := root
		at.Value += x
		for _, name := range path {
			i := slices.IndexFunc(at.Branches, func(b *Branch) bool { return b.Name == name })
			if i < 0 {
				i = len(at.Branches)
				at.Branches = append(at.Branches, &Branch{Name: name})
			}
			at = at.Branches[i]
			at.Value += x
		}
	}
	if order != "none" {
		root.sort(order == "ascending")
	}
	return root
}

func (b *Branch) sort(ascending bool) {
	slices.SortStableFunc(b.Branches, func(x, y *Branch) int {
		if ascending {
			return cmp.Compare(x.Value, y.Value)
		}
		return cmp.Compare(y.Value, x.Value)
	})
	for _, child := range b.Branches {
		child.sort(ascending)
	}
}

// Depth is the number of levels below a branch.
func (b *Branch) Depth() int {
	deepest := 0
	for _, child := range b.Branches {
		deepest = max(deepest, 1+child.Depth())
	}
	return deepest
}

var (
	tooManyLevels = problem.Kind{
		Code: "too-many-levels", Severity: problem.Error,
		Message: problem.Text{AR: "عدد المستويات في «levels» %d، والرسم يتّسع لـ%d", EN: "levels has %d columns; the chart has room for %d"},
		Advice:  problem.Text{AR: "أبقِ المستويات الخارجية، واجمع ما دونها.", EN: "Keep the outer levels, and sum up what is below them."},
	}
	brokenPath = problem.Kind{
		Code: "level-without-parent", Severity: problem.Error,
		Message: problem.Text{AR: "المستوى فوق «%s» فارغ", EN: "the level above “%s” is blank"},
		Advice: problem.Text{
			AR: "إن كان الفراغ يعني ما فوقه فأضف الخطوة fill: %[2]s؛ وإلا فاكتب اسم المستوى الأعلى، أو انقل الاسم إليه.",
			EN: "Where a blank means what stands above it, add the step fill: %[2]s; else write the name of the level above, or move the name there.",
		},
	}
)
