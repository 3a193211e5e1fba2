#!/usr/bin/env python3
"""Check the knee drawings and the exercise pictures: check-drawings.py ART_DIR

Python's standard library only; when rsvg-convert is there, every drawing is also rendered with
every stylesheet. Each complaint names the file and the id. Exit 1 if there is any.
"""
import math
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

VIEWS = ["front", "outer", "inner", "behind", "below"]
LAYERS = ["layer-skin", "layer-muscle", "layer-bone"]
SPOTS = """above-kneecap kneecap-edges kneecap-front kneecap-tip tendon beside-tendon shin-bump upper-shin
    outer-shin inner-thigh-bone inner-joint-line inner-shin outer-bump outer-joint-line outer-knob behind-knee
    inner-back-corner outer-back-corner inner-hamstring outer-hamstring upper-calf""".split()
STRUCTURES = """femur medial-condyle lateral-condyle medial-epicondyle lateral-epicondyle tibia tibial-plateau
    tibial-tuberosity fibula patella femoral-cartilage tibial-cartilage patellar-cartilage medial-meniscus
    lateral-meniscus acl pcl mcl lcl patellar-tendon quadriceps-tendon it-band vastus-medialis vastus-lateralis
    rectus-femoris biceps-femoris semimembranosus semitendinosus gracilis sartorius pes-anserinus popliteus
    gastrocnemius gastrocnemius-medial gastrocnemius-lateral soleus tibialis-anterior fat-pad bursa-prepatellar
    bursa-infrapatellar bursa-pes-anserinus bursa-gastrocnemius-semimembranosus plica common-peroneal-nerve
    popliteal-artery popliteal-vein saphenous-nerve""".split()
FORBIDDEN = {"text", "image", "script", "foreignObject", "mask", "animate", "animateTransform", "set", "a", "pattern",
             "marker", "symbol"}
SHEETS = ["dark.css", "high-contrast.css", "high-contrast-dark.css"]
SMALLEST = 360  # px: the drawing's width in the smallest window
TARGET = 24  # px: diameter of the circle that must fit into a spot

bad = []


def complain(view, text):
    bad.append("%s.svg: %s" % (view, text))


def tag(e):
    return e.tag.split("}")[-1] if isinstance(e.tag, str) else ""


def has(e, name):
    return name in e.get("class", "").split()


def outlines(d, n=12):
    """A path of M, C, a (half ellipses) and Z as polygons."""
    out, here, start, points = [], (0, 0), (0, 0), []
    for cmd, rest in re.findall(r"([MCaZ])([^MCaZ]*)", d):
        v = [float(x) for x in re.findall(r"-?\d*\.?\d+", rest)]
        if cmd == "M":
            if points:
                out.append(points)
            here = start = (v[0], v[1])
            points = [here]
        elif cmd == "C":
            for i in range(0, len(v), 6):
                a, b, q = (v[i], v[i + 1]), (v[i + 2], v[i + 3]), (v[i + 4], v[i + 5])
                for k in range(1, n + 1):
                    t = k / n
                    u = 1 - t
                    points.append(tuple(u ** 3 * here[c] + 3 * u * u * t * a[c] + 3 * u * t * t * b[c] + t ** 3 * q[c]
                                        for c in (0, 1)))
                here = q
        elif cmd == "a":  # half ellipses only, as the source writes them
            rx, ry, dx = v[0], v[1], v[5]
            cx = here[0] + dx / 2
            s = 1 if dx > 0 else -1
            for k in range(1, 2 * n + 1):
                w = math.pi * k / (2 * n)
                points.append((cx - s * rx * math.cos(w), here[1] - s * ry * math.sin(w)))
            here = (here[0] + dx, here[1])
        elif cmd == "Z":
            out.append(points)
            points, here = [], start
    if points:
        out.append(points)
    return out


