package markdown

import "warraq/input/problem"

var (
	tooDeep = problem.Kind{
		Code: "nesting-too-deep", Severity: problem.Error,
		Message: problem.Text{AR: "تداخل الاقتباسات أو القوائم أعمق من %d", EN: "quotations or lists nest deeper than %d"},
		Advice:  problem.Text{AR: "قلّل مستويات التداخل.", EN: "Use fewer levels."},
	}
	tooManyNodes = problem.Kind{
		Code: "brief-too-large", Severity: problem.Error,
		Message: problem.Text{AR: "عدد عناصر ملف التقرير يزيد على %d", EN: "the text has more than %d parts"},
		Advice:  problem.Text{AR: "قسّم التقرير على أكثر من ملف.", EN: "Divide it into several briefs."},
	}
	tooManyLines = problem.Kind{
		Code: "text-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "عدد أسطر ملف التقرير يزيد على %d", EN: "the text has more than %d lines"},
		Advice:  problem.Text{AR: "قسّم التقرير على أكثر من ملف، وضع البيانات في ملف CSV.", EN: "Divide it into several briefs, and keep data in a CSV file."},
	}
	paragraphTooLong = problem.Kind{
		Code: "paragraph-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "الفقرة أطول من %d ميغابايت", EN: "the paragraph is longer than %d MiB"},
		Advice:  problem.Text{AR: "افصل بين الفقرات بسطر فارغ.", EN: "Part paragraphs with a blank line."},
	}
	tableTooLong = problem.Kind{
		Code: "table-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "عدد صفوف الجدول يزيد على %d", EN: "the table has more than %d rows"},
		Advice:  problem.Text{AR: "ضع البيانات في ملف واعرضها رسمًا بيانيًّا.", EN: "Keep the data in a file and show it as a chart."},
	}
	tableTooWide = problem.Kind{
		Code: "table-too-wide", Severity: problem.Error,
		Message: problem.Text{AR: "عدد أعمدة الجدول يزيد على %d", EN: "the table has more than %d columns"},
		Advice:  problem.Text{AR: "قسّم الجدول، أو ضع البيانات في ملف واعرضها رسمًا بيانيًّا.", EN: "Divide the table, or keep the data in a file and show it as a chart."},
	}
	tooManyMarks = problem.Kind{
		Code: "paragraph-too-complex", Severity: problem.Error,
		Message: problem.Text{AR: "عدد علامات التنسيق في الفقرة يزيد على %d، أو هي أطول من أن تُقرأ علاماتها", EN: "the paragraph has more than %d marks, or is too long for them to be read"},
		Advice:  problem.Text{AR: "قسّم الفقرة.", EN: "Divide the paragraph."},
	}
	openFence = problem.Kind{
		Code: "open-fence", Severity: problem.Warning,
		Message: problem.Text{AR: "كتلة فُتحت ولم تُغلق، فأخذت كل ما بعدها", EN: "a block is opened and never closed; it took all that follows"},
		Advice:  problem.Text{AR: "أغلقها بسطر مستقل فيه ``` فقط.", EN: "Put a line of its own after its last: the same ``` that opened it."},
	}
	badAttributes = problem.Kind{
		Code: "bad-attributes", Severity: problem.Warning,
		Message: problem.Text{AR: "خاصيات لا تُقرأ", EN: "attributes that cannot be read"},
		Advice:  problem.Text{AR: `اكتبها هكذا: {#id .class key="value"}، أو ضع \ قبل القوس لطباعته.`, EN: `Write {#id .class key="value"}, or put \ before the brace to print it.`},
	}
	strayAttributes = problem.Kind{
		Code: "stray-attributes", Severity: problem.Warning,
		Message: problem.Text{AR: "خاصيات لا تتبع شيئًا", EN: "attributes that belong to nothing"},
		Advice:  problem.Text{AR: "ضعها بعد العنوان أو الصورة أو الجدول في السطر نفسه.", EN: "Put them on the line of the heading, picture or caption they are for."},
	}
	captionAlone = problem.Kind{
		Code: "caption-without-table", Severity: problem.Warning,
		Message: problem.Text{AR: "عنوان جدول لا جدول بجانبه", EN: "a table's caption without a table beside it"},
		Advice:  problem.Text{AR: "ضعه قبل الجدول أو بعده مباشرة، وبينهما سطر فارغ على الأكثر.", EN: "Put it right before or after the table, at most one blank line apart."},
	}
	notTable = problem.Kind{
		Code: "not-a-table", Severity: problem.Warning,
		Message: problem.Text{AR: "سطور كسطور الجدول، ولا تُقرأ جدولًا", EN: "lines like those of a table that are read as none"},
		Advice:  problem.Text{AR: "ضع تحت العناوين سطرًا فيه لكل عمود شرطات: |---|---|، بعدد أعمدتها.", EN: "Put below the head a line of dashes for each of its columns: |---|---|."},
	}
	spanBeyond = problem.Kind{
		Code: "span-beyond-table", Severity: problem.Warning,
		Message: problem.Text{
			AR: "الخلية ممتدّة على ما ليس لها في الجدول (%s=%d)",
			EN: "the cell covers what the table does not have for it (%s=%d)",
		},
		Advice: problem.Text{
			AR: "اكتب %[1]s=%[3]d، أو أضف ما ينقص من صفوف أو أعمدة فارغة.",
			EN: "Write %[1]s=%[3]d, or add the empty rows or columns that are missing.",
		},
	}
	rowTooLong = problem.Kind{
		Code: "table-row-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "في الصفّ خلايا أكثر من أعمدة الجدول (%d)", EN: "the row has more cells than the table has columns (%d)"},
		Advice:  problem.Text{AR: `زد عمودًا في صفّ العناوين، أو اكتب \| لطباعة الخطّ.`, EN: `Add a column to the head, or write \| to print a bar.`},
	}
	coveredCell = problem.Kind{
		Code: "covered-cell", Severity: problem.Error,
		Message: problem.Text{AR: "نص في خلية تغطيها خلية ممتدّة", EN: "text in a cell that a spanning cell covers"},
		Advice:  problem.Text{AR: "أفرغ الخلية، أو صحّح colspan أو rowspan.", EN: "Empty the cell, or correct the colspan or rowspan."},
	}
	unknownCallout = problem.Kind{
		Code: "unknown-callout", Severity: problem.Warning,
		Message: problem.Text{AR: "لا إطار من نوع «%s»", EN: "no callout is called “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	htmlTag = problem.Kind{
		Code: "html-tag", Severity: problem.Note,
		Message: problem.Text{AR: "الوسم <%s> لا معنى له هنا؛ يُطبع نصّه", EN: "the tag <%s> means nothing here; its text is printed"},
		Advice:  problem.Text{AR: `لا يلزم شيء؛ ولطباعة الوسم نفسه اكتب \< قبله.`, EN: `Nothing needs to be done; to print the tag itself, write \< before it.`},
	}
	htmlShown = problem.Kind{
		Code: "html-shown", Severity: problem.Warning,
		Message: problem.Text{AR: "ما يعرضه <%s> لا يُطبع", EN: "what <%s> shows is not printed"},
		Advice:  problem.Text{AR: "ضع مكانه صورة أو رابطًا.", EN: "Put a picture or a link in its place."},
	}
	htmlPicture = problem.Kind{
		Code: "html-picture", Severity: problem.Error,
		Message: problem.Text{AR: "رسم مكتوب في النص داخل <%s>، ولا يُقرأ هناك", EN: "a drawing that is written in the text as <%s>, where it cannot be read"},
		Advice:  problem.Text{AR: "احفظه ملفًّا بجانب ملف التقرير، وأحِل إليه: ![وصف](رسم.svg).", EN: "Save it as a file beside the brief and name that: ![description](drawing.svg)."},
	}
	nestedTable = problem.Kind{
		Code: "nested-table", Severity: problem.Warning,
		Message: problem.Text{AR: "جدول داخل خلية: يُطبع نصّه بلا أعمدة", EN: "a table in a cell: its text is printed without columns"},
		Advice:  problem.Text{AR: "اجعله جدولًا مستقلًّا.", EN: "Make it a table of its own."},
	}
	strayColons = problem.Kind{
		Code: "stray-colons", Severity: problem.Warning,
		Message: problem.Text{AR: "سطر ::: لا يغلق شيئًا", EN: "a line of ::: that closes nothing"},
		Advice:  problem.Text{AR: "احذفه، أو افتح الجزء قبله: ::: {.callout-note}.", EN: "Remove it, or open a part before it: ::: {.callout-note}."},
	}
	unknownDivision = problem.Kind{
		Code: "unknown-division", Severity: problem.Note,
		Message: problem.Text{AR: "الجزء «%s» لا معنى له هنا؛ يُطبع ما فيه", EN: "the part “%s” means nothing here; what is in it is printed"},
		Advice:  problem.Text{AR: "لا يلزم شيء؛ وللإطار اكتب ::: {.callout-note}.", EN: "Nothing needs to be done; for a box, write ::: {.callout-note}."},
	}
	listLookalike = problem.Kind{
		Code: "list-lookalike", Severity: problem.Warning,
		Message: problem.Text{AR: "أسطر تبدو قائمة، ولا تُقرأ قائمة؛ يُطبع كل منها في سطره", EN: "lines that look like a list and are read as none: each is printed on a line of its own"},
		Advice:  problem.Text{AR: "ابدأ كل بند بـ «- »، أو بـ «1. » بالأرقام 0–9.", EN: "Begin each item with “- ”, or with “1. ” in the digits 0–9."},
	}
	contentsMark = problem.Kind{
		Code: "contents-mark", Severity: problem.Warning,
		Message: problem.Text{AR: "علامة محتويات من برنامج آخر، لا أثر لها هنا", EN: "another program's mark for the contents, which does nothing here"},
		Advice:  problem.Text{AR: "اكتب toc: true في ترويسة الملف.", EN: "Write toc: true in the front matter."},
	}
	foreignAttributes = problem.Kind{
		Code: "foreign-attributes", Severity: problem.Note,
		Message: problem.Text{AR: "خاصيات من برنامج آخر ({: …})، لا أثر لها هنا", EN: "attributes of another program ({: …}), which do nothing here"},
		Advice:  problem.Text{AR: "لا يلزم شيء؛ والخاصيات هنا {#id .class key=value}.", EN: "Nothing needs to be done; attributes here are {#id .class key=value}."},
	}
	comment = problem.Kind{
		Code: "comment", Severity: problem.Note,
		Message: problem.Text{AR: "تعليق كما يكتبه Obsidian بين علامتين مئويتين، فلا يُطبع", EN: "a comment as Obsidian has it, between two percent signs each, which is not printed"},
		Advice:  problem.Text{AR: `لا يلزم شيء؛ ولطباعته اكتب \ قبله.`, EN: `Nothing needs to be done; to print it, write \ before it.`},
	}
	program = problem.Kind{
		Code: "mdx-code", Severity: problem.Note,
		Message: problem.Text{AR: "أسطر لبرنامج (import وexport في MDX)، فلا تُطبع", EN: "lines for a program (import and export of MDX), which are not printed"},
		Advice:  problem.Text{AR: "لا يلزم شيء؛ ولطباعتها ضعها في كتلة شيفرة.", EN: "Nothing needs to be done; to print them, put them in a block of code."},
	}
	headingLookalike = problem.Kind{
		Code: "heading-lookalike", Severity: problem.Warning,
		Message: problem.Text{AR: "سطر يبدو عنوان قسم، ولا يُقرأ عنوانًا: لا مسافة بعد #", EN: "a line that looks like a heading and is read as none: there is no space after #"},
		Advice:  problem.Text{AR: `ضع مسافة بعد #، أو اكتب \# لطباعته كما هو.`, EN: `Put a space after #, or write \# to print it as it is.`},
	}
	template = problem.Kind{
		Code: "template", Severity: problem.Warning,
		Message: problem.Text{AR: "علامة قالب من برنامج آخر، تُطبع كما كُتبت", EN: "a mark of another program's templates, which is printed as it is written"},
		Advice:  problem.Text{AR: "ضع مكانها ما يُراد طبعه.", EN: "Write what is to be printed in its place."},
	}
	diagram = problem.Kind{
		Code: "diagram", Severity: problem.Warning,
		Message: problem.Text{AR: "مخطّط بلغة %s لا يُرسم هنا، ويُطبع نصّه", EN: "a diagram in %s is not drawn: its text is printed"},
		Advice:  problem.Text{AR: "ضع مكانه صورة، أو رسمًا بيانيًّا (```chart).", EN: "Use a picture, or a chart (```chart)."},
	}
	accidentalHeading = problem.Kind{
		Code: "accidental-heading", Severity: problem.Warning,
		Message: problem.Text{AR: "فقرة تحتها سطر شرطات تُقرأ عنوان قسم", EN: "a paragraph with a line of dashes right below is read as a heading"},
		Advice:  problem.Text{AR: "اترك سطرًا فارغًا قبل الشرطات إن أردت خطًّا فاصلًا.", EN: "Leave a blank line before the dashes if a rule is meant."},
	}
	unsetFormula = problem.Kind{
		Code: "formula", Severity: problem.Warning,
		Message: problem.Text{AR: "صيغة رياضية تُطبع كما كُتبت بلغة TeX، من اليسار إلى اليمين", EN: "a formula is printed as it is written in TeX, from left to right"},
		Advice:  problem.Text{AR: `ضع مكانها صورة إن لزم رسمها؛ ولطباعة علامة الدولار نفسها اكتب \$.`, EN: `Use a picture where it must be set; to print the dollar sign itself, write \$.`},
	}
	embeddedNote = problem.Kind{
		Code: "embedded-note", Severity: problem.Warning,
		Message: problem.Text{AR: "ملف آخر يُراد إدراجه هنا، ولا يُطبع غير اسمه", EN: "another file is to be shown here, and no more than its name is printed"},
		Advice:  problem.Text{AR: "أدرجه هكذا: {{< include ملف.md >}}.", EN: "Include it so: {{< include file.md >}}."},
	}
	remotePicture = problem.Kind{
		Code: "picture-remote", Severity: problem.Warning,
		Message: problem.Text{AR: "صورة على الشبكة: لا تُنزَّل، ويُطبع مكانها رابطها", EN: "a picture on a network: it is not fetched, and a link to it is printed in its place"},
		Advice:  problem.Text{AR: "نزّلها وضعها بجانب ملف التقرير.", EN: "Download it and put it beside the brief."},
	}
	pictureEmpty = problem.Kind{
		Code: "picture-without-file", Severity: problem.Warning,
		Message: problem.Text{AR: "صورة لا تدلّ على ملف، فيُطبع وصفها مكانها", EN: "a picture that names no file: its description is printed in its place"},
		Advice:  problem.Text{AR: "اكتب مسار الملف بين القوسين.", EN: "Write the path of its file between the parentheses."},
	}
	pictureInText = problem.Kind{
		Code: "picture-in-text", Severity: problem.Error,
		Message: problem.Text{AR: "صورة مكتوبة بحروف في النص نفسه (data:)، ولا تُقرأ هناك", EN: "a picture that is written out in the text itself (data:), where it cannot be read"},
		Advice:  problem.Text{AR: "احفظها ملفًّا بجانب ملف التقرير.", EN: "Save it as a file beside the brief."},
	}
	linkScheme = problem.Kind{
		Code: "link-scheme", Severity: problem.Warning,
		Message: problem.Text{AR: "رابط من نوع «%s» لا يصلح لتقرير", EN: "a “%s” link has no place in a report"},
		Advice:  problem.Text{AR: "استعمل https أو mailto أو موضعًا في التقرير (#id).", EN: "Use https, mailto or a place in the report (#id)."},
	}
	linkRelative = problem.Kind{
		Code: "link-relative", Severity: problem.Warning,
		Message: problem.Text{AR: "رابط غير كامل، فلا يصل إليه من يقرأ الملف وحده", EN: "a link that is no whole address: it leads nowhere for those who have the report alone"},
		Advice:  problem.Text{AR: "ابدأ الرابط بـ https://، أو بعلامة # إن كان موضعًا في التقرير.", EN: "Begin it with https://, or with # if it is a place in the report."},
	}
	linkEmpty = problem.Kind{
		Code: "link-empty", Severity: problem.Warning,
		Message: problem.Text{AR: "رابط لا يدل على شيء", EN: "a link without an address"},
		Advice:  problem.Text{AR: "اكتب الرابط بين القوسين.", EN: "Write its address between the parentheses."},
	}
)
