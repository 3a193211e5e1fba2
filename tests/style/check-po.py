#!/usr/bin/env python3
"""Check translations: check-po.py SOURCE_ROOT [FILE.po FAULTS]

Every language of po/LINGUAS: msgfmt finds it sound, and every translation has the mark-up and the
links of its English text, in any order; the program would fall back to English otherwise. With a
file named, that one is checked instead and must have exactly so many faults.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

INLINE = {"b": None, "link": "to", "term": "ref"}


def messages(path):
    """(line, msgid, msgstr) of each singular message of a PO file."""
    found, key, at = {}, None, 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() + [""], 1):
        word = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+"', line)
        if word:
            key, at = word.group(1), number if word.group(1) == "msgid" else at
            found[key] = ""
        if line.startswith('"') or word:
            found[key] += re.sub(r'\\(.)', lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)),
                                 line[line.index('"') + 1:line.rindex('"')])
        elif not line.strip():
            if found.get("msgid") and found.get("msgstr"):
                yield at, found["msgid"], found["msgstr"]
            found = {}


def shape(text):
    """The mark-up of a text, sorted; None when it is not well-formed or has foreign mark-up."""
    try:
        root = ET.fromstring("<t>%s</t>" % text)
    except ET.ParseError:
        return None
    if any(e.tag not in INLINE or len(e) for e in root):
        return None
    return sorted("%s %s" % (e.tag, e.get(INLINE[e.tag] or "", "")) for e in root)


def is_content(text):
    """Only content is XML; the strings of the code may hold a bare < or &."""
    return shape(text) is not None


def complaints(path):
    for line, source, translation in messages(path):
        if is_content(source) and shape(translation) != shape(source):
            yield "%s:%d: other mark-up than “%s”" % (path.name, line, source[:60])


def faults(path):
    run = subprocess.run(["msgfmt", "--check-format", "--check-header", "-o", "/dev/null", str(path)],
                         stderr=subprocess.PIPE, text=True, check=False)
    return [x for x in run.stderr.splitlines() if run.returncode] + list(complaints(path))


def main(root, file=None, expected="0"):
    names = re.findall(r"^[^#\s]\S*", (root / "po" / "LINGUAS").read_text(encoding="utf-8"), re.M)
    bad = []
    for path in [pathlib.Path(file)] if file else [root / "po" / (n + ".po") for n in names]:
        bad += faults(path)
    print("\n".join(bad) or "%d languages sound" % len(names))
    return 0 if len(bad) == int(expected) else 1


sys.exit(main(pathlib.Path(sys.argv[1]), *sys.argv[2:]))
