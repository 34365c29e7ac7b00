package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// Date prints a day, a month or a year by the names of months.
func (s Speaker) Date(days grid.Days) string {
	year, month, day := days.Parts()
	words := s.Locale.Dates
	number := func(n int) string { return numeral.Integer(n, s.System) }
	switch {
	case day > 0:
		return locale.SayPlain(words.Day, number(day), words.Months[month-1], number(year))
	case month > 0:
		return locale.SayPlain(words.Month, words.Months[month-1], number(year))
	}
	return number(year)
}

// Dates prints when an event is, in its drawing.
func (s Speaker) Dates(e grid.Event) string { return s.dates(e, s.Locale.Dates.ShortSpan) }

func (s Speaker) dates(e grid.Event, span string) string {
	if e.Period() && e.To.Text != e.When.Text {
		return locale.SayPlain(span, s.Date(e.When), s.Date(e.To))
	}
	return s.Date(e.When)
}

// Timeline reads the events in the order of time.
func Timeline(g *grid.Grid, d Describer) string {
	first, last := g.Events[0], g.Events[0]
	for _, e := range g.Events {
		if e.End() > last.End() {
			last = e
		}
	}
	count := d.count(len(g.Events), d.say.Nouns.Event)
	opening := locale.Say(d.say.Events, d.kind(g), count)
	if len(g.Events) > 1 || last.Period() {
		end := last.When
		if last.Period() {
			end = last.To
		}
		opening = locale.Say(d.say.EventsFrom, d.kind(g), count, locale.Plain(d.Date(first.When)), locale.Plain(d.Date(end)))
	}
	parts := []string{opening}
	said := func(lane int) locale.Phrase {
		var words []string
		for _, e := range g.Events {
			if len(g.Lanes) == 0 || e.Lane == lane {
				words = append(words, locale.Say(d.say.NameAmount, d.name(e.Name), locale.Plain(d.dates(e, d.Locale.Dates.Span))))
			}
		}
		return locale.Plain(strings.Join(words, d.Locale.Marks.Semicolon))
	}
	if len(g.Lanes) == 0 {
		return d.sentences(append(parts, locale.Say(d.say.EventList, said(0)))...)
	}
	for i, lane := range g.Lanes {
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(lane), said(i)))
	}
	return d.sentences(parts...)
}
