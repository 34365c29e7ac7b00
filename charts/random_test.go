package charts

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"warraq/input/brief"
)

// randomTable returns a table of names and numbers with the odd values that
// tables have: nothing, zero, negative, huge, tiny, equal.
func randomTable(r *rand.Rand, negative bool) *brief.Table {
	t := &brief.Table{Columns: []brief.Column{{Name: "الاسم"}}}
	names := []string{"كازاخستان", "الاتحاد الأوروبي للتنمية وإعادة الإعمار", "COVID-19", "ب", "برنامج (EPCA) الموسّع 2021", "20%"}
	series := 1 + r.IntN(4)
	for s := range series {
		t.Columns = append(t.Columns, brief.Column{Name: fmt.Sprint("سلسلة ", s+1)})
	}
	values := []float64{0, 1, 7, 7, 12.5, 999.99, 1e9, 1e-3, 3e5}
	years := r.IntN(3) == 0
	for i := range 1 + r.IntN(9) {
		name := fmt.Sprint(names[r.IntN(len(names))], " ", i)
		if years {
			name = fmt.Sprint(2015 + i)
		}
		row := brief.Row{Cells: []brief.Cell{{Text: name}}}
		for range series {
			cell := brief.Cell{Kind: brief.MissingCell}
			if r.IntN(6) > 0 {
				x := values[r.IntN(len(values))]
				if negative && r.IntN(4) == 0 {
					x = -x
				}
				cell = brief.Cell{Kind: brief.NumberCell, Number: x, Text: fmt.Sprint(x)}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Whatever passes the checks is drawn, described and within its frame.
func TestWhatIsCheckedIsDrawn(t *testing.T) {
	p, s := plotter(t, brief.LatinDigits)
	r := rand.New(rand.NewPCG(1, 2))
	drawn := map[string]int{}
	const rounds = 2
	for _, name := range Types() {
		for try := 0; try < 60 && drawn[name] < rounds; try++ {
			table := randomTable(r, try%2 == 0)
			c := brief.Chart{Type: name, Data: table, Category: "الاسم", Unit: []string{"", "%", "مليون يورو"}[r.IntN(3)]}
			least := 1
			if k, _ := kindOf(name); k.shape.leastSeries > 0 {
				least = k.shape.leastSeries
			} else if max(k.shape.series, 1) > 1 {
				least = len(table.Columns) - 1
			}
			for _, column := range table.Columns[1:min(len(table.Columns), 1+least)] {
				c.Values = append(c.Values, column.Name)
			}
			if p.Check(&c).HasErrors() {
				continue
			}
			drawn[name]++
			if text := Describe(&c, brief.LatinDigits); text == "" {
				t.Errorf("%s %v: no description", name, table.Rows)
			}
			sc, err := p.Plot(context.Background(), &c, 420)
			if err != nil {
				t.Errorf("%s %v: %v", name, table.Rows, err)
				continue
			}
			for _, item := range sc.Items {
				if item.Path == nil {
					continue
				}
				for _, q := range item.Path.Points {
					if math.IsNaN(q.X) || math.IsNaN(q.Y) {
						t.Fatalf("%s: a point that is no place", name)
					}
				}
			}
			for _, fault := range s.geometry(sc) {
				t.Errorf("%s, try %d: %s", name, try, fault)
			}
		}
		if drawn[name] < rounds {
			t.Errorf("%s: only %d charts passed the checks", name, drawn[name])
		}
	}
}
