package typeset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"warraq/fonts/bidi/samples"
	"warraq/input/brief"
	"warraq/input/source"
)

// TestFragmentsInEveryPlace: fragments of every kind are seen as they are typed in
// headings, the contents, paragraphs, lists, cells, captions and notes, in the digits of
// the document.
func TestFragmentsInEveryPlace(t *testing.T) {
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		r := rand.New(rand.NewPCG(7, uint64(len(digits))))
		var fragments []string
		for _, kind := range samples.Kinds() {
			if digits == brief.ArabicDigits && !kind.Digits {
				continue
			}
			for range 6 {
				fragment := kind.Make(r)
				if digits == brief.ArabicDigits {
					fragment = samples.Arabic(fragment)
				}
				fragments = append(fragments, fragment)
			}
		}
		b := &brief.Brief{File: &source.File{Name: "brief.md"}, Meta: brief.Meta{Title: brief.Field{Value: "تقرير"}, Lang: "ar", Digits: digits, TOC: true}}
		const places = 7
		for _, fragment := range fragments {
			text := func() []brief.Inline { return []brief.Inline{&brief.Text{Value: "هو " + fragment + " هنا"}} }
			note := &brief.Note{Label: fragment, Number: len(b.Notes) + 1, Blocks: []brief.Block{&brief.Paragraph{Content: text()}}}
			b.Notes = append(b.Notes, note)
			b.Body = append(b.Body,
				&brief.Heading{Level: 1, Content: text(), Attributes: brief.Attributes{ID: fragment}},
				&brief.Paragraph{Content: append(text(), &brief.NoteMark{Label: fragment, Note: note})},
				&brief.List{Items: []brief.ListItem{{Blocks: []brief.Block{&brief.Paragraph{Content: text()}}}}},
				&brief.TableBlock{
					Caption: text(), Number: len(b.Notes), Columns: make([]brief.Align, 1),
					Rows: []brief.TableRow{{Cells: []brief.TableCell{{Content: text(), ColSpan: 1, RowSpan: 1}}}},
				})
		}
		lines := seen(pagesOf(t, b, "think-tank"))
		for _, fragment := range fragments {
			if n := strings.Count(lines, fragment); n < places {
				t.Errorf("%q is seen so in %d places of %d", fragment, n, places)
			}
		}
	}
}
