package canvas

import (
	"strconv"
	"strings"
	"unicode"

	"warraq/charts/scene"
	"warraq/charts/words"
	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// Lines counts the lines of a wrapped text.
func Lines(text string) int { return strings.Count(text, "\n") + 1 }

// Tallest returns the largest number of lines of some wrapped texts.
func Tallest(texts []string) int {
	n := 1
	for _, t := range texts {
		n = max(n, Lines(t))
	}
	return n
}

// Wrap breaks a text at its spaces into lines no wider than width, as few as
// can be and then as even as can be. A word wider than that is broken as well,
// where it shows least.
func (v *Canvas) Wrap(text string, width float64) string {
	if words := v.units(text, width); v.Widest(words) > width {
		return ReadingOrder(v.breakWords(words, width))
	}
	return v.WrapWhole(text, width)
}

// WrapWhole is Wrap where no word is to be broken: one wider than width stands
// alone, so that whoever asks can see that there is no room.
func (v *Canvas) WrapWhole(text string, width float64) string {
	words := v.units(text, width)
	text = strings.Join(words, " ")
	if len(words) < 2 || v.TextWidth(text) <= width {
		return text
	}
	wrapped, count := v.greedy(words, width)
	widest := max(width, v.TextWidth(wrapped))
	// Narrow the measure as long as the number of lines stays: even lines.
	for low, high := 0.0, width; high-low > 1; {
		middle := (low + high) / 2
		if narrower, n := v.greedy(words, middle); n > count || v.TextWidth(narrower) > widest {
			low = middle
		} else {
			wrapped, high = narrower, middle
		}
	}
	return ReadingOrder(wrapped)
}

// Wrapped returns some texts of the author's as labels, each wrapped to a width.
func (v *Canvas) Wrapped(texts []string, width float64) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = v.Wrap(v.Label(t), width)
	}
	return list
}

// WrappedWhole is Wrapped without a broken word.
func (v *Canvas) WrappedWhole(texts []string, width float64) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = v.WrapWhole(v.Label(t), width)
	}
	return list
}

// units splits a text where it may be broken. A dash stays with the word before
// it, and a phrase in Latin letters stays whole where a line has room for it:
// broken, its halves would stand in the wrong order.
func (v *Canvas) units(text string, width float64) []string {
	var units []string
	for word := range strings.FieldsSeq(text) {
		if n := len(units); n > 0 {
			last := units[n-1]
			joined := last + " " + word
			dash := !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
			if dash || !scene.RTL(last) && !scene.RTL(word) && v.TextWidth(joined) <= width {
				units[n-1] = joined
				continue
			}
		}
		units = append(units, word)
	}
	return units
}

func (v *Canvas) greedy(words []string, width float64) (string, int) {
	var all []string
	line := ""
	for _, word := range words {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && v.TextWidth(longer) > width {
			all = append(all, line)
			longer = word
		}
		line = longer
	}
	all = append(all, line)
	return strings.Join(all, "\n"), len(all)
}

// ReadingOrder gives all lines of a label the direction of the whole: a line
// without Arabic letters of its own is marked.
func ReadingOrder(text string) string {
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

// Label prepares a text of the author's for the chart.
func (v *Canvas) Label(text string) string {
	return Shield(words.Localise(text, v.System))
}

// Labels prepares several texts.
func (v *Canvas) Labels(texts []string) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = v.Label(t)
	}
	return list
}

// ECharts takes braces in labels for its own templates. They travel as two
// characters of private use and come back in Present.
const (
	openBrace  = "\ue07b"
	closeBrace = "\ue07d"
)

// ECharts makes the labels of value axes itself, of plain numbers, and knows no words
// for millions. What stands for each travels before the number, between these.
const (
	tickMark  = "\ue078"
	tickEqual = "\ue079"
)

// ticks is the template of the labels of an axis whose numbers are said in words.
func ticks(values []float64, labels []string) string {
	var b strings.Builder
	for i, x := range values {
		b.WriteString(strconv.FormatFloat(x, 'g', 9, 64) + tickEqual + Shield(labels[i]) + tickMark)
	}
	return b.String() + "{value}"
}

// relabelled is the label that stands for a number of such an axis, or the text.
func relabelled(text string) string {
	if !strings.Contains(text, tickMark) {
		return text
	}
	list := strings.Split(text, tickMark)
	number := list[len(list)-1]
	x, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
	if err != nil {
		return number
	}
	for _, tick := range list[:len(list)-1] {
		if value, label, ok := strings.Cut(tick, tickEqual); ok && value == strconv.FormatFloat(x, 'g', 9, 64) {
			return label
		}
	}
	return number
}

// Shield puts the braces of a text out of reach of those templates.
func Shield(text string) string {
	if !strings.ContainsAny(text, "{}") {
		return text
	}
	return strings.NewReplacer("{", openBrace, "}", closeBrace).Replace(text)
}

// Present gives the text that is printed for a text of the drawing. The labels
// that ECharts makes itself, on value axes, are plain numbers; they take the
// document's digits and a minus as wide as a digit.
func Present(text string, s numeral.System) string {
	text = relabelled(text)
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

// Number prints a value with no more digits than it is known by.
func (v *Canvas) Number(x float64) string { return v.Speaker().Number(x) }

// Tick prints a number of an axis.
func (v *Canvas) Tick(x float64) string { return v.Speaker().Tick(x) }

// Amount prints a value with its unit. A unit that counts millions or thousands
// is said in the word that fits the value: 10000 million euro are "10 مليارات
// يورو".
// A unit whose forms are not known is left to [Canvas.NoteUnit].
func (v *Canvas) Amount(x float64, unit string) string {
	say := v.Speaker()
	if (v.bare == "" || v.bare == unit) && say.Bare(unit) {
		v.bare = unit
		return v.Number(x)
	}
	return say.Mark(x, unit)
}

// NoteUnit says below a drawing the unit that its amounts were printed without,
// if any.
func (v *Canvas) NoteUnit(d Drawing) Drawing {
	if v.bare == "" {
		return d
	}
	return v.NoteBelow(d, locale.SayPlain(v.Words.Charts.Unit, v.Label(v.bare)))
}

// NoteBelow says something below a drawing, if there is anything to say.
func (v *Canvas) NoteBelow(d Drawing, text string) Drawing {
	if text == "" {
		return d
	}
	before := d.Annotate
	d.Extra += "\x00" + v.Wrap(text, v.Width)
	d.Annotate = func(s *scene.Scene) {
		if before != nil {
			before(s)
		}
		v.WriteBelow(s, text)
	}
	return d
}

// WriteBelow writes a text below a scene, in the lighter colour, and makes it as much
// higher.
func (v *Canvas) WriteBelow(s *scene.Scene, text string) {
	if text == "" {
		return
	}
	text = v.Wrap(text, v.Width)
	v.Write(s, text, v.Palette.Muted, 0, v.Width, s.Height+3)
	s.Height += 3 + float64(Lines(text))*v.Leading()
}

// Speaker prints numbers and dates in the words of the document.
func (v *Canvas) Speaker() words.Speaker { return words.For(v.Chart, v.Words, v.System) }

// WrapBold wraps a text that will be bold, which is a little wider.
func (v *Canvas) WrapBold(text string, width float64) string {
	return v.Wrap(text, width/1.08)
}

// Percent prints a share of one with as many digits as it needs to be seen.
func (v *Canvas) Percent(share float64) string { return words.Share(share, v.System) }
