package typeset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"warraq/fonts"
	"warraq/fonts/numeral"
	"warraq/input/theme"
	"warraq/output/page"
)

// setTable sets the text of a brief in a theme.
func setTable(t *testing.T, look, front, body string) (*page.Document, *theme.Theme) {
	t.Helper()
	data := []byte("---\ntitle: جداول\ntheme: " + look + "\n" + front + "---\n\n" + body)
	b, th, problems, err := readBrief(fstest.MapFS{}, "brief.md", data)
	if err != nil || problems.HasErrors() {
		t.Fatal(problems, err)
	}
	d, problems := setBrief(b, th, fonts.Bundled())
	for _, p := range problems {
		if p.Code == "long-word" {
			t.Errorf("%s: a word is broken: %v", look, p)
		}
	}
	return d, th
}

// tableLines are the texts of a page by their baselines, from above, each line's from the
// left.
func tableLines(p *page.Page) [][]page.Item {
	by := map[int][]page.Item{}
	for _, it := range p.Items {
		if it.Text != nil && strings.TrimSpace(it.Text.String()) != "" {
			by[int(math.Round(it.Y*10))] = append(by[int(math.Round(it.Y*10))], it)
		}
	}
	var at []int
	for y := range by {
		at = append(at, y)
	}
	slices.Sort(at)
	var lines [][]page.Item
	for _, y := range at {
		slices.SortFunc(by[y], func(a, b page.Item) int { return int(math.Copysign(1, a.X-b.X)) })
		lines = append(lines, by[y])
	}
	return lines
}

// textAt returns the item that has a text, and its page.
func textAt(t *testing.T, d *page.Document, text string) (page.Item, int) {
	t.Helper()
	for n := range d.Pages {
		for _, it := range d.Pages[n].Items {
			if it.Text != nil && strings.TrimSpace(it.Text.String()) == text {
				return it, n
			}
		}
	}
	t.Fatalf("%q is not printed", text)
	return page.Item{}, 0
}

// rulesOf are the horizontal rules of a page, of any ink or of some.
func rulesOf(p *page.Page, inks ...any) []box4 {
	var rules []box4
	for _, it := range p.Items {
		if it.Path == nil || it.Path.Fill == nil || it.Slot != 0 {
			continue
		}
		if r := extentOf(it); r.height < 1.2 && r.width > 5 && (len(inks) == 0 || slices.Contains(inks, any(*it.Path.Fill))) {
			rules = append(rules, r)
		}
	}
	slices.SortStableFunc(rules, func(a, b box4) int { return int(math.Copysign(1, a.y-b.y)) })
	return rules
}

// tableRules are the rules from the first line of a table on.
func tableRules(t *testing.T, d *page.Document, first string) []box4 {
	t.Helper()
	head, n := textAt(t, d, first)
	return slices.DeleteFunc(rulesOf(&d.Pages[n]), func(r box4) bool { return r.y < head.Y-30 })
}

// The whole digits of a column of numbers end at one place, whatever stands around them:
// signs, brackets, currencies, units, marks and their decimals, in both families of
// digits, from both sides. What is no number stands in the middle of the column.
func TestNumbersStandOnTheirDecimal(t *testing.T) {
	cells := []string{"1.5 مليون طن", "130 طنًا", "$5,400", "85 كم²", "(1,250.75)", "3.4[^a]", "12*", "7.125**", "+3.5%", "−0.25", "45%", "1,234,567", "100.0 †"}
	wholes := []int{1, 3, 4, 2, 4, 1, 2, 1, 1, 1, 2, 7, 3}
	for _, look := range theme.Names() {
		for _, digits := range []string{"latn", "arab", "arabext"} {
			for _, lang := range []string{"ar", "en"} {
				var body strings.Builder
				body.WriteString("| اسم | قيمة |\n|---|---|\n")
				for i, c := range cells {
					fmt.Fprintf(&body, "| سطر%c | %s |\n", 'ا'+i+6, c)
				}
				body.WriteString("| بلا | غير متاح |\n| لا | — |\n\n[^a]: نص.\n")
				d, _ := setTable(t, look, "lang: "+lang+"\ndigits: "+digits+"\n", body.String())
				at := 0
				first := math.NaN()
				for _, line := range tableLines(&d.Pages[0]) {
					if at == len(cells) || !strings.HasPrefix(strings.TrimSpace(nameOf(line)), "سطر") {
						continue
					}
					end := digitEnd(line, wholes[at])
					if at == 0 {
						first = end
					}
					if math.IsNaN(end) || math.Abs(end-first) > 0.02 {
						t.Errorf("%s, %s, %s: %q ends its whole digits at %.2f, the first at %.2f", look, digits, lang, cells[at], end, first)
					}
					at++
				}
				if at != len(cells) {
					t.Errorf("%s, %s, %s: %d rows of %d", look, digits, lang, at, len(cells))
				}
			}
		}
	}
}

