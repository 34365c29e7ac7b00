package typeset_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-text/typesetting/font"

	"warraq/fonts"
	"warraq/fonts/faces"
	"warraq/input/problem"
)

// setProse sets our own prose under some front matter, each paragraph of a
// class, and returns how many words are stretched.
func setProse(t *testing.T, front, class string, library *fonts.Library) (int, problem.List) {
	t.Helper()
	prose, err := os.ReadFile("../paragraph/testdata/paper.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := "---\ntitle: صناعة الورق\n" + front + "---\n"
	for line := range strings.Lines(string(prose)) {
		text += strings.TrimSpace(line) + class + "\n\n"
	}
	b, look, problems, err := readBrief(fstest.MapFS{"narrow.yaml": {Data: []byte("extends: print-press\npage: {size: A5, inner: 110, outer: 110}\n")}}, "brief.md", []byte(text))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	d, problems := setBrief(b, look, library)
	stretched := 0
	for _, l := range d.Justified {
		stretched += l.Kashidas
	}
	return stretched, problems
}

// TestKashidaChoice: a paragraph's class comes before the brief's choice, and
// that before the theme's.
func TestKashidaChoice(t *testing.T) {
	library := fonts.Bundled()
	count := func(front, class string) int {
		n, _ := setProse(t, "theme: narrow.yaml\n"+front, class, library)
		return n
	}
	naskh, simple := count("", ""), count("kashida: simple\n", "")
	if naskh == 0 || simple == 0 || naskh == simple {
		t.Fatalf("%d words stretched by the naskh set, %d by the simple one", naskh, simple)
	}
	for _, c := range []struct {
		front, class string
		want         int
	}{
		{"kashida: naskh\n", "", naskh},
		{"kashida: none\n", "", 0},
		{"", "\n{.no-kashida}", 0},
		{"", "\n{.kashida-simple}", simple},
		{"kashida: none\n", "\n{.kashida-naskh}", naskh},
		{"kashida: simple\n", "\n{.kashida-naskh}", naskh},
	} {
		if got := count(c.front, c.class); got != c.want {
			t.Errorf("%s%s: %d words stretched, not %d", c.front, strings.TrimSpace(c.class), got, c.want)
		}
	}
}

// TestNoTatweel: a face whose tatweel has no width stretches nothing, and says
// so once.
func TestNoTatweel(t *testing.T) {
	library := fonts.Bundled()
	if _, err := library.Add("flat.ttf", flatTatweel(t)); err != nil {
		t.Fatal(err)
	}
	stretched, problems := setProse(t, "", "", library)
	if stretched != 0 || len(problems) == 0 || problems[0].Code != "no-tatweel" || problems[0].Severity != problem.Note {
		t.Errorf("%d words stretched, %v", stretched, problems)
	}
	for _, p := range problems[1:] {
		if p.Code == "no-tatweel" {
			t.Error("the note is said twice")
		}
	}
	if _, problems := setProse(t, "kashida: none\n", "", library); len(problems) > 0 && problems[0].Code == "no-tatweel" {
		t.Error("a note on what was not asked for")
	}
}

// flatTatweel returns Amiri with a tatweel of no width (OpenType 1.9, hmtx).
func flatTatweel(t *testing.T) []byte {
	t.Helper()
	data, err := faces.Files()[0].Data()
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Clone(data)
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	glyph, ok := face.NominalGlyph('ـ')
	if !ok {
		t.Fatal("no tatweel")
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if string(entry[:4]) == "hmtx" {
			at := int(binary.BigEndian.Uint32(entry[8:])) + 4*int(glyph)
			data[at], data[at+1] = 0, 0
		}
	}
	return data
}
