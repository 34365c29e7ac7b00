package grid

import "warraq/input/problem"

// The problems of chart blocks.
var (
	unknownType = problem.Kind{
		Code: "unknown-chart-type", Severity: problem.Error,
		Message: problem.Text{AR: "لا يوجد نوع رسم بياني اسمه «%s»", EN: "there is no chart type “%s”"},
		Advice:  problem.Text{AR: "أقرب نوع هو «%[2]s»، والأنواع المتاحة: %[3]s.", EN: "The nearest is “%[2]s”; the types are %[3]s."},
	}
	missingType = problem.Kind{
		Code: "missing-chart-type", Severity: problem.Error,
		Message: problem.Text{AR: "لم يُذكر نوع الرسم البياني", EN: "the chart has no type"},
		Advice:  problem.Text{AR: "أضف سطر «type»، والأنواع المتاحة: %[1]s.", EN: "Add a line with type; the types are %[1]s."},
	}
	missingData = problem.Kind{
		Code: "missing-chart-data", Severity: problem.Error,
		Message: problem.Text{AR: "لا بيانات لهذا الرسم البياني", EN: "the chart has no data"},
		Advice:  problem.Text{AR: "أضف «data»: اسمًا من ترويسة الملف أو مسارًا أو صفوفًا.", EN: "Add data: a name of the front matter, a path, or rows."},
	}
	emptyData = problem.Kind{
		Code: "empty-chart-data", Severity: problem.Error,
		Message: problem.Text{AR: "ليس في بيانات الرسم البياني ما يُرسم", EN: "the chart's data has nothing to draw"},
		Advice:  problem.Text{AR: "تحقّق من أن الجدول فيه صفوف وقيم.", EN: "See that the table has rows and values."},
	}
	unknownColumn = problem.Kind{
		Code: "unknown-column", Severity: problem.Error,
		Message: problem.Text{AR: "لا يوجد عمود اسمه «%s» في البيانات", EN: "the data has no column “%s”"},
		Advice:  problem.Text{AR: "أقرب عمود هو «%[2]s»، والأعمدة: %[3]s.", EN: "The nearest is “%[2]s”; the columns are %[3]s."},
	}
	missingColumn = problem.Kind{
		Code: "missing-column", Severity: problem.Error,
		Message: problem.Text{AR: "ليس في البيانات عمود يصلح لـ«%s»", EN: "the data has no column that could be %s"},
		Advice:  problem.Text{AR: "سمِّ العمود بسطر «%[1]s» في الرسم البياني.", EN: "Name the column with %[1]s in the chart."},
	}
	yearsAlone = problem.Kind{
		Code: "years-are-no-values", Severity: problem.Error,
		Message: problem.Text{AR: "أعداد العمود «%s» تبدو سنوات، ولا عمود أعداد غيره", EN: "the numbers of column “%s” look like years, and there is no other column of numbers"},
		Advice: problem.Text{
			AR: "إن كانت مقادير فسمِّ العمود: value: %[1]s",
			EN: "If they are amounts, name the column: value: %[1]s",
		},
	}
	notNumber = problem.Kind{
		Code: "chart-cell-not-number", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليست عددًا", EN: "“%s” in column “%s” is not a number"},
		Advice:  problem.Text{AR: "اكتب عددًا، أو اترك الخلية فارغة إن كانت القيمة غير معلومة.", EN: "Write a number, or leave the cell blank where the value is not known."},
	}
	notFinite = problem.Kind{
		Code: "chart-cell-not-finite", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» في عمود «%s» لا يمكن رسمها", EN: "the value “%s” in column “%s” cannot be drawn"},
		Advice:  problem.Text{AR: "اكتب عددًا لا يتجاوز 10^15.", EN: "Write a finite number no larger than 10^15."},
	}
	notLogarithmic = problem.Kind{
		Code: "log-scale-not-positive", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» لا تظهر على مقياس لوغاريتمي", EN: "the value “%s” has no place on a logarithmic scale"},
		Advice:  problem.Text{AR: "المقياس اللوغاريتمي للأعداد الموجبة وحدها: احذف القيمة أو استعمل «scale: linear».", EN: "A logarithmic scale is for positive numbers: leave the value out or use scale: linear."},
	}
	tooSmall = problem.Kind{
		Code: "chart-cell-too-small", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%s» في عمود «%s» أصغر من أن تُرسم", EN: "the value “%s” in column “%s” is too small to be drawn"},
		Advice:  problem.Text{AR: "اكتب القيم بوحدة أصغر، أو اكتب صفرًا.", EN: "Count in a smaller unit, or write nought."},
	}
	logStacked = problem.Kind{
		Code: "log-scale-not-for-type", Severity: problem.Error,
		Message: problem.Text{AR: "النوع «%s» لا يُرسم على مقياس لوغاريتمي", EN: "the type “%s” cannot have a logarithmic scale"},
		Advice:  problem.Text{AR: "احذف «scale» أو اختر نوعًا آخر.", EN: "Remove scale or choose another type."},
	}
	negativePart = problem.Kind{
		Code: "negative-share", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة السالبة «%s» لا تكون جزءًا من كل", EN: "the negative value “%s” cannot be a part of a whole"},
		Advice:  problem.Text{AR: "استعمل «bar» للقيم السالبة.", EN: "Use bar for negative values."},
	}
	totalAsPart = problem.Kind{
		Code: "total-as-part", Severity: problem.Warning,
		Message: problem.Text{AR: "الصفّ «%s» مجموع لغيره، ورُسم جزءًا معه", EN: "the row “%s” is a total of others, and is drawn as a part beside them"},
		Advice:  problem.Text{AR: "احذف الصفّ، أو أسقطه بخطوة «filter» فيها «not».", EN: "Remove the row, or leave it out with a filter step that has “not”."},
	}
	totalStacked = problem.Kind{
		Code: "total-in-stack", Severity: problem.Warning,
		Message: problem.Text{AR: "السلسلة «%s» مجموع لغيرها، ورُصّت فوقها فصار الطول ضعف المجموع", EN: "the series “%s” is a total of others, and is stacked on them: the whole is twice what it is"},
		Advice: problem.Text{
			AR: "أسقطها: سمِّ الأعمدة الأخرى بسطر «values»، أو احذف صفوفها بخطوة «filter» فيها «not».",
			EN: "Leave it out: name the other columns with values, or leave out its rows with a filter step that has “not”.",
		},
	}
	nothingWhole = problem.Kind{
		Code: "zero-total", Severity: problem.Error,
		Message: problem.Text{AR: "مجموع القيم صفر، فلا أجزاء تُرسم", EN: "the values sum to nothing, so there are no parts to draw"},
		Advice:  problem.Text{AR: "تحقّق من الأعداد.", EN: "See that the numbers are right."},
	}
	tooManyRows = problem.Kind{
		Code: "too-many-rows", Severity: problem.Error,
		Message: problem.Text{AR: "عدد صفوف البيانات %d، والرسم البياني يتّسع لـ%d", EN: "the data has %d rows; a chart has room for %d"},
		Advice:  problem.Text{AR: "اجمع الصفوف أو اختر أهمّها قبل الرسم.", EN: "Sum up the rows, or choose the most important."},
	}
	tooManyCategories = problem.Kind{
		Code: "too-many-categories", Severity: problem.Error,
		Message: problem.Text{AR: "عدد الفئات %d، والنوع «%s» يتّسع لـ%d", EN: "there are %d categories; the type “%s” has room for %d"},
		Advice:  problem.Text{AR: "اجمع الفئات الصغيرة في فئة «أخرى»، أو ارسم أهمّها.", EN: "Sum up small categories as one, or draw the most important."},
	}
	tooManySeries = problem.Kind{
		Code: "too-many-series", Severity: problem.Error,
		Message: problem.Text{AR: "عدد السلاسل %d، والنوع «%s» يتّسع لـ%d", EN: "there are %d series; the type “%s” has room for %d"},
		Advice:  problem.Text{AR: "اقسم الرسم إلى رسمين، أو اجمع السلاسل.", EN: "Make two charts of it, or sum up series."},
	}
	tooFewCategories = problem.Kind{
		Code: "too-few-categories", Severity: problem.Error,
		Message: problem.Text{AR: "عدد الفئات %d، والنوع «%s» يحتاج إلى %d على الأقل", EN: "there are %d categories; the type “%s” needs %d at least"},
		Advice:  problem.Text{AR: "أضف بيانات، أو اختر نوعًا آخر مثل «bar».", EN: "Add data, or choose another type such as bar."},
	}
	tooFewSeries = problem.Kind{
		Code: "too-few-series", Severity: problem.Error,
		Message: problem.Text{AR: "عدد أعمدة القيم %d، والنوع «%s» يحتاج إلى %d على الأقل", EN: "there are %d columns of values; the type “%s” needs %d at least"},
		Advice:  problem.Text{AR: "اذكر الأعمدة في «values».", EN: "Name the columns in values."},
	}
	longLabel = problem.Kind{
		Code: "chart-label-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "اسم أطول من أن يُكتب على الرسم: عدد حروفه %d، والحدّ %d", EN: "a name of %d characters is too long for a chart (the limit is %d)"},
		Advice:  problem.Text{AR: "اختصر الاسم، واشرحه في النص.", EN: "Shorten the name, and explain it in the text."},
	}
	missingCategory = problem.Kind{
		Code: "missing-category", Severity: problem.Error,
		Message: problem.Text{AR: "صفّ فيه قيمة بلا اسم في عمود «%s»", EN: "a row has a value but no name in column “%s”"},
		Advice: problem.Text{
			AR: "اكتب اسم الفئة؛ وإن كان الفراغ يعني ما فوقه فأضف الخطوة fill: %[1]s",
			EN: "Write the name of the category; where a blank means what stands above it, add the step fill: %[1]s",
		},
	}
	duplicateCategory = problem.Kind{
		Code: "duplicate-category", Severity: problem.Warning,
		Message: problem.Text{AR: "الاسم «%s» مكرّر، فجُمعت قيمه", EN: "the name “%s” stands twice; its values were added"},
		Advice:  problem.Text{AR: "ادمج الصفّين أو ميّز بينهما.", EN: "Join the rows, or tell them apart."},
	}
	mixedCurrencies = problem.Kind{
		Code: "mixed-currencies", Severity: problem.Error,
		Message: problem.Text{AR: "العملة «%s» تخالف «%s» قبلها، والمبالغ لا تُقارن بعملتين", EN: "the currency “%s” differs from “%s” before it; amounts of two currencies do not compare"},
		Advice:  problem.Text{AR: "حوّل المبالغ إلى عملة واحدة.", EN: "Convert the amounts to one currency."},
	}
	unknownExtent = problem.Kind{
		Code: "unknown-map", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد خريطة ولا دولة اسمها «%s»", EN: "there is no map and no country “%s”"},
		Advice:  problem.Text{AR: "اكتب «world» أو «central-asia» أو قائمة دول. %[2]s", EN: "Write world, central-asia or a list of countries. %[2]s"},
	}
	outsideMap = problem.Kind{
		Code: "country-outside-map", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» خارج حدود الخريطة، فلا تظهر", EN: "“%s” lies outside the map and is not shown"},
		Advice:  problem.Text{AR: "وسِّع الخريطة بمفتاح «map»، أو احذف الصفّ.", EN: "Show more of the world with map, or remove the row."},
	}
	duplicateCountry = problem.Kind{
		Code: "duplicate-country", Severity: problem.Warning,
		Message: problem.Text{AR: "الدولة «%s» مكرّرة، والقيمة الأخيرة هي التي تظهر", EN: "the country “%s” stands twice; its last value is shown"},
		Advice:  problem.Text{AR: "أبقِ صفًّا واحدًا لكل دولة.", EN: "Keep one row for each country."},
	}
	mixedColumn = problem.Kind{
		Code: "mixed-map-column", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» من نوع غير نوع ما قبلها", EN: "“%s” in column “%s” is not of the kind of those before it"},
		Advice:  problem.Text{AR: "اجعل العمود كلّه أعدادًا، أو «نعم» و«لا»، أو أسماء مجموعات، واترك ما لا يُعلم فارغًا.", EN: "Make all of the column numbers, yes and no, or names of groups; leave blank what is not known."},
	}
	negativeMark = problem.Kind{
		Code: "negative-mark", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة السالبة «%s» لا تكون مساحة دائرة", EN: "the negative value “%s” cannot be the area of a circle"},
		Advice:  problem.Text{AR: "استعمل «style: fill» للقيم السالبة.", EN: "Use style: fill for negative values."},
	}
	tooManyGroups = problem.Kind{
		Code: "too-many-groups", Severity: problem.Error,
		Message: problem.Text{AR: "عدد المجموعات %d، والخريطة تتّسع لـ%d", EN: "there are %d groups; a map has room for %d"},
		Advice:  problem.Text{AR: "اجمع المجموعات الصغيرة في مجموعة واحدة.", EN: "Join small groups."},
	}
	mapColumns = problem.Kind{
		Code: "map-columns", Severity: problem.Error,
		Message: problem.Text{AR: "هذه الأعمدة لا تجتمع على خريطة واحدة", EN: "these columns do not go together on one map"},
		Advice: problem.Text{
			AR: "لـ«style: fill» عمود واحد. ولـ«style: marks» عمود أعداد ومعه عمود مجموعات إن شئت، أو أعمدة كلّها «نعم» و«لا». سمِّها في «values».",
			EN: "style: fill takes one column; style: marks takes one of numbers with one of groups beside it, or columns of yes and no. Name them in values.",
		},
	}
	badChoice = problem.Kind{
		Code: "bad-chart-value", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليست قيمة لـ«%s»", EN: "“%s” is not a value of %s"},
		Advice:  problem.Text{AR: "القيم الممكنة: %[3]s.", EN: "The values are %[3]s."},
	}
	badHeight = problem.Kind{
		Code: "bad-chart-height", Severity: problem.Error,
		Message: problem.Text{AR: "الارتفاع %g خارج الحدود", EN: "the height %g is out of range"},
		Advice:  problem.Text{AR: "اكتب ارتفاعًا بالنقاط من %[2]d إلى %[3]d.", EN: "Write a height in points from %[2]d to %[3]d."},
	}
	badOption = problem.Kind{
		Code: "chart-option-not-data", Severity: problem.Error,
		Message: problem.Text{AR: "في «option» ما ليس بيانات (%s)", EN: "option holds what is not data (%s)"},
		Advice:  problem.Text{AR: "يقبل «option» نصوصًا وأعدادًا وقوائم ومفاتيح فحسب.", EN: "option takes texts, numbers, lists and keys only."},
	}
	optionSeries = problem.Kind{
		Code: "chart-option-series", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد سلسلة من نوع «%s»", EN: "there is no series of type “%s”"},
		Advice:  problem.Text{AR: "الأنواع: %[2]s.", EN: "The types are %[2]s."},
	}
)
