"""Texts for two parsers of prescriptions to agree about: some by the grammar, typed as people type, and some spoilt. The same seed
gives the same texts. Nothing is known here about which of them are accepted."""
import random

MODALITIES = ["aer", "res", "bal", "flex", "resp", "func", "mind", "act"]
MODES = ["walk", "bike", "treadmill", "band", "leg_press", "x_trainer", "nordic", "Walk", "TREADMILL", "CR", "xX"]
CONDITIONS = ["chemo", "radiotherapy", "admitted", "Chemo", "in_hospital"]
LOOKS_AFTER = ["sup", "uns", "mon"]
PLACES = ["site", "home", "tele", "comm"]
TIME_UNITS = ["s", "min", "min", "h"]
LEVELS = ["light", "mod", "modvig", "vig", "max", "tol"]
SCALES = [("RPE", 6, 20), ("CR10", 0, 10), ("OMNI", 0, 10), ("RIR", 0, 10), ("TT", 1, 3)]
UNITS = [("%HRR", 100), ("%HRmax", 100), ("%VO2R", 100), ("%VO2max", 100), ("%VO2peak", 100), ("%Wpeak", 150), ("%MSEC", 150),
         ("%1RM", 100), ("%BW", 300), ("W", 500), ("bpm", 200), ("MET", 20), ("kg", 200), ("RM", 20), ("kmh", 30)]
STEP_UNITS = ["%", "%1RM", "%Wpeak", "%HRR", "min", "kg", "W", "bpm", "rep", "set", "RPE"]
NOTES = ["", "a note", "two  blanks", "100 % \\ 'quoted' -- no remark; { & }", "\u00dcbung f\u00fcr zwei", "tab\there", " wk 1: aer "]
SIGNS = list(";:&|@(){},/x?+-%") + ["->"]
WORDS = MODALITIES + LOOKS_AFTER + PLACES + TIME_UNITS + LEVELS + [s[0] for s in SCALES] + [u[0] for u in UNITS] + [
    "wk", "cd", "d", "while", "or", "ses", "daily", "vol", "alt", "ex", "rest", "warm", "cool", "prog", "via", "none", "auto",
    "tworep", "to", "rep", "set", "METmin", "METh", "steps", "x", "walk", "%", "%HRpeak", "_", "RPE10", "CR100", "Sup", "X"]
BLANKS = [""] * 24 + [" "] * 12 + ["  ", "\t", "\n", "\r\n", " -- a remark; aer\n", "--\n", "\v\f"]
NUMBERS = ["0", "1", "6", "5.999", "20", "20.001", "3.001", "10.001", "100", "100.001", "150", "150.001", "300", "300.001", "520",
           "521", "365", "366", "1.5", "0.001", "0.0001", "0.1000", "999999", "999999.999", "1000000", "0001000", "1234.567",
           "123456.5", "99999999999999999999", "1e3", ".5", "5.", "1.2.3", "\u0663", "-1"]
# Signs that no text needs, and one that looks like a blank or like another.
CHARACTERS = "abxXRs019.%@#$'\\\"-_>{}()[];:&|,/?+\n\t \u00a0\u001c\u00e4\u2013\U0001f6b6"


def would_grow(token, character):
    """Whether a token takes in a letter or digit that stands right behind it."""
    if token[:1] == "%" or token == "CR10":
        return True
    return token[-1:].isalpha() and character.isalpha() or token[-1:].isdigit() and character.isdigit()


