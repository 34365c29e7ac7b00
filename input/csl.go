package input

import (
	"bytes"
	"encoding/xml"
	"errors"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

var (
	styleRead = problem.Kind{
		Code: "citation-style-file", Severity: problem.Note,
		Message: problem.Text{AR: "من ملف النمط «%s» يُقرأ نوع الاستشهاد وحده: %s", EN: "of the style “%s” no more than the kind of its citations is read: %s"},
		Advice:  problem.Text{AR: "لا يلزم شيء: صورة المراجع نفسها من البرنامج.", EN: "Nothing needs to be done: the references themselves are printed in the form of this program."},
	}
	styleUnread = problem.Kind{
		Code: "citation-style-unread", Severity: problem.Note,
		Message: problem.Text{AR: "لا يُعرف من ملف النمط «%s» نوع الاستشهاد؛ فهو %s", EN: "the style “%s” does not tell the kind of its citations, which are %s"},
		Advice:  problem.Text{AR: "ضع الملف بجانب ملف التقرير، أو اكتب citation-style: numeric أو author-date.", EN: "Put the file beside the brief, or write citation-style: numeric or author-date."},
	}
)

// citationKind is what a kind of citation is called.
func citationKind(s brief.CitationStyle) problem.Text {
	if s == brief.AuthorDateCitations {
		return problem.Text{AR: "بالمؤلف والسنة", EN: "by author and year"}
	}
	return problem.Text{AR: "بالأرقام", EN: "by number"}
}

// style takes the kind of citation from the style that another program sets references
// by (CSL 1.0.2, "Info"): its citation-format.
func (r *reading) style(Options) {
	name := r.front.CSL
	if name.Value == "" {
		return
	}
	m := &r.brief.Meta
	f, err := r.files.ReadBeside(name.Span.File, name.Value, r.limits.References)
	switch {
	case err == nil:
		if format, ok := citationFormat(f.Data); ok {
			if format == "author-date" || format == "author" {
				m.CitationStyle = brief.AuthorDateCitations
			}
			r.problems.Add(styleRead.At(name.Span, name.Value, citationKind(m.CitationStyle)))
			return
		}
	case errors.Is(err, source.ErrMissing), errors.Is(err, source.ErrOutside), errors.Is(err, source.ErrRemote), errors.Is(err, source.ErrNotFile), errors.Is(err, source.ErrTooLarge):
	default:
		r.failure = err
		return
	}
	r.problems.Add(styleUnread.At(name.Span, name.Value, citationKind(m.CitationStyle)))
}

// citationFormat is that of a style in CSL.
func citationFormat(data []byte) (string, bool) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return "", false
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "category" {
			continue
		}
		for _, a := range e.Attr {
			if a.Name.Local == "citation-format" && a.Value != "" {
				return a.Value, true
			}
		}
	}
}