// nameOf is the text of a line that names its row.
func nameOf(line []page.Item) string {
	for _, it := range line {
		if strings.Contains(it.Text.String(), "سطر") {
			return it.Text.String()
		}
	}
	return ""
}

// digitEnd is where the n-th digit of a line ends, from the left: digits run so in
// every script.
func digitEnd(line []page.Item, n int) float64 {
	for _, it := range line {
		x := it.X
		for c := range it.Text.Clusters() {
			x += float64(c.Advance) * it.Text.Size / float64(it.Text.Face.UnitsPerEm)
			for _, r := range c.Text {
				if unicode.IsDigit(r) {
					if n--; n == 0 {
						return x
					}
				}
			}
		}
	}
	return math.NaN()
}

// A table is as wide as it needs and stands in the middle; one that needs most of the
// measure fills it, and no cell breaks its line where there is room.
func TestTablesAreAsWideAsTheyNeed(t *testing.T) {
	for _, look := range theme.Names() {
		d, th := setTable(t, look, "", "| الدولة | السكان |\n|---|---|\n| كازاخستان | 20.1 |\n| قيرغيزستان | 7.2 |\n")
		measure := th.Page.Width - th.Page.Inner - th.Page.Outer
		rules := tableRules(t, d, "الدولة")
		if len(rules) != 3 {
			t.Fatalf("%s: %d rules, want those above and below the table and below its head", look, len(rules))
		}
		right := 0.0
		for _, it := range d.Pages[0].Items {
			if it.Text != nil && it.Y < rules[0].y {
				right = math.Max(right, it.X+it.Text.Width())
			}
		}
		if rules[0].width > measure/2 {
			t.Errorf("%s: %.0f points wide in %.0f", look, rules[0].width, measure)
		}
		if beyond := right - (rules[0].x + rules[0].width); math.Abs(beyond-(measure-rules[0].width)/2) > 2 {
			t.Errorf("%s: stands %.1f from the side of its text, which leaves %.1f", look, beyond, measure-rules[0].width)
		}
		d, _ = setTable(t, look, "", "| المسار | الشريك | الحالة | الملاحظات |\n|---|---|---|---|\n| اتفاق الشراكة المعزز | أوزبكستان | قيد التوقيع | يلي توقيع قيرغيزستان قريبًا |\n")
		if rules := tableRules(t, d, "المسار"); math.Abs(rules[0].width-measure) > 0.01 || len(rules) != 3 {
			t.Errorf("%s: a table that needs most of %.0f points has %v", look, measure, rules)
		}
	}
}

// In a part that runs the other way a narrow table stands where its lines begin.
func TestTablesOfAnotherPartStandWhereLinesBegin(t *testing.T) {
	d, th := setTable(t, "think-tank", "", "::: {lang=en dir=ltr}\n\nText that begins on the left.\n\n| Name | Value |\n|---|---|\n| One | 3 |\n\n: Caption\n\n:::\n")
	for _, line := range tableLines(&d.Pages[0]) {
		if at := slices.IndexFunc(line, func(it page.Item) bool { return strings.Contains(it.Text.String(), "Caption") }); at >= 0 && math.Abs(line[0].X-th.Page.Inner) > 0.5 {
			t.Errorf("its caption begins at %.1f", line[0].X)
		}
	}
	if rules := tableRules(t, d, "Name"); math.Abs(rules[0].x-th.Page.Inner) > 0.01 {
		t.Errorf("begins at %.1f, its text at %.1f", rules[0].x, th.Page.Inner)
	}
}

