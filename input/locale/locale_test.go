package locale_test

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/fonts/numeral"
	"warraq/input/locale"
)

func of(t *testing.T, tag string) *locale.Locale {
	t.Helper()
	l, ok := locale.Of(tag)
	if !ok {
		t.Fatalf("%s has no words", tag)
	}
	return l
}

// counted are the numbers at which the form of an Arabic noun changes.
var counted = []float64{0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 200, 1000}

// Every noun of units, alone and with what may follow it, in both cases. What
// stands in the file was read by a person.
func TestUnitsAgree(t *testing.T) {
	ar := of(t, "ar")
	var names []string
	for _, n := range ar.Numbers.Units {
		names = append(names, n.Other)
	}
	names = append(names, "دولار أمريكي", "ليرة سورية", "نقطة مئوية", "متر مكعب", "دولار للطنّ", "طن سنويًّا", "دولار أمريكي للبرميل", "تينغ كازاخستاني", "سوم أوزبكستاني", "مليون", "مليون يورو", "ألف طن")
	var b strings.Builder
	for _, name := range names {
		u := ar.Unit(name, nil)
		if !u.Known {
			t.Errorf("%s is not known", name)
		}
		fmt.Fprintln(&b, name)
		for _, x := range counted {
			p := ar.Amount(x, u, locale.Form{}, numeral.Latin)
			fmt.Fprintf(&b, "\t%v\t%s", x, p.Nominative)
			if p.Oblique != p.Nominative {
				fmt.Fprintf(&b, "\t%s", p.Oblique)
			}
			fmt.Fprintln(&b)
		}
	}
	goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt")).Assert(t, "ar-units", []byte(b.String()))
}

// The rule itself, by other words than the program's: after 3 to 10 the plural,
// after 11 to 99 the accusative, else the singular, by the last two digits.
func TestUnitsFollowTheRule(t *testing.T) {
	ar := of(t, "ar")
	for _, n := range ar.Numbers.Units {
		for i := 3; i < 1300; i++ {
			want := n.Other
			if last := strconv.Itoa(100 + i); last[len(last)-2:] == "10" || last[len(last)-2] == '0' && last[len(last)-1] >= '3' {
				want = n.Few
			} else if last[len(last)-2] != '0' {
				want = n.Many
			}
			for _, c := range []locale.Case{locale.Nominative, locale.Oblique} {
				got := ar.Amount(float64(i), locale.Unit{By: 1, Noun: n, Known: true}, locale.Form{}, numeral.Latin).In(c)
				if _, noun, _ := strings.Cut(got, " "); noun != want {
					t.Fatalf("%d: %q, want %q", i, got, want)
				}
			}
		}
	}
}

