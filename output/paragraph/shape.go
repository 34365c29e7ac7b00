package paragraph

import (
	"cmp"
	"math"
	"slices"

	"github.com/rivo/uniseg"

	"warraq/fonts"
)

// A piece is shaped text that no line break divides: of one span, face, size
// and level. A space between words is a piece of its own.
type piece struct {
	// word is the shape; its clusters count their Start from item.Start.
	word       *fonts.Word
	start, end int // runes
	span       int32
	level      uint8
	// space is a space that justification may change.
	space bool
	// box is one that stands in the text: its word has no clusters.
	box bool
	// whole is a word shaped alone, which a kashida may stretch; item is how it
	// was shaped.
	whole bool
	item  fonts.Item
	face  *fonts.Face
	size  float64
	width float64
}

// A setter sets one paragraph. Nothing of it is in what it sets.
type setter struct {
	joined
	text   *Text
	env    *Environment
	pieces []piece
	// places has room for the points of a scan.
	places []point
	finder finder
	// missing are the runes that no face has.
	missing []int
	// broken are the starts of words that had to be divided.
	broken []int
}

// newSetter joins, resolves and shapes a paragraph. Call done when it is set.
func newSetter(t *Text, e *Environment) *setter {
	s := e.spare
	if s == nil {
		s = &setter{}
	}
	e.spare = nil
	*s = setter{joined: s.joined, text: t, env: e, pieces: s.pieces[:0], places: s.places, finder: s.finder}
	s.join(t.Spans)
	s.resolve(t.Direction, t.Digits, t.Language)
	for i, r := range s.joined.text {
		// A no-break space has done its work: it prints, and copies, as a space.
		if r == '\u00A0' {
			s.joined.text[i] = ' '
		}
	}
	s.shape()
	return s
}

// done leaves the room of a setter to the next one.
func (s *setter) done() { s.env.spare = s }

// wanted returns the face a span asks for: its family, or the first of the
// library where it is not there.
func (s *setter) wanted(span *Span) *fonts.Face {
	l := s.env.Library
	if span.Style.Italic {
		if f, ok := l.Italic(span.Style.Family, span.Style.Bold); ok {
			return f
		}
	}
	if f, ok := l.Face(span.Style.Family, span.Style.Bold); ok {
		return f
	}
	for _, family := range l.Families() {
		if f, ok := l.Face(family, span.Style.Bold); ok {
			return f
		}
	}
	return nil
}

// shape makes the pieces, in logical order.
func (s *setter) shape() {
	runes := s.joined.text
	if len(runes) == 0 {
		return
	}
	faces := make([]*fonts.Face, len(s.spans))
	face := func(i int) *fonts.Face {
		k := s.span[i]
		if faces[k] == nil {
			faces[k] = s.wanted(&s.spans[k])
		}
		return faces[k]
	}
	language := s.text.Language
	if language == "" {
		language = "ar"
	}
	items, missing := fonts.Itemise(runes, s.levels, language, face, s.env.Library)
	s.missing = slices.DeleteFunc(missing, s.isBox)
	s.pieces = slices.Grow(s.pieces, len(runes)/3)
	for _, item := range items {
		for start := item.Start; start < item.End; {
			end := s.unit(start, item.End)
			if s.isBox(start) {
				s.pieces = append(s.pieces, piece{
					word: &fonts.Word{}, start: start, end: end, span: s.span[start], level: item.Level, box: true,
					face: item.Face, size: s.of(start).Style.Size, width: s.of(start).Box.Width,
				})
			} else if runes[start] != lineSeparator {
				unit := item
				unit.Start, unit.End = start, end
				if l := s.of(start).Style.Language; l != "" {
					unit.Language = l
				}
				s.shapeUnit(unit, face(start))
			}
			start = end
		}
	}
}

// unit returns the end of the text that is shaped as one from start on: a word
// between places where a line may break, or one space. A change of colour or
// meaning does not part letters, a change of size does.
func (s *setter) unit(start, limit int) int {
	if s.isBox(start) {
		return start + 1
	}
	limit = fonts.WordEnd(s.joined.text, start, limit)
	style := &s.of(start).Style
	end := start + 1
	for ; end < limit && s.breaks[end] == fonts.None; end++ {
		if s.span[end] == s.span[end-1] {
			continue
		}
		if s.parted(end) || s.isBox(end) {
			break
		}
		if next := &s.of(end).Style; next.Size != style.Size || next.Rise != style.Rise || next.Language != style.Language {
			break
		}
	}
	return end
}

// isBox reports whether a rune stands for a box.
func (j *joined) isBox(rune int) bool { return j.of(rune).Box.Width > 0 }

