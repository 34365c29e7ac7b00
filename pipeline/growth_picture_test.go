package pipeline_test

import (
	"fmt"
	"os"
	"strings"
)

// drawn is a construct of a drawing.
func drawn(name string, from int, body func(n int) string) construct {
	return construct{name: name, from: from, brief: func(n int) map[string]string {
		return map[string]string{
			"brief.md": opening("") + "![صورة](x.svg)\n",
			"x.svg":    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200">` + body(n) + "</svg>\n",
		}
	}}
}

func pictureConstructs() []construct {
	picture := func(n int, names func(i int) string, text func(i int) string) map[string]string {
		data, err := os.ReadFile("testdata/parts/picture.png")
		if err != nil {
			panic(err)
		}
		files := map[string]string{"brief.md": opening("") + each(n, "\n\n", text) + "\n"}
		for i := range n {
			files[names(i)] = string(data)
		}
		return files
	}
	same := func(int) string { return "p.png" }
	return []construct{
		{name: "places of one picture", from: 10, brief: func(n int) map[string]string {
			return picture(n, same, func(i int) string { return fmt.Sprintf("![%s](p.png)\n\nنص.", word(i)) })
		}},
		{name: "figures of one section", from: 10, brief: func(n int) map[string]string {
			return picture(n, same, func(i int) string {
				return fmt.Sprintf("![%s](p.png){#fig:f%d alt=\"صورة\" width=\"30%%\"}\n\nانظر @fig:f%[2]d.", word(i), i)
			})
		}},
		{name: "figures side by side", from: 10, brief: func(n int) map[string]string {
			return picture(n, same, func(i int) string { return fmt.Sprintf("![%s](p.png){.half alt=\"صورة\"}", word(i)) })
		}},
		{name: "figures without text", from: 10, brief: func(n int) map[string]string {
			return picture(n, same, func(i int) string { return fmt.Sprintf("![%s](p.png)", word(i)) })
		}},
		{name: "words of a figure's caption", from: 20, brief: func(n int) map[string]string {
			return picture(1, same, func(int) string { return "![" + prose(n) + "](p.png)" })
		}},
		drawn("elements", 83, func(n int) string { return many(n, `<rect x="%d" y="1" width="2" height="2"/>`) }),
		drawn("elements nested", 4, func(n int) string {
			return strings.Repeat("<g>", n) + `<rect width="2" height="2"/>` + strings.Repeat("</g>", n)
		}),
		drawn("transforms nested", 4, func(n int) string {
			return strings.Repeat(`<g transform="translate(1 1)">`, n) + `<rect width="2" height="2"/>` + strings.Repeat("</g>", n)
		}),
		drawn("transforms of one element", 83, func(n int) string {
			return `<g transform="` + strings.Repeat("translate(0.1 0.1) ", n) + `"><rect width="2" height="2"/></g>`
		}),
		drawn("uses of an element", 33, func(n int) string {
			return `<defs><rect id="a" width="2" height="2"/></defs>` + many(n, `<use href="#a" x="%d"/>`)
		}),
		drawn("elements used", 33, func(n int) string {
			return "<defs>" + many(n, `<rect id="a%d" width="2" height="2"/>`) + "</defs>" + many(n, `<use href="#a%d" x="1"/>`)
		}),
		drawn("uses that double", 16, func(n int) string {
			return `<defs><g id="a0"><rect width="2" height="2"/></g>` + each(n, "", func(i int) string {
				return fmt.Sprintf(`<g id="a%d"><use href="#a%d"/><use href="#a%[2]d"/></g>`, i+1, i)
			}) + fmt.Sprintf(`</defs><use href="#a%d"/>`, n)
		}).ending("svg-unsupported"),
		drawn("uses in a chain", 1, func(n int) string {
			return `<defs><rect id="a0" width="2" height="2"/>` + each(n, "", func(i int) string {
				return fmt.Sprintf(`<use id="a%d" href="#a%d"/>`, i+1, i)
			}) + fmt.Sprintf(`</defs><use href="#a%d"/>`, n)
		}),
		drawn("gradients", 16, func(n int) string {
			return many(n, `<linearGradient id="g%d"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="9" height="9" fill="url(#g%d)"/>`)
		}),
		drawn("stops of a gradient", 16, func(n int) string {
			return `<linearGradient id="g">` + each(n, "", func(i int) string {
				return fmt.Sprintf(`<stop offset="%f" stop-color="#%06x"/>`, float64(i)/float64(n), i*7)
			}) + `</linearGradient><rect width="90" height="9" fill="url(#g)"/>`
		}),
		drawn("gradients in a chain", 16, func(n int) string {
			return `<linearGradient id="g0"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>` + each(n, "", func(i int) string {
				return fmt.Sprintf(`<linearGradient id="g%d" href="#g%d"/>`, i+1, i)
			}) + fmt.Sprintf(`<rect width="9" height="9" fill="url(#g%d)"/>`, n)
		}),
		drawn("commands of a path", 166, func(n int) string { return `<path d="M0 0` + many(n, "L%d 1") + `"/>` }),
		drawn("arcs of a path", 83, func(n int) string {
			return `<path fill="none" stroke="red" d="M0 0` + many(n, "A5 5 0 0 1 %d 1") + `"/>`
		}),
		drawn("points of a line", 166, func(n int) string { return `<polyline fill="none" stroke="red" points="` + many(n, "%d,1 ") + `"/>` }),
		drawn("markers of a line", 33, func(n int) string {
			return `<marker id="m" markerWidth="4" markerHeight="4"><circle r="1"/></marker><polyline fill="none" stroke="red" marker-mid="url(#m)" points="` + many(n, "%d,1 ") + `"/>`
		}),
		drawn("rules of a stylesheet", 33, func(n int) string {
			return "<style>" + many(n, ".c%d{fill:red} ") + `</style><rect class="c1" width="2" height="2"/>`
		}),
		drawn("rules that all match", 16, func(n int) string {
			return "<style>" + many(n, "rect{fill:red} ") + `</style>` + strings.Repeat(`<rect width="2" height="2"/>`, 50)
		}),
		drawn("selectors of a rule", 33, func(n int) string {
			return "<style>" + each(n, ",", func(i int) string { return fmt.Sprintf(".c%d", i) }) + `{fill:red}</style><rect class="c1" width="2" height="2"/>`
		}),
		drawn("rules and elements", 16, func(n int) string {
			return "<style>" + many(n, ".c%d{fill:red} ") + `</style>` + many(n, `<rect class="c%d" width="2" height="2"/>`)
		}),
		drawn("classes of an element", 33, func(n int) string {
			return `<style>.c1{fill:red}</style><rect class="` + many(n, "c%d ") + `" width="2" height="2"/>`
		}),
		drawn("declarations", 33, func(n int) string {
			return `<rect style="` + strings.Repeat("fill:red;", n) + `" width="2" height="2"/>`
		}),
		drawn("clips", 16, func(n int) string {
			return many(n, `<clipPath id="c%d"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#c%d)"/>`)
		}),
		drawn("shapes of a clip", 16, func(n int) string {
			return `<clipPath id="c">` + many(n, `<rect x="%d" width="9" height="9"/>`) + `</clipPath><rect width="90" height="9" clip-path="url(#c)"/>`
		}).ending("svg-unsupported"),
		drawn("elements under one clip", 16, func(n int) string {
			return `<clipPath id="c"><rect width="90" height="90"/></clipPath><g clip-path="url(#c)">` + many(n, `<rect x="%d" width="9" height="9"/>`) + "</g>"
		}),
		drawn("clips nested", 4, func(n int) string {
			return `<clipPath id="c"><rect width="90" height="90"/></clipPath>` + strings.Repeat(`<g clip-path="url(#c)">`, n) + `<rect width="9" height="9"/>` + strings.Repeat("</g>", n)
		}),
		drawn("texts", 16, func(n int) string { return many(n, `<text x="50" y="%d">%s</text>`) }),
		drawn("words of a text", 33, func(n int) string { return `<text x="50" y="9">` + prose(n) + `</text>` }),
		drawn("spans of a text", 16, func(n int) string { return `<text x="50" y="9">` + many(n, "<tspan>%s </tspan>") + `</text>` }),
		drawn("positions of a text", 16, func(n int) string {
			return `<text y="9" x="` + many(n, "%d ") + `">` + strings.Repeat("abc", n) + `</text>`
		}).ending("svg-unsupported"),
		drawn("attributes", 33, func(n int) string { return `<rect width="9" height="9"` + many(n, ` data-a%d="x"`) + "/>" }),
		drawn("letters of an attribute", 666, func(n int) string { return `<rect width="9" height="9" id="` + strings.Repeat("a", n) + `"/>` }),
		drawn("elements that are unknown", 33, func(n int) string { return many(n, `<filter%d/>`) }).ending("svg-unsupported"),
		drawn("entities", 16, func(n int) string { return `<text x="50" y="9">` + strings.Repeat("&amp;", n) + `</text>` }),
		drawn("comments", 83, func(n int) string { return strings.Repeat("<!-- x -->", n) + `<rect width="9" height="9"/>` }),
	}
}
