// Package schema is the JSON Schema (2020-12) of a brief written as YAML or
// JSON, of front matter ($defs/front), and of a chart block ($defs/chart); and
// that of a theme.
//
// Nothing is checked by them when a file is read: packages structured and theme
// decode by hand, to give every problem its place. Tests hold both sides
// together.
package schema

import (
	_ "embed"
	"slices"
)

//go:embed brief.json
var brief []byte

//go:embed theme.json
var theme []byte

// JSON returns the schema of a brief.
func JSON() []byte { return slices.Clone(brief) }

// Theme returns the schema of a theme.
func Theme() []byte { return slices.Clone(theme) }
