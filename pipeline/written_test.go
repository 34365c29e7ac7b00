package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing/fstest"
)

// A writer makes a brief of any blocks in any containers. Every text in it has
// words of its own, so that what is printed can be counted.
type writer struct {
	rand *rand.Rand
	// made counts the words; want is how often each is to be printed. Those of
	// the contents and the index are not counted.
	made int
	want map[string]int
	// defined are the notes, references the entries of the bibliography.
	defined    []string
	references []string
	// ids are what cross-references and links may lead to, and places what links
	// alone may.
	ids, places []string
	notes       int
	// inNote is set inside a note, where a mark of one is an error.
	inNote bool
	level  int
	files  fstest.MapFS
}

func newWriter(seed uint64) *writer {
	picture, err := os.ReadFile("testdata/parts/picture.png")
	if err != nil {
		panic(err)
	}
	return &writer{
		rand: rand.New(rand.NewPCG(seed, 9)), want: map[string]int{},
		files: fstest.MapFS{"p.png": {Data: picture}, "d.csv": {Data: []byte("بند,قيمة\nسين,3\nصاد,5\n")}},
	}
}

// few is a number from 0 below n.
func (w *writer) few(n int) int { return w.rand.IntN(n) }

// chance is true once in n times.
func (w *writer) chance(n int) bool { return w.few(n) == 0 }

// word makes a word that stands nowhere else: Arabic letters that don't join, so
// that nothing stretches or joins them, or in one of four Latin ones.
func (w *writer) word() string {
	letters, first := []rune("ادذرزو"), "ء"
	if w.chance(4) {
		letters, first = []rune("mnpqrs"), "Q"
	}
	word := first
	for n, i := w.made, 0; i < 6; n, i = n/6, i+1 {
		word += string(letters[n%6])
	}
	w.made++
	w.want[word] = 1
	return word
}

func (w *writer) words() string {
	words := make([]string, 1+w.few(4))
	for i := range words {
		words[i] = w.word()
	}
	return strings.Join(words, " ")
}

// line writes a line of text with something in it.
func (w *writer) line() string {
	s := ""
	for i := range 1 + w.few(3) {
		if i > 0 {
			s += " "
		}
		s += w.inline(w.few(len(inlines)))
	}
	return s
}

// inlines are what may stand in a line.
var inlines = []string{
	"text", "strong", "emphasis", "code", "link", "inside", "note", "citation", "in-text", "reference", "index",
	"language", "raised", "escaped", "muted", "nothing",
}

func (w *writer) inline(kind int) string {
	switch inlines[kind] {
	case "strong":
		return "**" + w.words() + "**"
	case "emphasis":
		return "*" + w.words() + "*"
	case "code":
		return "`" + w.words() + "`"
	case "link":
		return "[" + w.words() + "](https://example.org/a?b=c)"
	case "inside":
		if all := append(w.ids[:len(w.ids):len(w.ids)], w.places...); len(all) > 0 {
			return "[" + w.words() + "](#" + all[w.few(len(all))] + ")"
		}
	case "note":
		if !w.inNote {
			return w.words() + w.note(func() []string { return w.block(w.few(len(blocks)), 2) })
		}
	case "citation":
		return w.words() + " [@" + w.reference() + "، ص. 3]"
	case "in-text":
		return "@" + w.reference() + " " + w.words()
	case "reference":
		if len(w.ids) > 0 {
			return w.words() + " @" + w.ids[w.few(len(w.ids))] + " " + w.words()
		}
	case "index":
		return "[" + w.words() + "]{.index}"
	case "language":
		return "[" + w.words() + "]{lang=fr}"
	case "raised":
		return w.word() + "^" + w.word() + "^"
	case "escaped":
		return `\[^` + w.word() + `\]`
	case "muted":
		return "[" + w.words() + "]{.muted #" + w.place() + "}"
	case "nothing":
		return "[]{#" + w.place() + "}" + w.words()
	}
	return w.words()
}

// place makes an id that links may lead to: now and then one that the program
// would like for itself.
func (w *writer) place() string {
	w.made++
	id := fmt.Sprintf("at:%d", w.made)
	if own := []string{"note:1", "mark:1", "ref:r1", "references", "index", "references-other"}[w.few(6)]; w.chance(8) && !slices.Contains(w.places, own) {
		id = own
	}
	w.places = append(w.places, id)
	return id
}

// target makes an id that cross-references may lead to as well.
func (w *writer) target(stem string) string {
	w.made++
	w.ids = append(w.ids, fmt.Sprintf("%s:%d", stem, w.made))
	return w.ids[len(w.ids)-1]
}

