"""Where the type is meant to differ from the reference, by name and with the reason. scripts/check-grammar fails for a difference that
is not in these lists, and for an entry that explains none.

REFUSED holds for texts that the reference accepts and the type must refuse, ACCEPTED the other way round, PRINTED for texts that the
type prints in another way."""
import re

import prescription_grammar as grammar


class Text:
    """A text that the reference accepts, in pieces that are easy to ask about."""

    def __init__(self, text):
        reader = grammar.P(text)
        self.text = text
        self.blocks = reader.rx()
        self.numbers = [value for kind, value, _ in reader.t if kind == "num"]
        self.selectors = [selector for selector, _ in self.blocks if selector]
        self.units = [unit for _, groups in self.blocks for alternatives in groups for unit in alternatives]
        self.sessions = [unit for unit in self.units if unit[0] == "ses"]
        self.components = [part for unit in self.units for part in (unit[2] if unit[0] == "ses" else [unit])]
        self.clauses = [session[1] for session in self.sessions] + [component[3] for component in self.components]
        self.words = [mode for component in self.components for mode in component[2]]
        self.words += [condition for _, _, _, condition in self.selectors if condition is not None]
        self.steps = [step for clauses in self.clauses for step in clauses.get("prog", ("", []))[1]]
        self.splits = [clauses["freq"] for clauses in self.clauses if "freq" in clauses and clauses["freq"][2]]

    def notes(self):
        return [clauses["note"] for clauses in self.clauses if "note" in clauses]


def not_whole(number, highest):
    return not (number == int(number) and 1 <= number <= highest)


def days_or_weeks_beyond(text):
    return any(not_whole(number, 520 if kind == "wk" else cycle)
               for kind, days, cycle, _ in text.selectors for number in days[1:])


def inexact(number):
    """More than six digits before the point or three behind it, not counting zeros that say nothing."""
    whole, _, decimals = number.partition(".")
    return len(whole.lstrip("0")) > 6 or len(decimals.rstrip("0")) > 3


VOCABULARY = set("""aer res bal flex resp func mind act sup uns mon site home tele comm s min h METmin METh steps RPE CR10 OMNI RIR TT W
    bpm MET kg RM kmh light mod modvig vig max tol rep set wk cd d while or ses daily vol alt ex rest warm cool prog via none auto
    tworep to x""".split())


def is_free(word):
    return re.fullmatch("[A-Za-z]+(_[A-Za-z]+)*", word) and word not in VOCABULARY and word.lower() not in VOCABULARY


def is_step_unit(unit):
    return unit in grammar.PCTS or unit in ("%", "min", "kg", "W", "bpm", "rep", "set", "RPE")


def split_does_not_add_up(text):
    return any(kind[0] == "rng" and kind[1] == kind[2] and abs(sum(number for number, _ in shares) - kind[1]) > 1e-9
               for kind, _, shares in text.splits)


# Name, reason, and whether it holds.
REFUSED = [
    ("a text of more than 32768 bytes", "size is limited",
     lambda text: len(text.text.encode()) > 32768),
    ("more than 64 blocks", "size is limited",
     lambda text: len(text.blocks) > 64),
    ("more than 256 components and sessions", "size is limited",
     lambda text: len(text.components) + len(text.sessions) > 256),
    ("a note of more than 1000 bytes", "size is limited",
     lambda text: any(len(note.encode()) > 1002 for note in text.notes())),
    ("a mode or condition of more than 40 letters", "size is limited",
     lambda text: any(len(word) > 40 for word in text.words)),
    ("a mode or condition that is no word, or a word of the grammar", "the grammar asks for a word; the reference takes any token",
     lambda text: any(not is_free(word) for word in text.words)),
    ("a number of more than six digits or three decimals", "thousandths are exact",
     lambda text: any(inexact(number) for number in text.numbers)),
    ("weeks and days of a cycle that are not", "weeks are whole, from 1 to 520, days from 1 to the length of the cycle",
     days_or_weeks_beyond),
    ("a length of a cycle that is none", "it is in whole days, from 1 to 365",
     lambda text: any(kind == "cd" and not_whole(cycle, 365) for kind, _, cycle, _ in text.selectors)),
    ("an alternation or a step that is not every so many weeks or sessions", "they are whole, from 1 to 520",
     lambda text: any("alt" in clauses and not_whole(clauses["alt"][0], 520) for clauses in text.clauses) or
     any(every and not_whole(every[0], 520) for _, _, _, every, _ in text.steps)),
    ("a step to a cap in what is no unit of a step", "the grammar asks for one; the reference takes any token",
     lambda text: any(cap and not is_step_unit(cap[1]) for _, _, _, _, cap in text.steps)),
    ("a setting twice", "a setting is there or not",
     lambda text: any(len(set(clauses["via"])) < len(clauses["via"]) for clauses in text.clauses if "via" in clauses)),
    ("a split behind 3-3/wk that does not add up", "that is a number of sessions and is printed as one",
     split_does_not_add_up),
    ("a split behind a ramp", "it cannot add up in every week, so that week by week its text would not read back",
     lambda text: any(kind[0] == "ramp" for kind, _, _ in text.splits)),
    ("a blank or digit outside ASCII", "Python counts them as such, the grammar does not know them",
     lambda text: any(not number.isascii() for number in text.numbers) or
     re.search(r"[^\S \t\n\r\f\v]", re.sub(r'"[^"\n]*"|--[^\n]*', "", text.text)) is not None),
]


