package charts

import (
	"math"
	"strings"
	"unicode"

	"warraq/charts/scene"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// A style is how the text and the shapes of a chart look.
type style struct {
	// Measure returns the width of one line of text at a size in the chart's
	// face, in points.
	Measure func(text string, size float64, bold bool) float64
	// Size is the size of chart text.
	Size float64
	// LineHeight is the distance of two lines of one label, Ascent and Descent
	// are the face's; all are in em and positive.
	LineHeight, Ascent, Descent float64
	Palette                     Palette
}

// A canvas is what a kind lays a chart out on: a width, a face to measure with
// and the document's habits.
type canvas struct {
	style
	chart  *brief.Chart
	width  float64
	system numeral.System
	// rtl reports that categories run from the right.
	rtl bool
}

// measure returns the width of the widest line of a text.
func (v *canvas) measure(text string) float64 {
	width := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		width = max(width, v.Measure(present(line, v.system), v.Size, false))
	}
	return width
}

// widest returns the width of the widest of some texts.
func (v *canvas) widest(texts []string) float64 {
	width := 0.0
	for _, t := range texts {
		width = max(width, v.measure(t))
	}
	return width
}

// leading is the distance of two lines of a label.
func (v *canvas) leading() float64 { return v.Size * v.LineHeight }

// lines counts the lines of a wrapped text.
func lines(text string) int { return strings.Count(text, "\n") + 1 }

// tallest returns the largest number of lines of some wrapped texts.
func tallest(texts []string) int {
	n := 1
	for _, t := range texts {
		n = max(n, lines(t))
	}
	return n
}

// wrap breaks a text at its spaces into lines no wider than width, as few as
// can be and then as even as can be. A word wider than that stands alone: it is
// never cut, since that would break the joins of its letters.
func (v *canvas) wrap(text string, width float64) string {
	words := v.units(text, width)
	text = strings.Join(words, " ")
	if len(words) < 2 || v.measure(text) <= width {
		return text
	}
	wrapped, count := v.greedy(words, width)
	widest := max(width, v.measure(wrapped))
	// Narrow the measure as long as the number of lines stays: even lines.
	for low, high := 0.0, width; high-low > 1; {
		middle := (low + high) / 2
		if narrower, n := v.greedy(words, middle); n > count || v.measure(narrower) > widest {
			low = middle
		} else {
			wrapped, high = narrower, middle
		}
	}
	return readingOrder(wrapped)
}

// units splits a text where it may be broken. A dash stays with the word before
// it, and a phrase in Latin letters stays whole where a line has room for it:
// broken, its halves would stand in the wrong order.
func (v *canvas) units(text string, width float64) []string {
	var units []string
	for word := range strings.FieldsSeq(text) {
		if n := len(units); n > 0 {
			last := units[n-1]
			joined := last + " " + word
			dash := !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
			if dash || !scene.RTL(last) && !scene.RTL(word) && v.measure(joined) <= width {
				units[n-1] = joined
				continue
			}
		}
		units = append(units, word)
	}
	return units
}

func (v *canvas) greedy(words []string, width float64) (string, int) {
	var all []string
	line := ""
	for _, word := range words {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && v.measure(longer) > width {
			all = append(all, line)
			longer = word
		}
		line = longer
	}
	all = append(all, line)
	return strings.Join(all, "\n"), len(all)
}

// readingOrder gives all lines of a label the direction of the whole: a line
// without Arabic letters of its own is marked.
func readingOrder(text string) string {
	if !strings.Contains(text, "\n") || !scene.RTL(text) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if !scene.RTL(line) && !strings.HasPrefix(line, scene.RightToLeft) {
			lines[i] = scene.RightToLeft + line
		}
	}
	return strings.Join(lines, "\n")
}

// label prepares a text of the author's for the chart.
func (v *canvas) label(text string) string {
	return shield(localise(text, v.system))
}

// localise gives a text of the author's the digits of the document, unless it
// has Latin letters, whose digits are its own.
func localise(text string, s numeral.System) string {
	text = oneLine(text)
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return text
	}
	return numeral.Digits(text, s)
}

// oneLine returns a text of the author's without what a line cannot show.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(printed, text)), " ")
}

// printed drops what is no character of a label: controls, which XML does not
// allow, and the marks that would turn the text beside it round (UAX #9 §2).
func printed(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return r
	case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufffe', r == '\uffff':
		return -1
	}
	return r
}

