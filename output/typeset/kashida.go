package typeset

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/paragraph"
)

// noTatweel is a face that cannot stretch what it sets.
var noTatweel = problem.Kind{
	Code: "no-tatweel", Severity: problem.Note,
	Message: problem.Text{
		AR: "ليس في خطّ «%s» كشيدة تُرى، فلا تُمدّ كلماته",
		EN: "the face “%s” has no tatweel that can be seen, so its words are not stretched",
	},
	Advice: problem.Text{
		AR: "اختر خطًّا آخر لنص المتن، أو اكتب kashida: none.",
		EN: "Choose another text face, or write kashida: none.",
	},
}

// kashida is the set of places for the kashidas of a paragraph: its own choice,
// else the brief's, else the theme's.
func (b *builder) kashida(own brief.Kashida) paragraph.Kashida {
	chosen := own
	if chosen == "" {
		chosen = b.brief.Meta.Kashida
	}
	if chosen == "" {
		chosen = brief.Kashida(b.theme.Kashida)
	}
	switch chosen {
	case brief.NaskhKashida:
		return paragraph.NaskhKashida
	case brief.SimpleKashida:
		return paragraph.SimpleKashida
	}
	return paragraph.NoKashida
}

// reportTatweel says once of each face that it cannot stretch its words: where
// its tatweel is missing, blank or without width.
func (b *builder) reportTatweel(spans []span, t theme.Text) {
	face, ok := b.options.Library.Face(t.Family, t.Bold)
	if !ok || face.Tatweel > 0 || !face.Covers('ب') || slices.Contains(b.unstretched, face.Name) {
		return
	}
	b.unstretched = append(b.unstretched, face.Name)
	b.problems.Add(noTatweel.At(spans[0].source, t.Family))
}
