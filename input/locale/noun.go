package locale

import (
	"math"

	"warraq/fonts/numeral"
)

// A Noun is the forms that a noun takes with numbers, by the categories of CLDR
// (UTS #35, "Language Plural Rules"). Arabic has all six: One (دولة واحدة), Two
// and TwoOblique (دولتان, دولتين), Few after 3 to 10 (دول), Many after 11 to 99
// (دولةً), and Other after 0 and after hundreds (100 دولة).
type Noun struct{ One, Two, TwoOblique, Few, Many, Other string }

// plural is a noun with two forms.
func plural(one, more string) Noun { return Noun{one, more, more, more, more, more} }

// Invariable is a noun with one form: an abbreviation, or a name.
func Invariable(text string) Noun { return plural(text, text) }

// A Category is a class of numbers that a noun has a form for.
type Category int

// The categories, as in CLDR.
const (
	Other Category = iota
	One
	Two
	Few
	Many
)

// Form returns the form of a category in a case.
func (n Noun) Form(c Category, k Case) string {
	switch c {
	case One:
		return n.One
	case Two:
		if k == Oblique {
			return n.TwoOblique
		}
		return n.Two
	case Few:
		return n.Few
	case Many:
		return n.Many
	}
	return n.Other
}

// Numbers is how a language counts.
type Numbers struct {
	// Category is that of a number, which may be a fraction.
	Category func(x float64) Category
	// Silent leaves out the numeral of one and two, whose nouns say it.
	Silent bool
	// Strict reports that a noun whose forms are not known cannot stand beside a
	// number; elsewhere it stands as it is written.
	Strict bool
	// Magnitudes are the words for thousands and more, the largest first.
	Magnitudes []Magnitude
	// Units are the nouns that amounts are counted in, and Adjectives what may
	// follow them.
	Units []Noun
	// Tail joins a noun with the words behind it, or says that it cannot.
	Tail func(n Noun, tail string) (Noun, bool)
	// Construct turns a magnitude's form to that before a noun.
	Construct func(n Noun) Noun
}

// A Magnitude is the word for a power of a thousand. Names are how authors write
// it in a unit.
type Magnitude struct {
	Power float64
	Noun  Noun
	Names []string
}

// oneAndOther is the rule of languages that set one apart.
func oneAndOther(x float64) Category {
	if math.Abs(x) == 1 {
		return One
	}
	return Other
}

// Count prints a whole number of things with the noun in its form.
func (l *Locale) Count(n int, noun Noun, s numeral.System) Phrase {
	category := l.Numbers.Category(float64(n))
	return Phrase{l.count(n, category, noun, Nominative, s), l.count(n, category, noun, Oblique, s)}
}

func (l *Locale) count(n int, category Category, noun Noun, c Case, s numeral.System) string {
	form := noun.Form(category, c)
	if l.Numbers.Silent && (category == One || category == Two) {
		return form
	}
	return numeral.Integer(n, s) + " " + form
}
