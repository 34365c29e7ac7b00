package structured

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/transform"
	"warraq/input/tree"
)

// Chart is a chart block, with its data not yet found.
type Chart struct {
	Chart *brief.Chart
	// Data names a table, or is rows; nil where the block has none.
	Data *tree.Node
	// Reading says how a file of data is read.
	Reading column.Reading
	// Steps change the data before they are drawn.
	Steps []transform.Step
	// Title and Source are Markdown.
	Title, Source source.Text
}

// ChartKeys returns the keys of a chart block.
func ChartKeys() []string {
	return []string{
		"type", "title", "data", "category", "value", "values", "series", "unit", "scale", "sort", "direction",
		"labels", "levels", "facet", "from", "to", "low", "high", "error", "target", "bands", "trend", "totals", "highlight", "mark", "min", "max", "map", "style", "height", "source", "alt", "option", "transform", "table", "read", "decimals", "short",
	}
}

// mostDecimals is how many digits numbers can have after the point.
const mostDecimals = 9

// missingChartKey is told at the whole block.
var missingChartKey = problem.Kind{
	Code: "missing-chart-key", Severity: problem.Error,
	Message: problem.Text{AR: "ينقص الرسمَ البياني المفتاح «%s»", EN: "the chart has no “%s”"},
	Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
}

// missing reports that a chart lacks its type or data.
func (d *decoder) missing(place source.Span, key string) {
	advice := problem.Text{AR: "أضف سطرًا مثل «type: bar»؛ وفي الدليل الأنواع كلها.", EN: "Add a line such as “type: bar”; the manual names all types."}
	if key == "data" {
		advice = problem.Text{AR: "أضف «data»: اسمًا من ترويسة الملف، أو مسار ملف، أو صفوفًا.", EN: "Add “data”: a name of the front matter, the path of a file, or rows."}
	}
	d.problems.Add(missingChartKey.At(place, key, advice))
}

