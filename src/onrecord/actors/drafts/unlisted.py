"""Tell the kind of a name that no table lists, from its words and from what stands around it."""

import re
from itertools import pairwise

from onrecord import lexicon
from onrecord.actors.drafts.acting import acts
from onrecord.actors.drafts.kinds import PAPERS, TRADERS, WINGS, body_noun, paired_noun, person_noun
from onrecord.actors.names import fold
from onrecord.actors.nations import demonyms, states
from onrecord.records import Parse, Token

ARMED = frozenset(("armed", "military", "militant", "paramilitary", "guerrilla"))
NO_ACTORS = frozenset("GPE LOC DATE TIME NORP FAC EVENT LAW MONEY PERCENT CARDINAL LANGUAGE WORK_OF_ART".split())
SPEAKING = frozenset("say tell add note report state claim explain warn".split())
NAMING = frozenset("identify introduce describe name".split())
SELVES = frozenset(("himself", "herself", "only"))
MARK = re.compile(r"[ivx]+|[a-z]{0,4}-?\d+[a-z]*")  # the number of a type: "IV", "GR4s", "12"
BOMBS = frozenset("paveway paveways brimstone brimstones hellfire hellfires jdam".split())
ARMS = frozenset(
    "grad grads katyusha katyushas smerch uragan iskander kalashnikov kalashnikovs javelin javelins stinger stingers himars qassam"
    " scud scuds tomahawk tomahawks atacms semtex".split()
)
DEVICES = frozenset("launcher rifle device missile rocket grenade mortar howitzer pistol revolver drone munition".split())
GIVING = 7  # tokens before a name in which "gave his name only as" stands
MANY = frozenset(
    "population community household staff crowd youth family authority crew source other media suspect member".split()
)
UNTOLD = frozenset("state office post times press center".split())  # words for bodies that tell nothing when they stand alone


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of a range that governs the others: the last one whose governor lies outside."""
    outside = [i for i in range(first, last) if not first <= parse[i].head < last or parse[i].head == i]
    nouns = [i for i in outside if parse[i].pos in ("PROPN", "NOUN", "ADJ", "NUM", "X")]
    return (nouns or outside or [last - 1])[-1]


def kind_of_run(parse: Parse, first: int, last: int) -> tuple[str | None, str]:
    """Kind of an unlisted name and the rule that says so; None for what is no actor."""
    words = parse.text[parse[first].start : parse[last - 1].end]
    head = parse[head_of(parse, first, last)]
    if _is_weapon(words):
        return None, ""
    if fold(words) in states():
        return ("government", "actors.name.state") if acts(parse, head) else (None, "")
    return _by_body(parse, first, last) or _by_context(parse, first, last, head) or _by_label(parse, first, last)


def _is_weapon(words: str) -> bool:
    """Whether a name is that of a weapon or a plane: "Tornado GR4s", "Paveway IV"; "Typhoon" alone may be somebody's."""
    last = words.split()[-1].casefold().rstrip("s")
    if (" " in words and last in DEVICES) or words.casefold() in ARMS:
        return True  # "Barrel Grenade Launcher", "Improvised Explosive Devices"
    types = [
        bool((row := lexicon.index("arms").get(w.casefold())) and (row["class"] == "aircraft" or w.casefold() in BOMBS))
        for w in words.split()
    ]
    return any(types) and all(known or MARK.fullmatch(w.casefold()) for known, w in zip(types, words.split(), strict=True))


def _by_body(parse: Parse, first: int, last: int) -> tuple[str, str] | None:
    """The kind that a noun for a body in the name gives: "Northern Relief Committee"."""
    for i in range(last - 1, first - 1, -1):
        kind = body_noun(parse[i])
        if kind and (last - first > 1 or parse[i].text.casefold() not in UNTOLD):
            return kind, "actors.name.body"
    return None


