package words_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/samples"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/locale"
)

// What a description may say is worked out here from the table alone, by other
// means than the descriptions use: cells, sums over rows that share a name, sums
// of rows and columns, running sums, parts of a whole, changes from first to
// last, quartiles, and counts.

// facts are the numbers that can be said of a table.
type facts struct {
	values []float64
	shares []float64 // in percent
	counts []float64
}

func factsOf(c *brief.Chart) facts {
	f := facts{}
	t := c.Data
	for i := range t.Columns {
		var names []string
		for _, row := range t.Rows {
			if cell := row.Cell(i); cell.Kind != brief.MissingCell {
				for _, part := range dates.FindAllString(cell.Text, -1) { // a day and a year are said in figures
					x, _ := strconv.ParseFloat(part, 64)
					f.counts = append(f.counts, x)
				}
				if times.MatchString(cell.Text) {
					f.counts = append(f.counts, cell.Number) // a year is counted in no unit
				}
				if !slices.Contains(names, cell.Text) {
					names = append(names, cell.Text)
				}
			}
		}
		f.counts = append(f.counts, float64(i+1), float64(len(names)))
		f.column(t, i)
	}
	for _, row := range t.Rows {
		var parts []float64
		for i := range t.Columns {
			if cell := row.Cell(i); cell.Kind == brief.NumberCell {
				parts = append(parts, cell.Number)
			}
		}
		f.whole(parts)
		// Without the first column, which may be a year.
		if len(parts) > 1 {
			f.whole(parts[1:])
		}
	}
	f.counts = append(f.counts, float64(len(t.Rows)))
	if c.Type == "gauge" {
		f.targets(c)
	}
	for _, m := range c.Marks {
		for _, text := range []string{m.At.Value, m.From.Value, m.To.Value, m.Value.Value} {
			if x, ok := numeral.Parse(text); ok {
				f.values, f.counts = append(f.values, x), append(f.counts, x)
			}
		}
	}
	switch c.Type {
	case "dumbbell", "slope", "range":
		f.differences(t)
	}
	for n, name := range c.Error {
		column := t.Column("القيمة")
		if len(c.Values) > 0 {
			column = t.Column(c.Values[n])
		}
		if c.Type == "scatter" {
			column = 2 // the second of its numbers
		}
		for _, row := range t.Rows {
			x, e := row.Cell(column).Number, row.Cell(t.Column(name)).Number
			f.values = append(f.values, x-e, x+e)
		}
	}
	if c.Trend {
		f.determination(t, t.Column(c.Values[0]), t.Column(c.Values[1]))
	}
	return f
}

// differences adds how far apart the numbers of a name are: in its row, or in all of
// its rows; and the change from one to the next.
func (f *facts) differences(t *brief.Table) {
	of := map[string][]float64{}
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			if i > 0 && cell.Kind == brief.NumberCell && t.Columns[i].Type != brief.Times {
				of[row.Cells[0].Text] = append(of[row.Cells[0].Text], cell.Number)
			}
		}
	}
	for _, list := range of {
		if len(list) > 1 {
			f.values = append(f.values, slices.Max(list)-slices.Min(list))
			f.change(list)
		}
	}
}

// determination adds the coefficient of determination of two columns, by sums of
// squares alone.
func (f *facts) determination(t *brief.Table, i, j int) {
	n, x, y, xx, xy, yy := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for _, row := range t.Rows {
		a, b := row.Cell(i).Number, row.Cell(j).Number
		n, x, y, xx, xy, yy = n+1, x+a, y+b, xx+a*a, xy+a*b, yy+b*b
	}
	f.counts = append(f.counts, (n*xy-x*y)*(n*xy-x*y)/((n*xx-x*x)*(n*yy-y*y)))
}

// times are years and dates in figures.
var times = regexp.MustCompile(`^\d{4}([-/]\d{1,2}){0,2}$`)

// dates are the figures of a date.
var dates = regexp.MustCompile(`\d+`)

// targets adds what the block itself says of a gauge, and what part of its
// target each value is.
func (f *facts) targets(c *brief.Chart) {
	for _, text := range append(slices.Clone(c.Bands), c.Target) {
		if x, ok := numeral.Parse(text); ok {
			f.values = append(f.values, x)
		}
	}
	same, _ := numeral.Parse(c.Target)
	for _, row := range c.Data.Rows {
		target := same
		if column := c.Data.Column(c.Target); column >= 0 {
			target = row.Cells[column].Number
		}
		for _, cell := range row.Cells {
			if cell.Kind == brief.NumberCell && target != 0 {
				f.shares = append(f.shares, 100*cell.Number/target)
			}
		}
	}
}

