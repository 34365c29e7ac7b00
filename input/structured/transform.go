package structured

import (
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/transform"
	"warraq/input/tree"
)

var (
	stepKeys = problem.Kind{
		Code: "transform-step-keys", Severity: problem.Error,
		Message: problem.Text{AR: "لكل خطوة تحويل مفتاح واحد، ولهذه %d", EN: "a step has one key; this one has %d"},
		Advice:  problem.Text{AR: "اكتب كل خطوة بعد شَرطة (-) وحدها.", EN: "Write each step after a dash of its own."},
	}
	noMeasure = problem.Kind{
		Code: "transform-no-measure", Severity: problem.Error,
		Message: problem.Text{AR: "لم يُذكر ما يُحسب لكل مجموعة", EN: "nothing says what to compute of each group"},
		Advice:  problem.Text{AR: "أضف sum أو mean أو count أو min أو max مع اسم عمود.", EN: "Add sum, mean, count, min or max with the name of a column."},
	}
	noCondition = problem.Kind{
		Code: "transform-no-condition", Severity: problem.Error,
		Message: problem.Text{AR: "لا شرط في هذه الخطوة", EN: "this filter has no condition"},
		Advice:  problem.Text{AR: "أضف is أو not أو from أو to.", EN: "Add is, not, from or to."},
	}
	oneUnit = problem.Kind{
		Code: "transform-one-unit", Severity: problem.Error,
		Message: problem.Text{AR: "يُذكر واحد فقط من currency وunit وfrom", EN: "exactly one of currency, unit and from is needed"},
		Advice:  problem.Text{AR: "currency أو unit اسم عمود، وfrom وحدة تعمّ الصفوف كلها.", EN: "currency or unit names a column; from is the unit of all rows."},
	}
	listTooLong = problem.Kind{
		Code: "transform-list-too-long", Severity: problem.Error,
		Message: problem.Text{AR: "في «%s» %d، والحدّ %d", EN: "“%s” lists %d; the limit is %d"},
		Advice:  problem.Text{AR: "لخّص البيانات قبل إدراجها.", EN: "Sum up the data before you use them."},
	}
	aRate     = problem.Text{AR: "سعرًا لكل عملة أو وحدة: {USD: 0.92}", EN: "a rate for each currency or unit: {USD: 0.92}"}
	aStepList = problem.Text{AR: "قائمة خطوات", EN: "a list of steps"}
)

// StepKeys returns the words that name a step of a transform.
func StepKeys() []string {
	return []string{"filter", "sort", "group", "top", "pivot", "unpivot", "fill", "share", "running-total", "compute", "join", "convert", "deflate"}
}

// Limits of a transform: each step passes over all rows, for each name it lists.
const (
	mostSteps = 50
	mostNames = 100
)

// short checks that a list, or a mapping, is not too long.
func (d *decoder) short(n *tree.Node, key string, most int) bool {
	if n != nil && len(n.Items) > most {
		d.problems.Add(listTooLong.At(n.Span, key, len(n.Items), most))
		return false
	}
	return true
}

// steps reads what is done to a chart's rows, in order.
func (d *decoder) steps(n *tree.Node) []transform.Step {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Sequence {
		d.wrong(n, "transform", aStepList)
		return nil
	}
	if !d.short(n, "transform", mostSteps) {
		return nil
	}
	var list []transform.Step
	for i := range n.Items {
		item := &n.Items[i]
		if !d.keys(item, "transform", StepKeys()) {
			continue
		}
		if len(item.Keys) != 1 {
			d.problems.Add(stepKeys.At(item.Span, len(item.Keys)))
			continue
		}
		before := len(d.problems)
		step := d.step(item.Keys[0].Text, &item.Items[0], item)
		if step != nil && len(d.problems) == before {
			list = append(list, step)
		}
	}
	return list
}

func (d *decoder) step(name string, n, item *tree.Node) transform.Step {
	span := item.Keys[0].Span
	switch name {
	case "filter":
		if !d.keys(n, name, []string{"column", "is", "not", "from", "to"}) {
			return nil
		}
		f := &transform.Filter{
			Span: span, Column: d.required(n, "column", span), Is: d.fields(n.Get("is"), "is"), Not: d.fields(n.Get("not"), "not"),
			From: d.field(n.Get("from"), "from"), To: d.field(n.Get("to"), "to"),
		}
		if len(f.Is) == 0 && len(f.Not) == 0 && f.From.Value == "" && f.To.Value == "" {
			d.problems.Add(noCondition.At(span))
		}
		return f
	case "sort":
		if n.Kind != tree.Mapping {
			return &transform.Sort{Span: span, By: d.name(n, name)}
		}
		d.keys(n, name, []string{"by", "order"})
		return &transform.Sort{
			Span: span, By: d.required(n, "by", span),
			Descending: d.choice(n.Get("order"), "order", []string{"ascending", "descending"}) == "descending",
		}
	case "group":
		return d.group(n, item)
	case "top":
		if !d.keys(n, name, []string{"n", "by", "rest", "name"}) {
			return nil
		}
		if v := n.Get("n"); v == nil || v.Kind == tree.Null {
			d.problems.Add(missingKey.At(span, "n"))
		}
		return &transform.Top{
			Span: span, N: d.whole(n.Get("n"), "n", 1, 1000, 1), By: d.required(n, "by", span),
			Rest: d.field(n.Get("rest"), "rest"), Name: d.field(n.Get("name"), "name"),
		}
	case "pivot":
		if !d.keys(n, name, []string{"rows", "columns", "values"}) {
			return nil
		}
		if d.lacks(n, span, "rows", "columns", "values") {
			return nil
		}
		return &transform.Pivot{Span: span, Rows: d.required(n, "rows", span), Columns: d.required(n, "columns", span), Values: d.required(n, "values", span)}
	case "deflate":
		return d.deflate(n, span)
	case "unpivot":
		return d.unpivot(n, span)
	case "fill":
		return d.fill(n, span)
	case "compute":
		return d.compute(n, span)
	case "join":
		return d.join(n, span)
	case "share":
		return &transform.Share{Over: d.over(n, item)}
	case "running-total":
		return &transform.RunningTotal{Over: d.over(n, item)}
	case "convert":
		return d.convert(n, item)
	}
	return nil // an unknown key was reported
}

