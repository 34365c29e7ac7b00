package tree

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"warraq/input/problem"
	"warraq/input/source"
)

// TOML reads a file of TOML 1.0. The node is nil where there is none to be had.
func TOML(f *source.File) (*Node, problem.List) {
	if at := deepTOML(f.Data); at >= 0 {
		return nil, problem.List{tooDeep.At(source.Span{File: f, Start: at, End: at + 1}, maxDepth)}
	}
	r := tomlReader{file: f, root: Node{Kind: Mapping, Span: source.Span{File: f, End: len(f.Data)}}}
	r.parser.Reset(f.Data)
	table := &r.root
	for r.parser.NextExpression() {
		switch e := r.parser.Expression(); e.Kind {
		case unstable.KeyValue:
			r.pair(table, e)
		case unstable.Table:
			table = r.reach(&r.root, e.Key(), false)
		case unstable.ArrayTable:
			table = r.reach(&r.root, e.Key(), true)
		}
		if table == nil {
			return nil, r.problems
		}
	}
	if err := r.parser.Error(); err != nil {
		at := source.Span{File: f}
		var fault *unstable.ParserError
		if errors.As(err, &fault) {
			place := r.parser.Range(fault.Highlight)
			at = r.span(place)
		}
		r.problems.Add(syntax.At(at, "TOML", strings.TrimPrefix(err.Error(), "toml: ")))
		return nil, r.problems
	}
	return &r.root, r.problems
}

// deepTOML returns the byte at which brackets nest too deep, or -1: the parser
// recurses at each.
func deepTOML(data []byte) int {
	depth := 0
	for i, c := range data {
		switch c {
		case '[', '{':
			if depth++; depth > maxDepth {
				return i
			}
		case ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return -1
}

type tomlReader struct {
	file     *source.File
	parser   unstable.Parser
	root     Node
	problems problem.List
}

func (r *tomlReader) span(at unstable.Range) source.Span {
	start := min(int(at.Offset), len(r.file.Data))
	return source.Span{File: r.file, Start: start, End: min(start+int(at.Length), len(r.file.Data))}
}

// pair puts a value under its key, which may have several parts.
func (r *tomlReader) pair(table *Node, e *unstable.Node) {
	value := r.value(e.Value())
	keys := e.Key()
	for keys.Next() {
		key := r.key(keys.Node())
		if !keys.IsLast() {
			if table = r.inside(table, key, false); table == nil {
				return
			}
			continue
		}
		if table.Get(key.Text) != nil {
			r.problems.Add(duplicateKey.At(key.Span, key.Text))
			return
		}
		table.Keys, table.Items = append(table.Keys, key), append(table.Items, value)
	}
}

// reach returns the table that a header names: the last of its list, a new one,
// where the header is of a list.
func (r *tomlReader) reach(table *Node, keys unstable.Iterator, list bool) *Node {
	for depth := 1; keys.Next(); depth++ {
		key := r.key(keys.Node())
		if depth > maxDepth {
			r.problems.Add(tooDeep.At(key.Span, maxDepth))
			return nil
		}
		if table = r.inside(table, key, list && keys.IsLast()); table == nil {
			return nil
		}
	}
	return table
}

// inside returns the table under a key, made where there is none.
func (r *tomlReader) inside(table *Node, key Node, list bool) *Node {
	n := table.Get(key.Text)
	if n == nil {
		made := Node{Kind: Mapping, Span: key.Span}
		if list {
			made.Kind = Sequence
		}
		table.Keys, table.Items = append(table.Keys, key), append(table.Items, made)
		n = &table.Items[len(table.Items)-1]
	}
	if list && n.Kind == Sequence {
		n.Items = append(n.Items, Node{Kind: Mapping, Span: key.Span})
	}
	if n.Kind == Sequence && len(n.Items) > 0 {
		n = &n.Items[len(n.Items)-1]
	}
	if n.Kind != Mapping {
		r.problems.Add(duplicateKey.At(key.Span, key.Text))
		return nil
	}
	return n
}

func (r *tomlReader) key(n *unstable.Node) Node {
	return Node{Kind: Scalar, Text: string(n.Data), Span: r.place(n)}
}

// place is where a node stands. Strings and keys say so themselves; the
// characters of other values are bytes of the file.
func (r *tomlReader) place(n *unstable.Node) source.Span {
	if n.Raw.Length > 0 || len(n.Data) == 0 {
		return r.span(n.Raw)
	}
	return r.span(r.parser.Range(n.Data))
}

func (r *tomlReader) value(n *unstable.Node) Node {
	v := Node{Kind: Scalar, Text: string(n.Data)}
	switch n.Kind {
	case unstable.Array:
		v = Node{Kind: Sequence}
		for items := n.Children(); items.Next(); {
			v.Items = append(v.Items, r.value(items.Node()))
		}
		v.Span = r.around(v.Items)
	case unstable.InlineTable:
		v = Node{Kind: Mapping}
		for pairs := n.Children(); pairs.Next(); {
			r.pair(&v, pairs.Node())
		}
		v.Span = r.around(v.Keys, v.Items)
	default:
		v.Span = r.place(n)
		null(&v, &r.problems)
	}
	return v
}

// around is the place of what stands from the first of several nodes to the last.
func (r *tomlReader) around(lists ...[]Node) source.Span {
	s := source.Span{File: r.file, Start: len(r.file.Data)}
	for _, list := range lists {
		for i := range list {
			s.Start, s.End = min(s.Start, list[i].Span.Start), max(s.End, list[i].Span.End)
		}
	}
	if s.End < s.Start {
		s.Start = s.End
	}
	return s
}
