// Package schema is the JSON Schema (2020-12) of a brief written as YAML or
// JSON, of front matter ($defs/front), and of a chart block ($defs/chart).
//
// Nothing is checked by it when a brief is read: package structured decodes by
// hand, to give every problem its place. A test holds the two together.
package schema

import (
	_ "embed"
	"slices"
)

//go:embed brief.json
var brief []byte

// JSON returns the schema.
func JSON() []byte { return slices.Clone(brief) }
