package markdown_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/markdown"
	"warraq/input/source"
)

func read(text string) ([]brief.Block, *markdown.Reader) {
	r := markdown.NewReader(source.Limits{})
	f := &source.File{Name: "brief.md", Data: []byte(text)}
	return r.Blocks(f.All()), r
}

// words returns the text of blocks as its words, in order.
func words(blocks []brief.Block) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *brief.Paragraph:
			all = append(all, strings.Fields(brief.Plain(b.Content))...)
		case *brief.Heading:
			all = append(all, strings.Fields(brief.Plain(b.Content))...)
		case *brief.Quote:
			all = append(all, words(b.Blocks)...)
		case *brief.Callout:
			all = append(all, strings.Fields(brief.Plain(b.Title))...)
			all = append(all, words(b.Blocks)...)
		case *brief.List:
			for _, item := range b.Items {
				all = append(all, words(item.Blocks)...)
			}
		case *brief.DefinitionList:
			for _, item := range b.Items {
				all = append(all, strings.Fields(brief.Plain(item.Term))...)
				all = append(all, words(item.Blocks)...)
			}
		case *brief.CodeBlock:
			all = append(all, strings.Fields(b.Info+" "+b.Value)...)
		case *brief.TableBlock:
			all = append(all, strings.Fields(brief.Plain(b.Caption))...)
			for _, row := range append(b.Header, b.Rows...) {
				for _, cell := range row.Cells {
					all = append(all, strings.Fields(brief.Plain(cell.Content))...)
				}
			}
		}
	}
	return all
}

// No mark, however wrongly it is used, may lose a word of the author's or turn
// two round.
func TestNoWordIsLost(t *testing.T) {
	// Without the marks whose content is not text: attributes, targets, tags.
	marks := []string{
		"*", "**", "_", "`", "[", "]", "\\", "&", "~", " ", " ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "    ", "!", "|",
		"{", "}", "؛", "«", "»", "$", "---\n", "```\n", ">", "\t", "\r\n", "[!key] ", "\"",
	}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		var want []string
		for i := range rapid.IntRange(1, 12).Draw(t, "words") {
			for _, mark := range rapid.SliceOfN(rapid.SampledFrom(marks), 0, 3).Draw(t, "marks") {
				text.WriteString(mark)
			}
			// Letters of two scripts, and a number of its own for each.
			word := []string{"كلمة", "word"}[i%2] + strings.Repeat("ا", i) + "x"
			want = append(want, word)
			text.WriteString(word + " ")
		}
		blocks, _ := read(text.String())
		got := strings.Join(words(blocks), " ")
		for _, word := range want {
			at := strings.Index(got, word)
			if at < 0 {
				t.Fatalf("%q is lost or out of order in %q of %q", word, got, text.String())
			}
			got = got[at+len(word):]
		}
	})
}

// A text whose bytes are those of its span can be pointed into; the text of a
// plain paragraph must be such.
func TestPlainTextEqualsItsBytes(t *testing.T) {
	for _, text := range []string{"نص عربي", "a *b* c", "> اقتباس\n> ثان", "- بند **مشدد** آخر", "| أ | ب |\n|---|---|\n| ج | د |"} {
		blocks, _ := read(text)
		var check func(list []brief.Inline)
		check = func(list []brief.Inline) {
			for _, n := range list {
				switch n := n.(type) {
				case *brief.Text:
					if n.Value != " " && string(n.Span.Text()) != n.Value {
						t.Errorf("%q is placed at %q", n.Value, n.Span.Text())
					}
				case *brief.Strong:
					check(n.Content)
				case *brief.Emphasis:
					check(n.Content)
				}
			}
		}
		var each func(blocks []brief.Block)
		each = func(blocks []brief.Block) {
			for _, b := range blocks {
				switch b := b.(type) {
				case *brief.Paragraph:
					check(b.Content)
				case *brief.Quote:
					each(b.Blocks)
				case *brief.List:
					each(b.Items[0].Blocks)
				case *brief.TableBlock:
					check(b.Rows[0].Cells[0].Content)
				}
			}
		}
		each(blocks)
	}
}
