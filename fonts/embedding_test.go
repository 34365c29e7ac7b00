package fonts

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"warraq/fonts/faces"
)

// licensed returns a font file with another fsType.
func licensed(t *testing.T, data []byte, permission uint16) []byte {
	t.Helper()
	changed := slices.Clone(data)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := changed[12+16*i:]
		if string(record[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(changed[binary.BigEndian.Uint32(record[8:])+8:], permission)
			return changed
		}
	}
	t.Fatal("the font has no OS/2 table")
	return nil
}

func TestFacesAreUsedAsTheirLicencesAllow(t *testing.T) {
	data, err := faces.Files()[4].Data()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		permission uint16
		refused    string // a part of the reason
		printOnly  bool
	}{
		{permission: 0x0000},
		{permission: 0x0002, refused: "does not allow it to be embedded"},
		{permission: 0x0004, printOnly: true},
		{permission: 0x0008},
		{permission: 0x000C},                  // the wider of two
		{permission: 0x0006, printOnly: true}, // likewise
		{permission: 0x0100, refused: "a part of it"},
		{permission: 0x0104, refused: "a part of it"},
		{permission: 0x0200, refused: "bitmaps"},
		{permission: 0x0208, refused: "bitmaps"},
	} {
		l := &Library{}
		f, err := l.Add("plex.ttf", licensed(t, data, c.permission))
		if c.refused != "" {
			var reason *FaceError
			if !errors.As(err, &reason) || !strings.Contains(reason.EN, c.refused) || reason.AR == "" || len(l.Families()) != 0 {
				t.Errorf("%#04x: got %v", c.permission, err)
			}
			continue
		}
		if err != nil || f.PrintOnly != c.printOnly {
			t.Errorf("%#04x: %v, print only %t", c.permission, err, f != nil && f.PrintOnly)
		}
	}
}
