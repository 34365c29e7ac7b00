package pipeline_test

import (
	"fmt"
	"strings"
)

// markdown is a construct of a brief's own text.
func markdown(name string, from int, text func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{"brief.md": opening("") + text(n) + "\n"}
	}}
}

// front is a construct of the front matter.
func frontText(name string, from int, text func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{"brief.md": opening(text(n)) + "نص.\n"}
	}}
}

// times is n times one text.
func times(text string) func(n int) string {
	return func(n int) string { return strings.Repeat(text, n) }
}

func constructs() []construct {
	list := append(frontConstructs(), inlineConstructs()...)
	list = append(list, blockConstructs()...)
	list = append(list, referenceConstructs()...)
	list = append(list, dataConstructs()...)
	return append(list, pictureConstructs()...)
}

func frontConstructs() []construct {
	title := func(n int) map[string]string {
		return map[string]string{"brief.md": "---\ntitle: " + prose(n) + "\n---\nنص.\n"}
	}
	return []construct{
		{name: "words of the title", from: 83, brief: title},
		frontText("words of the title, cover", 83, func(n int) string { return "cover: true\nsubtitle: " + prose(n) + "\n" }),
		frontText("words of the subtitle", 83, func(n int) string { return "subtitle: " + prose(n) + "\n" }),
		frontText("words of the institution", 83, func(n int) string { return "institution: " + prose(n) + "\n" }),
		frontText("authors", 33, func(n int) string {
			return "authors:\n" + many(n, "  - {name: %s, role: باحث, affiliation: %s}\n")
		}),
		frontText("words of an author", 83, func(n int) string { return "authors: [" + prose(n) + "]\n" }),
		frontText("keywords", 166, func(n int) string { return "keywords: [" + each(n, ", ", word) + "]\n" }),
		frontText("words of the summary", 133, func(n int) string { return "summary: |\n  " + prose(n) + "\n" }),
		frontText("paragraphs of the summary", 33, func(n int) string { return "summary: |\n" + many(n, "  فقرة %s.\n\n") }),
		frontText("paragraphs of the imprint", 20, func(n int) string { return "imprint: |\n" + many(n, "  فقرة %s.\n\n") }),
		frontText("biographies", 12, func(n int) string {
			return "authors:\n" + many(n, "  - {name: %s, bio: نبذة رقمها %d.}\n")
		}),
		frontText("words of a biography", 133, func(n int) string { return "authors: [{name: اسم, bio: " + prose(n) + "}]\n" }),
		frontText("partners", 33, func(n int) string { return "cover: true\npartners: [" + each(n, ", ", word) + "]\n" }),
		frontText("paragraphs about the institution", 20, func(n int) string { return "about: |\n" + many(n, "  فقرة %s.\n\n") }),
		frontText("rows in the front", 166, func(n int) string { return "data:\n  م:\n" + many(n, "    - {أ: %s, ب: %d}\n") }),
		{name: "chapters", from: 20, brief: func(n int) map[string]string {
			files := map[string]string{"brief.md": opening("include: [" + each(n, ", ", func(i int) string { return fmt.Sprintf("%d.md", i) }) + "]\n")}
			for i := range n {
				files[fmt.Sprintf("%d.md", i)] = "# عنوان {#a}\n\nنص[^1] و[رابط](#a).\n\n[^1]: حاشية " + word(i) + ".\n"
			}
			return files
		}},
		frontText("names of data", 33, func(n int) string { return "data:\n" + many(n, "  %s: [{أ: 1}]\n") }),
	}
}

