package structured

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	hijri "github.com/hablullah/go-hijri"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/tree"
)

var (
	unusedKeys = problem.Kind{
		Code: "unused-keys", Severity: problem.Note,
		Message: problem.Text{AR: "مفاتيح لا أثر لها هنا في ترويسة الملف، عددها %d: %s", EN: "keys of the front matter that do nothing here, %d: %s"},
		Advice:  problem.Text{AR: "لا يلزم شيء: تُركت لبرامج أخرى.", EN: "Nothing needs to be done: they are left to other programs."},
	}
	movingDate = problem.Kind{
		Code: "moving-date", Severity: problem.Warning,
		Message: problem.Text{AR: "«%s» تاريخ يتغيّر من بناء إلى آخر، فلا يُطبع", EN: "“%s” is a date that changes from build to build, and is not printed"},
		Advice:  problem.Text{AR: "اكتب اليوم نفسه: 2025-04-09، أو أعطه بالخيار --date.", EN: "Write the day itself: 2025-04-09, or give it by --date."},
	}
)

// alias is our key for what other programs call otherwise: Hugo, Jekyll, Quarto,
// R Markdown, Pandoc, Obsidian and Docusaurus.
var alias = map[string]string{
	"author": "authors", "by": "authors",
	"abstract": "summary",
	"subject":  "description",
	"tags":     "keywords", "tag": "keywords", "categories": "keywords", "category": "keywords", "keyword": "keywords",
	"language": "lang", "languagecode": "lang", "locale": "lang",
	"table-of-contents": "toc", "showtoc": "toc",
	"numbersections": "number-sections",
	"lof":            "list-of-figures", "lot": "list-of-tables",
	"institute": "institution", "organization": "institution", "organisation": "institution",
	"version": "revision",
}

// foreign are keys of those programs that are near one of ours by their letters
// and mean something else.
var foreign = []string{
	"date-format", "head", "kinds", "lead", "mode", "name", "page", "path", "pages", "role", "tab", "taxonomies", "tile", "time", "type", "dates", "themes", "logos", "includes", "layout", "numbering",
}

// Adopt returns the front matter of a Markdown file with the keys of other
// programs under our own names, where they mean something here. Of the rest one
// note is told. Keys that only just miss one of ours stay, for the decoder to ask
// what was meant.
func Adopt(root *tree.Node) (*tree.Node, problem.List) {
	if root == nil || root.Kind != tree.Mapping {
		return root, nil
	}
	a := adoption{own: tree.Node{Kind: tree.Mapping, Span: root.Span}}
	for i := range root.Keys {
		a.key(root.Keys[i], root.Items[i])
	}
	a.outputs(root)
	a.calendar()
	if n := len(a.unused); n > 0 {
		names := make([]string, n)
		for i, key := range a.unused {
			names[i] = key.Text
		}
		a.problems.Add(unusedKeys.At(a.unused[0].Span, n, problem.Names(names)))
	}
	return &a.own, a.problems
}

// adoption gathers the keys that are ours.
type adoption struct {
	own      tree.Node
	unused   []tree.Node
	problems problem.List
	hijri    bool // the date is of the Hijri calendar
}

func (a *adoption) key(key, value tree.Node) {
	written := key
	name := plainKey(key.Text)
	if known, ok := alias[name]; ok {
		key.Text = known
	} else if slices.Contains(FrontKeys(), name) {
		key.Text = name
	} else {
		if problem.Suggest(name, FrontKeys()) != "" && !slices.Contains(foreign, name) {
			a.add(key, value)
		} else {
			a.unused = append(a.unused, written)
		}
		return
	}
	switch key.Text {
	case "authors":
		value = a.authors(value)
	case "keywords":
		value = words(value)
	case "date":
		var ok bool
		if value, ok = a.date(value); !ok {
			return
		}
	case "nocite":
		value = a.nocite(value)
	case "lang":
		value.Text = languageCode(value.Text)
	case "subtitle", "description", "institution", "summary":
		several := value.Kind == tree.Sequence || value.Kind == tree.Mapping
		if several {
			value = joined(value, "name", "text", "title")
		}
		if several && value.Text == "" || key.Text == "summary" && isBool(&value) {
			a.unused = append(a.unused, written)
			return
		}
	case "toc", "number-sections", "list-of-figures", "list-of-tables":
		if value = truth(value); value.Kind == tree.Sequence || value.Kind == tree.Mapping || isNumber(&value) {
			a.unused = append(a.unused, written)
			return
		}
	case "cover":
		// Hugo has a picture there: its path, or {image: …, caption: …}.
		if value.Kind == tree.Mapping && !own(&value, coverKeys()) || value.Kind == tree.Sequence || value.Kind == tree.Scalar && !isBool(&value) {
			a.unused = append(a.unused, written)
			return
		}
	case "theme", "logo", "series", "number", "revision":
		// What another program takes there: a mapping, a list, a picture.
		if value.Kind == tree.Mapping || value.Kind == tree.Sequence {
			a.unused = append(a.unused, written)
			return
		}
	}
	if before := a.own.Get(key.Text); before != nil {
		switch {
		case key.Text == "keywords":
			merge(before, value)
		case written.Text != key.Text:
			a.unused = append(a.unused, written) // we have the same under our own name
		default:
			a.add(key, value) // for the decoder to tell
		}
		return
	}
	a.add(key, value)
}

