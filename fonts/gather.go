package fonts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
)

// gather turns the shaped buffer into clusters in visual order. text is the
// word; the buffer's cluster values number its characters from 0.
func gather(b *harfbuzz.Buffer, item Item, text string) []Cluster {
	if len(b.Info) == 0 { // all characters are ignorable
		return []Cluster{{Text: text}}
	}
	first, _ := utf8.DecodeRuneInString(text)
	blank := isSpace(first)
	glyphs := make([]Glyph, 0, len(b.Info))
	clusters := make([]Cluster, 0, len(b.Info))
	for i := 0; i < len(b.Info); {
		c := Cluster{Start: b.Info[i].Cluster}
		mark := len(glyphs)
		for ; i < len(b.Info) && b.Info[i].Cluster == c.Start; i++ {
			info, pos := &b.Info[i], &b.Pos[i]
			if info.Glyph != 0 && !blank { // glyph 0 is the box of a missing character
				glyphs = append(glyphs, Glyph{uint32(info.Glyph), c.Advance + pos.XOffset, pos.YOffset})
			}
			c.Advance += pos.XAdvance
			c.Tatweel = c.Tatweel || info.Mask&harfbuzz.GlyphSafeToInsertTatweel != 0 && item.Face.Tatweel > 0
		}
		if len(glyphs) > mark {
			c.Glyphs = glyphs[mark:len(glyphs):len(glyphs)]
		}
		clusters = append(clusters, c)
	}
	raise(clusters)
	if item.RTL() {
		slices.Reverse(clusters)
	}
	divide(clusters, text)
	if strings.ContainsFunc(text, isIgnorable) {
		clusters = partIgnorables(clusters)
	}
	if item.RTL() {
		slices.Reverse(clusters)
	}
	return clusters
}

// divide gives each of the clusters, in logical order, its piece of the text.
func divide(clusters []Cluster, text string) {
	clusters[0].Start = 0
	for i := range clusters {
		if i+1 == len(clusters) {
			clusters[i].Text = text
			return
		}
		end := 0
		for range clusters[i+1].Start - clusters[i].Start {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		clusters[i].Text, text = text[:end], text[end:]
	}
}

// raise sees to it that no advance is negative: what one lacks, the cluster to
// its right gives, and all ink stays where it was.
func raise(clusters []Cluster) {
	lack := int32(0)
	for i := range clusters {
		c := &clusters[i]
		if lack < 0 {
			c.Advance += lack
			for j := range c.Glyphs {
				c.Glyphs[j].X += lack
			}
			lack = 0
		}
		if c.Advance < 0 {
			lack, c.Advance = c.Advance, 0
		}
	}
}

// partIgnorables gives the undrawn characters at the edges of clusters, in
// logical order, clusters of their own.
func partIgnorables(clusters []Cluster) []Cluster {
	var parted []Cluster
	for _, c := range clusters {
		drawn := strings.TrimLeftFunc(c.Text, isIgnorable)
		head := c.Text[:len(c.Text)-len(drawn)]
		drawn = strings.TrimRightFunc(drawn, isIgnorable)
		tail := c.Text[len(head)+len(drawn):]
		if drawn == "" {
			parted = append(parted, c)
			continue
		}
		start := c.Start
		if head != "" {
			parted = append(parted, Cluster{Text: head, Start: start})
			start += utf8.RuneCountInString(head)
		}
		c.Text, c.Start = drawn, start
		parted = append(parted, c)
		if tail != "" {
			parted = append(parted, Cluster{Text: tail, Start: start + utf8.RuneCountInString(drawn)})
		}
	}
	return parted
}
