package bidi_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"warraq/fonts/bidi"
	"warraq/fonts/bidi/samples"
)

// seen is a text as it is seen from left to right, mirrored.
func seen(text string, base bidi.Base) string {
	runes := []rune(text)
	levels, paragraph := bidi.Isolated(runes, base)
	bidi.ResetWhitespace(runes, levels, paragraph)
	var b strings.Builder
	for _, i := range bidi.Reorder(levels) {
		r := runes[i]
		if levels[i]%2 == 1 {
			r = bidi.Mirror(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// cases is how many random cases of a kind are tried.
func cases() int {
	if n, err := strconv.Atoi(os.Getenv("WARRAQ_CASES")); err == nil {
		return n
	}
	return 200
}

// TestFragmentsKeepTheirOrder tries fragments of every kind, in both families of
// digits where they have no letters, in Arabic text of many forms: on the line each is
// seen as it is typed.
func TestFragmentsKeepTheirOrder(t *testing.T) {
	for k, kind := range samples.Kinds() {
		t.Run(kind.Name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(k), 1))
			failed := 0
			for range cases() {
				fragment := kind.Make(r)
				frames := samples.Frames()
				frame := frames[r.IntN(len(frames))]
				families := []string{fragment}
				if kind.Digits {
					families = append(families, samples.Arabic(fragment))
				}
				for _, fragment := range families {
					text := strings.Replace(frame, "%s", fragment, 1)
					if got := seen(text, bidi.RTL); !strings.Contains(got, fragment) {
						failed++
						if failed < 6 {
							t.Errorf("%q is seen as\n\u202d%s\u202c", text, got)
						}
					}
				}
			}
		})
	}
}
