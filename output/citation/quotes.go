package citation

import (
	"slices"
	"strings"
	"unicode"

	"warraq/input/brief"
)

// typographic returns a reference in a script from left to right whose straight
// apostrophes and quotation marks are curly, as those that are set around its title
// are. Keys and addresses stay as they are, and references in other scripts.
func typographic(r *brief.Reference) *brief.Reference {
	if r.RightToLeft() {
		return r
	}
	own := *r
	own.Title = curly(r.Title, isPart(r) || isQuoted(r))
	for _, field := range []*string{&own.Container, &own.Series, &own.Genre, &own.Publisher, &own.Place, &own.Edition, &own.Note} {
		*field = curly(*field, false)
	}
	for _, list := range []*[]brief.Name{&own.Authors, &own.Editors, &own.Translators} {
		*list = slices.Clone(*list)
		for i, n := range *list {
			(*list)[i] = brief.Name{Family: curly(n.Family, false), Given: curly(n.Given, false), Literal: curly(n.Literal, false)}
		}
	}
	return &own
}

// curly writes straight apostrophes and quotation marks of a text as curly ones.
// Within a quotation quotation marks are single ones (Chicago 13.30). What follows a
// figure and ends no quotation is a prime, and stays.
func curly(s string, quoted bool) string {
	if !strings.ContainsAny(s, `'"`) {
		return s
	}
	open, shut := '“', '”'
	if quoted {
		open, shut = '‘', '’'
	}
	text := []rune(s)
	at := func(i int) rune {
		if i < 0 || i >= len(text) {
			return ' '
		}
		return text[i]
	}
	begins := func(i int) bool {
		before, after := at(i-1), at(i+1)
		return (unicode.IsSpace(before) || strings.ContainsRune(`([{–—-/“‘"'`, before)) && !unicode.IsSpace(after)
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }
	ends := func(i int) bool { return !unicode.IsSpace(at(i-1)) && !word(at(i+1)) }
	last := map[rune]int{} // where each mark ends a quotation last
	for i, r := range text {
		if (r == '\'' || r == '"') && ends(i) {
			last[r] = i
		}
	}
	out := slices.Clone(text)
	opened := map[rune]bool{}
	for i, r := range text {
		switch {
		case r != '\'' && r != '"':
		case opened[r] && ends(i):
			opened[r] = false
			out[i] = map[rune]rune{'\'': '’', '"': shut}[r]
		case begins(i) && !(r == '\'' && century(text[i+1:])) && last[r] > i+1:
			opened[r] = true
			out[i] = map[rune]rune{'\'': '‘', '"': open}[r]
		case r == '\'' && !(unicode.IsDigit(at(i-1)) && !word(at(i+1))):
			out[i] = '’'
		}
	}
	return string(out)
}

// century reports whether a text begins with a year without its century, as '90s does.
func century(text []rune) bool {
	return len(text) > 1 && unicode.IsDigit(text[0]) && unicode.IsDigit(text[1]) && (len(text) == 2 || !unicode.IsDigit(text[2]))
}
