package column

import "warraq/input/brief"

// A sign is a decimal sign: a point, a comma, or none where it cannot be told.
type sign rune

const unsettled sign = 0

// separators counts how the numbers of a column are written, as far as their decimal
// sign shows. Proofs are the numbers that can be read with one sign alone.
type separators struct {
	point, comma proofs
	// openPoint and openComma are numbers with one sign, before three digits: 50.000
	// and 50,000 can be read with either.
	openPoint, openComma int
	// zeros are open ones with a point that end in nought.
	zeros int
	// spaced are those whose thousands are parted by spaces or apostrophes.
	spaced int
	// stored are those that a program stores as numbers, with a point.
	stored int
}

// proofs are the numbers that have one decimal sign in any reading.
type proofs struct {
	all int
	// grouped have their thousands parted twice, or before a fraction: 1.234.567 and
	// 1.234,5. Certain have three digits after the sign, and a nought or four digits
	// before it: 0,228 and 1234,567. No slip of the pen makes either. Spaced have
	// thousands parted by spaces: 9 204,500.
	grouped, certain, spaced int
}

func (p *proofs) add(n number) {
	p.all++
	p.grouped += n.grouped
	p.certain += n.certain
	p.spaced += n.spaced
}

// sure reports whether more than one slip of the pen would make the proofs.
func (p proofs) sure() bool { return p.all > 1 || p.grouped+p.certain > 0 }

// add counts one number.
func (s *separators) add(n number) {
	switch {
	case n.stored:
		s.stored++
	case n.open == '.':
		s.openPoint++
		if n.zero {
			s.zeros++
		}
	case n.open == ',':
		s.openComma++
	case n.asPoint && n.asComma:
		s.spaced += n.spaced
	case n.asPoint:
		s.point.add(n)
	case n.asComma:
		s.comma.add(n)
	}
}

// mainly is the sign that most proofs show.
func (s *separators) mainly() sign {
	switch {
	case s.point.all > s.comma.all:
		return '.'
	case s.comma.all > s.point.all:
		return ','
	}
	return unsettled
}

// of are the proofs of a sign; of none there are none.
func (s *separators) of(sign sign) proofs {
	switch sign {
	case '.':
		return s.point
	case ',':
		return s.comma
	}
	return proofs{}
}

// commonSign is the decimal sign of the columns that show theirs in a good part of their
// numbers, where they agree: one odd number of one column says nothing of another.
func commonSign(all []*found) sign {
	common := unsettled
	for _, f := range all {
		m := &f.marks
		own, shows := m.mainly(), m.point
		if own == ',' {
			shows = m.comma
		}
		if own == unsettled || !shows.sure() || 4*shows.all < f.numbers {
			continue
		}
		if common != unsettled && common != own {
			return unsettled
		}
		common = own
	}
	return common
}

// A decision is how the numbers of a column are read. Points and commas are the
// decimal signs of the open numbers that have a point or a comma; unsettled ones are
// told. Decimal is the sign that numbers must have which can have no other; where it
// is unsettled each is read as it is.
type decision struct{ decimal, points, commas sign }

// decide tells how the numbers of a column are read: by what the author says, by its
// own numbers, by its unit, and by the other columns of the table and the language. Most numbers
// decide, and one alone decides nothing: it may be the odd one. A comma before three
// digits parts thousands, as in Arabic and in English, where nothing speaks against
// it; what a point before three digits does is not known by itself.
func (f *found) decide(common sign) decision {
	if said := f.options.Reading.sign(); said != unsettled {
		return decision{said, said, said}
	}
	m := &f.marks
	mainly := m.mainly()
	switch {
	case f.usual == unsettled:
	case common != unsettled && common != f.usual:
		// The other columns speak against the language: what is open stays so.
		f.contested, common = true, unsettled
	default:
		if common = f.usual; !m.of(mainly).sure() {
			mainly = f.usual
		}
	}
	d := decision{decimal: mainly, points: f.points(mainly, common), commas: f.commas(mainly, common)}
	switch {
	case mainly == unsettled && m.point.all > 0:
		d.decimal = '.' // as many of both: one half is odd
	case mainly == ',' && d.commas == '.':
		d.decimal = '.' // 12,5 among 8,630 and 91,700
	}
	return d
}

// points is the decimal sign of open numbers with a point.
func (f *found) points(mainly, common sign) sign {
	m := &f.marks
	switch {
	case f.shares():
		return '.' // no share is fifty thousand per cent
	case mainly == '.' && m.point.sure() && (m.point.grouped+m.point.certain > 0 || !m.few()):
		return '.'
	case mainly == ',' && (m.comma.grouped > 0 || m.comma.all > 1 && m.comma.all >= m.openPoint):
		return ',' // 1.234.567, or 12,5 in most
	case countedWhole(f.unit):
		return ','
	case common != unsettled && (mainly == unsettled || mainly == common):
		return common
	case m.stored > 0 && mainly != ',':
		return '.'
	}
	return unsettled
}

// few reports whether the proofs of a decimal point are too few to show that the open
// numbers have one as well. Of numbers that a program rounds, one in ten ends early,
// and none in noughts.
func (m *separators) few() bool {
	return m.zeros > 0 && m.openPoint > m.point.all || 12*m.point.all < m.openPoint
}

// commas is the decimal sign of open numbers with a comma.
func (f *found) commas(mainly, common sign) sign {
	m := &f.marks
	switch {
	case f.shares():
		return ','
	case countedWhole(f.unit):
		return '.'
	case mainly == ',' && (m.comma.all > 1 && m.comma.all > m.openComma || m.comma.certain > 0 || m.comma.grouped > 1 || m.comma.grouped > 0 && m.comma.grouped >= m.openComma):
		return ','
	case mainly == '.' && m.point.sure():
		return '.'
	case f.contested:
		return unsettled
	case f.usual != unsettled && mainly == f.usual:
		return f.usual
	case mainly == ',' && (m.comma.grouped > 0 || m.comma.all >= m.openComma):
		return unsettled // 1.234.567 among 8,630 and 91,700
	case common == ',' && mainly != '.':
		return ','
	case common == ',', common == unsettled && f.options.Semicolons, m.spaced > 0, m.comma.spaced > 1:
		// Other columns have decimal commas, cells are parted by semicolons, as decimal
		// commas make it needful, or thousands are parted otherwise.
		return unsettled
	}
	return '.'
}

// shares reports whether all numbers have a percent sign.
func (f *found) shares() bool { return f.percent > 0 && f.percent == f.numbers }

// countedWhole reports whether a unit is of things that have no fractions.
func countedWhole(unit string) bool {
	switch unit {
	case "نسمة", "شخص", "أشخاص", "فرد", "أفراد", "موظف", "وظيفة", "مشروع", "مشروعًا", "شركة", "طالب", "people", "persons", "inhabitants", "jobs":
		return true
	}
	return false
}

// value is the number of a cell as its column is read, or its doubt.
func (n number) value(d decision) (float64, brief.Doubt) {
	by := d.decimal
	switch n.open {
	case '.':
		by = d.points
	case ',':
		by = d.commas
	}
	switch {
	case n.stored, n.asPoint && n.asComma && n.point == n.comma:
		return n.point, brief.NoDoubt
	case n.open != 0 && by == unsettled:
		return 0, brief.OpenSeparator
	case n.asPoint && by != ',':
		return n.point, brief.NoDoubt
	case n.asComma && by != '.':
		return n.comma, brief.NoDoubt
	}
	return 0, brief.OtherSeparator
}
