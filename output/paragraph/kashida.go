package paragraph

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"unicode"

	"warraq/fonts"
)

// How much a line is stretched by kashidas.
const (
	// kashidaFrom is the space, over the face's own, from which a line may draw on
	// a kashida: it is a late means, after spaces (Hudson 2016; alreq). Beyond
	// secondFrom it may draw on a second, where one has not brought it under.
	kashidaFrom = 1.5
	secondFrom  = 1.6
	// A kashida is no shorter than shortestKashida, where the face's tatweel lets
	// it, and no longer than longestKashida: shorter ones cannot be told from an
	// accident, longer ones stand out. Both are in em.
	shortestKashida = 0.2
	longestKashida  = 0.6
)

// A rule says when words of a line are stretched, and how far: from which space on the
// first is, and from which each after it; to what space they bring the line; how long a
// kashida is at most, in em; and how many words there are at most.
type rule struct {
	from, again, to, longest float64
	words                    int
	// even divides what a line needs between all words that may be stretched.
	even bool
}

// rule is that of running text, or of a hemistich, which is to be as long as all others:
// every second word of it may be stretched, and further.
func (s *setter) rule(words int) rule {
	if s.text.Fill {
		return rule{from: 1.25, again: 1.25, to: 1, longest: 0.9, words: (words + 1) / 2, even: true}
	}
	return rule{from: kashidaFrom, again: secondFrom, to: 1.3, longest: longestKashida, words: 2}
}

// A stretchable is a word of a line that a kashida may stretch, or a wider form.
type stretchable struct {
	piece int // in the run
	place place
	// wider is the word in the wider forms of its face; nil is one that takes a
	// kashida.
	wider *fonts.Word
	// offset is from the left end of its piece to the joint, which stretching does
	// not change; or to the wider forms, which take length.
	offset, length float64
	// word counts the words of the line from 1, and late is the part of them that is
	// read by then.
	word int
	late float64
	// count is how many tatweels are inserted.
	count int
}

// A stretch is where a kashida stands on a line, from the left of the measure.
type stretch struct{ from, to float64 }

