package input

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/input/brief"
	"warraq/input/source"
)

// opening makes the heading that names the report its title, as GitHub, Obsidian
// and Quarto show it: one that has the words of the title, or, where the front
// matter has none, the only one of the first level, which then is the title. It is
// printed once, and the levels below move up where no other is of the first.
func (r *reading) opening(Options) {
	at, alone := -1, true
	for i, b := range r.brief.Body {
		h, ok := b.(*brief.Heading)
		if !ok {
			continue
		}
		if at < 0 && h.Level == 1 {
			at = i
		} else if at < 0 {
			return // what stands first is no title
		} else if h.Level == 1 {
			alone = false
		}
	}
	if at < 0 {
		return
	}
	h := r.brief.Body[at].(*brief.Heading)
	title := &r.brief.Meta.Title
	words := strings.TrimSpace(brief.Plain(h.Content))
	missing := strings.TrimSpace(title.Value) == ""
	switch {
	case h.ID != "" || h.Unnumbered || h.Appendix || words == "" || !isPlain(h.Content):
		return
	case missing && alone && !r.untitled:
		*title = brief.Field{Value: words, Span: h.Span}
	case missing || folded(words) != folded(title.Value):
		return
	}
	r.brief.Meta.TitleID = slug(words)
	r.brief.Body = slices.Delete(r.brief.Body, at, at+1)
	if alone {
		brief.Walk(r.brief.Body, func(b brief.Block) {
			if h, ok := b.(*brief.Heading); ok && h.Level > 1 {
				h.Level--
			}
		})
	}
}

// isPlain reports whether a line is words alone: a title has no notes, citations or
// links.
func isPlain(line []brief.Inline) bool {
	for _, n := range line {
		switch n.(type) {
		case *brief.Text, *brief.Code, *brief.LineBreak, *brief.Emphasis, *brief.Strong, *brief.Decorated:
		default:
			return false
		}
		if !isPlain(brief.Content(n)) {
			return false
		}
	}
	return true
}

// folded are the letters and digits of a text, as a search compares them.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ـ':
			return -1
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(text))
}

// title falls back to the first heading, and then to the file's name, since a
// PDF without a title fails its readers (ISO 14289-1, 7.1).
func (r *reading) title() {
	title := &r.brief.Meta.Title
	if strings.TrimSpace(title.Value) != "" {
		return
	}
	name := path.Base(r.brief.File.Name)
	*title = brief.Field{Value: strings.TrimSuffix(name, path.Ext(name))}
	for _, b := range r.brief.Body {
		if h, ok := b.(*brief.Heading); ok {
			if s := strings.TrimSpace(brief.Plain(h.Content)); s != "" {
				*title = brief.Field{Value: s}
			}
			break
		}
	}
	if r.untitled {
		return
	}
	r.problems.Add(titleMissing.At(source.Span{File: r.brief.File}, title.Value))
}
