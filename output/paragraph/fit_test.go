package paragraph

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The taste of an exhaustive search: what it minds beyond the badness of each
// line.
type taste struct {
	adjacent, beside, lone float64
	kashidas               bool
}

// ours is the taste of [fit].
var ours = taste{adjacentDemerits, besideDemerits, loneWordDemerits, true}

// A search tries every way to break a paragraph, and so knows the best.
type search struct {
	taste
	points    []point
	measure   measure
	tolerance float64
	best      float64
	ends      []int
}

// searched returns the best breaks and their demerits; none where no way keeps
// the tolerance of the first two passes.
func searched(points []point, m measure, t taste) ([]int, float64) {
	points = slices.Clone(points)
	for pass, tolerance := range passes[:2] {
		if pass == 1 && t.kashidas && m.kashidas != nil {
			m.kashidas(points)
		}
		s := search{taste: t, points: points, measure: m, tolerance: tolerance, best: math.Inf(1)}
		s.from(0, 0, decent, nil)
		if s.ends != nil {
			return s.ends, s.best
		}
	}
	return nil, 0
}

// from tries every line that begins at a point.
func (s *search) from(start int, demerits float64, before int, ends []int) {
	if demerits >= s.best {
		return
	}
	if start == len(s.points)-1 {
		s.best, s.ends = demerits, slices.Clone(ends)
		return
	}
	f := fitter{points: s.points, measure: s.measure, tolerance: s.tolerance}
	for end := start + 1; end < len(s.points); end++ {
		ratio, fits := f.ratio(start, end)
		if !fits {
			return
		}
		if ratio <= s.tolerance {
			class := class(ratio)
			s.from(end, demerits+s.line(start, end, ratio, before, class), class, append(ends[:len(ends):len(ends)], end))
		}
		if s.points[end].forced {
			return
		}
	}
}

// line is the demerits of one line (The TeXbook, chapter 14).
func (s *search) line(start, end int, ratio float64, before, class int) float64 {
	d := math.Pow(10+100*math.Abs(math.Pow(ratio, 3)), 2) + math.Pow(s.points[end].penalty, 2)
	if leaps(before, class) {
		d += s.adjacent
	} else if class == stretched && before == stretched {
		d += s.beside
	}
	if end == len(s.points)-1 && start > 0 && s.points[end].words-s.points[start].words < 2 {
		d += s.lone
	}
	return d
}

// breaking is a paragraph ready to be broken.
func breaking(words []string, width float64, e *Environment) (*setter, []point, measure) {
	x := plain(strings.Join(words, " "), width)
	x.Kashida = NaskhKashida
	s := newSetter(x, e)
	m := measure{width: width, kashidas: s.countJoints}
	return s, s.points(width, 0), m
}

// TestFitFindsTheBest: no way to break a paragraph has fewer demerits than the
// one that is found in linear time.
func TestFitFindsTheBest(t *testing.T) {
	words := strings.Fields(strings.Join(slices.Concat(prose(t), article(t)), " "))
	e := environment()
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "words")
		from := rapid.IntRange(0, len(words)-n).Draw(t, "from")
		_, points, m := breaking(words[from:from+n], rapid.Float64Range(110, 300).Draw(t, "width"), e)
		want, demerits := searched(points, m, ours)
		if want == nil {
			return
		}
		compared++
		got := fit(points, m)
		if !slices.Equal(got, want) {
			t.Fatalf("breaks at %v, the best (%.0f) at %v", got, demerits, want)
		}
	})
	if compared < 20 && !testing.Short() { // which draws a fifth of the cases
		t.Errorf("only %d paragraphs were compared", compared)
	}
}

// outcome is what a reader sees of a paragraph: its breaks, how often the
// tightness leaps between lines, how uneven the spaces are after kashidas, and
// the words of the last line.
type outcome struct {
	leaps, beside int
	last          int
}

func outcomeOf(s *setter, points []point, m measure, ends []int) outcome {
	var o outcome
	f := fitter{points: points, measure: m}
	start, before := 0, decent
	for _, end := range ends {
		ratio, _ := f.ratio(start, end)
		c := class(ratio)
		if leaps(before, c) {
			o.leaps++
		}
		if c == stretched && before == stretched {
			o.beside++
		}
		before, start = class(ratio), end
	}
	runs := s.runs(points, ends, m)
	o.last = runs[len(runs)-1].words
	return o
}

// TestWhatCounts: each thing that is minded beyond the single line changes how
// some paragraph of our prose is set, and to the better.
func TestWhatCounts(t *testing.T) {
	e := environment()
	words := strings.Fields(strings.Join(prose(t), " "))
	for _, c := range []struct {
		name   string
		taste  taste
		better func(with, without outcome) bool
	}{
		{"lines next to each other", taste{0, ours.beside, ours.lone, true}, func(with, without outcome) bool { return with.leaps < without.leaps }},
		{"neighbours with kashidas", taste{ours.adjacent, 0, ours.lone, true}, func(with, without outcome) bool { return with.beside < without.beside }},
		{"a lone word at the end", taste{ours.adjacent, ours.beside, 0, true}, func(with, without outcome) bool { return with.last > 1 && without.last == 1 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed, better := 0, 0
			for from := 0; from+36 <= len(words); from += 12 {
				for _, width := range []float64{190, 230, 300} {
					s, points, m := breaking(words[from:from+36], width, e)
					without, _ := searched(points, m, c.taste)
					if without == nil {
						continue
					}
					with := fit(points, m)
					if slices.Equal(with, without) {
						continue
					}
					changed++
					if c.better(outcomeOf(s, points, m, with), outcomeOf(s, points, m, without)) {
						better++
					}
				}
			}
			t.Logf("%d paragraphs changed, %d for the better", changed, better)
			if better == 0 || better*2 < changed {
				t.Errorf("%d paragraphs changed, %d for the better", changed, better)
			}
		})
	}
}

// TestKashidasAreCountedOn: that lines may be stretched is weighed when they are chosen,
// so that in running text on a book's measure fewer of them stay loose, and fewer
// neighbours are stretched.
func TestKashidasAreCountedOn(t *testing.T) {
	e := environment()
	count := func(counted bool) (n int) {
		for _, text := range slices.Concat(article(t), prose(t)) {
			for _, width := range []float64{340, 360, 381} {
				x := plain(text, width)
				x.Spans[0].Style.Family, x.Spans[0].Style.Size, x.Kashida = "Scheherazade New", 14, NaskhKashida
				s := newSetter(x, e)
				m := measure{width: width}
				if counted {
					m.kashidas = s.countJoints
				}
				points := s.points(width, 0)
				runs := s.runs(points, fit(points, m), m)
				s.stretchLines(runs)
				for i := range runs {
					if !runs[i].last && runs[i].ratio(Justify) > kashidaFrom || i > 0 && runs[i].kashidas > 0 && runs[i-1].kashidas > 0 {
						n++
					}
				}
				s.done()
			}
		}
		return n
	}
	if with, without := count(true), count(false); with >= without {
		t.Errorf("%d lines are loose or stretched beside another, without counting on it %d", with, without)
	} else {
		t.Logf("%d, %d", with, without)
	}
}
