package charts

import (
	"bytes"
	"encoding/csv"

	"warraq/input/brief"
)

// CSV returns the data of a figure as the author gave it: the columns' names,
// then the rows, with commas, quotes where needed and CRLF (RFC 4180). It begins
// with a byte order mark, without which spreadsheets misread Arabic.
func CSV(c *brief.Chart) []byte {
	var b bytes.Buffer
	if c.Data == nil {
		return nil
	}
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	record := make([]string, len(c.Data.Columns))
	for i, column := range c.Data.Columns {
		record[i] = column.Name
	}
	// A bytes.Buffer does not fail.
	_ = w.Write(record)
	for _, row := range c.Data.Rows {
		for i := range record {
			record[i] = row.Cell(i).Text
		}
		_ = w.Write(record)
	}
	w.Flush()
	return b.Bytes()
}
