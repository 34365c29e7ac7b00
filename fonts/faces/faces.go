// Package faces embeds the bundled fonts, each under the SIL Open Font License,
// with the licence text of each.
package faces

import "embed"

//go:embed */*.ttf */OFL.txt
var files embed.FS

// A Role is what a bundled face is for.
type Role int

// The roles: text, text in monospaced type, symbols among text, and the boxes that
// stand for characters without a face.
const (
	Text Role = iota
	Mono
	Symbols
	Codes
)

// A File is one bundled font file.
type File struct {
	// Family is the name authors use, Bold and Italic the style.
	Family       string
	Bold, Italic bool
	// Name is the font's PostScript name.
	Name string
	Role Role
	path string
}

// Files lists the bundled font files, in the order of preference for fallback.
func Files() []File {
	return []File{
		{"Amiri", false, false, "Amiri-Regular", Text, "amiri/Amiri-Regular.ttf"},
		{"Amiri", true, false, "Amiri-Bold", Text, "amiri/Amiri-Bold.ttf"},
		{"Scheherazade New", false, false, "ScheherazadeNew-Regular", Text, "scheherazade-new/ScheherazadeNew-Regular.ttf"},
		{"Scheherazade New", true, false, "ScheherazadeNew-Bold", Text, "scheherazade-new/ScheherazadeNew-Bold.ttf"},
		{"IBM Plex Sans Arabic", false, false, "IBMPlexSansArabic-Regular", Text, "ibm-plex-sans-arabic/IBMPlexSansArabic-Regular.ttf"},
		{"IBM Plex Sans Arabic", true, false, "IBMPlexSansArabic-SemiBold", Text, "ibm-plex-sans-arabic/IBMPlexSansArabic-SemiBold.ttf"},
		// The Latin companion: Cyrillic, Greek and accents that the others lack.
		{"IBM Plex Sans", false, false, "IBMPlexSans-Regular", Text, "ibm-plex-sans/IBMPlexSans-Regular.ttf"},
		{"IBM Plex Sans", true, false, "IBMPlexSans-SemiBold", Text, "ibm-plex-sans/IBMPlexSans-SemiBold.ttf"},
		{"IBM Plex Sans", false, true, "IBMPlexSans-Italic", Text, "ibm-plex-sans/IBMPlexSans-Italic.ttf"},
		{"IBM Plex Sans", true, true, "IBMPlexSans-SmBldItalic", Text, "ibm-plex-sans/IBMPlexSans-SemiBoldItalic.ttf"},
		// Parts of Amiri's slanted faces: what is slanted in Arabic is left out.
		{"Amiri Latin", false, true, "AmiriLatin-Italic", Text, "amiri-latin/AmiriLatin-Italic.ttf"},
		{"Amiri Latin", true, true, "AmiriLatin-BoldItalic", Text, "amiri-latin/AmiriLatin-BoldItalic.ttf"},
		{"Warraq Symbols", false, false, "WarraqSymbols-Regular", Symbols, "warraq-symbols/WarraqSymbols-Regular.ttf"},
		{"Warraq Mono", false, false, "WarraqMono-Regular", Mono, "warraq-mono/WarraqMono-Regular.ttf"},
		{"Warraq Mono", true, false, "WarraqMono-Bold", Mono, "warraq-mono/WarraqMono-Bold.ttf"},
		{"Noto Emoji", false, false, "NotoEmoji-Regular", Symbols, "noto-emoji/NotoEmoji-Regular.ttf"},
		{"Warraq Codes", false, false, "WarraqCodes-Regular", Codes, "warraq-mono/WarraqCodes-Regular.ttf"},
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
		{"Amiri Latin", "amiri-latin/OFL.txt"},
		{"Warraq Symbols", "warraq-symbols/OFL.txt"},
		{"Warraq Mono", "warraq-mono/OFL.txt"},
		{"Noto Emoji", "noto-emoji/OFL.txt"},
	} {
		text, err := files.ReadFile(l[1])
		if err != nil {
			return nil, err
		}
		licenses = append(licenses, License{l[0], string(text)})
	}
	return licenses, nil
}
