package seal_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"warraq/output/page"
	"warraq/output/paint"
	"warraq/output/seal"
)

// TestFaults gives the sealer documents that contradict themselves: each is
// told, none is sealed.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*sketch)
		want  string
	}{
		{"no title", func(s *sketch) { s.d.Info.Title = "" }, "no title"},
		{"no language", func(s *sketch) { s.d.Info.Language = "" }, "no language"},
		{"a silent figure", func(s *sketch) { s.child(0, page.Figure) }, "no alternative text"},
		{"a link to nowhere", func(s *sketch) {
			s.last().Links = []page.Link{{Anchor: "lost", Element: s.d.Tree[0].Children[0]}}
		}, `"lost", which is nowhere`},
		{"a link of nobody", func(s *sketch) { s.last().Links = []page.Link{{URL: "https://example.org"}} }, "belongs to no element"},
		{"a link of an element elsewhere", func(s *sketch) {
			s.last().Links = []page.Link{{URL: "https://example.org", Element: s.d.Tree.New(page.LinkRole)}}
		}, "link 1 belongs to no element"},
		{"an anchor twice", func(s *sketch) { s.anchor("a"); s.anchor("a") }, `"a" stands twice`},
		{"an anchor off the document", func(s *sketch) {
			s.d.Anchors = append(s.d.Anchors, page.Anchor{Name: "off", Page: 7})
		}, `"off" is on page 8 of 1`},
		{"an outline to nowhere", func(s *sketch) {
			s.d.Outline = []page.OutlineItem{{Level: 1, Title: "x", Anchor: "lost"}}
		}, `"lost", which is nowhere`},
		{"a figure off the document", func(s *sketch) {
			f := s.d.Tree[0].Children[0]
			s.of(f).Box = &page.Box{Page: 3}
		}, "page 4 of 1"},
		{"a slot outside the structure", func(s *sketch) { s.text(s.d.Tree.New(page.Slot), "ضائع") }, "belongs to no element of the structure"},
		{"an identifier twice", func(s *sketch) {
			for range 2 {
				s.of(s.add(0, page.Paragraph, "فقرة")).ID = "twin"
			}
		}, `"twin" is used twice`},
		{"no content", func(s *sketch) { s.d.Tree[0].Children = nil; s.last().Items = nil }, "no content"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSketch()
			s.add(0, page.Paragraph, "فقرة")
			c.spoil(s)
			pdf, err := seal.Seal(s.paint(t), s.d, seal.Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if pdf != nil {
				t.Error("a faulty document was sealed")
			}
		})
	}
}

func TestAttachmentsAndStandards(t *testing.T) {
	s := newSketch()
	figures(s)
	if _, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: []seal.Standard{seal.A2A}}); !errors.Is(err, seal.ErrAttachments) {
		t.Errorf("a-2a with data: %v", err)
	}
	data := s.d.Attachments
	s.d.Attachments = nil
	if _, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: []seal.Standard{seal.A4F}}); !errors.Is(err, seal.ErrNoAttachment) {
		t.Errorf("a-4f without data: %v", err)
	}
	// What is handed over beside the document counts as what is in it.
	if _, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: []seal.Standard{seal.A2A}, Sources: data[2:]}); !errors.Is(err, seal.ErrAttachments) {
		t.Errorf("a-2a with sources: %v", err)
	}
	if _, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: []seal.Standard{seal.A4F}, Sources: data[2:]}); err != nil {
		t.Errorf("a-4f with sources alone: %v", err)
	}
	if len(s.d.Attachments) > 0 {
		t.Error("the document was changed")
	}
	if _, err := seal.Seal(s.paint(t), s.d, seal.Options{Standards: []seal.Standard{seal.A3A, seal.UA2}}); err == nil {
		t.Error("a-3a and ua-2 in one file")
	}
}

// TestBrokenPainting cuts a painted file short at many places before its
// catalog: the answer is an error, never a panic.
func TestBrokenPainting(t *testing.T) {
	s := newSketch()
	undated(s)
	p := s.paint(t)
	for n := 0; n < bytes.Index(p.PDF, []byte("/Type /Catalog")); n += len(p.PDF) / 50 {
		if _, err := seal.Seal(&paint.Painted{PDF: p.PDF[:n], Marks: p.Marks, Fonts: p.Fonts}, s.d, seal.Options{}); err == nil {
			t.Errorf("%d of %d bytes were sealed", n, len(p.PDF))
		}
	}
}

// TestLeavesNoTrace seals several documents at once, and looks for anything
// written to the user's home.
func TestLeavesNoTrace(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("TMPDIR", home)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			s := newSketch()
			links(s)
			p, err := paint.Paint(t.Context(), s.d, s.rasters)
			if err == nil {
				_, err = seal.Seal(p, s.d, seal.Options{})
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	entries, err := os.ReadDir(home)
	if err != nil || len(entries) > 0 {
		t.Errorf("sealing left %v in the user's home (%v)", entries, err)
	}
}
