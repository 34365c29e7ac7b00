package reference

import (
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
)

// A rawEntry is a BibTeX entry before its fields are given a meaning.
type rawEntry struct {
	kind   string // in lower case
	key    string
	fields map[string]field
	// keySpan is the place of the key, span that of the whole entry.
	keySpan, span source.Span
}

// A field's value has its LaTeX still in it.
type field struct {
	value string
	span  source.Span
}

// bibScanner reads the grammar of BibTeX: entries between text that means
// nothing, with braces or parentheses around them, and values of braces,
// quotation marks, numbers and names joined by "#".
type bibScanner struct {
	file     *source.File
	text     string
	at       int
	strings  map[string]string
	shared   *shared
	entries  []rawEntry
	problems problem.List
}

// shared counts the bytes that entries take from elsewhere in their file: strings
// by their names, fields of a parent. Strings made of strings double with each
// line, so what all of them come to is bounded by the size of the file.
type shared struct {
	left int
	told bool
}

const (
	// sharedTimes is how many times the size of its file they may come to, in
	// all, above sharedFree bytes.
	sharedTimes = 8
	sharedFree  = 64 << 10
)

// take counts n bytes more, and reports whether they may be taken. The first
// that may not is a problem at its place.
func (s *shared) take(n int, at source.Span, problems *problem.List) bool {
	if s.left -= n; s.left >= 0 {
		return true
	}
	s.left = 0
	if !s.told {
		s.told = true
		problems.Add(sharedTooMuch.At(at, sharedTimes))
	}
	return false
}

// scanBibTeX reads all entries of a file. After an error it goes on at the next
// line that opens an entry.
func scanBibTeX(f *source.File, taken *shared) ([]rawEntry, problem.List) {
	s := bibScanner{file: f, text: string(f.Data), strings: map[string]string{}, shared: taken}
	for _, name := range monthNames {
		s.strings[name[:3]] = name
	}
	for {
		at := strings.IndexByte(s.text[s.at:], '@')
		if at < 0 {
			return s.entries, s.problems
		}
		s.at += at
		s.entry()
	}
}

func (s *bibScanner) span(start, end int) source.Span {
	return source.Span{File: s.file, Start: start, End: end}
}

// expected reports a syntax error at the current byte and goes to the next
// entry.
func (s *bibScanner) expected(what problem.Sentence) {
	s.problems.Add(badSyntax.At(s.span(s.at, min(s.at+1, len(s.text))), what))
	s.recover()
}

func (s *bibScanner) unclosed(open int, what string) {
	s.problems.Add(unclosed.At(s.span(open, open+1), what))
	s.recover()
}

func (s *bibScanner) recover() {
	for s.at < len(s.text) && !s.opensEntry(s.at) {
		s.at++
	}
}

// opensEntry reports whether an entry opens at a byte: "@word{" or "@word(" at
// the start of a line.
func (s *bibScanner) opensEntry(at int) bool {
	if s.text[at] != '@' || at > 0 && strings.TrimRight(s.lineBefore(at), " \t") != "" {
		return false
	}
	end := at + 1
	for end < len(s.text) && isLetter(s.text[end]) {
		end++
	}
	if end == at+1 {
		return false
	}
	for end < len(s.text) && (s.text[end] == ' ' || s.text[end] == '\t') {
		end++
	}
	return end < len(s.text) && (s.text[end] == '{' || s.text[end] == '(')
}

// lineBefore returns the few bytes of the line before a byte, enough to tell
// whether there are any but spaces.
func (s *bibScanner) lineBefore(at int) string {
	from := max(at-40, 0)
	before := s.text[from:at]
	return before[strings.LastIndexAny(before, "\r\n")+1:]
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (s *bibScanner) skipSpace() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		case '%':
			// BibTeX has no comments, but many write them between fields.
			if end := strings.IndexByte(s.text[s.at:], '\n'); end >= 0 {
				s.at += end
			} else {
				s.at = len(s.text)
			}
		default:
			return
		}
	}
}