// A column does not break its lines while another has room to spare: heads break before
// the text below them, and a short cell beside a long one keeps its line.
func TestCellsBreakWhereTheyMust(t *testing.T) {
	survey := "| السؤال | موافق بشدة | موافق | محايد | معارض | معارض بشدة | لا أعرف |\n|---|---|---|---|---|---|---|\n" +
		"| هل ترى أن إيرادات المعادن تُنفق بعدل بين المناطق؟ | 12% | 23% | 20% | 25% | 15% | 5% |\n"
	d, th := setTable(t, "policy-brief", "", survey)
	lines := slices.DeleteFunc(tableLines(&d.Pages[0]), func(line []page.Item) bool { return line[0].Text.Size != th.Table.Size })
	if last := lines[len(lines)-1]; len(lines) != 3 || len(last) < 7 {
		t.Errorf("%d lines, want two of the head and one of the row", len(lines))
	}
	long := "| البند | الوصف |\n|---|---|\n| الترخيص الموحد | نافذة واحدة تجمع تراخيص الاستكشاف والاستغلال والتصدير وتُعلن شروطها ورسومها على الإنترنت ولا يُطلب من الشركة ما عند جهة أخرى |\n"
	for _, look := range theme.Names() {
		d, _ := setTable(t, look, "", long)
		textAt(t, d, "الترخيص الموحد")
	}
}

// Many columns get narrower gaps and then smaller type before a word is broken, and
// nothing leaves the measure.
func TestManyColumnsBreakNoWord(t *testing.T) {
	for _, look := range theme.Names() {
		var head, rule, row strings.Builder
		for i := range 12 {
			fmt.Fprintf(&head, "| %d ", 2013+i)
			rule.WriteString("|---")
			fmt.Fprintf(&row, "| %d.%d ", 10+i, i%10)
		}
		body := "| الدولة " + head.String() + "|\n|---" + rule.String() + "|\n| كازاخستان " + row.String() + "|\n| طاجيكستان " + row.String() + "|\n"
		d, th := setTable(t, look, "", body)
		textAt(t, d, "كازاخستان")
		table := tableRules(t, d, "الدولة")[0]
		if measure := th.Page.Width - th.Page.Inner - th.Page.Outer; table.width > measure+0.01 {
			t.Errorf("%s: %.1f points wide in %.1f", look, table.width, measure)
		}
		for _, it := range d.Pages[0].Items {
			if it.Text != nil && it.Y > table.y && it.Text.Size == th.Table.Size && (it.X < table.x || it.X+it.Text.Width() > table.x+table.width) {
				t.Errorf("%s: %q at %.1f leaves the table", look, it.Text, it.X)
			}
		}
	}
}

const spanned = `<table>
<caption>الصادرات والواردات</caption>
<thead>
<tr><th rowspan="2">الدولة</th><th colspan="2">الصادرات</th><th colspan="2">الواردات</th></tr>
<tr><th>قائم</th><th>مخطط</th><th>حصة</th><th>مبلغ</th></tr>
</thead>
<tbody>
%s</tbody>
</table>
`

