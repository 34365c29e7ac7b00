package input

import (
	"slices"
	"strconv"
	"strings"

	"warraq/input/brief"
	"warraq/input/picture"
	"warraq/input/problem"
)

var (
	noAlternative = problem.Kind{
		Code: "picture-without-text", Severity: problem.Error,
		Message: problem.Text{AR: "صورة بلا وصف لمن لا يراها", EN: "a picture without a description for those who cannot see it"},
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
	badWidth = problem.Kind{
		Code: "picture-width", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس عرضًا لصورة", EN: "“%s” is not the width of a picture"},
		Advice:  problem.Text{AR: "اكتب نسبة من عرض السطر مثل 60%%، أو طولًا مثل 80mm (mm أو cm أو in أو pt).", EN: "Write a part of the line, such as 60%%, or a length, such as 80mm (mm, cm, in or pt)."},
	}
	badCrop = problem.Kind{
		Code: "picture-crop", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» لا يقول ما يُقتطع من الصورة", EN: "“%s” does not say what to cut off a picture"},
		Advice: problem.Text{
			AR: `اكتب الجوانب ونسبة ما يُقتطع منها: crop="left 10%%, top 5%%"، على أن يبقى من الصورة شيء.`,
			EN: `Name sides and the part to cut off each: crop="left 10%%, top 5%%". Some of the picture must be left.`,
		},
	}
)

// pictures reads the logo and the pictures of the text.
func (r *reading) pictures(Options) {
	if logo := r.front.Logo; logo.Value != "" {
		r.brief.Meta.Logo = r.picture(logo)
	}
	for _, p := range r.markdown.Pictures {
		p.Figure.Picture = r.picture(p.Path)
		r.figure(p.Figure)
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

// figure reads the attributes of a picture.
func (r *reading) figure(f *brief.Figure) {
	f.Decorative = slices.Contains(f.Classes, "decorative")
	described := strings.TrimSpace(f.Alt) != "" || strings.TrimSpace(brief.Plain(f.Caption)) != ""
	switch {
	case f.Decorative && described:
		r.problems.Add(notDecorative.At(f.Span))
		f.Decorative = false
	case !f.Decorative && !described:
		r.problems.Add(noAlternative.At(f.Span))
	}
	for _, v := range f.Values {
		var ok bool
		switch v.Key {
		case "width":
			if f.Width, ok = measure(v.Value); !ok {
				r.problems.Add(badWidth.At(v.Span, v.Value))
			}
		case "crop":
			if f.Crop, ok = crop(v.Value); !ok {
				r.problems.Add(badCrop.At(v.Span, v.Value))
			}
		}
	}
}

// measure reads a width: a part of the column, or a length.
func measure(value string) (brief.Measure, bool) {
	value = strings.TrimSpace(value)
	for _, unit := range [...]struct {
		name   string
		points float64
	}{{"%", 0}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}} {
		number, ok := strings.CutSuffix(value, unit.name)
		if !ok {
			continue
		}
		v, ok := decimal(number)
		switch {
		case !ok || v <= 0 || v > 10_000:
			return brief.Measure{}, false
		case unit.points == 0:
			return brief.Measure{Part: v / 100}, v <= 100
		}
		return brief.Measure{Points: v * unit.points}, true
	}
	return brief.Measure{}, false
}

// crop reads what is cut off: sides, each with a percentage, between commas.
func crop(value string) (c brief.Crop, ok bool) {
	sides := map[string]*float64{"left": &c.Left, "right": &c.Right, "top": &c.Top, "bottom": &c.Bottom}
	for part := range strings.SplitSeq(value, ",") {
		words := strings.Fields(part)
		if len(words) != 2 {
			return brief.Crop{}, false
		}
		side := sides[words[0]]
		number, percent := strings.CutSuffix(words[1], "%")
		v, ok := decimal(number)
		if side == nil || *side != 0 || !percent || !ok || v < 0 || v >= 100 {
			return brief.Crop{}, false
		}
		*side = v / 100
	}
	const least = 0.01 // of the picture that must be left
	if c.Left+c.Right > 1-least || c.Top+c.Bottom > 1-least {
		return brief.Crop{}, false
	}
	return c, true
}

// decimal reads a plain number: no exponent, no sign, no infinity.
func decimal(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}
