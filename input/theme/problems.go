package theme

import "warraq/input/problem"

var (
	unknownKey = problem.Kind{
		Code: "theme-unknown-key", Severity: problem.Error,
		Message: problem.Text{AR: "مفتاح غير معروف في السمة: «%s»", EN: "unknown key in the theme: “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	wrongType = problem.Kind{
		Code: "theme-wrong-type", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة «%s» ليست %s", EN: "the value of “%s” is not %s"},
		Advice:  problem.Text{AR: "اكتب %[2]s.", EN: "Write %[2]s."},
	}
	outOfRange = problem.Kind{
		Code: "theme-out-of-range", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة «%s» خارج المدى من %v إلى %v", EN: "“%s” is out of its range, %v to %v"},
		Advice:  problem.Text{AR: "الأطوال بالنقطة، أو بوحدة تُكتب بعد العدد: mm أو cm أو in.", EN: "Lengths are points, or have a unit: mm, cm or in."},
	}
	unknownValue = problem.Kind{
		Code: "theme-unknown-value", Severity: problem.Error,
		Message: problem.Text{AR: "القيمة «%[2]s» غير معروفة للمفتاح «%[1]s»", EN: "“%[2]s” is not a value of “%[1]s”"},
		Advice:  problem.Text{AR: "%[3]s", EN: "%[3]s"},
	}
	lowContrast = problem.Kind{
		Code: "theme-low-contrast", Severity: problem.Error,
		Message: problem.Text{AR: "لون النص (%s) تباينه %.1f إلى 1 مع خلفيته (%s)", EN: "the colour of text (%s) has a contrast of %.1f to 1 with its ground (%s)"},
		Advice:  problem.Text{AR: "اختر لونًا أغمق للنص، أو أفتح للخلفية: أقلّ التباين 4.5 إلى 1.", EN: "Choose a darker colour for the text or a lighter one for the ground: it takes 4.5 to 1 at least."},
	}
	noRoom = problem.Kind{
		Code: "theme-no-room", Severity: problem.Error,
		Message: problem.Text{AR: "لا تترك الهوامش للنص إلا %.0f × %.0f نقطة", EN: "the margins leave the text only %.0f by %.0f points"},
		Advice:  problem.Text{AR: "صغّر الهوامش أو كبّر الصفحة.", EN: "Make the margins smaller or the page larger."},
	}
	unknownBase = problem.Kind{
		Code: "theme-unknown-base", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد سمة مرفقة باسم «%s»", EN: "there is no bundled theme “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	alikeColors = problem.Kind{
		Code: "theme-palette-alike", Severity: problem.Warning,
		Message: problem.Text{AR: "اللونان المتجاوران %s و%s رماديٌّ واحد في الطباعة بلا ألوان", EN: "the neighbours %s and %s are one grey where colours are not printed"},
		Advice:  problem.Text{AR: "بدّل بين لون غامق وآخر فاتح.", EN: "Let dark and light colours take turns."},
	}
	paleColor = problem.Kind{
		Code: "theme-palette-pale", Severity: problem.Warning,
		Message: problem.Text{AR: "اللون %s لا يكاد يُرى على الورق", EN: "the colour %s can hardly be seen on paper"},
		Advice:  problem.Text{AR: "اختر لونًا أغمق.", EN: "Choose a darker one."},
	}
)

// What a value should be, for messages.
var (
	aMapping     = problem.Text{AR: "مفاتيح لكلٍّ منها قيمة (مفتاح: قيمة)", EN: "a mapping (key: value)"}
	aText        = problem.Text{AR: "نصًّا", EN: "a text"}
	aLength      = problem.Text{AR: "طولًا، مثل 12 أو 20mm", EN: "a length, such as 12 or 20mm"}
	aNumber      = problem.Text{AR: "عددًا، مثل 1.5", EN: "a number, such as 1.5"}
	aFlag        = problem.Text{AR: "true أو false", EN: "true or false"}
	aColor       = problem.Text{AR: "لونًا بين علامتي اقتباس، مثل \"#5a1f1a\"", EN: "a colour in quotes, such as \"#5a1f1a\""}
	aColorOrName = problem.Text{
		AR: "لونًا بين علامتي اقتباس مثل \"#5a1f1a\" أو اسم لون من السمة: ink أو accent أو muted أو rule أو tint",
		EN: "a colour in quotes, such as \"#5a1f1a\", or the name of one of the theme's: ink, accent, muted, rule or tint",
	}
	colors  = problem.Text{AR: "قائمة ألوان", EN: "a list of colours"}
	upToSix = problem.Text{AR: "قائمة من ستة عناوين على الأكثر", EN: "a list of six headings at most"}
)
