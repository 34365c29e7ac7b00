package outlines

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Find returns the country of a name in Arabic or English or of a code of
// ISO 3166-1. Names compare without vowel marks, tatweel, the forms of hamza,
// the article and what a state calls itself: «جمهورية كازاخستان» is «كازاخستان».
func Find(name string) (Country, bool) {
	folded := fold(name)
	if i, ok := index()[folded]; ok {
		return table()[i], true
	}
	i, ok := index()[plain(folded)]
	if !ok {
		return Country{}, false
	}
	return table()[i], true
}

func byCode(alpha2 string) (Country, bool) {
	for _, c := range table() {
		if c.Alpha2 == alpha2 {
			return c, true
		}
	}
	return Country{}, false
}

// index finds countries by their folded names.
var index = sync.OnceValue(func() map[string]int {
	byName := map[string]int{}
	add := func(name string, i int) {
		folded := fold(name)
		for _, key := range []string{folded, plain(folded)} {
			if _, taken := byName[key]; !taken {
				byName[key] = i
			}
		}
	}
	for i, c := range table() {
		byName[fold(c.Alpha2)] = i
		byName[fold(c.Alpha3)] = i
		add(c.Arabic, i)
		add(c.English, i)
	}
	for i, c := range table() {
		for _, name := range otherNames()[c.Alpha2] {
			add(name, i)
		}
	}
	return byName
})

// fold gives names that are read alike one form: compatibility forms (NFKD)
// without marks, tatweel, punctuation and capitals, and one alef, yeh and heh.
func fold(name string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case r == 'ـ' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == '.' || r == '\'' || r == '’':
			continue
		case r == '&':
			r = '+'
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		switch r {
		case 'ٱ':
			r = 'ا'
		case 'ى':
			r = 'ي'
		case 'ة':
			r = 'ه'
		case 'گ', 'ڭ':
			r = 'غ'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain takes the article and titles off a folded name.
func plain(folded string) string {
	var words []string
	for word := range strings.FieldsSeq(folded) {
		switch word {
		case "جمهوريه", "دوله", "مملكه", "سلطنه", "اماره", "the", "republic", "kingdom", "state", "of", "and", "+":
			continue
		}
		if rest, ok := strings.CutPrefix(word, "ال"); ok && len([]rune(rest)) > 2 {
			word = rest
		} else if rest, ok := strings.CutPrefix(word, "وال"); ok && len([]rune(rest)) > 2 {
			word = "و" + rest
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return folded
	}
	return strings.Join(words, " ")
}
