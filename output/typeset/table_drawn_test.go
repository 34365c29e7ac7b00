package typeset_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/typeset"
)

// Bars are as long as their numbers say, on one scale over all pages, from the
// side where lines begin, on the baseline of their row; small lines have their text
// and their place, and leave their cell nowhere.
func TestTablesDrawTheirNumbers(t *testing.T) {
	cases := 24
	if n, err := strconv.Atoi(os.Getenv("WARRAQ_CASES")); err == nil {
		cases = n
	}
	library, themes := fonts.Bundled(), theme.Names()
	for n := range cases {
		random := rand.New(rand.NewPCG(11, uint64(n)))
		lang := []string{"ar", "en"}[n%2]
		values := make([]int, 1+random.IntN(60))
		var text strings.Builder
		fmt.Fprintf(&text, "---\ntitle: T\nlang: %s\ntheme: %s\n---\n", lang, themes[n/2%len(themes)])
		text.WriteString("| الاسم | قيمة | 2020 | 2021 | 2023 |\n|---|---|---|---|---|\n")
		for i := range values {
			values[i] = random.IntN(2000) - 500*random.IntN(2)
			fmt.Fprintf(&text, "| اسم %c%c | %d | %d | %d | 7 |\n", 'ا'+i/8, 'ب'+i%8, values[i], random.IntN(19)-9, i)
		}
		text.WriteString("{bars=قيمة lines=2020..2023}\n")
		b, look, problems, err := readBrief(fstest.MapFS{}, "brief.md", []byte(text.String()))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		d, _, err := typeset.Typeset(context.Background(), b, typeset.Options{Library: library, Shaper: fonts.NewShaper(), Theme: look, Digits: b.Meta.Digits})
		if err != nil {
			t.Fatal(err)
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			checkBars(t, d, look, values, lang == "ar")
			checkLines(t, d, len(values))
		})
	}
}

// Where words leave no room, a table is printed without its bars, with a warning; a
// line is all that is left of its columns, so that without room it is an error.
func TestTablesTellThatTheyHaveNoRoomToDraw(t *testing.T) {
	for _, c := range []struct {
		columns         int
		attribute, code string
	}{{1, "bars=د1", ""}, {8, "bars=د1", "table-no-room-for-bars"}, {8, "lines=د1..د2", "table-no-room-for-lines"}} {
		text := "---\ntitle: T\n---\n| الدولة | د1 | د2 |" + strings.Repeat(" رقم |", c.columns) + "\n" +
			strings.Repeat("|---", c.columns+3) + "|\n| أ | 3 | 4 |" + strings.Repeat(" 1234567890123 |", c.columns) + "\n{" + c.attribute + "}\n"
		b, look, _, err := readBrief(fstest.MapFS{}, "brief.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		d, problems := setBrief(b, look, fonts.Bundled())
		told := ""
		for _, p := range problems {
			if strings.HasPrefix(p.Code, "table-") {
				told += p.Code
			}
		}
		if told != c.code || d == nil {
			t.Errorf("%s of %d columns: %q, want %q", c.attribute, c.columns, told, c.code)
		}
	}
}

// A bar stands on the baseline of its row where the first cell ends with a raised mark.
func TestBarsStandOnTheBaselineBesideNotes(t *testing.T) {
	d, _ := setMarkdown(t, fonts.Bundled(), "think-tank", "| الاسم | قيمة |\n|---|---|\n| اسم[^1] | 40 |\n{bars=قيمة}\n\n[^1]: نص.\n")
	look, _ := theme.Bundled("think-tank")
	bar, number := 0.0, 0.0
	for _, it := range d.Pages[0].Items {
		switch {
		case it.Text != nil && it.Text.String() == "40":
			number = it.Y
		case it.Path != nil && it.Slot == 0:
			if at := extentOf(it); math.Abs(at.height-look.Table.Size*0.62) < 0.01 {
				bar = at.y + at.height
			}
		}
	}
	if bar == 0 || math.Abs(bar-number) > 0.01 {
		t.Errorf("a bar at %g beside a number at %g", bar, number)
	}
}

// checkBars compares the bars of a document with their numbers.
func checkBars(t *testing.T, d *page.Document, look *theme.Theme, values []int, rtl bool) {
	low, high, drawn := 0, 0, 0
	for _, v := range values {
		low, high = min(low, v), max(high, v)
		if v != 0 {
			drawn++
		}
	}
	height := look.Table.Size * 0.62
	var bars []box4
	var on []int // pages, whose margins differ
	for n, p := range d.Pages {
		baselines := map[float64]bool{}
		for _, it := range p.Items {
			if it.Text != nil {
				baselines[math.Round(it.Y*100)] = true
			}
		}
		for _, it := range p.Items {
			if it.Path == nil || it.Path.Fill == nil || *it.Path.Fill != look.Colors.Accent || it.Slot != 0 {
				continue
			}
			if bar := extentOf(it); math.Abs(bar.height-height) < 0.01 {
				if !baselines[math.Round((bar.y+bar.height)*100)] {
					t.Fatalf("a bar stands on no baseline: %+v", bar)
				}
				bars, on = append(bars, bar), append(on, n%2)
			}
		}
	}
	if len(bars) != drawn {
		t.Fatalf("%d bars for %d numbers", len(bars), drawn)
	}
	unit := 0.0                 // points for one
	origin := map[int]float64{} // where nought stands on pages of a side
	at := 0
	for _, v := range values {
		if v == 0 {
			continue
		}
		bar := bars[at]
		at++
		begin := bar.x
		if (v > 0) == rtl {
			begin += bar.width
		}
		if per := bar.width / math.Abs(float64(v)); bar.width > 1 {
			side := on[at-1]
			if unit == 0 {
				unit = per
			}
			if origin[side] == 0 {
				origin[side] = begin
			}
			if math.Abs(per-unit)*math.Abs(float64(v)) > 0.01 || math.Abs(begin-origin[side]) > 0.01 {
				t.Fatalf("%d is a bar of %.3f from %.3f; others have %.3f for one from %.3f", v, bar.width, begin, unit, origin[side])
			}
		}
	}
}

// checkLines asks that each row has a small line with words and a place that its
// ink keeps to.
func checkLines(t *testing.T, d *page.Document, rows int) {
	found := 0
	of := map[page.Ref]page.Ref{}
	for i := range d.Tree {
		e := &d.Tree[i]
		if e.Role != page.Figure {
			continue
		}
		found++
		if e.Alt == "" || e.Box == nil {
			t.Fatalf("a small line without words or place: %+v", e)
		}
		for _, c := range e.Children {
			of[c] = page.Ref(i)
		}
	}
	if found != rows {
		t.Fatalf("%d small lines in %d rows", found, rows)
	}
	for n, p := range d.Pages {
		for _, it := range p.Items {
			figure, ok := of[it.Slot]
			if it.Path == nil || !ok {
				continue
			}
			ink, at := extentOf(it), d.Tree[figure].Box
			const dust = 0.01
			if at.Page != n || ink.x < at.X-dust || ink.y < at.Y-dust || ink.x+ink.width > at.X+at.Width+dust || ink.y+ink.height > at.Y+at.Height+dust {
				t.Fatalf("ink at %+v leaves its place %+v", ink, *at)
			}
		}
	}
}

type box4 struct{ x, y, width, height float64 }

func extentOf(it page.Item) box4 {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range it.Path.Points {
		q := scene.Point{X: it.X + p.X, Y: it.Y + p.Y}
		left, right, top, bottom = min(left, q.X), max(right, q.X), min(top, q.Y), max(bottom, q.Y)
	}
	return box4{left, top, right - left, bottom - top}
}
