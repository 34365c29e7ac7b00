package locale

import (
	"strconv"
	"strings"
)

// A Case is the case of a noun, as far as Arabic writes it.
type Case int

// The cases: of a subject, and of what a verb or a preposition governs.
const (
	Nominative Case = iota
	Oblique
)

// A Phrase is words in the case that a sentence asks for.
type Phrase struct{ Nominative, Oblique string }

// Plain is a phrase that is the same in every case.
func Plain(text string) Phrase { return Phrase{text, text} }

// In returns the phrase in a case.
func (p Phrase) In(c Case) string {
	if c == Oblique {
		return p.Oblique
	}
	return p.Nominative
}

// Say fills a template: {1} is the first phrase in the nominative, {1:oblique} in
// the oblique case, and so on. Braces in phrases mean nothing.
func Say(template string, parts ...Phrase) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		number, form, _ := strings.Cut(name, ":")
		if i, err := strconv.Atoi(number); err == nil && i >= 1 && i <= len(parts) {
			c := Nominative
			if form == "oblique" {
				c = Oblique
			}
			b.WriteString(parts[i-1].In(c))
		}
		template = after
	}
}

// SayPlain fills a template with texts that are the same in every case.
func SayPlain(template string, texts ...string) string {
	parts := make([]Phrase, len(texts))
	for i, t := range texts {
		parts[i] = Plain(t)
	}
	return Say(template, parts...)
}

// A Counted is a template that follows a count by its pronouns: ـه of one, ـهما of
// two, ـها of more.
type Counted struct{ One, Two, More string }

// same is one template for every count.
func same(template string) Counted { return Counted{template, template, template} }

// Of returns the template for n things.
func (c Counted) Of(n int) string {
	switch n {
	case 1:
		return c.One
	case 2:
		return c.Two
	}
	return c.More
}
