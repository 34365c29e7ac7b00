package structured

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/tree"
)

var (
	unknownKey = problem.Kind{
		Code: "unknown-key", Severity: problem.Error,
		Message: problem.Text{AR: "مفتاح غير معروف «%s»", EN: "unknown key “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	unknownValue = problem.Kind{
		Code: "unknown-value", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%[2]s» غير معروفة للمفتاح «%[1]s»", EN: "“%[2]s” is not a value of “%[1]s”"},
		Advice:  problem.Text{AR: "%[3]s", EN: "%[3]s"},
	}
	wrongType = problem.Kind{
		Code: "wrong-type", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة «%s» ليست %s", EN: "the value of “%s” is not %s"},
		Advice:  problem.Text{AR: "اكتب %[2]s.", EN: "Write %[2]s."},
	}
	missingKey = problem.Kind{
		Code: "missing-key", Severity: problem.Error,
		Message: problem.Text{AR: "ينقص المفتاح «%s»", EN: "the key “%s” is missing"},
		Advice:  problem.Text{AR: "أضفه.", EN: "Add it."},
	}
	missingKeys = problem.Kind{
		Code: "missing-keys", Severity: problem.Error,
		Message: problem.Text{AR: "تنقص مفاتيح: %s", EN: "keys are missing: %s"},
		Advice:  problem.Text{AR: "أضفها.", EN: "Add them."},
	}
	noWords = problem.Kind{
		Code: "language-without-words", Severity: problem.Warning,
		Message: problem.Text{AR: "ليس للغة «%s» كلمات في البرنامج، فما يكتبه بنفسه (المحتويات، الشكل، الجدول) يُكتب بلغة أخرى: %s", EN: "there are no words for the language “%s”: what the program itself writes (contents, figure, table) is in another: %s"},
		Advice:  problem.Text{AR: "اللغات المتاحة: %[3]s.", EN: "There are words for %[3]s."},
	}
	badDate = problem.Kind{
		Code: "bad-date", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس تاريخًا", EN: "“%s” is not a date"},
		Advice:  problem.Text{AR: "اكتب السنة والشهر واليوم: 2025-04-09.", EN: "Write year, month and day: 2025-04-09."},
	}
	hijriDate = problem.Kind{
		Code: "hijri-date", Severity: problem.Warning,
		Message: problem.Text{AR: "السنة %s تبدو هجرية، وتُقرأ ميلادية", EN: "the year %s looks like one of the Hijri calendar, and is read as Gregorian"},
		Advice:  problem.Text{AR: "اكتب التاريخ الميلادي؛ ومع «calendar: hijri» أو «both» يُطبع ما يوافقه بالهجري.", EN: "Write the Gregorian date; “calendar: hijri” or “both” prints the Hijri one."},
	}
	impossibleDate = problem.Kind{
		Code: "impossible-date", Severity: problem.Error,
		Message: problem.Text{AR: "لا وجود ليوم «%s» في التقويم", EN: "there is no day “%s” in the calendar"},
		Advice:  problem.Text{AR: "صحّح اليوم أو الشهر.", EN: "Correct the day or the month."},
	}
)

// What a value should be, for the problem that it is not.
var (
	aText      = problem.Text{AR: "نصًّا", EN: "text"}
	aBool      = problem.Text{AR: "true (نعم) أو false (لا)", EN: "true or false"}
	aNumber    = problem.Text{AR: "عددًا موجبًا", EN: "a positive number"}
	aWhole     = problem.Text{AR: "عددًا صحيحًا مناسبًا", EN: "a fitting whole number"}
	aMapping   = problem.Text{AR: "مفاتيح وقيمًا", EN: "keys and values"}
	aList      = problem.Text{AR: "قائمة", EN: "a list"}
	aTextList  = problem.Text{AR: "نصًّا أو قائمة نصوص", EN: "text or a list of texts"}
	blocks     = problem.Text{AR: "نصًّا أو قائمة عناصر", EN: "text or a list of blocks"}
	aLanguage  = problem.Text{AR: "رمز لغة مثل ar", EN: "a language code such as ar"}
	anAuthor   = problem.Text{AR: "اسمًا أو name وrole وaffiliation وbio وportrait", EN: "a name, or name, role, affiliation, bio and portrait"}
	aCover     = problem.Text{AR: "true (نعم) أو false (لا) أو style وpicture وoverlay", EN: "true or false, or style, picture and overlay"}
	aPicture   = problem.Text{AR: "مسار صورة أو picture وalt وcrop", EN: "the path of a picture, or picture, alt and crop"}
	aPartner   = problem.Text{AR: "اسمًا أو name وlogo", EN: "a name, or name and logo"}
	aPart      = problem.Text{AR: "عددًا من 0 إلى 1", EN: "a number from 0 to 1"}
	someDigits = problem.Text{AR: "اكتب latn (0–9) أو arab (٠–٩) أو arabext (۰–۹).", EN: "Write latn (0–9), arab (٠–٩) or arabext (۰–۹)."}
	aSource    = problem.Text{AR: "اسمًا أو مسارًا أو صفوفًا", EN: "a name, a path or rows"}
)

// decoder gathers problems while it reads a tree.
type decoder struct {
	problems problem.List
	advice   problem.Advice
}

// wrong records that a value is not what it should be.
func (d *decoder) wrong(n *tree.Node, key string, want problem.Text) {
	d.problems.Add(wrongType.At(n.Span, key, want))
}

// keys checks that a node is a mapping and that all its keys are known.
func (d *decoder) keys(n *tree.Node, name string, known []string) bool {
	if n.Kind != tree.Mapping {
		d.wrong(n, name, aMapping)
		return false
	}
	for i := range n.Keys {
		if key := &n.Keys[i]; !slices.Contains(known, key.Text) {
			d.problems.Add(unknownKey.At(key.Span, key.Text, d.advice.On(key.Text, known)))
		}
	}
	return true
}

// field reads text; a number is taken as it is written.
func (d *decoder) field(n *tree.Node, key string) brief.Field {
	if n == nil || n.Kind == tree.Null {
		return brief.Field{}
	}
	if n.Kind != tree.Scalar || isBool(n) {
		d.wrong(n, key, aText)
		return brief.Field{}
	}
	return brief.Field{Value: n.Text, Span: text(n).Span(0, len(n.Text))}
}

// fields reads one text or a list of them.
func (d *decoder) fields(n *tree.Node, key string) []brief.Field {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	switch n.Kind {
	case tree.Scalar:
		if f := d.field(n, key); f.Value != "" {
			return []brief.Field{f}
		}
		return nil
	case tree.Sequence:
		var list []brief.Field
		for i := range n.Items {
			if f := d.field(&n.Items[i], key); f.Value != "" {
				list = append(list, f)
			}
		}
		return list
	}
	d.wrong(n, key, aTextList)
	return nil
}

func (d *decoder) strings(n *tree.Node, key string) []string {
	var list []string
	for _, f := range d.fields(n, key) {
		list = append(list, f.Value)
	}
	return list
}

func (d *decoder) bool(n *tree.Node, key string) bool {
	if n == nil || n.Kind == tree.Null {
		return false
	}
	if !isBool(n) {
		d.wrong(n, key, aBool)
		return false
	}
	return n.Text[0] == 't' || n.Text[0] == 'T'
}

// yes reads true or yes, and false or no.
func (d *decoder) yes(n *tree.Node, key string) bool {
	if n.Kind == tree.Scalar {
		switch n.Text {
		case "yes":
			return true
		case "no":
			return false
		}
	}
	return d.bool(n, key)
}

// positive reads a number above 0.
func (d *decoder) positive(n *tree.Node, key string) float64 {
	if n == nil || n.Kind == tree.Null {
		return 0
	}
	if x := number(n); isNumber(n) && x > 0 && !math.IsInf(x, 0) {
		return x
	}
	d.wrong(n, key, aNumber)
	return 0
}

// whole reads a whole number from low to high.
func (d *decoder) whole(n *tree.Node, key string, low, high, otherwise int) int {
	if n == nil || n.Kind == tree.Null {
		return otherwise
	}
	if x := number(n); isNumber(n) && x == math.Trunc(x) && x >= float64(low) && x <= float64(high) {
		return int(x)
	}
	d.wrong(n, key, aWhole)
	return otherwise
}

// choice reads one of a few words, or "".
func (d *decoder) choice(n *tree.Node, key string, known []string) string {
	f := d.field(n, key)
	if f.Value == "" {
		return ""
	}
	if !slices.Contains(known, f.Value) {
		d.problems.Add(unknownValue.At(f.Span, key, f.Value, problem.DidYouMean(f.Value, known)))
		return ""
	}
	return f.Value
}
