package typeset_test

import (
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/output/page"
)

// The box of a task stands in place of its bullet, in the label of its item, and
// is read as what it is; what only looks like one stays text.
func TestTasks(t *testing.T) {
	library := fonts.Bundled()
	for _, c := range []struct{ markdown, label, text string }{
		{"- [ ] مهمة", "☐", "مهمة"},
		{"- [x] مهمة", "☑", "مهمة"},
		{"* [X]   **مهمة** أخرى", "☑", "مهمة أخرى"},
		{"1. [x] مهمة", "1. ☑", "مهمة"},
		{"- [x] Latin `code`", "☑", "Latin code"},
		{"- [ ] [رابط](https://example.org)", "☐", "رابط"},
		{"- [x]مهمة", "•", "[x]مهمة"},
		{"- [y] مهمة", "•", "[y] مهمة"},
		{"- \\[ ] مهمة", "•", "[ ] مهمة"},
		{"- `[ ]` مهمة", "•", "[ ] مهمة"},
		{"- [ ]", "•", "[ ]"},
		{"- [x](https://example.org) مهمة", "•", "x مهمة"},
		{"- [ ] مهمة\n\n  [x] فقرة", "☐", "مهمة [x] فقرة"},
		{"> [ ] مهمة", "", "[ ] مهمة"},
	} {
		document, problems := setMarkdown(t, library, "think-tank", c.markdown+"\n")
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.markdown, problems)
		}
		texts := textsOf(document)
		var read func(e page.Ref) string
		read = func(e page.Ref) string {
			words := texts[e]
			for _, child := range document.Tree[e].Children {
				if document.Tree[child].Role != page.Label {
					words = append(words, read(child))
				}
			}
			return strings.Join(words, " ")
		}
		label, body := "", ""
		for e, element := range document.Tree {
			switch element.Role {
			case page.Label:
				label += read(page.Ref(e))
			case page.ListBody, page.BlockQuote:
				body += read(page.Ref(e))
			}
		}
		spaceless := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if spaceless(label) != spaceless(c.label) || spaceless(body) != spaceless(c.text) {
			t.Errorf("%s: label %q, text %q", c.markdown, label, body)
		}
	}
}
