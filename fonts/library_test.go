package fonts

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"warraq/fonts/bidi"
	"warraq/fonts/faces"
)

func TestBundled(t *testing.T) {
	licenses, err := faces.Licenses()
	if err != nil {
		t.Fatal(err)
	}
	l := Bundled()
	for i, family := range l.Families() {
		if licenses[i].Family != family || !strings.Contains(licenses[i].Text, "SIL OPEN FONT LICENSE") {
			t.Errorf("%s: no licence", family)
		}
	}
	for i, f := range bundledFaces(t) {
		file := faces.Files()[i]
		if f.Family != file.Family || f.Name != file.Name {
			t.Errorf("%s %s stands where %v should", f.Family, f.Name, file)
		}
		// The names in the list are those in the font.
		same := *f
		same.describe()
		if same.Name != file.Name || same.Bold != file.Bold || same.Italic != file.Italic {
			t.Errorf("%v: the font says %q, bold %t, italic %t", file, same.Name, same.Bold, same.Italic)
		}
		if file.Role == faces.Symbols {
			continue
		}
		if f.Ascent <= 0.5 || f.Descent <= 0.1 || f.XHeight <= 0.2 || f.CapHeight <= f.XHeight || f.Space <= 0.1 || f.Tatweel <= 0 && f.Covers(tatweel) {
			t.Errorf("%s: metrics %+v", f.Name, []float64{f.Ascent, f.Descent, f.XHeight, f.CapHeight, f.Space, f.Tatweel})
		}
		if file.Family == "IBM Plex Sans" || file.Family == "Amiri Latin" {
			continue // Latin only
		}
		for _, r := range "ابجدهوزحطيكلمنسعفصقرشتثخذضظغءآأإؤئةى،؛؟٪«»ًٌٍَُِّْـ٠٩ABCxyz0123456789.,:;!?()[]%+-–—“”‘’\u00a0\u2009\u200d" {
			if !f.Covers(r) {
				t.Errorf("%s lacks %+q", f.Name, r)
			}
		}
	}
	f, _ := l.Face("Amiri", false)
	if f.Ascent != 1.124 || f.Descent != 0.634 || f.Tatweel != 0.185 {
		t.Errorf("Amiri: ascent %g, descent %g, tatweel %g", f.Ascent, f.Descent, f.Tatweel)
	}
	if _, ok := l.Face("Comic Sans", false); ok {
		t.Error("an unknown family has a face")
	}
}

func TestAdd(t *testing.T) {
	regular, err := faces.Files()[4].Data()
	if err != nil {
		t.Fatal(err)
	}
	l := &Library{}
	f, err := l.Add("plex.ttf", regular)
	if err != nil {
		t.Fatal(err)
	}
	if f.Family != "IBM Plex Sans Arabic" || f.Bold || f.Name == "" {
		t.Errorf("added %q %q, bold %t", f.Family, f.Name, f.Bold)
	}
	if bold, ok := l.Face(f.Family, true); !ok || bold != f {
		t.Error("bold does not fall back to regular")
	}
	again, err := l.Add("plex.ttf", regular)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := l.Face(f.Family, false); got != again || len(l.Families()) != 1 || again.Name != f.Name {
		t.Error("a face added again does not replace the first")
	}

	blank := slices.Clone(regular)
	i := strings.Index(string(blank[:400]), "glyf")
	copy(blank[i:], "gone")
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("this is no font"), "cut": regular[:2000], "header": regular[:12],
		"large": make([]byte, MaxFontSize+1), "no outlines": blank,
	} {
		f, err := l.Add(name, data)
		var faceError *FaceError
		if f != nil || !errors.As(err, &faceError) || faceError.AR == "" || faceError.EN == "" || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: got %v, %v", name, f, err)
		}
	}
}

func TestFallback(t *testing.T) {
	l := Bundled()
	amiri, _ := l.Face("Amiri", true)
	if got := l.Fallback('ب', amiri); got != amiri {
		t.Error("the preferred face is not taken")
	}
	if got := l.Fallback('国', amiri); got != nil {
		t.Errorf("%s covers 国", got.Name)
	}
	plex, _ := l.Face("IBM Plex Sans Arabic", false)
	for r, want := range map[rune]string{'₸': "IBMPlexSansArabic-SemiBold", 'Қ': "IBMPlexSans-SemiBold"} {
		if got := l.Fallback(r, amiri); got == nil || got.Name != want {
			t.Errorf("%q comes from %v", r, got)
		}
	}
	if got := l.Fallback('ā', plex); got == nil || got.Name != "IBMPlexSans-Regular" {
		t.Errorf("ā comes from %v", got)
	}
	if got := l.Fallback('ب', nil); got == nil || got.Name != "Amiri-Regular" {
		t.Errorf("ب comes from %v", got)
	}
}

