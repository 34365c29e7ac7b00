package typeset_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// headsOf are the texts of the running head of a page from the left, and the edges of
// its measure.
func headsOf(p *page.Page, look *theme.Theme, tatweels *tatweels) []line {
	var heads []line
	for _, l := range linesOf(p, tatweels) {
		if l.items[0].Slot == 0 && l.y < p.Slug+look.Page.Top-1 {
			heads = append(heads, l)
		}
	}
	slices.SortFunc(heads, func(a, b line) int { return int(a.x - b.x) })
	return heads
}

// sideways are the texts of a running head that stand at the left and the right edge of
// the measure; what stands elsewhere is told.
func sideways(t *testing.T, heads []line, left, right float64) (atLeft, atRight string) {
	t.Helper()
	for i, h := range heads {
		switch {
		case math.Abs(h.x-left) < 0.1:
			atLeft = h.text
		case math.Abs(h.x+h.width-right) < 0.1:
			atRight = h.text
		default:
			t.Errorf("%q stands from %.1f to %.1f, between %.1f and %.1f", h.text, h.x, h.x+h.width, left, right)
		}
		if i > 0 && heads[i-1].x+heads[i-1].width+23.9 > h.x {
			t.Errorf("%q and %q are too close", heads[i-1].text, h.text)
		}
	}
	return atLeft, atRight
}

// The running head names the section in force where the text of its page begins, on the
// side of the binding, and the title on the other; in a one-sided document the title is
// where reading begins.
func TestRunningHeads(t *testing.T) {
	library := fonts.Bundled()
	words := map[string]string{
		"ar": "نصٌّ يملأ السطور ويمضي بعضها في إثر بعض حتى تمتلئ الصفحة بما كُتب فيها من كلام.\n\n",
		"en": "A text that fills its lines and goes on, one after the other, until the page is full of them.\n\n",
	}
	titles := map[string]string{"ar": "تقرير الموارد", "en": "Report on resources"}
	sections := []string{"المدخل", "Water in Asia (2025)", "تقرير الموارد", "السؤال", "Report on resources", "الخاتمة"}
	for _, lang := range []string{"ar", "en"} {
		for _, name := range theme.Names() {
			t.Run(lang+" "+name, func(t *testing.T) {
				text := "---\ntitle: " + titles[lang] + "\nlang: " + lang + "\ninstitution: مركز\nnumber-sections: true\n---\n\n" + strings.Repeat(words[lang], 70)
				for i, s := range sections {
					if i == 3 {
						text += "\\newpage\n\n"
					}
					text += "# " + s + "\n\n" + strings.Repeat(words[lang], 75) + "## فرع\n\n" + strings.Repeat(words[lang], 30)
				}
				b, _, problems, err := readBrief(nil, "brief.md", []byte(text))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				d, _ := setBrief(b, look, library)
				tatweels := newTatweels()
				begins := map[int][]string{} // the sections of each page, "" before one at its head
				for _, o := range d.Outline {
					for _, a := range d.Anchors {
						if a.Name != o.Anchor || o.Level != 1 {
							continue
						}
						if a.Y > d.Pages[a.Page].Slug+look.Page.Top+1 {
							begins[a.Page] = append(begins[a.Page], "")
						}
						begins[a.Page] = append(begins[a.Page], o.Title[strings.Index(o.Title, " ")+1:])
					}
				}
				force, seen := "", [3]int{}
				for i := range d.Pages {
					want := force
					if at := begins[i]; len(at) > 0 {
						if at[0] != "" {
							want = at[0]
							seen[0]++
						} else {
							seen[1]++
						}
						force = at[len(at)-1]
					} else if force != "" {
						seen[2]++
					}
					if want == titles[lang] {
						want = ""
					}
					heads := headsOf(&d.Pages[i], look, tatweels)
					if i == 0 {
						if len(heads) > 0 {
							t.Errorf("the first page has the head %q", heads[0].text)
						}
						continue
					}
					recto := i%2 == 0
					left := d.Pages[i].Slug + look.Page.Outer
					if look.Page.Mirrored && recto != (lang == "ar") {
						left = d.Pages[i].Slug + look.Page.Inner
					}
					atLeft, atRight := sideways(t, heads, left, left+look.Page.Measure())
					titleAtRight := lang == "ar"
					if look.Page.Mirrored {
						titleAtRight = recto != (lang == "ar")
					}
					title, section := atLeft, atRight
					if titleAtRight {
						title, section = atRight, atLeft
					}
					if title != titles[lang] || section != want {
						t.Errorf("page %d has %q and %q, not the section %q", i+1, title, section, want)
					}
				}
				if seen[0] < 1 || seen[1] < 2 || seen[2] < 6 {
					t.Errorf("sections begin at the head of a page, below it, and not at all on %v pages", seen)
				}
			})
		}
	}
}

// Of two long texts each has half of the room; of one, what the other leaves.
func TestLongRunningHeads(t *testing.T) {
	library := fonts.Bundled()
	long := strings.TrimSpace(strings.Repeat("كلام يطول ", 40))
	for _, c := range []struct{ title, section string }{{long, "قصير"}, {"عنوان", long}, {long, long + " آخر"}} {
		for _, name := range theme.Names() {
			t.Run(fmt.Sprint(name, " ", len(c.title), " ", len(c.section)), func(t *testing.T) {
				b, _, problems, err := readBrief(nil, "brief.md", []byte("---\ntitle: "+c.title+"\n---\n\n# "+c.section+"\n\n"+strings.Repeat("نصّ.\n\n", 120)))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				d, _ := setBrief(b, look, library)
				p := &d.Pages[2]
				heads := headsOf(p, look, newTatweels())
				left := p.Slug + look.Page.Outer
				measure := look.Page.Measure()
				sideways(t, heads, left, left+measure)
				if len(heads) != 2 {
					t.Fatalf("%d texts", len(heads))
				}
				for i, h := range heads {
					whole := h.text == c.title || h.text == c.section
					if least := min(measure/2, measure-heads[1-i].width) - 24 - 40; !whole && (!strings.HasSuffix(h.text, "…") || h.width < least) {
						t.Errorf("%q is %.1f wide, with room for %.1f", h.text, h.width, least+40)
					}
					if len(h.text) < 20 && !whole {
						t.Errorf("%q is cut", h.text)
					}
				}
			})
		}
	}
}
