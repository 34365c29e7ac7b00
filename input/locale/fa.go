//lint:file-ignore ST1018 Persian is written with zero width non-joiners, and escapes could not be read.

package locale

import "warraq/fonts/numeral"

// persian has the words of Persian. A noun stays in the singular after a number.
func persian() *Locale {
	return &Locale{
		Tag: "fa", Name: "فارسی", RightToLeft: true, Digits: numeral.Persian,
		Marks: Marks{Open: "«", Close: "»", Comma: "، ", Semicolon: "؛ ", Stop: ".", And: Conjunction{" و ", "، ", " و "}},
		Pages: Pages{
			Index: "نمایه", Appendix: "پیوست", Figures: "فهرست شکل‌ها", Tables: "فهرست جدول‌ها", Figure: "شکل", Table: "جدول", Section: "بخش",
			Source: "منبع:", Contents: "فهرست مطالب", Summary: "چکیدهٔ اجرایی", References: "منابع",
			Callouts: map[string]string{"key": "یافتهٔ کلیدی", "note": "یادداشت", "tip": "نکته", "important": "مهم", "warning": "هشدار", "caution": "احتیاط"},
			Page:     "صفحهٔ {1}", Note: "پانوشت {1}", Back: "بازگشت به نشانهٔ پانوشت {1}", Reference: "منبع {1}",
			ArabicReferences: "منابع فارسی و عربی", OtherReferences: "منابع دیگر", Continued: "ادامهٔ {1}",
			Numbered: Numbered{
				Names: []string{"بخش", "بخش‌های", "فصل", "فصل‌های", "بند", "بندهای", "ماده", "مادهٔ", "تبصره", "پیوست", "شکل", "جدول", "نمودار", "نقشه", "معادله", "نسخه", "نسخهٔ", "ویرایش", "ویراست"},
				Joins: []string{"و", "یا", "تا"},
			},
			Issue: "شمارهٔ {1}", Draft: "پیش‌نویس", Revision: "ویرایش {1}", Partners: "با همکاری", AboutAuthor: "دربارهٔ نویسنده", AboutAuthors: "دربارهٔ نویسندگان", About: "دربارهٔ {1}", AboutPublisher: "دربارهٔ ناشر",
			Address: "نشانی:", Telephone: "تلفن:", Email: "رایانامه:", Website: "وب‌گاه:",
		},
		Dates: Dates{
			Months: [12]string{
				"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن",
				"ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
			},
			Hijri: [12]string{
				"محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
				"رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه",
			},
			Day: "{1} {2} {3}", Month: "{1} {2}", HijriDay: "{1} {2} {3} ق", Both: "{1} م / {2}",
			Span: "از {1} تا {2}", ShortSpan: "{1} – {2}",
		},
		Works: Works{
			And: "و ", Others: "و دیگران",
			Edited: "ویراستهٔ ", TranslatedBy: "ترجمهٔ ", ByTranslator: " (ترجمه)", OneEditor: " (ویراستار)", Editors: " (ویراستاران)",
			In: "در: ", Pages: "ص\u00a0", BeforePages: "، ",
			Volume: "ج\u00a0", BeforeVolume: "، ", Issue: "ش\u00a0", BookVolume: "ج\u00a0",
			Accessed: "دسترسی در ", Undated: "بی‌تا", YearComma: "، ",
			Edition: "چ\u00a0{1}", Years: persianLetters(),
			Genres: map[string]string{
				"PhD diss.": "رسالهٔ دکتری", "master’s thesis": "پایان‌نامهٔ کارشناسی ارشد",
				"technical report": "گزارش فنی", "research report": "گزارش پژوهشی",
			},
		},
		Data: Data{
			OfFigures: "داده‌های شکل‌ها", OfFigure: "داده‌های شکل", Of: "داده‌های ", OfTitled: ": ", See: "داده‌ها: ",
			Rate: "نرخ تبدیل: ", Rates: "نرخ‌های تبدیل: ", OwnScales: "هر خط مقیاس خود را دارد و بلندی خط‌ها با هم سنجیده نمی‌شود.", Prices: "به قیمت‌های ثابت {1}؛ شاخص قیمت‌ها: {2}", Yes: "بله", No: "خیر", ColumnName: "نام", ColValue: "مقدار",
			Roles: map[string]string{
				"payer": "تأمین‌کننده", "programme": "برنامه", "amount": "مبلغ", "currency": "ارز", "year": "سال", "share": "سهم",
				"note": "یادداشت", "country": "کشور", "mineral": "ماده معدنی", "held": "موجودی", "unit": "واحد",
			},
			Currencies: map[string]string{
				"EUR": "یورو", "USD": "دلار آمریکا", "GBP": "پوند استرلینگ", "CNY": "یوان چین", "JPY": "ین ژاپن", "RUB": "روبل روسیه",
				"KZT": "تنگهٔ قزاقستان", "UZS": "سوم ازبکستان", "SAR": "ریال سعودی", "QAR": "ریال قطر", "AED": "درهم امارات",
				"EGP": "پوند مصر", "JOD": "دینار اردن", "KWD": "دینار کویت", "TRY": "لیر ترکیه", "CHF": "فرانک سوئیس",
			},
		},
		Charts: persianCharts(),
		Numbers: Numbers{
			Category: func(float64) Category { return Other },
			Magnitudes: []Magnitude{
				{1e12, Invariable("تریلیون"), []string{"تریلیون"}},
				{1e9, Invariable("میلیارد"), []string{"میلیارد"}},
				{1e6, Invariable("میلیون"), []string{"میلیون"}},
				{1e3, Invariable("هزار"), []string{"هزار"}},
			},
		},
		Letters: persianLetters(),
	}
}

