package markdown_test

import (
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/markdown"
	"warraq/input/source"
)

// places are what links stand at in the text, in order, and what pictures and
// their addresses do.
func places(text string) (found []string) {
	blocks, r := read(text)
	var lines func([]brief.Inline)
	lines = func(list []brief.Inline) {
		for _, n := range list {
			if l, ok := n.(*brief.Link); ok {
				found = append(found, string(l.Span.Text()))
			}
			lines(brief.Content(n))
		}
	}
	brief.Walk(blocks, func(b brief.Block) { brief.Lines(b, lines) })
	for _, p := range r.Pictures {
		found = append(found, string(placeOf(p).Text()), string(p.Path.Span.Text()))
	}
	return found
}

func placeOf(p markdown.Picture) source.Span {
	if p.Figure != nil {
		return p.Figure.Span
	}
	return p.Image.Span
}

func TestLinksAndPicturesKnowTheirPlaces(t *testing.T) {
	definitions := "\n\n[x]: https://a.b/c\n"
	pictures := "\n\n[x]: c.png\n"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"قبل [نص](https://a.b) بعد", []string{"[نص](https://a.b)"}},
		{"[نص](https://a.b/(c)d) بعد (", []string{"[نص](https://a.b/(c)d)"}},
		{"[نص]( <https://a.b/ c> 'عنوان \\' (' ) )", []string{"[نص]( <https://a.b/ c> 'عنوان \\' (' )"}},
		{"[نص](https://a.b \"عنوان ) ] \\\"\") ]", []string{"[نص](https://a.b \"عنوان ) ] \\\"\")"}},
		{"[a `]` b](https://a.b) ](c)", []string{"[a `]` b](https://a.b)"}},
		{"[a ![](b.png) [c] d](https://a.b)", []string{"[a ![](b.png) [c] d](https://a.b)", "![](b.png)", "b.png"}},
		{"[a [c](https://c.d) d](https://a.b)", []string{"[c](https://c.d)", "https://a.b"}},
		{"[a][x] [x][] [x] [x](no link" + definitions, []string{"[a][x]", "[x][]", "[x]", "[x]"}},
		{"[x] ]" + definitions, []string{"[x]"}},
		{"> [a\n> b](\n> https://a.b\n> 'c\n> d'\n> )\n> e", []string{"[a\n> b](\n> https://a.b\n> 'c\n> d'\n> )"}},
		{"- [a\r\n  b](https://a.b\r\n  \"c\")\r\n  e", []string{"[a\r\n  b](https://a.b\r\n  \"c\")"}},
		{"| a |\n|---|\n| [a](https://a.b) c |", []string{"[a](https://a.b)"}},
		{"[ا](https://a.b)[ب](https://c.d)", []string{"[ا](https://a.b)", "[ب](https://c.d)"}},
		{"# [a](https://a.b) ##", []string{"[a](https://a.b)"}},
		{"![صورة](p.png)", []string{"![صورة](p.png)", "p.png"}},
		{"![](p.png)", []string{"![](p.png)", "p.png"}},
		{"![أ [ب](https://a.b) ج](<p q.png> \"ع\")", []string{"[ب](https://a.b)", "![أ [ب](https://a.b) ج](<p q.png> \"ع\")", "p q.png"}},
		{"![أ `]` ب](p\\(.png)", []string{"![أ `]` ب](p\\(.png)", "p\\(.png"}},
		{"> ![أ\n> ب](\n> p.png\n> )", []string{"![أ\n> ب](\n> p.png\n> )", "p.png"}},
		{"![أ](p.png){#fig:a}\n![ب](q.png)", []string{"![أ](p.png){#fig:a}", "p.png", "![ب](q.png)", "q.png"}},
		{"![أ][x]" + pictures, []string{"![أ][x]", "![أ][x]"}},
		{"![x]" + pictures, []string{"![x]", "![x]"}},
		{"![أ]()", nil},
		{"كلام ![أ](p.png) هنا", []string{"![أ](p.png)", "p.png"}},
	} {
		got := places(c.text)
		if len(got) != len(c.want) {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: a place is %q, not %q", c.text, got[i], c.want[i])
			}
		}
	}
}

// Whatever stands around it, a link is placed from its bracket to its last.
func TestPlacesOfLinksEndWhereLinksDo(t *testing.T) {
	pieces := []string{"[", "]", "(", ")", "![", "](", "a", "ب", " ", "\\", "<", ">", "\"", "'", "`", "*", "\n", "\n> ", "[x]", "](u)", "https://a.b"}
	rapid.Check(t, func(t *rapid.T) {
		text := "> "
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "pieces") {
			text += p
		}
		blocks, r := read(text + "\n\n[x]: https://a.b/c\n")
		check := func(place, opening string) {
			last := place[len(place)-1]
			if len(place) < 3 || place[:len(opening)] != opening || last != ')' && last != ']' {
				t.Fatalf("%q: a link stands at %q", text, place)
			}
		}
		var lines func([]brief.Inline)
		lines = func(list []brief.Inline) {
			for _, n := range list {
				if l, ok := n.(*brief.Link); ok && string(l.Span.Text()) != l.URL && l.Span.Text()[0] != '!' && l.Span.Text()[0] != '<' {
					check(string(l.Span.Text()), "[")
				}
				lines(brief.Content(n))
			}
		}
		brief.Walk(blocks, func(b brief.Block) { brief.Lines(b, lines) })
		for _, p := range r.Pictures {
			check(string(placeOf(p).Text()), "![")
		}
	})
}
