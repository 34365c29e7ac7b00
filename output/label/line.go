package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

// SmallLine says what a small line of a table shows: how its numbers went from the
// first to the last, where they were highest and lowest, and which are not known. Of
// numbers without times it lists them.
func (n *Names) SmallLine(l *brief.SmallLine) string {
	say := &n.words.Charts
	known := make([]brief.SmallPoint, 0, len(l.Points))
	var unknown, listed []string
	for _, p := range l.Points {
		switch {
		case p.Known:
			known, listed = append(known, p), append(listed, p.Text)
		default:
			unknown, listed = append(unknown, p.Time), append(listed, say.NotKnown)
		}
	}
	if len(known) == 0 {
		return say.NotKnown
	}
	sentence := locale.SayPlain(say.SaidOf, say.TheValue, strings.Join(listed, n.words.Marks.Comma))
	if known[0].Time != "" {
		sentence = n.course(known)
		if len(unknown) > 0 {
			sentence += n.words.Marks.Semicolon + locale.SayPlain(say.UnknownList, n.words.List(unknown))
		}
	}
	first, size := utf8.DecodeRuneInString(sentence)
	return numeral.Digits(string(unicode.ToUpper(first))+sentence[size:]+n.words.Marks.Stop, n.digits)
}

// course is how numbers went.
func (n *Names) course(points []brief.SmallPoint) string {
	say := &n.words.Charts
	first, last := points[0], points[len(points)-1]
	low, high := first, first
	for _, p := range points {
		if p.Value < low.Value {
			low = p
		}
		if p.Value > high.Value {
			high = p
		}
	}
	var sentence string
	switch {
	case len(points) == 1:
		return locale.SayPlain(say.Single, say.TheValue, first.Text, first.Time)
	case low.Value == high.Value:
		return locale.SayPlain(say.Constant, say.TheValue, first.Text)
	case first.Value == last.Value:
		sentence = locale.SayPlain(say.Returned, say.TheValue, last.Time, first.Time, first.Text)
	case last.Value > first.Value:
		sentence = locale.SayPlain(say.Rose, say.TheValue, first.Text, first.Time, last.Text, last.Time)
	default:
		sentence = locale.SayPlain(say.Fell, say.TheValue, first.Text, first.Time, last.Text, last.Time)
	}
	if high.Value > first.Value && high.Value > last.Value {
		sentence += locale.SayPlain(say.HighestIn, high.Text, high.Time)
	}
	if low.Value < first.Value && low.Value < last.Value {
		sentence += locale.SayPlain(say.LowestIn, low.Text, low.Time)
	}
	return sentence
}
