// Package paint writes typeset pages through fpdf. It is the only importer of
// fpdf, and decides nothing: everything stands where the page says.
package paint
