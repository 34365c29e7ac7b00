package table

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// A sheetCell is a cell as the part of a sheet stores it (ECMA-376-1 §18.3.1.4).
type sheetCell struct {
	column int // from 1
	style  int
	kind   string // t: s, str, inlineStr, b, e, d, n or empty
	text   string
	// formula reports that it has one, stored result or not.
	formula bool
}

var errSheet = errors.New("the part of a sheet is broken")

// A sheetScanner reads the rows of a sheet's part. The library reads some of what is
// here, but holds each cell several times, and asks for each one's style anew; this
// reads them once, in place.
type sheetScanner struct {
	text    string
	at      int
	row     int
	strings []string // shared texts, which cells name by their number
}

// A tag of XML: its name without a prefix, and whether it ends an element, or is one
// without content.
type tag struct {
	name, attributes string
	end, empty       bool
}

// tag reads up to the next tag and returns it.
func (s *sheetScanner) tag() (tag, error) {
	for {
		open := strings.IndexByte(s.text[s.at:], '<')
		if open < 0 {
			return tag{}, errSheet
		}
		s.at += open + 1
		rest := s.text[s.at:]
		if rest == "" || rest[0] != '!' && rest[0] != '?' {
			return s.rest()
		}
		ends := ">"
		if at := strings.IndexAny(rest, "[>"); at >= 0 && rest[at] == '[' {
			ends = "]>" // entities that it declares are not read
		}
		for _, aside := range [][2]string{{"!--", "-->"}, {"?", "?>"}, {"![CDATA[", "]]>"}, {"!", ends}} {
			if strings.HasPrefix(rest, aside[0]) {
				end := strings.Index(rest, aside[1])
				if end < 0 {
					return tag{}, errSheet
				}
				s.at += end + len(aside[1])
				break
			}
		}
	}
}

// rest reads a tag behind its bracket.
func (s *sheetScanner) rest() (tag, error) {
	var quote byte
	for i := s.at; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			inner := s.text[s.at:i]
			s.at = i + 1
			var t tag
			inner, t.end = strings.CutPrefix(inner, "/")
			inner, t.empty = strings.CutSuffix(inner, "/")
			if t.name = inner; strings.ContainsAny(inner, " \t\r\n") {
				at := strings.IndexAny(inner, " \t\r\n")
				t.name, t.attributes = inner[:at], inner[at:]
			}
			if at := strings.IndexByte(t.name, ':'); at >= 0 {
				t.name = t.name[at+1:]
			}
			return t, nil
		}
	}
	return tag{}, errSheet
}

// attribute returns the value of an attribute of a tag.
func (t tag) attribute(name string) string {
	for rest := t.attributes; ; {
		rest = strings.TrimLeft(rest, " \t\r\n")
		key, after, ok := strings.Cut(rest, "=")
		after = strings.TrimLeft(after, " \t\r\n")
		if !ok || after == "" || after[0] != '"' && after[0] != '\'' {
			return ""
		}
		value, behind, ok := strings.Cut(after[1:], after[:1])
		if !ok {
			return ""
		}
		if strings.TrimRight(key, " \t\r\n") == name {
			return unescaped(value)
		}
		rest = behind
	}
}

// content is the text of an element up to the end of it.
func (s *sheetScanner) content(t tag) (string, error) {
	if t.empty {
		return "", nil
	}
	text := ""
	for {
		open := strings.IndexByte(s.text[s.at:], '<')
		if open < 0 {
			return "", errSheet
		}
		if text == "" {
			text = unescaped(s.text[s.at : s.at+open])
		} else {
			text += unescaped(s.text[s.at : s.at+open])
		}
		s.at += open
		if inner, ok := strings.CutPrefix(s.text[s.at:], "<![CDATA["); ok {
			inner, _, ok := strings.Cut(inner, "]]>")
			if !ok {
				return "", errSheet
			}
			text += inner
			s.at += len("<![CDATA[") + len(inner) + len("]]>")
			continue
		}
		if strings.HasPrefix(s.text[s.at:], "<!--") {
			end := strings.Index(s.text[s.at:], "-->")
			if end < 0 {
				return "", errSheet
			}
			s.at += end + len("-->")
			continue
		}
		if end, err := s.tag(); err != nil || !end.end || end.name != t.name {
			return "", errSheet
		}
		return text, nil
	}
}

// begin finds the rows, and reports whether there are any.
func (s *sheetScanner) begin() (bool, error) {
	for {
		t, err := s.tag()
		if err != nil {
			return false, err
		}
		if t.name == "sheetData" && !t.end {
			return !t.empty, nil
		}
	}
}

