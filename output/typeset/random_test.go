package typeset_test

import (
	"fmt"
	"strconv"
	"strings"

	"pgregory.net/rapid"
)

// A randomBrief is a brief drawn by chance, with the text that its tags must
// hold: in reading order, notes after the block that calls for them.
type randomBrief struct {
	markdown strings.Builder
	want     strings.Builder
	// notes are the texts of those whose marks are written but that are not
	// expected yet; all counts them all, and defined is their Markdown.
	notes   []string
	all     int
	defined strings.Builder
	figures int
	tables  int
	level   int
}

// arabicWords have marks, ligatures and letters of every joining kind; some are
// stretched by their author already.
var arabicWords = strings.Fields("كان الورّاقُ في بغداد ناسخًا وناشرًا وبائعَ كتبٍ ويعرض على الناس ما نسخه من كتب الأدب والفقه " +
	"والطبّ والحساب الله لا الإسلام المستشفياتُ تمويل كتــاب سمرقند وأوزبكستان مسؤولية بيئتها شيء،")

var latinWords = strings.Fields("Erasmus+ (EPCA) COVID-19 2021–2027 10% 1.2 +7 BOMCA Global R&D")

func drawBrief(t *rapid.T) *randomBrief {
	b := &randomBrief{}
	title := "تقرير " + b.words(t, 1, 6) // no heading has the same words, and is the title
	b.markdown.WriteString("---\ntitle: " + strconv.Quote(title) + "\n---\n")
	b.expect(title)
	for range rapid.IntRange(1, 14).Draw(t, "blocks") {
		b.block(t, 0)
	}
	b.markdown.WriteString(b.defined.String())
	return b
}

func (b *randomBrief) expect(text string) { b.want.WriteString(text + " ") }

func (b *randomBrief) words(t *rapid.T, least, most int) string {
	n := rapid.IntRange(least, most).Draw(t, "words")
	words := make([]string, n)
	for i := range words {
		from := arabicWords
		if i > 0 && rapid.IntRange(0, 7).Draw(t, "latin") == 0 {
			from = latinWords
		}
		words[i] = rapid.SampledFrom(from).Draw(t, "word")
	}
	return strings.Join(words, " ")
}

// inline draws marked text: its Markdown, and what is printed.
func (b *randomBrief) inline(t *rapid.T, most int) (markdown, text string) {
	for i := range rapid.IntRange(1, 5).Draw(t, "pieces") {
		if i > 0 {
			markdown, text = markdown+" ", text+" "
		}
		words := b.words(t, 1, most)
		switch rapid.IntRange(0, 9).Draw(t, "inline") {
		case 0:
			markdown, text = markdown+"**"+words+"**", text+words
		case 1:
			markdown, text = markdown+"*"+words+"*", text+words
		case 2:
			markdown, text = markdown+"`x = a[1]`", text+"x = a[1]"
		case 3:
			markdown, text = markdown+"["+words+"](https://example.org/a?b=c)", text+words
		case 4, 5:
			note := b.words(t, 1, 40)
			b.all++
			fmt.Fprintf(&b.defined, "\n[^n%d]: %s\n", b.all, note)
			b.notes = append(b.notes, fmt.Sprintf("%d %s", b.all, note))
			markdown, text = fmt.Sprintf("%s%s[^n%d]", markdown, words, b.all), fmt.Sprintf("%s%s%d", text, words, b.all)
		default:
			markdown, text = markdown+words, text+words
		}
	}
	return markdown, text
}

// take expects the notes of what was just written.
func (b *randomBrief) take() {
	for _, n := range b.notes {
		b.expect(n)
	}
	b.notes = nil
}

