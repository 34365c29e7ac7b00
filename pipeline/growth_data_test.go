package pipeline_test

import (
	"archive/zip"
	"fmt"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/pipeline"
)

// cited is a construct of a bibliography of some format.
func cited(name, format string, from int, text func(n int) string, body func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{
			"brief.md":       opening("bibliography: refs."+format+"\nnocite: all\n") + body(n) + "\n",
			"refs." + format: text(n),
		}
	}}
}

// plain is a body that does not grow.
func plain(int) string { return "نص [@k0].\n" }

func bibtex(n int) string {
	return many(n, "@book{k%d, author = {%s, أحمد and Smith, John}, title = {كتاب %s}, year = {2001}, publisher = {دار}}\n")
}

func csl(n int) string {
	return "[" + each(n, ",", func(i int) string {
		return fmt.Sprintf(`{"id": "k%d", "type": "book", "title": "كتاب %s", "author": [{"family": "%[2]s", "given": "أحمد"}], "issued": {"date-parts": [[2001]]}}`, i, word(i))
	}) + "]"
}

func cslYAML(n int) string {
	return "references:\n" + many(n, "  - {id: k%d, type: book, title: كتاب %s, author: [{family: %s}], issued: 2001}\n")
}

// one is a reference with one field.
func one(field, value string) string {
	return "@book{k0, author = {الأحمد, أحمد}, title = {كتاب}, year = 2001, " + field + " = {" + value + "}}\n"
}

func referenceConstructs() []construct {
	cites := func(n int) string { return many(n, "نص [@k%d]. ") }
	return []construct{
		cited("references in BibTeX", "bib", 16, bibtex, plain),
		cited("references in CSL-JSON", "json", 16, csl, plain),
		cited("references in CSL-YAML", "yaml", 16, cslYAML, plain),
		cited("references cited", "bib", 16, bibtex, cites),
		cited("references of one name", "bib", 16, func(n int) string {
			return many(n, "@book{k%d, author = {الأحمد, أحمد}, title = {كتاب}, year = {2001}}\n")
		}, func(n int) string { return "نص [@k0].\n" }),
		cited("references by author and date", "bib", 16, func(n int) string {
			return many(n, "@book{k%d, author = {الأحمد, أحمد}, title = {كتاب %s}, year = {2001}}\n")
		}, cites).inserted("citation-style: author-date\n"),
		cited("citations of one key", "bib", 83, func(int) string { return bibtex(1) }, func(n int) string { return strings.Repeat("نص [@k0]. ", n) }),
		cited("keys of one citation", "bib", 16, bibtex, func(n int) string {
			return "نص [" + each(n, "; ", func(i int) string { return fmt.Sprintf("@k%d", i) }) + "].\n"
		}),
		cited("words of a reference's title", "bib", 83, func(n int) string { return one("note", prose(n)) }, plain),
		cited("words of a title in CSL", "json", 83, func(n int) string {
			return `[{"id": "k0", "type": "book", "title": "` + prose(n) + `"}]`
		}, plain),
		cited("letters of a title in CSL", "json", 333, func(n int) string {
			return `[{"id": "k0", "type": "book", "title": "` + strings.Repeat("a", n) + `"}]`
		}, plain),
		cited("names of one reference", "bib", 33, func(n int) string {
			return "@book{k0, author = {" + each(n, " and ", func(i int) string { return word(i) + ", أحمد" }) + "}, title = {كتاب}, year = 2001}\n"
		}, plain),
		cited("names in CSL", "json", 33, func(n int) string {
			return `[{"id": "k0", "type": "book", "title": "كتاب", "author": [` + each(n, ",", func(i int) string { return `{"family": "` + word(i) + `"}` }) + `]}]`
		}, plain),
		cited("words of a name", "bib", 33, func(n int) string { return "@book{k0, author = {" + prose(n) + "}, title = {كتاب}, year = 2001}\n" }, plain),
		cited("commas of a name", "bib", 33, func(n int) string {
			return "@book{k0, author = {أ" + strings.Repeat(", ب", n) + "}, title = {كتاب}, year = 2001}\n"
		}, plain),
		cited("braces nested", "bib", 33, func(n int) string {
			return one("note", strings.Repeat("{", n)+"نص"+strings.Repeat("}", n))
		}, plain),
		cited("braces side by side", "bib", 83, func(n int) string { return one("note", strings.Repeat("{نص} ", n)) }, plain),
		cited("commands of LaTeX", "bib", 83, func(n int) string { return one("note", strings.Repeat(`\"{o} \textbf{x} `, n)) }, plain),
		cited("accents of LaTeX", "bib", 83, func(n int) string { return one("note", "o"+strings.Repeat(`\"`, n)+"{o}") }, plain),
		cited("fields of one reference", "bib", 33, func(n int) string { return "@book{k0, title = {كتاب}, " + many(n, "f%d = {%s}, ") + "}\n" }, plain),
		cited("strings of BibTeX", "bib", 33, func(n int) string { return many(n, "@string{s%d = {%s}}\n") + bibtex(1) }, plain),
		cited("strings put together", "bib", 33, func(n int) string {
			return "@string{s = {نص }}\n@book{k0, title = s" + strings.Repeat(" # s", n) + ", year = 2001}\n"
		}, plain),
		cited("strings that double themselves", "bib", 8, func(n int) string {
			return "@string{s0 = {" + strings.Repeat("a", 100) + "}}\n" + each(n, "", func(i int) string {
				return fmt.Sprintf("@string{s%d = s%d # s%d}\n", i+1, i, i)
			}) + fmt.Sprintf("@book{k0, title = s%d, year = 2001}\n", n)
		}, plain).ending("bibtex-too-long"),
		cited("comments of BibTeX", "bib", 83, func(n int) string { return many(n, "@comment{%s}\n") + bibtex(1) }, plain),
		cited("words beside references", "bib", 166, func(n int) string { return prose(n) + "\n" + bibtex(1) }, plain),
		cited("references that end nowhere", "bib", 33, func(n int) string { return many(n, "@book{k%d, title = {%s\n") }, plain).ending("bibtex-unclosed"),
		cited("references of one key", "bib", 33, func(n int) string { return strings.Repeat(bibtex(1), n) }, plain).ending("reference-duplicate"),
	}
}

