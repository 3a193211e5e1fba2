#!/usr/bin/python3
"""Contact sheets to judge the drawings by eye: contact-sheet.py ART_DIR OUT_DIR [WIDTH ...]

For each width (420 and 1000 px unless told) and each theme one PNG with five views in three layers, one with the
spots, and one with all exercise pictures, light over dark. Needs python3-gi, python3-gi-cairo and gir1.2-rsvg-2.0.
"""
import os
import sys

import cairo
import gi

gi.require_version("Rsvg", "2.0")
from gi.repository import Rsvg  # noqa: E402

VIEWS = ["front", "outer", "inner", "behind", "below"]
LAYERS = ["skin", "muscle", "bone"]
THEMES = {  # stylesheet, page colour
    "light": (None, (1, 1, 1)),
    "dark": ("dark", (0.141, 0.137, 0.133)),
    "high-contrast": ("high-contrast", (1, 1, 1)),
    "high-contrast-dark": ("high-contrast-dark", (0, 0, 0)),
}
FADE = ((0, 0), (0.12, 0.03), (0.28, 0.16), (0.47, 0.48), (0.66, 0.82), (0.84, 0.97), (1, 1))
GAP = 8


def sheet(art, name):
    with open(os.path.join(art, name), "rb") as f:
        return f.read()


def area(x, y, w, h):
    r = Rsvg.Rectangle()
    r.x, r.y, r.width, r.height = x, y, w, h
    return r


def drawing(handle, ids, w):
    """Some layers on a clear page, faded at both ends as the program does it."""
    h = round(w * 1.5)
    s = cairo.ImageSurface(cairo.FORMAT_ARGB32, w, h)
    c = cairo.Context(s)
    for id in ids:
        handle.render_layer(c, "#" + id, area(0, 0, w, h))
    c.set_operator(cairo.OPERATOR_DEST_OUT)
    band = 90 * w / 400
    for y0, y1 in ((0, band), (h, h - band)):
        g = cairo.LinearGradient(0, y0, 0, y1)
        for at, alpha in FADE:
            g.add_color_stop_rgba(at, 0, 0, 0, 1 - alpha)
        c.set_source(g)
        c.rectangle(0, min(y0, y1), w, band)
        c.fill()
    return s


def page(w, h, colour):
    s = cairo.ImageSurface(cairo.FORMAT_RGB24, w, h)
    c = cairo.Context(s)
    c.set_source_rgb(*colour)
    c.paint()
    return s, c


def place(c, s, x, y):
    c.set_source_surface(s, x, y)
    c.paint()


def knees(art, out, w, theme):
    css, colour = THEMES[theme]
    h = round(w * 1.5)
    s, c = page(5 * (w + GAP), 3 * (h + GAP), colour)
    spots, d = page(5 * (w + GAP), h, colour)
    for n, view in enumerate(VIEWS):
        handle = Rsvg.Handle.new_from_data(sheet(art, view + ".svg"))
        if css:
            handle.set_stylesheet(sheet(art, css + ".css"))
        for m, layer in enumerate(LAYERS):
            place(c, drawing(handle, ["layer-" + layer], w), n * (w + GAP), m * (h + GAP))
        handle = Rsvg.Handle.new_from_data(sheet(art, view + ".svg"))
        handle.set_stylesheet((sheet(art, css + ".css") if css else b"") +
                              b".spot{fill:#0b6e6a !important;fill-opacity:.62 !important;"
                              b"stroke:#fff !important;stroke-width:1.5 !important}")
        place(d, drawing(handle, ["layer-skin", "spots"], w), n * (w + GAP), 0)
    s.write_to_png(os.path.join(out, "knee-%s-%d.png" % (theme, w)))
    spots.write_to_png(os.path.join(out, "spots-%s-%d.png" % (theme, w)))


def exercises(art, out, w=320):
    names = sorted(f for f in os.listdir(os.path.join(art, "exercises")) if f.endswith(".svg"))
    h, across = w * 200 // 320, 5
    rows = -(-len(names) // across)
    for theme, (css, colour) in THEMES.items():
        s, c = page(across * (w + 2 * GAP), rows * (h + 2 * GAP), colour)
        for n, f in enumerate(names):
            handle = Rsvg.Handle.new_from_data(sheet(art, os.path.join("exercises", f)))
            if css:
                handle.set_stylesheet(sheet(art, "exercises-%s.css" % css))
            handle.render_document(c, area(n % across * (w + 2 * GAP) + GAP, n // across * (h + 2 * GAP) + GAP, w, h))
        s.write_to_png(os.path.join(out, "exercises-%s.png" % theme))


def main(art, out, *widths):
    os.makedirs(out, exist_ok=True)
    for w in map(int, widths or ("420", "1000")):
        for theme in THEMES:
            knees(art, out, w, theme)
    exercises(art, out)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
