package attribute_test

import (
	"reflect"
	"slices"
	"testing"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/source"
)

// list makes attributes of classes, and of keys and values in turn.
func list(classes []string, values ...string) attribute.List {
	l := attribute.List{ID: "x", Classes: classes}
	for i := 0; i+1 < len(values); i += 2 {
		l.Values = append(l.Values, attribute.Value{Key: values[i], Value: values[i+1]})
	}
	return l
}

func classes(names ...string) []string { return names }

// What classes and keys mean is in the fields of what they stand at.
func TestAttributesBecomeFields(t *testing.T) {
	id := brief.Attributes{ID: "x"}
	word := []brief.Inline{&brief.Text{Value: "كلمة"}}
	var r attribute.Reader
	heading := func(l attribute.List) any { h := &brief.Heading{}; r.Heading(h, l); return h }
	paragraph := func(l attribute.List) any { p := &brief.Paragraph{}; r.Paragraph(p, l); return p }
	table := func(l attribute.List) any { b := &brief.TableBlock{}; r.Table(b, l); return b }
	chart := func(l attribute.List) any { f := &brief.Figure{}; r.Chart(f, l); return f }
	picture := func(l attribute.List) any { f := &brief.Figure{}; r.Picture(f, l); return f }
	marked := func(l attribute.List) any { m := &brief.Marked{Content: word}; r.Marked(m, l); return m }
	for _, c := range []struct {
		name      string
		got, want any
		problems  []string // the codes of what is told
	}{
		{"plain heading", heading(list(nil)), &brief.Heading{Attributes: id}, nil},
		{"unnumbered", heading(list(classes("unnumbered"))), &brief.Heading{Unnumbered: true, Attributes: id}, nil},
		{"appendix", heading(list(classes("appendix"))), &brief.Heading{Appendix: true, Attributes: id}, nil},
		{"last alignment", paragraph(list(classes("center", "end"))), &brief.Paragraph{Align: brief.AtEnd, Attributes: id}, nil},
		{"start", paragraph(list(classes("start", "ltr"))), &brief.Paragraph{Align: brief.AtStart, Direction: brief.LeftToRight, Attributes: id}, nil},
		{"centre", paragraph(list(classes("rtl", "center"))), &brief.Paragraph{Align: brief.Centred, Direction: brief.RightToLeft, Attributes: id}, nil},
		{"no kashida", paragraph(list(classes("no-kashida"))), &brief.Paragraph{Kashida: brief.NoKashida, Attributes: id}, nil},
		{"simple kashida", paragraph(list(classes("kashida-simple"))), &brief.Paragraph{Kashida: brief.SimpleKashida, Attributes: id}, nil},
		{"naskh kashida", paragraph(list(classes("kashida-naskh"))), &brief.Paragraph{Kashida: brief.NaskhKashida, Attributes: id}, nil},
		{"landscape", table(list(classes("landscape"), "source", "م", "note", "ن")), &brief.TableBlock{Landscape: true, Attributes: id}, nil},
		{"bars and lines", table(list(nil, "bars", "أ، ب", "lines", "2019..2024; ج", "scale", "row")), &brief.TableBlock{
			Bars: []brief.Field{{Value: "أ"}, {Value: "ب"}}, Lines: [][]brief.Field{{{Value: "2019..2024"}}, {{Value: "ج"}}}, OwnScales: true, Attributes: id,
		}, nil},
		{"bars of nothing", table(list(nil, "bars", " ، ", "lines", ";,", "scale", "rows")), &brief.TableBlock{Attributes: id}, []string{"table-scale"}},
		{"totals", table(list(nil, "total", "both")), &brief.TableBlock{Totals: brief.TotalBoth, Attributes: id}, nil},
		{"no totals", table(list(nil, "total", "none")), &brief.TableBlock{Totals: brief.NoTotals, Attributes: id}, nil},
		{"totals of nothing", table(list(nil, "total", "rows")), &brief.TableBlock{Attributes: id}, []string{"table-total"}},
		{"half chart", chart(list(classes("half"))), &brief.Figure{Half: true, Attributes: id}, nil},
		{"picture from edge to edge", picture(list(classes("full-bleed", "half"))), &brief.Figure{FullBleed: true, Attributes: id}, nil},
		{"half picture", picture(list(classes("half", "decorative"))), &brief.Figure{Half: true, Decorative: true, Attributes: id}, nil},
		{"width in part", picture(list(nil, "width", "40%")), &brief.Figure{Width: brief.Measure{Part: 0.4}, Attributes: id}, nil},
		{"width in points", picture(list(nil, "width", "1in")), &brief.Figure{Width: brief.Measure{Points: 72}, Attributes: id}, nil},
		{"crop", picture(list(nil, "crop", "left 25%, top 50%")), &brief.Figure{Crop: brief.Crop{Left: 0.25, Top: 0.5}, Attributes: id}, nil},
		{"bad crop", picture(list(nil, "crop", "left")), &brief.Figure{Attributes: id}, []string{"picture-crop"}},
		{"bad width", picture(list(nil, "width", "-1%")), &brief.Figure{Attributes: id}, []string{"picture-width"}},
		{"index", marked(list(classes("index"))), &brief.Marked{Content: word, Term: "كلمة", Attributes: id}, nil},
		{"index of a term", marked(list(classes("index"), "term", "كلم")), &brief.Marked{Content: word, Term: "كلم", Attributes: id}, nil},
		{"index of nothing", marked(list(classes("index"), "term", " ")), &brief.Marked{Content: word, Attributes: id}, nil},
		{"term without index", marked(list(nil, "term", "كلم")), &brief.Marked{Content: word, Attributes: id}, nil},
		{"language", marked(list(classes("ltr"), "lang", "en")), &brief.Marked{Content: word, Language: "en", LTR: true, Attributes: id}, nil},
		{"last tone", marked(list(classes("accent", "muted"))), &brief.Marked{Content: word, Tone: brief.Muted, Attributes: id}, nil},
		{"accent", marked(list(classes("muted", "accent"))), &brief.Marked{Content: word, Tone: brief.Accent, Attributes: id}, nil},
		{"misspelt class", heading(list(classes("unumbered"))), &brief.Heading{Attributes: id}, []string{"unknown-class"}},
		{"class of another", chart(list(classes("decorative"), "alt", "x")), &brief.Figure{Attributes: id}, []string{"unknown-class", "unknown-attribute"}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
		for _, code := range c.problems {
			if !told(&r, code) {
				t.Errorf("%s: %s is not told", c.name, code)
			}
		}
	}
	if len(r.Problems) != 7 {
		t.Errorf("%d problems: %v", len(r.Problems), r.Problems)
	}
}

func told(r *attribute.Reader, code string) bool {
	for _, p := range r.Problems {
		if p.Code == code {
			return true
		}
	}
	return false
}

// A problem stands at the word that it is about.
func TestProblemsStandAtTheirWord(t *testing.T) {
	f := source.NewFile("brief.md", []byte("# عنوان {.unumbered k=1}"))
	start := slices.Index(f.Data, '{')
	var r attribute.Reader
	r.Heading(&brief.Heading{}, attribute.List{
		Classes: classes("unumbered"), Values: []attribute.Value{{Key: "k", Value: "1"}},
		Span: source.Span{File: f, Start: start, End: len(f.Data)},
	})
	if len(r.Problems) != 2 {
		t.Fatalf("problems: %v", r.Problems)
	}
	for i, want := range []string{".unumbered", "k"} {
		if got := string(r.Problems[i].Span.Text()); got != want {
			t.Errorf("problem %d stands at %q, not %q", i, got, want)
		}
	}
}
