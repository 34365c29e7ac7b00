package locale

import "warraq/fonts/numeral"

// urdu has the words of Urdu.
func urdu() *Locale {
	return &Locale{
		Tag: "ur", Name: "اردو", RightToLeft: true, Digits: numeral.Persian,
		Marks: Marks{Open: "”", Close: "“", Comma: "، ", Semicolon: "؛ ", Stop: "۔", And: Conjunction{" اور ", "، ", " اور "}},
		Pages: Pages{
			Index: "اشاریہ", Appendix: "ضمیمہ", Figures: "فہرستِ اشکال", Tables: "فہرستِ جداول", Figure: "شکل", Table: "جدول", Section: "حصہ",
			Source: "ماخذ:", Contents: "فہرستِ مضامین", Summary: "خلاصہ", References: "حوالہ جات",
			Callouts: map[string]string{"key": "اہم نتیجہ", "note": "نوٹ", "tip": "مشورہ", "important": "اہم", "warning": "انتباہ", "caution": "احتیاط"},
			Page:     "صفحہ {1}", Note: "حاشیہ {1}", Back: "حاشیہ {1} کے نشان پر واپسی", Reference: "حوالہ {1}",
			ArabicReferences: "اردو اور عربی حوالہ جات", OtherReferences: "دیگر حوالہ جات", Continued: "{1} (جاری)",
			Numbered: Numbered{
				Names: []string{"حصہ", "حصے", "باب", "ابواب", "فصل", "شق", "دفعہ", "ضمیمہ", "شکل", "جدول", "خاکہ", "نقشہ", "مساوات", "نسخہ", "ورژن", "ایڈیشن"},
				Joins: []string{"اور", "یا", "تا", "سے"},
			},
			Issue: "شمارہ {1}", Draft: "مسودہ", Revision: "نظرثانی {1}", Partners: "بہ اشتراک", AboutAuthor: "مصنف کا تعارف", AboutAuthors: "مصنفین کا تعارف", About: "{1} کا تعارف", AboutPublisher: "ناشر کا تعارف",
			Address: "پتہ:", Telephone: "فون:", Email: "ای میل:", Website: "ویب سائٹ:",
		},
		Dates: Dates{
			Months: [12]string{
				"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
				"جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
			},
			Hijri: [12]string{
				"محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی",
				"رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ", "ذوالحجہ",
			},
			Day: "{1} {2} {3}", Month: "{1} {2}", HijriDay: "{1} {2} {3} ہجری", Both: "{1} عیسوی / {2}",
			Span: "{1} سے {2} تک", ShortSpan: "{1} – {2}",
		},
		Works: Works{
			And: "اور ", Others: "وغیرہ",
			Edited: "مرتبہ ", TranslatedBy: "ترجمہ ", ByTranslator: " (مترجم)", OneEditor: " (مرتب)", Editors: " (مرتبین)",
			In: "در: ", Pages: "ص\u00a0", BeforePages: "، ",
			Volume: "جلد\u00a0", BeforeVolume: "، ", Issue: "شمارہ\u00a0", BookVolume: "جلد\u00a0",
			Accessed: "رسائی ", Undated: "س ن", YearComma: "، ",
			Edition: "طبع\u00a0{1}", Years: urduLetters(),
			Genres: map[string]string{
				"PhD diss.": "مقالہ برائے پی ایچ ڈی", "master’s thesis": "مقالہ برائے ایم فل",
				"technical report": "تکنیکی رپورٹ", "research report": "تحقیقی رپورٹ",
			},
		},
		Data: Data{
			OfFigures: "اشکال کا ڈیٹا", OfFigure: "شکل کا ڈیٹا", Of: "ڈیٹا: ", OfTitled: ": ", See: "ڈیٹا: ",
			Rate: "شرحِ تبادلہ: ", Rates: "شرحِ تبادلہ: ", OwnScales: "ہر لکیر کا اپنا پیمانہ ہے؛ ان کی اونچائیوں کا آپس میں موازنہ نہیں ہو سکتا۔", Prices: "{1} کی مستقل قیمتوں پر؛ قیمتوں کا اشاریہ: {2}", Yes: "ہاں", No: "نہیں", ColumnName: "نام", ColValue: "قدر",
			Roles: map[string]string{
				"payer": "ادا کنندہ", "programme": "پروگرام", "amount": "رقم", "currency": "کرنسی", "year": "سال", "share": "حصہ",
				"note": "نوٹ", "country": "ملک", "mineral": "معدن", "held": "دستیابی", "unit": "اکائی",
			},
			Currencies: map[string]string{
				"EUR": "یورو", "USD": "امریکی ڈالر", "GBP": "پاؤنڈ سٹرلنگ", "CNY": "چینی یوآن", "JPY": "جاپانی ین", "RUB": "روسی روبل",
				"KZT": "قازقستانی ٹینگے", "UZS": "ازبکستانی سوم", "SAR": "سعودی ریال", "QAR": "قطری ریال", "AED": "اماراتی درہم",
				"EGP": "مصری پاؤنڈ", "JOD": "اردنی دینار", "KWD": "کویتی دینار", "TRY": "ترک لیرا", "CHF": "سوئس فرانک",
			},
		},
		Charts: urduCharts(),
		Numbers: Numbers{
			Category: oneAndOther,
			Magnitudes: []Magnitude{
				{1e12, Invariable("ٹریلین"), []string{"ٹریلین"}},
				{1e9, Invariable("ارب"), []string{"ارب", "بلین"}},
				{1e6, Invariable("ملین"), []string{"ملین"}},
				{1e3, Invariable("ہزار"), []string{"ہزار"}},
			},
		},
		Letters: urduLetters(),
	}
}

