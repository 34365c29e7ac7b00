package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are the combining characters of LaTeX's accent commands.
var accents = map[string]rune{
	"`": '\u0300', "'": '\u0301', "^": '\u0302', "~": '\u0303', "=": '\u0304', "u": '\u0306', ".": '\u0307',
	`"`: '\u0308', "r": '\u030a', "H": '\u030b', "v": '\u030c', "d": '\u0323', "c": '\u0327', "k": '\u0328', "b": '\u0331',
}

// symbols are commands that stand for text.
var symbols = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
	"i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
	"textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
	"textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "ldots": "…", "dots": "…", "textellipsis": "…",
	"textbackslash": `\`, "textasciitilde": "~", "textunderscore": "_", "textdegree": "°", "pounds": "£", "euro": "€",
	"texteuro": "€", "copyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§", "P": "¶", "dag": "†",
	"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "slash": "/", "quad": " ", "qquad": " ", "space": " ",
}

// plainText turns the LaTeX of a value into Unicode: accents and symbols,
// dashes, quotation marks and ties. Braces fall away with their only use, to
// keep letters from changing case, which nothing here does; commands that only
// change the font leave their text.
func plainText(latex string) string {
	if !strings.ContainsAny(latex, "\\{}$~-`'\n\r\t") && !strings.Contains(latex, "  ") {
		return strings.TrimSpace(latex)
	}
	return norm.NFC.String(strings.Join(strings.FieldsFunc(decode(latex, true), isBreakingSpace), " "))
}

// verbatim is plainText for URLs and identifiers, in which dashes and quotation
// marks mean themselves.
func verbatim(latex string) string {
	return strings.TrimSpace(decode(latex, false))
}

func isBreakingSpace(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

func decode(latex string, typographic bool) string {
	d := latexReader{text: latex, typographic: typographic}
	d.out.Grow(len(latex))
	for d.at < len(d.text) {
		d.step()
	}
	return d.out.String()
}

type latexReader struct {
	text        string
	at          int
	typographic bool
	out         strings.Builder
}

// ligatures are the longest first.
var ligatures = []struct{ from, to string }{
	{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", "\u00a0"},
}

func (d *latexReader) step() {
	switch c := d.text[d.at]; c {
	case '\\':
		d.at++
		d.command()
		return
	case '{', '}', '$':
		d.at++
		return
	default:
		if d.typographic && strings.IndexByte("-`'~", c) >= 0 {
			for _, l := range ligatures {
				if strings.HasPrefix(d.text[d.at:], l.from) {
					d.out.WriteString(l.to)
					d.at += len(l.from)
					return
				}
			}
		}
	}
	_, size := utf8.DecodeRuneInString(d.text[d.at:])
	d.out.WriteString(d.text[d.at : d.at+size])
	d.at += size
}

// command reads what follows a backslash.
func (d *latexReader) command() {
	if d.at == len(d.text) {
		return
	}
	name := d.name()
	if accent, ok := accents[name]; ok && d.accent(name, accent) {
		return
	}
	if text, ok := symbols[name]; ok {
		d.out.WriteString(text)
		d.skipAfterWord()
		return
	}
	switch {
	case name == "-" || name == "/" || name == "," && !d.typographic:
		return // a place where a word may break
	case name == ",":
		d.out.WriteString("\u202f")
	case !isLetter(name[0]):
		d.out.WriteString(name) // \& \% \_ \# \$ \{ \}
	case name == "href" && strings.HasPrefix(d.text[d.at:], "{"):
		address, closed := group(d.text[d.at:]) // its text follows
		d.at += len(address) + 1
		if closed {
			d.at++
		}
	default:
		d.skipAfterWord() // \emph{…}: the text remains
	}
}

// name reads a command's name: letters, or one other character.
func (d *latexReader) name() string {
	start := d.at
	for d.at < len(d.text) && isLetter(d.text[d.at]) {
		d.at++
	}
	if d.at == start {
		_, size := utf8.DecodeRuneInString(d.text[d.at:])
		d.at += size
	}
	return d.text[start:d.at]
}

// skipAfterWord skips the spaces that end a command's name.
func (d *latexReader) skipAfterWord() {
	for d.at < len(d.text) && (d.text[d.at] == ' ' || d.text[d.at] == '\t' || d.text[d.at] == '\n') {
		d.at++
	}
	if strings.HasPrefix(d.text[d.at:], "{}") {
		d.at += 2
	}
}

// longestAccent is how many bytes the letters under an accent may have, their
// braces and commands counted: what is longer is text with a stray accent. Else
// accents within accents would be read over and over.
const longestAccent = 64

// accent puts an accent on the letter that follows, in braces or not; false
// where none does, as in \c at the end.
func (d *latexReader) accent(name string, mark rune) bool {
	before := d.at
	if isLetter(name[0]) {
		// \v s and \v{s}, but not \v of a longer word.
		for d.at < len(d.text) && d.text[d.at] == ' ' {
			d.at++
		}
	}
	var letters string
	switch {
	case strings.HasPrefix(d.text[d.at:], "{"):
		text, closed := group(d.text[d.at:min(len(d.text), d.at+longestAccent)])
		if !closed && d.at+longestAccent < len(d.text) {
			d.at = before
			return false
		}
		d.at += len(text) + 1
		if closed {
			d.at++
		}
		letters = decode(text, false)
	case strings.HasPrefix(d.text[d.at:], `\`):
		d.at++
		if d.at == len(d.text) {
			return false
		}
		letters = symbols[d.name()]
		d.skipAfterWord()
	case d.at < len(d.text):
		_, size := utf8.DecodeRuneInString(d.text[d.at:])
		letters = d.text[d.at : d.at+size]
		d.at += size
	}
	first, size := utf8.DecodeRuneInString(letters)
	if size == 0 || !unicode.IsLetter(first) {
		d.at = before
		return false
	}
	// An accent over a dotless letter is the accent of the letter.
	switch first {
	case 'ı':
		first = 'i'
	case 'ȷ':
		first = 'j'
	}
	d.out.WriteRune(first)
	d.out.WriteRune(mark)
	d.out.WriteString(letters[size:])
	return true
}

// group returns what stands between the brace that a text begins with and the
// one that closes it, or the rest of the text where none does.
func group(text string) (inner string, closed bool) {
	depth := 0
	for at := range len(text) {
		switch text[at] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return text[1:at], true
			}
		}
	}
	return text[1:], false
}
