package brief

import "strings"

// Language is what a block of code is written in, as its fence says: the first
// word (```python), or the first class (```{.python}); without capitals.
func (b *CodeBlock) Language() string {
	info := strings.TrimLeft(b.Info, "{ \t.")
	if end := strings.IndexAny(info, " \t,{}:="); end >= 0 {
		if info[end] == '=' { // a key and no language
			return ""
		}
		info = info[:end]
	}
	return strings.ToLower(info)
}

// Title is what the fence calls a block of code: the value of title, caption,
// lst-cap, filename or file in it, or nothing.
func (b *CodeBlock) Title() string {
	for _, key := range [...]string{"title", "caption", "lst-cap", "filename", "file"} {
		if value, ok := valueOf(b.Info, key); ok {
			return value
		}
	}
	return ""
}

// valueOf finds a key with its value, in quotes or a word, in the words of a fence.
func valueOf(info, key string) (value string, ok bool) {
	for at := 0; ; {
		i := strings.Index(info[at:], key+"=")
		if i < 0 {
			return "", false
		}
		start := at + i
		at = start + len(key) + 1
		if start > 0 && !strings.ContainsRune(" \t,{", rune(info[start-1])) {
			continue
		}
		rest := info[at:]
		if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
			if end := strings.IndexByte(rest[1:], rest[0]); end >= 0 {
				return rest[1 : 1+end], true
			}
		}
		if end := strings.IndexAny(rest, " \t,}"); end >= 0 {
			rest = rest[:end]
		}
		return rest, rest != ""
	}
}
