package paragraph

import (
	"math"
	"slices"

	"warraq/fonts"
)

// How much a line is stretched by kashidas.
const (
	// kashidaFrom is the space, over the face's own, from which a line may draw
	// on kashidas: they are a late means (Hudson 2016; alreq).
	kashidaFrom = 1.25
	// kashidaTo is the space they bring it down to.
	kashidaTo = 1
	// kashidaShare is how many words there are for one stretched.
	kashidaShare = 3
	// longestKashida is in em.
	longestKashida = 0.6
)

// A stretchable is a word of a line that a kashida may stretch.
type stretchable struct {
	piece int // in the run
	place place
	// word counts the words of the line.
	word int
	// count is how many tatweels are inserted; 0 is none.
	count int
}

// A stretch is where a kashida stands on a line, from the left of the measure.
type stretch struct{ from, to float64 }

// stretchLines draws on kashidas for the lines that spaces alone leave loose.
func (s *setter) stretchLines(runs []run) {
	set := s.text.Places
	if set == NoKashida {
		set = NaskhKashida
	}
	var above []stretch
	for i := range runs {
		r := &runs[i]
		if r.last || r.ratio(Justify) < kashidaFrom {
			above = nil
			continue
		}
		above = s.stretchLine(r, set, above)
	}
}

// stretchLine stretches words of one line, and returns where the kashidas
// stand. Words are chosen so that the kashidas are spread evenly and none is
// near one of the line above.
func (s *setter) stretchLine(r *run, set Kashida, above []stretch) []stretch {
	candidates, words := s.candidates(r, set)
	need := r.extra(Justify) - (kashidaTo-1)*r.spaces
	limit := words / kashidaShare
	pieces := r.pieces
	var chosen []stretchable
	for {
		r.pieces = pieces
		r.sum()
		chosen = s.choose(r, candidates, need, limit, above)
		if len(chosen) == 0 {
			r.kashidas = 0
			return nil
		}
		r.pieces = s.insert(pieces, chosen)
		r.kashidas = len(chosen)
		r.sum()
		stretches := s.stretches(r, chosen)
		bad := -1
		for i, st := range stretches {
			if near(st, above, s.clearance(r)) {
				bad = i
			}
		}
		if bad < 0 && r.natural <= r.room+epsilon {
			r.stretches = stretches
			return stretches
		}
		// The words moved when they were stretched: take out the worst and choose
		// again. Each round has one candidate fewer, so it ends.
		if bad < 0 {
			bad = len(chosen) - 1
		}
		candidates = slices.DeleteFunc(candidates, func(c stretchable) bool { return c.piece == chosen[bad].piece })
	}
}

// candidates lists the words of a line that can be stretched, each at its best
// place, and counts the words.
func (s *setter) candidates(r *run, set Kashida) ([]stretchable, int) {
	var found []stretchable
	words := 0
	for k := range r.pieces {
		p := &r.pieces[k]
		if k == 0 || r.pieces[k-1].space {
			words++
		}
		if !p.whole || p.level%2 == 0 || p.face.Tatweel <= 0 {
			continue
		}
		best := stretchable{piece: k, word: words, place: place{grade: math.MaxInt}}
		for _, place := range places(s.joined.text, p.start, p.end, set) {
			// Ties go toward the word's end.
			if place.grade <= best.place.grade && safe(p.clusters, place.at) {
				best.place = place
			}
		}
		if best.place.grade == math.MaxInt {
			continue
		}
		if n := len(found); n > 0 && found[n-1].word == words {
			// One kashida a word, also where its pieces are shaped apart.
			if best.place.grade <= found[n-1].place.grade {
				found[n-1] = best
			}
			continue
		}
		found = append(found, best)
	}
	return found, words
}

// safe reports whether the shaper takes a tatweel before the cluster that starts
// at a rune.
func safe(clusters []fonts.Cluster, at int) bool {
	for i := range clusters {
		if clusters[i].Start == at {
			return clusters[i].Tatweel
		}
	}
	return false
}

