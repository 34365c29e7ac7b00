package typeset

import (
	"slices"
	"strings"
	"unicode"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// tabStop is how many characters of code stand between two places of a tab.
const tabStop = 4

// codeBlock sets a block of code on a ground: from left to right, each line as it
// is written. What it is called stands above, and again where it goes on over a
// page.
func (b *builder) codeBlock(c *brief.CodeBlock) {
	s := b.theme.Space
	b.blockSpace()
	start := len(b.nodes)
	head, height := b.codeTitle(c)
	ground := &frame{x: b.x, width: b.width, above: s.BoxPadding / 2, below: s.BoxPadding / 2, head: head, headH: height, paint: func(x, y, width, height float64) []page.Item {
		return []page.Item{rectangle(x, y, width, height, b.theme.Colors.Tint)}
	}}
	e := b.tree.Add(b.parent, page.Code)
	look := b.codeLook(c)
	b.padded(ground, func() {
		b.within(s.BoxPadding, s.BoxPadding, func() {
			first, told := len(b.nodes), len(b.problems)
			for i, line := range strings.Split(strings.TrimSuffix(c.Value, "\n"), "\n") {
				b.codeLine(c, i, line, look, e)
			}
			// That a word is longer than the line is no fault of code: the mark says
			// that it goes on.
			kept := slices.DeleteFunc(b.problems[told:], func(p problem.Problem) bool { return p.Code == paragraph.LongWord.Code })
			b.problems = b.problems[:told+len(kept)]
			for i := first + 1; i < len(b.nodes); i++ {
				if i == first+1 || i == len(b.nodes)-1 {
					b.nodes[i].breakBefore = forbidden // no line stands alone
				}
			}
		})
	})
	if c.ID != "" {
		b.anchor(start, page.Anchor{Name: c.ID})
	}
	b.blockSpace()
}

// codeTitle sets the title of a block of code with its language, and returns what
// is repeated of it with the height of that.
func (b *builder) codeTitle(c *brief.CodeBlock) (head *content, height float64) {
	title := c.Title()
	if title == "" && len(c.Caption) == 0 {
		return nil, 0
	}
	look := b.fitting(b.theme.Caption)
	look.Bold, look.Color = true, b.theme.Colors.Accent
	e := b.tree.Add(b.parent, page.Paragraph)
	spans := b.spans(c.Caption, look, e)
	if len(c.Caption) == 0 {
		spans = []span{b.span(title, look, e, c.Span)}
	}
	if language := c.Language(); language != "" {
		look.Bold, look.Color = false, b.theme.Colors.Muted
		name := b.span(language, look, e, c.Span)
		name.style.LTR = true
		spans = append(spans, b.span(" \u00b7 ", look, e, c.Span), name)
	}
	nodes := b.apart(func() { b.stack(spans, text{style: look, align: paragraph.Start, keepLines: true}) })
	nodes = append(nodes, node{kind: boxNode, height: 4})
	b.append(nodes)
	b.keepNext()
	head = &content{}
	for i := range nodes {
		again := repeated(&nodes[i].content) // its own items: those above stand where they are
		again.shift(height)
		head.join(again)
		height += nodes[i].height
	}
	return head, height
}

// codeLook is how a block of code is set. Where lines are drawn with characters,
// one line of text joins the next: it is as high as the face's own cell.
func (b *builder) codeLook(c *brief.CodeBlock) theme.Text {
	look := b.fitting(b.theme.Code)
	if strings.ContainsFunc(c.Value, isBoxDrawing) {
		ascent, descent := b.extents(look)
		look.Leading = ascent + descent
	}
	return look
}

// isBoxDrawing reports whether a character is made to touch those around it (the
// blocks Box Drawing and Block Elements).
func isBoxDrawing(r rune) bool { return r >= 0x2500 && r <= 0x259F }

// codeLine sets one line of code. Where it does not fit, a mark that is drawn and
// not written stands at the end of each part but the last.
func (b *builder) codeLine(c *brief.CodeBlock, i int, line string, look theme.Text, e page.Ref) {
	line = expandTabs(line)
	if line == "" {
		line = " "
	}
	place := c.Line(i)
	exact := len(line) == place.End-place.Start
	comment := commentStart(line, c.Language())
	var spans []span
	for _, part := range [...]struct {
		from, to int
		comment  bool
	}{{0, comment, false}, {comment, len(line), true}} {
		if part.from == part.to {
			continue
		}
		at := place
		if exact {
			at = place.At(part.from, part.to-part.from)
		}
		code := b.span(line[part.from:part.to], look, e, at)
		code.style.LTR = true
		if part.comment {
			code.style.Color = b.theme.Colors.Muted
		}
		spans = append(spans, code)
	}
	first := len(b.nodes)
	b.stack(spans, text{style: look, align: paragraph.Start, direction: paragraph.LTR})
	for n := first; n < len(b.nodes)-1; n++ {
		c := &b.nodes[n].content
		c.items = append(c.items, goesOn(b.x+b.width, b.nodes[n].baseline, look.Size, b.theme))
	}
}

// goesOn draws the mark of a line that goes on in the next, a hooked arrow in the
// room to the right of x.
func goesOn(x, baseline, size float64, t *theme.Theme) page.Item {
	left, right := x+size*0.15, x+size*0.75
	top, foot, barb := baseline-size*0.5, baseline-size*0.15, size*0.16
	color := t.Colors.Muted
	return page.Item{Artifact: page.LayoutArtifact, Path: &scene.Path{
		Verbs: []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.MoveTo, scene.LineTo, scene.LineTo},
		Points: []scene.Point{
			{X: right, Y: top}, {X: right, Y: foot}, {X: left, Y: foot},
			{X: left + barb, Y: foot - barb}, {X: left, Y: foot}, {X: left + barb, Y: foot + barb},
		},
		Stroke: &color, Width: size * 0.06, Cap: 1, Join: 1,
	}}
}

