// Package structured reads the front matter of a brief, its chart blocks, and
// whole briefs written as YAML or JSON. It decodes by hand, which costs a clean
// brief nothing and gives every problem its place; package schema says the same
// as a JSON Schema, and a test holds the two together.
package structured

import (
	"bytes"
	"strconv"
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// Format is how a tree is written.
type Format int

// The formats.
const (
	YAML Format = iota
	TOML
	JSON
)

// Parse reads what stands inside another file: front matter or a fenced block. The
// node is nil where there is none to be had.
func Parse(t source.Text, format Format) (*tree.Node, problem.List) {
	if len(bytes.TrimSpace(t.Data)) == 0 {
		return nil, nil
	}
	// The tree is read as a file of its own, and then placed.
	f := &source.File{Name: t.File.Name, Data: t.Data}
	read := [...]func(*source.File) (*tree.Node, problem.List){YAML: tree.YAML, TOML: tree.TOML, JSON: tree.JSON}[format]
	root, problems := read(f)
	if root == nil && len(problems) == 1 && problems[0].Code == tree.Empty.Code {
		return nil, nil // comments alone
	}
	for i := range problems {
		if problems[i].Span.File == f {
			problems[i].Span = t.Span(problems[i].Span.Start, problems[i].Span.End)
		}
	}
	if root != nil {
		place(root, f, t)
	}
	return root, problems
}

// place moves the spans of a tree from f to the file t was taken from. Nodes
// that an alias shares are met twice and moved once.
func place(n *tree.Node, f *source.File, t source.Text) {
	if n.Span.File != f {
		return
	}
	n.Span = t.Span(n.Span.Start, n.Span.End)
	for i := range n.Keys {
		place(&n.Keys[i], f, t)
	}
	for i := range n.Items {
		place(&n.Items[i], f, t)
	}
}

// text returns the characters of a scalar, each with its place where the way
// the scalar is written keeps them apart.
func text(n *tree.Node) source.Text {
	raw := n.Span.Text()
	if n.Kind != tree.Scalar || len(raw) == 0 {
		return source.Loose(n.Text, n.Span)
	}
	at := func(start, end int) source.Text {
		return n.Span.File.Range(n.Span.Start+start, n.Span.Start+end)
	}
	switch {
	case string(raw) == n.Text:
		return at(0, len(raw))
	case (raw[0] == '"' || raw[0] == '\'') && len(raw) > 1 && string(raw[1:len(raw)-1]) == n.Text:
		return at(1, len(raw)-1)
	case raw[0] == '|':
		if t, ok := literal(raw, n.Text, at(0, len(raw))); ok {
			return t
		}
	}
	if runs, ok := aligned(raw, n.Text); ok {
		for i := range runs {
			runs[i][1] += n.Span.Start
		}
		return source.Mapped(n.Span.File, n.Text, runs)
	}
	return source.Loose(n.Text, n.Span)
}

// literal finds the lines of a block scalar without their indentation.
func literal(raw []byte, value string, whole source.Text) (source.Text, bool) {
	start := bytes.IndexByte(raw, '\n') + 1
	if start == 0 {
		return source.Text{}, false
	}
	var ranges [][2]int
	rest := value
	for rest != "" {
		line, following, more := strings.Cut(rest, "\n")
		end := start + bytes.IndexByte(raw[start:], '\n') + 1
		if end == start {
			end = len(raw)
		}
		written := bytes.TrimRight(raw[start:end], "\r\n")
		if len(written) < len(line) || string(written[len(written)-len(line):]) != line ||
			len(bytes.Trim(written[:len(written)-len(line)], " \t>")) > 0 { // the marks of quotations
			return source.Text{}, false
		}
		from := start + len(written) - len(line)
		to := end
		if !more {
			to = from + len(line)
		}
		ranges = append(ranges, [2]int{from, to})
		if start = end; start >= len(raw) && strings.Trim(following, "\n") != "" {
			return source.Text{}, false
		}
		if start >= len(raw) {
			break
		}
		rest = following
	}
	return whole.Join(ranges), true
}

// plain reports whether a scalar is written without quotes, so that true is yes
// and 12 is a number.
func plain(n *tree.Node) bool {
	raw := n.Span.Text()
	return n.Kind == tree.Scalar && (len(raw) == 0 || !strings.ContainsRune(`"'|>`, rune(raw[0])))
}

func isBool(n *tree.Node) bool {
	return plain(n) && (strings.EqualFold(n.Text, "true") || strings.EqualFold(n.Text, "false"))
}

func isNumber(n *tree.Node) bool {
	if !plain(n) || n.Text == "" || !strings.ContainsAny(n.Text[:1], "0123456789-+.") {
		return false
	}
	_, err := strconv.ParseFloat(n.Text, 64)
	return err == nil
}

// number is the value of a number.
func number(n *tree.Node) float64 {
	x, _ := strconv.ParseFloat(n.Text, 64)
	return x
}

// value turns a tree into plain values, as encoding/json would have them.
func value(n *tree.Node) any {
	switch n.Kind {
	case tree.Sequence:
		list := make([]any, len(n.Items))
		for i := range n.Items {
			list[i] = value(&n.Items[i])
		}
		return list
	case tree.Mapping:
		m := make(map[string]any, len(n.Items))
		for i := range n.Items {
			m[n.Keys[i].Text] = value(&n.Items[i])
		}
		return m
	case tree.Scalar:
		switch {
		case isBool(n):
			return strings.EqualFold(n.Text, "true")
		case isNumber(n):
			return number(n)
		}
		return n.Text
	}
	return nil
}
