package reference_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/reference"
)

func TestSort(t *testing.T) {
	list := func(lines string) []*brief.Reference {
		var all []*brief.Reference
		for line := range strings.Lines(lines) {
			author, rest, _ := strings.Cut(strings.TrimSpace(line), " | ")
			title, year, _ := strings.Cut(rest, " | ")
			r := &brief.Reference{Key: strings.TrimSpace(line), Title: title}
			if author != "-" {
				family, given, _ := strings.Cut(author, ", ")
				r.Authors = []brief.Name{{Family: family, Given: given}}
			}
			for _, c := range year {
				r.Year = r.Year*10 + int(c-'0')
			}
			all = append(all, r)
		}
		return all
	}
	const sorted = `أحمد, ليلى | كتاب | 2001
		إسماعيل, هدى | كتاب | 2001
		آل ثاني, سالم | كتاب | 2001
		البكري, أبو عبيد | المسالك والممالك | 1992
		- | البوابة العالمية | 2025
		بوعزيز, يحيى | كتاب | 1990
		الرؤوف, عبد | كتاب | 2001
		الساحلي, كريم | أول | 2023
		الساحلي, كريم | ألف | 2024
		الساحلي, كريم | باء | 2024
		شاكر, منى | كتاب | 2001
		فاطمة, س | كتاب | 2001
		فاطمه, ع | كتاب | 2001
		Collet, Emma | Minerals | 2025
		- | The Delta | 2020
		Dūrī, ʿAbd | Book | 2001
		al-Durra, Sami | Book | 2001
		Élise, Anne | Book | 2001
		Zimmer, Ulf | Book | 2001`
	want := list(sorted)
	rapid.Check(t, func(t *rapid.T) {
		got := rapid.Permutation(want).Draw(t, "order")
		reference.Sort(got, "ar")
		if !slices.Equal(got, want) {
			for _, r := range got {
				t.Log(r.Key)
			}
			t.Fatal("out of order")
		}
	})
	reference.Sort(want, "en")
	if want[0].Key != "Collet, Emma | Minerals | 2025" {
		t.Errorf("%s stands first in an English document", want[0].Key)
	}
}
