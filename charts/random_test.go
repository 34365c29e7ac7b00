package charts

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"warraq/charts/outlines"
	"warraq/input/brief"
	"warraq/input/column"
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
	return column.Find(t)
}

// randomEvents returns a table of dates and periods, some on the same day, some
// far apart, with the names of lanes.
func randomEvents(r *rand.Rand) *brief.Table {
	t := &brief.Table{Columns: []brief.Column{{Name: "الحدث"}, {Name: "المسار"}, {Name: "من"}, {Name: "إلى"}}}
	names := []string{"قمّة", "استراتيجية الاتحاد الأوروبي الجديدة للشراكة مع آسيا الوسطى", "COVID-19", "اتفاق (EPCA) الموسّع", "توقيع مذكرة تفاهم"}
	periods := r.IntN(2) == 0
	for i := range 1 + r.IntN(14) {
		first := 1900 + r.IntN(130)
		if r.IntN(2) == 0 {
			first = 2020 + r.IntN(6)
		}
		from := brief.Cell{Text: fmt.Sprintf("%d-%02d", first, 1+r.IntN(12))}
		if r.IntN(3) == 0 {
			from = brief.Cell{Kind: brief.NumberCell, Number: float64(first)}
		}
		to := brief.Cell{Kind: brief.MissingCell}
		if periods && r.IntN(2) == 0 {
			to = brief.Cell{Kind: brief.NumberCell, Number: float64(first + r.IntN(20))}
		}
		lane := brief.Cell{Text: fmt.Sprint("مسار طويل الاسم ", r.IntN(3))}
		t.Rows = append(t.Rows, brief.Row{Cells: []brief.Cell{{Text: fmt.Sprint(names[r.IntN(len(names))], " ", i)}, lane, from, to}})
	}
	return column.Find(t)
}

// Whatever passes the checks is drawn, described and within its frame.
func TestWhatIsCheckedIsDrawn(t *testing.T) {
	t.Parallel()
	p, s := plotter(brief.LatinDigits)
	r := rand.New(rand.NewPCG(1, 2))
	drawn := map[string]int{}
	const rounds = 3
	for _, name := range Types() {
		for try := 0; try < 60 && drawn[name] < rounds; try++ {
			table := randomTable(r, try%2 == 0)
			switch name {
			case "timeline":
				table = randomEvents(r)
			case "small-multiples":
				table.Columns = append(table.Columns, brief.Column{Name: "اللوحة"})
				for i := range table.Rows {
					table.Rows[i].Cells = append(table.Rows[i].Cells, brief.Cell{Text: fmt.Sprint("لوحة ", i%(2+try%6))})
				}
			}
			if name == "map" {
				for i := range table.Rows {
					table.Rows[i].Cells[0].Text = outlines.Countries()[r.IntN(len(outlines.Countries()))].Arabic
				}
			}
			c := brief.Chart{Type: name, Data: table, Category: "الاسم", Unit: []string{"", "%", "مليون يورو"}[r.IntN(3)]}
			least := len(table.Columns) - 1
			switch name {
			case "funding", "pie", "donut", "waterfall", "funnel", "treemap", "sunburst", "map":
				least = 1
			case "scatter", "combined":
				least = 2
			case "bubble":
				least = 3
			case "small-multiples":
				c.Facet, least = "اللوحة", len(table.Columns)-2
			case "timeline":
				least = 0
				c.Category = []string{"", "المسار"}[try%2]
			}
			for _, column := range table.Columns[1:min(len(table.Columns), 1+least)] {
				c.Values = append(c.Values, column.Name)
			}
			if Check(&c).HasErrors() {
				continue
			}
			drawn[name]++
			if text := describe(&c, brief.LatinDigits); text == "" {
				t.Errorf("%s %v: no description", name, table.Rows)
			}
			sc, err := p.drawn(context.Background(), &c, 420)
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
