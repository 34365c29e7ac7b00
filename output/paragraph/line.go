package paragraph

import (
	"cmp"
	"slices"
	"unicode"

	"warraq/fonts/bidi"
	"warraq/output/page"
)

// A run is one line of a paragraph before it is laid out.
type run struct {
	pieces     []piece
	start, end int // runes, with the spaces that end the line
	room       float64
	// indent from the start side.
	indent float64
	// last is the paragraph's last line, or one before a forced break.
	last bool
	// natural is the width with unchanged spaces; spaces is what these take.
	natural, spaces float64
	words, kashidas int
	stretches       []stretch
	// unstretched is the ratio before a word is stretched; 0 where none is.
	unstretched float64
}

// runs cuts the pieces at the chosen points.
func (s *setter) runs(points []point, ends []int, m measure) []run {
	runs := make([]run, 0, len(ends))
	from := 0
	for _, to := range ends {
		r := run{room: m.lineWidth(from), last: points[to].forced && !s.text.Fill}
		if from == 0 {
			r.indent = m.indent
		}
		first, end := points[from].piece, points[to].piece
		r.start, r.end = s.runeAt(first), s.runeAt(end)
		// Spaces at a line's end have no ink (UAX #14, UAX #9 L1).
		for end > first && s.pieces[end-1].space {
			end--
		}
		r.pieces = s.pieces[first:end]
		r.sum()
		runs = append(runs, r)
		from = to
	}
	return runs
}

// runeAt returns the first rune of a piece.
func (s *setter) runeAt(piece int) int {
	if piece < len(s.pieces) {
		return s.pieces[piece].start
	}
	return len(s.joined.text)
}

func (r *run) sum() {
	r.natural, r.spaces, r.words = 0, 0, 0
	for i := range r.pieces {
		r.natural += r.pieces[i].width
		switch {
		case r.pieces[i].space:
			r.spaces += r.pieces[i].width
		case i == 0 || r.pieces[i-1].space:
			r.words++
		}
	}
}

// extra is what the spaces of a run take on or give up.
func (r *run) extra(a Align) float64 {
	room := r.room - r.natural
	if a != Justify || r.spaces <= 0 || r.last && room >= 0 {
		return 0
	}
	return room
}

// ratio is the space on the line over the faces' own.
func (r *run) ratio(a Align) float64 {
	if e := r.extra(a); e != 0 {
		return 1 + e/r.spaces
	}
	return 1
}

// line lays a run out. order is the next value of page.Item.Order.
func (s *setter) line(r *run, order *int) Line {
	extra := r.extra(s.text.Align)
	l := Line{
		Width: r.natural + extra, Ratio: r.ratio(s.text.Align), Unstretched: cmp.Or(r.unstretched, r.ratio(s.text.Align)), Justified: extra != 0 || !r.last && s.text.Align == Justify && r.spaces > 0,
		Words: r.words, Kashidas: r.kashidas, Start: r.start, End: r.end,
	}
	s.describe(&l, r)
	if len(r.pieces) == 0 {
		return l
	}
	visual := s.visual(r.pieces)
	added := shares(r, extra)
	x := s.left(r, l.Width)
	l.Items = make([]Item, 0, 4)
	starts := make([]int, 0, 4) // the first rune of each item, in logical order
	// The items share the line's words: each has a stretch of them.
	words := make([]page.Word, 0, len(r.pieces))
	from := 0
	previous := -1
	for _, k := range visual {
		p := &r.pieces[k]
		span := &s.spans[p.span]
		width := p.width
		if added != nil {
			width += added[k]
		}
		if d := span.Style.Decoration; d != 0 {
			l.Marks = addMark(l.Marks, p, span, x, width, previous >= 0 && s.spans[r.pieces[previous].span].Style.Decoration == d)
		}
		if p.box {
			starts = append(starts, p.start)
			from = len(words)
			l.Items = append(l.Items, Item{Span: int(p.span), X: round(x), Y: 0 - span.Style.Rise})
			if span.Link != 0 {
				l.Links = addLink(l.Links, p, span, x, width)
			}
			x += width
			previous = k
			continue
		}
		if previous < 0 || !s.continues(&r.pieces[previous], p) {
			starts = append(starts, p.start)
			from = len(words)
			l.Items = append(l.Items, Item{Span: int(p.span), X: round(x), Y: 0 - span.Style.Rise, Text: &page.Text{
				Face: p.face, Size: p.size, Color: span.Style.Color,
				RTL: p.level%2 == 1, Language: span.Style.Language,
			}})
		}
		starts[len(starts)-1] = min(starts[len(starts)-1], p.start)
		word := page.Word{Word: p.word}
		if added != nil {
			word.Added = added[k]
		}
		words = append(words, word)
		l.Items[len(l.Items)-1].Text.Words = words[from:len(words):len(words)]
		if span.Link != 0 {
			l.Links = addLink(l.Links, p, span, x, width)
		}
		x += width
		previous = k
	}
	number(l.Items, starts, order)
	return l
}

