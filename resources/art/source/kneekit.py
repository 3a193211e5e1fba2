"""Drawing kit for the knee views: landmark points in, one layered SVG out.

Points are (x, y) in the shared frame (2 units = 1 mm, joint line y = 310); a third
element makes a sharp corner. draw.py runs the view files and writes their SVGs.
"""
import math, os, re
OUT='.'                                             # where write() puts the drawing; draw.py sets it
def f(v): 
    s='%.1f'%v
    return s[:-2] if s.endswith('.0') else s
def _segs(P,closed,k):
    n=len(P); out=[]
    rng=range(n) if closed else range(n-1)
    def tan(i):
        p=P[i%n] if closed else P[max(0,min(n-1,i))]
        if len(p)>2: return (0,0)          # corner point
        a=P[(i-1)%n] if closed else P[max(0,i-1)]
        b=P[(i+1)%n] if closed else P[min(n-1,i+1)]
        return (b[0]-a[0],b[1]-a[1])
    for i in rng:
        p=P[i]; q=P[(i+1)%n]
        L=math.hypot(q[0]-p[0],q[1]-p[1])
        t0=tan(i); t1=tan((i+1)%n if closed else i+1)
        def unit(t):
            m=math.hypot(*t); return (t[0]/m,t[1]/m) if m else (0,0)
        u0=unit(t0); u1=unit(t1)
        out.append(((p[0]+u0[0]*L*k,p[1]+u0[1]*L*k),(q[0]-u1[0]*L*k,q[1]-u1[1]*L*k),q))
    return out
def sm(P,closed=True,k=.36):
    s='M%s %s'%(f(P[0][0]),f(P[0][1]))
    for a,b,q in _segs(P,closed,k):
        s+='C%s %s %s %s %s %s'%(f(a[0]),f(a[1]),f(b[0]),f(b[1]),f(q[0]),f(q[1]))
    return s+('Z' if closed else '')
def op(P,k=.36): return sm(P,False,k)
def ell(cx,cy,rx,ry):
    return f'M{f(cx-rx)} {f(cy)}a{f(rx)} {f(ry)} 0 1 1 {f(2*rx)} 0a{f(rx)} {f(ry)} 0 1 1 {f(-2*rx)} 0Z'
def lerp(A,B,n,a=0.,b=1.):
    r=[]
    for i in range(n):
        t=a+(b-a)*(i/(n-1) if n>1 else .5)
        r.append([(p[0]+(q[0]-p[0])*t,p[1]+(q[1]-p[1])*t) for p,q in zip(A,B)])
    return r
def fibres(A,B,n,a=.06,b=.94): n=n if n<6 else round(n*.8); return ''.join(op(c) for c in lerp(A,B,n,a,b))

def classes(tissue,id,cls=''):
    """class attribute: the tissue, then one s- class a structure over all layers (named ones replace the id's own)"""
    more=cls.split()
    if not any(c.startswith('s-') for c in more): more.insert(0,'s-'+re.sub('-(muscle|bone|skin)$','',id))
    return ' '.join([tissue]+more)

SHADE={'bone':.10,'tendon':.15}
def f2(v): return ('%.3f'%v).rstrip('0').lstrip('0')
class Doc:
    def __init__(s): s.defs=[]; s.out=[]; s.ids=set()
    def __call__(s,x): s.out.append(x)
    def shape(s,name,d):
        if name not in s.ids:
            s.ids.add(name); s.defs.append(f'<path id="p-{name}" d="{d}"/>')
        return name
    def clip(s,name):
        k='c-'+name
        if k not in s.ids:
            s.ids.add(k); s.defs.append(f'<clipPath id="{k}"><use href="#p-{name}"/></clipPath>')
        return k
    def vol(s,name,tissue,d,fill=None,w=20,n=5,dx=-2,dy=-2,lit=None,extra='',id=None,line=True,cls='',rim=0):
        """a solid: fill, soft inner edge shade shifted away from the light, patches, outline"""
        s.shape(name,d); c=s.clip(name)
        s(f'<g id="{id or name}" class="{classes(tissue,id or name,cls)}">')
        s(f'<use href="#p-{name}" class="fill"'+(f' style="fill:url(#{fill})"' if fill else '')+'/>')
        s(f'<g clip-path="url(#{c})">')
        s(extra)
        n=1 if n<=2 else n if n>5 else min(n,4)                          # each wide stroke costs a millisecond
        if n==1: w*=.8
        many=f' style="stroke-opacity:{f2(SHADE.get(tissue,.14)*4.2/n)}"' if n>5 else ''
        if w: s(f'<g class="shade"{many} transform="translate({dx} {dy})">'+''.join(f'<use href="#p-{name}" stroke-width="{f(w*(n-i)/n)}"/>' for i in range(n))+'</g>')
        if rim: s(f'<use href="#p-{name}" class="rim" stroke-width="{rim}" transform="translate(1 1.2)"/>')
        for e in (lit or []): s(patch(*e))
        s('</g>')
        if line: s(f'<use href="#p-{name}" class="line {"hint" if line=="hint" else "edge"}"/>')
        s('</g>')
