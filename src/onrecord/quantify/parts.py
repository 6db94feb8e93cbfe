"""Parts and wholes by what the words say: "seven guards, six of them locals", "including two children"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.quantify.counted import partitive_of
from onrecord.quantify.draft import WINDOW, Draft
from onrecord.quantify.listed import OF_ALL
from onrecord.quantify.measure import measure_of
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.roll import VICTIMS, some_of
from onrecord.quantify.senses import IN_CONDITION, is_done_otherwise, states
from onrecord.quantify.wanted import HARM
from onrecord.records import Parse, Token

OPENS = re.compile(
    r"\b(?:including|among (?:them|whom|those|the \w+)|of (?:whom|which|them|those)|comprising|with|most of them|namely)\b[^.;]*$",
    re.IGNORECASE,
)
BROKEN_DOWN = re.compile(
    r"(?:\s+[\w-]+){0,3}\s*(?::\s*|\(|\s[-–—]\s+)(?:an?\s+)?$"
)  # "14 dead: six guards", "14 deaths (six guards"
BESIDE = re.compile(r"\s*(?:\w+\s+)?(?:others?|more|another)\b|.{0,3}\banother\b", re.IGNORECASE)
OF_WHOM = re.compile(r"\bof (?:whom|which)\s*$", re.IGNORECASE)
OF_WHOM_AFTER = re.compile(r"\s+of (?:whom|which)\b", re.IGNORECASE)
GRAVELY = re.compile(
    r",?\s+(?:of them\s+)?(?:\w+\s+)?(?:(?:critically|seriously|severely|gravely|badly|fatally|lightly|slightly)\b"
    rf"|(?P<state>{IN_CONDITION}))",
    re.I,
)
FATALLY = re.compile(r",?\s+(?:of them\s+)?fatally\b", re.IGNORECASE)  # "four people were shot, one fatally"
AMONG_AFTER = re.compile(r"(?:\s+[\w-]+){1,4},?\s+among (?:them|those)\b", re.IGNORECASE)  # "six people, two nurses among them"
IDENTIFIED = re.compile(r"\bidentified as\b[^.;]*$", re.IGNORECASE)
GOES_ON = re.compile(r"\s*(?:,|-|–|—|\()\s*(?:and\s+)?$")
LISTED = re.compile(r"\s*(?:,|,?\s+and)\s+", re.IGNORECASE)
DEFAULT = "quantify.measure.default"
LEAST = 2  # parts that go before the last one of a list with a comma before its "and"
NEAR = 5  # sentences from a toll to the roll of some of them
FAR = 12  # sentences a definite "two of the other men" may reach back


def worded(parse: Parse, drafts: Sequence[Draft]) -> dict[int, int]:
    """Index of the whole by index of the part, where the words say so."""
    out: dict[int, int] = {}
    for i in range(len(drafts)):
        whole = None if drafts[i].whom is not None else _worded(parse, drafts, i, out)  # of others than those counted
        if whole is not None and whole != i and out.get(whole) != i:
            out[i] = whole
    return out


def inherited(drafts: Sequence[Draft], wholes: dict[int, int]) -> list[Draft]:
    """The drafts, parts of which nothing more is told with the measure of their whole: "17 dead, six of them children"."""
    out = list(drafts)
    for part in sorted(wholes):
        whole = out[wholes[part]]
        if (out[part].rule == DEFAULT and out[part].kind in ("person", None) and whole.kind == "person") or _is_harm(
            out[part], whole
        ):
            out[part] = replace(out[part], measure=whole.measure, rule="quantify.measure.whole")
    return out


def _is_harm(part: Draft, whole: Draft) -> bool:
    return part.rule == DEFAULT and whole.measure in ("killed", "wounded", "casualties") and part.kind == "person"


def _worded(parse: Parse, drafts: Sequence[Draft], i: int, known: dict[int, int]) -> int | None:
    """The whole that the words say a figure is part of."""
    draft = drafts[i]
    if draft.quantity.low == 0:
        return None
    if draft.rule == "quantify.partition":
        return next((j for j in range(i - 1, max(-1, i - WINDOW), -1) if drafts[j].rule != draft.rule), None)
    if i + 1 < len(drafts) and _is_of(parse, draft, drafts[i + 1]):
        return i + 1  # "around 100 of the city's 1,000 quarters"
    if draft.rule == VICTIMS and (roll := some_of(parse, draft.noun)) is not None:
        return _of_roll(drafts, i, roll)
    partitive = partitive_of(parse, draft.quantity)
    if partitive is not None:
        return _of_definite(parse, drafts, i, partitive)
    if any(t.lemma == "lose" for t in parse.ancestors(draft.noun)) and draft.measure == "wounded":
        return _of_wounded(drafts, i)
    if i == 0 or drafts[i - 1].sent != draft.sent:
        return None
    lead = parse.text[drafts[i - 1].quantity.span[1] : draft.quantity.span[0]]
    after = parse.text[draft.quantity.number[1] : draft.quantity.number[1] + 24]
    if (
        i - 1 in known
        and _is_elliptic(draft)
        and partitive_of(parse, drafts[i - 1].quantity)
        and re.search(r"\b(?:and|,)\s*$", lead)
    ):
        return known[i - 1]  # "three of them were killed and two more freed"
    if i - 1 in known and _is_next_part(parse, drafts, i, known):
        return known[i - 1]  # "11 people, including eight rebels and three guards"
    if OF_ALL.search(parse.text, max(0, drafts[i - 1].quantity.span[0] - 14), drafts[i - 1].quantity.span[0]) and "," in lead:
        return i - 1  # "Of the eight dead, one was a driver"
    if IDENTIFIED.search(lead) and not lead.rstrip().endswith(", and") and _can_hold(drafts[i - 1], draft):
        return i - 1  # "four men, identified as Ali Omar and three guards"
    if BROKEN_DOWN.match(lead) and _is_kept(drafts[i - 1], draft) and _can_hold(drafts[i - 1], draft):
        return i - 1
    among = AMONG_AFTER.match(parse.text, draft.quantity.span[1]) and GOES_ON.search(lead)
    if not among and (not OPENS.search(lead) or BESIDE.match(after) or _is_joined(lead)):
        return None
    return next(
        (
            j
            for j in range(i - 1, max(-1, i - WINDOW), -1)
            if drafts[j].sent == draft.sent and _can_hold(drafts[j], draft) and j not in known
        ),
        None,
    )


def _is_kept(whole: Draft, part: Draft) -> bool:
    """Whether people told after a harm have nothing else told of them."""
    return whole.measure in HARM and (part.rule == DEFAULT or part.measure == whole.measure)


def _is_next_part(parse: Parse, drafts: Sequence[Draft], i: int, known: dict[int, int]) -> bool:
    """Whether a figure goes on with the parts of the whole that the one before it is part of."""
    before, draft, whole = drafts[i - 1], drafts[i], known[i - 1]
    if not _is_listed(parse, before, draft):
        return False
    if draft.rule == before.rule == DEFAULT:
        return True
    parts = [drafts[j] for j, other in known.items() if other == whole]
    serial = ", and" in parse.text[before.quantity.span[1] : draft.quantity.span[0]]
    if (
        (serial and len(parts) < LEAST)
        or drafts[whole].sent != draft.sent
        or drafts[whole].quantity.span[0] > before.quantity.span[0]
    ):
        return False  # "six soldiers, including a captain, and two farmers died"
    return sum(p.quantity.low or 0 for p in (*parts, draft)) <= (drafts[whole].quantity.low or 0)


def _is_listed(parse: Parse, first: Draft, second: Draft) -> bool:
    """Whether one figure of people follows another in a list."""
    end = max(first.quantity.span[1], first.whom_span[1] if first.whom_span else 0)
    return first.kind == second.kind == "person" and bool(LISTED.fullmatch(parse.text, end, second.quantity.span[0]))


def _is_of(parse: Parse, part: Draft, whole: Draft) -> bool:
    """Whether two quantities share a noun as "20 of the 30 men" do."""
    between = parse.text[part.quantity.span[1] : whole.quantity.span[0]]
    return part.noun.i == whole.noun.i and between.lstrip().casefold().startswith("of ")


def _is_joined(lead: str) -> bool:
    """Whether "with" only joins a second clause: "six were killed, with two wounded"."""
    return bool(re.search(r"\bwith\b[^.;]*$", lead, re.I)) and not re.search(r",\s*with\b|\bwith\b.*\bof them\b", lead, re.I)


def _is_elliptic(draft: Draft) -> bool:
    return draft.noun.end <= draft.quantity.span[1] or draft.noun.text.casefold() in ("more", "others")


def _of_definite(parse: Parse, drafts: Sequence[Draft], i: int, partitive: Token) -> int | None:
    """The whole of "three of them", "two of the other men", "six of the victims"."""
    draft = drafts[i]
    victims = partitive.lemma == "victim"
    fate = _fate_of(parse, partitive)
    same = partitive.lemma if partitive.pos == "NOUN" and not victims and not states().get(partitive.text.casefold()) else None
    for j in range(i - 1, max(-1, i - WINDOW), -1):
        other = drafts[j]
        gap = draft.sent - other.sent
        if gap > (FAR if same or fate else 1):
            return None
        if fate is not None and other.measure != fate:
            continue
        if victims and other.kind == "attack":
            return j
        if same is not None and other.noun.lemma not in (same, "other"):
            continue
        if gap > 1 and other.measure != draft.measure:
            continue
        if _can_hold(other, draft) and (other.kind == draft.kind or draft.kind is None or other.kind is None):
            return j
    return None


def _of_roll(drafts: Sequence[Draft], i: int, roll: Token) -> int | None:
    """The toll that a roll names some of: "Nine died on Friday. Among the dead were two nurses", "among the nine dead"."""
    near = range(max(0, i - WINDOW), min(len(drafts), i + WINDOW))
    counted = next((j for j in near if j != i and roll.i in (drafts[j].noun.i, drafts[j].noun.head)), None)
    if counted is not None and _is_harm_of(drafts[counted], drafts[i]):
        return counted
    told = (j for j in range(i - 1, max(-1, i - WINDOW), -1) if drafts[i].sent - drafts[j].sent <= NEAR)
    return next((j for j in told if drafts[j].rule != VICTIMS and _is_harm_of(drafts[j], drafts[i])), None)


def _is_harm_of(whole: Draft, part: Draft) -> bool:
    """Whether a toll of people can hold those told of with the same harm."""
    return whole.measure == part.measure and whole.kind in ("person", None) and _can_hold(whole, part)


def _fate_of(parse: Parse, people: Token) -> str | None:
    """The measure of the people a part is of: "eight of the wounded", "three of the missing men"; the whole has the same."""
    own = states().get(people.text.casefold())
    return own or next((fate for k in parse.kids(people, "amod") if (fate := states().get(k.text.casefold()))), None)


def _of_wounded(drafts: Sequence[Draft], i: int) -> int | None:
    """Those who lost a limb are among the wounded told before, of their own kind where that was counted."""
    told = [j for j in range(max(0, i - WINDOW), i) if drafts[j].measure == "wounded" and drafts[i].sent - drafts[j].sent <= FAR]
    holding = [j for j in told if _can_hold(drafts[j], drafts[i]) and drafts[j].quantity.low != drafts[i].quantity.low]
    same = [j for j in holding if drafts[j].noun.lemma == drafts[i].noun.lemma]
    return next(reversed(same or holding), None)


def _can_hold(whole: Draft, part: Draft) -> bool:
    """Whether one figure is big enough to hold another and counts the same kind of thing."""
    if whole.measure != part.measure and part.measure not in ("strength", "killed", "wounded", "other", "freed"):
        return False
    most = whole.quantity.high if whole.quantity.high is not None else float("inf")
    least = part.quantity.low if part.quantity.low is not None else 0.0
    return least <= most and whole.quantity.low != 0


def _is_of_all(parse: Parse, whole: Draft, lead: str) -> bool:
    """Whether a whole is told first to be broken down: "of the 31 dead, 12 were guards"."""
    start = whole.quantity.span[0]
    return lead.endswith(", ") and lead.count(",") == 1 and bool(OF_ALL.search(parse.text, max(0, start - 14), start))


def partition(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A part told with its whole's measure: "seven guards, of whom six were locals and one a Turk", "33 hurt, some severely"."""
    sent = parse.sentence_at(quantity.span[0])
    if not before or before[-1].sent != sent or before[-1].kind not in ("person", None):
        return None
    whole, index = before[-1], parse.index_at(quantity.number[1] - 1)
    if index < 0:
        return None
    lead = parse.text[whole.quantity.span[1] : quantity.span[0]]
    gravely = GRAVELY.match(parse.text, quantity.span[1])
    if (
        gravely
        and not (gravely["state"] and is_done_otherwise(parse, parse[index]))
        and lead.rstrip().endswith((",", "and"))
        and whole.measure in ("wounded", "casualties")
    ):
        measure = "killed" if FATALLY.match(parse.text, quantity.span[1]) else "wounded"
        return Draft(quantity, whole.noun, "person", measure, "quantify.partition", whole.sent, None)
    more = BESIDE.match(parse.text, quantity.span[1])  # "25 people died, and dozens more were hurt"
    if quantity.bound == "vague" and not more and parse[index].dep in ("nsubj", "nsubjpass") and GOES_ON.search(lead):
        return Draft(quantity, parse[index], "person", whole.measure, "quantify.partition", whole.sent, None)
    if quantity.share and quantity.percent:
        return None
    opens = OF_WHOM.search(lead) or OF_WHOM_AFTER.match(parse.text, quantity.span[1]) or _is_of_all(parse, whole, lead)
    goes_on = whole.rule == "quantify.partition" and re.search(r"\b(?:and|,)\W*$", lead)
    if not (opens or goes_on):
        return None
    after = parse[index + 1] if index + 1 < len(parse) else parse[index]
    verb = after if after.pos == "AUX" else parse.head(parse[index])
    noun = parse.kid(verb, "attr", "acomp") if verb.pos in ("AUX", "VERB") else None
    noun = noun if noun and noun.start > quantity.span[0] else parse[index]
    span = noun.span if noun.i != index else None
    own = measure_of(parse, quantity, parse[index], "person")
    measure = own[0] if own and own[1] != DEFAULT else whole.measure  # "50 raiders, of whom 13 were killed"
    return Draft(quantity, noun, "person", measure, "quantify.partition", whole.sent, span)
