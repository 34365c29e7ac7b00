package typeset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// longReport writes a report of some sixty pages of mixed parts: text with notes,
// lists, boxes, quotations, figures and tables of all heights, turned tables.
func longReport(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	between := func(least, most int) int { return least + r.IntN(most-least+1) }
	words := func(least, most int) string {
		all := make([]string, between(least, most))
		for i := range all {
			from := arabicWords
			if i > 0 && r.IntN(25) == 0 {
				from = latinWords
			}
			all[i] = from[r.IntN(len(from))]
		}
		return strings.Join(all, " ")
	}
	var text, notes strings.Builder
	figures, tables, marks := 0, 0, 0
	paragraph := func() {
		text.WriteString(words(40, 140))
		for range r.IntN(5) / 3 {
			marks++
			fmt.Fprintf(&text, "[^%d] %s", marks, words(5, 20))
			fmt.Fprintf(&notes, "[^%d]: %s.\n\n", marks, words(8, 40))
		}
		text.WriteString(".\n\n")
	}
	table := func(rows, columns int, class string) {
		tables++
		for i := range rows + 1 {
			text.WriteString("|")
			for range columns {
				text.WriteString(" " + words(1, 3) + " |")
			}
			if text.WriteString("\n"); i == 0 {
				text.WriteString(strings.Repeat("|---", columns) + "|\n")
			}
		}
		fmt.Fprintf(&text, "\n: %s {#tbl:t%d%s}\n\n", words(4, 9), tables, class)
	}
	text.WriteString("---\ntitle: تقرير طويل\ntoc: true\n---\n\n")
	for chapter := range 8 {
		fmt.Fprintf(&text, "# %s\n\n", words(2, 5))
		paragraph()
		for range between(2, 4) {
			fmt.Fprintf(&text, "## %s\n\n", words(2, 6))
			for range between(3, 6) {
				paragraph()
				switch r.IntN(9) {
				case 0, 1, 2:
					figures++
					fmt.Fprintf(&text, "```chart {#fig:f%d}\ntype: bar\ntitle: %s\nheight: %d\nsource: %s\ndata:\n  - {البلد: مصر, القيمة: 5}\n  - {البلد: المغرب, القيمة: 4}\n```\n\n",
						figures, words(3, 9), between(110, 330), words(3, 8))
				case 3:
					table(between(3, 14), between(2, 5), "")
				case 4:
					fmt.Fprintf(&text, "> [!key] %s\n> %s\n\n", words(1, 3), words(15, 60))
				case 5:
					for range between(2, 6) {
						fmt.Fprintf(&text, "- %s\n", words(4, 30))
					}
					text.WriteString("\n")
				case 6:
					fmt.Fprintf(&text, "> %s\n\n", words(15, 45))
				}
			}
		}
		if chapter%3 == 1 {
			table(between(6, 14), 6, " .landscape")
			paragraph()
			paragraph()
		}
	}
	return text.String() + notes.String()
}

// within gives each content slot the roles of the elements that it stands in.
func within(t page.Tree) [][]page.Role {
	all := make([][]page.Role, len(t))
	var walk func(at page.Ref)
	walk = func(at page.Ref) {
		for _, c := range t[at].Children {
			all[c] = append(slices.Clip(all[at]), t[c].Role)
			walk(c)
		}
	}
	walk(0)
	return all
}

