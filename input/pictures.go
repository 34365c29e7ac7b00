package input

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/picture"
	"warraq/input/problem"
	"warraq/input/source"
)

var (
	// NoAlternative is that of a picture which a reader by ear learns nothing of: no
	// report that has one is accessible (ISO 14289-1, 7.3).
	NoAlternative = problem.Kind{
		Code: "picture-without-text", Severity: problem.Warning,
		Message: problem.Text{AR: "صورة بلا وصف لمن لا يراها، فلا يستوفي التقرير PDF/UA", EN: "a picture without a description for those who cannot see it: the report is not PDF/UA"},
		Advice: problem.Text{
			AR: `اكتب الوصف بين القوسين []، أو أضف {alt="…"} بعدها، أو {.decorative} إن كانت للزينة وحدها.`,
			EN: `Write it between the brackets [], or add {alt="…"} after it, or {.decorative} where it says nothing.`,
		},
	}
	notDecorative = problem.Kind{
		Code: "picture-not-decorative", Severity: problem.Warning,
		Message: problem.Text{AR: "صورة للزينة ولها عنوان أو وصف", EN: "a decorative picture with a caption or a description"},
		Advice:  problem.Text{AR: "احذف أحدهما: ما له عنوان ليس للزينة.", EN: "Remove the one or the other: what has a caption is not mere decoration."},
	}
)

// pictures reads the logo and the pictures of the text.
func (r *reading) pictures(Options) {
	if logo := r.front.Logo; logo.Value != "" {
		r.brief.Meta.Logo = r.picture(logo)
	}
	for _, p := range r.markdown.Pictures {
		if p.Image != nil {
			p.Image.Picture = r.picture(p.Path)
			r.described(p.Image.Alt, &p.Image.Decorative, p.Image.Span)
			continue
		}
		p.Figure.Picture = r.picture(p.Path)
		r.described(p.Figure.Alt+brief.Plain(p.Figure.Caption), &p.Figure.Decorative, p.Figure.Span)
	}
}

// picture reads a file as a picture. One file named twice is read once.
func (r *reading) picture(name brief.Field) *brief.Picture {
	f := r.file(name, r.limits.Picture)
	if f == nil {
		return nil
	}
	if p, ok := r.read[f]; ok {
		return p
	}
	p, problems := picture.Read(f, name.Span, picture.Limits{})
	r.problems.Add(problems...)
	r.read[f] = p
	if p != nil {
		r.brief.Pictures = append(r.brief.Pictures, p)
	}
	return p
}

// described checks that a picture says something to those who cannot see it, or is
// there for its looks alone.
func (r *reading) described(text string, decorative *bool, span source.Span) {
	described := strings.TrimSpace(text) != ""
	switch {
	case *decorative && described:
		r.problems.Add(notDecorative.At(span))
		*decorative = false
	case !*decorative && !described:
		r.problems.Add(NoAlternative.At(span))
	}
}
