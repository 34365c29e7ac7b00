package input

import (
	"bytes"
	"encoding/json"
	"unicode"
	"unicode/utf8"

	"warraq/input/source"
	"warraq/input/structured"
)

// matter is a Markdown file parted in its front matter and the text after it.
type matter struct {
	front, body source.Text
	format      structured.Format
	// open reports that nothing ends the front matter.
	open bool
}

// split parts front matter from the text after it: YAML between two lines of ---,
// as most programs have it, TOML between two of +++ or a value of JSON, as Hugo. It
// may stand after blank lines.
func split(t source.Text) matter {
	blank := len(t.Data) - len(bytes.TrimLeft(t.Data, " \t\r\n"))
	start := bytes.LastIndexByte(t.Data[:blank], '\n') + 1
	none := matter{front: t.Slice(0, 0), body: t}
	line, rest, ok := bytes.Cut(t.Data[start:], []byte{'\n'})
	if !ok {
		return none
	}
	from := len(t.Data) - len(rest)
	switch mark := string(bytes.TrimRight(line, " \t\r")); {
	case mark == "---":
		end, after := fenced(t.Data, from, "---", "...")
		if !isYAMLFront(t.Data[from:end]) {
			return none // a rule above the text
		}
		if after < 0 {
			return matter{front: t.Slice(start, end), body: t.Slice(end, end), open: true}
		}
		return matter{front: t.Slice(from, end), body: t.Slice(after, len(t.Data))}
	case mark == "+++":
		if end, after := fenced(t.Data, from, "+++"); after >= 0 {
			return matter{front: t.Slice(from, end), body: t.Slice(after, len(t.Data)), format: structured.TOML}
		}
	case mark == "{" || len(mark) > 1 && mark[0] == '{' && mark[1] == '"':
		d := json.NewDecoder(bytes.NewReader(t.Data[start:]))
		var value map[string]json.RawMessage
		if d.Decode(&value) == nil {
			end := start + int(d.InputOffset())
			return matter{front: t.Slice(start, end), body: t.Slice(end, len(t.Data)), format: structured.JSON}
		}
	}
	return none
}

// fenced returns where the lines end that a line of a mark closes, and where the
// text after that begins: the end of the file and -1 where none does.
func fenced(data []byte, from int, marks ...string) (end, after int) {
	for at := from; at < len(data); {
		line, rest, _ := bytes.Cut(data[at:], []byte{'\n'})
		next := len(data) - len(rest)
		for _, mark := range marks {
			if string(bytes.TrimRight(line, " \t\r")) == mark {
				return at, next
			}
		}
		at = next
	}
	return len(data), -1
}

// isYAMLFront reports whether the first line with anything on it, after comments, is
// a key or opens a value: after a rule stands text.
func isYAMLFront(data []byte) bool {
	for line := range bytes.Lines(data) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '#' && !bytes.HasPrefix(line, []byte("##")):
			continue
		case bytes.IndexByte([]byte("{\"'-?&!%"), line[0]) >= 0:
			return true
		}
		key, value, ok := bytes.Cut(line, []byte{':'})
		if !ok || len(value) > 0 && value[0] != ' ' && value[0] != '\t' {
			return false
		}
		return bytes.IndexFunc(key, func(r rune) bool {
			return r == utf8.RuneError || r == '<' || unicode.IsPunct(r) && r != '_' && r != '-' && r != '.'
		}) < 0
	}
	return true
}
