package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
)

// JSON reads a file of one JSON value (RFC 8259). The node is nil where there
// is none to be had.
func JSON(f *source.File) (*Node, problem.List) {
	base := 0
	data := f.Data
	if rest, found := bytes.CutPrefix(data, []byte(byteOrderMark)); found {
		base, data = len(byteOrderMark), rest
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, problem.List{Empty.At(source.Span{File: f}, f.Name)}
	}
	r := jsonReader{file: f, base: base, data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
	r.decoder.UseNumber()
	n, ok := r.value(0)
	if ok {
		if _, start, err := r.token(); err == nil {
			r.problems.Add(syntax.At(r.span(start, start+1), "JSON", problem.Text{AR: "في الملف أكثر من قيمة", EN: "more than one value in the file"}))
		} else if err != io.EOF {
			r.fail(start, err)
		}
	}
	if !ok {
		return nil, r.problems
	}
	return &n, r.problems
}

type jsonReader struct {
	file     *source.File
	base     int
	data     []byte
	decoder  *json.Decoder
	values   int // values and keys so far
	problems problem.List
}

func (r *jsonReader) span(start, end int) source.Span {
	return source.Span{File: r.file, Start: r.base + start, End: r.base + end}
}

// token returns the next token and the byte it starts at.
func (r *jsonReader) token() (json.Token, int, error) {
	before := int(r.decoder.InputOffset())
	t, err := r.decoder.Token()
	for before < len(r.data) && bytes.IndexByte([]byte(" \t\r\n,:"), r.data[before]) >= 0 {
		before++
	}
	return t, before, err
}

// value reads one value; false where the rest cannot be read.
func (r *jsonReader) value(depth int) (Node, bool) {
	t, start, err := r.token()
	if err != nil {
		return Node{}, r.fail(start, err)
	}
	return r.from(t, start, depth)
}

func (r *jsonReader) from(t json.Token, start, depth int) (Node, bool) {
	n := Node{Kind: Scalar}
	if r.values++; r.values > maxValues {
		r.problems.Add(tooManyValues.At(r.span(start, start+1), maxValues))
		return n, false
	}
	switch t := t.(type) {
	case nil:
		n.Kind = Null
	case bool:
		n.Text = strconv.FormatBool(t)
	case json.Number:
		n.Text = t.String()
	case string:
		n.Text = t
	case json.Delim:
		if depth >= maxDepth {
			r.problems.Add(tooDeep.At(r.span(start, start+1), maxDepth))
			return n, false
		}
		if !r.children(&n, t, depth) {
			return n, false
		}
	}
	n.Span = r.span(start, int(r.decoder.InputOffset()))
	null(&n, &r.problems)
	return n, true
}

// children reads what stands between brackets, and the closing one.
func (r *jsonReader) children(n *Node, open json.Delim, depth int) bool {
	n.Kind = Sequence
	if open == '{' {
		n.Kind = Mapping
	}
	for r.decoder.More() {
		if open == '{' {
			t, start, err := r.token()
			if err != nil {
				return r.fail(start, err)
			}
			key, _ := t.(string)
			r.values++
			n.Keys = append(n.Keys, Node{Kind: Scalar, Text: key, Span: r.span(start, int(r.decoder.InputOffset()))})
			null(&n.Keys[len(n.Keys)-1], &r.problems)
		}
		item, ok := r.value(depth + 1)
		if !ok {
			return false
		}
		n.Items = append(n.Items, item)
	}
	checkKeys(n.Keys, &r.problems)
	if _, start, err := r.token(); err != nil {
		return r.fail(start, err)
	}
	return true
}

// fail reports why the decoder stopped, at the byte it stopped at.
func (r *jsonReader) fail(start int, err error) bool {
	var message any = err.Error()
	var fault *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		message, start = problem.Text{AR: "ينتهي الملف قبل تمامه", EN: "the file ends too early"}, len(r.data)
	case errors.As(err, &fault) && fault.Offset > 0 && int(fault.Offset) <= len(r.data):
		start = int(fault.Offset) - 1
		if found, ok := jsonFault(err.Error()); ok {
			message = found
		}
	}
	r.problems.Add(syntax.At(r.span(start, start+1), "JSON", message))
	return false
}

// jsonFault says in an author's words what the decoder expected.
func jsonFault(message string) (problem.Text, bool) {
	for _, f := range []struct {
		end  string
		text problem.Text
	}{
		{"of object key string", problem.Text{AR: "المتوقع هنا مفتاح بين علامتي اقتباس؛ ولا فاصلة بعد آخر قيمة", EN: "a key in quotes should stand here; after the last value there is no comma"}},
		{"beginning of value", problem.Text{AR: "المتوقع هنا قيمة: نص بين علامتي اقتباس أو عدد أو قائمة؛ ولا فاصلة بعد آخر قيمة", EN: "a value should stand here: text in quotes, a number or a list; after the last value there is no comma"}},
		{"after object key", problem.Text{AR: "المتوقع هنا نقطتان (:) بين المفتاح وقيمته", EN: "a colon should stand here, between a key and its value"}},
		{"after object key:value pair", problem.Text{AR: "المتوقع هنا فاصلة (,) أو القوس }", EN: "a comma or } should stand here"}},
		{"after array element", problem.Text{AR: "المتوقع هنا فاصلة (,) أو القوس ]", EN: "a comma or ] should stand here"}},
		{"in string literal", problem.Text{AR: "حرف لا يقع بين علامتي اقتباس، كسطر جديد", EN: "a character that cannot stand in quotes, such as a new line"}},
		{"'", problem.Text{AR: "حرف في غير موضعه؛ والنصوص والمفاتيح بين علامتي اقتباس", EN: "a character that cannot stand here; texts and keys stand in quotes"}},
	} {
		if strings.HasSuffix(message, f.end) {
			return f.text, true
		}
	}
	return problem.Text{}, false
}
