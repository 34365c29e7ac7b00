package paragraph

import (
	"testing"

	"warraq/fonts/numeral"
)

// A number that names a part, a version or an edition keeps its point in Arabic-Indic
// digits; a decimal has the sign of its family.
func TestNumbersThatAreNamesKeepTheirPoint(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"ar", "انظر القسم 1.1 والإصدار 2.0،", "انظر القسم ١.١ والإصدار ٢.٠،"},
		{"ar", "و«الإصدار 2.0»", "و«الإصدار ٢.٠»"},
		{"ar", "(بالفصل\u00a03.2)", "(بالفصل ٣.٢)"},
		{"ar", "للفقرة (4.1) من المادّة 3.2.", "للفقرة (٤.١) من المادّة ٣.٢."},
		{"ar", "القسمين 1.1 و1.2", "القسمين ١.١ و١.٢"},
		{"ar", "من القسم 1.1 إلى 1.3، أي 2.5 كيلومتر", "من القسم ١.١ إلى ١.٣، أي ٢٫٥ كيلومتر"},
		{"ar", "القسم 1.1.2 والجدول 2.10–2.12", "القسم ١.١.٢ والجدول ٢.١٠–٢.١٢"},
		{"ar", "وبلغ 1.1 مليون، والقيمة 2.0", "وبلغ ١٫١ مليون، والقيمة ٢٫٠"},
		{"ar", "القسم الأول 1.5%، وفي القسم 2.5%", "القسم الأول ١٫٥٪، وفي القسم ٢٫٥٪"},
		{"ar", "وقسم 1,250.5", "وقسم ١٬٢٥٠٫٥"},
		{"ar", "في Version 2.0 والمجال [18,250)", "في Version 2.0 والمجال [١٨,٢٥٠)"},
		{"fa", "بخش 2.1 و 2.2، حدود 1.5 درصد", "بخش ۲.۱ و ۲.۲، حدود ۱٫۵ درصد"},
		{"ur", "باب 2.1 میں 1.5 فیصد", "باب ۲.۱ میں ۱٫۵ فیصد"},
	} {
		digits := numeral.Arabic
		if c.language != "ar" {
			digits = numeral.Persian
		}
		text := &Text{Spans: []Span{{Text: c.text, Style: Style{Family: "Amiri", Size: 10}}}, Digits: digits, Language: c.language, Direction: RTL, Width: 400}
		if got := string(newSetter(text, environment()).joined.text); got != c.want {
			t.Errorf("%s: %q, not %q", c.language, got, c.want)
		}
	}
}
