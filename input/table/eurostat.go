package table

import (
	"strings"

	"warraq/input/brief"
)

// keysInOne reports how many keys the first column of a file joins by commas, as
// Eurostat's files do, whose head is freq,unit,geo\TIME_PERIOD: 3; else 1.
func keysInOne(head string) int {
	keys, times, ok := strings.Cut(head, `\`)
	if !ok || times == "" || strings.ContainsAny(times, `\, `) || strings.ContainsAny(keys, " ") {
		return 1
	}
	return strings.Count(keys, ",") + 1
}

// apart puts each of the keys that the first cell of a row joins into a cell of its own.
// A row that joins another number of them stays as it is, and is told as ragged.
func apart(cells []brief.Cell, keys int) []brief.Cell {
	if keys == 1 || len(cells) == 0 {
		return cells
	}
	text, _, _ := strings.Cut(cells[0].Text, `\`)
	parts := strings.Split(text, ",")
	if len(parts) != keys {
		return cells
	}
	list := make([]brief.Cell, 0, len(cells)+keys)
	at := 0
	for _, part := range parts {
		c := cells[0]
		c.Text = part
		if c.Span.End-c.Span.Start == len(cells[0].Text) {
			c.Span = c.Span.At(at, len(part))
		}
		list = append(list, c)
		at += len(part) + 1
	}
	return append(list, cells[1:]...)
}
