package paragraph

import (
	"cmp"
	"math"
	"slices"
	"unicode"

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
	// Of the words of a hemistich, which is to be as long as all others, every second
	// one may be.
	fillShare = 2
	// A kashida is about as long as gladKashida where there are words enough:
	// shorter ones cannot be told from an accident, longer ones stand out. None is
	// longer than longestKashida. Both are in em.
	gladKashida    = 0.4
	longestKashida = 0.9
)

// A stretchable is a word of a line that a kashida may stretch.
type stretchable struct {
	piece int // in the run
	place place
	// offset is from the left end of its piece to the joint, which stretching does
	// not change; center is from the left of the measure before any word is
	// stretched.
	offset, center float64
	// word counts the words of the line.
	word int
	// count is how many tatweels are inserted; 0 is none.
	count int
}

// A stretch is where a kashida stands on a line, from the left of the measure.
type stretch struct{ from, to float64 }

// stretchLines draws on kashidas for the lines that spaces alone leave loose,
// the loosest first: it should find the room that it needs free of its
// neighbours' kashidas.
func (s *setter) stretchLines(runs []run) {
	var loose []int
	for i := range runs {
		if r := &runs[i]; !r.last && r.ratio(Justify) >= kashidaFrom {
			loose = append(loose, i)
		}
	}
	slices.SortStableFunc(loose, func(a, b int) int {
		return cmp.Compare(runs[b].ratio(Justify), runs[a].ratio(Justify))
	})
	var taken []stretch
	for _, i := range loose {
		taken = taken[:0]
		if i > 0 {
			taken = s.keepClear(taken, &runs[i], &runs[i-1])
		}
		if i+1 < len(runs) {
			taken = s.keepClear(taken, &runs[i], &runs[i+1])
		}
		s.stretchLine(&runs[i], taken)
	}
}

// keepClear adds to taken where a line may have no kashidas for those of a
// neighbouring line: half of the higher line's height on both sides of each.
func (s *setter) keepClear(taken []stretch, r, neighbour *run) []stretch {
	if len(neighbour.stretches) == 0 {
		return taken
	}
	clearance := max(s.height(r), s.height(neighbour)) / 2
	for _, n := range neighbour.stretches {
		taken = append(taken, stretch{n.from - clearance, n.to + clearance})
	}
	return taken
}

// height is the height of a line from its highest face to its lowest.
func (s *setter) height(r *run) float64 {
	var l Line
	s.extents(&l, r)
	return l.Ascent + l.Descent
}

// stretchLine stretches words of one line. They are chosen so that the kashidas
// are spread evenly and none stands where it may not.
func (s *setter) stretchLine(r *run, taken []stretch) {
	candidates := s.candidates(r, taken)
	need := r.extra(Justify) - (kashidaTo-1)*r.spaces
	limit := r.words / kashidaShare
	if s.text.Fill {
		limit = (r.words + 1) / fillShare
	}
	pieces := r.pieces
	for {
		r.pieces = pieces
		r.sum()
		chosen := choose(r, candidates, need, limit)
		if len(chosen) == 0 {
			r.kashidas, r.stretches = 0, nil
			return
		}
		r.pieces = s.insert(pieces, chosen)
		r.kashidas = len(chosen)
		r.sum()
		r.stretches = s.stretches(r, pieces, chosen)
		bad := -1
		for i, st := range r.stretches {
			if st.overlaps(taken) {
				bad = i
			}
		}
		if bad < 0 && r.natural <= r.room+epsilon {
			return
		}
		// The words moved when they were stretched: take out the worst and choose
		// again. Each round has one candidate fewer, so it ends.
		if bad < 0 {
			bad = len(chosen) - 1
		}
		candidates = slices.DeleteFunc(candidates, func(c stretchable) bool { return c.piece == chosen[bad].piece })
	}
}

// countJoints tells the points how many words before each a kashida may stretch,
// and how far.
func (s *setter) countJoints(points []point) {
	joints, kashida, next, stretches := 0, 0.0, 0, false
	pass := func(piece int) {
		for ; next < len(points) && points[next].piece <= piece; next++ {
			points[next].joints, points[next].kashida = joints, kashida
		}
	}
	for k := range s.pieces {
		pass(k)
		p := &s.pieces[k]
		switch {
		case p.space:
			stretches = false
		case !stretches && len(s.joints(p)) > 0:
			joints++
			kashida += p.longestKashida()
			stretches = true
		}
	}
	pass(len(s.pieces))
}

// joints returns the places for a kashida in a piece that the shaper takes too.
// They are good until the next call.
func (s *setter) joints(p *piece) []place {
	if !p.whole || p.level%2 == 0 || s.spans[p.span].Style.Vowelled || p.face.Tatweel <= 0 || !slices.ContainsFunc(p.word.Clusters, tatweelFits) || s.joinsNeighbour(p) {
		return nil
	}
	found := s.finder.places(s.joined.text, p.start, p.end, s.text.Kashida)
	return slices.DeleteFunc(found, func(c place) bool { return !p.safe(c.at) })
}

