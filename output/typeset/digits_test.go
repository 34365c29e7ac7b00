package typeset_test

import (
	"os"
	"strings"
	"testing"

	"warraq/fonts"
)

// In both families of digits telephones and other numbers in groups run from the left,
// and the number of a section has a point, in its heading and where the text names it.
func TestNumbersAreSeenAsTyped(t *testing.T) {
	for file, want := range map[string][]string{
		"digits-latn.md": {"1.1", "1.1.1", "+974 4444 5555", "00974-4444-5556", "1,250.5", "1.1 مسقلا", "2.0 رادصإلا", "12:30"},
		"digits-arab.md": {"١.١", "١.١.١", "+٩٧٤ ٤٤٤٤ ٥٥٥٥", "٠٠٩٧٤-٤٤٤٤-٥٥٥٦", "١٬٢٥٠٫٥", "١.١ مسقلا", "٢.٠ رادصإلا", "١٢:٣٠"},
	} {
		b, look, problems, err := readBrief(os.DirFS("testdata"), file, nil)
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		document, _ := setBrief(b, look, fonts.Bundled())
		text := strings.Join(strings.Fields(seen(document)), " ")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not seen so in %q", file, w, text)
			}
		}
	}
}
