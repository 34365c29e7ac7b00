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

// A cutBox is the part of a box on a page: its ground, and the baselines of the first
// and the last line within.
type cutBox struct {
	page        int
	width       float64
	top, bottom float64
	first, last float64
}

// boxesOn finds the parts of boxes by their ground; a text stands in all of their lines.
func boxesOn(d *page.Document, inBox string) []cutBox {
	var parts []cutBox
	for i := range d.Pages {
		p := &d.Pages[i]
		for _, it := range p.Items {
			_, y, width, height := bounds(it)
			if !isGround(it, width, height) {
				continue
			}
			box := cutBox{page: i, width: width, top: y, bottom: y + height, first: math.Inf(1)}
			for _, l := range linesOf(p, newTatweels()) {
				if l.items[0].Slot != 0 && l.y > y && l.y < y+height && strings.Contains(l.text, inBox) {
					box.first, box.last = min(box.first, l.y), max(box.last, l.y)
				}
			}
			parts = append(parts, box)
		}
	}
	return parts
}

// A box that pages cut has the padding of its ends at the cut as well, above the notes of
// its page and below the head of the next.
func TestBoxesAtTheFootOfAPage(t *testing.T) {
	library := fonts.Bundled()
	for _, name := range theme.Names() {
		look, _ := theme.Bundled(name)
		face, _ := library.Face(look.Body.Family, false)
		above := (look.Body.Leading-(face.Ascent+face.Descent)*look.Body.Size)/2 + face.Ascent*look.Body.Size
		below := look.Body.Leading - above
		lines := math.Floor((look.Page.Height - look.Page.Top - look.Page.Bottom) / look.Body.Leading)
		cuts := 0
		for before := 2; before < int(lines); before += 3 {
			for _, long := range []bool{false, true} {
				t.Run(fmt.Sprint(name, " ", before, " ", long), func(t *testing.T) {
					words := 30
					if long {
						words = 260
					}
					markdown := "---\ntitle: ت\n---\n\nنص[^1].\n\n" + strings.Repeat("سطر.\\\n", before) + "سطر.\n\n> [!warning] تنبيه\n> " +
						strings.Repeat("إطارٌ يمضي ", words/2) + "\n\n" + strings.Repeat("خارجٌ بعده ", 120) + "\n\n[^1]: حاشية.\n"
					b, _, problems, err := readBrief(nil, "brief.md", []byte(markdown))
					if err != nil || problems.HasErrors() {
						t.Fatal(err, problems)
					}
					d, _ := setBrief(b, look, library)
					parts := boxesOn(d, "إطارٌ")
					if len(parts) == 0 {
						t.Fatal("no box")
					}
					roles := within(d.Tree)
					for i, part := range parts {
						p := &d.Pages[part.page]
						text := p.Slug + look.Page.Top
						foot := text + lines*look.Body.Leading
						if _, notes := heightsOf(p, roles, 0); !math.IsInf(notes, 1) {
							foot = notes - look.Space.NoteRule
						}
						if part.top < text-0.01 || part.bottom > foot+0.01 {
							t.Errorf("page %d: the ground reaches from %.2f to %.2f, the text from %.2f to %.2f", part.page+1, part.top, part.bottom, text, foot)
						}
						if part.first > part.last {
							t.Errorf("page %d: no text stands on the ground", part.page+1)
						}
						more := 0.01
						if i == len(parts)-1 { // where the box ends the way to the grid is shared
							more += look.Body.Leading / 4
						}
						if got, want := part.bottom-part.last-below, look.Space.BoxPadding*0.75; got < want-0.01 || got > want+more {
							t.Errorf("page %d: %.2f below the last line, want %.2f", part.page+1, got, want)
						}
						if i == 0 { // the title
							continue
						}
						cuts++
						if got, want := part.first-above-part.top, look.Space.BoxPadding*0.6; math.Abs(got-want) > 0.01 {
							t.Errorf("page %d: %.2f above the first line, want %.2f", part.page+1, got, want)
						}
						if math.Abs(part.width-parts[0].width) > 0.01 {
							t.Errorf("page %d: the ground is %.2f wide, and %.2f before", part.page+1, part.width, parts[0].width)
						}
					}
				})
			}
		}
		if cuts < 3 {
			t.Errorf("%s: %d boxes are cut: the test shows too little", name, cuts)
		}
	}
}

// A block of code that pages cut is padded at the cut, below what is repeated above it.
func TestCodeIsPaddedWhereItIsCut(t *testing.T) {
	library := fonts.Bundled()
	for _, name := range theme.Names() {
		t.Run(name, func(t *testing.T) {
			look, _ := theme.Bundled(name)
			markdown := "---\ntitle: ت\n---\n\n```go title=main.go\n" + strings.Repeat("line := 1\n", 90) + "```\n\nبعدها.\n"
			b, _, problems, err := readBrief(nil, "brief.md", []byte(markdown))
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			d, _ := setBrief(b, look, library)
			parts := boxesOn(d, "line")
			if len(parts) < 2 {
				t.Fatalf("%d parts", len(parts))
			}
			for i, part := range parts {
				first, last := part.first-part.top, part.bottom-part.last
				if was := parts[0]; math.Abs(first-(was.first-was.top)) > 0.01 || math.Abs(last-(was.bottom-was.last)) > 0.01 {
					t.Errorf("part %d: %.2f to the first line and %.2f from the last, at first %.2f and %.2f", i, first, last, was.first-was.top, was.bottom-was.last)
				}
				if whole := parts[len(parts)-1]; math.Abs(last-(whole.bottom-whole.last)) > 0.01 {
					t.Errorf("part %d: %.2f from the last line, where it ends %.2f", i, last, whole.bottom-whole.last)
				}
				title := slices.IndexFunc(linesOf(&d.Pages[part.page], newTatweels()), func(l line) bool {
					return strings.Contains(l.text, "main.go") && l.y < part.top
				})
				if title < 0 {
					t.Errorf("part %d: its title does not stand above it", i)
				}
			}
		})
	}
}
