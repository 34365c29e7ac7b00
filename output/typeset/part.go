package typeset

import (
	"strings"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/output/paragraph"
)

// A part of a document in another language or direction stands whole on its own side:
// its headings with their numbers, its lists, bars, tables and notes, and the words
// that the program writes into it. An author declares one as a division; a section
// that is in a Latin script throughout is one by itself.

// foreignLanguage is that of text in Latin script whose language nobody names, here and
// in the tags (see language.go).
const foreignLanguage = "en"

// part sets blocks in a language, or in that of the text around it where it is "", from
// the right or from the left.
func (b *builder) part(language string, fromRight bool, set func()) {
	outer, spoken, digits, names := b.surroundings, b.language, b.digits, b.names
	if language != "" {
		b.language, b.names = language, b.names.In(language)
	}
	b.fromRight, b.rtl = fromRight, fromRight
	b.digits = numeral.System(b.options.Digits)
	if !fromRight {
		b.digits = "" // as they are written, also in cells that hold nothing else
	}
	set()
	b.surroundings, b.language, b.digits, b.names = outer, spoken, digits, names
}

// leftToRightSection counts the blocks of the section that a list begins with, up to
// the next heading that is not below its own, where the section runs from left to
// right in a text from the right: its heading does, and all of its text. Otherwise it
// is 0.
func (b *builder) leftToRightSection(list []brief.Block) int {
	if !b.fromRight || b.inNote || len(list) == 0 {
		return 0
	}
	heading, ok := list[0].(*brief.Heading)
	if !ok || b.runs(heading.Content) != paragraph.LTR {
		return 0
	}
	end := 1
	for end < len(list) {
		if h, ok := list[end].(*brief.Heading); ok && h.Level <= heading.Level {
			break
		}
		end++
	}
	if !b.runLeftToRight(list[1:end]) {
		return 0
	}
	return end
}

// runLeftToRight reports whether all text of some blocks runs from left to right, and
// some is more than a heading. A division that says how it runs is believed.
func (b *builder) runLeftToRight(blocks []brief.Block) bool {
	found := false
	for _, block := range blocks {
		all := true
		brief.Walk([]brief.Block{block}, func(inner brief.Block) {
			_, heading := inner.(*brief.Heading)
			texts(inner, func(line []brief.Inline) {
				switch b.runs(line) {
				case paragraph.RTL:
					all = false
				case paragraph.LTR:
					found = found || !heading
				}
			})
		})
		if !all {
			return false
		}
	}
	return found
}

// texts calls f with each line that an author wrote into a block.
func texts(block brief.Block, f func([]brief.Inline)) {
	switch n := block.(type) {
	case *brief.Figure: // its note is the program's
		f(n.Caption)
		f(n.Source)
		f(n.Credit)
	default:
		brief.Lines(block, f)
	}
}

// runs is the direction of a line by its letters; a line without any has none.
func (b *builder) runs(line []brief.Inline) paragraph.Direction {
	text := brief.Plain(line)
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return paragraph.Auto
	}
	return b.direction([]span{{text: text}})
}

// noteFromRight reports on which side a note stands: one that runs from left to right
// throughout stands on the left, and so does one of a part that does, but where it
// opens in a script of ours.
func (b *builder) noteFromRight(n *brief.Note) bool {
	if b.fromRight {
		return !b.runLeftToRight(n.Blocks)
	}
	opens := paragraph.Auto
	brief.Walk(n.Blocks, func(block brief.Block) {
		texts(block, func(line []brief.Inline) {
			if opens == paragraph.Auto {
				opens = b.runs(line)
			}
		})
	})
	return opens == paragraph.RTL
}
