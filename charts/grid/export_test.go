package grid

// Limits that tests outside the package go beyond.
const (
	MaxRows       = maxRows
	MaxOption     = maxOption
	MaxOptionText = maxOptionText
)