// column adds what can be said of one column: its cells, and their sums within
// each name of every other column.
func (f *facts) column(t *brief.Table, column int) {
	var cells []float64
	for _, row := range t.Rows {
		if cell := row.Cell(column); cell.Kind == brief.NumberCell {
			cells = append(cells, cell.Number)
		}
	}
	f.counts = append(f.counts, float64(len(cells)))
	f.whole(cells)
	f.change(cells)
	f.quartiles(cells)
	for by := range t.Columns {
		sums := map[string]float64{}
		within := map[string][]float64{}
		var order []string
		for _, row := range t.Rows {
			name, cell := row.Cell(by), row.Cell(column)
			if by == column || name.Kind == brief.MissingCell || cell.Kind != brief.NumberCell {
				continue
			}
			if _, known := sums[name.Text]; !known {
				order = append(order, name.Text)
			}
			sums[name.Text] += cell.Number
			within[name.Text] = append(within[name.Text], cell.Number)
		}
		var list []float64
		for _, name := range order {
			list = append(list, sums[name])
			f.change(within[name])
			f.quartiles(within[name])
		}
		f.counts = append(f.counts, float64(len(order)))
		f.whole(list)
		f.change(list)
	}
}

// whole adds values, their sum and running sums, and what part of it each is.
func (f *facts) whole(parts []float64) {
	sum := 0.0
	for _, x := range parts {
		sum += x
		f.values = append(f.values, x, sum, math.Abs(x)) // of a fall its size is said
	}
	for _, x := range parts {
		if sum != 0 {
			f.shares = append(f.shares, 100*x/sum)
		}
	}
}

// change adds by how much the last value differs from the first, and what part
// of it the last is.
func (f *facts) change(list []float64) {
	if len(list) < 2 || list[0] == 0 {
		return
	}
	first, last := list[0], list[len(list)-1]
	f.shares = append(f.shares, 100*math.Abs(last-first)/math.Abs(first), 100*last/first)
}

// quartiles adds the median and the quartiles, as they are interpolated.
func (f *facts) quartiles(list []float64) {
	if len(list) < 2 {
		return
	}
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	for _, q := range []float64{0.25, 0.5, 0.75} {
		at := q * float64(len(sorted)-1)
		low := int(at)
		high := min(low+1, len(sorted)-1)
		f.values = append(f.values, sorted[low]+(at-float64(low))*(sorted[high]-sorted[low]))
	}
}

// A said number is one of a description, with the step of its last digit.
type said struct {
	text        string
	value, step float64
	percent     bool
}

var (
	numbers = regexp.MustCompile(`([−-]?)(\d[\d,]*(?:\.\d+)?)(%?)(?: (ألفًا|ألف|آلاف|مليونًا|مليون|ملايين|مليارًا|مليارات|مليار|تريليونًا|تريليونات|تريليون))?`)
	scales  = map[string]float64{"أل": 1e3, "آل": 1e3, "ملي": 1e6, "ملا": 1e6, "تري": 1e12}
)

// numbersOf returns the numbers of a description. What stands in quotes is a
// name.
func numbersOf(text string) []said {
	text = numeral.Digits(text, numeral.Latin)
	var list []said
	for _, m := range numbers.FindAllStringSubmatch(text, -1) {
		digits := strings.ReplaceAll(m[2], ",", "")
		x, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			continue
		}
		step := 1.0
		if _, after, ok := strings.Cut(digits, "."); ok {
			step = math.Pow10(-len(after))
		}
		by := 1.0
		for start, scale := range scales {
			if strings.HasPrefix(m[4], start) {
				by = scale
			}
		}
		if strings.HasPrefix(m[4], "مليار") {
			by = 1e9
		}
		if m[1] != "" {
			x = -x
		}
		list = append(list, said{m[0], x * by, step * by, m[3] != ""})
	}
	return list
}

// allow reports whether a number follows from the table. Values are counted in
// by.
func (f facts) allow(s said, by float64) bool {
	near := func(list []float64, scale float64) bool {
		return slices.ContainsFunc(list, func(x float64) bool {
			return math.Abs(x*scale-s.value) <= s.step/2+1e-9*math.Abs(s.value)
		})
	}
	if s.percent {
		if s.value == 99.9 && slices.ContainsFunc(f.shares, func(x float64) bool { return x > 99.9 && x < 100 }) {
			return true // it is said to be more
		}
		return near(f.shares, 1) || near(f.values, 1)
	}
	return near(f.values, by) || near(f.counts, 1)
}

// unfounded lists the numbers of a description that do not follow from the
// table.
func unfounded(c *brief.Chart, description string) []string {
	f := factsOf(c)
	scales := scalesOf(c)
	text := numeral.Digits(description, numeral.Latin)
	// Names are taken out, the longest first: their digits count nothing.
	for _, name := range namesIn(c) {
		text = strings.ReplaceAll(text, name, "")
	}
	var list []string
	for _, s := range numbersOf(text) {
		if !slices.ContainsFunc(scales, func(by float64) bool { return f.allow(s, by) }) {
			list = append(list, s.text)
		}
	}
	return list
}

