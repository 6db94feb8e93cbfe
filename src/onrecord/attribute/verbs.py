"""Claims that a verb makes: "X said that …", "…, said X", "X denied …", "X threatened to …", "…, he said, adding that …"."""

from collections.abc import Iterator
from functools import cache

from onrecord import lexicon
from onrecord.attribute.claim import Claim
from onrecord.attribute.quotations import Quoted
from onrecord.records import Parse, Span, Token

AUXILIARIES = ("aux", "auxpass", "neg", "prt")
OPINION = frozenset(("believe", "think", "fear", "hope", "suspect", "reckon", "consider", "learn"))
FIRST_PERSON = frozenset(("i", "we", "us", "me"))
SPEAKERS_NOT = frozenset(("who", "which", "that", "it", "this", "these", "there", "what", "you"))
PASSIVES = frozenset(
    (
        "believe",
        "think",
        "say",
        "report",
        "allege",
        "claim",
        "estimate",
        "suspect",
        "consider",
        "understand",
        "fear",
        "rumour",
        "accuse",
        "inform",
        "attribute",
        "tell",
    )
)


@cache
def cue_verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """(attitude, frames) by verb lemma."""
    return {r["word"]: (r["attitude"], frozenset(r["frame"].split(","))) for r in lexicon.rows("cues") if r["pos"] == "verb"}


