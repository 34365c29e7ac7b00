package locale

import (
	"math"
	"strings"
)

func arabicNumbers() Numbers {
	return Numbers{
		Category: arabicCategory, Silent: true, Strict: true, Tail: arabicTail, Construct: arabicConstruct,
		Magnitudes: []Magnitude{
			{1e12, Noun{"تريليون", "تريليونان", "تريليونين", "تريليونات", "تريليونًا", "تريليون"}, []string{"تريليون", "تريليونات", "تريليونًا"}},
			{1e9, Noun{"مليار", "ملياران", "مليارين", "مليارات", "مليارًا", "مليار"}, []string{"مليار", "مليارات", "مليارًا", "بليون"}},
			{1e6, Noun{"مليون", "مليونان", "مليونين", "ملايين", "مليونًا", "مليون"}, []string{"مليون", "ملايين", "مليونًا"}},
			{1e3, Noun{"ألف", "ألفان", "ألفين", "آلاف", "ألفًا", "ألف"}, []string{"ألف", "آلاف", "ألفًا"}},
		},
		Units: arabicUnits(),
	}
}

// arabicCategory is that of a number by its last two digits. Of a fraction the
// whole part decides (3.5 ملايين), and after one or two and a fraction stands the
// singular (1.5 مليون).
func arabicCategory(x float64) Category {
	x = math.Abs(x)
	switch rest := math.Mod(math.Floor(x), 100); {
	case x == 1:
		return One
	case x == 2:
		return Two
	case rest >= 3 && rest <= 10:
		return Few
	case rest >= 11:
		return Many
	}
	return Other
}

// arabicNoun makes the forms of a noun whose dual and accusative are regular.
func arabicNoun(one, few string) Noun {
	if stem, ok := strings.CutSuffix(one, "ة"); ok {
		return Noun{one + " واحدة", stem + "تان", stem + "تين", few, one + "ً", one}
	}
	return Noun{one + " واحد", one + "ان", one + "ين", few, one + "ًا", one}
}

// arabicConstruct gives the forms before a noun: a dual without its ن, and no
// tanween.
func arabicConstruct(n Noun) Noun {
	return Noun{n.Other, strings.TrimSuffix(n.Two, "ن"), strings.TrimSuffix(n.TwoOblique, "ن"), n.Few, n.Other, n.Other}
}

// arabicTail joins a noun with what stands behind it in a unit. Adjectives
// agree: two dollars are دولاران أمريكيان, and three دولارات أمريكية, since the
// plural of what is not human is feminine. A phrase with a preposition (للطن) and
// an adverb (سنويًّا) stay as they are; what else there is cannot be told.
func arabicTail(n Noun, tail string) (Noun, bool) {
	if tail == "" {
		return n, true
	}
	word, rest, _ := strings.Cut(tail, " ")
	if !isArabicAdjective(word) {
		if isArabicAdjunct(word) {
			return Noun{n.One + " " + tail, n.Two + " " + tail, n.TwoOblique + " " + tail, n.Few + " " + tail, n.Many + " " + tail, n.Other + " " + tail}, true
		}
		return n, false
	}
	if n.Few == "أشخاص" || n.Few == "طلاب" || n.Few == "عمّال" {
		return n, false // the plural of what is human has adjectives of its own
	}
	alone := strings.TrimPrefix(n.One, n.Other) // the word for one follows the adjective
	a := arabicAdjective(word)
	if n.Few == n.Other { // the noun has one form, and so has what describes it
		a = Invariable(word)
	}
	return arabicTail(Noun{
		n.Other + " " + word + alone, n.Two + " " + a.Two, n.TwoOblique + " " + a.TwoOblique,
		n.Few + " " + a.Few, n.Many + " " + a.Many, n.Other + " " + word,
	}, rest)
}

// isArabicAdjective knows adjectives of relation by their ending, and those of
// measures by name.
func isArabicAdjective(word string) bool {
	switch bare := unvowelled(word); bare {
	case "مكعب", "مربع", "مكعبة", "مربعة":
		return true
	case "في", "لي":
		return false
	default:
		return len(bare) > len("في") && (strings.HasSuffix(bare, "ي") || strings.HasSuffix(bare, "ية"))
	}
}

