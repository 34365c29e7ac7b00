package input

import (
	"path"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
)

// How deeply files may include others, and how many times one is included.
const (
	deepestInclusion = 8
	mostInclusions   = 1_000
)

var (
	includeCycle = problem.Kind{
		Code: "include-cycle", Severity: problem.Error,
		Message: problem.Text{AR: "الملف «%s» يُدرج نفسه: %s", EN: "the file “%s” includes itself: %s"},
		Advice:  problem.Text{AR: "احذف أحد أسطر الإدراج.", EN: "Remove one of the lines that include it."},
	}
	includeDepth = problem.Kind{
		Code: "include-too-deep", Severity: problem.Error,
		Message: problem.Text{AR: "ملفات يُدرج بعضها بعضًا أعمق من %d", EN: "files include one another more than %d deep"},
		Advice:  problem.Text{AR: "أدرج الملفات من ملف التقرير نفسه.", EN: "Include the files from the brief itself."},
	}
	tooManyIncludes = problem.Kind{
		Code: "too-many-includes", Severity: problem.Error,
		Message: problem.Text{AR: "عدد الملفات المُدرجة يزيد على %d", EN: "files are included more than %d times"},
		Advice:  problem.Text{AR: "ادمج الملفات القصيرة.", EN: "Join short files."},
	}
	includeFormat = problem.Kind{
		Code: "include-format", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس ملف Markdown، فلا يُدرج", EN: "“%s” is no Markdown file and cannot be included"},
		Advice:  problem.Text{AR: "الجداول والصور تُذكر بأسمائها في موضعها؛ وما يُدرج ملفات .md و.markdown و.qmd و.txt.", EN: "Name data and pictures where they belong; what is included is .md, .markdown, .qmd or .txt."},
	}
)

// inclusions are the files whose text stands in that of the brief.
type inclusions struct {
	// of has them by their files. Each has a file of its own, also where one is
	// included twice: so the place of a node tells the inclusion that it is of, in
	// which its names are looked for first.
	of   map[*source.File]*inclusion
	open []string // the files that are being read, the brief first
	size int64    // of all text so far, in bytes
}

// An inclusion is the text of one file.
type inclusion struct {
	within  *source.File // the file that includes it
	chapter bool         // it follows the body
	highest int          // level of its own headings; 0 where it has none
}

// include returns the blocks of a file in Markdown, which stand below what includes it
// as [reading.nest] has it. Of its front matter only the title is read, which becomes
// a heading where no heading of the file says it.
func (r *reading) include(name brief.Field, chapter bool) []brief.Block {
	if !isMarkdown(name.Value) {
		r.problems.Add(includeFormat.At(name.Span, name.Value))
		return nil
	}
	f := r.file(name, r.limits.Brief)
	if f == nil {
		return nil
	}
	all := &r.inclusions
	switch at := slices.Index(all.open, f.Name); {
	case at >= 0:
		r.problems.Add(includeCycle.At(name.Span, f.Name, problem.Names(append(slices.Clone(all.open[at:]), f.Name))))
		return nil
	case len(all.open) > deepestInclusion:
		r.problems.Add(includeDepth.At(name.Span, deepestInclusion))
		return nil
	case len(all.of) >= mostInclusions:
		r.problems.Add(tooManyIncludes.At(name.Span, mostInclusions))
		return nil
	case all.size+int64(len(f.Data)) > r.limits.Brief:
		r.problems.Add(fileTooLarge.At(name.Span, name.Value, size(r.limits.Brief)))
		return nil
	case !r.isText(f, name.Span):
		return nil
	}
	own := *f
	in := &inclusion{within: name.Span.File, chapter: chapter}
	all.of[&own] = in
	all.size += int64(len(f.Data))
	all.open = append(all.open, f.Name)
	defer func() { all.open = all.open[:len(all.open)-1] }()

	m := split(own.All())
	if m.open {
		r.problems.Add(frontOpen.At(m.front.Span(0, min(3, len(m.front.Data)))))
	}
	root, problems := structured.Parse(m.front, m.format)
	r.problems.Add(problems...)
	blocks := r.markdown.Blocks(m.body)
	headings := in.headings(blocks, &own)
	title := structured.Title(root)
	words := folded(string(title.Data))
	said := slices.ContainsFunc(headings, func(h *brief.Heading) bool { return folded(brief.Plain(h.Content)) == words })
	if words == "" || said {
		return blocks
	}
	for _, h := range headings {
		h.Level += 2 - in.highest
	}
	in.highest = 1
	heading := &brief.Heading{Level: 1, Content: r.markdown.Inline(title), Span: title.Span(0, len(title.Data))}
	return append([]brief.Block{heading}, blocks...)
}

// headings returns those that stand in the file itself, and notes their highest level.
func (in *inclusion) headings(blocks []brief.Block, own *source.File) []*brief.Heading {
	var all []*brief.Heading
	brief.Walk(blocks, func(b brief.Block) {
		if h, ok := b.(*brief.Heading); ok && h.Span.File == own {
			all = append(all, h)
			if in.highest == 0 || h.Level < in.highest {
				in.highest = h.Level
			}
		}
	})
	return all
}

func isMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".txt", "":
		return true
	}
	return false
}

// chapters appends the files that the front matter includes to the body.
func (r *reading) chapters(Options) {
	for _, name := range r.front.Include {
		blocks := r.include(name, true)
		r.nest(blocks)
		r.brief.Body = append(r.brief.Body, blocks...)
	}
}

// nest moves the headings of included files to their levels. Those of a chapter begin
// at the first. Elsewhere they stay where they are below the heading that stands before
// the file in the text that includes it; where the highest of them is not, all move
// down by as much as it takes.
func (r *reading) nest(blocks []brief.Block) {
	last, shift := map[*source.File]int{}, map[*source.File]int{}
	var above func(*source.File) int
	above = func(f *source.File) int {
		in := r.inclusions.of[f]
		if in == nil || in.chapter {
			return 0
		}
		if level := last[in.within]; level > 0 {
			return level
		}
		return above(in.within)
	}
	const deepest = 6
	brief.Walk(blocks, func(b brief.Block) {
		h, ok := b.(*brief.Heading)
		if !ok {
			return
		}
		f := h.Span.File
		if in := r.inclusions.of[f]; in != nil {
			by, known := shift[f]
			if top := above(f); !known && in.chapter {
				by = 1 - in.highest
			} else if !known {
				by = max(top+1-in.highest, 0)
			}
			shift[f] = by
			h.Level = min(h.Level+by, deepest)
		}
		last[f] = h.Level
	})
}