def verb_claims(parse: Parse, quoted: Quoted) -> Iterator[Claim]:
    """The claims of all cue verbs, in the order of the text."""
    for token in parse:
        if token.lemma not in cue_verbs() or token.pos not in ("VERB", "AUX", "NOUN") or token.tag == "NN":
            continue
        if parse.kid(token, "auxpass") and token.lemma in PASSIVES:
            yield from passive(parse, token)
        elif not parse.kid(token, "auxpass"):
            claim = _active(parse, quoted, token)
            if claim is not None:
                yield claim


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is coordinated with or continues as a participle."""
    own = named_whole(parse.kids(verb, "nsubj"))
    if own:
        return _antecedent(parse, own)
    if verb.dep in ("conj", "advcl", "xcomp", "acl", "pcomp") and verb.head != verb.i:
        governor = parse.head(verb)
        if verb.dep == "pcomp" and governor.head != governor.i:
            governor = parse.head(governor)  # "by threatening to kill them"
        if governor.pos in ("VERB", "AUX"):
            return parse.kid(governor, "nsubj", "nsubjpass") or subject_of(parse, governor)
        if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN"):
            return governor
    return None


def named_whole(subjects: list[Token]) -> Token | None:
    """The first subject; where the parser split a name into several ("al", "-", "Harith") its last part."""
    last = None
    for token in subjects:
        if last is not None and token.i != last.i + 1:
            break
        last = token
    return last


def _antecedent(parse: Parse, subject: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if subject.tag in ("WP", "WDT"):
        verb = parse.head(subject)
        if verb.dep in ("relcl", "acl"):
            return parse.head(verb)
    return subject


def cue_span(parse: Parse, verb: Token) -> Span:
    """The reporting words: the verb with its particle, and the auxiliaries that change its meaning ("would not say")."""
    first, last = verb.i, verb.i
    for kid in parse.kids(verb, "neg", "prt"):
        first, last = min(first, kid.i), max(last, kid.i)
    if first < verb.i:
        first = min([first, *(k.i for k in parse.kids(verb, "aux"))])
    return parse.span(first, last + 1)


def _active(parse: Parse, quoted: Quoted, verb: Token) -> Claim | None:
    attitude, frames = cue_verbs()[verb.lemma]
    subject = subject_of(parse, verb)
    if subject is not None and subject.text.casefold() in FIRST_PERSON:
        return None
    if parse.kid(verb, "neg") and frames & {"clause", "that"}:
        attitude = (
            "declines" if verb.lemma in ("say", "comment", "confirm", "tell") else "denies" if verb.lemma != "deny" else attitude
        )
    found = _content(parse, quoted, verb, subject, frames)
    if found is None:
        return None
    content, rule = found
    if subject is None and rule != "quote":
        return None
    if subject is not None and subject.lemma in SPEAKERS_NOT and rule == "object":
        return None
    clause = parse.span(min(verb.i, subject.i if subject else verb.i), max(verb.i, subject.i if subject else verb.i) + 1)
    return Claim(cue_span(parse, verb), content, f"attribute.verb.{rule}", attitude, subject, verb, clause)


def _content(
    parse: Parse, quoted: Quoted, verb: Token, subject: Token | None, frames: frozenset[str]
) -> tuple[tuple[Span, ...], str] | None:
    """What a cue verb reports, by the first frame that fits."""
    clause = parse.kid(verb, "ccomp")
    if clause is None and parse.kid(verb, "dep", "parataxis") and "clause" in frames:
        clause = parse.kid(verb, "dep", "parataxis")
        clause = clause if clause and clause.pos in ("VERB", "AUX") else None
    if clause is not None and _is_before(parse, verb, clause, subject):
        return (_tail(parse, verb, subject),), "tail"
    if (
        clause is not None
        and frames & {"clause", "that", "infinitive", "object", "quote"}
        and not ("that" in frames and "clause" not in frames and not _has_that(parse, clause))
    ):
        return (_after(parse, verb, clause),), "clause"
    if frames & {"clause", "quote"}:
        beside = _beside_quote(parse, quoted, verb, subject)
        if beside:
            return (beside,), "quote"
        if _ends_sentence(parse, verb, subject):
            return (_tail(parse, verb, subject),), "tail"
    return _phrase(parse, verb, frames)


def _phrase(parse: Parse, verb: Token, frames: frozenset[str]) -> tuple[tuple[Span, ...], str] | None:
    """Infinitives, objects and the frames of "accuse", "blame", "describe", "call on"."""
    infinitive, obj = parse.kid(verb, "xcomp"), parse.kid(verb, "dobj")
    if "infinitive" in frames and infinitive is not None and infinitive.i > verb.i:
        return (parse.span(parse.subtree(infinitive)[0], parse.subtree(infinitive)[1]),), "infinitive"
    if "accuse" in frames and obj is not None:
        of = next((k for k in parse.kids(verb, "prep") if k.lemma == "of"), None) or next(
            (k for k in parse.kids(obj, "prep") if k.lemma == "of"), None
        )
        if of is not None:
            inner = parse.subtree(of)
            return (parse.noun_phrase(obj, stop=lambda t: t.i == of.i), parse.span(inner[0] + 1, inner[1])) if inner[1] > inner[
                0
            ] + 1 else None, "accuse"  # type: ignore[return-value]
    if "blame" in frames and obj is not None:
        return (parse.span(parse.subtree(obj)[0], _end(parse, verb)),), "blame"
    if "as" in frames and obj is not None:
        return (parse.span(parse.subtree(obj)[0], _end(parse, verb)),), "as"
    if "small" in frames and obj is not None and obj.i > verb.i:
        return (parse.span(parse.subtree(obj)[0], _end(parse, verb)),), "small"
    if "call" in frames:
        to = next((k for k in parse.kids(verb, "prep") if k.lemma in ("for", "on", "upon")), None)
        if to is not None:
            return (parse.span(to.i + (to.lemma == "for"), _end(parse, verb)),), "call"
    if "object" in frames and obj is not None and obj.i > verb.i and obj.pos in ("NOUN", "PROPN", "PRON") and obj.tag != "PRP":
        return (parse.span(parse.subtree(obj)[0], _end(parse, verb)),), "object"
    return None


def _end(parse: Parse, verb: Token) -> int:
    """Index after the last token that depends on a verb before a new clause of its own subject or a participle begins."""
    last = verb.i
    for kid in parse.kids(verb):
        if kid.i < verb.i:
            continue
        if kid.dep in ("advcl", "cc", "conj") or (kid.dep == "punct" and kid.text in (",", ";", ".", '"', "”")):
            if kid.text == "," and kid.dep == "punct":
                continue
            break
        last = max(last, parse.subtree(kid)[1] - 1)
    return last + 1


def _has_that(parse: Parse, clause: Token) -> bool:
    return any(k.lemma in ("that", "whether", "how", "if") for k in parse.kids(clause, "mark", "advmod"))


def _is_before(parse: Parse, verb: Token, clause: Token, subject: Token | None) -> bool:
    """Whether what is said stands before the cue."""
    return clause.i < verb.i and (subject is None or clause.i < subject.i or subject.i > verb.i)


def _ends_sentence(parse: Parse, verb: Token, subject: Token | None) -> bool:
    """Whether source and cue close a sentence behind a comma although the parser did not see it: "…, the mayor said."."""
    if subject is None:
        return False
    first = min(parse.subtree(subject)[0], verb.i)
    sent_first, sent_last = parse.ranges[verb.sent]
    before = parse[first - 1] if first > sent_first else None
    return (
        before is not None
        and before.text in (",", '"', "”", ",''", "''", "?")
        and first - sent_first > 3
        and sent_last - max(verb.i, subject.i) < 25
    )


def _tail(parse: Parse, verb: Token, subject: Token | None) -> Span:
    """From the start of the sentence to the comma before source and cue."""
    first = min(
        [verb.i, *(k.i for k in parse.kids(verb, "aux", "neg", "advmod") if k.i > (subject.i if subject else 0) and k.i < verb.i)]
    )
    if subject is not None and subject.i < verb.i:
        first = min(first, parse.subtree(subject)[0] if parse.subtree(subject)[0] > parse.ranges[verb.sent][0] else subject.i)
    start = parse.ranges[verb.sent][0]
    last = first
    while last > start + 1 and parse[last - 1].text in (",", '"', "”", "''", "-", "--", "—", "–", "“"):
        last -= 1
    return parse.span(start, max(last, start + 1))


def _after(parse: Parse, verb: Token, clause: Token) -> Span:
    """The clause after a cue without its "that" and what leads up to it."""
    first, last = parse.subtree(clause)
    first = max(first, verb.i + 1)
    while first < last - 1 and (
        parse[first].text in (",", ":", '"', "“", "-")
        or parse[first].dep == "prt"
        or (parse[first].lemma == "that" and parse[first].dep in ("mark", "nsubj", "dobj", "advmod"))
    ):
        first += 1
    while last > first + 1 and parse[last - 1].text in (",", ".", '"', "”", ";"):
        last -= 1
    return parse.span(first, last)


def _beside_quote(parse: Parse, quoted: Quoted, verb: Token, subject: Token | None) -> Span | None:
    """A quotation right before or after source and cue."""
    sent = parse.sentences[verb.sent].span
    tokens = [verb, *([subject] if subject else [])]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    if quoted.at(verb.start):
        return None
    spans = [q for q in quoted.touching((sent[0], sent[1] + 3)) if q[1] - q[0] > 12 or q[1] <= start]
    before = [q for q in spans if q[1] <= start and start - q[1] < 120 and "." not in parse.text[q[1] : start].strip(' ."”,')]
    after = [q for q in spans if q[0] >= end and q[0] - end < 120]
    if before and not (after and parse.text[end : after[0][0]].strip().startswith(":")):
        return before[-1]
    return after[0] if after else None


def passive(parse: Parse, verb: Token) -> Iterator[Claim]:
    """ "it is believed that …", "X is reported to have …", "X were accused of …", "were informed that …"."""
    subject = parse.kid(verb, "nsubjpass", "nsubj")
    agent = next((parse.kid(k, "pobj") for k in parse.kids(verb, "agent", "prep") if k.lemma == "by"), None)
    clause, infinitive = parse.kid(verb, "ccomp"), parse.kid(verb, "xcomp")
    attitude = "estimates" if verb.lemma in ("believe", "think", "estimate", "suspect", "understand", "consider") else "asserts"
    first = min([verb.i, *(k.i for k in parse.kids(verb, "aux", "auxpass"))])
    cue = parse.span(first, verb.i + 1)
    made = (attitude, agent, verb, cue)
    if (
        clause is not None
        and clause.i > verb.i
        and (subject is None or subject.lemma == "it" or verb.lemma in ("inform", "tell"))
    ):
        yield _passive_claim(parse, (_after(parse, verb, clause),), "it", *made)
    elif infinitive is not None and subject is not None and infinitive.i > verb.i:
        yield _passive_claim(parse, (_subject_phrase(parse, subject), parse.tree_span(infinitive)), "raised", *made)
    elif verb.lemma == "accuse" and subject is not None:
        of = next((k for k in parse.kids(verb, "prep") if k.lemma == "of"), None)
        if of is not None and parse.subtree(of)[1] > of.i + 1:
            yield _passive_claim(
                parse, (_subject_phrase(parse, subject), parse.span(of.i + 1, parse.subtree(of)[1])), "accused", *made
            )
    elif verb.lemma == "attribute" and subject is not None:
        to = next((k for k in parse.kids(verb, "prep") if k.lemma == "to"), None)
        if to is not None and parse.subtree(to)[1] > to.i + 1:
            yield _passive_claim(
                parse, (_subject_phrase(parse, subject), parse.span(to.i + 1, parse.subtree(to)[1])), "attributed", *made
            )


def _passive_claim(
    parse: Parse, content: tuple[Span, ...], rule: str, attitude: str, agent: Token | None, verb: Token, cue: Span
) -> Claim:
    return Claim(cue, content, f"attribute.passive.{rule}", attitude, agent, verb, cue)


def _subject_phrase(parse: Parse, subject: Token) -> Span:
    """The subject of a passive cue; inside a relative clause the noun it hangs on."""
    token = _antecedent(parse, subject)
    return parse.tree_span(token) if token.i == subject.i else parse.noun_phrase(token)