// own reports whether a mapping has a key of ours, or one that only just misses one,
// beside what all programs call alike.
func own(n *tree.Node, keys []string) bool {
	return len(n.Keys) == 0 || slices.ContainsFunc(n.Keys, func(key tree.Node) bool {
		return key.Text != "alt" && (slices.Contains(keys, key.Text) || problem.Suggest(key.Text, keys) != "")
	})
}

func (a *adoption) add(key, value tree.Node) {
	a.own.Keys, a.own.Items = append(a.own.Keys, key), append(a.own.Items, value)
}

// plainKey is a key in small letters, its words parted by hyphens.
func plainKey(key string) string {
	return strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(key))
}

// outputs takes what Quarto and R Markdown say below the formats they write.
func (a *adoption) outputs(root *tree.Node) {
	for _, name := range []string{"format", "output"} {
		formats := root.Get(name)
		if formats == nil || formats.Kind != tree.Mapping {
			continue
		}
		for i := range formats.Items {
			format := &formats.Items[i]
			for j := range format.Keys {
				key := format.Keys[j]
				key.Text = plainKey(key.Text)
				if known, ok := alias[key.Text]; ok {
					key.Text = known
				}
				if (key.Text == "toc" || key.Text == "number-sections") && isBool(&format.Items[j]) && a.own.Get(key.Text) == nil {
					a.add(key, format.Items[j])
					a.unused = slices.DeleteFunc(a.unused, func(n tree.Node) bool { return n.Text == name })
				}
			}
		}
	}
}

// truth reads the words that YAML 1.1 has for true and false, also between quotation
// marks.
func truth(value tree.Node) tree.Node {
	if value.Kind != tree.Scalar {
		return value
	}
	switch strings.ToLower(value.Text) {
	case "true", "yes", "on":
		value.Text = "true"
	case "false", "no", "off":
		value.Text = "false"
	default:
		return value
	}
	if s := &value.Span; !plain(&value) && s.End-s.Start > 2 {
		s.Start, s.End = s.Start+1, s.End-1 // without its quotation marks
	}
	return value
}

// languageCode is the code of a language that is named by a word, or by a code with an
// underscore: ar_EG.
func languageCode(name string) string {
	switch strings.ToLower(name) {
	case "arabic", "العربية", "عربية", "عربي":
		return "ar"
	case "persian", "farsi", "فارسی", "الفارسية":
		return "fa"
	case "urdu", "اردو", "الأردية":
		return "ur"
	case "english", "الإنجليزية":
		return "en"
	}
	return strings.ReplaceAll(name, "_", "-")
}

// words are keywords, each once where it is written: a text of several is parted.
func words(value tree.Node) tree.Node {
	switch value.Kind {
	case tree.Scalar:
		if !strings.ContainsAny(value.Text, ",،") && value.Text != "" {
			return tree.Node{Kind: tree.Sequence, Items: []tree.Node{value}, Span: value.Span}
		}
	case tree.Mapping: // of Docusaurus: {label: …, permalink: …}
		if label := value.Get("label"); label != nil {
			return tree.Node{Kind: tree.Sequence, Items: []tree.Node{*label}, Span: value.Span}
		}
	case tree.Sequence:
		list := value
		list.Items = nil
		for _, item := range value.Items {
			if inner := words(item); inner.Kind == tree.Sequence {
				list.Items = append(list.Items, inner.Items...)
			} else {
				list.Items = append(list.Items, inner)
			}
		}
		return list
	}
	return value
}

// merge puts keywords after others, without those that are there.
func merge(before *tree.Node, value tree.Node) {
	if before.Kind != tree.Sequence || value.Kind != tree.Sequence {
		return
	}
	for _, item := range value.Items {
		if !slices.ContainsFunc(before.Items, func(n tree.Node) bool { return n.Text == item.Text }) {
			before.Items = append(before.Items, item)
		}
	}
}

// authors reads the forms that an author has elsewhere: name in parts, email,
// several affiliations. A text names several between commas of a list or «and».
func (a *adoption) authors(value tree.Node) tree.Node {
	switch value.Kind {
	case tree.Sequence:
		list := value
		list.Items = nil
		for _, item := range value.Items {
			list.Items = append(list.Items, a.authors(item))
		}
		return list
	case tree.Mapping:
		author := tree.Node{Kind: tree.Mapping, Span: value.Span}
		put := func(key tree.Node, name string, v tree.Node) {
			if v.Kind == tree.Scalar && author.Get(name) == nil {
				key.Text = name
				author.Keys, author.Items = append(author.Keys, key), append(author.Items, v)
			}
		}
		for i := range value.Keys {
			key, v := value.Keys[i], value.Items[i]
			switch plainKey(key.Text) {
			case "name", "literal":
				put(key, "name", joined(v, "literal", "given", "dropping-particle", "family"))
			case "role", "roles", "title", "position":
				put(key, "role", joined(v, "role", "name"))
			case "affiliation", "affiliations", "organization", "institute", "institution":
				put(key, "affiliation", joined(v, "name", "department", "ref"))
			case "bio", "portrait":
				author.Keys, author.Items = append(author.Keys, key), append(author.Items, v)
			default:
				if named := value.Get("name") != nil; !named || problem.Suggest(key.Text, authorKeys()) != "" {
					author.Keys, author.Items = append(author.Keys, key), append(author.Items, v)
					continue
				}
				a.unused = append(a.unused, key)
			}
		}
		return author
	}
	return value
}

