package brief

import "strings"

// Walk calls f with every block, each before the blocks in it.
func Walk(blocks []Block, f func(Block)) {
	for _, b := range blocks {
		f(b)
		within(b, func(inner []Block) { Walk(inner, f) })
	}
}

// Runs calls f with the blocks, and with each list of blocks inside of them.
func Runs(blocks []Block, f func([]Block)) {
	f(blocks)
	for _, b := range blocks {
		within(b, func(inner []Block) { Runs(inner, f) })
	}
}

// within calls f with each list of blocks that a block holds itself.
func within(b Block, f func([]Block)) {
	switch b := b.(type) {
	case *List:
		for _, item := range b.Items {
			f(item.Blocks)
		}
	case *DefinitionList:
		for _, item := range b.Items {
			f(item.Blocks)
		}
	case *Quote:
		f(b.Blocks)
	case *Callout:
		f(b.Blocks)
	case *Division:
		f(b.Blocks)
	}
}

// Lines calls f with each line of text that a block has itself, in the order
// they are read: not with those of the blocks in it, nor with notes.
func Lines(b Block, f func([]Inline)) {
	switch b := b.(type) {
	case *Heading:
		f(b.Content)
	case *Paragraph:
		f(b.Content)
	case *DefinitionList:
		for _, item := range b.Items {
			f(item.Term)
		}
	case *Callout:
		f(b.Title)
	case *Verse:
		for _, line := range b.Lines {
			f(line.First)
			f(line.Second)
		}
	case *CodeBlock:
		f(b.Caption)
	case *Figure:
		f(b.Caption)
		f(b.Source)
		f(b.Note)
		f(b.Credit)
	case *TableBlock:
		f(b.Caption)
		Cells(b, f)
		f(b.Note)
		f(b.Source)
	}
}

// Cells calls f with the text of each cell of a table, row by row.
func Cells(t *TableBlock, f func([]Inline)) {
	for _, rows := range [][]TableRow{t.Header, t.Rows} {
		for _, row := range rows {
			for _, cell := range row.Cells {
				f(cell.Content)
			}
		}
	}
}

// Content returns what stands inside an element of a line, or nil.
func Content(n Inline) []Inline {
	switch n := n.(type) {
	case *Emphasis:
		return n.Content
	case *Strong:
		return n.Content
	case *Link:
		return n.Content
	case *Marked:
		return n.Content
	case *Raised:
		return n.Content
	case *Lowered:
		return n.Content
	case *Decorated:
		return n.Content
	}
	return nil
}

// Plain returns the characters of a line without its marks, notes and
// citations: for an outline, an identifier or a description.
func Plain(line []Inline) string {
	var b strings.Builder
	plain(&b, line)
	return b.String()
}

func plain(b *strings.Builder, line []Inline) {
	for _, n := range line {
		switch n := n.(type) {
		case *Text:
			b.WriteString(n.Value)
		case *Code:
			b.WriteString(n.Value)
		case *LineBreak:
			b.WriteByte(' ')
		case *Image:
			b.WriteString(n.Alt)
		}
		plain(b, Content(n))
	}
}
