package numeral

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// cases reads testdata: one case a line, fields set apart by tabs, where "\s"
// is a space at an edge and \uXXXX a character that could not be seen.
func cases(t *testing.T, name string, fields int) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		row := strings.Split(s.Text(), "\t")
		if len(row) != fields {
			t.Fatalf("%s: %q has %d fields, not %d", name, s.Text(), len(row), fields)
		}
		for i, field := range row {
			if strings.Contains(field, `\`) {
				field, err = strconv.Unquote(`"` + strings.ReplaceAll(field, `\s`, " ") + `"`)
				if err != nil {
					t.Fatal(err)
				}
				row[i] = field
			}
		}
		all = append(all, row)
	}
	if len(all) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return all
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFormat(t *testing.T) {
	for _, c := range cases(t, "format.tsv", 4) {
		decimals := int(number(t, c[1]))
		for s, want := range map[System]string{Latin: c[2], Arabic: c[3]} {
			if got := Format(number(t, c[0]), decimals, s); got != want {
				t.Errorf("Format(%s, %d, %s) = %q, want %q", c[0], decimals, s, got, want)
			}
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range cases(t, "digits.tsv", 3) {
		if got := Digits(c[0], Latin); got != c[1] {
			t.Errorf("Digits(%q, latn) = %q, want %q", c[0], got, c[1])
		}
		if got := Digits(c[0], Arabic); got != c[2] {
			t.Errorf("Digits(%q, arab) = %q, want %q", c[0], got, c[2])
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range cases(t, "parse.tsv", 2) {
		got := "none"
		if x, ok := Parse(c[0]); ok {
			got = strconv.FormatFloat(x, 'g', -1, 64)
		}
		if got != c[1] {
			t.Errorf("Parse(%q) = %s, want %s", c[0], got, c[1])
		}
	}
	if x, form, ok := ParseWith("1,234", CommaDecimal); x != 1.234 || form != AmbiguousComma || !ok {
		t.Errorf("1,234 with decimal commas = %v, %v, %v", x, form, ok)
	}
}

func TestInteger(t *testing.T) {
	for n, want := range map[int]string{0: "٠", 2025: "٢٠٢٥", -12: "−١٢", math.MinInt: "−٩٢٢٣٣٧٢٠٣٦٨٥٤٧٧٥٨٠٨"} {
		if got := Integer(n, Arabic); got != want {
			t.Errorf("Integer(%d) = %q, want %q", n, got, want)
		}
	}
	if got := Percent(12.5, 1, Arabic) + Percent(12.5, 1, Latin); got != "١٢٫٥٪12.5%" {
		t.Errorf("Percent = %q", got)
	}
	if got := Format(-1234.5, 1, Persian) + Percent(12.5, 1, Persian) + Integer(2025, Persian) + Digits("1,234.5 ٤٥٪", Persian); got != "−۱٬۲۳۴٫۵۱۲٫۵٪۲۰۲۵۱٬۲۳۴٫۵ ۴۵٪" {
		t.Errorf("Persian digits are %q", got)
	}
}

// What is printed reads back as the same number.
func TestFormatParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e15, 1e15).Draw(t, "x")
		if rapid.Bool().Draw(t, "whole") {
			x = math.Round(x)
		}
		s := rapid.SampledFrom([]System{Latin, Arabic, Persian}).Draw(t, "system")
		text := Format(x, -1, s)
		if s == Latin && math.Abs(x) < 1e6 && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
			// One comma alone is read as setting thousands apart, as printed.
			if _, form, _ := ParseWith(text, CommaGroups); form != AmbiguousComma {
				t.Fatalf("%q is not told to be ambiguous", text)
			}
		}
		if got, ok := Parse(text); !ok || got != x {
			t.Fatalf("Parse(Format(%v)) = Parse(%q) = %v, %v", x, text, got, ok)
		}
		if there := Digits(Digits(text, Arabic), Latin); there != Digits(text, Latin) {
			t.Fatalf("Digits loses %q: %q", text, there)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1,234.5", "٪٤٥", "−5-", "1e9", "..", "1 234 567", "\u2066-1\u2069", "٬"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x, ok := Parse(text)
		if ok && math.IsNaN(x) {
			t.Fatalf("%q is NaN", text)
		}
		for _, s := range []System{Latin, Arabic, Persian} {
			once := Digits(text, s)
			if twice := Digits(once, s); once != twice {
				t.Fatalf("Digits(%q, %s) is %q, then %q", text, s, once, twice)
			}
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	for b.Loop() {
		Format(10000.5, 1, Arabic)
	}
}
