package structured

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"pgregory.net/rapid"

	"warraq/input/source"
)

// However a scalar is written, each of its characters is placed where it is
// written; the value is what another reading of the YAML makes of it.
func TestScalarsAreAligned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := rapid.SampledFrom([]string{`"`, `'`, ""}).Draw(t, "style")
		runes := rapid.SliceOfN(rapid.SampledFrom([]rune(`abعس✅"'\ `)), 1, 30).Draw(t, "value")
		raw, value, places := style, "", []int{}
		for i, r := range append(append([]rune{'x'}, runes...), 'y') {
			if style == "" && strings.ContainsRune(`"'\`, r) {
				continue
			}
			written := string(r)
			switch how := rapid.IntRange(0, 5).Draw(t, "how"); {
			case r == ' ' && strings.HasSuffix(value, " "):
				continue
			case r == ' ' && (how == 0 || style == "" && i == len(runes)):
				written = "\n   "
			case style == `"` && (r == '"' || r == '\\'):
				written = `\` + string(r)
			case style == `"` && how == 0 && r != ' ':
				written = fmt.Sprintf(`\u%04x`, r)
			case style == `"` && how == 1 && !strings.HasSuffix(value, " ") && r != ' ':
				raw += "\\\n  "
			case style == `'` && r == '\'':
				written = `''`
			}
			places = append(places, len(raw))
			raw, value = raw+written, value+string(r)
		}
		raw += style
		var read struct{ K string }
		if err := yaml.Unmarshal([]byte("k: "+raw+"\n"), &read); err != nil || read.K != value {
			t.Skip("the other reader reads it otherwise")
		}
		runs, ok := aligned([]byte(raw), value)
		if !ok {
			t.Fatalf("%q is not found in %q", value, raw)
		}
		text := source.Mapped(&source.File{Data: []byte(raw)}, value, runs)
		n := 0
		for at, r := range value {
			if s := text.Span(at, at+utf8.RuneLen(r)); s.Start != places[n] {
				t.Fatalf("%q in %q: byte %d is placed at %d, not %d", value, raw, at, s.Start, places[n])
			}
			n++
		}
	})
}

// What raw does not say has no places.
func TestOtherWordsAreNotAligned(t *testing.T) {
	for raw, value := range map[string]string{`"a\q"`: "aq", `"ab"`: "ac", `'a'`: "ab", "a b": "a\nb", `"\u12"`: "x", `"\`: "x", ">": "x", "| a": "b"} {
		if runs, ok := aligned([]byte(raw), value); ok {
			t.Errorf("%q in %q: %v", value, raw, runs)
		}
	}
}
