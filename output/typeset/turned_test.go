package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// A turned table stands on pages with the trim of all others, within the area of their
// text; their folios stand where those of the others do; the text before fills its
// page, and goes on after.
func TestTurnedTable(t *testing.T) {
	library := fonts.Bundled()
	text := strings.Repeat("نصٌّ يملأ السطور ويمضي بعضها في إثر بعض حتى تمتلئ الصفحة بما كُتب فيها من كلام.\n\n", 18)
	for _, lang := range []string{"ar", "en"} {
		for _, name := range theme.Names() {
			for _, rows := range []int{3, 60} {
				t.Run(fmt.Sprint(lang, " ", name, " ", rows), func(t *testing.T) {
					table := "| الاسم | القيمة |\n|---|---|\n" + strings.Repeat("| مكتبة | 1 |\n", rows) + "\n: جدول {#tbl:wide .landscape}\n\n"
					b, _, problems, err := readBrief(nil, "brief.md", []byte("---\ntitle: تقرير\nlang: "+lang+"\n---\n\n"+text+table+text+text))
					if err != nil || problems.HasErrors() {
						t.Fatal(err, problems)
					}
					look, _ := theme.Bundled(name)
					d, _ := setBrief(b, look, library)
					turned, folio, first := 0, [2]float64{}, &d.Pages[0]
					for i := range d.Pages {
						p := &d.Pages[i]
						if p.Width != first.Width || p.Height != first.Height {
							t.Fatalf("page %d is %.1f × %.1f", i+1, p.Width, p.Height)
						}
						var last page.Item // the folio is painted last but for crop marks
						for _, it := range p.Items {
							if it.Text != nil && it.Slot == 0 {
								last = it
							}
							if it.Slot == 0 || p.Turn == page.Upright {
								continue
							}
							left, top, _, _ := p.Upright(it.X, it.Y, 0, 0)
							if least := p.Slug + min(look.Page.Inner, look.Page.Outer); left < least || left > p.Width-least || top < p.Slug+look.Page.Top || top > p.Height-p.Slug-look.Page.Bottom {
								t.Errorf("page %d: something stands at %.1f, %.1f", i+1, left, top)
							}
						}
						if i > 0 {
							x, y, _, _ := p.Upright(last.X, last.Y, 0, 0)
							if folio != [2]float64{} && (y-folio[1] > 0.01 || folio[1]-y > 0.01) {
								t.Errorf("page %d: the folio stands %.1f down, and %.1f before", i+1, y, folio[1])
							}
							folio = [2]float64{x, y}
						}
						if p.Turn == page.Upright {
							continue
						}
						if turned++; turned == 1 {
							lowest, _ := heightsOf(&d.Pages[i-1], within(d.Tree), 0)
							if empty := (first.Height - first.Slug - look.Page.Bottom - lowest) / look.Body.Leading; empty > 3 {
								t.Errorf("the page before is short by %.1f lines", empty)
							}
						}
					}
					if want := map[int]int{3: 1}[rows]; turned == 0 || want > 0 && turned != want || rows == 60 && turned < 2 {
						t.Errorf("%d pages are turned", turned)
					}
					if d.Pages[len(d.Pages)-1].Turn != page.Upright {
						t.Error("no text follows")
					}
				})
			}
		}
	}
}
