package typeset

import (
	"testing"

	"warraq/output/pagination"
)

// A figure may move away from text, but not from a heading that has no other
// text: that would stand over nothing.
func TestFigureOfABareHeadingStaysInPlace(t *testing.T) {
	bare := builder{}
	bare.add(node{kind: boxNode, height: 20}) // the heading
	bare.keepNext()
	bare.space(5)
	bare.add(node{kind: floatNode, height: 100})
	bare.add(node{kind: floatNode, height: 100})
	bare.settle()
	for i, want := range []pagination.Kind{boxNode, spaceNode, boxNode, boxNode} {
		if bare.nodes[i].kind != want {
			t.Errorf("node %d has kind %d, want %d", i, bare.nodes[i].kind, want)
		}
	}
	if bare.nodes[2].breakBefore < forbidden {
		t.Error("a page may begin between the heading and its figure")
	}

	if bare.nodes[3].breakBefore != 0 {
		t.Error("no page may begin between the first figure and the second")
	}

	followed := builder{}
	followed.add(node{kind: boxNode, height: 20})
	followed.keepNext()
	followed.add(node{kind: floatNode, height: 100})
	followed.add(node{kind: boxNode, height: 12}) // text of the section
	followed.settle()
	if followed.nodes[1].kind != floatNode {
		t.Error("a figure with text after it does not float")
	}
}
