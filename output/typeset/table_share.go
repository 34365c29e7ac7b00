package typeset

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/output/page"
	"warraq/output/paragraph"
)

const (
	// sampled is of how many rows, those with the most text, the lines are counted.
	sampled = 60
	// headLine is what a line of the head costs: heads are broken before text is.
	headLine = 0.6
)

// A sharing divides the room of a table whose cells cannot all have one line, so that
// it becomes as low as it can: no cell breaks its line while another column has room to
// spare.
type sharing struct {
	g *grid
	// rows are the cells of each row with the widths of their words, and weights what
	// each line of a row costs.
	rows    [][]sharedCell
	weights []float64
	// widths are those of the columns, and lines keeps, by column and width, the lines
	// of the cells of each row.
	widths []float64
	lines  map[sharedWidth][]sharedLines
}

// sharedLines are how many lines a cell has, and the part of the last that is filled
// where there are several.
type sharedLines struct{ count, last float64 }

type sharedCell struct {
	column       int
	words        []float64
	space, whole float64
}

type sharedWidth struct {
	column int
	width  float64
}

// share gives columns widths that together fill the room. It begins with the square
// roots of what columns like, and of what they like but for their heads, between the
// least and the most that they need, and moves room to where it takes lines away.
func (b *builder) share(g *grid, room float64) {
	s := sharing{g: g, lines: map[sharedWidth][]sharedLines{}}
	s.measure(b)
	like, body := make([]float64, len(g.columns)), make([]float64, len(g.columns))
	for k, c := range g.columns {
		like[k], body[k] = c.natural, math.Max(c.least, c.whole+c.part+2*g.padding+1)
		if c.drawn != nothingDrawn {
			body[k] = c.natural
		}
	}
	for _, row := range g.rows[g.header:] {
		for _, c := range row.cells {
			if c.colSpan == 1 {
				body[c.column] = math.Max(body[c.column], c.natural+2*g.padding+1)
			}
		}
	}
	best := math.Inf(1)
	var widths []float64
	for _, wanted := range [][]float64{like, body} {
		if cost := s.improve(g.byRoots(wanted, room), room); cost < best {
			best, widths = cost, s.widths
		}
	}
	for k := range g.columns {
		g.columns[k].width = widths[k]
	}
}

// improve moves room between columns as long as that takes lines away, and returns what
// the widths that it found cost.
func (s *sharing) improve(widths []float64, room float64) float64 {
	const (
		steps     = 64 // of the measure
		mostMoves = 48
	)
	columns := s.g.columns
	s.widths = widths
	step := room / steps
	cost := s.cost(-1, -1, 0)
	for range mostMoves {
		best, from, to, moved := cost, -1, -1, 0.0
		for i := range columns {
			for j := range columns {
				for _, n := range []float64{0.5, 1, 2, 4, 8, 12} {
					move := n * step
					if i == j || widths[i]-move < columns[i].least || widths[j]+move > columns[j].natural+step {
						continue
					}
					if c := s.cost(i, j, move); c < best-1e-9 {
						best, from, to, moved = c, i, j, move
					}
				}
			}
		}
		if from < 0 {
			break
		}
		widths[from] -= moved
		widths[to] += moved
		cost = best
	}
	return cost
}

// byRoots shares the room by the roots of what columns want. Those that this gives less
// than they need take that, then those that it gives more than they want. What is left
// where all have what they want is shared alike.
func (g *grid) byRoots(wanted []float64, room float64) []float64 {
	widths := make([]float64, len(wanted))
	held := make([]bool, len(wanted))
	left := room
	for {
		roots := 0.0
		for k, w := range wanted {
			if !held[k] {
				roots += math.Sqrt(w)
			}
		}
		changed := false
		for _, least := range []bool{true, false} {
			for k, w := range wanted {
				if held[k] || changed && !least {
					continue
				}
				widths[k] = left * math.Sqrt(w) / roots
				if bound := g.columns[k].least; least && widths[k] < bound {
					widths[k], held[k], changed = bound, true, true
				} else if !least && widths[k] > w {
					widths[k], held[k], changed = w, true, true
				}
			}
		}
		if !changed {
			break
		}
		left = room
		for k := range wanted {
			if held[k] {
				left -= widths[k]
			}
		}
	}
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	for k := range widths {
		widths[k] += (room - sum) / float64(len(widths))
	}
	return widths
}

