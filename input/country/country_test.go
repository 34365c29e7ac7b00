package country

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// asked is an answer in one word: a code, ~ for a group, ? before the codes of
// several countries.
func asked(text string) string {
	a := Of(text)
	switch a.Kind {
	case One:
		return a.Countries[0].Alpha2
	case Group:
		return "~"
	case Several:
		said := "?"
		for _, c := range a.Countries {
			said += c.Alpha2
		}
		return said
	}
	return ""
}

// All that the sources call their rows is known for what it is.
func TestSourcesAreUnderstood(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			want, name, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			if !ok {
				continue
			}
			n++
			if got := asked(name); got != want {
				t.Errorf("%s: %q is %q, want %q", file, name, got, want)
			}
		}
		if n < 40 {
			t.Errorf("%s has %d names", file, n)
		}
	}
}

// Every country is found by each of its names and codes, and no name is one of two.
func TestEachNameIsOneCountry(t *testing.T) {
	listed := map[string]string{}
	for line := range strings.Lines(namesData) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if f[0] == "alpha2" {
			continue
		}
		for _, name := range append(append(f[:6:6], strings.Fields(f[6])...), strings.Split(f[7], "|")...) {
			if name == "" {
				continue
			}
			if got := asked(name); got != f[0] {
				t.Errorf("%q is %q, want %s", name, got, f[0])
			}
			if other := listed[name]; other != "" && other != f[0] {
				t.Errorf("%q is %s's and %s's", name, other, f[0])
			}
			listed[name] = f[0]
		}
	}
	for _, c := range All() {
		if len(c.Alpha2) != 2 || len(c.Alpha3) != 3 || len(c.Numeric) != 3 && c.Alpha2 != "XK" || c.Arabic == "" || c.English == "" || c.French == "" {
			t.Errorf("%+v", c)
		}
	}
	if n := len(All()); n != 249 {
		t.Errorf("%d countries", n)
	}
}

// Names compare as they are read.
func TestSpellings(t *testing.T) {
	for name, want := range map[string]string{
		"كـازاخـستان": "KZ", "كَازَاخِسْتَان": "KZ", "جمهورية كازاخستان": "KZ", "الجمهورية اللبنانية": "LB", "اوزبكستان": "UZ", "سلطنة عمان": "OM",
		"عُمان": "OM", "الاردن": "JO", "أردن": "JO", "إيران": "IR", "ايران": "IR", "دولة قطر": "QA", "قَطَر": "QA", "تركيّا": "TR", "The Gambia": "GM",
		"Cote d'Ivoire": "CI", "COTE D’IVOIRE": "CI", "TURKIYE": "TR", "U.S.A.": "US", "الأُردُنّ": "JO", "لأردن": "", "سورية": "SY", "ليبيا ": "LY",
		"Egypt (Arab Republic of)": "EG", "Arab Republic of Egypt": "EG", "Egypt, Arab Republic": "EG", "République arabe d’Égypte": "EG", "مصر العربية": "EG",
		"Republic of Kazakhstan": "KZ", "قيرغيزستان": "KG", "فلسطين": "PS", "مالي": "ML", "Mali": "ML", "Kingdom of Saudi Arabia": "SA", "انجلترا": "",
		"غينيا": "GN", "غينيا الاستوائية": "GQ", "دومينيكا": "DM", "جمهورية الدومينيكان": "DO", "كوريا الجنوبية": "KR", "النيجر": "NE", "نيجيريا": "NG",
		"غواتيمالا": "GT", "جواتيمالا": "GT", "فرنسه": "FR", "سانت كيتس و نيفيس": "KN", "ترينيداد وتوباغو": "TT", "Myanmar (Burma)": "MM", "بورما / ميانمار": "MM",
		// Codes: letters of either case, digits of any family with their noughts or without.
		"eg": "EG", "EGY": "EG", "818": "EG", "٨١٨": "EG", "4": "AF", "004": "AF", "999": "", "UK": "GB", "EL": "GR", "XKX": "XK",
		// Several, and which they may be.
		"Congo": "?CGCD", "الكونغو": "?CGCD", "Corée": "?KPKR", "كوريا": "?KPKR", "Virgin Islands": "?VGVI", "جمهورية الصين": "?CNTW",
		"Congo, Rep.": "CG", "جمهورية الكونغو الديموقراطية": "CD", "Korea, Dem. Rep.": "KP", "Korea, Rep.": "KR",
		// Groups, by name, by code and by what they say of themselves.
		"World": "~", "العالم": "~", "EU27_2020": "~", "SSF": "~", "Countries of the Sahel": "~", "البلدان العربية المصدرة للنفط": "~", "Europe": "~",
		// States that are no more are none of those that are.
		"Yemen, Democratic": "", "اليمن الديمقراطية": "", "USSR": "", "German Democratic Republic": "", "Sudan (former)": "",
		// Languages and peoples are no countries.
		"French": "", "Russian": "", "Kyrgyz": "", "الروسية": "", "الفرنسية": "", "أمريكية": "", "Italian": "", "الجمهورية الفرنسية": "FR", "Italian Republic": "IT",
		// Words and what is near.
		"": "", "ال": "", "جمهورية": "", "Republic": "", "the": "", "Man": "", "كوب": "", "إمارة": "", "Egpyt": "", "مصراتة": "", "China and Japan": "", "2024": "",
	} {
		if got := asked(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// However a name is written, it is the same: order of its parts, capitals, marks,
// punctuation.
func TestWritingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(All()).Draw(t, "country")
		name := rapid.SampledFrom([]string{c.Arabic, c.English, c.French}).Draw(t, "name")
		switch rapid.IntRange(0, 5).Draw(t, "writing") {
		case 0:
			name = strings.ToUpper(name)
		case 1:
			name = " " + strings.ReplaceAll(name, " ", "  ") + "\u200f"
		case 2:
			name = "The " + name
		case 3:
			if name != c.English || strings.Contains("KP KR CG CD CN TW", c.Alpha2) || parse(name).key(untitled) == "" {
				return // it is another country's, a name of titles alone, or written so by nobody
			}
			name = name + ", Republic of"
		case 4:
			name = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ة", "ه", "ؤ", "و").Replace(name)
		case 5:
			name = name + "*"
		}
		if got := asked(name); got != c.Alpha2 {
			t.Errorf("%q is %q, want %s", name, got, c.Alpha2)
		}
	})
}

