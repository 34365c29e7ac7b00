package tree

import (
	"bytes"
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
)

// The faults of hand-written YAML that are told by name.
var (
	tabIndent = problem.Kind{
		Code: "data-tab",
		Message: problem.Text{
			AR: "مسافة جدولة (Tab) في أول السطر، وYAML لا يقبل فيه إلا المسافات",
			EN: "a tab begins the line, where YAML takes only spaces",
		},
		Advice: problem.Text{
			AR: "ضع مكانها مسافتين.",
			EN: "Put two spaces in its place.",
		},
	}
	openQuote = problem.Kind{
		Code: "data-open-quote",
		Message: problem.Text{
			AR: "علامة اقتباس فُتحت ولم تُغلق",
			EN: "a quotation mark is opened and never closed",
		},
		Advice: problem.Text{
			AR: "أغلق علامة الاقتباس في آخر القيمة، أو احذفها من أولها.",
			EN: "Close it at the end of the value, or remove it from the beginning.",
		},
	}
	openBracket = problem.Kind{
		Code: "data-open-bracket",
		Message: problem.Text{
			AR: "قوس فُتح ولم يُغلق، أو عنصران بلا فاصلة بينهما",
			EN: "a bracket is opened and never closed, or two items have no comma between them",
		},
		Advice: problem.Text{
			AR: "أغلق القوس في موضعه، وافصل العناصر بالفاصلة اللاتينية (,) لا العربية (،).",
			EN: "Close the bracket, and part the items with the Latin comma (,), not the Arabic (،).",
		},
	}
	noPair = problem.Kind{
		Code: "data-no-pair",
		Message: problem.Text{
			AR: "سطر ليس فيه مفتاح وقيمة",
			EN: "a line that is no key with a value",
		},
		Advice: problem.Text{
			AR: "اكتبه هكذا: «مفتاح: قيمة»، وبعد النقطتين مسافة، أو أزح السطر إن كان تتمة لما قبله، أو أغلق الكتلة قبله.",
			EN: "Write it as “key: value”, with a space after the colon, indent it if it goes on from the line before, or close the block before it.",
		},
	}
	indentation = problem.Kind{
		Code: "data-indentation",
		Message: problem.Text{
			AR: "إزاحة السطر لا توافق ما قبله",
			EN: "the line is not indented as those before it",
		},
		Advice: problem.Text{
			AR: "ابدأ المفاتيح المتساوية في العمود نفسه، وأزح ما تحتها بمسافتين.",
			EN: "Begin keys of one level in one column, and indent what is below them by two spaces.",
		},
	}
)

// explain says what the parser stopped at. It speaks English alone, and of
// tokens: the common faults are told in an author's words, and what is left as
// the parser has it.
func (p *Places) explain(at source.Span, message string) problem.Problem {
	start, line := p.line(at)
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if tab := strings.IndexByte(indent, '\t'); tab >= 0 {
		return tabIndent.At(source.Span{File: at.File, Start: start + tab, End: start + tab + 1})
	}
	if found, ok := p.colon(at); ok {
		return found
	}
	for _, f := range []struct {
		kind     problem.Kind
		messages []string
	}{
		{openQuote, []string{"-quoted text"}},
		{openBracket, []string{"' must be specified", "end token '", "could not find flow map"}},
		{noPair, []string{"non-map value is specified", "unexpected key name", "delimiter ':'"}},
		{indentation, []string{"is not allowed in this context", "unexpected map key", "invalid number of indent", "found an invalid key"}},
	} {
		for _, m := range f.messages {
			if strings.Contains(message, m) && (f.kind.Code != indentation.Code || indent != "") {
				return f.kind.At(at)
			}
		}
	}
	return syntax.At(at, "YAML", message)
}

// line returns the line of a place and the byte of the file it starts at.
func (p *Places) line(at source.Span) (start int, line string) {
	data := at.File.Data
	start = bytes.LastIndexByte(data[:min(at.Start, len(data))], '\n') + 1
	end := len(data)
	if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
		end = start + n
	}
	return start, strings.TrimRight(string(data[start:end]), " \t\r")
}

// colon looks on the line of a place for a value without quotes that has a colon
// and a space in it.
func (p *Places) colon(at source.Span) (problem.Problem, bool) {
	start, line := p.line(at)
	key, value, ok := strings.Cut(line, ": ")
	value = strings.TrimLeft(value, " ")
	if !ok || !strings.Contains(value, ": ") && !strings.HasSuffix(value, ":") || strings.ContainsRune("\"'[{|>&*!%@`#", rune(value[0])) {
		return problem.Problem{}, false
	}
	quoted := "'" + strings.ReplaceAll(value, "'", "''") + "'"
	if !strings.ContainsAny(value, "\"\\") {
		quoted = `"` + value + `"`
	}
	place := source.Span{File: at.File, Start: start + len(line) - len(value), End: start + len(line)}
	return bareColon.At(place, strings.TrimLeft(key, " -"), quoted), true
}
