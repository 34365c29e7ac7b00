package picture

import "warraq/input/problem"

var (
	unknownFormat = problem.Kind{
		Code: "picture-unknown",
		Message: problem.Text{
			AR: "الملف «%s» ليس صورة معروفة",
			EN: "%s is not a picture of a known format",
		},
		Advice: problem.Text{
			AR: "احفظ الصورة بصيغة PNG أو JPEG أو WebP أو SVG.",
			EN: "Save the picture as PNG, JPEG, WebP or SVG.",
		},
	}
	unsupportedFormat = problem.Kind{
		Code: "picture-format",
		Message: problem.Text{
			AR: "صيغة الصورة «%s» هي %s وهي غير مدعومة",
			EN: "picture %s is in the format %s, which is not supported",
		},
		Advice: problem.Text{
			AR: "حوّل الصورة إلى PNG أو JPEG أو WebP أو SVG.",
			EN: "Convert the picture to PNG, JPEG, WebP or SVG.",
		},
	}
	unsupportedJPEG = problem.Kind{
		Code: "picture-jpeg",
		Message: problem.Text{
			AR: "الصورة «%s» من نوع JPEG لا تقبله ملفات PDF",
			EN: "picture %s is a kind of JPEG that PDF cannot hold",
		},
		Advice: problem.Text{
			AR: "احفظ الصورة بصيغة JPEG عادية (8 بت، أساسية أو متدرجة).",
			EN: "Save the picture as plain JPEG (8 bits, baseline or progressive).",
		},
	}
	animated = problem.Kind{
		Code: "picture-animated",
		Message: problem.Text{
			AR: "الصورة «%s» متحركة، ولا تتحرك صورة على الورق",
			EN: "picture %s is animated, which paper cannot show",
		},
		Advice: problem.Text{
			AR: "احفظ إطارًا واحدًا منها.",
			EN: "Save one of its frames as a picture.",
		},
	}
	damaged = problem.Kind{
		Code: "picture-damaged",
		Message: problem.Text{
			AR: "الصورة «%s» تالفة",
			EN: "picture %s is damaged",
		},
		Advice: problem.Text{
			AR: "افتح الصورة في برنامج صور واحفظها من جديد.",
			EN: "Open the picture in an image program and save it again.",
		},
	}
	truncated = problem.Kind{
		Code: "picture-truncated",
		Message: problem.Text{
			AR: "الصورة «%s» مبتورة: ينقص آخر الملف",
			EN: "picture %s is cut short: the end of the file is missing",
		},
		Advice: problem.Text{
			AR: "انسخ الملف من أصله مرة أخرى.",
			EN: "Copy the file from its origin again.",
		},
	}
	tooManyPixels = problem.Kind{
		Code: "picture-too-large",
		Message: problem.Text{
			AR: "الصورة «%[1]s» كبيرة جدًّا: %[2]d × %[3]d بكسل",
			EN: "picture %[1]s is too large: %[2]d × %[3]d pixels",
		},
		Advice: problem.Text{
			AR: "صغّر الصورة: الحدّ %[4]d بكسل في المجموع و%[5]d في كل جانب.",
			EN: "Make the picture smaller: at most %[4]d pixels in all and %[5]d a side.",
		},
	}
	wrongExtension = problem.Kind{
		Code:     "picture-extension",
		Severity: problem.Warning,
		Message: problem.Text{
			AR: "امتداد الملف «%[1]s» لا يوافق صيغته %[2]s",
			EN: "the extension of %[1]s does not match its format, %[2]s",
		},
		Advice: problem.Text{
			AR: "سمِّ الملف بامتداد صيغته.",
			EN: "Give the file the extension of its format.",
		},
	}
)
