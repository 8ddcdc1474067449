"""The reference of the text form of prescriptions: a recogniser by the grammar of the specification and a printer of its canonical
form, recursive descent with one token ahead. It was written with the grammar, before the type, and is deliberately independent of
the C: it shares no code and no tables with src/prescription, and it is not changed to agree with it. Where the type is meant
to differ, scripts/check-grammar says so by name.

parse(text) gives a list of blocks (selector, groups) or raises Err; canon() prints them.
"""
import re

MODALITY = ["aer", "res", "bal", "flex", "resp", "func", "mind", "act"]
SCALES   = ["RPE", "CR10", "OMNI", "RIR", "TT"]        # prefix-written targets
PCTS     = ["%HRR", "%HRmax", "%VO2R", "%VO2max", "%VO2peak", "%Wpeak", "%MSEC", "%1RM", "%BW"]
ABSU     = ["W", "bpm", "MET", "kg", "RM", "kmh"]            # suffix-written targets
WORDS    = ["light", "mod", "modvig", "vig", "max", "tol"]
TUNITS   = {"s": 1/60, "min": 1.0, "h": 60.0}
SUPERV   = ["sup", "uns", "mon"]
SITES    = ["site", "home", "tele", "comm"]
LIMIT    = {"RPE": (6, 20), "CR10": (0, 10), "OMNI": (0, 10), "RIR": (0, 10), "TT": (1, 3),
            "%HRR": (0, 100), "%HRmax": (0, 100), "%VO2R": (0, 100), "%VO2max": (0, 100), "%VO2peak": (0, 100),
            "%Wpeak": (0, 150), "%MSEC": (0, 150), "%1RM": (0, 100), "%BW": (0, 300)}

TOK = re.compile(r"""
  (?P<ws>\s+|--[^\n]*)
 |(?P<str>"[^"\n]*")
 |(?P<pct>%[A-Za-z0-9]+)
 |(?P<num>\d+(?:\.\d+)?)
 |(?P<arrow>->)
 |(?P<kw>CR10(?![0-9])|[A-Za-z]+(?:_[A-Za-z]+)*)
 |(?P<sym>[;:&|@(){},/x?+\-%])
""", re.X)

class Err(Exception): pass

def lex(s):
    i, out = 0, []
    while i < len(s):
        m = TOK.match(s, i)
        if not m: raise Err(f"bad character at {i}: {s[i:i+12]!r}")
        k = m.lastgroup; v = m.group()
        # 'x' between numbers is an operator: 3x10, 8x(...
        if k == "kw" and v == "x": k = "sym"
        if k != "ws": out.append((k, v, i))
        i = m.end()
    out.append(("eof", "", len(s)))
    return out

