package locale

import "warraq/fonts/numeral"

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
			Rate: "سعر التحويل: ", Rates: "أسعار التحويل: ", Yes: "نعم", No: "لا", ColumnName: "الاسم", ColValue: "القيمة",
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
			"gauge": "عدّاد", "box-plot": "رسم صندوقي", "timeline": "خطّ زمني",
		},
		AreaAlone: "رسم مساحي", AnyChart: "رسم بياني", Titled: "{1} بعنوان {2}",

		NotKnown: "غير معلوم", Yes: "نعم", No: "لا", Held: "متوافر", NotHeld: "غير متوافر",
		Total: "المجموع", Target: "الهدف", LogScale: "مقياس لوغاريتمي", Unit: "الوحدة: {1}",
		LessThan: "أقل من {1}", FromToLess: "من {1} إلى أقل من {2}", AndMore: "{1} فأكثر",
		OfTarget: "{1} من الهدف ({2})", TargetIs: "الهدف: {1}", OuterRing: "الحلقة الخارجية: {1}", BubbleArea: "ومساحة الدائرة: {1}",
		Hollow: "المفرَّغ: {1}", Unmarked: "ما لا رمز له: {1}",
		BoxWhole:    "الصندوق من الرُّبَيع الأول إلى الثالث، والخطّ فيه الوسيط، والطرفان أدنى قيمة وأعلى قيمة",
		BoxWhiskers: "الصندوق من الرُّبَيع الأول إلى الثالث، والخطّ فيه الوسيط، والطرفان أبعد قيمتين ضمن {1} ضعف المدى الرُّبَيعي",
		BoxOutliers: "، والدوائر قيم متطرّفة", Path: "، ",
		World: "خريطة للعالم", CentralAsia: "خريطة لآسيا الوسطى", Map: "خريطة",

		LogScaled: "المقياس لوغاريتمي", UnitIs: "الوحدة: {1}", InSeries: "في {1}: {2}",
		Compares: "{1} يقارن {2:oblique}", ComparesSeries: "{1} يقارن {2:oblique} في {3:oblique}",
		OnlyValue: "القيمة الوحيدة: {1} ({2})", AllEqual: "القيم متساوية: {1}",
		Extremes: "الأعلى {1} ({2})، والأدنى {3} ({4})", Highest: "الأعلى {1} ({2})",
		Rest:            Counted{"البند الباقي: {1}", "البندان الباقيان: {1}", "البنود الباقية: {1}"},
		RestOfCountries: Counted{"الدولة الباقية: {1}", "الدولتان الباقيتان: {1}", "الدول الباقية: {1}"},
		NameAmount:      "{1} ({2})", OfShare: "{1}، {2} من المجموع", AmountShare: "{1} ({2} من المجموع)",

		TrendSeries: "{1} فيه {2}", TrendSpan: "{1} من {2} إلى {3}", TheValue: "القيمة", ValueOf: "قيمة {1}",
		Single: "{1}: {2} في {3}", Constant: "بقيت {1} ثابتة عند {2:oblique}",
		Rose: "ارتفعت {1} من {2:oblique} في {3} إلى {4:oblique} في {5}", Fell: "انخفضت {1} من {2:oblique} في {3} إلى {4:oblique} في {5}",
		Returned: "عادت {1} في {2} إلى ما كانت عليه في {3}، وهو {4}", By: "، أي بنسبة {1}",
		HighestIn: "، وأعلى قيمة لها {1} في {2}", LowestIn: "، وأدنى قيمة لها {1} في {2}",
		HoldsOne: "{1} من بند واحد: {2} ({3})",
		Holds:    Counted{"{1} من {2:oblique} مجموعه {3}", "{1} من {2:oblique} مجموعهما {3}", "{1} من {2:oblique} مجموعها {3}"},
		Largest:  Counted{"أكبرها {1} ({2})، وأصغرها {3} ({4})", "أكبرهما {1} ({2})، وأصغرهما {3} ({4})", "أكبرها {1} ({2})، وأصغرها {3} ({4})"},
		AllSame:  Counted{"القيمة {1}", "القيمتان متساويتان: {1}", "القيم جميعًا متساوية: {1}"},
		Matrix:   "{1} من {2:oblique} و{3:oblique}", AllHeld: "كلّها متوافرة",
		HeldList: "المتوافر: {1}", NotHeldList: "غير المتوافر: {1}", UnknownList: "غير معلوم: {1}",
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
		Stages: "{1} من {2:oblique}", StagesInOrder: "المراحل بالترتيب: {1}", Reached: "ما بلغ المرحلة الأخيرة {1} من الأولى", TinyShare: "أقل من {1}",
		Flows: "{1} من {2:oblique} إلى {3:oblique}، مجموعها {4}", FlowList: "التدفّقات: {1}", LargestFlows: "أكبر التدفّقات: {1}", Flow: "من {1} إلى {2} ({3})",
		Scatter: "{1} يعرض {2:oblique} بحسب {3} أفقيًّا و{4} رأسيًّا", BubbleScatter: "{1} يعرض {2:oblique} بحسب {3} أفقيًّا و{4} رأسيًّا، ومساحة الدائرة {5}",
		Together: "القيمتان تزيدان معًا في الغالب", Apart: "تزيد إحدى القيمتين حيث تنقص الأخرى في الغالب", Unrelated: "لا علاقة خطّية واضحة بين القيمتين",
		Panels: "رسم من {1:oblique}", InEach: Counted{"{1}، فيها {2}", "{1}، على مقياس واحد، في كلٍّ منهما {2}", "{1}، على مقياس واحد، في كلٍّ منها {2}"},
		Events: "{1} يعرض {2:oblique}", EventsFrom: "{1} يعرض {2:oblique} من {3} إلى {4}", EventList: "{1}",
	}
}
