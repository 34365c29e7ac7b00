// Package press makes press fonts: TrueType fonts that hold exactly what one
// document prints in one face, with one code for each character.
//
// A shaped cluster of n characters becomes n codes. One of them carries the
// whole ink of the cluster, all its glyphs at their GPOS offsets; the others
// carry none. The widths of the codes, called tiles, divide the cluster's
// advance; a mark's tile is zero wide. So whatever the shaper did, every code
// stands for one Unicode character and the tiles of a line stand side by side
// without overlap, which is what text extraction needs to put letters and words
// together again.
package press
