package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// namespace of SVG, and that of links.
const (
	namespace = "http://www.w3.org/2000/svg"
	xlink     = "http://www.w3.org/1999/xlink"
	xmlSpace  = "http://www.w3.org/XML/1998/namespace"
)

// A node is an element with its attributes and what stands in it, or a stretch
// of text: one without a name.
type node struct {
	name     string
	attrs    []xml.Attr
	children []*node
	parent   *node
	text     string
	// start and end are the bytes of the start tag, or of the text.
	start, end int
}

// attr returns the value of an attribute, or "".
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// href returns what an element refers to, or "".
func (n *node) href() string {
	if v := n.attr("href"); v != "" {
		return v
	}
	for _, a := range n.attrs {
		if a.Name.Local == "href" && (a.Name.Space == xlink || a.Name.Space == "xlink") {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// parse reads the tree of an SVG, or reports why there is none. Whatever could
// make an XML reader reach out or grow is reported before it does: entities are
// never expanded, and a document type is never read.
func (r *reader) parse() *node {
	if !utf8.Valid(r.file.Data) {
		r.problems.Add(notXML.At(r.place, r.file.Name))
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(r.file.Data))
	d.CharsetReader = func(charset string, input io.Reader) (io.Reader, error) {
		switch strings.ToLower(charset) {
		case "utf-8", "utf8", "us-ascii":
			return input, nil
		}
		return nil, fmt.Errorf("charset %q", charset)
	}
	var root *node
	var open []*node
	nodes := 0
	for {
		start := int(d.InputOffset())
		token, err := d.Token()
		end := int(d.InputOffset())
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.problems.Add(notXML.At(r.span(max(0, min(start, end-1)), end), r.file.Name))
			return nil
		}
		var inner *node
		switch t := token.(type) {
		case xml.StartElement:
			if nodes++; nodes > maxNodes {
				r.problems.Add(tooComplex.At(r.span(start, end), r.file.Name))
				return nil
			}
			if len(open) >= maxDepth {
				r.problems.Add(tooDeep.At(r.span(start, end), maxDepth))
				return nil
			}
			inner = &node{name: t.Name.Local, attrs: t.Attr, start: start, end: end}
			if t.Name.Space != namespace && t.Name.Space != "" && t.Name.Space != "svg" {
				inner.name = foreign
			}
			if len(open) == 0 && root == nil {
				root = inner
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				inner = &node{text: string(t), start: start, end: end}
			}
		case xml.Directive:
			if !r.documentType(t, start, end) {
				return nil
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				r.tell(unsupported, &node{start: start, end: end}, "<?"+t.Target+"?>", "<?"+t.Target+"?>")
			}
		}
		if inner == nil {
			continue
		}
		if len(open) > 0 {
			inner.parent = open[len(open)-1]
			inner.parent.children = append(inner.parent.children, inner)
		}
		if inner.name != "" {
			open = append(open, inner)
		}
	}
	if root == nil || root.name != "svg" {
		r.problems.Add(notXML.At(r.place, r.file.Name))
		return nil
	}
	return root
}

// foreign is the name of elements that are not SVG's: editors keep notes in
// them, and nothing of them shows.
const foreign = "\x00foreign"

// documentType reports a document type. The plain one that old programs write
// before every SVG names a file, which is not read; one that declares entities
// could make a small file a huge one, and ends the reading.
func (r *reader) documentType(t xml.Directive, start, end int) bool {
	if bytes.Contains(t, []byte("[")) || !bytes.HasPrefix(t, []byte("DOCTYPE")) {
		r.problems.Add(entities.At(r.span(start, end)))
		return false
	}
	r.problems.Add(documentType.At(r.span(start, end)))
	return true
}