def inside(polygons, x, y):
    odd = False
    for p in polygons:
        x0, y0 = p[-1]
        for x1, y1 in p:
            if (y1 > y) != (y0 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
                odd = not odd
            x0, y0 = x1, y1
    return odd


def edge_distance(polygons, x, y):
    best = 1e9
    for p in polygons:
        x0, y0 = p[-1]
        for x1, y1 in p:
            dx, dy = x1 - x0, y1 - y0
            m = dx * dx + dy * dy
            t = max(0, min(1, ((x - x0) * dx + (y - y0) * dy) / m)) if m else 0
            best = min(best, math.hypot(x - x0 - t * dx, y - y0 - t * dy))
            x0, y0 = x1, y1
    return best


def cells(polygons, step):
    """Grid points inside, by scan line."""
    out = set()
    xs = [x for p in polygons for x, _ in p]
    ys = [y for p in polygons for _, y in p]
    for j in range(int(min(ys) / step), int(max(ys) / step) + 2):
        y, cuts = j * step + 0.013, []
        for p in polygons:
            x0, y0 = p[-1]
            for x1, y1 in p:
                if (y1 > y) != (y0 > y):
                    cuts.append((x0 - x1) * (y - y1) / (y0 - y1) + x1)
                x0, y0 = x1, y1
        cuts.sort()
        for a, b in zip(cuts[::2], cuts[1::2]):
            out.update((i, j) for i in range(math.ceil(a / step), math.floor(b / step) + 1))
    assert xs
    return out


def circle(polygon):
    """Diameter of the largest circle inside, in drawing units."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    step, best, at = 4.0, 0, None
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    while step > 0.2:
        y = y0
        while y <= y1:
            x = x0
            while x <= x1:
                if inside([polygon], x, y):
                    r = edge_distance([polygon], x, y)
                    if r > best:
                        best, at = r, (x, y)
                x += step
            y += step
        if not at:
            return 0
        x0, x1, y0, y1 = at[0] - step, at[0] + step, at[1] - step, at[1] + step
        step /= 3
    return 2 * best


def check_spots(view, root, by_id, skin, seen):
    taken = {}
    group = by_id.get("spots")
    if group is None:
        return complain(view, "no group #spots")
    for e in group:
        id = e.get("id", "")
        name = id[5:]
        if tag(e) != "path" or not id.startswith("spot-") or not has(e, "spot"):
            complain(view, "%s: a spot is <path id=\"spot-ID\" class=\"spot\">" % (id or tag(e)))
            continue
        if name not in SPOTS:
            complain(view, "%s: unknown spot" % id)
        seen.setdefault(name, []).append(view)
        shape = outlines(e.get("d"))
        for part in shape:
            size = circle(part) * SMALLEST / 400
            if size < TARGET:
                complain(view, "%s: only %.1f px fit into it at %d px width" % (id, size, SMALLEST))
            away = max((edge_distance(skin, x, y) for x, y in part if not inside(skin, x, y)), default=0)
            if away > 5:
                complain(view, "%s: %.0f units outside the skin" % (id, away))
        for cell in cells(shape, 0.5):
            other = taken.setdefault(cell, id)
            if other != id:
                complain(view, "%s overlaps %s at %g, %g" % (id, other, cell[0] / 2, cell[1] / 2))
                break


def check_view(art, view, seen_spots, seen_structures, seen_classes):
    name = os.path.join(art, view + ".svg")
    try:
        root = ET.parse(name).getroot()
    except (OSError, ET.ParseError) as e:
        return complain(view, str(e))
    if root.get("viewBox") != "0 0 400 600":
        complain(view, "viewBox is %s, not the shared frame 0 0 400 600" % root.get("viewBox"))
    by_id, filters = {}, 0
    for e in root.iter():
        t, id = tag(e), e.get("id")
        if id is not None:
            if id in by_id:
                complain(view, "id %s twice" % id)
            by_id[id] = e
        if t in FORBIDDEN:
            complain(view, "<%s> is not for these drawings" % t)
        filters += t == "filter"
        if t == "path" and (str(id).startswith(("p-", "spot-")) or has(e, "line") or has(e, "fill")) and \
                not re.fullmatch(r"([MCaZ][-\d. ]*)+", e.get("d", "")):
            complain(view, "%s: a path here is made of M, C, a and Z only" % (id or e.get("class")))
        for key, value in e.attrib.items():
            key = key.split("}")[-1]
            if key in ("opacity", "mask") or "mix-blend-mode" in value or (key == "href" and not value.startswith("#")):
                complain(view, "%s=\"%s\" is not for these drawings" % (key, value))
        words = e.get("class", "").split()
        if len(words) != len(set(words)) or any(w in ("s-", "") or w.endswith(("-muscle", "-bone")) for w in words):
            complain(view, "%s: odd class \"%s\"" % (id or t, e.get("class")))
        seen_classes.update(words)
    if filters > 1:
        complain(view, "%d filters" % filters)
    for e in root.iter():  # nothing refers to what is not there
        for value in e.attrib.values():
            for ref in re.findall(r"url\(#([^)]+)\)", value) + re.findall(r"^#(.+)", value if "href" in str(e.attrib) else ""):
                if ref not in by_id:
                    complain(view, "%s refers to missing #%s" % (e.get("id") or tag(e), ref))
    layers = [e.get("id") for e in root if has(e, "layer")]
    if layers != LAYERS:
        complain(view, "layers are %s, not %s" % (layers, LAYERS))
    skin = outlines(by_id["p-skin"].get("d")) if "p-skin" in by_id else []
    if not skin:
        return complain(view, "no outline #p-skin")
    for layer in root:
        for e in layer.iter():
            for c in e.get("class", "").split():
                if c.startswith("s-") and any(has(x, "line") for x in e.iter()):
                    seen_structures.setdefault(c[2:], []).append((view, layer.get("id")))
                elif c.startswith("s-") and not any(has(x, c) and x is not e for x in layer.iter()):
                    complain(view, "%s has no line to light" % (e.get("id") or c))
    # bones lie inside the skin, in their shared places
    where = {}
    for id in ("femur", "femur-end", "tibia", "fibula", "patella"):
        e = by_id.get("p-" + id)
        if e is None:
            continue
        points = [p for part in outlines(e.get("d")) for p in part]
        where[id] = points
        for x, y in points:
            if 0 <= y <= 600 and not inside(skin, x, y):
                complain(view, "%s leaves the skin at %.0f, %.0f" % (id, x, y))
                break
    heights = {"femur": (max, 301, 308), "femur-end": (max, 301, 312), "tibia": (min, 303, 317), "fibula": (min, 328, 336)}
    if view != "below":
        heights["patella"] = (max, 282, 288)
    for id, (edge, low, high) in heights.items():
        if id in where and not low <= edge(y for _, y in where[id]) <= high:
            complain(view, "%s ends at y %.0f, not between %d and %d" % (id, edge(y for _, y in where[id]), low, high))
    cover = by_id.get("p-patella-cover")
    if cover is not None and "patella" in where:
        gap = max(abs(a - b) for p, q in zip(sum(outlines(cover.get("d")), []), where["patella"]) for a, b in zip(p, q))
        if gap > 1:
            complain(view, "the kneecaps of the muscle and bone layers differ by %.1f" % gap)
    check_spots(view, root, by_id, skin, seen_spots)


def check_sheets(art, classes):
    with open(os.path.join(art, "source", "light.css")) as f:
        light = f.read()
    tissues = set(re.findall(r"\.([a-z]+) \.fill\{", light)) - {"ghostly"}
    for name in SHEETS:
        with open(os.path.join(art, name)) as f:
            css = re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
        for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", css):
            for one in body.split(";"):
                # librsvg 2.54 drops a dash pattern that is important; no drawing sets one of its own
                if one.strip() and "!important" not in one and not one.startswith("stroke-dasharray:"):
                    bad.append("%s: %s{%s}: a user stylesheet only wins with !important" % (name, selector.strip(), one))
            for c in re.findall(r"\.([a-zA-Z][\w-]*)", selector):
                if c not in classes and "st-" not in c:
                    bad.append("%s: no drawing has the class %s" % (name, c))
        for t in sorted(tissues - {"fascia"}):
            if not re.search(r"\.%s \.fill|\.st-%s[-,{ ]" % (t, t), css):
                bad.append("%s: says nothing about %s" % (name, t))


def check_exercises(art):
    folder = os.path.join(art, "exercises")
    names = sorted(f for f in os.listdir(folder) if f.endswith(".svg"))
    sheets = {}
    for theme in ("dark", "high-contrast", "high-contrast-dark"):
        with open(os.path.join(art, "exercises-%s.css" % theme)) as f:
            sheets[theme] = set(re.findall(r"\.(fig-[\w-]+)", f.read()))
    for name in names:
        try:
            root = ET.parse(os.path.join(folder, name)).getroot()
        except ET.ParseError as e:
            bad.append("exercises/%s: %s" % (name, e))
            continue
        if root.get("viewBox") != "0 0 320 200":
            bad.append("exercises/%s: viewBox is %s, not 0 0 320 200" % (name, root.get("viewBox")))
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        if len(ids) != len(set(ids)) or not {"start", "end"} <= set(ids):
            bad.append("exercises/%s: ids twice, or no start and end" % name)
        for e in root.iter():
            if tag(e) not in ("svg", "g", "path", "ellipse", "circle", "use", "defs"):
                bad.append("exercises/%s: <%s> is not for these pictures" % (name, tag(e)))
            for c in e.get("class", "").split():
                bad.extend("exercises-%s.css: nothing about %s of %s" % (t, c, name) for t in sheets if c not in sheets[t])
    return len(names)


def main(art):
    spots, structures, classes = {}, {}, set()
    for view in VIEWS:
        check_view(art, view, spots, structures, classes)
    for s in SPOTS:
        if s not in spots:
            bad.append("spot %s is in no drawing" % s)
    for s in STRUCTURES:
        if s not in structures:
            bad.append("structure %s is in no drawing, or has no line to light" % s)
    check_sheets(art, classes)
    exercises = check_exercises(art)
    convert = shutil.which("rsvg-convert")
    if convert:
        for view in VIEWS:
            for sheet in [None] + SHEETS:
                more = ["--stylesheet", os.path.join(art, sheet)] if sheet else []
                r = subprocess.run([convert, "-w", "60", *more, os.path.join(art, view + ".svg")],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                if r.returncode or r.stderr.strip():
                    complain(view, "%s: %s" % (sheet or "no sheet", r.stderr.strip() or r.returncode))
    for line in bad:
        print(line)
    print("%d views, %d spots, %d structures, %d exercises%s: %d wrong" % (
        len(VIEWS), len(spots), len(structures), exercises, ", rendered" if convert else "", len(bad)))
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