func TestItemise(t *testing.T) {
	l := Bundled()
	amiri, _ := l.Face("Amiri", false)
	bold, _ := l.Face("Amiri", true)
	text := []rune("دعم Erasmus+ 国 بنسبة 10%، بَيْت")
	levels, _ := bidi.Isolated(text, bidi.RTL)
	items, missing := Itemise(text, levels, "ar", func(i int) *Face {
		if i < 3 {
			return bold
		}
		return amiri
	}, l)
	var got []string
	for _, item := range items {
		script := string([]byte{byte(item.Script >> 24), byte(item.Script >> 16), byte(item.Script >> 8), byte(item.Script)})
		got = append(got, item.Face.Name+" "+script+" "+string(text[item.Start:item.End]))
	}
	want := []string{
		"Amiri-Bold Arab دعم", "Amiri-Regular Arab  ", "Amiri-Regular Latn Erasmus+ ",
		"WarraqCodes-Regular Hani 国", "Amiri-Regular Arab  بنسبة ", "Amiri-Regular Latn 10%", "Amiri-Regular Arab ، بَيْت",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if len(missing) != 1 || text[missing[0]] != '国' {
		t.Errorf("missing %d", missing)
	}
	// Without the face of codes, what no face has draws nothing.
	bare := &Library{}
	f, err := bare.Add("amiri.ttf", amiri.Data)
	if err != nil {
		t.Fatal(err)
	}
	items, missing = Itemise(text, levels, "ar", func(int) *Face { return f }, bare)
	if len(missing) != 1 {
		t.Errorf("missing %d", missing)
	}
	for _, item := range items {
		for _, c := range NewShaper().Shape(text, item) {
			if c.Text == "国" && len(c.Glyphs) > 0 {
				t.Error("a missing character draws something")
			}
		}
	}
}

// What a face has is known before it is read: the same as afterwards.
func TestCharactersBeforeAFaceIsRead(t *testing.T) {
	l := Bundled()
	for _, e := range l.entries {
		f := e.face()
		for r := rune(0x20); r < 0x20000; r++ {
			if f.Covers(r) != e.covers([]rune{r}) {
				t.Fatalf("%s: %+q", f.Name, r)
			}
		}
	}
}

// Latin text takes its signs and figures from a Latin face, whatever the face of the
// Arabic around it; the signs and figures of Arabic keep theirs.
func TestLatinTakesItsSignsFromALatinFace(t *testing.T) {
	l := Bundled()
	for _, c := range []struct{ family, latin string }{
		{"Scheherazade New", "Amiri"}, {"Amiri", "Amiri"}, {"IBM Plex Sans Arabic", "IBM Plex Sans Arabic"}, {"Warraq Mono", "Warraq Mono"},
	} {
		for _, bold := range []bool{false, true} {
			wanted, _ := l.Face(c.family, bold)
			latin, _ := l.Face(c.latin, bold)
			for _, text := range []string{
				"قال (كذا)؛ – ما: «نصّ» / 2025 – 12.5%! [انظر] — EU–Central Asia Summit (Samarkand, 4 April 2025) – Declaration: “Summit.”",
				"“Summit”: see [3], (p. 4) – «Quote»! https://example.org/a-b",
				"2025 (12)",
			} {
				runes := []rune(text)
				levels, _ := bidi.Isolated(runes, bidi.Auto)
				items, missing := Itemise(runes, levels, "ar", func(int) *Face { return wanted }, l)
				if len(missing) > 0 {
					t.Errorf("%s: missing %d", c.family, missing)
				}
				from := len(runes) // of the Latin
				if i := strings.Index(text, "EU"); i >= 0 {
					from = utf8.RuneCountInString(text[:i])
				} else if strings.Contains(text, "Summit") {
					from = 0
				}
				for _, item := range items {
					want := wanted
					if item.Start >= from {
						want = latin
					}
					if item.Face != want || item.Start < from && item.End > from {
						t.Errorf("%s: %q is in %s, not %s", wanted.Name, string(runes[item.Start:item.End]), item.Face.Name, want.Name)
					}
				}
			}
		}
	}
	// A face that has the signs and not the letters.
	symbols, _ := l.Face("Warraq Symbols", false)
	runes := []rune("EU — “Summit”")
	items, _ := Itemise(runes, make([]uint8, len(runes)), "ar", func(int) *Face { return symbols }, l)
	if len(items) != 1 || items[0].Face.Name != "Amiri-Regular" {
		t.Errorf("letters and signs are in %d faces, the first %s", len(items), items[0].Face.Name)
	}
}

// A point between Arabic-Indic digits is the Latin one: that of Amiri for Arabic looks
// like its nought.
func TestPointBetweenDigits(t *testing.T) {
	l := Bundled()
	amiri, _ := l.Face("Amiri", false)
	point := func(text string) (width int32) {
		runes := []rune(text)
		levels, _ := bidi.Isolated(runes, bidi.RTL)
		items, _ := Itemise(runes, levels, "ar", func(int) *Face { return amiri }, l)
		for _, item := range items {
			for _, c := range NewShaper().Shape(runes, item) {
				if c.Text == "." {
					width = c.Advance
				}
			}
		}
		return width
	}
	latin, arabic := point("a.b"), point("نصّ.")
	if latin >= arabic {
		t.Fatal("the face has one point for both scripts")
	}
	for text, want := range map[string]int32{"القسم ١.١": latin, "القسم ۱.۲": latin, "عام ١.": arabic, "نصّ.": arabic} {
		if got := point(text); got != want {
			t.Errorf("%s: the point is %d wide, not %d", text, got, want)
		}
	}
}

// A character that no face has is a box with its code: a frame and one figure for
// each of the code's, inside it.
func TestCodes(t *testing.T) {
	l := Bundled()
	amiri, _ := l.Face("Amiri", false)
	text := []rune("国\U00010380\ue000")
	for _, level := range []uint8{0, 1} {
		levels := slices.Repeat([]uint8{level}, len(text))
		items, missing := Itemise(text, levels, "ar", func(int) *Face { return amiri }, l)
		if len(missing) != len(text) {
			t.Errorf("missing %d", missing)
		}
		var got []string
		for _, item := range items {
			for _, c := range NewShaper().Shape(text, item) {
				_, top, right, bottom := 0.0, 0.0, 0.0, 0.0
				code := ""
				for i, g := range c.Glyphs {
					if i == 0 {
						frame := item.Face.Ink(g.ID)
						top, bottom = frame.Above, frame.Below
						right = float64(c.Advance)
						continue
					}
					for _, r := range "0123456789ABCDEF" {
						if id, _ := item.Face.font.NominalGlyph(r); uint32(id) == g.ID {
							code += string(r)
						}
					}
					ink := item.Face.Ink(g.ID)
					if g.X <= 40 || float64(g.X) >= right-200 || ink.Above+float64(g.Y) >= top || ink.Below-float64(g.Y) >= bottom {
						t.Errorf("%+q: a figure at %d, %d is not in its frame", c.Text, g.X, g.Y)
					}
				}
				got = append(got, c.Text+" "+code)
			}
		}
		slices.Sort(got)
		if want := []string{"国 56FD", "\ue000 E000", "\U00010380 010380"}; !slices.Equal(got, want) {
			t.Errorf("level %d: %+q", level, got)
		}
	}
}

// An emoji of several characters is one cluster with ink, whatever direction it
// stands in and whatever face is asked for; one that the face of emoji does not
// have as a whole is its parts.
func TestEmojiAreClusters(t *testing.T) {
	l := Bundled()
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic", "Warraq Mono"} {
		for _, bold := range []bool{false, true} {
			wanted, _ := l.Face(family, bold)
			for emoji, clusters := range map[string]int{
				"⚠\ufe0f": 1, "❤\ufe0f": 1, "1\ufe0f\u20e3": 1, "#\ufe0f\u20e3": 1, "🇪🇬": 1, "👍🏽": 1, "☝🏿": 1,
				"👨\u200d👩\u200d👧": 1, "🏳\ufe0f\u200d🌈": 1, "👩🏽\u200d💻": 1, "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f": 1,
				"🇪🇬🇸🇦": 2, "👍🏽👍": 2, "🚀\u200d☎": 1,
			} {
				text := []rune(emoji)
				for _, level := range []uint8{0, 1} {
					items, missing := Itemise(text, slices.Repeat([]uint8{level}, len(text)), "ar", func(int) *Face { return wanted }, l)
					if len(missing) > 0 {
						t.Errorf("%s %+q: missing %d", family, emoji, missing)
					}
					inked, whole := 0, map[int]string{}
					for _, item := range items {
						for _, c := range NewShaper().Shape(text, item) {
							whole[c.Start] = c.Text
							if len(c.Glyphs) > 0 {
								inked++
							}
							for _, g := range c.Glyphs {
								if g.ID == 0 {
									t.Errorf("%s %+q: the glyph of a missing character", family, emoji)
								}
							}
						}
					}
					read := ""
					for i := range text {
						read += whole[i]
					}
					if inked != clusters || read != emoji {
						t.Errorf("%s %+q at level %d: %d clusters of ink, read as %+q", family, emoji, level, inked, read)
					}
				}
			}
		}
	}
}

