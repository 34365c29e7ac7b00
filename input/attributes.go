package input

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

var (
	unknownClass = problem.Kind{
		Code: "unknown-class", Severity: problem.Warning,
		Message: problem.Text{AR: "لا أثر للصنف «%s» هنا", EN: "the class “%s” does nothing here"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	unknownAttribute = problem.Kind{
		Code: "unknown-attribute", Severity: problem.Warning,
		Message: problem.Text{AR: "لا أثر للخاصية «%s» هنا", EN: "the attribute “%s” does nothing here"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
)

// checkAttributes warns of classes and keys that what they stand at does not
// take: one that is misspelt would otherwise be passed over in silence.
func (v *resolver) checkAttributes(a brief.Attributes, classes, keys []string) {
	for _, c := range a.Classes {
		if !slices.Contains(classes, c) {
			v.problems.Add(unknownClass.At(within(a.Span, "."+c), c, v.advice.On(c, classes)))
		}
	}
	for _, k := range a.Values {
		if !slices.Contains(keys, k.Key) {
			v.problems.Add(unknownAttribute.At(within(a.Span, k.Key), k.Key, v.advice.On(k.Key, keys)))
		}
	}
}

// within is the place of a word inside another place, or all of that where the
// word does not stand in it as it is read.
func within(s source.Span, word string) source.Span {
	if at := strings.Index(string(s.Text()), word); at >= 0 {
		s.Start += at
		s.End = s.Start + len(word)
	}
	return s
}

// attributesOf checks the attributes of a block.
func (v *resolver) attributesOf(b brief.Block) {
	switch b := b.(type) {
	case *brief.Heading:
		v.checkAttributes(b.Attributes, []string{"unnumbered", "appendix"}, nil)
	case *brief.Paragraph:
		v.checkAttributes(b.Attributes, []string{"center", "start", "end", "ltr", "rtl", "no-kashida", "kashida-simple", "kashida-naskh"}, nil)
	case *brief.Figure:
		if b.Chart != nil {
			v.checkAttributes(b.Attributes, []string{"half"}, nil)
		} else {
			v.checkAttributes(b.Attributes, []string{"half", "decorative"}, []string{"width", "crop", "alt", "source", "credit"})
		}
	case *brief.TableBlock:
		if !slices.Contains(b.Classes, figureDataClass) {
			v.checkAttributes(b.Attributes, []string{"landscape"}, []string{"source", "note"})
		}
	}
}
