package theme

import "warraq/input/problem"

var (
	unknownKey = problem.Kind{
		Code: "theme-unknown-key", Severity: problem.Error,
		Message: problem.Text{AR: "مفتاح غير معروف في السمة: «%s»", EN: "unknown key in the theme: %q"},
		Advice:  problem.Text{AR: "المفاتيح هنا: %[2]s.", EN: "The keys here are: %[2]s."},
	}
	wrongShape = problem.Kind{
		Code: "theme-wrong-type", Severity: problem.Error,
		Message: problem.Text{AR: "ينبغي أن تكون قيمة «%s» %s", EN: "%q should be %s"},
		Advice:  problem.Text{AR: "انظر السمات المرفقة مثالًا.", EN: "The bundled themes are examples."},
	}
	outOfRange = problem.Kind{
		Code: "theme-out-of-range", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة «%s» خارج المدى من %v إلى %v", EN: "%q is out of its range, %v to %v"},
		Advice:  problem.Text{AR: "الأطوال بالنقطة، أو مع وحدة: mm أو cm.", EN: "Lengths are points, or have a unit: mm or cm."},
	}
	unknownValue = problem.Kind{
		Code: "theme-unknown-value", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة غير معروفة لـ«%s»: «%s»", EN: "unknown value of %q: %q"},
		Advice:  problem.Text{AR: "المتاح: %[3]s.", EN: "Use one of: %[3]s."},
	}
	lowContrast = problem.Kind{
		Code: "theme-low-contrast", Severity: problem.Error,
		Message: problem.Text{AR: "لون النص «%s» تباينه %.1f إلى 1 مع أرضيته", EN: "the text colour of %q has a contrast of %.1f to 1 with its ground"},
		Advice:  problem.Text{AR: "اختر لونًا يبلغ تباينه 4.5 إلى 1 على الورق وعلى لون الإطارات.", EN: "Choose a colour that reaches 4.5 to 1 on paper and on the tint."},
	}
	noRoom = problem.Kind{
		Code: "theme-no-room", Severity: problem.Error,
		Message: problem.Text{AR: "لا تترك الهوامش للنص إلا %.0f × %.0f نقطة", EN: "the margins leave the text only %.0f by %.0f points"},
		Advice:  problem.Text{AR: "صغّر الهوامش أو كبّر الصفحة.", EN: "Make the margins smaller or the page larger."},
	}
	unknownBase = problem.Kind{
		Code: "theme-unknown-base", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد سمة مرفقة باسم «%s»", EN: "there is no bundled theme %q"},
		Advice:  problem.Text{AR: "السمات المرفقة: %[2]s.", EN: "The bundled themes are: %[2]s."},
	}
)
