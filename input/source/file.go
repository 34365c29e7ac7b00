package source

import "bytes"

// NewFile returns a file of that name as it was read. Where its lines end in a
// carriage return alone, as old Macintosh programs and spreadsheets end them,
// Data has them end in a line feed: so lines are counted once for all readers,
// and every byte keeps its place.
func NewFile(name string, stored []byte) *File {
	f := &File{Name: name, Data: stored}
	if bytes.IndexByte(stored, '\r') >= 0 && bytes.IndexByte(stored, '\n') < 0 && bytes.IndexByte(stored, 0) < 0 {
		f.Data, f.stored = bytes.ReplaceAll(stored, []byte{'\r'}, []byte{'\n'}), stored
	}
	return f
}

// Decoded returns the file with its text in UTF-8, in which its places are from now on.
func (f *File) Decoded(text []byte) *File {
	own := NewFile(f.Name, text)
	own.stored = f.Stored()
	return own
}

// Stored returns the file byte for byte as it is kept.
func (f *File) Stored() []byte {
	if f.stored != nil {
		return f.stored
	}
	return f.Data
}
