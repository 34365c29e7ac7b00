package country

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

var (
	//go:embed names.tsv
	namesData string
	//go:embed groups.txt
	groupsData string
)

// list is what the data says, ready to be looked up.
type list struct {
	countries []Country
	printed   []string
	// codes and names give places in countries.
	codes map[string]int
	names [levels]map[string][]int
	// groups are names of several countries together, and former those of states
	// that are no more, by their whole key.
	groups, former map[string]bool
	groupCodes     map[string]bool
}

// lists reads the data, once.
var lists = sync.OnceValue(func() *list {
	l := &list{codes: map[string]int{}, groups: map[string]bool{}, former: map[string]bool{}, groupCodes: map[string]bool{}}
	for at := range l.names {
		l.names[at] = map[string][]int{}
	}
	for line := range strings.Lines(namesData) {
		l.country(strings.TrimRight(line, "\n"))
	}
	for line := range strings.Lines(groupsData) {
		l.group(strings.TrimSpace(line))
	}
	return l
})

// country takes a line of the names: alpha-2, alpha-3, number, the names that are
// printed in Arabic, English and French, other codes, and other names.
func (l *list) country(line string) {
	f := strings.Split(line, "\t")
	if f[0] == "" || f[0] == "alpha2" {
		return
	}
	place := len(l.countries)
	l.countries = append(l.countries, Country{Alpha2: f[0], Alpha3: f[1], Numeric: f[2], Arabic: f[3], English: f[4], French: f[5]})
	l.printed = append(l.printed, f[3:6]...)
	for _, code := range append([]string{f[0], f[1], f[2]}, strings.Fields(f[6])...) {
		if code != "" {
			l.codes[code] = place
		}
	}
	for _, name := range append(f[3:6:6], strings.Split(f[7], "|")...) {
		l.add(name, place)
	}
}

func (l *list) add(text string, place int) {
	n := parse(text)
	for at := range levels {
		key := n.key(at)
		if key == "" {
			continue
		}
		if at != whole && n.titled() {
			key = shortened + key
		}
		known := l.names[at][key]
		if len(known) == 0 || known[len(known)-1] != place {
			l.names[at][key] = append(known, place)
		}
	}
}

// shortened marks the key of a name that a title was left out of.
const shortened = "…"

// untitled finds names without titles. «Republic of Mali» is Mali, and «French
// Republic» is France, but «French» is a language: what a name is called with its
// title says nothing of the rest alone.
func (l *list) untitled(at level, key string, titled bool) []int {
	found := l.names[at][key]
	if titled {
		for _, place := range l.names[at][shortened+key] {
			if !slices.Contains(found, place) {
				found = append(slices.Clip(found), place)
			}
		}
	}
	return found
}

// group takes a line of what is no single country: its kind, and names of it.
func (l *list) group(line string) {
	kind, names, _ := strings.Cut(line, ":")
	for name := range strings.SplitSeq(names, "|") {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
		case kind == "codes":
			for code := range strings.FieldsSeq(name) {
				l.groupCodes[code] = true
			}
		case kind == "former":
			l.former[parse(name).key(whole)] = true
		case kind == "group":
			l.groups[parse(name).key(whole)] = true
		default: // the codes of the countries that have this name
			key := parse(name).key(whole)
			l.names[whole][key] = nil
			for alpha2 := range strings.FieldsSeq(kind) {
				l.names[whole][key] = append(l.names[whole][key], l.codes[alpha2])
			}
		}
	}
}

func (l *list) answer(found []int) Answer {
	if len(found) == 1 {
		return Answer{One, l.countries[found[0] : found[0]+1 : found[0]+1]}
	}
	a := Answer{Kind: Several}
	for _, i := range found {
		a.Countries = append(a.Countries, l.countries[i])
	}
	return a
}