// next reads a row: its number, and its cells that say something. It says no behind the
// last.
func (s *sheetScanner) next(cells []sheetCell) (int, []sheetCell, bool, error) {
	for {
		t, err := s.tag()
		switch {
		case err != nil:
			return 0, nil, false, err
		case t.end && t.name == "sheetData":
			return 0, nil, false, nil
		case t.name != "row" || t.end:
			continue
		}
		number := s.row + 1
		if r := t.attribute("r"); r != "" {
			if number, err = strconv.Atoi(r); err != nil || number <= s.row || number > excelize.TotalRows {
				return 0, nil, false, errSheet
			}
		}
		s.row = number
		if t.empty {
			continue
		}
		cells, err = s.cells(cells[:0])
		return number, cells, err == nil, err
	}
}

// cells reads the cells of a row.
func (s *sheetScanner) cells(cells []sheetCell) ([]sheetCell, error) {
	column := 0
	for {
		t, err := s.tag()
		switch {
		case err != nil:
			return nil, err
		case t.end && t.name == "row":
			return cells, nil
		case t.name != "c" || t.end:
			continue
		}
		column++
		if r := t.attribute("r"); r != "" {
			var ok bool
			if column, _, ok = corner(r); !ok || column == 0 || column > excelize.MaxColumns {
				return nil, errSheet
			}
		}
		if t.empty {
			continue
		}
		c := sheetCell{column: column, kind: t.attribute("t")}
		if style := t.attribute("s"); style != "" {
			if c.style, err = strconv.Atoi(style); err != nil || c.style < 0 {
				return nil, errSheet
			}
		}
		if err := s.cell(&c); err != nil {
			return nil, err
		}
		if c.text != "" || c.formula {
			cells = append(cells, c)
		}
	}
}

// cell reads what stands in a cell.
func (s *sheetScanner) cell(c *sheetCell) error {
	phonetic := false
	for {
		t, err := s.tag()
		if err != nil {
			return err
		}
		switch {
		case t.end && t.name == "c":
			if c.kind == "s" {
				if i, err := strconv.Atoi(strings.TrimSpace(c.text)); err == nil && i >= 0 && i < len(s.strings) {
					c.text = s.strings[i]
				}
			} else if c.kind == "inlineStr" || c.kind == "str" {
				c.text = unquoted(c.text)
			}
			return nil
		case t.name == "rPh":
			phonetic = !t.end && !t.empty
		case t.end:
		case t.name == "f":
			c.formula = true
			if _, err := s.content(t); err != nil {
				return err
			}
		case t.name == "v", t.name == "t":
			text, err := s.content(t)
			if err != nil {
				return err
			}
			if !phonetic {
				c.text += text
			}
		}
	}
}

// unescaped replaces the references of XML 1.0 §4.6, and ends lines as §2.11 says.
func unescaped(text string) string {
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "&")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, rest, ok := strings.Cut(after, ";")
		r, known := reference(name)
		if !ok || !known {
			b.WriteByte('&')
			text = after
			continue
		}
		b.WriteRune(r)
		text = rest
	}
}

func reference(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil
}

// unquoted replaces the _x000D_ that texts have for characters that XML has not
// (ECMA-376-1 §22.9.2.19).
func unquoted(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "_x")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if len(after) > 4 && after[4] == '_' {
			if n, err := strconv.ParseUint(after[:4], 16, 16); err == nil && !utf16.IsSurrogate(rune(n)) {
				b.WriteRune(rune(n))
				text = after[5:]
				continue
			}
		}
		b.WriteString("_x")
		text = after
	}
}

// sharedStrings reads the texts that cells share.
func sharedStrings(book *excelize.File) ([]string, error) {
	data, ok := partData(book, "sharedStrings.xml")
	if !ok {
		return nil, nil
	}
	var table struct {
		Items []struct {
			Text *string `xml:"t"`
			Runs []struct {
				Text string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	if err := xml.Unmarshal(data, &table); err != nil {
		return nil, err
	}
	list := make([]string, len(table.Items))
	for i, item := range table.Items {
		text := ""
		if item.Text != nil {
			text = *item.Text
		}
		for _, run := range item.Runs {
			text += run.Text
		}
		list[i] = unquoted(text)
	}
	return list, nil
}

// partData returns the part of a workbook that has a name in its folder, in any case.
func partData(book *excelize.File, name string) (found []byte, ok bool) {
	book.Pkg.Range(func(part, data any) bool {
		path := strings.ToLower(part.(string))
		if path == "xl/"+strings.ToLower(name) {
			found, ok = data.([]byte)
		}
		return !ok
	})
	return found, ok
}
