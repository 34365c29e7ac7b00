package typeset

import (
	"testing"

	"warraq/input/brief"
	"warraq/input/locale"
)

// What has no number is called by its word: no text says «الجدول 0».
func TestReferencesToWhatHasNoNumber(t *testing.T) {
	b := builder{brief: &brief.Brief{}, words: locale.For("ar"), rtl: true}
	for _, c := range []struct {
		target brief.Block
		want   string
	}{
		{&brief.TableBlock{}, "الجدول"},
		{&brief.TableBlock{Number: 3}, "الجدول\u00a03"},
		{&brief.Figure{}, "الشكل"},
		{&brief.Figure{Number: 12}, "الشكل\u00a012"},
		{&brief.Heading{Level: 1, Content: []brief.Inline{&brief.Text{Value: "مدخل"}}}, "«مدخل»"},
	} {
		if got := b.referenceText(c.target); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