// reference cites an entry of the bibliography, now and then one used before or
// one that says hardly anything.
func (w *writer) reference() string {
	if n := len(w.references); n > 0 && w.chance(3) {
		return fmt.Sprintf("r%d", 1+w.few(n))
	}
	key := fmt.Sprintf("r%d", len(w.references)+1)
	entry := ""
	switch w.few(8) {
	case 0:
		entry = "note = {" + w.words() + "}"
	case 1:
		entry = "title = {" + w.words() + "}, language = {fr}"
	case 2:
		entry = "author = {" + w.word() + "}, year = {2020}"
	case 3: // nothing to print but its key
	default:
		entry = "title = {" + w.words() + "}"
	}
	w.references = append(w.references, "@book{"+key+", "+entry+"}\n")
	return key
}

// note writes a mark, and its note of these blocks.
func (w *writer) note(set func() []string) string {
	w.notes++
	label := fmt.Sprintf("[^n%d]", w.notes)
	w.inNote = true
	lines := set()
	w.inNote = false
	w.defined = append(w.defined, inside(label+": ", "    ", lines)...)
	w.defined = append(w.defined, "")
	return label
}

// inside puts lines into a container: one sign before the first, another before
// the others.
func inside(first, others string, lines []string) []string {
	if len(lines) == 0 {
		return []string{strings.TrimRight(first, " ")}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		sign := others
		if i == 0 {
			sign = first
		}
		out[i] = strings.TrimRight(sign+l, " ")
	}
	return out
}

// blocks are what may stand anywhere.
var blocks = []string{
	"paragraph", "empty", "bullets", "numbers", "year", "nested", "quotation", "callout", "heading", "skipped", "code", "indented",
	"chart", "chart with data", "data in appendix", "hidden data", "table", "captioned table", "landscape table", "notes in table", "spans",
	"definitions", "picture", "decoration", "pair", "comment", "rule", "page-break", "bibliography", "marked", "empty item", "empty quotation",
}

// deepest is how deep blocks nest.
const deepest = 3

// block writes one block; what it holds is one block at a depth below.
func (w *writer) block(kind, depth int) []string {
	inner := func() []string {
		if depth >= deepest {
			return []string{w.words()}
		}
		return w.block(w.few(len(blocks)), depth+1)
	}
	table := func(cell func() string) []string {
		return []string{
			"| " + w.words() + " | " + w.words() + " |", "|---|---|",
			"| " + cell() + " | " + cell() + " |", "| " + cell() + " | 12 |",
		}
	}
	switch blocks[kind] {
	case "empty":
		return nil
	case "bullets":
		return append(inside("- ", "  ", []string{w.line()}), inside("- ", "  ", inner())...)
	case "numbers":
		return append(inside("3. ", "   ", inner()), "4. "+w.line())
	case "year":
		return []string{"1995. " + w.line()}
	case "nested":
		return inside("- ", "  ", inside("1. ", "   ", inside("- ", "  ", inner())))
	case "quotation":
		return inside("> ", "> ", inner())
	case "callout":
		return append([]string{"> [!note] " + w.line()}, inside("> ", "> ", inner())...)
	case "heading":
		w.level = 1 + w.few(min(w.level+1, 5))
		return []string{strings.Repeat("#", w.level) + " " + w.line() + " {#" + w.target("sec") + "}"}
	case "skipped":
		w.level = 4
		return []string{"#### " + w.words()}
	case "code":
		return []string{"```go", w.words(), "", "\t" + w.words(), "```"}
	case "indented":
		return []string{w.words(), "", "    " + w.words()}
	case "chart":
		return w.chart("")
	case "chart with data", "data in appendix":
		lines := w.chart(map[string]string{"chart with data": "table: below", "data in appendix": "table: appendix"}[blocks[kind]])
		for word := range w.want { // the table is called by its figure's title
			if strings.Contains(lines[2], word) {
				w.want[word] = 2
			}
		}
		return lines
	case "hidden data":
		return w.chart("table: hidden")
	case "table":
		return append(table(w.words), "", "{#"+w.place()+"}")
	case "captioned table":
		return append(table(w.words), "", ": "+w.line()+" {#"+w.target("tbl")+` source="`+w.words()+`" note="`+w.words()+`"}`)
	case "landscape table":
		return append(table(w.words), "", ": "+w.words()+" {#"+w.target("tbl")+" .landscape}")
	case "notes in table":
		return table(func() string { return strings.ReplaceAll(w.line(), "|", "") })
	case "spans":
		return []string{
			"| " + w.words() + " {colspan=2} | | " + w.words() + " |", "|---|---|---|",
			"| " + w.words() + " {rowspan=2} | " + w.words() + " | " + w.words() + " |",
			"| | " + w.words() + " | " + w.words() + " |",
		}
	case "definitions":
		// Before a table it would be its caption.
		return append(append([]string{w.line()}, inside(":   ", "    ", inner())...), "", w.words())
	case "picture":
		return []string{"![" + w.line() + "](p.png){#" + w.target("fig") + " width=20%}"}
	case "decoration":
		return []string{"![](p.png){.decorative width=10%}"}
	case "pair":
		return []string{
			"![" + w.words() + "](p.png){.half width=20% #" + w.target("fig") + "}", "",
			"![" + w.words() + "](p.png){.half width=20% #" + w.target("fig") + "}",
		}
	case "comment":
		return []string{"<!-- كلام -->"}
	case "rule":
		return []string{"***"}
	case "page-break":
		return []string{"{.page-break}"}
	case "bibliography":
		return []string{"{.bibliography}"}
	case "marked":
		return []string{w.line() + " {.center #" + w.place() + "}"}
	case "empty item":
		return []string{"-", "- " + w.words(), "-"}
	case "empty quotation":
		return []string{">"}
	}
	return []string{w.line()}
}

