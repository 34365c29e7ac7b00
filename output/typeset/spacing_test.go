package typeset

import (
	"reflect"
	"testing"

	"warraq/input/source"
	"warraq/output/page"
)

func TestSpacing(t *testing.T) {
	if s := Spacing(nil, 1.7); !reflect.DeepEqual(s, Spaces{Limit: 1.7}) {
		t.Errorf("%+v", s)
	}
	at := func(start int) source.Span { return source.Span{Start: start} }
	loose := page.JustifiedLine{Ratio: 1.8, Unstretched: 2.2, Words: 4, Kashidas: 2, Follows: true, Source: at(2)}
	got := Spacing([]page.JustifiedLine{
		{Ratio: 1.2, Unstretched: 1.6, Words: 9, Kashidas: 1, Source: at(1)}, loose, {Ratio: 0.9, Unstretched: 0.9, Words: 8, Follows: true, Source: at(3)},
	}, 0)
	want := Spaces{
		Lines: 3, Words: 21, Kashidas: 3, Twice: 1, Beside: 1, Wide: 2, Relieved: 1, Limit: 1.6, Median: 1.2, Percentile95: 1.8, Least: 0.9, Worst: 1.8,
		Loose: []page.JustifiedLine{loose}, Loosest: loose,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
