package problem

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"warraq/input/source"
)

// The parts of SARIF 2.1.0 that a result needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string     `json:"id"`
		Default sarifLevel `json:"defaultConfiguration"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		ID       *int           `json:"id,omitempty"`
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// sarifPlaces is how many places one result names: GitHub refuses a file in
// which a result has more than 1,000 locations.
const sarifPlaces = 1000

// SARIF writes problems in the Static Analysis Results Interchange Format,
// version 2.1.0, for a review to show beside the lines. A cell of a spreadsheet
// has no line: it is a logical location. Texts are [Shown], and paths are
// percent-encoded, so that none holds a character that must not be shown.
//
// A problem is one result at its first place, and its other places are related
// locations, of which the message links the first: a review shows one remark,
// from which all places are reached. They are not locations, of which a review
// shows the first alone and which are for what must be changed everywhere at
// once (3.27.12). What has more than a thousand places becomes several results
// that say the same. An error is that of w.
func SARIF(w io.Writer, list List, l Language) error {
	places := locator{}
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "warraq", Language: string(l), Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	kinds := map[string]Severity{}
	for _, p := range list {
		kinds[p.Code] = p.Severity
	}
	codes := make([]string, 0, len(kinds))
	for code := range kinds {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{code, sarifLevel{kinds[code].String()}})
	}
	for _, p := range list {
		index, _ := slices.BinarySearch(codes, p.Code)
		for all := p.Places(); len(all) > 0; all = all[min(len(all), sarifPlaces):] {
			r := result(&places, p, all[:min(len(all), sarifPlaces)], l)
			r.RuleIndex = index
			run.Results = append(run.Results, r)
		}
	}
	return WriteJSON(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// result tells a problem at some of its places.
func result(places *locator, p Problem, at []Place, l Language) sarifResult {
	first := at[0]
	text := plainText(p.Message.In(l, first.Args...))
	if advice := strings.TrimSpace(p.Advice.In(l, first.Args...)); advice != "" {
		text += ". " + plainText(advice)
	}
	r := sarifResult{RuleID: p.Code, Level: p.Severity.String()}
	if first.Span.File != nil {
		r.Locations = []sarifLocation{location(places, first.Span)}
	}
	var links placeList
	for _, other := range at[1:] {
		if other.Span.File == nil {
			continue
		}
		id := len(r.Related) + 1
		related := location(places, other.Span)
		related.ID, related.Message = &id, &sarifText{plainText(p.Message.In(l, other.Args...))}
		r.Related = append(r.Related, related)
		if id < namedPlaces {
			links = append(links, Shown{fmt.Sprintf("[%s](%d)", linkText(shortWhere(places, other.Span, first.Span)), id)})
		}
	}
	if len(p.More) > 0 {
		if len(at) > namedPlaces {
			links = append(links, Text{AR: "…", EN: "…"})
		}
		if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "؟") && !strings.HasSuffix(text, "?") {
			text += "."
		}
		text += " " + otherPlaces.In(l, len(p.More), links)
	}
	r.Message = sarifText{text}
	return r
}

var otherPlaces = Text{AR: "مواضع أخرى (%d): %s", EN: "Other places (%d): %s"}

// plainText keeps brackets of a text from being read as a link (3.11.6).
func plainText(s string) string { return strings.ReplaceAll(s, "](", `\](`) }

// linkText is a text as it stands in a link.
func linkText(s Shown) string { return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(s.text) }

func location(places *locator, s source.Span) sarifLocation {
	uri := (&url.URL{Path: s.File.Name}).EscapedPath()
	if first, _, _ := strings.Cut(uri, "/"); strings.Contains(first, ":") {
		uri = "./" + uri // or the colon would end a scheme (RFC 3986, 4.2)
	}
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri}}}
	if s.Row > 0 {
		l.Logical = []sarifLogical{{strings.TrimSuffix(where(places, s).text, ": ")}}
		return l
	}
	start, end := extent(places, s)
	l.Physical.Region = &sarifRegion{start.Line, start.Column, end.Line, end.Column}
	return l
}