// inserted adds a line to the front matter.
func (c construct) inserted(line string) construct {
	brief := c.brief
	c.brief = func(n int) map[string]string {
		files := brief(n)
		files["brief.md"] = strings.Replace(files["brief.md"], "---\n", "---\n"+line, 1)
		return files
	}
	return c
}

// chart is a construct of a chart block.
func chart(name string, from int, body func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{"brief.md": chartBlock(body(n))}
	}}
}

// rows is a construct of a data file, which a chart sums up in one number.
func rows(name, file string, from int, data func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{
			"brief.md": chartBlock("type: bar\ndata: " + file + "\ntransform: [{group: {by: أ, sum: ب}}]\ncategory: أ\nvalue: ب\n"),
			file:       data(n),
		}
	}}
}

func dataConstructs() []construct {
	const table = "أ,ب\nنص,1\n"
	step := func(step string) func(int) string {
		return func(n int) string {
			return "type: bar\ndata: [{أ: س, ب: 1}]\ntransform:\n" + strings.Repeat("  - "+step+"\n", n)
		}
	}
	transformed := func(name, steps string, rest string) construct {
		c := rows(name, "d.csv", 500, func(n int) string { return "أ,ب,ج\n" + many(n, "%s,%d,س\n") })
		brief := c.brief
		c.brief = func(n int) map[string]string {
			files := brief(n)
			files["brief.md"] = chartBlock("type: bar\ndata: d.csv\ntransform: " + steps + "\n" + rest)
			return files
		}
		return c
	}
	return []construct{
		whole("charts", 1, func(n int) string {
			return opening("") + many(n, "```chart\ntype: bar\ntitle: شكل %s\ndata: {أ: 1, ب: %d}\n```\n\nنص.\n\n")
		}),
		chart("categories of bars", 2, func(n int) string { return "type: bar\ndata:\n" + many(n, "  %s: 1%d\n") }),
		chart("points of a line", 25, func(n int) string { return "type: line\ndata:\n" + many(n, "  - {سنة: 1%d, قيمة: 1}\n") }),
		chart("points of a scatter", 10, func(n int) string { return "type: scatter\ndata:\n" + many(n, "  - {اسم: %s, س: 1%d, ص: 2}\n") }),
		chart("series of a line", 1, func(n int) string {
			return "type: line\ndata:\n" + each(10, "", func(i int) string {
				return fmt.Sprintf("  - {سنة: 20%02d, %s}\n", i, each(n, ", ", func(k int) string { return fmt.Sprintf("%s: %d", word(k), i+k) }))
			})
		}),
		chart("parts of a treemap", 5, func(n int) string { return "type: treemap\ndata:\n" + many(n, "  %s: 1%d\n") }),
		chart("cells of a heatmap", 1, func(n int) string {
			return "type: heatmap\ncategory: أ\nseries: ب\nvalue: ج\ndata:\n" + each(n, "", func(i int) string { return many(10, "  - {أ: "+word(i)+", ب: %s, ج: 1%d}\n") })
		}),
		chart("flows of a sankey", 2, func(n int) string {
			return "type: sankey\ndata:\n" + many(n, "  - {payer: م%s, programme: ب%s, amount: 1%d}\n")
		}),
		chart("events of a timeline", 1, func(n int) string { return "type: timeline\ndata:\n" + many(n, "  - {حدث: %s, من: 20%d}\n") }),
		chart("words of a chart's title", 33, func(n int) string { return "type: bar\nalt: " + prose(n) + "\ndata: {أ: 1}\n" }),
		chart("values of an option", 30, func(n int) string {
			return "type: bar\ndata: {أ: 1}\noption: {series: [{data: [" + strings.Repeat("1, ", n) + "1]}]}\n"
		}),
		chart("steps that sort", 5, step("sort: ب")),
		chart("steps that filter", 5, step("filter: {column: ب, from: 0}")),
		chart("steps that add up", 5, step("running-total: ب")),
		chart("steps that group", 5, step("group: {by: أ, sum: ب}")),
		transformed("rows sorted", "[{sort: ب}, {top: {n: 5, by: ب}}]", "category: أ\nvalue: ب\n"),
		transformed("rows grouped", "[{group: {by: أ, sum: ب}}, {top: {n: 5, by: ب}}]", "category: أ\nvalue: ب\n"),
		transformed("rows shared", "[{share: ب}, {top: {n: 5, by: ب}}]", "category: أ\nvalue: ب\n"),
		transformed("rows added up", "[{running-total: ب}, {top: {n: 5, by: ب}}]", "category: أ\nvalue: ب\n"),
		rows("rows of CSV", "d.csv", 333, func(n int) string { return "أ,ب\n" + strings.Repeat("نص,1\n", n) }),
		rows("columns of CSV", "d.csv", 33, func(n int) string {
			return "أ,ب" + many(n, ",%s") + "\nنص,1" + strings.Repeat(",1", n) + "\n"
		}),
		rows("letters of a cell", "d.csv", 333, func(n int) string { return "أ,ب,ج\nنص,1," + strings.Repeat("ن", n) + "\n" }),
		rows("lines of a cell", "d.csv", 166, func(n int) string { return "أ,ب,ج\nنص,1,\"" + strings.Repeat("س\n", n) + "\"\n" }),
		rows("quotation marks in CSV", "d.csv", 166, func(n int) string { return "أ,ب,ج\nنص,1,\"" + strings.Repeat("\"\"", n) + "\"\n" }),
		// The head of a table is looked for in its first sixty rows: lines above it are
		// passed over, and further down they are rows of another length.
		rows("notes above a table", "d.csv", 7, func(n int) string { return many(n, "%s\n") + table }),
		rows("lines before a table", "d.csv", 83, func(n int) string { return many(n, "%s\n") + table }).ending("ragged-row"),
		rows("rows of another length", "d.csv", 33, func(n int) string { return table + strings.Repeat("نص\n", n) + strings.Repeat("س,1,2\n", n) }).ending("ragged-row"),
		rows("numbers that are none", "d.csv", 33, func(n int) string { return table + many(n, "نص,x%d\n") }).ending("transform-cell-not-number"),
		rows("rows of JSON", "d.json", 166, func(n int) string {
			return "[" + each(n, ",", func(int) string { return `{"أ": "نص", "ب": 1}` }) + "]"
		}),
		rows("keys of JSON", "d.json", 33, func(n int) string { return `[{"أ": "نص", "ب": 1` + many(n, `, "%s": 1`) + "}]" }),
		rows("rows of JSON with keys of their own", "d.json", 33, func(n int) string {
			return `[{"أ": "نص", "ب": 1}` + many(n, `, {"أ": "نص", "ب": 1, "%s": 1}`) + "]"
		}),
		rows("values of JSON nested", "d.json", 4, func(n int) string {
			return `[{"أ": "نص", "ب": 1, "ج": ` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}]"
		}).ending("nested-value"),
		rows("spaces in JSON", "d.json", 666, func(n int) string { return `[{"أ": "نص",` + strings.Repeat(" \n", n) + `"ب": 1}]` }),
		rows("rows of YAML", "d.yaml", 83, func(n int) string { return strings.Repeat("- {أ: نص, ب: 1}\n", n) }),
		rows("rows of YAML in blocks", "d.yaml", 83, func(n int) string { return strings.Repeat("- أ: نص\n  ب: 1\n", n) }),
		rows("keys of YAML", "d.yaml", 33, func(n int) string { return "- أ: نص\n  ب: 1\n" + many(n, "  %s: 1\n") }),
		rows("values of YAML nested", "d.yaml", 4, func(n int) string {
			return "- {أ: نص, ب: 1, ج: " + strings.Repeat("[", n) + strings.Repeat("]", n) + "}\n"
		}).ending("nested-value"),
		rows("aliases of YAML", "d.yaml", 33, func(n int) string {
			return "- أ: &a نص\n  ب: 1\n" + strings.Repeat("- أ: *a\n  ب: 1\n", n)
		}),
		rows("comments of YAML", "d.yaml", 83, func(n int) string { return many(n, "# %s\n") + "- {أ: نص, ب: 1}\n" }),
		rows("lines of a text in YAML", "d.yaml", 83, func(n int) string { return "- أ: نص\n  ب: 1\n  ج: |\n" + many(n, "    %s\n") }),
		rows("words of a text in YAML", "d.yaml", 83, func(n int) string { return "- أ: نص\n  ب: 1\n  ج: " + prose(n) + "\n" }),
		rows("letters of a quoted text in YAML", "d.yaml", 166, func(n int) string { return "- أ: نص\n  ب: 1\n  ج: \"" + strings.Repeat(`\u0628`, n) + "\"\n" }),
		rows("rows of a workbook", "d.xlsx", 83, func(n int) string { return workbook{rows: strings.Repeat(sheetRow("نص", 1), n)}.String() }),
		rows("columns of a workbook", "d.xlsx", 16, func(n int) string {
			return workbook{head: many(n, `<c t="inlineStr"><is><t>%s</t></is></c>`), rows: sheetRow("نص", 1)}.String()
		}),
		rows("shared texts of a workbook", "d.xlsx", 83, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), shared: many(n, "<si><t>%s</t></si>")}.String()
		}),
		rows("runs of a shared text", "d.xlsx", 83, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), shared: "<si>" + many(n, "<r><t>%s</t></r>") + "</si>"}.String()
		}),
		rows("elements nested in a workbook", "d.xlsx", 166, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), after: strings.Repeat("<a>", n) + strings.Repeat("</a>", n)}.String()
		}),
		rows("elements nested in shared texts", "d.xlsx", 166, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), shared: "<si><t>x</t></si>" + strings.Repeat("<a>", n) + strings.Repeat("</a>", n)}.String()
		}),
		rows("elements nested in styles", "d.xlsx", 166, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), styles: strings.Repeat("<a>", n) + strings.Repeat("</a>", n)}.String()
		}),
		rows("elements nested in a cell", "d.xlsx", 166, func(n int) string {
			return workbook{rows: sheetRow("نص", 1) + `<row><c t="inlineStr"><is>` + strings.Repeat("<r>", n) + "<t>نص</t>" + strings.Repeat("</r>", n) + "</is></c><c><v>1</v></c></row>"}.String()
		}),
		rows("merged cells", "d.xlsx", 33, func(n int) string {
			return workbook{rows: strings.Repeat(sheetRow("نص", 1), 2*n), after: "<mergeCells>" + each(n, "", func(i int) string { return fmt.Sprintf(`<mergeCell ref="A%d:A%d"/>`, 2*i+2, 2*i+3) }) + "</mergeCells>"}.String()
		}),
		rows("rows of one merged cell", "d.xlsx", 33, func(n int) string {
			return workbook{rows: sheetRow("نص", 1) + strings.Repeat(`<row><c/><c><v>1</v></c></row>`, n-1), after: fmt.Sprintf(`<mergeCells><mergeCell ref="A2:A%d"/></mergeCells>`, n+1)}.String()
		}),
		rows("styles of a workbook", "d.xlsx", 83, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), styles: `<cellXfs><xf numFmtId="0"/>` + strings.Repeat(`<xf numFmtId="14"/>`, n) + "</cellXfs>"}.String()
		}),
		rows("number formats of a workbook", "d.xlsx", 83, func(n int) string {
			return workbook{rows: sheetRow("نص", 1), styles: "<numFmts>" + many(n, `<numFmt numFmtId="2%d" formatCode="0.0"/>`) + "</numFmts>"}.String()
		}),
		rows("parts of a workbook", "d.xlsx", 16, func(n int) string { return workbook{rows: sheetRow("نص", 1), parts: n}.String() }),
		{name: "paragraphs of a brief in YAML", from: 33, brief: func(n int) map[string]string {
			return map[string]string{"brief.md": "title: ت\nbody:\n" + many(n, "  - paragraph: فقرة %s\n")}
		}},
		{name: "blocks of a brief in JSON", from: 33, brief: func(n int) map[string]string {
			return map[string]string{"brief.md": `{"title": "ت", "body": [` + each(n, ",", func(i int) string { return `{"heading": "` + word(i) + `"}, {"paragraph": "نص"}` }) + "]}"}
		}},
	}
}