def _by_context(parse: Parse, first: int, last: int, head: Token) -> tuple[str, str] | None:
    """The kind that the words around the name give: a noun before it, "according to", a noun in apposition."""
    if first > 0 and (kind := _introduced_as(parse, parse[first - 1])) and parse[first - 1].sent == parse[first].sent:
        return kind, "actors.name.introduced"
    if _is_given_name(parse, first):
        return "person", "actors.name.given"
    if _is_source(parse, head):
        personal = "PERSON" in {parse[i].ent for i in range(first, last)}
        return ("person", "actors.name.person") if personal else ("media", "actors.name.source")
    if _is_armed_wing(parse, head):
        return "armed_group", "actors.name.wing"
    return ("person", "actors.name.apposition") if _is_one_person(parse, head) else None


def _by_label(parse: Parse, first: int, last: int) -> tuple[str | None, str]:
    """The kind that the tagger's label gives; a name that speaks is a person's where the label tells nothing."""
    words = parse.text[parse[first].start : parse[last - 1].end]
    labels = [parse[i].ent for i in range(first, last) if parse[i].ent]
    label = max(labels, key=labels.count) if labels else ""  # the first of those that are as frequent
    if label == "PERSON":
        return "person", "actors.name.person"
    if label == "ORG" and fold(words) not in demonyms() and len(words) > 2:
        return "ngo", "actors.name.organisation"
    if label in NO_ACTORS and label != "GPE":
        return None, ""
    return ("person", "actors.name.subject") if _looks_personal(parse, first, last) else (None, "")


def _looks_personal(parse: Parse, first: int, last: int) -> bool:
    """A name that speaks, or that a noun for a person stands beside."""
    head = parse[head_of(parse, first, last)]
    return speaks(parse, head) or any(person_noun(k) for k in parse.kids(head, "appos", "compound"))


def speaks(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the subject of a verb of saying."""
    return noun.dep == "nsubj" and parse.head(noun).lemma in SPEAKING


def _is_armed_wing(parse: Parse, head: Token) -> bool:
    """Whether a name stands in apposition to "the armed wing of …"."""
    beside = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    return any(k.lemma in WINGS and any(a.lemma in ARMED for a in parse.kids(k, "amod", "compound")) for k in beside)


def _is_one_person(parse: Parse, head: Token) -> bool:
    """Whether a noun for one person stands in apposition: "Eva, a 17-year-old student", whatever the tagger says."""
    beside = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    return any(k.tag == "NN" and person_noun(k) and k.lemma not in PAPERS for k in beside)


def _introduced_as(parse: Parse, before: Token) -> str | None:
    """Kind given by the noun just before a name: "the criminal gang Los Altos", "the newspaper La Hora", "spokesman Omar Haddad"."""
    if not before.text.islower() or before.tag != "NN" or before.lemma == "force":
        return None
    if before.lemma in TRADERS and parse[before.i + 1].ent != "PERSON":
        return "ngo"  # "the retailer Walmart", "the investor BlackRock"
    told = person_noun(before) in ("unnamed", "civilians") and before.lemma not in PAPERS | MANY
    return paired_noun(parse, before) or body_noun(before) or ("person" if told else None)


def _is_given_name(parse: Parse, first: int) -> bool:
    """Whether a name is what a person gave as his: "who gave his name only as Alemu", "identified himself as Haddad"."""
    before = parse.tokens[max(parse.ranges[parse[first].sent][0], first - GIVING) : first]
    if not before or before[-1].text != "as":
        return False
    gives = any(
        a.lemma == "give" and b.tag == "PRP$" and c.lemma == "name"
        for a, b, c in zip(before, before[1:], before[2:], strict=False)
    )
    return gives or any(a.lemma in NAMING and b.text in SELVES for a, b in pairwise(before))


def _is_source(parse: Parse, head: Token) -> bool:
    """Whether a name is what something is "according to"."""
    to = parse.head(head)
    return head.dep == "pobj" and to.lemma == "to" and parse.head(to).lemma == "accord"
