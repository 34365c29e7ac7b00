"""Makes the bundled faces that are parts or unions of others.

By hand, and seldom: `python generate.py PACKAGES FACES`, with fontTools and
brotli. PACKAGES is a folder in which the npm packages named below are unpacked,
each in a folder of its name without its scope (`npm pack @fontsource/amiri@5.3.0`);
FACES is fonts/faces. The program itself reads the fonts that come of it and never
this file.

A union gets a name of its own: names may be reserved (OFL 1.1, section 3), and
what is not the whole of a face should not pass for it. Hints are left out, since
only outlines are printed, and so are tables for text set from above.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.merge import Merger, Options as MergeOptions
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PACKAGES, FACES = Path(sys.argv[1]), Path(sys.argv[2])
# The date of the fonts, in seconds since 1904, so that equal sources make equal files.
DATE = 3850000000


def blocks(*ranges):
    return {c for low, high in ranges for c in range(low, high + 1)}


# Text of symbols: what authors set for marks, lists, steps and mathematics.
ENCLOSED = blocks((0x2460, 0x24FF), (0x1F100, 0x1F1E5))
SHAPES = blocks((0x2300, 0x23FF), (0x2400, 0x243F), (0x25A0, 0x25FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F780, 0x1F8FF))
MATHEMATICS = blocks(
    (0x2010, 0x205E), (0x20D0, 0x20FF), (0x2100, 0x218F), (0x2190, 0x22FF),
    (0x27C0, 0x27FF), (0x2900, 0x2AFF), (0x1D400, 0x1D7FF), (0x1EE00, 0x1EEFF))
# Figures, signs and letters that are raised or lowered (the phonetic blocks have
# some of the letters).
RAISED = blocks((0x00B2, 0x00B3), (0x00B9, 0x00B9), (0x2070, 0x209F), (0x02B0, 0x02B8), (0x02E0, 0x02E4), (0x1D2C, 0x1D6A), (0x1D78, 0x1D78), (0x1D9B, 0x1DBF))


def fontsource(package, subset, style):
    return PACKAGES / f"fontsource-{package}" / "files" / f"{package}-{subset}-{style}.woff2"


def part(path, keep, features):
    """The glyphs of some characters of a font, or of all, without hints."""
    font = TTFont(path)
    keep = keep or set(font.getBestCmap())
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["STAT", "vhea", "vmtx", "gasp", "MATH", "DSIG"]
    if not features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    return font


def union(parts, features):
    """A font of parts, each with the characters that none before it has."""
    taken, files = set(), []
    with tempfile.TemporaryDirectory() as folder:
        for path, wanted in parts:
            has = set(TTFont(path).getBestCmap())
            keep = (has if wanted is None else has & wanted) - taken
            if not keep:
                continue
            taken |= keep
            font = part(path, keep, features)
            name = str(Path(folder) / f"part-{len(files)}.ttf")
            font.flavor = None
            font.save(name)
            files.append(name)
        if len(files) == 1:
            return TTFont(files[0])
        return Merger(MergeOptions(drop_tables=["STAT"])).merge(files)


def save(font, folder, name, family, style, copyright, version):
    names = font["name"]
    names.names = []
    for i, text in {
        0: copyright, 1: family, 2: style, 3: f"{version};{name}", 4: f"{family} {style}", 5: f"Version {version}", 6: name,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.", 14: "https://openfontlicense.org",
    }.items():
        names.setName(text, i, 3, 1, 0x409)
    font["head"].created = font["head"].modified = DATE
    font["post"].formatType = 3.0
    font.flavor = None
    font.recalcTimestamp = False
    path = FACES / folder / f"{name}.ttf"
    path.parent.mkdir(exist_ok=True)
    font.save(path)
    print(name, len(font.getGlyphOrder()), "glyphs", path.stat().st_size, "bytes")


def symbols():
    symbols1 = fontsource("noto-sans-symbols", "symbols", "400-normal")
    symbols2 = fontsource("noto-sans-symbols-2", "symbols", "400-normal")
    mathematics = fontsource("noto-sans-math", "latin", "400-normal")
    raised = [(fontsource("noto-serif", subset, "400-normal"), RAISED) for subset in ("latin", "latin-ext", "math")]
    font = union(raised + [(symbols2, SHAPES), (symbols1, ENCLOSED | SHAPES), (symbols2, ENCLOSED), (mathematics, MATHEMATICS | SHAPES),
                           (symbols2, MATHEMATICS), (mathematics, RAISED)], [])
    save(font, "warraq-symbols", "WarraqSymbols-Regular", "Warraq Symbols", "Regular",
         "Copyright 2022 The Noto Project Authors (https://github.com/notofonts)", "1.0")


def emoji():
    font = part(fontsource("noto-emoji", "emoji", "400-normal"), None, ["*"])
    # Emoji have no small letters: with this height they are a little larger than
    # the text's capitals.
    font["OS/2"].sxHeight = 980
    save(font, "noto-emoji", "NotoEmoji-Regular", "Noto Emoji", "Regular",
         "Copyright 2013 Google LLC", "3.006")


def mono():
    for weight, style, name in ((400, "Regular", "WarraqMono-Regular"), (700, "Bold", "WarraqMono-Bold")):
        font = union([(fontsource("cascadia-mono", subset, f"{weight}-normal"), None)
                      for subset in ("latin", "arabic", "latin-ext", "symbols2", "greek", "cyrillic")], ["*"])
        # The cell is that of the face itself, so that lines drawn with characters meet.
        save(font, "warraq-mono", name, "Warraq Mono", style,
             "Copyright (c) 2019 - Present, Microsoft Corporation, with Reserved Font Name Cascadia Code.", "2407.024")


def italics():
    for weight, style, name in ((400, "Italic", "AmiriLatin-Italic"), (700, "Bold Italic", "AmiriLatin-BoldItalic")):
        font = union([(fontsource("amiri", subset, f"{weight}-italic"), None) for subset in ("latin", "latin-ext")], ["*"])
        save(font, "amiri-latin", name, "Amiri Latin", style,
             "Copyright 2010-2022 The Amiri Project Authors (https://github.com/aliftype/amiri).", "1.002")
    for name in ("IBMPlexSans-Italic", "IBMPlexSans-SemiBoldItalic"):
        # Whole and unchanged but for its packing, so its reserved name stands.
        font = TTFont(PACKAGES / "plex-sans" / "fonts" / "complete" / "woff2" / f"{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(FACES / "ibm-plex-sans" / f"{name}.ttf")


def codes():
    """Boxes with the code of a character: a frame for codes of four figures and of
    six, and small figures that stand in it."""
    source = TTFont(fontsource("cascadia-mono", "latin", "700-normal"))
    glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
    em, figure = 1000, 0.24
    scale = figure * 1000 / source["OS/2"].sCapHeight
    outlines, advances, characters = {}, {}, {}

    def add(name, character, advance, draw):
        pen = TTGlyphPen(None)
        draw(pen)
        outlines[name], advances[name] = pen.glyph(), (advance, 0)
        if character:
            characters[character] = name

    def rectangle(pen, left, bottom, right, top, inner=False):
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        if inner:
            corners.reverse()
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()

    def frame(width):
        def draw(pen):
            rectangle(pen, 40, -110, width - 40, 690)
            rectangle(pen, 80, -70, width - 80, 650, True)
        return draw

    def digit(character):
        def draw(pen):
            glyphs[cmap[ord(character)]].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        return draw

    add(".notdef", None, 620, frame(620))
    add("space", 0x20, 250, lambda pen: None)
    add("four", 0xE004, 620, frame(620))
    add("six", 0xE006, 830, frame(830))
    for character in "0123456789ABCDEF":
        add("figure" + character, ord(character), round(glyphs[cmap[ord(character)]].width * scale), digit(character))
    builder = FontBuilder(em, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(characters)
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(advances)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, sCapHeight=690)
    builder.setupNameTable({})
    builder.setupPost()
    save(builder.font, "warraq-mono", "WarraqCodes-Regular", "Warraq Codes", "Regular",
         "Copyright (c) 2019 - Present, Microsoft Corporation, with Reserved Font Name Cascadia Code.", "1.0")


symbols()
emoji()
mono()
italics()
codes()
