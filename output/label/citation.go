package label

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/source"
	"warraq/output/citation"
)

// A Part is a piece of what is printed for a citation.
type Part struct {
	Text string
	// Reference is the entry that the piece leads to, or nil.
	Reference *brief.Reference
	// Span is its place in the source.
	Span source.Span
}

// Citation is what is printed for a citation: numbers in brackets, [1، 3] or
// [1، ص 3؛ 2], or authors and years, (الوادي، 2024، ص 3؛ Knuth 1981). Keys of no
// reference leave nothing.
func (n *Names) Citation(c *brief.Citation) []Part {
	if n.meta.CitationStyle == brief.AuthorDateCitations {
		return n.authorDate(c)
	}
	// Between [1، ص 3؛ 2] a comma would make the second work a page of the first.
	between := n.words.Marks.Comma
	if slices.ContainsFunc(c.Items, func(item brief.CitationItem) bool { return item.Locator != "" || item.Prefix != "" }) {
		between = n.words.Marks.Semicolon
	}
	return n.enclosed(c, "[", between, "]", func(item *brief.CitationItem) string { return n.Integer(item.Reference.Number) })
}

// authorDate is a citation by author and year. In the run of a sentence the author
// stands before the brackets: الوادي (2024).
func (n *Names) authorDate(c *brief.Citation) []Part {
	if c.InText && len(c.Items) == 1 && c.Items[0].Reference != nil {
		item := &c.Items[0]
		label := n.cited[item.Reference]
		parts := []Part{
			{label.Author, item.Reference, item.Span}, {" (", nil, c.Span}, {label.Year, item.Reference, item.Span},
		}
		return append(n.locator(parts, item), Part{")", nil, c.Span})
	}
	return n.enclosed(c, "(", n.words.Marks.Semicolon, ")", func(item *brief.CitationItem) string {
		label := n.cited[item.Reference]
		if item.YearOnly {
			return label.Year
		}
		return label.Text()
	})
}

// enclosed are the items of a citation in brackets, each called by a name.
func (n *Names) enclosed(c *brief.Citation, open, between, end string, name func(*brief.CitationItem) string) []Part {
	parts := []Part{{open, nil, c.Span}}
	for i := range c.Items {
		item := &c.Items[i]
		if i > 0 {
			parts = append(parts, Part{between, nil, c.Span})
		}
		if item.Prefix != "" {
			parts = append(parts, Part{item.Prefix + " ", nil, item.Span})
		}
		if item.Reference != nil {
			parts = n.locator(append(parts, Part{name(item), item.Reference, item.Span}), item)
		}
	}
	return append(parts, Part{end, nil, c.Span})
}

// locator adds the place in a work that a citation names.
func (n *Names) locator(parts []Part, item *brief.CitationItem) []Part {
	if item.Locator == "" {
		return parts
	}
	return append(parts, Part{n.words.Marks.Comma + item.Locator, nil, item.Span})
}

// ToReference is where the link of a citation leads, in words, by the text that
// it is printed as.
func (n *Names) ToReference(text string) string {
	return locale.SayPlain(n.words.Pages.Reference, text)
}

// Entry is a reference as an entry of the bibliography.
func (n *Names) Entry(r *brief.Reference) []brief.Inline {
	return citation.Entry(r, &n.meta, n.cited[r])
}
