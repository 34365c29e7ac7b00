package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
)

// perStream is how many objects share one object stream: enough that they
// compress well, few enough that a reader need not unpack the whole file. The
// smallest file takes that on itself.
const (
	perStream         = 200
	perSmallestStream = 1000
)

// A place is where an object stands in the written file: at an offset, or in
// an object stream at an index (ISO 32000-1 §7.5.8.3, table 18).
type place struct {
	kind   byte // 0 free, 1 at an offset, 2 in an object stream
	at     int  // the offset, or the number of the object stream
	within int
}

// write lays out the file: a header, the streams in the order of their numbers,
// the other objects packed into object streams (ISO 32000-1 §7.5.7), and a
// cross-reference stream. The identifier in the trailer is a hash of all that
// stands before it, so that the same objects are the same bytes and other
// objects are another file (§14.4).
func (f *file) write(version string, c compression) []byte {
	most := perStream
	if c.smallest {
		most = perSmallestStream
	}
	var plain []int
	var loose []*[]byte
	for n := 1; n < len(f.objects); n++ {
		switch o := &f.objects[n]; {
		case o.isStream && o.loose:
			loose = append(loose, &o.stream)
		case o.isStream:
		case o.value != nil || o.code != nil:
			plain = append(plain, n)
		}
	}
	places := make([]place, len(f.objects))
	var packs []pack
	for chunk := range slices.Chunk(plain, most) {
		packs = append(packs, f.pack(chunk, len(places)+len(packs), places))
	}
	for i := range packs {
		loose = append(loose, &packs[i].stream)
	}
	c.deflate(loose)
	size := 1 << 12
	for _, o := range f.objects {
		size += len(o.stream) + 100
	}
	for _, p := range packs {
		size += len(p.stream) + 100
	}
	// The comment tells a transfer program that the file is binary (§7.5.2).
	b := append(make([]byte, 0, size), "%PDF-"+version+"\n%\xe2\xe3\xcf\xd3\n"...)
	for n := 1; n < len(f.objects); n++ {
		if o := &f.objects[n]; o.isStream {
			places[n] = place{kind: 1, at: len(b)}
			dict := o.bytes()
			if o.loose {
				dict = compressed(dict)
			}
			b = appendStream(b, n, dict, o.stream)
		}
	}
	for _, p := range packs {
		places = append(places, place{kind: 1, at: len(b)})
		b = appendStream(b, len(places)-1, p.dict, p.stream)
	}
	return f.appendCrossReference(b, places, c)
}

// A pack is an object stream.
type pack struct{ dict, stream []byte }

// pack makes an object stream of some objects, under a number, and notes their
// places in it.
func (f *file) pack(numbers []int, number int, places []place) pack {
	var index, body []byte
	for i, n := range numbers {
		index = fmt.Appendf(index, "%d %d ", n, len(body))
		places[n] = place{kind: 2, at: number, within: i}
		body = append(append(body, f.objects[n].bytes()...), '\n')
	}
	dict := fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d>>", len(numbers), len(index))
	return pack{compressed(dict), append(index, body...)}
}

// bytes returns the written form of the object's value.
func (o *object) bytes() []byte {
	if o.code != nil {
		return o.code
	}
	return appendObject(nil, o.value)
}

// appendStream writes a stream object; its length joins its dictionary.
func appendStream(b []byte, number int, dict, data []byte) []byte {
	b = strconv.AppendInt(b, int64(number), 10)
	b = append(b, " 0 obj\n"...)
	b = append(b, dict[:len(dict)-2]...)
	b = append(b, "/Length "...)
	b = strconv.AppendInt(b, int64(len(data)), 10)
	b = append(b, ">>\nstream\n"...)
	b = append(b, data...)
	return append(b, "\nendstream\nendobj\n"...)
}

// appendCrossReference writes the cross-reference stream, which is the trailer
// too, and the end of the file.
func (f *file) appendCrossReference(b []byte, places []place, c compression) []byte {
	sum := sha256.Sum256(b)
	id := hex.EncodeToString(sum[:16])
	start, number := len(b), len(places)
	places = append(places, place{kind: 1, at: start})
	// Free entries are a list by number that ends at 0 (§7.5.4).
	next := 0
	for n := len(places) - 1; n >= 0; n-- {
		if places[n].kind == 0 {
			places[n].at = next
			next = n
		}
	}
	table := make([]byte, 0, entrySize*len(places))
	for n, p := range places {
		within := p.within
		if p.kind == 0 && n == 0 {
			within = 0xffff
		}
		table = append(table, p.kind, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(within>>8), byte(within))
	}
	dict := fmt.Appendf(nil, "<</Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Root %d 0 R", len(places), entrySize, f.root)
	if f.info != 0 {
		dict = fmt.Appendf(dict, "/Info %d 0 R", f.info)
	}
	dict = fmt.Appendf(dict, "/ID[<%s><%s>]>>", id, id)
	table = differences(table, entrySize)
	c.deflate([]*[]byte{&table})
	b = appendStream(b, number, compressed(dict), table)
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}

// entrySize is the number of bytes of an entry of the cross-reference stream, as
// /W has it.
const entrySize = 1 + 4 + 2

// differences writes rows of bytes as what each byte is more than the one above
// it, behind the number of that filter (PNG's "up", ISO 32000-1 §7.4.4.4): offsets
// grow slowly, so that the table takes a sixth of the room.
func differences(rows []byte, size int) []byte {
	b := make([]byte, 0, len(rows)/size*(size+1))
	for i := range rows {
		if i%size == 0 {
			b = append(b, 2)
		}
		above := byte(0)
		if i >= size {
			above = rows[i-size]
		}
		b = append(b, rows[i]-above)
	}
	return b
}
