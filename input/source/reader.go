package source

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"
)

// Limits bound what one brief may read. A zero field takes its default.
type Limits struct {
	// Brief, Data, References and Picture are the largest sizes of one file of
	// that sort, in bytes. Defaults: 16 MiB, 64 MiB, 16 MiB, 64 MiB.
	Brief, Data, References, Picture int64
	// Total is the largest sum of all files, in bytes. Default: 512 MiB.
	Total int64
	// Depth is how deeply quotations, lists, notes and values may nest.
	// Default: 64.
	Depth int
	// Nodes is how many nodes the document tree may have. Default: 400,000.
	Nodes int
}

// WithDefaults returns the limits with every zero field at its default.
func (l Limits) WithDefaults() Limits {
	const mebibyte = 1 << 20
	return Limits{
		Brief:      cmp.Or(l.Brief, 16*mebibyte),
		Data:       cmp.Or(l.Data, 64*mebibyte),
		References: cmp.Or(l.References, 16*mebibyte),
		Picture:    cmp.Or(l.Picture, 64*mebibyte),
		Total:      cmp.Or(l.Total, 512*mebibyte),
		Depth:      cmp.Or(l.Depth, 64),
		Nodes:      cmp.Or(l.Nodes, 400_000),
	}
}

// The reasons why an author's path is refused. Any other error of a [Reader] is
// a failing machine.
var (
	ErrMissing  = errors.New("no such file")
	ErrOutside  = errors.New("outside the folder")
	ErrRemote   = errors.New("an address, not a file")
	ErrNotFile  = errors.New("not a regular file")
	ErrTooLarge = errors.New("too large")
)

// A Reader reads the files a brief names, each once, and remembers them. It
// never reads outside its root. It is not safe for concurrent use.
type Reader struct {
	root   fs.FS
	folder string
	total  int64
	files  map[string]*File
}

// NewReader returns a reader for a brief whose slash path inside root is name.
// The root must itself refuse links that lead outside, as [os.Root] does.
func NewReader(root fs.FS, name string, total int64) *Reader {
	return &Reader{root: root, folder: path.Dir(path.Clean(name)), total: total, files: map[string]*File{}}
}

// Add records a file that came from elsewhere, such as standard input.
func (r *Reader) Add(f *File) { r.files[f.Name] = f }

// resolve returns the path inside the root of a path as the author wrote it, relative to
// a folder.
func resolve(folder, name string) (string, error) {
	if strings.Contains(name, "://") {
		return "", ErrRemote
	}
	drive := len(name) > 1 && name[1] == ':'
	if path.IsAbs(name) || drive || strings.HasPrefix(name, `\`) {
		return "", ErrOutside
	}
	full := path.Join(folder, name)
	if full == ".." || strings.HasPrefix(full, "../") {
		return "", ErrOutside
	}
	if full == "." || !fs.ValidPath(full) || strings.ContainsRune(full, 0) {
		return "", ErrMissing
	}
	return full, nil
}

// Folders returns the brief's folder and those around it up to the root, relative to the
// brief's folder: "", "../", "../../".
func (r *Reader) Folders() []string {
	folders := []string{""}
	if r.folder == "." {
		return folders
	}
	for i := range strings.Count(r.folder, "/") + 1 {
		folders = append(folders, strings.Repeat("../", i+1))
	}
	return folders
}

// Read returns the file of that name, relative to the brief's folder, of at
// most limit bytes.
func (r *Reader) Read(name string, limit int64) (*File, error) {
	return r.readIn(r.folder, name, limit)
}

// ReadBeside returns the file of that name, relative to the folder of the file that
// names it, or where none is there to the brief's folder, of at most limit bytes.
func (r *Reader) ReadBeside(by *File, name string, limit int64) (*File, error) {
	folder := r.folder
	if by != nil {
		folder = path.Dir(by.Name)
	}
	f, err := r.readIn(folder, name, limit)
	if folder == r.folder || !isAbsent(err) {
		return f, err
	}
	if f, other := r.readIn(r.folder, name, limit); !isAbsent(other) {
		return f, other
	}
	return nil, err
}

func isAbsent(err error) bool { return errors.Is(err, ErrMissing) || errors.Is(err, ErrOutside) }

func (r *Reader) readIn(folder, name string, limit int64) (*File, error) {
	full, err := resolve(folder, name)
	if err != nil {
		return nil, err
	}
	if f, ok := r.files[full]; ok {
		if int64(len(f.Data)) > limit {
			return nil, ErrTooLarge
		}
		return f, nil
	}
	limit = min(limit, r.total)
	data, err := read(r.root, full, limit)
	if err != nil {
		return nil, reason(err)
	}
	r.total -= int64(len(data))
	f := NewFile(full, data)
	r.files[full] = f
	return f, nil
}

// Files returns all files read, the first by name and then the others in the
// order of their names.
func (r *Reader) Files(first *File) []*File {
	files := make([]*File, 0, len(r.files))
	for _, f := range r.files {
		if f != first {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b *File) int { return cmp.Compare(a.Name, b.Name) })
	if first == nil {
		return files
	}
	return slices.Insert(files, 0, first)
}

func read(root fs.FS, name string, limit int64) ([]byte, error) {
	// Looked at before it is opened: opening a named pipe would wait for ever.
	info, err := fs.Stat(root, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotFile
	}
	if info.Size() > limit {
		return nil, ErrTooLarge
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, 0, info.Size()+1)
	// The file may grow between the look and the reading.
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > limit {
			return nil, ErrTooLarge
		}
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, len(data)+1)
		}
	}
}

// reason tells an author's mistake from a failing machine.
func reason(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		return ErrMissing
	case strings.Contains(err.Error(), "path escapes from parent"):
		// What os.Root answers for a link that leads outside; it exports no
		// value to compare with.
		return ErrOutside
	case strings.Contains(err.Error(), "not a directory"), strings.Contains(err.Error(), "name too long"):
		return ErrMissing
	case errors.Is(err, syscall.ELOOP):
		return ErrNotFile // a link that leads in a circle
	}
	return err
}