// Counts of things say one and two by the noun alone.
func TestCounts(t *testing.T) {
	ar, en := of(t, "ar"), of(t, "en")
	for n, want := range map[int]string{
		0: "0 دولة|0 دولة", 1: "دولة واحدة|دولة واحدة", 2: "دولتان|دولتين", 3: "3 دول|3 دول", 10: "10 دول|10 دول", 11: "11 دولةً|11 دولةً",
		99: "99 دولةً|99 دولةً", 100: "100 دولة|100 دولة", 101: "101 دولة|101 دولة", 102: "102 دولة|102 دولة", 103: "103 دول|103 دول", 111: "111 دولةً|111 دولةً",
	} {
		p := ar.Count(n, ar.Charts.Nouns.Country, numeral.Latin)
		if got := p.Nominative + "|" + p.Oblique; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0 countries", 1: "1 country", 2: "2 countries", 101: "101 countries"} {
		if got := en.Count(n, en.Charts.Nouns.Country, numeral.Latin).Nominative; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// Amounts of thousands and more, and fractions, whose whole part decides.
func TestAmounts(t *testing.T) {
	ar := of(t, "ar")
	f, err := os.Open("testdata/ar-scaled.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		row := strings.Split(s.Text(), "\t")
		x, errX := strconv.ParseFloat(row[0], 64)
		decimals, errD := strconv.Atoi(row[1])
		if errX != nil || errD != nil {
			t.Fatal(errX, errD)
		}
		u := locale.Unit{By: 1e3, Noun: locale.Invariable(row[2])}
		got := ar.Amount(x/1e3, u, locale.Form{Decimals: &decimals}, numeral.Latin).Nominative
		if got = strings.NewReplacer(".0", "", ".50", ".5").Replace(got); got != row[3] { // as many digits as there are asked for
			t.Errorf("%v: %q, want %q", row, got, row[3])
		}
		rows++
	}
	if rows < 20 {
		t.Errorf("only %d rows", rows)
	}
	for _, c := range []struct {
		x       float64
		unit    string
		want    string
		oblique string
		mark    string
	}{
		{3.5, "طن", "3.5 أطنان", "3.5 أطنان", "3.5 أطنان"},
		{1.5, "مليون يورو", "1.5 مليون يورو", "1.5 مليون يورو", "1.5 مليون يورو"},
		{2, "مليون يورو", "مليونا يورو", "مليوني يورو", "2 مليون يورو"},
		{2, "مليون", "مليونان", "مليونين", "2 مليون"},
		{-2, "دولار", "−2 دولار", "−2 دولار", "−2 دولار"},
		{10368, "مليون يورو", "10.37 مليارات يورو", "10.37 مليارات يورو", "10.37 مليارات يورو"},
		{2, "يورو", "2 يورو", "2 يورو", "2 يورو"},
		{1, "دولار أمريكي", "دولار أمريكي واحد", "دولار أمريكي واحد", "1 دولار أمريكي"},
		{11, "سند", "11 سند", "11 سند", "11 سند"}, // not known: as the author wrote it
		{0.5, "مليون يورو", "500 ألف يورو", "500 ألف يورو", "500 ألف يورو"},
		{1.999, "دولار", "دولاران", "دولارين", "2 دولار"},
		{math.Inf(1), "دولار", "∞", "∞", "∞"},
	} {
		u := ar.Unit(c.unit, nil)
		p := ar.Amount(c.x, u, locale.Form{}, numeral.Latin)
		if mark := ar.Mark(c.x, u, locale.Form{}, numeral.Latin); p.Nominative != c.want || p.Oblique != c.oblique || mark != c.mark {
			t.Errorf("%v %s: %q, %q, %q", c.x, c.unit, p.Nominative, p.Oblique, mark)
		}
	}
	en := of(t, "en")
	for text, want := range map[string]string{"million euros": "2.5 billion euros", "tonnes": "2,500 tonnes", "US dollars": "2,500 US dollars"} {
		if got := en.Mark(2500, en.Unit(text, nil), locale.Form{}, numeral.Latin); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	if got := en.Mark(1, en.Unit("tonnes", nil), locale.Form{}, numeral.Latin); got != "1 tonne" {
		t.Errorf("one tonne is %q", got)
	}
}

// From a million up numbers are said in words with three digits, unless the author has
// them otherwise.
func TestFormsOfNumbers(t *testing.T) {
	one, none := 1, 0
	for _, c := range []struct {
		lang, unit string
		x          float64
		form       locale.Form
		want       string
	}{
		{"ar", "دولار", 651757333333.333, locale.Form{}, "652 مليار دولار"},
		{"ar", "دولار", 69831770871.26, locale.Form{}, "69.8 مليار دولار"},
		{"ar", "دولار", 3e6, locale.Form{}, "3 ملايين دولار"},
		{"ar", "دولار", -4.25e9, locale.Form{}, "−4.25 مليارات دولار"},
		{"ar", "", 11.4e6, locale.Form{}, "11.4 مليونًا"},
		{"ar", "سند", 2.5e12, locale.Form{}, "2.5 تريليون سند"},
		{"ar", "دولار", 999_999_999, locale.Form{}, "1 مليار دولار"},
		{"ar", "دولار", 999_999, locale.Form{}, "999,999 دولارًا"},
		{"ar", "دولار", 651757.333, locale.Form{}, "651,757 دولارًا"},
		{"ar", "دولار", 651757333333.333, locale.Form{Decimals: &one}, "651.8 مليار دولار"},
		{"ar", "دولار", 651757333333.333, locale.Form{Long: true}, "651,757,333,333.33 دولارًا"},
		{"ar", "دولار", 651757333333.333, locale.Form{Long: true, Decimals: &none}, "651,757,333,333 دولارًا"},
		{"ar", "دولار", 5, locale.Form{Decimals: &one}, "5.0 دولارات"},
		{"ar", "مليون دولار", 10368, locale.Form{Long: true}, "10,368 مليون دولار"},
		{"ar", "مليون دولار", 10368, locale.Form{Decimals: &one}, "10.4 مليارات دولار"},
		{"en", "dollars", 651757333333.333, locale.Form{}, "652 billion dollars"},
		{"en", "dollars", 1e6, locale.Form{}, "1 million dollars"},
		{"fa", "دلار", 651757333333.333, locale.Form{}, "652 میلیارد دلار"},
		{"ur", "ڈالر", 651757333333.333, locale.Form{}, "652 ارب ڈالر"},
	} {
		l := of(t, c.lang)
		if got := l.Mark(c.x, l.Unit(c.unit, nil), c.form, numeral.Latin); got != c.want {
			t.Errorf("%v %s in %s: %q, want %q", c.x, c.unit, c.lang, got, c.want)
		}
	}
}

// An author's own forms come before the table.
func TestOwnForms(t *testing.T) {
	ar := of(t, "ar")
	own := locale.Noun{One: "سند واحد", Two: "سندان", TwoOblique: "سندين", Few: "سندات", Many: "سندًا", Other: "سند"}
	u := ar.Unit("سند", &own)
	for x, want := range map[float64]string{1: "سند واحد", 2: "سندان", 3: "3 سندات", 11: "11 سندًا", 100: "100 سند"} {
		if got := ar.Amount(x, u, locale.Form{}, numeral.Latin).Nominative; got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	ar, en := of(t, "ar"), of(t, "en")
	for n, want := range map[int]string{0: "", 1: "أ", 4: "د", 5: "ه\u200d", 6: "و", 10: "ي", 11: "ك", 28: "غ",
		29: "أأ", 30: "أب", 33: "أه\u200d", 57: "بأ", 28 + 28*28: "غغ", 29 + 28*28: "أأأ"} {
		if got := ar.Letter(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := en.Letter(1) + en.Letter(27); got != "AAA" {
		t.Errorf("English letters are %q", got)
	}
}

func TestLists(t *testing.T) {
	for tag, want := range map[string]string{"ar": "أ|أ وب|أ، وب، وج", "en": "أ|أ and ب|أ, ب and ج"} {
		l := of(t, tag)
		if got := l.List([]string{"أ"}) + "|" + l.List([]string{"أ", "ب"}) + "|" + l.List([]string{"أ", "ب", "ج"}); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
}

// A region has the words of its language, and other languages have none.
func TestTags(t *testing.T) {
	for tag, want := range map[string]string{"ar-EG": "ar", "AR": "ar", "en-GB": "en"} {
		if l := of(t, tag); l.Tag != want {
			t.Errorf("%s has the words of %s", tag, l.Tag)
		}
	}
	for tag, want := range map[string]string{"de": "en", "he": "ar", "arn": "en", "x-none": "en"} {
		if _, ok := locale.Of(tag); ok {
			t.Errorf("%s has words", tag)
		}
		if l := locale.For(tag); l.Tag != want {
			t.Errorf("%s gets the words of %s", tag, l.Tag)
		}
	}
}

var places = regexp.MustCompile(`\{\d`)

// Every language has every word, and its templates say what those of English
// say.
func TestLanguagesAreWhole(t *testing.T) {
	en := of(t, "en")
	// What a language may lack.
	optional := []string{"Levantine", "Ordinal", "Genres", "Roles", "Currencies", "Pages.Page", "Works.Pages", "BeforePages", "Volume", "BeforeVolume", "UndatedStop", "Path"}
	for _, tag := range locale.Tags() {
		var compare func(path string, own, other reflect.Value)
		compare = func(path string, own, other reflect.Value) {
			if slices.ContainsFunc(optional, func(name string) bool { return strings.HasSuffix(path, "."+name) || path == name }) {
				return
			}
			switch own.Kind() {
			case reflect.Struct:
				for i := range own.NumField() {
					compare(strings.TrimPrefix(path+"."+own.Type().Field(i).Name, "."), own.Field(i), other.Field(i))
				}
			case reflect.Array:
				for i := range own.Len() {
					compare(path, own.Index(i), other.Index(i))
				}
			case reflect.Map:
				if own.IsNil() {
					t.Errorf("%s: %s is empty", tag, path)
				}
				for _, key := range other.MapKeys() {
					if !own.MapIndex(key).IsValid() {
						t.Errorf("%s: %s has no %s", tag, path, key)
					}
				}
			case reflect.String:
				if own.Len() == 0 {
					t.Errorf("%s: %s is empty", tag, path)
				}
				set := func(s string) string {
					list := places.FindAllString(s, -1)
					slices.Sort(list)
					return fmt.Sprint(slices.Compact(list))
				}
				if path != "Charts.InSeries" && set(own.String()) != set(other.String()) {
					t.Errorf("%s: %s is %q; in English %q", tag, path, own, other)
				}
			}
		}
		compare("", reflect.ValueOf(*of(t, tag)), reflect.ValueOf(*en))
	}
}
