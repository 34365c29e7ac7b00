// Package reference reads bibliographies: BibTeX and BibLaTeX, CSL-JSON, and
// CSL in YAML as Pandoc writes it.
package reference

import (
	"bytes"
	"path"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// Read reads a bibliography by its file's extension, or by its first bytes
// where that is not known. Place is where the brief names the file, for
// problems that have no place of their own. An entry that is wrong is a problem
// and does not lose the others. Of entries with one key the first stays.
func Read(f *source.File, place source.Span) ([]*brief.Reference, problem.List) {
	if place.IsZero() {
		place = source.Span{File: f}
	}
	var entries []entry
	var problems problem.List
	switch formatOf(f) {
	case "bibtex":
		entries, problems = readBibTeX(f)
	case "json":
		root, found := tree.JSON(f)
		entries, problems = readCSL(root, found)
	case "yaml":
		root, found := tree.YAML(f)
		entries, problems = readCSL(root, found)
	default:
		return nil, problem.List{unknownFormat.At(place, f.Name)}
	}
	if len(entries) == 0 && len(problems) == 0 {
		problems.Add(noEntries.At(place, f.Name))
	}
	return check(entries, problems)
}

// An entry is a reference and the places of what can be wrong with it.
type entry struct {
	*brief.Reference
	key source.Span
}

// check reports what no entry may lack, and keys that come twice.
func check(entries []entry, problems problem.List) ([]*brief.Reference, problem.List) {
	seen := make(map[string]bool, len(entries))
	references := make([]*brief.Reference, 0, len(entries))
	for _, e := range entries {
		switch {
		case e.Key == "":
			problems.Add(noKey.At(e.key))
			continue
		case seen[e.Key]:
			problems.Add(duplicateKey.At(e.key, e.Key))
			continue
		case e.Title == "":
			problems.Add(noTitle.At(e.key, problem.Quoted(e.Key)))
		}
		seen[e.Key] = true
		references = append(references, e.Reference)
	}
	return references, problems
}

func formatOf(f *source.File) string {
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".bib", ".bibtex":
		return "bibtex"
	case ".json", ".csljson":
		return "json"
	case ".yaml", ".yml":
		return "yaml"
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(f.Data, []byte(byteOrderMark)), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("@")):
		return "bibtex"
	case bytes.HasPrefix(head, []byte("[")), bytes.HasPrefix(head, []byte("{")):
		return "json"
	case bytes.HasPrefix(head, []byte("---")), bytes.HasPrefix(head, []byte("references:")):
		return "yaml"
	}
	return ""
}

const byteOrderMark = "\xef\xbb\xbf"
