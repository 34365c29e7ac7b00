// Package faces embeds the bundled fonts, each under the SIL Open Font License,
// with the licence text of each.
package faces

import "embed"

//go:embed */*.ttf */OFL.txt
var files embed.FS

// A File is one bundled font file.
type File struct {
	// Family is the name authors use, Bold the style.
	Family string
	Bold   bool
	// Name is the font's PostScript name.
	Name string
	path string
}

// Files lists the bundled font files, in the order of preference for fallback.
func Files() []File {
	return []File{
		{"Amiri", false, "Amiri-Regular", "amiri/Amiri-Regular.ttf"},
		{"Amiri", true, "Amiri-Bold", "amiri/Amiri-Bold.ttf"},
		{"Scheherazade New", false, "ScheherazadeNew-Regular", "scheherazade-new/ScheherazadeNew-Regular.ttf"},
		{"Scheherazade New", true, "ScheherazadeNew-Bold", "scheherazade-new/ScheherazadeNew-Bold.ttf"},
		{"IBM Plex Sans Arabic", false, "IBMPlexSansArabic-Regular", "ibm-plex-sans-arabic/IBMPlexSansArabic-Regular.ttf"},
		{"IBM Plex Sans Arabic", true, "IBMPlexSansArabic-SemiBold", "ibm-plex-sans-arabic/IBMPlexSansArabic-SemiBold.ttf"},
		// The Latin companion: Cyrillic, Greek and accents that the others lack.
		{"IBM Plex Sans", false, "IBMPlexSans-Regular", "ibm-plex-sans/IBMPlexSans-Regular.ttf"},
		{"IBM Plex Sans", true, "IBMPlexSans-SemiBold", "ibm-plex-sans/IBMPlexSans-SemiBold.ttf"},
	}
}

// Data returns the font file.
func (f File) Data() ([]byte, error) { return files.ReadFile(f.path) }

// A License names a licence text.
type License struct{ Family, Text string }

// Licenses returns the licence text of each bundled family.
func Licenses() ([]License, error) {
	var licenses []License
	for _, l := range [...][2]string{
		{"Amiri", "amiri/OFL.txt"},
		{"Scheherazade New", "scheherazade-new/OFL.txt"},
		{"IBM Plex Sans Arabic", "ibm-plex-sans-arabic/OFL.txt"},
		{"IBM Plex Sans", "ibm-plex-sans/OFL.txt"},
	} {
		text, err := files.ReadFile(l[1])
		if err != nil {
			return nil, err
		}
		licenses = append(licenses, License{l[0], string(text)})
	}
	return licenses, nil
}
