package paragraph

import "unicode"

// A letter is a class of Arabic letters that share their shape without dots, as
// the rules of stretching tell them apart.
type letter uint8

// The classes. A letter of another language is other: it is never stretched.
const (
	other letter = iota
	hamza
	alef
	beh
	hah
	dal
	reh
	seen
	sad
	tah
	ain
	feh
	qaf
	kaf
	lam
	meem
	noon
	heh
	tehMarbuta
	waw
	yeh
	maksura
	tatweel
)

// classify returns the class of a letter.
func classify(r rune) letter {
	switch r {
	case 'ء':
		return hamza
	case 'ا', 'أ', 'إ', 'آ', 'ٱ':
		return alef
	case 'ب', 'ت', 'ث', 'پ':
		return beh
	case 'ج', 'ح', 'خ', 'چ':
		return hah
	case 'د', 'ذ':
		return dal
	case 'ر', 'ز', 'ژ':
		return reh
	case 'س', 'ش':
		return seen
	case 'ص', 'ض':
		return sad
	case 'ط', 'ظ':
		return tah
	case 'ع', 'غ':
		return ain
	case 'ف', 'ڤ':
		return feh
	case 'ق':
		return qaf
	case 'ك', 'ک', 'گ':
		return kaf
	case 'ل':
		return lam
	case 'م':
		return meem
	case 'ن':
		return noon
	case 'ه':
		return heh
	case 'ة':
		return tehMarbuta
	case 'و', 'ؤ':
		return waw
	case 'ي', 'ئ', 'ی':
		return yeh
	case 'ى':
		return maksura
	case 'ـ':
		return tatweel
	}
	return other
}

// joinsOn reports whether a letter joins the one after it.
func (l letter) joinsOn() bool {
	switch l {
	case other, hamza, alef, dal, reh, waw, tehMarbuta, maksura:
		return false
	}
	return true
}

// joinsBack reports whether a letter joins the one before it.
func (l letter) joinsBack() bool { return l != other && l != hamza }

// transparent reports whether r is a mark, which letters join across.
func transparent(r rune) bool { return unicode.Is(unicode.Mn, r) }
