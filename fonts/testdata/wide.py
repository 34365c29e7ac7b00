"""Makes wide.ttf, a small face with wider forms of letters, with fontTools.

From fonts/testdata: `python wide.py`. It is a part of Scheherazade New Regular: the
letters without marks that Arabic prose is written with. To some final letters it adds forms
that are 0.4 em wider, as calligraphic faces have them: kaf and beh by the feature
jalt, noon by swsh. It bears a name of its own, and stays under the Open Font License
(wide-OFL.txt).
"""

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LETTERS = set(range(0x621, 0x63B)) | set(range(0x640, 0x64B)) | {0x20, 0x2E, 0x60C}
WIDER = {"jalt": (0x643, 0x628), "swsh": (0x646,)}

font = TTFont("../faces/scheherazade-new/ScheherazadeNew-Regular.ttf")
options = Options()
options.layout_features = ["isol", "init", "medi", "fina", "rlig"]
options.layout_scripts = ["arab.dflt", "DFLT.dflt"]
options.hinting, options.notdef_outline, options.glyph_names = False, True, True
options.name_IDs = []
options.drop_tables += ["STAT", "vhea", "vmtx", "gasp", "MATH", "DSIG", "GDEF", "GPOS", "meta"]
subsetter = Subsetter(options)
subsetter.populate(unicodes=LETTERS)
subsetter.subset(font)

glyphs, cmap, substitutions = font.getGlyphSet(), font.getBestCmap(), font["GSUB"].table
finals = {}
for record in substitutions.FeatureList.FeatureRecord:
    if record.FeatureTag == "fina":
        for i in record.Feature.LookupListIndex:
            for sub in substitutions.LookupList.Lookup[i].SubTable:
                finals.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
more = round(0.4 * font["head"].unitsPerEm)
order, features = font.getGlyphOrder(), ""
for feature, letters in WIDER.items():
    rules = ""
    for letter in letters:
        final = finals[cmap[letter]]
        advance, bearing = font["hmtx"][final]
        factor = (advance + more) / advance
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[final].draw(outline)
        outline.replay(TransformPen(pen, (factor, 0, 0, 1, 0, 0)))
        wide = final + ".wide"
        order.append(wide)
        font["glyf"][wide] = pen.glyph()
        font["hmtx"][wide] = (advance + more, round(bearing * factor))
        rules += f"sub {final} by {wide}; "
    features += f"feature {feature} {{ {rules}}} {feature};\n"
font.setGlyphOrder(order)
kept = font["GSUB"].table
del font["GSUB"]
addOpenTypeFeaturesFromString(font, "languagesystem arab dflt;\n" + features)
added = font["GSUB"].table
base = len(kept.LookupList.Lookup)
kept.LookupList.Lookup += added.LookupList.Lookup
for record in added.FeatureList.FeatureRecord:
    record.Feature.LookupListIndex = [base + i for i in record.Feature.LookupListIndex]
    kept.FeatureList.FeatureRecord.append(record)
    for script in kept.ScriptList.ScriptRecord:
        script.Script.DefaultLangSys.FeatureIndex.append(len(kept.FeatureList.FeatureRecord) - 1)
font["GSUB"].table = kept

names = font["name"]
names.names = []
for i, text in {
    0: "Copyright (c) 1994-2026, SIL Global (https://www.sil.org/)",
    1: "Warraq Wide", 2: "Regular", 3: "1.0;WarraqWide-Regular", 4: "Warraq Wide Regular", 5: "Version 1.0", 6: "WarraqWide-Regular",
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.", 14: "https://openfontlicense.org",
}.items():
    names.setName(text, i, 3, 1, 0x409)
font["head"].created = font["head"].modified = 3850000000
font["post"].formatType = 3.0
font.recalcTimestamp = False
font.save("wide.ttf")
