package typeset_test

import (
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
)

// Latin fragments stand in a Latin face with all of their signs and figures, as large
// as the letters of the Arabic face are; the signs of Arabic stay in the Arabic face.
func TestLatinStandsInALatinFace(t *testing.T) {
	const markdown = "قال (كذا): «نصّ» – 12.5%! في EU–Central Asia Summit (Samarkand, 4 April 2025) – “Summit.” ثم.\n\n" +
		"- Council. EU–Central Asia Summit (Samarkand, 4 April 2025) – Declaration. Brussels: “Summit.” https://example.org/a-b\n"
	faces := map[string]string{"think-tank": "Amiri-Regular", "print-press": "Amiri-Regular", "policy-brief": "IBMPlexSansArabic-Regular"}
	library := fonts.Bundled()
	for _, look := range theme.Names() {
		document, _ := setMarkdown(t, library, look, markdown) // a line may be loose
		body, _ := theme.Bundled(look)
		arabic, _ := library.Face(body.Body.Family, false)
		latin := 0
		for i := range document.Pages {
			for _, it := range document.Pages[i].Items {
				if it.Text == nil || it.Slot == 0 || it.Text.String() == "•" || it.Text.Face.Bold {
					continue
				}
				text, want := it.Text.String(), arabic.Name
				if strings.ContainsAny(text, "abcdefghijklmnopqrstuvwxyzEU") {
					want = faces[look]
					latin++
					// Their small letters are as high as those of the Arabic face.
					if high, wanted := it.Text.Size*it.Text.Face.DrawnX, body.Body.Size*arabic.DrawnX; high < wanted*0.99 || high > wanted*1.01 {
						t.Errorf("%s: the letters of %q are %.2f points high, not %.2f", look, text, high, wanted)
					}
				}
				if it.Text.Face.Name != want {
					t.Errorf("%s: %q is in %s, not %s", look, text, it.Text.Face.Name, want)
				}
			}
		}
		if latin == 0 {
			t.Errorf("%s: no Latin", look)
		}
	}
}
