package bidi

// A Span is a stretch of text: characters from Start up to, not with, End.
type Span struct{ Start, End int }

// Addresses returns the URLs, DOIs and "www." addresses of a text, in order.
func Addresses(text []rune) []Span {
	if !mayHoldAddress(text) {
		return nil
	}
	s := scanner{text: text, classes: classesOf(text)}
	var spans []Span
	for i := 0; i < len(text); {
		if end := s.address(i); end > i {
			spans = append(spans, Span{i, end})
			i = end
			continue
		}
		i++
	}
	return spans
}

// mayHoldAddress looks for what every address has: "//", "w." or "0.".
func mayHoldAddress(text []rune) bool {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '/':
			if text[i-1] == '/' {
				return true
			}
		case '.':
			if text[i-1] == '0' || text[i-1] == 'w' || text[i-1] == 'W' {
				return true
			}
		case ':':
			if text[i-1] == 'o' { // mailto
				return true
			}
		}
	}
	return false
}

func classesOf(text []rune) []class {
	classes := make([]class, len(text))
	for i, r := range text {
		classes[i] = classOf(r)
	}
	return classes
}