class P:
    def __init__(s, text):
        s.t = lex(text); s.i = 0; s.text = text
    def pk(s, n=0): return s.t[min(s.i+n, len(s.t)-1)]
    def nx(s): t = s.t[s.i]; s.i += 1; return t
    def is_(s, v): return s.pk()[1] == v and s.pk()[0] != "str"
    def ac(s, v):
        if s.is_(v): s.nx(); return True
        return False
    def ex(s, v):
        if not s.ac(v): raise Err(f"expected {v!r} at {s.pk()[2]}, found {s.pk()[1]!r}")
    def num(s):
        k, v, p = s.nx()
        if k != "num": raise Err(f"number expected at {p}, found {v!r}")
        return float(v)
    # nrange = "?" | num [ ("-" | "->") num ]
    def nrange(s):
        if s.ac("?"): return ("?",)
        a = s.num()
        if s.ac("->"): return ("ramp", a, s.num())
        if s.ac("-"):
            b = s.num()
            if b < a: raise Err(f"range {a:g}-{b:g} is descending (use -> for a ramp)")
            return ("rng", a, b)
        return ("pt", a)
    # ---- top level
    def rx(s):
        bs = [s.block()]
        while s.ac(";"):
            if s.pk()[0] == "eof": break
            bs.append(s.block())
        if s.pk()[0] != "eof": raise Err(f"unexpected {s.pk()[1]!r} at {s.pk()[2]}")
        return bs
    def block(s):
        sel = None
        if s.is_("wk") or s.is_("cd"):
            kind = s.nx()[1]; r = s.nrange()
            if r[0] == "ramp": raise Err("selector cannot be a ramp")
            cyc = wh = None
            if kind == "cd": s.ex("/"); cyc = s.num()
            if s.ac("while"): wh = s.nx()[1]
            s.ex(":"); sel = (kind, r, cyc, wh)
        gs = [s.group()]
        while s.ac("&"): gs.append(s.group())
        return (sel, gs)
    def group(s):
        alts = [s.unit()]
        while s.ac("or"): alts.append(s.unit())
        return alts
    def unit(s):
        if s.ac("ses"):
            cl = s.clauses(True); s.ex("{"); cs = [s.comp()]
            while s.ac("&"): cs.append(s.comp())
            s.ex("}"); return ("ses", cl, cs)
        return s.comp()
    def comp(s):
        k, v, p = s.nx()
        if v not in MODALITY: raise Err(f"modality expected at {p}, found {v!r} (one of {' '.join(MODALITY)})")
        modes = []
        if s.pk()[0] == "kw" and s.pk()[1] not in KEYS:
            modes = [s.nx()[1]]
            while s.ac("|"): modes.append(s.nx()[1])
        return ("comp", v, modes, s.clauses(False))
    def clauses(s, ses):
        c = {}
        def put(k, v):
            if k in c: raise Err(f"duplicate {k} clause near {s.pk()[2]}")
            c[k] = v
        while True:
            k, v, p = s.pk()
            if k == "str": put("note", s.nx()[1])
            elif v == "@": s.nx(); put("int", s.targets())
            elif v in SUPERV: put("sup", s.nx()[1])
            elif v == "via":
                s.nx(); l = [s.nx()[1]]
                while s.ac("|"): l.append(s.nx()[1])
                for q in l:
                    if q not in SITES: raise Err(f"unknown setting {q!r}")
                put("via", l)
            elif v == "cool": s.nx(); put("cool", s.seg())
            elif v == "warm": s.nx(); put("warm", s.seg())
            elif v == "rest": s.nx(); r = s.nrange(); put("rest", (r, s.tunit()))
            elif v == "ex": s.nx(); put("ex", s.nrange())
            elif v == "vol":
                s.nx(); r = s.nrange(); u = s.nx()[1]
                if u not in ("min", "METmin", "METh", "steps"): raise Err(f"bad volume unit {u!r}")
                s.ex("/"); d = s.nx()[1]
                if d not in ("wk", "d"): raise Err("volume is per wk or per d")
                put("vol", (r, u, d))
            elif v == "daily": s.nx(); put("freq", (("pt", 7.0), "wk", None))
            elif v == "alt": s.nx(); put("alt", s.alt())
            elif v == "prog": s.nx(); put("prog", s.prog())
            elif k == "num" or v == "?": s.quantity(put)
            else: return c
    def split(s):
        if not s.ac("("): return None
        d = []
        while True:
            n = s.num(); w = s.nx()[1]
            if w not in SUPERV: raise Err(f"expected sup/uns/mon, found {w!r}")
            d.append((n, w))
            if not s.ac("+"): break
        s.ex(")"); return d
    def tunit(s):
        u = s.nx()[1]
        if u not in TUNITS: raise Err(f"time unit expected, found {u!r}")
        return u
    # freq | time | dose | interval : all start with a number -> decided by the token that follows it
    def quantity(s, put):
        r = s.nrange()
        if s.ac("/"):
            d = s.nx()[1]
            if d not in ("wk", "d"): raise Err("frequency is per wk or per d")
            sp = s.split()
            if sp and r[0] in ("pt",) and sum(n for n, _ in sp) != r[1]:
                raise Err(f"split {sp} does not add up to {r[1]:g}")
            put("freq", (r, d, sp))
        elif s.ac("x"):
            if s.ac("("):
                st = [s.step()]
                while s.ac(","): st.append(s.step())
                s.ex(")"); put("ivl", (r, st))
            else:
                reps = s.nrange()
                hold = s.tunit() if s.pk()[1] in TUNITS else None
                put("dose", (r, reps, hold))
        elif s.pk()[1] in TUNITS: put("time", (r, s.tunit()))
        else: raise Err(f"after a number expected /wk, x, or a time unit at {s.pk()[2]}, found {s.pk()[1]!r}")
    def step(s):
        r = s.nrange(); u = s.tunit()
        tg = s.targets() if s.ac("@") else None
        return (r, u, tg)
    seg = step
    def targets(s):
        l = [s.target()]
        while s.ac("|"): l.append(s.target())
        return l
    def target(s):
        k, v, p = s.pk()
        if v in SCALES: s.nx(); r = s.nrange(); s.lim(v, r); return ("scale", v, r)
        if v in WORDS: s.nx(); return ("word", v)
        if v == "?" and s.pk(1)[0] != "pct" and s.pk(1)[1] not in ABSU: s.nx(); return ("unk",)
        r = s.nrange(); k2, u, p2 = s.nx()
        if u in PCTS: s.lim(u, r); return ("suf", u, r)
        if u in ABSU: return ("suf", u, r)
        raise Err(f"unknown intensity unit {u!r} at {p2}")
    def lim(s, u, r):
        lo, hi = LIMIT.get(u, (None, None))
        for q in r[1:]:
            if lo is not None and not (lo <= q <= hi):
                raise Err(f"{u} {q:g} outside {lo}-{hi}" + (" (Borg 6-20; write CR10 for the 0-10 scale)" if u == "RPE" else ""))
    def alt(s):
        n = s.num(); s.ex("wk"); s.ex("("); l = []
        while True:
            st = s.nrange(); s.ex("x"); rp = s.nrange(); s.ex("@"); l.append((st, rp, s.targets()))
            if not s.ac(","): break
        s.ex(")"); return (n, l)
    def prog(s):
        if s.ac("none"): return ("none", [])
        if s.ac("auto"): return ("auto", [])
        base = "tworep" if s.ac("tworep") else "lin"          # tworep = the 2-for-2 rule gates the step
        if s.pk()[1] not in "+-" or s.pk()[0] == "eof":
            if base == "tworep": return (base, [])
            raise Err("prog expects none, auto, tworep or a signed step")
        l = [s.pstep()]
        while s.ac(","): l.append(s.pstep())
        return (base, l)
    def pstep(s):
        sg = s.nx()[1]
        if sg not in ("+", "-"): raise Err("a progression step starts with + or -")
        r = s.nrange(); u = s.nx()[1]
        if not (u == "%" or u in PCTS or u in ("min", "kg", "W", "rep", "set", "RPE", "bpm")): raise Err(f"bad step unit {u!r}")
        per = cap = None
        if s.ac("/"):
            n = s.num() if s.pk()[0] == "num" else 1.0
            w = s.nx()[1]
            if w not in ("wk", "ses"): raise Err("step is per wk or per ses")
            per = (n, w)
        if s.ac("to"): cap = (s.num(), s.nx()[1])
        return (sg, r, u, per, cap)

