package fonts

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// The weights of the instances taken from a variable font (OS/2 usWeightClass).
const (
	regularInstance = 400
	boldInstance    = 700
)

// instances returns the regular and the bold instance of a variable font that
// varies in weight enough for both, and otherwise the face as it is.
func instances(f *Face) []*Face {
	axes := f.axes()
	for i, axis := range axes {
		if axis.Tag != opentype.MustNewTag("wght") || axis.Minimum > regularInstance || axis.Maximum < boldWeight {
			continue
		}
		at := func(weight tables.Float1616, bold bool) *Face {
			design := make([]float32, len(axes))
			for j, a := range axes {
				design[j] = float32(a.Default)
			}
			design[i] = float32(weight)
			g := newFace(f.Name, f.Data, f.font, f.font.NormalizeVariations(design))
			g.Family, g.Bold, g.PrintOnly = f.Family, bold, f.PrintOnly
			return g
		}
		return []*Face{at(regularInstance, false), at(min(boldInstance, axis.Maximum), true)}
	}
	return []*Face{f}
}

// axes returns the axes of a variable font (fvar).
func (f *Face) axes() []tables.VariationAxisRecord {
	loader := f.loader()
	if loader == nil {
		return nil
	}
	raw, err := loader.RawTable(opentype.MustNewTag("fvar"))
	if err != nil {
		return nil
	}
	fvar, _, err := tables.ParseFvar(raw)
	if err != nil {
		return nil
	}
	return fvar.FvarRecords.Axis
}
