package label

import "warraq/input/brief"

// Item is the marker of an item of a list, by its index from 0: digits, or in the
// lists within it letters, and likewise two bullets; depth counts the lists around
// it. A list that runs from left to right has digits alone.
func (n *Names) Item(l *brief.List, i, depth int, rtl bool) string {
	inner := depth%2 == 1
	switch number := l.Start + i; {
	case !l.Ordered && inner:
		return "–"
	case !l.Ordered:
		return "•"
	case inner && rtl && number > 0:
		return n.words.Letter(number) + "."
	default:
		return n.Ordinal(number)
	}
}

// Ordinal is a number that stands before an entry of a list.
func (n *Names) Ordinal(i int) string { return n.Integer(i) + "." }