func (v *canvas) labels(texts []string) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = v.label(t)
	}
	return list
}

// ECharts takes braces in labels for its own templates. They travel as two
// characters of private use and come back in present.
const (
	openBrace  = "\ue07b"
	closeBrace = "\ue07d"
)

func shield(text string) string {
	if !strings.ContainsAny(text, "{}") {
		return text
	}
	return strings.NewReplacer("{", openBrace, "}", closeBrace).Replace(text)
}

// present gives the text that is printed for a text of the drawing. The labels
// that ECharts makes itself, on value axes, are plain numbers; they take the
// document's digits and a minus as wide as a digit.
func present(text string, s numeral.System) string {
	if strings.ContainsAny(text, openBrace+closeBrace) {
		text = strings.NewReplacer(openBrace, "{", closeBrace, "}").Replace(text)
	}
	text = strings.TrimPrefix(text, scene.RightToLeft)
	if text == "" || strings.Trim(text, "0123456789,.-") != "" {
		return text
	}
	if number, ok := strings.CutPrefix(text, "-"); ok {
		text = numeral.Minus + number
	}
	return numeral.Digits(text, s)
}

// number prints a value with no more digits than it is known by.
func (v *canvas) number(x float64) string { return formatNumber(x, v.system) }

// formatNumber prints a value without the dust of binary fractions: twelve
// significant digits, and no more than two decimals for numbers from one up.
func formatNumber(x float64, s numeral.System) string {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return numeral.Format(x, 0, s)
	}
	decimals := 2
	if size := math.Abs(x); size < 1 {
		decimals = min(12, 2-int(math.Floor(math.Log10(size))))
	}
	scale := math.Pow(10, float64(decimals))
	rounded := math.Round(x*scale) / scale
	if math.IsInf(rounded, 0) || math.Abs(x) >= 1e15 {
		rounded = x
	}
	return numeral.Format(rounded, -1, s)
}

// amount prints a value with its unit. A unit that counts millions or thousands
// is said in the word that fits the value: 10000 million euro are "10 مليارات
// يورو".
func (v *canvas) amount(x float64, unit string) string { return formatAmount(x, unit, v.system, true) }

// formatAmount is amount for a system of digits. In charts (digits) every value
// has digits, and two decimals at most; in running text one and two are words.
func formatAmount(x float64, unit string, s numeral.System, digits bool) string {
	unit = oneLine(unit)
	if unit == "" {
		return formatNumber(x, s)
	}
	if isPercent(unit) {
		return formatNumber(x, s) + percentSign(s)
	}
	by, noun := splitUnit(unit)
	if by == 1 {
		return formatNumber(x, s) + " " + unit
	}
	decimals := 3
	if digits {
		decimals = 2
	}
	scaled := numeral.Scaled(x*by, decimals, s, noun)
	if digits && !strings.ContainsFunc(scaled, unicode.IsDigit) {
		// In a chart one and two are digits too, so that labels compare.
		word := strings.Fields(unit)[0]
		n := x
		switch {
		case strings.HasPrefix(scaled, "مليار"):
			word, n = "مليار", x*by/1e9
		case strings.HasPrefix(scaled, "مليون"):
			word, n = "مليون", x*by/1e6
		case strings.HasPrefix(scaled, "ألف"):
			word, n = "ألف", x*by/1e3
		case strings.HasPrefix(scaled, "تريليون"):
			word, n = "تريليون", x*by/1e12
		}
		return strings.TrimSpace(formatNumber(n, s) + " " + word + " " + noun)
	}
	return scaled
}

// percentSign is the sign that goes with the digits of a document.
func percentSign(s numeral.System) string {
	return strings.TrimPrefix(numeral.Percent(0, 0, s), numeral.Format(0, 0, s))
}

// isPercent reports whether a unit is the percent sign.
func isPercent(unit string) bool { return unit == "%" || unit == "٪" }

// splitUnit takes a counting word off the front of a unit: "مليون يورو" is a
// million of "يورو".
func splitUnit(unit string) (by float64, noun string) {
	word, noun, _ := strings.Cut(unit, " ")
	switch word {
	case "ألف", "آلاف", "ألفًا":
		return 1e3, noun
	case "مليون", "ملايين", "مليونًا":
		return 1e6, noun
	case "مليار", "مليارات", "مليارًا", "بليون":
		return 1e9, noun
	case "تريليون", "تريليونات":
		return 1e12, noun
	}
	return 1, unit
}
