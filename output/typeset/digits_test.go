package typeset_test

import (
	"os"
	"slices"
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

// Sections of an appendix bear its letter, on the right of their number; none under a
// heading without a number has one.
func TestNumbersOfAppendices(t *testing.T) {
	b, look, problems, err := readBrief(os.DirFS("testdata"), "appendix-number.md", nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	document, _ := setBrief(b, look, fonts.Bundled())
	var outline []string
	for _, o := range document.Outline {
		outline = append(outline, o.Title)
	}
	want := []string{
		"1 متن", "تمهيد", "فرع تحت بلا رقم", "أعمق", "2 تالٍ", "2.1 فرع", "الملحق\u00a0أ: منهجية", "أ.1 مصادر", "أ.1.1 أدقّ",
		"الملحق\u00a0ب: أدوات", "ب.1 فرع", "3 خاتمة", "3.1 فرع الخاتمة", "ملحق بلا رقم", "فرعه",
	}
	if !slices.Equal(outline, want) {
		t.Errorf("headings are %q", outline)
	}
	if text := seen(document); !strings.Contains(text, "رداصم 1.أ") && !strings.Contains(text, "رداصم\u20021.أ") {
		t.Errorf("the letter stands elsewhere: %q", text)
	}
}
