package paragraph

import "math"

// The limits of a word space, as parts of the face's own space: it shrinks to
// no less than three quarters, and is glad to stretch to one and a half.
const (
	spaceShrink  = 0.25
	spaceStretch = 0.4
)

// Demerits, as in TeX (Knuth and Plass 1981; The TeXbook, chapter 14).
const (
	linePenalty      = 10
	adjacentDemerits = 10000
	// A single word on the last line of a paragraph is worth avoiding wherever the
	// lines before it can be set well.
	loneWordDemerits = 100000
	// One more ragged line outweighs any evening of its edge.
	raggedLineDemerits = 1e7
)

// The edge of ragged lines: raggedStretch is the part of the measure that a line
// is glad to leave empty, and raggedWorst the ratio beyond which a line gets
// hardly worse, since what a long address leaves short no other break can mend. A
// word that takes more than loneShare of the measure may stand on the last line
// by itself: it is an address.
const (
	raggedStretch = 0.2
	raggedWorst   = 2
	loneShare     = 0.2
)

// The passes: the largest stretch ratio a line may have in each. The first counts
// on spaces alone, the others on kashidas as well where there are any. The last takes
// any line, so that no line ever runs over its measure.
var passes = [...]float64{1, 2, math.Inf(1)}

// A point is a place where a line may end.
type point struct {
	// piece is the first piece of the line after it.
	piece int
	// end is the width of all text before it as it would stand at a line's end:
	// without the spaces just before it. start is the width of all text before
	// the line after it.
	end, start float64
	// endSpace and startSpace are the natural widths of the stretchable spaces
	// in end and start.
	endSpace, startSpace float64
	// words counts the words that began before it, and joints those of them that
	// a kashida may stretch; kashida is the most that all of these can take. Both
	// are 0 until the second pass.
	words, joints int
	kashida       float64
	// penalty for a break here, in TeX's measure.
	penalty float64
	// forced is a break the author asked for, or the paragraph's end.
	forced bool
}

// A measure is what lines are fitted to.
type measure struct {
	width, indent float64
	// ragged lines keep their natural spaces; even ones are of like length, the
	// others as full as they can be.
	ragged, even bool
	looseness    int
	// kashidas fills in what kashidas can add, before they are first counted on;
	// nil where there are none.
	kashidas func([]point)
}

// A node is a way to break the paragraph up to a point.
type node struct {
	point, previous, line int
	class                 int
	demerits              float64
}

// A fitter holds the state of one pass.
type fitter struct {
	points    []point
	measure   measure
	tolerance float64
	stretch   float64 // added to that of the spaces
	nodes     []node
	active    []int
}

// fit chooses the points at which lines end: the ways through all points with
// the fewest demerits in total. points[0] is the paragraph's start and the last
// its end. Time is linear in the points, since only those within one line's
// reach stay active.
func fit(points []point, m measure) []int {
	f := fitter{points: points, measure: m, nodes: make([]node, 0, 2*len(points))}
	for i, tolerance := range passes {
		f.tolerance = tolerance
		if i == 1 && m.kashidas != nil {
			m.kashidas(points)
		}
		last, met := f.pass()
		// Looseness may ask for the second pass, but for nothing worse.
		if last >= 0 && (met || i > 0) {
			return f.trace(last)
		}
	}
	return nil // not reached: the last pass always ends
}

// pass looks for the best way at one tolerance and returns its last node, or
// -1. met is whether it has the number of lines that looseness asks for.
func (f *fitter) pass() (last int, met bool) {
	f.nodes = append(f.nodes[:0], node{previous: -1, class: decent})
	f.active = append(f.active[:0], 0)
	final := math.IsInf(f.tolerance, 1)
	f.stretch = 0
	if final {
		f.stretch = f.measure.width * emergency
	}
	var found []node
	for j := 1; j < len(f.points); j++ {
		found = found[:0]
		kept := f.active[:0]
		overfull := -1
		for _, a := range f.active {
			ratio, fits := f.ratio(f.nodes[a].point, j)
			if fits && (f.measure.ragged || ratio <= f.tolerance) {
				found = f.better(found, f.candidate(a, j, ratio))
			}
			switch {
			case !fits:
				if overfull < 0 || f.nodes[a].demerits < f.nodes[overfull].demerits {
					overfull = a
				}
			case !f.points[j].forced:
				kept = append(kept, a)
			}
		}
		if final && len(found) == 0 && len(kept) == 0 {
			// A single cluster wider than the measure has nowhere to go.
			found = append(found, f.candidate(overfull, j, -1))
		}
		f.active = kept
		for _, n := range found {
			f.active = append(f.active, len(f.nodes))
			f.nodes = append(f.nodes, n)
		}
		if len(f.active) == 0 {
			return -1, false
		}
	}
	return f.best()
}

// better puts a candidate into the list, which keeps the best of each fitness
// class, and of each line number where looseness needs them apart.
func (f *fitter) better(list []node, n node) []node {
	for i := range list {
		if list[i].class != n.class || f.measure.looseness != 0 && list[i].line != n.line {
			continue
		}
		if n.demerits < list[i].demerits {
			list[i] = n
		}
		return list
	}
	return append(list, n)
}

// lineWidth is the room on the line that begins at point i.
func (m measure) lineWidth(i int) float64 {
	if i == 0 {
		return m.width - m.indent
	}
	return m.width
}

