package structured

import (
	"math"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/transform"
	"warraq/input/tree"
)

var (
	oneOf = problem.Kind{
		Code: "transform-one-of", Severity: problem.Error,
		Message: problem.Text{AR: "يُذكر واحد فقط من هذه المفاتيح: %s", EN: "exactly one of these keys is needed: %s"},
		Advice:  problem.Text{AR: "احذف ما زاد، أو أضف ما نقص.", EN: "Remove the others, or add one."},
	}
	twoColumns = problem.Kind{
		Code: "transform-two-columns", Severity: problem.Error,
		Message: problem.Text{AR: "تُحسب «%s» من عمودين", EN: "“%s” is computed of two columns"},
		Advice:  problem.Text{AR: "اكتبهما في قائمة: [الأول, الثاني].", EN: "Write them as a list: [first, second]."},
	}
)

// unpivot reads which columns become rows, or which stay.
func (d *decoder) unpivot(n *tree.Node, span source.Span) transform.Step {
	if !d.keys(n, "unpivot", []string{"columns", "keep", "name", "value"}) {
		return nil
	}
	key, ok := d.one(n, span, "columns", "keep")
	if !ok {
		return nil
	}
	if d.lacks(n, span, "name", "value") {
		return nil
	}
	u := &transform.Unpivot{Span: span, Name: d.required(n, "name", span), Value: d.required(n, "value", span)}
	if list := d.names(n, key, span); key == "columns" {
		u.Columns = list
	} else {
		u.Keep = list
	}
	return u
}

// fill reads the columns whose blanks are filled, and with what.
func (d *decoder) fill(n *tree.Node, span source.Span) transform.Step {
	if n.Kind != tree.Mapping {
		if !d.short(n, "fill", mostNames) {
			return nil
		}
		return &transform.Fill{Span: span, Columns: d.fields(n, "fill")}
	}
	if !d.keys(n, "fill", []string{"column", "with"}) {
		return nil
	}
	f := &transform.Fill{Span: span, Columns: d.names(n, "column", span)}
	f.With = d.field(n.Get("with"), "with")
	return f
}

// compute reads a column that is computed of others.
func (d *decoder) compute(n *tree.Node, span source.Span) transform.Step {
	operations := []string{"ratio", "percent", "difference", "sum", "product", "change", "index"}
	if n.Kind != tree.Mapping {
		d.keys(n, "compute", operations)
		return nil
	}
	key, ok := d.one(n, span, operations...)
	if !ok {
		return nil
	}
	as := d.required(n, "as", span)
	switch key {
	case "change":
		d.keys(n, "compute", []string{"as", key, "over", "within"})
		return &transform.Change{Over: d.trend(n, key, as, span), By: d.field(n.Get("over"), "over")}
	case "index":
		d.keys(n, "compute", []string{"as", key, "over", "within", "base"})
		if d.lacks(n, span, "over", "base") {
			return nil
		}
		return &transform.Index{Over: d.trend(n, key, as, span), By: d.required(n, "over", span), Base: d.required(n, "base", span)}
	}
	d.keys(n, "compute", []string{"as", key, "times"})
	c := &transform.Compute{Span: span, As: as, Operation: transform.Operation(key), Of: d.names(n, key, span), Times: 1}
	if many := key == "sum" || key == "product"; len(c.Of) > 0 && (len(c.Of) < 2 || len(c.Of) > 2 && !many) {
		d.problems.Add(twoColumns.At(n.Get(key).Span, key))
	}
	if v := n.Get("times"); v != nil && v.Kind != tree.Null {
		if c.Times = number(v); !isNumber(v) || !(c.Times > 0) {
			d.wrong(v, "times", aNumber)
		}
	}
	return c
}

// trend reads what a change and an index over time have in common.
func (d *decoder) trend(n *tree.Node, key string, as brief.Field, span source.Span) transform.Over {
	if !d.short(n.Get("within"), "within", mostNames) {
		return transform.Over{}
	}
	return transform.Over{Span: span, Of: d.required(n, key, span), Within: d.fields(n.Get("within"), "within"), As: as}
}

// join reads which rows of which table stand beside these.
func (d *decoder) join(n *tree.Node, span source.Span) transform.Step {
	if !d.keys(n, "join", []string{"data", "on", "kind", "columns", "names"}) {
		return nil
	}
	if d.lacks(n, span, "data", "on") {
		return nil
	}
	j := &transform.Join{
		Span: span, Data: d.required(n, "data", span),
		Inner:   d.choice(n.Get("kind"), "kind", []string{"left", "inner"}) == "inner",
		Renamed: d.named(n.Get("names"), "names", d.field),
	}
	if !d.short(n.Get("columns"), "columns", mostNames) || !d.short(n.Get("names"), "names", mostNames) {
		return nil
	}
	j.Columns = d.fields(n.Get("columns"), "columns")
	on := n.Get("on")
	if on.Kind != tree.Mapping {
		for _, f := range d.names(n, "on", span) {
			j.On = append(j.On, transform.KeyPair{Own: f, Other: f})
		}
		return j
	}
	if !d.short(on, "on", mostNames) {
		return nil
	}
	for i := range on.Keys {
		other := d.name(&on.Items[i], on.Keys[i].Text)
		j.On = append(j.On, transform.KeyPair{Own: brief.Field{Value: on.Keys[i].Text, Span: on.Keys[i].Span}, Other: other})
	}
	if len(j.On) == 0 {
		d.problems.Add(missingKey.At(span, "on"))
	}
	return j
}

// deflate reads what prices amounts are counted in.
func (d *decoder) deflate(n *tree.Node, span source.Span) transform.Step {
	if !d.keys(n, "deflate", []string{"column", "over", "base", "index"}) {
		return nil
	}
	if d.lacks(n, span, "over", "base", "index") {
		return nil
	}
	f := &transform.Deflate{Span: span, Columns: d.names(n, "column", span), Over: d.required(n, "over", span), Base: d.required(n, "base", span)}
	if index := n.Get("index"); index != nil && index.Kind == tree.Mapping {
		f.Levels = d.levels(index, "index")
	} else {
		f.Index = d.required(n, "index", span)
	}
	return f
}

// levels reads numbers above 0 by their times.
func (d *decoder) levels(n *tree.Node, key string) []transform.Level {
	if len(n.Items) > mostLevels {
		d.problems.Add(listTooLong.At(n.Span, key, len(n.Items), mostLevels))
		return nil
	}
	var list []transform.Level
	for i := range n.Items {
		if x, ok := d.aboveNought(&n.Items[i], n.Keys[i].Text); ok {
			list = append(list, transform.Level{At: n.Keys[i].Text, Value: x})
		}
	}
	if len(n.Items) == 0 {
		d.wrong(n, key, aRate)
	}
	return list
}

// mostLevels is how many times rates and prices may be given for.
const mostLevels = 1000

// aboveNought reads a number above 0.
func (d *decoder) aboveNought(n *tree.Node, key string) (float64, bool) {
	x := number(n)
	if !isNumber(n) || !(x > 0) || math.IsInf(x, 0) {
		d.wrong(n, key, aNumber)
		return 0, false
	}
	return x, true
}

// one finds which of some keys is there, where it must be exactly one.
func (d *decoder) one(n *tree.Node, span source.Span, keys ...string) (string, bool) {
	found, count := "", 0
	for _, key := range keys {
		if v := n.Get(key); v != nil && v.Kind != tree.Null {
			found = key
			count++
		}
	}
	if count != 1 {
		d.problems.Add(oneOf.At(span, strings.Join(keys, ", ")))
		return "", false
	}
	return found, true
}
