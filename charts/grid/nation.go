package grid

import (
	"slices"
	"strings"

	"warraq/charts/outlines"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/country"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
)

// Countries in the rows of a table: which one each row is of, by its code where
// the table has one, else by its name.

// nations is what the rows of a table said of countries so far.
type nations struct {
	// codes is the column of codes, or -1.
	codes int
	// first holds where each country was first named, by its code.
	first map[string]source.Span
	// outright are the countries that are named without doubt, once they were
	// sought.
	outright map[string]bool
	// groups are the names of groups that were left out, and where the first stands.
	groups []string
	group  source.Span
	// unknown are names that no country has, and whether one is near.
	unknown map[string]bool
}

// nation returns the code of the country that a row is of, with the name that it
// goes by, and reports what is none.
func (r *reader) nation(row brief.Row, category int, name string, place source.Span) (alpha2, called string, ok bool) {
	said := country.Of(name)
	coded := country.Answer{}
	if r.nations.codes >= 0 {
		coded = country.Of(row.Cell(r.nations.codes).Text)
	}
	if coded.Kind == country.One {
		c := coded.Countries[0]
		if said.Kind == country.One && said.Countries[0].Alpha2 != c.Alpha2 {
			r.problems.Add(codeOfAnother.At(row.Cell(r.nations.codes).Span, problem.Quoted(row.Cell(r.nations.codes).Text), spelt(c), problem.Quoted(name)))
			return "", "", false
		}
		if said.Kind != country.One {
			name = nameOf(c, name)
		}
		said = coded
	} else if coded.Kind == country.Group && said.Kind != country.One {
		said = coded
	}
	if said.Kind == country.Several {
		if c, settled := said.Settle(r.namedOutright(category)); settled {
			name = nameOf(c, name)
			said = country.Answer{Kind: country.One, Countries: []country.Country{c}}
		}
	}
	switch said.Kind {
	case country.One:
		return r.drawn(said.Countries[0], name, place)
	case country.Several:
		r.problems.Add(oneOf(said, name, place))
	case country.Group:
		if len(r.nations.groups) == 0 {
			r.nations.group = place
		}
		if !slices.Contains(r.nations.groups, name) {
			r.nations.groups = append(r.nations.groups, name)
		}
	default:
		r.problems.Add(r.unknownCountry(name, place))
	}
	return "", "", false
}

// drawn notes where a country is named first, and reports one that has no outline.
func (r *reader) drawn(c country.Country, name string, place source.Span) (alpha2, called string, ok bool) {
	if _, ok := outlines.Of(c); !ok {
		r.problems.Add(countryNotDrawn.At(place, problem.Quoted(name)))
		return "", "", false
	}
	if r.nations.first == nil {
		r.nations.first = map[string]source.Span{}
	}
	if _, ok := r.nations.first[c.Alpha2]; !ok {
		r.nations.first[c.Alpha2] = place
	}
	return c.Alpha2, name, true
}

// oneOf is the problem of a name that several countries have.
func oneOf(said country.Answer, name string, place source.Span) problem.Problem {
	var words []string
	for _, c := range said.Countries {
		words = append(words, spelt(c))
	}
	return severalCountries.At(place, problem.Quoted(name), strings.Join(words, " · "))
}

// nameOf is what a country is called in the script of a name that does not say which
// it is.
func nameOf(c country.Country, name string) string {
	if scene.RTL(name) {
		return c.Arabic
	}
	return c.English
}

// spelt is a country in words that name no other.
func spelt(c country.Country) string { return c.Arabic + " / " + c.English + " (" + c.Alpha3 + ")" }

// namedOutright tells which countries a column names without doubt.
func (r *reader) namedOutright(category int) func(alpha2 string) bool {
	if r.nations.outright == nil {
		r.nations.outright = map[string]bool{}
		for _, row := range r.table.Rows {
			if c, ok := country.Find(OneLine(row.Cell(category).Text)); ok {
				r.nations.outright[c.Alpha2] = true
			}
		}
	}
	return func(alpha2 string) bool { return r.nations.outright[alpha2] }
}

// leaveOut reports the groups of countries that stand among the rows.
func (r *reader) leaveOut(g *Grid) {
	groups := r.nations.groups
	switch {
	case len(groups) == 0:
	case len(g.Categories) == 0:
		r.problems.Add(groupsAlone.At(r.nations.group, len(groups), strings.Join(groups, " · ")))
	default:
		r.problems.Add(groupsLeftOut.At(r.nations.group, len(groups), strings.Join(groups, " · ")))
	}
}

// codeColumn returns the column of a table that has a country's code in each row, or
// -1: it is called a code, or all that it holds are codes, and where both say a
// country it agrees with the names.
func (r *reader) codeColumn(category, series int) int {
	if category < 0 {
		return -1
	}
	for i, c := range r.table.Columns {
		if i == category || i == series || c.Name == r.chart.Value || slices.Contains(r.chart.Values, c.Name) || slices.Contains(r.spoken, i) {
			continue
		}
		if r.coding(i, category) {
			return i
		}
	}
	return -1
}

