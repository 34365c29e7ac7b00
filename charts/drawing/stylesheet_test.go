package drawing

import (
	"fmt"
	"strings"
	"testing"
)

// What a selector names is given by its fill, told apart by letters on elements
// of one drawing; what it does not name keeps its own.
func TestSelectors(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><style>%s{fill:#010203}</style>
		<rect id="a" class="x y" width="1" height="1"/>
		<g id="b" class="x"><rect id="c" class="y" width="1" height="1"/><g id="d"><path id="e" d="M0 0h1v1z"/></g></g></svg>`
	// The shapes in the order they are drawn.
	shapes := []string{"a", "c", "e"}
	for _, c := range []struct{ selector, filled string }{
		{"rect", "a c"},
		{"*", "a c e"},
		{".y", "a c"},
		{".x.y", "a"},
		{".y.x", "a"},
		{"rect.x", "a"},
		{"#c", "c"},
		{"rect#c.y", "c"},
		{"path#c", ""},
		{"g rect", "c"},
		{"g path", "e"},
		{"#b #d path", "e"},
		{"#d #b path", ""},
		{"g *", "c e"},
		{"* path", "e"},
		{"g .x", ""},
		{".x  .y", "c"},
		{"path, #a", "a e"},
		{"circle,.y", "a c"},
	} {
		s, problems := read(fmt.Sprintf(svg, c.selector))
		if s == nil || len(problems) > 0 {
			t.Errorf("%s: %v", c.selector, problems)
			continue
		}
		var filled []string
		for i, p := range s.Items {
			if f := p.Path.Fill; f != nil && f.R == 1 && f.G == 2 && f.B == 3 {
				filled = append(filled, shapes[i])
			}
		}
		if got := strings.Join(filled, " "); got != c.filled {
			t.Errorf("%s: filled %q, not %q", c.selector, got, c.filled)
		}
	}
}

// What cannot be read is told, and the drawing refused.
func TestSelectorsThatAreNotRead(t *testing.T) {
	for _, selector := range []string{"a > rect", "rect:first-child", "rect[width]", "rect + g", "a.", "."} {
		s, problems := read(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>` + selector +
			`{fill:red}</style><rect width="1" height="1"/></svg>`)
		if s != nil || len(problems) != 1 || problems[0].Code != unsupported.Code {
			t.Errorf("%s: the problems are %v", selector, problems)
		}
	}
}
