package seal_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/output/judge"
	"warraq/output/page"
	"warraq/output/seal"
)

func TestArchivalAndAccessible(t *testing.T) {
	pdfs := map[string][]byte{}
	for name, sample := range samples() {
		pdfs[name] = sealed(t, sample)
		judge.Structure(t, pdfs[name])
	}
	t.Run("veraPDF", func(t *testing.T) { judge.VeraPDFAll(t, pdfs, "a-3a", "ua-1") })
	t.Run("qpdf", func(t *testing.T) {
		for _, pdf := range pdfs {
			judge.QPDF(t, pdf)
		}
	})
	t.Run("fonts", func(t *testing.T) {
		for _, pdf := range pdfs {
			judge.Fonts(t, pdf)
		}
	})
}

// A document made for both sides of the sheet asks to be printed so.
func TestDuplex(t *testing.T) {
	for name, sample := range samples() {
		s := newSketch()
		sample(s)
		want := ""
		if s.d.Duplex {
			want = "DuplexFlipLongEdge"
		}
		if got := judge.Duplex(t, sealed(t, sample)); got != want {
			t.Errorf("%s: asks for %q, want %q", name, got, want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	for name, sample := range samples() {
		t.Run(name, func(t *testing.T) {
			first, second := sealed(t, sample), sealed(t, sample)
			if !bytes.Equal(first, second) {
				t.Error("two seals of one document differ")
			}
		})
	}
}

// TestOtherStandards seals each sample but the long one to every other
// combination that no two of contradict.
func TestOtherStandards(t *testing.T) {
	var candidates []judge.Candidate
	for _, list := range []string{"a-2a", "a-2a,ua-1", "a-3a", "ua-1", "a-4f", "ua-2", "a-4f,ua-2"} {
		standards, err := seal.Parse(list)
		if err != nil {
			t.Fatal(err)
		}
		for name, sample := range samples() {
			s := newSketch()
			sample(s)
			if !seal.AllowAttachments(standards) {
				s.d.Attachments = nil
			}
			if name == "long" || len(s.d.Attachments) == 0 && standards[0] == seal.A4F {
				continue
			}
			candidates = append(candidates, judge.Candidate{Name: name + " to " + list,
				PDF: s.seal(t, standards...), Flavours: strings.Split(list, ",")})
		}
	}
	judge.VeraPDFEach(t, candidates)
	for _, c := range candidates {
		if strings.HasPrefix(c.Name, "figures") {
			judge.QPDF(t, c.PDF)
		}
	}
}

func TestTags(t *testing.T) {
	for name, sample := range samples() {
		if name == "long" {
			sample = long(4)
		}
		t.Run(name, func(t *testing.T) {
			g := goldie.New(t, goldie.WithFixtureDir("testdata/tags"), goldie.WithNameSuffix(".txt"))
			g.Assert(t, name, []byte(judge.Dump(t, sealed(t, sample))))
		})
	}
}

// TestHeadingsByStandard holds the title and a skipped level to the standard in
// force: PDF 1.7 has no type for the one and PDF/UA-1 forbids the other.
func TestHeadingsByStandard(t *testing.T) {
	for standard, want := range map[seal.Standard]string{
		seal.UA1: "H1 H1 H2 H1 H2", seal.UA2: "Title H1 H2 H1 H4",
	} {
		var got []string
		for _, line := range strings.Split(judge.Dump(t, sealed(t, headings, standard)), "\n") {
			role, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			if role == "Title" || len(role) == 2 && role[0] == 'H' {
				got = append(got, role)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, not %s", standard, s, want)
		}
	}
}

// TestReaders opens a sealed file in every reader and looks for the words of its
// lines, each of one direction: a reader that cannot unpack the file, or that
// does not know what the codes mean, finds none.
func TestReaders(t *testing.T) {
	lines := []string{"المقدمة", "فقرة تبدأ هنا وتنتهي هنا", "الأهداف والنتائج", "A quotation in English"}
	pdf := sealed(t, func(s *sketch) {
		for _, line := range lines {
			s.add(0, page.Paragraph, line)
		}
	})
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) {
			got := judge.Extract(t, engine, pdf)
			if recall := judge.Recall(strings.Join(lines, "\n"), got, true); recall < 100 {
				t.Errorf("%.1f %% of the words found in %q", recall, got)
			}
		})
	}
}
