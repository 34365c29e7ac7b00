package input

import (
	"fmt"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/structured"
	"warraq/input/table"
	"warraq/input/transform"
	"warraq/input/tree"
)

// data reads the tables that the front matter names.
func (r *reading) data(Options) {
	for _, d := range r.front.Data {
		if d.Rows != nil {
			t, problems := table.FromTree(d.Rows, table.Options{Name: d.Name.Value, Place: d.Name.Span})
			r.problems.Add(problems...)
			r.problems.Add(ledger.Check(t)...)
			r.tables[d.Name.Value] = t
			continue
		}
		r.tables[d.Name.Value] = r.table(d.Name.Value, d.Path)
	}
}

// table reads a table from a file: path, or path#sheet.
func (r *reading) table(name string, p brief.Field) *brief.Table {
	file, sheet, _ := strings.Cut(p.Value, "#")
	f := r.file(brief.Field{Value: file, Span: p.Span}, r.limits.Data)
	if f == nil {
		return nil
	}
	t, problems := table.Read(f, table.Options{Name: name, Sheet: sheet, Place: p.Span})
	r.problems.Add(problems...)
	r.problems.Add(ledger.Check(t)...)
	return t
}

// charts decodes the chart blocks and finds their data.
func (r *reading) charts(Options) {
	for _, block := range r.markdown.Charts {
		root, problems := structured.Parse(block.Text)
		r.problems.Add(problems...)
		if root == nil && problems.HasErrors() {
			continue
		}
		c, problems := structured.DecodeChart(root, block.Figure.Span)
		r.problems.Add(problems...)
		r.chart(block.Figure, c)
	}
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
		c.Chart.Data = r.chartData(f, c.Data)
	}
	if c.Chart.Data != nil && len(c.Steps) > 0 {
		r.transform(c)
	}
}

// transform takes a chart's data through the steps that the author declared.
// Where they cannot be taken the chart has no data to speak of.
func (r *reading) transform(c *structured.Chart) {
	made, problems := transform.Apply(c.Chart.Data, c.Steps)
	r.problems.Add(problems...)
	c.Chart.Data, c.Chart.Rates, c.Chart.Prices = made.Table, made.Rates, made.Prices
	if c.Chart.Unit == "" {
		c.Chart.Unit = made.Unit
		if made.Currency {
			c.Chart.Unit = r.words().Currency(made.Unit)
		}
	}
}

// chartData finds the data of a chart: a name of the front matter, a path, or
// rows in the block.
func (r *reading) chartData(f *brief.Figure, n *tree.Node) *brief.Table {
	if n.Kind != tree.Scalar {
		t, problems := table.FromTree(n, table.Options{Name: f.ID, Place: n.Span})
		r.problems.Add(problems...)
		r.problems.Add(ledger.Check(t)...)
		return t
	}
	if t, ok := r.tables[n.Text]; ok {
		return t
	}
	if !strings.ContainsAny(n.Text, "./") {
		names := make([]string, len(r.front.Data))
		for i, d := range r.front.Data {
			names[i] = d.Name.Value
		}
		r.problems.Add(unknownData.At(n.Span, n.Text, problem.DidYouMean(n.Text, names)))
		return nil
	}
	t := r.table(n.Text, brief.Field{Value: n.Text, Span: n.Span})
	r.tables[n.Text] = t
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