// scalesOf are what a chart's values are counted in: its own unit, those of
// its columns, and those in a column of units.
func scalesOf(c *brief.Chart) []float64 {
	own := locale.For("ar").Unit(c.Unit, nil).By
	scales := []float64{own}
	for _, column := range c.Data.Columns {
		scales = append(scales, locale.For("ar").Unit(column.Unit, nil).By)
	}
	if column := ledger.Column(c.Data, ledger.Unit); column >= 0 {
		for _, row := range c.Data.Rows {
			by := locale.For("ar").Unit(row.Cell(column).Text, nil).By
			scales = append(scales, by)
		}
	}
	return scales
}

// namesIn are the texts of a chart that have digits and are no numbers.
func namesIn(c *brief.Chart) []string {
	names := []string{c.Title}
	for _, m := range c.Marks {
		for _, text := range []string{m.At.Value, m.From.Value, m.To.Value} {
			if _, number := numeral.Parse(text); !number {
				names = append(names, text)
			}
		}
	}
	for _, column := range c.Data.Columns {
		names = append(names, column.Name)
	}
	for _, row := range c.Data.Rows {
		for _, cell := range row.Cells {
			if cell.Kind == brief.TextCell || cell.Kind == brief.DateCell {
				names = append(names, cell.Text)
				if times.MatchString(cell.Text) {
					names = append(names, strings.ReplaceAll(cell.Text, "-", "/")) // as dates are printed
				}
			}
		}
	}
	for i := range names {
		names[i] = numeral.Digits(strings.Join(strings.Fields(names[i]), " "), numeral.Latin)
	}
	names = slices.DeleteFunc(names, func(s string) bool { return !strings.ContainsAny(s, "0123456789") })
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// Every number of a description is in the data or follows from them.
func TestDescriptionsSayWhatTheDataSay(t *testing.T) {
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		for _, sample := range samples.All() {
			description := describe(&sample.Chart, digits)
			if wrong := unfounded(&sample.Chart, description); len(wrong) > 0 {
				t.Errorf("%s: %q do not follow from the data: %s", sample.Name, wrong, description)
			}
		}
	}
}

// A description whose numbers were changed is found out: the test above can
// fail.
func TestChangedDescriptionsAreFoundOut(t *testing.T) {
	found, all := 0, 0
	for _, sample := range samples.All() {
		description := describe(&sample.Chart, brief.LatinDigits)
		for _, name := range namesIn(&sample.Chart) {
			description = strings.ReplaceAll(description, name, "")
		}
		for _, at := range numbers.FindAllStringSubmatchIndex(description, -1) {
			digits := description[at[4]:at[5]]
			other := "8" + strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return '0' + ('9'-r+3)%10
				}
				return r
			}, digits)
			all++
			if len(unfounded(&sample.Chart, description[:at[4]]+other+description[at[5]:])) > 0 {
				found++
			}
		}
	}
	t.Logf("%d of %d changed numbers were found out", found, all)
	if all < 100 || found*100 < all*95 {
		t.Errorf("only %d of %d changed numbers were found out", found, all)
	}
}

var (
	extreme = regexp.MustCompile(`(أكبرها|أكبرهما|الأعلى|أصغرها|أصغرهما|الأدنى) («[^(]*»|\d+ [^(]*) \(([−\d,]+(?:\.\d+)?)`)
	quoted  = regexp.MustCompile(`«([^»]*)»`)
)

// The names that are called the largest or the smallest are, all of them, whatever the
// data.
func TestExtremesOfAnyData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.OneOf(rapid.IntRange(1, 9999), rapid.IntRange(1, 3)), 2, 9).Draw(t, "values")
		table := "البند,القيمة\n"
		for i, x := range list {
			table += fmt.Sprintf("بند %c,%d\n", 'a'+i, x)
		}
		c := brief.Chart{Type: rapid.SampledFrom([]string{"bar", "column", "pie", "funding", "treemap", "donut"}).Draw(t, "type"), Data: samples.Table(table)}
		description := describe(&c, brief.LatinDigits)
		if wrong := unfounded(&c, description); len(wrong) > 0 {
			t.Errorf("%q do not follow from the data: %s", wrong, description)
		}
		told := extreme.FindAllStringSubmatch(description, -1)
		if len(told) == 0 && slices.Min(list) != slices.Max(list) {
			t.Fatalf("no extremes are told: %s", description)
		}
		for _, m := range told {
			want := slices.Max(list)
			if strings.HasPrefix(m[1], "أصغر") || m[1] == "الأدنى" {
				want = slices.Min(list)
			}
			x, ok := numeral.Parse(m[3])
			if !ok || int(x) != want {
				t.Errorf("%s of %v", m[0], list)
			}
			holders := 0
			for _, x := range list {
				if x == want {
					holders++
				}
			}
			names := quoted.FindAllStringSubmatch(m[2], -1)
			if holders <= 8 && len(names) != holders {
				t.Errorf("%s of %v: %d hold it", m[0], list, holders)
			}
			for _, name := range names {
				runes := []rune(name[1])
				if list[runes[len(runes)-1]-'a'] != want {
					t.Errorf("%s of %v", m[0], list)
				}
			}
		}
	})
}