// A name of several is settled by the others that stand beside it.
func TestOthersSettle(t *testing.T) {
	has := func(codes string) func(string) bool {
		return func(alpha2 string) bool { return strings.Contains(codes, alpha2) }
	}
	if c, ok := Of("Congo").Settle(has("EG CD")); !ok || c.Alpha2 != "CG" {
		t.Error(c, ok)
	}
	if _, ok := Of("Congo").Settle(has("EG")); ok {
		t.Error("settled by nothing")
	}
	if _, ok := Of("Congo").Settle(has("CG CD")); ok {
		t.Error("settled though both stand there")
	}
	if _, ok := Of("World").Settle(has("EG")); ok {
		t.Error("a group is settled")
	}
}

func TestColumns(t *testing.T) {
	for texts, want := range map[string]bool{
		"Egypt, Arab Rep.|Yemen, Rep.|World":  true,
		"مصر|تونس|المغرب|مصر|دولة لا اسم لها": true,
		"EG|TN|MA":     true,
		"EGY|TUN|WLD":  true,
		"IT|HR|PR|R&D": false, // departments
		"الزراعة|الصناعة|الأردن": false,
		"818|788|504":       false, // numbers
		"World|Europe|Asia": false,
		"أ|ب|ج":             false,
		"":                  false,
		"Congo|Korea":       true,
		"الليثيوم|النحاس|الكوبالت|النيكل": false,
		"شركة|مصر": false,
		"China|Chile|Australia|Other countries|Rwandda": true,
	} {
		if got := Column(strings.Split(texts, "|")); got != want {
			t.Errorf("%s: %v", texts, got)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("جمهورية كازاخستان")
	f.Add("Côte d’Ivoire (Ivory Coast), 2")
	f.Add("((((/,,")
	f.Fuzz(func(t *testing.T, text string) {
		a := Of(text)
		if (a.Kind == One) != (len(a.Countries) == 1) || (a.Kind == Several) != (len(a.Countries) > 1) {
			t.Errorf("%q is %+v", text, a)
		}
	})
}
