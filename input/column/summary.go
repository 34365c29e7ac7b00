package column

import (
	"math"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// A Summary is what the cells of a column say together.
type Summary struct {
	// Known, Missing and Odd count the cells: those that are read as the column is,
	// those that say nothing, and those that are neither.
	Known, Missing, Odd int
	// Low and High are the least and the largest number, or the first and the last
	// time as it is written; empty where there are none.
	Low, High string
	// Values is how many different names there are, up to [MostValues].
	Values int
	// Problems are the odd cells.
	Problems problem.List
}

// MostValues is as far as different names are counted.
const MostValues = 1000

// Summarise counts the cells of a column.
func Summarise(t *brief.Table, column int) Summary {
	var s Summary
	in := t.Columns[column]
	low, high := math.Inf(1), math.Inf(-1)
	values := map[string]bool{}
	for _, row := range t.Rows {
		c := row.Cell(column)
		switch {
		case c.Kind == brief.MissingCell:
			s.Missing++
			continue
		case c.Doubt != brief.NoDoubt:
			s.Odd++
			if told, ok := Problem(c, in); ok {
				s.Problems.Add(told)
			} else {
				s.Problems.Add(oddCell.At(c.Span, problem.Quoted(c.Text), in.Name, TypeWords(in)))
			}
			continue
		}
		s.Known++
		if len(values) < MostValues {
			values[c.Text] = true
		}
		if c.Kind != brief.NumberCell && c.Kind != brief.DateCell {
			continue
		}
		x, text := c.Number, c.Text
		switch {
		case in.Counted():
			text = numeral.Format(x, -1, numeral.Latin)
		case in.Type != brief.Times:
			continue
		case c.Kind == brief.NumberCell:
			x = Days(int(x), 1, 1)
		}
		if x < low {
			low, s.Low = x, text
		}
		if x > high {
			high, s.High = x, text
		}
	}
	s.Values = len(values)
	return s
}

var oddCell = problem.Kind{
	Code: "odd-cell", Severity: problem.Error,
	Message: problem.Text{
		AR: "«%s» في العمود «%s» ليست من نوعه (%s)",
		EN: "“%s” in column “%s” is not of its type (%s)",
	},
	Advice: problem.Text{
		AR: "صحّح الخلية، أو اكتب read: {missing: [\"%[1]s\"]} لتُعدّ غير معلومة، أو read: {types: {%[2]s: name}} ليبقى العمود نصًّا.",
		EN: "Correct the cell, or write read: {missing: [\"%[1]s\"]} to count it as unknown, or read: {types: {%[2]s: name}} to keep the column as text.",
	},
}

// TypeWords says the type of a column.
func TypeWords(c brief.Column) problem.Text {
	switch c.Type {
	case brief.Names:
		return problem.Text{AR: "اسم", EN: "name"}
	case brief.Numbers:
		return problem.Text{AR: "عدد", EN: "number"}
	case brief.Shares:
		return problem.Text{AR: "نسبة مئوية", EN: "share"}
	case brief.Countries:
		return problem.Text{AR: "دولة", EN: "country"}
	case brief.YesNo:
		return problem.Text{AR: "نعم أو لا", EN: "yes-no"}
	case brief.Times:
		switch c.Grain {
		case brief.Year:
			return problem.Text{AR: "سنة", EN: "year"}
		case brief.Half:
			return problem.Text{AR: "نصف سنة", EN: "half"}
		case brief.Quarter:
			return problem.Text{AR: "ربع سنة", EN: "quarter"}
		case brief.Month:
			return problem.Text{AR: "شهر", EN: "month"}
		case brief.Week:
			return problem.Text{AR: "أسبوع", EN: "week"}
		case brief.Day:
			return problem.Text{AR: "يوم", EN: "day"}
		case brief.Moment:
			return problem.Text{AR: "ساعة من يوم", EN: "moment"}
		}
		return problem.Text{AR: "مدّة", EN: "span"}
	}
	return problem.Text{AR: "غير معلوم", EN: "unknown"}
}
