package table

import (
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// FromTree makes a table of a value from YAML or JSON: a sequence of mappings, a
// sequence of sequences of which the first is the header, a mapping of names to
// values, or a mapping of column names to sequences. Any of them may stand under
// the key "rows".
func FromTree(root *tree.Node, o Options) (*brief.Table, problem.List) {
	if o.Place.IsZero() {
		o.Place = root.Span
	}
	b := newBuilder(root.Span.File, o)
	switch {
	case root.Kind == tree.Sequence && len(root.Items) == 0, root.Kind == tree.Null:
	case root.Kind == tree.Sequence && root.Items[0].Kind == tree.Mapping:
		b.records(root.Items)
	case root.Kind == tree.Sequence && root.Items[0].Kind == tree.Sequence:
		b.lists(root.Items)
	case root.Kind == tree.Mapping && allOf(root.Items, tree.Sequence):
		b.columns(root)
	case root.Kind == tree.Mapping && !hasKind(root.Items, tree.Sequence) && !hasKind(root.Items, tree.Mapping):
		b.pairs(root)
	case root.Kind == tree.Mapping && hasRows(root):
		return FromTree(root.Get("rows"), o)
	default:
		return nil, problem.List{notRows.At(root.Span)}
	}
	b.problems = append(b.problems, o.checkUseless("yaml")...)
	return b.finish()
}

// hasRows reports whether a mapping wraps its rows in a key, as some exports
// do.
func hasRows(n *tree.Node) bool {
	rows := n.Get("rows")
	return rows != nil && rows.Kind == tree.Sequence
}

func allOf(items []tree.Node, k tree.Kind) bool {
	for i := range items {
		if items[i].Kind != k {
			return false
		}
	}
	return len(items) > 0
}

func hasKind(items []tree.Node, k tree.Kind) bool {
	for i := range items {
		if items[i].Kind == k {
			return true
		}
	}
	return false
}

// cell makes a cell of a value, not yet classified.
func (b *builder) cell(n *tree.Node) brief.Cell {
	c := brief.Cell{Span: n.Span}
	switch n.Kind {
	case tree.Scalar:
		c.Text = n.Text
	case tree.Sequence, tree.Mapping:
		b.problems.Add(nestedValue.At(n.Span))
	}
	return c
}

func (b *builder) cells(nodes []tree.Node) []brief.Cell {
	cells := make([]brief.Cell, len(nodes))
	for i := range nodes {
		cells[i] = b.cell(&nodes[i])
	}
	return cells
}

// records reads a sequence of mappings. The columns are the keys in the order
// of their first appearance; a key a row lacks is a missing cell.
func (b *builder) records(rows []tree.Node) {
	index := map[string]int{}
	var header []brief.Cell
	for i := range rows {
		for k := range rows[i].Keys {
			key := &rows[i].Keys[k]
			if _, known := index[key.Text]; !known {
				index[key.Text] = len(header)
				header = append(header, brief.Cell{Text: key.Text, Span: key.Span})
				if len(header) > b.limits.Columns {
					b.overflow(key.Span)
					return
				}
			}
		}
	}
	b.header(header)
	for i := range rows {
		row := &rows[i]
		if row.Kind != tree.Mapping {
			b.problems.Add(mixedRows.At(row.Span))
			continue
		}
		kept := b.room(len(b.table.Columns), row.Span)
		if kept == nil {
			return
		}
		for c := range kept {
			kept[c].Span = row.Span
		}
		// Backwards, so that of a key that comes twice, which is reported, the
		// first stays.
		for k := len(row.Keys) - 1; k >= 0; k-- {
			if c := index[row.Keys[k].Text]; c < len(kept) {
				kept[c] = b.cell(&row.Items[k])
			}
		}
	}
}

// lists reads a sequence of sequences, the header first.
func (b *builder) lists(rows []tree.Node) {
	b.header(b.cells(rows[0].Items))
	for i := range rows[1:] {
		row := &rows[i+1]
		if b.full {
			return
		}
		if row.Kind != tree.Sequence {
			b.problems.Add(mixedRows.At(row.Span))
			continue
		}
		b.row(b.cells(row.Items), row.Span)
	}
}

// The names of the columns of a mapping of names to values.
const (
	nameColumn  = "name"
	valueColumn = "value"
)

// pairs reads a mapping of names to values.
func (b *builder) pairs(n *tree.Node) {
	b.header([]brief.Cell{{Text: nameColumn, Span: n.Span}, {Text: valueColumn, Span: n.Span}})
	for i := range n.Keys {
		if b.full {
			return
		}
		b.row([]brief.Cell{b.cell(&n.Keys[i]), b.cell(&n.Items[i])}, spanning(n.Keys[i].Span, n.Items[i].Span))
	}
}

func spanning(a, b source.Span) source.Span {
	a.End = max(a.End, b.End)
	return a
}

// columns reads a mapping of column names to sequences of values.
func (b *builder) columns(n *tree.Node) {
	b.header(b.cells(n.Keys))
	if len(b.table.Columns) != len(n.Keys) {
		return
	}
	longest := 0
	for i := range n.Items {
		longest = max(longest, len(n.Items[i].Items))
	}
	for i := range n.Items {
		if len(n.Items[i].Items) < longest {
			b.problems.Add(raggedColumn.At(n.Keys[i].Span, n.Keys[i].Text, len(n.Items[i].Items), longest))
		}
	}
	for r := range longest {
		if b.full {
			return
		}
		row := make([]brief.Cell, len(n.Items))
		span := source.Span{}
		for i := range n.Items {
			if r < len(n.Items[i].Items) {
				row[i] = b.cell(&n.Items[i].Items[r])
			} else {
				row[i].Span = n.Keys[i].Span
			}
			if span.IsZero() {
				span = row[i].Span
			}
		}
		b.row(row, span)
	}
}
