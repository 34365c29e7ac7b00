// Package table reads the data of charts and tables: CSV, TSV, JSON, YAML and
// XLSX, and rows written inside a brief. Each cell keeps its own place, so that
// a bad one can be pointed at.
package table

import (
	"bytes"
	"path"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// Options of reading a table.
type Options struct {
	// Name of the table; the file's name where empty.
	Name string
	// Sheet selects a part of a workbook: a sheet, a named range, a named table
	// or a range (Sheet1!A1:C9). The first sheet where empty.
	Sheet string
	// Place is where the brief names the table, for problems that have no place
	// of their own.
	Place source.Span
	// Asked are columns that charts name: the header is the row that has them.
	Asked []string
	// Reading is what the author says of how the file is read.
	Reading column.Reading
	Limits  Limits
}

// Limits of a table. A zero field takes its default.
type Limits struct {
	Rows    int   // 100,000
	Columns int   // 1,000
	Cells   int   // 2,000,000
	Unzip   int64 // bytes of a workbook unpacked; 64 MiB
	Sheet   int64 // bytes of one of its sheets; 48 MiB, some 150,000 rows
}

func (l Limits) filled() Limits {
	if l.Rows == 0 {
		l.Rows = 100_000
	}
	if l.Columns == 0 {
		l.Columns = 1_000
	}
	if l.Cells == 0 {
		l.Cells = 2_000_000
	}
	if l.Unzip == 0 {
		l.Unzip = 64 << 20
	}
	if l.Sheet == 0 {
		l.Sheet = 48 << 20
	}
	return l
}

// Read reads a table by its file's extension; a file without one that is known
// is told by its first bytes. The table is nil where none could be read. It may
// be there beside problems: what is sound is kept.
func Read(f *source.File, o Options) (*brief.Table, problem.List) {
	o.Limits = o.Limits.filled()
	if o.Name == "" {
		o.Name = f.Name
	}
	if o.Place.IsZero() {
		o.Place = source.Span{File: f}
	}
	format := formatOf(f)
	t, problems := read(f, format, o)
	if format == "xlsx" {
		problems = append(problems, o.checkUseless(format)...)
	}
	return t, problems
}

func read(f *source.File, format string, o Options) (*brief.Table, problem.List) {
	if o.Sheet != "" && format != "xlsx" {
		return nil, problem.List{sheetOfText.At(o.Place, o.Sheet, f.Name)}
	}
	switch format {
	case "csv", "tsv":
		return readDelimited(f, format, o)
	case "json":
		root, problems := tree.JSON(f)
		return fromFile(f, root, problems, o)
	case "yaml":
		root, problems := tree.YAML(f)
		return fromFile(f, root, problems, o)
	case "xlsx":
		return readWorkbook(f, o)
	}
	return nil, problem.List{unknownFormat.At(o.Place, f.Name)}
}

func fromFile(f *source.File, root *tree.Node, problems problem.List, o Options) (*brief.Table, problem.List) {
	if root == nil {
		return nil, problems
	}
	t, more := FromTree(root, o)
	if t != nil {
		t.File, t.Origin.Format = f, formatOf(f)
	}
	return t, append(problems, more...)
}

// formatOf tells the format of a file, empty where it is none that is known.
func formatOf(f *source.File) string {
	switch ext := strings.ToLower(path.Ext(f.Name)); ext {
	case ".csv", ".txt":
		return "csv"
	case ".tsv", ".tab":
		return "tsv"
	case ".json":
		return "json"
	case ".yaml", ".yml":
		return "yaml"
	case ".xlsx", ".xlsm", ".xltx":
		return "xlsx"
	case "":
		head := bytes.TrimLeft(bytes.TrimPrefix(f.Data, []byte(byteOrderMark)), " \t\r\n")
		switch {
		case bytes.HasPrefix(head, []byte("PK\x03\x04")):
			return "xlsx"
		case bytes.HasPrefix(head, []byte("[")), bytes.HasPrefix(head, []byte("{")):
			return "json"
		}
		return "csv"
	}
	return ""
}

const byteOrderMark = "\xef\xbb\xbf"
