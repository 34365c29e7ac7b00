package seal_test

import (
	"bytes"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"warraq/output/judge"
	"warraq/output/page"
	"warraq/output/seal"
)

// TestRandom seals documents of random shape: elements in elements, slots that
// are painted in pieces, over pages and out of order, empty ones, links of any
// role. All hang together, and the same document is the same bytes.
func TestRandom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := newSketch()
		standards := rapid.SampledFrom([]string{"a-3a,ua-1", "a-4f,ua-2", "ua-1"}).Draw(r, "standards")
		list, err := seal.Parse(standards)
		if err != nil {
			r.Fatal(err)
		}
		grow(r, s, 0, 0)
		s.anchor("end")
		s.add(0, page.Paragraph, "خاتمة")
		if list[0] == seal.A4F {
			s.d.Attachments = append(s.d.Attachments, page.Attachment{Name: "a.csv", MIME: "text/csv", Relationship: "Data"})
		}
		p := s.paint(t)
		first, err := seal.Seal(p, s.d, seal.Options{Standards: list})
		if err != nil {
			r.Fatal(err)
		}
		judge.Structure(failing{t, r}, first)
		second, err := seal.Seal(p, s.d, seal.Options{Standards: list})
		if err != nil {
			r.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			r.Error("two seals of one document differ")
		}
	})
}

// failing is the property's own reporter with the rest of a test's.
type failing struct {
	testing.TB
	r *rapid.T
}

func (f failing) Errorf(format string, args ...any) { f.r.Errorf(format, args...) }
func (f failing) Error(args ...any)                 { f.r.Error(args...) }
func (f failing) Fatalf(format string, args ...any) { f.r.Fatalf(format, args...) }

// grow adds random children to an element.
func grow(r *rapid.T, s *sketch, e page.Ref, depth int) {
	roles := []page.Role{page.Slot, page.Slot, page.Section, page.Paragraph, page.Heading1, page.List, page.Span,
		page.Table, page.TableData, page.Note, page.LinkRole, page.Reference, page.Figure}
	for range rapid.IntRange(0, 3).Draw(r, "children") {
		role := rapid.SampledFrom(roles).Draw(r, "role")
		c := s.child(e, role)
		if role == page.Figure {
			s.of(c).Alt = "بديل"
			s.of(c).Box = &page.Box{Page: len(s.d.Pages) - 1, X: 1, Y: 2, Width: 3, Height: 4}
		}
		if rapid.IntRange(0, 3).Draw(r, "file") == 0 && role != page.Slot {
			s.d.Attachments = append(s.d.Attachments, page.Attachment{Name: "x.csv", MIME: "text/csv", Data: []byte("1"), Element: c})
		}
		if role == page.Slot {
			for range rapid.IntRange(0, 2).Draw(r, "lines") {
				if rapid.IntRange(0, 4).Draw(r, "turn") == 0 {
					s.page(400, 300, fmt.Sprint(len(s.d.Pages)+1))
				}
				box := s.text(c, rapid.SampledFrom([]string{"كلمة", "Latin و2025", "1.5%"}).Draw(r, "line"))
				if rapid.IntRange(0, 3).Draw(r, "link") == 0 && e != 0 {
					s.link(box, page.Link{Anchor: "end", Element: e})
				}
			}
		} else if depth < 4 {
			grow(r, s, c, depth+1)
		}
	}
}