// A workbook is a small one, written by hand.
type workbook struct {
	head, rows, after, shared, styles string
	parts                             int
}

// sheetRow is a row of a text and a number.
func sheetRow(text string, number int) string {
	return fmt.Sprintf(`<row><c t="inlineStr"><is><t>%s</t></is></c><c><v>%d</v></c></row>`, text, number)
}

func (w workbook) String() string {
	const space = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	head := `<row><c t="inlineStr"><is><t>أ</t></is></c><c t="inlineStr"><is><t>ب</t></is></c>` + w.head + `</row>`
	var b strings.Builder
	archive := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook` + space + ` xmlns:r="` + kind + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + kind + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + kind + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="` + kind + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet` + space + `><sheetData>` + head + w.rows + `</sheetData>` + w.after + `</worksheet>`},
		{"xl/sharedStrings.xml", `<sst` + space + `>` + w.shared + `</sst>`},
		{"xl/styles.xml", `<styleSheet` + space + `>` + w.styles + `</styleSheet>`},
	} {
		f, _ := archive.Create(part[0])
		f.Write([]byte(part[1]))
	}
	for i := range w.parts {
		f, _ := archive.Create(fmt.Sprintf("xl/other%d.xml", i))
		f.Write([]byte("<a/>"))
	}
	archive.Close()
	return b.String()
}