func inlineConstructs() []construct {
	return []construct{
		markdown("words of a paragraph", 333, prose),
		markdown("sentences of a paragraph", 66, func(n int) string {
			return many(n, "قال %s (%d): إنّ «النص» في COVID-19 و12% من الكل، ")
		}),
		markdown("words of Latin", 166, func(n int) string { return "نص " + many(n, "word%d ") }),
		markdown("lines of a paragraph", 66, func(n int) string { return many(n, "كلمة %s من النص\n") }),
		markdown("letters of a word", 166, times("بيت")),
		markdown("Latin letters of a word", 166, times("abc")),
		markdown("letters of an address", 166, func(n int) string { return "نص <https://example.org/" + strings.Repeat("abc/", n) + ">" }),
		markdown("query of a bare address", 166, func(n int) string { return "نص https://example.org/?" + many(n, "a%d=b&") }),
		markdown("digits of a number", 166, times("123")),
		markdown("changes of direction", 166, times("نص abc ")),
		markdown("changes of digits", 166, times("12 ٣٤ ")),
		markdown("brackets side by side", 166, times("(نص) ")),
		markdown("brackets nested", 83, func(n int) string { return strings.Repeat("(", n) + "نص" + strings.Repeat(")", n) }),
		markdown("brackets left open", 166, times("(نص ")),
		markdown("signs", 166, times("؟!،؛ ")),
		markdown("vowel marks on a letter", 333, func(n int) string { return "ب" + strings.Repeat("\u064e", n) }),
		markdown("words with vowel marks", 166, times("كِتَابٌ ")),
		markdown("spaces", 1333, func(n int) string { return "نص" + strings.Repeat(" ", n) + "نص" }),
		markdown("joiners", 166, times("ب\u200cي\u200d ")),
		markdown("isolates", 83, times("\u2067نص\u2069 ")),
		markdown("isolates nested", 83, times("\u2067ن ")),
		markdown("embeddings", 83, times("\u202bنص ")),
		markdown("hard breaks", 83, times("نص\\\n")),
		markdown("emphases", 83, times("**نص** *نص* ")),
		markdown("emphases nested", 83, func(n int) string { return strings.Repeat("*نص ", n) + strings.Repeat("نص* ", n) }),
		markdown("emphases left open", 166, times("*نص ")),
		markdown("emphases of three kinds left open", 83, times("*نص _نص **نص ~نص ")),
		markdown("code spans", 83, times("`code` نص ")),
		markdown("code spans left open", 33, func(n int) string {
			return each(n, " ", func(i int) string { return strings.Repeat("`", i%50+1) })
		}),
		markdown("letters of a code span", 333, func(n int) string { return "`" + strings.Repeat("abc ", n) + "`" }),
		markdown("super- and subscripts", 83, times("x^2^ H~2~O ")),
		markdown("links", 83, func(n int) string { return many(n, "[%s](https://example.org/%d) ") }),
		markdown("links to one place", 83, func(n int) string { return many(n, "[%s](https://example.org/) ") }),
		markdown("words of one link", 83, func(n int) string { return "[" + prose(n) + "](https://example.org/)" }),
		markdown("link definitions", 83, func(n int) string { return many(n, "[%s][r%d] ") + "\n\n" + many(n, "[r%d]: https://example.org/%d\n") }),
		markdown("brackets of links left open", 166, times("[نص ")),
		markdown("brackets of links nested", 25, func(n int) string {
			return strings.Repeat("[", n) + "نص" + strings.Repeat("](https://example.org)", n)
		}),
		markdown("bare addresses", 83, func(n int) string { return many(n, "https://example.org/%d نص ") }),
		markdown("spans", 83, func(n int) string { return many(n, "[نص]{.ltr} ") }),
		markdown("terms of the index", 33, func(n int) string { return many(n, "[%s]{.index} ") }),
		markdown("places of one term", 33, times("[نص]{.index}\n\n")),
		markdown("terms of the index in paragraphs", 33, func(n int) string { return many(n, "[%s]{.index} نص.\n\n") }),
		markdown("subterms of the index", 33, func(n int) string { return many(n, "[%s]{.index term=\"أ!%s\"}\n\n") }),
		markdown("notes of one paragraph", 16, func(n int) string { return many(n, "نص[^%d] ") + "\n\n" + many(n, "[^%d]: حاشية %s.\n\n") }),
		markdown("notes", 16, func(n int) string { return many(n, "نص[^%d]\n\n") + many(n, "[^%d]: حاشية %s.\n\n") }),
		markdown("words of a note", 166, func(n int) string { return "نص[^1]\n\n[^1]: " + prose(n) }),
		markdown("paragraphs of a note", 16, func(n int) string { return "نص[^1]\n\n[^1]: حاشية.\n\n" + many(n, "    فقرة %s.\n\n") }),
		markdown("notes named twice", 33, func(n int) string { return "نص[^1] " + strings.Repeat("نص[^1] ", n) + "\n\n[^1]: حاشية." }),
		markdown("characters no face has", 166, times("漢 ")),
		markdown("broken cross references", 83, func(n int) string { return many(n, "@sec:x%d ") }).ending("dangling-reference"),
		markdown("unknown citations", 83, func(n int) string { return many(n, "[@key%d] ") }),
		markdown("dollars", 166, times("$5 ")),
		markdown("at signs", 166, times("a@b.c ")),
		markdown("entities", 166, times("&amp; ")),
		markdown("raw HTML", 83, times("نص <b> ")),
		markdown("smaller than signs", 166, times("< نص ")),
		markdown("backslashes", 166, times("\\* ")),
		markdown("bars", 166, times("| نص ")),
		markdown("quotation marks", 166, times("\"نص\" ")),
		markdown("braces", 166, times("{نص} ")),
		markdown("braces left open", 166, times("[نص]{ ")),
		markdown("exclamation marks before brackets", 166, times("![")),
	}
}

