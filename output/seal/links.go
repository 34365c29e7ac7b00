package seal

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"warraq/output/page"
)

// An annotation is the number of a link annotation's object, the page it
// stands on and the element it belongs to.
type annotation struct {
	number, page int
	element      *page.Element
}

// anchors gives each anchor by its name; a name used twice is an error.
func anchors(d *page.Document) (map[string]page.Anchor, error) {
	var errs []error
	found := make(map[string]page.Anchor, len(d.Anchors))
	for _, a := range d.Anchors {
		if _, twice := found[a.Name]; twice {
			errs = append(errs, fmt.Errorf("seal: the anchor %q stands twice", a.Name))
		}
		if a.Page < 0 || a.Page >= len(d.Pages) {
			errs = append(errs, fmt.Errorf("seal: the anchor %q is on page %d of %d", a.Name, a.Page+1, len(d.Pages)))
			continue
		}
		found[a.Name] = a
	}
	return found, errors.Join(errs...)
}

// links writes the link annotations of every page, in the order of the pages
// and of the links on them, which is the order of their /StructParent.
func (f *file) links(d *page.Document, places map[string]page.Anchor) ([]annotation, error) {
	var annotations []annotation
	var errs []error
	for p := range d.Pages {
		var numbers []int
		for i := range d.Pages[p].Links {
			l := &d.Pages[p].Links[i]
			if l.Element == nil {
				errs = append(errs, fmt.Errorf("seal: link %d of page %d belongs to no element", i+1, p+1))
				continue
			}
			_, known := places[l.Anchor]
			if l.URL == "" && !known {
				errs = append(errs, fmt.Errorf("seal: a link on page %d points at %q, which is nowhere", p+1, l.Anchor))
				continue
			}
			number := f.number()
			f.put(number, link(l, d.Pages[p].Height, f.pages[p], len(d.Pages)+len(annotations)))
			annotations = append(annotations, annotation{number, p, l.Element})
			numbers = append(numbers, number)
		}
		if len(numbers) > 0 {
			f.dict(f.pages[p])["Annots"] = code(appendRefs(nil, numbers))
		} else {
			delete(f.dict(f.pages[p]), "Annots")
		}
	}
	return annotations, errors.Join(errs...)
}

// link writes one annotation. It is printed (/F 4, ISO 19005-2 §6.3.2), has no
// border, and says in /Contents what it does (ISO 14289-1 §7.18.5).
func link(l *page.Link, height float64, onPage, parent int) []byte {
	b := []byte("<</Type/Annot/Subtype/Link/Rect")
	b = appendNumbers(b, l.X, height-l.Y-l.Height, l.X+l.Width, height-l.Y)
	b = append(b, "/F 4/Border[0 0 0]/P "...)
	b = appendRef(b, onPage)
	b = fmt.Appendf(b, "/StructParent %d/Contents", parent)
	b = appendText(b, cmp.Or(l.Description, l.URL, l.Anchor))
	if l.URL != "" {
		b = append(b, "/A<</S/URI/URI"...)
		b = appendBytes(b, address(l.URL))
	} else {
		b = append(b, "/A<</S/GoTo/D"...)
		b = appendBytes(b, l.Anchor)
	}
	return append(b, ">>>>"...)
}

// address returns a link's address in ASCII (ISO 32000-1 §12.6.4.7): the host
// in Punycode, other characters as percent signs with the bytes of UTF-8.
func address(link string) string {
	if u, err := url.Parse(link); err == nil && u.Host != "" {
		if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
			link = strings.Replace(link, u.Hostname(), host, 1)
		}
	}
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(link) {
		c := link[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// destination writes where an anchor is: the top of the window, at the zoom in
// use (ISO 32000-1 §12.3.2.2).
func (f *file) destination(d *page.Document, a page.Anchor) code {
	b := appendRef([]byte{'['}, f.pages[a.Page])
	b = append(b, "/XYZ "...)
	b = appendNumber(b, a.X)
	b = append(b, ' ')
	b = appendNumber(b, d.Pages[a.Page].Height-a.Y)
	return code(append(b, " null]"...))
}

// destinations writes the name tree of anchors, or returns 0 where there is
// none.
func (f *file) destinations(d *page.Document) (int, error) {
	if len(d.Anchors) == 0 {
		return 0, nil
	}
	entries := make([]entry, len(d.Anchors))
	for i, a := range d.Anchors {
		entries[i] = entry{a.Name, f.destination(d, a)}
	}
	tree, err := nameTree(entries)
	return f.add(tree), err
}

// mendPages gives each page its tags and its transparency group. A group's
// colour space is the one colours are mixed in (ISO 19005-2 §6.2.10); without
// transparency a page needs none.
func (f *file) mendPages(d *page.Document, owners [][]*node) {
	transparent := f.transparent()
	for p, number := range f.pages {
		v := f.dict(number)
		delete(v, "Group")
		if transparent {
			v["Group"] = code("<</Type/Group/S/Transparency/CS/DeviceRGB>>")
		}
		// Readers step through links in the order of the structure
		// (ISO 14289-1 §7.18.3).
		v["Tabs"] = types.Name("S")
		if len(owners[p]) > 0 {
			v["StructParents"] = types.Integer(p)
		}
	}
}

// transparent reports whether any resource mixes colours: an opacity below 1,
// a blend mode, or an image with a soft mask.
func (f *file) transparent() bool {
	for n := range f.objects {
		d := f.dict(n)
		if d == nil {
			continue
		}
		if _, masked := d["SMask"]; masked {
			return true
		}
		if d["Type"] == types.Name("ExtGState") {
			return true
		}
	}
	return false
}