// A head over several columns stands in their middle, over a rule as long as these, and
// that of the rows on the line of the lowest heads.
func TestSpannedHeadsStandOverTheirColumns(t *testing.T) {
	for _, look := range theme.Names() {
		d, th := setTable(t, look, "", fmt.Sprintf(spanned, "<tr><td>كازاخستان</td><td>78.7</td><td>80.25</td><td>61.2</td><td>62</td></tr>\n"))
		rules := slices.DeleteFunc(rulesOf(&d.Pages[0], any(th.Colors.Accent)), func(r box4) bool { return math.Abs(r.height-0.5) > 0.01 })
		if len(rules) != 2 {
			t.Fatalf("%s: %d rules below spanned heads", look, len(rules))
		}
		for head, columns := range map[string][2]string{"الصادرات": {"قائم", "مخطط"}, "الواردات": {"حصة", "مبلغ"}} {
			over, n := textAt(t, d, head)
			right, _ := textAt(t, d, columns[0])
			left, _ := textAt(t, d, columns[1])
			mid := over.X + over.Text.Width()/2
			at := slices.IndexFunc(rules, func(r box4) bool { return r.x < mid && mid < r.x+r.width })
			if n != 0 || at < 0 {
				t.Fatalf("%s: no rule below %s", look, head)
			}
			r := rules[at]
			if math.Abs(mid-(r.x+r.width/2)) > 0.6 {
				t.Errorf("%s: %s at %.2f over a rule whose middle is %.2f", look, head, mid, r.x+r.width/2)
			}
			if left.X < r.x-0.1 || right.X+right.Text.Width() > r.x+r.width+0.1 || r.y < over.Y || r.y > left.Y {
				t.Errorf("%s: the rule %+v does not stand between %s and its columns", look, r, head)
			}
		}
		if gap := math.Abs(rules[0].x - rules[1].x); gap < math.Min(rules[0].width, rules[1].width)+4 {
			t.Errorf("%s: the rules of two heads touch", look)
		}
		stub, _ := textAt(t, d, "الدولة")
		lowest, _ := textAt(t, d, "قائم")
		if math.Abs(stub.Y-lowest.Y) > 0.01 {
			t.Errorf("%s: the head of the rows stands at %.2f, the lowest heads at %.2f", look, stub.Y, lowest.Y)
		}
	}
}

// All rows of the head stand on each page of a long table, with their rules, its rows
// follow each other evenly, and a total never opens a page.
func TestLongTablesRepeatTheirHeads(t *testing.T) {
	for _, look := range theme.Names() {
		var rows strings.Builder
		for i := range 70 {
			name := "منطقة"
			if i%3 == 2 {
				name = "المجموع الفرعي"
			}
			fmt.Fprintf(&rows, "<tr><td>%s</td><td>%d.5</td><td>%d</td><td>%d%%</td><td>%d</td></tr>\n", name, i, i, i, i*100)
		}
		d, th := setTable(t, look, "", fmt.Sprintf(spanned, rows.String()+"<tr><td>المجموع</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>\n"))
		if len(d.Pages) < 3 {
			t.Fatalf("%s: %d pages", look, len(d.Pages))
		}
		for n := range d.Pages {
			var last, step float64
			heads, names := 0, 0
			for _, line := range tableLines(&d.Pages[n]) {
				name := false
				for _, it := range line {
					switch strings.TrimSpace(it.Text.String()) {
					case "الصادرات", "الواردات", "الدولة", "قائم", "مخطط", "حصة", "مبلغ":
						heads++
					case "منطقة", "المجموع", "المجموع الفرعي":
						name = true
						if names == 0 && it.Text.String() != "منطقة" {
							t.Errorf("%s, page %d: a total opens the page", look, n+1)
						}
					}
				}
				if !name {
					continue
				}
				names++
				if y := line[0].Y; last > 0 {
					if step > 0 && math.Abs(y-last-step) > 0.01 {
						t.Errorf("%s, page %d: rows are %.2f and %.2f apart", look, n+1, step, y-last)
					}
					step = y - last
				}
				last = line[0].Y
			}
			spans := slices.DeleteFunc(rulesOf(&d.Pages[n], any(th.Colors.Accent)), func(r box4) bool { return math.Abs(r.height-0.5) > 0.01 })
			if heads != 7 || names < 2 || len(spans) != 2 {
				t.Errorf("%s, page %d: %d heads with %d rules over %d rows", look, n+1, heads, len(spans), names)
			}
		}
	}
}

