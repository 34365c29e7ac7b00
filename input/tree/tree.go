// Package tree reads YAML and JSON into one plain tree in which every value
// knows its place, for the readers of data tables and references.
package tree

import (
	"strings"

	"warraq/input/problem"
	"warraq/input/source"
)

// Kind says what a node is.
type Kind int

// The kinds of node. A Scalar is text, a number or a yes or no: what it means
// is for its reader to say.
const (
	Null Kind = iota
	Scalar
	Sequence
	Mapping
)

// A Node is one value.
type Node struct {
	Kind Kind
	// Text is the value of a scalar, its quotes and escapes resolved.
	Text string
	// Items are the values of a sequence or mapping, Keys the keys of a
	// mapping, one for each item.
	Items, Keys []Node
	Span        source.Span
}

// Get returns the value of a key of a mapping, or nil.
func (n *Node) Get(key string) *Node {
	for i := range n.Keys {
		if n.Keys[i].Text == key {
			return &n.Items[i]
		}
	}
	return nil
}

// maxDepth is how deep values may nest. Deeper ones have no meaning in a brief,
// and a parser that recurses must not be led to the end of its stack.
const maxDepth = 100

// maxKeys is how many keys one YAML mapping in indentation may have, and how
// many tags a file.
const maxKeys = 5000

// What the parser of YAML holds grows with the signs that part values: a half
// of a kibibyte for each. maxMarks is how many of them a file may have, and
// maxYAML how many bytes.
const (
	maxMarks = 200_000
	maxYAML  = 4 << 20
)

// maxValues is how many values and keys a file of JSON may have: more than a
// table of 100,000 rows.
const maxValues = 1_000_000

// maxRepeated is how many values of a file may come of aliases.
const maxRepeated = 100_000

// null finds the character U+0000 in a scalar, where an escape has put it.
func null(n *Node, problems *problem.List) {
	if strings.IndexByte(n.Text, 0) >= 0 {
		problems.Add(NullCharacter.At(n.Span))
	}
}

// The problems that a tree can have.
var (
	syntax = problem.Kind{
		Code: "data-syntax",
		Message: problem.Text{
			AR: "صياغة %s غير سليمة: %s",
			EN: "%s syntax error: %s",
		},
		Advice: problem.Text{
			AR: "صحّح الصياغة عند هذا الموضع.",
			EN: "Correct the syntax at this place.",
		},
	}
	bareColon = problem.Kind{
		Code: "data-colon",
		Message: problem.Text{
			AR: "في قيمة «%s» نقطتان بعدهما مسافة، وتُقرآن مفتاحًا آخر",
			EN: "the value of “%s” has a colon and a space, which read as another key",
		},
		Advice: problem.Text{
			AR: "ضع القيمة بين علامتي اقتباس: %s: %[2]s",
			EN: "Put the value in quotes: %s: %[2]s",
		},
	}
	// NullCharacter is that of a text with a character that none may hold.
	NullCharacter = problem.Kind{
		Code: "null-character",
		Message: problem.Text{
			AR: "في ملف التقرير الحرف U+0000، ولا يُطبع",
			EN: "the text holds the character U+0000, which cannot be printed",
		},
		Advice: problem.Text{
			AR: "احذفه؛ وإن كان الملف بترميز غير UTF-8 فاحفظه به.",
			EN: "Remove it; and where the file is not in UTF-8, save it as that.",
		},
	}
	tooDeep = problem.Kind{
		Code: "data-nesting",
		Message: problem.Text{
			AR: "عدد مستويات تداخل القيم يزيد على %d",
			EN: "values nest more than %d levels deep",
		},
		Advice: problem.Text{
			AR: "بسّط بنية الملف.",
			EN: "Give the file a flatter structure.",
		},
	}
	tooMany = problem.Kind{
		Code: "data-keys",
		Message: problem.Text{
			AR: "عدد مفاتيح القيمة يزيد على %d",
			EN: "a value has more than %d keys",
		},
		Advice: problem.Text{
			AR: "اكتب البيانات قائمة صفوف، أو احفظها بصيغة CSV.",
			EN: "Write the data as a list of rows, or save it as CSV.",
		},
	}
	duplicateKey = problem.Kind{
		Code: "data-duplicate-key",
		Message: problem.Text{
			AR: "المفتاح «%s» مكرّر",
			EN: "the key “%s” occurs twice",
		},
		Advice: problem.Text{
			AR: "أبقِ واحدًا منهما.",
			EN: "Keep one of the two.",
		},
	}
	unknownAlias = problem.Kind{
		Code: "data-alias",
		Message: problem.Text{
			AR: "الإحالة «*%s» لا تدل على قيمة سبقتها",
			EN: "the alias *%s stands for no value before it",
		},
		Advice: problem.Text{
			AR: "سمِّ القيمة بعلامة & قبل الإحالة إليها.",
			EN: "Name the value with & before the alias.",
		},
	}
	tooLong = problem.Kind{
		Code: "data-size",
		Message: problem.Text{
			AR: "ملف YAML أكبر من %d ميغابايت، أو عدد علاماته يزيد على %d",
			EN: "the YAML is larger than %d MiB, or has more than %d marks",
		},
		Advice: problem.Text{
			AR: "احفظ البيانات الكثيرة في ملف CSV وأحِل إليه باسمه.",
			EN: "Save much data as CSV and name the file.",
		},
	}
	tooManyValues = problem.Kind{
		Code: "data-values",
		Message: problem.Text{
			AR: "عدد قيم الملف يزيد على %d",
			EN: "the file has more than %d values",
		},
		Advice: problem.Text{
			AR: "لخّص البيانات، أو احفظها في ملف CSV.",
			EN: "Summarise the data, or save it as CSV.",
		},
	}
	tooRepetitive = problem.Kind{
		Code: "data-aliases",
		Message: problem.Text{
			AR: "عدد القيم التي تكرّرها الإحالات (*) في الملف يزيد على %d",
			EN: "the aliases (*) of the file repeat more than %d values",
		},
		Advice: problem.Text{
			AR: "اكتب القيم نفسها، أو احفظها في ملف CSV وأحِل إليه.",
			EN: "Write the values themselves, or save them as CSV and name the file.",
		},
	}
	// Empty is that of a file without a value.
	Empty = problem.Kind{
		Code: "data-empty",
		Message: problem.Text{
			AR: "الملف «%s» فارغ",
			EN: "%s is empty",
		},
		Advice: problem.Text{
			AR: "اكتب البيانات في الملف أو احذف ذكره.",
			EN: "Write the data into the file, or do not name it.",
		},
	}
)

// checkKeys reports keys that come twice in one mapping.
func checkKeys(keys []Node, problems *problem.List) {
	if len(keys) < 2 {
		return
	}
	seen := make(map[string]bool, len(keys))
	for i := range keys {
		if seen[keys[i].Text] {
			problems.Add(duplicateKey.At(keys[i].Span, keys[i].Text))
		}
		seen[keys[i].Text] = true
	}
}

// byteOrderMark may stand before any text file.
const byteOrderMark = "\xef\xbb\xbf"
