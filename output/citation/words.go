package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// words are what differs between an Arabic and a Latin entry.
type words struct {
	arabic                             bool
	open, close                        string // around the title of a part of something
	comma, and, others                 string
	edited, translatedBy, byTranslator string
	oneEditor, editors                 string // after a name that stands for an author's
	in, pages, beforePages             string
	volume, beforeVolume, issue        string // of a journal
	bookVolume                         string
	accessed, undated                  string
	month                              func(n int) string
}

func wordsOf(r *brief.Reference) words {
	if r.RightToLeft() {
		return arabicWords
	}
	return latinWords
}

var arabicWords = words{
	arabic: true, open: "«", close: "»", comma: "، ", and: "و", others: "وآخرون",
	edited: "تحرير ", translatedBy: "ترجمة ", byTranslator: " (ترجمة)", oneEditor: " (تحرير)", editors: " (تحرير)",
	in: "في: ", pages: "ص\u00a0", beforePages: "، ",
	volume: "مج\u00a0", beforeVolume: "، ", issue: "ع\u00a0", bookVolume: "مج\u00a0",
	accessed: "اطُّلع عليه في ", undated: "د.ت",
	month: func(n int) string { return numeral.Month(n, false) },
}

var latinWords = words{
	open: "“", close: "”", comma: ", ", and: "and ", others: "et al.",
	edited: "edited by ", translatedBy: "translated by ", byTranslator: ", trans", oneEditor: ", ed", editors: ", eds",
	in: "In ", beforePages: ": ",
	beforeVolume: " ", issue: "no.\u00a0", bookVolume: "vol.\u00a0",
	accessed: "Accessed ", undated: "n.d",
	month: func(n int) string { return latinMonths[n-1] },
}

var latinMonths = [12]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

func (w *words) byEditors(n int) string {
	if n == 1 {
		return w.oneEditor
	}
	return w.editors
}

// quote sets a title in quotes. Chicago puts the full stop inside of them,
// Arabic after them.
func (w *words) quote(title string) string {
	if title == "" {
		return ""
	}
	if !w.arabic && !ended(title) {
		title += "."
	}
	return w.open + title + w.close
}

// edition writes a numbered edition as ط 2 or 2nd ed., and any other as it is.
func (w *words) edition(s string) string {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	switch {
	case err != nil:
		return s
	case n <= 1:
		return "" // the first is not told
	case w.arabic:
		return "ط\u00a0" + s
	}
	return strconv.Itoa(n) + ordinal(n) + " ed."
}

func ordinal(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// genre is what a work calls itself; what readers of bibliographies put there in
// English is turned to Arabic for an Arabic entry.
func (w *words) genre(s string) string {
	if !w.arabic {
		return s
	}
	switch s {
	case "PhD diss.":
		return "أطروحة دكتوراه"
	case "master’s thesis":
		return "رسالة ماجستير"
	case "technical report":
		return "تقرير فني"
	case "research report":
		return "تقرير بحثي"
	}
	return s
}

// names joins people: the first inverted where an entry is filed by it.
func names(list []brief.Name, w *words, invert bool) string {
	out := make([]string, 0, len(list))
	others := false
	for i, n := range list {
		switch {
		case isOthers(n):
			others = true
		case n.Literal != "":
			out = append(out, n.Literal)
		case n.Given == "":
			out = append(out, n.Family)
		case n.Family == "":
			out = append(out, n.Given)
		case invert && i == 0:
			out = append(out, n.Family+w.comma+n.Given)
		default:
			out = append(out, n.Given+" "+n.Family)
		}
	}
	switch {
	case others:
		return strings.Join(append(out, w.others), w.comma)
	case len(out) < 2:
		return strings.Join(out, "")
	case w.arabic: // the conjunction stands before every name after the first
		return strings.Join(out, w.comma+w.and)
	case !invert && len(out) == 2: // no comma but after an inverted name
		return out[0] + " " + w.and + out[1]
	}
	last := out[len(out)-1]
	return strings.Join(out[:len(out)-1], w.comma) + w.comma + w.and + last
}

// isOthers reports whether a name stands for the authors a list leaves out.
func isOthers(n brief.Name) bool {
	return n.Literal == latinWords.others || n.Literal == arabicWords.others || n.Literal == "others"
}

func date(year, month, day int, w *words) string {
	if year == 0 {
		return ""
	}
	y := strconv.Itoa(year)
	m := monthAndDay(month, day, w)
	switch {
	case m == "":
		return y
	case day > 0 && !w.arabic:
		return m + w.comma + y
	}
	return m + " " + y
}

func monthAndDay(month, day int, w *words) string {
	if month < 1 || month > 12 {
		return ""
	}
	m := w.month(month)
	switch {
	case day == 0:
		return m
	case w.arabic:
		return strconv.Itoa(day) + "\u00a0" + m
	}
	return m + "\u00a0" + strconv.Itoa(day)
}

// capital makes the first letter of a sentence a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}
