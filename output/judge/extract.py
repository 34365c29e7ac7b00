"""extract.py ENGINE FILE.pdf...: the files' texts on standard output, a form feed after each page, a null after each file."""
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


for path in sys.argv[2:]:
    for text in {"pdfium": pdfium, "pymupdf": pymupdf}[sys.argv[1]](path):
        sys.stdout.buffer.write((text.replace("\0", "") + "\n\f").encode("utf-8", "replace"))
    sys.stdout.buffer.write(b"\0")
