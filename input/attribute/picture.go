package attribute

import (
	"strconv"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

var (
	badWidth = problem.Kind{
		Code: "picture-width", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» ليس عرضًا لصورة", EN: "“%s” is not the width of a picture"},
		Advice:  problem.Text{AR: "اكتب نسبة من عرض السطر مثل 60%%، أو طولًا مثل 80mm (mm أو cm أو in أو pt أو px).", EN: "Write a part of the line, such as 60%%, or a length, such as 80mm (mm, cm, in, pt or px)."},
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

// width sets the width that a picture is asked to have.
func (r *Reader) width(f *brief.Figure, v Value) {
	m, ok := measure(v.Value)
	if !ok {
		r.Problems.Add(badWidth.At(v.Span, v.Value))
	}
	f.Width = m
}

// crop sets what is cut off a picture.
func (r *Reader) crop(f *brief.Figure, v Value) {
	c, problems := Crop(v.Value, v.Span)
	r.Problems.Add(problems...)
	f.Crop = c
}

// Crop reads what is cut off a picture.
func Crop(value string, at source.Span) (brief.Crop, problem.List) {
	c, ok := crop(value)
	if !ok {
		return c, problem.List{badCrop.At(at, value)}
	}
	return c, nil
}

// pixel is one of CSS, in points.
const pixel = 72.0 / 96

// Pixels reads a width as HTML has it: a percentage, or pixels of CSS.
func Pixels(value string) (brief.Measure, bool) {
	if v, ok := decimal(value); ok && v > 0 {
		return brief.Measure{Points: v * pixel}, true
	}
	return measure(value)
}

// measure reads a width: a part of the column, or a length.
func measure(value string) (brief.Measure, bool) {
	value = strings.TrimSpace(value)
	for _, unit := range [...]struct {
		name   string
		points float64
	}{{"%", 0}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}, {"px", pixel}} {
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
