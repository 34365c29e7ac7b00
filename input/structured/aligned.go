package structured

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// aligned finds where the characters of a scalar stand in the way it is written:
// with escapes (YAML 1.2 §5.7), or over several lines of which each end is a
// space (§6.5). The runs are as source.Mapped takes them, of bytes of raw. It is
// false where value is not what raw says.
func aligned(raw []byte, value string) (runs [][2]int, ok bool) {
	i, quote := 0, byte(0)
	switch raw[0] {
	case '"', '\'':
		i, quote = 1, raw[0]
	case '|', '>':
		i = bytes.IndexByte(raw, '\n') + 1
		for i < len(raw) && strings.IndexByte(" \t>", raw[i]) >= 0 {
			i++
		}
	}
	for j := 0; j < len(value); {
		if len(runs) == 0 || runs[len(runs)-1][1]+j-runs[len(runs)-1][0] != i {
			runs = append(runs, [2]int{j, i})
		}
		if n := lineEnd(raw[i:]); n > 0 {
			// All that stands for the end of a line stands there.
			spaces := len(value[j:]) - len(strings.TrimLeft(value[j:], " \n"))
			if spaces == 0 {
				return nil, false
			}
			i, j = i+n, j+spaces
			continue
		}
		_, size := utf8.DecodeRuneInString(value[j:])
		switch {
		case quote == '"' && i < len(raw) && raw[i] == '\\':
			if n := lineEnd(raw[min(i+1, len(raw)):]); n > 0 {
				i += 1 + n
				continue
			}
			char, length := escape(raw[i:])
			if char == "" || !strings.HasPrefix(value[j:], char) {
				return nil, false
			}
			i, j = i+length, j+len(char)
		case quote == '\'' && bytes.HasPrefix(raw[i:], []byte("''")) && value[j] == '\'':
			i, j = i+2, j+1
		case bytes.HasPrefix(raw[i:], []byte(value[j:j+size])):
			i, j = i+size, j+size
		case strings.Trim(value[j:], "\n") == "" && (i == len(raw) || lineEnd(raw[i:]) > 0):
			return runs, true // the ends of lines that a block scalar keeps
		default:
			return nil, false
		}
	}
	return runs, len(runs) > 0
}

// lineEnd returns the length of white space with the end of a line in it, and
// with the marks of quotations before the next line; 0 where there is none.
func lineEnd(raw []byte) int {
	ended := false
	for i, b := range raw {
		switch {
		case b == '\n':
			ended = true
		case b == ' ', b == '\t', b == '\r', ended && b == '>':
		case ended:
			return i
		default:
			return 0
		}
	}
	if ended {
		return len(raw)
	}
	return 0
}

// escape reads an escape of a double-quoted scalar: the character, and how long
// it is written. The character is "" where it is none.
func escape(raw []byte) (char string, length int) {
	if len(raw) < 2 {
		return "", 0
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[raw[1]]
	if digits > 0 {
		if len(raw) < 2+digits {
			return "", 0
		}
		code, err := strconv.ParseUint(string(raw[2:2+digits]), 16, 32)
		if err != nil {
			return "", 0
		}
		return string(rune(code)), 2 + digits
	}
	const names, chars = "0abtnvfre \"/\\N_LPt\t", "\x00\a\b\t\n\v\f\r\x1b \"/\\\u0085\u00a0\u2028\u2029\t\t"
	for at, r := range []rune(chars) {
		if names[at] == raw[1] {
			return string(r), 2
		}
	}
	return "", 0
}
