#!/usr/bin/env python3
"""Hold the content against the drawings: check-drawn.py SOURCE_ROOT

spots.xml says on which views a spot is drawn, structures.xml names every structure that is drawn,
and a page lights and marks only what its view shows.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

VIEWS = ["front", "outer", "inner", "behind", "below"]


def main(root):
    content, bad = root / "resources" / "content", []
    spots = {s.get("id"): set((s.get("views") or "").split()) for s in ET.parse(content / "spots.xml").getroot()}
    named = {s.get("id") for s in ET.parse(content / "structures.xml").getroot()}
    drawn_spots, drawn = {}, {}
    for view in VIEWS:
        text = (root / "resources" / "art" / (view + ".svg")).read_text(encoding="utf-8")
        drawn_spots[view] = set(re.findall(r'id="spot-([a-z-]+)"', text))
        drawn[view] = set(re.findall(r'[" ]s-([a-z-]+)', text))
        listed = {s for s in spots if view in spots[s]}
        bad += ["spots.xml: %s is not drawn on %s" % (s, view) for s in sorted(listed - drawn_spots[view])]
        bad += ["spots.xml: %s is drawn on %s" % (s, view) for s in sorted(drawn_spots[view] - listed)]
    everything = set().union(*drawn.values())
    bad += ["structures.xml: %s is not drawn" % s for s in sorted(named - everything)]
    bad += ["structures.xml: %s is drawn and has no name" % s for s in sorted(everything - named)]
    for path in sorted(content.glob("*/*.xml")):
        for element in ET.parse(path).getroot().iter():
            view = element.get("view")
            if view is None:
                continue
            place = "%s: <%s view=\"%s\">" % (path.relative_to(root), element.tag, view)
            bad += ["%s does not show the structure %s" % (place, s)
                    for s in (element.get("structures") or "").split() if s not in drawn[view]]
            marked = [s for s in (element.get("spots") or "").split() if spots.get(s)]
            missing = [s for s in marked if view not in spots[s]]
            if element.tag == "picture" or missing == marked:  # a map also lists places on other views
                bad += ["%s does not show the spot %s" % (place, s) for s in missing]
    print("\n".join(bad) or "%d spots, %d structures, all drawn" % (len(spots), len(named)))
    return 1 if bad else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
