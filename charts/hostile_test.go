package charts

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// Whatever number a cell holds, it is a problem or a figure.
func TestNumbersAtTheEdge(t *testing.T) {
	t.Parallel()
	p, _ := plotter(brief.LatinDigits)
	for _, number := range []string{"-0", "1e15", "-1e15", "1e-15", "-1e-15", "1e308", "5e-324", "1e99999", "1e-99999", "NaN", "Inf", "-Inf", "0x10", strings.Repeat("9", 400)} {
		for _, name := range Types() {
			for _, scale := range []string{"", "log"} {
				if scale == "log" && !strings.HasSuffix(number, "15") {
					continue
				}
				c := brief.Chart{Type: name, Scale: scale, Data: samples.Table("country,a,b,c\nأ,5," + number + ",1\nب," + number + ",0,2\nج,1,2," + number + "\n")}
				if Check(&c).HasErrors() {
					continue
				}
				if _, err := p.drawn(context.Background(), &c, 450); err != nil {
					t.Errorf("%s %s %s: %v", name, scale, number, err)
				}
			}
		}
	}
}

// Characters that no label can show, or that would turn its neighbours round,
// reach neither the figure nor its description.
func TestControlsAreDropped(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	c := brief.Chart{Type: "bar", Title: "عنوان", Unit: "طن\u202e\x07", Data: samples.Table("name\u202e,v\x07\na\u202eb\x01\x1b[31m,1\n\u2066c\ufffe\u200f,2\n")}
	if list := Check(&c); list.HasErrors() {
		t.Fatal(list)
	}
	s, err := p.drawn(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{describe(&c, brief.LatinDigits)}
	for _, item := range s.Items {
		if item.Text != nil {
			texts = append(texts, item.Text.Value)
		}
	}
	for _, text := range texts {
		if at := strings.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '\u202e' || r == '\u2066' || r == '\ufffe' }); at >= 0 {
			t.Errorf("%q has what is not to be printed", text)
		}
	}
	nameless := brief.Chart{Type: "bar", Data: samples.Table("name,v\n\x01\u202e,1\nb,2\n")}
	if list := Check(&nameless); len(list) != 1 || list[0].Code != "missing-category" {
		t.Errorf("a name of controls alone: %v", list)
	}
}
