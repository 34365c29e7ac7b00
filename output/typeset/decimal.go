package typeset

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/output/page"
)

// A figure is a number as a cell says it.
type figure struct {
	// digits are its digits with the signs between them.
	digits string
	// sign is the one that may stand before its decimals, 0 where there is none; after
	// counts the digits that follow it.
	sign  rune
	after int
}

// unitWords is how many words a unit has at most: «مليون طن سنويًا».
const unitWords = 3

// figureOf reads a cell that holds one number: with a sign, a currency or a bracket
// before it, and after it marks, a bracket and a unit of a few words. A range, a date,
// a code and a sentence that begins with a number are none.
func figureOf(text string) (figure, bool) {
	text = strings.TrimSpace(text)
	from := strings.IndexFunc(text, unicode.IsDigit)
	if from < 0 || !isBefore(text[:from]) {
		return figure{}, false
	}
	to := from
	for at, c := range text[from:] {
		if unicode.IsDigit(c) {
			to = from + at + utf8.RuneLen(c)
		} else if !strings.ContainsRune(".,٫٬'’\u00a0\u202f", c) {
			break
		}
	}
	if last := strings.LastIndexFunc(text, unicode.IsDigit); last >= to {
		_, size := utf8.DecodeRuneInString(text[last:])
		if _, ok := numeral.Parse(text[from : last+size]); ok { // spaces part thousands
			to = last + size
		}
	}
	f := figure{digits: text[from:to]}
	if _, ok := numeral.Parse(f.digits); !ok || !isAfter(text[to:]) {
		return figure{}, false
	}
	f.sign, f.after = lastSign(f.digits)
	return f, true
}

// isBefore reports whether signs alone stand before a number, or a currency with the
// letters that belong to it: US$.
func isBefore(text string) bool {
	currency := strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Sc, c) })
	return !strings.ContainsFunc(text, func(c rune) bool {
		return !(unicode.Is(unicode.Sc, c) || strings.ContainsRune("+-−–±~≈<>≤≥([%٪ \u00a0", c) || isInvisible(c) || currency && unicode.IsLetter(c))
	})
}

// isAfter reports whether signs alone stand after a number, or a unit. A unit may end
// with digits that belong to it (كم2).
func isAfter(text string) bool {
	text = strings.TrimLeftFunc(text, func(c rune) bool {
		return unicode.Is(unicode.Sc, c) || strings.ContainsRune("+-−%٪‰°*†‡§)]\u00a0 ", c) || isInvisible(c)
	})
	words := strings.Fields(text)
	if len(words) > unitWords {
		return false
	}
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) && !unicode.Is(unicode.Sc, first) && !strings.ContainsRune("%٪*†‡§)(", first) ||
			strings.ContainsAny(word, ":؛;،!؟?") {
			return false
		}
	}
	return true
}

func isInvisible(c rune) bool { return unicode.Is(unicode.Cf, c) }

// lastSign is the last sign of a number that may part its decimals, with the count of
// the digits after it: of marks that come several times none does (1.234.567).
func lastSign(digits string) (sign rune, after int) {
	at := strings.LastIndexAny(digits, ".,٫")
	if at < 0 {
		return 0, 0
	}
	sign, size := utf8.DecodeRuneInString(digits[at:])
	if sign != '٫' && strings.Count(digits, string(sign)) > 1 {
		return 0, 0
	}
	return sign, utf8.RuneCountInString(digits[at+size:])
}

// decimals says which signs part the decimals of a column.
type decimals struct{ proven map[rune]bool }

// note takes what a number of the column proves: three digits after a comma or a point
// may be thousands, as many more or less are not.
func (d *decimals) note(f figure) {
	if f.sign != 0 && f.after != 3 {
		if d.proven == nil {
			d.proven = map[rune]bool{}
		}
		d.proven[f.sign] = true
	}
}

// whole is how many of a number's digits stand before its decimal sign.
func (d *decimals) whole(f figure) int {
	count := 0
	for _, c := range f.digits {
		if unicode.IsDigit(c) {
			count++
		}
	}
	if f.sign == '٫' || d.proven[f.sign] {
		return count - f.after
	}
	return count
}

// afterDigit is where, from the left, a digit of a set line ends, by its number in the
// order they are read: beyond it stand the decimals, whatever runs to which side
// (UAX #9 L2; alreq, "Numbers").
func afterDigit(items []page.Item, number int) float64 {
	ordered := slices.Clone(items)
	slices.SortStableFunc(ordered, func(a, b page.Item) int { return cmp.Compare(a.Order, b.Order) })
	end := math.NaN()
	for _, it := range ordered {
		if it.Text == nil || number == 0 {
			continue
		}
		type placed struct {
			text string
			end  float64
		}
		var clusters []placed
		x := it.X
		for _, w := range it.Text.Words {
			for i := range w.Clusters {
				x += float64(w.Clusters[i].Advance) * it.Text.Size / float64(it.Text.Face.UnitsPerEm)
				clusters = append(clusters, placed{w.Clusters[i].Text, x})
			}
			x += w.Added
		}
		if it.Text.RTL {
			slices.Reverse(clusters)
		}
		for _, c := range clusters {
			for _, r := range c.text {
				if unicode.IsDigit(r) && number > 0 {
					if number--; number == 0 {
						end = c.end
					}
				}
			}
		}
	}
	return end
}
