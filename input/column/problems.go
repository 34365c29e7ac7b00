package column

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// Problem puts in words why a cell is not read as the others of its column are. It
// says no of a cell without a doubt, and of one that is merely a word.
func Problem(c brief.Cell, in brief.Column) (problem.Problem, bool) {
	if c.Doubt == brief.NoDoubt {
		return problem.Problem{}, false
	}
	text := problem.Quoted(c.Text)
	switch c.Doubt {
	case brief.OpenSeparator:
		if strings.Contains(c.Text, ".") {
			return openPoint.At(c.Span, text, in.Name), true
		}
		return openComma.At(c.Span, text, in.Name), true
	case brief.OtherSeparator:
		if mark, rest, ok := footnoteBefore(c.Text); ok {
			return numberAfterMark.At(c.Span, text, in.Name, mark, rest), true
		}
		return mixedSeparators.At(c.Span, text, in.Name), true
	case brief.OtherUnit:
		if in.Unit == "" {
			return otherUnit.At(c.Span, text, in.Name), true
		}
		return mixedUnits.At(c.Span, text, in.Name, in.Unit), true
	case brief.NoSize:
		return noSize.At(c.Span, text, in.Name), true
	case brief.NoPercent:
		return noPercent.At(c.Span, text, in.Name), true
	case brief.OnePercent:
		return onePercent.At(c.Span, text, in.Name), true
	case brief.OpenDate:
		return openDate.At(c.Span, text, in.Name), true
	case brief.ARange:
		return aRange.At(c.Span, text, in.Name), true
	case brief.ABound:
		return aBound.At(c.Span, text, in.Name), true
	case brief.AFraction:
		return aFraction.At(c.Span, text, in.Name), true
	}
	return problem.Problem{}, false
}

// footnoteBefore parts what looks like the mark of a footnote from the number behind it:
// 9 204,000 in a column whose numbers have no decimal comma.
func footnoteBefore(text string) (mark, rest string, ok bool) {
	mark, rest, ok = strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	if !ok || len(mark) > 2 || !countingNumber(mark) {
		return "", "", false
	}
	n, ok := numberOf(rest, false)
	return mark, rest, ok && n.marked == "" && (n.open != 0 || n.grouped > 0)
}

