package typeset_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// vowelled is text with marks on nearly every letter, also under tails and over tall
// letters.
const vowelled = "وَقَدْ أَحْصَى الْكُتَّابُ فِي دَوَاوِينِهِمْ مَا خَرَجَ مِنْ خَرَاجٍ جَمٍّ، وَأَثْبَتُوا كُلَّ عَطَاءٍ لِأَهْلِهِ " +
	"رَجُلًا رَجُلًا، ثُمَّ إِنَّهُمْ لَمْ يَبْرَحُوا يُقَلِّبُونَ النَّظَرَ فِي شُحٍّ وَسَعَةٍ حَتَّى اسْتَقَامَ لَهُمْ حِسَابٌ لَا يَخْتَلُّ وَلَا يَزِيغُ، "

// No ink of a line touches that of the next, whatever marks stand on both, and the lines
// stay on the grid of half lines. The ink is measured here from the outlines alone.
func TestVowelledLinesNeverTouch(t *testing.T) {
	library := fonts.Bundled()
	opened := 0
	for _, name := range theme.Names() {
		for _, words := range []int{0, 3, 7} { // so that lines break elsewhere
			t.Run(fmt.Sprint(name, " ", words), func(t *testing.T) {
				text := strings.Join(strings.Fields(strings.Repeat(vowelled, 8))[words:], " ")
				b, _, problems, err := readBrief(nil, "brief.md", []byte("---\ntitle: تقرير\n---\n\n"+text+"\n"))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				d, _ := setBrief(b, look, library)
				for i := range d.Pages {
					var upper *inkLine
					for _, l := range linesByBaseline(&d.Pages[i], look.Body.Size) {
						if upper != nil {
							steps := (l.y - upper.y) / (look.Body.Leading / 2)
							if math.Abs(steps-math.Round(steps)) > 0.01 {
								t.Errorf("lines stand %.2f half lines apart", steps)
							}
							if steps > 2.5 {
								opened++
							}
							if gap := l.below(upper); gap < 0 {
								t.Errorf("page %d: ink of the line at %.1f reaches %.2f into that above", i+1, l.y, -gap)
							}
						}
						upper = l
					}
				}
			})
		}
	}
	if opened == 0 {
		t.Error("no line was moved: the text shows nothing")
	}
}

// An inkLine is the ink of a line in columns of a quarter of a point: the highest and
// the lowest of each, y down.
type inkLine struct {
	y            float64
	highest, low map[int]float64
}

const column = 0.25

// below is the least distance between the ink of a line and that of one above it.
func (l *inkLine) below(upper *inkLine) float64 {
	least := math.Inf(1)
	for x, top := range l.highest {
		if bottom, ok := upper.low[x]; ok {
			least = min(least, top-bottom)
		}
	}
	return least
}

// linesByBaseline are the lines of text of a size, from the head of the page down.
func linesByBaseline(p *page.Page, size float64) []*inkLine {
	var lines []*inkLine
	for _, it := range p.Items {
		if it.Text == nil || it.Slot == 0 || it.Text.Size != size {
			continue
		}
		if n := len(lines); n == 0 || math.Abs(lines[n-1].y-it.Y) > 0.01 {
			lines = append(lines, &inkLine{it.Y, map[int]float64{}, map[int]float64{}})
		}
		l := lines[len(lines)-1]
		em := size / float64(it.Text.Face.UnitsPerEm)
		x := it.X
		for _, w := range it.Text.Words {
			for c := range w.Clusters {
				for _, g := range w.Clusters[c].Glyphs {
					for _, segment := range it.Text.Face.Outline(g.ID) {
						for _, at := range segment.ArgsSlice() {
							px := x + (float64(g.X)+float64(at.X))*em
							py := it.Y - (float64(g.Y)+float64(at.Y))*em
							k := int(math.Floor(px / column))
							if old, ok := l.highest[k]; !ok || py < old {
								l.highest[k] = py
							}
							if old, ok := l.low[k]; !ok || py > old {
								l.low[k] = py
							}
						}
					}
				}
				x += float64(w.Clusters[c].Advance) * em
			}
			x += w.Added
		}
	}
	return lines
}
