package seal_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/output/seal"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		list string
		want []seal.Standard
		err  string
	}{
		{"a-3a,ua-1", []seal.Standard{seal.A3A, seal.UA1}, ""},
		{" UA-1 , a-2a,", []seal.Standard{seal.UA1, seal.A2A}, ""},
		{"a-3a,a-3a", []seal.Standard{seal.A3A}, ""},
		{"a-4f,ua-2", []seal.Standard{seal.A4F, seal.UA2}, ""},
		{"", nil, "no standard named"},
		{"a-3b", nil, `unknown standard "a-3b"`},
		{"a-2a,a-3a", nil, "a-2a and a-3a contradict"},
		{"ua-1,ua-2", nil, "ua-1 and ua-2 contradict"},
		{"a-4f,ua-1", nil, "a-4f is PDF 2.0, ua-1 is PDF 1.7"},
		{"ua-2,a-3a", nil, "ua-2 is PDF 2.0, a-3a is PDF 1.7"},
	} {
		t.Run(c.list, func(t *testing.T) {
			got, err := seal.Parse(c.list)
			switch {
			case c.err == "" && (err != nil || !slices.Equal(got, c.want)):
				t.Errorf("got %v, %v", got, err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("got %v, want %q", err, c.err)
			}
		})
	}
}
