// Package column decides what the columns of a table are: names, numbers, shares,
// times, countries, yes and no. It is the one room that does: readers of tables
// ask it once, and charts, tables, steps, descriptions and checks read what it
// found in [brief.Column] and in the kinds of cells.
//
// What can be read in one way is read. What can be read in two is left a text with
// its doubt, which [Problem] puts in words wherever such a cell is counted. A
// column is found from most of its cells: an odd one is the problem, and never
// makes another column of it.
package column

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
)

// Options of finding the types of a table.
type Options struct {
	Reading Reading
	// Stored reports that numbers may have been stored as such by a program, which
	// writes a decimal point and parts no thousands.
	Stored bool
	// Semicolons reports that they part the cells of the file.
	Semicolons bool
	// Units are what the columns are counted in, by a row below the header; nil where
	// there is none.
	Units []string
}

// Read reads the texts of a table's cells: their kinds, their numbers and the types
// of the columns. A cell that is missing already stays so.
func Read(t *brief.Table, o Options) {
	found := make([]*found, len(t.Columns))
	for i := range t.Columns {
		found[i] = survey(t, i, o)
		found[i].findCountries(t, i)
	}
	sign, usual := commonSign(found), localeSign(o.Reading.Locale)
	for i, f := range found {
		f.usual = usual
		f.settle(t, i, sign)
	}
	types(t, found)
	for i := range t.Columns {
		c := &t.Columns[i]
		if i < len(o.Units) && o.Units[i] != "" && c.Type != brief.Names && c.Type != brief.Countries {
			if c.Unit = o.Units[i]; percentSign(c.Unit) && c.Type == brief.Numbers {
				c.Type = brief.Shares
			}
			if c.Type == brief.Times && c.Grain == brief.Year && !calledYear(c.Name) {
				c.Type, c.Grain = brief.Numbers, brief.NoGrain // what is counted is no year
			}
		}
	}
}

// Find returns a table with the types of its columns, made of cells whose kinds are
// known. Types that were found or declared before stay.
func Find(whole *brief.Table) *brief.Table {
	if !slices.ContainsFunc(whole.Columns, func(c brief.Column) bool { return c.Type == brief.NothingKnown }) {
		return whole
	}
	t := *whole
	t.Columns = slices.Clone(t.Columns)
	found := make([]*found, len(t.Columns))
	for i, c := range t.Columns {
		if c.Type == brief.NothingKnown {
			found[i] = count(&t, i)
			found[i].findCountries(&t, i)
		}
	}
	types(&t, found)
	return &t
}

// found is what the cells of one column are.
type found struct {
	options   Options
	seen      memory
	declared  string           // the type that the author gives the column
	base      brief.ColumnType // what it is whatever its numbers are counted in
	numbers   int
	times     int
	yearTimes int // years with an era or a mark: 2024م
	bools     int
	names     int // texts that are no more
	oddities  int // texts that are much like numbers, such as 745/19987071
	likely    int // texts that can be names of classes as well: ranges and bounds
	bare      int // numbers of four digits alone, from 1900 to 2099
	percent   int // numbers with a percent sign
	marks     separators
	usual     sign   // the decimal sign of the language that the author says
	contested bool   // the other columns speak against it
	unit      string // what most numbers are counted in
	sized     bool   // the unit is a size: million
	headSized bool   // the unit in the column's head is one
	// counted is what numbers of several sizes count, and divide the size that they are
	// brought to; 0 where they are taken as they are.
	counted  string
	divide   float64
	digits   int // texts of digits alone, of one width unless they are uneven
	filled   int // those of them that begin with noughts
	width    int
	uneven   bool
	mixed    bool // some numbers have a percent sign, and nothing says that all count so
	days     dayCount
	spans    bool // 2011-12 is a year that ends in the next
	codes    bool // countries, most as codes of two letters: NA is Namibia
	decimals int
	grains   [brief.Span + 1]int
}

func (f *found) known() int {
	return f.numbers + f.times + f.bools + f.names + f.oddities + f.likely
}

// types decides the type of each column, once all kinds of cells are known. Whole
// numbers from 1900 to 2099 are years, unless the column is called otherwise or
// another holds times.
func types(t *brief.Table, all []*found) {
	timed := false
	for i, f := range all {
		c := &t.Columns[i]
		if f == nil {
			timed = timed || c.Type == brief.Times
			continue
		}
		if !c.Declared {
			c.Type, c.Declared = f.typed(t, i), f.declared != ""
		}
		if f.unit != "" && c.Type != brief.Names && c.Type != brief.Countries {
			c.Unit = f.unit
		}
		if f.percent > 0 && c.Type == brief.Shares && c.Unit == "" {
			c.Unit = "%"
		}
		if c.Unit == "" && c.Counted() {
			c.Unit = UnitInName(c.Name)
		}
		c.Decimals = f.decimals
		timed = timed || c.Type == brief.Times
	}
	for i, f := range all {
		c := &t.Columns[i]
		if f == nil {
			continue
		}
		if c.Type == brief.Numbers && !c.Declared && !timed && f.bare > 0 && years(t, i) && !measured(*c) {
			c.Type = brief.Times
		}
		if c.Type == brief.Times {
			c.Grain = f.grain()
		}
	}
}

