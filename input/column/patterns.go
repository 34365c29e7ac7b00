package column

import (
	"strings"

	"warraq/input/brief"
)

// time reads the parts of a time by their pattern.
func (p *phrase) time(order dayOrder, spans bool) (Time, reading) {
	at := func(i int) int { return p.parts[i].value }
	year := func(i int) bool { return p.parts[i].kind == 'n' && p.parts[i].width == 4 && inYears(at(i)) }
	p.joinTwins()
	hijri := p.era()
	pattern := p.pattern()
	signed := strings.ContainsAny(pattern, "-/.")
	// Signs between a name and its year say nothing.
	if strings.ContainsAny(pattern, "MHqhmw") {
		pattern = p.withoutSigns()
	}
	if hijri {
		return p.hijri(pattern)
	}
	switch pattern {
	case "n":
		if year(0) {
			return yearTime(at(0)), isTime
		}
	case "n-n", "n/n", "n.n":
		return p.pair(spans)
	case "n-n-n", "n/n/n", "n.n.n":
		return p.triple(order)
	case "M":
		return monthTime(yearless, at(0)).without(), isTime
	case "Mn", "nM":
		i, m := 1, 0
		if pattern == "nM" {
			i, m = 0, 1
		}
		// Jan-24 is a year; 24-Jan and March 24 can be days.
		if y, ok := p.yearAt(i); ok && (p.parts[i].width == 4 || i == 1 && signed) {
			return monthTime(y, at(m)), isTime
		}
	case "nMn":
		if y, ok := p.yearAt(2); ok && p.parts[0].width <= 2 {
			return dayTime(y, at(1), at(0))
		}
		if year(0) {
			return dayTime(at(0), at(1), at(2))
		}
	case "Mnn":
		if y, ok := p.yearAt(2); ok && p.parts[1].width <= 2 {
			return dayTime(y, at(0), at(1))
		}
	case "MnMn": // January–March 2024
		if y, ok := p.yearAt(1); ok {
			if z, ok := p.yearAt(3); ok {
				return span(monthTime(y, at(0)), monthTime(z, at(2)))
			}
		}
	case "MMn":
		if y, ok := p.yearAt(2); ok && at(0) < at(1) {
			return span(monthTime(y, at(0)), monthTime(y, at(1)))
		}
	case "Hn":
		if year(1) {
			return hijriMonth(at(1), at(0)), isTime
		}
	case "nHn":
		if year(2) && at(0) >= 1 && at(0) <= 30 {
			return hijriDay(at(2), at(1), at(0)), isTime
		}
	case "nqn", "nhn", "nmn", "nwn", "qnn", "hnn", "nq", "qn", "qon", "oqn", "hon", "ohn", "nqo", "nho", "qo", "oq", "ho", "oh":
		return p.within(pattern)
	case "nona", "onan": // 2024 أول 9 أشهر
		return p.months()
	}
	return Time{}, noTime
}

func inYears(year int) bool { return year >= 1000 && year <= 2999 }

// yearless is the year that months without one are counted in, so that they have
// an order.
const yearless = 2000

// without takes off the year that was lent.
func (t Time) without() Time {
	t.Year = 0
	return t
}

// joinTwins makes one of a month that has two names: كانون الثاني/يناير.
func (p *phrase) joinTwins() {
	for i := 0; i+2 < p.n; i++ {
		if p.parts[i].kind == 'M' && p.parts[i+1].kind == '/' && p.parts[i+2] == p.parts[i] {
			copy(p.parts[i+1:], p.parts[i+3:p.n])
			p.n -= 2
		}
	}
}

// era takes the eras off their years, and reports whether they are Hijri.
func (p *phrase) era() (hijri bool) {
	kept := 0
	for i := range p.n {
		if p.parts[i].kind == 'e' && i > 0 && p.parts[i-1].kind == 'n' {
			hijri = hijri || p.parts[i].value == 1
			continue
		}
		p.parts[kept] = p.parts[i]
		kept++
	}
	p.n = kept
	return hijri
}

// withoutSigns drops the signs between parts.
func (p *phrase) withoutSigns() string {
	kept := 0
	for i := range p.n {
		if k := p.parts[i].kind; k != '-' && k != '/' && k != '.' {
			p.parts[kept] = p.parts[i]
			kept++
		}
	}
	p.n = kept
	return p.pattern()
}

// yearAt is the year of a part: four digits, or two beside a name (Jan-24).
func (p *phrase) yearAt(i int) (int, bool) {
	switch n := p.parts[i]; n.width {
	case 4:
		return n.value, inYears(n.value)
	case 2:
		if n.value < 70 {
			return 2000 + n.value, true
		}
		return 1900 + n.value, true
	}
	return 0, false
}

