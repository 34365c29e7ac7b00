package markdown

import (
	"slices"
	"strings"

	"warraq/input/brief"
)

// ReadTask takes the box of a task, `[ ]` or `[x]`, from the beginning of the text of
// an item, as GitHub does: a space and more text must follow. The blocks are the item's
// own to change.
func ReadTask(i *brief.ListItem) {
	if len(i.Blocks) == 0 {
		return
	}
	p, ok := i.Blocks[0].(*brief.Paragraph)
	if !ok || len(p.Content) == 0 {
		return
	}
	first, ok := p.Content[0].(*brief.Text)
	if !ok || len(first.Value) < 4 {
		return
	}
	if s := first.Span; s.File != nil && s.Row == 0 && s.Start > 0 && s.Start <= len(s.File.Data) && s.File.Data[s.Start-1] == '\\' {
		return // the author says that it is none
	}
	task := brief.NoTask
	switch first.Value[:3] {
	case "[ ]":
		task = brief.OpenTask
	case "[x]", "[X]":
		task = brief.DoneTask
	default:
		return
	}
	rest := strings.TrimLeft(first.Value[3:], " \t")
	taken := len(first.Value) - len(rest)
	if taken == 3 || rest == "" && len(p.Content) == 1 {
		return
	}
	i.Task = task
	if rest == "" {
		p.Content = slices.Delete(p.Content, 0, 1)
		return
	}
	if first.Span.End-first.Span.Start == len(first.Value) {
		first.Span = first.Span.At(taken, len(rest))
	}
	first.Value = rest
}
