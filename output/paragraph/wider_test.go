package paragraph

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// unvowelled is our prose without marks, which the face with wider forms lacks.
func unvowelled(t *testing.T) []string {
	var texts []string
	for _, text := range prose(t) {
		texts = append(texts, strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, text))
	}
	return texts
}

// TestWiderForms: a line that is looser than its rule allows takes a wider form of its
// face before any kashida, and a kashida beside it only where it stays too loose. Where
// no line is so, all is as in the same face without them.
func TestWiderForms(t *testing.T) {
	with, without := environment(), environment()
	face, _ := without.Library.Face("Warraq Wide", false)
	face.Wider = nil
	j := &judge{t: t}
	forms, both, alone := 0, 0, 0
	for width := 140.0; width < 470; width += 55 {
		for _, text := range unvowelled(t) {
			x := plain(text, width)
			x.Spans[0].Style.Family, x.Kashida = "Warraq Wide", NaskhKashida
			lines, barred := setLines(x, with), setLines(x, without)
			j.paragraph(x, lines, with)
			for i := range lines {
				l, b := &lines[i], &barred[i]
				if l.Start != b.Start || l.End != b.End || l.Unstretched != b.Unstretched {
					t.Fatalf("another line: %s, not %s", logical(l), logical(b))
				}
				found := j.find(l)
				extra, longer := lacks(l), 0.0
				for _, k := range found {
					if k.wider == 0 {
						longer += k.to - k.from
					}
				}
				form := slices.IndexFunc(found, func(k drawn) bool { return k.wider > 0 })
				// What stands below a stretched word depends on where that is.
				below := i > 0 && lines[i-1].Kashidas+barred[i-1].Kashidas > 0
				switch {
				case form < 0 && len(found) > 0:
					// No word has a form that fits.
					if extra+longer < 0.4*12.5 || below {
						continue
					}
					for word := range strings.FieldsSeq(logical(l)) {
						if endsWider([]rune(word)) {
							t.Errorf("a kashida where %s has a wider form: %s", word, logical(l))
						}
					}
				case form >= 0:
					forms++
					if math.Abs(found[form].wider-0.4*12.5) > 0.01 {
						t.Errorf("a wider form adds %.2f points", found[form].wider)
					}
					if len(found) == 1 {
						alone++
						break
					}
					both++
					if spaces := extra / (l.Ratio - 1); extra > 0 && 1+(extra+longer)/spaces <= secondFrom {
						t.Errorf("a kashida where the wider form is enough: %s", logical(l))
					}
				case below:
				case l.Kashidas != b.Kashidas || !slices.EqualFunc(l.Items, b.Items, func(a, b Item) bool { return a.X == b.X && a.Text.Width() == b.Text.Width() }):
					t.Errorf("a line without wider forms is another: %s", logical(l))
				}
				if math.Abs(l.Width-b.Width) > 0.001 {
					t.Errorf("%.3f wide, not %.3f", l.Width, b.Width)
				}
			}
		}
	}
	t.Logf("%d lines, %d wider forms, %d of them with a kashida", j.lines, forms, both)
	if alone == 0 || both == 0 {
		t.Errorf("%d wider forms alone, %d with a kashida", alone, both)
	}
}

// lacks is what justification adds to the spaces of a line.
func lacks(l *Line) float64 {
	sum := 0.0
	for _, it := range l.Items {
		for _, w := range it.Text.Words {
			sum += w.Added
		}
	}
	return sum
}

// endsWider reports whether a word of three letters or more ends in one that has a wider
// form in our face, joined to the letter before it.
func endsWider(word []rune) bool {
	n := len(word)
	return letters(word) > 2 && strings.ContainsRune("كبن", word[n-1]) && !strings.ContainsRune("اأإآدذرزوؤةىء", word[n-2])
}

// TestNoWiderForm: what may not be stretched keeps its forms, however loose its line is.
func TestNoWiderForm(t *testing.T) {
	e := environment()
	set := func(text string, change func(*Text)) int {
		x := plain(text, 250)
		x.Spans[0].Style.Family, x.Kashida = "Warraq Wide", NaskhKashida
		if change != nil {
			change(x)
		}
		sum := 0
		lines := setLines(x, e)
		for i := range lines {
			sum += lines[i].Kashidas
		}
		return sum
	}
	// The first line is loose: what follows has no room on it.
	after := " " + strings.Repeat("و", 45)
	for _, c := range []struct {
		text string
		want int
	}{
		{"دار رزق زرادوك دورادب ملك", 1},
		{"دار رزق زرادوك دورادب من", 0},   // two letters
		{"دار رزق زرادوك دورادب دارك", 0}, // a letter that is not joined has no such form
		{"دار رزق زرادوك دورادب مـلك", 0}, // the author has stretched it
		{"دار رزق زرادوك دورادب للهبك", 0},
	} {
		if got := set(c.text+after, nil); got != c.want {
			t.Errorf("%s: %d words stretched, not %d", c.text, got, c.want)
		}
	}
	loose := "دار رزق زرادوك دورادب ملك" + after
	for name, change := range map[string]func(*Text){
		"vowelled":   func(x *Text) { x.Spans[0].Style.Vowelled = true },
		"no kashida": func(x *Text) { x.Kashida = NoKashida },
		"ragged":     func(x *Text) { x.Align = Start },
	} {
		if got := set(loose, change); got != 0 {
			t.Errorf("%s: %d words stretched", name, got)
		}
	}
	e = environment()
	face, _ := e.Library.Face("Warraq Wide", false)
	face.Tatweel = 0
	if got := set(loose, nil); got != 0 {
		t.Errorf("without a tatweel: %d words stretched", got)
	}
}

// TestSecondFeature: a word without justification alternates takes a swash.
func TestSecondFeature(t *testing.T) {
	x := plain("دار رزق زرادو دوراد بين "+strings.Repeat("و", 45), 250)
	x.Spans[0].Style.Family, x.Kashida = "Warraq Wide", NaskhKashida
	e := environment()
	lines := setLines(x, e)
	j := &judge{t: t}
	j.paragraph(x, lines, e)
	if j.wider != 1 || !strings.Contains(logical(&lines[0]), "بين") {
		t.Errorf("%d wider forms: %s", j.wider, logical(&lines[0]))
	}
}
