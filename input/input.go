// Package input reads a brief: the text, its front matter, and the files it
// names, into the document model of package brief, resolved and numbered. What
// is wrong with it is returned as problems, all of them, each at its place.
package input

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/markdown"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
	"warraq/input/table"
	"warraq/input/tree"
)

// Options of reading.
type Options struct {
	// FS is the root folder. Nothing outside it can be reached: it should be
	// that of an [os.Root], which also refuses links that lead outside.
	FS fs.FS
	// Path is the brief's slash path inside FS. Its extension tells Markdown
	// (.md, .markdown) from YAML (.yaml, .yml) and JSON (.json).
	Path string
	// Data is the brief where it does not come from FS but from standard input;
	// nil otherwise.
	Data []byte
	// Limits on sizes; zero fields have defaults.
	Limits source.Limits
}

// Read reads, checks, resolves and numbers a brief. The brief is there also
// beside problems, as far as it could be read, but only one without errors is
// whole. An error means that the machine failed or ctx ended, never that the
// brief is bad.
func Read(ctx context.Context, o Options) (*brief.Brief, problem.List, error) {
	limits := o.Limits.WithDefaults()
	r := &reading{
		files:    source.NewReader(o.FS, o.Path, limits.Total),
		limits:   limits,
		markdown: markdown.NewReader(limits),
		tables:   map[string]*brief.Table{},
		paths:    map[[2]string]*brief.Table{},
		written:  map[*brief.Heading]string{},
		asked:    map[string][]string{},
		read:     map[*source.File]*brief.Picture{},
		brief:    &brief.Brief{},
	}
	for _, step := range []func(Options){
		r.open, r.text, r.opening, r.chapters, r.headingNumbers, r.counts, r.chartBlocks, r.data, r.charts, r.pairs, r.figureData, r.markTotals, r.drawTables, r.pictures, r.style, r.references, r.resolve,
	} {
		step(o)
		if r.failure != nil {
			return nil, nil, r.failure
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if r.stopped {
			break
		}
	}
	r.problems.Add(r.markdown.Problems...)
	r.problems.Add(r.markdown.Attributes.Problems...)
	r.problems.Sort()
	return r.brief, r.problems.Few(), nil
}

// reading is one brief being read.
type reading struct {
	files              *source.Reader
	limits             source.Limits
	markdown           *markdown.Reader
	front              structured.Front
	blocks             []*structured.BodyChart
	tables             map[string]*brief.Table    // by their names in the front matter
	paths              map[[2]string]*brief.Table // by the folder and the path they are named in
	asked              map[string][]string        // columns that charts name of data
	entries            []*brief.Reference
	read               map[*source.File]*brief.Picture // pictures so far
	brief              *brief.Brief
	problems           problem.List
	figures, captioned int   // figures and tables with a number so far
	failure            error // of the machine
	stopped            bool  // nothing is left to read
	untitled           bool  // the front matter, and the title in it, cannot be read
	inclusions         inclusions
	written            map[*brief.Heading]string // the words of headings with the numbers that were left out
}

// open reads the brief's own file.
func (r *reading) open(o Options) {
	name := path.Clean(o.Path)
	place := source.Span{File: &source.File{Name: name}}
	var f *source.File
	if o.Data != nil {
		f = source.NewFile(name, o.Data)
		r.files.Add(f)
		if int64(len(o.Data)) > r.limits.Brief {
			r.problems.Add(fileTooLarge.At(place, name, size(r.limits.Brief)))
			f = nil
		}
	} else {
		f = r.file(brief.Field{Value: path.Base(name), Span: place}, r.limits.Brief)
	}
	if f != nil {
		f = r.decoded(f)
	}
	if f == nil || !r.isText(f, source.Span{File: f}) {
		r.stopped = true
		return
	}
	r.brief.File = f
	r.inclusions = inclusions{of: map[*source.File]*inclusion{}, open: []string{f.Name}, size: int64(len(f.Data))}
	r.markdown.Include = func(name brief.Field) []brief.Block { return r.include(name, false) }
	r.brief.Files = []*source.File{f}
	if len(bytes.TrimSpace(f.All().Data)) == 0 {
		r.problems.Add(emptyBrief.At(source.Span{File: f}))
		r.stopped = true
	}
}

// decoded returns the brief in UTF-8, where it is in another encoding that its bytes
// tell: UTF-16, or the Arabic of Windows, of which one note says so.
func (r *reading) decoded(f *source.File) *source.File {
	if utf8.Valid(f.Data) && bytes.IndexByte(f.Data, 0) < 0 {
		return f
	}
	text, name := table.Text(f.Data)
	if name == "" || name == "utf-8" {
		return f
	}
	f = f.Decoded(text)
	r.files.Add(f)
	if name == "windows-1256" {
		r.problems.Add(readAs1256.At(source.Span{File: f, Start: 0, End: 0}))
	}
	return f
}

// text reads the front matter and the text.
func (r *reading) text(o Options) {
	f := r.brief.File
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".yaml", ".yml":
		root, problems := tree.YAML(f)
		r.structured(root, problems)
	case ".json":
		root, problems := tree.JSON(f)
		r.structured(root, problems)
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".txt", "":
		m := split(f.All())
		if m.open {
			r.problems.Add(frontOpen.At(m.front.Span(0, min(3, len(m.front.Data)))))
		}
		root, problems := structured.Parse(m.front, m.format)
		r.problems.Add(problems...)
		r.untitled = root == nil && problems.HasErrors()
		root, problems = structured.Adopt(root)
		r.problems.Add(problems...)
		r.front, problems = structured.DecodeFront(root, false)
		r.problems.Add(problems...)
		r.markdown.Marks = r.words().Marks
		r.markdown.RightToLeft = locale.RightToLeft(r.front.Meta.Lang)
		r.brief.Summary = r.markdown.Blocks(r.front.Summary)
		r.brief.Body = r.markdown.Blocks(m.body)
	default:
		r.problems.Add(unknownBrief.At(source.Span{File: f}, path.Base(f.Name)))
		r.stopped = true
	}
	r.brief.Meta = r.front.Meta
	r.matter()
	for _, blocks := range append(r.brief.Meta.Texts(), r.brief.Summary, r.brief.Body) {
		r.nest(blocks)
	}
}

