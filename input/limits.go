package input

import (
	"warraq/input/problem"
	"warraq/input/source"
)

// How many charts and notes one brief may have. Each chart takes a hundredth of
// a second to draw, and each note a place at the foot of its page.
const (
	mostCharts = 1_000
	mostNotes  = 10_000
)

var (
	tooManyCharts = problem.Kind{
		Code: "too-many-charts", Severity: problem.Error,
		Message: problem.Text{AR: "عدد الرسوم البيانية في ملف التقرير يزيد على %d", EN: "the brief has more than %d charts"},
		Advice:  problem.Text{AR: "قسّم التقرير على أكثر من ملف.", EN: "Divide it into several briefs."},
	}
	tooManyNotes = problem.Kind{
		Code: "too-many-notes", Severity: problem.Error,
		Message: problem.Text{AR: "عدد حواشي ملف التقرير يزيد على %d", EN: "the brief has more than %d notes"},
		Advice:  problem.Text{AR: "قسّم التقرير على أكثر من ملف.", EN: "Divide it into several briefs."},
	}
)

// counts leaves out the charts and notes that are too many, with a problem at
// the first of them.
func (r *reading) counts(Options) {
	if charts := r.markdown.Charts; len(charts) > mostCharts {
		r.tooMany(tooManyCharts, charts[mostCharts].Figure.Span, mostCharts)
		r.markdown.Charts = charts[:mostCharts]
	}
	if len(r.blocks) > mostCharts {
		r.tooMany(tooManyCharts, r.blocks[mostCharts].Figure.Span, mostCharts)
		r.blocks = r.blocks[:mostCharts]
	}
	if notes := r.markdown.Notes; len(notes) > mostNotes {
		r.tooMany(tooManyNotes, notes[mostNotes].Span, mostNotes)
		r.markdown.Notes = notes[:mostNotes]
	}
}

// tooMany reports a limit that was passed. The brief is not resolved: all that
// points to what was left out would be a problem too.
func (r *reading) tooMany(k problem.Kind, at source.Span, limit int) {
	r.problems.Add(k.At(at, limit))
	r.stopped = true
}
