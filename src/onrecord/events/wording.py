"""What the words of mentions show of one happening: a name, a toll, a bomber, a day or a place of their own."""

from collections.abc import Sequence

from onrecord.events.sides import differs
from onrecord.events.syntax import VERBAL, surface_subject
from onrecord.events.triggers import ATTACKERS, Trigger
from onrecord.records import Figure, Parse, Token

TOLLS = frozenset(("killed", "wounded", "casualties"))
AGES = ("year-old", "year old", "month-old", "years old")
Toll = frozenset[tuple[float | None, float | None, str]]


def has_setting(parse: Parse, token: Token) -> bool:
    """Whether a clause names a day or a place; "a 17-year-old girl" is neither."""
    first, last = parse.subtree(token)
    inside = [parse[i] for i in range(first, last)]
    return any(t.ent in ("GPE", "LOC") or (t.ent == "DATE" and not _is_age(parse, t.i)) for t in inside)


def _is_age(parse: Parse, i: int) -> bool:
    words = parse.text[max(0, parse[i].start - 10) : parse[i].end + 10].casefold()
    return any(age in words for age in AGES)


def objects_of(parse: Parse, token: Token) -> list[Token]:
    """What stands behind the prepositions of a verb or its complement."""
    out = []
    for word in (token, *parse.kids(token, "oprd", "acomp", "xcomp", "ccomp", "dobj", "prt")):
        for prep in parse.kids(word, "prep"):
            out += list(parse.kids(prep, "pobj"))
    return out


def called(parse: Parse, trigger: Trigger) -> str:
    """The name of an operation: "Iron Fist" of "Operation Iron Fist"; "" of what has none."""
    first = trigger.token.i + 1
    if trigger.token.text.casefold() != "operation":
        return ""
    last = first
    while last < len(parse) and parse[last].text[:1].isupper() and parse[last].sent == trigger.token.sent:
        last += 1
    return parse.text[parse[first].start : parse[last - 1].end].casefold() if last > first else ""


def is_known_thing(parse: Parse, verb: Token) -> bool:
    """Whether what a passive verb tells of was told before: "The equipment was destroyed near the field"."""
    subject = parse.kid(verb, "nsubjpass")
    return subject is not None and any(k.text.casefold() == "the" for k in parse.kids(subject, "det"))


def by_attackers(parse: Parse, trigger: Trigger) -> bool:
    """Whether those who dealt the blow just told go on: "The attackers killed a guard"."""
    who = next(iter(surface_subject(parse, trigger.token)), None) if trigger.token.pos in VERBAL else None
    return who is not None and who.lemma in ATTACKERS and any(k.text.casefold() == "the" for k in parse.kids(who, "det"))


def is_by_bomber(parse: Parse, trigger: Trigger, event: Trigger) -> bool:
    """Whether a bomber is said to have carried out the blow: "the blast was carried out by a suicide bomber"."""
    if trigger.token.lemma not in ("bomber", "attacker") or trigger.token.sent != parse.sentence_at(max(_starts(event))):
        return False
    by = parse.head(trigger.token)
    told = {t.i for t in surface_subject(parse, parse.head(by))} if by.lemma == "by" else set()
    return any(parse.index_at(start) in told for start in _starts(event)) and event.realis == trigger.realis


def _starts(event: Trigger) -> list[int]:
    return [span[0] for span in (event.span, *event.also)]


def tells_one_thing(parse: Parse, trigger: Trigger, event: Trigger) -> bool:
    """Whether two words of one sentence name one happening."""
    here = trigger.token.sent == event.token.sent
    return here and event.realis == trigger.realis and _near(parse, event, trigger) and not differs(trigger.by, event.by)


def _near(parse: Parse, one: Trigger, other: Trigger) -> bool:
    """Whether two triggers of a sentence tell one thing: "suicide bomber … rammed", "opened fire … shooting"."""
    up = {t.i for t in parse.ancestors(other.token)} | {t.i for t in parse.ancestors(one.token)}
    if one.token.i not in up and other.token.i not in up:
        return False
    low = other.token if one.token.i in {t.i for t in parse.ancestors(other.token)} else one.token
    if low.dep == "conj" and one.type == other.type == "aid" and abs(one.token.i - other.token.i) == 2:
        return True  # "advising and assisting"
    if low.dep == "conj":
        return low.pos in VERBAL and one.type == other.type and (not one.to or not other.to or set(one.to) == set(other.to))
    if low.dep == "dobj" and low.lemma in ("bomb", "shell", "rocket", "missile", "grenade", "mortar"):
        return True  # "dropping barrel bombs"
    if low.dep == "compound":
        return True  # "car bomb attacks"
    return low.dep in ("advcl", "acl", "nsubj", "dobj", "pobj", "xcomp") and not other.plural


def tolls_of(parse: Parse, figures: Sequence[Figure]) -> dict[int, Toll]:
    """The numbers of dead and hurt by sentence, "one" left out."""
    out: dict[int, set[tuple[float | None, float | None, str]]] = {}
    for fig in figures:
        sent = parse.sentence_at(fig.span[0])
        if sent is not None and fig.measure in TOLLS and (fig.low or fig.high) not in (None, 1.0):
            out.setdefault(sent, set()).add((fig.low, fig.high, fig.measure))
    return {sent: frozenset(rows) for sent, rows in out.items()}
