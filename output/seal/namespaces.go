package seal

import "warraq/output/page"

// namespaces say which edition of PDF a structure type is defined in. PDF 2.0
// left out some types of PDF 1.7 (ISO 32000-2 annex M); an element of either
// names its own (§14.8.6). In PDF 1.7 there are none.
type namespaces struct {
	on          bool
	pdf17, pdf2 int
}

func (f *file) namespaces(on bool) namespaces {
	if !on {
		return namespaces{}
	}
	return namespaces{
		on:    true,
		pdf17: f.add([]byte("<</Type/Namespace/NS(http://iso.org/pdf/ssn)>>")),
		pdf2:  f.add([]byte("<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>")),
	}
}

// role returns the type that an element of a role is written as. FENote takes
// the place of Note in PDF 2.0; in PDF 1.7, which has no type for a document's
// title, that is the first heading.
func (n namespaces) role(r page.Role) page.Role {
	switch {
	case n.on && r == page.Note:
		return "FENote"
	case !n.on && r == page.Title:
		return page.Heading1
	}
	return r
}

// append writes the namespace of a role.
func (n namespaces) append(b []byte, r page.Role) []byte {
	if !n.on {
		return b
	}
	b = append(b, "/NS "...)
	switch r {
	case page.BlockQuote, page.TOC, page.TOCItem, page.Reference, page.BibEntry, page.Code:
		return appendRef(b, n.pdf17)
	}
	return appendRef(b, n.pdf2)
}

// appendList writes the namespaces of the document.
func (n namespaces) appendList(b []byte) []byte {
	if !n.on {
		return b
	}
	return appendRefs(append(b, "/Namespaces"...), []int{n.pdf2, n.pdf17})
}