// measure takes the words of the rows with the most text.
func (s *sharing) measure(b *builder) {
	g := s.g
	text := func(r int) float64 {
		sum := 0.0
		for _, c := range g.rows[r].cells {
			sum += c.natural
		}
		return sum
	}
	order := make([]int, len(g.rows))
	for r := range order {
		order[r] = r
	}
	slices.SortStableFunc(order[g.header:], func(x, y int) int { return cmp.Compare(text(y), text(x)) })
	in, scratch := &inliner{builder: b, measuring: true}, page.NewTree()
	for _, r := range order[:min(sampled, len(order))] {
		var row []sharedCell
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			if c.colSpan > 1 || c.natural == 0 {
				continue
			}
			shared := sharedCell{column: c.column, whole: c.natural}
			if c.natural+2*g.padding+1 > g.columns[c.column].least {
				words := 0.0
				for _, one := range b.measuredSpans(in, &scratch, g, r, c) {
					for _, word := range strings.Fields(one.text) {
						one.text = word
						width, _ := b.natural(&paragraph.Text{Digits: b.digits}, []span{one})
						shared.words = append(shared.words, width)
						words += width
					}
				}
				shared.space = math.Max(0, c.natural-words) / math.Max(1, float64(len(shared.words)-1))
			}
			row = append(row, shared)
		}
		s.rows = append(s.rows, row)
		s.weights = append(s.weights, 1)
		if r < g.header {
			s.weights[len(s.weights)-1] = headLine
		}
	}
}

// What lines cost beside the height of their row: of two ways with as many, the one
// with fewer broken cells is better, and then the one that is nearer to a line less.
const (
	brokenLine = 0.05
	nearerLine = 0.001
)

// cost counts the lines of the rows, were some room moved from one column to another.
func (s *sharing) cost(from, to int, move float64) float64 {
	tallest := make([]sharedLines, len(s.rows))
	cost := 0.0
	for k, width := range s.widths {
		switch k {
		case from:
			width -= move
		case to:
			width += move
		}
		for r, n := range s.linesOf(k, width) {
			if n.count+n.last > tallest[r].count+tallest[r].last {
				tallest[r] = n
			}
			cost += n.count * s.weights[r] * brokenLine
		}
	}
	for r, n := range tallest {
		cost += n.count*s.weights[r] + n.last*nearerLine
	}
	return cost
}

// linesOf counts the lines of the cells of a column at a width, row by row.
func (s *sharing) linesOf(column int, width float64) []sharedLines {
	key := sharedWidth{column, width}
	if lines, ok := s.lines[key]; ok {
		return lines
	}
	lines := make([]sharedLines, len(s.rows))
	for r, row := range s.rows {
		for _, c := range row {
			if c.column == column {
				lines[r] = c.lines(width - 2*s.g.padding - 1)
			}
		}
	}
	s.lines[key] = lines
	return lines
}

// lines counts the lines of a cell, each filled with the words that it holds. A word
// that is longer, such as an address, breaks in itself.
func (c *sharedCell) lines(width float64) sharedLines {
	const tolerance = 0.01
	if c.whole <= width+tolerance || len(c.words) == 0 {
		return sharedLines{count: 1}
	}
	n, used := sharedLines{count: 1}, 0.0
	for i, w := range c.words {
		if i > 0 {
			if used+c.space+w <= width+tolerance {
				used += c.space + w
				continue
			}
			n.count++
		}
		for ; w > width+tolerance && width > 0; w -= width {
			n.count++
		}
		used = w
	}
	n.last = used / math.Max(width, 1)
	return n
}
