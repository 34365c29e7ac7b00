package pipeline

import (
	"slices"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/page"
)

var printOnly = problem.Kind{
	Code: "font-print-only", Severity: problem.Note,
	Message: problem.Text{
		AR: "رخصة الخطّ «%s» تسمح بعرض الملف وطباعته دون تحريره",
		EN: "the licence of the font “%s” lets the file be read and printed, not edited",
	},
	Advice: problem.Text{AR: "راجع رخصته إن كان الملف سيُحرَّر.", EN: "Read the licence if the file is to be edited."},
}

// printOnlyFaces tells of the faces of a document that may be embedded for
// reading and printing alone, each once, in the order of the pages.
func printOnlyFaces(d *page.Document) problem.List {
	var problems problem.List
	var told []*fonts.Face
	if d == nil {
		return nil
	}
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if item.Text == nil || !item.Text.Face.PrintOnly || slices.Contains(told, item.Text.Face) {
				continue
			}
			told = append(told, item.Text.Face)
			problems.Add(printOnly.At(source.Span{}, item.Text.Face.Name))
		}
	}
	return problems
}
