package table

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"warraq/input/column"
)

// mostMerges bounds the merged cells that are looked at.
const mostMerges = 10_000

// merges returns the merged cells of a sheet, from the top.
func (s *sheetReader) merges() []part {
	data, ok := sheetData(s.book, s.part.sheet)
	if !ok {
		return nil
	}
	var list []part
	for len(list) < mostMerges {
		_, after, ok := bytes.Cut(data, []byte(`<mergeCell ref="`))
		if !ok {
			break
		}
		ref, rest, ok := bytes.Cut(after, []byte(`"`))
		data = rest
		if !ok || len(ref) > 32 {
			continue
		}
		if p, ok := parseRange([]string{s.part.sheet}, s.part.sheet+"!"+string(ref)); ok && (p.bottom > p.top || p.right > p.left) {
			list = append(list, p)
		}
	}
	// They stand in the order in which they were made.
	slices.SortFunc(list, func(a, b part) int { return cmp.Compare(a.top, b.top) })
	return list
}

// headerMerges reports the cells of the header, the first of the rows, that
// stand over several columns with values: whose name they are part of is not
// said.
func (s *sheetReader) headerMerges(rows []sheetRow, merges []part) (found bool) {
	header := rows[0]
	for _, m := range merges {
		column := m.left - s.part.left
		if m.right <= m.left || m.top > header.number || header.number > m.bottom || column < 0 || column >= len(header.values) {
			continue
		}
		used := slices.ContainsFunc(rows[1:], func(r sheetRow) bool {
			return column+1 < len(r.values) && !blankRow(r.values[column+1:min(len(r.values), column+1+m.right-m.left)])
		})
		if used {
			s.builder.problems.Add(mergedHeader.At(s.place(header.number, column), header.values[column]))
			found = true
		}
	}
	return found
}

// fillMerged gives each row the name that it shares with the rows above: one cell
// that stands beside all the rows it is true of. Amounts
// are not repeated: one that stands beside several rows is theirs together.
func (s *sheetReader) fillMerged(rows []sheetRow, merges []part) {
	index := map[int]int{}
	for i, r := range rows {
		index[r.number] = i
	}
	names := map[int]bool{}
	filled := map[int]int{} // the last row that each column is filled to
	for _, m := range merges {
		top, ok := index[m.top]
		column := m.left - s.part.left
		if !ok || m.right > m.left || column < 0 || column >= len(rows[top].values) || top < filled[column] {
			continue // merged cells do not overlap
		}
		if _, known := names[column]; !known {
			names[column] = isName(rows, column)
		}
		if !names[column] {
			continue
		}
		for i := top + 1; i < len(rows) && rows[i].number <= m.bottom; i++ {
			for column >= len(rows[i].values) {
				rows[i].values = append(rows[i].values, "")
			}
			if strings.TrimSpace(rows[i].values[column]) == "" {
				rows[i].values[column] = rows[top].values[column]
			}
			filled[column] = i
		}
	}
}

// isName reports whether a column holds no amounts, only texts, dates and years.
func isName(rows []sheetRow, at int) bool {
	return !slices.ContainsFunc(rows, func(r sheetRow) bool { return at < len(r.values) && column.IsAmount(r.values[at]) })
}
