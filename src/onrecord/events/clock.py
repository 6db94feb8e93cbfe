"""Which time dates an event: the one of its own clause, then of a clause around it, then of an earlier mention of the same doing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.events.scene import Scene
from onrecord.events.syntax import told_before
from onrecord.lexicon.extremes import is_superlative
from onrecord.records import Event, Parse, Span, Time, Token

OUTWARD = frozenset(
    ("advcl", "conj", "xcomp", "prep", "pcomp", "dep", "parataxis", "ccomp")
)  # a clause dated with the one it hangs on
INWARD = frozenset(
    ("advcl", "xcomp", "conj", "prep", "pcomp")
)  # a clause whose time dates the one above: "killed when a bomb exploded on Friday"
RELATIVE = frozenset(("acl", "relcl"))
OTHER_TIME = frozenset("earlier previous former past similar prior later subsequent future next last".split())
HAPPEN = frozenset("carry conduct launch stage mount execute perform happen occur take begin start last wage unfold".split())
SILENT = frozenset(("be", "say", "tell", "add", "report"))  # verbs that are no doing of their own
CARRIED = 4  # sentences a list of like doings goes on under the date at its head
BEFORE_NOUN = frozenset(("amod", "compound", "nmod", "nummod", "poss"))
CERTAIN, FAR = 0, 9
WEEK = 3  # UCDP precision


def time_of(parse: Parse, token: Token, span: Span, scene: Scene) -> str | None:
    """The time that dates a word: the nearest in rank, then in characters; None when the sentence dates something else."""
    sent = parse.sentence_at(span[0])
    if sent is None or is_of_other_time(parse, token):
        return None
    here = _told_apart(parse, token, scene.times_in(parse.sentences[sent].span))
    verb = token.pos == "VERB"  # an act happens on a day: "rebels who fight since May killed six on Monday"
    ranked = [(_rank(parse, token, t), verb and t.rule.endswith(".since"), _gap(t, span), -len(t.rule), t.id) for t in here]
    best = min(ranked, default=(FAR, False, 0, 0, ""))
    return best[-1] if best[0] < FAR else None


def _told_apart(parse: Parse, token: Token, times: list[Time]) -> list[Time]:
    """The times without the date of the thing that another is counted from ("two days after the truce of 3 May they met").

    For that thing it is the count that is left out.
    """
    other: set[str] = set()
    for count, dated in pairwise(times):
        if count.rule == "when.days_after.dated":
            stamp = parse[parse.index_at(dated.span[1] - 1)]
            within = count.span[1] <= token.start < dated.span[1]
            other.add(count.id if within or (stamp.dep in BEFORE_NOUN and stamp.head == token.i) else dated.id)
    return [time for time in times if time.id not in other]


def is_of_other_time(parse: Parse, token: Token) -> bool:
    """Whether a noun is told apart from the doing at hand: "the earlier raid"."""
    return token.pos in ("NOUN", "PROPN") and any(k.text.casefold() in OTHER_TIME for k in parse.kids(token, "amod", "compound"))


def _gap(time: Time, span: Span) -> int:
    return max(time.span[0] - span[1], span[0] - time.span[1])


def _rank(parse: Parse, token: Token, time: Time) -> int:
    """How a time stands to a word: 0 under it or in its clause, 1 in a clause around it, 2 in one under it, FAR elsewhere."""
    stamp = parse[parse.index_at(time.span[1] - 1)]
    if _is_occasion(parse, stamp, time, token) or (time.rule.endswith(".since") and is_superlative(parse, stamp)):
        return FAR
    if token.i in _up(parse, stamp):
        return CERTAIN
    mine, its = _clause(parse, token), _clause(parse, stamp)
    if _hangs_on_time(parse, mine, time):
        return 1 if time.rule.endswith((".since", ".until")) else CERTAIN
    if its.i == mine.i or _tells(parse, its, token):
        return CERTAIN
    if _reaches(parse, mine, its, OUTWARD | RELATIVE if its.lemma in SILENT else OUTWARD):
        return 1
    return 2 if _reaches(parse, its, mine, INWARD) else FAR


def _is_occasion(parse: Parse, stamp: Token, time: Time, token: Token) -> bool:
    """Whether a long time is what a word is done for, not when: "broke their fast for Ramadan", "was jailed for the 2015 attack"."""
    for above in parse.ancestors(stamp):
        if above.i == token.i:
            return False
        if above.dep == "prep" and above.lemma != "of":
            return above.lemma == "for" and time.date_prec > WEEK
    return False


def _hangs_on_time(parse: Parse, verb: Token, time: Time) -> bool:
    """Whether a clause hangs on the time itself: "on 3 May, when gunmen attacked"."""
    for above in parse.ancestors(verb):
        if time.span[0] <= above.start < time.span[1]:
            return True
        if above.pos in ("VERB", "AUX") and verb.dep not in ("conj", "advcl"):
            return False
        verb = above
    return False


def _tells(parse: Parse, verb: Token, token: Token) -> bool:
    """Whether a verb only says that the noun happened: "the raid conducted on 3 May", "a blast that occurred on Friday"."""
    return verb.dep in RELATIVE and verb.lemma in HAPPEN and verb.head == token.i


def _up(parse: Parse, token: Token) -> set[int]:
    """Indices of the words above a token up to the verb of its clause."""
    out = {token.i}
    for above in parse.ancestors(token):
        out.add(above.i)
        if above.pos in ("VERB", "AUX"):
            break
    return out


def _clause(parse: Parse, token: Token) -> Token:
    """The verb of a word's clause."""
    while (token.pos not in ("VERB", "AUX") or _is_noun(token)) and token.head != token.i:
        token = parse.head(token)
    return token


