"""The clause that a cue verb governs: where it begins and ends, whatever the parser made of it."""

from onrecord import lexicon
from onrecord.attribute.apart import is_apart
from onrecord.attribute.channels import without_channel
from onrecord.attribute.cues import Cue, Cues, stripped
from onrecord.attribute.papers import is_paper
from onrecord.records import Parse, Span, Token

AFTER_MARKS = (",", ".", '"', "”", ";", "''", "–", "—", "-", "--")
LEADING = (",", ":", "`", "``", '"', "“", "-", "''", "–", "—", "--")
CLAUSES = frozenset(("clause", "that", "infinitive", "object", "quote"))
OCCASIONS = frozenset(("time", "series", "debate", "rally", "ceremony", "event", "session", "visit", "trip", "summit"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ASIDE = frozenset(("advcl", "prep", "npadvmod", "advmod", "punct", "dative", "agent", "tmod"))


def complement(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    """The clause a cue verb governs, if its frames take it."""
    clauses = parse.kids(verb, "ccomp")
    behind = next((k for k in clauses if k.i > verb.i and ("paper" in cue.frames or _is_parted(parse, verb))), None)
    clause = behind or (clauses[0] if clauses else None)
    if clause is None and "clause" in cue.frames:
        clause = next((k for k in parse.kids(verb, "dep", "parataxis") if k.pos in ("VERB", "AUX")), None)
        clause = clause or _after_occasion(parse, verb) or _left_open(parse, verb) or _headline(parse, verb) or _told(parse, verb)
        clause = clause or _after_adverb(parse, verb)
    if clause is None or not cue.frames & CLAUSES:
        return None
    if "fact" in cue.frames and not any(k.lemma == "that" for k in parse.kids(clause, "mark", "advmod")):
        return None  # "determined that", not "to determine whether"
    bare = "that" in cue.frames and "clause" not in cue.frames and not _has_that(parse, clause)
    return None if bare and not _shows(parse, verb, clause, cue) else clause


def _shows(parse: Parse, verb: Token, clause: Token, cue: Cue) -> bool:
    """Whether a paper shows a clause without "that": "records show the road was closed"."""
    paper = parse.kid(verb, "nsubj")
    finite = clause.tag in FINITE or any(k.tag in FINITE for k in parse.kids(clause, "aux", "auxpass"))
    return "paper" in cue.frames and is_paper(paper) and finite and parse.kid(clause, "nsubj", "nsubjpass") is not None


def _after_adverb(parse: Parse, verb: Token) -> Token | None:
    """The clause that the tree hung on an adverb of the cue: "would not say right away whether the raid was over"."""
    adverbs = (k for k in parse.kids(verb, "advmod") if k.i > verb.i)
    return next((c for a in adverbs for c in parse.kids(a, "ccomp") if c.i > a.i), None)


def _told(parse: Parse, verb: Token) -> Token | None:
    """The clause whose subject the tree took for part of whom it was told: "Witnesses told detectives a man fired ten shots"."""
    told = parse.kid(verb, "dobj", "dative") if verb.lemma == "tell" else None
    clause = next((k for k in parse.kids(verb, "xcomp", "advcl", "conj") if k.tag in FINITE), None) if told is not None else None
    bare = clause is not None and parse.kid(clause, "nsubj", "nsubjpass", "mark", "cc") is None
    return clause if bare and _told_subject(parse, verb) is not None else None


def _told_subject(parse: Parse, verb: Token) -> Token | None:
    """The noun after whom it was told: "a man" of "told detectives a man"."""
    told = parse.kid(verb, "dobj", "dative") if verb.lemma == "tell" else None
    behind = parse.kids(told, "dobj", "appos", "npadvmod", "dep") if told is not None else []
    return next((k for k in behind if told is not None and k.i > told.i and parse.subtree(k)[0] == told.i + 1), None)


def _is_parted(parse: Parse, verb: Token) -> bool:
    """Whether a semicolon or colon parts a cue and its speaker from what is before: "A mine went off; the army said nine died"."""
    subject = parse.kid(verb, "nsubj")
    first = parse.subtree(subject)[0] if subject is not None else verb.i
    return parse[first - 1].text in (";", ":") and first > parse.ranges[verb.sent][0]


def _after_occasion(parse: Parse, verb: Token) -> Token | None:
    """The clause that the tree hung on the time or medium of the speaking: "said at the time that he …", "in a report that it …"."""
    for prep in parse.kids(verb, "prep"):
        for target in _objects(parse, prep) if prep.i > verb.i else ():
            clause = parse.kid(target, "acl", "relcl")
            known = target.lemma in OCCASIONS or target.lemma in lexicon.words("channels")
            if clause is not None and known and _is_told(parse, clause):
                return clause
    return None


def _is_told(parse: Parse, clause: Token) -> bool:
    """Whether a clause under a noun opens with "that" and has a subject of its own: it tells what was said."""
    joint = parse[parse.subtree(clause)[0]]
    return joint.lemma == "that" and joint.dep in ("mark", "advmod") and parse.kid(clause, "nsubj", "nsubjpass") is not None


def _objects(parse: Parse, prep: Token) -> list[Token]:
    """The nouns of a chain of prepositions: "one", "series" and "messages" of "in one of a series of messages"."""
    out: list[Token] = []
    target = parse.kid(prep, "pobj")
    while target is not None:
        out.append(target)
        of = next((k for k in parse.kids(target, "prep") if k.lemma == "of"), None)
        target = parse.kid(of, "pobj") if of is not None else None
    return out


def _left_open(parse: Parse, verb: Token) -> Token | None:
    """The clause whose subject the relative pronoun is: "a raid which medics said left six dead"."""
    return next((k for k in parse.kids(verb, "xcomp") if k.tag in FINITE), None) if verb.dep == "relcl" else None


def _headline(parse: Parse, verb: Token) -> Token | None:
    """The clause without its "were", which the tree took for an object: "Official says 12 killed in blast", "says six dead"."""
    obj = parse.kid(verb, "dobj")
    if obj is None or obj.i < verb.i or verb.lemma != "say":
        return None
    if any(t.tag in FINITE for t in parse.tokens[parse.subtree(obj)[0] : obj.i]):
        return obj  # "Rights groups say both sides have committed abuses"
    if obj.pos != "NUM" and parse.kid(obj, "nummod") is None:
        return None
    return obj if any(k.i > obj.i and (k.tag == "VBN" or k.lemma == "dead") for k in parse.kids(obj, "acl", "amod")) else None


def _has_that(parse: Parse, clause: Token) -> bool:
    return any(
        k.lemma in ("that", "whether", "how", "if", "why", "what") for k in parse.kids(clause, "mark", "advmod", "dobj", "nsubj")
    )


def clause_after(parse: Parse, cues: Cues, verb: Token, clause: Token) -> Span:
    """The clause after a cue without its "that", with what continues it, without what belongs to the cue again."""
    first, last = parse.subtree(clause)
    first = max(_subject_start(parse, verb, clause, first), verb.i + 1)
    while first < last - 1 and (
        parse[first].text in LEADING
        or parse[first].dep == "prt"
        or (parse[first].lemma == "that" and _is_joint(parse, parse[first], clause))
    ):
        first += 1
    mark = parse.kid(clause, "mark")
    if parse[first].tag == "VBG" and mark is not None and mark.lemma == "that" and parse[mark.i - 1].text == ",":
        first = max(first, mark.i + 1)  # "reported, citing medics, that …"
    last = _continued(parse, cues, verb, _mended(parse, verb, first, max(last, first + 1)))
    last = _without_cue(parse, cues, clause, first, last)
    while last > first + 1 and parse[last - 1].pos == "CCONJ" and parse[last - 1].head >= first:
        last -= 1  # "said the road was closed and" before a cue that the tree hangs on "said"
    return parse.span(*stripped(parse, first, last, AFTER_MARKS)) if last > first else parse.span(first, first + 1)


def _subject_start(parse: Parse, verb: Token, clause: Token, first: int) -> int:
    """Where a clause begins whose subject the tree took for the cue's object: "He added the rebels plan to burn it"."""
    if (behind := _told_subject(parse, verb)) is not None and parse.kid(clause, "nsubj", "nsubjpass") is None:
        return parse.subtree(behind)[0]
    obj = parse.kid(verb, "dobj")
    lost = obj is not None and clause.tag in FINITE and parse.kid(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark") is None
    return parse.subtree(obj)[0] if obj is not None and lost and verb.i < obj.i and parse.subtree(obj)[1] == first else first


def _is_joint(parse: Parse, that: Token, clause: Token) -> bool:
    """Whether "that" joins a clause rather than stands in it: not the subject of "that has changed"."""
    return that.dep in ("mark", "dobj", "advmod") or (that.dep == "nsubj" and len(parse.kids(clause, "nsubj", "nsubjpass")) > 1)


def _mended(parse: Parse, verb: Token, first: int, last: int) -> int:
    """The end of a clause that the parser broke off: one without a finite verb, or one followed by words that are not the cue's."""
    high = parse.ranges[verb.sent][1]
    if not any(t.tag in FINITE for t in parse.tokens[first:last]) and any(t.tag in FINITE for t in parse.tokens[last:high]):
        return high
    if last >= high:
        return last
    after = parse[last]
    if after.pos in ("PUNCT", "CCONJ", "SPACE", "SYM") or (after.head == verb.i and after.dep in ASIDE):
        return last
    return last if any(t.i == verb.i for t in parse.ancestors(after)) else high


def _continued(parse: Parse, cues: Cues, verb: Token, last: int) -> int:
    """The end of a clause with the clauses after it that the parser hung on the cue: "…, and he had lost the keys"."""
    for kid in parse.kids(verb, "ccomp", "conj"):
        first, end = parse.subtree(kid)
        that = parse[first].lemma == "that"
        if first < last or first > last + 3 or (kid.lemma in cues.verbs and not that):
            continue
        between = [parse[i].text.casefold() for i in range(last, first)]
        if kid.dep == "ccomp" or that or (parse.kid(kid, "nsubj", "nsubjpass") and set(between) & {"and", "but", ","}):
            last = end
    return last


def _without_cue(parse: Parse, cues: Cues, clause: Token, first: int, last: int) -> int:
    """The end of a clause before what belongs to the cue: ", adding that …", "and called it …", "on Radio Hill", "by telephone"."""
    for i in range(first + 1, last):
        token = parse[i]
        verb = cues.verbs.get(token.lemma)
        if verb is None or token.pos != "VERB":
            continue
        if token.tag == "VBG" and parse[i - 1].text == "," and token.dep == "advcl" and token.head == clause.i:
            return i - 1
        if is_apart(parse, cues, clause, token):
            return i - 1
    return without_channel(parse, first, last)
