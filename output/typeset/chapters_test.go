package typeset_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// Chapters begin at the head of a new page, or of a new recto with a blank page before
// it where need be; that page has a folio and no running head, and a blank one nothing.
// Sections below, and headings in boxes, begin where they stand.
func TestChapters(t *testing.T) {
	library := fonts.Bundled()
	const words = "نصٌّ يملأ السطور ويمضي بعضها في إثر بعض حتى تمتلئ الصفحة بما كُتب فيها من كلام.\n\n"
	long, short := strings.Repeat(words, 45), strings.Repeat(words, 3)
	text := "::: {#first}\n\n# أول\n\n" + long + "## فرع\n\n" + short + "# ثانٍ\n\n" + short + "> # مقتبس\n>\n> نصّ.\n\n:::\n\n" +
		"# ثالث\n\n" + short + "![وصف](logo.png){#fig:a}\n\n: شكل\n\n::: {#second}\n\n" + short + "# رابع\n\n" + long + ":::\n\n# خامس\n\n" + long + long + "[أول](#first) و[ثانٍ](#second).\n"
	front := "---\ntitle: تقرير\ntoc: true\nbibliography: refs.bib\nnocite: all\nauthors: [{name: سلمى, bio: باحثة.}]\nabout: عن المركز.\n---\n\n"
	for _, chapters := range []theme.Chapters{theme.ContinuedChapters, theme.PageChapters, theme.RectoChapters} {
		for _, name := range theme.Names() {
			t.Run(string(chapters)+" "+name, func(t *testing.T) {
				b, _, problems, err := readBrief(os.DirFS("testdata"), "brief.md", []byte(front+text))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				look.Chapters = chapters
				d, _ := setBrief(b, look, library)
				places := map[string]page.Anchor{}
				for _, a := range d.Anchors {
					places[a.Name] = a
				}
				openers, sections := map[int]bool{}, 0
				for _, o := range d.Outline {
					at, ok := places[o.Anchor]
					if !ok {
						t.Fatalf("%q is nowhere", o.Title)
					}
					if o.Level > 1 || o.Title == "مقتبس" {
						continue
					}
					sections++
					atHead := at.Y < d.Pages[at.Page].Slug+look.Page.Top+1
					if atHead {
						openers[at.Page] = true
					}
					if chapters != theme.ContinuedChapters && !atHead {
						t.Errorf("%q begins at %.1f on page %d", o.Title, at.Y, at.Page+1)
					}
					if chapters == theme.RectoChapters && at.Page%2 != 0 {
						t.Errorf("%q begins on page %d", o.Title, at.Page+1)
					}
				}
				if sections != 8 || chapters != theme.ContinuedChapters && len(openers) != 8 {
					t.Errorf("%d of %d sections begin at the head of a page", len(openers), sections)
				}
				if chapters == theme.ContinuedChapters && len(openers) > 5 {
					t.Errorf("%d sections begin at the head of a page", len(openers))
				}
				if at := places["first"]; chapters != theme.ContinuedChapters && (at.Page != places[d.Outline[0].Anchor].Page || at.Y != places[d.Outline[0].Anchor].Y) {
					t.Errorf("the first part begins on page %d at %.1f", at.Page+1, at.Y)
				}
				before := func(a, b page.Anchor) bool { return a.Page < b.Page || a.Page == b.Page && a.Y < b.Y }
				third, second, fourth := places[outlineAnchor(d, "ثالث")], places["second"], places[outlineAnchor(d, "رابع")]
				if !before(third, second) || !before(second, fourth) {
					t.Errorf("the second part begins on page %d at %.1f, not between the headings on pages %d and %d", second.Page+1, second.Y, third.Page+1, fourth.Page+1)
				}
				blank := 0
				for i := range d.Pages {
					p := &d.Pages[i]
					if p.Label == "" || p.Width != d.Pages[0].Width || p.Height != d.Pages[0].Height {
						t.Errorf("page %d has label %q and is %.1f wide", i+1, p.Label, p.Width)
					}
					heads := headsOf(p, look, newTatweels())
					folios := 0
					for _, l := range linesOf(p, newTatweels()) {
						if l.items[0].Slot == 0 && l.y > p.Slug+look.Page.Top {
							folios++
						}
					}
					if slices.IndexFunc(p.Items, func(it page.Item) bool { return it.Slot != 0 }) < 0 {
						blank++
						if len(heads)+folios > 0 || chapters != theme.RectoChapters || i%2 == 0 || !openers[i+1] {
							t.Errorf("page %d is blank but for %d heads and %d folios", i+1, len(heads), folios)
						}
						continue
					}
					wantHead := i > 0 && (chapters == theme.ContinuedChapters || !openers[i])
					if (len(heads) > 0) != wantHead {
						t.Errorf("page %d has %d texts in its head", i+1, len(heads))
					}
					if i > 0 && folios < 1 {
						t.Errorf("page %d has no folio", i+1)
					}
				}
				if (blank > 0) != (chapters == theme.RectoChapters) {
					t.Errorf("%d pages are blank", blank)
				}
				for i := range d.Pages {
					for _, l := range d.Pages[i].Links {
						if _, ok := places[l.Anchor]; l.Anchor != "" && !ok {
							t.Errorf("a link leads to %q, which is nowhere", l.Anchor)
						}
					}
				}
			})
		}
	}
}

func outlineAnchor(d *page.Document, title string) string {
	for _, o := range d.Outline {
		if o.Title == title {
			return o.Anchor
		}
	}
	return ""
}
