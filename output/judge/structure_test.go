package judge_test

import (
	"testing"

	"warraq/output/judge"
)

// tagged is a page with one sequence in one paragraph.
func tagged() []string {
	content := "/P <</MCID 0>> BDC BT /F 12 Tf 20 20 Td (Word) Tj ET EMC"
	return []string{
		"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/StructParents 0>>",
		stream(content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>/ParentTreeNextKey 1>>",
		"<</S/Document/P 6 0 R/K[8 0 R]>>",
		"<</S/P/P 7 0 R/Pg 3 0 R/K[0]>>",
	}
}

func TestStructure(t *testing.T) {
	judge.Structure(t, assemble(tagged()))
}

func TestStructureFindsFaults(t *testing.T) {
	for _, c := range []struct {
		name   string
		object int // 1 is the first; one more than there are is a new one
		body   string
		want   string
	}{
		{"no tags", 1, "<</Type/Catalog/Pages 2 0 R>>", "no structure"},
		{"an orphan", 9, "<</Lost true>>", "nothing points at object 9"},
		{"a dangling reference", 5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding 44 0 R>>", "object 44, which is not there"},
		{"no way back", 6, "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[]>>/ParentTreeNextKey 1>>", "1 sequences and 0 of them have parents"},
		{"the wrong way back", 6, "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>/ParentTreeNextKey 1>>", "the parent tree says 7"},
		{"the next key is taken", 6, "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>/ParentTreeNextKey 0>>", "the next is to be 0"},
		{"the wrong parent", 8, "<</S/P/P 6 0 R/Pg 3 0 R/K[0]>>", "does not know its parent"},
		{"claimed twice", 7, "<</S/Document/P 6 0 R/Pg 3 0 R/K[0 8 0 R]>>", "belongs to the elements 7 and 8"},
		{"claimed by nobody", 8, "<</S/P/P 7 0 R/Pg 3 0 R>>", "belongs to no element"},
		{"a head that is none", 8, "<</S/P/P 7 0 R/Pg 3 0 R/K[0]/A<</O/Table/Headers[(a)]>>>>", `names "a" for its head`},
		{"names out of order", 1, "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/Names<</Dests<</Names[(b)[3 0 R/Fit](a)[3 0 R/Fit]]>>>>>>", `"a" after "b"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			objects := append(tagged(), "")
			objects[c.object-1] = c.body
			if objects[len(objects)-1] == "" {
				objects = objects[:len(objects)-1]
			}
			w := &witness{TB: t}
			judge.Structure(w, assemble(objects))
			w.says(t, c.want)
		})
	}
}