func (r *reader) coding(column, category int) bool {
	name := strings.ToLower(r.table.Columns[column].Name)
	numbers := strings.Contains(name, "iso") || strings.Contains(name, "m49")
	called := numbers || ledger.RoleOf(name) == ledger.Code
	known, strange, agree, differ := 0, 0, 0, 0
	for _, row := range r.table.Rows {
		cell := row.Cell(column)
		if cell.Kind == brief.MissingCell {
			continue
		}
		text := strings.TrimSpace(cell.Text)
		coded := country.Of(text)
		figures := strings.Trim(text, "0123456789") == ""
		if len(text) > 12 || figures && !numbers || !figures && text != strings.ToUpper(text) || coded.Kind != country.One && coded.Kind != country.Group {
			strange++
			continue
		}
		known++
		if named, ok := country.Find(OneLine(row.Cell(category).Text)); ok && coded.Kind == country.One {
			if named.Alpha2 == coded.Countries[0].Alpha2 {
				agree++
			} else {
				differ++
			}
		}
	}
	return known > 0 && agree >= differ && (strange == 0 || called && known >= strange)
}

// unknownCountry is the problem of a name that no country has. One that is near
// to a country's is a problem of its own, with advice; all others are one, for a
// column of them has other things than countries in it. To seek advice takes its
// time: a screenful of names gets it.
func (r *reader) unknownCountry(name string, place source.Span) problem.Problem {
	const mostAdvised = 40
	near, sought := r.nations.unknown[name]
	if !sought && len(r.nations.unknown) < mostAdvised {
		if r.nations.unknown == nil {
			r.nations.unknown = map[string]bool{}
		}
		near = problem.Suggest(name, country.Names()) != ""
		r.nations.unknown[name] = near
	}
	if near {
		return unknownCountry.At(place, name, suggestCountry(name))
	}
	return unknownCountry.At(place, problem.Quoted(name), problem.DidYouMean("", nil))
}

// suggestCountry is advice on a name that is neither a country's nor one of some
// others.
func suggestCountry(name string, others ...string) problem.Sentence {
	return problem.DidYouMean(name, append(others, country.Names()...))
}

var (
	unknownCountry = problem.Kind{
		Code: "unknown-country", Severity: problem.Error,
		Message: problem.Text{AR: "لا توجد دولة اسمها «%s»", EN: "there is no country “%s”"},
		Advice:  problem.Text{AR: "اكتب اسم الدولة بالعربية أو الإنجليزية أو الفرنسية، أو رمزها في ISO 3166. %[2]s", EN: "Write the country's Arabic, English or French name, or its ISO 3166 code. %[2]s"},
	}
	severalCountries = problem.Kind{
		Code: "several-countries", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» اسم لأكثر من دولة", EN: "“%s” is the name of several countries"},
		Advice:  problem.Text{AR: "اكتب إحداها: %[2]s", EN: "Write one of: %[2]s"},
	}
	codeOfAnother = problem.Kind{
		Code: "country-code-differs", Severity: problem.Error,
		Message: problem.Text{AR: "الرمز «%s» رمز %s، واسم الدولة في صفّه «%s»", EN: "the code “%s” is that of %s, and its row names “%s”"},
		Advice:  problem.Text{AR: "صحّح أحدهما.", EN: "Correct one of them."},
	}
	countryNotDrawn = problem.Kind{
		Code: "country-not-drawn", Severity: problem.Warning,
		Message: problem.Text{AR: "ليس لـ«%s» حدود مستقلة في الخريطة، فلا تظهر", EN: "“%s” has no outline of its own on the map, so it is not shown"},
		Advice:  problem.Text{AR: "اذكرها في النص، أو احذفها.", EN: "Say it in the text, or remove it."},
	}
	groupsLeftOut = problem.Kind{
		Code: "country-groups-left-out", Severity: problem.Warning,
		Message: problem.Text{AR: "لم تُرسم مجموعات الدول (%d): %s", EN: "groups of countries are not drawn (%d): %s"},
		Advice:  problem.Text{AR: "احذف صفوفها بخطوة filter إن أردت إسكات التنبيه.", EN: "To have no warning, remove their rows with a filter step."},
	}
	groupsAlone = problem.Kind{
		Code: "country-groups-alone", Severity: problem.Error,
		Message: problem.Text{AR: "ليس في البيانات دولة تُرسم، بل مجموعات دول (%d): %s", EN: "the data has no country to draw, only groups of countries (%d): %s"},
		Advice:  problem.Text{AR: "اكتب صفًّا لكل دولة، أو اختر نوعًا آخر مثل «bar».", EN: "Write a row for each country, or choose another type such as bar."},
	}
)
