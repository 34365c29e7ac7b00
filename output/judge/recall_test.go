package judge_test

import (
	"math"
	"testing"

	"warraq/output/judge"
)

func TestRecall(t *testing.T) {
	for _, c := range []struct {
		name, reference, extracted string
		with, without              float64
	}{
		{"all", "تمويل الطاقة", "تمويل الطاقة", 100, 100},
		{"nothing", "تمويل الطاقة", "", 0, 0},
		{"no reference", "", "تمويل", 0, 0},
		{"one of two", "تمويل الطاقة", "الطاقة المتجددة", 50, 50},
		{"as often as it stands", "في في في من", "في من من", 50, 50},
		{"a word split", "تمويل", "تمو يل", 0, 0},
		{"marks lost", "كَتَبَ الولد", "كتب الولد", 50, 100},
		{"marks in another order", "ال\u0634\u064e\u0651مس", "ال\u0634\u0651\u064eمس", 100, 100},
		{"tatweel", "محـــمد", "محمد", 100, 100},
		{"controls", "\u2067عام\u2069 2025", "عام\u200f 2025", 100, 100},
		{"no-break space", "عام\u00a02025", "عام 2025", 100, 100},
		{"punctuation", "(EPCA)، و«كازاخستان»", "EPCA و كازاخستان", 100, 100},
		{"composed", "آسيا", "ا\u0653سيا", 100, 100},
		{"a lone mark is no word", "كتب", "كتب \u064e", 100, 100},
		{"underline splits", "a_b", "a b", 100, 100},
		{"Latin and digits", "COVID-19 ٢٠٢٥ Erasmus+", "COVID 19 ٢٠٢٥", 75, 75},
	} {
		t.Run(c.name, func(t *testing.T) {
			for marks, want := range map[bool]float64{true: c.with, false: c.without} {
				if got := judge.Recall(c.reference, c.extracted, marks); math.Abs(got-want) > 1e-9 {
					t.Errorf("marks %v: got %v, want %v", marks, got, want)
				}
			}
		})
	}
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name, reference, extracted string
		want                       float64
	}{
		{"the same", "a b c", "a b c", 100},
		{"in other lines", "a b c", "a\nb\nc", 100},
		{"turned round", "a b c", "c b a", 0},
		{"a piece moved", "a b c d e", "a b d e c", 50},
		{"not over lines", "a b\nc d", "c d a b", 100},
		{"one word", "a", "a", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := judge.Order(c.reference, c.extracted, true); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
