package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf16"

	"warraq/input/disk"
)

// Whatever is typed, and however files are called, no message says it raw: not
// those of wrong usage, of a failing machine, of the reports on standard output.
func TestNothingTypedIsShownRaw(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, hostile := range []string{"\x1b[31m", "\u009b1m", "\u202eabc\u2066", "\u2028\r\n\x7f\x07", "%s%d%!"} {
		dir := t.TempDir()
		at := func(name string) string { return filepath.Join(dir, name) }
		brief, bad, file, face := at("good"+hostile+".md"), at("bad"+hostile+".md"), at("file"+hostile), at("face"+hostile+".ttf")
		write(t, brief, []byte("---\ntitle: ت\n---\n\n"+strings.Repeat("نص يملأ السطر كلّه ويزيد عليه. ", 20)))
		write(t, bad, []byte("---\ntitle: ت\nk"+hostile+": x\n---\n\n[@"+hostile+"x] ✅\n"))
		write(t, file, []byte("x"))
		write(t, face, renamedFace(t, hostile))
		for _, line := range [][]string{
			{hostile}, {"help", hostile}, {"build"}, {"build", hostile}, {"build", dir}, {"build", "--" + hostile}, {"build", "--digits"},
			{"build", brief, brief, "-o", at("x" + hostile)}, {"build", brief, "-o", brief}, {"build", brief, "-o", filepath.Join(file, "x.pdf")},
			{"build", brief, "-o", at("out" + hostile + ".pdf")}, {"build", bad}, {"build", bad, "--format", "json"}, {"build", bad, "--format", "sarif"},
			{"check", bad, "--messages", "ar"}, {"check", brief, "--spacing"}, {"check", brief, "--spacing", "--messages", "ar"},
			{"check", brief, "--spacing", "--format", "json"}, {"check", filepath.Join(file, "x.md")}, {"check", strings.Repeat(hostile, 1000)},
			{"check", brief, "--theme", hostile}, {"check", brief, "--theme", hostile + ".yaml"}, {"check", brief, "--theme", bad + ".yaml"},
			{"check", brief, "--font", hostile}, {"check", brief, "--font", file}, {"check", brief, "--text-face", hostile},
			{"check", brief, "--standard", hostile}, {"check", brief, "--attach", hostile}, {"check", brief, "--digits", hostile},
			{"check", brief, "--date", hostile}, {"check", brief, "--root", hostile}, {"check", brief, "--format", hostile},
			{"check", brief, "--messages", hostile}, {"check", brief, "--strict=" + hostile}, {"init", dir, hostile}, {"init", filepath.Join(file, "x")},
			{"schema", hostile}, {"licenses", hostile}, {"fonts", hostile}, {"fonts", "--check", hostile}, {"fonts", "--font", face},
		} {
			status, out, err := runLine(hostile, line)
			for stream, text := range map[string]string{"standard output": out, "standard error": err} {
				if r, raw := rawIn(text); raw {
					t.Errorf("%q: %s holds %U raw: %q", line, stream, r, text)
				}
			}
			if strings.Contains(err, "%!(") || strings.Contains(err, "MISSING") {
				t.Errorf("%q: words are taken for verbs: %q", line, err)
			}
			if status != statusDone && err == "" {
				t.Errorf("%q: status %d, and no word", line, status)
			}
		}
		// A program gets the path back.
		_, out, _ := runLine("", []string{"check", brief, "--spacing", "--format", "json"})
		var spacings []struct{ Path string }
		if err := json.Unmarshal([]byte(out), &spacings); err != nil || len(spacings) != 1 || spacings[0].Path != brief {
			t.Errorf("%q came back as %q: %v", brief, spacings, err)
		}
	}
}

// runLine runs a command line in a world whose variables all hold these words.
func runLine(variables string, line []string) (status int, out, err string) {
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), append([]string{"warraq"}, line...), console{
		in: strings.NewReader(""), out: &stdout, err: &stderr, disk: disk.Machine{}, saving: &sync.Mutex{},
		lookup: func(name string) (string, bool) {
			return variables, name == "SOURCE_DATE_EPOCH" && len(line) == 2
		},
	})
	return status, stdout.String(), stderr.String()
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// rawIn returns a character that must not stand in what is shown. Isolates of our
// own may, closed in the line that opened them.
func rawIn(text string) (rune, bool) {
	depth, before := 0, rune(0)
	for _, r := range text {
		switch {
		case r == '\n':
			if depth != 0 {
				return 0x2066, true
			}
		case r >= 0x2066 && r <= 0x2068:
			depth++
		case r == 0x2069:
			if depth--; depth < 0 {
				return r, true
			}
		case (r == 0x200E || r == 0x200F) && before == 0x2068:
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			return r, true
		}
		before = r
	}
	return 0, false
}

// renamedFace is a face whose family name holds the words.
func renamedFace(t *testing.T, words string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../fonts/faces/amiri/Amiri-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	// The name keeps its length, or every table would move.
	other := []rune(words + "Amiri")[:len("Amiri")]
	return bytes.ReplaceAll(data, bigEndian([]rune("Amiri")), bigEndian(other))
}

func bigEndian(text []rune) []byte {
	var b []byte
	for _, unit := range utf16.Encode(text) {
		b = binary.BigEndian.AppendUint16(b, unit)
	}
	return b
}
