package problem

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"

	"warraq/input/source"
)

// record is one problem for a program to read.
type record struct {
	Path      string `json:"path,omitempty"`
	Sheet     string `json:"sheet,omitempty"`
	Line      int    `json:"line,omitempty"`
	Row       int    `json:"row,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	Severity  string `json:"severity"`
	Code      string `json:"code"`
	Message   string `json:"message"`
	Advice    string `json:"advice,omitempty"`
}

// JSON writes problems as an array of objects. An error is that of w.
func JSON(w io.Writer, list List, l Language) error {
	places := locator{}
	records := make([]record, 0, len(list))
	for _, p := range list {
		r := record{
			Severity: p.Severity.String(), Code: p.Code,
			Message: p.Message.In(l, p.Args...), Advice: strings.TrimSpace(p.Advice.In(l, p.Args...)),
		}
		switch s := p.Span; {
		case s.File == nil:
		case s.Row > 0:
			r.Path, r.Sheet, r.Row, r.Column = s.File.Name, s.Sheet, s.Row, s.Column
		default:
			start, end := extent(&places, s)
			r.Path, r.Line, r.Column, r.EndLine, r.EndColumn = s.File.Name, start.Line, start.Column, end.Line, end.Column
		}
		records = append(records, r)
	}
	return write(w, records)
}

// extent returns the first place of a span and the one after its last.
func extent(places *locator, s source.Span) (start, end source.Position) {
	start = places.position(s.File, s.Start)
	return start, places.position(s.File, max(s.Start, s.End))
}

func write(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

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
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
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

// SARIF writes problems in the Static Analysis Results Interchange Format,
// version 2.1.0, for a review to show beside the lines. A cell of a spreadsheet
// has no line: it is a logical location. An error is that of w.
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
		text := p.Message.In(l, p.Args...)
		if advice := strings.TrimSpace(p.Advice.In(l, p.Args...)); advice != "" {
			text += ". " + advice
		}
		r := sarifResult{RuleID: p.Code, RuleIndex: index, Level: p.Severity.String(), Message: sarifText{text}}
		if p.Span.File != nil {
			r.Locations = []sarifLocation{location(&places, p.Span)}
		}
		run.Results = append(run.Results, r)
	}
	return write(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func location(places *locator, s source.Span) sarifLocation {
	uri := (&url.URL{Path: s.File.Name}).EscapedPath()
	if first, _, _ := strings.Cut(uri, "/"); strings.Contains(first, ":") {
		uri = "./" + uri // or the colon would end a scheme (RFC 3986, 4.2)
	}
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri}}}
	if s.Row > 0 {
		l.Logical = []sarifLogical{{strings.TrimSuffix(where(places, s), ": ")}}
		return l
	}
	start, end := extent(places, s)
	l.Physical.Region = &sarifRegion{start.Line, start.Column, end.Line, end.Column}
	return l
}
