package column

import (
	"strconv"
	"strings"
	"unicode"

	"warraq/input/brief"
	"warraq/input/ledger"
)

// timesOf is by how much a word says that a number is to be multiplied, or 0. The
// long scale's billion, 10^12 in German and Spanish, is none of the words.
func timesOf(word string) float64 {
	switch strings.ToLower(withoutVowels(word)) {
	case "thousand", "thousands", "mille", "milliers", "tsd", "tsd.", "ألف", "الف", "ألفا", "آلاف", "هزار", "ہزار":
		return 1e3
	case "lakh", "lakhs", "لاکھ":
		return 1e5
	case "million", "millions", "mn", "mln", "mio", "mio.", "millones", "millionen", "milioni", "مليون", "مليونا", "ملايين", "میلیون", "ملین":
		return 1e6
	case "crore", "crores", "کروڑ":
		return 1e7
	case "billion", "billions", "bn", "mrd", "mrd.", "milliard", "milliards", "milliarden", "miliardi", "مليار", "مليارا", "مليارات", "بليون", "بليونا", "بلايين", "میلیارد", "ارب":
		return 1e9
	case "trillion", "trillions", "trn", "tn", "تريليون", "ترليون", "تريليونا", "تريليونات", "تریلیون":
		return 1e12
	}
	return 0
}

// timesOfLetters is that of letters behind a number: 3M, 500k. By themselves they may
// be a unit as well, as m is of length.
func timesOfLetters(letters string) float64 {
	switch letters {
	case "k", "K":
		return 1e3
	case "m", "M", "mn", "MM":
		return 1e6
	case "B", "bn", "Bn", "BN":
		return 1e9
	}
	return 0
}

// A size is what a unit says of how large a number is, and what it counts.
type size struct {
	times float64 // 1 where nothing is said
	base  string  // what is counted, a currency by its code; empty where that is not said
	// sure reports that a word says so, or letters that are no unit by themselves.
	sure bool
	// letters reports that letters beside a currency say so, which together are
	// nothing that a unit is printed as.
	letters bool
}

// sizeOf parts a unit: «مليون دولار» is a million of USD.
func sizeOf(unit string) size {
	if code, ok := Currency(unit); ok {
		return size{times: 1, base: code}
	}
	word, rest := unit, ""
	if at := strings.IndexFunc(unit, unicode.IsSpace); at > 0 {
		word, rest = unit[:at], strings.TrimSpace(unit[at:])
	}
	code, money := Currency(strings.TrimPrefix(rest, "of "))
	if money {
		rest = code
	}
	if times := timesOfLetters(word); times != 0 && (rest == "" || money) {
		return size{times: times, base: rest, sure: money || word != "m", letters: money}
	}
	if times := timesOf(word); times != 0 {
		return size{times: times, base: strings.TrimPrefix(rest, "of "), sure: true}
	}
	for n := min(2, len(unit)); n > 0; n-- { // 3M€
		if code, ok := Currency(unit[n:]); ok && timesOfLetters(unit[:n]) != 0 {
			return size{times: timesOfLetters(unit[:n]), base: code, sure: true, letters: true}
		}
	}
	return size{times: 1, base: unit}
}

// standsClose reports whether a unit stands against the digits before it, with no space
// between them: letters of size, with or without a currency behind.
func standsClose(unit string) bool {
	if timesOfLetters(unit) != 0 {
		return true
	}
	return sizeOf(unit).letters
}

// isMeasure reports whether a unit is one of mass, length, area, volume, energy or
// power: numbers in two of these do not compare, as those of two currencies do not.
func isMeasure(unit string) bool {
	switch unit {
	case "kg", "g", "t", "kt", "Mt", "mt", "lb", "oz", "ct", "km", "m", "cm", "mm", "mi", "ft", "ha", "km²", "km2", "m²", "m2", "m³", "m3", "l", "L", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "bbl", "°C", "°F",
		"tonnes", "tons", "tonne", "ton", "kilograms", "hectares", "barrels", "carats",
		"كغ", "كجم", "كغم", "كيلوغرام", "كيلوجرام", "غ", "غرام", "غرامًا", "جرام", "طن", "طنا", "طنًا", "أطنان", "كيلوطن", "قيراط", "أونصة", "كم", "كيلومتر", "كيلومترًا", "متر", "مترًا", "م", "سم", "ميل", "كم²", "كم2", "م²", "م2", "م³", "هكتار", "هكتارًا", "فدان", "فدانًا", "دونم", "لتر", "برميل", "برميلًا",
		"كيلوواط", "ميغاواط", "ميجاواط", "غيغاواط", "جيجاواط", "تيراواط":
		return true
	}
	return false
}

