package paragraph

import (
	"strings"
	"testing"
)

// words returns a text of so many words.
func words(t testing.TB, n int) string {
	all := strings.Fields(strings.Join(article(t), " "))
	text := make([]string, 0, n)
	for len(text) < n {
		text = append(text, all[:min(len(all), n-len(text))]...)
	}
	return strings.Join(text, " ")
}

// BenchmarkSet sets 1,800 words as one paragraph, its words already shaped, and
// fifty times as many, which must take no more than fifty times as long.
func BenchmarkSet(b *testing.B) {
	e := environment()
	for _, c := range []struct {
		name    string
		words   int
		kashida Kashida
	}{{"spaces", 1800, NoKashida}, {"kashida", 1800, NaskhKashida}, {"fifty", 90000, NaskhKashida}} {
		b.Run(c.name, func(b *testing.B) {
			t := plain(words(b, c.words), 455)
			t.Kashida = c.kashida
			Set(t, e)
			b.ReportAllocs()
			for b.Loop() {
				Set(t, e)
			}
		})
	}
}