func yearTime(y int) Time {
	return Time{First: Days(y, 1, 1), Last: Days(y+1, 1, 1), Grain: brief.Year, Year: y}
}

func monthTime(y, m int) Time {
	return Time{First: Days(y, m, 1), Last: Days(y, m+1, 1), Grain: brief.Month, Year: y, Month: m}
}

func dayTime(y, m, d int) (Time, reading) {
	first := Days(y, m, d)
	if m < 1 || m > 12 || d < 1 || first >= Days(y, m+1, 1) {
		return Time{}, noTime
	}
	return Time{First: first, Last: first + 1, Grain: brief.Day, Year: y, Month: m, Day: d}, isTime
}

// span joins two times.
func span(from, to Time) (Time, reading) {
	if to.First < from.First {
		return Time{}, noTime
	}
	return Time{First: from.First, Last: to.Last, Grain: brief.Span, Year: from.Year, Month: from.Month, Partial: from.Grain != brief.Year}, isTime
}

// pair reads two numbers with a sign between them: two years, a year that ends in
// the next, or a month.
func (p *phrase) pair(spans bool) (Time, reading) {
	a, b := p.parts[0], p.parts[2]
	switch {
	case a.width == 4 && b.width == 4 && inYears(a.value) && inYears(b.value):
		return span(yearTime(a.value), yearTime(b.value))
	case a.width == 4 && b.width == 2 && inYears(a.value) && b.value == (a.value+1)%100 && p.parts[1].kind != '.' && (spans || b.value > 12 || b.value == 0):
		return span(yearTime(a.value), yearTime(a.value+1))
	case a.width == 4 && b.width <= 2 && inYears(a.value) && b.value >= 1 && b.value <= 12 && p.parts[1].kind != '.':
		return monthTime(a.value, b.value), isTime
	case b.width == 4 && a.width <= 2 && inYears(b.value) && a.value >= 1 && a.value <= 12:
		return monthTime(b.value, a.value), isTime
	}
	return Time{}, noTime
}

// fiscal reports whether a text can be a year that ends in the next as well as a
// month, and whether it can be the former alone.
func fiscal(text string) (can, must bool) {
	p, ok := wordsOf(text)
	if !ok {
		return false, false
	}
	p.era()
	if k := p.pattern(); k != "n-n" && k != "n/n" {
		return false, false
	}
	a, b := p.parts[0], p.parts[2]
	can = a.width == 4 && b.width == 2 && inYears(a.value) && b.value == (a.value+1)%100
	return can, can && (b.value > 12 || b.value == 0)
}

// triple reads a day in three numbers.
func (p *phrase) triple(order dayOrder) (Time, reading) {
	a, b, c := p.parts[0], p.parts[2], p.parts[4]
	if a.width == 4 && inYears(a.value) && b.width <= 2 && c.width <= 2 {
		return dayTime(a.value, b.value, c.value)
	}
	if c.width != 4 || !inYears(c.value) || a.width > 2 || b.width > 2 {
		return Time{}, noTime
	}
	byDay, asDay := dayTime(c.value, b.value, a.value)
	byMonth, asMonth := dayTime(c.value, a.value, b.value)
	switch {
	case order == dayFirst, order == yearFirst && (asMonth != isTime || a.value == b.value):
		return byDay, asDay
	case order == monthFirst, asDay != isTime:
		return byMonth, asMonth
	}
	return byDay, openDay
}

