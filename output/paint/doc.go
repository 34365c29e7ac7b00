// Package paint writes typeset pages through fpdf. It is the only importer of
// fpdf, and decides nothing that shows: everything stands where the page says.
//
// What it does decide is how text is found again: by people who copy and search
// it, by programs that extract it, and by those who hear it read. Four readers
// were followed, in their sources and by measuring each choice on an article of
// 1,900 words: poppler (Evince, Okular), pdfium (Chrome), pdf.js (Firefox) and
// MuPDF (PyMuPDF). What they do, and what is done for them:
//
// Order. All want a line painted from left to right as it looks. None wants
// /ActualText, which brings words back reversed. Texts that stand on one line
// are painted from left to right even where they are cells or list markers that
// are read from right to left: pdf.js sees a space in a gap, but not in a step
// back. Structure keeps the reading order, by [Mark.Order].
//
// Spaces. A space is one code as wide as the space, with what justification
// adds. Gaps inside of words are none: every tile touches the next. Poppler
// takes a gap of 0.1 em for a space, pdf.js one of 0.102 em.
//
// Marks after a space. Reading leftwards the code after a space can be a mark, at
// the end of a word such as كتابٌ. pdf.js gives marks no width and measures no
// gap before them: it finds the space, then the mark, and then once more the gap
// of the space before the letter. So such a space gets a tile that is below what
// pdf.js takes for a gap, and the rest of its width goes to the letter on its
// left and, since MuPDF measures the gap between mark and letter, up to
// 0.13 em to the mark's own tile. That finds 12 of 100 words again. At the left
// end of a line pdf.js and MuPDF both take a mark to be the end of the line
// above; a space that hangs before it helps MuPDF.
//
// Line ends. The space at which a line ended is painted, outside of the
// measure: those who read by the structure get no other sign of it.
//
// Two directions. MuPDF and, from one marked-content sequence to the next,
// pdf.js turn each run of one direction into reading order where it stands, so
// that the far ends of two runs come together: «كسنة 2025» needs the space on
// the number's left to go with neither. MuPDF takes a space for left-to-right at
// the beginning of a text object, and for the direction of the letter before it
// inside one. So a right-to-left text is cut at the space next to one of the
// other direction. Poppler moves the space and any comma on a number's left to
// its right, and no arrangement of codes keeps it from that: about two words are
// lost for each number or Latin word in an Arabic line. A directional mark would
// help, but would stand in everyone's text.
//
// Sequences. Each run of one direction is a marked-content sequence of its own,
// in /ReversedChars where it runs right to left: so the structure gives the words
// of every line in reading order (ISO 32000-1 §14.8.2.3). Painting whole lines as
// one sequence would give pdf.js whole lines to put in order: 100 % of words and
// word pairs without marks, against 99.6 % of words and 96.3 % of pairs; but
// nobody who reads by the structure could put them right.
//
// Marks of notes. A raised mark that touches its word gets a narrow space, taken
// from the tile on its left.
//
// Words of the example report found, in percent with vowel marks / without, in the
// bundled faces:
//
//	                      poppler      pdfium       pdf.js       PyMuPDF 2.0
//	Amiri                 100 / 100    99.8 / 100   98.2 / 99.8  98.5 / 99.9
//	Scheherazade New      100 / 100    99.8 / 100   97.7 / 99.6  98.6 / 99.9
//	IBM Plex Sans Arabic  100 / 100    99.8 / 100   97.9 / 99.6  98.5 / 99.9
//
// Of neighbours in a line without marks poppler finds 98.8, pdfium 98.6, pdf.js 91.9
// and MuPDF 92.5: the last two turn each sequence where it stands.
//
// What pdfium still loses are words whose last mark stands before a comma, full
// stop or colon: it takes both for weak and leaves them in visual order. Two Latin words
// in an Arabic line it gives in the order «Bank World», since each space begins a new
// segment for it and it turns the segments of a line round: no code for a space is of
// the class of letters.
package paint