func blockConstructs() []construct {
	return []construct{
		markdown("lines of a poem", 33, func(n int) string {
			return "::: verse\n" + many(n, "بيت %s من الشعر … وعجزه %s\n") + ":::\n"
		}),
		markdown("quotations from the Qur'an", 33, func(n int) string { return many(n, "قال ﴿قُلۡ %s﴾ [البقرة: %d]، ") }),
		{name: "one file many times", from: 33, brief: func(n int) map[string]string {
			return map[string]string{"brief.md": opening("") + strings.Repeat("{{< include part.md >}}\n", n), "part.md": "# عنوان {#a}\n\nنص[^1].\n\n[^1]: حاشية.\n"}
		}},
		markdown("paragraphs", 66, func(n int) string { return many(n, "فقرة %s من النص.\n\n") }),
		markdown("blank lines", 1333, func(n int) string { return "نص" + strings.Repeat("\n", n) + "نص" }),
		markdown("headings", 33, func(n int) string { return many(n, "# عنوان %s\n\n") }),
		markdown("headings alike", 33, times("# عنوان\n\nنص\n\n")),
		markdown("headings alike with numbers", 33, func(n int) string { return many(n, "# عنوان\n\n# عنوان %d\n\n") }),
		whole("headings listed", 33, func(n int) string { return opening("toc: true\n") + many(n, "# عنوان %s\n\nنص.\n\n") }),
		whole("headings listed and numbered", 33, func(n int) string {
			return opening("toc: true\nnumber-sections: true\n") + many(n, "## عنوان %s\n\nنص.\n\n")
		}),
		markdown("words of a heading", 83, func(n int) string { return "# " + prose(n) }),
		whole("words of a heading listed", 83, func(n int) string { return opening("toc: true\n") + "# " + prose(n) + "\n" }),
		markdown("appendices", 16, func(n int) string { return many(n, "# ملحق %s {.appendix}\n\nنص.\n\n") }),
		markdown("breaks of a page", 16, times("نص\n\n---\n\n")),
		markdown("rules", 33, times("نص\n\n***\n\n")),
		markdown("items of a list", 33, func(n int) string { return many(n, "- بند %s\n") }),
		markdown("items of a loose list", 33, func(n int) string { return many(n, "- بند %s\n\n") }),
		markdown("items of a numbered list", 33, func(n int) string { return many(n, "1. بند %s\n") }),
		markdown("lists", 33, func(n int) string { return many(n, "- بند %s\n\nنص\n\n") }),
		markdown("lists nested", 1, func(n int) string {
			return each(n, "\n", func(i int) string { return strings.Repeat("  ", i) + "- نص" })
		}),
		markdown("words of an item", 166, func(n int) string { return "- " + prose(n) }),
		markdown("paragraphs of an item", 33, func(n int) string { return "- نص\n\n" + many(n, "  فقرة %s.\n\n") }),
		markdown("quotations nested", 1, func(n int) string { return strings.Repeat("> ", n) + "نص" }),
		markdown("quotations", 33, func(n int) string { return many(n, "> اقتباس %s\n\nنص\n\n") }),
		markdown("paragraphs of a quotation", 33, func(n int) string { return many(n, "> فقرة %s.\n>\n") }),
		markdown("callouts", 16, func(n int) string { return many(n, "> [!key] خلاصة %s\n> نص.\n\n") }),
		markdown("paragraphs of a callout", 33, func(n int) string { return "> [!key] خلاصة\n" + many(n, "> فقرة %s.\n>\n") }),
		markdown("words of a callout's title", 83, func(n int) string { return "> [!key] " + prose(n) + "\n> نص." }),
		markdown("definitions", 33, func(n int) string { return many(n, "%s\n: معناه.\n\n") }),
		markdown("definitions of one term", 33, func(n int) string { return "نص\n" + many(n, ": معنى %s.\n") }),
		markdown("lines of code", 33, func(n int) string { return "```\n" + many(n, "x%d = f(y)\n") + "```" }),
		markdown("letters of a line of code", 166, func(n int) string { return "```\n" + strings.Repeat("abc ", n) + "\n```" }),
		markdown("letters of a word of code", 166, func(n int) string { return "```\n" + strings.Repeat("abc", n) + "\n```" }),
		markdown("blocks of code", 16, func(n int) string { return many(n, "```\nx%d\n```\n\n") }),
		markdown("rows of a table", 16, func(n int) string { return "| أ | ب |\n|---|---|\n" + many(n, "| %s | %d |\n") }),
		markdown("columns of a table", 3, func(n int) string {
			return strings.Repeat("| أ ", n) + "|\n" + strings.Repeat("|---", n) + "|\n" + strings.Repeat("| ١ ", n) + "|\n"
		}),
		markdown("words of a cell", 83, func(n int) string { return "| أ | ب |\n|---|---|\n| " + prose(n) + " | 1 |\n" }),
		markdown("tables", 10, func(n int) string { return many(n, "| أ | ب |\n|---|---|\n| %s | %d |\n\nنص\n\n") }),
		markdown("rows that draw", 40, func(n int) string {
			return "| أ | ب | 2020 | 2021 |\n|---|---|---|---|\n" + many(n, "| %s | %d | 1 | 2 |\n") + "{bars=ب lines=2020..2021}\n"
		}),
		markdown("tables with captions", 10, func(n int) string {
			return many(n, "| أ | ب |\n|---|---|\n| %s | %d |\n\n: جدول %s {#tbl:t%d}\n\n") + many(n, "@tbl:t%d ")
		}),
		markdown("words of a caption", 83, func(n int) string { return "| أ | ب |\n|---|---|\n| 1 | 2 |\n\n: " + prose(n) + " {#tbl:t}\n" }),
		markdown("rows spanned", 16, func(n int) string {
			return "| أ | ب |\n|---|---|\n" + many(n, "| %s {rowspan=2} | %d |\n| | %d |\n")
		}),
		markdown("rows under one span", 16, func(n int) string {
			return "| أ | ب |\n|---|---|\n" + fmt.Sprintf("| نص {rowspan=%d} | 1 |\n", n) + strings.Repeat("| | 2 |\n", n-1)
		}),
		markdown("notes of a table", 10, func(n int) string {
			return "| أ | ب |\n|---|---|\n" + many(n, "| %s[^%d] | %d |\n") + "\n" + many(n, "[^%d]: حاشية %s.\n\n")
		}),
		markdown("cross references", 16, func(n int) string { return many(n, "# عنوان {#sec:s%d}\n\nانظر @sec:s%d.\n\n") }),
		markdown("cross references to one section", 83, func(n int) string { return "# عنوان {#sec:s}\n\n" + strings.Repeat("انظر @sec:s. ", n) }),
		markdown("links within", 16, func(n int) string { return many(n, "# عنوان {#sec:s%d}\n\n[انظر](#sec:s%d).\n\n") }),
		markdown("attributes of a heading", 33, func(n int) string { return "# عنوان {" + many(n, ".c%d ") + "}" }),
		markdown("keys of a span", 33, func(n int) string { return "[نص]{" + many(n, "k%d=v ") + "}" }),
		markdown("divisions", 16, func(n int) string { return many(n, "::: {.note}\nنص %s.\n:::\n\n") }),
		markdown("blocks of HTML", 16, times("<div>\nنص\n</div>\n\n")),
		markdown("comments", 33, times("<!-- تعليق -->\n\nنص\n\n")),
		markdown("problems of different kinds", 16, func(n int) string {
			return many(n, "![](x%d.png) <b>ن</b> [نص]{.none%d} 漢\n\n")
		}).ending("file-missing"),
		markdown("classes that are misspelt", 33, func(n int) string { return many(n, "[نص]{.indx%d} ") }),
	}
}

// whole is a construct of a whole brief.
func whole(name string, from int, text func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string { return map[string]string{"brief.md": text(n)} }}
}

// ending is the construct that ends in a problem.
func (c construct) ending(code string) construct {
	c.code = code
	return c
}
