package column

import "warraq/input/brief"

// separators counts how the numbers of a column are written, as far as their
// decimal sign shows.
type separators struct {
	point, comma         int // can only be read with this decimal sign
	grouped              int // of these, thousands parted twice: 1.234.567 or 1,234,567
	openPoint, openComma int // 50.000 and 50,000: with either
	zeros                int // open ones with a point that end in nought
	stored               int // as a program stores them
}

// add counts one number.
func (s *separators) add(n number) {
	switch {
	case n.stored:
		s.stored++
	case n.asPoint && n.asComma && n.open == '.':
		s.openPoint++
		if n.zero {
			s.zeros++
		}
	case n.asPoint && n.asComma && n.open == ',':
		s.openComma++
	case n.asPoint && n.asComma:
	case n.asPoint:
		s.point++
		s.grouped += n.grouped
	case n.asComma:
		s.comma++
		s.grouped += n.grouped
	}
}

// A sign is a decimal sign: a point, a comma, or none where it cannot be told.
type sign rune

const unsettled sign = 0

// decide tells the decimal sign of a column by its own numbers, and whether its open
// numbers may be read by it. Most numbers decide: a few that are written otherwise
// are what is odd. A comma before three digits parts thousands, as in Arabic and in
// English; what a point before three digits does is not known by itself.
func (s *separators) decide() (decimal sign, open bool) {
	switch {
	case s.point == 0 && s.comma == 0:
		if s.openPoint > 0 && s.stored == 0 {
			return unsettled, true
		}
		return '.', s.openPoint > 0 && s.openComma > 0
	case s.comma > s.point:
		if s.openComma > s.comma {
			return '.', s.openPoint > 0 // 12,5 among 8,630 and 91,700
		}
		return ',', false
	case s.comma == s.point:
		return '.', true
	case s.comma == 0 && s.grouped == 0 && s.zeros > 0 && s.openPoint > s.point:
		return unsettled, true // 12.5 among 50.000 and 120.500
	}
	return '.', false
}

// commonSign is the decimal sign of the columns that show theirs, where they agree.
func commonSign(all []*found) sign {
	common := unsettled
	for _, f := range all {
		if f.marks.point+f.marks.comma == 0 {
			continue
		}
		decimal, open := f.marks.decide()
		if decimal == unsettled || open {
			continue
		}
		if common != unsettled && common != decimal {
			return unsettled
		}
		common = decimal
	}
	return common
}

// settled is the decimal sign that a column is read by, and whether its open numbers
// are: by what the author says, by its own numbers, by its unit, and by the other
// columns of the table.
func (f *found) settled(common sign) (decimal sign, open bool) {
	if d := f.options.Reading.sign(); d != unsettled {
		return d, false
	}
	decimal, open = f.marks.decide()
	if !open {
		return decimal, false
	}
	if f.marks.point == f.marks.comma && f.marks.point > 0 {
		return decimal, true
	}
	switch {
	case f.percent > 0 && f.percent == f.numbers:
		return '.', false // no share is fifty thousand per cent
	case countedWhole(f.unit):
		if f.marks.openPoint > 0 && f.marks.openComma == 0 {
			return ',', false
		}
		return '.', true
	case common != unsettled:
		return common, false
	}
	return decimal, true
}

// countedWhole reports whether a unit is of things that have no fractions.
func countedWhole(unit string) bool {
	switch unit {
	case "نسمة", "شخص", "أشخاص", "فرد", "أفراد", "موظف", "وظيفة", "مشروع", "مشروعًا", "شركة", "طالب", "people", "persons", "inhabitants", "jobs":
		return true
	}
	return false
}

// value is the number of a cell by a decimal sign, or its doubt.
func (n number) value(decimal sign, open bool) (float64, brief.Doubt) {
	switch {
	case n.stored:
		return n.point, brief.NoDoubt
	case n.asPoint && n.asComma && n.point == n.comma:
		return n.point, brief.NoDoubt
	case n.asPoint && n.asComma && (decimal == unsettled || open && (n.open == '.' || decimal != '.')):
		return 0, brief.OpenSeparator
	case decimal == ',' && n.asComma:
		return n.comma, brief.NoDoubt
	case decimal != ',' && n.asPoint:
		return n.point, brief.NoDoubt
	case decimal == unsettled && n.asComma:
		return n.comma, brief.NoDoubt
	}
	return 0, brief.OtherSeparator
}
