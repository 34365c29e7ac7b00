package vector

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/scene"
)

var plex = Options{Ascent: 1.085, Descent: 0.415}

// Each SVG of testdata is drawn as the file of the same name says.
func TestConvert(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no SVG in testdata: %v", err)
	}
	g := goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".svg")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			o := plex
			o.Mirror = strings.HasPrefix(name, "mirror")
			s, err := Convert(string(text), o)
			if err != nil {
				g.Assert(t, name, []byte("error: "+err.Error()+"\n"))
				return
			}
			g.Assert(t, name, []byte(scene.Dump(s)))
		})
	}
}

func wrap(inner string) string {
	return `<svg width="100" height="50" xmlns="http://www.w3.org/2000/svg">` + inner + `</svg>`
}

func TestConvertRefusesByName(t *testing.T) {
	for inner, feature := range map[string]string{
		`<image href="https://example.org/a.png" width="5" height="5"/>`: "<image>",
		`<use href="#a"/>`:                                             "<use>",
		`<style>path{fill:red}</style>`:                                "<style>",
		`<script>1</script>`:                                           "<script>",
		`<foreignObject width="5" height="5"/>`:                        "<foreignObject>",
		`<path d="M0 0L1 1" filter="url(#f)"/>`:                        "filter",
		`<path d="M0 0L1 1" style="mix-blend-mode:multiply"/>`:         "mix-blend-mode",
		`<path d="M0 0L1 1" mask="url(#m)"/>`:                          "mask",
		`<path d="M0 0L1 1" stroke="url(#g)"/>`:                        "stroke url(#g)",
		`<path d="M0 0L9 0L9 9Z" fill="url(#missing)"/>`:               "fill url(#missing)",
		`<text>a<tspan>b</tspan></text>`:                               "<text> <tspan>",
		`<text stroke="#fff" stroke-width="2">a</text>`:                "<text stroke>",
		`<text text-anchor="inherit">a</text>`:                         "text-anchor: inherit",
		`<text transform="scale(-1 1)">a</text>`:                       "<text> mirrored",
		`<g opacity="0.5"><path d="M0 0L1 1"/></g>`:                    "<g opacity>",
		`<path d="M0 0L1 1" clip-path="url(#none)"/>`:                  "clip-path url(#none)",
		`<radialGradient id="r"/><path d="M0 0H9V9Z" fill="url(#r)"/>`: "<radialGradient>",
	} {
		_, err := Convert(wrap(inner), plex)
		var u *Unsupported
		if !errors.As(err, &u) {
			t.Errorf("%s: got %v, want it refused", inner, err)
			continue
		}
		found := false
		for _, f := range u.Features {
			found = found || f == feature
		}
		if !found {
			t.Errorf("%s: refused %q, want %q", inner, u.Features, feature)
		}
	}
}

func TestConvertRejectsWhatIsBroken(t *testing.T) {
	deep := strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100)
	for _, text := range []string{
		"", "not xml", "<html/>", "<svg", `<svg width="0" height="5"/>`, `<svg width="x" height="5"/>`, `<svg width="1e9" height="5"/>`,
		wrap(`<path d="L1 1"/>`), wrap(`<path d="M0 0 X1"/>`), wrap(`<path d="M0"/>`), wrap(`<path d="M0 0L1e400 0"/>`),
		wrap(`<path d="M0 0L99999999 0"/>`), wrap(`<polygon points="1 2 3"/>`), wrap(`<path d="M0 0L1 1" fill="bluish"/>`),
		wrap(`<path d="M0 0L1 1" transform="spin(3)"/>`), wrap(`<path d="M0 0L1 1" stroke-dasharray="-1 2" stroke="red"/>`),
		wrap(deep), `<svg width="5" height="5"/><svg width="5" height="5"/>`,
		`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg width="5" height="5"><text>&b;</text></svg>`,
		`<?php echo ?><svg width="5" height="5"/>`,
		`<svg width="5" height="5"><text>&undefined;</text></svg>`,
	} {
		if s, err := Convert(text, plex); err == nil {
			t.Errorf("%.80s: got a scene of %d items", text, len(s.Items))
		}
	}
}

func TestMirrorKeepsTextReadable(t *testing.T) {
	o := plex
	o.Mirror = true
	s, err := Convert(wrap(`<text x="10" y="20" text-anchor="start">نص</text><text transform="translate(30 20) rotate(-90)">b</text><path d="M0 0L10 10"/>`), o)
	if err != nil {
		t.Fatal(err)
	}
	first, second := s.Items[0].Text, s.Items[1].Text
	if first.X != 90 || first.Anchor != scene.Right || first.Rotation != 0 || !first.RTL {
		t.Errorf("got %+v", first)
	}
	if second.X != 70 || second.Rotation != 90 {
		t.Errorf("got %+v", second)
	}
	if p := s.Items[2].Path.Points; p[0].X != 100 || p[1].X != 90 {
		t.Errorf("got %v", p)
	}
}

// A point fill of a pattern covers its shape as evenly as its tile says.
func TestPatternCoversItsShape(t *testing.T) {
	text := wrap(`<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#000"/></pattern></defs>` +
		`<rect x="10" y="10" width="40" height="20" fill="url(#p)"/>`)
	s, err := Convert(text, plex)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 1 || s.Items[0].Path.Clip == nil {
		t.Fatalf("got %s", scene.Dump(s))
	}
	dots := 0
	for _, v := range s.Items[0].Path.Verbs {
		if v == scene.MoveTo {
			dots++
		}
	}
	// Tiles from 8 to 52 and from 8 to 32: 11 by 6, less those whose dot lies
	// outside.
	if dots < 50 || dots > 66 {
		t.Errorf("got %d dots", dots)
	}
}

func FuzzConvert(f *testing.F) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Convert(text, plex)
		if err != nil {
			return
		}
		for _, item := range s.Items {
			if (item.Path == nil) == (item.Text == nil) {
				t.Fatal("an item is a path or a text")
			}
			if item.Path == nil {
				continue
			}
			need := 0
			for _, v := range item.Path.Verbs {
				switch v {
				case scene.MoveTo, scene.LineTo:
					need++
				case scene.CurveTo:
					need += 3
				}
			}
			if need != len(item.Path.Points) {
				t.Fatalf("%d points for %d", len(item.Path.Points), need)
			}
			for _, p := range item.Path.Points {
				if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
					t.Fatal("a point that is no place")
				}
			}
		}
	})
}
