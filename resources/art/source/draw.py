#!/usr/bin/env python3
"""Draw the knee again from its point lists: draw.py OUTDIR (python3 only; never part of the build).

Writes OUTDIR/front.svg, outer, inner, behind, below and OUTDIR/exercises/*.svg with the
stylesheets of the exercise pictures. tests/art/check-source.py compares them with what ships.
"""
import os, runpy, sys
HERE=os.path.dirname(os.path.abspath(__file__))
VIEWS=['front','outer','inner','behind','below']
def main(out,*only):
    sys.dont_write_bytecode=True
    sys.path.insert(0,HERE)
    os.makedirs(os.path.join(out,'exercises'),exist_ok=True)
    import kneekit
    for v in only or VIEWS:
        kneekit.D.__init__(); kneekit.EXTRA.clear(); kneekit.OUT=out
        runpy.run_path(os.path.join(HERE,v+'.py'))
    if only: return
    import figures
    figures.main([os.path.join(out,'exercises')])
    for theme,name in (('dark','dark'),('contrast','high-contrast'),('contrast-dark','high-contrast-dark')):
        with open(os.path.join(out,'exercises-%s.css'%name),'w') as f: f.write(figures.css(theme))
if __name__=='__main__':
    if len(sys.argv)<2: sys.exit(__doc__)
    main(*sys.argv[1:])