// Symbols that authors set have a face, and text of the bundled families keeps its
// own.
func TestSymbolsHaveAFace(t *testing.T) {
	l := Bundled()
	for _, family := range l.Families() {
		for _, f := range l.Faces(family) {
			for _, r := range "☐☑☒✅✔✓✗✘❌★☆⭐●○■□◆▶◀▲▼⚠☎✉⇒⇔→←↔⬆➔➜①⑩⓿❶─│┌┐└┘├┤┬┴┼═║╔█▀░⁰⁴⁺⁻⁼⁽⁾ⁿⁱ₀₉₊₋ₐₑₒₓₕₖₗₘₙₚₛₜᵃᵇᶜˣʸᶻ∀∃∈∑∏∫√∞≈≠≤≥⊂⟨⟩ℝℕ𝑥𝐀🚀🔴💡⌘⏎␣" {
				if l.Fallback(r, f) == nil {
					t.Errorf("%s: no face for %q", f.Name, r)
				}
			}
		}
	}
	amiri, _ := l.Face("Amiri", true)
	for r, want := range map[rune]string{'★': "WarraqSymbols-Regular", '🚀': "NotoEmoji-Regular", '│': "WarraqMono-Bold"} {
		if got := l.Fallback(r, amiri); got == nil || got.Name != want {
			t.Errorf("%q comes from %v", r, got)
		}
	}
}