KEYS = set(MODALITY + SUPERV + ["via", "warm", "cool", "rest", "ex", "vol", "daily", "alt", "prog", "ses", "or", "while", "wk", "cd"])

# ---------- canonical output
def n(v): return f"{v:g}"
def rr(r):
    return {"?": lambda: "?", "pt": lambda: n(r[1]), "rng": lambda: f"{n(r[1])}-{n(r[2])}" if r[1] != r[2] else n(r[1]),
            "ramp": lambda: f"{n(r[1])}->{n(r[2])}"}[r[0]]()
def tg(t):
    if t[0] == "unk": return "?"
    if t[0] == "word": return t[1]
    if t[0] == "scale": return f"{t[1]} {rr(t[2])}"
    return f"{rr(t[2])}{t[1]}"
def tgs(l): return "@" + "|".join(tg(t) for t in l)
def sg_(x): return f"{rr(x[0])}{x[1]}" + (tgs(x[2]) if x[2] else "")
def cl(c):
    o = []
    if "freq" in c:
        r, d, sp = c["freq"]; o.append(f"{rr(r)}/{d}" + ("(" + "+".join(f"{n(a)}{b}" for a, b in sp) + ")" if sp else ""))
    if "sup" in c: o.append(c["sup"])
    if "time" in c: o.append(rr(c["time"][0]) + c["time"][1])
    if "vol" in c: o.append(f"vol {rr(c['vol'][0])}{c['vol'][1]}/{c['vol'][2]}")
    if "dose" in c: o.append(f"{rr(c['dose'][0])}x{rr(c['dose'][1])}" + (c["dose"][2] or ""))
    if "ivl" in c: o.append(f"{rr(c['ivl'][0])}x(" + ", ".join(sg_(x) for x in c["ivl"][1]) + ")")
    if "int" in c: o.append(tgs(c["int"]))
    if "alt" in c: o.append(f"alt {n(c['alt'][0])}wk(" + ", ".join(f"{rr(a)}x{rr(b)}{tgs(t)}" for a, b, t in c["alt"][1]) + ")")
    if "ex" in c: o.append("ex " + rr(c["ex"]))
    if "rest" in c: o.append(f"rest {rr(c['rest'][0])}{c['rest'][1]}")
    if "warm" in c: o.append("warm " + sg_(c["warm"]))
    if "cool" in c: o.append("cool " + sg_(c["cool"]))
    if "prog" in c:
        b, l = c["prog"]; q = []
        for sg, r, u, per, cap in l:
            q.append(f"{sg}{rr(r)}{u}" + (f"/{'' if per[0]==1 else n(per[0])}{per[1]}" if per else "") + (f" to {n(cap[0])}{cap[1]}" if cap else ""))
        o.append(" ".join(z for z in ["prog", b if b != "lin" else "", ", ".join(q)] if z))
    if "via" in c: o.append("via " + "|".join(c["via"]))
    if "note" in c: o.append(c["note"])
    return " ".join(o)
def cm(x):
    if x[0] == "ses": return " ".join(("ses " + cl(x[1])).split()) + " { " + " & ".join(cm(y) for y in x[2]) + " }"
    _, m, modes, c = x
    return " ".join(z for z in [m, "|".join(modes), cl(c)] if z)
def canon(bs):
    o = []
    for sel, gs in bs:
        h = ""
        if sel:
            k, r, cyc, wh = sel
            h = f"{k} {rr(r)}" + (f"/{n(cyc)}" if cyc else "") + (f" while {wh}" if wh else "") + ": "
        o.append(h + " & ".join(" or ".join(cm(u) for u in g) for g in gs))
    return "; ".join(o)
def parse(s): return P(s).rx()
