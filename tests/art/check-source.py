#!/usr/bin/env python3
"""The shipped drawings are what their source draws: check-source.py SOURCE_DIR ART_DIR

Draws everything into a temporary folder and compares it with what ships. A difference means
that an SVG was edited by hand, or that source/draw.py was not run after a change.
"""
import filecmp
import os
import subprocess
import sys
import tempfile


def main(source, art):
    wrong = []
    with tempfile.TemporaryDirectory() as fresh:
        env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        subprocess.run([sys.executable, os.path.join(source, "draw.py"), fresh], check=True, env=env)
        drawn = {os.path.relpath(os.path.join(d, f), fresh) for d, _, files in os.walk(fresh) for f in files}
        for name in sorted(drawn):
            shipped = os.path.join(art, name)
            if not os.path.exists(shipped):
                wrong.append("%s: drawn but not shipped" % name)
            elif not filecmp.cmp(os.path.join(fresh, name), shipped, shallow=False):
                wrong.append("%s: differs from what source/draw.py draws" % name)
        for folder in ("", "exercises"):
            for f in sorted(os.listdir(os.path.join(art, folder))):
                name = os.path.join(folder, f)
                if name.endswith(".svg") and name not in drawn:
                    wrong.append("%s: shipped, but nothing draws it" % name)
    for line in wrong:
        print(line)
    print("%d files drawn, %d wrong" % (len(drawn), len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
