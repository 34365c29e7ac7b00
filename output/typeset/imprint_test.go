package typeset_test

import (
	"math"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
)

// No paragraph of the imprint is indented; a space parts each from the one above.
func TestImprintIsNotIndented(t *testing.T) {
	for _, name := range theme.Names() {
		b, _, problems, err := readBrief(nil, "brief.md", []byte("---\ntitle: ت\ncover: true\nimprint: |\n  جميع الحقوق محفوظة.\n\n  ISBN 978-9953-0-0000-1\n\n  العنوان: الدوحة.\n---\n\nنص.\n"))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		look, _ := theme.Bundled(name)
		d, _ := setBrief(b, look, fonts.Bundled())
		p := &d.Pages[1]
		edge := p.Width - p.Slug - look.Page.Outer
		lines := linesOf(p, newTatweels())
		if len(lines) != 3 {
			t.Fatalf("%s: %d lines", name, len(lines))
		}
		for i, l := range lines {
			if math.Abs(l.x+l.width-edge) > 0.6 {
				t.Errorf("%s: %q begins %.1f from the edge", name, l.text, edge-l.x-l.width)
			}
			if i > 0 && l.y-lines[i-1].y < 1.4*look.Note.Leading {
				t.Errorf("%s: %q stands %.1f below the line above", name, l.text, l.y-lines[i-1].y)
			}
		}
	}
}
