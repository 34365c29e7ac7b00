"""Draws variable.ttf and cff.otf, the small fonts of the tests, with fontTools."""
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

ORDER = [".notdef", "space", "x", "H"]
METRICS = {".notdef": (500, 0), "space": (250, 0), "x": (500, 50), "H": (700, 50)}


def box(pen, glyph):
    if glyph in ("x", "H"):
        top, right = (500, 450) if glyph == "x" else (700, 650)
        pen.moveTo((50, 0))
        pen.lineTo((50, top))
        pen.lineTo((right, top))
        pen.lineTo((right, 0))
        pen.closePath()


def builder(name, is_ttf):
    fb = FontBuilder(1000, isTTF=is_ttf)
    fb.setupGlyphOrder(ORDER)
    fb.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "") + "-Regular"})
    fb.setupCharacterMap({0x20: "space", 0x78: "x", 0x48: "H"})
    return fb


def finish(fb, path):
    fb.setupHorizontalMetrics(METRICS)
    fb.setupHorizontalHeader(ascent=800, descent=-200)
    fb.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, sxHeight=500, sCapHeight=700)
    fb.setupPost()
    fb.font["head"].created = fb.font["head"].modified = 0
    fb.font.recalcTimestamp = False
    fb.save(path)


fb = builder("Test Variable", True)
glyphs = {}
for g in ORDER:
    pen = TTGlyphPen(None)
    box(pen, g)
    glyphs[g] = pen.glyph()
fb.setupGlyf(glyphs)
fb.setupHorizontalMetrics(METRICS)
fb.setupFvar([("wght", 100, 400, 900, "Weight")], [])
fb.setupGvar({
    g: [TupleVariation({"wght": (0.0, 1.0, 1.0)}, [(0, 0), (0, 0), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)])]
    for g in ("x", "H")
})
finish(fb, "variable.ttf")

fb = builder("Test CFF", False)
strings = {}
for g in ORDER:
    pen = T2CharStringPen(METRICS[g][0], None)
    if g in ("x", "H"):
        pen.moveTo((50, 0))
        pen.curveTo((50, 300), (150, 500), (250, 500))
        pen.lineTo((450, 0))
        pen.closePath()
    strings[g] = pen.getCharString()
fb.setupCFF("TestCFF-Regular", {"FullName": "Test CFF"}, strings, {})
finish(fb, "cff.otf")
