package input

import "warraq/input/problem"

var (
	fileMissing = problem.Kind{
		Code: "file-missing", Severity: problem.Error,
		Message: problem.Text{AR: "لا ملف اسمه «%s»", EN: "there is no file “%s”"},
		Advice:  problem.Text{AR: "راجع اسمه؛ المسار يُحسب من %[2]s.", EN: "Check its name; paths are relative to %[2]s."},
	}
	briefFolder = problem.Text{AR: "مجلد ملف التقرير", EN: "the brief's folder"}
	ownFolder   = problem.Text{AR: "مجلد الملف الذي يسمّيه، ثم من مجلد ملف التقرير", EN: "the folder of the file that names it, or else to the brief's"}
	fileOutside = problem.Kind{
		Code: "file-outside", Severity: problem.Error,
		Message: problem.Text{AR: "الملف «%s» خارج مجلد ملف التقرير", EN: "“%s” is outside the brief's folder"},
		Advice:  problem.Text{AR: "انسخه إلى المجلد، أو حدّد مجلدًا أوسع بالخيار --root.", EN: "Copy it into the folder, or name a wider folder with --root."},
	}
	fileRemote = problem.Kind{
		Code: "file-remote", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» رابط على الشبكة لا ملف", EN: "“%s” is an address, not a file"},
		Advice:  problem.Text{AR: "نزّله وضعه بجانب ملف التقرير.", EN: "Download it and put it beside the brief."},
	}
	fileNotFile = problem.Kind{
		Code: "file-not-regular", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس ملفًا", EN: "“%s” is not a file"},
		Advice:  problem.Text{AR: "اكتب اسم ملف: لا مجلد ولا جهاز ولا رابط يدور على نفسه.", EN: "Name a file: not a folder, a device, or a link that leads in a circle."},
	}
	fileTooLarge = problem.Kind{
		Code: "file-too-large", Severity: problem.Error,
		Message: problem.Text{AR: "الملف «%s» أكبر من الحدّ (%s)", EN: "“%s” is larger than the limit (%s)"},
		Advice:  problem.Text{AR: "صغّره أو قسّمه.", EN: "Make it smaller, or divide it."},
	}
	notUTF8 = problem.Kind{
		Code: "not-utf-8", Severity: problem.Error,
		Message: problem.Text{AR: "الملف «%s» ليس بترميز UTF-8", EN: "“%s” is not UTF-8"},
		Advice:  problem.Text{AR: "احفظه بترميز UTF-8.", EN: "Save it as UTF-8."},
	}
	readAs1256 = problem.Kind{
		Code: "brief-windows-1256", Severity: problem.Note,
		Message: problem.Text{AR: "قُرئ ملف التقرير بترميز Windows-1256", EN: "the brief was read as Windows-1256"},
		Advice:  problem.Text{AR: "احفظه بترميز UTF-8، ليقرأه كل برنامج كما كُتب.", EN: "Save it as UTF-8, so that every program reads what is written."},
	}
	emptyBrief = problem.Kind{
		Code: "empty-brief", Severity: problem.Error,
		Message: problem.Text{AR: "ملف التقرير فارغ", EN: "the brief is empty"},
		Advice:  problem.Text{AR: "اكتب فيه شيئًا؛ الأمر warraq init يُنشئ تقريرًا جديدًا.", EN: "Write something; “warraq init” makes one to start from."},
	}
	unknownBrief = problem.Kind{
		Code: "unknown-brief-format", Severity: problem.Error,
		Message: problem.Text{AR: "لا يُعرف نوع ملف التقرير من اسمه «%s»", EN: "“%s” does not tell what kind of brief it is"},
		Advice:  problem.Text{AR: "المتاح: .md و.yaml و.json.", EN: "Use .md, .yaml or .json."},
	}
	frontOpen = problem.Kind{
		Code: "front-matter-open", Severity: problem.Error,
		Message: problem.Text{AR: "ترويسة الملف لا نهاية لها", EN: "the front matter does not end"},
		Advice:  problem.Text{AR: "أغلقها بسطر فيه --- وحدها.", EN: "Close it with a line of ---."},
	}
	titleMissing = problem.Kind{
		Code: "title-missing", Severity: problem.Warning,
		Message: problem.Text{AR: "لا عنوان للتقرير؛ استُعمل «%s»", EN: "the report has no title; “%s” is used"},
		Advice:  problem.Text{AR: "اكتب title في ترويسة الملف.", EN: "Write a title in the front matter."},
	}
	duplicateID = problem.Kind{
		Code: "duplicate-id", Severity: problem.Error,
		Message: problem.Text{AR: "المعرّف «%s» مستعمل من قبل في السطر %d", EN: "the id “%s” is used before, on line %d"},
		Advice:  problem.Text{AR: "اختر معرّفًا آخر.", EN: "Choose another id."},
	}
	sameID = problem.Kind{
		Code: "same-id", Severity: problem.Warning,
		Message: problem.Text{AR: "المعرّف «%s» مستعمل من قبل في السطر %d، وإليه تصل الروابط", EN: "the id “%s” is used before, on line %d: links lead there"},
		Advice:  problem.Text{AR: "اختر معرّفًا آخر.", EN: "Choose another id."},
	}
	danglingReference = problem.Kind{
		Code: "dangling-reference", Severity: problem.Error,
		Message: problem.Text{AR: "لا قسم ولا شكل ولا جدول معرّفه «%s»", EN: "no section, figure or table has the id “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	numberlessTarget = problem.Kind{
		Code: "reference-to-unnumbered", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» بلا عنوان، فلا رقم له يُحال إليه", EN: "“%s” has no caption and so no number to refer to"},
		Advice:  problem.Text{AR: "أعطه عنوانًا.", EN: "Give it a caption."},
	}
	danglingLink = problem.Kind{
		Code: "dangling-link", Severity: problem.Warning,
		Message: problem.Text{AR: "لا موضع في التقرير معرّفه «%s»", EN: "no place in the report has the id “%s”"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	missingNote = problem.Kind{
		Code: "missing-note", Severity: problem.Warning,
		Message: problem.Text{AR: "لا نص للحاشية «%s»، فتُطبع علامتها كما كُتبت", EN: "the note “%s” has no text: its mark is printed as it is written"},
		Advice:  problem.Text{AR: "أضف سطرًا يبدأ بـ [^%[1]s]: ثم نص الحاشية. %[2]s", EN: "Add a line that begins [^%[1]s]: and then its text. %[2]s"},
	}
	duplicateNote = problem.Kind{
		Code: "duplicate-note", Severity: problem.Error,
		Message: problem.Text{AR: "للحاشية «%s» نص آخر في السطر %d", EN: "the note “%s” has another text on line %d"},
		Advice:  problem.Text{AR: "أبقِ واحدًا، أو غيّر الاسم.", EN: "Keep one, or rename it."},
	}
	unusedNote = problem.Kind{
		Code: "unused-note", Severity: problem.Warning,
		Message: problem.Text{AR: "الحاشية «%s» لا علامة لها في النص فلن تُطبع", EN: "the note “%s” has no mark in the text and is not printed"},
		Advice:  problem.Text{AR: "ضع [^%[1]s] في موضعها، أو احذفها.", EN: "Put [^%[1]s] where it belongs, or delete it."},
	}
	emptyNote = problem.Kind{
		Code: "empty-note", Severity: problem.Warning,
		Message: problem.Text{AR: "الحاشية «%s» فارغة، ولا يُطبع منها إلا علامتها", EN: "the note “%s” is empty: only its mark is printed"},
		Advice:  problem.Text{AR: "اكتب نصّها بعد [^%[1]s]:، أو احذفها وعلامتها.", EN: "Write its text after [^%[1]s]:, or delete it and its mark."},
	}
	emptyBibliography = problem.Kind{
		Code: "empty-bibliography", Severity: problem.Warning,
		Message: problem.Text{AR: "هنا موضع المراجع، ولم يُستشهد بمرجع", EN: "the references are to stand here, and none is cited"},
		Advice:  problem.Text{AR: "استشهد بمرجع، أو اكتب nocite: all في ترويسة الملف لسردها كلها، أو احذف السطر.", EN: "Cite one, write nocite: all in the front matter to list them all, or delete the line."},
	}
	secondBibliography = problem.Kind{
		Code: "second-bibliography", Severity: problem.Warning,
		Message: problem.Text{AR: "المراجع مطبوعة في السطر %d، ولا تُطبع هنا ثانية", EN: "the references are printed on line %d, and not here again"},
		Advice:  problem.Text{AR: "أبقِ موضعًا واحدًا.", EN: "Keep one place."},
	}
	noteInNote = problem.Kind{
		Code: "note-in-note", Severity: problem.Error,
		Message: problem.Text{AR: "علامة حاشية داخل حاشية", EN: "a note's mark inside a note"},
		Advice:  problem.Text{AR: "ضعها في المتن، أو ادمج الحاشيتين.", EN: "Move it to the text, or join the two notes."},
	}
	unknownCitation = problem.Kind{
		Code: "unknown-citation", Severity: problem.Error,
		Message: problem.Text{AR: "لا مرجع مفتاحه «%s»", EN: "no reference has the key “%s”"},
		Advice:  problem.Text{AR: `%[2]s ولطباعة العلامة نفسها اكتب \@.`, EN: `%[2]s To print the sign itself write \@.`},
	}
	noBibliography = problem.Kind{
		Code: "no-bibliography", Severity: problem.Warning,
		Message: problem.Text{AR: "استشهاد بالمفتاح «%s» ولا مراجع للتقرير، فيُطبع كما كُتب", EN: "“%s” is cited but the report has no bibliography: it is printed as it is written"},
		Advice:  problem.Text{AR: `اكتب bibliography في ترويسة الملف، أو \@ لطباعة العلامة.`, EN: `Name a bibliography in the front matter, or write \@ to print the sign.`},
	}
	duplicateReference = problem.Kind{
		Code: "duplicate-reference", Severity: problem.Warning,
		Message: problem.Text{AR: "المرجع «%s» مكرّر في %s", EN: "the reference “%s” is also in %s"},
		Advice:  problem.Text{AR: "أبقِ واحدًا.", EN: "Keep one."},
	}
	unknownData = problem.Kind{
		Code: "unknown-data", Severity: problem.Error,
		Message: problem.Text{AR: "لا بيانات اسمها «%s»", EN: "no data is called “%s”"},
		Advice:  problem.Text{AR: "%[2]s أو اكتب مسار ملف.", EN: "%[2]s Or write the path of a file."},
	}
	levelSkipped = problem.Kind{
		Code: "heading-level-skipped", Severity: problem.Warning,
		Message: problem.Text{AR: "عنوان قسم من المستوى %d بعد عنوان من المستوى %d", EN: "a heading of level %d after one of level %d"},
		Advice:  problem.Text{AR: "لا تتجاوز مستوى.", EN: "Do not skip a level."},
	}
)
