#!/usr/bin/env python3
"""Check the format of the C code: check-format.py SOURCE_ROOT CLANG_FORMAT

Runs clang-format 14, the version of Debian 12, with .clang-format on every C file; also the limits
of the house: 600 lines a file, 60 lines a function.
"""
import pathlib
import re
import subprocess
import sys


def long_functions(lines):
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > 60:
                yield start, number - start - 1
            start = None


def main(root, formatter):
    files = sorted(str(p) for top in ("src", "tests") for p in (root / top).rglob("*.[ch]"))
    run = subprocess.run([formatter, "--dry-run", "--Werror", "--style=file"] + files, cwd=root, text=True,
                         stderr=subprocess.PIPE, check=False)
    bad = sorted(set(re.findall(r"^(\S+?:\d+):\d+: error", run.stderr, re.M)))
    bad = ["%s: not as clang-format writes it" % x for x in bad]
    for name in files:
        lines = pathlib.Path(name).read_text(encoding="utf-8").splitlines()
        if len(lines) > 600:
            bad.append("%s: %d lines, 600 at most" % (name, len(lines)))
        bad += ["%s:%d: a function of %d lines, 60 at most" % (name, at, n) for at, n in long_functions(lines)]
    print("\n".join(bad) or "%d files well formatted" % len(files))
    return 1 if bad else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]))