// ratio says how far a line from point i to point j must stretch: 1 takes all
// of its glad stretch, -1 all of its shrink. fits is false where it runs over.
func (f *fitter) ratio(i, j int) (ratio float64, fits bool) {
	from, to := &f.points[i], &f.points[j]
	room := f.measure.lineWidth(i) - (to.end - from.start)
	if f.measure.ragged {
		stretch := f.measure.width
		if !f.measure.even {
			stretch *= raggedStretch
		}
		return max(0, room) / stretch, room >= -epsilon
	}
	space := max(0, to.endSpace-from.startSpace)
	if room < 0 {
		if -room > space*spaceShrink+epsilon {
			return math.Inf(-1), false
		}
		return max(-1, room/(space*spaceShrink+epsilon)), true
	}
	if to.forced {
		return 0, true
	}
	glad := space*spaceStretch + f.stretch + epsilon
	if ratio = room / glad; ratio > kashidaRatio {
		if give := kashidaGive(from, to, room, space); give > 0 {
			ratio = max(kashidaRatio, (room-give)/glad) + kashidaStrain*min(1, (room-kashidaRatio*glad)/give)
		}
	}
	return ratio, true
}

// The stretch that kashidas give counts when lines are chosen (Benatia,
// Elyaakoubi and Lazrek, TUGboat 27:2), but only beyond what spaces are glad to
// take, and so from the second pass on: a line that needs none is the better one.
const (
	kashidaRatio = (kashidaFrom - 1) / spaceStretch
	// kashidaStrain is what a line with a kashida counts as stretched beyond that.
	kashidaStrain = 0.2
	// besideDemerits are those of two neighbouring lines with kashidas.
	besideDemerits = 200000
)

// kashidaGive is what kashidas add to the line from one point to another that lacks
// some room: the longest of one word, or of two where one would leave it too loose.
func kashidaGive(from, to *point, room, space float64) float64 {
	joints := to.joints - from.joints
	if joints == 0 {
		return 0
	}
	one := (to.kashida - from.kashida) / float64(joints)
	if joints > 1 && room-one > (secondFrom-1)*space {
		return 2 * one
	}
	return one
}

// emergency is what the last pass adds to the stretch of every line, as a part
// of the measure (TeX's \emergencystretch): one line that an address leaves
// short must not pull all others apart.
const emergency = 0.06

// epsilon is a length too small to print.
const epsilon = 1e-6

// The fitness classes: neighbouring lines should not be more than one apart, and not
// both have kashidas.
const (
	tight = iota
	decent
	loose
	veryLoose
	// stretched lines are looser than spaces should be: they have kashidas, where their
	// words take any.
	stretched
)

// leaps reports whether two neighbouring lines are too far apart.
func leaps(before, after int) bool {
	return abs(min(before, veryLoose)-min(after, veryLoose)) > 1
}

func class(ratio float64) int {
	switch {
	case ratio < -0.5:
		return tight
	case ratio <= 0.5:
		return decent
	case ratio <= 1:
		return loose
	case ratio <= kashidaRatio:
		return veryLoose
	}
	return stretched
}

// candidate is the line from node a to point j.
func (f *fitter) candidate(a, j int, ratio float64) node {
	before, to := f.nodes[a], &f.points[j]
	if f.measure.ragged && !f.measure.even {
		ratio = min(ratio, raggedWorst+ratio/100)
		if to.forced {
			ratio = 0 // the last line may be as short as it likes
		}
	}
	badness := 100 * math.Abs(ratio*ratio*ratio)
	d := (linePenalty+badness)*(linePenalty+badness) + to.penalty*to.penalty
	c := class(ratio)
	if f.measure.ragged {
		c = decent
		d += raggedLineDemerits
	} else if leaps(before.class, c) {
		d += adjacentDemerits
	} else if c == stretched && before.class == stretched {
		d += besideDemerits
	}
	if j == len(f.points)-1 && before.point > 0 && f.lone(&f.points[before.point], to) {
		d += loneWordDemerits
	}
	return node{point: j, previous: a, line: before.line + 1, class: c, demerits: before.demerits + d}
}

// lone reports whether the last line of a paragraph is too little for one.
func (f *fitter) lone(from, to *point) bool {
	return to.words-from.words < 2 && !(f.measure.ragged && to.end-from.start > f.measure.width*loneShare)
}

// best returns the active node at the end with the fewest demerits, or with the
// number of lines nearest to the looseness asked for; met is whether it is that
// number.
func (f *fitter) best() (best int, met bool) {
	best = f.active[0]
	for _, a := range f.active {
		if f.nodes[a].demerits < f.nodes[best].demerits {
			best = a
		}
	}
	if f.measure.looseness == 0 {
		return best, true
	}
	want := f.nodes[best].line + f.measure.looseness
	for _, a := range f.active {
		d, b := abs(f.nodes[a].line-want), abs(f.nodes[best].line-want)
		if d < b || d == b && f.nodes[a].demerits < f.nodes[best].demerits {
			best = a
		}
	}
	return best, f.nodes[best].line == want
}

func abs(n int) int { return max(n, -n) }

// trace lists the points of a way, without the paragraph's start.
func (f *fitter) trace(last int) []int {
	var ends []int
	for n := last; n > 0; n = f.nodes[n].previous {
		ends = append(ends, f.nodes[n].point)
	}
	for i, j := 0, len(ends)-1; i < j; i, j = i+1, j-1 {
		ends[i], ends[j] = ends[j], ends[i]
	}
	return ends
}
