package reference

import (
	"strconv"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// readBibTeX reads a file of BibTeX or BibLaTeX entries.
func readBibTeX(f *source.File) ([]entry, problem.List) {
	taken := &shared{left: sharedTimes*len(f.Data) + sharedFree}
	raw, problems := scanBibTeX(f, taken)
	byKey := make(map[string]*rawEntry, len(raw))
	for i := range raw {
		if byKey[raw[i].key] == nil {
			byKey[raw[i].key] = &raw[i]
		}
	}
	entries := make([]entry, 0, len(raw))
	for i := range raw {
		e := &raw[i]
		if e.kind == "xdata" {
			continue // only lends its fields
		}
		inherit(e, byKey, taken, &problems)
		entries = append(entries, entry{meaning(e, &problems), e.keySpan})
	}
	return entries, problems
}

// inherit takes over the fields an entry lacks from the one it names as its
// parent, whose title is then that of the book.
func inherit(e *rawEntry, byKey map[string]*rawEntry, taken *shared, problems *problem.List) {
	for _, name := range [...]string{"crossref", "xdata"} {
		f, ok := e.fields[name]
		if !ok {
			continue
		}
		for key := range strings.SplitSeq(f.value, ",") {
			key = strings.TrimSpace(key)
			parent := byKey[key]
			if parent == nil || parent == e {
				problems.Add(unknownParent.At(f.span, key))
				continue
			}
			if taken.told || !taken.take(parent.size(), f.span, problems) {
				return
			}
			e.lend(parent, name == "crossref")
		}
	}
}

// size is the bytes of an entry's fields, each with the work of passing it on.
func (e *rawEntry) size() int {
	n := 0
	for name, f := range e.fields {
		if !unread(name) {
			n += len(name) + len(f.value)
		}
	}
	return n
}

// unread reports whether a field has no meaning here: it is long, and is not
// passed on.
func unread(name string) bool { return name == "abstract" || name == "annote" || name == "annotation" }

// lend gives an entry the fields it lacks of another. A parent's title is that
// of the book its chapters are in.
func (e *rawEntry) lend(parent *rawEntry, book bool) {
	for name, value := range parent.fields {
		switch {
		case name == "crossref" || name == "xdata" || unread(name), book && (name == "booktitle" || name == "booksubtitle"):
			continue
		case book && (name == "title" || name == "subtitle"):
			name = "book" + name
		}
		if _, there := e.fields[name]; !there {
			e.fields[name] = value
		}
	}
}

// meaning gives an entry's fields their place in a reference.
func meaning(e *rawEntry, problems *problem.List) *brief.Reference {
	text := func(names ...string) string {
		for _, name := range names {
			if f, ok := e.fields[name]; ok {
				if s := plainText(f.value); s != "" {
					return s
				}
			}
		}
		return ""
	}
	r := &brief.Reference{
		Key:       e.key,
		Type:      cslType(e),
		Title:     withSubtitle(text("title"), text("subtitle")),
		Container: container(text),
		Series:    text("series"),
		Genre:     text("type", "howpublished"),
		Publisher: text("publisher", "institution", "organization", "school"),
		Place:     text("location", "address"),
		Volume:    text("volume"),
		Issue:     text("number", "issue"),
		Pages:     pageRange(text("pages")),
		Edition:   text("edition"),
		DOI:       doi(verbatim(e.fields["doi"].value)),
		URL:       address(e),
		ISBN:      text("isbn"),
		Language:  language(text("langid", "language", "hyphenation")),
		Note:      text("note", "addendum", "titleaddon"),
		Authors:   parseNames(e.fields["author"].value),
		Editors:   parseNames(e.fields["editor"].value),
		Span:      e.span,
	}
	r.Translators = parseNames(e.fields["translator"].value)
	if strings.Contains(e.fields["howpublished"].value, "url") || strings.Contains(r.Genre, "://") {
		r.Genre = text("type")
	}
	r.Genre = thesisGenre(r.Genre, e.kind)
	r.Year, r.Month, r.Day = published(e, problems)
	if f, ok := e.fields["urldate"]; ok {
		if date, ok := parseDate(plainText(f.value)); ok {
			r.Accessed = date
		} else {
			problems.Add(badDate.At(f.span, problem.Quoted(f.value)))
		}
	}
	return r
}

func container(text func(...string) string) string {
	if title := text("journaltitle", "journal"); title != "" {
		return withSubtitle(title, text("journalsubtitle"))
	}
	return withSubtitle(text("booktitle", "maintitle", "eventtitle"), text("booksubtitle"))
}

// withSubtitle joins a title and a subtitle by a colon, unless the title ends
// in a mark of its own.
func withSubtitle(title, subtitle string) string {
	switch {
	case subtitle == "":
		return title
	case title == "":
		return subtitle
	case strings.HasSuffix(title, "?"), strings.HasSuffix(title, "؟"), strings.HasSuffix(title, "!"), strings.HasSuffix(title, ":"):
		return title + " " + subtitle
	}
	return title + ": " + subtitle
}

// cslType translates the kind of an entry.
func cslType(e *rawEntry) string {
	switch e.kind {
	case "article", "suppperiodical":
		switch sub := strings.ToLower(e.fields["entrysubtype"].value); sub {
		case "newspaper":
			return "article-newspaper"
		case "magazine":
			return "article-magazine"
		}
		return "article-journal"
	case "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "manual":
		return "book"
	case "inbook", "incollection", "bookinbook", "suppbook", "suppcollection":
		return "chapter"
	case "inreference":
		return "entry-encyclopedia"
	case "inproceedings", "conference":
		return "paper-conference"
	case "phdthesis", "mastersthesis", "thesis":
		return "thesis"
	case "report", "techreport":
		return "report"
	case "online", "electronic", "www":
		return "webpage"
	case "unpublished":
		return "manuscript"
	case "booklet":
		return "pamphlet"
	case "dataset", "software", "patent", "periodical", "legislation", "standard":
		return e.kind
	case "jurisdiction":
		return "legal_case"
	case "video", "movie":
		return "motion_picture"
	}
	if address(e) != "" {
		return "webpage"
	}
	return "document"
}

func thesisGenre(genre, kind string) string {
	switch {
	case kind == "phdthesis" && genre == "", genre == "phdthesis":
		return "PhD diss."
	case kind == "mastersthesis" && genre == "", genre == "mathesis":
		return "master’s thesis"
	case genre == "techreport":
		return "technical report"
	case genre == "resreport":
		return "research report"
	}
	return genre
}

// published reads the date of an entry, from date or from year, month and day.
func published(e *rawEntry, problems *problem.List) (year, month, day int) {
	if f, ok := e.fields["date"]; ok {
		if date, ok := parseDate(plainText(f.value)); ok {
			return date[0], date[1], date[2]
		}
		problems.Add(badDate.At(f.span, problem.Quoted(f.value)))
		return 0, 0, 0
	}
	f, ok := e.fields["year"]
	if !ok {
		return 0, 0, 0
	}
	date, ok := parseDate(plainText(f.value))
	if !ok {
		problems.Add(badDate.At(f.span, problem.Quoted(f.value)))
		return 0, 0, 0
	}
	if f, ok := e.fields["month"]; ok && date[1] == 0 {
		if date[1], date[2] = monthAndDay(plainText(f.value)); date[1] == 0 {
			problems.Add(badDate.At(f.span, problem.Quoted(f.value)))
		}
	}
	if f, ok := e.fields["day"]; ok && date[1] > 0 && date[2] == 0 {
		if n, err := strconv.Atoi(plainText(f.value)); err == nil {
			date[2] = n
		}
	}
	if !validDate(date) {
		problems.Add(badDate.At(f.span, problem.Quoted(f.value)))
		return date[0], 0, 0
	}
	return date[0], date[1], date[2]
}

// monthAndDay reads a month, or one with a day beside it: "3~apr", "April 3".
func monthAndDay(text string) (month, day int) {
	if month = parseMonth(text); month > 0 {
		return month, 0
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == ',' })
	for _, word := range words {
		if n, err := strconv.Atoi(word); err == nil {
			day = n
		} else if n := parseMonth(word); n > 0 {
			month = n
		}
	}
	if month == 0 {
		return 0, 0
	}
	return month, day
}

