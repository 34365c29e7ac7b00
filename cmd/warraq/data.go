package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"warraq/charts/fit"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/disk"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/table"
)

func dataCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "data",
		Usage:        "print how a file of data is read: its header, its columns with their types, odd cells, and charts that fit",
		ArgsUsage:    "FILE",
		Description:  "FILE is CSV, TSV, XLSX, JSON or YAML; FILE.xlsx#NAME is a sheet, a range or a table of a workbook.",
		Flags:        problemFlags(),
		OnUsageError: wrongUsage,
		Action:       c.data,
	}
}

func (c console) data(ctx *cli.Context) error {
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	if show.format == "sarif" {
		return usageError{problem.Say("--format is text or json here")}
	}
	if ctx.NArg() != 1 {
		return usageError{problem.Say("name one file of data")}
	}
	argument := ctx.Args().First()
	name, sheet, _ := strings.Cut(argument, "#")
	bytes, err := disk.ReadFile(c.disk, name, source.Limits{}.WithDefaults().Data)
	if err != nil {
		return wrongPath("file", name, err)
	}
	f := source.NewFile(filepath.ToSlash(name), bytes)
	t, problems := table.Read(f, table.Options{Name: name, Sheet: sheet})
	if t == nil {
		return show.report(problems, true)
	}
	summaries := make([]column.Summary, len(t.Columns))
	for i := range t.Columns {
		summaries[i] = column.Summarise(t, i)
		problems.Add(summaries[i].Problems...)
	}
	problems.Sort()
	problems = problems.Few()
	d := described{t, summaries, fit.Charts(t), filepath.Base(argument)}
	if show.format == "json" {
		return d.json(c, problems, show.language)
	}
	d.text(c, show.language)
	return show.report(problems, false)
}

// described is a table as it was read.
type described struct {
	table     *brief.Table
	summaries []column.Summary
	charts    []*brief.Chart
	name      string
}

// text writes the table for people.
func (d described) text(c console, l problem.Language) {
	say := func(t problem.Text, args ...any) { fmt.Fprintln(c.out, t.Shown(l, args...)) }
	o := d.table.Origin
	switch {
	case o.Sheet != "":
		say(problem.Text{AR: "مصنّف، الورقة «%s»", EN: "workbook, sheet “%s”"}, o.Sheet)
	case o.Separator != "":
		say(problem.Text{AR: "الترميز %s، والفاصل بين الخلايا %s", EN: "encoded in %s, cells parted by %s"}, o.Encoding, separatorWords(o.Separator))
	default:
		say(problem.Text{AR: "الصيغة %s", EN: "format %s"}, o.Format)
	}
	if o.Header > 0 {
		say(problem.Text{AR: "صفّ العناوين: السطر %d؛ أسطر متروكة فوقه: %d", EN: "header: line %d; lines passed over above it: %d"}, o.Header, o.Above)
	}
	if o.HeaderRows > 1 && o.Units {
		say(problem.Text{AR: "تحته صفّ وحدات القياس", EN: "a row of units stands below it"})
	}
	if names := o.HeaderRows; o.Units && names > 2 || !o.Units && names > 1 {
		say(problem.Text{AR: "العناوين في صفّين ضُمّا", EN: "its names stand in two rows, which were joined"})
	}
	if o.Below > 0 {
		say(problem.Text{AR: "أسطر متروكة تحت الجدول: %d", EN: "lines passed over below the table: %d"}, o.Below)
	}
	say(problem.Text{AR: "عدد الصفوف: %d، وعدد الأعمدة: %d", EN: "rows: %d, columns: %d"}, len(d.table.Rows), len(d.table.Columns))
	fmt.Fprintln(c.out)
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, problem.Text{
		AR: "العمود\tالنوع\tالوحدة\tمن\tإلى\tقيم مختلفة\tفارغة\tشاذّة", EN: "column\ttype\tunit\tfrom\tto\tdifferent\tblank\todd",
	}.Shown(l))
	for i, shown := range d.table.Columns {
		s := d.summaries[i]
		values := fmt.Sprint(s.Values)
		if s.Values == column.MostValues {
			values += "+"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\n", problem.Show(shown.Name), column.TypeWords(shown).Shown(l),
			problem.Show(shown.Unit), problem.Show(s.Low), problem.Show(s.High), values, s.Missing, s.Odd)
	}
	if err := w.Flush(); err != nil {
		return // the stream keeps its failure
	}
	if len(d.charts) == 0 {
		return
	}
	fmt.Fprintln(c.out)
	say(problem.Text{AR: "رسوم تصلح لها، تُنسخ كما هي:", EN: "charts that fit, to be pasted:"})
	for _, chart := range d.charts {
		fmt.Fprintln(c.out)
		for line := range strings.Lines(fit.Block(chart, d.name)) {
			fmt.Fprintln(c.out, problem.Show(strings.TrimSuffix(line, "\n")))
		}
	}
}