// matter reads the texts of the front matter that stand by themselves.
func (r *reading) matter() {
	m := &r.brief.Meta
	m.Imprint = r.markdown.Blocks(r.front.Imprint)
	for i := range m.Authors {
		m.Authors[i].Bio = r.markdown.Blocks(r.front.Biographies[i])
	}
	if m.About != nil {
		m.About.Blocks = r.markdown.Blocks(r.front.About)
	}
}

// structured reads a brief written as YAML or JSON.
func (r *reading) structured(root *tree.Node, problems problem.List) {
	r.problems.Add(problems...)
	r.front, problems = structured.DecodeFront(root, true)
	r.problems.Add(problems...)
	r.markdown.Marks = r.words().Marks
	r.markdown.RightToLeft = locale.RightToLeft(r.front.Meta.Lang)
	r.brief.Summary = r.markdown.Blocks(r.front.Summary)
	body, problems := structured.DecodeBody(r.front.Body, r.front.Notes, r.markdown)
	r.problems.Add(problems...)
	r.brief.Body, r.blocks = body.Blocks, body.Charts
}

// file reads a file that the brief names, or records why it cannot be read.
func (r *reading) file(name brief.Field, limit int64) *source.File {
	f, err := r.files.ReadBeside(name.Span.File, name.Value, limit)
	if err != nil {
		r.refused(err, name.Span, name.Value, limit)
		return nil
	}
	return f
}

// refused records why a file cannot be read that is called so at a place.
func (r *reading) refused(err error, at source.Span, name any, limit int64) {
	switch {
	case errors.Is(err, source.ErrMissing):
		folder := briefFolder
		if r.inclusions.of[at.File] != nil {
			folder = ownFolder
		}
		r.problems.Add(fileMissing.At(at, name, folder))
	case errors.Is(err, source.ErrOutside):
		r.problems.Add(fileOutside.At(at, name))
	case errors.Is(err, source.ErrRemote):
		r.problems.Add(fileRemote.At(at, name))
	case errors.Is(err, source.ErrNotFile):
		r.problems.Add(fileNotFile.At(at, name))
	case errors.Is(err, source.ErrTooLarge):
		r.problems.Add(fileTooLarge.At(at, name, size(limit)))
	default:
		r.failure = err
	}
}

// isText checks that a file is UTF-8 without U+0000, which no text has but that
// of UTF-16 read as if it were UTF-8; place is where the brief names the file.
func (r *reading) isText(f *source.File, place source.Span) bool {
	if utf8.Valid(f.Data) {
		at := bytes.IndexByte(f.Data, 0)
		if at >= 0 {
			r.problems.Add(tree.NullCharacter.At(source.Span{File: f, Start: at, End: at + 1}))
		}
		return at < 0
	}
	if place.File == f {
		// In the brief itself the place is the first byte that is wrong.
		at := 0
		for at < len(f.Data) {
			c, n := utf8.DecodeRune(f.Data[at:])
			if c == utf8.RuneError && n <= 1 {
				break
			}
			at += n
		}
		place = source.Span{File: f, Start: at, End: at + 1}
	}
	r.problems.Add(notUTF8.At(place, f.Name))
	return false
}
