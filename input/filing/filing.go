// Package filing is the order in which names and titles are filed: in
// bibliographies and indexes.
package filing

import (
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A Filer makes the keys that texts are filed by. It is not safe for concurrent
// use.
type Filer struct {
	latin  *collate.Collator
	buffer collate.Buffer
}

// New returns a filer.
func New() *Filer { return &Filer{latin: collate.New(language.Und, collate.IgnoreCase)} }

// Key returns a string that compares as its text is filed.
//
// Arabic is filed as libraries file it: the article ال and the seats of hamza do
// not count, teh marbuta counts as heh, alef maksura as yeh. Other texts follow
// the Unicode collation; an English article at the head does not count, nor does
// al- (The Chicago Manual of Style, 16.48, 16.76). Keys of one script compare
// with each other alone.
func (f *Filer) Key(s string) string {
	if IsArabic(s) {
		return arabicKey(s)
	}
	f.buffer.Reset()
	return string(f.latin.KeyFromString(&f.buffer, withoutArticle(s)))
}

// IsArabic reports whether a text is filed among the Arabic ones: it has an
// Arabic letter.
func IsArabic(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Arabic, c) && unicode.IsLetter(c) })
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