// A column of odd cells is told once, however many charts are drawn of it: each
// reads the column and finds them, but what it finds is not kept and joined once
// more, which would take twice as much as the finding.
func TestABadColumnIsToldOnce(t *testing.T) {
	job := pipeline.Job{Fonts: fonts.Bundled()}
	const rows = 1000
	files := func(charts, bad int) map[string]string {
		return map[string]string{
			"brief.md": opening("") + many(charts, "```chart\ntype: line\ntitle: شكل %s\ndata: d.csv\n```\n\n"),
			"d.csv": "أ,ب\n" + each(rows, "\n", func(i int) string {
				if i < bad {
					return fmt.Sprintf("%s,س%d", word(i), i)
				}
				return fmt.Sprintf("%s,%d", word(i), i)
			}),
		}
	}
	further := func(bad int) float64 { // bytes of a further chart
		few := costOf(t, job, files(20, bad), "chart-cell-not-number")
		more := costOf(t, job, files(100, bad), "chart-cell-not-number")
		return (more.bytes - few.bytes) / 80
	}
	one, all := further(1), further(rows-1)
	t.Logf("%.0f bytes with one odd cell, %.0f with %d", one, all, rows-1)
	if all > 6*one {
		t.Errorf("one chart more costs %.0f bytes where one cell is odd and %.0f where %d are", one, all, rows-1)
	}
}
