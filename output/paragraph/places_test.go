package paragraph

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"
)

// TestPlaces writes the places of kashidas into words, each with its grade, and
// the best of those that the faces take.
func TestPlaces(t *testing.T) {
	data, err := os.ReadFile("testdata/places.txt")
	if err != nil {
		t.Fatal(err)
	}
	e := environment()
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		word := []rune(strings.TrimSpace(line))
		fmt.Fprintf(&b, "%s\n", string(word))
		for _, set := range []Kashida{NaskhKashida, SimpleKashida} {
			marked := ""
			found, _ := new(finder).places(word, 0, len(word), set)
			for i, r := range word {
				for _, p := range found {
					if p.at == i {
						marked += fmt.Sprintf("<%d>", p.grade)
					}
				}
				marked += string(r)
			}
			fmt.Fprintf(&b, "\t%v: %s", set, marked)
			for _, family := range []string{"Amiri", "Scheherazade New"} {
				x := plain(string(word), 100)
				x.Spans[0].Style.Family = family
				s := newSetter(x, e)
				x.Kashida = set
				best := s.candidates(&run{pieces: s.pieces})
				chosen := "—"
				if len(best) > 0 {
					at := best[0].place.at
					chosen = string(word[:at]) + "ـ" + string(word[at:])
				}
				fmt.Fprintf(&b, " | %s", chosen)
			}
			b.WriteString("\n")
		}
	}
	goldie.New(t).Assert(t, "places", []byte(b.String()))
}

// TestForbidden: the naskh hand never stretches before or after these letters,
// whatever the word.
func TestForbidden(t *testing.T) {
	for _, text := range article(t) {
		for _, word := range strings.Fields(text) {
			runes := []rune(word)
			found, _ := new(finder).places(runes, 0, len(runes), NaskhKashida)
			for _, p := range found {
				before := p.at - 1
				for transparent(runes[before]) {
					before--
				}
				if strings.ContainsRune("كلـادذرزوةىء", runes[before]) {
					t.Errorf("%s: stretched after %c", word, runes[before])
				}
				if strings.ContainsRune("جحخصضعغوؤ", runes[p.at]) {
					t.Errorf("%s: stretched before %c", word, runes[p.at])
				}
				rest := strings.TrimFunc(string(runes[p.at+1:]), func(r rune) bool { return !transparent(r) && classify(r) == other })
				if strings.ContainsRune("فقيى", runes[p.at]) && strings.TrimFunc(rest, transparent) == "" {
					t.Errorf("%s: stretched before the final %c", word, runes[p.at])
				}
			}
		}
	}
}
