// Package citation writes references as entries of a bibliography, close to
// Chicago's (17th edition, chapter 14), in the language of each reference.
package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/input/brief"
)

// style is what differs between an Arabic and a Latin entry.
type style struct {
	open, close   string // around the title of a part of something
	comma, and    string
	edited, pages string
	accessed, in  string
	volume, issue string
	months        [12]string
	dayFirst      bool
}

func styleOf(r *brief.Reference) *style {
	if isArabic(r) {
		return &style{
			open: "«", close: "»", comma: "، ", and: "و", edited: "تحرير ", pages: "ص ", accessed: "اطُّلع عليه في ", in: "في: ",
			volume: "مج ", issue: "ع ", dayFirst: true,
			months: [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
		}
	}
	return &style{
		open: "“", close: "”", comma: ", ", and: "and ", edited: "edited by ", pages: "", accessed: "accessed ", in: "In ",
		volume: "", issue: "no. ",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	}
}

// isArabic decides by the language the reference declares, else by its title.
func isArabic(r *brief.Reference) bool {
	if r.Language != "" {
		return strings.HasPrefix(strings.ToLower(r.Language), "ar")
	}
	for _, c := range r.Title {
		if unicode.Is(unicode.Arabic, c) {
			return true
		}
	}
	return false
}

// Entry writes a reference as inline text: sentences that end with a full stop,
// and last its address as a link.
func Entry(r *brief.Reference) []brief.Inline {
	s := styleOf(r)
	e := &entry{ref: r}
	e.sentence(names(r.Authors, s, true))
	part := r.Container != ""
	if part {
		e.sentence(s.open + r.Title + stop(r.Title, s.close))
	} else {
		e.sentence(r.Title)
	}
	if len(r.Editors) > 0 {
		e.sentence(capital(s.edited) + names(r.Editors, s, false))
	}
	var published []string
	add := func(prefix, value string) {
		if value != "" {
			published = append(published, prefix+value)
		}
	}
	container := r.Container
	if r.Type == "chapter" && part {
		container = s.in + container
	}
	if r.Volume != "" {
		container = strings.TrimSpace(container + " " + s.volume + r.Volume)
	}
	add("", container)
	add(s.issue, r.Issue)
	add("", r.Edition)
	switch {
	case r.Place != "" && r.Publisher != "":
		add("", r.Place+": "+r.Publisher)
	default:
		add("", r.Place+r.Publisher)
	}
	add("", date(r.Year, r.Month, r.Day, s))
	add(s.pages, r.Pages)
	e.sentence(strings.Join(published, s.comma))
	if r.Note != "" {
		e.sentence(r.Note)
	}
	if r.Accessed[0] != 0 {
		e.sentence(capital(s.accessed) + date(r.Accessed[0], r.Accessed[1], r.Accessed[2], s))
	}
	address := r.URL
	if r.DOI != "" {
		address = "https://doi.org/" + strings.TrimPrefix(strings.TrimPrefix(r.DOI, "https://doi.org/"), "doi:")
	}
	e.flush()
	if address != "" {
		e.out = append(e.out, &brief.Link{
			URL: address, Span: r.Span,
			Content: []brief.Inline{&brief.Text{Value: address, Span: r.Span}},
		})
	}
	return e.out
}

// entry gathers sentences.
type entry struct {
	ref  *brief.Reference
	text strings.Builder
	out  []brief.Inline
}

func (e *entry) sentence(s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	e.text.WriteString(s)
	if !ended(s) {
		e.text.WriteByte('.')
	}
	e.text.WriteByte(' ')
}

func (e *entry) flush() {
	text := e.text.String()
	if e.ref.URL == "" && e.ref.DOI == "" {
		text = strings.TrimSpace(text)
	}
	if text != "" {
		e.out = append(e.out, &brief.Text{Value: text, Span: e.ref.Span})
	}
	e.text.Reset()
}

// stop closes a quoted title: Chicago puts the full stop inside the quotes,
// Arabic after them.
func stop(title, close string) string {
	if close == "”" && !ended(title) {
		return "." + close
	}
	return close
}

func ended(s string) bool {
	s = strings.TrimRight(s, "”")
	for _, end := range []string{".", "?", "!", "؟", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// names joins people: the first inverted in a Latin entry.
func names(list []brief.Name, s *style, invert bool) string {
	out := make([]string, 0, len(list))
	for i, n := range list {
		switch {
		case n.Literal != "":
			out = append(out, n.Literal)
		case n.Given == "":
			out = append(out, n.Family)
		case invert && i == 0:
			out = append(out, n.Family+s.comma+n.Given)
		default:
			out = append(out, n.Given+" "+n.Family)
		}
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	last := out[len(out)-1]
	return strings.Join(out[:len(out)-1], s.comma) + s.comma + s.and + last
}

func date(year, month, day int, s *style) string {
	if year == 0 {
		return ""
	}
	y := strconv.Itoa(year)
	if month < 1 || month > 12 {
		return y
	}
	m := s.months[month-1]
	switch {
	case day == 0:
		return m + " " + y
	case s.dayFirst:
		return strconv.Itoa(day) + " " + m + " " + y
	}
	return m + " " + strconv.Itoa(day) + s.comma + y
}

// capital makes the first letter of a sentence a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}
