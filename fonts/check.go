package fonts

import (
	"fmt"

	"github.com/go-text/typesetting/language"
)

// check reads a font file that an author brought, and tries it before anything
// relies on it. A variable font with a weight axis yields its regular and its
// bold instance; any other font one face.
func check(name string, data []byte) (checked []*Face, err error) {
	if len(data) > MaxFontSize {
		return nil, &FaceError{name,
			fmt.Sprintf("حجم ملف الخطّ بالميغابايت %d، والحدّ %d", len(data)>>20, MaxFontSize>>20),
			fmt.Sprintf("the font file has %d MiB, the limit is %d", len(data)>>20, MaxFontSize>>20)}
	}
	f, err := parse(name, data)
	if err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			checked, err = nil, damaged(name, fmt.Sprint(r))
		}
	}()
	f.Name = ""
	f.describe()
	if err := f.mayEmbed(name); err != nil {
		return nil, err
	}
	checked = instances(f)
	for _, f := range checked {
		if err := f.try(); err != nil {
			return nil, damaged(name, err.Error())
		}
		if !f.draws() {
			return nil, &FaceError{name,
				"لا يحوي الخطّ أشكالًا مرسومة بالخطوط (TrueType أو CFF)",
				"the font has no outlines (TrueType or CFF)"}
		}
	}
	return checked, nil
}

// draws reports whether any glyph of the face has an outline.
func (f *Face) draws() bool {
	it := f.font.Cmap.Iter()
	for n := 0; it.Next() && n < 1000; n++ {
		if _, g := it.Char(); len(f.Outline(uint32(g))) > 0 {
			return true
		}
	}
	return false
}

// try shapes a little of each script we set, so that broken layout tables show
// at once.
func (f *Face) try() error {
	s := NewShaper()
	for _, sample := range [...]struct {
		text   string
		script language.Script
		level  uint8
	}{
		{"بِسْمِ اللَّهِ لا إلى", language.Arabic, 1},
		{"Office, AV 1/2", language.Latin, 0},
	} {
		text := []rune(sample.text)
		s.Shape(text, Item{End: len(text), Face: f, Level: sample.level, Script: uint32(sample.script), Language: "ar"})
	}
	return s.failure
}