func TestItalic(t *testing.T) {
	l := Bundled()
	for family, want := range map[string]string{
		"Amiri": "AmiriLatin", "Scheherazade New": "AmiriLatin", "IBM Plex Sans Arabic": "IBMPlexSans", "IBM Plex Sans": "IBMPlexSans",
	} {
		for _, bold := range []bool{false, true} {
			f, ok := l.Italic(family, bold)
			if !ok || !f.Italic || f.Bold != bold || !strings.HasPrefix(f.Name, want) {
				t.Errorf("%s, bold %t: %v", family, bold, f)
				continue
			}
			// What it lacks is italic where any face has it so.
			if g := l.Fallback('Ж', f); g == nil || !g.Italic || g.Bold != bold {
				t.Errorf("%s: Ж comes from %v", f.Name, g)
			}
		}
		if f, _ := l.Face(family, false); l.Fallback('Ж', f).Italic {
			t.Errorf("%s: Ж is italic", family)
		}
	}
	if f, ok := l.Italic("Warraq Mono", false); ok {
		t.Errorf("an italic %s of monospaced type", f.Name)
	}
}

// Each character of the monospaced faces is one cell wide, or is none at all.
func TestMonospaced(t *testing.T) {
	l := Bundled()
	for _, family := range l.Families() {
		for _, f := range l.Faces(family) {
			if f.Fixed != (family == "Warraq Mono") {
				t.Errorf("%s: fixed is %t", f.Name, f.Fixed)
			}
		}
	}
	for _, f := range l.Faces("Warraq Mono") {
		cell := f.Space
		for it := f.font.Cmap.Iter(); it.Next(); {
			r, g := it.Char()
			if width := float64(f.outlines.HorizontalAdvance(g)) / float64(f.UnitsPerEm); width != 0 && math.Abs(width-cell) > 1e-6 {
				t.Errorf("%s: %q is %g cells wide", f.Name, r, width/cell)
			}
		}
		s := NewShaper()
		for _, word := range []string{"name", "العربية", "─│", "٣٤٥", "بِسْمِ"} {
			letters := 0
			for _, r := range word {
				if !isExtending(r) {
					letters++
				}
			}
			if got := l.Measure(s, f, word); math.Abs(got-float64(letters)*cell) > 1e-6 {
				t.Errorf("%s: %s is %g cells wide, not %d", f.Name, word, got/cell, letters)
			}
		}
	}
}

