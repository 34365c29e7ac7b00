// Package words is what charts say: numbers with their units, names in the
// digits of the document, and, for readers who do not see a chart, sentences
// about what its data show. The words themselves are those of package locale.
package words

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

// An Account says what the data of a chart show.
type Account func(*grid.Grid, Describer) string

// Describe says what a chart shows, from its data, as an account has it: what it
// is, the extremes, the total or the trend. It serves readers who do not see the
// figure.
func Describe(c *brief.Chart, g *grid.Grid, l *locale.Locale, digits brief.Digits, account Account) string {
	d := Describer{Speaker: For(c, l, numeral.System(digits)), say: &l.Charts, unit: g.Unit}
	text := account(g, d)
	if errors := d.errors(g); errors != "" {
		text += " " + errors
	}
	if marks := d.marks(g); marks != "" {
		text += " " + marks
	}
	if d.Bare(g.Unit) {
		text += " " + d.sentences(locale.SayPlain(d.say.UnitIs, grid.OneLine(g.Unit)))
	}
	return text
}

// A Describer prints what sentences need.
type Describer struct {
	Speaker
	say *locale.Charts
	// unit is the chart's: a noun without forms is said once, at the end, and not
	// with each value.
	unit string
	// shares says that the values are parts of a whole, in percent.
	shares bool
}

// amount is a value with its unit, in running text.
func (d Describer) amount(x float64, unit string) locale.Phrase {
	if d.shares {
		return d.share(x / 100)
	}
	if unit == d.unit && d.Bare(unit) {
		return d.Amount(x, "")
	}
	return d.Amount(x, unit)
}

// count is a number of things.
func (d Describer) count(n int, noun locale.Noun) locale.Phrase {
	return d.Locale.Count(n, noun, d.System)
}

// name is a text of the data.
func (d Describer) name(s string) locale.Phrase { return locale.Plain(Localise(s, d.System)) }

// quoted is a text of the data in quotation marks.
func (d Describer) quoted(s string) locale.Phrase {
	return locale.Plain(d.Locale.Quote(Localise(s, d.System)))
}

// kind is what the chart is called, with its title.
func (d Describer) kind(g *grid.Grid) locale.Phrase { return d.titled(d.called(g)) }

// called is what a chart of a type is called. One series stands on nothing and beside
// nothing.
func (d Describer) called(g *grid.Grid) string {
	series := len(g.Series)
	if len(g.Panels) > 0 {
		series = len(g.Panels[0].Grid.Series)
	}
	if series > 2 && g.Type == "dumbbell" {
		return d.say.Dots
	}
	if series == 1 {
		switch g.Type {
		case "area":
			return d.say.AreaAlone
		case "stacked-bar", "grouped-bar":
			return d.say.Names["bar"]
		case "stacked-column", "grouped-column":
			return d.say.Names["column"]
		}
	}
	return d.say.Names[g.Type]
}

// titled adds the title of the chart to what it is called.
func (d Describer) titled(what string) locale.Phrase {
	if title := Localise(d.chart.Title, d.System); title != "" {
		return locale.Plain(locale.SayPlain(d.say.Titled, what, d.Locale.Quote(title)))
	}
	return locale.Plain(what)
}

// item is a name of the data with its value, as lists have it.
func (d Describer) item(name string, x float64, unit string) string {
	return locale.Say(d.say.NameAmount, d.name(name), d.amount(x, unit))
}

// list joins words.
func (d Describer) list(words []string) locale.Phrase { return locale.Plain(d.Locale.List(words)) }

// sentences joins sentences with full stops.
func (d Describer) sentences(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, capital(p)+d.Locale.Marks.Stop)
		}
	}
	return strings.Join(kept, " ")
}

// capital makes the first letter of a sentence a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// scale says that a scale is logarithmic.
func (d Describer) scale() string {
	if d.chart.Scale == "log" {
		return d.say.LogScaled
	}
	return ""
}

// extremes returns the places of the smallest and the largest value of a list,
// the first where several are equal, and the number of values; -1 where there
// are none.
func extremes(values []float64) (low, high, n int) {
	low, high = -1, -1
	for i, x := range values {
		if math.IsNaN(x) {
			continue
		}
		n++
		if low < 0 || x < values[low] {
			low = i
		}
		if high < 0 || x > values[high] {
			high = i
		}
	}
	return low, high, n
}

// equals returns how many values are the same as one of them.
func equals(values []float64, at int) int {
	n := 0
	for _, x := range values {
		if x == values[at] {
			n++
		}
	}
	return n
}

// holders says who has a value, and how much it is: one, each of some that have the
// same, or how many of them there are.
func (d Describer) holders(values []float64, at int, amount locale.Phrase, name func(c int) locale.Phrase, noun locale.Noun) (who, what locale.Phrase) {
	n := equals(values, at)
	if n == 1 {
		return name(at), amount
	}
	what = locale.Plain(locale.Say(d.say.Each.Of(n), amount))
	if n > restLimit {
		return d.count(n, noun), what
	}
	var words []string
	for c, x := range values {
		if x == values[at] {
			words = append(words, name(c).Nominative)
		}
	}
	return d.list(words), what
}

// restLimit is the number of values that are read out one by one.
const restLimit = 8
