package reference

import (
	"cmp"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/filing"
)

// Sort puts references in the order a bibliography prints them in: those in
// Arabic apart from all others, the document's own first; each group by author,
// or title where there is none, then by date, then by title (see package
// filing).
func Sort(references []*brief.Reference, documentLanguage string) {
	if len(references) < 2 {
		return
	}
	filer := filing.New()
	arabicFirst := strings.HasPrefix(documentLanguage, "ar")
	type filed struct {
		*brief.Reference
		last          bool
		author, title string
	}
	list := make([]filed, len(references))
	for i, r := range references {
		title := filer.Key(r.Title)
		people := r.Authors
		if len(people) == 0 {
			people = r.Editors
		}
		author := title
		if len(people) > 0 {
			var all strings.Builder
			for _, n := range people {
				all.WriteString(filer.Key(strings.TrimSpace(n.Family + n.Literal + " " + n.Given)))
				all.WriteByte(0)
			}
			author = all.String()
		}
		list[i] = filed{r, r.Arabic() != arabicFirst, author, title}
	}
	slices.SortStableFunc(list, func(a, b filed) int {
		if a.last != b.last {
			if b.last {
				return -1
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(a.author, b.author),
			slices.Compare([]int{a.Year, a.Month, a.Day}, []int{b.Year, b.Month, b.Day}),
			cmp.Compare(a.title, b.title),
		)
	})
	for i := range list {
		references[i] = list[i].Reference
	}
}
