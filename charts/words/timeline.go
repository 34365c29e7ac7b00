package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// Dates prints when the event is, with the digits of a document.
func Dates(e grid.Event, s numeral.System) string {
	text := e.When.Text
	if e.Period() && e.To.Text != e.When.Text {
		text += "–" + e.To.Text
	}
	return numeral.Digits(text, s)
}

// describeEvents reads the events in the order of time.
func describeEvents(g *grid.Grid, d describer) string {
	first, last := g.Events[0], g.Events[0]
	for _, e := range g.Events {
		if e.End() > last.End() {
			last = e
		}
	}
	dates := func(e grid.Event) string {
		text := e.When.Text
		if e.Period() && e.To.Text != e.When.Text {
			text = "من " + e.When.Text + " إلى " + e.To.Text
		}
		return numeral.Digits(text, d.system)
	}
	opening := d.opening("خطّ زمني") + " يعرض " + numeral.Count(len(g.Events), happenings, d.system)
	if end := last.To.Text; len(g.Events) > 1 || last.Period() {
		if !last.Period() {
			end = last.When.Text
		}
		opening += " من " + numeral.Digits(first.When.Text, d.system) + " إلى " + numeral.Digits(end, d.system)
	}
	parts := []string{opening}
	if len(g.Lanes) == 0 {
		var words []string
		for _, e := range g.Events {
			words = append(words, d.text(e.Name)+" ("+dates(e)+")")
		}
		return sentences(append(parts, strings.Join(words, "؛ "))...)
	}
	for i, lane := range g.Lanes {
		var words []string
		for _, e := range g.Events {
			if e.Lane == i {
				words = append(words, d.text(e.Name)+" ("+dates(e)+")")
			}
		}
		parts = append(parts, d.quoted(lane)+": "+strings.Join(words, "؛ "))
	}
	return sentences(parts...)
}

var happenings = numeral.Forms{One: "حدثًا واحدًا", Two: "حدثين", Few: "أحداث", Many: "حدثًا"}
