package picture

import "bytes"

// isSVG reports whether a file looks like an SVG: its root, after whatever may
// stand before one, is called svg.
func isSVG(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 1<<16)], []byte("\xef\xbb\xbf"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<!DOCTYPE")):
			return bytes.HasPrefix(bytes.TrimLeft(head[len("<!DOCTYPE"):], " \t\r\n"), []byte("svg")) ||
				bytes.Contains(head, []byte("<svg"))
		case bytes.HasPrefix(head, []byte("<svg:svg")):
			return true
		default:
			rest, ok := bytes.CutPrefix(head, []byte("<svg"))
			return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n/>"), rest[0]) >= 0)
		}
		_, rest, ok := bytes.Cut(head, []byte(end))
		if !ok {
			return false
		}
		head = rest
	}
}