func persianLetters() []string {
	return append([]string{"الف"}, letters("بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")...)
}

func persianCharts() Charts {
	return Charts{
		Nouns: Nouns{
			Item: Invariable("مورد"), Category: Invariable("دسته"), Series: Invariable("سری"), Row: Invariable("ردیف"), Column: Invariable("ستون"),
			Value: Invariable("مقدار"), Panel: Invariable("نمودار کوچک"), Stage: Invariable("مرحله"), Source: Invariable("مبدأ"), Target: Invariable("مقصد"),
			Point: Invariable("نقطه"), Level: Invariable("سطح"), Event: Invariable("رویداد"), Country: Invariable("کشور"),
		},
		Names: map[string]string{
			"bar": "نمودار میله‌ای افقی", "column": "نمودار ستونی",
			"grouped-bar": "نمودار میله‌ای گروهی", "grouped-column": "نمودار ستونی گروهی",
			"stacked-bar": "نمودار میله‌ای انباشته", "stacked-column": "نمودار ستونی انباشته",
			"percent-bar": "نمودار میله‌ای انباشتهٔ درصدی", "percent-column": "نمودار ستونی انباشتهٔ درصدی",
			"line": "نمودار خطی", "small-multiples": "نمودار خطی", "step": "نمودار پله‌ای", "area": "نمودار مساحتی انباشته",
			"combined": "نمودار ستونی و خطی با دو محور", "funding": "نمودار میله‌ای منابع مالی", "pie": "نمودار دایره‌ای", "donut": "نمودار حلقه‌ای",
			"treemap": "نقشهٔ درختی", "holdings": "جدول موجودی", "heatmap": "نقشهٔ حرارتی", "scatter": "نمودار پراکندگی", "bubble": "نمودار حبابی",
			"radar": "نمودار راداری", "sankey": "نمودار جریان", "funnel": "نمودار قیفی", "waterfall": "نمودار آبشاری", "sunburst": "نمودار حلقه‌های تودرتو",
			"gauge": "نمودار عقربه‌ای", "box-plot": "نمودار جعبه‌ای", "timeline": "خط زمان", "map": "نقشه",
			"dumbbell": "نمودار دونقطه‌ای", "slope": "نمودار شیب", "range": "نمودار میله‌ای بازه",
		},
		AreaAlone: "نمودار مساحتی", Dots: "نمودار نقطه‌های پیوسته", Titled: "{1} با عنوان {2}",

		NotKnown: "نامعلوم", Yes: "بله", No: "خیر", Held: "موجود", NotHeld: "ناموجود",
		Total: "مجموع", Others: "سایر", OtherItems: "موارد دیگر", Target: "هدف", LogScale: "مقیاس لگاریتمی", Unit: "واحد: {1}",
		LessThan: "کمتر از {1}", FromToLess: "از {1} تا کمتر از {2}", AndMore: "{1} و بیشتر",
		OfTarget: "{1} هدف ({2})", TargetIs: "هدف: {1}", OuterRing: "حلقهٔ بیرونی: {1}", BubbleArea: "مساحت دایره: {1}",
		Hollow: "توخالی: {1}", Unmarked: "بی‌نشانه: {1}",
		BoxWhole:    "جعبه از چارک اول تا سوم است، خط درون آن میانه، و دو سر کمترین و بیشترین مقدار",
		BoxWhiskers: "جعبه از چارک اول تا سوم است، خط درون آن میانه، و دو سر دورترین مقدارها تا {1} برابر دامنهٔ میان‌چارکی",
		BoxOutliers: "؛ دایره‌ها داده‌های پرت‌اند", Path: "، ",
		World: "نقشهٔ جهان", CentralAsia: "نقشهٔ آسیای مرکزی",

		LogScaled: "مقیاس لگاریتمی است", UnitIs: "واحد: {1}", InSeries: "در {1}: {2}",
		Compares: "{1} برای مقایسهٔ {2}", ComparesSeries: "{1} برای مقایسهٔ {2} در {3}",
		OnlyValue: "تنها مقدار: {1} ({2})",
		Extremes:  "بیشترین {1} ({2})، کمترین {3} ({4})", Highest: "بیشترین {1} ({2})",
		Each: Counted{"{1}", "هر یک {1}", "هر یک {1}"},
		Rest: same("بقیه: {1}"), RestOfCountries: same("کشورهای دیگر: {1}"),
		NameAmount: "{1} ({2})", OfShare: "{1}، {2} از مجموع", AmountShare: "{1} ({2} از مجموع)",

		TrendSeries: "{1} با {2}", TrendSpan: "{1} از {2} تا {3}", TheValue: "مقدار", ValueOf: "مقدار {1}",
		ErrorList: "بازهٔ خطا: {1}", ErrorIn: "بازهٔ خطا در {1}: {2}", WidestError: "پهن‌ترین بازهٔ خطا: {1}", ErrorLines: "خط‌های نازک: بازهٔ خطا",
		LargestGap: "بیشترین اختلاف: {1} ({2})", WidestRange: "پهن‌ترین بازه: {1} ({2})", ComparesRanges: "{1} برای مقایسهٔ {2} از {3} تا {4}",
		Single: "{1}: {2} در {3}", Constant: "{1} در {2} ثابت ماند",
		Rose: "{1} از {2} در {3} به {4} در {5} افزایش یافت", Fell: "{1} از {2} در {3} به {4} در {5} کاهش یافت",
		Returned: "{1} در {2} به مقدار خود در {3} بازگشت، {4}", By: "، یعنی {1}",
		HighestIn: "؛ بیشترین مقدار {1} در {2}", LowestIn: "؛ کمترین مقدار {1} در {2}",
		HoldsOne: "{1} با یک مورد: {2} ({3})", Holds: same("{1} با {2} به مجموع {3}"),
		Largest: same("بزرگ‌ترین {1} ({2})، کوچک‌ترین {3} ({4})"), AllSame: same("همهٔ مقدارها برابرند: {1}"),
		Matrix: "{1} با {2} و {3}", AllHeld: "همه موجود", HeldList: "موجود: {1}", NotHeldList: "ناموجود: {1}", UnknownList: "نامعلوم: {1}", PartialTotals: "جمع ناقص: {1}", NetTotals: "خالص با حروف سیاه",
		MapData: "{1} با داده‌های {2}", SaidOf: "{1}: {2}",
		Levels: "{1} با {2}، به مجموع {3}", LargestParts: "، بزرگ‌ترین بخش‌ها: {1}", ItsParts: Counted{"، تنها بخش آن: {1}", "، بخش‌های آن: {1}", "، بخش‌های آن: {1}"},
		LargestItem: "بزرگ‌ترین مورد {1} ({2})، کوچک‌ترین مورد {3} ({4})",
		Shows:       "{1} با {2}", AgainstTarget: "{1}، یعنی {2} از هدف ({3})", BandLimits: "مرز بازه‌ها: {1}",
		Box: "میانه {1}، چارک‌ها {2} و {3}، دو سر {4} و {5}", Outliers: "، داده‌های پرت {1}", ManyOutliers: "، شمار داده‌های پرت {1}",
		MedianExtremes: "بیشترین میانه در {1}، کمترین در {2}",
		SumsTo:         "{1}: {2} با مجموع {3}", LargestRise: "بیشترین افزایش: {1} ({2})", LargestFall: "بیشترین کاهش: {1} ({2})", StepsInOrder: "گام‌ها به ترتیب: {1}",
		Stages: "{1} با {2}", StagesInOrder: "مرحله‌ها به ترتیب: {1}", Reached: "{1} از مرحلهٔ نخست به مرحلهٔ آخر رسید", TinyShare: "کمتر از {1}", NearlyAll: "بیش از {1}", TrendLine: "خط روند: R² = {1}", Range: "از {1} تا {2}",
		Flows: "{1} از {2} به {3}، به مجموع {4}", FlowList: "جریان‌ها: {1}", LargestFlows: "بزرگ‌ترین جریان‌ها: {1}", Flow: "از {1} به {2} ({3})",
		Scatter: "{1} با {2} بر پایهٔ {3} در محور افقی و {4} در محور عمودی", BubbleScatter: "{1} با {2} بر پایهٔ {3} در محور افقی و {4} در محور عمودی؛ مساحت دایره {5}",
		Together: "دو مقدار بیشتر با هم افزایش می‌یابند", Apart: "با افزایش یکی دیگری بیشتر کاهش می‌یابد", Unrelated: "میان دو مقدار رابطهٔ خطی روشنی نیست",
		Panels: "مجموعهٔ {1}", InEach: Counted{"{1}؛ در آن: {2}", "{1} با یک مقیاس؛ در هر یک: {2}", "{1} با یک مقیاس؛ در هر یک: {2}"},
		Events: "{1} با {2}", EventsFrom: "{1} با {2} از {3} تا {4}", EventList: "{1}",
	}
}
