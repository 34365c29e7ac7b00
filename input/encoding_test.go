package input_test

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"warraq/input"
)

// A brief in an encoding that its bytes tell is read as in UTF-8, and kept as it is
// stored; one that nothing tells is refused.
func TestBriefsInOtherEncodings(t *testing.T) {
	text := "---\ntitle: تقرير عن المياه\n---\n\nنص **مهم** [^1] في الوادي.\n\n- بند أول\n"
	read := func(data []byte) (dumped, said string, stored []byte) {
		t.Helper()
		b, problems, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{"b.md": {Data: data}}, Path: "b.md"})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Files) > 0 {
			stored = b.Files[0].Stored()
		}
		return dump(b), codes(problems), stored
	}
	want, said, _ := read([]byte(text))
	if said != "missing-note 5" {
		t.Fatal(said)
	}
	for name, c := range map[string]struct {
		encoding encoding.Encoding
		told     string
	}{
		"UTF-16 with a mark":    {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ""},
		"UTF-16 of other order": {unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ""},
		"UTF-16 without a mark": {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		"Windows-1256":          {charmap.Windows1256, "brief-windows-1256 1\n"},
	} {
		data, err := c.encoding.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got, problems, stored := read(data)
		if got != want || problems != c.told+said {
			t.Errorf("%s: %s\n%s", name, problems, got)
		}
		if !bytes.Equal(stored, data) {
			t.Errorf("%s is not kept as it is stored", name)
		}
	}
	french, err := charmap.Windows1252.NewEncoder().Bytes([]byte("# Résumé\n\nUn élève où ça.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, problems, _ := read(french); problems != "not-utf-8 1" {
		t.Errorf("Windows-1252 is read: %s", problems)
	}
}
