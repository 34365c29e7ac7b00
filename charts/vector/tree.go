package vector

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of an SVG. ECharts stays far below them with any chart that can be
// read on paper.
const (
	maxBytes = 32 << 20
	maxNodes = 400_000
	maxDepth = 64
)

// A node is an element with its attributes, children and text.
type node struct {
	name     string
	attrs    []xml.Attr
	children []*node
	text     string
}

// attr returns the value of an attribute, or "".
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// parse reads the tree of an SVG. Whatever could make an XML reader reach out
// or grow (a document type, entities, processing instructions) is an error.
func parse(drawn string) (*node, error) {
	if len(drawn) > maxBytes {
		return nil, fmt.Errorf("svg: %d bytes, more than %d", len(drawn), maxBytes)
	}
	d := xml.NewDecoder(strings.NewReader(drawn))
	var root *node
	var open []*node
	nodes := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("svg: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if nodes++; nodes > maxNodes {
				return nil, fmt.Errorf("svg: more than %d elements", maxNodes)
			}
			if len(open) >= maxDepth {
				return nil, fmt.Errorf("svg: elements nested deeper than %d", maxDepth)
			}
			n := &node{name: t.Name.Local, attrs: t.Attr}
			switch {
			case len(open) > 0:
				parent := open[len(open)-1]
				parent.children = append(parent.children, n)
			case root != nil:
				return nil, errors.New("svg: two roots")
			default:
				root = n
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			}
		case xml.Directive:
			return nil, errors.New("svg: a document type is not allowed")
		case xml.ProcInst:
			if t.Target != "xml" {
				return nil, fmt.Errorf("svg: processing instruction %q is not allowed", t.Target)
			}
		}
	}
	if root == nil || root.name != "svg" {
		return nil, errors.New("svg: the root is not an svg element")
	}
	return root, nil
}
