// Package samples makes, for tests, fragments of text that read from left to right
// whatever stands around them: of each kind as many as one likes.
package samples

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// A Kind of fragment.
type Kind struct {
	Name string
	// Digits reports that fragments of the kind may be printed in Arabic-Indic digits
	// as well: they have no letters.
	Digits bool
	// Make makes one.
	Make func(r *rand.Rand) string
}

// Kinds are the kinds of fragments.
func Kinds() []Kind {
	return []Kind{
		{"unit", false, unit}, {"dimension", false, dimension}, {"abbreviation", false, abbreviation},
		{"path", false, path}, {"file", false, file}, {"sign", false, sign}, {"groups", true, groups},
		{"telephone", true, telephone}, {"interval", true, interval}, {"citation", false, citation},
		{"time", false, clock}, {"formula", false, formula}, {"tag", false, tag}, {"percent", false, spaced},
	}
}

// Arabic is a text with its digits in Arabic-Indic ones.
func Arabic(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '٠'
		}
		return r
	}, s)
}

// Frames are texts around a fragment, which stands at the %s.
func Frames() []string {
	return []string{
		"بلغ ذلك %s هنا", "وصف %s، ثم غيره", "هو %s", "كما في (%s) أيضا", "«%s» نص", "قيل %s؟ نعم", "نص: %s؛ نص", "نص و%s نص",
	}
}

func pick(r *rand.Rand, words string) string {
	list := strings.Fields(words)
	return list[r.IntN(len(list))]
}

// letters is a word of n letters of an alphabet.
func letters(r *rand.Rand, alphabet string, n int) string {
	runes := []rune(alphabet)
	var b strings.Builder
	for range n {
		b.WriteRune(runes[r.IntN(len(runes))])
	}
	return b.String()
}

func small(r *rand.Rand, n int) string {
	return letters(r, "abcdefghijklmnopqrstuvwxyz", n)
}

func capitals(r *rand.Rand, n int) string {
	return letters(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", n)
}

func digits(r *rand.Rand, n int) string { return letters(r, "0123456789", n) }

// name is a word with a capital.
func name(r *rand.Rand) string { return capitals(r, 1) + small(r, 2+r.IntN(6)) }

// amount is a number that is no year.
func amount(r *rand.Rand) string {
	n := strconv.Itoa(1 + r.IntN(999))
	if r.IntN(2) == 0 {
		n += "." + digits(r, 1+r.IntN(2))
	}
	return n
}

func symbol(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0: // a word: barrels, bcm
		return small(r, 1+r.IntN(7))
	case 1: // with a prefix and a stroke: mb/d, µg/m³
		return letters(r, "kmµcdn", 1) + small(r, 1) + "/" + small(r, 1) + letters(r, " ²³", 1)
	case 2:
		return letters(r, "kMGTmµ", 1) + pick(r, "W Wh Hz Pa V A J bar cal bps")
	}
	return pick(r, "dB kWh MWh TEU XDR Mtoe Gbps MMBtu °C °F ppm L/100km GJ/t kWh/m² µS/cm")
}

func unit(r *rand.Rand) string { return amount(r) + " " + strings.TrimSpace(symbol(r)) }

func dimension(r *rand.Rand) string {
	cross := pick(r, "x × *")
	s := amount(r)
	for range 1 + r.IntN(2) {
		s += " " + cross + " " + amount(r)
	}
	return s + " " + pick(r, "cm mm m px")
}

func abbreviation(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0: // M.B.A.
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteString(capitals(r, 1) + ".")
		}
		return b.String()
	case 1: // Ph.D.
		return capitals(r, 1) + small(r, 1) + "." + capitals(r, 1) + "."
	case 2: // M.Phil.
		return capitals(r, 1) + "." + capitals(r, 1) + small(r, 1+r.IntN(3)) + "."
	}
	return letters(r, "abcegimnps", 1) + "." + letters(r, "abcegimnps", 1) + "."
}

func path(r *rand.Rand) string {
	switch r.IntN(5) {
	case 0:
		return pick(r, "./ ../ ~/ /") + small(r, 3) + "/" + small(r, 4) + pick(r, "/ .csv .sh")
	case 1:
		return small(r, 6) + pick(r, ".com .org .net") + "/" + small(r, 4) + pick(r, "/ /#a /?q=1")
	case 2:
		return capitals(r, 1) + `:\` + name(r) + pick(r, `\ \x\ \y.txt`)
	case 3:
		return "*." + small(r, 3)
	}
	return small(r, 4) + "/" + small(r, 4) + "/"
}

func file(r *rand.Rand) string {
	return small(r, 5) + pick(r, "_ -") + small(r, 3) + " (" + digits(r, 1) + ")." + small(r, 3)
}

func sign(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0: // BBB-
		return capitals(r, 1+r.IntN(3)) + pick(r, "+ - −")
	case 1: // C++
		return capitals(r, 1) + pick(r, "++ # * =")
	case 2: // --flag
		return pick(r, "-- @ # . $ _ -") + small(r, 2+r.IntN(5))
	}
	return name(r) + pick(r, "+ ® ™ - / *")
}

// group is one of digits that is no year.
func group(r *rand.Rand, n int) string { return letters(r, "3456789", 1) + digits(r, n-1) }

func groups(r *rand.Rand) string {
	parts := []string{group(r, 4)}
	for range 2 + r.IntN(3) {
		parts = append(parts, group(r, 3+r.IntN(2)))
	}
	return strings.Join(parts, " ")
}

func telephone(r *rand.Rand) string {
	area := "0" + group(r, 1+r.IntN(2))
	local := group(r, 3) + pick(r, "- _") + group(r, 4)
	local = strings.ReplaceAll(local, "_", " ")
	switch r.IntN(4) {
	case 0:
		return area + " " + local
	case 1:
		return "(" + area + ") " + local
	case 2:
		return "(+" + group(r, 3) + ") " + group(r, 1) + " " + local
	}
	return "+" + group(r, 2) + " " + group(r, 3) + " " + local
}

func interval(r *rand.Rand) string {
	from := r.IntN(90)
	s := strconv.Itoa(from) + pick(r, ", ; ,_ ;_") + strconv.Itoa(from+1+r.IntN(9))
	s = strings.ReplaceAll(s, "_", " ")
	if r.IntN(2) == 0 {
		return "(" + s + "]"
	}
	return "[" + s + ")"
}

func citation(r *rand.Rand) string {
	year := " (20" + digits(r, 2) + ")"
	switch r.IntN(3) {
	case 0:
		return name(r) + ", " + capitals(r, 1) + "." + year
	case 1:
		return name(r) + " & " + name(r) + year
	}
	return name(r) + ", " + capitals(r, 1) + ". & " + name(r) + ", " + capitals(r, 1) + ". " + capitals(r, 1) + "." + year
}

func clock(r *rand.Rand) string {
	return strconv.Itoa(1+r.IntN(12)) + ":" + strconv.Itoa(10+r.IntN(50)) + " " + pick(r, "a.m. p.m. AM PM UTC")
}

func formula(r *rand.Rand) string {
	return amount(r) + pick(r, "+ = × ÷") + amount(r)
}

func tag(r *rand.Rand) string {
	return pick(r, "< </") + small(r, 3) + ">"
}

func spaced(r *rand.Rand) string { return amount(r) + " " + pick(r, "% ‰ € $ £") }
