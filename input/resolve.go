package input

import (
	"net/url"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// resolver walks the document once for what can be pointed at and once for what
// points.
type resolver struct {
	*reading
	targets map[string]target
	ids     []string // of targets an author wrote, in the order of the text
	slugs   map[string]int
	own     map[name]string // ids by what the author of a file calls them
	folded  map[name]string // ids by their letters, and as GitHub numbers them
	// repeated counts headings of the same letters.
	repeated map[name]int
	section  [6]int
	base     int // the highest level of a numbered heading
	// appendix counts appendices; inAppendix is that which is being read, and unnumbered
	// says that the section being read has no number.
	appendix, inAppendix int
	unnumbered           bool
	level                int // of the last heading
	notes                map[name]*brief.Note
	byKey                map[string]*brief.Reference
	cited                map[*brief.Reference]bool
	labels               []string      // of notes, in the order of the text
	keys                 []string      // of references, in the order of the bibliography
	places               []brief.Block // of the bibliography
	inNote               bool
	advice               problem.Advice
	table                *brief.TableBlock // whose cells are being read
}

// A name is what something is called in a file, or where file is nil in any: what two
// files call the same stays apart, and is looked for in its own file first.
type name struct {
	file *source.File
	text string
}

// A target is what an id stands for. Block is nil where it is a place in a
// line.
type target struct {
	block brief.Block
	span  source.Span
}

// resolve numbers sections, figures, tables, notes and references, and binds
// every mark to what it stands for.
func (r *reading) resolve(Options) {
	v := &resolver{
		reading: r, targets: map[string]target{}, slugs: map[string]int{}, own: map[name]string{}, folded: map[name]string{}, repeated: map[name]int{}, base: 6,
		notes: map[name]*brief.Note{}, byKey: map[string]*brief.Reference{}, cited: map[*brief.Reference]bool{},
	}
	for _, e := range r.entries {
		v.byKey[e.Key] = e
		v.keys = append(v.keys, e.Key)
	}
	brief.Walk(r.brief.Body, func(b brief.Block) {
		if h, ok := b.(*brief.Heading); ok && !h.Unnumbered {
			v.base = min(v.base, h.Level)
		}
	})
	if id := r.brief.Meta.TitleID; id != "" {
		v.targets[id] = target{}
	}
	v.defineNotes()
	printed := v.marked()
	everywhere := append([][]brief.Block{r.brief.Summary, r.brief.Body}, noteBlocks(printed)...)
	everywhere = append(everywhere, r.brief.Meta.Texts()...)
	for _, blocks := range everywhere {
		attributed(blocks, v.define)
	}
	for i, blocks := range everywhere {
		v.number(blocks, i == 1)
		v.bibliographies(blocks)
	}
	v.appendices()
	v.bind(r.brief.Summary)
	v.bind(r.brief.Body)
	for _, blocks := range r.brief.Meta.Texts() {
		v.bind(blocks)
	}
	v.inNote = true
	for _, n := range r.markdown.Notes {
		v.bind(n.Blocks)
	}
	v.cite()
	v.checkBibliography()
	r.title()
	r.brief.Files = r.files.Files(r.brief.File)
}

// everywhere are all texts of the brief, those of its notes first.
func (r *reading) everywhere() [][]brief.Block {
	return append(append(noteBlocks(r.markdown.Notes), r.brief.Meta.Texts()...), r.brief.Summary, r.brief.Body)
}

func noteBlocks(notes []*brief.Note) [][]brief.Block {
	all := make([][]brief.Block, len(notes))
	for i, n := range notes {
		all[i] = n.Blocks
	}
	return all
}

// defineNotes pairs labels with notes.
func (v *resolver) defineNotes() {
	for _, n := range v.markdown.Notes {
		v.labels = append(v.labels, n.Label)
		if before, ok := v.notes[name{n.Span.File, n.Label}]; ok {
			v.problems.Add(duplicateNote.At(n.Span, n.Label, problem.LineOf(before.Span)))
			continue
		}
		v.notes[name{n.Span.File, n.Label}] = n
		if v.notes[name{text: n.Label}] == nil {
			v.notes[name{text: n.Label}] = n
		}
	}
}

// note returns the note that a mark calls for.
func (v *resolver) note(m *brief.NoteMark) (*brief.Note, bool) {
	return called(v, v.notes, m.Label, m.Span.File)
}

// called looks for what is called so in a file, then in those that include it, and
// then in any.
func called[T any](v *resolver, names map[name]T, text string, from *source.File) (T, bool) {
	for in := v.inclusions.of[from]; ; in = v.inclusions.of[from] {
		if found, ok := names[name{from, text}]; ok {
			return found, true
		}
		if in == nil {
			break
		}
		from = in.within
	}
	found, ok := names[name{text: text}]
	return found, ok
}

// marked returns the notes that are printed, which are those whose marks stand in
// the text, in the order they are defined in. What stands in another is nowhere:
// nothing can lead to it, and it has no number.
func (v *resolver) marked() []*brief.Note {
	marks := map[*brief.Note]bool{}
	var find func(line []brief.Inline)
	find = func(line []brief.Inline) {
		for _, n := range line {
			if m, ok := n.(*brief.NoteMark); ok {
				note, _ := v.note(m)
				marks[note] = true
			}
			find(brief.Content(n))
		}
	}
	for _, blocks := range append(v.brief.Meta.Texts(), v.brief.Summary, v.brief.Body) {
		brief.Walk(blocks, func(b brief.Block) { brief.Lines(b, find) })
	}
	var printed []*brief.Note
	for _, n := range v.markdown.Notes {
		switch {
		case v.notes[name{n.Span.File, n.Label}] != n: // defined twice, which is told
		case !marks[n]:
			v.problems.Add(unusedNote.At(n.Span, n.Label))
		case !slices.ContainsFunc(n.Blocks, prints):
			v.problems.Add(emptyNote.At(n.Span, n.Label))
			printed = append(printed, n)
		default:
			printed = append(printed, n)
		}
	}
	return printed
}

// prints reports whether a block leaves anything in a note: a new page has no
// meaning there.
func prints(b brief.Block) bool {
	_, breaks := b.(*brief.PageBreak)
	return !breaks
}

// bibliographies notes the places of the references.
func (v *resolver) bibliographies(blocks []brief.Block) {
	brief.Walk(blocks, func(b brief.Block) {
		if _, ok := b.(*brief.Bibliography); ok {
			v.places = append(v.places, b)
		}
	})
}

// checkBibliography warns of places where no references are printed: there are
// none, or they stand at the first.
func (v *resolver) checkBibliography() {
	for i, b := range v.places {
		if len(v.brief.References) == 0 {
			v.problems.Add(emptyBibliography.At(b.Place()))
		} else if i > 0 {
			v.problems.Add(secondBibliography.At(b.Place(), problem.LineOf(v.places[0].Place())))
		}
	}
}

// attributed calls f with the attributes of all in blocks that an author can give an id,
// and with the block that a reference to it names; nil where only links lead to it.
func attributed(blocks []brief.Block, f func(*brief.Attributes, brief.Block)) {
	var spans func([]brief.Inline)
	spans = func(line []brief.Inline) {
		for _, n := range line {
			if m, ok := n.(*brief.Marked); ok {
				f(&m.Attributes, nil)
			}
			spans(brief.Content(n))
		}
	}
	brief.Walk(blocks, func(b brief.Block) {
		switch b := b.(type) {
		case *brief.Heading:
			f(&b.Attributes, b)
		case *brief.Paragraph:
			f(&b.Attributes, b)
		case *brief.Verse:
			f(&b.Attributes, nil)
		case *brief.Division:
			f(&b.Attributes, nil)
		case *brief.CodeBlock:
			f(&b.Attributes, nil)
		case *brief.Figure:
			f(&b.Attributes, b)
		case *brief.TableBlock:
			f(&b.Attributes, b)
		}
		brief.Lines(b, spans)
	})
}

// define makes a target of what an author calls so. What has a name that another file
// gave before gets one of its own.
// Of two that are the same in a file the first holds: a link to it may be meant
// otherwise, which is told, and a number that is referred to would be false.
func (v *resolver) define(a *brief.Attributes, b brief.Block) {
	if a.ID == "" {
		return
	}
	written := name{a.Span.File, a.ID}
	if first, ok := v.own[written]; ok {
		kind := sameID
		if strings.HasPrefix(a.ID, "fig:") || strings.HasPrefix(a.ID, "tbl:") || strings.HasPrefix(a.ID, "sec:") {
			kind = duplicateID
		}
		v.problems.Add(kind.At(a.Span, a.ID, problem.LineOf(v.targets[first].span)))
		a.ID = ""
		return
	}
	v.ids = append(v.ids, a.ID)
	if _, taken := v.targets[a.ID]; taken {
		a.ID = v.free(a.ID)
	}
	v.own[written] = a.ID
	v.targets[a.ID] = target{b, a.Span}
}

// find returns the id of what is called so where it is named from.
func (v *resolver) find(id string, from *source.File) (string, bool) {
	if own, ok := called(v, v.own, id, from); ok {
		return own, true
	}
	_, ok := v.targets[id]
	return id, ok
}

// number numbers headings, figures and tables in the order of the text, and
// gives headings without an id one made of their words.
func (v *resolver) number(blocks []brief.Block, sections bool) {
	brief.Walk(blocks, func(b brief.Block) {
		switch b := b.(type) {
		case *brief.Heading:
			if sections {
				v.heading(b)
			}
			if b.ID == "" {
				b.ID = v.slug(brief.Plain(b.Content))
				v.targets[b.ID] = target{b, b.Span}
			}
			v.fold(b)
		case *brief.Figure:
			v.brief.Figures = append(v.brief.Figures, b)
			if len(b.Caption) > 0 {
				v.figures++
				b.Number = v.figures
			}
		case *brief.TableBlock:
			v.brief.DataTables = append(v.brief.DataTables, b)
			if len(b.Caption) > 0 {
				v.captioned++
				b.Number = v.captioned
			}
		}
	})
}

func (v *resolver) heading(h *brief.Heading) {
	// A reader of the tags relies on levels that do not skip (ISO 14289-1, 7.4.2).
	if v.level > 0 && h.Level > v.level+1 {
		v.problems.Add(levelSkipped.At(h.Span, h.Level, v.level))
	}
	v.level = h.Level
	if !v.brief.Meta.NumberSections || h.Level < v.base {
		return
	}
	if h.Level == v.base {
		v.unnumbered = h.Unnumbered
	}
	if h.Unnumbered {
		if h.Level == v.base {
			v.inAppendix = 0
		}
		return
	}
	depth := h.Level - v.base
	switch {
	case depth == 0 && h.Appendix: // appendices count apart
		v.appendix++
		v.inAppendix = v.appendix
		clear(v.section[1:])
		return
	case depth == 0:
		v.inAppendix = 0
	case v.inAppendix > 0:
		h.InAppendix = v.inAppendix
		for depth > 1 && v.section[depth-1] == 0 {
			depth--
		}
		v.section[depth]++
		clear(v.section[depth+1:])
		h.Number = slices.Clone(v.section[1 : depth+1])
		return
	case v.unnumbered: // nothing is numbered under a heading without a number
		return
	}
	for depth > 0 && v.section[depth-1] == 0 {
		depth-- // below a level that was skipped there is nothing to count from
	}
	v.section[depth]++
	clear(v.section[depth+1:])
	h.Number = slices.Clone(v.section[:depth+1])
}

// appendices counts the appendices, which are sections of the body itself.
func (v *resolver) appendices() {
	n := 0
	for _, b := range v.brief.Body {
		if h, ok := b.(*brief.Heading); ok && h.Level == 1 && h.Appendix {
			n++
			h.AppendixNumber = n
		}
	}
}

// slug makes an id of a text that is not taken.
func (v *resolver) slug(text string) string { return v.free(slug(text)) }

// free makes an id that is not taken of one that may be.
func (v *resolver) free(base string) string {
	for {
		id := base
		if n := v.slugs[base]; n > 0 {
			id = base + "-" + itoa(n+1)
		}
		v.slugs[base]++
		if _, taken := v.targets[id]; !taken {
			return id
		}
	}
}

// fold records the letters of a heading's id and of its words: of several that are
// the same, GitHub calls the second x-1.
func (v *resolver) fold(h *brief.Heading) {
	letters := folded(brief.Plain(h.Content))
	for _, file := range []*source.File{h.Span.File, nil} {
		words := name{file, letters}
		if n := v.repeated[words]; n > 0 {
			v.recall(name{file, letters + itoa(n)}, h.ID)
		}
		v.repeated[words]++
		v.recall(words, h.ID)
		v.recall(name{file, folded(v.written[h])}, h.ID)
		v.recall(name{file, folded(h.ID)}, h.ID)
	}
}

// recall lets letters stand for an id, unless they do for another.
func (v *resolver) recall(letters name, id string) {
	if _, taken := v.folded[letters]; !taken && letters.text != "" {
		v.folded[letters] = id
	}
}

// bind pairs the marks in blocks with what they stand for.
func (v *resolver) bind(blocks []brief.Block) {
	brief.Walk(blocks, func(b brief.Block) {
		t, ok := b.(*brief.TableBlock)
		if !ok {
			brief.Lines(b, v.inlines)
			return
		}
		v.inlines(t.Caption)
		v.table = t // the notes of its cells stand under it
		brief.Cells(t, v.inlines)
		v.inlines(t.Note)
		v.table = nil
		v.inlines(t.Source)
	})
}

func (v *resolver) inlines(list []brief.Inline) {
	for i, n := range list {
		switch n := n.(type) {
		case *brief.Link:
			list[i] = v.link(n)
		case *brief.NoteMark:
			list[i] = v.mark(n)
		case *brief.CrossReference:
			v.crossReference(n)
		case *brief.Citation:
			list[i] = v.citation(n)
		}
		v.inlines(brief.Content(n))
	}
}

// link returns a link inside the report with the id as it is there, or its text
// alone where there is no such place. Programs that make ids of the words of a
// heading do it in several ways, of which all that is the same are its letters.
func (v *resolver) link(n *brief.Link) brief.Inline {
	id, ok := strings.CutPrefix(n.URL, "#")
	if !ok {
		return n
	}
	if decoded, err := url.PathUnescape(id); err == nil {
		id = decoded
	}
	here := n.Span.File
	found, ok := v.find(id, here)
	if at := v.targets[found].span.File; !ok || at != here && at != nil {
		// Of what another file has, no more than the name is the same.
		if near, mine := v.folded[name{here, folded(id)}]; mine {
			found, ok = near, true
		} else if near, somewhere := v.folded[name{nil, folded(id)}]; somewhere && !ok {
			found, ok = near, true
		}
	}
	if !ok {
		v.problems.Add(danglingLink.At(n.Span, problem.Quoted(id), v.advice.On(id, v.ids)))
		return &brief.Marked{Content: n.Content, Span: n.Span}
	}
	n.URL = "#" + found
	return n
}

// mark returns the mark of a note with it, or as it is written where there is none.
func (v *resolver) mark(n *brief.NoteMark) brief.Inline {
	if v.inNote {
		v.problems.Add(noteInNote.At(n.Span))
		return n
	}
	note, ok := v.note(n)
	if !ok {
		v.problems.Add(missingNote.At(n.Span, problem.Quoted(n.Label), v.advice.Near(n.Label, v.labels)))
		return &brief.Text{Value: "[^" + n.Label + "]", Span: n.Span}
	}
	switch {
	case note.Number > 0:
	case v.table != nil:
		v.table.Notes = append(v.table.Notes, note)
		note.Number, note.InTable = len(v.table.Notes), true
	default:
		v.brief.Notes = append(v.brief.Notes, note)
		note.Number = len(v.brief.Notes)
	}
	n.Note = note
	return n
}

func (v *resolver) crossReference(n *brief.CrossReference) {
	id, ok := v.find(n.ID, n.Span.File)
	t := v.targets[id]
	if !ok || t.block == nil {
		v.problems.Add(danglingReference.At(n.Span, n.ID, v.advice.On(n.ID, v.ids)))
		return
	}
	switch b := t.block.(type) {
	case *brief.Figure:
		if b.Number == 0 {
			v.problems.Add(numberlessTarget.At(n.Span, n.ID))
		}
	case *brief.TableBlock:
		if b.Number == 0 {
			v.problems.Add(numberlessTarget.At(n.Span, n.ID))
		}
	case *brief.Paragraph:
		v.problems.Add(danglingReference.At(n.Span, n.ID, v.advice.On(n.ID, v.ids)))
		return
	}
	n.Target = t.block
}

// citation pairs keys with references. A single key that is no reference but
// the id of a section, figure or table is a cross-reference. In a document that
// has no bibliography it is printed as it is written.
func (v *resolver) citation(c *brief.Citation) brief.Inline {
	written := false
	for i := range c.Items {
		item := &c.Items[i]
		if e, ok := v.byKey[item.Key]; ok {
			item.Reference = e
			v.cited[e] = true
			continue
		}
		if id, ok := v.find(item.Key, c.Span.File); ok && v.targets[id].block != nil && len(c.Items) == 1 {
			x := &brief.CrossReference{ID: item.Key, Span: c.Span}
			v.crossReference(x)
			return x
		}
		if len(v.front.Bibliography) > 0 {
			v.problems.Add(unknownCitation.At(item.Span, item.Key, v.advice.On(item.Key, v.keys)))
			continue
		}
		if !c.InText { // @name in a sentence is what people are called on a network
			v.problems.Add(noBibliography.At(item.Span, problem.Quoted(item.Key)))
		}
		written = true
	}
	if written {
		return &brief.Marked{Content: c.Written, Span: c.Span}
	}
	return c
}