// block writes a block at a depth of nesting, its lines behind a prefix.
func (b *randomBrief) block(t *rapid.T, depth int) {
	kind := rapid.IntRange(0, 13).Draw(t, "block")
	if depth > 0 && kind > 6 {
		kind = 0
	}
	switch kind {
	default:
		markdown, text := b.inline(t, 30)
		b.write(depth, markdown)
		b.expect(text)
		b.take()
	case 4, 5:
		b.list(t, depth)
	case 6:
		marker := rapid.SampledFrom([]string{"", "[!key] خلاصة", "[!note]"}).Draw(t, "box")
		if depth > 0 {
			marker = ""
		}
		markdown, text := b.inline(t, 30)
		switch marker {
		case "":
			b.write(depth, "> "+markdown)
		default:
			b.write(depth, "> "+marker+"\n> "+markdown)
			if _, title, ok := strings.Cut(marker, "] "); ok {
				b.expect(title)
			} else {
				b.expect("ملاحظة")
			}
		}
		b.expect(text)
		b.take()
	case 7, 8:
		b.level = rapid.IntRange(1, min(b.level+1, 4)).Draw(t, "level")
		text := b.words(t, 1, 9)
		b.write(0, strings.Repeat("#", b.level)+" "+text)
		b.expect(text)
	case 9:
		b.table(t)
	case 10:
		b.figures++
		text := b.words(t, 1, 20)
		b.write(0, fmt.Sprintf("![%s](picture.png){#fig:f%d width=%d%%}", text, b.figures, rapid.IntRange(5, 100).Draw(t, "width")))
		b.expect(fmt.Sprintf("الشكل %d: %s", b.figures, text))
	case 11:
		b.write(0, "```\nif x {\n\treturn 1\n}\n```")
		b.expect("if x {     return 1 }")
	case 13:
		b.verse(t)
	case 12:
		b.write(0, rapid.SampledFrom([]string{"---", `\newpage`}).Draw(t, "break"))
	}
}

func (b *randomBrief) write(depth int, text string) {
	indent := strings.Repeat("   ", depth)
	b.markdown.WriteString(indent + strings.ReplaceAll(text, "\n", "\n"+indent) + "\n\n")
}

// list writes a list of single paragraphs, the last item with a block below.
// An empty comment keeps it apart from a list before it.
func (b *randomBrief) list(t *rapid.T, depth int) {
	b.write(depth, "[فصل]{.start}")
	b.expect("فصل")
	ordered := rapid.Bool().Draw(t, "ordered")
	items := rapid.IntRange(1, 5).Draw(t, "items")
	for i := range items {
		marker := [...]string{"•", "–"}[depth%2]
		written := "-  "
		if ordered {
			written = fmt.Sprintf("%d. ", i+1)
			marker = written
			if depth%2 == 1 {
				marker = [...]string{"أ.", "ب.", "ج.", "د.", "ه\u200d."}[i]
			}
		}
		markdown, text := b.inline(t, 20)
		if i == 0 { // a list of Latin items alone has other markers
			markdown, text = "كان "+markdown, "كان "+text
		}
		b.write(depth, written+markdown)
		b.expect(marker)
		b.expect(text)
		b.take()
	}
	if depth < 2 && rapid.Bool().Draw(t, "inside") {
		b.block(t, depth+1)
	}
}

// verse writes a poem of lines in one piece and in two, some too long for a column.
func (b *randomBrief) verse(t *rapid.T) {
	var poem strings.Builder
	for range rapid.IntRange(1, 9).Draw(t, "lines") {
		for i, n := 0, rapid.IntRange(1, 2).Draw(t, "hemistichs"); i < n; i++ {
			markdown, text := b.inline(t, 3)
			if i > 0 {
				poem.WriteString(rapid.SampledFrom([]string{" … ", " *** ", "   ", "\t"}).Draw(t, "parting"))
			}
			poem.WriteString(markdown)
			b.expect(text)
		}
		b.take()
		poem.WriteString(rapid.SampledFrom([]string{"\n", "\n", "\n\n"}).Draw(t, "end"))
	}
	b.write(0, "::: verse\n"+strings.TrimRight(poem.String(), "\n")+"\n:::")
}

func (b *randomBrief) table(t *rapid.T) {
	b.tables++
	columns := rapid.IntRange(1, 4).Draw(t, "columns")
	rows := rapid.IntRange(1, 30).Draw(t, "rows")
	var s strings.Builder
	caption := b.words(t, 1, 12)
	b.expect(fmt.Sprintf("الجدول %d: %s", b.tables, caption))
	for r := range rows + 1 {
		for range columns {
			cell := b.words(t, 1, 4)
			s.WriteString("| " + cell + " ")
			b.expect(cell)
		}
		s.WriteString("|\n")
		if r == 0 {
			s.WriteString(strings.Repeat("|---", columns) + "|\n")
		}
	}
	b.write(0, s.String()+fmt.Sprintf("\n: %s {#tbl:t%d}", caption, b.tables))
}