// isArabicAdjunct reports whether a word begins what does not change with the
// noun before it.
func isArabicAdjunct(word string) bool {
	switch unvowelled(word) {
	case "في", "من", "على", "عن", "لكل", "بالسنة", "سنويا", "شهريا", "يوميا", "أسبوعيا":
		return true
	}
	return strings.HasPrefix(word, "لل") || strings.HasPrefix(word, "بال") || strings.HasPrefix(word, "/") || strings.HasPrefix(word, "(")
}

// arabicAdjective is an adjective with the forms of a noun's numbers, behind a
// plural that is not human.
func arabicAdjective(word string) Noun {
	if stem, ok := strings.CutSuffix(word, "ة"); ok {
		return Noun{word, stem + "تان", stem + "تين", word, word + "ً", word}
	}
	many := word + "ًا"
	if stem := strings.TrimSuffix(word, "ّ"); strings.HasSuffix(stem, "ي") {
		many = stem + "ًّا"
	}
	return Noun{word, word + "ان", word + "ين", word + "ة", many, word}
}

// arabicUnits are the nouns that reports count in.
func arabicUnits() []Noun {
	return []Noun{
		arabicNoun("دولار", "دولارات"), arabicNoun("ريال", "ريالات"), arabicNoun("درهم", "دراهم"), arabicNoun("دينار", "دنانير"),
		arabicNoun("جنيه", "جنيهات"), arabicNoun("ليرة", "ليرات"), arabicNoun("فرنك", "فرنكات"), arabicNoun("روبل", "روبلات"),
		arabicNoun("روبية", "روبيات"), arabicNoun("يوان", "يوانات"), arabicNoun("سوم", "سومات"),
		{"طن واحد", "طنّان", "طنّين", "أطنان", "طنًّا", "طن"},
		arabicNoun("غرام", "غرامات"), arabicNoun("كيلوغرام", "كيلوغرامات"), arabicNoun("برميل", "براميل"), arabicNoun("لتر", "لترات"),
		arabicNoun("متر", "أمتار"), arabicNoun("كيلومتر", "كيلومترات"), arabicNoun("ميل", "أميال"), arabicNoun("هكتار", "هكتارات"),
		{"فدّان واحد", "فدّانان", "فدّانين", "أفدنة", "فدّانًا", "فدّان"},
		arabicNoun("سنة", "سنوات"), arabicNoun("عام", "أعوام"), arabicNoun("شهر", "أشهر"), arabicNoun("أسبوع", "أسابيع"),
		arabicNoun("يوم", "أيام"), arabicNoun("ساعة", "ساعات"), arabicNoun("دقيقة", "دقائق"), arabicNoun("ثانية", "ثوانٍ"),
		arabicNoun("مشروع", "مشاريع"), arabicNoun("برنامج", "برامج"), arabicNoun("شخص", "أشخاص"), arabicNoun("نسمة", "نسمات"),
		arabicNoun("وظيفة", "وظائف"), arabicNoun("منحة", "منح"), arabicNoun("قرض", "قروض"), arabicNoun("دولة", "دول"),
		arabicNoun("شركة", "شركات"), arabicNoun("مؤسسة", "مؤسسات"), arabicNoun("أسرة", "أسر"), arabicNoun("طالب", "طلاب"), arabicNoun("عامل", "عمّال"),
		arabicNoun("نقطة", "نقاط"), arabicNoun("درجة", "درجات"), arabicNoun("وحدة", "وحدات"), arabicNoun("سفينة", "سفن"), arabicNoun("رحلة", "رحلات"),
		arabicNoun("مدرسة", "مدارس"), arabicNoun("سيارة", "سيارات"), arabicNoun("مقعد", "مقاعد"), arabicNoun("صوت", "أصوات"),
		Invariable("يورو"), Invariable("ين"), Invariable("تينغ"), Invariable("ميغاواط"), Invariable("غيغاواط"), Invariable("كيلوواط"), Invariable("تيراواط"),
		Invariable("كم"), Invariable("كم²"), Invariable("م²"), Invariable("م³"), Invariable("كغ"),
	}
}
