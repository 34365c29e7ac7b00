package typeset

import (
	"testing"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A paragraph knows bytes of its own text: they are bound to where these are
// written, exactly where the text stands there as it is.
func TestBind(t *testing.T) {
	escaped := &source.File{Data: []byte("ا&#x12000;")}
	plain := &source.File{Data: []byte("__كلمة \U00012000__")}
	b := &builder{
		setter:   setter{env: paragraph.Environment{Library: fonts.Bundled(), Shaper: fonts.NewShaper()}},
		document: &page.Document{Tree: page.NewTree()},
	}
	b.tree = &b.document.Tree
	style := paragraph.Style{Family: "Amiri", Size: 12}
	to, note := &linkTarget{url: "https://example.org", element: 7}, &brief.Note{}
	spans := []span{
		{text: "كلمة \U00012000", style: style, slot: 3, source: source.Span{File: plain, Start: 2, End: 15}},
		{text: "ا\U00012000", style: style, slot: 4, source: source.Span{File: escaped, End: 11}, link: to},
		{text: "٩", style: style, slot: 5, note: note},
	}
	lines := b.lines(&paragraph.Text{Width: 400, Align: paragraph.Start}, spans, 20)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	l := &lines[0]
	for i, slot := range []page.Ref{5, 4, 4, 3, 3} {
		if len(l.items) != 5 || l.items[i].Slot != slot || l.items[i].Order != 24-i {
			t.Fatalf("the items are %+v", l.items)
		}
	}
	if len(l.links) != 1 || l.links[0].URL != to.url || l.links[0].Element != to.element {
		t.Errorf("the links are %+v", l.links)
	}
	if len(l.notes) != 1 || l.notes[0] != note {
		t.Errorf("the notes are %v", l.notes)
	}
	if got := string(l.source.Text()); got != "كلمة" {
		t.Errorf("the first word is written %q", got)
	}
	if len(b.problems) != 1 || len(b.problems[0].More) != 1 {
		t.Fatalf("the problems are %v", b.problems)
	}
	p := b.problems[0]
	for i, got := range []source.Span{p.Span, p.More[0].Span} {
		if want := []string{"\U00012000", "ا&#x12000;"}[i]; string(got.Text()) != want {
			t.Errorf("the character is written %q, not %q", got.Text(), want)
		}
	}
}
