package brief

// A Bar is a number of a table that is drawn beside its text, on the scale from
// Low to High that all bars of its column have. Nought is on it.
type Bar struct{ Value, Low, High float64 }

// A SmallLine is a row of numbers that is drawn in a cell of a table, in the order
// of their times, on the scale from Low to High.
type SmallLine struct {
	Points    []SmallPoint
	Low, High float64
}

// A SmallPoint of a small line. At is its place in time, from 0 to 1.
type SmallPoint struct {
	At, Value float64
	// Known reports that there is a value; where there is none the line has a gap.
	Known bool
	// Text is the number as it is written, and Time when it was; empty where a cell
	// holds no more than numbers.
	Text, Time string
}