// parted reports whether the control of an isolate stands before a rune.
func (s *setter) parted(rune int) bool {
	_, found := slices.BinarySearchFunc(s.gaps, rune, func(g gap, rune int) int { return cmp.Compare(g.before, rune) })
	return found
}

// shapeUnit shapes one unit and adds its pieces, one for each span it touches.
func (s *setter) shapeUnit(item fonts.Item, wanted *fonts.Face) {
	p := piece{
		word: s.env.Shaper.Word(s.joined.text, item), start: item.Start, end: item.End, span: s.span[item.Start], level: item.Level,
		space: s.joined.text[item.Start] == ' ', face: item.Face, item: item,
		size: s.of(item.Start).Style.Size,
	}
	if style := &s.of(item.Start).Style; style.Italic && wanted == item.Face {
		p.size *= s.italicScale(style, wanted)
	} else {
		p.size *= scale(wanted, item.Face)
	}
	p.fill(wanted)
	p.whole = !p.space && s.span[item.End-1] == p.span
	p.measure()
	if p.space || p.whole {
		s.pieces = append(s.pieces, p)
		return
	}
	// A cluster belongs to the span of its first character.
	n := len(s.pieces)
	s.pieces = p.split(s.pieces, func(a, b int) bool { return s.span[a] != s.span[b] })
	for i := n; i < len(s.pieces); i++ {
		s.pieces[i].span = s.span[s.pieces[i].start]
	}
}

// split adds the parts of a piece to others, in logical order. It is parted
// between two clusters where parted says so of the runes that they begin with.
func (p *piece) split(parts []piece, parted func(a, b int) bool) []piece {
	n := len(p.word.Clusters)
	start := func(i int) int { // of a cluster in logical order
		if p.level%2 == 1 {
			i = n - 1 - i
		}
		return p.item.Start + p.word.Clusters[i].Start
	}
	for from := 0; from < n; {
		to := from + 1
		for to < n && !parted(start(to-1), start(to)) {
			to++
		}
		q := *p
		q.whole = false
		q.start = start(from)
		if to < n {
			q.end = start(to)
		}
		if p.level%2 == 1 {
			q.word = p.word.Part(n-to, n-from)
		} else {
			q.word = p.word.Part(from, to)
		}
		q.measure()
		parts = append(parts, q)
		from = to
	}
	return parts
}

// scale matches a borrowed face to the wanted one by their x-heights, so that
// Latin from another face looks as large as its neighbours (alreq, mixed
// scripts).
func scale(wanted, got *fonts.Face) float64 {
	if wanted == nil || wanted == got || wanted.Family == got.Family || xHeight(wanted) <= 0 || xHeight(got) <= 0 {
		return 1
	}
	return min(max(xHeight(wanted)/xHeight(got), 0.8), 1.25)
}

// xHeight is how high the small letters of a face are drawn, or what it says of that
// where it has none.
func xHeight(f *fonts.Face) float64 { return cmp.Or(f.DrawnX, f.XHeight) }

// italicScale makes an italic as large as the upright letters of the family that
// it goes with, by how high these are drawn.
func (s *setter) italicScale(style *Style, italic *fonts.Face) float64 {
	upright, ok := s.env.Library.Face(style.Family, style.Bold)
	if !ok || upright.Family == italic.Family || upright.XHeight == italic.XHeight || upright.DrawnX <= 0 || italic.DrawnX <= 0 {
		return 1
	}
	return min(max(upright.DrawnX/italic.DrawnX, 0.8), 1.25)
}

// fill makes what is borrowed among fixed type as wide as one cell or several, so
// that what stands after it stays in its column.
func (p *piece) fill(wanted *fonts.Face) {
	if wanted == nil || wanted == p.face || !wanted.Fixed || p.face.Fixed || p.word.Advance <= 0 {
		return
	}
	cell := wanted.Space * p.size / scale(wanted, p.face)
	width := p.points(p.word.Advance)
	if fitted := math.Max(1, math.Round(width/cell)) * cell / width; fitted > 0.6 && fitted < 1.5 {
		p.size *= fitted
	}
}

func (p *piece) measure() { p.width = p.points(p.word.Advance) }

// points turns units of the face into points.
func (p *piece) points(units int32) float64 {
	return float64(units) * p.size / float64(p.face.UnitsPerEm)
}

// The penalties of breaks that are not at a space.
const (
	plainBreak   = 50   // after a hyphen or a stroke
	addressBreak = 150  // elsewhere within a URL, as before a full stop
	keptBreak    = 1000 // at a space its span asked to keep
	dividedBreak = 3000 // within a word
)

