package judge

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A verdict is veraPDF's answer on one file and one standard.
type verdict struct {
	Profile   string `xml:"profileName,attr"`
	Compliant bool   `xml:"isCompliant,attr"`
	Rules     []struct {
		Specification string `xml:"specification,attr"`
		Clause        string `xml:"clause,attr"`
		Test          string `xml:"testNumber,attr"`
		Status        string `xml:"status,attr"`
		Description   string `xml:"description"`
		Checks        []struct {
			Context string `xml:"context"`
			Message string `xml:"errorMessage"`
		} `xml:"check"`
	} `xml:"details>rule"`
}

// report is veraPDF's answer on many files.
type report struct {
	Jobs []struct {
		Name     string    `xml:"item>name"`
		Verdicts []verdict `xml:"validationReport"`
		Trouble  []string  `xml:"taskException>exceptionMessage"`
	} `xml:"jobs>job"`
}

// A Candidate is a file to be judged, with a name for messages and the flavours
// it must declare and keep. Flavours are named as the program's own standards
// (a-3a, ua-1) or as veraPDF's (3a, ua1).
type Candidate struct {
	Name     string
	PDF      []byte
	Flavours []string
}

// VeraPDF fails the test unless the file declares every flavour and keeps it,
// with the rule, the clause and the place of each failure.
func VeraPDF(t testing.TB, pdf []byte, flavours ...string) {
	t.Helper()
	VeraPDFEach(t, []Candidate{{"the document", pdf, flavours}})
}

// VeraPDFAll is VeraPDF for many files of the same flavours at once: the
// virtual machine starts once, which takes longer than a file. The keys name
// the files in messages.
func VeraPDFAll(t testing.TB, pdfs map[string][]byte, flavours ...string) {
	t.Helper()
	candidates := make([]Candidate, 0, len(pdfs))
	for name, pdf := range pdfs {
		candidates = append(candidates, Candidate{name, pdf, flavours})
	}
	slices.SortFunc(candidates, func(a, b Candidate) int { return strings.Compare(a.Name, b.Name) })
	VeraPDFEach(t, candidates)
}

// VeraPDFEach is VeraPDF for many files, each with flavours of its own.
func VeraPDFEach(t testing.TB, candidates []Candidate) {
	t.Helper()
	Require(t, "verapdf")
	dir := t.TempDir()
	// Flavour 0 is each one that the file declares. Client-compiled code is
	// enough for a run of seconds and starts sooner.
	args := []string{"-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar(),
		"org.verapdf.apps.GreenfieldCliWrapper", "-f", "0", "--format", "xml", "--maxfailuresdisplayed", "3"}
	waiting := map[string]Candidate{}
	for i, c := range candidates {
		path := filepath.Join(dir, fmt.Sprintf("%d.pdf", i))
		if err := os.WriteFile(path, c.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
		waiting[path] = c
		args = append(args, path)
	}
	// It exits with 1 where a file fails; the report says which.
	out, runErr := try("java", args...)
	var r report
	if err := xml.Unmarshal(out, &r); err != nil {
		t.Fatalf("veraPDF: no report: %v\n%v", err, runErr)
	}
	for _, job := range r.Jobs {
		c, known := waiting[job.Name]
		if !known {
			t.Errorf("veraPDF judged %s, which was not given", job.Name)
		}
		delete(waiting, job.Name)
		for _, trouble := range job.Trouble {
			t.Errorf("veraPDF could not judge %s: %s", c.Name, strings.TrimSpace(trouble))
		}
		for _, f := range c.Flavours {
			if !slices.ContainsFunc(job.Verdicts, func(v verdict) bool { return v.is(f) }) {
				t.Errorf("veraPDF: %s does not declare %s", c.Name, f)
			}
		}
		for _, v := range job.Verdicts {
			if !v.Compliant {
				t.Errorf("veraPDF: %s fails %s\n%s", c.Name, v.Profile, v.failures())
			}
		}
	}
	for _, c := range waiting {
		t.Errorf("veraPDF gave no answer on %s", c.Name)
	}
}

// is reports whether the verdict is on a flavour: the profiles are named like
// "PDF/A-3A validation profile" and "PDF/UA-1 validation profile".
func (v verdict) is(flavour string) bool {
	f := strings.ToLower(strings.ReplaceAll(flavour, "-", ""))
	if f != "" && f[0] >= '0' && f[0] <= '9' {
		f = "a" + f
	}
	name := strings.NewReplacer("pdf/", "", "-", "").Replace(strings.ToLower(v.Profile))
	return strings.HasPrefix(name, f+" ")
}

func (v verdict) failures() string {
	var b strings.Builder
	for _, r := range v.Rules {
		if r.Status == "passed" {
			continue
		}
		fmt.Fprintf(&b, "  %s %s-%s: %s\n", r.Specification, r.Clause, r.Test, strings.Join(strings.Fields(r.Description), " "))
		for _, c := range r.Checks {
			fmt.Fprintf(&b, "    at %s: %s\n", c.Context, strings.Join(strings.Fields(c.Message), " "))
		}
	}
	return b.String()
}
