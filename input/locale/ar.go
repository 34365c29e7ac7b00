package locale

import (
	"math"
	"strings"

	"warraq/fonts/numeral"
)

// arabic has the words of Arabic.
func arabic() *Locale {
	return &Locale{
		Tag: "ar", Name: "العربية", RightToLeft: true, Digits: numeral.Latin,
		Marks: Marks{Open: "«", Close: "»", Comma: "، ", Semicolon: "؛ ", Stop: ".", And: Conjunction{" و", "، و", "، و"}},
		Pages: Pages{
			Index: "الكشّاف", Appendix: "الملحق", Figures: "قائمة الأشكال", Tables: "قائمة الجداول", Figure: "الشكل", Table: "الجدول", Section: "القسم",
			Source: "المصدر:", Contents: "المحتويات", Summary: "الملخص التنفيذي", References: "المراجع",
			Callouts: map[string]string{"key": "خلاصة", "note": "ملاحظة", "tip": "إضاءة", "important": "مهم", "warning": "تنبيه", "caution": "تحذير"},
			Page:     "صفحة {1}", Note: "الحاشية {1}", Back: "عودة إلى موضع الحاشية {1}", Reference: "المرجع {1}",
			ArabicReferences: "المراجع العربية", OtherReferences: "المراجع الأجنبية", Continued: "تابع {1}",
			Numbered: Numbered{
				Names: []string{
					"قسم", "قسمان", "قسمين", "أقسام", "فصل", "فصلان", "فصلين", "فصول", "باب", "أبواب", "فرع", "فرعان", "فرعين", "فروع", "مبحث", "مباحث", "مطلب", "مطالب",
					"فقرة", "فقرتان", "فقرتين", "فقرات", "مادة", "مادتان", "مادتين", "مواد", "بند", "بندان", "بندين", "بنود", "ملحق", "ملحقان", "ملحقين", "ملاحق",
					"شكل", "شكلان", "شكلين", "أشكال", "جدول", "جدولان", "جدولين", "جداول", "خريطة", "خرائط", "إطار", "أطر", "معادلة", "معادلات",
					"إصدار", "إصداران", "إصدارين", "إصدارات", "نسخة", "نسخ", "طبعة", "طبعات",
				},
				Joins: []string{"و", "أو", "إلى", "حتى"},
			},
			Issue: "العدد {1}", Draft: "مسودة", Revision: "المراجعة {1}", Partners: "بالشراكة مع", AboutAuthor: "نبذة تعريفية", AboutAuthors: "عن المؤلفين", About: "عن {1}", AboutPublisher: "عن الناشر",
			Address: "العنوان:", Telephone: "الهاتف:", Email: "البريد الإلكتروني:", Website: "الموقع:",
		},
		Dates: Dates{
			Months: [12]string{
				"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
				"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
			},
			Levantine: [12]string{
				"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
				"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
			},
			Hijri: [12]string{
				"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
				"رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة",
			},
			Day: "{1} {2} {3}", Month: "{1} {2}", HijriDay: "{1} {2} {3}هـ", Both: "{1}م / {2}",
			Span: "من {1} إلى {2}", ShortSpan: "{1} – {2}",
		},
		Works: Works{
			And: "و", Others: "وآخرون", EveryAnd: true,
			Edited: "تحرير ", TranslatedBy: "ترجمة ", ByTranslator: " (ترجمة)", OneEditor: " (تحرير)", Editors: " (تحرير)",
			In: "في: ", Pages: "ص\u00a0", BeforePages: "، ",
			Volume: "مج\u00a0", BeforeVolume: "، ", Issue: "ع\u00a0", BookVolume: "مج\u00a0",
			Accessed: "اطُّلع عليه في ", Undated: "د.ت", YearComma: "، ",
			Edition: "ط\u00a0{1}", Years: letters(abjad),
			Genres: map[string]string{
				"PhD diss.": "أطروحة دكتوراه", "master’s thesis": "رسالة ماجستير",
				"technical report": "تقرير فني", "research report": "تقرير بحثي",
			},
		},
		Data: Data{
			OfFigures: "بيانات الأشكال", OfFigure: "بيانات الشكل", Of: "بيانات ", OfTitled: ": ", See: "البيانات: ",
			Rate: "سعر التحويل: ", Rates: "أسعار التحويل: ", OwnScales: "لكلِّ خطٍّ مقياسٌ خاصٌّ به، فلا تُقارَن الخطوط بارتفاعها.", Prices: "بأسعار {1} الثابتة؛ الرقم القياسي للأسعار: {2}", Yes: "نعم", No: "لا", ColumnName: "الاسم", ColValue: "القيمة",
			Roles: map[string]string{
				"payer": "الجهة", "programme": "البرنامج", "amount": "المبلغ", "currency": "العملة", "year": "السنة", "share": "الحصّة",
				"note": "ملاحظة", "country": "الدولة", "mineral": "المعدن", "held": "التوافر", "unit": "الوحدة",
			},
			Currencies: map[string]string{
				"EUR": "يورو", "USD": "دولار أمريكي", "GBP": "جنيه إسترليني", "CNY": "يوان صيني", "JPY": "ين ياباني", "RUB": "روبل روسي",
				"KZT": "تينغ كازاخستاني", "UZS": "سوم أوزبكستاني", "SAR": "ريال سعودي", "QAR": "ريال قطري", "AED": "درهم إماراتي",
				"EGP": "جنيه مصري", "JOD": "دينار أردني", "KWD": "دينار كويتي", "TRY": "ليرة تركية", "CHF": "فرنك سويسري",
			},
		},
		Charts:  arabicCharts(),
		Numbers: arabicNumbers(),
		Letters: letters(abjad),
	}
}