def patch(kind,cx,cy,rx,ry,rot=0,o=1):
    """soft spot; a unit circle, because librsvg takes a turned ellipse's box for its gradient and leaves a rim"""
    oo=f' fill-opacity="{o}"' if o!=1 else ''
    return f'<circle class="{kind}" r="1" transform="translate({f(cx)} {f(cy)})'+(f'rotate({f(rot)})' if rot else '')+f'scale({f(rx)} {f(ry)})"{oo}/>'
def ribbon(P,W,k=.36):
    """closed shape round an open curve; W = widths at the points (taper with 0)"""
    n=len(P); l=[];r=[]
    for i,p in enumerate(P):
        a=P[max(0,i-1)]; b=P[min(n-1,i+1)]
        dx,dy=b[0]-a[0],b[1]-a[1]; m=math.hypot(dx,dy) or 1
        w=(W[i] if isinstance(W,(list,tuple)) else W)/2
        nx,ny=-dy/m*w,dx/m*w
        l.append((p[0]+nx,p[1]+ny)); r.append((p[0]-nx,p[1]-ny))
    c=lambda q:(q[0],q[1],1)
    pts=[c(l[0])]+l[1:-1]+[c(l[-1])]
    rr=[c(r[-1])]+r[-2:0:-1]+[c(r[0])]
    return sm(pts+rr,True,k)
D=Doc()
def ghost(): D('<use href="#p-skin" class="ghost"/>')
def rims(C,W):
    """both edges of a ribbon, as open curves"""
    l,r=[],[]
    for i,p in enumerate(C):
        a,b=C[max(0,i-1)],C[min(len(C)-1,i+1)]; k=math.hypot(b[0]-a[0],b[1]-a[1]); x,y=(a[1]-b[1])/k*W[i]/2,(b[0]-a[0])/k*W[i]/2
        l.append((p[0]-x,p[1]-y)); r.append((p[0]+x,p[1]+y))
    return l,r
def axis(id,x1,y1,x2,y2,stops):
    D.defs.append(f'<linearGradient id="{id}" gradientUnits="userSpaceOnUse" x1="{f(x1)}" y1="{f(y1)}" x2="{f(x2)}" y2="{f(y2)}">'+''.join(f'<stop offset="{o:g}" class="st-{c}"'+(f' stop-opacity="{v:g}"' if v!=1 else '')+'/>' for o,c,v in stops)+'</linearGradient>')
def flesh(name,d,fib,lit,ax,w=9,lines=None,dx=-2,dy=-1.5,id=None,cls='',top=None):
    """muscle whose colour, shade, fibres and outline melt into its tendon along ax (x1, y1, x2, y2); top: a second such end"""
    D.shape(name,d)
    axis('b-'+name,*ax,[(0,'tendon',0),(.5,'tendon',.42),(.9,'tendon',1)])
    axis('m-'+name,*ax,[(0,'muscle-line',1),(.5,'muscle-line',.8),(1,'muscle-end',.15)])
    pale=f'<use href="#p-{name}" class="glow" style="fill:url(#b-{name})"/>'
    if top:
        axis('t-'+name,*top,[(0,'tendon',0),(.5,'tendon',.35),(1,'tendon',.85)]); pale+=f'<use href="#p-{name}" class="glow" style="fill:url(#t-{name})"/>'
    sh=''.join(f'<use href="#p-{name}" stroke-width="{f(w*k)}"/>' for k in (.8,))
    # shade and fibres lie under the pale overlay, which ends them: a gradient stroke would cost twice as much
    D.vol(name,'muscle',d,w=0,line=False,id=id,cls=cls,extra=f'<g class="shade" transform="translate({dx} {dy})">{sh}</g>'+''.join(patch(*e) for e in lit)+f'<path class="fibre" d="{fib}"/>'+pale)
    D.out.pop(); D(f'<path class="line" style="stroke:url(#m-{name})" d="{lines or d}"/></g>')
def strap(name,C,W,n,lit,x1,y1,x2,y2,w=9):
    l,r=rims(C,W)
    flesh(name,ribbon(C,W),fibres(l,r,n,.08,.92),lit,(x1,y1,x2,y2),w,op(l)+op(r))
