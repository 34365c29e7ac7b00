package country

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const digits = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

// A level is how much of a name is compared.
type level int

// The levels, in the order they are tried.
const (
	whole    level = iota // all words that say something, in any order
	untitled              // without what a state calls itself
	sound                 // with letters alike that are heard alike
	levels
)

// A name is the words of a text that say something, in one form each.
type name []string

// parse divides a text into words.
func parse(text string) name {
	var words name
	folded := strings.Fields(fold(text))
	and := ""
	for i, word := range folded {
		if i == len(folded)-1 { // the mark of a footnote
			if bare := strings.TrimRight(word, "0123456789"); bare == "" && i > 0 {
				break
			} else if len(bare) > 3 {
				word = bare
			}
		}
		switch {
		case word == "و":
			and = word
			continue
		case strings.HasPrefix(word, "وال") && len([]rune(word)) > 5:
			word = "و" + strings.TrimPrefix(word, "وال")
		case strings.HasPrefix(word, "ال") && len([]rune(word)) > 4:
			word = strings.TrimPrefix(word, "ال")
		}
		word, and = and+word, ""
		if particles[word] {
			continue
		}
		if form, ok := forms[word]; ok {
			word = form
		}
		words = append(words, word)
	}
	return words
}

// fold gives texts that are read alike one form: compatibility forms (NFKD)
// without marks, tatweel, points, notes and capitals, and one alef, yeh, heh and
// kaf. What stands between words is one space.
func fold(text string) string {
	var b strings.Builder
	gap, letters := false, 0 // letters of the word so far
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		switch {
		case r == 'ـ' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == '.':
			continue
		case (r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´') && letters != 1:
			continue // d'Ivoire is two words, People's one
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap, letters = true, 0
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		letters++
		if one, ok := alike[r]; ok {
			r = one
		}
		b.WriteRune(r)
	}
	return b.String()
}

// alike are letters that stand for one.
var alike = map[rune]rune{
	'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ہ': 'ه', 'ۀ': 'ه', 'ک': 'ك', 'گ': 'غ', 'ڭ': 'غ', 'ڤ': 'ف', 'پ': 'ب', 'ı': 'i', 'ø': 'o', 'đ': 'd', 'ł': 'l',
	'٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9',
}

// particles say nothing of which country it is.
var particles = set("the of and et y de du des d la le les l in en a")

// titles are what states call themselves, each in the one form that forms gives.
var titles = set("republic democratic people islamic arab federal state kingdom united sultanate emirate principality duchy grand commonwealth union " +
	"socialist plurinational bolivarian hashemite cooperative independent sar special administrative region island territory overseas country collectivity territorial bailiwick")

// forms are the one form of words that are written in several.
var forms = func() map[string]string {
	all := map[string]string{}
	for form, words := range map[string]string{
		"republic":       "rep repub republique republics جمهوريه",
		"democratic":     "dem democratique ديمقراطيه ديموقراطيه",
		"people":         "peoples ppls populaire شعبيه",
		"islamic":        "islamique اسلاميه",
		"arab":           "arabe عربيه",
		"federal":        "fed federale federated federative federation federee federes federees اتحاديه فيدراليه فدراليه",
		"state":          "states sts etat etats دوله ولايات",
		"kingdom":        "royaume مملكه",
		"united":         "uni unis unie utd متحده",
		"sultanate":      "sultanat سلطنه",
		"emirate":        "emirat اماره",
		"emirates":       "emirats امارات",
		"principality":   "principaute",
		"duchy":          "duche دوقيه",
		"grand":          "كبري grande",
		"commonwealth":   "كمنولث كومنولث",
		"union":          "اتحاد",
		"socialist":      "socialiste اشتراكيه",
		"plurinational":  "multinational متعدده قوميات",
		"bolivarian":     "bolivarienne rb بوليفاريه",
		"hashemite":      "هاشميه hachemite",
		"independent":    "independant مستقله",
		"special":        "speciale",
		"administrative": "ras",
		"saint":          "st ste sainte",
		"island":         "islands isl isls is isle isles ile iles جزر جزيره",
		"سانت":           "سنت",
	} {
		for _, word := range strings.Fields(words) {
			all[word] = form
		}
	}
	return all
}()

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// titled reports whether a name has a title.
func (n name) titled() bool {
	return slices.ContainsFunc(n, func(word string) bool { return titles[word] })
}

// key is what of a name is compared at a level, and empty where nothing is.
func (n name) key(at level) string {
	if at == whole {
		words := slices.Clone(n)
		slices.Sort(words)
		return strings.Join(slices.Compact(words), " ")
	}
	words := slices.DeleteFunc(slices.Clone(n), func(word string) bool { return titles[word] })
	if at == untitled {
		slices.Sort(words)
		return least(strings.Join(slices.Compact(words), " "))
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range strings.Join(words, "") {
		if r == 'ج' {
			r = 'غ' // both write a hard g
		}
		if r != last || r != 'ي' && r != 'و' && r != 'ا' { // فييتنام
			b.WriteRune(r)
		}
		last = r
	}
	heard := b.String()
	if rest, ok := strings.CutSuffix(heard, "ه"); ok && !strings.HasSuffix(rest, "ي") {
		heard = rest + "ا" // فرنسه, but not the language روسية
	}
	return least(heard)
}

// least passes over what is too short to be a name by itself, such as the Man of
// «Isle of Man».
func least(key string) string {
	if key != "" && (key[0] < 0x80 && len(key) < 4 || len([]rune(key)) < 3) {
		return ""
	}
	return key
}

// collective reports whether a name that no country has says that it is one of
// several together.
func (n name) collective() bool {
	return slices.ContainsFunc(n, func(word string) bool { return collectives[word] })
}

var collectives = set("countries world total region regions regional income excluding members aggregate pays monde revenu regroupement " +
	"دول بلدان عالم اجمالي مجموع منطقه مناطق دخل اقاليم باقي بقيه سائر")

// notes are words that a note on what is counted in begins with.
var notes = set("includes include including incl inclusive excludes excluding excl exclusive except without until till from since before after under as note " +
	"jusqu jusquen jusque y compris hors sauf a depuis avant dont حتي منذ قبل بعد يشمل تشمل بما باستثناء عدا دون")

// code is a text in the form of the codes of the tables: letters of ISO 3166-1, or
// its number in three digits.
func code(text string) string {
	if strings.Count(text, ".") > 1 {
		text = strings.ReplaceAll(text, ".", "") // U.S.A.
	}
	if len(text) < 2 && strings.Trim(text, digits) != "" || len(text) > 6 {
		return ""
	}
	if folded := fold(text); strings.Trim(folded, "0123456789") == "" {
		return strings.Repeat("0", max(0, 3-len(folded))) + folded
	}
	if len(text) > 3 || strings.Trim(strings.ToUpper(text), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return ""
	}
	return strings.ToUpper(text)
}
