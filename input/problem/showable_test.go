package problem

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"warraq/input/source"
)

// Whatever an author names a thing, the sentence about it commands no terminal,
// keeps its own direction and is short.
func TestNamesAreShowable(t *testing.T) {
	k := Kind{Code: "x", Message: Text{AR: "لا «%s» في «%s»", EN: "no “%s” in “%s”"}, Advice: Text{AR: "%[2]s", EN: "%[2]s"}}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		if rapid.Bool().Draw(t, "long") {
			name = strings.Repeat(name, 1000)
		}
		f := &source.File{Name: name + "\x1b[31m", Data: []byte("نص")}
		p := k.At(source.Span{File: f}, name, "a\u202eb\x00\x07"+name)
		for _, l := range []Language{Arabic, English} {
			var b bytes.Buffer
			if err := Render(&b, List{p}, l); err != nil {
				t.Fatal(err)
			}
			depth := 0
			for _, r := range b.String() {
				switch {
				case r == '\n':
				case r >= '\u2066' && r <= '\u2068':
					depth++
				case r == '\u2069':
					depth--
				case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e':
					t.Fatalf("%q", b.String())
				}
			}
			if depth != 0 {
				t.Fatalf("%d isolates are open: %q", depth, b.String())
			}
			if n := len([]rune(b.String())); n > 5*longestArgument {
				t.Fatalf("%d characters", n)
			}
		}
	})
}
