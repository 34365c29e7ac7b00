package problem_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/problem"
	"warraq/input/source"
)

// What was told of a place adds nothing when it is told again: Few makes the same
// of a list with it and without.
func TestWhatWasToldAddsNothing(t *testing.T) {
	files := []*source.File{{Name: "a.csv"}, {Name: "b.csv"}}
	shorter := 0
	rapid.Check(t, func(t *rapid.T) {
		var all, first problem.List
		told := problem.Told{}
		for range rapid.IntRange(0, 30).Draw(t, "problems") {
			span := source.Span{Row: rapid.IntRange(1, 3).Draw(t, "row"), Column: 1}
			if i := rapid.IntRange(-1, 1).Draw(t, "file"); i >= 0 {
				span.File = files[i]
			} else {
				span = source.Span{}
			}
			kind := sample
			kind.Code = rapid.SampledFrom([]string{"one", "other"}).Draw(t, "code")
			kind.Severity = rapid.SampledFrom([]problem.Severity{problem.Error, problem.Warning}).Draw(t, "severity")
			argument := rapid.SampledFrom([]any{"x", "y", 5, 5.5, problem.Quoted("x"), problem.Text{EN: "z"}}).Draw(t, "argument")
			p := kind.At(span, argument, rapid.SampledFrom([]string{"u", "v"}).Draw(t, "word"))
			if rapid.IntRange(0, 9).Draw(t, "places") == 0 && span.File != nil {
				p = kind.AtAll([]source.Span{span, {File: files[0], Row: 9, Column: 1}}, argument)
			}
			all.Add(p)
			if told.First(p) {
				first.Add(p)
			}
		}
		shorter += len(all) - len(first)
		got, want := first.Few(), all.Few()
		same := func(a, b problem.Problem) bool {
			return reflect.DeepEqual(a.Kind, b.Kind) && reflect.DeepEqual(a.Places(), b.Places())
		}
		if !slices.EqualFunc(got, want, same) {
			t.Fatalf("got %v\nwant %v", got, want)
		}
	})
	if shorter == 0 {
		t.Error("nothing was told twice")
	}
}