// countUnits tells what the numbers of a column are counted in: a currency, a measure or
// a size that most have, or a word that nearly all have. Letters that a few have are
// marks, and what has another word is no number but a name: «12 شارع النيل». Where the
// numbers are of several sizes, as 3 million and 500 thousand, all are counted in what
// these are sizes of, or in the unit that the column's head has.
func (f *found) countUnits(units map[string]int, head string) {
	bases, all := map[string]int{}, 0
	written, resize, sure := map[string]int{}, false, false
	for u, count := range units {
		s := sizeOf(u)
		all += count
		bases[s.base] += count
		written[s.base]++
		resize = resize || s.letters
		sure = sure || s.times != 1 && s.sure
	}
	unit, n := mostOf(units)
	base, _ := mostOf(bases)
	above, own := sizeOf(head), sizeOf(unit)
	f.headSized = above.times != 1
	switch {
	case !sure:
		resize = false
	case written[base] > 1, f.declared == "number" && all < f.numbers, own.times != 1 && f.headSized && above.times != own.times:
		resize = true
	}
	_, money := Currency(unit)
	switch {
	case resize:
		f.counted, f.unit, f.divide = base, base, 1
		if f.headSized && (above.base == base || base == "" || above.base == "") {
			f.unit, f.divide = head, above.times
		}
	case money || isMeasure(unit) || own.times != 1 && own.sure || f.numbers > 1 && 5*n >= 4*f.numbers:
		f.unit = unit
		f.sized = own.times != 1 && own.sure
	}
	for u, count := range units {
		s := sizeOf(u)
		_, money := Currency(s.base)
		if u == f.unit || f.divide != 0 && s.base == f.counted || money || isMeasure(s.base) || s.times != 1 && s.sure || isFlag(u) {
			continue
		}
		f.numbers -= count
		f.names += count
	}
}

// mostOf is what was counted most, of several the first by name.
func mostOf(counts map[string]int) (string, int) {
	most, n := "", 0
	for text, count := range counts {
		if count > n || count == n && text < most {
			most, n = text, count
		}
	}
	return most, n
}

// mixes reports whether some numbers have a percent sign and others none, and neither the
// author nor the column's head says that all count in percent.
func (f *found) mixes(name, head string) bool {
	return f.percent > 0 && f.percent < f.numbers && f.declared == "" && !percentSign(head) && ledger.RoleOf(name) != ledger.Share
}

// unitDoubt is why a number does not compare with the others of its column.
func (f *found) unitDoubt(n number, x float64) brief.Doubt {
	bare := n.unit == "" || isFlag(n.unit)
	switch {
	case f.divide != 0 && !bare && n.size.base != f.counted, f.divide == 0 && !bare && n.unit != f.unit:
		return brief.OtherUnit
	case x == 0:
	case bare && (f.sized || f.divide != 0) && !f.headSized && f.declared == "":
		return brief.NoSize
	case f.mixed && 2*f.percent >= f.numbers && !n.percent:
		return brief.NoPercent
	case f.mixed && 2*f.percent < f.numbers && n.percent:
		return brief.OnePercent
	}
	return brief.NoDoubt
}

// resized is a number in what its column counts.
func (f *found) resized(n number, x float64) float64 {
	if f.divide == 0 || n.size.times == 0 || isFlag(n.unit) {
		return x
	}
	y, err := strconv.ParseFloat(strconv.FormatFloat(x*n.size.times/f.divide, 'g', 15, 64), 64)
	if err != nil {
		return x
	}
	return y
}
