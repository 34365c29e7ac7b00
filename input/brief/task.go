package brief

// A Task is what an item of a list says of a task.
type Task int

// The states of a task; most items are none.
const (
	NoTask Task = iota
	OpenTask
	DoneTask
)