// DecodeChart reads a chart block that stands at a place of the brief. What
// type, columns and options mean is for package charts to check.
func DecodeChart(n *tree.Node, place source.Span) (*Chart, problem.List) {
	var d decoder
	c := &Chart{Chart: &brief.Chart{Span: place, Fields: map[string]source.Span{}, Keys: map[string]source.Span{}}}
	if n == nil || n.Kind == tree.Null {
		d.missing(place, "type")
		d.missing(place, "data")
		return c, d.problems
	}
	if !d.keys(n, "chart", ChartKeys()) {
		return c, d.problems
	}
	for i := range n.Keys {
		c.Chart.Fields[n.Keys[i].Text] = n.Items[i].Span
		c.Chart.Keys[n.Keys[i].Text] = n.Keys[i].Span
	}
	for _, key := range []string{"type", "data"} {
		if v := n.Get(key); v == nil || v.Kind == tree.Null {
			d.missing(place, key)
		}
	}
	m := c.Chart
	m.Type = d.field(n.Get("type"), "type").Value
	m.Title = d.field(n.Get("title"), "title").Value
	m.Category = d.field(n.Get("category"), "category").Value
	m.Value = d.field(n.Get("value"), "value").Value
	m.Values = d.strings(n.Get("values"), "values")
	m.Series = d.field(n.Get("series"), "series").Value
	m.Unit, m.UnitForms = d.unit(n.Get("unit"))
	m.Scale = d.choice(n.Get("scale"), "scale", []string{"linear", "log"})
	m.Sort = d.choice(n.Get("sort"), "sort", []string{"descending", "ascending", "none"})
	m.Direction = d.choice(n.Get("direction"), "direction", []string{"rtl", "ltr"})
	m.Labels = d.field(n.Get("labels"), "labels").Value
	m.Levels = d.strings(n.Get("levels"), "levels")
	m.Facet = d.field(n.Get("facet"), "facet").Value
	m.From = d.field(n.Get("from"), "from").Value
	m.To = d.field(n.Get("to"), "to").Value
	m.Low, m.High, m.Error = d.strings(n.Get("low"), "low"), d.strings(n.Get("high"), "high"), d.strings(n.Get("error"), "error")
	m.Target = d.field(n.Get("target"), "target").Value
	m.Bands = d.strings(n.Get("bands"), "bands")
	m.Trend = d.bool(n.Get("trend"), "trend")
	m.Totals = d.bool(n.Get("totals"), "totals")
	m.Highlight = d.fields(n.Get("highlight"), "highlight")
	m.Min, m.Max = d.field(n.Get("min"), "min"), d.field(n.Get("max"), "max")
	m.Marks = d.marks(n.Get("mark"))
	m.Map = d.strings(n.Get("map"), "map")
	m.Style = d.choice(n.Get("style"), "style", []string{"fill", "marks"})
	m.Height = d.positive(n.Get("height"), "height")
	m.Source = d.field(n.Get("source"), "source").Value
	m.Alt = d.field(n.Get("alt"), "alt").Value
	m.Table = d.choice(n.Get("table"), "table", []string{"below", "beside", "appendix", "hidden"})
	if v := n.Get("decimals"); v != nil && v.Kind != tree.Null {
		decimals := d.whole(v, "decimals", 0, mostDecimals, 0)
		m.Decimals = &decimals
	}
	if v := n.Get("short"); v != nil && v.Kind != tree.Null {
		m.Long = !d.yes(v, "short")
	}
	c.Reading = d.reading(n.Get("read"))
	c.Steps = d.steps(n.Get("transform"))
	if o := n.Get("option"); o != nil && o.Kind != tree.Null {
		if o.Kind == tree.Mapping {
			m.Option = value(o).(map[string]any)
		} else {
			d.wrong(o, "option", aMapping)
		}
	}
	if m.Title != "" {
		c.Title = text(n.Get("title"))
	}
	if m.Source != "" {
		c.Source = text(n.Get("source"))
	}
	switch v := n.Get("data"); {
	case v == nil || v.Kind == tree.Null:
	case v.Kind == tree.Scalar && d.field(v, "data").Value == "":
		if !isBool(v) {
			d.wrong(v, "data", aSource)
		}
	default:
		c.Data = v
	}
	return c, d.problems
}

// marks reads lines and bands, a list or a single one.
func (d *decoder) marks(n *tree.Node) []brief.Mark {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	items := []*tree.Node{n}
	if n.Kind == tree.Sequence {
		items = nil
		for i := range n.Items {
			items = append(items, &n.Items[i])
		}
	}
	var list []brief.Mark
	for _, item := range items {
		if !d.keys(item, "mark", []string{"at", "from", "to", "value", "series", "label"}) {
			continue
		}
		field := func(key string) brief.Field { return d.field(item.Get(key), key) }
		list = append(list, brief.Mark{At: field("at"), From: field("from"), To: field("to"), Value: field("value"), Series: field("series"), Label: field("label"), Span: item.Span})
	}
	return list
}

// unit reads a unit: text, or a mapping of the forms that it takes with numbers,
// by the categories of CLDR. What is left out is the form for other numbers, and
// the oblique dual that of the nominative.
func (d *decoder) unit(n *tree.Node) (string, *locale.Noun) {
	if n == nil || n.Kind != tree.Mapping {
		return d.field(n, "unit").Value, nil
	}
	if !d.keys(n, "unit", []string{"one", "two", "two-oblique", "few", "many", "other"}) {
		return "", nil
	}
	form := func(key, otherwise string) string {
		if f := d.field(n.Get(key), key); f.Value != "" {
			return f.Value
		}
		return otherwise
	}
	other := form("other", "")
	if other == "" {
		d.problems.Add(missingKey.At(n.Span, "other"))
		return "", nil
	}
	two := form("two", other)
	oblique := two
	if stem, ok := strings.CutSuffix(two, "ان"); ok {
		oblique = stem + "ين"
	}
	return other, &locale.Noun{
		One: form("one", other), Two: two, TwoOblique: form("two-oblique", oblique), Few: form("few", other), Many: form("many", other), Other: other,
	}
}
