package grid_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/charts/types"
	"warraq/input/brief"
)

func TestManyRowsAreAProblemAtOnce(t *testing.T) {
	table := samples.Table("الاسم,القيمة\nأ,5\n")
	for range 100_000 {
		table.Rows = append(table.Rows, table.Rows[0])
	}
	for _, name := range types.Names() {
		list := types.Check(&brief.Chart{Type: name, Data: table})
		if len(list) != 1 || list[0].Code != "too-many-rows" {
			t.Errorf("%s: got %v", name, list)
		}
	}
	table.Rows = table.Rows[:grid.MaxRows]
	for i := range table.Rows {
		row := table.Rows[i]
		row.Cells = []brief.Cell{{Text: fmt.Sprint("اسم ", i), Span: row.Cells[0].Span}, row.Cells[1]}
		table.Rows[i] = row
	}
	for _, name := range types.Names() {
		if list := types.Check(&brief.Chart{Type: name, Data: table}); !list.HasErrors() {
			t.Errorf("%s draws %d categories", name, grid.MaxRows)
		}
	}
}

// A category and a series of its own in each row are as many pairs as the
// square of the rows: only the names are counted.
func TestPairsTakeNoMemory(t *testing.T) {
	var text strings.Builder
	text.WriteString("payer,programme,amount\n")
	for i := range grid.MaxRows {
		fmt.Fprintf(&text, "م%d,ب%d,%d\n", i, i, i%97+1)
	}
	table := samples.Table(text.String())
	for _, name := range append(types.Names(), "unknown") {
		c := brief.Chart{Type: name, Data: table, Category: "payer", Series: "programme", Value: "amount", Sort: "descending"}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		list := types.Check(&c)
		runtime.ReadMemStats(&after)
		if !list.HasErrors() {
			t.Errorf("%s: draws %d by %[2]d", name, grid.MaxRows)
		}
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 64 {
			t.Errorf("%s: took %d MiB", name, taken)
		}
	}
}

// An option is bounded by its values, its texts and its depth, and reaches none
// of the script's own objects.
func TestOptionsOutOfBounds(t *testing.T) {
	deep := map[string]any{}
	for at, i := deep, 0; i < 100; i++ {
		next := map[string]any{}
		at["a"], at = next, next
	}
	for name, v := range map[string]any{
		"text":      strings.Repeat("نص ", grid.MaxOptionText/4),
		"keys":      map[string]any{strings.Repeat("k", grid.MaxOptionText+1): 1},
		"list":      make([]any, grid.MaxOption),
		"wide":      map[string]any{"x": make([]any, grid.MaxOption+1)},
		"deep":      deep,
		"prototype": map[string]any{"constructor": map[string]any{"prototype": map[string]any{"polluted": 1}}},
		"__proto__": []any{map[string]any{"__proto__": map[string]any{"polluted": 1}}},
	} {
		c := brief.Chart{Type: "bar", Data: samples.Table(samples.Share), Option: map[string]any{"x": v}}
		if list := types.Check(&c); len(list) != 1 || list[0].Code != "chart-option-not-data" {
			t.Errorf("%s: %v", name, list)
		}
	}
}
