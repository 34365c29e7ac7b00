package maps

import (
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/scene"
	"warraq/input/locale"
)

// mostListed is the number of lines that values without room on the map may
// take below it.
const mostListed = 14

// listValues lists below a map the values that had no room on it, the largest
// first. Of more than have room there it says how many they are.
func (m *worldMap) listValues(s *scene.Scene, unwritten []countryLabel) {
	if len(unwritten) == 0 {
		return
	}
	text := func(n int) string {
		var list []string
		for _, label := range unwritten[:n] {
			list = append(list, locale.Say(m.Words.Charts.NameAmount, locale.Plain(label.Name), locale.Plain(label.Value)))
		}
		if rest := len(unwritten) - n; rest > 0 {
			list = append(list, "… ("+m.Words.Count(rest, m.Words.Charts.Nouns.Country, m.System).Nominative+")")
		}
		return m.Wrap(strings.Join(list, m.Words.Marks.Comma), m.Width)
	}
	listed := text(len(unwritten))
	for n := len(unwritten); n > 1 && canvas.Lines(listed) > mostListed; {
		n = max(1, n*9/10)
		listed = text(n)
	}
	const above = 3.0
	m.Write(s, listed, m.Palette.Text, 0, m.Width, s.Height+above)
	s.Height += above + float64(canvas.Lines(listed))*m.Leading()
}
