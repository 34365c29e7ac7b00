package column

import (
	"strings"
	"time"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// A Time is a stretch of days: a year, a quarter, a month, a day, or several.
type Time struct {
	// First is the first day and Last the one after the end, counted from
	// 1970-01-01; a moment has a fraction.
	First, Last float64
	Grain       brief.Grain
	// Year, Month and Day are those it begins with, 0 where it has none. Of a Hijri
	// time they are the Hijri ones.
	Year, Month, Day int
	Hijri            bool
	// Partial reports that it is no whole year, quarter or month, but some months
	// of one: 2024, its first nine months.
	Partial bool
}

// TimeOf reads a time as a person or a program writes it: 2024, 2024م, 1445 هـ,
// 2021–2027, 2023/24, 2024 Q1, الربع الأول 2024, 2024 H2, Jan-24, يناير 2024, 2024-01,
// 2024M01, 2024-01-31, 31/01/2024, and moments. The digits may be of any family, and
// marks of a note may follow. A day whose month can be the first or the second is
// none: see [DayOf].
func TimeOf(text string) (Time, bool) {
	t, kind := timeOf(text, yearFirst, false)
	return t, kind == isTime
}

// dayOrder says in what order the numbers of a day stand where the year is last.
type dayOrder uint8

const (
	yearFirst  dayOrder = iota // and of others only what can be read in one way
	dayFirst                   // 31/01/2024
	monthFirst                 // 01/31/2024
)

type reading uint8

const (
	noTime reading = iota
	isTime
	openDay // the day of a month or the month of a day
)

// longestTime is the most bytes of a text that can be a time.
const longestTime = 64

// Days counts the days from 1970-01-01 to a date.
func Days(year, month, day int) float64 {
	const secondsOfDay = 24 * 60 * 60
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// timeOf is TimeOf with the order of days, and with 2011-12 as the years 2011 and
// 2012 where spans is set.
func timeOf(text string, order dayOrder, spans bool) (Time, reading) {
	if text == "" || len(text) > longestTime {
		return Time{}, noTime
	}
	text, _ = withoutMarks(text)
	moment := -1.0
	if strings.Contains(text, ":") {
		var ok bool
		if text, moment, ok = cutMoment(text); !ok {
			return Time{}, noTime
		}
	}
	words, ok := wordsOf(text)
	if !ok {
		return Time{}, noTime
	}
	t, kind := words.time(order, spans)
	if kind != isTime || moment < 0 {
		return t, kind
	}
	if t.Grain != brief.Day {
		return Time{}, noTime
	}
	if moment > 0 {
		t.First, t.Grain = t.First+moment, brief.Moment
		t.Last = t.First
	}
	return t, isTime
}

// cutMoment takes the time of day off a day: 2024-01-31T12:30:00Z, 2024-01-31 12:30.
// The moment is a part of a day.
func cutMoment(text string) (day string, moment float64, ok bool) {
	colon := strings.IndexByte(text, ':')
	at := strings.LastIndexAny(text[:colon], "T ")
	if at < 0 {
		return "", 0, false
	}
	clock := strings.TrimSuffix(numeral.Digits(strings.TrimSpace(text[at+1:]), numeral.Latin), "Z")
	if zone := strings.IndexAny(clock, "+-"); zone > 0 {
		clock = clock[:zone] // times of one column are of one zone
	}
	clock, _, _ = strings.Cut(clock, ".")
	for _, layout := range []string{"15:04:05", "15:04"} {
		if t, err := time.Parse(layout, clock); err == nil {
			seconds := t.Hour()*3600 + t.Minute()*60 + t.Second()
			return strings.TrimSpace(text[:at]), float64(seconds) / (24 * 60 * 60), true
		}
	}
	return "", 0, false
}

// A part of a time as it is written: a number, a word, or a sign between two.
type part struct {
	kind  byte // 'n' number, 'M' month, 'H' Hijri month, 'q', 'h', 'm', 'w' markers, 'o' ordinal, 'e' era, 'f' "first" of some months, 'a' months, '-', '/', '.'
	value int
	width int
}

// maxParts bounds the parts of a time.
const maxParts = 9

// A phrase is the parts of a time, in the order they are written.
type phrase struct {
	parts [maxParts]part
	n     int
}

func (p *phrase) add(x part) bool {
	if p.n == maxParts {
		return false
	}
	p.parts[p.n] = x
	p.n++
	return true
}

// pattern writes the kinds of the parts one after another.
func (p *phrase) pattern() string {
	var kinds [maxParts]byte
	for i := range p.n {
		kinds[i] = p.parts[i].kind
	}
	return string(kinds[:p.n])
}

// wordsOf takes a text apart; it says no where a word is none of a time.
func wordsOf(text string) (*phrase, bool) {
	p := &phrase{}
	rest := text
	if !plainASCII(text) {
		rest = foldTime(text)
	} else if strings.ContainsFunc(text, unicode.IsLetter) {
		rest = strings.ToLower(text)
	}
	for rest != "" {
		c := rest[0]
		switch {
		case c >= '0' && c <= '9':
			n, width := 0, 0
			for width < len(rest) && rest[width] >= '0' && rest[width] <= '9' {
				if width == 4 {
					return nil, false
				}
				n = n*10 + int(rest[width]-'0')
				width++
			}
			if !p.add(part{'n', n, width}) {
				return nil, false
			}
			rest = rest[width:]
		case c == ' ', c == ',':
			rest = rest[1:]
		case c == '-', c == '/', c == '.':
			if p.n > 0 && strings.TrimLeft(rest, ". ") != "" && !p.add(part{kind: c}) {
				return nil, false
			}
			rest = strings.TrimLeft(rest[1:], " ")
		default:
			end := strings.IndexAny(rest, "0123456789 ,-/.")
			if end < 0 {
				end = len(rest)
			}
			if end == 0 {
				return nil, false
			}
			word, size, ok := markerOf(rest, end)
			if !ok || word.kind != 0 && !p.add(word) {
				return nil, false
			}
			rest = rest[size:]
		}
	}
	return p, p.n > 0
}

func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// foldTime gives letters, digits, dashes and spaces one form.
func foldTime(text string) string {
	text = numeral.Digits(text, numeral.Latin)
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى':
			return 'ي'
		case 'ة':
			return 'ه'
		case '–', '—', '‐', '‑', '−':
			return '-'
		case '،':
			return ','
		case '٫':
			return '.'
		case 'ـ':
			return -1
		}
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// markerOf reads the word at the beginning of a text, of which the first ends at a
// byte; a name may be of two words. A kind of 0 is a word that says nothing.
func markerOf(text string, end int) (p part, size int, ok bool) {
	word := text[:end]
	if next := strings.TrimLeft(text[end:], " "); next != "" {
		stop := strings.IndexAny(next, "0123456789 ,-/.")
		if stop < 0 {
			stop = len(next)
		}
		if stop > 0 {
			pair := word + " " + next[:stop]
			size := len(text) - len(next) + stop
			if m, ok := monthOf(pair); ok {
				return part{'M', m, 0}, size, true
			}
			if m, ok := hijriMonthOf(pair); ok {
				return part{'H', m, 0}, size, true
			}
		}
	}
	if m, ok := monthOf(word); ok {
		return part{'M', m, 0}, end, true
	}
	if m, ok := hijriMonthOf(word); ok {
		return part{'H', m, 0}, end, true
	}
	if n, ok := ordinalOf(word); ok {
		return part{'o', n, 0}, end, true
	}
	switch word {
	case "q", "quarter", "qtr", "ربع", "الربع", "ر", "t":
		return part{kind: 'q'}, end, true
	case "h", "half", "نصف", "النصف", "s":
		return part{kind: 'h'}, end, true
	case "m":
		return part{kind: 'm'}, end, true
	case "w":
		return part{kind: 'w'}, end, true
	case "م", "ad", "ce", "ميلادي", "ميلاديه", "الميلادي":
		return part{'e', 0, 0}, end, true
	case "ه", "ah", "هجري", "هجريه", "الهجري":
		return part{'e', 1, 0}, end, true
	case "اشهر", "شهور", "months", "شهرا", "شهر":
		return part{kind: 'a'}, end, true
	case "الي", "حتي", "to", "until":
		return part{kind: '-'}, end, true
	case "من", "سنه", "السنه", "عام", "العام", "لعام", "لسنه", "في", "of", "the", "fy", "year", "from":
		return part{}, end, true
	}
	return part{}, 0, false
}
