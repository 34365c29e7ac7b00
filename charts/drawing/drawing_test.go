package drawing

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/scene"
	"warraq/input/picture"
	"warraq/input/problem"
	"warraq/input/source"
)

func read(svg string) (*scene.Scene, problem.List) {
	return Read(&source.File{Name: "a.svg", Data: []byte(svg)}, source.Span{})
}

// said lists problems, each with its line.
func said(list problem.List) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%d: %v: %s [%s]\n", p.Span.Position().Line, p.Severity, p.Message.In(problem.English, p.Args...), p.Code)
	}
	return b.String()
}

// Each SVG of testdata is drawn, or refused, as the file of the same name says.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no SVG in testdata: %v", err)
	}
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".svg")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if p, _ := picture.Read(&source.File{Name: "a.svg", Data: data}, source.Span{}, picture.Limits{}); p == nil || !p.Drawn() {
				t.Error("not taken for an SVG")
			}
			s, problems := read(string(data))
			problems.Sort()
			got := said(problems)
			if (s == nil) != problems.HasErrors() {
				t.Error("a scene beside an error, or neither")
			}
			if s != nil {
				got += scene.Dump(s)
			}
			g.Assert(t, name, []byte(got))
		})
	}
}

// What would grow or never end is refused before it does.
func TestHostileFilesAreRefused(t *testing.T) {
	var uses, gradients strings.Builder
	uses.WriteString(`<g id="u0"><path d="M0 0H9V9Z"/></g>`)
	for i := range 40 {
		fmt.Fprintf(&uses, `<g id="u%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#u%d"/>`, i), 10))
	}
	for i := range 50 {
		fmt.Fprintf(&gradients, `<linearGradient id="g%d" href="#g%d"/>`, i, (i+1)%50)
	}
	wide := strings.Repeat("L1 1", 1_100_000)
	for name, c := range map[string]struct{ inner, code string }{
		"nesting":         {strings.Repeat("<g>", 1_000_000), "svg-too-deep"},
		"uses":            {uses.String() + `<use href="#u9"/>`, "svg-too-complex"},
		"cyclic use":      {`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`, "svg-unsupported"},
		"cyclic clip":     {`<clipPath id="c" clip-path="url(#c)"><path d="M0 0H1V1"/></clipPath><path d="M0 0H9V9Z" clip-path="url(#c)"/>`, "svg-unsupported"},
		"clip by itself":  {`<clipPath id="c"><path id="q" d="M0 0H1V1" clip-path="url(#c)"/></clipPath><path d="M0 0H9V9Z" clip-path="url(#c)"/>`, "svg-unsupported"},
		"cyclic marker":   {`<marker id="m"><path d="M0 0H9" marker-end="url(#m)"/></marker><path d="M0 0H9" marker-end="url(#m)"/>`, "svg-unsupported"},
		"markers":         {`<marker id="m"><path d="M0 0H9"/></marker><path d="M0 0` + wide[:800_000] + `" marker="url(#m)"/>`, "svg-too-complex"},
		"use of a parent": {`<g id="a"><path d="M0 0H9"/><use href="#a"/></g>`, "svg-unsupported"},
		"cyclic gradient": {gradients.String() + `<path d="M0 0H9V9Z" fill="url(#g0)" stroke="url(#g0)"/>`, "svg-unsupported"},
		"points":          {`<path d="M0 0` + wide + `"/>`, "svg-too-complex"},
		"clips":           {`<clipPath id="c"><path d="M0 0` + wide[:400_000] + `"/></clipPath><g clip-path="url(#c)">` + strings.Repeat(`<path d="M0 0H200V9Z"/>`, 1000) + `</g>`, "svg-too-complex"},
		"elements":        {strings.Repeat(`<g/>`, 150_000), "svg-too-complex"},
		"far":             {`<path d="M0 0H1e30" stroke="red" transform="scale(1e30)"/>`, "svg-value"},
		"rules tried":     {"<style>" + strings.Repeat("path{fill:red}", 3000) + "</style>" + strings.Repeat("<path d='M0 0H9V9Z'/>", 3000), "svg-too-complex"},
		"long rules":      {"<style>path{" + strings.Repeat("fill:red;", 20000) + "}</style>" + strings.Repeat("<path d='M0 0H9V9Z'/>", 3000), "svg-too-complex"},
		"rules":           {"<style>" + strings.Repeat("a{fill:red}", 6000) + "</style>", "svg-too-complex"},
		"no numbers":      {`<path d="M0 0H1e999"/>`, "svg-value"},
		"numbers":         {`<rect width="1e308" height="1e308"/>`, "svg-value"},
	} {
		t.Run(name, func(t *testing.T) {
			s, problems := read(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">` + c.inner + `</svg>`)
			if s != nil || !strings.Contains(said(problems), "["+c.code+"]") {
				t.Errorf("got %v, %.300s", s != nil, said(problems))
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, svg string) {
		s, problems := read(svg)
		if (s == nil) != problems.HasErrors() {
			t.Fatal("a scene beside an error, or neither")
		}
		if s == nil {
			return
		}
		for _, item := range s.Items {
			switch {
			case (item.Path == nil) == (item.Text == nil):
				t.Fatal("an item is a path or a text")
			case item.Text != nil:
				if x := item.Text; !(x.Size > 0) || math.IsNaN(x.X+x.Y+x.Rotation) || x.Value == "" {
					t.Fatalf("text %+v", x)
				}
				continue
			}
			for p := item.Path; p != nil; p = p.Clip {
				need := 0
				for _, v := range p.Verbs {
					switch v {
					case scene.MoveTo, scene.LineTo:
						need++
					case scene.CurveTo:
						need += 3
					}
				}
				if need != len(p.Points) {
					t.Fatalf("%d points for %d", len(p.Points), need)
				}
				for _, q := range p.Points {
					if math.IsNaN(q.X+q.Y) || math.IsInf(q.X+q.Y, 0) {
						t.Fatal("a point that is no place")
					}
				}
			}
			if g := item.Path.Gradient; g != nil {
				last := 0.0
				for _, stop := range g.Stops {
					if !(stop.Offset >= last && stop.Offset <= 1) || stop.Color.A != g.Stops[0].Color.A {
						t.Fatalf("stops %v", g.Stops)
					}
					last = stop.Offset
				}
				if len(g.Stops) < 2 {
					t.Fatal("a gradient of one colour")
				}
			}
		}
	})
}