func TestMeasure(t *testing.T) {
	l := Bundled()
	f, _ := l.Face("Amiri", false)
	s := NewShaper()
	if got := l.Measure(s, f, "ـ"); math.Abs(got-f.Tatweel) > 1e-9 {
		t.Errorf("a tatweel is %g em", got)
	}
	a, b := l.Measure(s, f, "تمويل"), l.Measure(s, f, "Erasmus+")
	if got := l.Measure(s, f, "تمويل Erasmus+"); math.Abs(got-(a+b+f.Space)) > 1e-9 {
		t.Errorf("%g em, not %g", got, a+b+f.Space)
	}
}

// FuzzAdd mutates real fonts: each four bytes name a table, a place in it and a
// new value. Nothing may panic, whatever is then done with the face.
func FuzzAdd(f *testing.F) {
	plex, err := faces.Files()[4].Data()
	if err != nil {
		f.Fatal(err)
	}
	fonts := [][]byte{readFont(f, "variable.ttf"), readFont(f, "cff.otf"), plex}
	for i := range fonts {
		f.Add(uint8(i), []byte{0, 0, 0, 0, 1, 2, 3, 4})
		f.Add(uint8(i), []byte{3, 0, 4, 255, 2, 0, 6, 128})
	}
	f.Fuzz(func(t *testing.T, which uint8, mutations []byte) {
		data := fonts[int(which)%len(fonts)]
		tables := int(data[5])
		font := slices.Clone(data)
		for ; len(mutations) >= 4; mutations = mutations[4:] {
			record := data[12+16*(int(mutations[0])%tables):]
			offset, length := int(binary.BigEndian.Uint32(record[8:])), int(binary.BigEndian.Uint32(record[12:]))
			if length > 0 {
				font[offset+(int(mutations[1])<<8|int(mutations[2]))%length] = mutations[3]
			}
		}
		library := &Library{}
		face, err := library.Add("mutated", font)
		if err != nil {
			return
		}
		text := []rune("لا إله إلا الله بَيْتٌ Office xH 12")
		levels, _ := bidi.Isolated(text, bidi.RTL)
		items, _ := Itemise(text, levels, "ar", func(int) *Face { return face }, library)
		s := NewShaper()
		for _, item := range items {
			for _, c := range s.Shape(text, item) {
				for _, g := range c.Glyphs {
					face.Outline(g.ID)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, file := range faces.Files() {
		b.Run(file.Name, func(b *testing.B) {
			data, err := file.Data()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parse(file.Name, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A mark of pause on a space stands clear of the letters beside it: where the wanted face
// sets it low, in another.
func TestPauseMarksStandClear(t *testing.T) {
	l := Bundled()
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		wanted, ok := l.Face(family, false)
		if !ok {
			t.Fatal(family)
		}
		text := []rune("رحيم ۖ نعم ۗ")
		items, missing := Itemise(text, make([]uint8, len(text)), "ar", func(int) *Face { return wanted }, l)
		if len(missing) > 0 {
			t.Errorf("%s: %d characters have no face", family, len(missing))
		}
		s := NewShaper()
		for _, item := range items {
			for i := item.Start; i < item.End; i++ {
				if r := text[i]; r < 0x06D6 || r > 0x06DC {
					continue
				}
				one := item
				one.Start, one.End = i, i+1
				for _, c := range s.Word(text, one).Clusters {
					for _, g := range c.Glyphs {
						if low := (float64(g.Y) - item.Face.Ink(g.ID).Below) / float64(item.Face.UnitsPerEm); low < 0.5 {
							t.Errorf("%s: %q begins %.2f em above the line, in %s", family, text[i], low, item.Face.Family)
						}
					}
				}
			}
		}
	}
}