// bounds are those of a path on its page; of anything else they are nothing.
func bounds(it page.Item) (x, y, width, height float64) {
	if it.Path == nil || len(it.Path.Points) == 0 {
		return 0, 0, 0, 0
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, at := range it.Path.Points {
		left, right = min(left, it.X+at.X), max(right, it.X+at.X)
		top, bottom = min(top, it.Y+at.Y), max(bottom, it.Y+at.Y)
	}
	return left, top, right - left, bottom - top
}

// isGround reports whether a path of a size is the ground of a box.
func isGround(it page.Item, width, height float64) bool {
	return it.Slot == 0 && it.Path != nil && it.Path.Fill != nil && width > 100 && height > 20
}

// heightsOf are the lowest end of a page's text and boxes, a line's as far below its
// baseline as lines of running text reach, and the highest of its notes.
func heightsOf(p *page.Page, roles [][]page.Role, below float64) (lowest, notes float64) {
	notes = math.Inf(1)
	for _, it := range p.Items {
		if it.Slot == 0 {
			if _, y, width, height := bounds(it); isGround(it, width, height) {
				lowest = max(lowest, y+height)
			}
			continue
		}
		inNote := slices.Contains(roles[it.Slot], page.Note) && !slices.Contains(roles[it.Slot], page.Table)
		top, bottom := it.Y, it.Y
		switch {
		case it.Text != nil:
			top, bottom = it.Y-it.Text.Face.Ascent*it.Text.Size, it.Y+it.Text.Face.Descent*it.Text.Size
			if roles[it.Slot][0] != page.Div {
				bottom = it.Y + below
			}
		case it.Image != nil:
			bottom = it.Y + it.Image.Height
		case it.Path != nil:
			for _, at := range it.Path.Points {
				top, bottom = min(top, it.Y+at.Y), max(bottom, it.Y+at.Y)
			}
		}
		if inNote {
			notes = min(notes, top)
		} else {
			lowest = max(lowest, bottom)
		}
	}
	return lowest, notes
}

// Over a long report in every theme the lines of running text stand on a grid of half
// lines that all pages share, figures come in their order, no page is short of its foot
// by more than three lines but for a reason, and hardly a box, all of them short, is cut.
//
// With WARRAQ_CASES set, over eight reports.
func TestLongReport(t *testing.T) {
	library := fonts.Bundled()
	seeds, most := 1, 2
	if os.Getenv("WARRAQ_CASES") != "" {
		seeds, most = 8, 4 // what may not be parted leaves more short in a few
	}
	for i := range seeds * len(theme.Names()) {
		name, seed := theme.Names()[i%len(theme.Names())], uint64(i/len(theme.Names())+5)
		t.Run(fmt.Sprint(name, " ", seed), func(t *testing.T) {
			t.Parallel()
			markdown := longReport(seed)
			b, _, problems, err := readBrief(nil, "brief.md", []byte(markdown))
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			look, _ := theme.Bundled(name)
			d, problems := setBrief(b, look, library)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			roles := within(d.Tree)
			face, _ := library.Face(look.Body.Family, false)
			half := look.Body.Leading / 2
			first := (look.Body.Leading-(face.Ascent+face.Descent)*look.Body.Size)/2 + face.Ascent*look.Body.Size
			lines, worst := 0, 0.0
			last := 0 // figure
			short := 0
			for i := range d.Pages {
				p := &d.Pages[i]
				top := p.Slug + look.Page.Top
				for _, it := range p.Items {
					if it.Text == nil || it.Slot == 0 || it.Text.Size != look.Body.Size || it.Text.Face.Family != look.Body.Family || it.Text.Face.Bold || p.Turn != page.Upright {
						continue
					}
					if strings.HasPrefix(string(roles[it.Slot][0]), "H") || slices.Contains(roles[it.Slot], page.Note) || i == 0 {
						continue
					}
					steps := (it.Y - top - first) / half
					off := math.Abs(steps-math.Round(steps)) * half
					if lines, worst = lines+1, max(worst, off); off > 0.1 {
						t.Fatalf("page %d: %q stands %.2f points off the grid", i+1, it.Text, off)
					}
				}
				for _, e := range figuresOn(d, i) {
					if e < last {
						t.Errorf("page %d: figure %d comes after figure %d", i+1, e, last)
					}
					last = e
				}
				if i == 0 || i == len(d.Pages)-1 || p.Turn != page.Upright {
					continue
				}
				lowest, notes := heightsOf(p, roles, look.Body.Leading-first)
				foot := top + math.Floor((look.Page.Height-look.Page.Top-look.Page.Bottom+0.01)/look.Body.Leading)*look.Body.Leading
				empty := (min(foot, notes-2*look.Space.NoteRule) - lowest) / look.Body.Leading
				if empty <= 3 {
					continue
				}
				next := page.Role("")
				for k := i + 1; k < len(d.Pages) && next == ""; k++ {
					next = opening(&d.Pages[k], roles)
				}
				t.Logf("page %d is short by %.1f lines; the text goes on with %q", i+1, empty, next)
				if next != page.Heading1 && next != "" { // else the chapter or the report ends
					short++
				}
			}
			cut := 0 // of the boxes, all of them short
			for _, pages := range boxPages(d) {
				if len(pages) > 1 {
					cut++
				}
			}
			t.Logf("%d of %d boxes are cut", cut, len(boxPages(d)))
			if cut > 1 {
				t.Errorf("%d boxes are cut", cut)
			}
			for _, f := range passed(d) {
				t.Errorf("the figure of line %d stands after the head of the chapter that follows it", f)
			}
			t.Logf("%d pages, %d stretches of running text within %.3f points of the grid, %d short pages", len(d.Pages), lines, worst, short)
			if short > most {
				t.Errorf("%d pages are short and no chapter follows", short)
			}
			if len(d.Pages) < 45 || lines < 1500 {
				t.Error("too little to judge by")
			}
		})
	}
}

// boxPages are the pages that each box stands on, in the order of the boxes.
func boxPages(d *page.Document) [][]int {
	box := map[page.Ref]int{} // of each slot
	var all [][]int
	var walk func(e page.Ref, of int)
	walk = func(e page.Ref, of int) {
		if of >= 0 && d.Tree[e].Role == page.Slot {
			box[e] = of
		}
		for _, c := range d.Tree[e].Children {
			walk(c, of)
		}
	}
	for e := range d.Tree {
		el := &d.Tree[e]
		if el.Role == page.Div && len(el.Children) > 1 && !slices.ContainsFunc(el.Children, func(c page.Ref) bool {
			return d.Tree[c].Role != page.Paragraph
		}) {
			walk(page.Ref(e), len(all))
			all = append(all, nil)
		}
	}
	for i := range d.Pages {
		for _, it := range d.Pages[i].Items {
			if of, in := box[it.Slot]; in && it.Slot != 0 && !slices.Contains(all[of], i) {
				all[of] = append(all[of], i)
			}
		}
	}
	return all
}

// figuresOn are the numbers of the figures on a page, from its head down.
func figuresOn(d *page.Document, index int) []int {
	type placed struct {
		y      float64
		number int
	}
	var all []placed
	number := 0
	for _, e := range d.Tree {
		if e.Role != page.Figure || e.Box == nil {
			continue
		}
		if number++; e.Box.Page == index {
			all = append(all, placed{e.Box.Y, number})
		}
	}
	slices.SortFunc(all, func(a, b placed) int { return int(a.y - b.y) })
	numbers := make([]int, len(all))
	for i, p := range all {
		numbers[i] = p.number
	}
	return numbers
}

// passed are the lines of figures that stand on a page after that where the next
// chapter begins.
func passed(d *page.Document) []int {
	begins := map[string]int{}
	for _, a := range d.Anchors {
		begins[a.Name] = a.Page
	}
	var chapters []int // the pages they begin on
	for _, o := range d.Outline {
		if o.Level == 1 {
			chapters = append(chapters, begins[o.Anchor])
		}
	}
	var late []int
	chapter := 0
	var walk func(e page.Ref)
	walk = func(e page.Ref) {
		switch el := &d.Tree[e]; {
		case el.Role == page.Heading1 && el.Place.File != nil:
			chapter++
		case el.Role == page.Figure && el.Box != nil && chapter < len(chapters) && el.Box.Page > chapters[chapter]:
			late = append(late, el.Place.Position().Line)
		}
		for _, c := range d.Tree[e].Children {
			walk(c)
		}
	}
	walk(0)
	return late
}

// opening is the role of what a page begins with, below the figures at its head.
func opening(p *page.Page, roles [][]page.Role) page.Role {
	var role page.Role
	top := math.Inf(1)
	for _, it := range p.Items {
		if it.Slot != 0 && it.Y < top && roles[it.Slot][0] != page.Div {
			top, role = it.Y, roles[it.Slot][0]
		}
	}
	return role
}
