package input

import (
	"errors"
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
			AR: `اكتب الوصف بين القوسين []، أو أضف {alt="…"} بعدها، أو {.decorative} إن كانت للزينة وحدها. وفي ترويسة الملف: المفتاح alt، أو decorative: true.`,
			EN: `Write it between the brackets [], or add {alt="…"} after it, or {.decorative} where it says nothing. In the front matter: the key alt, or decorative: true.`,
		},
	}
	notDecorative = problem.Kind{
		Code: "picture-not-decorative", Severity: problem.Warning,
		Message: problem.Text{AR: "صورة للزينة ولها عنوان أو وصف", EN: "a decorative picture with a caption or a description"},
		Advice:  problem.Text{AR: "احذف أحدهما: ما له عنوان ليس للزينة.", EN: "Remove the one or the other: what has a caption is not mere decoration."},
	}
)

// pictures reads the pictures of the front matter and of the text.
func (r *reading) pictures(Options) {
	if logo := r.front.Logo; logo.Value != "" {
		r.brief.Meta.Logo = r.picture(logo)
	}
	for _, p := range r.brief.Meta.FrontPictures() {
		p.Picture = r.picture(p.Path)
		r.described(p.Alt, &p.Decorative, p.Span)
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
	f := r.pictureFile(name)
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

// pictureFile reads the file of a picture by the first of its paths that leads to one.
// Many that are missing are one problem with all of its places.
func (r *reading) pictureFile(name brief.Field) *source.File {
	var reason error
	for _, path := range picturePaths(name.Value, r.files.Folders()) {
		f, err := r.files.ReadBeside(name.Span.File, path, r.limits.Picture)
		if err == nil {
			return f
		}
		if reason == nil {
			reason = err
		}
		if !errors.Is(err, source.ErrMissing) && !errors.Is(err, source.ErrOutside) {
			reason = err
			break
		}
	}
	r.refused(reason, name.Span, problem.Quoted(name.Value), r.limits.Picture)
	return nil
}

// picturePaths are the paths that an address of a picture may stand for, the likeliest
// first: as it is written; without what only a server reads of it (x.png?raw=true); and
// where it begins with a slash, below the brief's folder and those around it up to the
// root, and below what sites publish from there: static/ of Hugo and Docusaurus, public/
// of Vite and Next.
func picturePaths(address string, folders []string) []string {
	paths := []string{address}
	name := strings.ReplaceAll(address, `\`, "/")
	if end := strings.IndexAny(name, "?#"); end > 0 {
		name = name[:end]
	}
	if rest, ok := strings.CutPrefix(name, "@site/"); ok { // Docusaurus' own folder
		name = "/" + rest
	}
	rooted, ok := strings.CutPrefix(name, "/")
	if !ok {
		return append(paths, name)
	}
	for _, folder := range folders {
		for _, published := range []string{"", "static/", "public/"} {
			paths = append(paths, folder+published+rooted)
		}
	}
	return paths
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
