package label

import "warraq/input/brief"

// Item is the marker of an item of a list, by its index from 0: digits, or in the
// lists within it letters, and likewise two bullets; depth counts the lists around
// it. A list that runs from left to right has digits alone. A task has a box, in
// place of a bullet or after its number.
func (n *Names) Item(l *brief.List, i, depth int, rtl bool) string {
	inner, box := depth%2 == 1, ""
	switch l.Items[i].Task {
	case brief.OpenTask:
		box = "☐"
	case brief.DoneTask:
		box = "☑"
	}
	switch {
	case l.Ordered && box != "":
		return n.ordinalOf(l.Start+i, inner && rtl) + " " + box
	case l.Ordered:
		return n.ordinalOf(l.Start+i, inner && rtl)
	case box != "":
		return box
	case inner:
		return "–"
	}
	return "•"
}

// ordinalOf is the number of an item, or its letter.
func (n *Names) ordinalOf(number int, letter bool) string {
	if letter && number > 0 {
		return n.words.Letter(number) + "."
	}
	return n.Ordinal(number)
}

// Ordinal is a number that stands before an entry of a list.
func (n *Names) Ordinal(i int) string { return n.Integer(i) + "." }
