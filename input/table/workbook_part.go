package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A part is a rectangle of a sheet. Top and left count from 1; bottom and right
// are the last row and column, 0 where there is no end.
type part struct {
	sheet                    string
	top, left, bottom, right int
}

// findPart finds the sheet, named range, named table or range of a name.
func findPart(book *excelize.File, name string) (part, bool) {
	sheets := book.GetSheetList()
	if name == "" {
		if len(sheets) == 0 {
			return part{}, false
		}
		return part{sheet: sheets[0], top: 1, left: 1}, true
	}
	if sheet, ok := findSheet(sheets, name); ok {
		return part{sheet: sheet, top: 1, left: 1}, true
	}
	for _, d := range book.GetDefinedName() {
		if strings.EqualFold(d.Name, name) {
			return parseRange(sheets, d.RefersTo)
		}
	}
	if p, ok := parseRange(sheets, name); ok {
		return p, true
	}
	for _, sheet := range sheets {
		tables, err := book.GetTables(sheet)
		if err != nil {
			continue
		}
		for _, t := range tables {
			if strings.EqualFold(t.Name, name) {
				return parseRange([]string{sheet}, sheet+"!"+t.Range)
			}
		}
	}
	return part{}, false
}

// partNames lists what findPart knows by name, for a message.
func partNames(book *excelize.File) []string {
	names := book.GetSheetList()
	for _, d := range book.GetDefinedName() {
		if !strings.HasPrefix(d.Name, "_xlnm.") {
			names = append(names, d.Name)
		}
	}
	return names
}

func findSheet(sheets []string, name string) (string, bool) {
	for _, s := range sheets {
		if s == name {
			return s, true
		}
	}
	for _, s := range sheets {
		if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) {
			return s, true
		}
	}
	return "", false
}

// parseRange reads Sheet1!$A$1:$C$9, 'My sheet'!A:C or a single cell, as
// workbooks write them.
func parseRange(sheets []string, text string) (part, bool) {
	bang := strings.LastIndexByte(text, '!')
	if bang < 0 {
		return part{}, false
	}
	name := strings.TrimPrefix(text[:bang], "=")
	if len(name) > 1 && name[0] == '\'' && name[len(name)-1] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	sheet, ok := findSheet(sheets, name)
	if !ok {
		return part{}, false
	}
	from, to, ranged := strings.Cut(strings.ReplaceAll(text[bang+1:], "$", ""), ":")
	if !ranged {
		to = from
	}
	left, top, ok := corner(from)
	right, bottom, ok2 := corner(to)
	if !ok || !ok2 || right > 0 && right < left || bottom > 0 && bottom < top {
		return part{}, false
	}
	return part{sheet, max(top, 1), max(left, 1), bottom, right}, true
}

// corner reads A1, A or 1: column and row, 0 where it has none.
func corner(text string) (column, row int, ok bool) {
	digits := strings.IndexAny(text, "0123456789")
	letters := text
	if digits >= 0 {
		letters = text[:digits]
		for _, d := range []byte(text[digits:]) {
			if d < '0' || d > '9' {
				return 0, 0, false
			}
			if row = row*10 + int(d-'0'); row > excelize.TotalRows {
				return 0, 0, false
			}
		}
		if row == 0 {
			return 0, 0, false // rows count from 1
		}
	}
	if letters != "" {
		n, err := excelize.ColumnNameToNumber(letters)
		if err != nil {
			return 0, 0, false
		}
		column = n
	}
	return column, row, column > 0 || row > 0
}

// commonSize returns the bytes, unpacked, of the parts that are read for any
// sheet: the list of sheets, styles and shared texts. It is false where the
// file is no archive, which the library reports.
func commonSize(data []byte) (int64, bool) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, false
	}
	size := uint64(0)
	for _, f := range archive.File {
		folder := strings.ToLower(path.Dir(strings.ReplaceAll(f.Name, "\\", "/")))
		if folder == "xl" || folder == "xl/theme" || folder == "xl/_rels" || folder == "." {
			size += min(f.UncompressedSize64, 1<<40)
			if strings.EqualFold(path.Base(f.Name), "sharedStrings.xml") {
				size += min(f.UncompressedSize64, 1<<40) // a value for each text takes as much again
			}
		}
	}
	return int64(min(size, 1<<40)), true
}

// sheetSize returns the bytes of a sheet's part, of the largest part where the
// relationships do not tell which is the sheet's.
func sheetSize(book *excelize.File, sheet string) int64 {
	if data, ok := sheetData(book, sheet); ok {
		return int64(len(data))
	}
	largest := 0
	book.Pkg.Range(func(name, data any) bool {
		largest = max(largest, len(data.([]byte)))
		return true
	})
	return int64(largest)
}

// sheetData returns the part of a sheet as it is stored (ECMA-376-2 §9.3).
func sheetData(book *excelize.File, sheet string) ([]byte, bool) {
	id := ""
	if book.WorkBook != nil {
		for _, s := range book.WorkBook.Sheets.Sheet {
			if s.Name == sheet {
				id = s.ID
			}
		}
	}
	var relations struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	book.Pkg.Range(func(name, data any) bool {
		// The workbook's own part is called workbook.xml, or workbook2.xml.
		base, ok := strings.CutPrefix(strings.ToLower(name.(string)), "xl/_rels/workbook")
		if !ok || !strings.HasSuffix(base, ".xml.rels") {
			return true
		}
		if err := xml.Unmarshal(data.([]byte), &relations); err != nil {
			id = ""
		}
		return false
	})
	for _, r := range relations.Relationship {
		if r.ID != id {
			continue
		}
		name := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			name = strings.TrimPrefix(r.Target, "/")
		}
		if data, ok := book.Pkg.Load(name); ok {
			return data.([]byte), true
		}
	}
	return nil, false
}