// Rows have rules between them only where some have several lines, and a total has one
// above it and stands in bold.
func TestRulesAreFew(t *testing.T) {
	const head = "| القطاع | القيمة |\n|---|---|\n"
	for _, look := range theme.Names() {
		for _, c := range []struct {
			rows  string
			rules int
			bold  bool
		}{
			{"| أول | 1 |\n| ثان | 2 |\n| ثالث | 3 |\n", 3, false},
			{"| أول | 1 |\n| ثان | 2 |\n| المجموع | 3 |\n", 4, true},
			{"| أول | 1 |\n| ثان | 2 |\n| المجموع | 3 |\n{total=none}\n", 3, false},
			{"| أول | 1 |\n| ثان | 2 |\n| الفائض | 3 |\n{total=row}\n", 4, true},
			{"| أول | 1 |\n| المجموع الفرعي | 2 |\n| ثالث | 3 |\n", 5, false},
			{"| أول | 1 |\n| " + strings.Repeat("كلام طويل ", 30) + " | 2 |\n| ثالث | 3 |\n", 5, false},
		} {
			d, _ := setTable(t, look, "", head+c.rows)
			rules := 0
			seen := map[int]bool{}
			for _, r := range tableRules(t, d, "القطاع") {
				if y := int(math.Round(r.y*2 + r.height)); !seen[y] {
					seen[y] = true
					rules++
				}
			}
			if rules != c.rules {
				t.Errorf("%s: %d rules in %q, want %d", look, rules, c.rows, c.rules)
			}
			plain, _ := textAt(t, d, "1")
			last, _ := textAt(t, d, "3")
			if got := last.Text.Face != plain.Text.Face; got != c.bold {
				t.Errorf("%s: the last number of %q is bold: %v", look, c.rows, got)
			}
		}
	}
}

// What stands below a table is of one face and size, and begins where the table does.
func TestNotesOfTablesHaveOneFace(t *testing.T) {
	for _, look := range theme.Names() {
		d, _ := setTable(t, look, "", "| القطاع | القيمة |\n|---|---|\n| أول[^a] | 1 |\n\n: جدول {#tbl:x source=\"المصدرنا\" note=\"ملاحظتنا\"}\n\n[^a]: حاشيتنا\n")
		var faces []*page.Text
		var ends []float64
		for _, want := range []string{"حاشيتنا", "ملاحظتنا", "المصدرنا"} {
			for _, line := range tableLines(&d.Pages[0]) {
				for i, it := range line {
					if strings.Contains(it.Text.String(), want) {
						last := line[len(line)-1]
						faces, ends = append(faces, line[i].Text), append(ends, last.X+last.Text.Width())
					}
				}
			}
		}
		if len(faces) != 3 {
			t.Fatalf("%s: %d lines below the table", look, len(faces))
		}
		table := tableRules(t, d, "القطاع")[0]
		for i, f := range faces {
			if f.Face != faces[0].Face || f.Size != faces[0].Size || f.Color != faces[0].Color {
				t.Errorf("%s: %v of %v and %v of %v below one table", look, f.Face.Family, f.Size, faces[0].Face.Family, faces[0].Size)
			}
			if math.Abs(ends[i]-table.x-table.width) > 3 {
				t.Errorf("%s: a line below the table begins at %.2f, the table at %.2f", look, ends[i], table.x+table.width)
			}
		}
	}
}

// A table that has room on a page stands whole: one with a caption moves, and one
// without leaves white up to nearly half a page.
func TestTablesWithRoomAreNotCut(t *testing.T) {
	text := strings.Repeat("تعتمد الدول الآسيوية على صادرات المعادن اعتمادًا متفاوتًا يظهر في الجداول. ", 6) + "\n\n"
	for _, look := range theme.Names() {
		for _, c := range []struct {
			rows    int
			caption string
		}{{8, ""}, {8, "\n: جدول\n"}, {17, "\n: جدول\n"}} {
			for paragraphs := range 10 {
				var body strings.Builder
				body.WriteString(strings.Repeat(text, paragraphs) + "| القطاع | القيمة |\n|---|---|\n")
				for i := range c.rows {
					fmt.Fprintf(&body, "| بند | %d |\n", 100+i)
				}
				body.WriteString(c.caption + "\n" + strings.Repeat(text, 5))
				d, th := setTable(t, look, "", body.String())
				_, first := textAt(t, d, "100")
				_, last := textAt(t, d, strconv.Itoa(99+c.rows))
				if first != last {
					t.Errorf("%s: %d rows after %d paragraphs begin on page %d and end on %d", look, c.rows, paragraphs, first+1, last+1)
				}
				if c.caption != "" && first > 0 {
					foot := 0.0
					for _, it := range d.Pages[first-1].Items {
						if it.Text != nil && it.Text.Size == th.Body.Size {
							foot = math.Max(foot, it.Y)
						}
					}
					whole := d.Pages[first-1].Height // with what a bleed adds
					if short := (whole+th.Page.Height)/2 - th.Page.Bottom - foot; short > 4*th.Body.Leading {
						t.Errorf("%s: %d rows after %d paragraphs leave %.0f points of page %d empty", look, c.rows, paragraphs, short, first)
					}
				}
			}
		}
	}
}

