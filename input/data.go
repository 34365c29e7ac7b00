package input

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
	"warraq/input/table"
	"warraq/input/transform"
	"warraq/input/tree"
)

// chartBlocks decodes the chart blocks, whose columns tell the header of their data.
func (r *reading) chartBlocks(Options) {
	for _, block := range r.markdown.Charts {
		root, problems := structured.Parse(block.Text, structured.YAML)
		r.problems.Add(problems...)
		if root == nil && problems.HasErrors() {
			continue
		}
		c, problems := structured.DecodeChart(root, block.Figure.Span)
		r.problems.Add(problems...)
		r.blocks = append(r.blocks, &structured.BodyChart{Figure: block.Figure, Chart: c})
	}
	for _, block := range r.blocks {
		r.ask(block.Chart)
	}
}

// data reads the tables that the front matter names.
func (r *reading) data(Options) {
	names := map[string]bool{}
	for _, d := range r.front.Data {
		names[d.Name.Value] = true
		if d.Rows != nil {
			r.tables[d.Name.Value] = r.rows(d.Rows, d.Name.Value, d.Name.Span, column.Reading{})
			continue
		}
		o := table.Options{Name: d.Name.Value, Place: d.Path.Span, Reading: r.readingOf(d.Name.Value, column.Reading{})}
		r.tables[d.Name.Value] = r.table(d.Path, o)
	}
	for _, n := range r.front.Readings.Each {
		if !names[n.Name.Value] {
			r.problems.Add(unknownData.At(n.Name.Span, n.Name.Value, problem.DidYouMean(n.Name.Value, slices.Sorted(maps.Keys(names)))))
		}
	}
}

// readingOf is how the data of a name are read: as their chart says, else as the front
// matter says of the name, else as it says of all.
func (r *reading) readingOf(name string, own column.Reading) column.Reading {
	for _, n := range r.front.Readings.Each {
		if n.Name.Value == name {
			own = own.Or(n.Reading)
		}
	}
	all := r.front.Readings.All
	// What is said of all files need not be true of each.
	all.Types, all.Renamed = loose(all.Types), loose(all.Renamed)
	return own.Or(all)
}

func loose(list []column.Named) []column.Named {
	list = slices.Clone(list)
	for i := range list {
		list[i].Loose = true
	}
	return list
}

// rows makes a table of rows in the brief. Of what is said of all files, only what
// rows have counts.
func (r *reading) rows(n *tree.Node, name string, place source.Span, own column.Reading) *brief.Table {
	reading := r.readingOf(name, own)
	if all := r.front.Readings.All; own.Header == 0 && own.Skip == 0 && own.Encoding == "" && reading.Header == all.Header && reading.Skip == all.Skip && reading.Encoding == all.Encoding {
		reading.Header, reading.Skip, reading.Encoding = 0, 0, ""
	}
	t, problems := table.FromTree(n, table.Options{Name: name, Place: place, Reading: reading})
	r.problems.Add(problems...)
	r.problems.Add(ledger.Check(t)...)
	return t
}

// table reads a table from a file: path, or path#sheet.
func (r *reading) table(p brief.Field, o table.Options) *brief.Table {
	file, sheet, _ := strings.Cut(p.Value, "#")
	f := r.file(brief.Field{Value: file, Span: p.Span}, r.limits.Data)
	if f == nil {
		return nil
	}
	o.Sheet, o.Asked = sheet, r.asked[o.Name]
	t, problems := table.Read(f, o)
	r.problems.Add(problems...)
	r.problems.Add(ledger.Check(t)...)
	return t
}

// ask notes the columns that a chart names of its data.
func (r *reading) ask(chart *structured.Chart) {
	for _, s := range chart.Steps {
		if j, ok := s.(*transform.Join); ok {
			for _, f := range j.Asks() {
				r.askOf(j.Data.Value, f.Value)
			}
		}
	}
	if chart.Data == nil || chart.Data.Kind != tree.Scalar {
		return
	}
	c := chart.Chart
	r.askOf(chart.Data.Text, slices.Concat(c.Values, c.Levels, []string{c.Category, c.Value, c.Series, c.Labels, c.Facet, c.From, c.To})...)
}

