package transform

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
)

// A lack is a cell that a sum went without, since nothing is known of it.
type lack struct {
	columns []string // by which rows were summed up
	group   []string // what they say there
	text    string   // what it is called
}

// noteUnknown keeps the cells of a group that its sum goes without, where it is a sum
// of others.
func (r *run) noteUnknown(rows []brief.Row, column int, by []int) {
	blank := func(row brief.Row) bool { return row.Cell(column).Kind == brief.MissingCell }
	if !slices.ContainsFunc(rows, blank) || !slices.ContainsFunc(rows, func(row brief.Row) bool { return !blank(row) }) {
		return
	}
	var columns, group []string
	for _, i := range by {
		columns = append(columns, r.table.Columns[i].Name)
		group = append(group, oneLine(rows[0].Cell(i).Text))
	}
	for _, row := range rows {
		if !blank(row) {
			continue
		}
		var names []string
		for i, c := range r.table.Columns {
			if role := ledger.RoleOf(c.Name); role == ledger.Currency || role == ledger.Unit {
				continue
			}
			if text := oneLine(row.Cell(i).Text); (c.Type == brief.Names || c.Type == brief.Countries) && !slices.Contains(by, i) && text != "" {
				names = append(names, text)
			}
		}
		text := strings.Join(group, " · ")
		if len(names) > 0 {
			text = strings.Join(names, " · ") + " (" + text + ")"
		}
		r.lacks = append(r.lacks, lack{columns, group, text})
	}
}

// unknown are the names of what sums went without, once each: of groups that later
// steps left out, nothing.
func (r *run) unknown() []string {
	var list []string
	seen := map[string]bool{}
	left := map[string]map[string]bool{} // the groups that the table has, by the columns
	for _, l := range r.lacks {
		by := strings.Join(l.columns, "\x00")
		if left[by] == nil {
			left[by] = r.groups(l.columns)
		}
		groups := left[by]
		if !seen[l.text] && (len(groups) == 0 || groups[strings.Join(l.group, "\x00")]) {
			list = append(list, l.text)
		}
		seen[l.text] = true
	}
	return list
}

// groups are what the rows of the table say in some columns; none where it has not all
// of these any more.
func (r *run) groups(columns []string) map[string]bool {
	groups := map[string]bool{}
	places := make([]int, len(columns))
	for i, name := range columns {
		if places[i] = r.table.Column(name); places[i] < 0 {
			return groups
		}
	}
	for _, row := range r.table.Rows {
		said := make([]string, len(places))
		for i, column := range places {
			said[i] = oneLine(row.Cell(column).Text)
		}
		groups[strings.Join(said, "\x00")] = true
	}
	return groups
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
