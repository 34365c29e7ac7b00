package judge

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Dump writes what a reader by ear meets in a PDF, line by line: the tree of
// tags with their attributes and their text in logical order, what stands
// together on one page in one piece, then the outline, the page labels and the
// attached files. It is meant for golden files; numbers of objects are not in it.
func Dump(t testing.TB, pdf []byte) string {
	t.Helper()
	d := open(t, pdf)
	w := &dumper{document: d, text: make([]map[int]string, len(d.pages))}
	for i, p := range d.pages {
		w.text[i] = d.sequences(p)
	}
	root := d.dict(d.catalog["StructTreeRoot"])
	for _, k := range d.list(root["K"]) {
		w.element(d.dict(k), 0)
	}
	w.outline(d.dict(d.catalog["Outlines"]), 0)
	w.labels()
	w.files()
	return w.b.String()
}

// Tagged returns the text that a reader by ear gets: that of the tags, in their
// order, a line for each stretch between two of them.
func Tagged(t testing.TB, pdf []byte) string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(Dump(t, pdf), "\n") {
		_, quoted, ok := strings.Cut(strings.TrimSpace(line), " ")
		if text, err := strconv.Unquote(quoted); ok && err == nil && strings.HasPrefix(strings.TrimSpace(line), "p") {
			b.WriteString(text + "\n")
		}
	}
	return b.String()
}

type dumper struct {
	*document
	b    strings.Builder
	text []map[int]string // of each page's sequences
}

func (w *dumper) line(depth int, format string, args ...any) {
	w.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

// element writes one element and all below it.
func (w *dumper) element(e types.Dict, depth int) {
	var notes []string
	for _, key := range []string{"ID", "Lang", "Alt"} {
		if s := w.str(e[key]); s != "" {
			notes = append(notes, fmt.Sprintf("%s=%q", key, s))
		}
	}
	for _, a := range w.list(e["A"]) {
		for _, key := range sorted(w.dict(a)) {
			if key != "O" {
				notes = append(notes, key+"="+w.value(w.dict(a)[key]))
			}
		}
	}
	for _, a := range w.list(e["AF"]) {
		notes = append(notes, fmt.Sprintf("AF=%q", w.str(w.dict(a)["UF"])))
	}
	for _, r := range w.list(e["Ref"]) {
		notes = append(notes, "Ref="+w.value(w.dict(r)["S"]))
	}
	w.line(depth, "%s", strings.Join(append([]string{w.value(e["S"])}, notes...), " "))
	text, on := "", -1
	flush := func() {
		if on >= 0 {
			// Whether a line ends with a space is the painter's affair.
			w.line(depth+1, "p%d %q", on+1, strings.TrimSpace(text))
		}
		text, on = "", -1
	}
	for _, k := range w.list(e["K"]) {
		page, mcid := w.sequence(k, w.page(e["Pg"]))
		if mcid < 0 {
			flush()
			w.kid(w.dict(k), depth+1)
			continue
		}
		if page != on {
			flush()
		}
		s, ok := w.text[max(page, 0)][mcid]
		if !ok {
			s = "(not on the page)"
		}
		text, on = text+s, page
	}
	flush()
}

// sequence returns the page and the MCID of a marked-content sequence: a number
// on the page of its element, or a dictionary with its own. Other kids have none.
func (w *dumper) sequence(k types.Object, home int) (page, mcid int) {
	switch v := w.resolve(k).(type) {
	case types.Integer:
		return home, v.Value()
	case types.Dict:
		if w.value(v["Type"]) == "MCR" {
			if v["Pg"] != nil {
				home = w.page(v["Pg"])
			}
			return home, integer(w.resolve(v["MCID"]))
		}
	}
	return home, -1
}

// kid writes an annotation or an element.
func (w *dumper) kid(d types.Dict, depth int) {
	if w.value(d["Type"]) != "OBJR" {
		w.element(d, depth)
		return
	}
	a := w.dict(d["Obj"])
	action := w.dict(a["A"])
	to := w.str(action["URI"]) + w.str(action["D"])
	w.line(depth, "link p%d to %q: %q", w.page(d["Pg"])+1, to, w.str(a["Contents"]))
}

// outline writes the items below one.
func (w *dumper) outline(parent types.Dict, depth int) {
	for item := w.dict(parent["First"]); item != nil; item = w.dict(item["Next"]) {
		dest := w.list(item["Dest"])
		if dest == nil {
			dest = w.list(w.dict(item["A"])["D"])
		}
		page := -1
		if len(dest) > 0 {
			page = w.page(dest[0])
		}
		w.line(depth, "outline %q p%d", w.str(item["Title"]), page+1)
		w.outline(item, depth+1)
	}
}

func (w *dumper) labels() {
	nums := w.list(w.dict(w.catalog["PageLabels"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		w.line(0, "label from p%d %s", integer(w.resolve(nums[i]))+1, w.value(nums[i+1]))
	}
}

func (w *dumper) files() {
	names := w.list(w.dict(w.dict(w.catalog["Names"])["EmbeddedFiles"])["Names"])
	for i := 1; i < len(names); i += 2 {
		f := w.dict(names[i])
		w.line(0, "file %q %s: %q", w.str(f["UF"]), w.value(f["AFRelationship"]), w.str(f["Desc"]))
	}
}