def read_with_exact_sums(text):
    grammar.sum = lambda numbers: round(sum(numbers), 3)
    try:
        return Text(text)
    finally:
        del grammar.sum


# Name, reason, and another reading by the reference.
ACCEPTED = [
    ("a split in fractions that add up", "the reference adds binary fractions, of which 0.1 and 0.2 are not 0.3",
     read_with_exact_sums),
]


def parse(text):
    """What the type must make of a text: its canonical form, or None; the names of the differences that hold for it;
    and the names of the clauses in it."""
    names = []
    try:
        parsed = Text(text)
    except grammar.Err:
        for name, _, read in ACCEPTED:
            try:
                parsed = read(text)
                names.append(name)
                break
            except grammar.Err:
                pass
        else:
            return None, [], []
    refused = [name for name, _, holds in REFUSED if holds(parsed)]
    if refused:
        return None, refused, []
    names += [name for name, _, holds in PRINTED if holds(parsed)]
    return canonical(parsed), names, [clause for clauses in parsed.clauses for clause in clauses]


def map_clauses(blocks, change):
    """The same tree with other clauses of sessions."""
    return [(selector, [[(unit[0], change(unit[1]), unit[2]) if unit[0] == "ses" else unit for unit in alternatives]
                        for alternatives in groups]) for selector, groups in blocks]


def printed_in_lower_case(text):
    """The words are printed where they were parsed, so they are changed in and the names of the clauses in it."""
    def component(part):
        return part[:2] + ([mode.lower() for mode in part[2]],) + part[3:]

    def unit(part):
        return (part[0], part[1], [component(inner) for inner in part[2]]) if part[0] == "ses" else component(part)

    return [(selector and selector[:3] + (selector[3] and selector[3].lower(),),
             [[unit(part) for part in alternatives] for alternatives in groups]) for selector, groups in text.blocks]


def exact_number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


# What is printed instead is in canonical().
PRINTED = [
    ("modes and conditions in lower case", "so that equal prescriptions are equal",
     lambda text: any(word != word.lower() for word in text.words)),
    ("numbers with all their digits", "the reference prints six",
     lambda text: any(len(number.strip("0").replace(".", "")) > 6 for number in text.numbers)),
    ("the blanks in a note of a session", "the reference makes one of several, there alone",
     lambda text: any("note" in session[1] and " ".join(session[1]["note"].split()) != session[1]["note"]
                      for session in text.sessions)),
]


def canonical(text):
    """The canonical form of the type: that of the reference with what PRINTED says."""
    holds = [entry[2](text) for entry in PRINTED]
    if not any(holds):
        return grammar.canon(text.blocks)
    blocks = printed_in_lower_case(text)
    notes = []

    def set_aside(clauses):
        if "note" not in clauses:
            return clauses
        notes.append(clauses["note"])
        return {**clauses, "note": f"\0{len(notes) - 1}\0"}

    usual = grammar.n
    grammar.n = exact_number
    try:
        printed = grammar.canon(map_clauses(blocks, set_aside))
    finally:
        grammar.n = usual
    return re.sub("\0(\\d+)\0", lambda found: notes[int(found.group(1))], printed)
