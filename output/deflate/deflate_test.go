package deflate

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func unpacked(t interface{ Fatal(...any) }, packed []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// check packs a text and compares what comes back.
func check(t interface{ Fatal(...any) }, text []byte) []byte {
	packed := Best(text)
	if !bytes.Equal(unpacked(t, packed), text) {
		t.Fatal("something else comes back")
	}
	if plain := level9(text); len(packed) > len(plain) {
		t.Fatal("it is larger than at level 9")
	}
	return packed
}

func TestEveryTextComesBack(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	noise := make([]byte, 70_000)
	random.Read(noise)
	few := make([]byte, 50_000)
	for i := range few {
		few[i] = "ابت "[random.Intn(7)]
	}
	for name, text := range map[string][]byte{
		"empty": nil, "one": {7}, "two": {7, 7}, "run": bytes.Repeat([]byte{0}, 300_000), "all bytes": noise[:256],
		"noise": noise, "few": few, "far": append(append(bytes.Clone(noise[:farthest]), noise[:300]...), noise[1:400]...),
		"too far": append(append(bytes.Clone(noise[:farthest+1]), noise[:300]...), noise...),
		"periods": []byte(strings.Repeat(strings.Repeat("abcabd", 50)+strings.Repeat("x", 259), 40)),
	} {
		t.Run(name, func(t *testing.T) { check(t, text) })
	}
}

func TestRandomTextsComeBack(t *testing.T) {
	word := rapid.SliceOfN(rapid.Byte(), 0, 40)
	rapid.Check(t, func(t *rapid.T) {
		var text []byte
		words := rapid.SliceOfN(word, 1, 8).Draw(t, "words")
		for range rapid.IntRange(0, 60).Draw(t, "length") {
			text = append(text, rapid.SampledFrom(words).Draw(t, "word")...)
		}
		check(t, text)
	})
}

// Where texts are like those of a PDF a twentieth is won; the same text is the
// same bytes.
func TestSmallerThanLevelNine(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	var text bytes.Buffer
	words := strings.Fields("في من على إلى أنّ هذا التي كان المملكة العربية الدراسة النفط أسعار الطاقة سوق")
	for range 3000 {
		w := words[min(random.Intn(len(words)), random.Intn(len(words)))]
		text.WriteString(w + " " + strings.Repeat(w[:2], random.Intn(2)))
	}
	packed := check(t, text.Bytes())
	if plain := level9(text.Bytes()); len(packed)*100 > len(plain)*96 {
		t.Errorf("%d bytes became %d, and %d at level 9", text.Len(), len(packed), len(plain))
	}
	if !bytes.Equal(Best(text.Bytes()), packed) {
		t.Error("the same text is packed to other bytes")
	}
}

// A code has no word too many and none too few, and none that is too long.
func TestCodesAreComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		used := rapid.SliceOfN(rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 3), rapid.IntRange(0, 1<<20)), 2, litSymbols).Draw(t, "used")
		limit := 15
		if len(used) <= 19 {
			limit = 7
		}
		space := 0
		for symbol, l := range codeLengths(used, limit) {
			if int(l) > limit || l == 0 && used[symbol] > 0 {
				t.Fatalf("symbol %d, used %d times, has %d bits", symbol, used[symbol], l)
			}
			if l > 0 {
				space += 1 << (limit - int(l))
			}
		}
		if space != 1<<limit {
			t.Fatalf("a code of %d of %d", space, 1<<limit)
		}
	})
}

func FuzzBest(f *testing.F) {
	f.Add([]byte("abcabcabcabc"))
	f.Add(bytes.Repeat([]byte("0 0 1 rg\n"), 200))
	f.Fuzz(func(t *testing.T, text []byte) { check(t, text) })
}
