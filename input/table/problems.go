package table

import "warraq/input/problem"

var (
	unknownFormat = problem.Kind{
		Code: "table-format",
		Message: problem.Text{
			AR: "صيغة ملف البيانات «%s» غير معروفة",
			EN: "the format of the data file %s is not known",
		},
		Advice: problem.Text{
			AR: "احفظ البيانات بصيغة CSV أو TSV أو XLSX أو JSON أو YAML.",
			EN: "Save the data as CSV, TSV, XLSX, JSON or YAML.",
		},
	}
	notUTF8 = problem.Kind{
		Code: "table-encoding",
		Message: problem.Text{
			AR: "ترميز الملف «%s» ليس UTF-8",
			EN: "%s is not encoded in UTF-8",
		},
		Advice: problem.Text{
			AR: "احفظ الملف من برنامج الجداول بصيغة «CSV UTF-8»، أو سمِّ ترميزه، مثل read: {encoding: windows-1252}",
			EN: "Save the file from the spreadsheet as “CSV UTF-8”, or name its encoding, such as read: {encoding: windows-1252}",
		},
	}
	noData = problem.Kind{
		Code: "table-empty",
		Message: problem.Text{
			AR: "لا صفوف في البيانات «%s»",
			EN: "the data %s has no rows",
		},
		Advice: problem.Text{
			AR: "ينبغي أن يكون في الجدول صفّ عناوين وتحته صفّ واحد على الأقل.",
			EN: "A table needs a header row and at least one row below it.",
		},
	}
	tooLarge = problem.Kind{
		Code: "table-too-large",
		Message: problem.Text{
			AR: "الجدول أكبر من الحدّ (عدد الصفوف %d، أو الأعمدة %d، أو الخلايا %d)",
			EN: "the table is over the limit of %d rows, %d columns or %d cells",
		},
		Advice: problem.Text{
			AR: "لخّص البيانات قبل إدراجها: لا يُقرأ شكل من هذا العدد من القيم.",
			EN: "Summarise the data first: no figure of so many values can be read.",
		},
	}
	raggedRow = problem.Kind{
		Code: "ragged-row",
		Message: problem.Text{
			AR: "عدد خلايا الصفّ %d، وعدد خلايا صفّ العناوين %d",
			EN: "cells in the row: %d, in the header: %d",
		},
		Advice: problem.Text{
			AR: "سوِّ عدد الخلايا، وضع القيمة التي فيها فاصلة بين علامتي اقتباس.",
			EN: "Make the counts equal, and quote a value that holds the separator.",
		},
	}
	raggedColumn = problem.Kind{
		Code: "ragged-column",
		Message: problem.Text{
			AR: "عدد قيم العمود «%s» %d، وعدد قيم أطول الأعمدة %d",
			EN: "the column “%s” has %d values and the longest %d",
		},
		Advice: problem.Text{
			AR: "اكتب null مكان القيمة الغائبة.",
			EN: "Write null in place of a value that is missing.",
		},
	}
	cellTooLong = problem.Kind{
		Code: "cell-too-long",
		Message: problem.Text{
			AR: "الخلية أطول من %d كيلوبايت",
			EN: "the cell is longer than %d KiB",
		},
		Advice: problem.Text{
			AR: "راجع علامات الاقتباس وفواصل الأسطر في الملف.",
			EN: "Check the quotation marks and the line endings of the file.",
		},
	}
	unclosedQuote = problem.Kind{
		Code: "unclosed-quote",
		Message: problem.Text{
			AR: "علامة اقتباس فُتحت ولم تُغلق",
			EN: "a quotation mark is opened and never closed",
		},
		Advice: problem.Text{
			AR: "أغلق علامة الاقتباس، أو كرّرها إن كانت من النص.",
			EN: "Close the quotation mark, or double it where it is part of the text.",
		},
	}
	textAfterQuote = problem.Kind{
		Code: "text-after-quote",
		Message: problem.Text{
			AR: "نص بعد علامة اقتباس مغلقة",
			EN: "text follows a closing quotation mark",
		},
		Advice: problem.Text{
			AR: "كرّر علامة الاقتباس التي هي من النص، أو ضع الفاصلة بعد الأخيرة.",
			EN: "Double a quotation mark that is part of the text, or put the separator after the last one.",
		},
	}
	duplicateColumn = problem.Kind{
		Code: "duplicate-column",
		Message: problem.Text{
			AR: "العمود «%s» مكرّر",
			EN: "the column “%s” occurs twice",
		},
		Advice: problem.Text{
			AR: "أعط كل عمود اسمًا خاصًا به.",
			EN: "Give each column a name of its own.",
		},
	}
	mergedHeader = problem.Kind{
		Code: "merged-header",
		Message: problem.Text{
			AR: "خلية مدموجة في صفّ العناوين فوق أكثر من عمود: %s",
			EN: "a merged cell of the header stands over several columns: %s",
		},
		Advice: problem.Text{
			AR: "ألغِ الدمج واجعل العناوين في صفّ واحد، لكل عمود اسمه الكامل مثل «%[1]s 2024».",
			EN: "Unmerge it and give each column its whole name in one row, such as “%[1]s 2024”.",
		},
	}
	unnamedColumn = problem.Kind{
		Code:     "unnamed-column",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "عمود بلا اسم",
			EN: "a column has no name",
		},
		Advice: problem.Text{
			AR: "اكتب اسم العمود في صفّ العناوين.",
			EN: "Write the column's name in the header row.",
		},
	}
	notRows = problem.Kind{
		Code: "table-shape",
		Message: problem.Text{
			AR: "لا تُقرأ هذه القيمة جدولًا",
			EN: "this value is no table",
		},
		Advice: problem.Text{
			AR: "اكتب قائمة صفوف ({اسم: قيمة})، أو قائمة قوائم أولها العناوين، أو أسماء وقيمًا.",
			EN: "Write a list of rows ({name: value}), a list of lists with the header first, or names with values.",
		},
	}
	mixedRows = problem.Kind{
		Code: "table-row-shape",
		Message: problem.Text{
			AR: "صفّ لا يشبه الصفّ الأول",
			EN: "a row is not of the same kind as the first",
		},
		Advice: problem.Text{
			AR: "اكتب كل الصفوف بالصورة نفسها: مفاتيح وقيم، أو قوائم.",
			EN: "Write all rows alike: keys and values, or lists.",
		},
	}
	nestedValue = problem.Kind{
		Code: "nested-value",
		Message: problem.Text{
			AR: "في الخلية قائمة أو مفاتيح بدل قيمة واحدة",
			EN: "a cell holds a list or keys in place of one value",
		},
		Advice: problem.Text{
			AR: "اكتب قيمة واحدة في كل خلية.",
			EN: "Write one value in each cell.",
		},
	}
	sheetOfText = problem.Kind{
		Code: "sheet-of-text",
		Message: problem.Text{
			AR: "ذُكرت الورقة «%s» لكن «%s» ليس مصنّف جداول",
			EN: "the sheet %s is named, but %s is not a workbook",
		},
		Advice: problem.Text{
			AR: "احذف ما بعد علامة #.",
			EN: "Remove what follows the # sign.",
		},
	}
	noSheet = problem.Kind{
		Code: "no-sheet",
		Message: problem.Text{
			AR: "لا ورقة ولا نطاق باسم «%[1]s» في «%[2]s»",
			EN: "there is no sheet or range %[1]s in %[2]s",
		},
		Advice: problem.Text{
			AR: "الموجود: %[3]s.",
			EN: "There are: %[3]s.",
		},
	}
	badWorkbook = problem.Kind{
		Code: "bad-workbook",
		Message: problem.Text{
			AR: "لا يُقرأ الملف «%s» مصنّف جداول",
			EN: "%s cannot be read as a workbook",
		},
		Advice: problem.Text{
			AR: "افتح الملف في برنامج جداول واحفظه بصيغة XLSX بلا كلمة مرور.",
			EN: "Open the file in a spreadsheet program and save it as XLSX without a password.",
		},
	}
	unpackLimit = problem.Kind{
		Code: "workbook-too-large",
		Message: problem.Text{
			AR: "المصنّف «%s» يصير عند فكّه أكبر من الحدّ (عدد البايتات %d)",
			EN: "the workbook %s unpacks to more than %d bytes",
		},
		Advice: problem.Text{
			AR: "أبقِ في المصنّف الورقة المطلوبة وحدها.",
			EN: "Keep only the sheet that is needed in the workbook.",
		},
	}
	cellError = problem.Kind{
		Code: "spreadsheet-error",
		Message: problem.Text{
			AR: "في الخلية خطأ حساب: %s",
			EN: "the cell holds an error: %s",
		},
		Advice: problem.Text{
			AR: "أصلح الصيغة الحسابية في برنامج الجداول واحفظ الملف.",
			EN: "Mend the formula in the spreadsheet program and save the file.",
		},
	}
	formulaOnly = problem.Kind{
		Code: "formula-without-value",
		Message: problem.Text{
			AR: "في الخلية صيغة حسابية لم تُحفظ نتيجتها",
			EN: "the cell has a formula without a stored result",
		},
		Advice: problem.Text{
			AR: "افتح الملف في برنامج جداول واحفظه ليُحسب.",
			EN: "Open the file in a spreadsheet program and save it, so that it is calculated.",
		},
	}
	notesSkipped = problem.Kind{
		Code:     "rows-below-table",
		Severity: problem.Note,
		Message: problem.Text{
			AR: "لم تُقرأ الأسطر التي تحت الجدول، وعددها %d",
			EN: "the lines below the table were not read: %d",
		},
		Advice: problem.Text{
			AR: "إن كانت من البيانات فاحذف الصفّ الفارغ قبلها.",
			EN: "If they are data, remove the blank row above them.",
		},
	}
	outsideHeader = problem.Kind{
		Code:     "cell-outside-table",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "خلية خارج أعمدة الجدول لم تُقرأ: %s",
			EN: "a cell outside the table's columns was not read: %s",
		},
		Advice: problem.Text{
			AR: "اكتب اسمًا فوق عمودها، أو انقلها.",
			EN: "Write a name above its column, or move it.",
		},
	}
)
