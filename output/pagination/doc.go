// Package pagination says what stands on which page: it takes boxes one below
// another, as plain heights, and chooses all pages of a list together, the
// cheapest way through all places where a page may begin, as a paragraph is broken
// into lines (Knuth and Plass 1981; Plass 1981 for pages with floats). What is in
// a box is the caller's affair.
//
// [Pages] chooses the pages, and [Level] says which spaces of each widen so that
// pages that face each other end level. Lines of text stand on a grid that begins at
// the head of every page. Lengths are points.
package pagination
