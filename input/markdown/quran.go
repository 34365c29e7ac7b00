package markdown

import (
	"regexp"
	"strings"
	"sync"

	"warraq/input/brief"
)

// The brackets around a quotation from the Qur'an, as they open and close in text from
// right to left (U+FD3F and U+FD3E).
const (
	quranOpens  = "﴿"
	quranCloses = "﴾"
)

// quotation is a paragraph of nothing but one, with its chapter and verse after it.
var quotation = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*﴿[^﴾﴿]+﴾(?:\s*[\[(][^\[\]()]{1,80}[\])])?[.،؛]?\s*$`)
})

// facing turns brackets round that stand the wrong way, as ﴾…﴿: an editor shows them
// right that runs its lines from left to right.
func facing(list []brief.Inline) {
	var found []*brief.Text
	var marks strings.Builder
	var find func([]brief.Inline)
	find = func(list []brief.Inline) {
		for _, n := range list {
			if t, ok := n.(*brief.Text); ok && strings.ContainsAny(t.Value, quranOpens+quranCloses) {
				found = append(found, t)
				for _, r := range t.Value {
					if s := string(r); s == quranOpens || s == quranCloses {
						marks.WriteString(s)
					}
				}
			}
			find(brief.Content(n))
		}
	}
	find(list)
	all := marks.String()
	if !strings.HasPrefix(all, quranCloses) || strings.ReplaceAll(all, quranCloses+quranOpens, "") != "" {
		return
	}
	turn := strings.NewReplacer(quranOpens, quranCloses, quranCloses, quranOpens)
	for _, t := range found {
		t.Value = turn.Replace(t.Value)
	}
}

// isQuotation reports whether a line is a quotation from the Qur'an alone.
func isQuotation(list []brief.Inline) bool {
	text := brief.Plain(list)
	return strings.HasPrefix(strings.TrimSpace(text), quranOpens) && quotation().MatchString(text)
}
