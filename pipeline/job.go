package pipeline

import (
	"io/fs"
	"time"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/disk"
	"warraq/input/source"
	"warraq/output/seal"
)

// A Job is all that a report depends on. No stage asks the environment, the
// clock or the user's folders, so equal jobs make equal bytes.
type Job struct {
	// Root is the folder that nothing is read outside of; Path is the brief's
	// slash path in it. Data is the brief itself where it comes from standard
	// input.
	Root fs.FS
	Path string
	Data []byte
	// Fonts are the faces to set with. Jobs may share one library.
	Fonts *fonts.Library
	// Theme names a bundled theme, ThemeFile is a theme; where either is set it
	// comes before the brief's. TextFace, where set, comes before the theme's
	// own text face.
	Theme     string
	ThemeFile *source.File
	TextFace  string
	// Digits, where set, come before the brief's own.
	Digits brief.Digits
	// Date of the file; where it is zero the brief's own.
	Date time.Time
	// Standards that the file keeps; none means [seal.Default].
	Standards []seal.Standard
	Attach    Attach
	// Smallest asks for the smallest file, which takes longer to make.
	Smallest bool
	// Proof marks every page as a draft.
	Proof bool
	// Strict takes warnings for errors.
	Strict bool
	// Cache is a folder for drawn charts and compiled scripts; without one
	// every chart is drawn anew. What it holds never changes the output.
	Cache string
	// Disk is where that folder is; nil is the machine's.
	Disk disk.Disk
	// Clock times the stages; nil times nothing.
	Clock func() time.Time
	// Progress is told of each stage as it begins; it may be nil.
	Progress func(Stage)
}

// Attach says which files go into the report.
type Attach string

// What is attached: nothing, each figure's data, or all that the report was
// made from as well. The empty value is AttachData where the standards allow
// attached files, else AttachNone.
const (
	AttachNone Attach = "none"
	AttachData Attach = "data"
	AttachAll  Attach = "all"
)

// A Stage is one step of a build.
type Stage int

// The stages, in order.
const (
	Read Stage = iota
	Plot
	Typeset
	Paint
	Seal
	Stages = iota // how many there are
)

func (s Stage) String() string {
	return [...]string{"read", "plot", "typeset", "paint", "seal"}[s]
}

// A Result is a finished report. PDF is nil where problems stopped the build.
type Result struct {
	PDF   []byte
	Pages int
	// Files are the slash paths in the job's root of all files that were read
	// there: the brief and what it names.
	Files []string
	// Times is how long each stage took, by [Stage]; zero without a clock.
	Times [Stages]time.Duration
}
