package table

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"warraq/input/problem"
	"warraq/input/source"
)

// decoded returns a file with its text in UTF-8: what is not is read by the encoding
// that the author says, by the mark at its beginning, by the noughts of UTF-16, or as
// Windows-1256 where its bytes make Arabic words. The places of cells are those of
// the text that is returned.
func decoded(f *source.File, o Options) (*source.File, string, problem.List) {
	name := o.Reading.Encoding
	if name == "" {
		switch guess := encodingOf(f.Data); guess {
		case "utf-8":
			return f, guess, nil
		case "":
			at := max(0, invalidUTF8(f.Data))
			return nil, "", problem.List{notUTF8.At(source.Span{File: f, Start: at, End: at + 1}, f.Name)}
		default:
			name = guess
		}
	}
	var problems problem.List
	from := encodings(name)
	if from == nil {
		if at := invalidUTF8(f.Data); at >= 0 {
			return nil, "", problem.List{notUTF8.At(source.Span{File: f, Start: at, End: at + 1}, f.Name)}
		}
		return f, "utf-8", nil
	}
	data, err := from.NewDecoder().Bytes(f.Data)
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if err != nil || bytes.IndexByte(data, 0) >= 0 {
		return nil, "", problem.List{notEncoded.At(o.Place, f.Name, name)}
	}
	own := source.NewFile(f.Name, data)
	if o.Reading.Encoding == "" && name == "windows-1256" {
		problems.Add(readAs1256.At(source.Span{File: own, Start: 0, End: 0}, f.Name))
	}
	return own, name, problems
}

// Text returns the text of a file in UTF-8 with the name of its encoding, as it is told
// by the mark at its beginning, by the noughts of UTF-16, or by bytes that make Arabic
// words in Windows-1256. The name is empty where none can be told.
func Text(data []byte) (text []byte, name string) {
	name = encodingOf(data)
	from := encodings(name)
	if from == nil {
		return data, name
	}
	text, err := from.NewDecoder().Bytes(data)
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return nil, ""
	}
	return text, name
}

// encodings returns how a name is decoded; nil is UTF-8.
func encodings(name string) encoding.Encoding {
	switch name {
	case "utf-16":
		return utf16.UTF16(utf16.LittleEndian, utf16.UseBOM)
	case "utf-16le":
		return utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	case "utf-16be":
		return utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	case "windows-1256":
		return charmap.Windows1256
	case "windows-1252":
		return charmap.Windows1252
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1254":
		return charmap.Windows1254
	case "windows-1257":
		return charmap.Windows1257
	case "iso-8859-1":
		return charmap.ISO8859_1
	case "iso-8859-2":
		return charmap.ISO8859_2
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-6":
		return charmap.ISO8859_6
	}
	return nil
}

// encodingOf tells the encoding of a file by its bytes, or "" where it cannot be told.
func encodingOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return "utf-16"
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		return "utf-8"
	case bytes.IndexByte(data, 0) >= 0:
		return wideness(data)
	case isArabic1256(data):
		return "windows-1256"
	}
	return ""
}

// wideness tells UTF-16 without a mark by the half of its bytes that the digits,
// separators and ends of lines leave nought.
func wideness(data []byte) string {
	var even, odd int
	for i, b := range data {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch {
	case len(data)%2 != 0:
	case odd > 0 && even == 0:
		return "utf-16le"
	case even > 0 && odd == 0:
		return "utf-16be"
	}
	return ""
}

// isArabic1256 reports whether bytes that are no UTF-8 are words in the Arabic of
// Windows: its letters stand together, as no accented letters of Latin do.
func isArabic1256(data []byte) bool {
	letters, joined, others := 0, 0, 0
	before := false
	for _, b := range data {
		if b < 0x80 {
			before = false
			continue
		}
		r := charmap.Windows1256.DecodeByte(b)
		arabic := unicode.Is(unicode.Arabic, r)
		switch {
		case arabic && before:
			joined++
			letters++
		case arabic:
			letters++
		case r == utf8.RuneError:
			return false
		default:
			others++
		}
		before = arabic
	}
	return letters > 1 && 2*joined >= letters && others*4 <= letters
}

var (
	notEncoded = problem.Kind{
		Code: "table-not-in-encoding",
		Message: problem.Text{
			AR: "الملف «%s» ليس بالترميز %s",
			EN: "%s is not encoded in %s",
		},
		Advice: problem.Text{
			AR: "صحّح encoding، أو احذفه ليُعرف الترميز من الملف.",
			EN: "Correct encoding, or remove it, so that it is told by the file.",
		},
	}
	readAs1256 = problem.Kind{
		Code:     "table-windows-1256",
		Severity: problem.Note,
		Message: problem.Text{
			AR: "قُرئ الملف «%s» بترميز Windows-1256",
			EN: "%s was read as Windows-1256",
		},
		Advice: problem.Text{
			AR: "إن كان كذلك فاكتب read: {encoding: windows-1256}، أو احفظه بصيغة «CSV UTF-8».",
			EN: "If it is, write read: {encoding: windows-1256}, or save it as “CSV UTF-8”.",
		},
	}
)
