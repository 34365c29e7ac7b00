package canvas

// An option says what a chart is: its series and axes, names, values, colours and
// labels, in any medium. What a medium needs besides is marked in it, and a
// finish makes of both the option that the medium shows: [Canvas.Print] is that
// of the printed page, and another may stand beside it.

// A marked value is one that the printed page has in place of another medium's.
type marked struct{ page, other any }

// none stands where a medium has no value: its key, or its element of a list, is
// left out.
type none struct{}

// Page marks a value that the printed page alone has: what was measured in its
// points, and what makes up for its lack of colour or of a pointer.
func Page(value any) any { return marked{value, none{}} }

// Fitted marks a value that was fitted to the printed page, with the one that it
// is elsewhere: a name broken into lines, and the name.
func Fitted(page, other any) any { return marked{page, other} }

// Elsewhere marks a value that the printed page has no use for, since what it
// says is drawn there by other means.
func Elsewhere(value any) any { return marked{none{}, value} }

// resolved returns what one medium has of a value with marks; maps and lists are
// copied, and are of the types that [Merge] sees into.
func resolved(v any, page bool) any {
	switch v := v.(type) {
	case marked:
		if page {
			return resolved(v.page, page)
		}
		return resolved(v.other, page)
	case map[string]any:
		m := make(map[string]any, len(v))
		for key, value := range v {
			if r := resolved(value, page); r != (none{}) {
				m[key] = r
			}
		}
		return m
	case []any:
		list := make([]any, 0, len(v))
		for _, value := range v {
			if r := resolved(value, page); r != (none{}) {
				list = append(list, r)
			}
		}
		return list
	case []map[string]any:
		return resolved(each(v), page)
	case []string:
		return each(v)
	case []float64:
		return resolved(each(v), page)
	case float64:
		return Clean(v)
	}
	return v
}