// Of random tables no word is broken where all have room, no text meets the next in its
// row, and numbers stay numbers.
func TestRandomTablesKeepTheirCellsApart(t *testing.T) {
	cases := 30
	if n, err := strconv.Atoi(os.Getenv("WARRAQ_CASES")); err == nil {
		cases = n
	}
	words := strings.Fields("الترخيص وزارة الطاقة نافذة واحدة تجمع تراخيص الاستكشاف Kazatomprom و BBB- كازاخستان في من سجل عام ثلاثة أشهر 2024")
	for n := range cases {
		random := rand.New(rand.NewPCG(13, uint64(n)))
		columns, rows := 2+random.IntN(6), 1+random.IntN(8)
		var body strings.Builder
		for r := range rows + 1 {
			for c := range columns {
				body.WriteString("| ")
				switch {
				case r > 0 && c%2 == 1:
					body.WriteString(numeral.Format(random.Float64()*math.Pow10(random.IntN(5)), random.IntN(3), numeral.Latin))
				default:
					for range 1 + random.IntN(1+c*3) {
						body.WriteString(words[random.IntN(len(words))] + " ")
					}
				}
			}
			body.WriteString("|\n")
			if r == 0 {
				body.WriteString(strings.Repeat("|---", columns) + "|\n")
			}
		}
		look := theme.Names()[n%3]
		d, _ := setTable(t, look, "", body.String())
		for p := range d.Pages {
			for _, line := range tableLines(&d.Pages[p]) {
				for i := 1; i < len(line); i++ {
					if before := line[i-1]; before.X+before.Text.Width() > line[i].X+0.1 {
						t.Fatalf("%s, %d: %q runs into %q\n%s", look, n, before.Text, line[i].Text, body.String())
					}
				}
			}
		}
	}
}

// A large table without a caption stays whole where that leaves less than about a third
// of a page empty, and is cut where it would leave more.
func TestLargeTablesAreCutWhereMuchWouldStayEmpty(t *testing.T) {
	text := strings.Repeat("تعتمد الدول الآسيوية على صادرات المعادن اعتمادًا متفاوتًا يظهر في الجداول. ", 2) + "\n\n"
	const rows = 17
	cut, whole := 0, 0
	for paragraphs := range 24 {
		var body strings.Builder
		body.WriteString(strings.Repeat(text, paragraphs) + "| القطاع | القيمة |\n|---|---|\n")
		for i := range rows {
			fmt.Fprintf(&body, "| بند | %d |\n", 100+i)
		}
		d, th := setTable(t, "think-tank", "", body.String()+"\n"+strings.Repeat(text, 20))
		head, first := textAt(t, d, "القطاع")
		_, last := textAt(t, d, strconv.Itoa(99+rows))
		if first == last {
			whole++
			continue
		}
		cut++
		if empty := th.Page.Height - th.Page.Bottom - head.Y; empty < 8*th.Body.Leading {
			t.Errorf("after %d paragraphs the table is cut though it would leave only %.0f points empty", paragraphs, empty)
		}
	}
	if cut == 0 || whole == 0 {
		t.Errorf("%d cut, %d whole", cut, whole)
	}
}

// A table without a head has a rule above it all the same.
func TestTablesWithoutAHeadHaveBothRules(t *testing.T) {
	d, _ := setTable(t, "think-tank", "", "<table><tr><td>بلا رأس</td><td>12.5</td></tr><tr><td>صف ثان</td><td>3</td></tr></table>\n")
	first, _ := textAt(t, d, "بلا رأس")
	last, _ := textAt(t, d, "صف ثان")
	if rules := tableRules(t, d, "بلا رأس"); len(rules) != 2 || rules[0].y > first.Y || rules[1].y < last.Y {
		t.Errorf("rules at %+v", rules)
	}
}
