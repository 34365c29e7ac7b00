package picture

import "testing"

func TestIsSVG(t *testing.T) {
	for data, want := range map[string]bool{
		"<svg/>": true, "\xef\xbb\xbf <?xml version='1.0'?>\n<!-- a <b> -->\n<svg>": true, "<svg:svg xmlns:svg='x'>": true,
		"<!DOCTYPE svg PUBLIC 'x' 'y'><svg>": true, "<!DOCTYPE html><html>": false, "<svgx>": false, "<html><svg>": false, "": false, "<!--": false,
	} {
		if got := isSVG([]byte(data)); got != want {
			t.Errorf("%q: %v", data, got)
		}
	}
}