// joinsNeighbour reports whether a piece is part of a longer word: letters stand
// next to it that an isolate or a change of size parts from it.
func (s *setter) joinsNeighbour(p *piece) bool {
	text := s.joined.text
	return p.start > 0 && isLetter(text[p.start-1]) || p.end < len(text) && isLetter(text[p.end])
}

// isLetter reports whether r is a letter or a mark on one.
func isLetter(r rune) bool { return r != ' ' && unicode.In(r, unicode.L, unicode.M) }

// tatweelFits reports whether the shaper takes a tatweel before a cluster.
func tatweelFits(c fonts.Cluster) bool { return c.Tatweel }

// safe reports whether the shaper takes a tatweel before the cluster that starts
// at a rune.
func (p *piece) safe(at int) bool {
	for i := range p.word.Clusters {
		if c := &p.word.Clusters[i]; p.item.Start+c.Start == at {
			return c.Tatweel
		}
	}
	return false
}

// candidates lists the words of a line that can be stretched, each at the best of
// its places that is not taken.
func (s *setter) candidates(r *run, taken []stretch) []stretchable {
	var found []stretchable
	lefts, word := s.lefts(r), 0
	for k := range r.pieces {
		p := &r.pieces[k]
		if k == 0 || r.pieces[k-1].space {
			word++
		}
		joints := s.joints(p)
		// Ties go toward the word's end.
		slices.SortFunc(joints, func(a, b place) int { return cmp.Or(cmp.Compare(a.grade, b.grade), cmp.Compare(b.at, a.at)) })
		for _, joint := range joints {
			c := stretchable{piece: k, word: word, place: joint, offset: p.before(joint.at)}
			c.center = lefts[k] + c.offset
			if (stretch{c.center, c.center}).overlaps(taken) {
				continue
			}
			// One kashida a word, also where its pieces are shaped apart.
			if n := len(found); n == 0 || found[n-1].word != word {
				found = append(found, c)
			} else if c.place.grade <= found[n-1].place.grade {
				found[n-1] = c
			}
			break
		}
	}
	return found
}

// mostTatweels is how many tatweels make the longest kashida of a face.
func mostTatweels(f *fonts.Face) int { return max(1, int(longestKashida/f.Tatweel)) }

// longestKashida is the length of the longest kashida in a piece.
func (p *piece) longestKashida() float64 {
	return float64(mostTatweels(p.face)) * p.face.Tatweel * p.size
}

// choose takes the words to stretch: as many as the line needs, at even
// distances along it, better places before worse.
func choose(r *run, candidates []stretchable, need float64, limit int) []stretchable {
	if len(candidates) == 0 || limit == 0 {
		return nil
	}
	first := &r.pieces[candidates[0].piece]
	tatweel := first.face.Tatweel * first.size
	total := int(need / tatweel)
	most := mostTatweels(first.face)
	glad := max(1, int(math.Round(gladKashida/first.face.Tatweel)))
	count := min((total+glad-1)/glad, limit, len(candidates))
	if count <= 0 {
		return nil
	}
	var chosen []stretchable
	for j := range count {
		ideal := r.room * (float64(j) + 0.5) / float64(count)
		best, cost := -1, math.Inf(1)
		for i, c := range candidates {
			beside := func(o stretchable) bool { return abs(o.word-c.word) <= 1 }
			if slices.ContainsFunc(chosen, beside) {
				continue // never two words in a row
			}
			d := math.Abs(c.center-ideal) + float64(c.place.grade)*r.room*0.05
			if d < cost {
				best, cost = i, d
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, candidates[best])
	}
	slices.SortFunc(chosen, func(a, b stretchable) int { return a.piece - b.piece })
	count = len(chosen)
	total = min(total, count*most)
	for i := range chosen {
		// Spread the tatweels so that no two kashidas differ by more than one.
		chosen[i].count = total*(i+1)/count - total*i/count
	}
	return slices.DeleteFunc(chosen, func(c stretchable) bool { return c.count == 0 })
}

// overlaps reports whether a kashida stands in one of some places.
func (st stretch) overlaps(taken []stretch) bool {
	for _, t := range taken {
		if st.from < t.to && t.from < st.to {
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
		p.word = s.env.Shaper.Stretch(s.joined.text, p.item, c.place.at, c.count)
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

// before returns where the letter at a rune meets the one before it, from the
// left end of the piece.
func (p *piece) before(at int) float64 {
	var units int32
	for i := range p.word.Clusters {
		c := &p.word.Clusters[i]
		units += c.Advance
		if p.item.Start+c.Start == at {
			return p.points(units)
		}
	}
	return 0
}

// stretches returns where the kashidas of a run stand. pieces are as they were
// before they were stretched.
func (s *setter) stretches(r *run, pieces []piece, chosen []stretchable) []stretch {
	lefts := s.lefts(r)
	stretches := make([]stretch, len(chosen))
	for i, c := range chosen {
		x := lefts[c.piece] + c.offset
		stretches[i] = stretch{x, x + r.pieces[c.piece].width - pieces[c.piece].width}
	}
	return stretches
}
