package column

import (
	"warraq/input/brief"
	"warraq/input/country"
	"warraq/input/ledger"
)

// namibia is its code of two letters, which elsewhere says that a value is not known.
const namibia = "NA"

// findCountries tells a column of countries from one of other names. Among codes of
// two letters NO is Norway and NA is Namibia, whatever they say elsewhere.
func (f *found) findCountries(t *brief.Table, column int) {
	switch {
	case f.base == brief.Countries:
	case f.declared == "" && (f.base == brief.Names || f.base == brief.YesNo && f.names > 0):
	default:
		return
	}
	var texts []string
	short := 0
	for _, row := range t.Rows {
		text := Trim(row.Cell(column).Text)
		if f.options.Reading.missing(text) || IsMissing(text) {
			continue
		}
		texts = append(texts, text)
		if twoCapitals(text) {
			short++
		}
	}
	codes := 2*short > len(texts)
	if f.base != brief.Countries && (f.base == brief.Names || codes) && (country.Column(texts) || calledCountry(t.Columns[column].Name) && mostCountries(texts)) {
		f.base = brief.Countries
	}
	f.codes = f.base == brief.Countries && codes && !f.options.Reading.missing(namibia)
}

func calledCountry(name string) bool { return ledger.RoleOf(name) == ledger.Country }

// mostCountries reports whether most texts are countries, which is enough for a column
// that is called so: a misspelt one comes again and again.
func mostCountries(texts []string) bool {
	is := map[string]bool{}
	countries := 0
	for _, text := range texts {
		known, seen := is[text]
		if !seen {
			known = country.Of(text).Kind != country.Unknown
			is[text] = known
		}
		if known {
			countries++
		}
	}
	return 2*countries > len(texts)
}

func twoCapitals(text string) bool {
	return len(text) == 2 && 'A' <= text[0] && text[0] <= 'Z' && 'A' <= text[1] && text[1] <= 'Z'
}
