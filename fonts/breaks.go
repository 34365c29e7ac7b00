package fonts

import "github.com/go-text/typesetting/segmenter"

// Break says whether a line may end at a place.
type Break uint8

// The kinds of place.
const (
	None Break = iota
	Allowed
	Mandatory
)

// Breaks returns the places where lines may end: element i tells of the place
// before character i, after the spaces there, so there is one more than there
// are characters. The first is never a break; the last is mandatory.
func Breaks(text []rune) []Break {
	return unicodeBreaks(text)
}

// unicodeBreaks returns the breaks of UAX #14 as it stands.
func unicodeBreaks(text []rune) []Break {
	breaks := make([]Break, len(text)+1)
	var s segmenter.Segmenter
	s.Init(text)
	for lines := s.LineIterator(); lines.Next(); {
		line := lines.Line()
		breaks[line.Offset+len(line.Text)] = Allowed
		if line.IsMandatoryBreak {
			breaks[line.Offset+len(line.Text)] = Mandatory
		}
	}
	if len(text) == 0 {
		breaks[0] = None
	}
	return breaks
}