// left is the left end of the ink of a run of some width.
func (s *setter) left(r *run, width float64) float64 {
	rtl := s.base%2 == 1
	slack := r.room - width
	if slack < epsilon {
		slack = 0
	}
	var x float64
	switch s.text.Align {
	case Center:
		x = slack / 2
	case End:
		if !rtl {
			x = slack
		}
	default:
		if rtl {
			x = slack
		}
	}
	if !rtl {
		x += r.indent
	}
	return x
}

// shares divides what the spaces of a run take on between them, in proportion
// to their own widths and in thousandths of a point, so that the sum is exact
// to half of one.
func shares(r *run, extra float64) []float64 {
	if extra == 0 {
		return nil
	}
	added := make([]float64, len(r.pieces))
	var spaces, done float64
	for i := range r.pieces {
		if !r.pieces[i].space {
			continue
		}
		spaces += r.pieces[i].width
		to := round(extra * spaces / r.spaces)
		added[i] = round(to - done)
		done = to
	}
	return added
}

// visual orders pieces left to right (UAX #9 L2). Every piece is of one level
// and its clusters stand in visual order already, so pieces are moved whole. The
// controls of isolates take part, since they keep neighbours of one level apart.
func (s *setter) visual(pieces []piece) []int {
	levels := make([]uint8, 0, len(pieces)+4)
	index := make([]int, 0, len(pieces)+4)
	first, _ := slices.BinarySearchFunc(s.gaps, pieces[0].start, func(g gap, start int) int {
		return cmp.Compare(g.before, start+1)
	})
	gaps := s.gaps[first:]
	for i := range pieces {
		for len(gaps) > 0 && gaps[0].before <= pieces[i].start {
			levels = append(levels, gaps[0].level)
			index = append(index, -1)
			gaps = gaps[1:]
		}
		levels = append(levels, pieces[i].level)
		index = append(index, i)
	}
	order := bidi.Reorder(levels)
	visual := make([]int, 0, len(pieces))
	for _, k := range order {
		if index[k] >= 0 {
			visual = append(visual, index[k])
		}
	}
	return visual
}

// continues reports whether piece b, which stands right of a, can be painted in
// one stretch with it: the same look, slot and direction, and reading on from
// one to the other.
func (s *setter) continues(a, b *piece) bool {
	if a.box || b.box || a.face != b.face || a.size != b.size || a.level%2 != b.level%2 {
		return false
	}
	if a.level%2 == 1 && b.end != a.start || a.level%2 == 0 && a.end != b.start {
		return false
	}
	if a.span == b.span {
		return true
	}
	x, y := &s.spans[a.span], &s.spans[b.span]
	return x.Slot == y.Slot && x.Style.Color == y.Style.Color && x.Style.Rise == y.Style.Rise && x.Style.Language == y.Style.Language
}

// number gives the items of a line their orders: logical, from the first rune
// of each.
func number(items []Item, starts []int, order *int) {
	index := make([]int, len(items))
	for i := range index {
		index[i] = i
	}
	slices.SortFunc(index, func(a, b int) int { return cmp.Compare(starts[a], starts[b]) })
	for _, i := range index {
		items[i].Order = *order
		*order++
	}
}

