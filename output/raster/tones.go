package raster

import (
	"crypto/sha256"
	"image"
	"image/color"

	"golang.org/x/image/draw"

	"warraq/charts/memo"
	"warraq/input/brief"
	"warraq/output/page"
)

// toneCells is how many parts the longer side of a picture is told in: on a cover each
// is about as broad as a stroke of the title, whose ground it is.
const toneCells = 192

// A ToneMemo keeps tones by the sum of the picture's file, and how it is turned.
type ToneMemo = memo.Memo[ToneKey, *page.Tones]

// ToneKey is all that tones are made from.
type ToneKey struct {
	sum         [sha256.Size]byte
	format      string
	orientation int
}

// NewToneMemo returns a memo of at most so many bytes.
func NewToneMemo(limit int) *ToneMemo { return memo.New[ToneKey, *page.Tones](limit) }

// Tones returns how a picture looks in its parts, or nil where it cannot be unpacked,
// which is told where it is made ready to print. kept may be nil.
func Tones(p *brief.Picture, kept *ToneMemo) *page.Tones {
	key := ToneKey{sha256.Sum256(p.File.Data), p.Format, p.Orientation}
	if t, ok := kept.Get(key); ok {
		return t
	}
	m, err := decode(p)
	if err != nil {
		return nil
	}
	b := m.Bounds()
	longer := max(b.Dx(), b.Dy())
	part := func(n int) int { return max(1, min(n, n*toneCells/longer)) }
	m = upright(scale(m, part(b.Dx()), part(b.Dy())), p.Orientation)
	b = m.Bounds()
	// What shows through is paper.
	seen := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(seen, seen.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(seen, seen.Bounds(), m, b.Min, draw.Over)
	t := &page.Tones{Columns: b.Dx(), Rows: b.Dy(), Colors: make([]color.NRGBA, 0, b.Dx()*b.Dy())}
	for y := range t.Rows {
		for x := range t.Columns {
			t.Colors = append(t.Colors, seen.NRGBAAt(x, y))
		}
	}
	kept.Put(key, t, 4*len(t.Colors))
	return t
}
