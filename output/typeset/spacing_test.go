package typeset

import (
	"reflect"
	"testing"

	"warraq/input/source"
	"warraq/output/page"
)

func TestSpacing(t *testing.T) {
	if s := Spacing(nil); !reflect.DeepEqual(s, Spaces{}) {
		t.Errorf("%+v", s)
	}
	at := func(start int) source.Span { return source.Span{Start: start} }
	loose := page.JustifiedLine{Ratio: 1.8, Words: 4, Kashidas: 1, Source: at(2)}
	got := Spacing([]page.JustifiedLine{{Ratio: 1.2, Words: 9, Source: at(1)}, loose, {Ratio: 0.9, Words: 8, Source: at(3)}})
	want := Spaces{
		Lines: 3, Words: 21, Kashidas: 1, Median: 1.2, Percentile95: 1.8, Least: 0.9, Worst: 1.8,
		Loose: []page.JustifiedLine{loose}, Loosest: loose,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
