package column

import (
	"cmp"
	"slices"
	"strings"

	"warraq/input/brief"
)

// A Reading is what an author says of how a file is to be read, under read.
type Reading struct {
	// Header is the line of the file, or the row of the sheet, that names the
	// columns, from 1; 0 where it is to be found.
	Header int
	// Skip is how many lines are passed over before anything is looked for.
	Skip int
	// Decimal is the decimal sign, a point or a comma, and Thousands what parts
	// thousands; 0 where they are to be found.
	Decimal, Thousands rune
	// Locale is a language whose way of writing numbers settles what the numbers of
	// a column leave open, or empty; see [LocaleNames].
	Locale string
	// Encoding of the text, or empty.
	Encoding string
	// Missing are texts that say that a value is not known, besides those that
	// always do.
	Missing []string
	// Types gives columns a type, by their name in the file or the new one; see
	// [TypeNames].
	Types []Named
	// Renamed gives columns and cells other names.
	Renamed []Named
}

// Named is a name and what is said of it.
type Named struct {
	Name, Value brief.Field
	// Loose reports that it is said of several files, not all of which need have it.
	Loose bool
}

// EncodingNames are the encodings that a text file can be said to have.
func EncodingNames() []string {
	return []string{"utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1256", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-6", "iso-8859-7"}
}

// TypeNames are the types that a column can be given: time is any time, dmy and mdy
// are days in figures with the day or the month first.
func TypeNames() []string {
	return []string{"name", "number", "share", "year", "quarter", "half", "month", "day", "dmy", "mdy", "time", "country", "yes-no"}
}

func declaredTypes() map[string]brief.ColumnType {
	return map[string]brief.ColumnType{
		"name": brief.Names, "number": brief.Numbers, "share": brief.Shares, "country": brief.Countries, "yes-no": brief.YesNo,
		"year": brief.Times, "quarter": brief.Times, "half": brief.Times, "month": brief.Times, "day": brief.Times, "dmy": brief.Times, "mdy": brief.Times, "time": brief.Times,
	}
}

// Or is a reading with what it does not say taken from another.
func (r Reading) Or(other Reading) Reading {
	r.Header, r.Skip = cmp.Or(r.Header, other.Header), cmp.Or(r.Skip, other.Skip)
	if r.Decimal == 0 && r.Thousands == 0 {
		r.Decimal, r.Thousands = other.Decimal, other.Thousands
	}
	r.Locale = cmp.Or(r.Locale, other.Locale)
	r.Encoding = cmp.Or(r.Encoding, other.Encoding)
	r.Missing = slices.Concat(r.Missing, other.Missing)
	r.Types, r.Renamed = slices.Concat(r.Types, other.Types), slices.Concat(r.Renamed, other.Renamed)
	return r
}

// IsZero reports whether nothing is said.
func (r *Reading) IsZero() bool {
	return r.Header == 0 && r.Skip == 0 && r.Decimal == 0 && r.Thousands == 0 && r.Locale == "" && r.Encoding == "" && len(r.Missing)+len(r.Types)+len(r.Renamed) == 0
}

// sign is the decimal sign that is said, or that follows from what parts thousands.
func (r *Reading) sign() sign {
	switch {
	case r.Decimal != 0:
		return sign(r.Decimal)
	case r.Thousands == '.':
		return ','
	case r.Thousands == ',':
		return '.'
	}
	return unsettled
}

func (r *Reading) missing(text string) bool { return slices.Contains(r.Missing, text) }

// typeOf is the type that a column of a name is given, or empty.
func (r *Reading) typeOf(name string) string {
	for _, n := range r.Types {
		if n.Name.Value == name || r.Rename(n.Name.Value) == name {
			return strings.ToLower(n.Value.Value)
		}
	}
	return ""
}

// Rename is another name that a column or a cell is given, or the same.
func (r *Reading) Rename(name string) string {
	for _, n := range r.Renamed {
		if n.Name.Value == name {
			return n.Value.Value
		}
	}
	return name
}
