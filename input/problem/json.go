package problem

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"warraq/input/source"
)

// record is one problem for a program to read, at its first place.
type record struct {
	place
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Advice   string `json:"advice,omitempty"`
	// Places are all of them, the first as well, where there are several.
	Count  int     `json:"count,omitempty"`
	Places []place `json:"places,omitempty"`
}

// A place has lines and columns, or the row and column of a cell.
type place struct {
	Path      string `json:"path,omitempty"`
	Sheet     string `json:"sheet,omitempty"`
	Line      int    `json:"line,omitempty"`
	Row       int    `json:"row,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	// Text is what stands there, where it differs from place to place.
	Text string `json:"text,omitempty"`
}

// JSON writes problems as an array of objects. Messages, advice and texts are
// [Shown]: what commands a terminal or orders text stands in them by its name,
// <U+202E>, because programs print them as they are. Paths and sheets keep every
// character, so that a program can open them; there the same characters are
// written as \u202E, which a decoder gives back. An error is that of w.
func JSON(w io.Writer, list List, l Language) error {
	places := locator{}
	records := make([]record, 0, len(list))
	for _, p := range list {
		r := record{
			place: placeOf(&places, p.Span), Severity: p.Severity.String(), Code: p.Code,
			Message: p.Message.In(l, p.Args...), Advice: strings.TrimSpace(p.Advice.In(l, p.Args...)),
		}
		if len(p.More) > 0 {
			for _, at := range p.Places() {
				one := placeOf(&places, at.Span)
				if words, ok := quoted(l, at.Args); ok {
					one.Text = words.text
				}
				r.Places = append(r.Places, one)
			}
			r.Count = len(r.Places)
		}
		records = append(records, r)
	}
	return WriteJSON(w, records)
}

func placeOf(places *locator, s source.Span) place {
	switch {
	case s.File == nil:
		return place{}
	case s.Row > 0:
		return place{Path: s.File.Name, Sheet: s.Sheet, Row: s.Row, Column: s.Column}
	}
	start, end := extent(places, s)
	return place{
		Path: s.File.Name,
		Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
	}
}

// extent returns the first place of a span and the one after its last.
func extent(places *locator, s source.Span) (start, end source.Position) {
	start = places.position(s.File, s.Start)
	return start, places.position(s.File, max(s.Start, s.End))
}

// WriteJSON writes a value as indented JSON in which no character stands raw
// that must not be shown: it is written by its number, as \u202E. An error is
// that of w, or of a value that is none of JSON's.
func WriteJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escaped(b.Bytes()))
	return err
}

// escaped writes the hidden characters of JSON by their numbers. They stand in
// texts alone, but for the line feeds that part the lines.
func escaped(document []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(document))
	for rest := document; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == '\n' || !isHidden(r):
			b.Write(rest[:n])
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04X\u%04X`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
		rest = rest[n:]
	}
	return b.Bytes()
}