def pes(name,C,W,n,t0,t1,id=None,cls=None):
    """one tendon of the fan, drawn over its belly's tip: fades in from t0 to t1, out on the shin"""
    l,r=rims(C,W); ax=(*C[0],*C[-1])
    axis('f-'+name,*ax,[(t0,'tendon-mid',0),(t1,'tendon-mid',1),(.55,'tendon-lit',1),(.76,'tendon-mid',1),(.97,'tendon-mid',0)])
    axis('l-'+name,*ax,[(t0,'tendon-line',0),(t1,'tendon-line',1),(.76,'tendon-line',.9),(.95,'tendon-line',0)])
    D(f'<g id="{id or name+"-tendon"}" class="tendon {cls or "s-"+name} s-pes-anserinus"><path class="fill" style="fill:url(#f-{name})" d="{ribbon(C,W)}"/><path class="fibre" style="stroke:url(#l-{name})" d="{fibres(l,r,n,.2,.8)}"/><path class="line" style="stroke:url(#l-{name})" d="{op(l)}{op(r)}"/></g>')
def muscle(name,pts,A,B,n,lit,w=9,dx=-2,dy=-1.5,id=None,a=.05,b=.95,k=.36,bl=None,cls='',top=None):
    """bl: the axis along which it turns into tendon"""
    d=sm(pts,k=k); fib=fibres(A,B,n,a,b)
    if bl: flesh(name,d,fib,lit,bl,w,dx=dx,dy=dy,id=id,cls=cls,top=top)
    else: D.vol(name,'muscle',d,w=w,n=2,dx=dx,dy=dy,lit=lit,extra=f'<path class="fibre" d="{fib}"/>',id=id,cls=cls)
def tube(name,tissue,P,W,cls=''):
    """vessel or nerve; its light runs along the upper left side"""
    m=min(W) if isinstance(W,list) else W
    D.vol(name,tissue,ribbon(P,W),w=m*.9 if m>3 else 0,n=2,dx=-1,dy=-.4,cls=cls,extra=f'<path class="tube glow" stroke-width="{f(m*.24)}" d="{op(off(P,[-m*.2]*len(P)))}"/>' if m>3 else '')
def sac(name,pts,lit=(),tissue='bursa',cls='',line=True):
    """bursa: a thin-walled cushion, see-through"""
    D.vol(name,tissue,sm(pts) if isinstance(pts,list) else pts,w=4,n=2,dx=-.8,dy=-.8,lit=lit,cls=cls,line=line)
def hint(id,*ds,tissue='bone',cls=''):
    """a place on a structure: no ink of its own, only the outline that a page can light"""
    D(f'<g id="{id}" class="{classes(tissue,id,cls)}"><path class="line hint" d="{"".join(ds)}"/></g>')
def band(name,pts,A=None,B=None,n=6,lit=None,w=6,id=None,cls='',tissue='tendon',dx=-1.5,dy=-1,k=.36,sides=None,extra=''):
    fb=f'<path class="fibre" d="{fibres(A,B,n)}"/>' if A else ''
    D.vol(name,tissue,sm(pts,k=k),w=w,n=2,dx=dx,dy=dy,lit=lit,extra=fb+extra,id=id,cls=cls,line=True if sides is None else False if sides else 'hint')
    if sides:
        D.out.pop(); D('<path class="line edge" d="'+''.join(op(s) for s in sides)+'"/></g>')
def fadeband(name,pts,A,B,n,axis,sides,tissue='tendon',id=None,lit=(),cls='',tail=.72,o=1,head=False):
    """a tendon that melts into the bone at its end: fill fades, no outline across the end"""
    d=sm(pts) if isinstance(pts,list) else pts; D.shape(name,d); c=D.clip(name)
    x1,y1,x2,y2=axis; t=tissue
    D.defs.append(f'<linearGradient id="f-{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"><stop offset="0" class="st-{t}-mid" stop-opacity="{0 if head else o}"/><stop offset=".1" class="st-{t}-mid" stop-opacity="{o}"/><stop offset=".4" class="st-{t}-lit" stop-opacity="{o}"/><stop offset="{tail}" class="st-{t}-mid" stop-opacity="{o}"/><stop offset="1" class="st-{t}-mid" stop-opacity="0"/></linearGradient>')
    D.defs.append(f'<linearGradient id="l-{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"><stop offset="0" class="st-{t}-line" stop-opacity="{0 if head else 1}"/><stop offset=".1" class="st-{t}-line"/><stop offset="{tail-.1:.2f}" class="st-{t}-line"/><stop offset="1" class="st-{t}-line" stop-opacity="0"/></linearGradient>')
    D(f'<g id="{id or name}" class="{classes(tissue,id or name,cls)}">')
    D(f'<use href="#p-{name}" class="fill" style="fill:url(#f-{name})"/><g clip-path="url(#{c})">')
    for e in lit: D(patch(*e))
    if n: D(f'<path class="fibre" style="stroke:url(#l-{name})" d="{fibres(A,B,n)}"/>')
    D(f'</g><path class="line" style="stroke:url(#l-{name})" d="'+''.join(op(q) for q in sides)+'"/></g>')