// within reads a quarter, a half, a month or a week of a year, or without one.
func (p *phrase) within(pattern string) (Time, reading) {
	kind := byte('q')
	for _, k := range []byte("hmw") {
		if strings.IndexByte(pattern, k) >= 0 {
			kind = k
		}
	}
	var y, n int
	switch pattern {
	case "qn", "nq", "qo", "oq", "ho", "oh":
		y = yearless
		n = p.parts[strings.IndexFunc(pattern, func(r rune) bool { return r == 'n' || r == 'o' })].value
	default:
		var ok bool
		j := 2 // 2024 Q1
		if y, ok = p.yearAt(0); !ok || p.parts[0].kind != 'n' || p.parts[0].width < 4 {
			if y, ok = p.yearAt(2); !ok {
				return Time{}, noTime
			}
			j = 0 // 1Q24, الربع الأول 2024
		}
		if p.parts[j].kind == kind {
			j = 1
		}
		n = p.parts[j].value
		if w := p.parts[j].width; kind != 'm' && kind != 'w' && w > 1 {
			return Time{}, noTime
		}
	}
	var t Time
	switch kind {
	case 'q':
		t = Time{First: Days(y, 3*n-2, 1), Last: Days(y, 3*n+1, 1), Grain: brief.Quarter, Year: y, Month: 3*n - 2}
		if n < 1 || n > 4 {
			return Time{}, noTime
		}
	case 'h':
		t = Time{First: Days(y, 6*n-5, 1), Last: Days(y, 6*n+1, 1), Grain: brief.Half, Year: y, Month: 6*n - 5}
		if n < 1 || n > 2 {
			return Time{}, noTime
		}
	case 'm':
		if p.parts[0].width != 4 { // 9M24
			return someMonths(y, n)
		}
		if n < 1 || n > 12 {
			return Time{}, noTime
		}
		t = monthTime(y, n)
	case 'w':
		if n < 1 || n > 53 || p.parts[0].width != 4 {
			return Time{}, noTime
		}
		first := Days(y, 1, 4) // ISO 8601: the first week holds the fourth of January
		weekday := float64((int(first)%7 + 7 + 3) % 7)
		t = Time{First: first - weekday + float64(7*(n-1)), Grain: brief.Week, Year: y}
		t.Last = t.First + 7
	}
	if y == yearless && len(pattern) == 2 {
		t = t.without()
	}
	return t, isTime
}

// months reads the first months of a year.
func (p *phrase) months() (Time, reading) {
	y, n := 0, 0
	for i := range p.n {
		switch part := p.parts[i]; {
		case part.kind == 'o' && part.value != 1:
			return Time{}, noTime
		case part.kind == 'n' && part.width == 4:
			y = part.value
		case part.kind == 'n':
			n = part.value
		}
	}
	if !inYears(y) {
		return Time{}, noTime
	}
	return someMonths(y, n)
}

func someMonths(y, n int) (Time, reading) {
	if n < 1 || n > 11 {
		return Time{}, noTime
	}
	return Time{First: Days(y, 1, 1), Last: Days(y, n+1, 1), Grain: brief.Span, Year: y, Month: 1, Partial: true}, isTime
}

// The mean lengths of the Hijri year and month, and the day that its first year
// began on (16 July 622), counted from 1970-01-01: they give the order of times and
// their place to within two days.
const (
	hijriYear  = 10631.0 / 30
	hijriStart = -492148
)

func hijriDays(year, month int) float64 {
	return float64(int(hijriStart + float64(year-1)*hijriYear + float64(month-1)*hijriYear/12))
}

func hijriMonth(y, m int) Time {
	return Time{First: hijriDays(y, m), Last: hijriDays(y, m+1), Grain: brief.Month, Year: y, Month: m, Hijri: true}
}

// hijri reads a year, a span of years or a month of the Hijri calendar.
func (p *phrase) hijri(pattern string) (Time, reading) {
	year := func(i int) (Time, bool) {
		n := p.parts[i]
		ok := n.kind == 'n' && n.width >= 3 && n.value > 0 && n.value < 2000
		return Time{First: hijriDays(n.value, 1), Last: hijriDays(n.value+1, 1), Grain: brief.Year, Year: n.value, Hijri: true}, ok
	}
	switch pattern {
	case "n":
		if t, ok := year(0); ok {
			return t, isTime
		}
	case "n-n", "n/n":
		from, ok := year(0)
		to, also := year(2)
		if ok && also && to.First > from.First {
			from.Last, from.Grain = to.Last, brief.Span
			return from, isTime
		}
	case "n-n-n", "n/n/n":
		month, day := p.parts[2].value, p.parts[4].value
		if t, ok := year(0); ok && month >= 1 && month <= 12 && day >= 1 && day <= 30 {
			return hijriDay(t.Year, month, day), isTime
		}
		if day = p.parts[0].value; day > 12 && day <= 30 && month >= 1 && month <= 12 {
			if t, ok := year(4); ok {
				return hijriDay(t.Year, month, day), isTime
			}
		}
	case "Hn":
		if y, ok := year(1); ok {
			return hijriMonth(y.Year, p.parts[0].value), isTime
		}
	case "nHn":
		if y, ok := year(2); ok && p.parts[0].value >= 1 && p.parts[0].value <= 30 {
			return hijriDay(y.Year, p.parts[1].value, p.parts[0].value), isTime
		}
	}
	return Time{}, noTime
}

func hijriDay(year, month, day int) Time {
	t := hijriMonth(year, month)
	t.First += float64(day - 1)
	t.Last, t.Day, t.Grain = t.First+1, day, brief.Day
	return t
}
