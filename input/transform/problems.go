package transform

import "warraq/input/problem"

var (
	unknownColumn = problem.Kind{
		Code: "transform-unknown-column", Severity: problem.Error,
		Message: problem.Text{AR: "لا عمود اسمه «%s» عند هذه الخطوة", EN: "there is no column “%s” at this step"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	notNumber = problem.Kind{
		Code: "transform-cell-not-number", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليست عددًا", EN: "“%s” in column “%s” is not a number"},
		Advice:  problem.Text{AR: "اكتب عددًا، أو اترك الخلية فارغة إن كانت القيمة غير معلومة.", EN: "Write a number, or leave the cell blank where the value is not known."},
	}
	noNumbers = problem.Kind{
		Code: "transform-column-not-number", Severity: problem.Error,
		Message: problem.Text{AR: "لا عدد في عمود «%s»", EN: "column “%s” has no number"},
		Advice:  problem.Text{AR: "سمِّ عمود أعداد، أو استعمل count.", EN: "Name a column of numbers, or use count."},
	}
	noRange = problem.Kind{
		Code: "transform-column-no-range", Severity: problem.Error,
		Message: problem.Text{AR: "لا عدد ولا تاريخ في عمود «%s»، فلا معنى لـfrom وto", EN: "column “%s” has neither numbers nor dates, so from and to say nothing about it"},
		Advice:  problem.Text{AR: "استعمل is أو not، أو سمِّ عمودًا آخر.", EN: "Use is or not, or name another column."},
	}
	notOrdered = problem.Kind{
		Code: "transform-cell-no-range", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» في عمود «%s» ليست عددًا ولا تاريخًا، فلا تُقاس على from وto", EN: "“%s” in column “%s” is neither a number nor a date, so from and to say nothing about it"},
		Advice:  problem.Text{AR: "استعمل is أو not، أو صحّح الخلية.", EN: "Use is or not, or correct the cell."},
	}
	badBound = problem.Kind{
		Code: "transform-bad-bound", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس عددًا ولا تاريخًا", EN: "“%s” is neither a number nor a date"},
		Advice:  problem.Text{AR: "اكتب عددًا، أو تاريخًا مثل 2025-04-09.", EN: "Write a number, or a date such as 2025-04-09."},
	}
	noSuchValue = problem.Kind{
		Code: "transform-no-such-value", Severity: problem.Warning,
		Message: problem.Text{AR: "لا خلية فيها «%s» في عمود «%s»", EN: "no cell of column “%[2]s” says “%[1]s”"},
		Advice:  problem.Text{AR: "%[3]s", EN: "%[3]s"},
	}
	noRows = problem.Kind{
		Code: "transform-no-rows", Severity: problem.Error,
		Message: problem.Text{AR: "لم تُبقِ هذه الخطوة صفًّا", EN: "this step leaves no row"},
		Advice:  problem.Text{AR: "وسّع شرطها.", EN: "Let it keep more."},
	}
	noTotal = problem.Kind{
		Code: "transform-no-total", Severity: problem.Error,
		Message: problem.Text{AR: "مجموع «%s» صفر، فلا حصص منه", EN: "“%s” sums to nothing, so nothing is a share of it"},
		Advice:  problem.Text{AR: "تحقّق من الأعداد.", EN: "See that the numbers are right."},
	}
	negativeShare = problem.Kind{
		Code: "transform-negative-share", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة السالبة «%s» لا تكون حصّة من «%s»", EN: "the negative value “%s” cannot be a share of “%s”"},
		Advice:  problem.Text{AR: "أخرج الصفّ بخطوة filter، أو صحّح الخلية.", EN: "Leave the row out with a filter, or correct the cell."},
	}
	noRate = problem.Kind{
		Code: "transform-no-rate", Severity: problem.Error,
		Message: problem.Text{AR: "لا سعر لتحويل «%s» إلى «%s»", EN: "there is no rate from “%s” to “%s”"},
		Advice:  problem.Text{AR: "أضف %[1]s تحت rates.", EN: "Add %[1]s under rates."},
	}
	noRateAt = problem.Kind{
		Code: "transform-no-rate-then", Severity: problem.Error,
		Message: problem.Text{AR: "لا سعر لتحويل «%s» إلى «%s» في «%s»", EN: "there is no rate from “%s” to “%s” at “%s”"},
		Advice:  problem.Text{AR: "أضف %[3]s تحت %[1]s في rates.", EN: "Add %[3]s under %[1]s in rates."},
	}
	noLevel = problem.Kind{
		Code: "transform-no-price-level", Severity: problem.Error,
		Message: problem.Text{AR: "لا رقم قياسي للأسعار في «%s»", EN: "the index of prices says nothing of “%s”"},
		Advice:  problem.Text{AR: "أضف %[1]s تحت index.", EN: "Add %[1]s under index."},
	}
	badLevel = problem.Kind{
		Code: "transform-bad-price-level", Severity: problem.Error,
		Message: problem.Text{AR: "الرقم القياسي للأسعار «%s» ليس فوق الصفر", EN: "the index of prices “%s” is not above 0"},
		Advice:  problem.Text{AR: "صحّح الخلية، أو اتركها فارغة.", EN: "Correct the cell, or leave it blank."},
	}
	twoLevels = problem.Kind{
		Code: "transform-two-price-levels", Severity: problem.Error,
		Message: problem.Text{AR: "الرقم القياسي «%s» رقم ثانٍ للوقت «%s»", EN: "“%s” is a second index of prices for “%s”"},
		Advice:  problem.Text{AR: "لكل وقت رقم واحد.", EN: "There is one for each time."},
	}
	noUnit = problem.Kind{
		Code: "transform-no-unit", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة بلا وحدة في عمود «%s»", EN: "a value without a unit in column “%s”"},
		Advice:  problem.Text{AR: "اكتب العملة أو الوحدة.", EN: "Write its currency or unit."},
	}
	mixedSum = problem.Kind{
		Code: "transform-mixed-currencies", Severity: problem.Warning,
		Message: problem.Text{AR: "يُجمع هنا مبلغ بعملة «%s» إلى مبالغ بعملة «%s»", EN: "an amount in “%s” is added here to amounts in “%s”"},
		Advice:  problem.Text{AR: "حوّل المبالغ أولًا بخطوة convert، أو أضف عمود العملة إلى by.", EN: "Convert the amounts first with a convert step, or add the currency's column to by."},
	}
	totalSummed = problem.Kind{
		Code: "transform-total-row", Severity: problem.Warning,
		Message: problem.Text{AR: "الصفّ «%s» مجموع غيره، وتدخل قيمته هنا في الحساب", EN: "the row “%s” is a total of others, and is counted here with them"},
		Advice:  problem.Text{AR: "أخرجه أولًا: filter: {column: …, not: %[1]s}.", EN: "Leave it out first: filter: {column: …, not: %[1]s}."},
	}
	nameTaken = problem.Kind{
		Code: "transform-name-taken", Severity: problem.Error,
		Message: problem.Text{AR: "اسم العمود «%s» مأخوذ", EN: "there is already a column “%s”"},
		Advice:  problem.Text{AR: "سمِّ العمود الجديد باسم آخر.", EN: "Give the new column another name."},
	}
	tooManyRows = problem.Kind{
		Code: "transform-too-many-rows", Severity: problem.Error,
		Message: problem.Text{AR: "عدد ما تصنعه هذه الخطوة من صفوف %d، والحدّ %d", EN: "this step makes %d rows; the limit is %d"},
		Advice:  problem.Text{AR: "رشّح الصفوف أو سمِّ أعمدة أقل.", EN: "Filter the rows first, or name fewer columns."},
	}
	divided = problem.Kind{
		Code: "transform-divided-by-nought", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة في عمود «%s» صفر، ولا يُقسم على صفر", EN: "a value of column “%s” is 0, and nothing can be divided by it"},
		Advice:  problem.Text{AR: "أخرج الصفّ بخطوة filter، أو اترك الخلية فارغة إن كانت القيمة غير معلومة.", EN: "Leave the row out with a filter, or leave the cell blank where the value is not known."},
	}
	noBase = problem.Kind{
		Code: "transform-no-base", Severity: problem.Error,
		Message: problem.Text{AR: "لا صفّ فيه «%s» في عمود «%s»، فلا أساس للرقم القياسي", EN: "no row says “%s” in column “%s”, so the index has no base"},
		Advice:  problem.Text{AR: "سمِّ قيمة موجودة، أو وسّع ما قبل هذه الخطوة.", EN: "Name a value that is there, or let the steps before keep it."},
	}
	baseUnknown = problem.Kind{
		Code: "transform-base-unknown", Severity: problem.Error,
		Message: problem.Text{AR: "لا تُعرف قيمة الأساس «%s» في عمود «%s»، أو هي صفر", EN: "the value at the base “%s” in column “%s” is not known, or 0"},
		Advice:  problem.Text{AR: "اختر أساسًا آخر.", EN: "Choose another base."},
	}
	noName = problem.Kind{
		Code: "transform-no-name-column", Severity: problem.Error,
		Message: problem.Text{AR: "لا عمود أسماء يوضع فيه «%s»", EN: "there is no column of names for “%s” to stand in"},
		Advice:  problem.Text{AR: "سمّه بالمفتاح name.", EN: "Name it with the key name."},
	}
	pivotTwice = problem.Kind{
		Code: "transform-pivot-twice", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» تخالف «%s» قبلها عند «%s» و«%s»، ولا تُجمع الكلمات", EN: "“%s” differs from “%s” before it at “%s” and “%s”, and words cannot be added up"},
		Advice:  problem.Text{AR: "أبقِ صفًّا واحدًا لكل خلية، أو رشّح الصفوف بخطوة filter.", EN: "Keep one row for each cell, or leave rows out with a filter."},
	}
	pivotTooWide = problem.Kind{
		Code: "transform-pivot-too-wide", Severity: problem.Error,
		Message: problem.Text{AR: "عدد القيم المختلفة في عمود «%s» %d، والجدول يتّسع لـ%d", EN: "column “%s” has %d different values; a table has room for %d columns"},
		Advice:  problem.Text{AR: "رشّح الصفوف أو اجمعها أولًا.", EN: "Filter or group the rows first."},
	}
)