// addMark widens the mark of a decorated text by one piece that stands right of it, or
// begins another.
func addMark(marks []Mark, p *piece, span *Span, x, width float64, goesOn bool) []Mark {
	style := &span.Style
	if n := len(marks) - 1; goesOn && n >= 0 && marks[n].Size == style.Size && marks[n].Rise == style.Rise && marks[n].Color == style.Color {
		marks[n].Width = x + width - marks[n].X
		return marks
	}
	return append(marks, Mark{Decoration: style.Decoration, X: round(x), Width: width, Size: style.Size, Rise: style.Rise, Color: style.Color})
}

// addLink widens the link's rectangle on this line by one piece.
func addLink(links []Link, p *piece, span *Span, x, width float64) []Link {
	top := -(p.face.Ascent*p.size + span.Style.Rise)
	bottom := p.face.Descent*p.size - span.Style.Rise
	i := slices.IndexFunc(links, func(l Link) bool { return l.Link == span.Link })
	if i < 0 {
		return append(links, Link{Link: span.Link, X: round(x), Y: top, Width: width, Height: bottom - top})
	}
	l := &links[i]
	l.Width = x + width - l.X
	foot := max(l.Y+l.Height, bottom)
	l.Y = min(l.Y, top)
	l.Height = foot - l.Y
	return links
}

// ink is how far the glyphs of a piece reach above and below the baseline.
func (p *piece) ink() (above, below float64) {
	em := float64(p.face.UnitsPerEm)
	for i := range p.word.Clusters {
		for _, g := range p.word.Clusters[i].Glyphs {
			ink := p.face.Ink(g.ID)
			above = max(above, (ink.Above+float64(g.Y))*p.size/em)
			below = max(below, (ink.Below-float64(g.Y))*p.size/em)
		}
	}
	return above, below
}

// describe finds what a line needs besides its items: its height, its notes and
// where it comes from.
func (s *setter) describe(l *Line, r *run) {
	s.extents(l, r)
	l.Marked = slices.ContainsFunc(s.joined.text[r.start:r.end], isMark)
	for i := range r.pieces {
		span := &s.spans[r.pieces[i].span]
		if span.Note != 0 && !slices.Contains(l.Notes, span.Note) {
			l.Notes = append(l.Notes, span.Note)
		}
	}
	if len(r.pieces) == 0 && len(s.spans) > 0 {
		// An empty line is as high as its text would be.
		style := &s.spans[0].Style
		if r.start < len(s.joined.text) {
			style = &s.of(r.start).Style
		}
		if f := s.wanted(&Span{Style: *style}); f != nil {
			l.Ascent, l.Descent = f.Ascent*style.Size, f.Descent*style.Size
		}
	}
	end := r.start
	for end < r.end && s.joined.text[end] != ' ' {
		end++
	}
	l.Place = s.place(r.start, max(end, min(r.start+1, r.end)))
}

// isMark reports whether a character is drawn above or below another.
func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// extents finds how far a line reaches above and below its baseline.
func (s *setter) extents(l *Line, r *run) {
	for i := range r.pieces {
		p := &r.pieces[i]
		span := &s.spans[p.span]
		if p.box {
			l.Ascent, l.Descent = max(l.Ascent, span.Box.Height+span.Style.Rise), max(l.Descent, span.Box.Depth-span.Style.Rise)
			continue
		}
		ascent, descent := p.face.Ascent*p.size, p.face.Descent*p.size
		if wanted := s.wanted(span); wanted != nil && wanted.Family != p.face.Family {
			// A sign borrowed from a face with a larger body takes the room of its
			// ink alone, or one ≤ would push its line away from the one above.
			ascent, descent = p.ink()
		}
		l.Ascent = max(l.Ascent, ascent+span.Style.Rise)
		l.Descent = max(l.Descent, descent-span.Style.Rise)
	}
}
