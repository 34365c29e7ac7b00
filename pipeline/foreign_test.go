package pipeline_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/output/judge"
	"warraq/pipeline"
)

// foreign are texts as they are written for other programs: what is told of each,
// the words that the report has, and what it has not.
var foreign = []struct {
	name, text string
	codes      string
	words      string
	absent     []string
}{
	{"callout of Quarto", "::: {.callout-tip title=\"فائدة\"}\nنص الإطار.\n:::", "", "فائدة نص الإطار", []string{":::", "callout"}},
	{"admonition", "!!! warning \"تنبيه\"\n    نص أول\n\n    نص ثان", "", "تنبيه نص أول نص ثان", []string{"!!!", "\""}},
	{"box of Docusaurus", ":::note[عنوان]\n\nنص\n\n:::", "", "عنوان نص", []string{":::", "["}},
	{"callout of Obsidian", "> [!question] سؤال\n> نص", "", "سؤال نص", []string{"[!"}},
	{"division of HTML", "قبل.\n\n<div dir=\"rtl\">\nنص داخل القسم.\n</div>\n\nبعد.", "", "قبل نص داخل القسم بعد", []string{"<", "div"}},
	{"symbols", "## ✅ أُنجز\n\n- ✅ أول\n- ⚠️ ثان\n- ⭐ ثالث", "", "أنجز أول ثان ثالث", nil},
	{"front matter after blank lines", "\n\n---\nauthor: ليلى\n---\nنص التقرير.", "", "ليلى نص التقرير", []string{"author", "---"}},
	{"front matter of Hugo", "---\ndate: 2025-03-01T10:00:00+03:00\ndraft: false\ntags: [مياه]\nweight: 3\n---\nنص.", "unused-keys", "1 مارس 2025 نص", []string{"draft"}},
	{"front matter in TOML", "+++\ndate = 2025-03-01\n+++\nنص.", "", "1 مارس 2025 نص", []string{"+++", "date"}},
	{"grid table", "+----+----+\n| أ  | ب  |\n+====+====+\n| ج  | د  |\n+----+----+", "", "أ ب ج د", []string{"+", "="}},
	{"comment and entity", "قبل <!-- ملاحظة --> بعد&nbsp;ثم<br>سطر.", "", "قبل بعد ثم سطر", []string{"nbsp", "ملاحظة", "br"}},
	{"picture in HTML", "<img src=\"p.svg\" alt=\"مخطط\" width=\"300\">\n\nالشكل أعلاه.", "", "الشكل أعلاه", []string{"img", "300"}},
	{"note in its place", "نص^[حاشية في مكانها.] بعده.", "", "نص 1 بعده 1 حاشية في مكانها", []string{"^", "["}},
	{"lines of labels", "**التاريخ:** أمس\n**الباحث:** اسم", "", "التاريخ أمس الباحث اسم", []string{"*"}},
	{"formula", "المعادلة $x^2 = y$ هنا.", "formula", "المعادلة x 2 y هنا", []string{"$"}},
	{"diagram", "```mermaid\ngraph TD\n```", "diagram", "graph TD", []string{"```"}},
	{"links of a vault", "انظر [[المنهجية]] و[[النتائج|نتائجنا]]، ونص ==بارز== هنا.", "", "انظر المنهجية ونتائجنا ونص بارز هنا", []string{"[", "|", "="}},
	{"picture of a vault", "![[p.svg|مخطط]]\n\nنص.", "", "نص", []string{"[[", "!"}},
	{"caption below a picture", "![لقطة](p.svg)\n*إعداد الباحث.*\n\nنص.", "", "الشكل 1 إعداد الباحث نص", []string{"*", "لقطة"}},
	{"picture in a line", "اضغط ![رمز](p.svg) ثم تابع.", "", "اضغط ثم تابع", []string{"!", "["}},
	{"picture on a network", "![شعار](https://example.org/logo.png)", "picture-remote", "شعار", []string{"!["}},
	{"marks of templates", "{% include note.html %}\n\n[TOC]", "contents-mark template", "include note html", []string{"TOC"}},
	{"tags in a line", "المساحة 10 كم<sup>2</sup>، و<u>مهم</u>، و<mark>بارز</mark>.", "", "المساحة 10 كم 2 ومهم وبارز", []string{"<", "sup"}},
	{"tasks", "- [ ] لم تتم\n- [x] تمت", "", "لم تتم تمت", []string{"[ ]", "[x]"}},
	{"title given twice", "# ورقة\n\n## مقدمة\n\nنص.", "", "مقدمة نص", []string{"#"}},
	{"names on a network", "شكر @user، و[@key].", "no-bibliography", "شكر user و key", nil},
	{"mark of no note", "نص[^1] بعده.", "missing-note", "نص 1 بعده", nil},
	{"tag that is spoken of", "استخدم وسم <script> هنا، ثم نص.", "", "استخدم وسم script هنا ثم نص", nil},
	{"indented cell", "<table>\n<tr>\n        <td>\n          <b>أول</b>\n        </td><td>ثان</td></tr>\n</table>", "", "أول ثان", []string{"<"}},
	{"comments", "قبل %%سرّ%% بعد {/* سرّ */} آخر.", "comment", "قبل بعد آخر", []string{"%", "{", "سرّ"}},
}

// Whatever a text was written for, its words are in the report, its marks are not, and
// no more is told than there is to tell.
func TestTextsForOtherPrograms(t *testing.T) {
	var pdfs [][]byte
	for _, c := range foreign {
		text := c.text
		switch front := strings.TrimLeft(text, "\n"); {
		case strings.HasPrefix(front, "---\n"):
			text = strings.Replace(text, "---\n", "---\ntitle: ورقة\n", 1)
		case strings.HasPrefix(front, "+++\n"):
			text = strings.Replace(text, "+++\n", "+++\ntitle = \"ورقة\"\n", 1)
		default:
			text = "---\ntitle: ورقة\n---\n" + text
		}
		root := fstest.MapFS{
			"b.md":  {Data: []byte(text + "\n")},
			"p.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20Z"/></svg>`)},
		}
		result, problems, err := pipeline.Build(context.Background(), pipeline.Job{Root: root, Path: "b.md", Fonts: fonts.Bundled()})
		if err != nil || result.PDF == nil {
			t.Fatalf("%s: no report: %v %v", c.name, problems, err)
		}
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code)
		}
		slices.Sort(codes)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: told %q, not %q", c.name, got, c.codes)
		}
		pdfs = append(pdfs, result.PDF)
	}
	// Poppler sets its marks of direction in place of spaces.
	apart := strings.NewReplacer("\u202a", " ", "\u202b", " ", "\u202c", " ")
	for i, text := range judge.ExtractEach(t, "poppler", pdfs) {
		c := foreign[i]
		words := judge.Words(apart.Replace(text), false)
		want := judge.Words(c.words, false)
		for _, w := range want {
			if !slices.Contains(words, w) {
				t.Errorf("%s: %q is lost in\n%s", c.name, w, text)
			}
		}
		if n := strings.Count(strings.Join(words, " "), "ورقة"); n != 1 {
			t.Errorf("%s: the title stands %d times", c.name, n)
		}
		for _, mark := range c.absent {
			if strings.Contains(text, mark) {
				t.Errorf("%s: %q is printed in\n%s", c.name, mark, text)
			}
		}
	}
}
