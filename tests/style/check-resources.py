#!/usr/bin/env python3
"""Check resources/kneemap.gresource.xml: check-resources.py SOURCE_ROOT [--write]

Every content file, schema, drawing, stylesheet and template is compiled in, sorted within its part;
--write mends the parts for schemas, content and drawings.
"""
import pathlib
import re
import sys

# part: the comment above it, what it lists, how
PARTS = [
    ("Schemas: one for each format.", ["schema/*.rng"], 'preprocess="xml-stripblanks"'),
    ("Content: a new condition, guide or exercise is one file and one line here.",
     ["content/*.xml", "content/*/*.xml"], ""),  # not compressed: read at every start
    ("The drawings and their colours.", ["art/*.css", "art/*.svg", "art/exercises/*.svg"], 'compressed="true"'),
]


def lines_of(root, patterns, how):
    files = sorted({str(p.relative_to(root / "resources")) for x in patterns for p in (root / "resources").glob(x)})
    return "".join("    <%s>%s</file>\n" % (("file " + how).strip(), f) for f in files)


def main(root, write):
    path = root / "resources" / "kneemap.gresource.xml"
    text = path.read_text(encoding="utf-8")
    bad = []
    for title, patterns, how in PARTS:
        found = re.search(r"    <!-- %s -->\n((?:    <file[^\n]*\n)*)" % re.escape(title), text)
        if not found:
            bad.append("no part <!-- %s -->" % title)
            continue
        want = lines_of(root, patterns, how)
        if found.group(1) != want and write:
            text = text[:found.start(1)] + want + text[found.end(1):]
        elif found.group(1) != want:
            have = found.group(1).splitlines()
            bad += ["missing: " + x.strip() for x in want.splitlines() if x not in have]
            bad += ["no such file, or not as the others: " + x.strip() for x in have if x not in want.splitlines()]
            if sorted(have) == sorted(want.splitlines()):
                bad.append("not sorted: <!-- %s -->" % title)
    if write:
        path.write_text(text, encoding="utf-8")
    listed = set(re.findall(r">([^<>]+)</file>", text))
    for template in sorted((root / "ui").glob("*.ui")) if (root / "ui").is_dir() else []:
        if template.name not in {pathlib.Path(x).name for x in listed}:
            bad.append("missing: ui/" + template.name)
    if bad:
        bad.append("run tests/style/check-resources.py . --write")
    print("\n".join("resources/kneemap.gresource.xml: " + x for x in bad) or "%d files compiled in" % len(listed))
    return 1 if bad else 0


sys.exit(main(pathlib.Path(sys.argv[1]), "--write" in sys.argv[2:]))
