package locale_test

import (
	"testing"

	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// A computed number is printed with three digits, and all before its decimal sign.
func TestComputedNumbers(t *testing.T) {
	one := 1
	for _, c := range []struct {
		x    float64
		by   float64
		form locale.Form
		want string
	}{
		{138.0327, 1, locale.Form{}, "138.03"},
		{138.0327, 1, locale.Form{Computed: true}, "138"},
		{-11.1475, 1, locale.Form{Computed: true}, "−11.1"},
		{5277.2277, 1, locale.Form{Computed: true}, "5,277"},
		{999.96, 1, locale.Form{Computed: true}, "1,000"},
		{52770.5, 1, locale.Form{Computed: true, Long: true}, "52,771"},
		{0.019084, 1, locale.Form{Computed: true}, "0.0191"},
		{0, 1, locale.Form{Computed: true}, "0"},
		{138.0327, 1, locale.Form{Computed: true, Decimals: &one}, "138"},
		{11.1475, 1, locale.Form{Computed: true, Decimals: &one}, "11.1"},
		{138.0327, 1e6, locale.Form{Computed: true}, "138 million"},
		{999.96, 1e6, locale.Form{Computed: true}, "1 billion"},
	} {
		got := of(t, "en").Mark(c.x, locale.Unit{By: c.by}, c.form, numeral.Latin)
		if got != c.want && got != c.want+".0" {
			t.Errorf("%g by %g in %+v: %q, want %q", c.x, c.by, c.form, got, c.want)
		}
	}
}