// pageRange sets an en dash between page numbers that have a hyphen.
func pageRange(pages string) string {
	if strings.Trim(pages, "0123456789٠١٢٣٤٥٦٧٨٩-, ") != "" {
		return pages
	}
	return strings.ReplaceAll(pages, "-", "–")
}

// doi takes the resolver's address off a DOI.
func doi(text string) string {
	for _, prefix := range [...]string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"} {
		if len(text) > len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
			return strings.TrimSpace(text[len(prefix):])
		}
	}
	return text
}

// address returns the URL of an entry: its own, that in howpublished, or that
// of its preprint.
func address(e *rawEntry) string {
	if url := verbatim(e.fields["url"].value); url != "" {
		return url
	}
	if how := verbatim(e.fields["howpublished"].value); strings.HasPrefix(how, "http://") || strings.HasPrefix(how, "https://") {
		return how
	}
	archive := strings.ToLower(e.fields["eprinttype"].value + e.fields["archiveprefix"].value)
	if eprint := verbatim(e.fields["eprint"].value); eprint != "" && archive == "arxiv" {
		return "https://arxiv.org/abs/" + eprint
	}
	return ""
}

// languages are the names BibLaTeX knows languages by.
var languages = map[string]string{
	"arabic": "ar", "english": "en", "american": "en-US", "british": "en-GB", "usenglish": "en-US", "ukenglish": "en-GB",
	"french": "fr", "german": "de", "ngerman": "de", "spanish": "es", "italian": "it", "portuguese": "pt", "russian": "ru",
	"turkish": "tr", "persian": "fa", "farsi": "fa", "urdu": "ur", "hebrew": "he", "chinese": "zh", "japanese": "ja",
	"korean": "ko", "dutch": "nl", "polish": "pl", "kazakh": "kk", "uzbek": "uz", "kyrgyz": "ky", "tajik": "tg",
	"turkmen": "tk", "swedish": "sv", "greek": "el", "ukrainian": "uk", "indonesian": "id",
	"العربية": "ar", "الإنجليزية": "en", "الإنكليزية": "en", "الفرنسية": "fr", "الروسية": "ru", "الفارسية": "fa", "التركية": "tr",
}

// language returns the BCP 47 tag of a language, or empty where the name is not
// known.
func language(name string) string {
	if tag, ok := languages[strings.ToLower(name)]; ok {
		return tag
	}
	primary, _, _ := strings.Cut(name, "-")
	if len(primary) < 2 || len(primary) > 3 || strings.Trim(strings.ToLower(primary), "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return name
}
