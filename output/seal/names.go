package seal

import (
	"cmp"
	"fmt"
	"slices"
)

// An entry is one name of a name tree: the bytes of its key, and its value.
type entry struct {
	key   string
	value code
}

// nameTree writes a name tree of one node (ISO 32000-1 §7.9.6), its keys in the
// order of their bytes. A key that stands twice is an error: a reader would
// find one of the two.
func nameTree(entries []entry) ([]byte, error) {
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	var err error
	b := []byte("<</Names[")
	for i, e := range entries {
		if i > 0 && e.key == entries[i-1].key {
			err = fmt.Errorf("seal: the name %q is used twice", e.key)
		}
		b = appendBytes(b, e.key)
		b = append(b, ' ')
		b = append(b, e.value...)
		b = append(b, '\n')
	}
	return append(b, "]>>"...), err
}
