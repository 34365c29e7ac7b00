// Package press makes press fonts: TrueType fonts that hold exactly what one
// document prints in one face, with one code for each character.
//
// A shaped cluster of n characters becomes n codes. One of them carries the
// whole ink of the cluster, all its glyphs at their GPOS offsets; the others
// carry none. The widths of the codes, called tiles, divide the cluster's
// advance; a mark's tile is zero wide. So whatever the shaper did, every code
// stands for one Unicode character and the tiles of a line stand side by side
// without overlap, which is what text extraction needs to put letters and words
// together again. (A code of two characters comes back reversed from poppler,
// pdfium and pdf.js; one glyph a code loses a fifth of all words with marks.)
//
// The codes of a right-to-left cluster stand in visual order, left to right.
// Which of them carries the ink makes no difference to any reader: it is the
// leftmost with a tile of its own, since marks with ink would double the
// drawings. Characters that draw nothing and mean nothing alone, such as joiners
// and directional marks, get no code.
//
// Tiles are whole 1/1000 em, the unit of /W in a PDF, so hmtx and /W agree.
// A code is the number of its glyph, in the order of the document, so that a PDF
// needs no table between them and a change moves no earlier code. Outlines are
// flattened from composites, cubic curves turned into quadratic ones; a drawing
// that several codes carry, on tiles of different widths, stands once, and the
// others are composites of it. The font has no instructions, as it has no grid to
// fit to, and none of the tables that no PDF reads.
package press
