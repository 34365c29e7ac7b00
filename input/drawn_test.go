package input_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"warraq/input"
	"warraq/input/brief"
)

// Whatever is merged and whatever is drawn, a table keeps its shape: each row fills
// the columns that there are, with what reaches into it from above; and what is drawn
// stands on its scale.
func TestTablesThatDrawKeepTheirShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, rows := rapid.IntRange(1, 7).Draw(t, "columns"), rapid.IntRange(1, 6).Draw(t, "rows")
		cell := rapid.SampledFrom([]string{"1", "-2.5", "1,234", "", "—", "نص", "40%", "3 4 5", "٧", "50.000", "المجموع"})
		name := rapid.SampledFrom([]string{"2019", "2020", "٢٠٢١", "أ 2022", "أ 2023", "أ", "", "نص"})
		var text strings.Builder
		row := func(what *rapid.Generator[string], merge bool) {
			for c := 0; c < columns; c++ {
				s := what.Draw(t, "cell")
				if merge && rapid.IntRange(0, 5).Draw(t, "merged") == 0 {
					wide := rapid.IntRange(1, columns-c).Draw(t, "wide")
					s += fmt.Sprintf(" {colspan=%d rowspan=%d}", wide, rapid.IntRange(1, 2).Draw(t, "high"))
					s += strings.Repeat(" |", wide-1)
					c += wide - 1
				}
				fmt.Fprintf(&text, "| %s ", s)
			}
			text.WriteString("|\n")
		}
		text.WriteString("---\ntitle: T\n---\n")
		row(name, true)
		text.WriteString(strings.Repeat("|---", columns) + "|\n")
		for range rows {
			row(cell, true)
		}
		asked := rapid.SampledFrom([]string{"2019", "2020", "2021", "أ 2022", "2019..2021", "أ", "نص", "2020..أ 2023", ".."})
		fmt.Fprintf(&text, "{bars=%q lines=%q scale=%s}\n", asked.Draw(t, "bars"), asked.Draw(t, "lines"), rapid.SampledFrom([]string{"row", "column"}).Draw(t, "scale"))

		b, problems, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{}, Path: "b.md", Data: []byte(text.String())})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.Code == "covered-cell" || p.Code == "span-beyond-table" {
				return // no shape to keep
			}
		}
		brief.Walk(b.Body, func(block brief.Block) {
			if table, ok := block.(*brief.TableBlock); ok {
				checkShape(t, table, text.String())
			}
		})
	})
}

func checkShape(t *rapid.T, table *brief.TableBlock, text string) {
	for _, rows := range [][]brief.TableRow{table.Header, table.Rows} {
		covered := make([]int, len(table.Columns)) // rows that a cell above reaches into
		for _, row := range rows {
			next := make([]int, len(covered))
			for k := range covered {
				next[k] = max(0, covered[k]-1)
			}
			c := 0
			for _, cell := range row.Cells {
				for c < len(covered) && covered[c] > 0 {
					c++
				}
				for range max(1, cell.ColSpan) {
					if c >= len(covered) || covered[c] > 0 {
						t.Fatalf("a cell has no column:\n%s", text)
					}
					next[c] = max(1, cell.RowSpan) - 1
					c++
				}
				if bar := cell.Bar; bar != nil && (bar.Low > 0 || bar.High < 0 || bar.Value < bar.Low || bar.Value > bar.High) {
					t.Fatalf("%+v is not on its scale", bar)
				}
				if cell.Line == nil {
					continue
				}
				for _, p := range cell.Line.Points {
					if p.At < 0 || p.At > 1 || p.Known && (p.Value < cell.Line.Low || p.Value > cell.Line.High) {
						t.Fatalf("%+v is not on the scale of %+v", p, cell.Line)
					}
				}
			}
			for c < len(covered) && covered[c] > 0 {
				c++
			}
			if c != len(covered) {
				t.Fatalf("a row fills %d of %d columns:\n%s", c, len(covered), text)
			}
			covered = next
		}
	}
}
