package engine

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"strconv"

	"modernc.org/quickjs"
)

// codePath is where the file system of a release build holds the compiled
// library. The file is made by that build and is in no commit: see the folder's
// README.md.
const codePath = "bytecode/echarts.bytecode"

// Compiled returns what a release build is to carry as codePath: a line that says
// for what engine and machine it is, and the compiled library.
func Compiled() ([]byte, error) {
	source, err := librarySource()
	if err != nil {
		return nil, err
	}
	code, err := compile(readOnce(source))
	if err != nil {
		return nil, err
	}
	return append([]byte(codeLabel()), code...), nil
}

// codeLabel is the first line of what a build carries: the library and engine it
// was compiled from and for, and how the machine writes numbers. Processors that
// write them alike take the same code.
func codeLabel() string {
	order := "little-endian"
	if binary.NativeEndian.Uint16([]byte{0, 1}) == 1 {
		order = "big-endian"
	}
	return "echarts " + libraryVersion + " " + libraryHash + " quickjs " + quickjs.Version() + " " +
		strconv.Itoa(strconv.IntSize) + "-bit " + order + "\n"
}

// carriedCode returns the compiled library that the program carries, where it
// carries one for this engine and machine.
func carriedCode(files fs.FS) ([]byte, bool) {
	data, err := fs.ReadFile(files, codePath)
	if err != nil {
		return nil, false
	}
	return bytes.CutPrefix(data, []byte(codeLabel()))
}