func urduLetters() []string {
	return append([]string{"الف"}, letters("بپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہی")...)
}

func urduCharts() Charts {
	return Charts{
		Nouns: Nouns{
			Item: plural("مد", "مدات"), Category: plural("زمرہ", "زمرے"), Series: plural("سلسلہ", "سلسلے"), Row: plural("سطر", "سطریں"), Column: Invariable("کالم"),
			Value: plural("قدر", "قدریں"), Panel: plural("چھوٹا چارٹ", "چھوٹے چارٹ"), Stage: plural("مرحلہ", "مراحل"), Source: Invariable("ماخذ"), Target: plural("منزل", "منزلیں"),
			Point: plural("نقطہ", "نقطے"), Level: plural("سطح", "سطحیں"), Event: plural("واقعہ", "واقعات"), Country: plural("ملک", "ممالک"),
		},
		Names: map[string]string{
			"bar": "افقی بار چارٹ", "column": "عمودی بار چارٹ",
			"grouped-bar": "گروہی افقی بار چارٹ", "grouped-column": "گروہی عمودی بار چارٹ",
			"stacked-bar": "تہہ دار افقی بار چارٹ", "stacked-column": "تہہ دار عمودی بار چارٹ",
			"percent-bar": "فیصد تہہ دار افقی بار چارٹ", "percent-column": "فیصد تہہ دار عمودی بار چارٹ",
			"line": "لائن چارٹ", "small-multiples": "لائن چارٹ", "step": "زینہ دار چارٹ", "area": "تہہ دار ایریا چارٹ",
			"combined": "دو محوروں پر بار اور لائن چارٹ", "funding": "مالی وسائل کا بار چارٹ", "pie": "پائی چارٹ", "donut": "ڈونٹ چارٹ",
			"treemap": "شجری نقشہ", "holdings": "دستیابی کا جدول", "heatmap": "حرارتی نقشہ", "scatter": "انتشاری چارٹ", "bubble": "ببل چارٹ",
			"radar": "ریڈار چارٹ", "sankey": "بہاؤ چارٹ", "funnel": "قیف چارٹ", "waterfall": "آبشار چارٹ", "sunburst": "حلقہ در حلقہ چارٹ",
			"gauge": "پیمانہ", "box-plot": "باکس پلاٹ", "timeline": "خطِ زمان", "map": "نقشہ",
			"dumbbell": "دو نقطہ چارٹ", "slope": "ڈھلان چارٹ", "range": "حدود کا چارٹ",
		},
		AreaAlone: "ایریا چارٹ", Dots: "جڑے نقطوں کا چارٹ", Titled: "{1} بعنوان {2}",

		NotKnown: "نامعلوم", Yes: "ہاں", No: "نہیں", Held: "دستیاب", NotHeld: "غیر دستیاب",
		Total: "کل", Others: "دیگر", OtherItems: "دیگر مدات", Target: "ہدف", LogScale: "لوگارتھمی پیمانہ", Unit: "اکائی: {1}",
		LessThan: "{1} سے کم", FromToLess: "{1} سے {2} سے کم تک", AndMore: "{1} اور زیادہ",
		OfTarget: "ہدف کا {1} ({2})", TargetIs: "ہدف: {1}", OuterRing: "بیرونی حلقہ: {1}", BubbleArea: "دائرے کا رقبہ: {1}",
		Hollow: "خالی: {1}", Unmarked: "بے نشان: {1}",
		BoxWhole:    "باکس پہلے چوتھائی سے تیسرے تک ہے، اس میں لکیر وسطانیہ ہے، اور سرے کم ترین اور بلند ترین قدریں ہیں",
		BoxWhiskers: "باکس پہلے چوتھائی سے تیسرے تک ہے، اس میں لکیر وسطانیہ ہے، اور سرے بین چوتھائی حد کے {1} گنا کے اندر بعید ترین قدریں ہیں",
		BoxOutliers: "؛ دائرے انتہائی قدریں ہیں", Path: "، ",
		World: "دنیا کا نقشہ", CentralAsia: "وسطی ایشیا کا نقشہ",

		LogScaled: "پیمانہ لوگارتھمی ہے", UnitIs: "اکائی: {1}", InSeries: "{1} میں: {2}",
		Compares: "{1}، {2} کا موازنہ", ComparesSeries: "{1}، {3} میں {2} کا موازنہ",
		OnlyValue: "واحد قدر: {1} ({2})",
		Extremes:  "سب سے زیادہ {1} ({2})، سب سے کم {3} ({4})", Highest: "سب سے زیادہ {1} ({2})",
		Each: Counted{"{1}", "ہر ایک {1}", "ہر ایک {1}"},
		Rest: same("باقی: {1}"), RestOfCountries: same("باقی ممالک: {1}"),
		NameAmount: "{1} ({2})", OfShare: "{1}، کل کا {2}", AmountShare: "{1} (کل کا {2})",

		TrendSeries: "{1}، {2}", TrendSpan: "{1}، {2} سے {3} تک", TheValue: "قدر", ValueOf: "{1} کی قدر",
		ErrorList: "غلطی کی حد: {1}", ErrorIn: "{1} میں غلطی کی حد: {2}", WidestError: "غلطی کی سب سے وسیع حد: {1}", ErrorLines: "باریک لکیریں: غلطی کی حد",
		LargestGap: "سب سے بڑا فرق: {1} ({2})", WidestRange: "سب سے وسیع حد: {1} ({2})", ComparesRanges: "{1}، {2} کا موازنہ، {3} سے {4} تک",
		Single: "{1}: {3} میں {2}", Constant: "{1}، {2} پر برقرار رہی",
		Rose: "{1}، {3} میں {2} سے بڑھ کر {5} میں {4} ہو گئی", Fell: "{1}، {3} میں {2} سے گھٹ کر {5} میں {4} رہ گئی",
		Returned: "{1}، {2} میں وہی رہی جو {3} میں تھی، {4}", By: "، یعنی {1}",
		HighestIn: "؛ بلند ترین قدر {2} میں {1}", LowestIn: "؛ کم ترین قدر {2} میں {1}",
		HoldsOne: "{1}، ایک مد: {2} ({3})", Holds: same("{1}، {2}، کل {3}"),
		Largest: same("سب سے بڑی {1} ({2})، سب سے چھوٹی {3} ({4})"), AllSame: same("تمام قدریں برابر ہیں: {1}"),
		Matrix: "{1}، {2} اور {3}", AllHeld: "سب دستیاب", HeldList: "دستیاب: {1}", NotHeldList: "غیر دستیاب: {1}", UnknownList: "نامعلوم: {1}", PartialTotals: "نامکمل کل: {1}", NetTotals: "خالص جلی ہندسوں میں",
		MapData: "{1}، {2} کا ڈیٹا", SaidOf: "{1}: {2}",
		Levels: "{1}، {2}، کل {3}", LargestParts: "، سب سے بڑے حصے: {1}", ItsParts: Counted{"، واحد حصہ: {1}", "، حصے: {1}", "، حصے: {1}"},
		LargestItem: "سب سے بڑی مد {1} ({2})، سب سے چھوٹی مد {3} ({4})",
		Shows:       "{1}، {2}", AgainstTarget: "{1}، یعنی ہدف کا {2} ({3})", BandLimits: "حدود: {1}",
		Box: "وسطانیہ {1}، چوتھائیاں {2} اور {3}، سرے {4} اور {5}", Outliers: "، انتہائی قدریں {1}", ManyOutliers: "، انتہائی قدروں کی تعداد {1}",
		MedianExtremes: "بلند ترین وسطانیہ {1} میں، کم ترین {2} میں",
		SumsTo:         "{1}، {2} کا مجموعہ {3}", LargestRise: "سب سے بڑا اضافہ: {1} ({2})", LargestFall: "سب سے بڑی کمی: {1} ({2})", StepsInOrder: "ترتیب وار: {1}",
		Stages: "{1}، {2}", StagesInOrder: "مراحل ترتیب وار: {1}", Reached: "پہلے مرحلے کا {1} آخری مرحلے تک پہنچا", TinyShare: "{1} سے کم", NearlyAll: "{1} سے زیادہ", TrendLine: "رجحان کی لکیر: R² = {1}", Range: "{1} سے {2} تک",
		Flows: "{1}، {2} سے {3} تک، کل {4}", FlowList: "بہاؤ: {1}", LargestFlows: "سب سے بڑے بہاؤ: {1}", Flow: "{1} سے {2} تک ({3})",
		Scatter: "{1}، {2}، افقی محور پر {3} اور عمودی محور پر {4}", BubbleScatter: "{1}، {2}، افقی محور پر {3} اور عمودی محور پر {4}؛ دائرے کا رقبہ {5}",
		Together: "دونوں قدریں اکثر ساتھ بڑھتی ہیں", Apart: "ایک قدر بڑھنے پر دوسری اکثر گھٹتی ہے", Unrelated: "دونوں قدروں میں کوئی واضح خطی تعلق نہیں",
		Panels: "{1}", InEach: Counted{"{1}؛ اس میں: {2}", "{1}، ایک ہی پیمانے پر؛ ہر ایک میں: {2}", "{1}، ایک ہی پیمانے پر؛ ہر ایک میں: {2}"},
		Events: "{1}، {2}", EventsFrom: "{1}، {2}، {3} سے {4} تک", EventList: "{1}",
	}
}
