package source_test

import (
	"bytes"
	"testing"

	"warraq/input/source"
)

// Lines that end in a carriage return alone are lines, at their places; what is
// kept of the file is as it was.
func TestCarriageReturnsAloneEndLines(t *testing.T) {
	for _, c := range []struct {
		stored, data string
		line, column int // of the last byte
	}{
		{"a\rbc\rd", "a\nbc\nd", 3, 1},
		{"\r\r", "\n\n", 2, 1},
		{"a\r\nb", "a\r\nb", 2, 1},
		{"a\rb\nc", "a\rb\nc", 2, 1}, // a file of line feeds keeps a carriage return
		{"PK\x00\r", "PK\x00\r", 1, 4},
		{"", "", 1, 1},
	} {
		f := source.NewFile("f", []byte(c.stored))
		if string(f.Data) != c.data || !bytes.Equal(f.Stored(), []byte(c.stored)) {
			t.Errorf("%q: got %q, kept %q", c.stored, f.Data, f.Stored())
		}
		at := max(0, len(f.Data)-1)
		if p := (source.Span{File: f, Start: at, End: at}).Position(); p.Line != c.line || p.Column != c.column {
			t.Errorf("%q: the last byte is at %d:%d", c.stored, p.Line, p.Column)
		}
	}
}
