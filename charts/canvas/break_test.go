package canvas

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/scene"
)

// Lines are never wider than they may be, whatever words they hold, and nothing
// of the text is lost.
func TestWordsAreBrokenWhereTheyMustBe(t *testing.T) {
	v := &Canvas{Style: Style{Size: 10, Measure: func(s string, size float64, bold bool) float64 {
		return size / 2 * float64(len([]rune(strings.ReplaceAll(s, joiner, ""))))
	}}}
	for _, c := range []struct{ text, want string }{
		{"https://example.org/a/long/address", "https://\nexample.org/\na/long/\naddress"},
		{"كلمة قصيرة", "كلمة قصيرة"},
		{"أفاستسقيناكموها", "أفاستسقينا\nكموها"},
		{"خمسخمسخمسخمسخمس", "خمسخمسخمسخمس\u200d\n\u200dخمس"},
	} {
		if got := strings.ReplaceAll(v.Wrap(c.text, 60), scene.RightToLeft, ""); got != c.want {
			t.Errorf("%q is broken as %q, not %q", c.text, got, c.want)
		}
	}
	bare := strings.NewReplacer(" ", "", "\n", "", joiner, "", scene.RightToLeft, "")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-z/.\-]{1,40}|[ابتدمنرو]{1,30}|[0-9]{1,20}| – |  ){1,6}`).Draw(t, "text")
		width := rapid.Float64Range(12, 200).Draw(t, "width")
		wrapped := v.Wrap(text, width)
		if got := v.TextWidth(wrapped); got > width {
			t.Fatalf("%q is %g wide, not %g", wrapped, got, width)
		}
		if bare.Replace(wrapped) != bare.Replace(text) {
			t.Fatalf("%q became %q", text, wrapped)
		}
	})
}
