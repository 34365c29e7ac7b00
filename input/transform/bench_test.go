package transform_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/input/brief"
	"warraq/input/transform"
)

// BenchmarkSteps takes the largest table that is read through steps of all
// kinds.
func BenchmarkSteps(b *testing.B) {
	var csv strings.Builder
	csv.WriteString("payer,programme,amount,unit,year\n")
	for i := range 99_999 {
		fmt.Fprintf(&csv, "جهة %d,برنامج %d,%d,%s,%d\n", i%50, i%7000, i%1000+1, []string{"t", "kt"}[i%2], 2000+i%20)
	}
	table, _ := tableOf(csv.String())
	steps := []transform.Step{
		&transform.Convert{Columns: []brief.Field{field("amount")}, Unit: field("unit"), To: field("t"), Rates: []transform.Rate{{Unit: field("kt"), Value: 1000}}},
		&transform.Filter{Column: field("year"), From: field("2005")},
		&transform.Sort{By: field("payer")},
		&transform.RunningTotal{Over: transform.Over{Of: field("amount"), Within: []brief.Field{field("payer")}, As: field("so far")}},
		&transform.Group{By: []brief.Field{field("payer"), field("year")}, Measures: []transform.Measured{{Measure: transform.Sum, Column: field("amount")}}},
		&transform.Pivot{Rows: field("year"), Columns: field("payer"), Values: field("amount")},
	}
	b.ReportAllocs()
	for b.Loop() {
		if made, problems := transform.Apply(table, steps); made.Table == nil {
			b.Fatal(problems)
		}
	}
}
