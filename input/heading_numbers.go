package input

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
)

var typedNumbers = problem.Kind{
	Code: "heading-numbers", Severity: problem.Warning,
	Message: problem.Text{AR: "عناوين أقسام رُقّمت باليد (%d)، ويُرقّمها البرنامج أيضًا", EN: "headings that are numbered by hand (%d), and are numbered by the program as well"},
	Advice: problem.Text{
		AR: "اكتب heading-numbers: strip في ترويسة الملف لحذف ما رُقّم باليد، أو keep لإبقائه، أو احذف number-sections.",
		EN: "Write heading-numbers: strip in the front matter to leave out what is numbered by hand, or keep to print both, or remove number-sections.",
	},
}

// A typedNumber is the number that an author wrote before the words of a heading.
type typedNumber struct {
	form byte // digits, ordinal words, letters or Roman numerals: d, o, a or r
	// parts are 1 and 2 of 1.2; sure is set where a mark follows that has no other
	// meaning: 1.2 million is an amount.
	parts []int
	sure  bool
	// size is its length in bytes, with the blanks after it.
	size int
}

func (t *typedNumber) last() int { return t.parts[len(t.parts)-1] }

// headingNumbers takes the numbers off the headings where the brief asks for it, and
// tells of them where it has the headings numbered besides.
func (r *reading) headingNumbers(Options) {
	choice := r.front.HeadingNumbers
	if choice == structured.KeepNumbers || choice == "" && !r.brief.Meta.NumberSections {
		return
	}
	var headings []*brief.Heading
	brief.Walk(r.brief.Body, func(b brief.Block) {
		if h, ok := b.(*brief.Heading); ok && !h.Unnumbered {
			headings = append(headings, h)
		}
	})
	var places []source.Span
	for h, t := range typed(headings) {
		if t == nil {
			continue
		}
		places = append(places, headings[h].Span)
		if choice == structured.StripNumbers {
			r.written[headings[h]] = brief.Plain(headings[h].Content)
			headings[h].Content, _ = without(headings[h].Content, t.size)
		}
	}
	if choice == "" && len(places) > 0 {
		r.problems.Add(typedNumbers.AtAll(places, len(places)))
	}
}

// typed returns the numbers of headings: nil where one has none. What looks like a
// number is one where it counts: it begins a row of its kind, or stands next to one of
// those before or after it under the same heading, or goes on from the number above.
func typed(headings []*brief.Heading) []*typedNumber {
	found := make([]*typedNumber, len(headings))
	group := make([]int, len(headings)) // the heading that each stands under, or -1
	var above []int
	for i, h := range headings {
		if t, ok := numberOf(brief.Plain(h.Content)); ok {
			found[i] = &t
		}
		for len(above) > 0 && headings[above[len(above)-1]].Level >= h.Level {
			above = above[:len(above)-1]
		}
		group[i] = -1
		if len(above) > 0 {
			group[i] = above[len(above)-1]
		}
		above = append(above, i)
	}
	type member struct {
		group int
		form  byte
		last  int
	}
	members := map[member]bool{}
	for i, t := range found {
		if t != nil {
			members[member{group[i], t.form, t.last()}] = true
		}
	}
	for i, t := range found {
		if t == nil {
			continue
		}
		beside := members[member{group[i], t.form, t.last() - 1}] || members[member{group[i], t.form, t.last() + 1}]
		first := t.sure && t.last() <= 1
		below := false
		if up := group[i]; up >= 0 && found[up] != nil { // it was decided before
			below = slices.Equal(found[up].parts, t.parts[:len(t.parts)-1])
		}
		if !beside && !first && !below {
			found[i] = nil
		}
	}
	return found
}

// numberOf reads the number at the head of a heading: 1., 1.2, (3), ٤-, أولًا:, ب), IV.
func numberOf(text string) (typedNumber, bool) {
	rest := strings.TrimLeft(text, " \u00a0\u200e\u200f")
	opened := strings.HasPrefix(rest, "(")
	if opened {
		rest = rest[1:]
	}
	t := typedNumber{form: 'd'}
	for {
		digits := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) })
		if digits <= 0 || utf8.RuneCountInString(rest[:digits]) > 2 { // a year
			break
		}
		n, err := strconv.Atoi(numeral.Digits(rest[:digits], numeral.Latin))
		if err != nil {
			return t, false
		}
		t.parts, rest = append(t.parts, n), rest[digits:]
		point, size := utf8.DecodeRuneInString(rest)
		if next, _ := utf8.DecodeRuneInString(rest[size:]); (point == '.' || point == '-' || point == '/') && unicode.IsDigit(next) {
			rest = rest[size:]
			continue
		}
		break
	}
	if len(t.parts) == 0 {
		end := strings.IndexAny(rest, ":.-–—،)")
		if end <= 0 {
			return t, false
		}
		if t.form, t.parts = wordNumber(rest[:end]); t.parts == nil {
			return t, false
		}
		rest = rest[end:]
	}
	after := strings.TrimLeft(rest, " \u00a0")
	mark, size := utf8.DecodeRuneInString(after)
	marked := strings.ContainsRune(":.-–—،)", mark) && (!opened || mark == ')')
	switch {
	case marked:
		after = after[size:]
		if next, _ := utf8.DecodeRuneInString(after); unicode.IsDigit(next) || mark == '.' && next != ' ' && next != '\u00a0' {
			return t, false
		}
	case opened || len(t.parts) < 2 || len(after) == len(rest):
		return t, false
	}
	t.sure = marked && (t.form == 'd' || t.form == 'o')
	after = strings.TrimLeft(after, " \u00a0")
	t.size = len(text) - len(after)
	return t, strings.IndexFunc(after, unicode.IsLetter) >= 0
}

// wordNumber reads an ordinal, a letter in the order of abjad, or a Roman numeral.
func wordNumber(text string) (form byte, parts []int) {
	text = strings.TrimSpace(text)
	if i := slices.Index([]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}, text); i >= 0 {
		return 'r', []int{i + 1}
	}
	word := folded(text)
	ordinals := []string{"اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا", "حاديعشر", "ثانيعشر", "ثالثعشر", "رابععشر", "خامسعشر"}
	if i := slices.Index(ordinals, word); i >= 0 {
		return 'o', []int{i + 1}
	}
	const abjad = "ابجدهوزحطيكلمنسع"
	if i := strings.Index(abjad, word); i >= 0 && utf8.RuneCountInString(word) == 1 {
		return 'a', []int{utf8.RuneCountInString(abjad[:i]) + 1}
	}
	return 0, nil
}

// without returns a line without its first n bytes of text, and how many of these were
// not there.
func without(line []brief.Inline, n int) ([]brief.Inline, int) {
	for i, node := range line {
		if n == 0 {
			return line[i:], 0
		}
		switch node := node.(type) {
		case *brief.Text:
			if len(node.Value) > n {
				short := &brief.Text{Value: node.Value[n:], Span: node.Span}
				if string(node.Span.Text()) == node.Value {
					short.Span.Start += n
				}
				return append([]brief.Inline{short}, line[i+1:]...), 0
			}
			n -= len(node.Value)
		case *brief.Emphasis:
			node.Content, n = without(node.Content, n)
			if len(node.Content) > 0 {
				return line[i:], n
			}
		case *brief.Strong:
			node.Content, n = without(node.Content, n)
			if len(node.Content) > 0 {
				return line[i:], n
			}
		default: // a number that is marked in another way stays
			return line[i:], n
		}
	}
	return nil, n
}