// askOf notes columns that are named of some data.
func (r *reading) askOf(data string, names ...string) {
	for _, name := range names {
		if list := r.asked[data]; name != "" && len(list) < mostAsked && !slices.Contains(list, name) {
			r.asked[data] = append(list, name)
		}
	}
}

// mostAsked bounds the columns that are looked for to find a header.
const mostAsked = 100

// charts finds the data of the chart blocks.
func (r *reading) charts(Options) {
	for _, block := range r.blocks {
		r.chart(block.Figure, block.Chart)
	}
}

func (r *reading) chart(f *brief.Figure, c *structured.Chart) {
	f.Chart = c.Chart
	f.Alt = c.Chart.Alt
	f.Caption = r.markdown.Inline(c.Title)
	f.Source = r.markdown.Inline(c.Source)
	if c.Data != nil {
		c.Chart.Data = r.chartData(c, f)
	}
	if c.Chart.Data != nil && len(c.Steps) > 0 {
		if !r.joined(c.Steps) {
			c.Chart.Data = nil
			return
		}
		r.transform(c)
	}
}

// joined gives the steps that join another table its rows, and reports whether all
// could be read.
func (r *reading) joined(steps []transform.Step) bool {
	whole := true
	for i, s := range steps {
		if j, ok := s.(*transform.Join); ok {
			other := r.namedData(j.Data, column.Reading{})
			whole = whole && other != nil
			steps[i] = j.With(other)
		}
	}
	return whole
}

// transform takes a chart's data through the steps that the author declared.
// Where they cannot be taken the chart has no data to speak of.
func (r *reading) transform(c *structured.Chart) {
	made, problems := transform.Apply(c.Chart.Data, c.Steps)
	r.problems.Add(problems...)
	c.Chart.Data, c.Chart.Rates, c.Chart.Prices, c.Chart.Unknown = made.Table, made.Rates, made.Prices, made.Unknown
	if c.Chart.Unit == "" {
		c.Chart.Unit = made.Unit
		if made.Currency {
			c.Chart.Unit = r.words().Currency(made.Unit)
		}
	}
}

// chartData finds the data of a chart: a name of the front matter, a path, or
// rows in the block.
func (r *reading) chartData(c *structured.Chart, f *brief.Figure) *brief.Table {
	if n := c.Data; n.Kind != tree.Scalar {
		return r.rows(n, f.ID, n.Span, c.Reading)
	}
	return r.namedData(brief.Field{Value: c.Data.Text, Span: c.Data.Span}, c.Reading)
}

// namedData finds data by a name of the front matter or a path, read as is said of
// these here.
func (r *reading) namedData(name brief.Field, own column.Reading) *brief.Table {
	if t, ok := r.tables[name.Value]; ok && own.IsZero() {
		return t
	}
	o := table.Options{Name: name.Value, Place: name.Span, Reading: r.readingOf(name.Value, own)}
	names := make([]string, len(r.front.Data))
	for i, d := range r.front.Data {
		if names[i] = d.Name.Value; d.Name.Value != name.Value {
			continue
		}
		// The same data, read in another way.
		if d.Rows == nil {
			return r.table(d.Path, o)
		}
		return r.rows(d.Rows, name.Value, name.Span, own)
	}
	if !strings.ContainsAny(name.Value, "./") {
		r.problems.Add(unknownData.At(name.Span, name.Value, problem.DidYouMean(name.Value, names)))
		return nil
	}
	key := [2]string{"", name.Value}
	if f := name.Span.File; f != nil {
		key[0] = path.Dir(f.Name)
	}
	if t, ok := r.paths[key]; ok && own.IsZero() {
		return t
	}
	t := r.table(name, o)
	if own.IsZero() {
		r.paths[key] = t
	}
	return t
}

// size prints a number of bytes.
func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d B", n)
}
