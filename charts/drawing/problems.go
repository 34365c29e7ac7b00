package drawing

import "warraq/input/problem"

var (
	unsupported = problem.Kind{
		Code: "svg-unsupported", Severity: problem.Error,
		Message: problem.Text{AR: "في ملف SVG ما لا يُرسم: %s", EN: "the SVG uses what cannot be drawn: %s"},
		Advice:  problem.Text{AR: "احذفه في برنامج الرسم أو حوّله إلى مسارات، أو صدّر الصورة PNG.", EN: "Remove it in the drawing program, turn it into paths, or export the picture as PNG."},
	}
	external = problem.Kind{
		Code: "svg-external", Severity: problem.Error,
		Message: problem.Text{AR: "ملف SVG يشير إلى خارجه: %s", EN: "the SVG refers to something outside itself: %s"},
		Advice:  problem.Text{AR: "ضمّن كل شيء في الملف نفسه؛ لا يُقرأ شيء خارجه.", EN: "Embed everything in the file; nothing outside it is read."},
	}
	ownFace = problem.Kind{
		Code: "svg-face", Severity: problem.Warning,
		Message: problem.Text{AR: "ملف SVG يستدعي خطوطه بنفسه (%s): نصوصه بخطوط التقرير", EN: "the SVG brings its own faces (%s): its texts are in those of the report"},
		Advice:  problem.Text{AR: "لا يلزم شيء؛ وللخطّ نفسه أضفه بالخيار --font.", EN: "Nothing needs to be done; for the face itself, add it with --font."},
	}
	missing = problem.Kind{
		Code: "svg-missing", Severity: problem.Error,
		Message: problem.Text{AR: "ليس في ملف SVG عنصر صالح معرّفه «%s»", EN: "the SVG has no fitting element “%s”"},
		Advice:  problem.Text{AR: "صدّر الملف من جديد.", EN: "Export the file anew."},
	}
	badValue = problem.Kind{
		Code: "svg-value", Severity: problem.Error,
		Message: problem.Text{AR: "قيمة لا تُقرأ في ملف SVG للخاصية %s: «%s»", EN: "the SVG has a value of %s that cannot be read: “%s”"},
		Advice:  problem.Text{AR: "صحّحها أو احذف الخاصية.", EN: "Correct it, or remove the attribute."},
	}
	notXML = problem.Kind{
		Code: "svg-damaged", Severity: problem.Error,
		Message: problem.Text{AR: "الملف «%s» ليس SVG سليمًا بترميز UTF-8", EN: "%s is not a sound SVG in UTF-8"},
		Advice:  problem.Text{AR: "صدّره من جديد من برنامج الرسم.", EN: "Export it anew from the drawing program."},
	}
	noSize = problem.Kind{
		Code: "svg-size", Severity: problem.Error,
		Message: problem.Text{AR: "لا حجم صالحًا لملف SVG «%s»", EN: "the SVG %s has no fitting size"},
		Advice:  problem.Text{AR: "أعطه viewBox، أو width وheight أقل من 5 أمتار.", EN: "Give it a viewBox, or a width and height below 5 metres."},
	}
	tooDeep = problem.Kind{
		Code: "svg-too-deep", Severity: problem.Error,
		Message: problem.Text{AR: "عناصر SVG متداخلة أعمق من %d", EN: "the SVG nests elements deeper than %d"},
		Advice:  problem.Text{AR: "فكّ المجموعات المتداخلة.", EN: "Ungroup the nested groups."},
	}
	tooComplex = problem.Kind{
		Code: "svg-too-complex", Severity: problem.Error,
		Message: problem.Text{AR: "ملف SVG «%s» أعقد من أن يُرسم", EN: "the SVG %s is too complex to be drawn"},
		Advice:  problem.Text{AR: "بسّطه، أو صدّره PNG.", EN: "Simplify it, or export it as PNG."},
	}
	entities = problem.Kind{
		Code: "svg-entities", Severity: problem.Error,
		Message: problem.Text{AR: "ملف SVG يعرّف كيانات (DOCTYPE)", EN: "the SVG declares entities (DOCTYPE)"},
		Advice:  problem.Text{AR: "احذف DOCTYPE، أو احفظ الملف بصيغة «SVG عادي».", EN: "Remove the DOCTYPE, or save the file as “plain SVG”."},
	}
	documentType = problem.Kind{
		Code: "svg-doctype", Severity: problem.Note,
		Message: problem.Text{AR: "نوع المستند (DOCTYPE) في ملف SVG لا يُقرأ", EN: "the document type (DOCTYPE) of the SVG is not read"},
		Advice:  problem.Text{AR: "لا حاجة إليه؛ لك أن تحذفه.", EN: "It is not needed and may be removed."},
	}
)
