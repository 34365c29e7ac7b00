package column

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Trim takes from the ends of a text spaces and the invisible marks of direction
// that programs put around what is typed into a right-to-left cell.
func Trim(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// longestWord is the most bytes of a text that can say missing, yes or no.
const longestWord = 56

// IsMissing reports whether a cell says that there is no value, with vowel marks
// or without.
func IsMissing(text string) bool {
	if text == "" {
		return true
	}
	if len(text) > longestWord || !mayBeMissing(text) {
		return false
	}
	if len(text) > 2 && (text[0] == '(' && text[len(text)-1] == ')' || text[0] == '[' && text[len(text)-1] == ']') {
		text = Trim(text[1 : len(text)-1])
	}
	switch bare := withoutVowels(text); bare {
	case "", "-", "–", "—", "−", "..", "...", "…", ".", "--", ":", "غ.م", "غ.م.", "غ/م", "غ م":
		return true
	default:
		if bare[0] < 0x80 {
			return missingEnglish(bare)
		}
		not, rest, two := strings.Cut(bare, " ")
		if !two {
			return false
		}
		switch not {
		case "غير":
			switch strings.TrimSuffix(rest, "ة") {
			case "معلوم", "متاح", "متوفر", "متوافر", "معروف", "معلن", "منطبق", "متيسر":
				return true
			}
		case "لا":
			switch rest {
			case "تتوفر", "تتوافر", "يتوفر", "يتوافر", "بيانات", "توجد بيانات", "تتوفر بيانات", "ينطبق", "تنطبق", "يوجد", "توجد", "معلومات", "توجد معلومات":
				return true
			}
		case "لم":
			switch rest {
			case "يعلن", "تعلن":
				return true
			}
		}
	}
	return false
}

// mayBeMissing looks at the first character alone, as most cells need no more.
func mayBeMissing(text string) bool {
	switch c := text[0]; {
	case c == '-' || c == '.' || c == ':' || c == '(' || c == '[' || c == '#' || c == '<' || c == 'n' || c == 'N':
		return true
	case c < 0x80:
		return false
	}
	switch r, _ := utf8.DecodeRuneInString(text); r {
	case '–', '—', '−', '…', 'غ', 'ل':
		return true
	}
	return false
}

func missingEnglish(text string) bool {
	switch strings.ToLower(text) {
	case "n/a", "n.a.", "n.a", "na", "#n/a", "null", "#null", "nan", "n/d", "n.d.", "nd", "n/av", "not available", "not applicable", "not reported", "not known", "no data", "not disclosed", "<na>":
		return true
	}
	return false
}

func withoutVowels(text string) string {
	if !strings.ContainsFunc(text, isVowel) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isVowel(r) {
			return -1
		}
		return r
	}, text)
}

func isVowel(r rune) bool { return r == 'ـ' || unicode.Is(unicode.Mn, r) }

// longestAnswer is the most bytes of a yes or no.
const longestAnswer = 8

// Answer reads a yes or no.
func Answer(text string) (yes, ok bool) {
	if len(text) > longestAnswer {
		return false, false
	}
	switch text {
	case "نعم", "✓", "✔", "☑", "✅":
		return true, true
	case "لا", "كلا", "✗", "✘", "☒", "❌":
		return false, true
	}
	switch {
	case strings.EqualFold(text, "yes"), strings.EqualFold(text, "true"):
		return true, true
	case strings.EqualFold(text, "no"), strings.EqualFold(text, "false"):
		return false, true
	}
	return false, false
}