class Writer:
    """Writes one text as a list of tokens."""

    def __init__(self, chance):
        self.chance = chance
        self.tokens = []

    def put(self, *tokens):
        self.tokens += tokens

    def one_in(self, n):
        return self.chance.random() * n < 1

    def pick(self, values):
        return values[int(self.chance.random() * len(values))]

    def whole(self, low, high):
        return low + int(self.chance.random() * (high - low + 1))

    def number(self, value, decimals=True):
        """A value in thousandths, sometimes with zeros that say nothing."""
        text = f"{value // 1000}.{value % 1000:03}".rstrip("0").rstrip(".")
        if self.one_in(12):
            text = "0" + text
        if decimals and self.one_in(12):
            text += "0" if "." in text else ".0"
        return text

    def value(self, low, high):
        grain = self.pick([1000, 1000, 1000, 1000, 500, 250, 100, 1])
        return low * 1000 + self.whole(0, (high - low) * 1000 // grain) * grain

    def quantity(self, low, high):
        kind = self.whole(0, 7)
        if kind == 0:
            self.put("?")
        elif kind < 4:
            self.put(self.number(self.value(low, high)))
        else:
            a, b = self.value(low, high), self.value(low, high)
            if kind == 4:
                self.put(self.number(a), "->", self.number(b))
            elif kind == 5 and self.one_in(4):
                self.put(self.number(a), "-", self.number(a))
            else:
                self.put(self.number(min(a, b)), "-", self.number(max(a, b)))

    def target(self):
        kind = self.whole(0, 5)
        if kind == 0:
            self.put("?")
        elif kind == 1:
            self.put(self.pick(LEVELS))
        elif kind == 2:
            scale, low, high = self.pick(SCALES)
            self.put(scale)
            self.quantity(low, high)
        else:
            unit, high = self.pick(UNITS)
            self.quantity(0, high)
            self.put(unit)

    def targets(self):
        self.put("@")
        self.target()
        while self.one_in(4):
            self.put("|")
            self.target()

    def time(self):
        self.quantity(0, 90)
        self.put(self.pick(TIME_UNITS))

    def step(self):
        self.time()
        if self.one_in(2):
            self.targets()

    def several(self, part, often=3):
        part()
        while self.one_in(often):
            self.put(",")
            part()

    # The clauses.

    def frequency(self):
        if self.one_in(12):
            self.put("daily")
        elif self.one_in(3):
            self.split()
        else:
            self.quantity(0, 7)
            self.put("/", self.pick(["wk", "wk", "d"]))

    def split(self):
        """Mostly one that adds up, in whole numbers or in tenths."""
        grain = self.pick([1000, 1000, 1000, 100])
        shares = [grain * self.whole(0, 4) for _ in range(self.whole(1, 3))]
        total = sum(shares) + self.pick([0] * 19 + [1000])
        kind = self.whole(0, 19)
        if kind == 0:
            self.put("?")
        elif kind == 1:
            low = total + self.pick([0, 0, 1000])
            self.put(self.number(low), "-", self.number(low + 1000 * self.whole(0, 1)))
        elif kind == 2:
            self.put(self.number(total), "->", self.number(1000 * self.whole(0, 7)))
        else:
            self.put(self.number(total))
        self.put("/", self.pick(["wk", "d"]), "(")
        for i, share in enumerate(shares):
            self.put(*["+"] * (i > 0), self.number(share), self.pick(LOOKS_AFTER))
        self.put(")")

    def supervision(self):
        self.put(self.pick(LOOKS_AFTER))

    def volume(self):
        self.put("vol")
        self.quantity(0, 9000)
        self.put(self.pick(["min", "METmin", "METh", "steps"]), "/", self.pick(["wk", "d"]))

    def sets(self):
        self.quantity(0, 6)
        self.put("x")
        self.quantity(0, 30)
        if self.one_in(4):
            self.put(self.pick(TIME_UNITS))

    def intervals(self):
        self.quantity(1, 20)
        self.put("x", "(")
        self.several(self.step)
        self.put(")")

    def scheme(self):
        self.quantity(0, 6)
        self.put("x")
        self.quantity(0, 30)
        self.targets()

    def alternation(self):
        self.put("alt", self.pick(["1", "2", "4", "04", "4.0", "520"]), "wk", "(")
        self.several(self.scheme)
        self.put(")")

    def exercises(self):
        self.put("ex")
        self.quantity(0, 12)

    def rest(self):
        self.put("rest")
        self.time()

    def warm_up(self):
        self.put("warm")
        self.step()

    def cool_down(self):
        self.put("cool")
        self.step()

    def progression_step(self):
        self.put(self.pick("++-"))
        self.quantity(0, 20)
        self.put(self.pick(STEP_UNITS))
        if self.one_in(2):
            self.put("/", *self.pick([[], ["1"], ["2"], ["3.0"], ["520"]]), self.pick(["wk", "ses"]))
        if self.one_in(3):
            self.put("to", self.number(self.value(0, 100)), self.pick(WORDS if self.one_in(30) else STEP_UNITS))

    def progression(self):
        self.put("prog")
        rule = self.pick(["none", "auto", "tworep", "steps"])
        if rule != "steps":
            self.put(rule)
        if rule == "steps" or rule == "tworep" and self.one_in(2):
            self.several(self.progression_step)

    def setting(self):
        places = PLACES[:]
        self.chance.shuffle(places)
        places = places[:self.whole(1, 3)]
        if self.one_in(40):
            places.append(places[0])
        self.put("via", "|".join(places))

    def note(self):
        self.put('"' + self.pick(NOTES) + '"')

    CLAUSES = [frequency, supervision, time, volume, sets, intervals, targets, alternation, exercises, rest, warm_up, cool_down,
               progression, setting, note]

    def clauses(self, most):
        """In any order; but an intensity goes first, since behind a warm-up it would be the warm-up's."""
        chosen = self.chance.sample(self.CLAUSES, self.whole(0, most))
        chosen.sort(key=lambda clause: clause is not Writer.targets)
        for clause in chosen:
            clause(self)

    # What holds them.

    def component(self):
        self.put(self.pick(MODALITIES))
        if self.one_in(2):
            self.put(self.pick(MODES))
            while self.one_in(4):
                self.put("|", self.pick(MODES))
        self.clauses(3)

    def unit(self):
        if not self.one_in(4):
            self.component()
            return
        self.put("ses")
        self.clauses(3)
        self.put("{")
        self.component()
        while self.one_in(2):
            self.put("&")
            self.component()
        self.put("}")

    def selector(self):
        first = self.whole(1, 30)
        last = first + self.whole(0, 20)
        days = self.pick([["?"], [str(first)], [str(first), "-", str(last)], [f"0{first}", "-", f"{last}.0"]])
        if self.one_in(3):
            self.put("cd", *days, "/", str(last + self.whole(0, 9)))
        else:
            self.put("wk", *days)
        if self.one_in(4):
            self.put("while", self.pick(CONDITIONS))
        self.put(":")

    def prescription(self):
        while True:
            if not self.one_in(3):
                self.selector()
            self.unit()
            while self.one_in(3):
                self.put(self.pick(["&", "or"]))
                self.unit()
            if not self.one_in(4):
                break
            self.put(";")
        if self.one_in(10):
            self.put(";")
        return self.tokens

    def text(self, tokens):
        """Joined by blanks and remarks, or by nothing where two tokens stay two."""
        out = []
        last = ""
        for token in tokens:
            between = self.pick(BLANKS)
            if last == "-" and between[:1] == "-":
                between = " " + between
            elif between == "" and token[:1].isalnum() and would_grow(last, token[0]):
                between = " "
            out += [between, token]
            last = token
        return "".join(out)


def spoil_tokens(writer, tokens):
    """A token lost, doubled, swapped, another, one more, or a number moved past its limits."""
    i = writer.whole(0, len(tokens) - 1)
    kind = writer.whole(0, 7)
    if kind == 0:
        del tokens[i]
    elif kind == 1:
        tokens.insert(i, tokens[i])
    elif kind == 2:
        j = writer.whole(0, len(tokens) - 1)
        tokens[i], tokens[j] = tokens[j], tokens[i]
    elif kind == 3:
        tokens[i] = writer.pick(WORDS)
    elif kind == 4:
        tokens.insert(i, writer.pick(WORDS + SIGNS))
    elif kind == 5:
        tokens[i] = writer.pick(SIGNS)
    else:
        numbers = [k for k, token in enumerate(tokens) if token[:1].isdigit()]
        if numbers:
            tokens[writer.pick(numbers)] = writer.pick(NUMBERS)


def spoil_text(writer, text):
    """A character lost, another or one more, or an early end."""
    i = writer.whole(0, len(text) - 1)
    kind = writer.whole(0, 3)
    if kind == 0:
        return text[:i] + text[i + 1:]
    if kind == 1:
        return text[:i] + writer.pick(CHARACTERS) + text[i + 1:]
    if kind == 2:
        return text[:i] + writer.pick(CHARACTERS) + text[i:]
    return text[:i]


def at_the_limits():
    """Just within the limits of size, and just beyond."""
    for more in 0, 1:
        yield "; ".join(["aer"] * (64 + more))
        yield "; ".join(["wk 1: aer 3/wk"] * (64 + more)) + ";"
        yield " & ".join(["aer"] * (256 + more))
        yield " or ".join(["ses { aer & res & bal }"] * 64) + " & aer" * more
        yield "aer " + "w" * (40 + more)
        yield "wk 1 while " + "A" * (40 + more) + ": aer walk|" + "b" * (40 - more)
        yield 'aer "' + "n" * (1000 + more) + '"'
        yield 'ses "' + "\u00e4" * 500 + "n" * more + '" { aer }'
        yield "aer" + " " * (32765 + more)
        yield "aer -- " + "\u00e4" * 16380 + "c" * (1 + more)
        yield f"wk {520 + more}: aer"
        yield f"cd 1-{365 + more}/{365 + more}: aer"
        yield f"cd {7 + more}/7: aer"
        yield f"res alt {520 + more}wk(3x10@mod) prog +1kg/{520 + more}ses"
        yield f"res {999999 + more}.999min"


def texts(n, seed):
    """Half of them as the grammar wants them, half of them spoilt once or more."""
    chance = random.Random(seed)
    for i in range(n):
        writer = Writer(chance)
        tokens = writer.prescription()
        spoils = writer.pick([1, 1, 1, 2, 3]) if i % 2 else 0
        late = writer.whole(0, spoils)
        for _ in range(late):
            if tokens:
                spoil_tokens(writer, tokens)
        text = writer.text(tokens)
        for _ in range(spoils - late):
            if text:
                text = spoil_text(writer, text)
        yield text