def bone(name,pts,lit,w=18,n=4,dx=-3,dy=-2,extra='',id=None,line=True,cls='',k=.36):
    D.vol(name,'bone',sm(pts,k=k),w=w,n=n,dx=dx,dy=dy,lit=lit,extra=extra,id=id,line=line,cls=cls)
def dk(d,o): D(f'<path class="dk" d="{d}" fill-opacity="{o}"/>')
def lt(d,o): D(f'<path class="lt" d="{d}" fill-opacity="{o}"/>')
off=lambda C,ds:[(x+d,y) for (x,y),d in zip(C,ds)]
# turning edges: broad on the side away from the light
def edge(C,w1,o):  # inner line offset
    inner=[(x+w,y) for (x,y),w in zip(C,w1)]
    outer=[(x+(30 if w1[0]<0 else -30),y) for x,y in C]
    dk(sm([(outer[0][0],outer[0][1],1)]+outer[1:-1]+[(outer[-1][0],outer[-1][1],1),(inner[-1][0],inner[-1][1],1)]+inner[-2:0:-1]+[(inner[0][0],inner[0][1],1)]),o)

def lg(id,x1,y1,x2,y2,stops,user=False):
    return (f'<linearGradient id="{id}"'+(' gradientUnits="userSpaceOnUse"' if user else '')+f' x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
        +''.join(f'<stop offset="{o}" class="st-{c}"'+(f' stop-opacity="{a}"' if a<1 else '')+'/>' for o,c,a in stops)+'</linearGradient>')
def rg(id,cls,stops,r=.5):
    unit=' gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1"' if r==1 else f' r="{r}"' if r!=.5 else ''
    return f'<radialGradient id="{id}"'+unit+'>'+''.join(f'<stop offset="{o}" class="st-{cls}" stop-opacity="{a}"/>' for o,a in stops)+'</radialGradient>'
SOFT=[(0,.6),(.2,.5),(.4,.29),(.6,.125),(.8,.035),(1,0)]   # a bell: no visible rim on large patches
H3=lambda t:[(0,t+'-mid',1),(.3,t+'-lit',1),(.62,t+'-mid',1),(1,t+'-dark',1)]   # light from the upper left
EXTRA=[]   # gradients of one view only
NOTE='''No fade here: whoever shows a layer erases its top and bottom 90 units with a gradient
     (alpha 0 .03 .16 .48 .82 .97 1 at 0 .12 .28 .47 .66 .84 1); a mask in the file costs 8 ms a layer.'''
def write(view,region):
    """region: the box of the skin outline, 'x y w h'; the blur is paid by its area"""
    here=os.path.dirname(os.path.abspath(__file__))
    css=open(os.path.join(here,'light.css')).read()
    x,y,w,h=region.split()
    shared=[f'<filter id="soft" filterUnits="userSpaceOnUse" x="{x}" y="{y}" width="{w}" height="{h}" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="6"/></filter>',
     *(rg(k,k,SOFT,1) for k in ('glow','dusk','dusk-w','dusk-c')),rg('blush','blush',[(0,.5),(1,0)],1),
     rg('g-fat','fat',[(0,.85),(.6,.7),(1,.05)],.62),
     lg('g-skin',0,0,1,.05,H3('skin')),lg('g-muscle',0,0,1,.12,H3('muscle')),lg('g-tendon',0,0,1,.15,H3('tendon')),lg('g-bone',0,0,1,.12,H3('bone')),lg('g-fascia',0,0,1,.1,H3('fascia')),
     lg('g-ligament',0,0,1,.1,[(0,'ligament-mid',1),(.35,'ligament-lit',1),(1,'ligament-mid',1)]),
     lg('g-sheet',0,176,0,364,[(0,'fascia-mid',1),(.35,'fascia-lit',1),(.8,'fascia-mid',1),(1,'fascia-mid',0)],True)]+EXTRA
    D('<use id="leg" href="#p-skin" class="spot"/>')                  # the outline alone, which draws nothing, as the spots
    body='\n'.join(o for o in D.out if o)
    used=body+css+''.join(shared)
    shared=[d for d in shared if 'url(#%s)'%re.search('id="([^"]+)"',d).group(1) in used]
    open(os.path.join(OUT,view+'.svg'),'w').write('<!-- %s -->\n<svg'%NOTE+' xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600">\n<style>\n'+css+'</style>\n<defs>\n'
        +'\n'.join(shared+D.defs)+'\n</defs>\n'+body+'\n</svg>\n')
