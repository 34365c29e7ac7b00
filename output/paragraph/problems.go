package paragraph

import (
	"fmt"
	"unicode"

	"warraq/input/problem"
)

// MissingGlyph is a character that no face has. It is printed as a box with its
// code, and copied as what it is.
var MissingGlyph = problem.Kind{
	Code: "missing-glyph", Severity: problem.Warning,
	Message: problem.Text{
		AR: "لا خطّ من الخطوط المتاحة فيه الحرف «%s» (%s)، فرُسم رمزه في مربّع",
		EN: "no face has the character “%s” (%s): its code is drawn in a box",
	},
	Advice: problem.Text{
		AR: "ضع مكانه حرفًا آخر، أو أضف خطًّا فيه هذا الحرف.",
		EN: "Replace the character or add a font that has it.",
	},
}

// Missing are the arguments of [MissingGlyph] for a character. A symbol is told by
// itself; letters of one script, of which no face has any, are told as one.
func Missing(r rune) []any {
	character, code := string(r), fmt.Sprintf("U+%04X", r)
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return []any{character, code}
	}
	script := ""
	for name, letters := range unicode.Scripts {
		if unicode.Is(letters, r) { // no character is of two
			script = name
		}
	}
	return []any{problem.Quoted(character), problem.Quoted(code), script}
}

// LongWord is a word that no line can hold whole.
var LongWord = problem.Kind{
	Code: "long-word", Severity: problem.Warning,
	Message: problem.Text{
		AR: "كلمة أطول من السطر قُسمت: «%s»",
		EN: "a word longer than the line was divided: “%s”",
	},
	Advice: problem.Text{
		AR: "اختصر الكلمة أو وسّع موضعها.",
		EN: "Shorten the word or give it more room.",
	},
}

// LooseLine is a justified line whose spaces are wider than a reader forgives.
var LooseLine = problem.Kind{
	Code: "loose-line", Severity: problem.Warning,
	Message: problem.Text{
		AR: "سطر متباعد الكلمات: المسافة فيه %s ضعف مسافة الخطّ",
		EN: "a loose line: its spaces are %s times the face's own",
	},
	Advice: problem.Text{
		AR: "أعد صياغة الجملة أو اسمح بتقسيم الرابط أو الكلمة الطويلة.",
		EN: "Reword the sentence, or let the long word or link break.",
	},
}

// ShortLine is a justified line without spaces that falls short of the measure.
var ShortLine = problem.Kind{
	Code: "short-line", Severity: problem.Warning,
	Message: problem.Text{
		AR: "سطر قصير: فيه كلمة واحدة لا تملؤه «%s»",
		EN: "a short line: it holds one word that does not fill it: “%s”",
	},
	Advice: problem.Text{
		AR: "أعد صياغة الجملة أو اسمح بتقسيم الرابط أو الكلمة الطويلة.",
		EN: "Reword the sentence, or let the long word or link break.",
	},
}

// NarrowMeasure is a measure that holds not even one character.
var NarrowMeasure = problem.Kind{
	Code: "narrow-measure", Severity: problem.Error,
	Message: problem.Text{
		AR: "الموضع أضيق من حرف واحد",
		EN: "the space for this text is narrower than one character",
	},
	Advice: problem.Text{
		AR: "قلل الأعمدة أو صغّر الخطّ.",
		EN: "Use fewer columns or smaller type.",
	},
}