// joined is a value as one text: itself, the parts of a mapping, or the first of a
// list and the others after commas.
func joined(v tree.Node, parts ...string) tree.Node {
	text := func(texts []string, between string) tree.Node {
		return tree.Node{Kind: tree.Scalar, Text: strings.Join(texts, between), Span: v.Span}
	}
	var texts []string
	switch v.Kind {
	case tree.Mapping:
		for _, part := range parts {
			if p := v.Get(part); p != nil && p.Kind == tree.Scalar && p.Text != "" {
				texts = append(texts, p.Text)
			}
		}
		return text(texts, " ")
	case tree.Sequence:
		for _, item := range v.Items {
			if t := joined(item, parts...).Text; t != "" {
				texts = append(texts, t)
			}
		}
		return text(texts, "، ")
	}
	return v
}

// nocite reads Pandoc's, which is citations in a text: "@a, @b", "@*".
func (a *adoption) nocite(value tree.Node) tree.Node {
	if value.Kind != tree.Scalar || !strings.ContainsAny(value.Text, ",@ \n") {
		return value
	}
	list := tree.Node{Kind: tree.Sequence, Span: value.Span}
	for _, key := range strings.FieldsFunc(value.Text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;[]", r) }) {
		list.Items = append(list.Items, tree.Node{Kind: tree.Scalar, Text: key, Span: value.Span})
	}
	return list
}

// date writes a date as we do, from the forms of others: with a time, in words, of
// the Hijri calendar. What is no date stays, for the decoder to tell.
func (a *adoption) date(value tree.Node) (tree.Node, bool) {
	if value.Kind != tree.Scalar || value.Text == "" {
		return value, true
	}
	if !strings.ContainsFunc(value.Text, unicode.IsDigit) && strings.IndexFunc(value.Text, unicode.IsLetter) >= 0 || strings.Contains(value.Text, "Sys.") {
		// today, now, last-modified, اليوم: nothing that is printed asks the clock.
		a.problems.Add(movingDate.At(value.Span, value.Text))
		return value, false
	}
	t, ok := timeOf(value.Text)
	if !ok || t.Year == 0 {
		return value, true
	}
	if t.Hijri {
		if t.Grain != brief.Day || t.Year < firstHijri || t.Year > lastHijri {
			return value, true
		}
		day := hijri.UmmAlQuraDate{Day: int64(t.Day), Month: int64(t.Month), Year: int64(t.Year)}.ToGregorian()
		t.Year, t.Month, t.Day = day.Year(), int(day.Month()), day.Day()
		a.hijri = true
	}
	switch {
	case t.Partial:
	case t.Grain == brief.Day || t.Grain == brief.Moment:
		value.Text = time.Date(t.Year, time.Month(t.Month), t.Day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	case t.Grain == brief.Month:
		value.Text = fmt.Sprintf("%04d-%02d", t.Year, t.Month)
	case t.Grain == brief.Year:
		value.Text = fmt.Sprintf("%04d", t.Year)
	}
	return value, true
}

// The years of the Umm al-Qura calendar as it is tabulated.
const (
	firstHijri = 1356
	lastHijri  = 1500
)

// timeOf reads a time, also after the name of its day («السبت 1 مارس 2025», "Sat, 1
// Mar 2025") and before a zone ("2025-03-01 10:00:00 +0300").
func timeOf(text string) (column.Time, bool) {
	t, ok := column.TimeOf(text)
	if head, rest, more := strings.Cut(text, " "); !ok && more && !strings.ContainsFunc(head, unicode.IsDigit) {
		t, ok = column.TimeOf(rest)
	}
	if at := strings.LastIndexByte(text, ' '); !ok && at > 0 && at+1 < len(text) && (text[at+1] == '+' || text[at+1] == '-') {
		t, ok = column.TimeOf(text[:at])
	}
	return t, ok
}

// calendar prints a Hijri date in the calendar that it is written in, unless the
// brief says otherwise.
func (a *adoption) calendar() {
	if a.hijri && a.own.Get("calendar") == nil {
		at := a.own.Get("date").Span
		a.add(tree.Node{Kind: tree.Scalar, Text: "calendar", Span: at}, tree.Node{Kind: tree.Scalar, Text: string(brief.Hijri), Span: at})
	}
}
