package paragraph

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"warraq/fonts"
	"warraq/fonts/numeral"
	"warraq/input/problem"
)

// spans makes a right-to-left paragraph that stands on one line.
func spans(s ...Span) *Text {
	for i := range s {
		if s[i].Style.Size == 0 {
			s[i].Style = Style{Family: "Amiri", Size: 12, LTR: s[i].Style.LTR, Rise: s[i].Style.Rise}
		}
	}
	return &Text{Spans: s, Direction: RTL, Align: Start, Width: 1000}
}

// mark is the mark of a note.
func mark(n string) Span {
	number, _ := strconv.Atoi(n)
	return Span{Text: n, Note: number, Style: Style{Family: "Amiri", Size: 8, Rise: 4}}
}

// TestVisual: what stands where on a line, in stretches from left to right.
func TestVisual(t *testing.T) {
	e := environment()
	const link = 1
	for _, c := range []struct {
		name string
		text *Text
		want string
	}{
		{"mark after a word", spans(Span{Text: "كلمة"}, mark("1"), Span{Text: " بعدها"}), " بعدها|1|كلمة"},
		{"mark after Latin", spans(Span{Text: "اسم NATO"}, mark("12"), Span{Text: " بعدها"}), " بعدها|12|NATO|اسم "},
		{"mark after a number", spans(Span{Text: "سنة 2025"}, mark("3"), Span{Text: " بعدها"}), " بعدها|3|2025|سنة "},
		{"mark after code", spans(Span{Text: "اسم "}, Span{Text: "x = 1", Style: Style{LTR: true}}, mark("4"), Span{Text: "."}),
			".|4|x = 1|اسم "},
		{"mark at the end", spans(Span{Text: "اسم NATO"}, mark("5")), "5|NATO|اسم "},
		{"two marks", spans(Span{Text: "كلمة"}, mark("6"), mark("7")), "7|6|كلمة"},
		{"link of Latin after Latin", spans(Span{Text: "انظر "}, Span{Text: "abc", Style: Style{LTR: true}}, Span{Text: "def", Link: link}),
			"def|abc|انظر "},
		{"link inside a word", spans(Span{Text: "وال"}, Span{Text: "بنك", Link: link}, Span{Text: " هنا"}), " هنا|بنك|وال"},
		{"mark inside a Latin phrase", spans(Span{Text: "قال NATO"}, mark("8"), Span{Text: " and EU هنا"}), " هنا|NATO|8| and EU|قال "},
		{"link inside a Latin phrase", spans(Span{Text: "قال European "}, Span{Text: "Investment Bank", Link: link}, Span{Text: " Group هنا"}),
			" هنا|European |Investment Bank| Group|قال "},
		{"code inside a Latin phrase", spans(Span{Text: "قال use "}, Span{Text: "x=1", Style: Style{LTR: true}}, Span{Text: " in Go هنا"}),
			" هنا|use |x=1| in Go|قال "},
		{"link with a Latin name", spans(Span{Text: "انظر "}, Span{Text: "برنامج Erasmus+", Link: link}, Span{Text: " هنا"}),
			" هنا|Erasmus+|برنامج |انظر "},
		{"no-break space", spans(Span{Text: "10\u00A0كم"}), " كم|10"},
		{"spaces", spans(Span{Text: " أول \n"}, Span{Text: " ثان\u00AD "}), "ثان|أول "},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.text.Spans {
				c.text.Spans[i].Slot = i + 1
			}
			lines, problems := setAll(c.text, e)
			if len(lines) != 1 || len(problems) != 0 {
				t.Fatalf("%d lines, %v", len(lines), problems)
			}
			if got := visual(&lines[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestJoining: letters join across a change of colour, link or weight.
func TestJoining(t *testing.T) {
	e := environment()
	whole := spans(Span{Text: "بيت"})
	parted := spans(Span{Text: "ب", Slot: 1}, Span{Text: "يت", Slot: 2})
	a := setLines(whole, e)
	b := setLines(parted, e)
	if a[0].Width != b[0].Width || len(b[0].Items) != 2 {
		t.Errorf("%g in one part, %g in %d", a[0].Width, b[0].Width, len(b[0].Items))
	}
	bold := spans(Span{Text: "ب"}, Span{Text: "يت"})
	bold.Spans[1].Style.Bold = true
	alone := spans(Span{Text: "ب"})
	c := setLines(bold, e)
	d := setLines(alone, e)
	last := c[0].Items[len(c[0].Items)-1].Text
	if got, isolated := last.Words[0].Clusters[0].Glyphs[0].ID, d[0].Items[0].Text.Words[0].Clusters[0].Glyphs[0].ID; got == isolated {
		t.Errorf("a letter before a bold one stands alone")
	}
}

func TestLink(t *testing.T) {
	const target = 7
	text := spans(Span{Text: "انظر في "}, Span{Text: strings.Repeat("موقع المجلس ", 6), Link: target}, Span{Text: "وغيره"})
	text.Width, text.Align = 150, Justify
	lines := setLines(text, environment())
	links := 0
	for i := range lines {
		l := &lines[i]
		for _, k := range l.Links {
			links++
			if k.Link != target {
				t.Errorf("link %+v", k)
			}
			if k.X < 0 || k.X+k.Width > 150.001 || k.Y != -l.Ascent || k.Height != l.Ascent+l.Descent {
				t.Errorf("line %d: link at %g %g, %g by %g", i, k.X, k.Y, k.Width, k.Height)
			}
		}
		if len(l.Links) > 1 {
			t.Errorf("line %d has %d links", i, len(l.Links))
		}
	}
	if links < 2 {
		t.Errorf("%d links", links)
	}
}

func TestNotesOnTheirLine(t *testing.T) {
	text := plain(strings.Repeat("كلمة ", 30), 150)
	m := mark("9")
	text.Spans = append(text.Spans, Span{Text: "علامة", Style: amiri}, m, Span{Text: " ثم كلام بعدها يطول حتى يملأ سطرًا آخر", Style: amiri})
	lines := setLines(text, environment())
	found := 0
	for i := range lines {
		if !slices.Contains(lines[i].Notes, m.Note) {
			continue
		}
		found++
		if !strings.Contains(logical(&lines[i]), "علامة9") {
			t.Errorf("the mark left its word: %s", logical(&lines[i]))
		}
	}
	if found != 1 {
		t.Errorf("the note stands on %d lines", found)
	}
}

// problemsOf returns code and text of the problems of a paragraph.
func problemsOf(t *Text) []string {
	_, problems := setAll(t, environment())
	var found []string
	for _, p := range problems {
		found = append(found, p.Kind.Code+" "+t.where(p.Places[0]))
		for _, l := range []problem.Language{problem.Arabic, problem.English} {
			if s := p.Kind.Message.In(l, p.Words...) + p.Kind.Advice.In(l, p.Words...); strings.Contains(s, "%!") {
				found = append(found, s)
			}
		}
	}
	return found
}

func TestProblems(t *testing.T) {
	long := strings.Repeat("مستشفيات", 8)
	loose := plain("من مستشفياتهم ومستشفياتهن كلمة", 80)
	for _, c := range []struct {
		name string
		text *Text
		want []string
	}{
		{"none", plain("كلام عادي", 200), nil},
		{"missing glyph", plain("هذا \U00012000 حرف و\U00012001", 200), []string{"missing-glyph \U00012000", "missing-glyph \U00012001"}},
		{"long word", plain("قبل "+long+" بعد", 100), []string{"long-word " + long}},
		{"short line", plain("ثم مستشفياتهم", 52), []string{"short-line ثم"}},
		{"loose line", loose, []string{"loose-line من"}},
		{"narrow measure", plain("كلمة", 1), []string{"long-word كلمة", "narrow-measure ك"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := problemsOf(c.text); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestMissingIsABox: a missing character is a box with its code, whole wherever
// its word is divided, and read as what it is.
func TestMissingIsABox(t *testing.T) {
	for _, width := range []float64{200, 12} {
		read := ""
		for _, l := range setLines(plain("\U00012000\U00012001 国", width), environment()) {
			for i := range l.Items {
				for c := range l.Items[i].Text.Clusters() {
					if c.Text != " " && len(c.Glyphs) < 5 {
						t.Errorf("%q is %d glyphs", c.Text, len(c.Glyphs))
					}
				}
				read += l.Items[i].Text.String()
			}
		}
		if got := strings.Join(strings.Fields(read), ""); len([]rune(got)) != 3 {
			t.Errorf("width %g: read as %q", width, got)
		}
	}
}

// TestLatinFollowsOn: a left-to-right phrase that wraps puts its first words on
// the first line.
func TestLatinFollowsOn(t *testing.T) {
	text := plain("قال European Investment Bank Group Annual Report 2024 كلامًا", 120)
	text.Align = Start
	lines := setLines(text, environment())
	var words []string
	for i := range lines {
		for _, it := range lines[i].Items {
			if !it.Text.RTL {
				words = append(words, strings.TrimSpace(visual(&Line{Items: []Item{it}})))
			}
		}
	}
	if got := strings.Join(words, " "); len(lines) < 3 || !strings.HasPrefix(got, "European Investment Bank Group Annual Report") {
		t.Errorf("%d lines: %s", len(lines), got)
	}
}

func TestLeftToRight(t *testing.T) {
	text := plain("European Investment Bank. “Annual Report.” Luxembourg, 2024.", 150)
	text.Direction, text.Align, text.Indent = LTR, Start, 10
	lines := setLines(text, environment())
	if left, _ := widths(&lines[0]); left != 10 {
		t.Errorf("the first line begins at %g", left)
	}
	if left, _ := widths(&lines[1]); left != 0 {
		t.Errorf("the second line begins at %g", left)
	}
}

func TestRightToLeftStart(t *testing.T) {
	text := plain(strings.Repeat("كلمة وأخرى ", 12), 150)
	text.Align, text.Indent = Start, 10
	lines := setLines(text, environment())
	for i := range lines {
		want := 150.0
		if i == 0 {
			want = 140
		}
		if left, width := widths(&lines[i]); left+width < want-0.002 || left+width > want+0.002 {
			t.Errorf("line %d ends at %g", i, left+width)
		}
	}
}

func TestAuto(t *testing.T) {
	for text, want := range map[string]Direction{
		"كلام عربي": RTL, "English words": LTR, "2024": RTL, "COVID-19 والجائحة العالمية": RTL, "": RTL,
	} {
		var j joined
		j.join([]Span{{Text: text}})
		j.resolve(Auto, "", "")
		if got := j.base%2 == 1; got != (want == RTL) {
			t.Errorf("%q: right to left %v", text, got)
		}
	}
}

func TestForcedBreak(t *testing.T) {
	text := spans(Span{Text: "سطر أول "}, Span{Break: true}, Span{Text: " سطر ثان"}, Span{Break: true}, Span{Break: true}, Span{Text: "رابع"}, Span{Break: true})
	text.Align = Justify
	lines := setLines(text, environment())
	var got []string
	for i := range lines {
		got = append(got, logical(&lines[i]))
		if lines[i].Ascent <= 0 {
			t.Errorf("line %d has no height", i)
		}
	}
	if want := []string{"سطر أول", "سطر ثان", "", "رابع"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestKeep(t *testing.T) {
	text := plain("كلمة وكلمة ", 90)
	text.Spans = append(text.Spans, Span{Text: "لا تفرق هذا", Keep: true, Style: amiri})
	text.Align = Start
	lines := setLines(text, environment())
	if n := len(lines); logical(&lines[n-1]) != "لا تفرق هذا" {
		t.Errorf("%q", logical(&lines[n-1]))
	}
}

func TestDigits(t *testing.T) {
	text := spans(Span{Text: "سنة 2025 بنسبة 4.5% و1,200 وبرنامج Horizon 2020 و"}, Span{Text: "a1", Style: Style{LTR: true}}, Span{Text: " COVID-19"})
	text.Digits = numeral.Arabic
	lines := setLines(text, environment())
	if got, want := logical(&lines[0]), "سنة ٢٠٢٥ بنسبة ٤٫٥٪ و١٬٢٠٠ وبرنامج Horizon 2020 وa1 COVID-19"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	text.Spans[0].Text, text.Digits = "سنة ٢٠٢٥ بنسبة ٤٫٥٪ ", numeral.Latin
	lines = setLines(text, environment())
	if got, want := logical(&lines[0]), "سنة 2025 بنسبة 4.5% a1 COVID-19"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLooseness(t *testing.T) {
	text := plain(words(t, 120), 300)
	e := environment()
	lines := setLines(text, e)
	text.Looseness = 1
	more := setLines(text, e)
	if len(more) != len(lines)+1 {
		t.Errorf("%d lines, and %d when looser", len(lines), len(more))
	}
}

func TestNatural(t *testing.T) {
	e := environment()
	text := spans(Span{Text: "كلمة طويلة"}, Span{Break: true}, Span{Text: "ثم"})
	width, longest := Natural(text, e)
	lines := setLines(text, e)
	if width != lines[0].Width {
		t.Errorf("%g, set %g", width, lines[0].Width)
	}
	one := setLines(spans(Span{Text: "طويلة"}), e)
	if longest != one[0].Width {
		t.Errorf("longest word %g, set %g", longest, one[0].Width)
	}
	if w, l := Natural(&Text{}, e); w != 0 || l != 0 {
		t.Errorf("nothing is %g wide, its longest word %g", w, l)
	}
}

func TestScale(t *testing.T) {
	arabic, latin := &fonts.Face{Family: "a", XHeight: 0.5}, &fonts.Face{Family: "b", XHeight: 0.45}
	for _, c := range []struct {
		wanted, got *fonts.Face
		want        float64
	}{{arabic, arabic, 1}, {arabic, latin, 0.5 / 0.45}, {arabic, &fonts.Face{Family: "c", XHeight: 0.2}, 1.25}, {arabic, &fonts.Face{}, 1}} {
		if got := scale(c.wanted, c.got); got != c.want {
			t.Errorf("%g, not %g", got, c.want)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add("كلمة (EPCA) 10% https://a.b/c", 60.0)
	f.Add("\u2067\u2066x\u2069 م\u200Cن ـــ", 5.0)
	e := environment()
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !utf8.ValidString(s) || len(s) > 2000 {
			t.Skip()
		}
		x := plain(s, width)
		x.Kashida = NaskhKashida
		Set(x, e)
		Natural(x, e)
	})
}