// choose takes the words to stretch: as many as the line needs, at even
// distances along it, better places before worse.
func (s *setter) choose(r *run, candidates []stretchable, need float64, limit int, above []stretch) []stretchable {
	if len(candidates) == 0 || limit == 0 {
		return nil
	}
	first := &r.pieces[candidates[0].piece]
	tatweel := first.face.Tatweel * first.size
	total := int(need / tatweel)
	most := max(1, int(longestKashida/first.face.Tatweel))
	// Two tatweels a kashida where there are words enough: shorter ones cannot be
	// told from an accident, longer ones stand out.
	count := min((total+1)/2, limit, len(candidates))
	if count <= 0 {
		return nil
	}
	total = min(total, count*most)
	var chosen []stretchable
	taken := make([]bool, len(candidates))
	centers := s.centers(r, candidates)
	for j := range count {
		ideal := r.room * (float64(j) + 0.5) / float64(count)
		best, cost := -1, math.Inf(1)
		for i := range candidates {
			if taken[i] {
				continue
			}
			c := math.Abs(centers[i]-ideal) + float64(candidates[i].place.grade)*r.room*0.03
			if near(stretch{centers[i], centers[i]}, above, s.clearance(r)) {
				c += r.room
			}
			if c < cost {
				best, cost = i, c
			}
		}
		taken[best] = true
		chosen = append(chosen, candidates[best])
	}
	slices.SortFunc(chosen, func(a, b stretchable) int { return a.piece - b.piece })
	for i := range chosen {
		// Spread the tatweels so that no two kashidas differ by more than one.
		chosen[i].count = total*(i+1)/count - total*i/count
	}
	return slices.DeleteFunc(chosen, func(c stretchable) bool { return c.count == 0 })
}

// clearance is how far apart kashidas of neighbouring lines must stand: half of
// a line's height.
func (s *setter) clearance(r *run) float64 {
	height := 0.0
	for i := range r.pieces {
		p := &r.pieces[i]
		height = max(height, (p.face.Ascent+p.face.Descent)*p.size)
	}
	return height / 2
}

// near reports whether a kashida stands closer than some distance to one of the
// line above.
func near(st stretch, above []stretch, distance float64) bool {
	for _, a := range above {
		if st.from < a.to+distance && a.from < st.to+distance {
			return true
		}
	}
	return false
}

// insert returns the pieces with the chosen words shaped anew, their kashidas
// in them.
func (s *setter) insert(pieces []piece, chosen []stretchable) []piece {
	pieces = slices.Clone(pieces)
	for _, c := range chosen {
		p := &pieces[c.piece]
		p.clusters = s.env.Shaper.Stretch(s.joined.text, p.item, c.place.at, c.count)
		p.measure()
	}
	return pieces
}

// lefts returns where the pieces of a run stand once it is justified.
func (s *setter) lefts(r *run) []float64 {
	extra := r.extra(s.text.Align)
	added := shares(r, extra)
	lefts := make([]float64, len(r.pieces))
	x := s.left(r, r.natural+extra)
	for _, k := range s.visual(r.pieces) {
		lefts[k] = x
		x += r.pieces[k].width
		if added != nil {
			x += added[k]
		}
	}
	return lefts
}

// joint returns where the letter at a rune meets the one before it, from the
// left end of its piece.
func joint(p *piece, at int) float64 {
	for i := range p.clusters {
		if p.clusters[i].Start == at {
			return width(p.clusters[:i+1], p.face, p.size)
		}
	}
	return 0
}

// centers returns where kashidas would stand in the candidates.
func (s *setter) centers(r *run, candidates []stretchable) []float64 {
	lefts := s.lefts(r)
	centers := make([]float64, len(candidates))
	for i, c := range candidates {
		centers[i] = lefts[c.piece] + joint(&r.pieces[c.piece], c.place.at)
	}
	return centers
}

// stretches returns where the kashidas of a run stand.
func (s *setter) stretches(r *run, chosen []stretchable) []stretch {
	lefts := s.lefts(r)
	stretches := make([]stretch, len(chosen))
	for i, c := range chosen {
		p := &r.pieces[c.piece]
		x := lefts[c.piece] + joint(p, c.place.at)
		length := float64(c.count) * p.face.Tatweel * p.size
		stretches[i] = stretch{x, x + length}
	}
	return stretches
}
