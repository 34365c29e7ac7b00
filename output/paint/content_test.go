package paint_test

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"

	"warraq/output/paint"
)

// A shown string is one TJ of a page: what it says and where it stands.
type shown struct {
	font   string // the resource
	size   float64
	x, y   float64 // of the first tile, Y up
	codes  []uint16
	widths []float64 // of each code and the gap after it, in points
	mcid   int       // -1 in an artifact
	tag    string
	// reversed reports that it stands in /ReversedChars.
	reversed bool
}

// end is where the last tile ends.
func (s shown) end() float64 {
	x := s.x
	for _, w := range s.widths {
		x += w
	}
	return x
}

// reporter is a test of package testing or of rapid.
type reporter interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

var contents = regexp.MustCompile(`(?s)/Contents (\d+) 0 R`)

// streams returns the content stream of every page.
func streams(t reporter, pdf []byte) []string {
	t.Helper()
	var all []string
	for _, m := range contents.FindAllSubmatch(pdf, -1) {
		_, after, ok := bytes.Cut(pdf, []byte("\n"+string(m[1])+" 0 obj\n"))
		if !ok {
			t.Fatalf("no object %s", m[1])
		}
		_, after, _ = bytes.Cut(after, []byte("stream\n"))
		data, _, ok := bytes.Cut(after, []byte("\nendstream"))
		if !ok {
			t.Fatalf("object %s has no end", m[1])
		}
		all = append(all, string(data))
	}
	return all
}

// resources gives each font resource the font it names.
func resources(p *paint.Painted) map[string]*paint.Font {
	m := map[string]*paint.Font{}
	for i := range p.Fonts {
		m[p.Fonts[i].Resource] = &p.Fonts[i]
	}
	return m
}

// read runs a content stream, checks how its operators nest, and returns its
// strings.
func read(t reporter, stream string, fonts map[string]*paint.Font) []shown {
	t.Helper()
	var all []shown
	var operands []string
	var font string
	var size, x, y float64
	type state struct {
		font string
		size float64
	}
	var saved []state // by q
	var open []string // what is begun: q, BT, BDC, BMC
	tag, mcid := "", -1
	number := func(i int) float64 {
		v, err := strconv.ParseFloat(operands[len(operands)+i], 64)
		if err != nil {
			t.Fatalf("%q is no number", operands[len(operands)+i])
		}
		return v
	}
	begin := func(what string) { open = append(open, what) }
	end := func(what ...string) string {
		last := ""
		if len(open) > 0 {
			last = open[len(open)-1]
			open = open[:len(open)-1]
		}
		for _, w := range what {
			if w == last {
				return last
			}
		}
		t.Fatalf("%v ends while %q is open", what, last)
		return ""
	}
	for token := range tokens(t, stream) {
		switch token {
		case "q":
			begin(token)
			saved = append(saved, state{font, size})
		case "BT":
			begin(token)
		case "Q":
			end("q")
			last := saved[len(saved)-1]
			saved = saved[:len(saved)-1]
			font, size = last.font, last.size
		case "ET":
			end("BT")
		case "BDC":
			if tag != "" {
				t.Fatal("sequences nest")
			}
			for i := range operands {
				if strings.HasPrefix(operands[i], "<<") {
					tag, mcid = operands[i-1], -1
				}
			}
			if m := regexp.MustCompile(`/MCID (\d+)`).FindStringSubmatch(strings.Join(operands, " ")); m != nil {
				mcid, _ = strconv.Atoi(m[1])
			}
			begin(token)
		case "BMC":
			begin(operands[len(operands)-1])
		case "EMC":
			if end("BDC", "/ReversedChars") == "BDC" {
				tag, mcid = "", -1
			}
		case "Tf":
			font, size = strings.TrimPrefix(operands[len(operands)-2], "/"), number(-1)
		case "Tm":
			x, y = number(-2), number(-1)
		case "TJ":
			s := shown{font: font, size: size, x: x, y: y, tag: tag, mcid: mcid}
			s.reversed = len(open) > 0 && strings.Contains(strings.Join(open, ""), "/ReversedChars")
			f := fonts[font]
			if f == nil {
				t.Fatalf("no font %s", font)
			}
			for _, o := range operands {
				if o[0] != '(' {
					v, err := strconv.ParseFloat(o, 64)
					if err != nil {
						t.Fatalf("%q in an array of TJ", o)
					}
					s.widths[len(s.widths)-1] -= v * size / 1000
					continue
				}
				for b := []byte(o[1:]); len(b) > 1; b = b[2:] {
					code := uint16(b[0])<<8 | uint16(b[1])
					if code == 0 || int(code) > len(f.Widths) {
						t.Fatalf("code %04x has no width", code)
					}
					s.codes = append(s.codes, code)
					s.widths = append(s.widths, float64(f.Widths[code-1])*size/1000)
				}
			}
			all = append(all, s)
		default:
			operands = append(operands, token)
			continue
		}
		operands = operands[:0]
	}
	if len(open) > 0 {
		t.Fatalf("left open: %v", open)
	}
	return all
}

// tokens splits a content stream; a string is its bytes after a bracket.
func tokens(t reporter, s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			switch c := s[i]; {
			case c == ' ' || c == '\n' || c == '[' || c == ']':
				i++
			case c == '(':
				b := []byte{'('}
				for i++; s[i] != ')'; i++ {
					if s[i] == '\\' {
						i++
						if s[i] == 'r' {
							b = append(b, '\r')
							continue
						}
					}
					b = append(b, s[i])
				}
				i++
				if !yield(string(b)) {
					return
				}
			default:
				j := i
				for j < len(s) && !strings.ContainsRune(" \n[]()", rune(s[j])) {
					j++
				}
				word := s[i:j]
				i = j
				// Operators that this reader does not follow drop their operands.
				if !yield(word) {
					return
				}
			}
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.02 }
