package table

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// rename gives cells the names that the author gives what they say, and returns
// which of these names some cell or column had.
func (b *builder) rename() map[string]bool {
	used := make(map[string]bool, len(b.reading.Renamed))
	names := make(map[string]string, len(b.reading.Renamed))
	for _, n := range b.reading.Renamed {
		names[n.Name.Value] = n.Value.Value
		used[n.Name.Value] = slices.ContainsFunc(b.table.Columns, func(c brief.Column) bool { return c.Name == n.Value.Value })
	}
	if len(names) == 0 {
		return used
	}
	for _, row := range b.table.Rows {
		for i := range row.Cells {
			c := &row.Cells[i]
			if c.Kind == brief.NumberCell || c.Kind == brief.MissingCell {
				continue
			}
			if name, ok := names[c.Text]; ok {
				used[c.Text] = true
				c.Text = name
			}
		}
	}
	return used
}

// checkNamed reports a type for a column that the table has not, and names that
// nothing in it has.
func (b *builder) checkNamed(used map[string]bool) {
	var columns []string
	for _, c := range b.table.Columns {
		columns = append(columns, c.Name)
	}
	for _, n := range b.reading.Types {
		if !n.Loose && !slices.Contains(columns, b.reading.Rename(n.Name.Value)) {
			b.problems.Add(typeUnused.At(n.Name.Span, n.Name.Value, problem.DidYouMean(n.Name.Value, columns)))
		}
	}
	for _, n := range b.reading.Renamed {
		if !n.Loose && !used[n.Name.Value] {
			b.problems.Add(nameUnused.At(n.Name.Span, n.Name.Value, problem.DidYouMean(n.Name.Value, columns)))
		}
	}
}

var (
	typeUnused = problem.Kind{
		Code: "read-unknown-column",
		Message: problem.Text{
			AR: "لا عمود اسمه «%s» في البيانات ليكون له نوع",
			EN: "the data has no column “%s” to give a type",
		},
		Advice: problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	nameUnused = problem.Kind{
		Code: "read-unused-name", Severity: problem.Warning,
		Message: problem.Text{
			AR: "لا عمود ولا خلية في البيانات اسمها «%s» ليُستبدل",
			EN: "no column and no cell of the data is called “%s”, to be renamed",
		},
		Advice: problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	readUnused = problem.Kind{
		Code: "read-key-not-for-format", Severity: problem.Warning,
		Message: problem.Text{
			AR: "المفتاح «%s» لا أثر له في بيانات بهذه الصيغة",
			EN: "“%s” does nothing for data of this format",
		},
		Advice: problem.Text{
			AR: "احذفه: هو لملفات CSV وTSV وأوراق المصنّفات.",
			EN: "Remove it: it is for CSV and TSV files and for sheets.",
		},
	}
)

// checkUseless warns of keys under read that say nothing of a format.
func (o Options) checkUseless(format string) (list problem.List) {
	told := func(key string, useless bool) {
		if useless {
			list.Add(readUnused.At(o.Place, key))
		}
	}
	told("encoding", o.Reading.Encoding != "" && format != "csv" && format != "tsv")
	told("header", o.Reading.Header != 0 && (format == "json" || format == "yaml"))
	told("skip", o.Reading.Skip != 0 && (format == "json" || format == "yaml"))
	return list
}
