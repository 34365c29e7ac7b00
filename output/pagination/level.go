package pagination

import "math"

// Pages that face each other should end level (Bringhurst, The Elements of
// Typographic Style, 8.5.2). The lines of a text stand a leading apart and stay
// so; what gives is the space around paragraphs, headings, lists and figures, up
// to its stretch.

// Level is, for each page of a list, the part of their stretch that its spaces
// take. A page whose spaces can bring its last line to the foot does so; of two
// facing pages of which one can't, both end where both can. first is the index of
// the first page in the document: the first of all is a recto, so that one of odd
// index faces the next.
func Level(pages []Page, boxes []Box, first int, frame Frame) []float64 {
	stretches := make([]float64, len(pages))
	ends := make([]foot, len(pages))
	for i := range pages {
		ends[i] = footOf(&pages[i], boxes)
		stretches[i] = ends[i].to(frame.Height)
	}
	for i := range pages {
		if (first+i)%2 == 0 || i+1 == len(pages) || ends[i].stretch == 0 || ends[i+1].stretch == 0 {
			continue
		}
		level := min(frame.Height, ends[i].reach(), ends[i+1].reach())
		if level >= max(ends[i].used, ends[i+1].used) {
			stretches[i], stretches[i+1] = ends[i].to(level), ends[i+1].to(level)
		}
	}
	return stretches
}

// A foot is where a page may end: used is its height with all spaces at their
// natural size, stretch what they can take on.
type foot struct{ used, stretch float64 }

func (f foot) reach() float64 { return f.used + f.stretch }

// to is the part of the stretch that brings the last line to a height, 0 where it
// is out of reach.
func (f foot) to(height float64) float64 {
	slack := height - f.used
	if f.stretch == 0 || slack <= 0 || slack > f.stretch+fitTolerance {
		return 0
	}
	return math.Min(1, slack/f.stretch)
}

// footOf measures a page. One has no stretch where its end has another reason than
// its height: the text ends, a new page is asked for, a note is cut.
func footOf(p *Page, boxes []Box) foot {
	f := foot{used: p.Used}
	next := p.To
	for next < len(boxes) && boxes[next].Kind == Space {
		next++
	}
	if next == len(boxes) || boxes[next].Forced || !p.Cut.None() {
		return f
	}
	started, pending := false, 0.0
	for j := p.From; j < p.To; j++ {
		switch b := &boxes[j]; {
		case b.Kind == Space:
			if started {
				pending += b.Stretch
			}
		case p.Holds(j, b.Kind):
			f.stretch += pending
			pending, started = 0, true
		}
	}
	return f
}