// name reads a text that must be there.
func (d *decoder) name(n *tree.Node, key string) brief.Field {
	before := len(d.problems)
	f := d.field(n, key)
	if f.Value == "" && len(d.problems) == before {
		d.wrong(n, key, aText)
	}
	return f
}

// required reads the name under a key that a step must have.
func (d *decoder) required(n *tree.Node, key string, step source.Span) brief.Field {
	v := n.Get(key)
	if v == nil || v.Kind == tree.Null {
		d.problems.Add(missingKey.At(step, key))
		return brief.Field{}
	}
	return d.name(v, key)
}

// lacks reports keys that a step must have and has not. Several are one problem.
func (d *decoder) lacks(n *tree.Node, step source.Span, keys ...string) bool {
	var missing problem.Names
	for _, key := range keys {
		if v := n.Get(key); v == nil || v.Kind == tree.Null {
			missing = append(missing, key)
		}
	}
	switch len(missing) {
	case 0:
		return false
	case 1:
		d.problems.Add(missingKey.At(step, missing[0]))
	default:
		d.problems.Add(missingKeys.At(step, missing))
	}
	return true
}

// names reads one name or a list of them under a key that a step must have.
func (d *decoder) names(n *tree.Node, key string, step source.Span) []brief.Field {
	before := len(d.problems)
	if !d.short(n.Get(key), key, mostNames) {
		return nil
	}
	list := d.fields(n.Get(key), key)
	if len(list) == 0 && len(d.problems) == before {
		d.problems.Add(missingKey.At(step, key))
	}
	return list
}

func (d *decoder) group(n, item *tree.Node) transform.Step {
	measures := []transform.Measure{transform.Sum, transform.Mean, transform.Count, transform.Min, transform.Max}
	known := []string{"by"}
	for _, m := range measures {
		known = append(known, string(m))
	}
	if !d.keys(n, "group", known) {
		return nil
	}
	span := item.Keys[0].Span
	g := &transform.Group{Span: span, By: d.names(n, "by", span)}
	before := len(d.problems)
	// In the order in which the author wrote them: it is that of the columns.
	for i := range n.Keys {
		if n.Keys[i].Text == "by" || !d.short(&n.Items[i], n.Keys[i].Text, mostNames) {
			continue
		}
		for _, f := range d.fields(&n.Items[i], n.Keys[i].Text) {
			g.Measures = append(g.Measures, transform.Measured{Measure: transform.Measure(n.Keys[i].Text), Column: f})
		}
	}
	if len(g.Measures) == 0 && len(d.problems) == before {
		d.problems.Add(noMeasure.At(span))
	}
	return g
}

// over reads the column of share and running-total, with or without more.
func (d *decoder) over(n, item *tree.Node) transform.Over {
	span, key := item.Keys[0].Span, item.Keys[0].Text
	if n.Kind != tree.Mapping {
		return transform.Over{Span: span, Of: d.name(n, key)}
	}
	d.keys(n, key, []string{"of", "within", "as"})
	if !d.short(n.Get("within"), "within", mostNames) {
		return transform.Over{}
	}
	return transform.Over{
		Span: span, Of: d.required(n, "of", span), Within: d.fields(n.Get("within"), "within"), As: d.field(n.Get("as"), "as"),
	}
}

func (d *decoder) convert(n, item *tree.Node) transform.Step {
	if !d.keys(n, "convert", []string{"column", "currency", "unit", "from", "to", "over", "rates"}) {
		return nil
	}
	span := item.Keys[0].Span
	c := &transform.Convert{Span: span, Columns: d.names(n, "column", span), To: d.required(n, "to", span)}
	given := 0
	for _, key := range []string{"currency", "unit", "from"} {
		f := d.field(n.Get(key), key)
		if f.Value == "" {
			continue
		}
		given++
		if key == "from" {
			c.From = f
		} else {
			c.Unit = f
		}
	}
	if given != 1 {
		d.problems.Add(oneUnit.At(span))
	}
	rates := n.Get("rates")
	switch {
	case rates == nil || rates.Kind == tree.Null:
		d.problems.Add(missingKey.At(span, "rates"))
	case rates.Kind != tree.Mapping || len(rates.Items) == 0:
		d.wrong(rates, "rates", aRate)
	default:
		timed := false
		for i := range rates.Items {
			unit, v := &rates.Keys[i], &rates.Items[i]
			at := transform.Rate{Unit: brief.Field{Value: unit.Text, Span: unit.Span}}
			if v.Kind == tree.Mapping {
				timed = true
				for _, l := range d.levels(v, unit.Text) {
					at.At, at.Value = l.At, l.Value
					c.Rates = append(c.Rates, at)
				}
			} else if x, ok := d.aboveNought(v, unit.Text); ok {
				at.Value = x
				c.Rates = append(c.Rates, at)
			}
		}
		if c.Over = d.field(n.Get("over"), "over"); timed && c.Over.Value == "" {
			d.problems.Add(missingKey.At(span, "over"))
		}
	}
	return c
}
