package citation

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/locale"
)

// words are those of an entry's language.
type words struct {
	*locale.Locale
	months [12]string
}

// wordsOf chooses the words of an entry: those of the language it declares, where
// that is written in the entry's direction, else the document's, else those of
// Arabic or English.
func wordsOf(r *brief.Reference, m *brief.Meta) *words {
	l := locale.For("en")
	if r.RightToLeft() {
		l = locale.For("ar")
	}
	for _, tag := range []string{r.Language, m.Lang} {
		if own, ok := locale.Of(tag); ok && own.RightToLeft == r.RightToLeft() {
			l = own
			break
		}
	}
	if m.Months == brief.LevantineMonths {
		l = l.WithLevantineMonths()
	}
	return &words{l, l.Dates.Months}
}

func (w *words) byEditors(n int) string {
	if n == 1 {
		return w.Works.OneEditor
	}
	return w.Works.Editors
}

// quote sets a title in quotes. Chicago puts the full stop inside of them,
// Arabic after them.
func (w *words) quote(title string) string {
	if title == "" {
		return ""
	}
	if w.Works.StopInside && !ended(title) {
		title += "."
	}
	return w.Quote(title)
}

// edition writes a numbered edition as ط 2 or 2nd ed., and any other as it is.
func (w *words) edition(s string) string {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	switch {
	case err != nil:
		return s
	case n <= 1:
		return "" // the first is not told
	case w.Works.Ordinal != nil:
		s = w.Works.Ordinal(n)
	}
	return locale.SayPlain(w.Works.Edition, s)
}

// genre is what a work calls itself; what readers of bibliographies put there in
// English is said in the language of the entry.
func (w *words) genre(s string) string {
	if own, ok := w.Works.Genres[s]; ok {
		return own
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
			out = append(out, n.Family+w.Marks.Comma+n.Given)
		default:
			out = append(out, n.Given+" "+n.Family)
		}
	}
	switch {
	case others:
		return strings.Join(append(out, w.Works.Others), w.Marks.Comma)
	case len(out) < 2:
		return strings.Join(out, "")
	case w.Works.EveryAnd: // the conjunction stands before every name after the first
		return strings.Join(out, w.Marks.Comma+w.Works.And)
	case !invert && len(out) == 2: // no comma but after an inverted name
		return out[0] + " " + w.Works.And + out[1]
	}
	last := out[len(out)-1]
	return strings.Join(out[:len(out)-1], w.Marks.Comma) + w.Marks.Comma + w.Works.And + last
}

// isOthers reports whether a name stands for the authors a list leaves out.
func isOthers(n brief.Name) bool {
	if n.Literal == "others" {
		return true
	}
	return slices.ContainsFunc(locale.Tags(), func(tag string) bool { return n.Literal == locale.For(tag).Works.Others })
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
	case day > 0 && w.Works.DayLast:
		return m + w.Marks.Comma + y
	}
	return m + " " + y
}

func monthAndDay(month, day int, w *words) string {
	if month < 1 || month > 12 {
		return ""
	}
	m := w.months[month-1]
	switch {
	case day == 0:
		return m
	case !w.Works.DayLast:
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
