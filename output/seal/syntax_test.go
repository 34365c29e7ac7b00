package seal

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"pgregory.net/rapid"
)

// parsed reads a written value back by pdfcpu.
func parsed(t rapid.TB, written []byte) types.Object {
	line := string(written) + " "
	o, err := model.ParseObject(&line)
	if err != nil {
		t.Fatalf("%s: %v", written, err)
	}
	return o
}

func bytesOf(t rapid.TB, o types.Object) string {
	switch v := o.(type) {
	case types.StringLiteral:
		b, err := types.Unescape(v.Value())
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	case types.HexLiteral:
		b, err := v.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	t.Fatalf("no string: %T", o)
	return ""
}

func TestTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(rapid.String().Draw(t, "text"), "")
		raw := bytesOf(t, parsed(t, appendText(nil, s)))
		if raw != textBytes(s) {
			t.Fatalf("%q is written as %q, and named %q", s, raw, textBytes(s))
		}
		if strings.HasPrefix(raw, "\xfe\xff") {
			var units []uint16
			for i := 2; i < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			raw = string(utf16.Decode(units))
		}
		if raw != s {
			t.Fatalf("%q came back as %q", s, raw)
		}
	})
}

func TestBytesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		if got := bytesOf(t, parsed(t, appendBytes(nil, s))); got != s {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

func TestNamesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[!-~ م]{1,20}`).Draw(t, "name")
		n, ok := parsed(t, appendName(nil, s)).(types.Name)
		if !ok || n.Value() != s {
			t.Fatalf("%q came back as %q", s, n)
		}
	})
}

func TestNumbersComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-20000, 20000).Draw(t, "number")
		var got float64
		switch v := parsed(t, appendNumber(nil, f)).(type) {
		case types.Integer:
			got = float64(v)
		case types.Float:
			got = v.Value()
		}
		if math.Abs(got-f) > 0.00051 {
			t.Fatalf("%v came back as %v", f, got)
		}
	})
}

// TestLongText keeps a text string within what PDF/A allows.
func TestLongText(t *testing.T) {
	for _, s := range []string{strings.Repeat("نص ", 20000), strings.Repeat("a", 70000), strings.Repeat("😀", 20000)} {
		raw := bytesOf(t, parsed(t, appendText(nil, s)))
		if len(raw) > 32767 {
			t.Errorf("%d bytes", len(raw))
		}
		if !strings.HasSuffix(raw, "\x20\x26") || !utf8.ValidString(s) {
			t.Errorf("what was cut does not show: %q", raw[len(raw)-8:])
		}
	}
}

// TestProfile reads the profile back: its white is D50, and its curve is that
// of sRGB.
func TestProfile(t *testing.T) {
	p := profile()
	if n := binary.BigEndian.Uint32(p); int(n) != len(p) {
		t.Fatalf("the profile says %d bytes and has %d", n, len(p))
	}
	tag := func(name string) []byte {
		for i := range binary.BigEndian.Uint32(p[128:]) {
			e := p[132+12*i:]
			if string(e[:4]) == name {
				at, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
				return p[at : at+size]
			}
		}
		t.Fatalf("no tag %s", name)
		return nil
	}
	number := func(b []byte, i int) float64 {
		return float64(int32(binary.BigEndian.Uint32(b[4*i:]))) / 65536
	}
	for i, want := range []float64{0.9642, 1, 0.8249} {
		sum := number(tag("rXYZ"), 2+i) + number(tag("gXYZ"), 2+i) + number(tag("bXYZ"), 2+i)
		if math.Abs(sum-want) > 0.0005 {
			t.Errorf("white is %v, not %v", sum, want)
		}
	}
	curve := tag("gTRC")
	g, a, b, c, d := number(curve, 3), number(curve, 4), number(curve, 5), number(curve, 6), number(curve, 7)
	for x := 0.0; x <= 1; x += 1.0 / 64 {
		want := x / 12.92
		if x > 0.04045 {
			want = math.Pow((x+0.055)/1.055, 2.4)
		}
		got := c * x
		if x >= d {
			got = math.Pow(a*x+b, g)
		}
		if math.Abs(got-want) > 0.0002 {
			t.Errorf("the curve at %v is %v, not %v", x, got, want)
		}
	}
}
