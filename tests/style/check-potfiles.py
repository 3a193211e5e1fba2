#!/usr/bin/env python3
"""Check po/POTFILES: check-potfiles.py SOURCE_ROOT [--write]

It lists, sorted, every file with text to translate and no other; --write makes it so.
"""
import pathlib
import re
import sys

C_TEXT = re.compile(r'\b(_|N_|C_|NC_|Q_|gettext|ngettext|g_dngettext|g_dpgettext2?) ?\(\s*"|\bngettext ?\(')
NOT_TRANSLATED = {"resources/content/sources.xml"}  # titles of publications stay as they are


def has_text(root, path):
    text = (root / path).read_text(encoding="utf-8")
    if path.endswith((".c", ".h")):
        return C_TEXT.search(text) is not None
    if path.endswith((".ui", ".ui.in")):
        return 'translatable="yes"' in text
    return path not in NOT_TRANSLATED


def wanted(root):
    patterns = ["src/**/*.c", "src/**/*.h", "ui/**/*.ui", "resources/content/**/*.xml", "resources/*.desktop.in",
                "resources/*.metainfo.xml.in", "resources/*.gschema.xml"]
    paths = {str(p.relative_to(root)) for pattern in patterns for p in root.glob(pattern)}
    return sorted(p for p in paths if has_text(root, p))


def main(root, write):
    potfiles = root / "po" / "POTFILES"
    want = wanted(root)
    if write:
        potfiles.write_text("".join(p + "\n" for p in want), encoding="utf-8")
    have = potfiles.read_text(encoding="utf-8").split()
    bad = ["po/POTFILES: %s has text to translate and is not listed" % p for p in want if p not in have]
    bad += ["po/POTFILES: %s is listed without need" % p for p in have if p not in want]
    if not bad and have != want:
        bad.append("po/POTFILES: not sorted, or a file twice")
    if bad:
        bad.append("run tests/style/check-potfiles.py . --write")
    print("\n".join(bad) or "%d files to translate" % len(have))
    return 1 if bad else 0


sys.exit(main(pathlib.Path(sys.argv[1]), "--write" in sys.argv[2:]))
