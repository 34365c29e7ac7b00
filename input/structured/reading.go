package structured

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/tree"
)

// ReadingKeys returns the keys of read, which says how a file is read.
func ReadingKeys() []string {
	return []string{"header", "skip", "decimal", "thousands", "locale", "encoding", "missing", "types", "names"}
}

var sameSigns = problem.Kind{
	Code: "read-same-signs", Severity: problem.Error,
	Message: problem.Text{AR: "العلامة «%s» هي العشرية وفاصلة الآلاف معًا", EN: "“%s” is both the decimal sign and what parts thousands"},
	Advice:  problem.Text{AR: "اكتب إحداهما؛ الأخرى تُعرف منها.", EN: "Write one of them; the other follows from it."},
}

// Readings are what front matter says of how files are read: of all, and of those of
// a name under data.
type Readings struct {
	All  column.Reading
	Each []NamedReading
}

// A NamedReading is that of one name under data.
type NamedReading struct {
	Name    brief.Field
	Reading column.Reading
}

// readings reads what front matter has under read: keys for all files, and under the
// names of data those for one.
func (d *decoder) readings(n *tree.Node) Readings {
	var r Readings
	if n == nil || n.Kind == tree.Null {
		return r
	}
	if n.Kind != tree.Mapping {
		d.wrong(n, "read", aMapping)
		return r
	}
	r.All = d.readingKeys(n)
	for i := range n.Keys {
		if key := &n.Keys[i]; !slices.Contains(ReadingKeys(), key.Text) {
			if n.Items[i].Kind != tree.Mapping {
				d.problems.Add(unknownKey.At(key.Span, key.Text, d.advice.On(key.Text, ReadingKeys())))
				continue
			}
			r.Each = append(r.Each, NamedReading{brief.Field{Value: key.Text, Span: key.Span}, d.reading(&n.Items[i])})
		}
	}
	return r
}

// reading reads how one file is read.
func (d *decoder) reading(n *tree.Node) column.Reading {
	if n == nil || n.Kind == tree.Null || !d.keys(n, "read", ReadingKeys()) {
		return column.Reading{}
	}
	return d.readingKeys(n)
}

// lastLine is beyond the rows that a table may have.
const lastLine = 1_000_000

func (d *decoder) readingKeys(n *tree.Node) column.Reading {
	signs := []string{".", ","}
	r := column.Reading{
		Header:   d.whole(n.Get("header"), "header", 1, lastLine, 0),
		Skip:     d.whole(n.Get("skip"), "skip", 0, lastLine, 0),
		Locale:   d.choice(n.Get("locale"), "locale", column.LocaleNames()),
		Encoding: d.choice(n.Get("encoding"), "encoding", column.EncodingNames()),
		Missing:  d.strings(n.Get("missing"), "missing"),
	}
	for _, c := range d.choice(n.Get("decimal"), "decimal", signs) {
		r.Decimal = c
	}
	for _, c := range d.choice(n.Get("thousands"), "thousands", signs) {
		r.Thousands = c
	}
	if r.Decimal != 0 && r.Decimal == r.Thousands {
		d.problems.Add(sameSigns.At(n.Get("thousands").Span, string(r.Decimal)))
	}
	r.Types = d.named(n.Get("types"), "types", func(v *tree.Node, key string) brief.Field {
		return brief.Field{Value: d.choice(v, key, column.TypeNames()), Span: v.Span}
	})
	r.Renamed = d.named(n.Get("names"), "names", d.field)
	return r
}

// named reads a mapping of names to what is said of them.
func (d *decoder) named(n *tree.Node, key string, value func(*tree.Node, string) brief.Field) []column.Named {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Mapping {
		d.wrong(n, key, aMapping)
		return nil
	}
	var list []column.Named
	for i := range n.Keys {
		if v := value(&n.Items[i], n.Keys[i].Text); v.Value != "" {
			list = append(list, column.Named{Name: brief.Field{Value: n.Keys[i].Text, Span: n.Keys[i].Span}, Value: v})
		}
	}
	return list
}
