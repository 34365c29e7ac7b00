package column

import (
	"strings"

	"warraq/input/brief"
)

// A class is what one cell is, before its column is known.
type class struct {
	kind   classKind
	number number
	year   bool // a number that is a year as well: 2024*, 2024م
}

type classKind uint8

const (
	unknownClass classKind = iota
	wordClass
	answerClass
	numberClass
	timeClass
	openDayClass
	rangeClass
	boundClass
	fractionClass
)

// classify tells what a text is by itself.
func classify(text string, o Options) class {
	switch {
	case IsMissing(text) || o.Reading.missing(text):
		return class{}
	case len(text) > longestNumber:
		return class{kind: wordClass}
	}
	if _, ok := Answer(text); ok {
		return class{kind: answerClass}
	}
	n, isNumber := numberOf(text, o.Stored)
	if isNumber && n.unit == "" && n.marked == "" {
		return class{kind: numberClass, number: n}
	}
	if mayBeTime(text) {
		switch t, kind := timeOf(text, yearFirst, false); {
		case kind == openDay:
			return class{kind: openDayClass}
		case kind == isTime && t.Grain == brief.Year && !t.Hijri:
			return class{kind: timeClass, number: number{point: float64(t.Year)}, year: true}
		case kind == isTime:
			return class{kind: timeClass}
		}
	}
	if isNumber {
		return class{kind: numberClass, number: n}
	}
	return class{kind: oddity(text)}
}

// A memory keeps what the texts of a column are, as many repeat.
type memory map[string]class

// mostRemembered bounds the texts that are kept of one column.
const mostRemembered = 2048

func (m memory) classify(text string, o Options) class {
	if c, ok := m[text]; ok {
		return c
	}
	if n, ok := plainNumber(text, o.Stored); ok && len(o.Reading.Missing) == 0 {
		return class{kind: numberClass, number: n}
	}
	c := classify(text, o)
	if len(m) < mostRemembered {
		m[text] = c
	}
	return c
}

// mayBeTime is a quick look at whether a text can be a time: it has a digit or is
// short.
func mayBeTime(text string) bool {
	return len(text) <= longestTime && (strings.ContainsFunc(text, isDigit) || len(text) <= 32)
}

// survey reads the cells of a column one by one and counts what they are.
func survey(t *brief.Table, column int, o Options) *found {
	f := &found{options: o, seen: memory{}, declared: o.Reading.typeOf(t.Columns[column].Name)}
	units := map[string]int{}
	var fiscalCan, fiscalMust int
	for i := range t.Rows {
		c := &t.Rows[i].Cells[column]
		if c.Kind == brief.MissingCell {
			continue
		}
		c.Text = Trim(c.Text)
		f.codesOf(c.Text)
		switch class := f.seen.classify(c.Text, o); class.kind {
		case wordClass:
			f.names++
		case answerClass:
			f.bools++
		case numberClass:
			n := class.number
			f.numbers++
			f.marks.add(n)
			if n.percent {
				f.percent++
			}
			if n.unit != "" {
				units[n.unit]++
			}
			if fourDigits(c.Text) && n.point >= 1900 && n.point < 2100 {
				f.bare++
			}
		case timeClass:
			f.times++
			if class.year {
				f.yearTimes++
				continue
			}
			f.days.add(c.Text)
			if can, must := fiscal(c.Text); can {
				fiscalCan++
				if must {
					fiscalMust++
				}
			}
		case openDayClass:
			f.times++
		case rangeClass, boundClass:
			f.likely++
		case fractionClass:
			f.oddities++
		}
	}
	f.spans = fiscalCan == f.times && (fiscalMust > 0 || fiscalCan > 1)
	name := t.Columns[column].Name
	head := UnitInName(name)
	if column < len(o.Units) && o.Units[column] != "" {
		head = o.Units[column]
	}
	f.countUnits(units, head)
	f.mixed = f.mixes(name, head)
	f.base = f.basis(name)
	return f
}

// isFlag reports whether letters after a number say what it is worth, as Eurostat
// writes them: p for provisional, e for estimated, b for a break.
func isFlag(unit string) bool {
	return len(unit) <= 2 && strings.Trim(unit, "bcdefnprsuz") == ""
}

// codesOf counts texts of digits alone by their width, and those that noughts fill up
// to it.
func (f *found) codesOf(text string) {
	if text == "" || text[0] < '0' || text[0] > '9' || strings.Trim(text, "0123456789") != "" {
		return
	}
	if f.digits++; f.digits == 1 {
		f.width = len(text)
	}
	f.uneven = f.uneven || f.width != len(text)
	if text[0] == '0' && len(text) > 1 {
		f.filled++
	}
}

// padded reports whether the numbers of a column are codes, which stand in for names:
// all digits of one width, and several filled up with noughts, as 012 and 419 are.
func (f *found) padded() bool {
	return f.filled > 1 && 10*f.filled >= f.digits && !f.uneven && f.digits >= f.numbers && f.declared == ""
}

