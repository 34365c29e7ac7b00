package seal

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Standard is one that a sealed document declares and keeps.
type Standard string

// The standards in use: the parts of PDF/A (ISO 19005) with their conformance
// level, and the parts of PDF/UA (ISO 14289).
const (
	A2A Standard = "a-2a"
	A3A Standard = "a-3a"
	A4F Standard = "a-4f"
	UA1 Standard = "ua-1"
	UA2 Standard = "ua-2"
)

// Default is what a document is sealed to where nothing is asked for.
func Default() []Standard { return []Standard{A3A, UA1} }

// ErrAttachments is returned by Seal where the standard bars attached files.
// ISO 19005-2 §6.8 lets a document of part 2 hold only files that are PDF/A
// themselves, which data and sources are not.
var ErrAttachments = errors.New("a-2a holds no attached data: choose a-3a, or attach none")

// ErrNoAttachment is returned by Seal for a-4f without a file: ISO 19005-4
// annex A asks for at least one.
var ErrNoAttachment = errors.New("a-4f is for documents with attached files, and this one has none: choose a-3a")

// Accessible reports whether a standard promises a file that can be read by all: PDF/UA.
func (s Standard) Accessible() bool { return s == UA1 || s == UA2 }

// Parse reads a comma-separated list of standards such as "a-3a,ua-1". Unknown
// names are errors, and so are standards that no one file can keep.
func Parse(list string) ([]Standard, error) {
	var standards []Standard
	for _, name := range strings.Split(list, ",") {
		s := Standard(strings.ToLower(strings.TrimSpace(name)))
		if s == "" {
			continue
		}
		if !slices.Contains([]Standard{A2A, A3A, A4F, UA1, UA2}, s) {
			return nil, fmt.Errorf("unknown standard %q: the standards are a-2a, a-3a, a-4f, ua-1 and ua-2", s)
		}
		if !slices.Contains(standards, s) {
			standards = append(standards, s)
		}
	}
	if len(standards) == 0 {
		return nil, errors.New("no standard named: the standards are a-2a, a-3a, a-4f, ua-1 and ua-2")
	}
	return standards, contradiction(standards)
}

// contradiction reports two standards that no one file can keep: two parts of
// the same standard, or one built on PDF 1.7 (ISO 32000-1) with one built on
// PDF 2.0 (ISO 32000-2).
func contradiction(standards []Standard) error {
	for i, a := range standards {
		for _, b := range standards[i+1:] {
			switch {
			case a[0] == b[0]:
				return fmt.Errorf("%s and %s contradict: a file declares one part of a standard", a, b)
			case a.version() != b.version():
				return fmt.Errorf("%s and %s contradict: %s is PDF %s, %s is PDF %s", a, b, a, a.version(), b, b.version())
			}
		}
	}
	return nil
}

// AllowAttachments reports whether a document of these standards may hold
// attached files.
func AllowAttachments(standards []Standard) bool { return !slices.Contains(standards, A2A) }

// version is the version of PDF that the standard is built on.
func (s Standard) version() string {
	if s == A4F || s == UA2 {
		return "2.0"
	}
	return "1.7"
}
