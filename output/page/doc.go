// Package page is a typeset document as plain data: what stands where on each
// page, and what it means. Typesetting builds it; painting, sealing and tests
// only read it.
//
// Lengths are points; x to the right and y down from a page's top left corner.
//
// Two things are held apart and joined by indices. The pages say where ink is:
// a [Page] has [Item]s, each a text, a path or a picture. The tree says what it
// means: its leaves, of role [Slot], are what items point at. An item without a slot is an artifact, such as a rule or a
// running head, and no reader by ear meets it.
//
// So a heading is an element with a slot, and text that points at it:
//
//	tree := page.NewTree()
//	slot := tree.Slot(tree.Add(0, page.HeadingRole(1)))
//	item := page.Item{Slot: slot, X: 72, Y: 96, Text: &page.Text{Face: face, Size: 16, Words: words}}
//	document := page.Document{Tree: tree, Pages: []page.Page{{Width: 595, Height: 842, Items: []page.Item{item}}}}
//
// Package paint writes such pages as PDF, and seal puts the tree into the file.
package page
