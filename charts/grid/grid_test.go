package grid

import (
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// Spellings of one country are one country: their amounts are added.
func TestSpellingsOfACountryAreAdded(t *testing.T) {
	c := brief.Chart{Type: "map", Data: samples.Table("الدولة,المبلغ\nKZ,5\nجمهورية كازاخستان,7\nKazakhstan,1\nأوزبكستان,4\n")}
	g, list := readAs(Map(), &c)
	if len(list) > 0 || len(g.Categories) != 2 || g.Values[0][0] != 13 {
		t.Errorf("got %v, %+v", list, g)
	}
}