// points lists the places where a line may end, and divides what is wider than
// the measure.
func (s *setter) points(width, indent float64) []point {
	points := s.scan(s.breaks)
	var parts []part
	var breaks []fonts.Break
	for i := 1; i < len(points); i++ {
		room := width
		if i == 1 {
			room -= indent
		}
		if points[i].end-points[i-1].start <= room+epsilon {
			continue
		}
		if breaks == nil {
			breaks = slices.Clone(s.breaks)
		}
		parts = s.release(parts, breaks, points[i-1].piece, points[i].piece, room)
	}
	if breaks == nil {
		return points
	}
	s.divide(breaks, parts)
	return s.scan(breaks)
}

// The breaks that only text too wide for any line may use.
const (
	keptOnly    fonts.Break = 254
	dividedOnly fonts.Break = 255
)

// A part is a range of pieces wider than the measure.
type part struct{ from, to int }

// release allows breaks at the spaces of a kept span that is wider than any
// line, and lists the parts between them that are still too wide.
func (s *setter) release(parts []part, breaks []fonts.Break, from, to int, room float64) []part {
	start, width := from, 0.0
	for k := from; k <= to; k++ {
		if k < to && !s.pieces[k].space {
			width += s.pieces[k].width
			continue
		}
		if width > room {
			parts = append(parts, part{start, k})
		}
		if k+1 < to && breaks[s.pieces[k].end] == fonts.None {
			breaks[s.pieces[k].end] = keptOnly
		}
		start, width = k+1, 0
	}
	return parts
}

// divide adds a break between any two grapheme clusters of the parts that are
// drawn apart, and splits the pieces there. Letters keep the shapes they have
// in the whole word (CSS Text 3 §5.5).
func (s *setter) divide(breaks []fonts.Break, parts []part) {
	split := make([]piece, 0, 2*len(s.pieces))
	done := 0
	for _, part := range parts {
		split = append(split, s.pieces[done:part.from]...)
		start, end := s.pieces[part.from].start, s.pieces[part.to-1].end
		s.broken = append(s.broken, start)
		boundary := graphemes(s.joined.text[start:end])
		for i := part.from; i < part.to; i++ {
			n := len(split)
			split = s.pieces[i].split(split, func(_, at int) bool { return boundary[at-start] })
			for _, q := range split[n:] {
				if q.start > start && boundary[q.start-start] && breaks[q.start] == fonts.None {
					breaks[q.start] = dividedOnly
				}
			}
		}
		done = part.to
	}
	s.pieces = append(split, s.pieces[done:]...)
}

// graphemes marks the runes that begin a grapheme cluster (UAX #29).
func graphemes(text []rune) []bool {
	boundary := make([]bool, len(text))
	g := uniseg.NewGraphemes(string(text))
	for at := 0; g.Next(); at += len(g.Runes()) {
		boundary[at] = true
	}
	return boundary
}

// scan walks the pieces and makes a point of every break. The points are good
// until the next scan.
func (s *setter) scan(breaks []fonts.Break) []point {
	points := append(slices.Grow(s.places[:0], len(s.pieces)/2+2), point{})
	var sum point // of the pieces so far
	force := func(piece int) {
		sum.piece, sum.forced = piece, true
		points = append(points, sum)
		sum.end, sum.endSpace, sum.forced = sum.start, sum.startSpace, false
	}
	inWord, ends := false, 0
	for k := range s.pieces {
		p := &s.pieces[k]
		if b := breaks[p.start]; k > 0 && b != fonts.None || s.separated(ends, p.start) {
			for range s.separators(ends, p.start) {
				force(k)
			}
			if last := &points[len(points)-1]; !last.forced || last.piece != k {
				at := sum
				at.piece, at.penalty = k, penalty(b, s.joined.text[p.start-1])
				points = append(points, at)
			}
		}
		sum.start += p.width
		ends = p.end
		if p.space {
			sum.startSpace += p.width
			inWord = false
			continue
		}
		sum.end, sum.endSpace = sum.start, sum.startSpace
		if !inWord {
			sum.words++
			inWord = true
		}
	}
	for range s.separators(ends, len(s.joined.text)) + 1 {
		force(len(s.pieces))
	}
	s.places = points
	return points
}

// separated reports whether a forced break stands between two runes.
func (s *setter) separated(from, to int) bool { return s.separators(from, to) > 0 }

func (s *setter) separators(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if s.joined.text[i] == lineSeparator {
			n++
		}
	}
	return n
}

// penalty of a break after the rune before it.
func penalty(b fonts.Break, before rune) float64 {
	switch {
	case b == keptOnly:
		return keptBreak
	case b == dividedOnly:
		return dividedBreak
	case before == ' ':
		return 0
	case before == '/' || before == '-':
		return plainBreak
	}
	return addressBreak
}

// round makes a length a multiple of a thousandth of a point, the precision in
// which pages are written.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
