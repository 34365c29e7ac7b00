package fonts

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// tatweel is the character that lengthens a join.
const tatweel = 'ـ'

// Itemise splits a paragraph into items of one face, one script and one level,
// in logical order; together they hold every character. levels are the
// paragraph's, as long as text; language is a BCP 47 tag; face gives the face
// wanted for each character. Latin text, its figures and signs with it, is in the
// Latin face of the wanted one: the signs of an Arabic face are cut for Arabic
// letters. Where a face lacks a character, the library's
// first face that has it takes its place, for the whole of a letter and its
// marks, or of an emoji of several characters, where one face has all. missing
// lists the characters that no face has: their codes are drawn in boxes, where the
// library has these, and else nothing.
func Itemise(text []rune, levels []uint8, lang string, face func(i int) *Face, l *Library) (items []Item, missing []int) {
	scripts, lettered := scriptsOf(text, levels)
	face = l.latinWhere(face, func(i int) bool { return lettered[i] && scripts[i] == language.Latin })
	add := func(start, end int, f *Face) {
		for i := start; i < end; i++ {
			if n := len(items); n > 0 {
				last := &items[n-1]
				if last.Face == f && last.Level == levels[i] && last.Script == uint32(scripts[i]) {
					last.End = i + 1
					continue
				}
			}
			items = append(items, Item{Start: i, End: i + 1, Face: f, Level: levels[i], Script: uint32(scripts[i]), Language: lang})
		}
	}
	for start := 0; start < len(text); {
		wanted := face(start)
		end := start + 1
		for end < len(text) && (isExtending(text[end]) || continuesEmoji(text, start, end)) && face(end) == wanted {
			end++
		}
		if end == start+2 && isPause(text[start+1]) && (text[start] == ' ' || text[start] == 0xA0) {
			add(start, start+1, wanted)
			add(start+1, end, l.pausing(text[start+1], wanted))
			start = end
			continue
		}
		letter := text[start:end]
		if f := l.fallback(letter, wanted); f != nil {
			add(start, end, f)
			start = end
			continue
		}
		for i := start; i < end; i++ {
			f := wanted
			if !unicode.IsControl(text[i]) {
				if f = l.Fallback(text[i], wanted); f == nil {
					if f = l.boxes(); f == nil {
						f = wanted
					}
					missing = append(missing, i)
				}
			}
			add(i, i+1, f)
		}
		start = end
	}
	return items, missing
}

// isPause reports whether r is a mark of pause in reading the Qur'an, which stands on
// the space between two words.
func isPause(r rune) bool { return r >= 0x06D6 && r <= 0x06DC }

// isExtending reports whether a character belongs to the one before it: marks
// and joiners.
func isExtending(r rune) bool {
	switch {
	case r < 0x300, r >= 0x620 && r <= 0x64A: // letters of most text, told without a look-up
		return false
	case r >= 0x64B && r <= 0x65F:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == 0x200C || r == 0x200D
}

// continuesEmoji reports whether a character that is no mark belongs to the emoji
// from start on: a modifier of skin, what a joiner joins, the second letter of a
// flag, a tag (UTS #51, emoji sequences).
func continuesEmoji(text []rune, start, at int) bool {
	r := text[at]
	switch {
	case r < 0x203C:
		return false
	case r >= 0x1F3FB && r <= 0x1F3FF:
		return isPictograph(text[start])
	case r >= 0x1F1E6 && r <= 0x1F1FF:
		return at == start+1 && text[start] >= 0x1F1E6 && text[start] <= 0x1F1FF
	case r >= 0xE0020 && r <= 0xE007F:
		return isPictograph(text[start])
	}
	return text[at-1] == 0x200D && isPictograph(r) && isPictograph(text[start])
}

// isPictograph reports whether a character is one of those that emoji are made of.
func isPictograph(r rune) bool {
	return (r >= 0x203C && r < 0x3300 || r >= 0x1F000 && r < 0x20000) && !unicode.IsLetter(r)
}

// isIgnorable reports whether a character is not drawn by itself
// (Default_Ignorable_Code_Point, as far as text holds it).
func isIgnorable(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF,
		r >= 0x200B && r <= 0x200F,
		r >= 0x202A && r <= 0x202E,
		r >= 0x2060 && r <= 0x206F,
		r >= 0xFE00 && r <= 0xFE0F,
		r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// scriptsOf gives each character a script. Common and inherited characters take
// that of the text before them at the same level, then that of the text after;
// digits and signs alone are Latin, or Arabic at an odd level (UAX #24 §5.2).
// lettered tells which characters stand in text that has a script of its own.
func scriptsOf(text []rune, levels []uint8) (scripts []language.Script, lettered []bool) {
	scripts, lettered = make([]language.Script, len(text)), make([]bool, len(text))
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && levels[end] == levels[start] {
			end++
		}
		current := language.Script(0)
		for i := start; i < end; i++ {
			if s := lookupScript(text[i]); s != 0 {
				if current == 0 { // the head of the run waits for its first letter
					for j := start; j < i; j++ {
						scripts[j] = s
					}
				}
				current = s
			}
			scripts[i] = current
		}
		for i := start; i < end; i++ {
			lettered[i] = current != 0
		}
		if current == 0 {
			current = language.Latin
			if levels[start]%2 == 1 {
				current = language.Arabic
			}
			for i := start; i < end; i++ {
				scripts[i] = current
			}
		}
		start = end
	}
	for i := 1; i+1 < len(text); i++ {
		// The point of an Arabic face is cut like its nought, and would make 101 of 1.1.
		if text[i] == '.' && isArabicDigit(text[i-1]) && isArabicDigit(text[i+1]) {
			scripts[i] = language.Latin
		}
	}
	return scripts, lettered
}

// isArabicDigit reports whether a character is an Arabic-Indic digit of either family.
func isArabicDigit(r rune) bool { return r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹' }

// lookupScript returns a character's script, or 0 where it has none of its own.
// Arabic-Indic digits are common to several scripts; here they are Arabic.
func lookupScript(r rune) language.Script {
	switch {
	case r < 'A':
		return 0
	case r <= 'Z', r >= 'a' && r <= 'z':
		return language.Latin
	case r < 0xAA:
		return 0
	case r >= 0x620 && r <= 0x64A && r != tatweel, r >= 0x660 && r <= 0x66D:
		return language.Arabic
	}
	s := language.LookupScript(r)
	if !s.Strong() || s == language.Unknown {
		return 0
	}
	return s
}
