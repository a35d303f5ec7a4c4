"""Makes static/fonts/envol.woff2 from Atkinson Hyperlegible Next (SIL Open Font License 1.1).

Run by hand when the font package changes (Debian: python3-fonttools, python3-brotli):
    python3 scripts/make-font.py

Two changes: only the signs of English and French stay, weights 400 to 700; and the zero loses its slash
(it becomes the letter O, narrowed), since a slashed zero in a phone number puzzles tired readers.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

root = Path(__file__).resolve().parent.parent
source = root / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"
font = TTFont(source / "atkinson-hyperlegible-next-latin-wght-normal.woff2")
font = instantiateVariableFont(font, {"wght": (400, 400, 700)})

glyphs, widths, variations = font["glyf"], font["hmtx"].metrics, font["gvar"].variations
for zero in ("zero", "zero.tf"):
    ratio = widths[zero][0] / widths["O"][0]
    glyph = glyphs["O"].__class__(glyphs["O"].compile(glyphs))
    glyph.expand(glyphs)
    glyph.coordinates.scale((ratio, 1))
    glyph.coordinates.toInt()
    glyph.recalcBounds(glyphs)
    glyphs[zero] = glyph
    widths[zero] = (widths[zero][0], glyph.xMin)
    variations[zero] = []
    for tuple_variation in variations["O"]:
        copy = tuple_variation.__class__(dict(tuple_variation.axes), list(tuple_variation.coordinates))
        copy.coordinates = [None if d is None else (round(d[0] * ratio), d[1]) for d in copy.coordinates]
        variations[zero].append(copy)

text = "".join(chr(c) for c in range(0x20, 0x7F))
text += "\u00a0ÀÂÄÆÇÈÉÊËÎÏÔŒÙÛÜŸàâäæçèéêëîïôœùûüÿ«»’‘“”–—…·×©°½¼→←"
options = Options()
options.flavor = "woff2"
options.layout_features = ["ccmp", "kern", "liga", "mark", "tnum"]
options.name_IDs = [0, 1, 2, 13, 14]
subsetter = Subsetter(options)
subsetter.populate(text=text)
subsetter.subset(font)
for record in font["name"].names:
    if record.nameID == 1:
        font["name"].setName("Envol Text", 1, record.platformID, record.platEncID, record.langID)
font.flavor = "woff2"
target = root / "static/fonts/envol.woff2"
font.save(target)
print(f"{target.relative_to(root)}: {target.stat().st_size} bytes")
