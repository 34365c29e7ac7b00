"""extract.py ENGINE FILE.pdf: the file's text on standard output, a form feed after each page."""
import sys


def pdfium(path):
    import pypdfium2
    document = pypdfium2.PdfDocument(path)
    for page in document:
        yield page.get_textpage().get_text_range()


def pymupdf(path):
    import pymupdf
    with pymupdf.open(path) as document:
        for page in document:
            yield page.get_text()


engine, path = sys.argv[1:]
for text in {"pdfium": pdfium, "pymupdf": pymupdf}[engine](path):
    sys.stdout.buffer.write((text + "\n\f").encode("utf-8", "replace"))
