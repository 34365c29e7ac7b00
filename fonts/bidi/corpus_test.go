package bidi

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// eachLine calls f with each line of a gzipped file that is no comment.
func eachLine(t *testing.T, name string, f func(number int, line string)) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(io.Reader(unzipped))
	for n := 1; scanner.Scan(); n++ {
		if line := scanner.Text(); line != "" && line[0] != '#' {
			f(n, line)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
}

// line resolves a text as one line: levels after L1, and the visual order of
// the characters that X9 keeps.
func line(text []rune, base Base) (levels []uint8, paragraph uint8, order []int) {
	levels, paragraph = Levels(text, base)
	ResetWhitespace(text, levels, paragraph)
	for _, i := range Reorder(levels) {
		if !removed(classOf(text[i])) {
			order = append(order, i)
		}
	}
	return levels, paragraph, order
}

// differs reports whether levels or order are not those of a test line, where
// the level x stands for a character that X9 removes.
func differs(levels []uint8, order []int, wantLevels, wantOrder []string) bool {
	if len(levels) != len(wantLevels) || len(order) != len(wantOrder) {
		return true
	}
	for i, w := range wantLevels {
		if w != "x" && w != strconv.Itoa(int(levels[i])) {
			return true
		}
	}
	return !slices.EqualFunc(order, wantOrder, func(o int, w string) bool { return strconv.Itoa(o) == w })
}

// TestBidiCharacterTest runs the whole of Unicode's file of that name.
func TestBidiCharacterTest(t *testing.T) {
	cases, failures := 0, 0
	eachLine(t, "testdata/BidiCharacterTest.txt.gz", func(number int, s string) {
		fields := strings.Split(s, ";")
		var text []rune
		for code := range strings.FieldsSeq(fields[0]) {
			r, err := strconv.ParseInt(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base := map[string]Base{"0": LTR, "1": RTL, "2": Auto}[fields[1]]
		cases++
		levels, paragraph, order := line(text, base)
		if strconv.Itoa(int(paragraph)) != fields[2] ||
			differs(levels, order, strings.Fields(fields[3]), strings.Fields(fields[4])) {
			if failures++; failures <= 10 {
				t.Errorf("line %d: %s: got paragraph %d, levels %d, order %d", number, s, paragraph, levels, order)
			}
		}
	})
	if cases < 91_000 {
		t.Errorf("ran %d cases only", cases)
	}
	t.Logf("%d cases, %d failures", cases, failures)
}

// TestBidiTest runs the whole of Unicode's file of that name: sequences of
// classes, each under up to three base directions.
func TestBidiTest(t *testing.T) {
	// A character of each class.
	example := map[string]rune{
		"L": 'a', "R": 'א', "AL": 'ع', "EN": '1', "ES": '+', "ET": '%', "AN": '١', "CS": ',',
		"NSM": 0x0300, "BN": 0x00AD, "B": 0x2029, "S": '\t', "WS": ' ', "ON": '!',
		"LRE": 0x202A, "LRO": 0x202D, "RLE": 0x202B, "RLO": 0x202E, "PDF": 0x202C,
		"LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
	}
	var wantLevels, wantOrder []string
	var text []rune
	cases, failures := 0, 0
	eachLine(t, "testdata/BidiTest.txt.gz", func(number int, s string) {
		if rest, ok := strings.CutPrefix(s, "@Levels:"); ok {
			wantLevels = strings.Fields(rest)
			return
		}
		if rest, ok := strings.CutPrefix(s, "@Reorder:"); ok {
			wantOrder = strings.Fields(rest)
			return
		}
		classes, bits, _ := strings.Cut(s, ";")
		text = text[:0]
		for name := range strings.FieldsSeq(classes) {
			r, ok := example[name]
			if !ok {
				t.Fatalf("line %d: unknown class %q", number, name)
			}
			text = append(text, r)
		}
		set, err := strconv.Atoi(strings.TrimSpace(bits))
		if err != nil {
			t.Fatal(err)
		}
		for bit, base := range []Base{Auto, LTR, RTL} {
			if set&(1<<bit) == 0 {
				continue
			}
			cases++
			levels, _, order := line(text, base)
			if differs(levels, order, wantLevels, wantOrder) {
				if failures++; failures <= 10 {
					t.Errorf("line %d: %s base %d: got levels %d, order %d; want %s, %s",
						number, classes, base, levels, order, wantLevels, wantOrder)
				}
			}
		}
	})
	if cases < 770_000 {
		t.Errorf("ran %d cases only", cases)
	}
	t.Logf("%d cases, %d failures", cases, failures)
}

// TestClasses: what is told without a look-up is what the look-up says.
func TestClasses(t *testing.T) {
	for r := range rune(0x10FFFF) {
		if p, _ := bidi.LookupRune(r); classOf(r) != p.Class() {
			t.Errorf("%U is of class %d, not %d", r, classOf(r), p.Class())
		}
	}
}

// TestNoOtherBrackets: every bracket is a neutral character.
func TestNoOtherBrackets(t *testing.T) {
	for r := range rune(0x10FFFF) {
		if p, _ := bidi.LookupRune(r); p.IsBracket() && p.Class() != bidi.ON {
			t.Errorf("%U is a bracket of class %d", r, p.Class())
		}
	}
}
