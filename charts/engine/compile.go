package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"modernc.org/libc"
	"modernc.org/libquickjs"
)

// compile returns a script as code that every engine of this version runs. It is
// without the text of its functions: the code would hold that of each, with all
// that stand within it, and be three times as large, for none but a script that
// prints a function. What an error says stays the same.
//
// The script engine's own package leaves the text in, so that its C interface is
// called here.
func compile(source []byte) ([]byte, error) {
	tls := libc.NewTLS()
	defer tls.Close()
	runtime := libquickjs.XJS_NewRuntime(tls)
	if runtime == 0 {
		return nil, errNoMemory
	}
	defer libquickjs.XJS_FreeRuntime(tls, runtime)
	libquickjs.XJS_SetGCThreshold(tls, runtime, gcThreshold)
	libquickjs.XJS_SetStripInfo(tls, runtime, libquickjs.MJS_STRIP_SOURCE)
	context := libquickjs.XJS_NewContext(tls, runtime)
	if context == 0 {
		return nil, errNoMemory
	}
	defer libquickjs.XJS_FreeContext(tls, context)
	script, err := libc.CString(string(source))
	if err != nil {
		return nil, errNoMemory
	}
	defer libc.Xfree(tls, script)
	name, err := libc.CString("<eval>")
	if err != nil {
		return nil, errNoMemory
	}
	defer libc.Xfree(tls, name)
	function := libquickjs.XJS_Eval(tls, context, script, libquickjs.Tsize_t(len(source)), name,
		libquickjs.MJS_EVAL_TYPE_GLOBAL|libquickjs.MJS_EVAL_FLAG_COMPILE_ONLY)
	if libquickjs.XJS_HasException(tls, context) != 0 {
		return nil, errors.New("script engine: the script cannot be compiled")
	}
	defer libquickjs.XFreeValue(tls, context, function)
	var length libquickjs.Tsize_t
	at := tls.Alloc(binary.Size(length))
	defer tls.Free(binary.Size(length))
	code := libquickjs.XJS_WriteObject(tls, context, at, function, libquickjs.MJS_WRITE_OBJ_BYTECODE)
	if code == 0 {
		return nil, errNoMemory
	}
	defer libquickjs.Xjs_free(tls, context, code)
	if _, err := binary.Decode(libc.GoBytes(at, binary.Size(length)), binary.NativeEndian, &length); err != nil {
		return nil, fmt.Errorf("script engine: length of compiled code: %w", err)
	}
	return bytes.Clone(libc.GoBytes(code, int(length))), nil
}

var errNoMemory = errors.New("script engine: out of memory")