def _is_noun(token: Token) -> bool:
    """Whether what is read as a verb stands for a thing: "May" taken for a helper, "fighting left two dead"."""
    return token.tag == "NNP" or (token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass"))


def _reaches(parse: Parse, low: Token, high: Token, through: frozenset[str]) -> bool:
    """Whether one verb hangs on another, by clauses of these kinds only."""
    while low.i != high.i:
        told = low.dep in RELATIVE and low.lemma in HAPPEN
        if low.head == low.i or (low.pos in ("VERB", "AUX") and low.dep not in through and not told):
            return False
        low = told_before(parse, low) or parse.head(low)
    return True


def carried(parse: Parse, happened: Sequence[Event], times: Sequence[Time]) -> tuple[Event, ...]:
    """The events with the date of an earlier mention of the same doing where their own sentence names no time.

    "On Monday the coalition made 23 strikes. Near Ayn Isa, one strike hit a bridge." is dated by its head. A sentence with a
    time of its own ends the list; a name ("Operation Anvil") and a doing in a relative clause have times of their own.
    """
    dated = {parse.sentence_at(t.span[0]) for t in times}
    heads: dict[str, tuple[int, str]] = {}
    out: list[Event] = []
    for event in happened:
        token = parse[parse.index_at(event.trigger[1] - 1)]
        sent, word = parse.sentence_at(event.trigger[0]) or 0, token.lemma.casefold()
        at, time = heads.get(word, (-FAR, None))
        if event.time is not None:
            heads[word] = (sent, event.time)
        elif sent in dated:
            heads.pop(word, None)
        elif time is not None and sent - at <= CARRIED and _goes_on(parse, event, token):
            event = replace(event, time=time)
            heads[word] = (sent, time)
        out.append(event)
    return tuple(out)


def _goes_on(parse: Parse, event: Event, token: Token) -> bool:
    """Whether an undated doing belongs to the one told before it; the perfect ("have destroyed 30 tanks") sums up a longer time."""
    if event.realis != "actual" or token.pos == "PROPN" or is_of_other_time(parse, token):
        return False
    verb = _clause(parse, token)
    return verb.dep not in RELATIVE and not any(k.tag in ("VBP", "VBZ") and k.lemma == "have" for k in parse.kids(verb, "aux"))
