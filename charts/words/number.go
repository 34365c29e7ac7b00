package words

import (
	"math"
	"strings"
	"unicode"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

// A Speaker prints numbers and names in the words and the digits of a document.
type Speaker struct {
	Locale *locale.Locale
	System numeral.System
	chart  *brief.Chart
}

// For returns the Speaker of a chart.
func For(c *brief.Chart, l *locale.Locale, s numeral.System) Speaker { return Speaker{l, s, c} }

// form is how long the author wants numbers.
func (s Speaker) form() locale.Form {
	if s.chart == nil {
		return locale.Form{}
	}
	return locale.Form{Decimals: s.chart.Decimals, Long: s.chart.Long, Computed: s.chart.Computed()}
}

// Number prints a value without a unit.
func (s Speaker) Number(x float64) string { return s.Locale.Printed(x, s.form(), s.System) }

// Tick prints a number that no datum has, as a step of an axis: it is exact.
func (s Speaker) Tick(x float64) string {
	form := s.form()
	form.Computed = false
	return s.Locale.Printed(x, form, s.System)
}

// Localise gives a text of the author's the digits of the document, unless it
// has Latin letters, whose digits are its own.
func Localise(text string, s numeral.System) string {
	text = grid.OneLine(text)
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return text
	}
	return numeral.Digits(text, s)
}

// unit reads a unit, with the forms that the chart's block gives it.
func (s Speaker) unit(unit string) locale.Unit {
	if s.chart != nil && s.chart.UnitForms != nil && unit == s.chart.Unit {
		return s.Locale.Unit(unit, s.chart.UnitForms)
	}
	return s.Locale.Unit(grid.OneLine(unit), nil)
}

// NameCurrency calls the currency that the rows of a ledger agree on by its name,
// where the chart's block says no unit.
func NameCurrency(c *brief.Chart, g *grid.Grid, l *locale.Locale) {
	if c.Unit == "" {
		g.Unit = l.Currency(g.Unit)
	}
}

// Bare reports whether a unit cannot stand beside numbers, since its forms are
// not known: it is said once instead.
func (s Speaker) Bare(unit string) bool {
	if unit == "" || grid.IsPercent(unit) {
		return false
	}
	u := s.unit(unit)
	return u.By == 1 && !u.Known
}

// Amount prints a value with its unit in running text.
func (s Speaker) Amount(x float64, unit string) locale.Phrase {
	if text, ok := s.percent(x, unit); ok {
		return locale.Plain(text)
	}
	return s.Locale.Amount(x, s.unit(unit), s.form(), s.System)
}

// Mark prints a value with its unit as a label of a chart, where every value has
// digits.
func (s Speaker) Mark(x float64, unit string) string {
	if text, ok := s.percent(x, unit); ok {
		return text
	}
	return s.Locale.Mark(x, s.unit(unit), s.form(), s.System)
}

// percent prints a value in percent, where that is its unit.
func (s Speaker) percent(x float64, unit string) (string, bool) {
	if grid.IsPercent(unit) {
		return s.Number(x) + PercentSign(s.System), true
	}
	return "", false
}

// PercentSign is the sign that goes with the digits of a document.
func PercentSign(s numeral.System) string {
	return strings.TrimPrefix(numeral.Percent(0, 0, s), numeral.Format(0, 0, s))
}

// Share prints a share of one in percent, with as many digits as it needs to be
// seen.
func Share(share float64, s numeral.System) string {
	switch {
	case tiny(share):
		return "<" + leastShare(s)
	case nearlyAll(share):
		return ">" + mostShare(s)
	}
	p := share * 100
	decimals := 0
	if p < 10 && p != math.Trunc(p) || p > 99.5 && p < 100 {
		decimals = 1 // nought and all would say something else
	}
	rounded := math.Round(p*math.Pow(10, float64(decimals))) / math.Pow(10, float64(decimals))
	return numeral.Percent(rounded, -1, s)
}

// share is the same in running text, where less is a word.
func (d Describer) share(share float64) locale.Phrase {
	switch {
	case tiny(share):
		return locale.Plain(locale.SayPlain(d.say.TinyShare, leastShare(d.System)))
	case nearlyAll(share):
		return locale.Plain(locale.SayPlain(d.say.NearlyAll, mostShare(d.System)))
	}
	return locale.Plain(Share(share, d.System))
}

// tiny reports whether a share is too small for its digits.
func tiny(share float64) bool { return share > 0 && share < 0.0005 }

// nearlyAll reports whether a share is so large that its digits would say all.
func nearlyAll(share float64) bool { return share < 1 && share >= 0.9995 }

func mostShare(s numeral.System) string { return numeral.Percent(99.9, 1, s) }

func leastShare(s numeral.System) string { return numeral.Percent(0.1, 1, s) }
