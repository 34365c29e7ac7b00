package table

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"warraq/input/source"
)

const sheetPart = "xl/worksheets/sheet1.xml"

// parts returns the parts of a workbook of one sheet of a name and a number.
func parts(t testing.TB) map[string]string {
	t.Helper()
	data := workbook(t, func(_ *excelize.File, set func(string, string, any)) {
		set("Sheet1", "A1", "اسم")
		set("Sheet1", "B1", "قيمة")
		set("Sheet1", "A2", "أ")
		set("Sheet1", "B2", 5)
	})
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		read[f.Name] = string(text)
	}
	return read
}

// packed makes an archive of parts. Of a part that lies, the header says that
// it has so many bytes.
func packed(t testing.TB, parts map[string]string, lies map[string]uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		size, lying := lies[name]
		if !lying {
			w, err := archive.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			io.WriteString(w, parts[name])
			continue
		}
		var small bytes.Buffer
		w, err := flate.NewWriter(&small, flate.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, parts[name])
		w.Close()
		raw, err := archive.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(small.Len()), UncompressedSize64: size})
		if err != nil {
			t.Fatal(err)
		}
		raw.Write(small.Bytes())
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A workbook that unpacks to far more than it is, or says what is not so, is a
// problem or a table, in memory that its limits bound.
func TestHostileWorkbooks(t *testing.T) {
	const large = 24 << 20
	blank := strings.Repeat(" ", large)
	whole := parts(t)
	sheet := whole[sheetPart]
	change := func(old, new string) func(map[string]string) {
		return func(p map[string]string) {
			if !strings.Contains(sheet, old) {
				t.Fatalf("the sheet has no %s: %s", old, sheet)
			}
			p[sheetPart] = strings.Replace(sheet, old, new, 1)
		}
	}
	for name, c := range map[string]struct {
		alter func(p map[string]string)
		lies  map[string]uint64
		code  string // of the problem; none where there is a table
	}{
		"sound":        {alter: func(map[string]string) {}},
		"a bomb":       {alter: change("<sheetData>", "<sheetData>"+blank), code: "workbook-too-large"},
		"a lying bomb": {alter: change("<sheetData>", "<sheetData>"+blank), lies: map[string]uint64{sheetPart: 1000}, code: "bad-workbook"},
		"shared texts": {alter: func(p map[string]string) {
			p["xl/sharedStrings.xml"] = "<sst>" + strings.Repeat("<si><t>a</t></si>", large/17) + "</sst>"
		}, code: "workbook-too-large"},
		"other parts":   {alter: func(p map[string]string) { p["xl/other.xml"] = blank }, code: "workbook-too-large"},
		"strange names": {alter: func(p map[string]string) { p["../../out.xml"], p["/abs.xml"], p[`xl\..\..\z.xml`] = "x", "y", "z" }},
		"lying extent":  {alter: change("<sheetData>", `<dimension ref="A1:XFD1048576"></dimension><sheetData>`)},
		"the last row": {alter: func(p map[string]string) {
			p[sheetPart] = strings.NewReplacer(`r="2"`, `r="1048576"`, `"A2"`, `"A1048576"`, `"B2"`, `"B1048576"`).Replace(sheet)
		}},
		"no such row": {alter: func(p map[string]string) {
			p[sheetPart] = strings.NewReplacer(`r="2"`, `r="99999999999"`).Replace(sheet)
		}, code: "bad-workbook"},
		"the last column": {alter: change(`"B2"`, `"XFD2"`), code: "table-too-large"},
		"no such column":  {alter: change(`"B2"`, `"ZZZZZZ2"`), code: "bad-workbook"},
		"deep":            {alter: change("<sheetData>", strings.Repeat("<a>", 50_000)+strings.Repeat("</a>", 50_000)+"<sheetData>")},
		"entities":        {alter: change("<worksheet", `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><worksheet`)},
	} {
		t.Run(name, func(t *testing.T) {
			p := maps.Clone(whole)
			c.alter(p)
			f := &source.File{Name: "x.xlsx", Data: packed(t, p, c.lies)}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			got, problems := Read(f, Options{Limits: Limits{Sheet: 2 << 20, Unzip: 8 << 20}})
			runtime.ReadMemStats(&after)
			if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 100 {
				t.Errorf("took %d MiB", taken)
			}
			switch {
			case c.code == "" && (got == nil || len(problems) > 0):
				t.Errorf("got %s", dump(got, problems))
			case c.code != "" && (len(problems) != 1 || problems[0].Code != c.code):
				t.Errorf("got %s, want %s", dump(got, problems), c.code)
			}
		})
	}
}

// Numbers that a workbook cannot mean are text, and are told by who needs a
// number.
func TestWorkbookNumbersAtTheEdge(t *testing.T) {
	p := parts(t)
	for _, number := range []string{"NaN", "INF", "-INF", "1e99999", "1E+400", "0x10"} {
		changed := maps.Clone(p)
		changed[sheetPart] = strings.Replace(p[sheetPart], "<v>5</v>", fmt.Sprintf("<v>%s</v>", number), 1)
		if changed[sheetPart] == p[sheetPart] {
			t.Fatal("the sheet has no 5")
		}
		got, problems := Read(&source.File{Name: "x.xlsx", Data: packed(t, changed, nil)}, Options{})
		if got == nil || len(problems) > 0 || got.Rows[0].Cells[1].Text != number {
			t.Errorf("%s: %s", number, dump(got, problems))
		}
	}
}
