package seal

import (
	"cmp"
	"crypto/md5"
	"fmt"
	"path"
	"strings"
	"time"

	"warraq/output/page"
)

// An embedding is where the attached files are named from.
type embedding struct {
	// tree is the number of the name tree of files, or 0.
	tree int
	// document are the files of the whole document, elements those of its parts.
	document []int
	elements map[page.Ref][]int
}

// attach writes the attached files (ISO 32000-1 §7.11.4) with their relation to
// what they belong to (ISO 19005-3 §6.8). An element that is not among the kept
// ones leaves its file to the document.
func (f *file) attach(attached []page.Attachment, date time.Time, kept map[page.Ref]bool) (embedding, error) {
	e := embedding{elements: map[page.Ref][]int{}}
	if len(attached) == 0 {
		return e, nil
	}
	var entries []entry
	names := map[string]bool{}
	for i := range attached {
		a := &attached[i]
		name := unique(a.Name, names)
		number := f.add(specification(a, name, f.addStream(embedded(a, date), a.Data, false)))
		entries = append(entries, entry{textBytes(name), ref(number)})
		if a.Element != 0 && kept[a.Element] {
			e.elements[a.Element] = append(e.elements[a.Element], number)
		} else {
			e.document = append(e.document, number)
		}
	}
	tree, err := nameTree(entries)
	e.tree = f.add(tree)
	return e, err
}

// embedded returns the dictionary entries of an embedded file. The sum lets a
// reader see damage; it is MD5 because the format says so (table 46).
func embedded(a *page.Attachment, date time.Time) string {
	b := appendName([]byte("/Type/EmbeddedFile/Subtype"), a.MIME)
	b = fmt.Appendf(b, "/Params<</Size %d/CheckSum<%x>", len(a.Data), md5.Sum(a.Data))
	if !date.IsZero() {
		b = append(b, "/ModDate"...)
		b = appendText(b, dateString(date))
	}
	return string(append(b, ">>"...))
}

// specification writes the file specification of an embedded file.
func specification(a *page.Attachment, name string, stream int) []byte {
	b := []byte("<</Type/Filespec/F")
	b = appendText(b, name)
	b = append(b, "/UF"...)
	b = appendText(b, name)
	b = fmt.Appendf(b, "/EF<</F %d 0 R/UF %d 0 R>>/AFRelationship", stream, stream)
	b = appendName(b, cmp.Or(a.Relationship, "Unspecified"))
	// Every file says what it is (ISO 14289-2 §8.14.1), if only by its name.
	b = append(b, "/Desc"...)
	b = appendText(b, cmp.Or(a.Description, name))
	return append(b, ">>"...)
}

// unique returns a name that no attachment before has: a number is put before
// the extension where two share one.
func unique(name string, taken map[string]bool) string {
	extension := path.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	for i := 2; taken[name]; i++ {
		name = fmt.Sprintf("%s-%d%s", stem, i, extension)
	}
	taken[name] = true
	return name
}
