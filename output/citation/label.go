package citation

import (
	"strconv"
	"strings"

	"warraq/input/brief"
)

// A Label is what the author-date style cites a reference by.
type Label struct {
	// Author is one family, two, or the first of more; where nobody is named,
	// the beginning of the title in quotes, or without one the key.
	Author string
	// Year with the letter that tells it from others of that author and year.
	Year string
	// Comma parts the two in Arabic; in Latin a space does (Chicago 15.7).
	Comma string
}

// Text is the label as it stands in brackets.
func (l Label) Text() string { return l.Author + l.Comma + l.Year }

// Labels returns the labels of references, which are in the order they are
// printed in, for a brief with this front matter.
func Labels(references []*brief.Reference, m *brief.Meta) map[*brief.Reference]Label {
	labels := make(map[*brief.Reference]Label, len(references))
	same := map[string][]*brief.Reference{}
	for _, r := range references {
		w := wordsOf(r, m)
		l := Label{Author: shortAuthor(typographic(r), w), Year: w.Works.Undated + w.Works.UndatedStop, Comma: w.Works.YearComma}
		if r.Year != 0 {
			l.Year = strconv.Itoa(r.Year)
		}
		labels[r] = l
		same[l.Text()] = append(same[l.Text()], r)
	}
	for _, group := range same {
		if len(group) < 2 {
			continue
		}
		for i, r := range group {
			l := labels[r]
			all := wordsOf(r, m).Works.Years
			if i < len(all) {
				l.Year += all[i]
			} else {
				l.Year += "-" + strconv.Itoa(i+1)
			}
			labels[r] = l
		}
	}
	return labels
}

// shortAuthor names the author of a reference in the run of a text.
func shortAuthor(r *brief.Reference, w *words) string {
	people := r.Authors
	if len(people) == 0 {
		people = r.Editors
	}
	var short []string
	for _, n := range people {
		switch {
		case isOthers(n):
			short = append(short, "", "")
		case n.Literal != "":
			short = append(short, n.Literal)
		case n.Family != "":
			short = append(short, n.Family)
		default:
			short = append(short, n.Given)
		}
	}
	switch {
	case len(short) == 0 && !visible(r.Title):
		return r.Key
	case len(short) == 0:
		return w.Quote(firstWords(r.Title))
	case len(short) == 1:
		return short[0]
	case len(short) == 2:
		return short[0] + " " + w.Works.And + short[1]
	}
	return short[0] + " " + w.Works.Others
}

// firstWords is a title up to its fourth word, without the mark it may end in.
func firstWords(title string) string {
	words := strings.Fields(title)
	if len(words) > 4 {
		words = words[:4]
	}
	return strings.TrimRight(strings.Join(words, " "), ".,:;،؛")
}
