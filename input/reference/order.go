package reference

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	tag "golang.org/x/text/language"

	"warraq/input/brief"
)

// Sort puts references in the order a bibliography prints them in: those in
// Arabic apart from all others, the document's own first; each group by author,
// or title where there is none, then by date, then by title.
//
// Arabic is filed as libraries file it: the article ال and the seats of hamza do
// not count, teh marbuta counts as heh, alef maksura as yeh. Other names follow
// the Unicode collation, their families first; the article at the head of a
// title or an institution's name does not count, nor does al- before a family
// (The Chicago Manual of Style, 16.48, 16.76).
func Sort(references []*brief.Reference, documentLanguage string) {
	if len(references) < 2 {
		return
	}
	latin := collate.New(tag.Und, collate.IgnoreCase)
	var buffer collate.Buffer
	arabicFirst := strings.HasPrefix(documentLanguage, "ar")
	type filed struct {
		*brief.Reference
		last          bool
		author, title string
	}
	list := make([]filed, len(references))
	for i, r := range references {
		key := func(s string) string {
			if strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Arabic, c) }) {
				return arabicKey(s)
			}
			buffer.Reset()
			return string(latin.KeyFromString(&buffer, withoutArticle(s)))
		}
		title := key(r.Title)
		people := r.Authors
		if len(people) == 0 {
			people = r.Editors
		}
		author := title
		if len(people) > 0 {
			var all strings.Builder
			for _, n := range people {
				all.WriteString(key(strings.TrimSpace(n.Family + n.Literal + " " + n.Given)))
				all.WriteByte(0)
			}
			author = all.String()
		}
		list[i] = filed{r, r.Arabic() != arabicFirst, author, title}
	}
	slices.SortStableFunc(list, func(a, b filed) int {
		if a.last != b.last {
			if b.last {
				return -1
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(a.author, b.author),
			slices.Compare([]int{a.Year, a.Month, a.Day}, []int{b.Year, b.Month, b.Day}),
			cmp.Compare(a.title, b.title),
		)
	})
	for i := range list {
		references[i] = list[i].Reference
	}
}

// arabicKey is a text as it is filed: letters and digits alone, word by word,
// each word without the article. Unicode has the base letters in the order of
// the alphabet.
func arabicKey(s string) string {
	words := strings.FieldsFunc(s, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && c != tatweel
	})
	for i, word := range words {
		letters := []rune(strings.Map(arabicLetter, word))
		if len(letters) > 3 && letters[0] == 'ا' && letters[1] == 'ل' {
			letters = letters[2:]
		}
		words[i] = string(letters)
	}
	return strings.Join(words, " ")
}

const tatweel = 'ـ'

// arabicLetter is the letter that a character is filed under, or -1 for one
// that is passed over.
func arabicLetter(c rune) rune {
	switch c {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ؤ':
		return 'و'
	case 'ئ', 'ى', 'ی':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ء', tatweel:
		return -1
	}
	if unicode.IsMark(c) {
		return -1
	}
	return c
}

// withoutArticle drops an article that a title or a name opens with.
func withoutArticle(s string) string {
	for _, article := range [...]string{"The ", "A ", "An ", "al-", "Al-", "el-", "El-"} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}
