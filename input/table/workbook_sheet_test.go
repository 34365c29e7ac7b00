package table

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// What the scanner reads of a sheet is what the library reads of it.
func TestScannerReadsWhatTheLibraryReads(t *testing.T) {
	texts := rapid.SampledFrom([]string{"أ", "a & b < c > \"d\" 'e'", "سطر\nآخر", " x ", "_x000D_", "]]>", "1,5", "تونس\tليبيا"})
	rapid.Check(t, func(t *rapid.T) {
		book := excelize.NewFile()
		defer book.Close()
		for range rapid.IntRange(1, 25).Draw(t, "cells") {
			name, err := excelize.CoordinatesToCellName(rapid.IntRange(1, 30).Draw(t, "column"), rapid.IntRange(1, 12).Draw(t, "row"))
			if err != nil {
				t.Fatal(err)
			}
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				err = book.SetCellValue("Sheet1", name, rapid.Float64Range(-1e9, 1e9).Draw(t, "number"))
			case 1:
				err = book.SetCellRichText("Sheet1", name, []excelize.RichTextRun{{Text: texts.Draw(t, "first")}, {Text: texts.Draw(t, "second")}})
			case 2:
				err = book.SetCellFormula("Sheet1", name, "1<2")
			default:
				err = book.SetCellValue("Sheet1", name, texts.Draw(t, "text"))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		var file bytes.Buffer
		if err := book.Write(&file); err != nil {
			t.Fatal(err)
		}
		read, err := excelize.OpenReader(&file)
		if err != nil {
			t.Fatal(err)
		}
		defer read.Close()
		want, err := read.GetRows("Sheet1", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := sheetData(read, "Sheet1")
		shared, err := sharedStrings(read)
		if err != nil {
			t.Fatal(err)
		}
		s := sheetScanner{text: string(data), strings: shared}
		var got [][]string
		more, err := s.begin()
		for more && err == nil {
			var row int
			var cells []sheetCell
			if row, cells, more, err = s.next(nil); !more {
				break
			}
			for len(got) < row {
				got = append(got, nil)
			}
			for _, c := range cells {
				for len(got[row-1]) < c.column {
					got[row-1] = append(got[row-1], "")
				}
				got[row-1][c.column-1] = c.text
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range max(len(got), len(want)) {
			var a, b []string
			if i < len(got) {
				a = got[i]
			}
			if i < len(want) {
				b = want[i]
			}
			if !slices.Equal(a, b) {
				t.Fatalf("row %d: got %q, want %q", i+1, a, b)
			}
		}
	})
}

// Forms that other programs write: prefixes, CDATA, phonetic runs, comments, cells
// without a place.
func TestScannerReadsOtherForms(t *testing.T) {
	s := sheetScanner{strings: []string{"مشترك"}, text: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><x:worksheet><x:cols><x:col min="1"/></x:cols>
<x:sheetData><x:row r='3'><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c><x:v>5</x:v></x:c><!-- <c> --><x:c t="inlineStr"><x:is><x:r><x:t>أ</x:t></x:r><x:rPh sb="0"><x:t>z</x:t></x:rPh><x:t><![CDATA[<b>]]>&#x661;&amp;</x:t></x:is></x:c></x:row>
<x:row/><x:row><x:c s="2"/><x:c><x:f>1&lt;2</x:f></x:c></x:row></x:sheetData></x:worksheet>`}
	more, err := s.begin()
	var said []string
	for more && err == nil {
		var row int
		var cells []sheetCell
		if row, cells, more, err = s.next(nil); more {
			for _, c := range cells {
				name, _ := excelize.CoordinatesToCellName(c.column, row)
				said = append(said, name+"="+c.text)
			}
		}
	}
	if got, want := strings.Join(said, " "), "B3=مشترك C3=5 D3=أ<b>١& B5="; err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	for _, broken := range []string{"", "<worksheet>", "<sheetData><row>", "<sheetData><row><c><v>5</c>", `<sheetData><row r="2"></row><row r="1">`, `<sheetData><row><c r="`, `<sheetData><row><c r="1"><v>1</v></c>`} {
		s := sheetScanner{text: broken}
		more, err := s.begin()
		for more && err == nil {
			_, _, more, err = s.next(nil)
		}
		if err == nil {
			t.Errorf("%s: no error", broken)
		}
	}
}

func FuzzSheet(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`)
	f.Add(`<!--x--><sheetData><row><c t="inlineStr"><is><t>&#65;</t></is></c><c><f>1</f></c></row></sheetData>`)
	f.Fuzz(func(t *testing.T, text string) {
		s := sheetScanner{text: text}
		more, err := s.begin()
		for rows := 0; more && err == nil; rows++ {
			if _, _, more, err = s.next(nil); rows > len(text) {
				t.Fatal("more rows than bytes")
			}
		}
	})
}
