package label

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/locale"
)

// Heading is what stands before the text of a heading: its number, or the letter
// of an appendix; nothing where it has neither.
func (n *Names) Heading(h *brief.Heading) string {
	if h.AppendixNumber > 0 {
		return n.appendix(h) + ":"
	}
	return n.numberOf(h)
}

// numberOf is the number of a section, after the letter of the appendix it is in.
func (n *Names) numberOf(h *brief.Heading) string {
	if h.InAppendix > 0 {
		return n.own.Letter(h.InAppendix) + "." + n.section(h.Number)
	}
	return n.section(h.Number)
}

func (n *Names) appendix(h *brief.Heading) string {
	return n.words.Pages.Appendix + noBreak + n.own.Letter(h.AppendixNumber)
}

// section is the number of a section, 2.1.3.
func (n *Names) section(number []int) string {
	parts := make([]string, len(number))
	for i, p := range number {
		parts[i] = n.Integer(p)
	}
	return strings.Join(parts, ".")
}

// Figure is a figure by its word and number, or by its word alone where it has
// none, as one without a caption.
func (n *Names) Figure(f *brief.Figure) string { return n.numbered(n.words.Pages.Figure, f.Number) }

// Table is a table by its word and number, or by its word alone.
func (n *Names) Table(t *brief.TableBlock) string { return n.numbered(n.words.Pages.Table, t.Number) }

func (n *Names) numbered(word string, number int) string {
	if number == 0 {
		return word
	}
	return word + noBreak + n.Integer(number)
}

// FigureCaption is what stands before the text of a figure's caption: nothing
// where it has no number.
func (n *Names) FigureCaption(f *brief.Figure) string {
	if f.Number == 0 {
		return ""
	}
	return n.Figure(f) + ": "
}

// TableCaption is what stands before the text of a table's caption.
func (n *Names) TableCaption(t *brief.TableBlock) string {
	if t.Number == 0 {
		return ""
	}
	return n.Table(t) + ": "
}

// Continued stands over a table where it goes on.
func (n *Names) Continued(t *brief.TableBlock) string {
	return locale.SayPlain(n.words.Pages.Continued, n.Table(t))
}

// Source stands before where the data of a figure or a table come from.
func (n *Names) Source() string { return n.words.Pages.Source + " " }

// Remark stands before a remark under a table.
func (n *Names) Remark() string { return n.words.Pages.Callouts["note"] + ": " }

// Callout is the title of a callout without one of its own.
func (n *Names) Callout(c *brief.Callout) string { return n.words.Pages.Callouts[c.Kind] }

// Reference is how the text calls the section, figure or table that a
// cross-reference leads to: by its number, a section without one by its heading
// in quotation marks. It is empty where the target is unknown.
func (n *Names) Reference(target brief.Block) string {
	switch t := target.(type) {
	case *brief.Figure:
		return n.Figure(t)
	case *brief.TableBlock:
		return n.Table(t)
	case *brief.Heading:
		switch {
		case t.AppendixNumber > 0:
			return n.appendix(t)
		case len(t.Number) > 0:
			return n.words.Pages.Section + noBreak + n.numberOf(t)
		}
		return n.words.Quote(brief.Plain(t.Content))
	}
	return ""
}

// Alternative is a picture in words: the author's, or else its caption.
func (n *Names) Alternative(f *brief.Figure) string {
	if f.Alt != "" {
		return f.Alt
	}
	return brief.Plain(f.Caption)
}