// stretchLines draws on kashidas for the lines that spaces alone leave loose. That
// neighbours are not both so was weighed when the lines were chosen.
func (s *setter) stretchLines(runs []run) {
	for i := range runs {
		r := &runs[i]
		if r.last || r.ratio(Justify) <= s.rule(r.words).from {
			continue
		}
		var taken []stretch
		if i > 0 {
			taken = s.keepClear(nil, r, &runs[i-1])
		}
		s.stretchLine(r, taken)
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

// stretchLine stretches a word of a line, or two where one leaves it too loose. No
// kashida stands right below another. Where the face has wider forms of its own, the
// first word takes these: they come before the kashida (alreq, justification).
func (s *setter) stretchLine(r *run, taken []stretch) {
	rule := s.rule(r.words)
	candidates := s.candidates(r)
	r.unstretched = r.ratio(Justify)
	pieces := r.pieces
	chosen := s.widen(r, taken)
	for len(chosen) < rule.words && (len(chosen) == 0 || r.ratio(Justify) > rule.again) {
		best := -1
		for i := range candidates {
			if c := &candidates[i]; !besideAny(chosen, c) && (best < 0 || c.cost() < candidates[best].cost()) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		c := candidates[best]
		candidates = slices.Delete(candidates, best, best+1)
		need := r.extra(Justify) - (rule.to-1)*r.spaces
		if rule.even {
			need /= float64(min(rule.words-len(chosen), len(candidates)+1))
		}
		c.count = rule.tatweels(need, r.room-r.natural, &pieces[c.piece])
		if c.count == 0 {
			return
		}
		if with := append(slices.Clip(chosen), c); s.take(r, pieces, with, taken) {
			chosen = with
		}
	}
}

// take stretches the chosen words of a line, unless one would then stand too near to
// one of the line above. pieces are as they were before any was stretched.
func (s *setter) take(r *run, pieces []piece, chosen []stretchable, taken []stretch) bool {
	before := *r
	r.pieces = s.insert(pieces, chosen)
	r.sum()
	stretches := s.stretches(r, pieces, chosen)
	if slices.ContainsFunc(stretches, func(st stretch) bool { return st.overlaps(taken) }) {
		*r = before
		return false
	}
	r.kashidas, r.stretches = len(chosen), stretches
	return true
}

// widen sets a word of a line in the wider forms of its face, where it has any: the
// later in the line, the rather. It returns the word, if there is one.
func (s *setter) widen(r *run, taken []stretch) []stretchable {
	pieces := r.pieces
	candidates := s.wideners(r)
	slices.SortStableFunc(candidates, func(a, b stretchable) int { return cmp.Compare(a.cost(), b.cost()) })
	for _, c := range candidates {
		if chosen := []stretchable{c}; s.take(r, pieces, chosen, taken) {
			return chosen
		}
	}
	return nil
}

// wideners lists the words of a line that have wider forms for which it has room.
func (s *setter) wideners(r *run) []stretchable {
	var found []stretchable
	for k, word := range r.counted() {
		p := &r.pieces[k]
		if len(p.face.Wider) == 0 || !s.mayStretch(p) {
			continue
		}
		if _, refused := s.finder.places(s.joined.text, p.start, p.end, s.text.Kashida); refused {
			continue
		}
		if w := s.widerForm(p, r.extra(Justify)); w != nil {
			c := stretchable{piece: k, word: word, wider: w, late: float64(word) / float64(r.words)}
			c.offset, c.length = p.widened(w)
			found = append(found, c)
		}
	}
	return found
}

// widerForm returns a word in the first of its face's wider forms that lengthen it by as
// much as a kashida would at least, and by no more than some room; nil where none does.
func (s *setter) widerForm(p *piece, room float64) *fonts.Word {
	for _, feature := range p.face.Wider {
		item := p.item
		item.Feature = feature
		w := s.env.Shaper.Word(s.joined.text, item)
		if more := p.points(w.Advance - p.word.Advance); more >= shortestKashida*p.size-epsilon && more <= room+epsilon {
			return w
		}
	}
	return nil
}

// widened returns how far from the left end of a piece its wider forms stand, and what
// they take from the first to the last. Where forms part or join letters, that is the
// whole word.
func (p *piece) widened(wider *fonts.Word) (offset, length float64) {
	if len(wider.Clusters) != len(p.word.Clusters) {
		return 0, p.points(wider.Advance)
	}
	var x, from, to int32
	for i := range wider.Clusters {
		c := &wider.Clusters[i]
		if c.Advance != p.word.Clusters[i].Advance {
			if to == 0 {
				from = x
			}
			to = x + c.Advance
		}
		x += c.Advance
	}
	return p.points(from), p.points(to - from)
}

// besideAny reports whether a word stands next to one that is stretched.
func besideAny(chosen []stretchable, c *stretchable) bool {
	return slices.ContainsFunc(chosen, func(o stretchable) bool { return abs(o.word-c.word) <= 1 })
}

// tatweels is how many make a kashida in a piece for some room that is needed, within
// what there is.
func (u rule) tatweels(need, room float64, p *piece) int {
	length := p.face.Tatweel * p.size
	most := mostTatweels(p.face, u.longest)
	least := int(math.Ceil(shortestKashida/p.face.Tatweel - epsilon))
	n := min(max(int(math.Round(need/length)), least), most)
	if float64(n)*length > room+epsilon {
		return 0
	}
	return n
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
	if !slices.ContainsFunc(p.word.Clusters, tatweelFits) || !s.mayStretch(p) {
		return nil
	}
	found, _ := s.finder.places(s.joined.text, p.start, p.end, s.text.Kashida)
	return slices.DeleteFunc(found, func(c place) bool { return !p.safe(c.at) })
}

// mayStretch reports whether a piece is a whole word that may be made longer, by a
// kashida or by wider forms. Nothing is in a face that can draw no kashida, which a note
// says of it.
func (s *setter) mayStretch(p *piece) bool {
	return p.whole && p.level%2 == 1 && p.face.Tatweel > 0 && !s.spans[p.span].Style.Vowelled && !s.joinsNeighbour(p) &&
		letters(s.joined.text[p.start:p.end]) > 2 // a stretched «من» catches the eye
}

// letters counts the letters of a word, without the marks on them.
func letters(word []rune) int {
	n := 0
	for _, r := range word {
		if !transparent(r) && unicode.IsLetter(r) {
			n++
		}
	}
	return n
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

// counted goes through the pieces of a line, each with the number of its word from 1.
func (r *run) counted() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		word := 0
		for k := range r.pieces {
			if !r.pieces[k].space && (k == 0 || r.pieces[k-1].space) {
				word++
			}
			if !yield(k, word) {
				return
			}
		}
	}
}

// candidates lists the words of a line that can be stretched, each at the best of its
// places.
func (s *setter) candidates(r *run) []stretchable {
	var found []stretchable
	for k, word := range r.counted() {
		p := &r.pieces[k]
		joints := s.joints(p)
		if len(joints) == 0 {
			continue
		}
		// Ties go toward the word's end.
		joint := slices.MinFunc(joints, func(a, b place) int { return cmp.Or(cmp.Compare(a.grade, b.grade), cmp.Compare(b.at, a.at)) })
		c := stretchable{piece: k, word: word, place: joint, offset: p.before(joint.at), late: float64(word) / float64(r.words)}
		// One kashida a word, also where its pieces are shaped apart.
		if n := len(found); n == 0 || found[n-1].word != word {
			found = append(found, c)
		} else if c.place.grade <= found[n-1].place.grade {
			found[n-1] = c
		}
	}
	return found
}

// early is the part of a line, from where reading begins, in which a kashida stands
// only where nothing later can be stretched; gradeWeight is how much later in the line
// a place may be for being a grade worse.
const (
	early       = 0.4
	gradeWeight = 0.25
)

// cost is the smaller the rather a word is stretched: at the better place, and late in
// the line, as the compositor finds what it lacks.
func (c *stretchable) cost() float64 {
	cost := float64(c.place.grade)*gradeWeight - c.late
	if c.late < early {
		cost += 2
	}
	return cost
}

// longestKashida is the length of the longest kashida in a piece.
func (p *piece) longestKashida() float64 {
	return float64(mostTatweels(p.face, longestKashida)) * p.face.Tatweel * p.size
}

// insert returns the pieces with the chosen words shaped anew, their kashidas
// or wider forms in them.
func (s *setter) insert(pieces []piece, chosen []stretchable) []piece {
	pieces = slices.Clone(pieces)
	for _, c := range chosen {
		p := &pieces[c.piece]
		if p.word = c.wider; p.word == nil {
			p.word = s.env.Shaper.Stretch(s.joined.text, p.item, c.place.at, c.count)
		}
		p.measure()
	}
	return pieces
}

// mostTatweels is how many tatweels make the longest kashida of a face: as near to it
// as they come.
func mostTatweels(f *fonts.Face, longest float64) int {
	return max(1, int(math.Round(longest/f.Tatweel)))
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
		length := c.length
		if c.wider == nil {
			length = r.pieces[c.piece].width - pieces[c.piece].width
		}
		stretches[i] = stretch{x, x + length}
	}
	return stretches
}
