package pagination

// Pages that face each other should end level (Bringhurst, The Elements of
// Typographic Style, 8.5.2). Their lines stand on one grid and stay there; what
// gives are a few spaces around headings, figures and boxes, each by a step.

// mostWidened is how many spaces of a page may widen: more would be seen.
const mostWidened = 3

// Level says, for each page of a list, which of its spaces widen by a step, by
// their boxes. A page that few of them bring to its foot ends there; of two facing
// pages of which one can't, both end where both can. first is the index of the
// first page in the document: the first of all is a recto, so that one of odd
// index faces the next.
func Level(pages []Page, boxes []Box, first int, frame Frame) [][]int {
	widened := make([][]int, len(pages))
	ends := make([]foot, len(pages))
	for i := range pages {
		ends[i] = footOf(&pages[i], boxes, frame)
		widened[i] = ends[i].to(frame.Height)
	}
	for i := range pages {
		if (first+i)%2 == 0 || i+1 == len(pages) || len(ends[i].spaces) == 0 || len(ends[i+1].spaces) == 0 {
			continue
		}
		level := min(frame.Height, ends[i].reach(), ends[i+1].reach())
		if level >= max(ends[i].used, ends[i+1].used) {
			widened[i], widened[i+1] = ends[i].to(level), ends[i+1].to(level)
		}
	}
	return widened
}

// A foot is where a page may end: used is its height with all spaces at their
// natural size, spaces are those that may widen, and step is by how much.
type foot struct {
	used, step float64
	spaces     []int
}

func (f foot) reach() float64 {
	return f.used + f.step*float64(min(mostWidened, len(f.spaces)))
}

// to are the spaces, from the foot up, that bring the last line to a height or as
// near as steps can; none where it is out of reach.
func (f foot) to(height float64) []int {
	if f.step == 0 {
		return nil
	}
	n := int((height - f.used + fitTolerance) / f.step)
	if n <= 0 || n > min(mostWidened, len(f.spaces)) {
		return nil
	}
	return f.spaces[len(f.spaces)-n:]
}

// footOf measures a page. None of its spaces widens where its end has another
// reason than its height: the text ends, a new page is asked for, a note is cut.
func footOf(p *Page, boxes []Box, frame Frame) foot {
	f := foot{used: p.Used, step: frame.Grid}
	next := p.To
	for next < len(boxes) && boxes[next].Kind == Space {
		next++
	}
	if next == len(boxes) || boxes[next].Forced || !p.Cut.None() {
		return f
	}
	started := false
	var pending []int
	for j := p.From; j < p.To; j++ {
		switch b := &boxes[j]; {
		case b.Kind == Space:
			if started && b.Widens {
				pending = append(pending, j)
			}
		case p.Holds(j, b.Kind):
			f.spaces = append(f.spaces, pending...)
			pending, started = pending[:0], true
		}
	}
	return f
}