func (w *writer) chart(more string) []string {
	return []string{"```chart {#" + w.target("fig") + "}", "type: bar", "title: " + w.words(), "data: d.csv", "height: 90", more, "```"}
}

// containers are what a block may stand in.
var containers = []string{
	"body", "note", "second in note", "cell", "item", "numbered item", "quotation", "callout", "caption", "definition", "summary", "imprint", "biography", "about",
	"appendix", "heading", "title",
}

// A front is what of a brief stands in its front matter.
type front struct{ summary, imprint, biography, about, title []string }

// in writes a block into a container: what goes into the text, or into the
// front matter.
func (w *writer) in(container string, f *front, set func() []string) []string {
	switch container {
	case "note":
		return []string{w.words() + w.note(set)}
	case "second in note":
		return []string{w.words() + w.note(func() []string { return append([]string{w.words(), ""}, set()...) })}
	case "cell":
		return []string{"| " + w.words() + " | " + w.words() + " |", "|---|---|", "| " + w.words() + " | " + w.line() + " |"}
	case "item":
		return append(inside("- ", "  ", set()), "- "+w.words())
	case "numbered item":
		return append(inside("1. ", "   ", set()), "2. "+w.words())
	case "quotation":
		return inside("> ", "> ", set())
	case "callout":
		return append([]string{"> [!key]"}, inside("> ", "> ", set())...)
	case "caption":
		return []string{"![" + w.line() + "](p.png){#" + w.target("fig") + " width=20%}"}
	case "definition":
		return append(append([]string{w.words()}, inside(":   ", "    ", set())...), "", w.words())
	case "summary":
		f.summary = append(append(f.summary, set()...), "")
		return nil
	case "imprint":
		f.imprint = append(append(f.imprint, set()...), "")
		return nil
	case "biography":
		f.biography = append(append(f.biography, set()...), "")
		return nil
	case "about":
		f.about = append(append(f.about, set()...), "")
		return nil
	case "appendix":
		w.level = 1
		return append([]string{"# " + w.words() + " {.appendix}", ""}, set()...)
	case "heading":
		w.level = 1
		return []string{"# " + w.line() + " {#" + w.target("sec") + "}"}
	case "title":
		f.title = append(f.title, w.words())
		return nil
	}
	return set()
}

// finish adds the front matter, notes and references, and returns the files.
func (w *writer) finish(f *front, body []string, options ...string) fstest.MapFS {
	text := []string{"---", "title: " + strings.Join(append(f.title, w.words()), " ")}
	block := func(key string, lines []string) {
		if len(lines) > 0 {
			text = append(append(text, key+": |"), inside("  ", "  ", lines)...)
		}
	}
	block("summary", f.summary)
	block("imprint", f.imprint)
	block("about", f.about)
	if len(f.biography) > 0 {
		text = append(append(text, "authors:", "  - name: اسم", "    bio: |"), inside("      ", "      ", f.biography)...)
	}
	text = append(text, options...)
	if len(w.references) > 0 {
		text = append(text, "bibliography: refs.bib")
		w.files["refs.bib"] = &fstest.MapFile{Data: []byte(strings.Join(w.references, ""))}
	}
	text = append(append(append(text, "---", ""), body...), "")
	text = append(text, w.defined...)
	w.files["brief.md"] = &fstest.MapFile{Data: []byte(strings.Join(text, "\n") + "\n")}
	return w.files
}

// mixture writes a brief of several blocks in several containers, and returns its
// files and how often each of its words is to be printed.
func mixture(seed uint64) (fstest.MapFS, map[string]int) {
	w := newWriter(seed)
	f := &front{}
	var body, options []string
	for range 1 + w.few(8) {
		container := containers[w.few(len(containers))]
		body = append(append(body, w.in(container, f, func() []string { return w.block(w.few(len(blocks)), 1) })...), "")
	}
	for _, o := range []string{
		"toc: true", "number-sections: true", "list-of-figures: true", "list-of-tables: true", "citation-style: author-date",
		"lang: en", "digits: arab", "nocite: all",
	} {
		if w.chance(4) {
			options = append(options, o)
		}
	}
	if w.chance(4) {
		options = append(options, []string{"cover: true", "cover: {style: pattern}", "cover: {style: plain}", "cover: {picture: p.png, decorative: true}"}[w.few(4)])
	}
	options = append(options, "theme: "+[]string{"think-tank", "policy-brief", "print-press"}[w.few(3)])
	return w.finish(f, body, options...), w.want
}
