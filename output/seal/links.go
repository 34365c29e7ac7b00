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

// An annotation is a link with the number of its object and the page it stands
// on.
type annotation struct {
	number, page int
	link         *page.Link
}

// reserve lists the links of every page, in the order of the pages and of the
// links on them, which is the order of their /StructParent.
func (f *file) reserve(t *targets) ([]annotation, error) {
	var annotations []annotation
	var errs []error
	for p := range t.d.Pages {
		var numbers []int
		for i := range t.d.Pages[p].Links {
			l := &t.d.Pages[p].Links[i]
			_, known := t.places[l.Anchor]
			switch {
			case l.Element == 0:
				errs = append(errs, fmt.Errorf("seal: link %d of page %d belongs to no element", i+1, p+1))
			case l.URL == "" && !known:
				errs = append(errs, fmt.Errorf("seal: a link on page %d points at %q, which is nowhere", p+1, l.Anchor))
			default:
				numbers = append(numbers, f.number())
				annotations = append(annotations, annotation{numbers[len(numbers)-1], p, l})
			}
		}
		if len(numbers) > 0 {
			f.dict(f.pages[p])["Annots"] = code(appendRefs(nil, numbers))
		}
	}
	return annotations, errors.Join(errs...)
}

// links writes the annotations.
func (f *file) links(annotations []annotation, t *targets) {
	for i, a := range annotations {
		f.put(a.number, f.link(a, t, len(f.pages)+i))
	}
}

// link writes one annotation. It is printed (/F 4, ISO 19005-2 §6.3.2), has no
// border, and says in /Contents what it does (ISO 14289-1 §7.18.5).
func (f *file) link(a annotation, t *targets, parent int) []byte {
	l, on := a.link, &t.d.Pages[a.page]
	b := appendRectangle([]byte("<</Type/Annot/Subtype/Link/Rect"), on, l.X, l.Y, l.Width, l.Height)
	b = append(b, "/F 4/Border[0 0 0]/P "...)
	b = appendRef(b, f.pages[a.page])
	b = fmt.Appendf(b, "/StructParent %d/Contents", parent)
	b = appendText(b, shortened(cmp.Or(l.Description, l.URL, l.Anchor)))
	switch {
	case len(l.URL) > longAddress:
		b = append(b, "/A "...)
		return append(appendRef(b, f.action(l.URL)), ">>"...)
	case l.URL != "":
		b = append(b, "/A<</S/URI/URI"...)
		b = appendBytes(b, address(l.URL))
	default:
		b = append(b, "/A<</S/GoTo/D"...)
		b = appendBytes(b, l.Anchor)
		b = append(b, t.structural(l.Anchor)...)
	}
	return append(b, ">>>>"...)
}

// A link that runs over many lines has an annotation on each. What is as long as
// the link itself may not stand in every one of them, or the file grows with the
// square of its length.
const (
	// longDescription is how many characters of a link are said.
	longDescription = 1000
	// longAddress is how many bytes an address has that its annotations share.
	longAddress = 1 << 10
)

// shortened cuts what is said of a link.
func shortened(description string) string {
	n := 0
	for at := range description {
		if n == longDescription {
			return description[:at] + "…"
		}
		n++
	}
	return description
}

// action returns the number of the object that leads to an address, which is
// written when it is first needed.
func (f *file) action(url string) int {
	n, known := f.actions[url]
	if !known {
		n = f.add(append(appendBytes([]byte("<</S/URI/URI"), address(url)), ">>"...))
		f.actions[url] = n
	}
	return n
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

// mendPages gives each page its tags and its transparency group. A group's
// colour space is the one colours are mixed in (ISO 19005-2 §6.2.10); without
// transparency a page needs none.
func (f *file) mendPages(owners [][]*node, pages []page.Page) {
	transparent := f.transparent()
	for p, number := range f.pages {
		v := f.dict(number)
		if transparent {
			v["Group"] = code("<</Type/Group/S/Transparency/CS/DeviceRGB>>")
		}
		slug := pages[p].Slug
		if slug == 0 {
			// Whoever reads on a screen has no paper to turn; who cuts and binds
			// sheets wants them all one way.
			switch pages[p].Turn {
			case page.Clockwise:
				v["Rotate"] = types.Integer(270)
			case page.Counterclockwise:
				v["Rotate"] = types.Integer(90)
			}
		}
		if slug > 0 {
			// What the press cuts to, and how far it is painted beyond
			// (ISO 32000-1 §14.11.2).
			v["TrimBox"] = inset(pages[p], slug)
			v["BleedBox"] = inset(pages[p], slug-pages[p].Bleed)
		}
		// Readers step through links in the order of the structure
		// (ISO 14289-1 §7.18.3).
		v["Tabs"] = types.Name("S")
		if len(owners[p]) > 0 {
			v["StructParents"] = types.Integer(p)
		}
	}
}

// appendRectangle writes a rectangle of what stands on a page in PDF's own
// coordinates, Y up.
func appendRectangle(b []byte, p *page.Page, x, y, width, height float64) []byte {
	left, top, across, down := p.Upright(x, y, width, height)
	return appendNumbers(b, left, p.Height-top-down, left+across, p.Height-top)
}

// inset is the page's sheet less a margin on each side.
func inset(p page.Page, margin float64) code {
	return code(fmt.Sprintf("[%.3f %.3f %.3f %.3f]", margin, margin, p.Width-margin, p.Height-margin))
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