var (
	numberAfterMark = problem.Kind{
		Code: "number-after-mark", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» لا تُقرأ عددًا واحدًا بالعلامة العشرية التي كُتبت بها سائر أعداده: لعلّ «%[3]s» علامة حاشية قبل العدد «%[4]s»",
			EN: "“%s” in column “%s” cannot be read as one number with the decimal sign that the others have: “%[3]s” looks like the mark of a footnote before “%[4]s”",
		},
		Advice: problem.Text{
			AR: "إن كانت علامة حاشية فاكتب %[4]s وحدها؛ وإلا فصحّح العدد.",
			EN: "If it is the mark of a footnote, write %[4]s alone; otherwise correct the number.",
		},
	}
	openPoint = problem.Kind{
		Code: "open-separator", Severity: problem.Error,
		Message: problem.Text{
			AR: "النقطة في «%s» في العمود «%s» تُقرأ على وجهين: فاصلة آلاف، أو علامة عشرية",
			EN: "the point of “%s” in column “%s” can be read in two ways: it parts thousands, or is the decimal sign",
		},
		Advice: problem.Text{
			AR: "اكتب للأول read: {thousands: .} وللثاني read: {decimal: .}",
			EN: "For the first write read: {thousands: .}; for the second write read: {decimal: .}",
		},
	}
	openComma = problem.Kind{
		Code: "open-comma", Severity: problem.Error,
		Message: problem.Text{
			AR: "الفاصلة في «%s» في العمود «%s» تُقرأ على وجهين: فاصلة آلاف، أو علامة عشرية",
			EN: "the comma of “%s” in column “%s” can be read in two ways: it parts thousands, or is the decimal sign",
		},
		Advice: problem.Text{
			AR: `اكتب للأول read: {thousands: ","} وللثاني read: {decimal: ","}`,
			EN: `For the first write read: {thousands: ","}; for the second write read: {decimal: ","}`,
		},
	}
	mixedSeparators = problem.Kind{
		Code: "mixed-separators", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» لا تُقرأ بالعلامة العشرية التي كُتبت بها سائر أعداده",
			EN: "“%s” in column “%s” cannot be read with the decimal sign that its other numbers have",
		},
		Advice: problem.Text{
			AR: `صحّح الخلية؛ وإن كانت سائر الأعداد هي التي أُسيء فهمها فاكتب read: {decimal: ","} أو read: {decimal: .}`,
			EN: `Correct the cell; or, where it is the others that were misread, write read: {decimal: ","} or read: {decimal: .}`,
		},
	}
	mixedUnits = problem.Kind{
		Code: "cell-other-unit", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» بوحدة غير وحدته «%s»، والمقادير لا تُقارن بوحدتين",
			EN: "“%s” in column “%s” is counted in another unit than the others, “%s”; amounts in two units do not compare",
		},
		Advice: problem.Text{
			AR: "اكتب الوحدة في عمود خاصّ بها، ثم حوّل المقادير بخطوة convert.",
			EN: "Write units in a column of their own, and bring the amounts to one with a convert step.",
		},
	}
	otherUnit = problem.Kind{
		Code: "cell-unit-of-its-own", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» بوحدة، وسائره بغيرها، والمقادير لا تُقارن بوحدتين",
			EN: "“%s” in column “%s” is counted in a unit that the others have not; amounts in two units do not compare",
		},
		Advice: mixedUnits.Advice,
	}
	noSize = problem.Kind{
		Code: "cell-no-size", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» تُقرأ على وجهين: كما هي، أو بالملايين مثلًا كسائر العمود",
			EN: "“%s” in column “%s” can be read in two ways: as it stands, or in millions or the like as the others are",
		},
		Advice: problem.Text{
			AR: "اكتب read: {types: {%[2]s: number}} إن كانت كما هي؛ وإلا فاكتب بعدها الكلمة نفسها.",
			EN: "Write read: {types: {%[2]s: number}} if it is as it stands; otherwise write the same word behind it.",
		},
	}
	noPercent = problem.Kind{
		Code: "cell-no-percent-sign", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» بلا علامة %%، وهي في سائر أعداده",
			EN: "“%s” in column “%s” has no percent sign, as its other numbers have",
		},
		Advice: problem.Text{
			AR: "اكتب العلامة؛ أو read: {types: {%[2]s: share}} ليُعدّ العمود كلّه بالمئة كما كُتب.",
			EN: "Write the sign; or read: {types: {%[2]s: share}} to count the whole column in percent as it is written.",
		},
	}
	onePercent = problem.Kind{
		Code: "cell-percent-sign", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» نسبة مئوية، وسائر أعداده ليست كذلك",
			EN: "“%s” in column “%s” is a percentage, as its other numbers are not",
		},
		Advice: problem.Text{
			AR: "صحّح الخلية؛ أو read: {types: {%[2]s: share}} ليُعدّ العمود كلّه بالمئة؛ أو ضع النسب في عمود خاصّ بها.",
			EN: "Correct the cell; or read: {types: {%[2]s: share}} to count the whole column in percent; or put percentages into a column of their own.",
		},
	}
	openDate = problem.Kind{
		Code: "open-date", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» يُقرأ على وجهين: يومًا ثم شهرًا، أو شهرًا ثم يومًا",
			EN: "“%s” in column “%s” can be read in two ways: a day and its month, or a month and its day",
		},
		Advice: problem.Text{
			AR: "اكتب للأول read: {types: {%[2]s: dmy}} وللثاني read: {types: {%[2]s: mdy}}",
			EN: "For the first write read: {types: {%[2]s: dmy}}; for the second write read: {types: {%[2]s: mdy}}",
		},
	}
	aRange = problem.Kind{
		Code: "cell-is-range", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» مدى بين عددين وليست عددًا",
			EN: "“%s” in column “%s” is a range and not a number",
		},
		Advice: problem.Text{
			AR: "اكتب عددًا واحدًا؛ أو read: {missing: [%[1]s]} ليُعدّ غير معلوم؛ أو read: {types: {%[2]s: name}} ليبقى العمود نصًّا.",
			EN: "Write one number; or read: {missing: [%[1]s]} to count it as unknown; or read: {types: {%[2]s: name}} to keep the column as text.",
		},
	}
	aBound = problem.Kind{
		Code: "cell-is-bound", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» حدّ وليست عددًا",
			EN: "“%s” in column “%s” is a limit and not a number",
		},
		Advice: problem.Text{
			AR: "اكتب عددًا؛ أو read: {missing: [\"%[1]s\"]} ليُعدّ غير معلوم؛ أو read: {types: {%[2]s: name}} ليبقى العمود نصًّا.",
			EN: "Write a number; or read: {missing: [\"%[1]s\"]} to count it as unknown; or read: {types: {%[2]s: name}} to keep the column as text.",
		},
	}
	aFraction = problem.Kind{
		Code: "cell-is-fraction", Severity: problem.Error,
		Message: problem.Text{
			AR: "«%s» في العمود «%s» ليست عددًا: هي عددان بينهما شرطة مائلة",
			EN: "“%s” in column “%s” is not a number: it is two with a slash between them",
		},
		Advice: problem.Text{
			AR: "اكتب ناتج القسمة، أو ضع كل عدد في عمود.",
			EN: "Write the quotient, or put each number into a column of its own.",
		},
	}
)