// typed is the type of a column by its own cells and name.
func (f *found) typed(t *brief.Table, column int) brief.ColumnType {
	if f.base != brief.Numbers || f.declared != "" {
		return f.base
	}
	if calledYear(t.Columns[column].Name) && couldBeYears(t, column) || calledDate(t, column) {
		return brief.Times
	}
	if f.percent == f.numbers && f.numbers > 0 || f.mixed && 2*f.percent >= f.numbers || ledger.RoleOf(t.Columns[column].Name) == ledger.Share {
		return brief.Shares
	}
	return brief.Numbers
}

// grain is that of most times; years written as numbers are counted with them.
func (f *found) grain() brief.Grain {
	most := brief.Year
	for g, n := range f.grains {
		if n > f.grains[most] {
			most = brief.Grain(g)
		}
	}
	return most
}

// count counts the cells of a column whose kinds are known.
func count(t *brief.Table, column int) *found {
	f := &found{}
	for _, row := range t.Rows {
		c := row.Cell(column)
		switch c.Kind {
		case brief.NumberCell:
			f.numbers++
			if bareYear(c) {
				f.bare++
				f.grains[brief.Year]++
			}
			if percentSign(c.Text) {
				f.percent++
			}
			f.decimals = max(f.decimals, decimalsOf(c.Number))
		case brief.DateCell:
			f.times++
			if time, ok := TimeOf(c.Text); ok {
				f.grains[time.Grain]++
			} else {
				f.grains[brief.Day]++
			}
		case brief.BoolCell:
			f.bools++
		case brief.TextCell:
			switch c.Doubt {
			case brief.NoDoubt, brief.OddCell:
				f.names++
			case brief.OpenDate:
				f.times++
			case brief.ARange, brief.ABound:
				f.likely++
			case brief.AFraction:
				f.oddities++
			default:
				f.numbers++
			}
		}
	}
	name := t.Columns[column].Name
	f.mixed = f.mixes(name, UnitInName(name))
	f.base = f.basis(name)
	return f
}

// calledDate reports whether a column is called date, so that whole numbers of four
// digits in it are years, in whatever century.
func calledDate(t *brief.Table, column int) bool {
	switch strings.ToLower(strings.TrimSpace(t.Columns[column].Name)) {
	case "date", "التاريخ", "تاريخ":
	default:
		return false
	}
	for _, row := range t.Rows {
		if c := row.Cell(column); c.Kind == brief.NumberCell && (!fourDigits(c.Text) || c.Number < 1000) {
			return false
		}
	}
	return true
}

// calledYear reports whether a column's name says that it holds years.
func calledYear(name string) bool {
	if ledger.RoleOf(name) == ledger.Year {
		return true
	}
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch strings.Trim(word, "()[]:،,.") {
		case "year", "years", "سنة", "السنة", "عام", "العام", "للسنة", "لسنة", "لعام":
			return true
		}
	}
	return false
}

// couldBeYears reports whether all whole numbers of a column, totals apart, have
// four digits or fewer.
func couldBeYears(t *brief.Table, column int) bool {
	for _, row := range t.Rows {
		if c := row.Cell(column); c.Kind == brief.NumberCell && (c.Number != float64(int(c.Number)) || c.Number < 1 || c.Number > 2999 || percentSign(c.Text)) && ledger.TotalCell(row) < 0 {
			return false
		}
	}
	return true
}

// years reports whether all numbers of a column, totals apart, are bare years.
func years(t *brief.Table, column int) bool {
	for _, row := range t.Rows {
		c := row.Cell(column)
		if (c.Kind == brief.NumberCell && !bareYear(c) || c.Kind == brief.TextCell && c.Doubt != brief.NoDoubt) && ledger.TotalCell(row) < 0 {
			return false
		}
	}
	return true
}

// bareYear reports whether a number can be a year by itself: 1900 to 2099, in four
// digits and no more.
func bareYear(c brief.Cell) bool {
	return c.Number >= 1900 && c.Number < 2100 && c.Number == float64(int(c.Number)) && fourDigits(c.Text)
}

// measured reports whether a column's name says that its numbers are amounts: it is
// called so, or has a unit in brackets.
func measured(c brief.Column) bool {
	switch ledger.RoleOf(c.Name) {
	case ledger.Amount, ledger.Share:
		return true
	}
	switch strings.ToLower(strings.TrimSpace(c.Name)) {
	case "value", "القيمة", "قيمة", "القيم", "العدد", "عدد", "count", "total", "الإجمالي", "المجموع", "الكمية":
		return true
	}
	return c.Unit != "" || strings.HasSuffix(strings.TrimSpace(c.Name), ")")
}
