package reference

import "warraq/input/problem"

var (
	unknownFormat = problem.Kind{
		Code: "references-format",
		Message: problem.Text{
			AR: "صيغة ملف المراجع «%s» غير معروفة",
			EN: "the format of the bibliography %s is not known",
		},
		Advice: problem.Text{
			AR: "احفظ المراجع بصيغة BibTeX (.bib) أو CSL-JSON (.json) أو YAML.",
			EN: "Save the references as BibTeX (.bib), CSL-JSON (.json) or YAML.",
		},
	}
	noEntries = problem.Kind{
		Code:     "references-empty",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "لا مراجع في الملف «%s»",
			EN: "there are no references in %s",
		},
		Advice: problem.Text{
			AR: "أضف المراجع إلى الملف أو احذف ذكره.",
			EN: "Add references to the file, or do not name it.",
		},
	}
	noKey = problem.Kind{
		Code: "reference-key",
		Message: problem.Text{
			AR: "مرجع بلا مفتاح",
			EN: "a reference has no key",
		},
		Advice: problem.Text{
			AR: "أعط المرجع مفتاحًا يُستشهد به.",
			EN: "Give the reference a key to cite it by.",
		},
	}
	duplicateKey = problem.Kind{
		Code: "reference-duplicate",
		Message: problem.Text{
			AR: "مفتاح المرجع «%s» مكرّر",
			EN: "the reference %s is there twice",
		},
		Advice: problem.Text{
			AR: "غيّر أحد المفتاحين أو احذف المكرّر.",
			EN: "Change one of the keys, or remove one of the two.",
		},
	}
	noTitle = problem.Kind{
		Code:     "reference-title",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "المرجع «%s» بلا عنوان",
			EN: "the reference %s has no title",
		},
		Advice: problem.Text{
			AR: "أضف حقل title.",
			EN: "Add the field title.",
		},
	}
	badDate = problem.Kind{
		Code:     "reference-date",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "تاريخ غير مفهوم: «%s»",
			EN: "the date “%s” is not understood",
		},
		Advice: problem.Text{
			AR: "اكتب التاريخ هكذا: 2025-04-03 أو 2025-04 أو 2025.",
			EN: "Write the date as 2025-04-03, 2025-04 or 2025.",
		},
	}
	badSyntax = problem.Kind{
		Code: "bibtex-syntax",
		Message: problem.Text{
			AR: "صياغة BibTeX غير سليمة: المتوقع هنا %s",
			EN: "BibTeX syntax error: expected %s here",
		},
		Advice: problem.Text{
			AR: "صحّح هذا المرجع؛ قُرئت المراجع التي بعده.",
			EN: "Correct this entry; those after it were read.",
		},
	}
	unclosed = problem.Kind{
		Code: "bibtex-unclosed",
		Message: problem.Text{
			AR: "فُتح %s ولم يُغلق",
			EN: "%s is opened and never closed",
		},
		Advice: problem.Text{
			AR: "أضف علامة الإغلاق.",
			EN: "Add the closing mark.",
		},
	}
	unknownString = problem.Kind{
		Code:     "bibtex-string",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "الاختصار «%s» غير معرّف",
			EN: "the abbreviation %s is not defined",
		},
		Advice: problem.Text{
			AR: "عرّفه بـ @string، أو ضع القيمة بين قوسين {}.",
			EN: "Define it with @string, or put the value in braces.",
		},
	}
	sharedTooMuch = problem.Kind{
		Code: "bibtex-too-long",
		Message: problem.Text{
			AR: "ما تأخذه المراجع من الاختصارات ومن مراجع أخرى يزيد على %d أضعاف الملف",
			EN: "what references take from strings and from other references comes to more than %d times the file",
		},
		Advice: problem.Text{
			AR: "اكتب القيمة نفسها بدل اختصارات مركّبة من اختصارات.",
			EN: "Write the value itself in place of strings made of strings.",
		},
	}
	unknownParent = problem.Kind{
		Code:     "reference-parent",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "لا مرجع بالمفتاح «%s» يُؤخذ عنه",
			EN: "there is no reference %s to take fields from",
		},
		Advice: problem.Text{
			AR: "صحّح حقل crossref.",
			EN: "Correct the field crossref.",
		},
	}
	notReferences = problem.Kind{
		Code: "references-shape",
		Message: problem.Text{
			AR: "المتوقع قائمة مراجع بصيغة CSL",
			EN: "expected a list of CSL references",
		},
		Advice: problem.Text{
			AR: "اكتب قائمة، لكل مرجع فيها id وtype وtitle.",
			EN: "Write a list in which each reference has an id, a type and a title.",
		},
	}
)
