package fonts

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font/opentype"
)

// Bits of fsType, what its maker allows to be done with a font (OpenType 1.9,
// OS/2). Of the first three a font sets one; older ones that set several grant
// the widest.
const (
	embedRestricted  = 0x0002
	embedPrinting    = 0x0004 // preview and print
	embedEditing     = 0x0008
	embedNoSubset    = 0x0100
	embedBitmapsOnly = 0x0200
)

// permission is the fsType of a face: 0, that all is allowed, where it has no
// table that says so.
func (f *Face) permission() uint16 {
	loader := f.loader()
	if loader == nil {
		return 0
	}
	table, err := loader.RawTable(opentype.MustNewTag("OS/2"))
	if err != nil || len(table) < 10 {
		return 0
	}
	return binary.BigEndian.Uint16(table[8:])
}

// mayEmbed reports why a face may not stand in a file: a press font is a part of
// it, with outlines. PrintOnly is set where it may, but not to be edited.
func (f *Face) mayEmbed(name string) error {
	switch permission := f.permission(); {
	case permission&(embedRestricted|embedPrinting|embedEditing) == embedRestricted:
		return &FaceError{name,
			"رخصة الخطّ لا تسمح بتضمينه في الملفات (OS/2 fsType 0x0002)",
			"the font's licence does not allow it to be embedded (OS/2 fsType 0x0002)"}
	case permission&embedBitmapsOnly != 0:
		return &FaceError{name,
			"رخصة الخطّ لا تسمح إلا بتضمين صوره النقطية (OS/2 fsType 0x0200)",
			"the font's licence allows only its bitmaps to be embedded (OS/2 fsType 0x0200)"}
	case permission&embedNoSubset != 0:
		return &FaceError{name,
			"رخصة الخطّ لا تسمح بتضمين جزء منه، ولا يُضمَّن هنا إلا ما يُطبع (OS/2 fsType 0x0100)",
			"the font's licence does not allow a part of it to be embedded, and only what is printed is (OS/2 fsType 0x0100)"}
	case permission&(embedPrinting|embedEditing) == embedPrinting:
		f.PrintOnly = true
	}
	return nil
}
