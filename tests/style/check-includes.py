#!/usr/bin/env python3
"""Check the layers: check-includes.py SOURCE_ROOT

A file in src/LAYER includes only what its layer may know; see LAYERS. The static libraries say the
same to the compiler; this says it in words, with file and line.
"""
import pathlib
import re
import sys

# layer -> the layers below it, and the outside headers it may know
LAYERS = {
    "core": ([], ["glib"]),
    "content": (["core"], ["glib", "libxml"]),
    "store": (["core"], ["glib", "libxml"]),
    "cli": (["core", "content", "store"], ["glib", "libxml"]),
    "art": (["core"], ["glib", "rsvg", "cairo"]),
    "print": (["core", "art"], ["glib", "cairo", "gtk"]),
    "widgets": (["core", "art"], ["glib", "rsvg", "cairo", "gtk"]),
    "app": (["core", "content", "store", "cli", "art", "print", "widgets"], ["glib", "rsvg", "cairo", "gtk", "libxml"]),
}
OUTSIDE = {
    "glib": r"glib(\.h|/.*|-object\.h|-unix\.h)|gio/.*|gobject/.*|gmodule\.h",
    "libxml": r"libxml/.*",
    "rsvg": r"librsvg/.*",
    "cairo": r"cairo.*",
    "gtk": r"gtk/.*|gdk/.*|gsk/.*|pango/.*|graphene.*|gdk-pixbuf/.*",
}
KNOWN = "|".join(OUTSIDE.values())


def main(root):
    src = pathlib.Path(root, "src")
    home = {p.name: p.parent.name for p in src.glob("*/*.h")}
    bad = []
    for path in sorted(src.glob("*/*.[ch]")):
        below, outside = LAYERS[path.parent.name]
        allowed = "|".join(OUTSIDE[name] for name in outside)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+(<([^>]+)>|"([^"]+)")', line)
            if not found:
                continue
            place = "%s:%d" % (path.relative_to(root), number)
            system, own = found.group(2), found.group(3)
            if own and own != "config.h":
                layer = home.get(pathlib.Path(own).name)
                if "/" in own:
                    bad.append("%s: \"%s\": headers are included without a folder" % (place, own))
                elif layer is None:
                    bad.append("%s: no layer has a header \"%s\"" % (place, own))
                elif layer != path.parent.name and layer not in below:
                    bad.append("%s: %s may not know %s (\"%s\")" % (place, path.parent.name, layer, own))
            elif system and re.fullmatch(KNOWN, system) and not re.fullmatch(allowed, system):
                bad.append("%s: %s may not know <%s>" % (place, path.parent.name, system))
    print("\n".join(bad) or "every include keeps to its layer")
    return 1 if bad else 0


sys.exit(main(sys.argv[1]))