// expandTabs puts spaces in the place of tabs, up to where the next column begins.
func expandTabs(line string) string {
	if !strings.ContainsRune(line, '\t') {
		return line
	}
	var expanded strings.Builder
	column := 0
	for _, r := range line {
		switch {
		case r == '\t':
			n := tabStop - column%tabStop
			expanded.WriteString("    "[:n])
			column += n
			continue
		case !unicode.Is(unicode.Mn, r):
			column++
		}
		expanded.WriteRune(r)
	}
	return expanded.String()
}

// commentSigns are what a comment to the end of the line begins with.
func commentSigns(language string) []string {
	switch language {
	case "python", "py", "sh", "bash", "shell", "zsh", "fish", "yaml", "yml", "toml", "ruby", "rb", "r", "perl", "pl", "julia", "jl",
		"make", "makefile", "dockerfile", "docker", "nginx", "conf", "cmake", "elixir", "powershell", "ps1":
		return []string{"#"}
	case "ini", "cfg", "properties":
		return []string{"#", ";"}
	case "php":
		return []string{"//", "#"}
	case "c", "h", "cpp", "c++", "cc", "hpp", "java", "js", "javascript", "jsx", "ts", "typescript", "tsx", "go", "golang", "rust", "rs", "swift",
		"kotlin", "kt", "cs", "csharp", "c#", "scala", "dart", "groovy", "jsonc", "json5", "scss", "less", "objective-c", "zig", "proto":
		return []string{"//"}
	case "sql", "lua", "haskell", "hs", "ada", "vhdl", "elm":
		return []string{"--"}
	case "lisp", "clojure", "clj", "scheme", "asm", "nasm", "elisp":
		return []string{";"}
	case "tex", "latex", "matlab", "octave", "erlang", "prolog":
		return []string{"%"}
	}
	return nil
}

// commentStart returns where the comment of a line begins, or its length: at the
// first sign of one that opens a word and does not stand in quotes.
func commentStart(line, language string) int {
	signs := commentSigns(language)
	if signs == nil {
		return len(line)
	}
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '`' || c == '\'' && strings.IndexByte(line[i+1:], '\'') >= 0:
			quote = c
		case i == 0 || line[i-1] == ' ' || line[i-1] == ';' || line[i-1] == ')' || line[i-1] == '}':
			if slices.ContainsFunc(signs, func(sign string) bool { return strings.HasPrefix(line[i:], sign) }) {
				return i
			}
		}
	}
	return len(line)
}