// abjad is the old order of the letters, which Arabic lists are marked in.
const abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"

// letters takes a text apart.
func letters(text string) []string {
	var list []string
	for _, r := range text {
		list = append(list, string(r))
	}
	return list
}

func arabicCharts() Charts {
	return Charts{
		Nouns: Nouns{
			Item: arabicNoun("بند", "بنود"), Category: arabicNoun("فئة", "فئات"), Series: arabicNoun("سلسلة", "سلاسل"),
			Row:    Noun{"صفّ واحد", "صفّان", "صفّين", "صفوف", "صفًّا", "صفّ"},
			Column: arabicNoun("عمود", "أعمدة"), Value: arabicNoun("قيمة", "قيم"),
			Panel: Noun{"لوحة صغيرة واحدة", "لوحتان صغيرتان", "لوحتين صغيرتين", "لوحات صغيرة", "لوحةً صغيرةً", "لوحة صغيرة"},
			Stage: arabicNoun("مرحلة", "مراحل"), Source: arabicNoun("مصدر", "مصادر"), Target: arabicNoun("وجهة", "وجهات"),
			Point: arabicNoun("نقطة", "نقاط"), Level: Noun{"مستوى واحد", "مستويان", "مستويين", "مستويات", "مستوًى", "مستوى"},
			Event: Noun{"حدث واحد", "حدثان", "حدثين", "أحداث", "حدثًا", "حدث"}, Country: arabicNoun("دولة", "دول"),
		},
		Names: map[string]string{
			"bar": "رسم بأعمدة أفقية", "column": "رسم بأعمدة رأسية",
			"grouped-bar": "رسم بأعمدة أفقية متجاورة", "grouped-column": "رسم بأعمدة رأسية متجاورة",
			"stacked-bar": "رسم بأعمدة أفقية مكدّسة", "stacked-column": "رسم بأعمدة رأسية مكدّسة",
			"percent-bar": "رسم بأعمدة أفقية مكدّسة بالنسب المئوية", "percent-column": "رسم بأعمدة رأسية مكدّسة بالنسب المئوية",
			"line": "رسم خطّي", "small-multiples": "رسم خطّي", "step": "رسم خطّي مدرَّج", "area": "رسم مساحي مكدّس",
			"combined": "رسم بأعمدة وخطّ على محورين", "funding": "رسم بأعمدة أفقية للتمويل", "pie": "رسم دائري", "donut": "رسم حلقي",
			"treemap": "خريطة شجرية", "holdings": "مصفوفة التوافر", "heatmap": "خريطة حرارية", "scatter": "رسم انتشار", "bubble": "رسم فقاعي",
			"radar": "رسم راداري", "sankey": "رسم تدفّقات", "funnel": "رسم قِمعي", "waterfall": "رسم شلّالي", "sunburst": "رسم بحلقات متداخلة",
			"gauge": "عدّاد", "box-plot": "رسم صندوقي", "timeline": "خطّ زمني", "map": "خريطة",
			"dumbbell": "رسم النقطتين", "slope": "رسم الميل", "range": "رسم بأعمدة المدى",
		},
		AreaAlone: "رسم مساحي", Dots: "رسم النقاط المتّصلة", Titled: "{1} بعنوان {2}",

		NotKnown: "غير معلوم", Yes: "نعم", No: "لا", Held: "متوافر", NotHeld: "غير متوافر",
		Total: "المجموع", Others: "أخرى", OtherItems: "بنود أخرى", Target: "الهدف", LogScale: "مقياس لوغاريتمي", Unit: "الوحدة: {1}",
		LessThan: "أقل من {1}", FromToLess: "من {1} إلى أقل من {2}", AndMore: "{1} فأكثر",
		OfTarget: "{1} من الهدف ({2})", TargetIs: "الهدف: {1}", OuterRing: "الحلقة الخارجية: {1}", BubbleArea: "ومساحة الدائرة: {1}",
		Hollow: "المفرَّغ: {1}", Unmarked: "ما لا رمز له: {1}",
		BoxWhole:    "الصندوق من الرُّبَيع الأول إلى الثالث، والخطّ فيه الوسيط، والطرفان أدنى قيمة وأعلى قيمة",
		BoxWhiskers: "الصندوق من الرُّبَيع الأول إلى الثالث، والخطّ فيه الوسيط، والطرفان أبعد قيمتين ضمن {1} ضعف المدى الرُّبَيعي",
		BoxOutliers: "، والدوائر قيم متطرّفة", Path: "، ",
		World: "خريطة للعالم", CentralAsia: "خريطة لآسيا الوسطى",

		LogScaled: "المقياس لوغاريتمي", UnitIs: "الوحدة: {1}", InSeries: "في {1}: {2}",
		Compares: "{1} يقارن {2:oblique}", ComparesSeries: "{1} يقارن {2:oblique} في {3:oblique}",
		OnlyValue: "القيمة الوحيدة: {1} ({2})",
		Extremes:  "الأعلى {1} ({2})، والأدنى {3} ({4})", Highest: "الأعلى {1} ({2})",
		Each:            Counted{"{1}", "{1} لكلٍّ منهما", "{1} لكلٍّ منها"},
		Rest:            Counted{"البند الباقي: {1}", "البندان الباقيان: {1}", "البنود الباقية: {1}"},
		RestOfCountries: Counted{"الدولة الباقية: {1}", "الدولتان الباقيتان: {1}", "الدول الباقية: {1}"},
		NameAmount:      "{1} ({2})", OfShare: "{1}، {2} من المجموع", AmountShare: "{1} ({2} من المجموع)",

		TrendSeries: "{1} فيه {2}", TrendSpan: "{1} من {2} إلى {3}", TheValue: "القيمة", ValueOf: "قيمة {1}",
		ErrorList: "هامش الخطأ: {1}", ErrorIn: "هامش الخطأ في {1}: {2}", WidestError: "أوسع هامش خطأ: {1}", ErrorLines: "الخطوط الرفيعة: هامش الخطأ",
		LargestGap: "أكبر فرق: {1} ({2})", WidestRange: "أوسع مدى: {1} ({2})", ComparesRanges: "{1} يقارن {2:oblique} من {3} إلى {4}",
		Single: "{1}: {2} في {3}", Constant: "بقيت {1} ثابتة عند {2:oblique}",
		Rose: "ارتفعت {1} من {2:oblique} في {3} إلى {4:oblique} في {5}", Fell: "انخفضت {1} من {2:oblique} في {3} إلى {4:oblique} في {5}",
		Returned: "عادت {1} في {2} إلى ما كانت عليه في {3}، وهو {4}", By: "، أي بنسبة {1}",
		HighestIn: "، وأعلى قيمة لها {1} في {2}", LowestIn: "، وأدنى قيمة لها {1} في {2}",
		HoldsOne: "{1} من بند واحد: {2} ({3})",
		Holds:    Counted{"{1} من {2:oblique} مجموعه {3}", "{1} من {2:oblique} مجموعهما {3}", "{1} من {2:oblique} مجموعها {3}"},
		Largest:  Counted{"أكبرها {1} ({2})، وأصغرها {3} ({4})", "أكبرهما {1} ({2})، وأصغرهما {3} ({4})", "أكبرها {1} ({2})، وأصغرها {3} ({4})"},
		AllSame:  Counted{"القيمة {1}", "القيمتان متساويتان: {1}", "القيم جميعًا متساوية: {1}"},
		Matrix:   "{1} من {2:oblique} و{3:oblique}", AllHeld: "كلّها متوافرة",
		HeldList: "المتوافر: {1}", NotHeldList: "غير المتوافر: {1}", UnknownList: "غير معلوم: {1}", PartialTotals: "مجموع ناقص: {1}", NetTotals: "الصافي بالخط العريض",
		MapData: "{1} فيها بيانات عن {2:oblique}", SaidOf: "{1}: {2}",
		Levels: "{1} من {2:oblique}، مجموعه {3}", LargestParts: "، وأكبر أجزائه: {1}",
		ItsParts:    Counted{"، وجزؤه الوحيد: {1}", "، وجزآه: {1}", "، وأجزاؤه: {1}"},
		LargestItem: "أكبر بند {1} ({2})، وأصغر بند {3} ({4})",
		Shows:       "{1} يعرض {2:oblique}", AgainstTarget: "{1}، أي {2} من الهدف ({3})", BandLimits: "حدود النطاقات: {1}",
		Box:      "الوسيط {1}، والرُّبَيعان {2} و{3}، والطرفان {4} و{5}",
		Outliers: "، والقيم المتطرّفة: {1}", ManyOutliers: "، وعدد القيم المتطرّفة {1}",
		MedianExtremes: "أعلى وسيط في {1}، وأدناه في {2}",
		SumsTo:         "{1} يبيّن كيف تجتمع {2} في مجموع قدره {3}",
		LargestRise:    "أكبر زيادة: {1} ({2})", LargestFall: "أكبر نقصان: {1} ({2})", StepsInOrder: "الخطوات بالترتيب: {1}",
		Stages: "{1} من {2:oblique}", StagesInOrder: "المراحل بالترتيب: {1}", Reached: "ما بلغ المرحلة الأخيرة {1} من الأولى", TinyShare: "أقل من {1}", NearlyAll: "أكثر من {1}", TrendLine: "خطّ الاتجاه: R² = {1}", Range: "من {1:oblique} إلى {2:oblique}",
		Flows: "{1} من {2:oblique} إلى {3:oblique}، مجموعها {4}", FlowList: "التدفّقات: {1}", LargestFlows: "أكبر التدفّقات: {1}", Flow: "من {1} إلى {2} ({3})",
		Scatter: "{1} يعرض {2:oblique} بحسب {3} أفقيًّا و{4} رأسيًّا", BubbleScatter: "{1} يعرض {2:oblique} بحسب {3} أفقيًّا و{4} رأسيًّا، ومساحة الدائرة {5}",
		Together: "القيمتان تزيدان معًا في الغالب", Apart: "تزيد إحدى القيمتين حيث تنقص الأخرى في الغالب", Unrelated: "لا علاقة خطّية واضحة بين القيمتين",
		Panels: "رسم من {1:oblique}", InEach: Counted{"{1}، فيها {2}", "{1}، على مقياس واحد، في كلٍّ منهما {2}", "{1}، على مقياس واحد، في كلٍّ منها {2}"},
		Events: "{1} يعرض {2:oblique}", EventsFrom: "{1} يعرض {2:oblique} من {3} إلى {4}", EventList: "{1}",
	}
}

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
