package bidi

// Isolated resolves levels as [Levels] does.
func Isolated(text []rune, base Base) (levels []uint8, paragraph uint8) {
	return Levels(text, base)
}
