package structured

import (
	"warraq/input/brief"
	"warraq/input/tree"
)

// lines reads the columns that small lines are drawn of: one name or several for
// one line a row, or a list of such for each of several.
func (d *decoder) lines(n *tree.Node) [][]brief.Field {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	several := n.Kind == tree.Sequence
	for i := range n.Items {
		several = several && n.Items[i].Kind == tree.Sequence
	}
	items := []*tree.Node{n}
	if several {
		items = nil
		for i := range n.Items {
			items = append(items, &n.Items[i])
		}
	}
	var list [][]brief.Field
	for _, item := range items {
		if names := d.fields(item, "lines"); len(names) > 0 {
			list = append(list, names)
		}
	}
	return list
}
