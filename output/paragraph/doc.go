// Package paragraph turns styled text into lines: bidirectional order, shaped
// words, Knuth and Plass's choice of line breaks, and justification that an
// Arabic reader would call even.
//
// Lengths are points. It reads no files, and knows nothing of the document.
//
// One call sets one paragraph: [Set] takes a [Text], which is spans of one style
// each with a measure, and gives its lines from the first to the last, each on a
// baseline of its own at y = 0; where they stand on a page is the caller's. It
// answers in indexes: the span that an item shows, its order from 0, the bytes that
// a problem is about. What cannot be set well (a word wider than the measure, a
// loose line, a character that no face has) comes beside the lines as problems;
// there are lines all the same. An [Environment] holds the faces and the words that
// were shaped before, and serves one goroutine; with a [Memo] it keeps paragraphs as
// well, by all that they are made from.
//
// The steps stand in files of their own: join (spans to one text), shape (its
// words), letters, places and kashida (where and how far a word may be
// stretched), fit (which breaks are best), set and line (what stands where), memo
// (what is kept).
package paragraph