// peek returns the current byte, 0 at the end.
func (s *bibScanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// word reads a name: of an entry's kind, a key, a field or an abbreviation.
func (s *bibScanner) word() string {
	start := s.at
	for s.at < len(s.text) && strings.IndexByte(" \t\r\n,=#%{}()\"@", s.text[s.at]) < 0 {
		s.at++
	}
	return s.text[start:s.at]
}

// entry reads what an "@" opens.
func (s *bibScanner) entry() {
	start := s.at
	s.at++
	kind := strings.ToLower(s.word())
	s.skipSpace()
	open := s.at
	if c := s.peek(); kind == "" || c != '{' && c != '(' {
		return // an address or other text between entries
	}
	shut := byte('}')
	if s.peek() == '(' {
		shut = ')'
	}
	s.at++
	switch kind {
	case "comment":
		s.skipComment(open)
		return
	case "preamble":
		if _, ok := s.value(); ok {
			s.close(open, shut)
		}
		return
	}
	e := rawEntry{kind: kind, fields: map[string]field{}}
	if kind != "string" {
		s.skipSpace()
		from := s.at
		e.key = s.key()
		e.keySpan = s.span(from, s.at)
		if e.key == "" {
			e.keySpan = s.span(start, open+1)
		}
	}
	if !s.fields(&e, open, shut) {
		return
	}
	if kind == "string" {
		for name, f := range e.fields {
			s.strings[name] = f.value
		}
		return
	}
	e.span = s.span(start, s.at)
	s.entries = append(s.entries, e)
}

// key reads a citation key: all but spaces and what the grammar needs.
func (s *bibScanner) key() string {
	start := s.at
	for s.at < len(s.text) && strings.IndexByte(" \t\r\n,}", s.text[s.at]) < 0 {
		s.at++
	}
	return s.text[start:s.at]
}

// skipComment skips a comment with its balanced braces.
func (s *bibScanner) skipComment(open int) {
	s.at = open
	if s.text[open] == '(' {
		s.recoverLine()
		return
	}
	if _, ok := s.braced(); !ok {
		s.at = open
		s.recoverLine()
	}
}

func (s *bibScanner) recoverLine() {
	if end := strings.IndexByte(s.text[s.at:], '\n'); end >= 0 {
		s.at += end
	} else {
		s.at = len(s.text)
	}
}

// close reads the end of an entry.
func (s *bibScanner) close(open int, shut byte) bool {
	s.skipSpace()
	switch {
	case s.peek() == shut:
		s.at++
		return true
	case s.at == len(s.text) || s.opensEntry(s.at):
		s.unclosed(open, string(s.text[open]))
	default:
		s.expected(problem.Text{AR: "«%s» أو «,»", EN: "“%s” or “,”"}.With(string(shut)))
	}
	return false
}

// fields reads the fields of an entry up to its end. Fields read before an
// error are lost with their entry.
func (s *bibScanner) fields(e *rawEntry, open int, shut byte) bool {
	for first := true; ; first = false {
		s.skipSpace()
		if !(first && e.kind == "string") {
			if s.peek() != ',' {
				return s.close(open, shut)
			}
			s.at++
			s.skipSpace()
			if s.peek() == shut { // a comma after the last field
				s.at++
				return true
			}
		}
		if s.at == len(s.text) || s.opensEntry(s.at) {
			s.unclosed(open, string(s.text[open]))
			return false
		}
		name := strings.ToLower(s.word())
		s.skipSpace()
		if name == "" {
			s.expected(problem.Text{AR: "اسم حقل", EN: "a field's name"}.With())
			return false
		}
		if s.peek() != '=' {
			s.expected(problem.Text{AR: "«=»", EN: "“=”"}.With())
			return false
		}
		s.at++
		s.skipSpace()
		start := s.at
		value, ok := s.value()
		if !ok {
			return false
		}
		if _, there := e.fields[name]; !there {
			e.fields[name] = field{value, s.span(start, s.at)}
		}
	}
}

// value reads pieces joined by "#". The current byte is then the one after the
// last piece.
func (s *bibScanner) value() (string, bool) {
	var whole strings.Builder
	for {
		s.skipSpace()
		piece, ok := s.piece()
		if !ok {
			return "", false
		}
		whole.WriteString(piece)
		end := s.at
		s.skipSpace()
		if s.peek() != '#' {
			s.at = end
			return whole.String(), true
		}
		s.at++
	}
}

func (s *bibScanner) piece() (string, bool) {
	open := s.at
	switch c := s.peek(); {
	case c == '{':
		text, ok := s.braced()
		if !ok {
			s.unclosed(open, "{")
		}
		return text, ok
	case c == '"':
		text, ok := s.quoted()
		if !ok {
			s.unclosed(open, `"`)
		}
		return text, ok
	}
	name := s.word()
	if name == "" {
		s.expected(problem.Text{AR: "قيمة", EN: "a value"}.With())
		return "", false
	}
	if strings.Trim(name, "0123456789") == "" {
		return name, true
	}
	if text, known := s.strings[strings.ToLower(name)]; known {
		if !s.shared.take(len(text), s.span(open, s.at), &s.problems) {
			return "", true
		}
		return text, true
	}
	s.problems.Add(unknownString.At(s.span(open, s.at), name))
	return name, true
}

// braced reads from a brace to the one that closes it. It stops where the next
// entry opens, so that one missing brace does not swallow the rest of the file.
func (s *bibScanner) braced() (string, bool) {
	start, depth := s.at, 0
	for at := s.at; at < len(s.text); at++ {
		switch s.text[at] {
		case '\\':
			at++ // \{ and \} count as text
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				s.at = at + 1
				return s.text[start+1 : at], true
			}
		case '@':
			if s.opensEntry(at) {
				s.at = at
				return "", false
			}
		}
	}
	s.at = len(s.text)
	return "", false
}

// quoted reads a value in quotation marks, in which those inside braces do not
// count.
func (s *bibScanner) quoted() (string, bool) {
	start, depth := s.at, 0
	for at := s.at + 1; at < len(s.text); at++ {
		switch s.text[at] {
		case '\\':
			// \" is an accent and ends the value where it is not in braces, as
			// BibTeX has it; other escaped characters are text.
			if at+1 < len(s.text) && (s.text[at+1] != '"' || depth > 0) {
				at++
			}
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if depth <= 0 {
				s.at = at + 1
				return s.text[start+1 : at], true
			}
		case '@':
			if s.opensEntry(at) {
				s.at = at
				return "", false
			}
		}
	}
	s.at = len(s.text)
	return "", false
}