// basis is what a column is by its cells, whatever they are counted in.
func (f *found) basis(name string) brief.ColumnType {
	if t, ok := declaredTypes()[f.declared]; ok {
		return t
	}
	known := f.known()
	if f.padded() {
		return brief.Names
	}
	strict := f.times - f.yearTimes
	if f.bare == f.numbers && f.times > 0 && !measured(brief.Column{Name: name}) {
		strict += f.yearTimes + f.bare
	} else if 2*strict <= known {
		f.numbers += f.yearTimes // 2,024* among amounts is one
		f.times -= f.yearTimes
		f.yearTimes = 0
	}
	switch {
	case known == 0:
		return brief.NothingKnown
	case f.times > 0 && 2*strict > known:
		return brief.Times
	case 2*f.bools > known:
		return brief.YesNo
	case f.numbers > 0 && 2*(f.numbers+f.oddities+f.likely) > known && f.numbers >= f.likely, f.oddities > 0 && f.oddities == known:
		return brief.Numbers
	}
	return brief.Names
}

// settle gives each cell of a column its kind and its value.
func (f *found) settle(t *brief.Table, column int, common sign) {
	by := f.decide(common)
	for i := range t.Rows {
		c := &t.Rows[i].Cells[column]
		if c.Kind == brief.MissingCell {
			continue
		}
		class := f.seen.classify(c.Text, f.options)
		if class.kind == unknownClass && !(f.codes && c.Text == namibia) {
			c.Kind = brief.MissingCell
			continue
		}
		if f.declared == "name" || f.base == brief.Countries || f.padded() {
			c.Kind = brief.TextCell
			continue
		}
		switch f.base {
		case brief.Numbers, brief.Shares:
			f.asNumber(c, class, by)
		case brief.Times:
			f.asTime(c, class)
		default:
			f.asItself(c, class, by)
		}
	}
}

// asNumber reads a cell of a column of numbers.
func (f *found) asNumber(c *brief.Cell, class class, by decision) {
	if class.kind == timeClass && class.year {
		if n, ok := numberOf(c.Text, f.options.Stored); ok {
			class.kind, class.number = numberClass, n
		}
	}
	c.Kind = brief.TextCell
	switch class.kind {
	case numberClass:
		n := class.number
		x, doubt := n.value(by)
		if other := f.unitDoubt(n, x); other != brief.NoDoubt {
			doubt = other
		}
		if c.Doubt = doubt; doubt != brief.NoDoubt {
			return
		}
		c.Kind, c.Number = brief.NumberCell, f.resized(n, x)
		if f.divide == 0 {
			f.decimals = max(f.decimals, n.decimals)
		} else {
			f.decimals = max(f.decimals, decimalsOf(c.Number))
		}
	case answerClass:
		f.asItself(c, class, by)
	case rangeClass:
		c.Doubt = brief.ARange
	case boundClass:
		c.Doubt = brief.ABound
	case fractionClass:
		c.Doubt = brief.AFraction
	case timeClass, openDayClass:
		if _, day := dayText(c.Text); day {
			f.asItself(c, class, by)
			return
		}
		c.Doubt = brief.OddCell
	default:
		c.Doubt = brief.OddCell
	}
}

// asTime reads a cell of a column of times. Years are numbers, so that they can be
// compared with what an author writes; other times count days.
func (f *found) asTime(c *brief.Cell, class class) {
	time, kind := timeOf(c.Text, f.order(), f.spans)
	switch {
	case kind == openDay:
		c.Kind, c.Doubt = brief.TextCell, brief.OpenDate
	case kind == isTime && time.Grain == brief.Year && !time.Hijri:
		c.Kind, c.Number = brief.NumberCell, float64(time.Year)
		f.grains[brief.Year]++
	case kind == isTime:
		c.Kind, c.Number = brief.DateCell, time.First
		f.grains[time.Grain]++
	case class.kind == numberClass && class.number.asPoint:
		c.Kind, c.Number = brief.NumberCell, class.number.point
	default:
		c.Kind, c.Doubt = brief.TextCell, brief.OddCell
	}
}

// asItself reads a cell of a column of names, whatever the others are.
func (f *found) asItself(c *brief.Cell, class class, by decision) {
	c.Kind = brief.TextCell
	switch class.kind {
	case answerClass:
		yes, _ := Answer(c.Text)
		c.Kind = brief.BoolCell
		if yes {
			c.Number = 1
		}
	case numberClass:
		if n := class.number; n.unit == "" {
			x, doubt := n.value(by)
			if doubt == brief.OpenSeparator {
				x, doubt = n.point, brief.NoDoubt
			}
			if doubt == brief.NoDoubt {
				c.Kind, c.Number = brief.NumberCell, x
			}
		}
	case timeClass:
		if first, day := dayText(c.Text); day {
			c.Kind, c.Number = brief.DateCell, first
		}
	}
}

// dayText reads a day or a month in figures, the year first: what is a date whatever
// stands around it.
func dayText(text string) (first float64, ok bool) {
	if strings.IndexFunc(text, func(r rune) bool { return !isDigit(r) && r != '-' && r != '/' }) >= 0 {
		return 0, false
	}
	t, ok := TimeOf(text)
	return t.First, ok && (t.Grain == brief.Day || t.Grain == brief.Month) && !strings.HasSuffix(text[:min(3, len(text))], "/")
}