func separatorWords(separator string) problem.Text {
	switch separator {
	case "\t":
		return problem.Text{AR: "علامة الجدولة", EN: "tabs"}
	case ";":
		return problem.Text{AR: "فاصلة منقوطة", EN: "semicolons"}
	case "|":
		return problem.Text{AR: "خطّ رأسي", EN: "vertical bars"}
	case ",":
		return problem.Text{AR: "فاصلة", EN: "commas"}
	}
	return problem.Text{AR: "ما يقوله سطر sep=", EN: "what the line sep= says"}
}

// What json writes.
type (
	dataRecord struct {
		File       string          `json:"file"`
		Format     string          `json:"format"`
		Encoding   string          `json:"encoding,omitempty"`
		Separator  string          `json:"separator,omitempty"`
		Sheet      string          `json:"sheet,omitempty"`
		Header     int             `json:"header,omitempty"`
		HeaderRows int             `json:"headerRows,omitempty"`
		UnitsRow   bool            `json:"unitsRow,omitempty"`
		Above      int             `json:"passedOverAbove"`
		Below      int             `json:"passedOverBelow"`
		Rows       int             `json:"rows"`
		Columns    []columnRecord  `json:"columns"`
		Charts     []string        `json:"charts"`
		Problems   json.RawMessage `json:"problems"`
	}
	columnRecord struct {
		Name     string `json:"name"`
		Type     string `json:"type"`
		Unit     string `json:"unit,omitempty"`
		Decimals int    `json:"decimals,omitempty"`
		From     string `json:"from,omitempty"`
		To       string `json:"to,omitempty"`
		Values   int    `json:"differentValues"`
		Blank    int    `json:"blank"`
		Odd      int    `json:"odd"`
	}
)

// json writes the table for programs; its types and keys are in English.
func (d described) json(c console, problems problem.List, l problem.Language) error {
	o := d.table.Origin
	r := dataRecord{
		File: d.table.Name, Format: o.Format, Encoding: o.Encoding, Separator: o.Separator, Sheet: o.Sheet, Header: o.Header,
		HeaderRows: o.HeaderRows, UnitsRow: o.Units, Above: o.Above, Below: o.Below, Rows: len(d.table.Rows),
		Columns: []columnRecord{}, Charts: []string{},
	}
	for i, one := range d.table.Columns {
		s := d.summaries[i]
		r.Columns = append(r.Columns, columnRecord{
			one.Name, column.TypeWords(one).In(problem.English), one.Unit, one.Decimals, s.Low, s.High, s.Values, s.Missing, s.Odd,
		})
	}
	for _, chart := range d.charts {
		r.Charts = append(r.Charts, fit.Block(chart, d.name))
	}
	var told strings.Builder
	if err := problem.JSON(&told, problems, l); err != nil {
		return err
	}
	r.Problems = json.RawMessage(told.String())
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
