package typeset_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/typeset"
)

// Every page of a proof, its cover, imprint and turned ones too, says that it is a draft,
// beside the folio, on the side of the title in the running head; no other page does.
func TestProof(t *testing.T) {
	library := fonts.Bundled()
	table := "| الاسم | القيمة |\n|---|---|\n" + strings.Repeat("| مكتبة | 1 |\n", 30) + "\n: جدول {#tbl:wide .landscape}\n\n"
	text := strings.Repeat("نصٌّ يملأ السطور ويمضي بعضها في إثر بعض حتى تمتلئ الصفحة بما كُتب فيها من كلام.\n\n", 70)
	marks := map[string]string{"ar": "مسودة، المراجعة 3، 9 أبريل 2025", "en": "Draft, revision 3, 9 April 2025"}
	for lang, want := range marks {
		for _, name := range theme.Names() {
			t.Run(lang+" "+name, func(t *testing.T) {
				b, _, problems, err := readBrief(nil, "brief.md", []byte("---\ntitle: تقرير\nlang: "+lang+"\ndate: 2025-04-09\nrevision: 3\ncover: true\nimprint: دار النشر\n---\n\n# قسم\n\n"+text+table+text))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				for _, proof := range []bool{false, true} {
					d, more, err := typeset.Typeset(context.Background(), b, typeset.Options{
						Library: library, Shaper: fonts.NewShaper(), Theme: look, Digits: b.Meta.Digits, Date: b.Meta.Date, Proof: proof,
					})
					if err != nil || len(more) > 0 {
						t.Fatal(err, more)
					}
					turned := 0
					for i := range d.Pages {
						p := &d.Pages[i]
						if p.Turn != page.Upright {
							turned++
							for k := range p.Items { // as it is read
								it := &p.Items[k]
								it.X, it.Y, _, _ = p.Upright(it.X, it.Y, 0, 0)
							}
						}
						var found []line
						for _, l := range linesOf(p, newTatweels()) {
							if l.text == want {
								found = append(found, l)
							}
						}
						if !proof {
							if len(found) > 0 {
								t.Errorf("page %d is marked", i+1)
							}
							continue
						}
						if len(found) != 1 {
							t.Fatalf("page %d has %d marks", i+1, len(found))
						}
						first := found[0].items[0]
						if first.Slot != 0 || first.Artifact != page.PaginationArtifact || first.Text.Color != look.Colors.Muted {
							t.Errorf("page %d: the mark is no artifact in the quiet colour", i+1)
						}
						x, y := found[0].x, found[0].y
						height := math.Floor((look.Page.Height-look.Page.Top-look.Page.Bottom+0.01)/look.Body.Leading) * look.Body.Leading
						if at := p.Slug + look.Page.Top + height + look.Page.Foot; math.Abs(y-at) > 0.1 {
							t.Errorf("page %d: the mark stands at %.1f, not at %.1f", i+1, y, at)
						}
						rtl, recto := lang == "ar", i%2 == 0
						left, fromRight := p.Slug+look.Page.Outer, rtl
						if look.Page.Mirrored {
							fromRight = recto != rtl // at the edge
							if recto != rtl {
								left = p.Slug + look.Page.Inner
							}
						}
						if fromRight {
							x, left = x+found[0].width, left+look.Page.Measure()
						}
						if math.Abs(x-left) > 0.1 {
							t.Errorf("page %d: the mark ends at %.1f, not at %.1f", i+1, x, left)
						}
					}
					if turned == 0 {
						t.Error("no page is turned")
					}
				}
			})
		}
	}
}
