package typeset

// words are what the program itself writes into a document.
type words struct {
	index, appendix, figures, tables, figure, table, section, source, contents, summary, references, by, listComma string
	callouts                                                                                                       map[string]string
	page, toNote, backToText, toReference, arabicReferences, otherReferences, semicolon, continued                 string
}

func wordsOf(language string) *words {
	if len(language) >= 2 && language[:2] != "ar" {
		return &words{
			index: "Index", appendix: "Appendix", figures: "Figures", tables: "Tables", figure: "Figure", table: "Table", section: "Section", source: "Source:",
			contents: "Contents", summary: "Executive summary", references: "References", by: "By", listComma: ", ",
			callouts: map[string]string{"key": "Key finding", "note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"},
			page:     "page %s", toNote: "Note %s", backToText: "Back to note mark %s", toReference: "Reference %s",
			arabicReferences: "References in Arabic", otherReferences: "Other references", semicolon: "; ", continued: "%s (continued)",
		}
	}
	return &words{
		index: "فهرس الأعلام", appendix: "الملحق", figures: "قائمة الأشكال", tables: "قائمة الجداول", figure: "الشكل", table: "الجدول", section: "القسم", source: "المصدر:",
		contents: "المحتويات", summary: "الملخص التنفيذي", references: "المراجع", by: "إعداد:", listComma: "، ",
		callouts: map[string]string{"key": "خلاصة", "note": "ملاحظة", "tip": "إضاءة", "important": "مهم", "warning": "تنبيه", "caution": "تحذير"},
		page:     "صفحة %s", toNote: "الحاشية %s", backToText: "عودة إلى موضع الحاشية %s", toReference: "المرجع %s",
		arabicReferences: "المراجع العربية", otherReferences: "المراجع الأجنبية", semicolon: "؛ ", continued: "تابع %s",
	}
}
