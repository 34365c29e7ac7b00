package typeset_test

import (
	"math"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
)

// A term stands nearer to its definition than to the text above it, also where
// paragraphs have no space between them; definitions hang under it, and the text after
// them is parted from them. Everything is on the grid.
func TestDefinitions(t *testing.T) {
	library := fonts.Bundled()
	for _, name := range theme.Names() {
		t.Run(name, func(t *testing.T) {
			markdown := "---\ntitle: ت\n---\n\nقبلها.\n\nأول\n: حده.\n\nثان\n: " + strings.Repeat("نصٌّ يطول ", 20) + "\n\n  تكملة.\n\nبعدها.\n"
			b, _, problems, err := readBrief(nil, "brief.md", []byte(markdown))
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			look, _ := theme.Bundled(name)
			d, _ := setBrief(b, look, library)
			p := &d.Pages[0]
			edge := p.Width - p.Slug - look.Page.Inner // the binding of a first page is on the right
			at := map[string]line{}
			var long []line
			for _, l := range linesOf(p, newTatweels()) {
				if text := strings.TrimSpace(l.text); strings.HasPrefix(text, "نصٌّ") || strings.Contains(text, "يطول") {
					long = append(long, l)
				} else {
					at[text] = l
				}
			}
			if len(long) < 2 {
				t.Fatalf("%d lines of the long definition", len(long))
			}
			leading := look.Body.Leading
			half := max(leading/2, math.Round(look.Space.Paragraph/(leading/2))*leading/2)
			distance := func(what string, from, to line, want float64) {
				if got := to.y - from.y; math.Abs(got-want) > 0.01 {
					t.Errorf("%s: %.2f, want %.2f", what, got, want)
				}
			}
			distance("text to term", at["قبلها."], at["أول"], leading+half)
			distance("term to definition", at["أول"], at["حده."], leading)
			distance("definition to term", at["حده."], at["ثان"], leading+half)
			distance("term to the long definition", at["ثان"], long[0], leading)
			distance("line to line", long[0], long[1], leading)
			distance("list to text", at["تكملة."], at["بعدها."], leading+half)
			indent := look.Space.ListIndent
			for _, l := range append(long, at["حده."]) {
				if got := edge - (l.x + l.width); math.Abs(got-indent) > 0.6 {
					t.Errorf("%q begins %.2f from the edge, want %.2f", l.text, got, indent)
				}
			}
			if got := edge - (at["أول"].x + at["أول"].width); math.Abs(got) > 0.6 {
				t.Errorf("a term begins %.2f from the edge", got)
			}
		})
	}
}
